"""A sentence about a list's only item, put so that it holds for several too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letters_gen.issuing.tagging.finding import Found
from letters_gen.issuing.tagging.values import Value, variable_of
from letters_gen.russian.plural import plural_before, plural_behind

_PAIRS = {'"': '"', "(": ")"}
_BEFORE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*(?= ?$)")
_BEHIND = re.compile(r"(?<= )[^\W\d_]+(?: [^\W\d_]+)*")
# Behind these a sentence begins, and behind the number of a clause.
_BEGINS = ("", ".", "!", "?", ")")


@dataclass(frozen=True)
class OfOne:
    """What a passage says of a list's only item.

    Attributes:
        list: its name.
        start, end: from where to where it is repeated, in the passage's plain text: brackets and
            quotation marks that hold it included.
        opening, closing: the tags before and behind it, with what parts one item from the next.
        words: words beside it that are about one, as values that follow the number.
        said: how it reads of several, the others left out.
    """

    list: str
    start: int
    end: int
    opening: str
    closing: str
    words: Sequence[Found]
    said: str


def of_one(text: str, found: Sequence[Found]) -> OfOne:
    """How what is `found` of a list's only item in a plain `text` is said of several."""
    name = found[0].value.loop
    first, last = min(one.start for one in found), max(one.end for one in found)
    start, end = _with_brackets(text, first, last)
    parting = _parting(text, start, end, is_name=len(found) == 1)
    variable = variable_of(name)
    words = list(_agreeing(text, start, end, name))
    return OfOne(
        list=name,
        start=start,
        end=end,
        opening=f"{{% for {variable} in {name} %}}",
        closing=f"{{% if not loop.last %}}{parting}{{% endif %}}{{% endfor %}}",
        words=words,
        said=_said(text, (start, end), parting, words),
    )


def _with_brackets(text: str, first: int, last: int) -> tuple[int, int]:
    """What holds the items belongs to each: «A», «B». A mark that is closed between them is theirs
    too; one that is closed behind all else isn't.
    """
    opening = text[first - 1 : first]
    if opening not in _PAIRS:
        return first, last
    closing = _PAIRS[opening]
    if closing in text[first:last]:
        return first - 1, last
    if text[last : last + 1] == closing and opening == '"':
        return first - 1, last + 1
    return first, last


def _parting(text: str, start: int, end: int, is_name: bool) -> str:
    """What stands between two items: a comma between names in quotation marks, a full stop between
    sentences, else a semicolon.
    """
    before = text[:start].strip()
    if is_name and text[start] == '"':
        return ", "
    is_sentence = before[-1:] in _BEGINS and text[end : end + 1] == "."
    return ". " if is_sentence and text[start].isupper() else "; "


def _agreeing(text: str, start: int, end: int, name: str) -> Iterator[Found]:
    """The words before and behind that are about one."""
    before = _BEFORE.search(text[:start])
    if before is None:
        return
    said = before[0].split()
    several = plural_before(said)
    if several == said:
        return
    yield _of_number(before.start(), said, several, name)
    behind = _BEHIND.match(text, end + 1)
    if behind:
        said = behind[0].split()
        several = plural_behind(said)
        if several != said:
            yield _of_number(behind.start(), said, several, name)


def _of_number(at: int, one: Sequence[str], several: Sequence[str], name: str) -> Found:
    """Words that follow the number of a list's items: no more of them than differ."""
    differ = [
        place for place, pair in enumerate(zip(one, several, strict=True)) if len({*pair}) > 1
    ]
    first, last = differ[0], differ[-1] + 1
    if one[first - 1 : first] == ["не"]:
        first -= 1
    start = at + len(" ".join([*one[:first], ""]))
    text, other = " ".join(one[first:last]), " ".join(several[first:last])
    tag = f"{{% if {name} | length == 1 %}}{text}{{% else %}}{other}{{% endif %}}"
    value = Value(name, other, text, whole=tag)
    return Found(start, start + len(text), value, ())


def _said(text: str, span: tuple[int, int], parting: str, words: Sequence[Found]) -> str:
    """The clause, of several."""
    start, end = span
    said = text[start:end] + parting + "…"
    at = end
    for word in words:
        if word.start < start:
            said = word.value.said + text[word.end : start] + said
        else:
            said += text[at : word.start] + word.value.said
    return said
