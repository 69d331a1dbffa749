"""What is packed is a ZIP archive that any program reads, and equal members are equal bytes."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from letters_gen.word.packing import Layout, deflated, deflated_bytes, stored

NAMES = st.text("abcя/._", min_size=1, max_size=20)
MEMBERS = st.dictionaries(NAMES, st.binary(max_size=200) | st.just(b"x" * 50_000), max_size=8)


@given(MEMBERS, st.text(max_size=50), st.integers(0, 8))
def test_what_is_packed_is_unpacked_as_it_was(
    members: dict[str, bytes], text: str, shared: int
) -> None:
    packed = [
        stored(name, content) if content.startswith(b"\x00") else deflated_bytes(name, content)
        for name, content in members.items()
    ]
    filled = [*packed[shared:], deflated("текст", [text, text])]
    document = Layout(packed[:shared]).package(filled)
    assert Layout(packed[:shared]).package(filled) == document
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [*members, "текст"]
        for name, content in members.items():
            assert archive.read(name) == content
        assert archive.read("текст").decode() == text * 2


def test_a_long_part_is_deflated_as_it_comes() -> None:
    pieces = [f"<w:t>{number}</w:t>" for number in range(20_000)]
    with zipfile.ZipFile(io.BytesIO(Layout([]).package([deflated("a", iter(pieces))]))) as archive:
        assert archive.read("a").decode() == "".join(pieces)
