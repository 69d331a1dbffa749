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
    from letters_gen.wording.trends import TrendRows

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
    from letters_gen.wording.trends import district_rows, school_rows

    _say_table(district_rows(found, _COLUMNS))
    if is_chosen and len(found.schools) == 1:
        _say_table(school_rows(found, next(iter(found.schools)), _COLUMNS))
    else:
        _say_schools(found)
    if len(found.weeks) > _COLUMNS:
        told = _("Shown are the last {shown} weeks of {total}; the workbook has all of them.")
        say(told.format(shown=_COLUMNS, total=len(found.weeks)))


def _say_table(rows: TrendRows) -> None:
    say(table(rows.headings, rows.rows, right=range(1, _COLUMNS + 3)))


def _say_schools(found: Trend) -> None:
    """Of many schools those that fall short the longest."""
    from letters_gen.wording.trends import schools_rows

    kept = set(sorted(found.schools, key=lambda key: -found.running(key))[:_LINES])
    shown = [key for key in found.schools if key in kept]
    _say_table(schools_rows(found, shown, _COLUMNS))
    if len(found.schools) > len(shown):
        more = _("Those that fall short the longest: {shown} of {total}.")
        say(more.format(shown=len(shown), total=len(found.schools)))
