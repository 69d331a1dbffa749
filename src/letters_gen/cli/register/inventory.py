"""register inventory: the inner list of the copies that lie in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from letters_gen.cli.options import PERIOD, json_option
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import YEAR
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.cli.json_output import Json
    from letters_gen.documents.inventory_fields import Inventory
    from letters_gen.model.period import Period


@click.command(
    help=_(
        "Write the inner list of a file: the copies that lie in it, with their sheets, to be "
        "signed and filed on top. It goes into letters/journals, for Word."
    )
)
@click.option(
    "--case", metavar=_("INDEX"), help=_("Only this file: 01-16. Without it a list for each.")
)
@click.option(
    "--period",
    type=PERIOD,
    metavar="D-D",
    help=_("Only documents of these days, numbered on; the year so far without it."),
)
@click.option(
    "--year", type=YEAR, metavar="Y", help=_("The year of the file; this year without it.")
)
@json_option
@click.pass_obj
def inventory(
    session: Session, case: str | None, period: Period | None, year: int | None, as_json: bool
) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.records.inventory import inventories, write_inventories

    if period and year:
        raise click.UsageError(_("Name either --period or --year."))
    years = [year or session.today.year]
    if period:
        years = list(range(period.start.year, period.end.year + 1))
    workspace, settings = session.workspace, session.settings
    found = inventories(settings, session.register, years, period, case, session.today)
    paths = write_inventories(workspace, settings, found)
    files = [workspace.relative(path) for path in paths]
    if as_json:
        told = zip(found, files, strict=True)
        print_json({"inventories": [_inventory_json(one, file) for one, file in told]})
        return
    for one, file in zip(found, files, strict=True):
        _show(one)
        say(file)


def _show(one: Inventory) -> None:
    """What the list has, and what it can't say."""
    said = _("File {case}, {year}: documents: {count}")
    say(said.format(case=one.case, year=one.year, count=len(one.filed)))
    for lacking in one.unfiled:
        say(_("  not filed: {number}: {why}").format(number=lacking.number, why=lacking.because))
    uncounted = next((line.number for line in one.filed if not line.first), None)
    if uncounted:
        told = _(
            "  The sheets aren't counted from {number} on: letters-gen pdf counts them; or write "
            "them in by hand."
        )
        say(told.format(number=uncounted))


def _inventory_json(one: Inventory, file: str) -> Json:
    """A list: `sheets` is null where nobody has counted them."""
    from letters_gen.cli.json_output import period_json

    return {
        "case": one.case,
        "year": one.year,
        "period": period_json(one.days) if one.days else None,
        "documents": [
            {
                "position": line.position,
                "number": line.number,
                "date": line.day.isoformat(),
                "type": line.kind,
                "whom": line.whom,
                "heading": line.heading,
                "sheets": line.sheets or None,
                "remark": line.remark or None,
            }
            for line in one.filed
        ],
        "not_filed": [
            {"number": lacking.number, "why": lacking.because} for lacking in one.unfiled
        ],
        "file": file,
    }
