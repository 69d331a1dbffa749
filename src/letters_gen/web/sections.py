"""The sections of the page, which every page leads to."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request, session, url_for

from letters_gen.web.desk import desk
from letters_gen.web.guards import ENTERED
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

# The endpoint of each section's first page, and its title.
_SECTIONS = (
    ("week", marked("Week")),
    ("journal", marked("Journal")),
    ("control", marked("Control")),
    ("schools", marked("Schools")),
    ("settings", marked("Settings")),
    ("templates", marked("Templates")),
)


@dataclass(frozen=True)
class Section:
    """A section: its title, where it is, and whether its first page is this one."""

    title: str
    address: str
    is_here: bool


def sections() -> list[Section]:
    """The sections, for who has come in: of a page that only reads, or has no office yet, its
    first page is all."""
    if not session.get(ENTERED) or desk().reads_only or desk().founds:
        return []
    return [
        Section(_(title), url_for(endpoint), request.endpoint == endpoint)
        for endpoint, title in _SECTIONS
    ]
