"""Envelopes for documents: one for each recipient, whatever goes to it in that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from letters_gen.delivery.addressing import known_recipients
from letters_gen.delivery.parcels import LeftOut, refuse_unsendable
from letters_gen.documents.envelope_fields import ENVELOPES, TEMPLATE, Envelope, Envelopes
from letters_gen.documents.fields import field_names, fields_of
from letters_gen.documents.filenames import document_stem
from letters_gen.documents.filters import filters_of
from letters_gen.documents.recipients import Recipient
from letters_gen.errors import InputError, Place
from letters_gen.facts.schools import Directory, read_directory
from letters_gen.model.entry import Entry
from letters_gen.model.settings import Settings
from letters_gen.office.files import write_file
from letters_gen.office.sample import template_path
from letters_gen.office.workspace import Workspace
from letters_gen.templating import compile_template


@dataclass(frozen=True)
class MadeEnvelopes:
    """What was made.

    Attributes:
        path: of the file in the workspace, None where there was nothing to make.
    """

    path: str | None
    envelopes: tuple[Envelope, ...]
    left_out: tuple[LeftOut, ...]


def make_envelopes(
    workspace: Workspace, settings: Settings, entries: Sequence[Entry], everybody: bool
) -> MadeEnvelopes:
    """Write the envelopes of `entries`, one a page, beside the files to print.

    Args:
        everybody: also for those who have got theirs already.

    Raises:
        InputError: a fault of the template, or what `files.write_file` tells.
    """
    directory = read_directory(workspace.directory)
    envelopes, left_out = _envelopes(entries, directory, everybody)
    if not envelopes:
        return MadeEnvelopes(None, (), tuple(left_out))
    names, filters = field_names(ENVELOPES), filters_of(settings.office)
    template = compile_template(template_path(workspace, TEMPLATE), names, filters)
    sent = {number for one in envelopes for number in one.numbers}
    numbers = [entry.number for entry in entries if entry.number in sent]
    span = "–".join(dict.fromkeys((numbers[0], numbers[-1])))
    stem = document_stem("Конверты", span)
    path = workspace.year(entries[0].date.year) / "print" / f"{stem}.docx"
    values = fields_of(ENVELOPES, Envelopes(settings.office, envelopes))
    write_file(path, template.render(values))
    return MadeEnvelopes(workspace.relative(path), tuple(envelopes), tuple(left_out))


def _envelopes(
    entries: Iterable[Entry], directory: Directory, everybody: bool
) -> tuple[list[Envelope], list[LeftOut]]:
    """An envelope for each recipient, in the order in which they come; who gets none, and why."""
    found: dict[tuple[str, str], list[str]] = {}
    left_out = []
    for entry in entries:
        try:
            refuse_unsendable(entry)
        except InputError as error:
            left_out.append(LeftOut(entry, "", error))
            continue
        for recipient in known_recipients(entry, directory):
            if not everybody and recipient.name not in entry.awaiting:
                continue
            try:
                whom = _addressee(entry, recipient), _address(recipient)
            except InputError as error:
                left_out.append(LeftOut(entry, recipient.name, error))
            else:
                found.setdefault(whom, []).append(entry.number)
    made = [Envelope(whom, address, numbers) for (whom, address), numbers in found.items()]
    return made, left_out


def _addressee(entry: Entry, recipient: Recipient) -> str:
    """Whom the document is addressed to; what goes to several, each by its head."""
    return entry.addressee if entry.school else recipient.addressee


def _address(recipient: Recipient) -> str:
    """Where it goes; raises InputError `mail-school-unknown`, `envelope-no-address`."""
    school = recipient.school
    if school is None:
        raise InputError("mail-school-unknown", school=recipient.name)
    if not school.address:
        place = Place(file="schools.csv", line=school.line)
        raise InputError("envelope-no-address", place, school=school.short_name)
    return school.address
