"""The audit: the register held against itself, and against the files that it names and those that
it doesn't.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from letters_gen.errors import InputError, Place
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Settings
from letters_gen.office.workspace import Workspace
from letters_gen.records.file_check import FileCheck, stray_files
from letters_gen.register.book import Register
from letters_gen.register.verification import Verification, verified


def audit(
    workspace: Workspace, settings: Settings, register: Register, head: str | None
) -> Verification:
    """Everything that can be verified; nothing is written but what entries are found by.

    Args:
        head: the head of the chain as an earlier export printed it, None where none is known.
    """
    found = audited(workspace, settings, register, head)
    _mend_finding(register, found.unfound > 0)
    return found


def audited(
    workspace: Workspace, settings: Settings, register: Register, head: str | None
) -> Verification:
    """The same, where nothing at all may be written."""
    series = list(settings.series.values())
    files = FileCheck(workspace, register.is_shared)
    found = verified(register, series, head, files.add)
    faults = [*files.faults(), *files.unnamed(register, series)]
    notes = [*files.notes, *stray_files(workspace)]
    if files.elsewhere:
        notes.append(Oddity("entries-elsewhere", Place(), {"count": files.elsewhere}))
    if found.unfound:
        notes.append(Oddity("search-mended", Place(), {"count": found.unfound}))
    return replace(found, faults=(*found.faults, *faults), notes=(*found.notes, *notes))


def _mend_finding(register: Register, words_differ: bool) -> None:
    """What entries are found by is derived, and never trusted: its index is made anew, the words
    too where they weren't those of their entries.
    """
    with suppress(InputError):  # where nothing may be written it stays as it is
        if words_differ:
            register.index_anew()
        else:
            register.refill_index()
