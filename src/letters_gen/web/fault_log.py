"""Faults of the program itself, written down: they may name people, so that no page tells them."""

from __future__ import annotations

import logging
import secrets
from logging.handlers import RotatingFileHandler
from pathlib import Path

from flask import request

_LARGEST = 1_000_000
_log = logging.getLogger("letters_gen.page")


def record_fault(error: BaseException) -> str:
    """Write a fault into the log; its number."""
    number = secrets.token_hex(4)
    _log.error("%s %s", number, request.path if request else "issuing", exc_info=error)
    return number


def keep_log(path: Path) -> None:
    """Faults are written into this file alone."""
    handler = RotatingFileHandler(
        path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    for log in (_log, logging.getLogger("waitress")):
        log.addHandler(handler)
        log.propagate = False
    # How many requests wait says nothing to anybody.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
