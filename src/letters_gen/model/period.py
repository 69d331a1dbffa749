"""The days that a monitoring covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True)
class Period:
    """The days from `start` to `end`, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period ends before it starts: {self.start} > {self.end}")

    @property
    def subject(self) -> str:
        """The period as the register's key names it: `2023-04-08/2023-04-14` (ISO 8601
        interval).
        """
        return f"{self.start.isoformat()}/{self.end.isoformat()}"

    @classmethod
    def of_subject(cls, subject: str) -> Period:
        """The period that `subject` named; raises ValueError for any other text."""
        start, _, end = subject.partition("/")
        return cls(date.fromisoformat(start), date.fromisoformat(end))

    @classmethod
    def named(cls, subject: str) -> Period | None:
        """The period that `subject` names, None where it is any other text."""
        try:
            return cls.of_subject(subject)
        except ValueError:
            return None

    def follows(self, other: Period) -> bool:
        """Whether this period begins on the day after `other` ends."""
        return self.start == other.end + timedelta(days=1)
