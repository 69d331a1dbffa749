"""The options that commands share, and the kinds of value that they take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from letters_gen.cli.spoken import Whole
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.model.period import Period

Command = TypeVar("Command", bound=Callable[..., Any])


class DateType(click.ParamType[date]):
    """A date as 18.04.2023 or 2023-04-18."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date that `value` names; fails with a message otherwise."""
        from letters_gen.facts.period_text import typed_date

        if isinstance(value, date):
            return value
        day = typed_date(value)
        if day is None:
            self.fail(
                _("{found} is no date. Write it as 18.04.2023 or 2023-04-18.").format(found=value),
                param,
                ctx,
            )
        return day


class PeriodType(click.ParamType["Period"]):
    """A period as 08.04.2023-14.04.2023."""

    name = "period"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Period:
        """The period that `value` names; fails with a message otherwise."""
        from letters_gen.facts.period_text import typed_period

        period = typed_period(value)
        if period is None:
            self.fail(
                _("{found} is no period. Write it as 08.04.2023-14.04.2023.").format(found=value),
                param,
                ctx,
            )
        return period


DATE = DateType()
PERIOD = PeriodType()
FILE: click.Path = click.Path(path_type=Path)
MAIL_PASSWORD = "LETTERS_MAIL_PASSWORD"
"""The variable of the environment that has the mail server's password."""


def json_option(command: Command) -> Command:
    """`--json`: the report as one JSON object on stdout."""
    return click.option("--json", "as_json", is_flag=True, help=_("Report as one JSON object."))(
        command
    )


def period_option(command: Command) -> Command:
    """`--period`: the period where the file's own isn't to be taken."""
    text = _("The period of the monitoring, instead of the one that the file names.")
    return click.option("--period", type=PERIOD, metavar="D-D", help=text)(command)


def sheet_argument(command: Command) -> Command:
    """FILE: the monitoring sheet; left out: the latest in data/monitoring."""
    return click.argument("file", type=FILE, required=False)(command)


def duplex_option(command: Command) -> Command:
    """`--duplex`: the PDF to print is for both sides of a sheet."""
    text = _("In the PDF to print: blank pages, so that each document begins a sheet.")
    return click.option("--duplex", is_flag=True, help=text)(command)


def jobs_option(command: Command) -> Command:
    """`--jobs`: how many processes work at once."""
    text = _(
        "How many processes fill documents or make PDF; without it as many as the size of the "
        "batch is worth."
    )
    return click.option("--jobs", type=Whole(1), metavar="N", help=text)(command)


_SAYING = (
    click.option(
        "--date", "day", type=DATE, metavar="D", help=_("The day of signing; today without it.")
    ),
    click.option(
        "--basis-author",
        metavar="T",
        help=_("Who sent the covering letter, in the nominative."),
    ),
    click.option("--basis-number", metavar="T", help=_("The number of the covering letter.")),
    click.option(
        "--basis-date", type=DATE, metavar="D", help=_("The date of the covering letter.")
    ),
    click.option(
        "--basis-due",
        type=DATE,
        metavar="D",
        help=_("By when the covering letter wants an answer."),
    ),
    click.option(
        "--signatory",
        metavar="KEY",
        help=_("Who signs: a key of [signatories]; the first without it."),
    ),
    click.option(
        "--subject",
        default="",
        metavar="T",
        help=_("What it is about, for a type without a sheet; it tells such documents apart."),
    ),
    click.option(
        "--heading", default="", metavar="T", help=_("Its heading, instead of that of its type.")
    ),
    click.option(
        "--addressee",
        default="",
        metavar="T",
        help=_("Whom it is addressed to, in the dative, instead of that of its type."),
    ),
    click.option(
        "--ends",
        metavar="NUMBER",
        multiple=True,
        help=_("The document that this one ends: an order, or a letter it withdraws; repeatable."),
    ),
    click.option(
        "--changes",
        metavar="NUMBER:TEXT",
        multiple=True,
        help=_(
            "The document that this one changes, and after a colon what is changed in it; "
            "repeatable."
        ),
    ),
    period_option,
    click.option(
        "--only", metavar="SCHOOL", multiple=True, help=_("Only this school; repeatable.")
    ),
    click.option(
        "--except",
        "leaving_out",
        metavar="SCHOOL",
        multiple=True,
        help=_("All schools but this one; repeatable."),
    ),
    click.option(
        "--correct",
        metavar="REASON",
        help=_(
            "Make issued documents, not yet sent, anew under their own numbers where they "
            "now differ."
        ),
    ),
    click.option(
        "--new-edition",
        metavar="REASON",
        help=_(
            "Issue documents that now differ under the next numbers: of the former ones what was "
            "sent is replaced, what wasn't annulled."
        ),
    ),
)

_DOING = (
    click.option(
        "--basis-received",
        type=DATE,
        metavar="D",
        help=_("When it came in: enter it in the journal of incoming documents too."),
    ),
    click.option(
        "--print",
        "to_print",
        is_flag=True,
        help=_("Also put the documents into files to print, with a cover."),
    ),
    click.option(
        "--preview",
        "to_preview",
        is_flag=True,
        help=_("First lay the documents into preview/, marked «ПРОЕКТ», to look at."),
    ),
    click.option(
        "--pdf",
        "to_pdf",
        is_flag=True,
        help=_("Also make the PDF/A of each document; LibreOffice makes it."),
    ),
    duplex_option,
    jobs_option,
    click.option(
        "--cluster",
        default="",
        metavar="URL",
        help=_("Fill documents on a Dask cluster: tcp://host:8786."),
    ),
    click.option(
        "--all", "every", is_flag=True, help=_("List every document of the plan, not only fifty.")
    ),
    click.option(
        "--dry-run", is_flag=True, help=_("Show what would be issued, and take no number.")
    ),
    click.option("--yes", is_flag=True, help=_("Don't ask before a number is taken.")),
    json_option,
)


def saying_options(command: Command) -> Command:
    """The options of what documents say, and which of them are meant."""
    return _with(_SAYING, command)


def issuing_options(command: Command) -> Command:
    """The options of every issuing command."""
    return saying_options(_with(_DOING, command))


def _with(options: Iterable[Callable[[Command], Command]], command: Command) -> Command:
    for decorator in reversed(tuple(options)):
        command = decorator(command)
    return command
