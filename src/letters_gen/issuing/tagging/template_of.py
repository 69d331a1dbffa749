"""A finished letter becomes a template."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from letters_gen.documents.fields import declared_fields
from letters_gen.errors import InputError, Place
from letters_gen.issuing.flow import Office
from letters_gen.issuing.tagging.choosing import caption_of
from letters_gen.issuing.tagging.finding import Found, found_in
from letters_gen.issuing.tagging.left import left_in
from letters_gen.issuing.tagging.occasion import Sought, occasion_of
from letters_gen.issuing.tagging.of_one import OfOne, of_one
from letters_gen.issuing.tagging.own import kept_as_own
from letters_gen.issuing.tagging.passages import OpenedLetter, Passage, Tagged, opened
from letters_gen.issuing.tagging.proof import Difference, differences
from letters_gen.issuing.tagging.repeats import loop_around, loops_made
from letters_gen.issuing.tagging.spread import gathered
from letters_gen.issuing.tagging.strange import fixed_words_in, strange_in
from letters_gen.issuing.tagging.values import Known, Value, known_values
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import DocumentType
from letters_gen.russian.typography import typeset

_STOPS = " .,;:"


@dataclass(frozen=True)
class TemplateMade:
    """A template out of a letter.

    Attributes:
        kind: the type that the letter is of, whose fields the template uses.
        sheet: the file of the week that it was held against, None for a type without one.
        oddities: what fits two fields, what was written about one thing alone, what looks like a
            value and isn't known, words that won't agree with another number, what the filled
            template says otherwise.
    """

    content: bytes
    kind: DocumentType
    sheet: str | None
    tagged: tuple[Tagged, ...]
    oddities: tuple[Oddity, ...]

    @property
    def is_proved(self) -> bool:
        """Whether it gives back the letter word for word."""
        return all(oddity.code != "tagging-differs" for oddity in self.oddities)


def template_of(office: Office, path: Path, sought: Sought, today: date) -> TemplateMade:
    """The template that gives back the letter at `path` when it is filled with the letter's week;
    nothing is written.

    Raises:
        InputError: `letter-shares-nothing`; see `opened`, `occasion_of`, `differences`.
    """
    letter = opened(path)
    said = [(passage.number, passage.plain.text) for passage in letter.passages]
    occasion = occasion_of(office, [text for _, text in said], sought, today)
    letter.keep_braces()
    kept = list(kept_as_own(letter, office.workspace.templates, occasion))
    done = {one.paragraph for one in kept}
    declared = declared_fields(occasion.vocabulary.groups)
    known = known_values(occasion.fields, declared, occasion.settings, occasion.used)
    marks = list(_found_marks(letter, done, known))
    tagged = [told for one in kept for told in one.tagged] + [mark.tagged for mark in marks]
    if not tagged:
        raise InputError("letter-shares-nothing", Place(file=letter.file))
    content = letter.saved()
    doubtful = [told for mark in marks for told in mark.doubts(letter.file)]
    differing = _differing(differences(content, path.name, said, occasion), letter)
    odd = (*doubtful, *_strange(letter, done, known), *differing)
    tagged.sort(key=lambda one: one.paragraph)
    return TemplateMade(content, occasion.kind, occasion.sheet, tuple(tagged), odd)


def _found_marks(letter: OpenedLetter, done: Collection[int], known: Known) -> Iterator[_Mark]:
    """What the letter says besides: loops, values spread over paragraphs, values in paragraphs."""
    yield from _in_loops(letter, known)
    yield from (_Mark(Tagged(*told), ()) for told in gathered(letter, known))
    for passage in letter.passages:
        if passage.number not in done:
            yield from _in_passage(passage, known)


@dataclass(frozen=True)
class _Mark:
    """A tag that was put, what would have fitted as well, and what the passage says of the only
    item of a list, None where it is about none.
    """

    tagged: Tagged
    others: Sequence[Value]
    of_one: OfOne | None = None

    def doubts(self, file: str) -> Iterator[Oddity]:
        """That other fields fit, that it was written about one thing alone."""
        place = Place(file=file, paragraph=self.tagged.paragraph)
        if self.others:
            others = [one.tag for one in self.others]
            told = {"text": self.tagged.text, "taken": self.tagged.tag, "others": others}
            yield Oddity("tagging-doubtful", place, told)
        if self.of_one:
            told = {"list": self.of_one.list, "said": typeset(self.of_one.said)}
            yield Oddity("tagging-of-one", place, told)


def _in_loops(letter: OpenedLetter, known: Known) -> Iterator[_Mark]:
    """The loops that the letter gets, with what they say."""
    for one in loops_made(letter, known):
        if one.text and "." in one.value.path:
            yield _Mark(Tagged(one.paragraph, one.text, one.value.tag), one.others)


def _in_passage(passage: Passage, known: Known) -> list[_Mark]:
    """The tags that a passage gets; what a list's only item says gets its loop: the paragraph where
    that is all that it says, else from the first such tag to the last.
    """
    text = passage.plain.text
    found = found_in(text, known, caption_of(passage.element))
    of_loop = [one for one in found if one.value.loop]
    if not of_loop:
        return _put(passage, found, None)
    if len(of_loop) == 1 and not _beside(text, of_loop[0]).strip(_STOPS):
        marks = _put(passage, found, None)
        loop_around(passage.element, of_loop[0].value.loop)
        return marks
    repeated = of_one(text, of_loop)
    return _put(passage, _free(repeated.words, found), repeated)


def _free(words: Sequence[Found], found: Sequence[Found]) -> list[Found]:
    """What was found, and the words among it that nothing else was found in."""
    free = [
        word
        for word in words
        if all(word.end <= one.start or one.end <= word.start for one in found)
    ]
    return sorted([*found, *free], key=lambda one: -one.start)


def _put(passage: Passage, found: Sequence[Found], repeated: OfOne | None) -> list[_Mark]:
    """Put the tags into a passage, and the loop around what is repeated in it; all of them from its
    end to its beginning.
    """
    standing, signs, marks = passage.plain, passage.text, []
    of_loop = [one for one in found if one.value.loop]
    for one in found:
        first, last = standing.span(one.start, one.end)
        said = " ".join(signs[first:last].split())
        tag, is_first = one.value.tag, bool(repeated) and one is of_loop[-1]
        if repeated and one is of_loop[0]:
            behind = standing.span(one.start, repeated.end)[1]
            tag, last = tag + signs[last:behind] + repeated.closing, behind
        if repeated and is_first:
            before = standing.span(repeated.start, one.end)[0]
            tag, first = repeated.opening + signs[before:first] + tag, before
        passage.put(first, last, tag)
        tagged = Tagged(passage.number, said, one.value.tag)
        marks.append(_Mark(tagged, one.others, repeated if is_first else None))
    return marks[::-1]


def _beside(text: str, found: Found) -> str:
    return text[: found.start] + text[found.end :]


def _strange(letter: OpenedLetter, done: Collection[int], known: Known) -> Iterator[Oddity]:
    """What looks like a value, or is said of the week, and stays as it is; words that won't follow
    their numbers.
    """
    for passage in letter.passages:
        if passage.number in done:
            continue
        text, place = passage.plain.text, Place(file=letter.file, paragraph=passage.number)
        strange = list(strange_in(text))
        for start, end in strange:
            yield Oddity("tagging-unknown", place, {"text": passage.said(start, end)})
        for start, end in left_in(text, known):
            if all(end <= first or last <= start for first, last in strange):
                yield Oddity("tagging-left", place, {"text": passage.said(start, end)})
        for words in fixed_words_in(text):
            yield Oddity("tagging-fixed-word", place, {"text": words})


def _differing(found: Iterable[Difference], letter: OpenedLetter) -> Iterator[Oddity]:
    for one in found:
        place = Place(file=letter.file, paragraph=one.paragraph)
        yield Oddity("tagging-differs", place, {"letter": one.letter, "filled": one.filled})
