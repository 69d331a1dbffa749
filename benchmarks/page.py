"""`python -m benchmarks.page`: what the page costs, against what it stands on.

A start to the first page, as a whole process, against importing what it is made of; and a page of
the journal of 40,000 entries against one of 100, in one process that asks for them in turn. Times
are of the processor, so that what else the machine does isn't measured.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.measuring import MEMORY
from benchmarks.offices import make_office
from benchmarks.years import fill_register
from letters_gen.model.entry import Stamp
from letters_gen.office.workspace import Workspace

_HERE = "http://127.0.0.1:8000"
_BARE = "import flask, waitress"
# As `page` does it, without its window: nothing of the benchmarks is imported, and rubbish is
# looked for as seldom as `cli.main` lets it.
_FIRST_PAGE = """
import gc, sys, threading
gc.freeze()
gc.set_threshold(200_000)
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from letters_gen.office.workspace import Workspace
from letters_gen.web.application import application
from letters_gen.web.desk import Desk
from letters_gen.web.spool import Spool
from waitress.server import create_server

class Clock:
    today = date(2023, 4, 18)

office = Path(sys.argv[1])
state = office / "state"
state.mkdir(exist_ok=True)
desk = Desk(Workspace(office), Clock(), Spool(state / "sheets"), state / "page.log")
server = create_server(application(desk), host="127.0.0.1", port=0, threads=8)
threading.Thread(target=server.run, daemon=True).start()

def asked(path, cookie=""):
    asking = HTTPConnection("127.0.0.1", server.effective_port)
    asking.request("GET", path, headers={"Cookie": cookie})
    answer = asking.getresponse()
    answer.read()
    return answer

entered = asked("/enter?secret=" + desk.entrance.secret())
assert asked("/", entered.headers["Set-Cookie"].partition(";")[0]).status == 200
"""
_STARTS, _ROUNDS, _AT_ONCE = 9, 15, 10
_SMALL, _LARGE, _SCHOOLS = 100, 40_000, 90


class Clock:
    """Always the same day."""

    today = date(2023, 4, 18)

    def stamp(self) -> Stamp:
        """Always the same moment."""
        return Stamp(datetime(2023, 4, 18, 9, tzinfo=UTC), "clerk")


def desk_of(office: Path) -> Any:
    """A start of the page of an office."""
    from letters_gen.web.desk import Desk
    from letters_gen.web.spool import Spool

    state = office / "state"
    state.mkdir(exist_ok=True)
    return Desk(Workspace(office), Clock(), Spool(state / "sheets"), state / "page.log")


def main() -> int:
    """Print the tables; write them as Markdown where `--table` names a file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--table", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        lines = [*_starts(Path(name)), "", *_journals(Path(name))]
    print("\n".join(lines))
    if options.table:
        options.table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _starts(folder: Path) -> Iterator[str]:
    """A start to the first page, and the bare import, in turn."""
    office = make_office(folder / "start", _SCHOOLS)
    bare, page = [], []
    for _ in range(_STARTS):
        bare.append(_seconds(["-c", _BARE]))
        page.append(_seconds(["-c", _FIRST_PAGE, str(office)]))
    base, first = median(bare), median(page)
    yield "| a whole process | ms of the processor | × the import |"
    yield "|---|---|---|"
    yield f"| `{_BARE}` | {base * 1000:.0f} | 1.00 |"
    yield f"| start to first page | {first * 1000:.0f} | {first / base:.2f} |"


def _seconds(arguments: list[str]) -> float:
    process = subprocess.Popen([sys.executable, *arguments])
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{arguments}: {status}")
    return used.ru_utime + used.ru_stime


def _journals(folder: Path) -> Iterator[str]:
    """Pages of the journal of a small register and of a large one, in turn."""
    asking = {entries: _asking(folder, entries) for entries in (_SMALL, _LARGE)}
    yield f"| a page of the journal, ms | {_SMALL} entries | {_LARGE:,} entries | ratio |"
    yield "|---|---|---|---|"
    for title, query in (
        ("the latest", ""),
        ("from the middle", "before=2027-07-01~0~~~0~2027"),
        ("one kind of document", "kind=notice"),
        ("until a day", "until=18.04.2023"),
        ("by a part of a school's name", "text=№ 7"),
        ("annulled ones, of which there are none", "state=annulled"),
    ):
        small, large = _compared(asking[_SMALL], asking[_LARGE], query)
        told = f"{small * 1000:.1f} | {large * 1000:.1f} | {large / small:.2f}"
        yield f"| {title} | {told} |"


def _asking(folder: Path, entries: int) -> Callable[[str], None]:
    """Who asks for pages of the journal of a register of so many entries."""
    from letters_gen.web.application import application

    office = make_office(folder / str(entries), _SCHOOLS)
    fill_register(office, entries)
    desk = desk_of(office)
    client = application(desk).test_client()
    client.get(f"/enter?secret={desk.entrance.secret()}", base_url=_HERE)

    def ask(query: str) -> None:
        answer = client.get(f"/journal?{query}", base_url=_HERE)
        assert answer.status_code == 200

    return ask


def _compared(
    small: Callable[[str], None], large: Callable[[str], None], query: str
) -> tuple[float, float]:
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(_ROUNDS):
        for ask, times in ((small, ours), (large, theirs)):
            begun = _used()
            for _ in range(_AT_ONCE):
                ask(query)
            times.append((_used() - begun) / _AT_ONCE)
    return median(ours), median(theirs)


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
