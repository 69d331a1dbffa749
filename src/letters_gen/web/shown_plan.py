"""A plan in words: a summary with what can be changed, its documents, the button that says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from letters_gen.issuing.agreement import numbers_of
from letters_gen.issuing.decisions import Act, Decision
from letters_gen.issuing.plan import Plan
from letters_gen.making.basis_in_text import basis_in_text
from letters_gen.russian.dates import numeric
from letters_gen.russian.titles import counted_title
from letters_gen.web.given import Given, Wish
from letters_gen.wording.figures import figure_line
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked, ngettext, spoken
from letters_gen.wording.plans import basis_words
from letters_gen.wording.sentences import argument_text

_DONE = {
    Act.ISSUE: "",
    Act.FINISH: marked("begun earlier, to be finished"),
    Act.REVISE: marked("begun earlier, to be finished with today's data"),
    Act.KEEP: marked("issued already"),
    Act.LEAVE: marked("annulled"),
    Act.AWAIT: marked("begun in another folder"),
}
_MOVED = {
    "day": marked("The date has changed."),
    "templates": marked("A template was saved meanwhile."),
    "sheet": marked("The sheet, or what was answered about it, has changed."),
    "basis": marked("The covering letter has changed."),
    "people": marked("Who signs or is named has changed."),
    "settings": marked("The settings in letters.toml have changed."),
    "documents": marked("The documents themselves have changed: their addressees or findings."),
}


@dataclass(frozen=True)
class Row:
    """A line of the summary.

    Attributes:
        change: where it can be changed, '' for nowhere; `of`: what is changed there.
    """

    name: str
    lines: Sequence[str]
    change: str = ""
    of: str = ""


@dataclass(frozen=True)
class Shown:
    """A document of the plan.

    Attributes:
        position: its place in the plan, by which its page is found.
        school: the key of its school, '' for a document that is for no one school.
        state: what is done with it where that isn't plainly to issue it.
        is_chosen: whether it is issued now, where it could be left out.
    """

    position: int
    number: str
    school: str
    name: str
    addressee: str
    state: str
    is_chosen: bool = True


def summary(plan: Plan, given: Given, wish: Wish) -> list[Row]:
    """What all of its documents have alike, and the way to change it."""
    batch, matter = plan.batch, plan.batch.matter
    here = {"sheet": given.key, "kind": plan.type.key, **wish.parameters}
    change = url_for("ask_change", **here) if plan.takes_numbers else ""
    rows = [
        Row(_("Number") if not plan.type.each else _("Numbers"), [numbers_of(plan) or "–"]),
        Row(_("Date of signing"), [numeric(plan.day)], change, _("the date of signing")),
        Row(
            _("Signed by"),
            [f"{batch.signatory.post} {batch.signatory.name}"],
            f"{change}#signatory" if change else "",
            _("who signs"),
        ),
    ]
    if matter.basis:
        words = basis_in_text(plan.workspace, batch.settings, batch.type, matter.basis)
        rows.append(
            Row(
                _("Ground"),
                [f"«… {words or basis_words(matter.basis, batch.settings)} …»"],
                url_for("basis", sheet=given.key, after=plan.type.key),
                _("the covering letter"),
            )
        )
    rows.append(Row(_("About"), [batch.type.heading]))
    if not plan.type.each and batch.type.addressee:
        rows.append(Row(_("To"), [batch.type.addressee]))
    return [*rows, *_week_rows(plan)]


def _week_rows(plan: Plan) -> Iterator[Row]:
    week = plan.batch.matter.week
    if week is None:
        return
    failing = len({finding.school.key for finding in week.findings})
    told = _("{number}, with findings: {failing}")
    yield Row(_("Week"), [argument_text(week.monitoring.period)])
    yield Row(_("Schools"), [told.format(number=len(week.monitoring.rows), failing=failing)])
    lines = [figure_line(one, plan.batch.settings, week.past) for one in week.figures.values()]
    if lines:
        yield Row(_("Figures"), lines)
    until = plan.batch.deadline(plan.day)
    if until and plan.takes_numbers:
        yield Row(_("Deadline"), [numeric(until)])


def shown_documents(plan: Plan) -> list[Shown]:
    """Its documents, in the plan's order."""
    return [
        _shown(plan, position, decision, number)
        for position, (decision, number) in enumerate(plan.numbered())
    ]


def _shown(plan: Plan, position: int, decision: Decision, number: str) -> Shown:
    document = plan.document(decision, number)
    school = decision.letter.school if decision.letter else None
    return Shown(
        position,
        document.number,
        school.key if school else "",
        school.short_name if school else plan.type.title,
        document.addressee,
        _(_DONE.get(decision.act, "")),
    )


def button_text(plan: Plan) -> str:
    """What the button does; '' where there is nothing to do."""
    written = sum(decision.is_written for decision in plan.decisions)
    numbers = numbers_of(plan)
    if not written:
        return ""
    if written == 1 and not plan.type.each:
        return _("Issue: {title} № {number}").format(title=plan.type.title, number=numbers)
    what = counted_title(plan.type.title, written) if spoken() == "ru" else ""
    if what:
        return _("Issue {what}, № {numbers}").format(what=what, numbers=numbers)
    told = ngettext(
        "Issue {number} document, № {numbers}", "Issue {number} documents, № {numbers}", written
    )
    return told.format(number=written, numbers=numbers)


def moved_lines(shown: Mapping[str, str], parts: Sequence[str], plan: Plan) -> list[str]:
    """What has changed since the plan was shown, in words."""
    lines = []
    if "numbers" in parts:
        told = _("The numbers have changed: {before} was shown, now it is {now}.")
        before, now = shown.get("numbers") or "–", numbers_of(plan) or "–"
        lines.append(told.format(before=before, now=now))
    return [*lines, *(_(_MOVED[part]) for part in parts if part in _MOVED)]
