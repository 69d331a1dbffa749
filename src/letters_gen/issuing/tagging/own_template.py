"""What the type's own templates say on the occasion, paragraph by paragraph, and which of it comes
from their tags.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any

from letters_gen.documents.fields import field_names
from letters_gen.documents.filters import filters_of
from letters_gen.errors import LettersError
from letters_gen.issuing.tagging.occasion import Occasion
from letters_gen.issuing.tagging.passages import opened
from letters_gen.issuing.tagging.plain import plain_text
from letters_gen.templating.plain_text import compile_text

# Signs that no letter has: around what comes from tags, behind an item, and behind a value, before
# which stands the one that many signs after the first.
_FROM, _TO, _ITEM, _END, _VALUE = "\ue000", "\ue001", "\ue002", "\ue003", 0xE004
_MOST_VALUES = 4000
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_BLOCK = re.compile(r"\{%-?\s*(end)?(?:if|for)\b")
# A tag that is a paragraph or a row of its own: what it opens or closes, and the rest of it.
_LINE = re.compile(r"\{%(?P<of>p|tr) (?P<word>for|if|elif|else|endfor|endif)\b(?P<rest>.*?)%\}")
_LOOP = re.compile(r"\{%(?:p|tr) for ")
_OF_WORD = re.compile(r"\{%(?:p|tr|tc|r) ")
# Such a condition is about how many there are: what it holds reads otherwise with more of them.
_COUNTING = "length"
_TELLING = re.compile(r"[^\W\d_]{4,}")
_MARK = re.compile(f"[{_FROM}-{chr(_VALUE + _MOST_VALUES)}]")
_SAYING = re.compile(r"\{\{.*?\}\}")

Filters = Mapping[str, Callable[..., Any]]


@dataclass(frozen=True)
class Piece:
    """A part of a paragraph that comes from a tag, or from all between a condition and its end:
    how it stands in the template, and from where to where in what the paragraph says.
    """

    source: str
    start: int
    end: int


@dataclass(frozen=True)
class OwnPassage:
    """A paragraph of an own template as it reads on the occasion.

    Attributes:
        opening: the tag of the loop that repeats it, '' where it stands alone.
        said: its text; of a loop one for each item, the plain text beside it in `plain`.
        pieces: what comes from tags, for each of `said`; `values`: the values alone.
    """

    opening: str
    said: Sequence[str]
    plain: Sequence[str]
    pieces: Sequence[Sequence[Piece]]
    values: Sequence[Sequence[Piece]]


def own_passages(folder: Path, occasion: Occasion) -> list[list[OwnPassage]]:
    """What each of the type's own templates says, one list for each of them; of a template that
    isn't there or has a fault nothing.
    """
    kind, settings = occasion.kind, occasion.settings
    filters = filters_of(settings.office, settings.forms)
    found = []
    for name in (kind.template, *kind.appendices, *kind.enclosures):
        if PurePosixPath(name).suffix == ".docx":
            found.append(list(_passages(folder / name, occasion, filters)))
    return found


def _passages(path: Path, occasion: Occasion, filters: Filters) -> Iterator[OwnPassage]:
    try:
        texts = [passage.text for passage in opened(path).passages]
    except LettersError:
        return
    for opening, text in _standing(texts):
        read = _read_all(opening, text.replace("\n", " "), occasion, filters)
        if read:
            said, parts, values = zip(*read, strict=True)
            yield OwnPassage(opening, said, [plain_text(one) for one in said], parts, values)


def _read_all(
    opening: str, text: str, occasion: Occasion, filters: Filters
) -> list[tuple[str, list[Piece], list[Piece]]]:
    """What a paragraph reads like on the occasion, one for each item of its loop, with what comes
    from tags (see `_read`); nothing where it isn't to be held against a letter's.
    """
    parts = _parted(text)
    if parts is None or not _is_telling(text):
        return []
    marked = _values_marked("".join(_marked(one) for one in parts))
    filled = _filled(f"{opening}{marked}{_ITEM}{_closing(opening)}", occasion, filters)
    sources = [one for one in parts if _TAG.match(one)]
    shown = _SAYING.findall(text)[:_MOST_VALUES]
    return [_read(one, sources, shown) for one in filled.split(_ITEM)[:-1]]


def _marked(part: str) -> str:
    return f"{_FROM}{part}{_TO}" if _TAG.match(part) else part


def _values_marked(text: str) -> str:
    """The text with a mark before and behind each tag that shows a value."""
    number = count(_VALUE)
    return _SAYING.sub(lambda tag: f"{chr(next(number))}{tag[0]}{_END}", text)


def _standing(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The paragraphs that may be held against a letter's, each with the tag of the loop that it
    alone is repeated by.
    """
    stack: list[str] = []
    for at, text in enumerate(texts):
        line = _LINE.fullmatch(text.strip())
        if line is None:
            if _may_stand(stack, texts[at - 1 : at + 2]):
                yield _opening(stack), text
        elif line["word"].startswith("end"):
            stack = stack[:-1]
        elif line["word"] in ("for", "if"):
            stack.append(text.strip())
        elif stack and _COUNTING in text:
            stack[-1] = text.strip()


def _may_stand(stack: Sequence[str], around: Sequence[str]) -> bool:
    """Whether a paragraph between those `around` it stands alone: in no row that repeats, not with
    others in a loop, and in no condition about how many there are.
    """
    loops = [one for one in stack if _LOOP.match(one)]
    if any(_COUNTING in one for one in stack if one not in loops):
        return False
    if not loops:
        return True
    is_alone = len(around) == 3 and around[0].strip() == loops[0] == stack[-1]
    return is_alone and loops[0].startswith("{%p") and "endfor" in around[2]


def _opening(stack: Sequence[str]) -> str:
    """The tag of the loop that a paragraph stands in, as one within a text."""
    return stack[-1].replace("{%p", "{%", 1) if stack and _LOOP.match(stack[-1]) else ""


def _closing(opening: str) -> str:
    return "{% endfor %}" if opening else ""


def _parted(text: str) -> list[str] | None:
    """A paragraph's text, parted: constant text, tags, and whole conditions and loops; None where
    one of these isn't closed in it, or a tag is about the paragraph's run.
    """
    if _OF_WORD.search(text):
        return None
    parts: list[str] = []
    at, depth = 0, 0
    for match in _TAG.finditer(text):
        between, at = text[at : match.start()], match.end()
        block = _BLOCK.match(match[0])
        if depth:
            parts[-1] += between + match[0]
        else:
            parts += [between, match[0]]
        if block:
            depth += -1 if block[1] else 1
    return None if depth else [one for one in (*parts, text[at:]) if one]


def _is_telling(text: str) -> bool:
    """Whether a paragraph has tags and says something besides, so that no other reads alike."""
    return bool(_TAG.search(text)) and bool(_TELLING.search(_TAG.sub(" ", text)))


def _filled(source: str, occasion: Occasion, filters: Filters) -> str:
    """The text with its tags filled; '' where something in it has no value on this occasion."""
    names = field_names(occasion.vocabulary.groups)
    try:
        return compile_text(source, "", names, filters).render(occasion.fields)
    except LettersError:
        return ""


def _read(
    marked: str, sources: Sequence[str], shown: Sequence[str]
) -> tuple[str, list[Piece], list[Piece]]:
    """A filled text without the marks, what comes from `sources`, and the values of the tags that
    show one.
    """
    said, at, bounds = "", 0, []
    open_values: list[tuple[str, int]] = []
    values = []
    for match in _MARK.finditer(marked):
        said, at = said + marked[at : match.start()], match.end()
        if match[0] in (_FROM, _TO):
            bounds.append(len(said))
        elif match[0] == _END:
            values.append(Piece(*open_values.pop(), len(said)))
        else:
            open_values.append((shown[ord(match[0]) - _VALUE], len(said)))
    pairs = zip(sources, bounds[::2], bounds[1::2], strict=True)
    return said + marked[at:], [Piece(*one) for one in pairs], values
