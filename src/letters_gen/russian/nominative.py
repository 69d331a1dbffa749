"""Whether the name of a body stands in the nominative, as far as its first word tells."""

from __future__ import annotations

import re

# What bodies are called, without the endings of the nominative, and the endings of other cases.
_NEUTER = r"(?:министерств|агентств|правительств|ведомств|представительств)(?:а|у|ом|е)"
_SOFT = r"(?:управлени|учреждени|отделени|объединени)(?:я|ю|ем|и)"
_MALE = r"(?:департамент|комитет|отдел|институт|центр|университет|фонд|совет)(?:а|у|ом|е)"
_FEMALE = r"(?:администраци|инспекци|дирекци|комисси)(?:и|ю|ей)"
_SERVICE = r"(?:служб|палат)(?:ы|е|у|ой)"
_OBLIQUE = re.compile(f"(?:{_NEUTER}|{_SOFT}|{_MALE}|{_FEMALE}|{_SERVICE})", re.IGNORECASE)


def is_nominative(body: str) -> bool:
    """Whether `body` may stand in the nominative: «Министерства образования» doesn't."""
    words = body.split()
    return not (words and _OBLIQUE.fullmatch(words[0]))
