"""The questions that a sheet leaves open, and those that were answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from letters_gen.model.question import Answers, Question


@dataclass
class Inquiry:
    """Takes the questions of one reading.

    Attributes:
        answers: what was answered: by the sheet's sidecar, and meanwhile.
        given: what the command line answers; it is to be kept like any answer.
    """

    answers: Answers = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    _unanswered: dict[str, Question] = field(default_factory=dict)

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """The questions that nobody has answered, in the order in which they were put."""
        return tuple(self._unanswered.values())

    @property
    def is_stuck(self) -> bool:
        """Whether one of them must be answered before anything is issued."""
        return any(question.is_open for question in self._unanswered.values())

    def answer(self, question: Question) -> str | None:
        """The answer to `question`, else what it assumes; None where there is neither: then it is
        open.
        """
        given = self.answers.get(question.id)
        if given is not None and question.accepts(given):
            return given
        return self.leave_open(question)

    def leave_open(self, question: Question) -> str | None:
        """Take `question` as unanswered, whatever was answered earlier; what it assumes."""
        self._unanswered[question.id] = question
        return question.assumed
