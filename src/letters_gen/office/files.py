"""How files of a workspace are written: beside their place, flushed, then named; and what it means
when the system refuses.

Nothing partial is ever seen under a final name. What a killed run leaves beside it is replaced by
the next writing of that file, and taken away by `sweep` before a batch is written.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.office.flushing import flush_files, flush_folder

_PARTIAL = ".partial"
# A run that is still at it writes no single file for as long as this.
_LEFT_BEHIND = 3600.0

_OPEN_ELSEWHERE = (errno.EBUSY, errno.ETXTBSY)
_SHARING_VIOLATIONS = (32, 33)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_REFUSED = (errno.EACCES, errno.EPERM)
_FORBIDDEN = (*_REFUSED, errno.EROFS)


def write_file(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all, in the place of what bore its name; its folder is made.

    Documents of the register are never replaced: see `placing`.

    Raises:
        InputError: see `unwritable`; `file-is-link`: what stands there is a symbolic link, whose
            target lies elsewhere and may be another's.
    """
    with writing(path):
        refuse_link(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = partial_of(str(path))
        try:
            write_new(partial, content)
            _keep_rights(path, partial)
            flush_files([partial])
            os.replace(partial, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(partial)
            raise
        flush_folder(str(path.parent))


@contextmanager
def written_file(path: Path) -> Iterator[Path]:
    """Write a file piece by piece, as `write_file` does: the block writes to the path that it gets,
    which is named when it is done.

    Raises:
        InputError: as `write_file`.
    """
    with writing(path):
        refuse_link(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = partial_of(str(path))
        try:
            write_new(partial, b"")
            yield Path(partial)
            _keep_rights(path, partial)
            flush_files([partial])
            os.replace(partial, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(partial)
            raise
        flush_folder(str(path.parent))


def partial_of(path: str) -> str:
    """The name under which the content of `path` is written beside it."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}{_PARTIAL}")


def write_new(path: str, content: bytes) -> None:
    """Write a file that is new: what a killed run left under its name may be the second name of a
    finished document, and goes. Raises OSError.
    """
    try:
        file = open(path, "xb")
    except FileExistsError:
        os.unlink(path)
        file = open(path, "xb")
    with file:
        file.write(content)


def give_name(partial: str, path: str) -> None:
    """Name what was written beside its place; fails where `path` exists already, be it as a
    symbolic link, on every file system. Raises OSError.
    """
    if os.name == "nt":
        os.rename(partial, path)
        return
    try:
        os.link(partial, path)
        os.unlink(partial)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (exFAT, some shares): claim the name first, then fill the
        # claim.
        open(path, "xb").close()
        os.replace(partial, path)


def _keep_rights(path: Path, partial: str) -> None:
    """Who may read and write what is there may do so with what takes its place; a file that is
    locked against writing stays as it is.
    """
    if not path.exists():
        return
    if not os.access(path, os.W_OK):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
    shutil.copymode(path, partial)


def left_behind(folder: Path) -> list[Path]:
    """What runs have left in `folder` beside the files that they were writing, or write now."""
    return sorted(folder.glob(f".*{_PARTIAL}*"))


def sweep(folder: Path) -> None:
    """Take away what killed runs have left in `folder` beside the files that they were writing."""
    now = time.time()
    with suppress(OSError):
        for path in left_behind(folder):
            if now - path.lstat().st_mtime > _LEFT_BEHIND:
                path.unlink()


def make_room(folder: Path) -> None:
    """Make `folder`, and prove that it can be written to; raises as `unwritable` tells."""
    probe = folder / ".probe"
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        write_new(str(probe), b"")
        probe.unlink()


def read_file(path: Path) -> bytes:
    """The content of the file at `path`.

    Raises:
        InputError: `no-such-file`, `file-unreadable`.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """The system's refusals inside the block become errors of ours about `path`: see
    `unwritable`.
    """
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path | str, error: OSError) -> InputError:
    """A refusal to write `path`, as an error of ours.

    `file-open`: another program (Word, Excel) holds the file; `disk-full`; `no-rights`;
    `file-unwritable` with its `reason`, the name of the system's error, for any other.
    """
    named = str(path)
    place = Place(file=os.path.basename(named))
    if _is_held(named, error):
        return InputError("file-open", place, path=named)
    if error.errno in _FULL:
        return InputError("disk-full", place, path=named)
    if error.errno in _FORBIDDEN:
        return InputError("no-rights", place, path=named)
    return InputError("file-unwritable", place, path=named, reason=_reason(error))


def unreadable(path: Path, error: OSError) -> InputError:
    """A refusal to read `path`, as an error of ours: `no-such-file`, `file-open`, or
    `file-unreadable` with its `reason`.
    """
    if isinstance(error, FileNotFoundError):
        return InputError("no-such-file", Place(file=str(path)))
    place = Place(file=path.name)
    if _is_held(str(path), error):
        return InputError("file-open", place, path=str(path))
    return InputError("file-unreadable", place, path=str(path), reason=_reason(error))


def refuse_link(path: Path) -> None:
    """Raises InputError `file-is-link` where `path` is a symbolic link; a folder may be one."""
    if path.is_symlink():
        raise InputError("file-is-link", Place(file=path.name), target=str(path.readlink()))


def refuse_open(path: Path) -> None:
    """Raises InputError `file-open` where a mark beside `path` says that Excel, Word or LibreOffice
    holds it; a system that locks files tells it itself.
    """
    marks = (path.with_name(f".~lock.{path.name}#"), path.with_name(f"~${path.name}"))
    if any(mark.exists() for mark in marks):
        raise InputError("file-open", Place(file=path.name), path=str(path))


def _is_held(path: str, error: OSError) -> bool:
    """Whether another program holds the file. Windows says so by a sharing violation, and of a file
    to be replaced or opened anew as a mere refusal.
    """
    if error.errno in _OPEN_ELSEWHERE or getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return True
    return os.name == "nt" and error.errno in _REFUSED and os.path.isfile(path)


def _reason(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, str(error.errno))


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def free_path(path: Path) -> Path:
    """The first name of its kind that nothing bears yet: `скан.pdf`, `скан (2).pdf`."""
    free, attempt = path, 1
    while free.exists():
        attempt += 1
        free = path.with_name(f"{path.stem} ({attempt}){path.suffix}")
    return free
