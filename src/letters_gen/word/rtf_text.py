"""What a Rich Text Format file says (Word's RTF Specification 1.9.1), as far as its words go."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

RTF = b"{\\rtf"
"""What every such file begins with."""
_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
# What Windows calls a font's characters, and the pages that they stand in.
_PAGES = {204: "cp1251", 238: "cp1250", 161: "cp1253", 162: "cp1254", 186: "cp1257"}
# Groups that hold no words of the document; `\*` begins those that a reader may pass over, among
# them shapes, whose text is the document's.
_SILENT = frozenset(
    b"fonttbl colortbl stylesheet info pict objdata listtable listoverridetable revtbl rsidtbl "
    b"generator themedata datastore xmlnstbl fldinst".split()
)
_SPOKEN = b"shptxt"
_HIDING = (b"v", b"deleted")
_ENDS = dict.fromkeys(b"par line row cell nestcell nestrow sect page".split(), "\n")
_SIGNS = {
    b"tab": "\t",
    b"emdash": "—",
    b"endash": "–",
    b"bullet": "•",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
}
_ESCAPED = {b"~": "\u00a0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\"}
_BREAKS = (b"\n", b"\r")


@dataclass(frozen=True)
class _Group:
    """What holds inside braces: whether nothing there is said, in which page bytes are written, of
    how many signs a Unicode sign's stand-in is.
    """

    page: str
    is_silent: bool = False
    is_hidden: bool = False
    stand_in: int = 1


def rtf_lines(content: bytes) -> list[str]:
    """The lines of a document: paragraphs and cells of tables, headers and shapes among them."""
    return "".join(_Reader(content).words()).splitlines()


class _Reader:
    """Walks the file once."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._group = _Group("cp1252")
        self._outer: list[_Group] = []
        self._skipped = 0
        self._at = 0

    def words(self) -> Iterator[str]:
        while self._at < len(self._content):
            found = _TOKEN.match(self._content, self._at)
            # A backslash with nothing behind it: the file ends there.
            if found is None:
                return
            self._at = found.end()
            said = self._said(*found.groups())
            if said and not (self._group.is_silent or self._group.is_hidden):
                yield said

    def _said(
        self,
        word: bytes | None,
        number: bytes | None,
        byte: bytes | None,
        sign: bytes | None,
        brace: bytes | None,
        text: bytes | None,
    ) -> str:
        if word:
            return self._controlled(word, int(number) if number else None)
        if brace:
            self._nested(brace)
            return ""
        if sign:
            return self._escaped(sign)
        return self._decoded(bytes.fromhex(byte.decode()) if byte else text or b"")

    def _decoded(self, written: bytes) -> str:
        passed_over = min(self._skipped, len(written))
        self._skipped -= passed_over
        return written[passed_over:].decode(self._group.page, "replace")

    def _nested(self, brace: bytes) -> None:
        self._skipped = 0
        if brace == b"{":
            self._outer.append(self._group)
        elif self._outer:
            self._group = self._outer.pop()

    def _escaped(self, sign: bytes) -> str:
        if sign == b"*":
            self._group = replace(self._group, is_silent=True)
        if sign in _BREAKS:
            return "\n"
        return _ESCAPED.get(sign, "")

    def _controlled(self, word: bytes, number: int | None) -> str:
        if word == b"u" and number is not None:
            self._skipped = self._group.stand_in
            return chr(number % 0x10000)
        if word == b"bin" and number:
            self._at += max(number, 0)
        elif number is not None:
            self._encoded(word, number)
        self._silenced(word, number)
        return _ENDS.get(word) or _SIGNS.get(word, "")

    def _silenced(self, word: bytes, number: int | None) -> None:
        """Whether what follows in the group is said."""
        if word in _SILENT or word == _SPOKEN:
            self._group = replace(self._group, is_silent=word != _SPOKEN)
        elif word in _HIDING:
            self._group = replace(self._group, is_hidden=number != 0)

    def _encoded(self, word: bytes, number: int) -> None:
        """In which page bytes are written from here on, and how many stand in for a sign."""
        if word == b"uc":
            self._group = replace(self._group, stand_in=max(number, 0))
        elif word == b"ansicpg":
            self._group = replace(self._group, page=_known(f"cp{number}"))
        elif word == b"f":
            self._font = number
            page = self._fonts.get(number, self._group.page)
            self._group = replace(self._group, page=page)
        elif word == b"fcharset" and number in _PAGES:
            self._fonts[self._font] = _PAGES[number]


def _known(page: str) -> str:
    try:
        return codecs.lookup(page).name
    except LookupError:
        return "cp1251"
