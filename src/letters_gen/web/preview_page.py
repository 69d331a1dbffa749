"""What would be issued, seen: pages as pictures, and a Word file, both marked «ПРОЕКТ»."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from flask import abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from letters_gen.delivery.preview import preview, standing_preview
from letters_gen.delivery.preview_folder import PreviewedFile, PreviewFolder
from letters_gen.errors import LettersError
from letters_gen.issuing.plan import Plan
from letters_gen.outputs.libreoffice import office_program
from letters_gen.web.desk import desk
from letters_gen.web.files import sent
from letters_gen.web.given import Wish, given_work
from letters_gen.web.planned import planned
from letters_gen.web.told import page_failures


@dataclass(frozen=True)
class Seen:
    """A preview that stands.

    Attributes:
        of: what tells it from others.
        words: the Word files, each with its place among them; `pages` are all pictures.
    """

    of: str
    words: list[str]
    pages: list[str]


def seen(plan: Plan) -> Seen | None:
    """The preview of a plan's documents, None where it is still to be made."""
    standing = standing_preview(plan, is_drawn=True) or standing_preview(plan, is_drawn=False)
    if standing is None:
        return None
    of, documents = standing
    files = [file for document in documents for file in document.files]
    return Seen(of, _words(files), _pages(files))


def can_draw() -> bool:
    """Whether there is a LibreOffice that draws pages."""
    return office_program() is not None


def narrowed(plan: Plan, position: int) -> Plan:
    """The plan of one of its documents alone; 404 where there is none."""
    if position >= len(plan.decisions):
        abort(404)
    return replace(plan, decisions=(plan.decisions[position],))


def make(sheet: str, kind: str) -> Response:
    """Make the preview, and show it where it was asked for."""
    given, of_type, wish = *given_work(sheet, kind), Wish.of(request.form)
    plan = planned(given, of_type, wish)
    if isinstance(plan, Response):
        return plan
    here = {"sheet": given.key, "kind": of_type.key, **wish.parameters}
    position = request.form.get("position", "")
    if not position:
        _make(plan)
        return redirect(url_for("plan", **here, _anchor="seen"), 303)
    place = int(position) if position.isascii() and position.isdecimal() else len(plan.decisions)
    _make(narrowed(plan, place))
    return redirect(url_for("draft", **here, position=place, _anchor="seen"), 303)


def _make(plan: Plan) -> None:
    """Pictures and Word files; where LibreOffice fails, that is told, and there are Word files."""
    failures: list[LettersError] = []
    try:
        failures += preview(plan, office_program(), None, _unheard).failed
    except LettersError as error:
        failures.append(error)
    for failure in failures:
        flash(page_failures(failure).shown[0].text)
    if failures:
        preview(plan, None, None, _unheard)


def _unheard(_done: int, _total: int) -> None:
    """A preview of one paper is over before it could be told how far it is."""


def picture(of: str, place: int) -> Response:
    """A picture of a page."""
    return sent(_file(_pages(_files(of)), place), is_shown=True)


def word(of: str, place: int) -> Response:
    """A Word file, marked."""
    path = _file(_words(_files(of)), place)
    return sent(path)


def _files(of: str) -> list[PreviewedFile]:
    """The files of the preview that is told from others so; 404 where another stands there."""
    documents = PreviewFolder(desk().workspace).standing(of)
    return [file for document in documents or () for file in document.files]


def _words(files: list[PreviewedFile]) -> list[str]:
    return [file.path for file in files if file.path.endswith(".docx")]


def _pages(files: list[PreviewedFile]) -> list[str]:
    return [page for file in files for page in file.pages]


def _file(paths: list[str], place: int) -> Path:
    if place >= len(paths):
        abort(404)
    return desk().workspace.root / paths[place]
