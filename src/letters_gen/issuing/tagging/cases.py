"""In which case a school or its head stands in a letter, where this one's forms don't tell: next
week's may.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from letters_gen.issuing.tagging.values import Known, Value

_NOMINATIVE = "именительный"
_GENITIVE = "родительный"
_CASES = (_GENITIVE, "дательный", "винительный", "творительный", "предложный")
_GOVERNED = {
    "предложный": "в во на о об при",
    _GENITIVE: "из от до для без у около после кроме",
    "дательный": "к ко по согласно",
}
_OF_PREPOSITION = {word: case for case, words in _GOVERNED.items() for word in words.split()}
_LAST_WORD = re.compile(r"(\w+)[ \"(]*$")
_NAMES = ("школа.название", "школа.полное")
_POST, _HEAD = "школа.должность", "школа.руководитель"


def in_its_case(
    fits: Sequence[Value], before: str, known: Known
) -> tuple[list[Value], list[Value]]:
    """The values that fit a text behind `before`, of a school those in the case in which it stands
    there; and those in other cases where nothing tells which it is.
    """
    cased = [one for one in fits if one.path in (*_NAMES, _HEAD)]
    if len({_case_of(one) for one in cased}) < 2:
        return list(fits), []
    case = _case_behind(before, known, cased[0].path)
    others = _of_other_case(cased, case or _NOMINATIVE)
    if len(others) == len(cased):
        return list(fits), []
    told = _shortest(others) if case is None else []
    return [one for one in fits if one not in others], told


def _shortest(values: Sequence[Value]) -> list[Value]:
    return [one for one in values if one.rank == 1]


def _of_other_case(values: Sequence[Value], case: str) -> list[Value]:
    return [one for one in values if _case_of(one) != case]


def _case_of(value: Value) -> str:
    filters = [one.strip() for one in value.said.split("|")[1:]]
    return next((one for one in filters if one in _CASES), _NOMINATIVE)


def _case_behind(before: str, known: Known, path: str) -> str | None:
    """The case that the words before ask for: a preposition, the post of whom is named; None where
    they don't tell.
    """
    post = _ending(before, known, (_POST,))
    if post and path in _NAMES:
        return _GENITIVE
    if post:
        return _case_of(post)
    school = _ending(before, known, _NAMES)
    if school and path == _HEAD:
        held = before.rstrip()[: -len(school.text)]
        post = _ending(held, known, (_POST,))
        return _case_of(post) if post else None
    word = _LAST_WORD.search(before)
    return _OF_PREPOSITION.get(word[1].casefold()) if word else None


def _ending(before: str, known: Known, paths: Sequence[str]) -> Value | None:
    """What a text ends with of these fields, the longest."""
    said = before.rstrip()
    found = [
        one
        for text, values in known.by_text.items()
        if said.endswith(text)
        for one in values
        if one.path in paths
    ]
    return max(found, key=lambda one: len(one.text), default=None)
