"""The sidecar of a sheet, a .toml of the same name beside it: the covering letter that came with
it, and what the clerk has answered about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from letters_gen.errors import InputError, Place, together
from letters_gen.model.basis import NO_ANSWERS, Basis, BasisAnswers, bare_number
from letters_gen.model.characters import holds_forbidden, without_forbidden
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Answers
from letters_gen.office.toml_text import line_of, parse, read_text, values_of, write_document


@dataclass(frozen=True)
class Sidecar:
    """What stands beside a sheet.

    Attributes:
        basis: the covering letter as far as it is given.
        answers: what was answered about the sheet.
        is_offer: whether the covering letter was told before nothing was issued: asked about again.
        oddities: characters that no document can hold, left out of the covering letter.
    """

    basis: BasisAnswers = NO_ANSWERS
    answers: Answers = field(default_factory=dict)
    oddities: tuple[Oddity, ...] = ()
    is_offer: bool = False


def sidecar_of(sheet: Path) -> Path:
    """The path of the sidecar of `sheet`: `2023-04-14.xlsx` -> `2023-04-14.toml`."""
    return sheet.with_suffix(".toml")


def read_sidecar(sheet: Path) -> Sidecar:
    """What the sidecar of `sheet` says; nothing where there is none.

    Raises:
        InputError: the file is no TOML (see `toml_text`); `sidecar-wrong-value` for values of
            another kind; `basis-due-early`: its deadline lies before its own day.
    """
    path = sidecar_of(sheet)
    if not path.is_file():
        return Sidecar()
    text = read_text(path)
    values = values_of(text, path.name)
    faults = list(_wrong_values(values, text, path.name))
    if faults:
        raise together(faults)
    basis = {key: values["basis"][key] for key in _BASIS if values.get("basis", {}).get(key)}
    oddities = []
    for key, value in basis.items():
        if isinstance(value, str) and holds_forbidden(value):
            basis[key] = without_forbidden(value)
            place = Place(file=path.name, line=line_of(text, ("basis", key)))
            oddities.append(Oddity("characters-dropped", place, {"found": basis[key]}))
    is_offer = values.get("basis", {}).get(_OFFER) is True
    if "number" in basis:
        basis["number"] = bare_number(basis["number"])
    told = BasisAnswers(**basis)
    refuse_early_due(told, Place(file=path.name, line=line_of(text, ("basis", "due"))))
    return Sidecar(told, values.get("answers", {}), tuple(oddities), is_offer)


def refuse_early_due(told: BasisAnswers, place: Place) -> None:
    """Raises InputError `basis-due-early`: what the covering letter wants is due before its day."""
    if told.is_due_early:
        raise InputError("basis-due-early", place, due=told.due, day=told.date)


# Beside a covering letter that was told before a «нет».
_OFFER = "unconfirmed"
_BASIS = {"author": str, "number": str, "date": date, "due": date}


def _wrong_values(values: Mapping[str, Any], text: str, file: str) -> Iterator[InputError]:
    """A failure for each value of another kind than its key has."""
    for table in ("basis", "answers"):
        found = values.get(table, {})
        if not isinstance(found, dict):
            yield _wrong(text, file, (table,), found)
            continue
        for key, value in found.items():
            kind = str if table == "answers" else _BASIS.get(key, object)
            if not isinstance(value, kind) or isinstance(value, datetime):
                yield _wrong(text, file, (table, key), value)


def _wrong(text: str, file: str, keys: tuple[str, ...], found: object) -> InputError:
    place = Place(file=file, line=line_of(text, keys))
    return InputError("sidecar-wrong-value", place, key=".".join(keys), found=found)


def keep_basis(sheet: Path, basis: Basis, is_offer: bool = False) -> None:
    """Write `basis` to the sidecar of `sheet`, as an offer where nothing was issued by it yet; a
    deadline of another letter that stood there goes. Raises as `files.write_file`.
    """
    said: dict[str, object] = {
        "author": basis.author,
        "number": basis.number,
        "date": basis.date,
    }
    if basis.due:
        said["due"] = basis.due
    _keep(sheet, "basis", {**said, **({_OFFER: True} if is_offer else {})})
    if not is_offer:
        _drop(sheet, "basis", _OFFER)
    if not basis.due:
        _drop(sheet, "basis", "due")


def keep_answers(sheet: Path, answers: Answers) -> None:
    """Write `answers` to the sidecar of `sheet`; raises as `files.write_file`."""
    if answers:
        _keep(sheet, "answers", answers)


def _drop(sheet: Path, name: str, key: str) -> None:
    """Take a key out of a table of the sidecar, if it stands there."""
    path = sidecar_of(sheet)
    document = parse(read_text(path), path.name)
    if key in document.get(name, {}):
        del document[name][key]
        write_document(path, document)


def _keep(sheet: Path, name: str, wanted: Mapping[str, object]) -> None:
    """Put the values `wanted` into a table of the sidecar, all else there (comments, order, other
    tables and keys) kept as it is.
    """
    import tomlkit

    path = sidecar_of(sheet)
    document = parse(read_text(path), path.name) if path.is_file() else tomlkit.document()
    table = document.setdefault(name, tomlkit.table())
    if all(table.get(key) == value for key, value in wanted.items()):
        return
    table.update(wanted)
    write_document(path, document)
