"""register list: every entry, as a table and as JSON."""

from __future__ import annotations

import hashlib
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from clerk import Clerk, entries


def test_an_empty_register_says_so_and_makes_nothing(clerk: Clerk, workspace: Path) -> None:
    assert "Журнал пуст" in clerk("register", "list").out
    assert clerk("register", "list", "--json").json == {"entries": []}
    assert not (workspace / "letters").exists()


def test_the_table_shows_number_date_state_addressee_and_heading(
    clerk: Clerk, letter: Path
) -> None:
    out = " ".join(clerk("register", "list").out.split())
    for text in ("01-16/219", "18.04.2023", "выпущен", "Руководителям ОО", "О необходимости"):
        assert text in out


def test_the_entry_as_json(clerk: Clerk, letter: Path, workspace: Path) -> None:
    [entry] = entries(clerk)
    files, deliveries = entry.pop("files"), entry.pop("deliveries")
    assert entry == {
        "number": "01-16/219",
        "series": "outgoing",
        "year": 2023,
        "seq": 219,
        "suffix": "",
        "date": "2023-04-18",
        "type": "weekly",
        "state": "issued",
        "addressee": "Руководителям ОО",
        "heading": "О необходимости использования в своей деятельности ИКОП «Сферум»",
        "school": None,
        "inn": None,
        "executor": "Магомедова П.П.",
        "signatory": "Абакаров Г.К.",
        "basis": {
            "author": "Министерство образования и науки РД",
            "number": "06-5649/06-18/23",
            "date": "2023-04-17",
        },
        "related": None,
        "case": "01-16",
        "period": ["2023-04-08", "2023-04-14"],
        "subject": "2023-04-08/2023-04-14",
        "edition": 1,
        "deadline": None,
        "answered_at": None,
        "acquainted": [],
        "path": "letters/2023/01-16_219 Письмо.docx",
        "sha256": hashlib.sha256(letter.read_bytes()).hexdigest(),
        "sheets": None,
        "appendices": [
            "letters/2023/01-16_219 Письмо приложение 1.docx",
            "letters/2023/01-16_219 Письмо приложение 2.xlsx",
        ],
        "sent_at": None,
        "annulled_because": None,
        "by_hand": False,
        "workspace": (workspace / "letters/workspace.id").read_text(encoding="ascii").strip(),
    }
    assert len({delivery["to"] for delivery in deliveries}) == 22, "one for each school"
    assert {(delivery["way"], delivery["on"], delivery["id"]) for delivery in deliveries} == {
        (None, None, None)
    }
    assert [file["role"] for file in files] == ["document", "appendix", "appendix"]
    for file in files:
        content = (workspace / file["path"]).read_bytes()
        assert (file["sha256"], file["size"]) == (hashlib.sha256(content).hexdigest(), len(content))


def test_what_happened_is_told_by_the_clerks_own_clock(
    clerk: Clerk, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [taken, *_] = clerk("register", "show", "219", "--json").json["events"]
    at = datetime.fromisoformat(taken["at"])
    try:
        monkeypatch.setenv("TZ", "Asia/Kamchatka")
        time.tzset()
        out = clerk("register", "show", "219").out
    finally:
        monkeypatch.undo()
        time.tzset()
    assert f"{at + timedelta(hours=12):%d.%m.%Y %H:%M} — номер взят" in out
