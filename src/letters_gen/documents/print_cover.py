"""The cover of a print file: the documents that it lists, and what these have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from letters_gen.documents.inflecting import signature
from letters_gen.documents.letter import office_fields
from letters_gen.documents.typesetting import typeset_values
from letters_gen.model.entry import Entry
from letters_gen.model.field import FieldValues
from letters_gen.model.period import Period
from letters_gen.model.settings import Office
from letters_gen.russian.dates import numeric, span

TEMPLATE = "print-cover.docx"
Value = TypeVar("Value")


@dataclass(frozen=True)
class Listed:
    """A document as the cover lists it.

    Attributes:
        path: of its file, in the workspace.
        whom: its school, else its addressee.
        period: the week that it is about; `basis`: author, number and date of the letter that it
            relies on; `signatory`: post and name; '' where it states none.
    """

    number: str
    day: date
    path: str
    title: str
    whom: str
    period: Period | None
    basis: tuple[str, str, str]
    signatory: tuple[str, str]
    executor: str


def listed_document(entry: Entry) -> Listed:
    """An entry that has its document, as the cover lists it."""
    document = entry.document
    assert document is not None
    basis, signatory = entry.basis, entry.shared.signatory
    return Listed(
        number=entry.number,
        day=entry.date,
        path=document.path,
        title=entry.title,
        whom=entry.school or entry.addressee,
        period=entry.period,
        basis=(basis.author, basis.number, numeric(basis.date)) if basis else ("", "", ""),
        signatory=(signatory.post, signatory.name),
        executor=entry.executor,
    )


def cover_fields(
    office: Office, documents: Sequence[Listed], bookmarks: Sequence[str], volume: tuple[int, int]
) -> FieldValues:
    """The fields of the cover (see `vocabulary.cover_vocabulary`).

    The page of a document is what it is behind a cover of one page; the print file puts the right
    one into the field that shows it.

    Args:
        bookmarks: at the start of each document, which the cover's fields of the page name.
        volume: which volume it is the cover of, from 1, and of how many.
    """
    number, volumes = volume
    basis = _common(document.basis for document in documents) or ("", "", "")
    signatory = _common(document.signatory for document in documents) or ("", "")
    executor = _common(document.executor for document in documents) or ""
    rows = []
    for page, (document, mark) in enumerate(zip(documents, bookmarks, strict=True), 2):
        line = {"номер": document.number, "школа": document.whom, "закладка": mark}
        rows.append({**line, "страница": str(page)})
    told = f"том\N{NO-BREAK SPACE}{number} из\N{NO-BREAK SPACE}{volumes}" if volumes > 1 else ""
    fields = {
        "учреждение": office_fields(office),
        "основание": dict(zip(("автор", "номер", "дата"), basis, strict=True)),
        "период": _period([one.period for one in documents if one.period]),
        "подписант": {"должность": signatory[0], "подпись": signature(signatory[1])},
        "исполнитель": {"имя": executor},
        "опись": {"том": told},
    }
    return {**typeset_values(fields), "документы": rows}


def _common(values: Iterable[Value]) -> Value | None:
    """What all of them are; None where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _period(periods: Sequence[Period]) -> dict[str, str]:
    """From the first day of the earliest to the last day of the latest; '' where there are none."""
    if not periods:
        return {"начало": "", "конец": "", "словами": ""}
    start, end = min(one.start for one in periods), max(one.end for one in periods)
    return {"начало": numeric(start), "конец": numeric(end), "словами": span(start, end)}
