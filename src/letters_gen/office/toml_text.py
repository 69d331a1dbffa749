"""A TOML file of the office, read with the line of each key for messages, and written back."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from letters_gen.errors import InputError, Place
from letters_gen.office.files import read_file, write_file

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HEADER = re.compile(r"^\s*\[\[?\s*(?P<keys>[^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_ASSIGNMENT = re.compile(
    r"^\s*(?P<key>(?:\"[^\"]*\"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:\"[^\"]*\"|'[^']*'|[\w-]+))*)\s*="
)
_KEY = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")


def read_text(path: Path) -> str:
    """The text of `path`, in UTF-8 with or without a byte-order mark.

    Raises:
        InputError: see `files.unreadable`; `toml-utf16`, `toml-encoding` (another encoding).
    """
    raw = read_file(path)
    if raw.startswith(_UTF16_MARKS) or b"\x00" in raw:
        raise InputError("toml-utf16", Place(file=path.name))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InputError("toml-encoding", Place(file=path.name, line=line)) from error


def table_heading(*keys: str) -> str:
    """The line that a table of TOML begins with: `[types."письмо"]`."""
    import tomlkit

    return f"[{tomlkit.key(keys).as_string()}]"


def values_of(text: str, file: str) -> dict[str, Any]:
    """The values that `text` holds as plain dicts, lists, strings, numbers and dates; raises as
    `parse`.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        # It is ten times as quick, but tells where the fault is in a sentence alone.
        return parse(text, file).unwrap()


def parse(text: str, file: str) -> TOMLDocument:
    """The document that `text` holds, comments and order kept, to be changed and written.

    Raises:
        InputError: `toml-bare-key` for a Russian key without quotes, `toml-key-twice`,
            `toml-syntax` for anything else that is no TOML.
    """
    # What only reads values, as every start does, needn't wait for it.
    import tomlkit
    from tomlkit.exceptions import KeyAlreadyPresent, ParseError

    try:
        return tomlkit.parse(text)
    except ParseError as error:
        place = Place(file=file, line=error.line)
        bare = _bare_russian_key(text.splitlines()[error.line - 1 : error.line])
        if bare:
            raise InputError("toml-bare-key", place, key=bare) from error
        column, reason = error.col + 1, type(error).__name__
        raise InputError("toml-syntax", place, column=column, reason=reason) from error
    except KeyAlreadyPresent as error:
        # Its sentence is all that it tells the key in.
        key = str(error).split('"')[1]
        raise InputError("toml-key-twice", Place(file=file), key=key) from error


def write_document(path: Path, document: TOMLDocument) -> None:
    """Write `document` to `path`, with a byte-order mark where the file had one.

    Raises:
        InputError: see `files.write_file`.
    """
    import tomlkit

    before = read_file(path) if path.is_file() else b""
    write_file(path, encoded_as(before, tomlkit.dumps(document)))


def encoded_as(before: bytes, text: str) -> bytes:
    """`text` as a file is written, with a byte-order mark where it had one `before`."""
    return (_UTF8_MARK if before.startswith(_UTF8_MARK) else b"") + text.encode("utf-8")


def _bare_russian_key(lines: list[str]) -> str | None:
    for line in lines:
        found = _HEADER.match(line) or _ASSIGNMENT.match(line)
        keys = [bare for _, _, bare in _KEY.findall(found.group(1))] if found else []
        return next((key for key in keys if not key.isascii()), None)
    return None


def line_of(text: str, keys: tuple[str | int, ...]) -> int | None:
    """The line (from 1) on which the key path `keys` stands, or the nearest table above it that
    does; else None.
    """
    lines = _lines_of_keys(text)
    path = tuple(str(key) for key in keys)
    return next(
        (lines[path[:length]] for length in range(len(path), 0, -1) if path[:length] in lines), None
    )


def headings_of(text: str) -> set[tuple[str, ...]]:
    """The tables that have a heading of their own."""
    found = (_HEADER.match(line) for line in text.splitlines())
    return {_split(heading["keys"]) for heading in found if heading}


def _lines_of_keys(text: str) -> dict[tuple[str, ...], int]:
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        assignment = _ASSIGNMENT.match(line)
        if header and not assignment:
            table = _split(header["keys"])
            lines.setdefault(table, number)
        elif assignment:
            lines.setdefault(table + _split(assignment["key"]), number)
    return lines


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(double or single or bare for double, single, bare in _KEY.findall(dotted))
