"""The case of a body or a district: «Министерство образования» -> «Министерства образования».

Only the head of the name declines: the adjectives before its first noun, that noun, and what agrees
with it behind («Сад детский»); what else follows depends on it and stays as it is. Behind a dash a
second name declines too («Начальная школа – детский сад»). A form is doubtful where neither the
dictionary nor the grammar tells what declines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from letters_gen.russian.body_attributes import (
    adjectives_behind,
    attribute_in_case,
    is_abbreviation,
    is_attribute,
    is_nominative,
    plural_in_case,
    unwrapped,
)
from letters_gen.russian.body_nouns import nominatives, noun_in_case
from letters_gen.russian.cases import Case
from letters_gen.russian.engines import known_as
from letters_gen.russian.forms import Form, in_capitals, joined
from letters_gen.russian.paradigms import adjective, is_adjectival, noun
from letters_gen.russian.places import names_a_place, place_in_case

# «г.Махачкала» is written without its space as often.
_SPACES = re.compile(r"(\s+|(?<=\b[гГ]\.)(?=[А-ЯЁ]))")
_DASH = re.compile(r"\s+[–—-]\s+|(?<=[а-яё])-(?=[а-яё]+(?:[иы]й|ая|ое)\s)")
_WORD = re.compile(r"[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")

# The commonest bodies and districts, whose endings tell all: «Министерство образования и науки»,
# «Цунтинский район».
_COMMON = re.compile(
    r"((?:[А-ЯЁа-яё-]+[сц]к(?:ий|ое) )?)"
    r"([А-ЯЁа-яё]*(?:[дрт]ство|[лрш]ение|ание|район|отдел|комитет|округ|исьмо))((?: .*)?)"
)
_LATIN_HALF = re.compile(r"(?:[A-Za-z0-9]+-)+[а-яё]+$")
_IN_CAPITALS = re.compile(r"\b[А-ЯЁ]{6,}\b")
_NAMED = re.compile(r"([А-ЯЁ]{2,}) [«\"„“]")
_QUOTES = '«"„“'
_SURE = re.compile(r"[«\"„“№]|\d+$|(?:с|д|п|пос|х|ст|ул|мкр|р|о)\.")


@lru_cache(1_000)
def declined_body(name: str, case: Case) -> Form:
    """A body or a district in a case: «Цунтинский район» -> «Цунтинскому району»."""
    if case is Case.NOMINATIVE:
        return Form(name)
    told = told_by_endings(name)
    if told is not None:
        described, noun_, behind = told
        return Form(
            _adjective_before(described, case)
            + (noun(noun_, case, animate=False) or noun_)
            + behind
        )
    first, *others = _segments(name.strip())
    forms = [_segment(first, case)]
    declines = not _stays(first)
    for joint, part in zip(others[::2], others[1::2], strict=True):
        forms += [Form(joint), _segment(part, case) if declines and _is_head(part) else Form(part)]
    return joined(forms)


def is_told_by_itself(name: str) -> bool:
    """Whether it takes no dictionary to tell that it is a body: its endings do, or an abbreviation
    with a name in quotation marks («МКУ «УОМПСиТ»»).
    """
    if told_by_endings(name) is not None:
        return True
    named = _NAMED.match(name)
    return named is not None and is_abbreviation(named[1])


def told_by_endings(name: str) -> tuple[str, str, str] | None:
    """A body's adjective, its noun and what is behind, where their endings tell that they are this;
    None for all others.

    The dictionary needn't be loaded for them, which takes longer than a letter.
    """
    found = _COMMON.fullmatch(name)
    if found is None:
        return None
    behind = found[3].split()
    if behind and (behind[0] in ("и", "–", "-") or is_adjectival(behind[0]) or " – " in found[3]):
        return None
    return found[1], found[2], found[3]


def _adjective_before(described: str, case: Case) -> str:
    if not described:
        return ""
    return adjective(described.rstrip(), case, animate=False) + " "


def _segments(text: str) -> list[str]:
    """The names that dashes join, and the dashes between them; none within quotation marks."""
    pieces, begun = [], 0
    for match in _DASH.finditer(text):
        before = text[begun : match.start()]
        is_quoted = text[: match.start()].count("«") > text[: match.start()].count("»")
        is_compound = match[0] == "-" and not nominatives(_SPACES.split(before)[-1])
        if is_quoted or is_compound or not before.strip():
            continue
        pieces += [before, match[0]]
        begun = match.end()
    return [*pieces, text[begun:]]


def _stays(segment: str) -> bool:
    """Whether what is behind a dash stays because the name before it does: «МБОУ – …», «Республика
    Северная Осетия – Алания».
    """
    words = _SPACES.split(segment)
    return is_abbreviation(words[0]) or (words[0].lower() == "республика" and len(words) > 1)


def _is_head(segment: str) -> bool:
    """Whether a name begins there: with a noun in the nominative, before which adjectives may
    stand.
    """
    words = _SPACES.split(segment)
    return is_nominative(words[0]) or is_attribute(words, 0)


def _segment(text: str, case: Case) -> Form:
    """One name without dashes: its adjectives, its noun, what is behind them."""
    words = _SPACES.split(text)
    index, forms = 0, list[Form]()
    while is_attribute(words, index):
        forms += [attribute_in_case(words[index], case), Form(words[index + 1])]
        index += 2
    is_described = index > 0 or _IN_CAPITALS.search(text) is not None
    forms += _head(words[index], words[index + 1 :], case, is_described)
    return joined(forms)


def _head(word: str, behind: list[str], case: Case, is_described: bool) -> Iterator[Form]:
    """The noun and what stands behind it.

    Args:
        behind: the words behind the noun, begun by white space.
        is_described: whether adjectives stand before it, or other words in capitals: «САД» is no
            abbreviation then.
    """
    before, bare, after = unwrapped(word)
    if names_a_place(word):
        yield Form(word) if word.endswith(".") else noun_in_case(word, case)
        yield from _with_place(word, behind, case)
    elif _LATIN_HALF.match(bare):
        half = bare.rindex("-") + 1
        yield from (Form(before + bare[:half]), noun_in_case(bare[half:], case))
        yield from (Form(after), *_behind(bare[half:], behind, case))
    elif not _WORD.fullmatch(bare):
        rest = "".join([word, *behind])
        yield Form(rest, () if _is_sure(word, behind) else (f"{rest}?",))
    elif is_abbreviation(bare, is_described):
        yield Form(word)
        yield _behind_abbreviation(behind, case)
    else:
        yield Form(before)
        yield _noun_or_adjective(bare, case)
        yield Form(after)
        yield from _behind(bare, behind, case)


def _is_sure(word: str, behind: list[str]) -> bool:
    """Whether what is no noun stays for sure: what is in quotation marks, a number, «с. Цунта»."""
    return _SURE.match(word) is not None or not (word + "".join(behind)).strip()


def _noun_or_adjective(word: str, case: Case) -> Form:
    """«Отдел», but also «Цунтинский», which is a district by itself."""
    low = word if not word.isupper() else word.lower()
    plural = plural_in_case(low, case)
    if plural is not None:
        form = Form(plural)
    elif is_adjectival(low) and not nominatives(low) and not low.endswith(("ие", "ние")):
        form = Form(adjective(low, case, animate=False))
    else:
        form = noun_in_case(low, case)
    return in_capitals(form) if word.isupper() else form


def _behind(head: str, behind: list[str], case: Case) -> Iterator[Form]:
    """What stands behind the noun: adjectives that agree with it, a second noun, dependents."""
    count = 0
    for form in adjectives_behind(head, behind, case):
        yield form
        count += 1
    rest = behind[count:]
    if not count and len(rest) > 3 and rest[1] == "и" and _is_head("".join(rest[3:])):
        yield Form("".join(rest[:3]))
        yield _segment("".join(rest[3:]), case)
    else:
        yield Form("".join(rest))


def _with_place(head: str, behind: list[str], case: Case) -> Iterator[Form]:
    if len(behind) < 2:
        yield Form("".join(behind))
        return
    forms, taken = place_in_case(head, behind[1:], case)
    yield Form(behind[0])
    yield from forms
    yield Form("".join(behind[1 + taken :]))


def _behind_abbreviation(behind: list[str], case: Case) -> Form:
    """What stands behind an abbreviation stays; a name without quotation marks («ГКУ Центр
    занятости») is doubtful: some decline it.
    """
    text = "".join(behind)
    if len(behind) < 2 or behind[1][0] in _QUOTES:
        return Form(text)
    if not _is_head("".join(behind[1:])) or is_abbreviation(behind[1]):
        return Form(text)
    if known_as(behind[1], "NOUN", "sing", "gent"):
        return Form(text)  # «РУО администрации …»: whose it is, not «администрации» of the plural
    declined = _segment("".join(behind[1:]), case).text
    return Form(text, (behind[0] + declined if behind[0] + declined != text else f"{text}?",))
