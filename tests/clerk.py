"""A clerk at her desk: what she types, and what is answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The repository's root is itself a workspace: the sample office.
ROOT = Path(__file__).parent.parent
SHEET = "data/monitoring/2023-04-14.xlsx"
PRINTED_WEEK = ("weekly", SHEET, "--date", "18.04.2023", "--yes")
PRINTED_NOTICES = ("notices", SHEET, "--date", "18.04.2023")
# The covering letter of a week that has none beside its sheet.
BASIS = (
    "--basis-author",
    "Министерство образования и науки РД",
    "--basis-number",
    "06-1",
    "--basis-date",
    "24.04.2023",
)
# A letter typed by hand gets its number.
TYPED = (
    "register",
    "reserve",
    "--heading",
    "О летнем отдыхе",
    "--addressee",
    "Главе МР «Цунтинский район»",
)
# A journal is taken over without a question.
IMPORT = ("register", "import", "--yes")


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The report that stdout holds."""
        return json.loads(self.out)


Clerk = Callable[..., Answer]


def assert_refused(clerk: Clerk, workspace: Path, *words: str, file: str = SHEET) -> None:
    """The weekly letter is refused with these words, as text and as JSON, and nothing is left
    behind.
    """
    answer = clerk("weekly", file, "--date", "18.04.2023", "--yes", "--json")
    assert answer.status == 1
    for word in words:
        assert word in answer.err
    error = answer.json["error"]
    assert error["code"] and error["text"] and error["mend"]
    assert "Traceback" not in answer.err
    assert not (workspace / "letters").exists()


def codes_of(report: Any) -> list[str]:
    """The codes of a report's warnings, without the one that the printed week always has: a school
    with two chats, three of them for the service.
    """
    return [one["code"] for one in report["warnings"] if one["code"] != "part-odd"]


def entries(clerk: Clerk, **filters: Any) -> list[dict[str, Any]]:
    """The register's entries, as `list` reports them, whose values are those of `filters`."""
    found: list[dict[str, Any]] = clerk("register", "list", "--json").json["entries"]
    return [
        entry for entry in found if all(entry[name] == value for name, value in filters.items())
    ]


def entry(clerk: Clerk, number: str) -> dict[str, Any]:
    """An entry of 2023, as `show` reports it."""
    answer = clerk("register", "show", number, "--year", "2023", "--json")
    assert answer.status == 0, answer.err
    shown: dict[str, Any] = answer.json
    return shown


def reserve(
    clerk: Clerk, heading: str = "О чём", addressee: str = "Кому", day: str = "19.04.2023"
) -> str:
    """Take the number of a letter typed by hand."""
    given = ("--heading", heading, "--addressee", addressee, "--date", day)
    answer = clerk("register", "reserve", *given)
    assert answer.status == 0, answer.err
    return answer.out.strip()


def fault_codes(clerk: Clerk, *options: str) -> list[str]:
    """What `register verify` finds wrong."""
    answer = clerk("register", "verify", "--json", *options)
    report = answer.json
    assert (answer.status == 3) == bool(report["faults"]), "damage ends with 3"
    assert report["ok"] == (not report["faults"])
    return [fault["code"] for fault in report["faults"]]
