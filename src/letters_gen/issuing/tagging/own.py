"""What a letter says word for word as the type's own templates do keeps their tags: with what they
mind besides, numbers that words agree with, conditions, loops.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from letters_gen.issuing.tagging.looks import usual
from letters_gen.issuing.tagging.occasion import Occasion
from letters_gen.issuing.tagging.own_template import OwnPassage, Piece, own_passages
from letters_gen.issuing.tagging.passages import OpenedLetter, Passage, Tagged
from letters_gen.issuing.tagging.plain import Plain, plain
from letters_gen.issuing.tagging.repeats import put_around
from letters_gen.word.elements import remove


@dataclass(frozen=True)
class Kept:
    """Paragraphs of a letter, one after the other, that have got the tags of an own template; the
    numbers of them that remain, and the tags.
    """

    paragraph: int
    tagged: Sequence[Tagged]


def kept_as_own(letter: OpenedLetter, folder: Path, occasion: Occasion) -> Iterator[Kept]:
    """Put the tags of the type's own templates into the paragraphs that say what these do, the
    template that says most of the letter first.

    Args:
        folder: where the templates lie.
    """
    passages = letter.passages
    said = [passage.plain.text for passage in passages]
    templates = own_passages(folder, occasion)
    templates.sort(key=lambda own: -sum(one.plain[0] in said for one in own))
    taken: set[int] = set()
    for own in (one for template in templates for one in template):
        for places in _places(own, said):
            meant = [passages[at] for at in places]
            if taken.isdisjoint(places) and _are_neighbours(meant):
                taken.update(places)
                yield _put(own, meant)
                break


def _places(own: OwnPassage, said: Sequence[str]) -> Iterator[range]:
    """Where the letter says what the own template does."""
    count = len(own.plain)
    for at in range(len(said) - count + 1):
        if list(own.plain) == list(said[at : at + count]):
            yield range(at, at + count)


def _are_neighbours(passages: Sequence[Passage]) -> bool:
    return all(one.element.getnext() is other.element for one, other in pairwise(passages))


def _put(own: OwnPassage, meant: Sequence[Passage]) -> Kept:
    """The tags in the place of what they say; of a loop in one of its paragraphs, which alone
    remains.
    """
    blocks = [passage.element for passage in meant]
    kept = usual(blocks, range(len(blocks)))
    passage, said = meant[kept], own.said[kept]
    for piece, (start, end) in _spans(said, own.pieces[kept], passage)[::-1]:
        if start == end:
            passage.insert(start, piece.source)
        else:
            passage.put(start, end, piece.source)
    if own.opening:
        put_around(passage.element, own.opening.replace("{%", "{%p", 1), "{%p endfor %}")
    for block in blocks:
        if block is not passage.element:
            remove(block)
    shown = [(" ".join(said[one.start : one.end].split()), one.source) for one in own.values[kept]]
    return Kept(passage.number, [Tagged(passage.number, *one) for one in shown if one[0]])


def _spans(
    said: str, pieces: Sequence[Piece], passage: Passage
) -> list[tuple[Piece, tuple[int, int]]]:
    """Where in a passage stands what comes from the tags of an own paragraph, which says the same
    but for its white space.
    """
    of_own, standing = plain(said), passage.plain
    found = []
    for piece in pieces:
        first, last = (bisect_left(of_own.places, at) for at in (piece.start, piece.end))
        if first < last:
            span = standing.span(first, last)
        else:
            at = _place(standing, first, len(passage.text), _is_space(said, piece.start - 1))
            span = at, at
        found.append((piece, _with_space(passage.text, span, said[piece.start : piece.end])))
    return found


def _place(standing: Plain, at: int, end: int, is_behind_space: bool) -> int:
    """Where nothing stands before a sign of a plain text: right before it, or right behind the one
    before.
    """
    if is_behind_space:
        return (*standing.places, end)[at]
    return standing.places[at - 1] + 1 if at else 0


def _with_space(signs: str, span: tuple[int, int], said: str) -> tuple[int, int]:
    """The span with the white space that what is `said` there begins and ends with."""
    start, end = span
    while said[:1].isspace() and _is_space(signs, start - 1):
        start -= 1
    while said[-1:].isspace() and _is_space(signs, end):
        end += 1
    return start, end


def _is_space(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isspace()
