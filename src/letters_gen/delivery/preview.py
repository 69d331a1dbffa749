"""What would be issued, to be looked at: number and date left blank, «ПРОЕКТ» on each page; no
number is taken.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePosixPath

from letters_gen.delivery.preview_folder import (
    PreviewedDocument,
    PreviewedFile,
    PreviewFolder,
    opened_preview,
)
from letters_gen.documents.letter import Letter
from letters_gen.errors import InputError, Place
from letters_gen.issuing.plan import Plan
from letters_gen.making.document import Document, planned_document
from letters_gen.making.filling import Filling
from letters_gen.outputs.converting import Conversion, converted
from letters_gen.outputs.draft_mark import marked_as_draft
from letters_gen.outputs.pdf_pages import page_pictures

_RESOLUTION = 100


@dataclass(frozen=True)
class Preview:
    """What can be looked at.

    Attributes:
        is_new: whether it was made now; else it stood there, of the very same documents.
        failed: the documents that LibreOffice could make no PDF of.
        kept: files of the last preview that the clerk has changed, under their new names.
    """

    documents: tuple[PreviewedDocument, ...]
    is_new: bool
    failed: tuple[InputError, ...] = ()
    kept: tuple[str, ...] = ()


def preview(
    plan: Plan, program: str | None, jobs: int | None, progress: Callable[[int, int], None]
) -> Preview:
    """Lay the documents of `plan` into the folder of the preview: those that would be written, all
    of them where nothing would.

    Args:
        program: LibreOffice, None where there is none: then there are no PDFs and no pictures.
        jobs, progress: as `pdf_files.rendered` has them.

    Raises:
        InputError: a template that can't be filled; see `preview_folder.opened_preview`.
        UnavailableError: `libreoffice-fails`.
    """
    fingerprint = _fingerprint(plan, program is not None)
    with opened_preview(plan.workspace) as folder:
        standing = folder.standing(fingerprint)
        if standing is not None:
            return Preview(standing, is_new=False)
        folder.empty()
        documents = tuple(_written(plan, folder))
        failed: list[InputError] = []
        if program is not None:
            looked_at = _Pictures(plan, folder, documents)
            looked_at.draw(program, jobs, progress)
            documents, failed = looked_at.documents, looked_at.failed
        # What failed is tried again the next time.
        folder.finish("" if failed else fingerprint, documents)
        return Preview(documents, True, tuple(failed), tuple(folder.kept))


def standing_preview(
    plan: Plan, is_drawn: bool
) -> tuple[str, tuple[PreviewedDocument, ...]] | None:
    """The preview of the very same documents, where it stands there whole: what tells it from
    others, and its documents. Nothing is made.
    """
    fingerprint = _fingerprint(plan, is_drawn)
    standing = PreviewFolder(plan.workspace).standing(fingerprint)
    return (fingerprint, standing) if standing else None


def _drafts(plan: Plan) -> Iterator[tuple[Letter, Document]]:
    """The letters to be looked at, each as a document without a number."""
    letters = [one.letter for one in plan.decisions if one.letter and one.is_written]
    if not letters:
        letters = [one.letter for one in plan.decisions if one.letter]
    for letter in letters:
        yield letter, planned_document(plan.workspace, letter, "", plan.request.signed_on)


def _contents(filling: Filling, letter: Letter, document: Document) -> Iterator[tuple[str, bytes]]:
    """The files of a draft by their names, marked."""
    for path, content in filling.files(letter, document):
        name = PurePosixPath(path).name
        yield name, marked_as_draft(content) if name.endswith(".docx") else content


def _fingerprint(plan: Plan, is_drawn: bool) -> str:
    """What tells one preview from another: every byte of its documents, and whether they are
    drawn.
    """
    told = hashlib.sha256(b"drawn" if is_drawn else b"")
    filling = Filling(plan.batch, plan.forms)
    for letter, document in _drafts(plan):
        for name, content in _contents(filling, letter, document):
            told.update(f"{name}:{len(content)}:".encode())
            told.update(content)
    return told.hexdigest()


def _written(plan: Plan, folder: PreviewFolder) -> Iterator[PreviewedDocument]:
    """The drafts, written."""
    filling = Filling(plan.batch, plan.forms)
    planned = (document for _, document in _drafts(plan))
    names = iter(folder.claim([name for document in planned for name in _names(document)]))
    for letter, document in _drafts(plan):
        contents = (content for _, content in _contents(filling, letter, document))
        paths = [folder.write(next(names), content) for content in contents]
        yield PreviewedDocument(
            letter.addressee, document.school, document.inn, tuple(map(PreviewedFile, paths))
        )


def _names(document: Document) -> list[str]:
    """The names of a draft's files, in the order of its contents."""
    assert document.path is not None
    paths = (document.path, *document.appendices, *document.enclosures)
    return [PurePosixPath(path).name for path in paths]


class _Pictures:
    """The PDFs of drafts, and a picture of each page."""

    def __init__(
        self, plan: Plan, folder: PreviewFolder, documents: Sequence[PreviewedDocument]
    ) -> None:
        self._root, self._folder = plan.workspace.root, folder
        self._documents = documents
        self._drawn: dict[str, PreviewedFile] = {}
        self.failed: list[InputError] = []

    def draw(self, program: str, jobs: int | None, progress: Callable[[int, int], None]) -> None:
        """Make them all."""
        files = (file for document in self._documents for file in document.files)
        paths = [self._root / file.path for file in files if file.path.endswith(".docx")]
        done = 0
        for conversions in converted(program, paths, jobs):
            self._take(conversions)
            done += len(conversions)
            progress(done, len(paths))

    def _take(self, conversions: Sequence[Conversion]) -> None:
        """Lay the PDFs of one chunk into the folder, each with its pictures."""
        contents: dict[str, bytes] = {}
        drawn: list[tuple[str, int]] = []
        for one in conversions:
            path = one.document.relative_to(self._root).as_posix()
            if one.pdf is None:
                code = "preview-hangs" if one.hangs else "preview-not-drawn"
                self.failed.append(InputError(code, Place(file=path)))
                continue
            stem, before = PurePosixPath(path).stem, len(contents)
            contents[f"{stem}.pdf"] = one.pdf.read_bytes()
            for number, picture in enumerate(page_pictures(one.pdf, _RESOLUTION), 1):
                contents[f"{stem} стр {number}.png"] = picture
            drawn.append((path, len(contents) - before))
        names = self._folder.claim(list(contents))
        laid = iter(map(self._folder.write, names, contents.values()))
        for path, files in drawn:
            pdf, *pages = islice(laid, files)
            self._drawn[path] = PreviewedFile(path, pdf, tuple(pages))

    @property
    def documents(self) -> tuple[PreviewedDocument, ...]:
        """The documents with what was made of them."""
        return tuple(
            replace(one, files=tuple(self._drawn.get(file.path, file) for file in one.files))
            for one in self._documents
        )
