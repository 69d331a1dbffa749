"""Whose rows a sheet's rows are: the district in its column, merged, written once, in a row of its
own above, or in the sheet's name.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from letters_gen.errors import Place
from letters_gen.facts.headers import texts_of
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.lines import Line, Lines, texts_down
from letters_gen.facts.schools import Directory
from letters_gen.model.folding import folded_alike, folded_district
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Question, SheetAnswer
from letters_gen.model.settings import Settings

# Answers on whose a district is that is written unlike ours.
OURS, ANOTHERS = "наш", "другой"
_NEAR = 0.85
_STEM = 6
# «То же», as it is written under a word.
_DITTO = re.compile(
    r"[-–—|/ ]*[\"«»„“”〃'/]+[-–—|/\"«»„“”〃' ]*|[-–—]+|-?\|\|-?|то же", re.IGNORECASE
)


def says_where(table: Lines) -> bool:
    """Whether a table tells the district of its rows without a column for it."""
    return bool(table.markers) or _named_by_sheet(table) or _mostly_known(table)


def _named_by_sheet(table: Lines) -> bool:
    """Whether the sheet's name, or a line above the header, names the office's district."""
    ours = folded_district(table.settings.office.district)
    stem = max(ours.split(), key=len, default="")
    stem = stem[: max(_STEM, len(stem) - 2)]
    rows = table.header.grid.rows[: table.header.first]
    told = [table.header.grid.sheet, *(text for row in rows for text in texts_of(row))]
    return len(stem) >= _STEM and any(stem in folded_alike(text) for text in told)


def _mostly_known(table: Lines) -> bool:
    """Whether most rows are of schools that the directory has."""
    directory = table.directory
    known = [line for line in table.schools if _is_known(line, directory)]
    return len(known) * 2 > len(table.schools)


def _is_known(line: Line, directory: Directory) -> bool:
    found = directory.by_inn(line.inn) if line.inn else directory.by_name(line.name)
    return found is not None


@dataclass
class OwnLines:
    """Picks the office's rows of a table; `oddities` grows as it does, and what it asks of
    `inquiry`: `district-near`.
    """

    table: Lines
    file: str
    inquiry: Inquiry
    oddities: list[Oddity] = field(default_factory=list)
    _asked: dict[str, bool] = field(default_factory=dict)

    @property
    def settings(self) -> Settings:
        return self.table.settings

    def pick(self) -> Iterator[Line]:
        """The office's rows in their order."""
        if not self.settings.office.district:
            yield from self.table.schools
            return
        has_column = "district" in self.table.header.columns
        written = self._written()
        ours = {text for text in set(written) if self._names_ours(text)}
        own: list[Line] = []
        others: list[tuple[Line, str]] = []
        for line, text in zip(self.table.schools, written, strict=True):
            if text in ours or self._is_ours(line, text, has_column):
                own.append(line)
            else:
                others.append((line, text))
        if others:
            own = sorted([*own, *self._strays(others, own)], key=lambda line: line.number)
        yield from own

    def _names_ours(self, written: str) -> bool:
        ours = self.settings.office.district
        return bool(written) and folded_district(written) == folded_district(ours)

    def _strays(self, others: Sequence[tuple[Line, str]], ours: Sequence[Line]) -> Iterator[Line]:
        """Rows under another district, without ИНН, that have the name of a school of ours which
        has no row: the clerk says whose they are.
        """
        directory = self.table.directory
        present = {_school_key(line, directory) for line in ours}
        if len(present) >= len(directory.schools):
            return
        for line, written in others:
            if line.inn or not written:
                continue
            named = directory.by_name(line.name)
            if named and named.key not in present and self._answered(line, written):
                yield line

    def _written(self) -> Sequence[str]:
        """What the sheet says of the district of each school's row, '' where it says nothing."""
        lines = self.table.schools
        texts = _without_ditto(texts_down(lines, "district"))
        if not any(texts):
            ours = self.settings.office.district
            everywhere = "" if self.table.markers or not _named_by_sheet(self.table) else ours
            return [self._marked(line.number) or everywhere for line in lines]
        if not all(texts) and self._is_written_once(texts):
            return _filled_down(texts)
        return texts

    def _marked(self, number: int) -> str:
        """What the last row above `number` that names a district says."""
        above = [text for row, text in self.table.markers if row < number]
        return above[-1] if above else ""

    def _is_written_once(self, texts: Iterable[str]) -> bool:
        """Whether each district stands at the first of its rows only."""
        said = [folded_district(text) for text in texts if text]
        return bool(said) and all(one != other for one, other in itertools.pairwise(said))

    def _is_ours(self, line: Line, written: str, has_column: bool) -> bool:
        """Whether a row is ours that doesn't say so itself."""
        known = _is_known(line, self.table.directory)
        if not written:
            if has_column or not known:
                code = "district-blank" if known else "district-blank-unknown"
                self._odd(code, line, school=line.name)
            return known
        by_inn = line.inn and self.table.directory.by_inn(line.inn) is not None
        if by_inn or may_be_ours(written, self.settings.office.district):
            return self._answered(line, written)
        return False

    def _answered(self, line: Line, written: str) -> bool:
        """Whether the clerk says that a district written otherwise, or by mistake, is ours."""
        if written not in self._asked:
            place = Place(file=self.file, cell=line.at("district"))
            said = dict.fromkeys(texts_down(self.table.schools, "district"))
            arguments = {
                "written": written,
                "district": self.settings.office.district,
                "school": line.name,
                "found": [text for text in said if text],
                "nearest": [written],
            }
            choices = (OURS, ANOTHERS)
            question = Question(
                "district-near", place, written, choices, None, SheetAnswer(), arguments
            )
            self._asked[written] = self.inquiry.answer(question) != ANOTHERS
        return self._asked[written]

    def _odd(self, code: str, line: Line, /, **arguments: object) -> None:
        place = Place(file=self.file, cell=line.at("district"))
        self.oddities.append(Oddity(code, place, arguments))


def _without_ditto(texts: Sequence[str]) -> Sequence[str]:
    ditto = set(filter(_DITTO.fullmatch, set(texts)))
    if not ditto:
        return texts
    return ["" if text in ditto else text for text in texts]


def _filled_down(texts: Iterable[str]) -> list[str]:
    filled, last = [], ""
    for text in texts:
        last = text or last
        filled.append(last)
    return filled


def _school_key(line: Line, directory: Directory) -> str:
    known = directory.by_inn(line.inn) or directory.by_name(line.name)
    return known.key if known else ""


@lru_cache(4_000)
def may_be_ours(written: str, district: str) -> bool:
    """Whether a district is ours, or written so like it that it may be."""
    likeness = difflib.SequenceMatcher(None, folded_district(written), folded_district(district))
    return likeness.ratio() >= _NEAR
