"""Why a document says what it says: its findings and figures with their rules and cells, out of its
frozen values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from letters_gen.russian.numbers import value_text

Said = Mapping[str, Any]


@dataclass(frozen=True)
class Ground:
    """One finding or figure as the document states it.

    Attributes:
        school: the school's short name, '' for a figure of the district.
        key: the indicator's or the figure's.
        value: as the document shows it; `rule`: what it was held against, or how it was computed.
        cells: where it comes from: `Мониторинг!H27`.
    """

    school: str
    key: str
    title: str
    value: str
    rule: str
    cells: tuple[str, ...]


def finding_grounds(shared: Said, values: Said) -> Iterator[Ground]:
    """Each finding of a document, in the order of its rows; nothing for one that states none."""
    rules, sheet = shared.get("rules"), shared.get("sheet", {})
    if not rules:
        return
    for row in values.get("rows", ()):
        for key in row["findings"]:
            title, requirement, *columns = rules["indicators"][key]
            cells = [f"{sheet['name']}!{sheet['columns'][column]}{row['at']}" for column in columns]
            value = _quotient([row["values"][column] for column in columns])
            yield Ground(row["school"], key, title, value, requirement, tuple(cells))


def _quotient(values: Sequence[Any]) -> str:
    """A cell's value, or two counts and their quotient: `87,5% (7 / 8)`."""
    if len(values) == 1:
        return value_text(values[0])
    part, whole = values
    return f"{value_text(Fraction(part, whole))} ({part} / {whole})"


def figure_grounds(shared: Said, values: Said) -> Iterator[Ground]:
    """Each figure of the district that a document states or was compared with."""
    rules, stated = shared.get("rules"), {**shared, **values}
    if not rules:
        return
    for key, (part, whole) in stated.get("figures", {}).items():
        title, complement, *columns = rules["figures"][key]
        share = Fraction(part, whole) if whole else None
        value = 1 - share if share is not None and complement else share
        before = "100% − " if complement else ""
        names = " / ".join(f"«{rules['columns'][column]}»" for column in columns)
        rule = f"{before}{names} = {before}{part} / {whole}"
        yield Ground("", key, title, value_text(value), rule, tuple(stated["figure_cells"][key]))
