"""The PDFs of issued documents: made by LibreOffice, laid beside them, recorded in the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from letters_gen.errors import DamageError, InputError, LettersError, Place, UnavailableError
from letters_gen.model.entry import Entry, EntryKey, IssuedFile
from letters_gen.model.oddity import Oddity
from letters_gen.model.rendering import pdf_of, pdf_path
from letters_gen.office.digest import file_digest
from letters_gen.office.files import read_file
from letters_gen.office.placing import place_files
from letters_gen.office.workspace import Workspace
from letters_gen.outputs.converting import Conversion, converted
from letters_gen.outputs.pdf_pages import PdfFacts, pdf_facts
from letters_gen.outputs.substitutes import substitutes
from letters_gen.records.acts import Desk
from letters_gen.register.happenings import Rendered
from letters_gen.word.faces import named_faces, with_twins
from letters_gen.word.package import ArchiveMembers, Package, open_archive

_ROLES = ("document", "appendix", "enclosure")
_WRITTEN = (".docx", ".doc", ".odt", ".rtf")


@dataclass(frozen=True)
class Rendering:
    """What a run made.

    Attributes:
        made: how many PDFs; `already`: how many documents had theirs.
        failed: the documents that have none now, each with why.
        faces: the faces that documents were set in without naming them, with how many documents.
    """

    made: int
    already: int
    failed: tuple[LettersError, ...]
    faces: tuple[Oddity, ...]


@dataclass(frozen=True, slots=True)
class _Due:
    """A file of an entry whose PDF is to be made."""

    key: EntryKey
    number: str
    file: IssuedFile


def rendered(
    desk: Desk,
    entries: Iterable[Entry],
    program: str,
    jobs: int | None,
    progress: Callable[[int, int], None],
    anew: bool = False,
) -> Rendering:
    """Make the PDFs that `entries` lack, of their documents, appendices and enclosures; what was
    made is recorded chunk by chunk, so that a run that was cut short goes on from there.

    Args:
        program: LibreOffice (see `libreoffice.needed_office`).
        jobs: how many of it run at once; None lets the number of documents decide.
        progress: called with how many are done, and of how many.
        anew: whether also those are made anew that there are.

    Raises:
        UnavailableError: `libreoffice-fails`; `libreoffice-old`: it makes no PDF/A.
        InputError: see `files.unwritable`.
    """
    due, failed, already = _due(desk.workspace, entries, anew)
    press = _Press(desk, due)
    press.failed += failed
    paths = list(press.due)
    if paths:
        progress(0, len(paths))
        for conversions in converted(program, paths, jobs):
            press.take(conversions)
            progress(press.done, len(paths))
    return Rendering(press.made, already, tuple(press.failed), tuple(press.told_faces()))


def _due(
    workspace: Workspace, entries: Iterable[Entry], anew: bool
) -> tuple[list[_Due], list[LettersError], int]:
    """What is to be made; what can't be; how many are there already."""
    due: list[_Due] = []
    failed: list[LettersError] = []
    already = 0
    for entry in entries:
        for file in _written_files(entry):
            if not anew and _stands(workspace, pdf_of(entry, file)):
                already += 1
                continue
            fault = _fault(workspace, entry, file)
            if fault:
                failed.append(fault)
            else:
                due.append(_Due(entry.key, entry.number, file))
    return due, failed, already


def _written_files(entry: Entry) -> list[IssuedFile]:
    """The files of an entry that stands which a text program can print."""
    if not entry.is_issued:
        return []
    return [file for file in entry.files if file.role in _ROLES and file.path.endswith(_WRITTEN)]


def can_be_rendered(entry: Entry) -> bool:
    """Whether a PDF can be made of the entry's document."""
    return any(file.role == "document" for file in _written_files(entry))


def _stands(workspace: Workspace, pdf: IssuedFile | None) -> bool:
    return pdf is not None and (workspace.root / pdf.path).is_file()


def _fault(workspace: Workspace, entry: Entry, file: IssuedFile) -> LettersError | None:
    """Why no PDF is made of a file: it is gone, or isn't what was issued (design §6.5)."""
    digest = file_digest(workspace.root / file.path)
    if digest == file.sha256:
        return None
    code = "issued-file-missing" if digest is None else "pdf-of-changed"
    return DamageError(code, Place(file=file.path), number=entry.number)


class _Press:
    """Takes what LibreOffice has made, lays it into its place and records it."""

    def __init__(self, desk: Desk, due: Iterable[_Due]) -> None:
        self._desk, self._root = desk, desk.workspace.root
        self.due: dict[Path, _Due] = {self._root / one.file.path: one for one in due}
        self.made = self.done = 0
        self.failed: list[LettersError] = []
        self._faces: Counter[str] = Counter()

    def take(self, conversions: Sequence[Conversion]) -> None:
        """Lay the PDFs of one chunk into their places, and record them."""
        self.done += len(conversions)
        ready: list[tuple[_Due, Path, PdfFacts]] = []
        for one in conversions:
            due = self.due[one.document]
            try:
                ready.append((due, *_checked(one, due)))
            except InputError as error:
                self.failed.append(error)
        with self._desk.alone():
            self._record([one for one in ready if self._is_as_it_was(one[0])])

    def _is_as_it_was(self, due: _Due) -> bool:
        """Whether nothing has happened to the document while its PDF was made."""
        entry = self._desk.register.of_keys([due.key]).get(due.key)
        return entry is not None and entry.is_issued and due.file in entry.files

    def _record(self, ready: Sequence[tuple[_Due, Path, PdfFacts]]) -> None:
        happened: dict[EntryKey, Rendered] = {}
        by_year = sorted(ready, key=lambda one: _folder(one[0]))
        for folder, group in groupby(by_year, key=lambda one: _folder(one[0])):
            laid = list(group)
            places = [f"{self._root}/{pdf_path(due.file.path)}" for due, _, _ in laid]
            contents = (read_file(pdf) for _, pdf, _ in laid)
            aside = self._root / folder / "replaced"
            digests = place_files(zip(places, contents, strict=True), aside)
            for (due, pdf, facts), digest in zip(laid, digests, strict=True):
                path, size = pdf_path(due.file.path), pdf.stat().st_size
                made = IssuedFile("pdf", path, digest, size, facts.pages, facts.program)
                former = happened.get(due.key, Rendered(()))
                happened[due.key] = Rendered((*former.files, made))
                self._faces.update(_unnamed_faces(self._root / due.file.path, facts))
        if happened:
            with self._desk.register.writing(self._desk.stamp) as writer:
                writer.happen_to(happened)
        self.made += len(ready)

    def told_faces(self) -> list[Oddity]:
        """The faces that weren't asked for, as the clerk is told of them."""
        return [
            Oddity("pdf-face-unnamed", Place(), {"face": face, "count": count})
            for face, count in sorted(self._faces.items())
        ]


def _folder(due: _Due) -> str:
    return due.file.path.rpartition("/")[0]


def _checked(one: Conversion, due: _Due) -> tuple[Path, PdfFacts]:
    """The PDF that was made, and what it is.

    Raises:
        InputError: `pdf-hangs`, `pdf-not-made`.
        UnavailableError: `libreoffice-old`.
    """
    place = Place(file=due.file.path)
    if one.pdf is None:
        raise InputError("pdf-hangs" if one.hangs else "pdf-not-made", place, number=due.number)
    try:
        facts = pdf_facts(one.pdf)
    except InputError as error:
        raise InputError("pdf-not-made", place, number=due.number) from error
    if not facts.is_archival:
        raise UnavailableError("libreoffice-old", found=facts.program)
    return one.pdf, facts


def _unnamed_faces(document: Path, facts: PdfFacts) -> list[str]:
    """The faces of a PDF that its document doesn't name, or that aren't in it."""
    if document.suffix != ".docx":
        return []
    try:
        with open_archive(document, "print-damaged") as archive:
            package = Package(document.name, ArchiveMembers(archive), "print-damaged")
            named = with_twins(named_faces(package))
    except InputError:
        # LibreOffice has read what we can't: then nobody knows what it names.
        return []
    lacking = [face for face, is_embedded in facts.faces if not is_embedded]
    return sorted({*substitutes((face for face, _ in facts.faces), named), *lacking})
