"""Ordinal numbers of weeks, in words."""

from __future__ import annotations

_ACCUSATIVE = (
    "первую",
    "вторую",
    "третью",
    "четвёртую",
    "пятую",
    "шестую",
    "седьмую",
    "восьмую",
    "девятую",
    "десятую",
)


def week_running(number: int) -> str:
    """For the how manieth week running: `вторую неделю подряд`, `12-ю неделю подряд`."""
    which = _ACCUSATIVE[number - 1] if 0 < number <= len(_ACCUSATIVE) else f"{number}-ю"
    return f"{which} неделю подряд"
