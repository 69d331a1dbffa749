"""Finding the tags in a part's text, however Word has split them into runs."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from letters_gen.errors import InputError, LettersError
from letters_gen.templating.tokens import (
    Kind,
    Spot,
    Tag,
    Token,
    is_removable,
    place_of,
    tag_token,
    texts_inside,
)

_BORDER = "\x00"
# Signs of a tag, with all that it quotes: more than anyone writes into a letter.
_LONGEST = 20_000
_SHOWN = 200
# A quotation inside a tag may hold the tag's own end; atomic, so that a stray quotation mark costs
# no time.
_QUOTED = r"\"[^\"\x00]*\"|'[^'\x00]*'"
TAG = re.compile(
    r"\{\#.*?\#\}"
    rf"|\{{\{{(?>{_QUOTED}|(?!\}}\}}).)*?\}}\}}"
    rf"|\{{%(?>{_QUOTED}|(?!%\}}).)*?%\}}",
    re.DOTALL,
)
_OPENING = re.compile(r"\{\{|\{%|\{#")
_CLOSINGS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_PARTS = re.compile(
    r"^(?P<opening>\{[{%#])(?P<before>[-+]?)(?:(?P<prefix>tr|tc|p|r)(?=[\s]))?(?P<body>.*?)(?P<after>[-+]?)[}%#]\}$",
    re.DOTALL,
)
# What Word puts into a text and nobody sees: zero-width spaces, soft hyphens, a byte-order mark.
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_PLAIN_QUOTES = str.maketrans("“”„‘’", '"""\'\'')


def plain(raw: str) -> str:
    """Text without its entities."""
    return html.unescape(raw)


def read_tag(text: str, spot: Spot) -> Tag:
    """A tag out of its text, `{%tr for x in y %}`; the caller has found it with TAG."""
    match = _PARTS.match(text.translate(_PLAIN_QUOTES).translate(_UNSEEN))
    assert match is not None
    return Tag(
        match["opening"],
        match["prefix"] or "",
        match["body"],
        match["before"] == "-",
        match["after"] == "-",
        spot,
    )


class TextOfPart:
    """The text of a part's `w:t` elements in one string, paragraphs parted, each sign known by its
    token.
    """

    def __init__(self, tokens: list[Token]) -> None:
        self._starts: list[int] = []
        self._owners: list[int] = []
        pieces: list[str] = []
        length = 0
        inside = set(texts_inside(tokens, "w:t"))
        for index, token in enumerate(tokens):
            if index in inside:
                piece = plain(token.raw)
                self._starts.append(length)
                self._owners.append(index)
            elif token.name == "w:p":
                piece = _BORDER
            else:
                continue
            pieces.append(piece)
            length += len(piece)
        self.text = "".join(pieces)
        self.spots = _spots(tokens, self._owners)

    def owner(self, offset: int) -> tuple[int, int]:
        """The token that holds the sign at `offset`, and the sign's place in that token's text."""
        position = bisect_right(self._starts, offset) - 1
        return self._owners[position], offset - self._starts[position]


def _spots(tokens: list[Token], texts: Iterable[int]) -> dict[int, Spot]:
    """The innermost paragraph around each of `texts`: its number in the part, and all of its own
    text. Empty paragraphs count too, as they do for whoever counts them in Word.
    """
    number = 0
    around: list[int] = []
    paragraphs: dict[int, int] = {}
    wanted = set(texts)
    for index, token in enumerate(tokens):
        if token.name == "w:p" and token.kind is Kind.END:
            around.pop()
        elif token.name == "w:p":
            number += 1
            if token.kind is Kind.START:
                around.append(number)
        elif index in wanted and around:
            paragraphs[index] = around[-1]
    own_texts: dict[int, str] = defaultdict(str)
    for index, paragraph in paragraphs.items():
        own_texts[paragraph] += plain(tokens[index].raw)
    return {index: Spot(own, own_texts[own]) for index, own in paragraphs.items()}


def with_tags(tokens: list[Token], file: str, part: str) -> tuple[list[Token], list[LettersError]]:
    """The stream with each tag as one token, its runs joined; and the faults: tags that never end,
    or cross others.
    """
    text = TextOfPart(tokens)
    faults: list[LettersError] = []
    stream = list(tokens)
    matches = list(_tags_in(text.text.translate(_PLAIN_QUOTES)))
    for match in reversed(matches):
        (first, begin), (last, finish) = text.owner(match.start()), text.owner(match.end() - 1)
        spot = text.spots.get(first, Spot(0, ""))
        written = text.text[match.start() : match.end()].replace(_BORDER, "")
        if len(written) > _LONGEST and not written.startswith("{#"):
            place = place_of(file, part, Tag("", "", "", spot=spot))
            shown = replace(place, text=written[:_SHOWN])
            faults.append(InputError("template-too-complex", shown))
            continue
        tag = read_tag(written, spot)
        head, tail = plain(stream[first].raw)[:begin], plain(stream[last].raw)[finish + 1 :]
        if first != last and not is_removable(stream[first + 1 : last]):
            faults.append(InputError("template-tag-split", place_of(file, part, tag), tag=tag.text))
            continue
        stream[first : last + 1] = [*_text(head), tag_token(tag), *_text(tail)]
    faults += _unclosed(text, matches, file, part)
    return stream, faults[::-1]


def _tags_in(text: str) -> Iterator[re.Match[str]]:
    """The tags of a text; an opening behind which nothing ever closes isn't gone after."""
    closings = {opening: text.rfind(closing) for opening, closing in _CLOSINGS.items()}
    at = 0
    while opening := _OPENING.search(text, at):
        tag = None
        if opening.end() <= closings[opening[0]]:
            tag = TAG.match(text, opening.start())
        at = opening.start() + 1
        if tag is not None:
            yield tag
            at = tag.end()


def _text(text: str) -> list[Token]:
    """What stands beside a tag in its run, none where nothing does."""
    return [Token(Kind.TEXT, html.escape(text, quote=False))] if text else []


def _unclosed(
    text: TextOfPart, matches: Sequence[re.Match[str]], file: str, part: str
) -> list[LettersError]:
    """Openings of tags that lie in none of the tags that were found."""
    faults: list[LettersError] = []
    told: set[Spot] = set()
    starts = [0, *(match.end() for match in matches)]
    ends = [*(match.start() for match in matches), len(text.text)]
    for start, end in zip(starts, ends, strict=True):
        for opening in _OPENING.finditer(text.text, start, end):
            spot = text.spots.get(text.owner(opening.start())[0], Spot(0, ""))
            # One of a paragraph is enough to find the others.
            if spot not in told:
                told.add(spot)
                place = place_of(file, part, Tag(opening[0], "", "", spot=spot))
                fault = InputError("template-tag-unclosed", place, tag=opening[0])
                faults.append(fault)
    return faults
