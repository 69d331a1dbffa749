"""Documents become PDF/A, many in one start of LibreOffice; one that it can't convert is found and
named, and doesn't take the others with it.
"""

from __future__ import annotations

import math
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from letters_gen.errors import UnavailableError
from letters_gen.office.files import writing
from letters_gen.office.scratch import scratch_folder
from letters_gen.outputs.libreoffice import OfficeRuns

# A start takes as long as five to ten documents.
_CHUNK = 64
# From here on a second LibreOffice is worth its start and its memory, which a few use up.
_MANY = 100
_MOST_AT_ONCE = 4
# A chunk may take so many seconds, by the clock: a start, each document, each megabyte of them.
# A page takes a fifth of a second.
_FOR_A_START, _FOR_EACH, _FOR_A_MEGABYTE = 60.0, 3.0, 60.0
# So many documents in a row that it can't convert, and none that it could: it isn't the documents.
_HOPELESS = 3
_ENDING = b"%%EOF"


@dataclass(frozen=True)
class Conversion:
    """What became of one document.

    Attributes:
        pdf: its PDF, to be taken before the next conversions are asked for; None where there is
            none.
        hangs: whether LibreOffice came to no end with it; else it could make nothing of it.
    """

    document: Path
    pdf: Path | None
    hangs: bool = False


def seconds_for(documents: Sequence[Path]) -> float:
    """How long one run over `documents` may take."""
    megabytes = sum(document.stat().st_size for document in documents) / 1_000_000
    return _FOR_A_START + _FOR_EACH * len(documents) + _FOR_A_MEGABYTE * megabytes


def converted(
    program: str,
    documents: Sequence[Path],
    jobs: int | None = None,
    limit: Callable[[Sequence[Path]], float] = seconds_for,
) -> Iterator[list[Conversion]]:
    """Convert `documents`; what became of them, chunk by chunk, each as it is ready.

    Args:
        program: LibreOffice (see `libreoffice.needed_office`).
        jobs: how many of it run at once; None lets the number of documents decide.
        limit: how many seconds one run over so many documents may take.

    Raises:
        UnavailableError: `libreoffice-fails`: it can't convert anything.
        InputError: see `files.unwritable`: there is no room for what it makes.
    """
    if not documents:
        return
    at_once = jobs or _at_once(len(documents))
    size = min(_CHUNK, math.ceil(len(documents) / at_once))
    with scratch_folder() as folder:
        runs = OfficeRuns(program)
        work = _Work(runs, folder, limit)
        pool = ThreadPoolExecutor(at_once)
        try:
            yield from _results(pool, work, _chunks(documents, size), at_once)
        finally:
            # Also when the command is interrupted: nothing is left running.
            runs.end()
            pool.shutdown(cancel_futures=True)


def _at_once(documents: int) -> int:
    if documents < _MANY:
        return 1
    return min(os.cpu_count() or 1, _MOST_AT_ONCE)


def _chunks(documents: Sequence[Path], size: int) -> Iterator[Sequence[Path]]:
    for start in range(0, len(documents), size):
        yield documents[start : start + size]


def _results(
    pool: ThreadPoolExecutor, work: _Work, chunks: Iterator[Sequence[Path]], at_once: int
) -> Iterator[list[Conversion]]:
    """The results of the chunks, no more of them under way than there are runs."""
    under_way: set[Future[list[Conversion]]] = set()
    for chunk in chunks:
        under_way.add(pool.submit(work.done, chunk))
        if len(under_way) >= at_once:
            yield from _ready(under_way, work)
    while under_way:
        yield from _ready(under_way, work)


def _ready(under_way: set[Future[list[Conversion]]], work: _Work) -> Iterator[list[Conversion]]:
    done, _ = wait(under_way, return_when=FIRST_COMPLETED)
    for future in done:
        under_way.discard(future)
        results = future.result()
        yield results
        work.let_go(results)


class _Work:
    """The work of all runs: chunks converted, halved where that fails."""

    def __init__(
        self, runs: OfficeRuns, folder: Path, limit: Callable[[Sequence[Path]], float]
    ) -> None:
        self._runs, self._folder, self._limit = runs, folder, limit
        self._numbers = count()
        self._made = self._failed = 0

    def done(self, documents: Sequence[Path]) -> list[Conversion]:
        """What became of `documents`, in no certain order; of an interrupted run no more than was
        done.
        """
        # Given no document at all LibreOffice would wait for one.
        if self._runs.is_ended or not documents:
            return []
        results, left, has_ended = self._run(documents)
        if not left or self._runs.is_ended:
            return results
        if len(documents) == 1:
            return [self._unconverted(documents[0], hangs=not has_ended)]
        # In the order of the run: what it stumbled over stands in the first half.
        middle = math.ceil(len(left) / 2)
        return results + self.done(left[:middle]) + self.done(left[middle:])

    def _unconverted(self, document: Path, hangs: bool) -> Conversion:
        self._failed += 1
        if self._failed >= _HOPELESS and not self._made:
            raise UnavailableError("libreoffice-fails")
        return Conversion(document, None, hangs)

    def _run(self, documents: Sequence[Path]) -> tuple[list[Conversion], Sequence[Path], bool]:
        """One start of the program: what it made, what is left, and whether it came to an end."""
        folder = self._folder / str(next(self._numbers))
        with writing(folder):
            staged = _staged(documents, folder / "in")
            (folder / "pdf").mkdir()
        has_ended = self._runs.convert(list(staged), folder, self._limit(list(staged)))
        for its_own in ("profile", "temporary"):
            shutil.rmtree(folder / its_own, ignore_errors=True)
        results = []
        for copy, document in staged.items():
            pdf = folder / "pdf" / f"{copy.stem}.pdf"
            if _is_whole(pdf):
                results.append(Conversion(document, pdf))
        self._made += len(results)
        shutil.rmtree(folder / "in", ignore_errors=True)
        made = {one.document for one in results}
        return results, [one for one in documents if one not in made], has_ended

    @staticmethod
    def let_go(results: Sequence[Conversion]) -> None:
        """Remove the PDFs of results that have been taken."""
        for one in results:
            if one.pdf is not None:
                one.pdf.unlink(missing_ok=True)


def _staged(documents: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """Copies of `documents` in `folder`, each with what it is a copy of: LibreOffice names a PDF by
    its document alone, and leaves a lock beside it.
    """
    folder.mkdir(parents=True)
    staged: dict[Path, Path] = {}
    stems: set[str] = set()
    for number, document in enumerate(documents):
        stem = document.stem
        while stem in stems:
            stem += f" {number}"
        stems.add(stem)
        copy = folder / f"{stem}{document.suffix}"
        shutil.copyfile(document, copy)
        staged[copy] = document
    return staged


def _is_whole(pdf: Path) -> bool:
    """Whether a PDF was written to its end: one that was being written when the program ended
    isn't.
    """
    try:
        with pdf.open("rb") as file:
            file.seek(0, os.SEEK_END)
            file.seek(-min(file.tell(), 1024), os.SEEK_END)
            return _ENDING in file.read()
    except OSError:
        return False
