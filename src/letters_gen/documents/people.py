"""People of the office whom documents name: their fields, and what is doubtful of their forms."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from letters_gen.documents.filters import CASES
from letters_gen.documents.inflecting import Inflected, shape_of_forms, signature
from letters_gen.errors import Place
from letters_gen.model.field import Field
from letters_gen.model.person import Person
from letters_gen.model.question import Question, SettingsKey
from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.declension import Declinable, person, post, sex_by_post
from letters_gen.russian.forms import Form

# Which roles a document may give to people, and what its templates call them.
ROLES = {"responsible": "ответственный", "control": "контроль", "compiler": "составитель"}
# What chooses a word by the person's sex.
_BY_SEX = "по_полу"
_SEXES: dict[str, Sex] = {"m": "m", "f": "f"}


def _sex(one: Person) -> Sex | None:
    return _SEXES.get(one.sex) or person(one.name).sex or sex_by_post(one.post)


def _forms(one: Person, word: str) -> dict[Case, str]:
    return {Case(case): text for (of, case), text in one.forms.items() if of == word}


def declinable_name(one: Person) -> Declinable:
    """The person's name, with the sex that the settings, the name or the post tells."""
    return person(one.name, _sex(one), _forms(one, "name"))


def declinable_post(one: Person) -> Declinable:
    """The person's post."""
    return post(one.post, _sex(one), _forms(one, "post"))


PERSON: tuple[Field[Person], ...] = (
    Field(
        "должность",
        "должность, в именительном падеже",
        "методист",
        lambda one: Inflected.of(declinable_post(one)),
    ),
    Field(
        "имя",
        "имя, в именительном падеже",
        "Магомедова Патимат Пайзулаевна",
        lambda one: Inflected.of(declinable_name(one)),
    ),
    Field("подпись", "имя, инициалы впереди", "П.П. Магомедова", lambda one: signature(one.name)),
    Field("телефон", "телефон", "88722-55-06-16", lambda one: one.phone),
)


def people_questions(
    people: Mapping[str, Person], named: Collection[str], file: str
) -> Iterator[Question]:
    """What isn't certain of the forms in which a document names people.

    Codes: `person-sex-unknown`, `person-name-doubtful`, `person-post-doubtful`.

    Args:
        people: by their roles.
        named: the fields that the document's templates name, with their filters:
            `ответственный.имя|винительный`.
        file: the settings' name, for the place.
    """
    asked: dict[str, Question] = {}
    for role, one in people.items():
        if not one.name:
            continue  # it isn't filled in yet
        place = Place(file=file, text=f"people.{one.key}")
        # One person may have several roles: what is asked of one answers it for all.
        asked |= {question.id: question for question in _questions(one, ROLES[role], named, place)}
    yield from asked.values()


def _questions(one: Person, role: str, named: Collection[str], place: Place) -> Iterator[Question]:
    """What isn't certain of the forms of a person whom templates call `role`."""
    names, posts = _cases(named, f"{role}.имя"), _cases(named, f"{role}.должность")
    is_by_sex = bool(names or posts) or f"{role}.имя|{_BY_SEX}" in named
    if is_by_sex and _sex(one) is None:
        kept = SettingsKey(("people", one.key, "sex"))
        told = {"word": one.name}
        yield Question("person-sex-unknown", place, one.key, ("м", "ж"), None, kept, told)
        return
    for code, what, word, cases in (
        ("person-name-doubtful", "name_forms", declinable_name(one), names),
        ("person-post-doubtful", "post_forms", declinable_post(one), posts),
    ):
        for case in cases:
            form = word.in_case(case)
            if form.is_doubtful:
                kept = SettingsKey(("people", one.key, what, case.value))
                choices, shape = _choices(form), shape_of_forms(word.text)
                told = {"word": word.text, "case": case}
                subject = f"{one.key}/{case.value}"
                yield Question(code, place, subject, choices, choices[0], kept, told, shape)


def _cases(named: Collection[str], path: str) -> list[Case]:
    """In which cases templates put a field, besides the nominative."""
    filters = sorted(name.partition("|")[2] for name in named if name.startswith(f"{path}|"))
    found = dict.fromkeys(CASES[name] for name in filters if name in CASES)
    return [case for case in found if case is not Case.NOMINATIVE]


def _choices(form: Form) -> tuple[str, ...]:
    """What a doubtful form may be, as the clerk types it."""
    return tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in form.choices)
