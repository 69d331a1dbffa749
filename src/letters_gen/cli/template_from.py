"""template from: a finished letter becomes a template."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters_gen.cli.options import DATE, FILE, json_option, sheet_argument
from letters_gen.cli.screen import say, say_oddities
from letters_gen.cli.session import Session
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import ngettext

if TYPE_CHECKING:
    from letters_gen.issuing.tagging.template_of import TemplateMade


@click.command(
    "from",
    help=_(
        "Make a template out of a finished letter: what the office, the directory and the week's "
        "sheet know becomes fields. LETTER is a .docx, FILE the sheet of its week, the one that it "
        "names without it."
    ),
)
@click.argument("letter", metavar="LETTER", type=FILE)
@sheet_argument
@click.option(
    "--type",
    "type_key",
    metavar="TYPE",
    help=_("Of what type it is: a table of [types]; told by the letter without it."),
)
@click.option(
    "--as",
    "new_key",
    metavar="NAME",
    help=_("Also begin a new document type NAME with this template."),
)
@click.option("--date", "day", type=DATE, metavar="D", help=_("The day on which it was signed."))
@json_option
@click.pass_obj
def from_letter(
    session: Session,
    letter: Path,
    file: Path | None,
    type_key: str | None,
    new_key: str | None,
    day: date | None,
    as_json: bool,
) -> int:
    from letters_gen.cli.json_output import print_json, template_from_json
    from letters_gen.issuing.tagging.keeping import kept_template, refuse_taken
    from letters_gen.issuing.tagging.occasion import Sought
    from letters_gen.issuing.tagging.template_of import template_of

    office = session.office
    refuse_taken(office, letter, new_key)
    sought = Sought(file, type_key, day, is_new=new_key is not None)
    made = template_of(office, letter, sought, session.today)
    path = kept_template(office, letter, made, new_key)
    _show(made, path, new_key, as_json)
    if as_json:
        print_json(template_from_json(made, path, new_key or made.kind.key))
    return 0 if made.is_proved else 1


def _show(made: TemplateMade, path: str, new_key: str | None, aside: bool) -> None:
    """What was put into the letter, what is doubtful, and how the template is used."""
    from letters_gen.office.toml_text import table_heading

    say(_("Fields put into the letter:"), aside=aside)
    for text, tag in dict.fromkeys((one.text, one.tag) for one in made.tagged):
        say(f"  {text} → {tag}", aside=aside)
    say_oddities(made.oddities, aside=aside)
    told = ngettext("✓ {path}: {number} field", "✓ {path}: {number} fields", len(made.tagged))
    say(told.format(path=path, number=len(made.tagged)), aside=aside)
    of = _("  of the type {key}, the sheet {sheet}") if made.sheet else _("  of the type {key}")
    say(of.format(key=made.kind.key, sheet=made.sheet), aside=aside)
    if made.is_proved:
        say(_("  filled with its week it gives back the letter, word for word"), aside=aside)
    if new_key:
        told = _("Next: look at it in Word, then letters-gen issue {key} --dry-run")
        say(told.format(key=new_key), aside=aside)
        return
    told = _('Next: look at it in Word; to issue by it: {heading} template = "{file}"')
    say(
        told.format(heading=table_heading("types", made.kind.key), file=Path(path).name),
        aside=aside,
    )
