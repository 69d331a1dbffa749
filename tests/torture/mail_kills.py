"""Kills a run that mails again and again, and looks for who got nothing, or too much.

`python tests/torture/mail_kills.py [--mails N] [--kills K] [--seed S]`: SIGKILL comes at random
moments, also between the server's taking a message and its answer. After each kill the
messages in question are either settled by what really arrived, or sent again. At last each
recipient has exactly one message; two where a message that had arrived was said to be sent again,
and then the register says so.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from mail import Mailbox, mail_by, mail_server
from offices import NOTICES, notice_office
from processes import HANGS, PROGRAM
from scanner import small_scan

from letters_gen.model.entry import Entry, Stamp
from letters_gen.office.settings import load_settings
from letters_gen.office.workspace import Workspace
from letters_gen.records.acts import Desk, attach
from letters_gen.records.audit import audit
from letters_gen.register.book import Register

SEND = (*PROGRAM, "send", "--period", "18.04.2023-18.04.2023")
WHEN = datetime(2023, 4, 18, 9, 0, tzinfo=UTC)


def opened(workspace: Path) -> Desk:
    place = Workspace(workspace)
    settings = load_settings(place.settings)
    register = Register.at(place.register, "", settings.office.id)
    return Desk(place, settings, register, Stamp(WHEN, "test"), lambda _: None)


def made(folder: Path, mails: int, box: Mailbox) -> Path:
    """An office with so many signed notices, each to a school with an address of its own."""
    workspace = notice_office(folder / "РУО", mails)
    directory = workspace / "data/schools.csv"
    first, *schools = directory.read_text(encoding="utf-8-sig").splitlines()
    lines = [f"{line};school{at}@example.org" for at, line in enumerate(schools)]
    directory.write_text("\n".join([f"{first};E-mail", *lines]), encoding="utf-8-sig")
    mail_by(workspace, box)
    subprocess.run([*PROGRAM, *NOTICES], cwd=workspace, check=True, capture_output=True)
    desk = opened(workspace)
    scan = folder / "скан.pdf"
    for entry in list(desk.register.entries()):
        scan.write_bytes(small_scan(entry.number))
        attach(desk, entry, scan, "")
    desk.register.close()
    return workspace


def command(workspace: Path, *arguments: str) -> Any:
    """What the command reports."""
    answer = subprocess.run(
        [*arguments, "--json"], cwd=workspace, capture_output=True, check=False, timeout=HANGS
    )
    return json.loads(answer.stdout)


def killed(workspace: Path, box: Mailbox, after: int, moment: float) -> None:
    """Kill a run so many seconds after the server has taken so many more messages."""
    nowhere = subprocess.DEVNULL
    run = subprocess.Popen([*SEND, "--yes"], cwd=workspace, stdout=nowhere, stderr=nowhere)
    wanted, giving_up = len(box.taken) + after, time.monotonic() + HANGS
    while run.poll() is None and len(box.taken) < wanted and time.monotonic() < giving_up:
        time.sleep(0.001)
    time.sleep(moment)
    if run.poll() is None:
        os.kill(run.pid, signal.SIGKILL)
    run.wait(timeout=HANGS)


def settled(workspace: Path, box: Mailbox, again: bool) -> list[str]:
    """Settle what is in question: by what has arrived, or by sending it again; the addresses that
    get a second message by that.
    """
    doubled = []
    for one in command(workspace, *SEND, "--dry-run")["unknown"]:
        has_arrived = one["address"] in box.recipients
        if has_arrived and again and box.recipients.count(one["address"]) == 1:
            doubled.append(one["address"])
            has_arrived = False
        word = "дошло" if has_arrived else "снова"
        told = (*PROGRAM, "send", one["number"], "--year", "2023", "--unknown", word, "--yes")
        command(workspace, *told)
    return doubled


def faults(workspace: Path, box: Mailbox, mails: int, doubled: list[str]) -> list[str]:
    """Who has got nothing or too much, and what the register doesn't say."""
    got, wrong = Counter(box.recipients), []
    for at in range(mails):
        address = f"school{at}@example.org"
        expected = 2 if address in doubled else 1
        if got[address] != expected:
            wrong.append(f"{address}: {got[address]} instead of {expected}")
    desk = opened(workspace)
    for entry in desk.register.entries():
        wrong += untold(desk.register, entry, got)
    wrong += [
        str(fault) for fault in audit(desk.workspace, desk.settings, desk.register, None).faults
    ]
    desk.register.close()
    return wrong


def untold(register: Register, entry: Entry, got: Counter[str]) -> list[str]:
    """What the register doesn't say of one document's messages."""
    events = register.events_of(entry.key)
    asked = [json.loads(one.values)["address"] for one in events if one.what == "mailing"]
    if entry.state != "sent" or entry.mailings or len(entry.deliveries) != 1:
        return [f"{entry.number} isn't recorded as sent once"]
    if got[asked[0]] > len(asked):
        return [f"{asked[0]} got {got[asked[0]]}, the register tells of {len(asked)}"]
    return []


def main() -> int:
    """Kill, settle, finish; 1 where anybody got nothing or too much."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--mails", type=int, default=100)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    choice = random.Random(options.seed)
    print(f"seed {options.seed}", flush=True)
    doubled: list[str] = []
    with tempfile.TemporaryDirectory() as name, mail_server() as box:
        workspace = made(Path(name), options.mails, box)
        # The answer comes a little later than the message is taken: a kill falls between.
        box.answers = lambda to: choice.choice((0.0, 0.01, 0.04))
        for _ in range(options.kills):
            most = max(1, (options.mails - len(box.taken)) // 3)
            killed(workspace, box, choice.randint(1, most), choice.uniform(0, 0.05))
            # A message that was given as the run died is still on its way into the box.
            time.sleep(0.2)
            doubled += settled(workspace, box, again=choice.random() < 0.5)
        command(workspace, *SEND, "--yes")
        wrong = faults(workspace, box, options.mails, doubled)
        print(f"{options.kills} kills, {len(doubled)} sent again though they had arrived")
    print("\n".join([*wrong, f"lost or doubled: {len(wrong)}"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
