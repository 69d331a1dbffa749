"""How a school and the whole district stand on an indicator, in words: what a share is of, how many
have what is required.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from letters_gen.compliance import judged_value, meets, share_of_sums
from letters_gen.model.judgement import Finding, Indicator, Relation
from letters_gen.model.monitoring import Monitoring, Row
from letters_gen.model.settings import Settings
from letters_gen.russian.agreement import form_for
from letters_gen.russian.counted import out_of_so_many
from letters_gen.russian.numbers import out_of, value_text

_NBSP = "\N{NO-BREAK SPACE}"
_YES = "да"


def district_standings(monitoring: Monitoring, settings: Settings) -> dict[str, str]:
    """How the district stands on each indicator, by the indicator's key: `75,4% (325 из 431)`,
    `активен в 17 из 22 организаций`; indicators without data have none.
    """
    found = {}
    for key, rule in settings.indicators.items():
        standing = _standing(monitoring.rows, rule)
        if standing:
            found[key] = standing
    return found


def _standing(rows: Sequence[Row], rule: Indicator) -> str:
    if rule.source.is_share:
        sums = share_of_sums(rows, rule.source)
        share = value_text(sums.value, rule.requirement)
        return f"{share} ({out_of(sums.part, sums.whole)})" if sums.whole else ""
    values = [judged_value(row, rule.source) for row in rows]
    judged = [value for value in values if value is not None]
    if not judged:
        return ""
    met = sum(meets(value, rule.requirement) for value in judged)
    noun = form_for(len(judged), "организации", "организаций", "организаций")
    return f"{_what_is_met(rule)} в{_NBSP}{out_of(met, len(judged))} {noun}"


def _what_is_met(rule: Indicator) -> str:
    """What is told of those that meet it: «активен», «есть», «выполняется»."""
    bound = rule.requirement.bound
    if bound == _YES:
        return "есть"
    if isinstance(bound, str):
        return bound[:1].lower() + bound[1:]
    is_having_one = rule.requirement.relation is Relation.AT_LEAST and bound == 1
    return "есть" if is_having_one else "выполняется"


def own_standing(finding: Finding) -> str:
    """What a school has, inside a sentence: `57,1% (8 из 14 учителей)`, `не активен`, `0`."""
    rule = finding.indicator
    text = value_text(finding.value, rule.requirement)
    if not rule.source.is_share:
        return text[:1].lower() + text[1:]
    part, whole = _counts(finding.row, rule.source.columns)
    if part is None or whole is None:
        return text
    counted = f"{_NBSP}{out_of_so_many(whole, rule.of)}" if rule.of else ""
    return f"{text} ({out_of(part, whole)}{counted})"


def _counts(row: Row, columns: Iterable[str]) -> tuple[int | None, int | None]:
    part, whole = map(row.count, columns)
    return part, whole
