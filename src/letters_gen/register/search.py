"""What an entry is found by: its words, folded, in one text beside it; and finding parts of
them.
"""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, and_, or_, text

from letters_gen.model.entry import Entry
from letters_gen.model.folding import folded
from letters_gen.register.schema import entries
from letters_gen.register.search_index import SHORTEST, is_fit, trigrams

# Between what an entry says and the name of its school: folding leaves no tab in either.
_BEFORE_SCHOOL = "\t"
_ESCAPE = "\\"
# So many words of what is looked for are tried as standing before the school's name.
_MOST_SPLITS = 8


def words_of(entry: Entry) -> str:
    """All that `entry` says in words, folded; the name of its school last, after a tab."""
    basis = entry.basis.number if entry.basis else ""
    alike = _together(entry.heading, basis, entry.executor, entry.signatory)
    number, own = _comparable(entry.number), _kept(f"{entry.addressee} {entry.topic}")
    more = _together(entry.annulled_because, entry.paper.remark)
    told = " ".join(part for part in (number, own, alike, more) if part)
    return f"{told}{_BEFORE_SCHOOL}{_kept(entry.school)}"


@lru_cache(10_000)
def _kept(said: str) -> str:
    """A text folded that comes again: schools and their heads do, week by week."""
    return _comparable(said)


@lru_cache(1_000)
def _together(*said: str) -> str:
    """Texts folded, one after the other: what a batch says comes again and again."""
    return " ".join(_comparable(part) for part in said if part)


def saying(connection: Connection, part: str) -> ColumnElement[bool]:
    """The condition that an entry says `part`, however it is spelled; by the index where that
    knows it. A part may begin in what the entry says and go on into the name of its school.
    """
    wanted = _comparable(part)
    indexed = is_fit(connection)
    ways = [(wanted, _holding(wanted))]
    words = wanted.split(" ")
    for position in range(1, min(len(words), _MOST_SPLITS)):
        before, school = " ".join(words[:position]), " ".join(words[position:])
        holds = and_(_holding(before), _holding(school, after=_BEFORE_SCHOOL, at_once=True))
        ways.append((max(before, school, key=len), holds))
    found = [
        _indexed(known, holds, f"trigrams{number}") if indexed and len(known) >= SHORTEST else holds
        for number, (known, holds) in enumerate(ways)
    ]
    return or_(*found)


def _indexed(known: str, holds: ColumnElement[bool], name: str) -> ColumnElement[bool]:
    """The condition `holds`, looked at where the index knows `known` alone."""
    found = text(f"entries.rowid IN (SELECT rowid FROM search WHERE search MATCH :{name})")
    return and_(found.bindparams(**{name: trigrams(known)}), holds)


def about_school(connection: Connection, school: str) -> ColumnElement[bool]:
    """The condition that an entry is about `school`: its ИНН, or a part of its name."""
    named = _holding(_comparable(school), after=_BEFORE_SCHOOL)
    if school.isdigit():
        return or_(entries.c.school == school, named)
    return and_(saying(connection, school), named)


def _comparable(said: str) -> str:
    """`said` folded."""
    # A server's text holds no NUL.
    return folded(said).replace("\0", "")


def _holding(part: str, after: str = "", at_once: bool = False) -> ColumnElement[bool]:
    """The condition that the words hold `part`: anywhere, or behind `after`, there `at_once`."""
    for sign in (_ESCAPE, "%", "_"):
        part = part.replace(sign, _ESCAPE + sign)
    before = f"%{after}%" if after and not at_once else f"%{after}"
    return entries.c.words.like(f"{before}{part}%", escape=_ESCAPE)
