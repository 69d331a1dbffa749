"""A journal that is to be taken over, in words: what was read, and what becomes of it."""

from __future__ import annotations

from collections import Counter

from letters_gen.facts.paper_journal import Line
from letters_gen.model.oddity import Oddity
from letters_gen.records.journal_import import Intake
from letters_gen.russian.dates import numeric
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import ngettext
from letters_gen.wording.sentences import told_oddity


def intake_lines(intake: Intake) -> list[str]:
    """The columns that were read and those that weren't, the first and the last line, what becomes
    of the lines, and the number that comes next.
    """
    paper = intake.paper
    lines = [_("Columns read: {titles}").format(titles=", ".join(paper.columns))]
    if paper.unknown:
        told = _("Columns not known, left out: {titles}")
        lines.append(told.format(titles=", ".join(paper.unknown)))
    lines.append(_("The first line: {line}").format(line=_line(paper.lines[0])))
    lines.append(_("The last line: {line}").format(line=_line(paper.lines[-1])))
    for closing in paper.closing:
        lines.append(_("Not a document, passed by: {line}").format(line=closing))
    lines.append(_("To be taken over: {counts}").format(counts=_counts(intake)))
    return [*lines, _("The next number will be {number}").format(number=intake.next)]


def _line(line: Line) -> str:
    said = line.said
    told = [f"№ {line.written}", numeric(line.day), said.get("addressee"), said.get("heading")]
    return ", ".join(part for part in told if part)


def _counts(intake: Intake) -> str:
    restored = sum(line.is_restoring for line in intake.new)
    doubled = Counter(line.twin > 0 for line in intake.new)[True]
    known = (
        (_("new lines: {number}"), len(intake.new) - restored),
        (_("documents of this register, brought back: {number}"), restored),
        (_("of them numbers that stand twice: {number}"), doubled),
        (_("taken over before: {number}"), intake.known),
    )
    told = [text.format(number=number) for text, number in known if number]
    return "; ".join(told)


def doubt_question(doubtful: Oddity) -> str:
    """What is asked about a line that is rather a misprint."""
    told = told_oddity(doubtful)
    return _("{where}: {text} Is that right?").format(where=told.where, text=told.text)


def intake_question(intake: Intake) -> str:
    """What is asked before the lines are taken over."""
    told = ngettext("Take over {number} line?", "Take over {number} lines?", len(intake.new))
    return told.format(number=len(intake.new))
