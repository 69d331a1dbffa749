"""A plan before the question, and what a run did, in words."""

from __future__ import annotations

from letters_gen.issuing.issue import Outcome
from letters_gen.issuing.plan import Plan
from letters_gen.russian.dates import numeric
from letters_gen.wording.figures import figure_line
from letters_gen.wording.language import gettext as _
from letters_gen.wording.sentences import argument_text


def plan_lines(plan: Plan) -> list[str]:
    """What would be issued, to whom, under which number, on which facts."""
    survey, letter, document = plan.survey, plan.letter, plan.document
    basis = letter.basis
    failing = len({finding.school.key for finding in survey.findings})
    schools = len(survey.monitoring.rows)
    return [
        _("{title} № {number} of {day}").format(
            title=letter.type.title, number=document.number, day=numeric(document.day)
        ),
        _("  to: {addressee}").format(addressee=document.addressee),
        _("  about: {heading}").format(heading=letter.type.heading),
        _("  on the ground of: {author}, № {number} of {day}").format(
            author=basis.author, number=basis.number, day=numeric(basis.date)
        ),
        _("  period: {period}").format(period=argument_text(survey.monitoring.period)),
        _("  schools: {number}, with findings: {failing}").format(number=schools, failing=failing),
        *("  " + figure_line(figure, survey.settings) for figure in survey.figures.values()),
        _("  signed by: {post} {name}").format(post=letter.signatory.post, name=letter.signatory.name),
    ]


def outcome_lines(plan: Plan, outcome: Outcome, dry_run: bool) -> list[str]:
    """What the run did and where the files are."""
    lines = []
    for document in outcome.documents:
        files = [document.path, *document.appendices]
        if document.state == "planned":
            head = _("Would be issued under {number}; no number was taken:")
        elif outcome.issued:
            head = _("Issued {number}:")
        else:
            head = _("Already issued under {number} on {day}:")
        lines.append(head.format(number=document.number, day=numeric(document.day)))
        lines += [f"  {path}" for path in files]
    lines += [_older(plan)] if plan.older and not dry_run else []
    return lines


def _older(plan: Plan) -> str:
    names = ", ".join(sheet.path.name for sheet in plan.older)
    return _("Older sheets not yet issued: {names}").format(names=names)
