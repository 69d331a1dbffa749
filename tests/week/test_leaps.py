"""A count that leaps from one week to the next is told."""

from __future__ import annotations

import shutil
from pathlib import Path

from clerk import SHEET, Clerk
from edits import sheet_changed

NEXT = "data/monitoring/2023-04-21.xlsx"


def test_a_staff_that_is_halved_in_a_week_is_told_and_the_letter_still_goes(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    shutil.copy(workspace / SHEET, workspace / NEXT)
    with sheet_changed(workspace, NEXT) as sheet:
        sheet["A2"] = "Республика Дагестан, за период с 15.04.2023 по 21.04.2023"
        sheet["G108"], sheet["H108"], sheet["I108"] = 12, 12, 12
        sheet["G106"], sheet["H106"], sheet["I106"] = 17, 17, 17
    answer = clerk("check", NEXT, "--json")
    told = {one["code"]: one["text"] for one in answer.json["warnings"]}
    assert answer.status == 0
    assert "МКОУ «Генухская СОШ» (27 → 12)" in told["count-leaps"]
    assert "Асахская" not in told["count-leaps"]
