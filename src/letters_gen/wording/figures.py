"""Findings and figures in words: the value, the rule that judged it, the cells it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from letters_gen.model.judgement import Figure, Finding, Value
from letters_gen.model.settings import Settings
from letters_gen.russian.numbers import percent, requirement_text, value_text
from letters_gen.week.history import History
from letters_gen.wording.language import gettext as _


def figure_line(figure: Figure, settings: Settings) -> str:
    """One figure with its rule and its cells, in one line."""
    value = value_text(figure.value)
    cells = ", ".join(figure.cells)
    rule = figure_rule(figure, settings)
    return _("{title}: {value} = {rule} ({cells})").format(
        title=figure.rule.title, value=value, rule=rule, cells=cells
    )


def figure_rule(figure: Figure, settings: Settings) -> str:
    """How a figure was computed: `100% − Написали … / Зарегистрировано = 100% − 102 / 441`."""
    part, whole = (settings.columns[column].title for column in figure.rule.source.columns)
    before = "100% − " if figure.rule.complement else ""
    return f"{before}«{part}» / «{whole}» = {before}{figure.part} / {figure.whole}"


def finding_lines(findings: Sequence[Finding], known: Sequence[History]) -> list[str]:
    """Findings under the names of their schools; each line answers why the school is on the
    list.

    Args:
        known: the history of each of `findings`.
    """
    lines: list[str] = []
    told = zip(findings, known, strict=True)
    for school, own in groupby(told, key=lambda one: one[0].school):
        lines.append(school.short_name)
        lines += [f"  {_finding_line(finding, history)}" for finding, history in own]
    return lines


def _finding_line(finding: Finding, history: History) -> str:
    requirement = finding.indicator.requirement
    told = _("{title}: {value}, required: {requirement} ({cells})").format(
        title=finding.indicator.title,
        value=value_text(finding.value, requirement),
        requirement=requirement_text(requirement),
        cells=", ".join(finding.cells),
    )
    parts = [told]
    if history.running > 1:
        parts.append(_("weeks running: {number}").format(number=history.running))
    changed = change_text(history.change)
    if changed:
        parts.append(_("since last week: {change}").format(change=changed))
    return "; ".join(parts)


def change_text(value: Value | None) -> str:
    """A change since the week before with its sign: `+3`, a share's in points: `−12,5 п.п.`; '' for
    none.
    """
    if value is None or isinstance(value, str):
        return ""
    if value == 0:
        return "0"
    sign = "+" if value > 0 else "−"
    size = (
        f"{percent(abs(value)).rstrip('%')} п.п."
        if isinstance(value, Fraction)
        else str(abs(value))
    )
    return sign + size
