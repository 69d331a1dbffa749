"""template: check templates, show the fields that they may use, begin a new document type, make a
template out of a letter.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters_gen.cli.listing import Listing
from letters_gen.cli.options import FILE, json_option
from letters_gen.cli.screen import say, say_told
from letters_gen.cli.session import Session
from letters_gen.cli.template_from import from_letter
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.errors import LettersError
    from letters_gen.templating.checking import TemplateReport


@click.group(
    cls=Listing,
    help=_(
        "Check templates, show their fields, begin a new document type, make one out of a letter."
    ),
)
def template() -> None:
    pass


@template.command(
    "check",
    help=_("Show all faults of templates. PATH is a template, all of templates/ without it."),
)
@click.argument("paths", metavar="[PATH]...", type=FILE, nargs=-1)
@click.option(
    "--mark",
    is_flag=True,
    help=_(
        "Also write a copy of each template with its faults as comments, into templates/marked."
    ),
)
@click.option(
    "--against",
    type=click.Choice(["docxtpl"]),
    help=_("Fill the template with docxtpl too, and tell the first difference."),
)
@json_option
@click.pass_obj
def check(
    session: Session, paths: tuple[Path, ...], mark: bool, against: str | None, as_json: bool
) -> int:
    from letters_gen.cli.json_output import print_json, template_check_json
    from letters_gen.making.templates import check_templates, compare_templates, mark_templates

    look = compare_templates if against else check_templates
    reports = look(session.workspace, session.settings, paths)
    for report in reports:
        _show(report, aside=as_json)
        if against and _is_filled_alike(report):
            say(_("  docxtpl fills it alike"), aside=as_json)
    copies: list[str] = []
    if mark:
        copies = mark_templates(session.workspace, paths, reports, _remark)
        for copy in copies:
            say(_("Marked: {path}").format(path=copy), aside=as_json)
    if as_json:
        print_json(template_check_json(reports, copies))
    return 1 if any(report.faults for report in reports) else 0


def _is_filled_alike(report: TemplateReport) -> bool:
    """Whether docxtpl was asked about a template, and makes the same of it."""
    return not report.faults and not any(note.code.startswith("docxtpl") for note in report.notes)


def _remark(fault: LettersError) -> str:
    """A fault as a comment says it."""
    from letters_gen.wording.sentences import told_failure

    told = told_failure(fault)
    is_elsewhere = fault.place is None or fault.place.part not in (None, "word/document.xml")
    where = f"{told.where}: " if is_elsewhere and told.where else ""
    return f"{where}{told.text}\n→ {told.mend}" if told.mend else f"{where}{told.text}"


def _show(report: TemplateReport, aside: bool) -> None:
    from letters_gen.wording.sentences import told_failure, told_oddity

    for fault in report.faults:
        say_told(told_failure(fault), "✗", aside=aside)
    for note in report.notes:
        say_told(told_oddity(note), "!", aside=aside)
    if not report.faults:
        say(f"✓ {report.file}", aside=aside)


@template.command(
    "fields",
    help=_(
        "Show the fields and filters of templates. TYPE is a table of [types], or a template that "
        "belongs to none: mail, envelope."
    ),
)
@click.argument("type_key", metavar="[TYPE]", required=False)
@json_option
@click.pass_obj
def fields(session: Session, type_key: str | None, as_json: bool) -> None:
    from letters_gen.cli.json_output import print_json, template_fields_json
    from letters_gen.documents.fields import declared_fields
    from letters_gen.documents.filters import CATALOGUE
    from letters_gen.making.templates import APART, groups_of

    declared = declared_fields(groups_of(type_key, session.settings))
    if as_json:
        print_json(template_fields_json(declared, CATALOGUE))
        return
    say(_("Fields:"))
    for field in declared:
        say(f"  {field.name} — {field.meaning}" + (f" ({field.example})" if field.example else ""))
    say(_("Filters:"))
    for one in CATALOGUE:
        say(f"  {one.name}, {one.short} — {one.meaning}: {one.example}")
    if not type_key:
        others = ", ".join(name.partition(".")[0] for name in APART)
        say(
            _("Fields of their own: letters-gen template fields TYPE; TYPE: {others}").format(
                others=others
            )
        )


@template.command(
    "new",
    help=_(
        "Begin a new document type NAME: a template and a table in letters.toml, copied from TYPE."
    ),
)
@click.argument("name", metavar="NAME")
@click.option("--like", metavar="TYPE", required=True, help=_("The type that is copied."))
@click.option("--title", default="", metavar="T", help=_("What kind of document it is."))
@click.option("--heading", default="", metavar="T", help=_("What its documents are about."))
@click.pass_obj
def new(session: Session, name: str, like: str, title: str, heading: str) -> None:
    from letters_gen.office.new_types import new_type
    from letters_gen.office.toml_text import table_heading

    made = new_type(session.workspace, session.settings, name, like, title, heading)
    say(_("Template: templates/{file}").format(file=made.template))
    say(
        _("Table: {heading} at the end of letters.toml").format(
            heading=table_heading("types", made.key)
        )
    )
    told = _("Change both, then: letters-gen template check, letters-gen issue {key} --dry-run")
    say(told.format(key=made.key))


template.add_command(from_letter)
