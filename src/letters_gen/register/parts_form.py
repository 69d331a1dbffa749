"""What entries are made of, as JSON, and back: events and rows say it alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from letters_gen.model.answer import Answer
from letters_gen.model.entry import Acquaintance, Delivery, IssuedFile, Mailing, Recognition
from letters_gen.register.chain import Json


def files_json(files: Iterable[IssuedFile]) -> list[Json]:
    """Files, as events and entries say them."""
    return [_file_json(file) for file in files]


def _file_json(file: IssuedFile) -> Json:
    """A file; only a PDF that the program had made says more than where it lies and what it is."""
    said: Json = {
        "role": file.role,
        "path": file.path,
        "sha256": file.sha256,
        "size": file.size,
    }
    return said | {"pages": file.pages, "made_by": file.made_by} if file.pages else said


def files_of(said: Iterable[Json]) -> tuple[IssuedFile, ...]:
    """The files that are said."""
    return tuple(IssuedFile(**file) for file in said)


def deliveries_json(deliveries: Iterable[Delivery]) -> list[Json]:
    """Deliveries, as events and entries say them."""
    return [{**vars(one), "on": one.on.isoformat()} for one in deliveries]


def deliveries_of(said: Iterable[Json]) -> tuple[Delivery, ...]:
    """The deliveries that are said."""
    return tuple(Delivery(**{**one, "on": date.fromisoformat(one["on"])}) for one in said)


def mailing_json(mailing: Mailing) -> Json:
    """A message of unknown fate, as events and entries say it."""
    return {**vars(mailing), "on": mailing.on.isoformat()}


def mailings_json(mailings: Iterable[Mailing]) -> list[Json]:
    """Messages of unknown fate, as entries say them."""
    return [mailing_json(one) for one in mailings]


def mailing_of(said: Json) -> Mailing:
    """The message that is said."""
    return Mailing(**{**said, "on": date.fromisoformat(said["on"])})


def people_json(people: Iterable[Acquaintance]) -> list[Json]:
    """Who has been acquainted, as events and entries say it."""
    return [_on_a_day(one, ("name",), ("way", "refused")) for one in people]


def people_of(said: Iterable[Json]) -> tuple[Acquaintance, ...]:
    """Who has been acquainted, as it is said."""
    return tuple(Acquaintance(**{**one, "on": date.fromisoformat(one["on"])}) for one in said)


def answers_json(answers: Iterable[Answer]) -> list[Json]:
    """Answers, as events and entries say them."""
    return [_on_a_day(one, ("sender", "way"), ("incoming", "note")) for one in answers]


def answers_of(said: Iterable[Json]) -> tuple[Answer, ...]:
    """The answers that are said."""
    return tuple(Answer(**{**one, "on": date.fromisoformat(one["on"])}) for one in said)


def _on_a_day(one: Acquaintance | Answer, said: tuple[str, ...], known: tuple[str, ...]) -> Json:
    """What happened on a day: of what is `known` of it, no more than there is."""
    told: Json = {name: getattr(one, name) for name in said}
    told |= {name: text for name in known if (text := getattr(one, name))}
    return told | {"on": one.on.isoformat()}


def recognitions_json(said: Iterable[Recognition]) -> list[Json]:
    """Which documents an entry was said to be, or not to be, as events and entries say it."""
    return [dict(vars(one)) for one in said]


def recognitions_of(said: Iterable[Json]) -> tuple[Recognition, ...]:
    """Which documents it is said to be, or not to be."""
    return tuple(Recognition(**one) for one in said)
