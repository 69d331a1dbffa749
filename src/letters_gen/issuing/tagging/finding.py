"""Values in a passage: the longest first, none over another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letters_gen.issuing.tagging.alike import is_word_in
from letters_gen.issuing.tagging.cases import in_its_case
from letters_gen.issuing.tagging.choosing import Surroundings, as_fitting, in_order
from letters_gen.issuing.tagging.values import Known, Value

_TAGGED = re.compile(r"\{\{ ([\w.]+)")
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
# So far back the words of a sentence tell what a number in it is.
_NEAR = 60
_COUNT = re.compile(r"[0-9][0-9 ]*")
_ORDINARY_WORD = re.compile(r"[А-Яа-яё]+")
# Of a school these are names of its own; whatever else is said of it are words and figures.
_SCHOOL = "школа"
_NAMING = ("название", "полное", "инн", "руководитель", "почта", "замечания")
# Numbers behind these name a place in a text, an act or a day, and no figure.
_NO_FIGURE = re.compile(
    r"(?:показател\w*|пункт\w*|подпункт\w*|п\.|ст\.|стать\w*|част\w*|раздел\w*|приложени\w*|№|класс\w*"
    r"|недел\w*) ?$",
    re.IGNORECASE,
)
# What an indicator requires is no figure of the week, though one may be the same: «не менее 100%».
_REQUIRED = re.compile(r"(?:менее|более|меньше|больше|ниже|выше) ?$", re.IGNORECASE)
_MONTH = re.compile(
    r"[ -](?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|ФЗ|ю |й )"
)


@dataclass(frozen=True)
class Found:
    """A value in a passage: what is taken for it, and what fits as well."""

    start: int
    end: int
    value: Value
    others: Sequence[Value]


@dataclass(frozen=True)
class _Place:
    """Where a text that could be a value stands in a passage."""

    passage: str
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def before(self) -> str:
        return self.passage[: self.start]

    @property
    def after(self) -> str:
        return self.passage[self.end :]

    def is_free(self, taken: Sequence[tuple[int, int]]) -> bool:
        """Whether it lies over none of these."""
        return all(self.end <= first or last <= self.start for first, last in taken)


def found_in(text: str, known: Known, caption: str = "") -> list[Found]:
    """What stands in the plain `text` of a passage, from its end to its beginning, so that tags can
    be put in one after the other.

    Args:
        caption: what a table's column is headed with, where the passage stands in one.
    """
    taken = [match.span() for match in TAG.finditer(text)]
    groups = {name.partition(".")[0] for name in _TAGGED.findall(text)}
    places = _longest_first(text, known)
    found: list[Found] = []
    # What reads like any other word goes last: it is a value beside others of its group.
    for fitting in (_sure, _meant, _meant):
        for place in places:
            fits = fitting(place, known.by_text[place.text], groups)
            if fits and place.is_free(taken):
                taken.append((place.start, place.end))
                where = Surroundings(caption, place.before[-_NEAR:], frozenset(groups))
                meant, cases = in_its_case(fits, place.before, known)
                value, *rest = in_order(meant, known, where)
                others = as_fitting([value, *rest], known, where)
                others += cases if value.group == _SCHOOL else []
                found.append(Found(place.start, place.end, value, others))
        groups |= {one.value.group for one in found}
    return sorted(found, key=lambda one: -one.start)


def _longest_first(text: str, known: Known) -> list[_Place]:
    found = [place for word in known.by_text for place in _occurrences(text, word)]
    return sorted(found, key=lambda place: (-len(place.text), place.start))


def _occurrences(text: str, word: str) -> Iterator[_Place]:
    at = text.find(word)
    while at >= 0:
        if is_word_in(text, at, word):
            yield _Place(text, at, word)
        at = text.find(word, at + 1)


def _sure(place: _Place, values: Sequence[Value], _groups: set[str]) -> list[Value]:
    """The values that read like nothing else."""
    if place.text.endswith("%") and _REQUIRED.search(place.before):
        return []
    # The district's share may be a school's own by chance: «0%», «100%».
    if place.text.endswith("%") and any(one.group == _SCHOOL for one in values):
        return []
    return [one for one in values if not _is_loose(one)]


def _meant(place: _Place, values: Sequence[Value], groups: set[str]) -> list[Value]:
    """The values that read like any other number or word, and are meant here."""
    is_share = place.text.endswith("%") and not _REQUIRED.search(place.before)
    loose = [one for one in values if _is_loose(one) or (is_share and one.group in groups)]
    return [one for one in loose if _is_meant(one, place, groups)]


def _is_loose(value: Value) -> bool:
    """Whether a value reads like any other number or word of a text."""
    if _COUNT.fullmatch(value.text):
        return True
    _, _, field = value.path.partition(".")
    if value.group == _SCHOOL:
        return field not in _NAMING
    is_of_office = value.group in ("учреждение", "основание")
    is_word = not is_of_office and _ORDINARY_WORD.fullmatch(value.text) is not None
    return field == "должность" or is_word


def _is_meant(value: Value, place: _Place, groups: set[str]) -> bool:
    """Whether a number or a word like any other is this value: it stands alone, or among values of
    its group; a number as one of several.
    """
    before, after = place.before, place.after
    is_alone = not before.strip() and not after.strip(" .,;:")
    if is_alone or not _COUNT.fullmatch(value.text):
        return is_alone or value.group in groups
    is_of = after.startswith(" из ") or before.endswith(" из ")
    is_figure = not (_NO_FIGURE.search(before) or _MONTH.match(after))
    return is_figure and (is_of or len(value.text) > 1 or before.endswith((": ", " - ")))
