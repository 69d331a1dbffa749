"""Values spread over several paragraphs: the office's name, a heading that was cut by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docx.oxml.ns import qn

from letters_gen.issuing.tagging.passages import OpenedLetter, Passage
from letters_gen.issuing.tagging.values import Known
from letters_gen.word.elements import remove

_MOST = 4
# A shorter text may stand in two paragraphs by chance.
_LEAST = 20
_SECTION = qn("w:sectPr")


def gathered(letter: OpenedLetter, known: Known) -> Iterator[tuple[int, str, str]]:
    """Put each such value into the first of its paragraphs and take the others away: the number of
    that paragraph, the value, its tag.
    """
    passages = letter.passages
    at = 0
    while at < len(passages):
        count = _spread(passages[at : at + _MOST], known)
        if count:
            yield _gather(passages[at : at + count], known)
        at += count or 1


def _spread(passages: Sequence[Passage], known: Known) -> int:
    """Over how many paragraphs from the first on a value is spread; 0 for one or none."""
    for count in range(len(passages), 1, -1):
        text = _joined(passages[:count])
        if len(text) >= _LEAST and text in known.by_text and _are_together(passages[:count]):
            return count
    return 0


def _joined(passages: Sequence[Passage]) -> str:
    return " ".join(passage.plain.text for passage in passages)


def _are_together(passages: Sequence[Passage]) -> bool:
    """Whether nothing stands between them, and none of them ends a section."""
    return all(
        one.element.getnext() is other.element and next(other.element.iter(_SECTION), None) is None
        for one, other in pairwise(passages)
    )


def _gather(passages: Sequence[Passage], known: Known) -> tuple[int, str, str]:
    value = min(known.by_text[_joined(passages)], key=known.by_use)
    text = " ".join(" ".join(passage.text.split()) for passage in passages)
    first, *rest = passages
    first.put(0, len(first.text), value.tag)
    for passage in rest:
        remove(passage.element)
    return first.number, text, value.tag
