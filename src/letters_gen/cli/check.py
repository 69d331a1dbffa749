"""check: what a sheet says, what the schools have to mend, and everything odd; issues nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters_gen.cli.options import json_option, period_option, sheet_argument
from letters_gen.cli.screen import is_read_at_once, say, say_oddities, table
from letters_gen.cli.session import Session
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letters_gen.model.past import Past
    from letters_gen.model.period import Period
    from letters_gen.model.question import Question
    from letters_gen.model.sheet_view import SheetView
    from letters_gen.office.workspace import Workspace
    from letters_gen.week.checking import Checked
    from letters_gen.week.survey import Survey

# So many findings are read one by one on a terminal.
_MOST_ONE_BY_ONE = 30


@click.command(
    help=_(
        "Read and judge a sheet; issue nothing. FILE is the monitoring sheet, the latest without "
        "it."
    )
)
@sheet_argument
@period_option
@json_option
@click.option("--show", is_flag=True, help=_("Show the sheet as it was understood."))
@click.pass_obj
def check(
    session: Session, file: Path | None, period: Period | None, as_json: bool, show: bool
) -> int:
    from letters_gen.cli.json_output import asked_json, check_json, print_json
    from letters_gen.issuing.checking import with_forms_asked
    from letters_gen.week.checking import checked
    from letters_gen.week.survey import Asked

    found = checked(session.workspace, session.settings, session.register, file, period)
    if isinstance(found, Asked):
        if as_json:
            print_json(asked_json(found))
        else:
            _show_sheet(found.workspace, found.sheet)
            _show_views(found.views if show else ())
            _show_questions(found.questions)
        return 1
    found = with_forms_asked(found, session.register, session.today)
    if as_json:
        print_json(check_json(found))
    else:
        _show_views(found.survey.views if show else ())
        _show(found, quiet=session.quiet)
    return 0 if found.is_answered else 1


def _show_sheet(workspace: Workspace, sheet: Path) -> None:
    say(_("Sheet: {path}").format(path=workspace.relative(sheet.absolute())))


def _show(found: Checked, quiet: bool) -> None:
    from letters_gen.wording.sentences import argument_text

    survey = found.survey
    _show_sheet(survey.workspace, survey.sheet)
    say(_("Period: {period}").format(period=argument_text(survey.monitoring.period)))
    say(_("Schools: {number}").format(number=len(survey.monitoring.rows)))
    if not quiet:
        _show_totals(survey, found.past)
    _show_findings(survey, found.past)
    say_oddities(found.oddities)
    _show_questions(found.questions)


def _show_totals(survey: Survey, past: Past) -> None:
    from letters_gen.compliance import totals
    from letters_gen.wording.figures import figure_line

    columns = survey.settings.columns
    summed = totals(survey.monitoring, columns.values())
    rows = [(columns[key].title, str(total)) for key, total in summed.items()]
    say(table([_("Column"), _("Total")], rows, right=[1]))
    for figure in survey.figures.values():
        say(figure_line(figure, survey.settings, past))


def _show_findings(survey: Survey, past: Past) -> None:
    from letters_gen.wording.figures import finding_lines, indicator_lines

    if not survey.findings:
        say(_("No findings: every school meets every indicator."))
        return
    failing = len({finding.school.key for finding in survey.findings})
    told = _("Findings: {number}; schools with findings: {schools}")
    say(told.format(number=len(survey.findings), schools=failing))
    one_by_one = is_read_at_once() and len(survey.findings) <= _MOST_ONE_BY_ONE
    indicators, schools = survey.settings.indicators.values(), len(survey.monitoring.rows)
    for line in indicator_lines(survey.findings, indicators, schools, named=not one_by_one):
        say(line)
    if one_by_one:
        for line in finding_lines(survey.findings, past):
            say(line)
    else:
        say(_("Each finding with its cells: letters-gen check --json."))


def _show_questions(questions: Iterable[Question]) -> None:
    """A table of what isn't certain: where, what is assumed, what else it may be; and what to do.
    What stops the letter comes last, where it is seen.
    """
    from letters_gen.wording.sentences import told_doubt

    told = [told_doubt(one) for one in sorted(questions, key=lambda one: one.is_open)]
    if not told:
        return
    rows = [
        ("✗" if one.is_open else "?", one.where, one.text, one.assumed, one.others) for one in told
    ]
    titles = ["", _("Where"), _("What isn't certain"), _("Assumed"), _("It may be")]
    say(table(titles, rows))
    for mend in dict.fromkeys(one.mend for one in told if one.mend):
        say(f"    → {mend}")


def _show_views(views: Iterable[SheetView]) -> None:
    """The tables of a sheet: which column is which, the first and the last rows."""
    for view in views:
        say(_("Sheet {sheet}, header in rows {rows}").format(sheet=view.sheet, rows=view.header))
        columns = [(one.letters, one.heading, one.key) for one in view.columns]
        say(table([_("Column"), _("Heading"), "letters.toml"], columns))
        if view.others:
            say(_("Passed over: {columns}").format(columns=", ".join(view.others)))
        rows = [(str(number), *texts) for number, texts in view.rows]
        say(table([_("Row"), *(one.letters for one in view.columns)], rows))
