"""What isn't certain about a run itself, before it takes numbers; where nothing is assumed, `--yes`
stops at it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from letters_gen.documents.batch import Batch
from letters_gen.errors import Place
from letters_gen.issuing.ground import Ground
from letters_gen.issuing.request import Request
from letters_gen.model.basis import Basis
from letters_gen.model.period import Period
from letters_gen.model.question import Question, SheetAnswer, ThisRun
from letters_gen.model.settings import Settings
from letters_gen.model.statement import SharedStatement
from letters_gen.register.book import Register
from letters_gen.register.chronology import is_far_year

ISSUE = "выпустить"
# Of how many weeks nearest to this one the sheets are compared.
_NEAREST = 12
# So many years before a document most of what it relies on was written.
_OLDEST_BASIS = 5


def week_questions(
    ground: Ground, batch: Batch, shared: SharedStatement, register: Register
) -> Iterator[Question]:
    """Whether a week is meant whose sheet was issued as another week's, or that overlaps one which
    is issued; nothing of a week that documents were issued about.
    """
    week = batch.matter.week
    if week is None or ground.survey is None:
        return
    period = week.monitoring.period
    known = _issued_periods(ground.settings, register)
    if period in known:
        return
    overlapping = [one for one in known if one.start <= period.end and period.start <= one.end]
    if overlapping:
        yield _question("period-overlaps", period, overlapping, ground)
        return
    nearest = sorted(known, key=lambda one: abs((one.end - period.end).days))[:_NEAREST]
    same = _of_the_same_sheet(nearest, ground.settings, shared, register)
    if same:
        yield _question("sheet-issued", period, same, ground)


def text_questions(ground: Ground, batch: Batch) -> Iterator[Question]:
    """Whether the letter to all is meant in a week without findings: its text was written for weeks
    that have some («показывают крайне низкий уровень использования»).
    """
    kind, week = batch.type, batch.matter.week
    is_weekly = kind.form == "letter" and kind.every == "week" and not kind.each
    if not is_weekly or week is None or week.findings:
        return
    told = {"template": kind.template}
    place, subject = Place(file=ground.file), f"{kind.key}/{week.monitoring.period.subject}"
    kept = SheetAnswer()
    yield Question("week-without-findings", place, subject, (ISSUE,), ISSUE, kept, told)


def addressee_questions(batch: Batch, request: Request) -> Iterator[Question]:
    """Whether a letter that a person types goes to whom its type names, where nobody was named for
    this one.
    """
    kind = batch.type
    if kind.typed and kind.addressee and not (request.addressee.strip() or request.names_priors):
        told = {"addressee": kind.addressee}
        yield Question(
            "addressee-assumed", Place(), kind.addressee, (ISSUE,), ISSUE, ThisRun(), told
        )


def day_questions(batch: Batch, request: Request, register: Register) -> Iterator[Question]:
    """Whether the day of signing is meant, of a year for which nothing else speaks."""
    signed_on, today = request.signed_on, request.today
    week, basis = batch.matter.week, batch.matter.basis
    speaking = {today.year}
    if week:
        speaking.add(week.monitoring.period.end.year)
    if basis and not _is_far(basis, signed_on):
        speaking.add(basis.date.year)
    if is_far_year(register, batch.settings.series.values(), signed_on.year, speaking):
        day = f"{signed_on:%d.%m.%Y}"
        told = {"day": signed_on}
        yield Question("date-far", Place(), day, (ISSUE,), None, ThisRun(), told)


def basis_questions(batch: Batch, request: Request) -> Iterator[Question]:
    """Whether the day of the covering letter is meant, of a year far from that of signing."""
    basis = batch.matter.basis
    if basis and _is_far(basis, request.signed_on):
        day = f"{basis.date:%d.%m.%Y}"
        told = {"day": basis.date}
        yield Question("basis-far", Place(), day, (ISSUE,), ISSUE, ThisRun(), told)


def _is_far(basis: Basis, signed_on: date) -> bool:
    return not -1 <= signed_on.year - basis.date.year <= _OLDEST_BASIS


def _issued_periods(settings: Settings, register: Register) -> list[Period]:
    """The weeks about which documents of any type are issued."""
    found: dict[Period, None] = {}
    for kind in settings.types.values():
        for subject in sorted(register.issued_subjects(kind.key)) if kind.sheet else ():
            period = Period.named(subject)
            if period:
                found[period] = None
    return list(found)


def _of_the_same_sheet(
    periods: Collection[Period], settings: Settings, shared: SharedStatement, register: Register
) -> list[Period]:
    """Those of `periods` whose documents were issued by the very sheet that these rest on."""
    own = shared.sheet.sha256 if shared.sheet else ""
    subjects = {period.subject: period for period in periods}
    found: dict[Period, None] = {}
    for kind in settings.types.values():
        if kind.sheet:
            hashes = register.sheet_hashes(kind.key, list(subjects))
            found |= {subjects[one]: None for one, digest in hashes.items() if digest == own}
    return list(found)


def _question(code: str, period: Period, others: list[Period], ground: Ground) -> Question:
    """A question whose answer is true of this sheet and this week."""
    told = {"period": period, "others": others}
    place = Place(file=ground.file)
    return Question(code, place, period.subject, (ISSUE,), None, SheetAnswer(), told)
