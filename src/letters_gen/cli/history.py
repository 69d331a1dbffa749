"""history: the weeks that the register remembers, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters_gen.cli.options import FILE, json_option
from letters_gen.cli.screen import say, table
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import Whole
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.week.trend import Trend

_COLUMNS, _LINES = 5, 30


@click.command(
    help=_(
        "Show schools and district over the weeks, and write them into a workbook with charts. "
        "FILE is the .xlsx, letters/journals/История показателей.xlsx without it."
    )
)
@click.argument("file", type=FILE, required=False)
@click.option(
    "--weeks", type=Whole(1), metavar="N", help=_("Only the last N weeks; all without it.")
)
@click.option(
    "--school", metavar="SCHOOL", help=_("Only this school: part of its name, or its ИНН.")
)
@json_option
@click.pass_obj
def history(
    session: Session, file: Path | None, weeks: int | None, school: str | None, as_json: bool
) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.trend_json import trend_json
    from letters_gen.week.trend import trend
    from letters_gen.week.trend_file import write_trend_file

    found = trend(session.register, session.settings, weeks, school)
    path = write_trend_file(session.workspace, found, file)
    told = session.workspace.relative(path.absolute())
    if as_json:
        print_json(trend_json(found, told))
        return
    if not session.quiet:
        _show(found, is_chosen=school is not None)
    say(_("Written: {path}").format(path=told))


def _show(found: Trend, is_chosen: bool) -> None:
    """The district, then the schools: one that was chosen with each of its values."""
    say(_district_table(found))
    if is_chosen and len(found.schools) == 1:
        say(_values_table(found, *found.schools))
    else:
        say(_schools_table(found))
    if len(found.weeks) > _COLUMNS:
        told = _("Shown are the last {shown} weeks of {total}; the workbook has all of them.")
        say(told.format(shown=_COLUMNS, total=len(found.weeks)))


def _weeks(found: Trend) -> list[str]:
    return [f"{period.end:%d.%m.%y}" for period in found.periods[-_COLUMNS:]]


def _district_table(found: Trend) -> str:
    averages = found.averages(_COLUMNS)
    rows = [(rule.title, *(week[rule.key] for week in averages)) for rule in found.indicators]
    return table([_("District"), *_weeks(found)], rows, right=range(1, _COLUMNS + 1))


def _values_table(found: Trend, key: str) -> str:
    from letters_gen.russian.numbers import value_text

    values = found.values(key)
    rows = [
        (
            rule.title,
            *(value_text(one, rule.requirement) for one in values[rule.key][-_COLUMNS:]),
        )
        for rule in found.indicators
    ]
    return table([found.schools[key], *_weeks(found)], rows, right=range(1, _COLUMNS + 1))


def _schools_table(found: Trend) -> str:
    """How many indicators each school didn't meet; of many those that fall short the longest."""
    from letters_gen.russian.numbers import place_text

    kept = sorted(found.schools, key=lambda key: -found.running(key))[:_LINES]
    shown = [key for key in found.schools if key in set(kept)]
    rows = []
    for key in shown:
        counts = ["–" if one is None else str(one) for one in found.findings(key)[-_COLUMNS:]]
        place = place_text(found.places.get(key)) or "–"
        rows.append((found.schools[key], *counts, str(found.running(key) or "–"), place))
    headings = [_("Indicators not met"), *_weeks(found), _("Weeks running"), _("Place")]
    told = table(headings, rows, right=range(1, _COLUMNS + 3))
    if len(found.schools) > len(shown):
        more = _("Those that fall short the longest: {shown} of {total}.")
        return f"{told}\n{more.format(shown=len(shown), total=len(found.schools))}"
    return told
