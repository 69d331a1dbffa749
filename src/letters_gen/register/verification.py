"""Whether the register is what its events say: the chain, the entries, the numbers.

Events and entries pass by, few at a time: a register of any size takes the same memory.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from letters_gen.errors import Place
from letters_gen.model.entry import Entry
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Series
from letters_gen.register.book import Register
from letters_gen.register.chain_check import ChainCheck
from letters_gen.register.entry_check import EntryCheck
from letters_gen.register.number_check import NumberCheck
from letters_gen.register.runs import Run
from letters_gen.register.table_check import table_faults


@dataclass(frozen=True)
class Verification:
    """What a look at the register has shown.

    Attributes:
        faults: what is damaged; `notes`: what the auditor should know, and is no damage.
        runs: the numbers of each series and year, accounted for.
        head: the hash of the last event, '' for an empty register.
        unfound: how many entries finding would pass by: their words, which are derived, aren't
            theirs.
    """

    faults: tuple[Oddity, ...]
    notes: tuple[Oddity, ...]
    runs: tuple[Run, ...]
    head: str
    unfound: int = 0


def verified(
    register: Register,
    series: Sequence[Series],
    head: str | None,
    look: Callable[[Entry], object] = lambda entry: None,
) -> Verification:
    """The register held against itself.

    Args:
        look: is called with each entry as it passes by; `records.audit` looks at its files.
        head: a hash that the chain once ended with (an export printed it), None where none is
            known.

    Raises:
        DamageError: `row-unreadable`.
    """
    numbers = NumberCheck(series)
    if not register.database.exists:
        missing = [] if head is None else [Oddity("head-unknown", Place(), {"head": head})]
        return Verification(tuple(missing), (), (), "")
    with register.database.reading() as connection:
        tables = list(table_faults(connection, register.office, register.is_shared))
        links = ChainCheck(connection, register.office, head)
        check = EntryCheck(connection, register.office)
        for entry in check.entries():
            numbers.add(entry)
            look(entry)
        if check.told < links.told:
            check.find_lost()
    return Verification(
        (*tables, *links.faults(), *check.faults, *numbers.faults()),
        tuple(numbers.notes()),
        tuple(numbers.runs()),
        links.head,
        check.unfound,
    )
