"""What a door has shown to be agreed to, part by part: where the plan has moved since, it can say
which part it was (design §6.11).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from letters_gen.issuing.plan import Plan
from letters_gen.register.chain import canonical
from letters_gen.register.statement_form import shared_json

# What batches share, by what the clerk would call it; all else is the week's sheet.
_PARTS = {
    "templates": "templates",
    "basis": "basis",
    "signatory": "people",
    "executor": "people",
    "people": "people",
    "title": "settings",
    "heading": "settings",
    "case": "settings",
    "office": "settings",
    "answer": "settings",
}
_SHEET = "sheet"
_LENGTH = 16


def numbers_of(plan: Plan) -> str:
    """The numbers that are written under, from the first to the last; '' where none is."""
    written = [number for one, number in plan.numbered() if one.is_written]
    if not written:
        return ""
    return written[0] if len(written) == 1 else f"{written[0]} – {written[-1]}"


def parts_of(plan: Plan) -> dict[str, str]:
    """What of the plan can move: its numbers as they read, its day, a hash of each other part."""
    parts: dict[str, dict[str, object]] = {name: {} for name in (*_PARTS.values(), _SHEET)}
    for key, value in shared_json(plan.shared).items():
        parts[_PARTS.get(key, _SHEET)][key] = value
    hashes = {name: _hashed(part) for name, part in parts.items()}
    return {"numbers": numbers_of(plan), "day": plan.day.isoformat(), **hashes}


def moved_parts(shown: Mapping[str, str], plan: Plan) -> list[str]:
    """Which parts of what was `shown` are others now; `documents` where it is none of those, but
    the documents themselves.
    """
    now = parts_of(plan)
    return [name for name in now if shown.get(name) != now[name]] or ["documents"]


def _hashed(value: object) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()[:_LENGTH]
