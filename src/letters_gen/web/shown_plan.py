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
from letters_gen.wording.entries import prior_line
from letters_gen.wording.figures import figure_line
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked, ngettext, spoken
from letters_gen.wording.plans import basis_words, bound_priors, changes_told, former_told, passage
from letters_gen.wording.sentences import argument_text

_DONE = {
    Act.ISSUE: "",
    Act.FINISH: marked("begun earlier, to be finished"),
    Act.REVISE: marked("begun earlier, to be finished with today's data"),
    Act.CORRECT: marked("to be corrected under its own number"),
    Act.RENEW: marked("issued anew under the next number"),
    Act.WITHDRAW: marked("no longer due: to be annulled"),
    Act.SPARE: marked("stays as it is: sent, signed or edited by hand"),
    Act.KEEP: marked("issued already"),
    Act.LEAVE: marked("annulled"),
    Act.AWAIT: marked("begun in another folder"),
}
_OFFERED = (Act.ISSUE, Act.CORRECT, Act.RENEW)
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
        lines: what becomes of the document in whose place it is, and what it says otherwise.
        is_offered: whether it may be left out; `is_drafted`: whether it can be read as it would be.
    """

    position: int
    number: str
    school: str
    name: str
    addressee: str
    state: str
    lines: Sequence[str]
    is_offered: bool
    is_drafted: bool


def summary(plan: Plan, given: Given, wish: Wish) -> list[Row]:
    """What all of its documents have alike, and the way to change it."""
    batch, matter = plan.batch, plan.batch.matter
    here = {"sheet": given.key, "kind": plan.type.key, **wish.parameters}
    change = url_for("ask_change", **here) if plan.takes_numbers else ""
    about = url_for("ask_about", **here) if plan.type.schools != "overdue" else ""
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
        told = passage(words or basis_words(matter.basis, batch.settings))
        where = _basis_address(plan, given) or about
        rows.append(Row(_("Ground"), [told], where, _("the covering letter")))
    rows += _about_rows(plan, about)
    if wish.remake:
        rows.append(Row(_("Why anew"), [wish.remake.because], url_for("ask_remake", **here)))
    return [*rows, *_week_rows(plan)]


def _basis_address(plan: Plan, given: Given) -> str:
    """Where the covering letter of a sheet is told, '' where there is no sheet."""
    if not given.file:
        return ""
    return url_for("basis", sheet=given.key, after=plan.type.key)


def _about_rows(plan: Plan, change: str) -> Iterator[Row]:
    """What its documents are about, whom they go to, and what they do to earlier ones."""
    kind = plan.batch.type
    yield Row(_("About"), [kind.heading], change, _("what it is about"))
    if not kind.each and kind.addressee:
        yield Row(_("To"), [kind.addressee], change, _("whom it is addressed to"))
    for prior in bound_priors(plan):
        yield Row(_("Earlier documents"), [prior_line(prior).strip()])


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
    former = former_told(decision)
    lines = [line.strip() for line in changes_told(plan, decision, every=True)]
    return Shown(
        position,
        document.number,
        school.key if school else "",
        school.short_name if school else plan.type.title,
        document.addressee,
        _(_DONE.get(decision.act, "")),
        [former, *lines] if former else lines,
        is_offered=bool(school) and decision.act in _OFFERED,
        is_drafted=decision.letter is not None,
    )


def button_text(plan: Plan) -> str:
    """What the button does; '' where there is nothing to do."""
    written = [decision.act for decision in plan.decisions if decision.is_written]
    if not written:
        return _annulling_text(plan)
    numbers = numbers_of(plan)
    if set(written) == {Act.CORRECT}:
        return _("Correct: {title} № {numbers}").format(title=plan.type.title, numbers=numbers)
    return _issuing_text(plan, len(written), numbers)


def _annulling_text(plan: Plan) -> str:
    gone = len(plan.annulled)
    told = ngettext("Annul {number} document", "Annul {number} documents", gone)
    return told.format(number=gone) if gone else ""


def _issuing_text(plan: Plan, written: int, numbers: str) -> str:
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
