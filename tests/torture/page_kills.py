"""Kills the page at random moments of a batch, and looks for what was lost.

`python tests/torture/page_kills.py [--kills K] [--notices N] [--seed S]`: each time in an office of
its own the button is pressed, the server killed with SIGKILL, started again, and the batch
continued by the page's own way; at last every school has exactly one notice, in order.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from offices import notice_office
from page_desk import Form, forms
from page_server import Server, serving

from letters_gen.office.settings import load_settings
from letters_gen.office.workspace import Workspace
from letters_gen.records.audit import audit
from letters_gen.register.book import Register

PLAN = "/sheets/2023-04-14.xlsx/urging?day=18.04.2023"
CONTINUED = f"{PLAN}&begun=1"
FIRST = 219
LOOKS, SOON = 0.2, 0.001


class Window:
    """A browser's window, as far as a batch needs one."""

    def __init__(self, server: Server) -> None:
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor()
        )
        self._root = server.root
        self._ask(server.address)

    def _ask(self, address: str, data: bytes | None = None) -> str:
        headers = {"Sec-Fetch-Site": "same-origin"} if data is not None else {}
        request = urllib.request.Request(address, data=data, headers=headers)
        with self._opener.open(request) as answer:
            said: str = answer.read().decode()
        return said

    def plan(self, address: str) -> Form | None:
        """The form that issues; None where there is nothing left to issue."""
        found = forms(self._ask(f"{self._root}{address}"), "/urging")
        return found[0] if found else None

    def press(self, form: Form) -> str:
        """Send it; the page that it leads to, '' where the server is gone."""
        data = urllib.parse.urlencode(form.fields).encode()
        with suppress(OSError, HTTPException, urllib.error.URLError):
            return self._ask(f"{self._root}{form.action}", data)
        return ""


def finish(window: Window) -> None:
    """Continue the batch until nothing is left of it."""
    for address in (CONTINUED, PLAN):
        while form := window.plan(address):
            window.press(form)
            time.sleep(LOOKS)


def undisturbed(folder: Path, notices: int) -> float:
    """For how many seconds a batch is at it that nobody kills."""
    office = notice_office(folder / "office", notices)
    with serving(office, folder / "state") as server:
        window = Window(server)
        form = window.plan(PLAN)
        assert form is not None
        begun = time.monotonic()
        window.press(form)
        return time.monotonic() - begun


def written(office: Path) -> int:
    """How many files lie in their places, or beside them."""
    return sum(1 for _ in (office / "letters").glob("2023/*"))


def killed(folder: Path, notices: int, moment: float, files: int) -> tuple[int, list[str]]:
    """One office, one kill after so many seconds of the batch, or, where `files` isn't 0, once so
    many files are begun: how many there were then, and what is wrong after all.
    """
    office, state = notice_office(folder / "office", notices), folder / "state"
    with serving(office, state) as server:
        window = Window(server)
        form = window.plan(PLAN)
        assert form is not None
        pressing = threading.Thread(target=window.press, args=(form,))
        pressing.start()
        if files:
            while written(office) < files and pressing.is_alive():
                time.sleep(SOON)
        else:
            time.sleep(moment)
        server.kill()
        pressing.join()
    there = written(office)
    with serving(office, state) as server:
        finish(Window(server))
    return there, faults(office, notices)


def faults(office: Path, notices: int) -> list[str]:
    """What is lost, repeated or skipped."""
    workspace, known = Workspace(office), load_settings(office / "letters.toml")
    register = Register.at(workspace.register, "", known.office.id)
    found = list(register.entries())
    told = []
    if [entry.seq for entry in found] != list(range(FIRST, FIRST + notices)):
        told.append(f"numbers: {[entry.seq for entry in found]}")
    if len({entry.inn for entry in found}) != notices:
        told.append("a school has two notices, or none")
    told += [f"{entry.number} is {entry.state}" for entry in found if entry.state != "issued"]
    told += [str(fault) for fault in audit(workspace, known, register, None).faults]
    register.close()
    return told


def main() -> int:
    """Kill, continue, look; 1 where anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--notices", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    print(f"seed {asked.seed}: {asked.kills} kills of a batch of {asked.notices}", flush=True)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        longest = undisturbed(Path(folder), asked.notices)
    for number in range(asked.kills):
        moment = chance.uniform(0, longest)
        with tempfile.TemporaryDirectory() as folder:
            # Every other one while files are being written, which takes a short while.
            files = chance.randrange(1, asked.notices) if number % 2 else 0
            there, found = killed(Path(folder), asked.notices, moment, files)
        when = f"at {files} files" if files else f"after {moment:.2f} s"
        print(f"killed {when}: {there} files", flush=True)
        if found:
            wrong += 1
            print(f"kill {number} after {moment:.3f} s: {found}", flush=True)
    print(f"{wrong} of {asked.kills} lost something")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
