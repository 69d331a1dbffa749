"""The template of an order held against the rules of its form (form: the order): departures are
notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from letters_gen.errors import Place
from letters_gen.model.oddity import Oddity
from letters_gen.templating.opening import open_template
from letters_gen.word.reading import document_of

_COMMAND = re.compile(r"приказываю\s*:$", re.IGNORECASE)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
# What the signatory does by the order itself: nobody else performs it, and it has no deadline.
_OWN_ACT = re.compile(
    r"(утвердить|назначить|признать|внести|считать|возложить|создать|отменить|контроль|настоящий)",
    re.IGNORECASE,
)
# Whom a clause is to: a dative, or a field that is put into it.
_PERFORMER = re.compile(r"\{\{[^}]*\|\s*(?:дательный|дт)\b|[А-ЯЁ][а-яё-]*(?:ам|ям|у|ю|ой|ей|е)\b")
_DEADLINE = re.compile(
    r"не позднее|в срок|до \d|до \{\{|срок|ежедневно|еженедельно|ежемесячно|постоянно|немедленно",
    re.IGNORECASE,
)
_SHORTEST_PREAMBLE = 40


@dataclass(frozen=True)
class _Clause:
    """A clause of the first level with its sub-clauses; `number` is the paragraph's, from 1."""

    number: int
    text: str
    inner: tuple[str, ...]

    @property
    def whole(self) -> str:
        """All of its text."""
        return " ".join((self.text, *self.inner))


def order_notes(path: Path) -> Iterator[Oddity]:
    """What an order's template departs from its form in.

    Codes: `order-kind`, `order-command`, `order-preamble`, `order-performer`, `order-deadline`,
    `order-control`.

    Raises:
        InputError: it can't be opened (see `open_template`).
    """
    paragraphs = document_of(open_template(path)).paragraphs
    texts = [paragraph.text.strip() for paragraph in paragraphs]
    place = Place(file=path.name)
    if "ПРИКАЗ" not in texts:
        yield Oddity("order-kind", place)
    command = next((at for at, text in enumerate(texts) if _COMMAND.search(text)), None)
    if command is None:
        yield Oddity("order-command", place)
        return
    if not any(len(text) >= _SHORTEST_PREAMBLE and _is_said(text) for text in texts[:command]):
        yield Oddity("order-preamble", place)
    yield from _clause_notes(_clauses(paragraphs, command), path.name)


def _is_said(text: str) -> bool:
    """Whether a paragraph says something besides its tags."""
    return len(_TAG.sub("", text)) >= _SHORTEST_PREAMBLE


def _clauses(paragraphs: Sequence[Paragraph], command: int) -> list[_Clause]:
    """The numbered clauses behind `ПРИКАЗЫВАЮ:`; service lines and others are passed over."""
    found: list[_Clause] = []
    for number, paragraph in enumerate(paragraphs[command + 1 :], command + 2):
        level = _level(paragraph)
        if level == 0:
            found.append(_Clause(number, paragraph.text, ()))
        elif level is not None and found:
            last = found[-1]
            found[-1] = _Clause(last.number, last.text, (*last.inner, paragraph.text))
    return found


def _level(paragraph: Paragraph) -> int | None:
    """On which level the paragraph, or a style that it is based on, is numbered; None: on none."""
    properties = [paragraph._p.pPr]
    style = paragraph.style
    while style is not None:
        properties.append(style.element.pPr)
        style = style.base_style
    for one in properties:
        numbered = None if one is None else one.find(qn("w:numPr"))
        if numbered is not None:
            level = numbered.find(qn("w:ilvl"))
            return 0 if level is None else int(level.get(qn("w:val"), "0"))
    return None


def _clause_notes(clauses: Sequence[_Clause], file: str) -> Iterator[Oddity]:
    for clause in clauses:
        place = Place(file=file, paragraph=clause.number, text=clause.text)
        if _OWN_ACT.match(clause.text):
            continue
        if not _PERFORMER.match(clause.text):
            yield Oddity("order-performer", place)
        if not _DEADLINE.search(clause.whole):
            yield Oddity("order-deadline", place)
    if not clauses or not clauses[-1].text.casefold().startswith("контроль"):
        yield Oddity("order-control", Place(file=file))
