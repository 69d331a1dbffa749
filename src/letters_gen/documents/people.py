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
# The cases that the text of an order puts them in: «назначить методиста Магомедову П.П.».
_CASES = {
    "responsible": (Case.ACCUSATIVE, Case.DATIVE),
    "control": (Case.ACCUSATIVE,),
    "compiler": (),
}
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
        named: the fields that the document's templates name.
        file: the settings' name, for the place.
    """
    for role, one in people.items():
        if not one.name:
            continue  # it isn't filled in yet
        cases = dict.fromkeys(_named_cases(ROLES[role], named))
        if f"{ROLES[role]}.имя" in named:
            cases = dict.fromkeys((*_CASES[role], *cases))
        yield from _questions(one, tuple(cases), Place(file=file, text=f"people.{one.key}"))


def _named_cases(role: str, named: Collection[str]) -> Iterator[Case]:
    """In which cases templates put the name or the post of whom a role is given to."""
    for name in sorted(named):
        path, _, used = name.partition("|")
        if path in (f"{role}.имя", f"{role}.должность") and used in CASES:
            yield CASES[used]


def _questions(one: Person, cases: Collection[Case], place: Place) -> Iterator[Question]:
    if cases and _sex(one) is None:
        kept = SettingsKey(("people", one.key, "sex"))
        told = {"word": one.name}
        yield Question("person-sex-unknown", place, one.key, ("м", "ж"), None, kept, told)
        return
    for case in cases:
        for code, what, word in (
            ("person-name-doubtful", "name_forms", declinable_name(one)),
            ("person-post-doubtful", "post_forms", declinable_post(one)),
        ):
            form = word.in_case(case)
            if form.is_doubtful:
                kept = SettingsKey(("people", one.key, what, case.value))
                choices, shape = _choices(form), shape_of_forms(word.text)
                told = {"word": word.text, "case": case}
                subject = f"{one.key}/{case.value}"
                yield Question(code, place, subject, choices, choices[0], kept, told, shape)


def _choices(form: Form) -> tuple[str, ...]:
    """What a doubtful form may be, as the clerk types it."""
    return tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in form.choices)
