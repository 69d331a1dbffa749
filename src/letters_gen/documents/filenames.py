"""The names of issued files (design §3): number, the type's title, the school; nothing that a file
system forbids.
"""

from __future__ import annotations

import re
import unicodedata

from letters_gen.model.settings import ACQUAINTANCE, DISTRIBUTION

LONGEST = 120
_LEAST_NAMED = 8
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f«»„“”\'’‘]')
# Marks of the direction of text and other signs without width: two names would look alike.
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SLASHES = re.compile(r"[/\\]")


def document_stem(number: str, title: str, school: str = "") -> str:
    """The name without its suffix: `01-16_219 Письмо`, at most 120 bytes of UTF-8, NFC."""
    return _fitted(" ".join(filter(None, (number, title, school))), "")


def school_first(school: str, rest: str) -> str:
    """The name of a copy that is found by its school: `МКОУ Генухская СОШ 01-16_220 Уведомление`.
    A long one's name is cut: what tells its files apart, never.
    """
    tail = _clean(rest)
    return _fitted(school, f" {tail}" if _clean(school) else tail)


def without_school(stem: str, school: str) -> str:
    """What the name of a file says besides the school, whose name may be cut in it."""
    named = _clean(school)
    while len(named) > _LEAST_NAMED and named not in stem:
        named = named[:-1].rstrip()
    return " ".join(stem.replace(named, "").split()) if named in stem and named else stem


def appendix_stem(document: str, position: int) -> str:
    """The name of an appendix of the document whose stem is given: `01-16_219 Письмо приложение
    1`.
    """
    return tailed_stem(document, "приложение", position)


_ENCLOSURES = {ACQUAINTANCE: "лист ознакомления", DISTRIBUTION: "указатель рассылки"}


def enclosure_stem(document: str, template: str) -> str:
    """The name of a sheet that is filed with the document whose stem is given: `45-ОД Приказ лист
    ознакомления`.
    """
    return _fitted(document, f" {_ENCLOSURES[template]}")


def tailed_stem(document: str, tail: str, position: int) -> str:
    """The name of a file that goes with the document whose stem is given: `01-16_219 Письмо скан
    1`.
    """
    return _fitted(document, f" {tail} {position}")


def number_mark(number: str) -> str:
    """How the names of a number's files begin: `01-16_219`."""
    return _clean(number)


def _clean(text: str) -> str:
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    plain = _FORBIDDEN.sub("", _SLASHES.sub("_", seen))
    return " ".join(plain.split()).rstrip(". ")


def _fitted(text: str, tail: str) -> str:
    """`text` cut at a whole character so that it and `tail` take no more than 120 bytes."""
    room = max(LONGEST - len(tail.encode()), 0)
    kept = _clean(text).encode()[:room].decode(errors="ignore").rstrip(". ")
    return kept + tail
