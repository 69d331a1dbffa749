"""Whatever a value holds, the finished document opens and says just that."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from libreoffice import converted
from read_back import paragraphs, rows
from template_making import EXAMPLES, compiled, p, r, row, table

from letters_gen.templating import CompiledTemplate

NASTY = [
    "&",
    "<",
    ">",
    "{{",
    "}}",
    "{%",
    "%}",
    "{_{",
    "]]>",
    "🙂",
    "\u202b",
    "\x00",
    "\x0b",
    "\r",
    "\n",
    "\t",
    '"',
    "'",
    "&amp;",
    "\ufffe",
]
TEXT = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from([*NASTY, "слово", " "]), max_size=12).map("".join),
    st.sampled_from(["я" * 32_000, "", " ", "  а  "]),
)


@cache
def template() -> CompiledTemplate:
    """A value in a paragraph, in a bold run, in a row of a loop."""
    bold = f"<w:p>{r('{{ второе }}', '<w:rPr><w:b/></w:rPr>')}</w:p>"
    loop = table(
        1, row("{%tr for з in третье %}"), row("{{ з }}"), row("{%tr endfor %}"), row("конец")
    )
    with tempfile.TemporaryDirectory() as folder:
        return compiled(Path(folder), p("{{ первое }}") + bold + loop + p("конец"))


def readable(text: str) -> str:
    """What can be read back: without what XML forbids, every line break the same."""
    kept = "".join(filter(allowed, text))
    return kept.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "")


def allowed(sign: str) -> bool:
    """XML 1.0, section 2.2; a form feed becomes a page break."""
    code = ord(sign)
    return (
        sign in "\t\n\r\f" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
    )


@settings(max_examples=EXAMPLES, deadline=None)
@given(first=TEXT, second=TEXT, third=st.lists(TEXT, max_size=4))
def test_what_is_read_back_is_what_was_given(first: str, second: str, third: list[str]) -> None:
    document = template().render(
        {"первое": first, "второе": second, "третье": third, "заголовок": first}
    )
    assert paragraphs(document) == [readable(first), readable(second), "конец"]
    assert [cells[0] for cells in rows(document)] == [*map(readable, third), "конец"]


def test_libreoffice_reads_back_the_nastiest_too(tmp_path: Path) -> None:
    for number, nasty in enumerate(NASTY):
        values = {"первое": f"а{nasty}б", "второе": nasty, "третье": [nasty], "заголовок": nasty}
        (tmp_path / f"{number:02}.docx").write_bytes(template().render(values))
    files = sorted(tmp_path.glob("*.docx"))
    saved = converted("docx", files, tmp_path / "saved", tmp_path / "profile")
    for number, nasty in enumerate(NASTY):
        texts = paragraphs(saved / f"{number:02}.docx")
        assert texts[0] == readable(f"а{nasty}б"), repr(nasty)
        assert texts[-1] == "конец"


@pytest.mark.parametrize("value", [0, 1.5, True, None, [1, "<"], {"а": "&"}])
def test_values_that_are_no_text_are_written_as_such(tmp_path: Path, value: object) -> None:
    assert paragraphs(
        compiled(tmp_path, p("{{ имя }}")).render({"имя": value, "заголовок": ""})
    ) == [str(value)]
