"""The questions that a sheet leaves open, and those that were answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from letters_gen.model.question import Answers, Question


@dataclass
class Inquiry:
    """Takes the questions of one reading; `open` grows by those that nobody has answered.

    Attributes:
        answers: what was answered: by the sheet's sidecar, and meanwhile.
        given: what the command line answers; it is to be kept like any answer.
    """

    answers: Answers = field(default_factory=dict)
    open: list[Question] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)

    def answer(self, question: Question) -> str | None:
        """The answer to `question`; None where there is none that can be one: then it is open."""
        given = self.answers.get(question.id)
        if given is not None and question.accepts(given):
            return given
        self.open.append(question)
        return None
