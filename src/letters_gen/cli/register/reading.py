"""register list, find, show, next: what is entered; nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import click

from letters_gen.cli.options import DATE, json_option
from letters_gen.cli.screen import say, table
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import YEAR, WordChoice
from letters_gen.model.entry_state import SHOWN
from letters_gen.wording.language import gettext as _
from letters_gen.wording.states import state_text

if TYPE_CHECKING:
    from letters_gen.model.entry import Entry

Command = TypeVar("Command", bound=Callable[..., Any])
_STATES = {state: state_text(state) for state in SHOWN}
_SHOWN = 100
_PAGE = 1000


def number_argument(command: Command) -> Command:
    """NUMBER, in full or the running number alone, and `--year` where it isn't this year's."""
    year = click.option(
        "--year",
        type=YEAR,
        metavar="Y",
        help=_("The year of the number; without it this year's, or the only one that has it."),
    )
    return click.argument("number", metavar="NUMBER")(year(command))


def series_option(command: Command) -> Command:
    """`--series`: a key of [series]."""
    return click.option(
        "--series", metavar="KEY", help=_("A key of [series]; the first without it.")
    )(command)


def _filters(command: Command) -> Command:
    decorators = [
        click.option("--year", type=YEAR, metavar="Y", help=_("Only of this year.")),
        click.option("--series", metavar="KEY", help=_("Only of this series, a key of [series].")),
        click.option("--state", "shown", type=WordChoice(_STATES), help=_("Only in this state.")),
        click.option("--type", metavar="TYPE", help=_("Only of this document type.")),
        click.option(
            "--school",
            metavar="SCHOOL",
            help=_("Only about this school: part of its name, or its ИНН."),
        ),
        click.option(
            "--from", "since", type=DATE, metavar="D", help=_("Only of this date or later.")
        ),
        click.option(
            "--to", "until", type=DATE, metavar="D", help=_("Only of this date or earlier.")
        ),
        click.option(
            "--needs-scan",
            is_flag=True,
            help=_("Only those signed without a scan or an electronic signature taken in."),
        ),
        click.option("--all", "show_all", is_flag=True, help=_("Show all, not only the newest.")),
        json_option,
    ]
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


@click.command(
    "list", help=_("Show the entries, of every year without filters: the newest, or `--all`.")
)
@_filters
@click.pass_obj
def list_(session: Session, /, as_json: bool, show_all: bool, **asked: Any) -> None:
    _show_found(session, as_json, show_all, **asked)


@click.command(
    help=_("Find entries by TEXT: a part of number, heading, addressee, school, executor.")
)
@click.argument("text", metavar="TEXT")
@_filters
@click.pass_obj
def find(session: Session, /, as_json: bool, show_all: bool, **asked: Any) -> None:
    _show_found(session, as_json, show_all, **asked)


def _show_found(session: Session, as_json: bool, show_all: bool, **asked: Any) -> None:
    from letters_gen.cli.json_output import print_json_list
    from letters_gen.cli.register.entry_json import entry_json
    from letters_gen.register.wanted import Wanted

    wanted = Wanted(**asked)
    if as_json:
        print_json_list("entries", map(entry_json, session.register.entries(wanted)))
        return
    newest, total = session.register.newest(wanted, _SHOWN)
    if not newest:
        none = _("No entry fits.") if any(asked.values()) else _("The register is empty.")
        say(none)
    elif show_all and total > _SHOWN:
        for page in _pages(session.register.entries(wanted)):
            say(_entries_table(page))
    else:
        say(_entries_table(newest))
        if total > len(newest):
            told = _("The newest {shown} of {total}; --all shows all of them.")
            say(told.format(shown=len(newest), total=total))


def _pages(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    """What a table holds at once: its columns are fitted to what stands in them."""
    while page := list(islice(entries, _PAGE)):
        yield page


def _entries_table(entries: Sequence[Entry]) -> str:
    from letters_gen.russian.dates import numeric
    from letters_gen.wording.states import entry_state

    rows = [
        (
            entry.number,
            numeric(entry.date),
            entry_state(entry),
            entry.addressee,
            entry.heading,
        )
        for entry in entries
    ]
    return table([_("Number"), _("Date"), _("State"), _("Addressee"), _("Heading")], rows)


@click.command(
    help=_("Show one entry: what it is, why, its files, and all that has happened to it.")
)
@number_argument
@click.option(
    "--all", "every", is_flag=True, help=_("Show all of it: every event, school and ground.")
)
@json_option
@click.pass_obj
def show(session: Session, number: str, year: int | None, every: bool, as_json: bool) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.register.reports import shown_json
    from letters_gen.records.lookup import meant_entry
    from letters_gen.register.relations import chain_of
    from letters_gen.wording.entries import entry_lines

    entry = meant_entry(session.register, session.settings, number, year, session.today)
    events = session.register.events_of(entry.key)
    chain = chain_of(session.register, session.settings.types.values(), entry)
    if as_json:
        print_json(shown_json(entry, events, chain))
        return
    for line in entry_lines(entry, events, chain, every):
        say(line)


@click.command("next", help=_("Show the next number; take nothing."))
@series_option
@click.option(
    "--date", "day", type=DATE, metavar="D", help=_("The day whose year counts; today without it.")
)
@json_option
@click.pass_obj
def next_(session: Session, series: str | None, day: date | None, as_json: bool) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.records.acts import chosen_series, upcoming

    chosen, on = chosen_series(session.settings, series), day or session.today
    seq = upcoming(session.workspace, session.register, chosen, on.year)
    if as_json:
        reported = {"series": chosen.key, "year": on.year, "seq": seq, "date": on.isoformat()}
        print_json({"number": chosen.number(seq, on), **reported})
    else:
        say(chosen.number(seq, on))
