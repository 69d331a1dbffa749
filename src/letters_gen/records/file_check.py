"""The files of a folder held against what the register says of them: those that it names, and
those that it doesn't.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from letters_gen.errors import Place
from letters_gen.making.file_numbers import NumberedFile, numbered_files
from letters_gen.model.entry import Entry, IssuedFile
from letters_gen.model.entry_state import is_being_typed
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Series
from letters_gen.office.digest import file_digest
from letters_gen.office.files import left_behind
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register


class FileCheck:
    """The files of entries, which pass by in the order of their numbers; each file is hashed.

    Attributes:
        elsewhere: how many entries are other folders' to look after.
        notes: what the auditor should know of their files, and is no damage.
    """

    def __init__(self, workspace: Workspace, is_shared: bool) -> None:
        self._workspace, self._is_shared = workspace, is_shared
        self._root = str(workspace.root)
        self._here = workspace.known_identity()
        self._replaced: dict[int, dict[str | None, str]] = {}
        self._named: dict[str, set[str]] = {}
        self._orphans: dict[str, str] = {}
        self._faults: list[Oddity] = []
        self.notes: list[Oddity] = []
        self.elsewhere = 0

    def add(self, entry: Entry) -> None:
        """Look at the files of one more entry, if they are this folder's."""
        if self._is_shared and entry.workspace != self._here:
            self.elsewhere += entry.workspace != ""
            self._look_for_orphan(entry)
            return
        if entry.is_issued and not entry.by_hand and entry.document is None:
            self._tell("issued-without-file", entry)
        for file in entry.files:
            self._name(file)
            self._look_at(file, entry)
        for file in entry.former:
            self._look_for_former(file, entry)
            if entry.document is None:
                self._name(file)  # nothing has taken its place

    def _look_for_former(self, file: IssuedFile, entry: Entry) -> None:
        is_there = file.sha256 in self._kept(entry.year)
        if entry.shared.typed and file.sha256 not in entry.kept:
            return  # of a blank what was typed took the place of what was issued
        # Of a correction that has only begun the former file stands in its place yet.
        if is_there or file_digest(f"{self._root}/{file.path}") == file.sha256:
            return
        place = Place(file=file.path)
        if file.sha256 in entry.kept:
            self._tell("replaced-lost", entry, file)
        else:
            self.notes.append(Oddity("former-unkept", place, {"number": entry.number}))

    def _look_at(self, file: IssuedFile, entry: Entry) -> None:
        digest = file_digest(f"{self._root}/{file.path}")
        if digest == file.sha256 or (digest and is_being_typed(entry)):
            return
        if file.sha256 in self._kept(entry.year):
            # What was recorded has made way already, and what took its place isn't recorded yet.
            self._tell("act-unfinished", entry, file)
        else:
            self._tell("file-missing" if digest is None else "file-changed", entry, file)

    def _look_for_orphan(self, entry: Entry) -> None:
        """Whether the files of an entry lie here, although the folder has lost its id, or has made
        itself another.
        """
        for file in entry.files:
            if (self._workspace.root / file.path).exists():
                self._orphans.setdefault(entry.workspace, file.path)
                self._name(file)

    def _name(self, file: IssuedFile) -> None:
        folder, _, name = file.path.rpartition("/")
        self._named.setdefault(folder, set()).add(name)

    def _kept(self, year: int) -> dict[str | None, str]:
        """The hashes of a year's replaced files, each with a name."""
        if year not in self._replaced:
            folder = self._workspace.replaced(year)
            files = folder.iterdir() if folder.is_dir() else ()
            self._replaced[year] = {file_digest(path): path.name for path in files}
        return self._replaced[year]

    def _tell(self, code: str, entry: Entry, file: IssuedFile | None = None) -> None:
        place = Place(file=file.path) if file else Place()
        self._faults.append(Oddity(code, place, {"number": entry.number}))

    def faults(self) -> Iterator[Oddity]:
        """What is damaged about the files of the entries that have passed by."""
        yield from self._faults
        for workspace, file in self._orphans.items():
            yield Oddity("identity-lost", Place(file=file), {"workspace": workspace})

    def unnamed(self, register: Register, series: Iterable[Series]) -> Iterator[Oddity]:
        """Files that bear numbers and that no entry names: of a register restored from an old copy,
        or copies beside what was issued (design §6.1).
        """
        kinds = list(series)
        for year in years(self._workspace):
            folder = self._workspace.year(year)
            named = self._named.get(self._workspace.relative(folder), set())
            for one in kinds:
                unnamed = list(numbered_files(folder, one, but=named))
                given = set(register.given(one, year)) if unnamed else set()
                for file in unnamed:
                    place = Place(file=self._workspace.relative(folder / file.name))
                    yield Oddity(
                        _unnamed_code(file, given, named), place, {"number": file.number(one)}
                    )


def _unnamed_code(file: NumberedFile, given: set[int], named: Collection[str]) -> str:
    """A PDF beside the document that `named` has is made anew: the register is older than it."""
    if file.seq not in given or file.suffix:
        return "number-unregistered"
    is_pdf = file.name.casefold().endswith(".pdf")
    return (
        "number-pdf-unnamed"
        if is_pdf and f"{file.name[:-4]}.docx" in named
        else "number-file-unnamed"
    )


def stray_files(workspace: Workspace) -> Iterator[Oddity]:
    """What runs have left behind."""
    for year in years(workspace):
        for path in left_behind(workspace.year(year)):
            yield Oddity("stray-file", Place(file=workspace.relative(path)))


def years(workspace: Workspace) -> list[int]:
    """The years whose folders there are."""
    if not workspace.letters.is_dir():
        return []
    return sorted(
        int(path.name)
        for path in workspace.letters.iterdir()
        if path.is_dir() and path.name.isdecimal()
    )
