"""What stands at the head of an appendix that is drawn without a template."""

from __future__ import annotations

from datetime import date

from letters_gen.documents.inflecting import given_forms, in_case
from letters_gen.model.period import Period
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.russian.cases import Case
from letters_gen.russian.dates import numeric

# What a draft has in the place of its number and of its date.
BLANK = "________"


def appendix_mark(settings: Settings, kind: DocumentType, number: str, day: date) -> str:
    """Which letter it belongs to (form: requisite 19): `Приложение к письму МКУ «…» от 18.04.2023 №
    01-16/219`; of a draft, whose number is '', with room for both.
    """
    title = in_case(kind.title, Case.DATIVE, given_forms(settings.forms)).lower()
    office = settings.office.short_name
    signed, borne = (numeric(day), number) if number else (BLANK, BLANK)
    return f"Приложение к {title} {office} от {signed} №\N{NO-BREAK SPACE}{borne}"


def appendix_title(settings: Settings, period: Period) -> str:
    """What it shows: `Результаты мониторинга использования ИКОП «Сферум» за период с 08.04.2023 по
    14.04.2023. Цунтинский район`; without what the office doesn't name.
    """
    platform, district = settings.words.get("платформа", ""), settings.office.district
    used = f" использования {platform}" if platform else ""
    where = f". {district[:1].upper()}{district[1:]}" if district else ""
    span = f"за период с {numeric(period.start)} по {numeric(period.end)}"
    return f"Результаты мониторинга{used} {span}{where}"
