"""A plan before the question, and what a run did, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from letters_gen.documents.inflecting import given_forms, in_case
from letters_gen.documents.statement_changes import all_differences
from letters_gen.issuing.decisions import Act, Decision, titles_of
from letters_gen.issuing.issue import Outcome
from letters_gen.issuing.plan import Plan, counted
from letters_gen.making.basis_in_text import basis_in_text
from letters_gen.making.document import Document
from letters_gen.model.basis import Basis
from letters_gen.model.matter import JudgedWeek
from letters_gen.model.prior import BINDING, Prior
from letters_gen.model.settings import Settings
from letters_gen.model.statement import Statement
from letters_gen.russian.cases import Case
from letters_gen.russian.dates import numeric
from letters_gen.wording.entries import prior_line
from letters_gen.wording.figures import figure_line
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked, ngettext
from letters_gen.wording.sentences import argument_text, change_text

_MOST_LISTED = 50
_MOST_WRITTEN = 10
_MOST_CHANGES = 5


def plan_lines(plan: Plan, every: bool = False) -> list[str]:
    """What would be issued, to whom, under which numbers, on which facts.

    Args:
        every: whether each document is listed, however many they are.
    """
    batch, matter = plan.batch, plan.batch.matter
    lines = [*_what(plan, every), _("  about: {heading}").format(heading=batch.type.heading)]
    if matter.basis:
        lines += _basis_lines(plan, matter.basis)
    if matter.week:
        lines += _week_lines(matter.week, batch.settings)
    elif matter.subject and matter.subject != batch.type.heading:
        lines.append(_("  subject: {subject}").format(subject=matter.subject))
    until = _deadline(plan)
    if until and any(decision.is_written for decision in plan.decisions):
        lines.append(_("  deadline: {day}").format(day=numeric(until)))
    lines += [prior_line(prior) for prior in bound_priors(plan)]
    signatory = batch.signatory
    told = _("  signed by: {post} {name}")
    return [*lines, told.format(post=signatory.post, name=signatory.name)]


def _basis_lines(plan: Plan, basis: Basis) -> Iterator[str]:
    told = _("  on the ground of: {author}, № {number} of {day}")
    yield told.format(author=basis.author, number=basis.number, day=numeric(basis.date))
    words = basis_in_text(plan.workspace, plan.batch.settings, plan.type, basis)
    if words:
        yield _("  in the text: {words}").format(words=passage(words))
    if basis.due:
        yield _("  the ministry's deadline: {day}").format(day=numeric(basis.due))


def basis_words(basis: Basis, settings: Settings) -> str:
    """The basis as documents may name it: «письмом Министерства … от 17.04.2023 № 06-5649»."""
    author = in_case(basis.author, Case.GENITIVE, given_forms(settings.forms))
    return f"письмом {author} от {numeric(basis.date)} № {basis.number}"


def passage(words: str) -> str:
    """Words out of a text as it is quoted: «… письмом Министерства …»; nothing stands before those
    that begin a sentence.
    """
    return f"«{words} …»" if words[:1].isupper() else f"«… {words} …»"


def _deadline(plan: Plan) -> date | None:
    """By when the documents want things done: as those that were begun earlier say it already."""
    begun = [one.standing for one in plan.decisions if one.standing and one.act is Act.FINISH]
    if begun and not plan.takes_numbers:
        return begun[0].own.deadline
    return plan.batch.deadline(plan.day)


def bound_priors(plan: Plan) -> tuple[Prior, ...]:
    """The earlier documents that one paper ends or changes."""
    first = next(iter(plan.wanted), None)
    told = first.priors if first and len(plan.wanted) == 1 else ()
    return tuple(prior for prior in told if prior.relation in BINDING)


def _week_lines(week: JudgedWeek, settings: Settings) -> list[str]:
    failing = len({finding.school.key for finding in week.findings})
    schools = len(week.monitoring.rows)
    told = _("  schools: {number}, with findings: {failing}")
    return [
        _("  period: {period}").format(period=argument_text(week.monitoring.period)),
        told.format(number=schools, failing=failing),
        *("  " + figure_line(figure, settings, week.past) for figure in week.figures.values()),
    ]


def _what(plan: Plan, every: bool) -> list[str]:
    if not plan.type.each and len(plan.decisions) == 1 and not (plan.annulled or plan.replaced):
        [document] = plan.documents()
        head = _("{title} № {number} of {day}").format(
            title=plan.type.title, number=document.number, day=numeric(document.day)
        )
        addressee = document.addressee
        to = [_("  to: {addressee}").format(addressee=addressee)] if addressee else []
        return [head, *to, *changes_told(plan, plan.decisions[0], every)]
    acts = {
        _("new: {number}"): counted(plan, Act.ISSUE),
        _("begun earlier, to be finished: {number}"): counted(
            plan, Act.FINISH, Act.REVISE, Act.AWAIT
        ),
        _("to be corrected: {number}"): counted(plan, Act.CORRECT),
        _("new editions: {number}"): counted(plan, Act.RENEW),
        _("to be annulled: {number}"): counted(plan, Act.WITHDRAW),
        _("issued already: {number}"): counted(plan, Act.KEEP, Act.LEAVE),
    }
    counts = [text.format(number=number) for text, number in acts.items() if number]
    told = "; ".join(counts) if counts else _("nothing to issue")
    return [f"{plan.type.title}: {told}", *_numbered(plan, every)]


def _numbered(plan: Plan, every: bool) -> list[str]:
    """The documents that would be written or annulled: by name at most fifty, or every one."""
    due = []
    for one, number in plan.numbered():
        if one.is_written or one.act is Act.WITHDRAW:
            due.append((one, number))
    most = len(due) if every else _MOST_LISTED
    lines = []
    for one, number in due[:most]:
        lines += [_planned_line(plan, one, number), *changes_told(plan, one, every)]
    if len(due) > most:
        _decision, last = due[-1]
        rest = len(due) - most
        lines.append(_("  … and {rest} more, the last № {number}").format(rest=rest, number=last))
    return lines


def changes_told(plan: Plan, decision: Decision, every: bool) -> list[str]:
    """What a document that is made anew will say otherwise: before → now; of many things the first
    ones.
    """
    entry = decision.standing
    if entry is None or decision.letter is None or decision.act not in (Act.CORRECT, Act.RENEW):
        return []
    if entry.is_unknown or entry.is_annulled:
        return []
    draft = decision.draft(plan.request.signed_on)
    now = Statement(plan.shared, draft.own, draft.addressee)
    found = list(all_differences(entry.statement, now, titles_of(plan.ground.settings)))
    most = len(found) if every else _MOST_CHANGES
    lines = [f"      {change_text(one)}" for one in found[:most]]
    if len(found) > most:
        told = _("      … and {number} more; --all lists them")
        lines.append(told.format(number=len(found) - most))
    return lines


def _planned_line(plan: Plan, decision: Decision, number: str) -> str:
    document = plan.document(decision, number)
    line = f"  № {document.number} — {document.addressee}"
    if decision.act is Act.WITHDRAW:
        return line + _(": is annulled")
    gone = former_told(decision)
    return f"{line}; {gone}" if gone else line


def former_told(decision: Decision) -> str:
    """What becomes of the document in whose place another is issued; '' where there is none."""
    if decision.replaces:
        return _("№ {number}, sent, is replaced").format(number=decision.replaces.number)
    if decision.annuls:
        return _("№ {number}, not sent, is annulled").format(number=decision.annuls.number)
    return ""


def question(plan: Plan) -> str:
    """What is asked before numbers are taken, or any is annulled."""
    told = gone_told(plan)
    asked = _number_question(plan) if plan.takes_numbers or not told else _("Go on?")
    return " ".join(filter(None, (told, asked)))


def gone_told(plan: Plan) -> str:
    """How many documents hold no more after it; '' for none."""
    gone, replaced = len(plan.annulled), len(plan.replaced)
    told = []
    if gone:
        text = ngettext("{count} document is annulled.", "{count} documents are annulled.", gone)
        told.append(text.format(count=gone))
    if replaced:
        text = ngettext(
            "{count} sent document is replaced.", "{count} sent documents are replaced.", replaced
        )
        told.append(text.format(count=replaced))
    return " ".join(told)


def _number_question(plan: Plan) -> str:
    taken = [number for one, number in plan.numbered() if one.takes_number]
    if len(taken) == 1:
        return _("Take the number {number} and issue?").format(number=taken[0])
    if taken:
        told = ngettext(
            "Take {count} number, {first} to {last}, and issue?",
            "Take {count} numbers, {first} to {last}, and issue?",
            len(taken),
        )
        return told.format(count=len(taken), first=taken[0], last=taken[-1])
    return _("Issue under the numbers taken already?")


def outcome_lines(plan: Plan, outcome: Outcome, dry_run: bool) -> list[str]:
    """What the run did and where the files are; of a run that did something, that alone."""
    lines = _written(outcome)
    if outcome.issued and outcome.already_issued:
        lines.append(_("Issued earlier: {number}").format(number=outcome.already_issued))
    if not outcome.total:
        lines.append(_nothing(plan))
    elif plan.request.remake and plan.is_done:
        lines.append(_("There is nothing to make anew: all of it would come out as it stands."))
    if plan.older and not dry_run:
        lines.append(_older(plan))
    return lines


def _written(outcome: Outcome) -> list[str]:
    """The documents of a run with their files, at most ten of them; where none is new those that
    were issued before.
    """
    told = (document for document in outcome.documents() if document.is_new or not outcome.issued)
    lines: list[str] = []
    for document in islice(told, _MOST_WRITTEN):
        lines += _document_lines(document)
    number = outcome.issued or outcome.total
    if number > _MOST_WRITTEN:
        lines.append(_("… and {rest} more").format(rest=number - _MOST_WRITTEN))
    return lines


# Why there is nothing to issue, by whom a type is about.
_NOTHING = {
    "finding": marked("There is nothing to issue: no school falls short."),
    "overdue": marked("There is nothing to issue: no answer is late that hasn't been reminded of."),
    "met": marked("There is nothing to issue: no school meets all indicators."),
}


def _nothing(plan: Plan) -> str:
    about = "finding" if plan.type.needs_findings else plan.type.schools
    if not (plan.request.only or plan.request.leaving_out) and about in _NOTHING:
        return _(_NOTHING[about])
    if about == "finding":
        return _("There is nothing to issue: none of these schools falls short.")
    return _("There is nothing to issue: no school fits.")


def _document_lines(document: Document) -> Sequence[str]:
    if document.state == "planned":
        head = _("Would be issued under {number}; no number was taken:")
    elif document.state == "annulled":
        head = _("Annulled: {number} of {day}:")
    elif document.is_new:
        head = _("Issued {number}:")
    else:
        head = _("Already issued under {number} on {day}:")
    told = head.format(number=document.number, day=numeric(document.day))
    return [told, *(f"  {path}" for path in _paths(document))]


def _paths(document: Document) -> list[str]:
    files = (document.path, *document.appendices, *document.enclosures)
    return [path for path in files if path]


def _older(plan: Plan) -> str:
    names = ", ".join(sheet.path.name for sheet in plan.older)
    return _("Older sheets not yet issued: {names}").format(names=names)
