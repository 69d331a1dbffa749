"""One school's fields: its row of the sheet, and its findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from letters_gen.compliance import judged_value
from letters_gen.documents.head import head_of
from letters_gen.documents.inflecting import Inflected
from letters_gen.model.field import FieldValues
from letters_gen.model.judgement import Finding, Indicator, Value
from letters_gen.model.matter import JudgedWeek
from letters_gen.model.monitoring import Row
from letters_gen.model.settings import Settings
from letters_gen.russian.numbers import requirement_text, value_text
from letters_gen.russian.phrases import sentence
from letters_gen.russian.typography import typeset


class SchoolFields(FieldValues):
    """The fields of one school; those that a notice seldom names are put into words when one of
    them is asked for.
    """

    def __init__(self, known: FieldValues, others: Callable[[], FieldValues]) -> None:
        self._known, self._others = known, others

    @cached_property
    def _all(self) -> FieldValues:
        return {**self._others(), **self._known}

    def __getitem__(self, name: str) -> Any:
        return self._known[name] if name in self._known else self._all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __reversed__(self) -> Iterator[str]:
        return reversed(list(self._all))

    def __str__(self) -> str:
        return str(self._all)


class SchoolWords:
    """Puts schools into words, typeset, for all letters of a batch; what these have alike is put so
    once.

    Without a week a school has no figures to put.
    """

    def __init__(self, settings: Settings, week: JudgedWeek | None) -> None:
        self._columns: list[tuple[str, str]] = []
        self._shares: list[Indicator] = []
        self._averages: Mapping[str, str] = {}
        self._rules: dict[str, FieldValues] = {}
        if week:
            self._columns = [(column.key, column.field) for column in settings.shown_columns]
            self._shares = settings.judged_shares
            self._averages = week.averages

    def school(self, row: Row, findings: Sequence[Finding]) -> FieldValues:
        """The fields of a letter about one school: `школа`, and its own `нарушения`."""
        head = head_of(row.school)
        known = {
            "название": typeset(row.school.short_name),
            "руководитель": Inflected.of(head.name) if head.name else "",
            "должность": Inflected.of(head.post) if head.post else "",
        }

        def others() -> FieldValues:
            named = {"инн": row.school.inn, "полное": typeset(row.school.full_name)}
            return {**self.row(row, [finding.indicator.finding for finding in findings]), **named}

        return {
            "школа": SchoolFields(known, others),
            "нарушения": [self.finding(finding) for finding in findings],
        }

    def row(self, row: Row, phrases: Sequence[str]) -> FieldValues:
        """A school's row: its name, the columns of the sheet, the judged shares, what it has to
        mend (`phrases`).
        """
        return {
            "название": typeset(row.school.short_name),
            **{field: _shown(row.value(key)) for key, field in self._columns},
            **{rule.field: _shown(judged_value(row, rule.source), rule) for rule in self._shares},
            "замечания": typeset(sentence(phrases)),
        }

    def finding(self, finding: Finding) -> FieldValues:
        """One finding: the school, the indicator, its value, what is required, the district's
        average, what to do.
        """
        return {
            "школа": typeset(finding.school.short_name),
            **self._rule(finding.indicator),
            "значение": _shown(finding.value, finding.indicator),
        }

    def _rule(self, indicator: Indicator) -> FieldValues:
        """What every finding of an indicator has alike."""
        known = self._rules.get(indicator.key)
        if known is None:
            known = self._rules[indicator.key] = {
                "показатель": typeset(indicator.title),
                "требование": typeset(requirement_text(indicator.requirement)),
                "по_району": typeset(self._averages[indicator.key]),
                "что_сделать": typeset(sentence([indicator.finding])),
            }
        return known


def _shown(value: Value | None, indicator: Indicator | None = None) -> str:
    return typeset(value_text(value, indicator.requirement if indicator else None))
