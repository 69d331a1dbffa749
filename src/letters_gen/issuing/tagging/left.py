"""What a passage still says of the week itself: words of its findings, counts, the head's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letters_gen.issuing.tagging.alike import is_word_in
from letters_gen.issuing.tagging.finding import TAG
from letters_gen.issuing.tagging.values import Known

# Shorter texts of a list's items stand in any letter.
_LEAST = 8
# What items say of the week. The title of an indicator does in a letter to one school alone: others
# may speak of all indicators.
_OF_WEEKS = ("что_сделать", "название")
_TITLE = "показатель"
_SCHOOL = "школа"
_HEAD = "школа.руководитель"
_OF_WEEK = r"(?:школ|организац|учрежден|учител|педагог|показател|нарушен|замечан|руководител|чат)"
_FIXED = (
    r"(?:менее|более|меньше|больше|ниже|выше|свыше|пункт\w*|п\.|ст\.|част\w*|раздел\w*"
    r"|приложени\w*|дом|корпус|кабинет|№)"
)
_COUNT = re.compile(
    rf"(?<![\w.,/:№({{-])(?<!№ )[0-9]{{1,4}} (?={_OF_WEEK}\w*)"
    rf"|(?<=[а-яё] )(?<!№ )[0-9]{{1,4}}(?=[.;,)]? ?$|\. ?[А-ЯЁ])",
)
_NUMERAL = re.compile(
    r"\b(?:од(?:ин|на|но|ной|ного|ному|ном|ну)|дв(?:а|е|ух|ум|умя)|тр(?:и|ёх|ех|ём|ем|емя)"
    r"|четыр(?:е|ёх|ех|ём|ем|ьмя)|(?:пят|шест|сем|девят|десят)(?:ь|и|ью)|вос(?:емь|ьми|емью))"
    rf" (?={_OF_WEEK}\w*)",
    re.IGNORECASE,
)
_BEHIND_FIXED = re.compile(rf"{_FIXED} ?$", re.IGNORECASE)


def left_in(text: str, known: Known) -> Iterator[tuple[int, int]]:
    """From where to where the plain `text` of a passage, its tags aside, says what the week's own
    data say.
    """
    rest = TAG.sub(lambda tag: "\0" * len(tag[0]), text)
    spans = [*_of_items(rest, known), *_names(rest, known), *_counts(rest)]
    taken: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda one: one[0] - one[1]):
        if all(end <= first or last <= start for first, last in taken):
            taken.append((start, end))
    yield from sorted(taken)


def _of_items(text: str, known: Known) -> Iterator[tuple[int, int]]:
    is_to_one = any(one.group == _SCHOOL for values in known.by_text.values() for one in values)
    telling = (*_OF_WEEKS, _TITLE) if is_to_one else _OF_WEEKS
    for listed in known.lists:
        for column in listed.columns:
            if column.path.rpartition(".")[2] in telling:
                for said in {one for one in column.texts if len(one) >= _LEAST}:
                    yield from _places(text, said)


def _names(text: str, known: Known) -> Iterator[tuple[int, int]]:
    """The head's name and patronymic, or the surname alone."""
    for said, values in known.by_text.items():
        if any(one.path == _HEAD for one in values) and said[:1].isupper() and "." not in said:
            words = said.rstrip("!").split()
            for part in (" ".join(words[1:]), words[0]):
                if len(part) > 3 and not part.startswith("Уважаем"):
                    yield from _places(text, part)


def _places(text: str, said: str) -> Iterator[tuple[int, int]]:
    at = text.find(said)
    while at >= 0:
        if is_word_in(text, at, said):
            yield at, at + len(said)
        at = text.find(said, at + 1)


def _counts(text: str) -> Iterator[tuple[int, int]]:
    """Counts of schools, findings, people, in figures or in words."""
    for shape in (_COUNT, _NUMERAL):
        for match in shape.finditer(text):
            if not _BEHIND_FIXED.search(text[: match.start()]):
                yield match.start(), match.start() + len(match[0].rstrip())
