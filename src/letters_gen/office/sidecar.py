"""The sidecar of a sheet: the covering letter that came with it, in a .toml of the same name beside
it.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import tomlkit

from letters_gen.errors import InputError, Place
from letters_gen.model.basis import Basis
from letters_gen.office.toml_text import line_of, parse, plain, read_text, write_document


def sidecar_of(sheet: Path) -> Path:
    """The path of the sidecar of `sheet`: `2023-04-14.xlsx` -> `2023-04-14.toml`."""
    return sheet.with_suffix(".toml")


def read_basis(sheet: Path) -> dict[str, object]:
    """What the sidecar of `sheet` says of the basis: `author`, `number` (text) and `date`, as far
    as given.

    Raises:
        InputError: the file is no TOML (see `toml_text`), or `sidecar-wrong-value` for a value of
            another kind.
    """
    path = sidecar_of(sheet)
    if not path.is_file():
        return {}
    text = read_text(path)
    table = plain(parse(text, path.name)).get("basis", {})
    if not isinstance(table, dict):
        raise _wrong(path, text, ("basis",), table)
    for key, kind in (("author", str), ("number", str), ("date", date)):
        if key in table and (not isinstance(table[key], kind) or isinstance(table[key], datetime)):
            raise _wrong(path, text, ("basis", key), table[key])
    return {key: table[key] for key in ("author", "number", "date") if table.get(key)}


def _wrong(path: Path, text: str, keys: tuple[str, ...], found: object) -> InputError:
    place = Place(file=path.name, line=line_of(text, keys))
    return InputError("sidecar-wrong-value", place, key=".".join(keys), found=found)


def keep_basis(sheet: Path, basis: Basis) -> None:
    """Write `basis` to the sidecar of `sheet`, all else there (comments, order, other tables) kept
    as it is.

    Raises:
        InputError: see `files.unwritable`.
    """
    path = sidecar_of(sheet)
    document = parse(read_text(path), path.name) if path.is_file() else tomlkit.document()
    table = document.setdefault("basis", tomlkit.table())
    wanted = {"author": basis.author, "number": basis.number, "date": basis.date}
    if {key: table.get(key) for key in wanted} == wanted:
        return
    table.update(wanted)
    write_document(path, document)
