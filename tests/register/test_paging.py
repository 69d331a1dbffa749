"""A long register, page by page: each begins next to any entry, in either direction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from register_making import NOW, PLACE, SERIES

from letters_gen.model.entry import Entry
from letters_gen.model.settings import Series
from letters_gen.model.statement import SharedStatement
from letters_gen.register.book import Register
from letters_gen.register.paging import spot_of
from letters_gen.register.wanted import Wanted

ORDERS = Series("orders", "ОД", "{seq}-{index}", {2023: 219}, "orders")


@pytest.fixture
def every(register: Register) -> list[Entry]:
    """Entries of three days and two series, some with equal running numbers; the latest first."""
    with register.writing(NOW) as writer:
        for series in (SERIES, ORDERS):
            for day in (17, 18, 18, 20):
                place = replace(PLACE, series=series, day=date(2023, 4, day))
                writer.reserve_typed(place, SharedStatement(heading=f"О дне {day}"), "Кому")
    found = list(register.entries())
    return sorted(found, key=lambda one: (one.date, one.seq, one.series), reverse=True)


def test_all_of_them_are_met_once_in_either_direction(
    register: Register, every: list[Entry]
) -> None:
    met, page = [], register.stretch(Wanted(), 3)
    while True:
        met += page.entries
        if not page.has_earlier:
            break
        page = register.stretch(Wanted(), 3, spot_of(page.entries[-1]))
    assert met == every
    back = list(page.entries)
    while page.has_later:
        page = register.stretch(Wanted(), 3, spot_of(page.entries[0]), is_after=True)
        back = [*page.entries, *back]
    assert back == every


def test_a_page_begins_next_to_any_entry(register: Register, every: list[Entry]) -> None:
    for place, entry in enumerate(every):
        earlier = register.stretch(Wanted(), 10, spot_of(entry))
        later = register.stretch(Wanted(), 10, spot_of(entry), is_after=True)
        assert list(earlier.entries) == every[place + 1 :]
        assert list(later.entries) == every[:place]


def test_only_what_fits_is_on_a_page(register: Register, every: list[Entry]) -> None:
    wanted = Wanted(series="orders", until=date(2023, 4, 18))
    found = register.stretch(wanted, 2)
    assert found.has_earlier and not found.has_later
    rest = register.stretch(wanted, 2, spot_of(found.entries[-1]))
    fitting = [one for one in every if one.series == "orders" and one.date.day < 20]
    assert [*found.entries, *rest.entries] == fitting
    assert not rest.has_earlier


def test_those_of_one_state_are_met_in_their_order(register: Register, every: list[Entry]) -> None:
    void = [every[0], every[3], every[4], every[7]]
    with register.writing(NOW) as writer:
        writer.annul([one.key for one in void], "ошибка")
    found = register.stretch(Wanted(state="annulled"), 3)
    rest = register.stretch(Wanted(state="annulled"), 3, spot_of(found.entries[-1]))
    met = [*found.entries, *rest.entries]
    assert [spot_of(one) for one in met] == [spot_of(one) for one in void]
    back = register.stretch(Wanted(state="annulled"), 9, spot_of(met[-1]), is_after=True)
    assert list(back.entries) == met[:-1]


def test_an_entry_is_found_by_the_number_that_it_bears(
    register: Register, every: list[Entry]
) -> None:
    for one in every:
        assert register.borne(one.year, one.series, one.seq, one.suffix, one.twin) == one
    assert register.borne(2024, "orders", 219, "", 0) is None


def test_no_register_has_no_page(register: Register) -> None:
    found = register.stretch(Wanted(), 3)
    assert (list(found.entries), found.has_later, found.has_earlier) == ([], False, False)
    assert register.borne(2023, "outgoing", 219, "", 0) is None
