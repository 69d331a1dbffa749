"""Earlier documents and links to later ones, as the register's JSON values, and back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from letters_gen.model.prior import Link, Prior
from letters_gen.register.chain import Json


def prior_json(prior: Prior) -> Json:
    """An earlier document, as what names it says it."""
    said: Json = {
        "relation": prior.relation,
        "number": prior.number,
        "day": prior.day.isoformat(),
        "key": list(prior.key),
    }
    said |= {name: text for name in ("title", "heading") if (text := getattr(prior, name))}
    if prior.deadline:
        said["deadline"] = prior.deadline.isoformat()
    if prior.said:
        said["said"] = list(prior.said)
    return said


def prior_of(said: Json) -> Prior:
    """The earlier document that is said; raises KeyError, TypeError or ValueError where it isn't in
    this form.
    """
    kind, subject, school, edition = said["key"]
    return Prior(
        said["relation"],
        said["number"],
        date.fromisoformat(said["day"]),
        (kind, subject, school, edition),
        said.get("title", ""),
        said.get("heading", ""),
        date.fromisoformat(said["deadline"]) if "deadline" in said else None,
        tuple(said.get("said", ())),
    )


def links_json(links: Iterable[Link]) -> list[Json]:
    """Links to later documents, as events and entries say them."""
    return [
        {"relation": one.relation, "number": one.number, "on": one.on.isoformat()} for one in links
    ]


def links_of(said: Iterable[Json]) -> tuple[Link, ...]:
    """The links that are said."""
    return tuple(
        Link(one["relation"], one["number"], date.fromisoformat(one["on"])) for one in said
    )
