"""What a spreadsheet comes to in the sample office, against the week that the corpus tells."""

from __future__ import annotations

import json
import traceback
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from letters_gen.compliance import findings
from letters_gen.errors import LettersError
from letters_gen.facts.monitoring import Reading, read_monitoring
from letters_gen.facts.schools import Directory, read_directory
from letters_gen.model.settings import Settings
from letters_gen.office.settings import load_settings

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Verdict:
    """What became of a file.

    Attributes:
        told: `facts`, or the code of the refusal or of the first question.
        facts: `week` where they are the week's, `other` where they aren't, '' where there are none.
        crash: the traceback of what is no expected failure.
    """

    told: str
    facts: str = ""
    crash: str = ""


@cache
def _office() -> tuple[Settings, Directory, dict[str, Any]]:
    truth = json.loads(Path(__file__).with_name("truth.json").read_text("utf-8"))
    return (
        load_settings(ROOT / "letters.toml"),
        read_directory(ROOT / "data/schools.csv"),
        truth,
    )


def judged(path: Path) -> Verdict:
    """What the file at `path` comes to."""
    settings, directory, _ = _office()
    try:
        reading = read_monitoring(path, settings, directory)
    except LettersError as error:
        return Verdict(error.code)
    except BaseException:
        return Verdict("crash", crash=traceback.format_exc())
    opened = [question for question in reading.questions if question.is_open]
    if opened or reading.monitoring is None:
        return Verdict(opened[0].code if opened else "crash")
    return Verdict("facts", _facts(reading))


def _facts(reading: Reading) -> str:
    settings, _, truth = _office()
    assert reading.monitoring is not None
    found: dict[str, list[str]] = {}
    for finding in findings(reading.monitoring, settings.indicators.values()):
        found.setdefault(finding.school.short_name, []).append(finding.indicator.key)
    rows = reading.monitoring.rows
    totals = {
        column: sum(row.count(column) or 0 for row in rows)
        for column in ("staff", "registered", "wrote")
    }
    is_week = found == truth["findings"] and all(truth[key] == totals[key] for key in totals)
    return "week" if is_week and len(rows) == truth["schools"] else "other"
