"""A person's name as text, before it is taken apart: signs that only look right, titles before it,
what stands behind it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from letters_gen.russian.engines import known_as
from letters_gen.russian.post_heads import is_post

# Latin letters that are drawn as Cyrillic ones.
_LOOK_ALIKE = str.maketrans("ABCEHKMOPTXYaceopxyë", "АВСЕНКМОРТХУасеорхуё")
_LATIN = re.compile(r"[A-Za-zë]")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_HYPHENS = re.compile("(?<=\\w)[\u2010-\u2015\u2212\ufe63\uff0d](?=\\w)")
_TITLE = re.compile(r"(?:[а-яё][\w.-]*\s+)+(?=[А-ЯЁ])")
_PARTICLES = ("фон", "ван", "де", "ди", "да", "дер", "ден", "дель", "дю", "ла", "ле", "эль", "аль")
_TAIL = re.compile(r"[,;].*$|(?<=[а-яё]{3})\.$|\s*\([^()]*\)$", re.DOTALL)
_PLAIN = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?: [А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?){0,2}")
_PATRONYMIC = re.compile(r"(?:вич|ич|вна|чна|шна|оглы|кызы)[,.]?$|\.$", re.IGNORECASE)


@dataclass(frozen=True)
class NameText:
    """A name without what isn't part of it.

    Attributes:
        name: the words of the name, cleaned of signs that only look right.
        title: what stands before it: «профессор »; `tail`: what stands behind it: «, к.п.н.».
        signs: what was cleaned away, as codes: `latin-letters`, `invisible-signs`, `other-hyphens`.
    """

    name: str
    title: str = ""
    tail: str = ""
    signs: tuple[str, ...] = ()


def is_plain(text: str) -> bool:
    """Whether a text is up to three words of a name and nothing else, as most names are."""
    return _PLAIN.fullmatch(text) is not None


@lru_cache(2_000)
def name_text(text: str) -> NameText:
    """The text taken apart; a text that is nothing but a name comes back as it is."""
    if is_plain(text):
        return NameText(text)
    cleaned, signs = without_strange_signs(text)
    found = _TAIL.search(cleaned)
    name, tail = cleaned, ""
    if found and found.start():
        name, tail = cleaned[: found.start()], found[0]
    title = _title_of(name)
    return NameText(name[len(title) :], title, tail, signs)


def without_strange_signs(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with Cyrillic letters for Latin ones that look alike, plain hyphens, no invisible
    signs; and what was changed.
    """
    signs = []
    visible = text
    if not text.isprintable():
        visible = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    if visible != text:
        signs.append("invisible-signs")
    hyphened = _HYPHENS.sub("-", visible)
    if hyphened != visible:
        signs.append("other-hyphens")
    cyrillic = hyphened
    if _LATIN.search(hyphened) and _CYRILLIC.search(hyphened):
        cyrillic = re.sub(r"\w+", _in_cyrillic, hyphened)
    if cyrillic != hyphened:
        signs.append("latin-letters")
    return cyrillic, tuple(signs)


def _in_cyrillic(word: re.Match[str]) -> str:
    """A word in Cyrillic where all its Latin letters look Cyrillic, else as it is."""
    changed = word[0].translate(_LOOK_ALIKE)
    return word[0] if _LATIN.search(changed) else changed


def _title_of(name: str) -> str:
    """What stands before a name and isn't of it: a post in small letters («профессор Абакаров …»),
    or with a capital before a name that is whole without it.
    """
    found = _TITLE.match(name)
    if found:
        return "" if found[0].split()[0] in _PARTICLES else found[0]
    first, *others = name.split(maxsplit=1)[:2] or [""]
    is_whole = len(" ".join(others).split()) > 1 and _PATRONYMIC.search(name)
    if is_whole and _is_title(first, " ".join(others)):
        return name[: len(name) - len(others[0])]
    return ""


def _is_title(word: str, behind: str) -> bool:
    """Whether a word with a capital is a person's title: three words stand behind it, or initials,
    and it is no surname.
    """
    is_full = len(behind.split()) > 2 or behind.rstrip().endswith(".")
    return is_full and is_post(word) and not known_as(word, "Surn") and not known_as(word, "Name")
