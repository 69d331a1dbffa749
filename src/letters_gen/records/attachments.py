"""A file taken into an entry: which role it has there, under which name it is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from letters_gen.documents.filenames import document_stem, tailed_stem
from letters_gen.errors import CommandLineError, InputError, LettersError, Place
from letters_gen.model.entry import Entry, IssuedFile
from letters_gen.model.entry_state import is_being_typed
from letters_gen.model.rendering import pdf_of
from letters_gen.model.signing import signature_path, signatures_of
from letters_gen.office.digest import file_digest
from letters_gen.office.files import read_file, writing
from letters_gen.office.placing import place_file, set_aside
from letters_gen.office.workspace import Workspace
from letters_gen.records.signature_check import signed_file
from letters_gen.register.happenings import Attached
from letters_gen.word.package import open_archive

_ROLES = {
    **dict.fromkeys((".docx", ".doc", ".odt", ".rtf"), "document"),
    **dict.fromkeys((".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"), "scan"),
    **dict.fromkeys((".xlsx", ".xls", ".ods"), "appendix"),
    **dict.fromkeys((".sig", ".p7s", ".sgn"), "signature"),
}
# What the archive holds that a file of that name is.
_MAIN_PARTS = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    **dict.fromkeys((".odt", ".ods"), "content.xml"),
}
# What is signed with the paper: from then on it is what was signed.
_FIXED = ("document", "appendix")
_TAILS = {"scan": "скан", "appendix": "приложение"}


def attached_files(workspace: Workspace, entry: Entry, file: Path, because: str) -> Attached:
    """The files of `entry` once `file` is one of them, copied to its place; a document that stood
    there is kept.

    Raises:
        InputError: `attach-kind`, `attach-damaged`, `attach-empty`; what `signed_file` tells of a
            signature; or what `files.unreadable` and `files.unwritable` tell.
        CommandLineError: `reason-missing` where a file that stands is replaced, or InputError
            `attach-twice` where it is that very file.
    """
    refuse_unsound(file)
    content = read_file(file)
    replaced = _replaced(workspace, entry, file, file_role(file))
    if replaced and not because.strip() and not is_being_typed(entry):
        raise _unreasoned(workspace, entry, replaced, content, file)
    aside = workspace.replaced(entry.year)
    stale = _stale(entry, replaced)
    kept = _kept(workspace.root, [replaced, *stale] if replaced else stale, aside)
    role = replaced.role if replaced else file_role(file)
    path = workspace.root / _path(workspace, entry, role, replaced, file, content)
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    digest = place_file(path, content, aside)
    taken = IssuedFile(role, workspace.relative(path), digest, len(content))
    if replaced and replaced.path != taken.path:
        set_aside(workspace.root / replaced.path, aside, replaced.sha256)
    return Attached(_with(_without(stale, workspace, entry), taken, replaced), kept)


def refuse_unattachable(workspace: Workspace, entry: Entry, file: Path) -> None:
    """Raises InputError as `refuse_unsound`; `attach-twice`: the entry has the very same
    file; `attach-to-signed`, `attach-to-sent`: it would take the place of what was signed, or has
    left the house.
    """
    refuse_unsound(file)
    replaced, place = _replaced(workspace, entry, file, file_role(file)), Place(file=file.name)
    digest = file_digest(file)
    same = next((one for one in entry.files if one.sha256 == digest), None)
    if replaced is None and same:
        raise InputError("attach-twice", place, number=entry.number, path=same.path)
    if replaced is None or replaced.role not in _FIXED:
        return
    if entry.has_left:
        raise InputError("attach-to-sent", place, number=entry.number)
    if entry.is_signed:
        raise InputError("attach-to-signed", place, number=entry.number)


def _unreasoned(
    workspace: Workspace, entry: Entry, replaced: IssuedFile, content: bytes, file: Path
) -> LettersError:
    """Why a file isn't taken into the place of another without a reason: it is that one already,
    which lies there as it was taken in, or the journal needs the reason.
    """
    path = workspace.root / replaced.path
    digest = hashlib.sha256(content).hexdigest()
    if digest == replaced.sha256 and path.is_file() and file_digest(path) == digest:
        place = Place(file=file.name)
        return InputError("attach-twice", place, number=entry.number, path=replaced.path)
    return CommandLineError("reason-missing", number=entry.number)


def _without(
    stale: Sequence[IssuedFile], workspace: Workspace, entry: Entry
) -> tuple[IssuedFile, ...]:
    """The files of an entry but those that are `stale`, which are put aside."""
    for one in stale:
        set_aside(workspace.root / one.path, workspace.replaced(entry.year), one.sha256)
    return tuple(one for one in entry.files if one not in stale)


def _stale(entry: Entry, replaced: IssuedFile | None) -> list[IssuedFile]:
    """What is nothing any more without the file that makes way: its PDF would say what the document
    said before, and signatures are of its bytes.
    """
    pdf = pdf_of(entry, replaced)
    signed = signatures_of(entry, replaced) + signatures_of(entry, pdf)
    return ([pdf] if pdf else []) + signed


def typed_file(workspace: Workspace, entry: Entry) -> Path | None:
    """The file of a blank that its text is typed into; None where there is nothing to take in: it
    is no blank, finished already, or its file isn't there.
    """
    document = entry.document
    if document is None or not is_being_typed(entry):
        return None
    path = workspace.root / document.path
    return path if path.is_file() else None


def _kept(root: Path, gone: Sequence[IssuedFile], aside: Path) -> tuple[str, ...]:
    """What is put aside of files that make way: nothing of one that was changed where it lies."""
    # In `aside` already where this was begun before and cut short.
    there = list(aside.iterdir()) if aside.is_dir() else []
    return tuple(
        one.sha256
        for one in gone
        if any(file_digest(path) == one.sha256 for path in [root / one.path, *there])
    )


def file_role(file: Path) -> str:
    """What a file of this kind is to its entry."""
    return _ROLES[file.suffix.lower()]


def refuse_unsound(file: Path) -> None:
    """Raises InputError `attach-kind`; `no-such-file` where there is no file; `attach-empty`;
    `attach-damaged`: the content isn't what the file's name says it is.
    """
    if file.suffix.lower() not in _ROLES:
        raise InputError("attach-kind", Place(file=file.name), accepted=list(_ROLES))
    if not file.is_file():
        raise InputError("no-such-file", Place(file=str(file)))
    content = read_file(file)
    main = _MAIN_PARTS.get(file.suffix.lower())
    if main:
        _refuse_unpacked(content, file, main)
    elif not content and file_role(file) != "signature":
        raise InputError("attach-empty", Place(file=file.name))


def _refuse_unpacked(content: bytes, file: Path, main: str) -> None:
    try:
        with open_archive(content, "attach-damaged") as archive:
            names = archive.namelist()
    except InputError as error:
        raise error.at(Place(file=file.name)) from error
    if main not in names:
        raise InputError("attach-damaged", Place(file=file.name))


def _with(
    files: tuple[IssuedFile, ...], taken: IssuedFile, replaced: IssuedFile | None
) -> tuple[IssuedFile, ...]:
    """`files` with `taken` in the place of what it replaces, else behind the others."""
    if replaced:
        return tuple(taken if standing == replaced else standing for standing in files)
    return (*(standing for standing in files if standing.path != taken.path), taken)


def _replaced(workspace: Workspace, entry: Entry, file: Path, role: str) -> IssuedFile | None:
    """The file of the entry that `file` takes the place of: itself where it lies there, else the
    document.
    """
    lies_at = (
        workspace.relative(file.resolve())
        if file.resolve().is_relative_to(workspace.root.resolve())
        else ""
    )
    own = next((standing for standing in entry.files if standing.path == lies_at), None)
    return own or (entry.document if role == "document" else None)


def _path(
    workspace: Workspace,
    entry: Entry,
    role: str,
    replaced: IssuedFile | None,
    file: Path,
    content: bytes,
) -> str:
    """Where a file is to be kept, inside the workspace."""
    suffix = file.suffix.lower()
    signed = None
    if role == "signature":
        signed = signed_file(workspace.root, entry, file.name, content)
    if replaced:
        return str(Path(replaced.path).with_suffix(suffix).as_posix())
    if signed:
        return signature_path(entry, signed.file, suffix)
    folder = workspace.relative(workspace.year(entry.year))
    stem = document_stem(entry.number, entry.title, entry.school)
    if role == "document":
        return f"{folder}/{stem}{suffix}"
    count = 1 + sum(standing.role == role for standing in entry.files)
    return f"{folder}/{tailed_stem(stem, _TAILS[role], count)}{suffix}"
