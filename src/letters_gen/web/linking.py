"""Addresses that templates make out of what they show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from flask import request, url_for

from letters_gen.web.desk import desk


def home() -> str:
    """The first page: of a page that only reads the journal."""
    return url_for("journal" if desk().reads_only else "week")


class Problematic(Protocol):
    """What was answered and couldn't be taken."""

    name: str
    problem: str


def page_address(name: str, number: int) -> str:
    """This page with another page of one of its lists."""
    here = {**(request.view_args or {}), **request.args.to_dict(flat=False), name: str(number)}
    return url_for(request.endpoint or "week", **here)


def problem_links(problems: Iterable[Problematic]) -> list[tuple[str, str]]:
    """Each problem with the place that it is about."""
    return [(one.name, one.problem) for one in problems]
