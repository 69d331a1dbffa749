"""Properties stand in the order that the schema wants, in whatever order they come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.word.elements import made
from letters_gen.word.names import W
from letters_gen.word.order import in_order, misplaced, names_before, put

PARAGRAPH = ["pStyle", "keepNext", "framePr", "numPr", "spacing", "ind", "jc", "rPr", "sectPr"]


@given(st.permutations(PARAGRAPH), st.integers(0, len(PARAGRAPH)))
def test_what_is_put_stands_in_order(names: list[str], count: int) -> None:
    properties = made("pPr")
    for name in names[:count]:
        put(properties, made(name))
    standing = [str(child.tag).removeprefix(W) for child in properties]
    assert standing == [name for name in PARAGRAPH if name in names[:count]]
    assert misplaced(properties) is None


@given(st.permutations(PARAGRAPH))
def test_every_other_order_is_noticed(names: list[str]) -> None:
    body = made("body")
    body.append(made("pPr"))
    body[0].extend([made(name) for name in names])
    assert (misplaced(body) is None) == (names == PARAGRAPH)


def test_the_child_that_comes_too_late_is_named() -> None:
    properties = made("pPr")
    properties.extend([made("jc"), made("unknown"), made("pStyle")])
    assert misplaced(properties) == ("pPr", "pStyle")


@pytest.mark.parametrize("first", ["headerReference", "footerReference"])
def test_headers_and_footers_of_a_section_may_stand_in_any_order(first: str) -> None:
    section = made("sectPr")
    names = [first, "headerReference", "footerReference", "headerReference", "pgSz"]
    section.extend([made(name) for name in names])
    assert misplaced(section) is None


def test_what_the_schema_doesnt_know_comes_last() -> None:
    found = in_order("rPr", [made("новое"), made("sz"), made("rFonts")])
    assert [str(one.tag).removeprefix(W) for one in found] == ["rFonts", "sz", "новое"]


def test_what_stands_before_a_cells_shading() -> None:
    assert {"tcW", "gridSpan", "tcBorders"} <= names_before("tcPr", "shd")
    assert not {"shd", "vAlign"} & names_before("tcPr", "shd")
