"""Dates as documents write them (form: requisite 10)."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date


def numeric(day: date) -> str:
    """The date in figures, with leading zeros: `05.04.2023`."""
    return format_date(day, "dd.MM.yyyy", locale="ru")
