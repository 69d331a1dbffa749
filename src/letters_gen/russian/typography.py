"""Russian typography (form: «Russian text»): applied to values, and looked for in templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

NBSP = "\N{NO-BREAK SPACE}"
KEPT_HYPHEN = "\N{NON-BREAKING HYPHEN}"
"""A hyphen at which no line ends: templates write it as Word's own."""
_SPACES = re.compile(r" {2,}")
_DASH = re.compile(r"(?<=\S) (?:-|—|--) (?=\S)")
_NUMBER_SIGN = re.compile(r"№[ \t]*(?=[\w«])")
_INITIALS = re.compile(r"\b([А-ЯЁ]\.) ?(?:([А-ЯЁ]\.) ?)?(?=[А-ЯЁ][а-яё])")
_SURNAME = re.compile(
    r"\b([А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+)*)[ \u00a0]"
    r"(?=[А-ЯЁ](?:\.|-[А-ЯЁ]\.) ?(?:-?[А-ЯЁ]\.)*(?:\W|$))"
)
# «С.-М.Х.», «М-А.К.»; a registration number behind its sign.
_STOPPED_TWICE = re.compile(r"(?<=[^\W\d_]\.)\.(?![./\w])")
_INITIALS_HYPHEN = re.compile(r"(?:(?<=\b[А-ЯЁ])|(?<=\b[А-ЯЁ]\.))-(?=[А-ЯЁ]\.)")
_NUMBER = re.compile(r"№\u00a0[\w./]*-[\w./-]*")
_INITIALS_BEHIND = re.compile(r"\b([А-ЯЁ]\.)[ \u00a0](?=[А-ЯЁ]\.)")
_YEARS = re.compile(r"(?<![\w/.-])((?:19|20)\d\d)\s?[-–—]\s?(?=(?:19|20)\d\d(?![\w/-]))")
_PERCENT = re.compile(r"(?<=\d)[ \u00a0](?=%)")
_AND_SO_ON = re.compile(r"\b(т\.) ?(?=[дпек]\.)")
_SHORT = re.compile(r"(?<![\w.])(г|с|п|ул|д|пос|стр|ст|пр)\. (?=[\w«])")
# These begin with the space that they replace: the search skips to it, and looks back from there.
_UNIT = re.compile(r" (?<=\d )(?=(?:г|руб|коп|л|экз|шт|чел)\.)")
_PREPOSITION = re.compile(r" (?<=[АВИКОСУЯавикосуя] )(?<![^\s«(]. )(?=\S)", re.DOTALL)
_OPENING = re.compile(r"(^|[\s(\[«„—–-])[\"“”„]")
_CLOSING = re.compile(r"[\"“”„]")


@lru_cache(5_000)
def typeset(text: str) -> str:
    """`text` as it should be set: «ёлочки» and „лапки“ inside them, dashes, no two spaces,
    non-breaking ones.

    What an address, a number or an abbreviation is written with stays.
    """
    if "://" in text:
        return text
    # Every value of 40,000 letters passes here: a sign is looked for before the expression that
    # sets it.
    if "  " in text:
        text = _SPACES.sub(" ", text)
    text = _numbers_set(text)
    if " -" in text or " —" in text:
        text = _DASH.sub(f"{NBSP}– ", text)
    text = _quoted(text)
    if "№" in text:
        text = _NUMBER_SIGN.sub(f"№{NBSP}", text)
        text = _NUMBER.sub(lambda match: unbreakable(match[0]), text)
    if "." in text:
        text = _abbreviations_set(text)
    if " " in text:
        text = _PREPOSITION.sub(NBSP, text)
    return text


def _numbers_set(text: str) -> str:
    """Years of a span joined by a dash («2022–2023»), % against its number."""
    if "20" in text or "19" in text:
        text = _YEARS.sub(r"\1–", text)
    if "%" in text:
        text = _PERCENT.sub("", text)
    return text


def _abbreviations_set(text: str) -> str:
    """Initials with their surname, «и т. д.», «с. Цунта», «2023 г.»: none of them parts."""
    text = _AND_SO_ON.sub(rf"\1{NBSP}", _INITIALS_BEHIND.sub(r"\1", text))
    text = _SURNAME.sub(_joined_surname, _INITIALS.sub(_joined_initials, text))
    if "-" in text:
        text = _INITIALS_HYPHEN.sub(KEPT_HYPHEN, text)
    if ". " in text:
        text = _SHORT.sub(rf"\1.{NBSP}", text)
    return _UNIT.sub(NBSP, text)


def _joined_initials(match: re.Match[str]) -> str:
    return "".join(filter(None, match.groups())) + NBSP


def _joined_surname(match: re.Match[str]) -> str:
    return unbreakable(match[1]) + NBSP


def unbreakable(text: str) -> str:
    """A number or initials that no line may part: its hyphens and spaces don't break."""
    return text.replace("-", KEPT_HYPHEN).replace(" ", NBSP)


def _quoted(text: str) -> str:
    """Straight and foreign quotation marks as Russian ones: «» outside, „“ inside.

    Whether a straight mark opens or closes is told by what stands before it.
    """
    if not _needs_quotes(text):
        return text
    marked = _CLOSING.sub("»", _OPENING.sub(r"\1«", text))
    signs, depth = [], 0
    for sign in marked:
        if sign == "«":
            signs.append("„" if depth else "«")
            depth += 1
        elif sign == "»" and depth:
            depth -= 1
            signs.append("“" if depth else "»")
        else:
            signs.append(sign)
    return "".join(signs)


def _needs_quotes(text: str) -> bool:
    """Whether a text has foreign quotation marks, or Russian ones inside Russian ones."""
    if not _CLOSING.search(text):
        return text.count("«") == text.count("»") > 1
    return "„" not in text or '"' in text


_FAULTS = (
    ("form-quotes", re.compile(r"[\"“”](?=\w)|(?<=\w)[\"”]")),
    ("form-two-spaces", re.compile(r"(?<=\S) {2,}(?=\S)")),
    ("form-hyphen", re.compile(r"(?<=\w) - (?=\w)")),
    ("form-number-breaks", re.compile(r"№ (?=\d)")),
    ("form-initials-break", re.compile(r"\b[А-ЯЁ]\.(?:[А-ЯЁ]\.)? (?=[А-ЯЁ][а-яё])")),
)


def typographic_faults(text: str) -> Iterator[tuple[str, str]]:
    """What the typography of a text departs from: a code and the words around it.

    Codes: `form-quotes`, `form-two-spaces`, `form-hyphen`, `form-number-breaks`,
    `form-initials-break`.
    """
    for code, pattern in _FAULTS:
        match = pattern.search(text)
        if match:
            yield code, text[max(0, match.start() - 15) : match.end() + 15].strip()


def quoted(text: object) -> str:
    """The text in «ёлочки», those inside it as „лапки“ (form: «Russian text»)."""
    inner = str(text).replace("«", "„").replace("»", "“")
    return f"«{inner}»"


def stopped_once(text: str) -> str:
    """A sentence that ends with initials or «и т. д.» has their full stop for its own: «Н.Т.»."""
    return _STOPPED_TWICE.sub("", text)
