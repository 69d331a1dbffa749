"""Of how many sheets the appendices are (form: requisite 19), where a type's letters say so:
counted on their pages, before a number is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from letters_gen.documents.letter import Letter
from letters_gen.errors import InputError, Place, UnavailableError
from letters_gen.issuing.decisions import Decision
from letters_gen.issuing.plan import Plan
from letters_gen.making.document import Document
from letters_gen.making.filling import Filling
from letters_gen.model.entry import EntryKey
from letters_gen.office.scratch import scratch_folder
from letters_gen.outputs.converting import converted
from letters_gen.outputs.libreoffice import needed_office, office_program
from letters_gen.outputs.pdf_pages import page_count

_SHEETS = "письмо.листов_приложения"


def with_sheets_counted(plan: Plan) -> Plan:
    """The plan, each letter that would be written saying of how many sheets its appendices are:
    rendered under the number that it would get. What an earlier run has reserved says what it said.

    One paper whose template names the sheets, of a type that doesn't insist on them, gets them
    where LibreOffice counts them; else room is left for the clerk to write them in.

    Raises:
        UnavailableError: `libreoffice-missing`, `libreoffice-fails`.
        InputError: `sheets-uncounted`; what `scratch_folder` tells.
    """
    if plan.type.appendix_mark == "sheets":
        return _with_all_counted(plan)
    if plan.type.each or _SHEETS not in plan.forms.names or office_program() is None:
        return plan
    try:
        return _with_all_counted(plan)
    except (UnavailableError, InputError):
        return plan


def _with_all_counted(plan: Plan) -> Plan:
    due = [
        (decision.letter, plan.document(decision, number))
        for decision, number in plan.numbered()
        if decision.is_written and decision.letter and not decision.letter.sheets
    ]
    if not due:
        return plan
    counted = _counted(plan, due)
    decisions = (_saying(decision, counted) for decision in plan.decisions)
    wanted = (_with(letter, counted) for letter in plan.wanted)
    return replace(plan, wanted=tuple(wanted), decisions=tuple(decisions))


def _saying(decision: Decision, counted: Mapping[EntryKey, tuple[int, ...]]) -> Decision:
    if decision.letter is None:
        return decision
    return replace(decision, letter=_with(decision.letter, counted))


def _with(letter: Letter, counted: Mapping[EntryKey, tuple[int, ...]]) -> Letter:
    return replace(letter, sheets=counted.get(letter.key(), letter.sheets))


def _counted(plan: Plan, due: Sequence[tuple[Letter, Document]]) -> dict[EntryKey, tuple[int, ...]]:
    """The sheets of each appendix, in their order, of all letters in one go."""
    program, filling = needed_office(), Filling(plan.batch, plan.forms)
    with scratch_folder() as folder:
        laid: dict[EntryKey, list[Path]] = {}
        for position, (letter, document) in enumerate(due):
            own = folder / str(position)
            own.mkdir()
            laid[letter.key()] = list(_laid(filling, letter, document, own))
        pages: dict[Path, int] = {}
        for conversions in converted(program, [path for some in laid.values() for path in some]):
            for one in conversions:
                if one.pdf is None:
                    raise InputError("sheets-uncounted", Place(file=one.document.name))
                pages[one.document] = page_count(one.pdf)
    return {key: tuple(pages[path] for path in some) for key, some in laid.items()}


def _laid(filling: Filling, letter: Letter, document: Document, folder: Path) -> Iterator[Path]:
    """The appendices that are printed, written into `folder`."""
    for path, content in filling.files(letter, document):
        if path in document.appendices and path.endswith(".docx"):
            laid = folder / Path(path).name
            laid.write_bytes(content)
            yield laid
