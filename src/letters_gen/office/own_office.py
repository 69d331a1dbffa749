"""A new workspace that is the clerk's own from the start: the sample's settings and templates,
without whatever only the sample office has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomlkit

from letters_gen.office.directory_file import write_directory
from letters_gen.office.files import write_file
from letters_gen.office.sample import begun_workspace, shipped_settings
from letters_gen.office.toml_text import parse
from letters_gen.office.workspace import Workspace

_EMPTIED = ("address", "okpo", "ogrn", "inn", "kpp", "email", "phone", "place")
_PEOPLE = ("signatories", "executors", "people")
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f h c ch sh sch  y  e yu ya".split(" "),
        strict=True,
    )
)
_LONGEST_ID = 40


@dataclass(frozen=True)
class OwnOffice:
    """What a new workspace is told of its office.

    Attributes:
        district: '' means that every row of a sheet is its own.
        first: of a series the first number of each year that doesn't begin with 1.
    """

    name: str
    district: str
    first: Mapping[str, Mapping[int, int]] = field(default_factory=dict)


def make_own_workspace(folder: Path, sample: str, office: OwnOffice) -> Workspace:
    """Lay a workspace of `office` into `folder`: requisites and people's names empty, numbers as
    `office` says, a directory without schools, no sheets.

    Raises:
        InputError: as `sample.make_workspace`.
    """
    workspace = begun_workspace(folder, sample)
    write_directory(workspace.directory, ())
    write_file(workspace.settings, _own_settings(sample, office, workspace.settings.name))
    return workspace


def _own_settings(sample: str, office: OwnOffice, name: str) -> bytes:
    """The sample's letters.toml, of the name given, as the office's own."""
    document: Any = parse(shipped_settings(sample).decode(), name)
    requisites = document["office"]
    requisites["id"] = office_id(office.name)
    requisites["name"] = requisites["short_name"] = office.name
    for key in _EMPTIED:
        requisites[key] = ""
    if office.district:
        requisites["district"] = office.district
    else:
        del requisites["district"]
    for table in _PEOPLE:
        for person in document[table].values():
            person["name"] = ""
            person.pop("phone", None)
    for key, series in document["series"].items():
        if key in office.first:
            series["first"] = _years(office.first[key])
        else:
            series.pop("first", None)
    return tomlkit.dumps(document).encode()


def _years(first: Mapping[int, int]) -> Any:
    table = tomlkit.inline_table()
    table.update({str(year): number for year, number in first.items()})
    return table


def office_id(name: str) -> str:
    """The office's id: its name in Latin letters."""
    spelled = "".join(_LATIN.get(letter, letter) for letter in name.casefold())
    words = re.sub(r"[^a-z0-9]+", "-", spelled).strip("-")
    return words[:_LONGEST_ID].rstrip("-") or "office"
