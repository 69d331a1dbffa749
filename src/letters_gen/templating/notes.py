"""Footnotes and endnotes whose references stand in loops or conditions: each reference writes its
note anew, under the next number; what isn't referred to isn't there (ISO/IEC 29500-1, 17.11).

The text of a note is put into the body at its reference, so that it may use what a loop names
there; what it writes goes into the part of the notes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from letters_gen.errors import LettersError
from letters_gen.templating.block_check import opens_block
from letters_gen.templating.containers import fill_containers, may_run_empty
from letters_gen.templating.tokens import Kind, Spot, Tag, Token, closing, start, tag_token
from letters_gen.templating.unique_ids import with_unique_ids
from letters_gen.word.elements import DECLARATION, parsed
from letters_gen.word.package import Package

NOTE, _TEXT = "_note", "_note_text"
_KINDS = {"footnotes": "footnote", "endnotes": "endnote"}
_ID = re.compile(r'(\bw:id=")(-?\d+)(")')

Read = Callable[[str], tuple[list[Token], list[LettersError]]]


@dataclass(frozen=True)
class VaryingNotes:
    """The notes of one kind.

    Attributes:
        part: their part.
        name: `footnote` or `endnote`.
        head, tail: the part before its notes, separators and all, and behind them.
        starts, contents: of each note, by its id, its start tag and what it holds.
        first: the number of the first note.
        is_mended: whether a note may come out empty.
    """

    part: str
    name: str
    head: str
    tail: str
    starts: Mapping[str, str]
    contents: Mapping[str, list[Token]]
    first: int
    is_mended: bool


@dataclass
class NoteBook:
    """The notes that one letter writes."""

    kinds: Mapping[str, VaryingNotes]
    _written: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, identity: str, text: str) -> int:
        """Write the note `identity` of a kind with its `text`; its number."""
        notes = self.kinds[name]
        written = self._written.setdefault(name, [])
        number = notes.first + len(written)
        opening = _ID.sub(rf"\g<1>{number}\g<3>", notes.starts[identity])
        written.append(f"{opening}{text}</w:{name}>")
        return number

    def parts(self) -> Iterable[tuple[str, list[str]]]:
        """The parts of the notes, with their XML."""
        for name, notes in self.kinds.items():
            pieces = [DECLARATION, notes.head, *self._written.get(name, []), notes.tail]
            if notes.is_mended:
                root = parsed("".join(pieces).encode())
                fill_containers(root)
                pieces = [DECLARATION, etree.tostring(root, encoding="unicode")]
            yield notes.part, pieces


def varying_notes(
    package: Package, read: Read
) -> tuple[dict[str, VaryingNotes], list[LettersError]]:
    """The kinds of notes, by their names, of which a letter may have others than its template; and
    the faults of their parts.

    Args:
        read: a part's tokens, its tags where they act, and its faults.
    """
    found: dict[str, VaryingNotes] = {}
    faults: list[LettersError] = []
    body: list[Token] | None = None
    for kind, name in _KINDS.items():
        part = package.part(kind)
        if part is None:
            continue
        body = read(package.main)[0] if body is None else body
        if _vary(body, name):
            tokens, wrong = read(part)
            found[name] = _notes(tokens, part, name)
            faults += wrong
    return found, faults


def _vary(body: list[Token], name: str) -> bool:
    """Whether references stand in blocks, or two of them mean one note."""
    used: Counter[str] = Counter()
    depth = 0
    for token in body:
        if token.tag is not None:
            depth += opens_block(token.tag) - token.tag.word.startswith("end")
        elif token.name == f"w:{name}Reference" and token.kind is not Kind.END:
            if depth:
                return True
            used[_identity(token)] += 1
    return any(count > 1 for count in used.values())


def _notes(tokens: list[Token], part: str, name: str) -> VaryingNotes:
    """The notes of a part."""
    starts: dict[str, str] = {}
    contents: dict[str, list[Token]] = {}
    kept: list[Token] = []
    last, index = 0, 0
    while index < len(tokens):
        token = tokens[index]
        if token.name != f"w:{name}" or token.kind is not Kind.START:
            kept.append(token)
            index += 1
            continue
        end = closing(tokens, index)
        if "w:type=" in token.raw and 'w:type="normal"' not in token.raw:
            kept += tokens[index : end + 1]
            last = max(last, int(_identity(token) or 0))
        else:
            starts[_identity(token)] = token.raw
            contents[_identity(token)] = _repeatable(tokens[index + 1 : end], part)
        index = end + 1
    whole = "".join(token.raw for token in kept if not token.raw.startswith("<?"))
    head, ending, tail = whole.rpartition(f"</w:{name}s>")
    return VaryingNotes(
        part, name, head, ending + tail, starts, contents, last + 1, may_run_empty(tokens)
    )


def _identity(token: Token) -> str:
    match = _ID.search(token.raw)
    return match[2] if match else ""


def _repeatable(tokens: list[Token], part: str) -> list[Token]:
    """What a note holds, as it may stand several times; its tags know in which part they are."""
    placed: list[Token] = []
    for token in with_unique_ids(tokens, is_repeated=True):
        tag = token.tag
        if tag is not None:
            token = tag_token(replace(tag, spot=replace(tag.spot, part=part)))
        placed.append(token)
    return placed


def with_notes(body: list[Token], kinds: Mapping[str, VaryingNotes]) -> list[Token]:
    """The body in which each reference to a varying note writes it."""
    stream: list[Token] = []
    for token in body:
        notes = kinds.get(token.name.removeprefix("w:").removesuffix("Reference"))
        if notes is None or token.kind is Kind.END or _identity(token) not in notes.contents:
            stream.append(token)
            continue
        identity = _identity(token)
        number = f"{{{{ {NOTE}('{notes.name}', '{identity}', {_TEXT}) }}}}"
        stream.append(_own(f" set {_TEXT} "))
        stream += notes.contents[identity]
        stream.append(_own(" endset "))
        stream.append(start(_ID.sub(rf"\g<1>{number}\g<3>", token.raw)))
    return stream


def _own(body: str) -> Token:
    """A tag of the engine's."""
    return tag_token(Tag("{%", "", body, spot=Spot(0, "")))
