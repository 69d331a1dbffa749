"""What the code of a document says (form: requisite 31), and how it is read back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# No letter or digit that is taken for another: no 0 and O, no 1 and I.
TOKEN_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
TOKEN_LENGTH = 12
_GROUP = 4
_READ = re.compile(
    r"(?P<organisation>.+?),? № (?P<number>\S.*?) от (?P<day>\d\d)\.(?P<month>\d\d)\."
    rf"(?P<year>\d{{4}}),? код (?P<token>[{TOKEN_SIGNS}]{{4}}(?:-?[{TOKEN_SIGNS}]{{4}}){{2}})\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DocumentCode:
    """What stands in a document's code, readable without this program too.

    Attributes:
        organisation: the office's short name.
        token: what nobody can guess and its entry keeps: twelve of `TOKEN_SIGNS`.
    """

    organisation: str
    number: str
    day: date
    token: str

    @property
    def text(self) -> str:
        """As the code says it: `МКУ «УОМПСиТ», № 01-16/219 от 18.04.2023, код 7KQ2-M9XT-RBPA`."""
        groups = [self.token[at : at + _GROUP] for at in range(0, len(self.token), _GROUP)]
        day, token = f"{self.day:%d.%m.%Y}", "-".join(groups)
        return f"{self.organisation}, № {self.number} от {day}, код {token}"


def read_code(text: str) -> DocumentCode | None:
    """What `text` says as a document's code, typed by hand or read off it; None where it is no
    such code.
    """
    found = _READ.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    token = found["token"].replace("-", "").upper()
    return DocumentCode(found["organisation"], found["number"], day, token)
