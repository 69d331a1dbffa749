"""Неделя: what is due, what was begun, and a sheet to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.errors import InputError
from letters_gen.office.workspace import Workspace
from letters_gen.web.backups import copies_warning
from letters_gen.web.desk import desk, register, settings, upload_limit
from letters_gen.web.failing import Answer
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.issuing.due import Due
    from letters_gen.model.settings import DocumentType
    from letters_gen.week.sheets import Sheet
    from letters_gen.wording.sentences import Told

_WEEKS = 8


@dataclass(frozen=True)
class Week:
    """A sheet that was found, and what its week has."""

    sheet: Sheet
    due: list[Due]

    @property
    def begun(self) -> list[Due]:
        """The batches that are to be continued."""
        return [one for one in self.due if one.begun]


def week() -> str:
    """The first page."""
    return _shown(None)


def upload() -> Response | str | Answer:
    """Take a sheet in and show what it says; nothing of it is kept in the workspace yet."""
    from letters_gen.web.told import page_failures
    from letters_gen.week.sheets import standing_copy

    file = request.files.get("sheet")
    try:
        if file is None or not file.filename:
            raise InputError("upload-missing")
        spool = desk().spool
        key = spool.take(file.filename, file.stream)
    except InputError as error:
        return _shown(page_failures(error).shown[0]), 422
    path = spool.find(key)
    standing = standing_copy(desk().workspace, path) if path else None
    if standing:
        told = _("This sheet is in the office's folder already: {name}.")
        flash(told.format(name=standing.name))
    return redirect(url_for("sheet", sheet=standing.name if standing else key), 303)


def _shown(problem: Told | None) -> str:
    from letters_gen.register.wanted import Wanted

    today, workspace = desk().clock.today, desk().workspace
    sheets, others = _found(workspace)
    weeks = [_week(sheet) for sheet in sheets[:_WEEKS]]
    return render_template(
        "week.html",
        problem=problem,
        weeks=weeks,
        older=sheets[_WEEKS:],
        others=others,
        sheetless=[one for one in settings().types.values() if _is_sheetless(one)],
        limit=upload_limit(),
        warning=_warning(),
        awaited=register().newest(Wanted(awaited=True), 0)[1],
        overdue=register().newest(Wanted(overdue_on=today), 0)[1],
    )


def _is_sheetless(kind: DocumentType) -> bool:
    """Whether a type's papers rest on no sheet; the reminders are issued where answers are
    controlled.
    """
    return not kind.sheet and kind.schools != "overdue"


def _warning() -> Told | None:
    """That the register hasn't been copied for a week."""
    error = copies_warning(desk(), register())
    if error is None:
        return None
    from letters_gen.web.told import page_failures

    return page_failures(error).shown[0]


def _week(sheet: Sheet) -> Week:
    from letters_gen.issuing.due import week_due

    return Week(sheet, week_due(register(), settings(), sheet.end))


def _found(workspace: Workspace) -> tuple[list[Sheet], list[Path]]:
    """The sheets whose names say their period, the newest first, of each week the latest copy; and
    the files whose names don't.
    """
    from letters_gen.week.sheets import named_sheet, sheet_files

    latest: dict[object, Sheet] = {}
    others = []
    for path in sheet_files(workspace):
        sheet = named_sheet(path)
        if sheet is None:
            others.append(path)
        elif sheet.end not in latest or latest[sheet.end].copy < sheet.copy:
            latest[sheet.end] = sheet
    return sorted(latest.values(), reverse=True), others
