"""Findings and figures in words: the value, the rule that judged it, the cells it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from letters_gen.documents.past import finding_change
from letters_gen.model.judgement import Figure, Finding, Indicator
from letters_gen.model.past import Past
from letters_gen.model.settings import Settings
from letters_gen.russian.numbers import change_text, place_text, requirement_text, value_text
from letters_gen.wording.language import gettext as _
from letters_gen.wording.sentences import listed


def figure_line(figure: Figure, settings: Settings, past: Past) -> str:
    """One figure with its rule, its cells, and what has changed, in one line."""
    value = value_text(figure.value)
    cells = ", ".join(figure.cells)
    rule = figure_rule(figure, settings)
    told = _("{title}: {value} = {rule} ({cells})").format(
        title=figure.rule.title, value=value, rule=rule, cells=cells
    )
    changed = figure_change(figure, past)
    since = _("since last week: {change}").format(change=changed)
    return f"{told}; {since}" if changed else told


def figure_change(figure: Figure, past: Past) -> str:
    """What has changed of a figure since the week before; '' where nothing is known."""
    changes = past.district.changes if past.district else {}
    return change_text(changes.get(figure.rule.key))


def figure_rule(figure: Figure, settings: Settings) -> str:
    """How a figure was computed: `100% − Написали … / Зарегистрировано = 100% − 102 / 441`."""
    part, whole = (settings.columns[column].title for column in figure.rule.source.columns)
    before = "100% − " if figure.rule.complement else ""
    return f"{before}«{part}» / «{whole}» = {before}{figure.part} / {figure.whole}"


def indicator_lines(
    findings: Sequence[Finding], indicators: Iterable[Indicator], schools: int, named: bool
) -> list[str]:
    """Each of `indicators` that isn't met, with how many of the sheet's `schools` miss it; `named`
    tells which they are.
    """
    lines = []
    for indicator in indicators:
        alike = [finding for finding in findings if finding.indicator.key == indicator.key]
        if not alike:
            continue
        told = _("{title}, required: {requirement}: {number} of {schools} schools")
        requirement = requirement_text(indicator.requirement)
        lines.append(
            told.format(
                title=indicator.title, requirement=requirement, number=len(alike), schools=schools
            )
        )
        if named:
            lines.append(f"  {listed([_named_finding(finding) for finding in alike])}")
    return lines


def _named_finding(finding: Finding) -> str:
    value = value_text(finding.value, finding.indicator.requirement)
    return f"{finding.school.short_name} ({value})"


def finding_lines(findings: Sequence[Finding], past: Past) -> list[str]:
    """Findings under the names of their schools; each line answers why the school is on the
    list.
    """
    lines: list[str] = []
    for school, own in groupby(findings, key=lambda one: one.school):
        lines.append(school.short_name)
        lines += [f"  {finding_line(finding, past)}" for finding in own]
    return lines


def finding_line(finding: Finding, past: Past) -> str:
    """One finding: its value, the rule, its cells, and what earlier weeks tell."""
    requirement, known = finding.indicator.requirement, past.schools[finding.school.key]
    told = _("{title}: {value}, required: {requirement} ({cells})").format(
        title=finding.indicator.title,
        value=value_text(finding.value, requirement),
        requirement=requirement_text(requirement),
        cells=", ".join(finding.cells),
    )
    parts = [told]
    running = known.findings[finding.indicator.key]
    if running > 1:
        parts.append(_("weeks running: {number}").format(number=running))
    changed = change_text(finding_change(finding, known))
    if changed:
        parts.append(_("since last week: {change}").format(change=changed))
    if finding.indicator.key == past.ranked_by:
        parts.append(_("place: {place}").format(place=place_text(known.place)))
    return "; ".join(parts)
