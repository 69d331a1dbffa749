"""The head of a school, as documents address them, and what is doubtful about it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from letters_gen.documents.filters import CASES
from letters_gen.documents.inflecting import shape_of_forms
from letters_gen.errors import Place
from letters_gen.model.question import DirectoryCell, Question
from letters_gen.model.school import School
from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.declension import Declinable, person, post, sex_by_post
from letters_gen.russian.full_names import parsed_name
from letters_gen.russian.name_text import without_strange_signs

_WORD = r"[А-ЯЁӀ][а-яёӀ]+(?:-[А-ЯЁа-яё][а-яё]*)*"
_INITIAL = r"[А-ЯЁ][а-яё]?(?:\.|-(?=[А-ЯЁ]))"
# A name as people write it: words with a capital, Turkic tails, initials in front or behind.
_NAME = re.compile(
    rf"(?:{_INITIAL}[ -]?){{0,3}}{_WORD}(?: {_WORD}| (?:оглы|оглу|кызы|гызы|уулу))*(?: "
    rf"?(?:{_INITIAL}[ -]?){{1,3}})?"
)
HeadCases = tuple[tuple[str, Case], ...]
"""Words of a head (`head`, `post`), each with a case that a document puts it in."""
_ADDRESSED: HeadCases = (("head", Case.DATIVE), ("post", Case.DATIVE))
_IN_DATIVE = {"head": "head-form-doubtful", "post": "post-form-doubtful"}
_IN_OTHERS = {"head": "head-case-doubtful", "post": "post-case-doubtful"}
_FIELDS = {"школа.руководитель": "head", "школа.должность": "post"}
_SIGNS = {
    "latin-letters": "head-name-latin-letters",
    "invisible-signs": "head-name-invisible-signs",
    "other-hyphens": "head-name-other-hyphens",
}
_KIND_OF_SCHOOL = re.compile(
    r"\s+(?:(?:средней|основной|начальной|общеобразовательн\w+|образовательн\w+|дошкольн\w+)\s+)*"
    r"(?:школы(?:-интерната)?|гимназии|лицея|интерната|детского\s+сада|сада|учреждения"
    r"|организации|ОО|ОУ|СОШ|ООШ|НОШ|ДОУ|МКОУ|МБОУ)$"
)
SEXES: dict[Sex, str] = {"m": "м", "f": "ж"}
_DIRECTORY_SEXES: dict[str, Sex] = {"m": "m", "f": "f"}


@dataclass(frozen=True)
class Head:
    """A head's name and post, each None where the directory hasn't it."""

    name: Declinable | None
    post: Declinable | None


def head_of(school: School) -> Head:
    """The head of `school`: the sex as the directory gives it, else as the name, else as the post
    tells it.
    """
    sex = _DIRECTORY_SEXES.get(school.sex)
    sex = sex or parsed_name(school.head).sex or sex_by_post(school.post)
    name = head_post = None
    if school.head:
        # Signs that only look right are asked about; the letter is written without them.
        cleaned, _ = without_strange_signs(school.head)
        name = person(cleaned, sex, _forms(school, "head"))
    if school.post:
        head_post = post(school.post, sex, _forms(school, "post"))
    return Head(name, head_post)


def _forms(school: School, word: str) -> dict[Case, str]:
    """The forms of the name (`head`) or the post that the directory has; most schools have none."""
    if not school.forms:
        return {}
    return {Case(case): text for (of, case), text in school.forms.items() if of == word}


def addressee_of(school: School, head: Head, without_post: str) -> str:
    """Whom a letter to the school is addressed to, in the dative (form: requisite 15).

    «Директору МКОУ «Гутатлинская СОШ» Рамазанову Р.А.»; without a head no more than the post and
    the school.

    Args:
        without_post: what stands for the post of a school without a head, or of a head without a
            post.
    """
    named = head.post.in_case(Case.DATIVE).text if head.post and head.name else without_post
    name = head.name.shortened(Case.DATIVE).replace("\N{NO-BREAK SPACE}", " ") if head.name else ""
    # Some directories name the school in the post already, or its kind («директор школы»).
    of_school = "" if school.short_name in named else school.short_name
    if of_school:
        named = _KIND_OF_SCHOOL.sub("", named)
    return " ".join(filter(None, (named[:1].upper() + named[1:], of_school, name)))


def head_questions(
    school: School, head: Head, file: str, cases: HeadCases = ()
) -> Iterator[Question]:
    """What isn't certain of how a letter to the school names its head: in the dative, which its
    address needs, and in the other `cases` of its template.

    Codes: `head-name-odd`, `head-name-latin-letters`, `head-name-invisible-signs`,
    `head-name-other-hyphens`, `head-sex-contradicts`, `head-sex-unknown`, `head-form-doubtful`,
    `post-form-doubtful`, `head-case-doubtful`, `post-case-doubtful`.

    Args:
        file: the directory's name, for the place.
    """
    if head.name is None:
        return
    place = Place(file=file, line=school.line)
    arguments = {"school": school.short_name, "word": school.head}
    cleaned, signs = without_strange_signs(school.head)
    written = DirectoryCell(school.line, "head", school.short_name)
    shape = _NAME.pattern
    if not _NAME.fullmatch(cleaned):
        yield Question("head-name-odd", place, school.key, (), None, written, arguments, shape)
        return
    for sign in signs[:1]:
        code = _SIGNS[sign]
        yield Question(code, place, school.key, (cleaned,), cleaned, written, arguments, shape)
    sexes, cell = tuple(SEXES.values()), DirectoryCell(school.line, "sex", school.short_name)
    told = person(school.head).sex if school.sex else None
    if told and told != school.sex:
        yield Question("head-sex-contradicts", place, school.key, sexes, None, cell, arguments)
    elif head.name.sex is None:
        yield Question("head-sex-unknown", place, school.key, sexes, None, cell, arguments)
    else:
        for column, case in dict.fromkeys((*_ADDRESSED, *cases)):
            yield from _form_question(school, head, place, column, case)


def _form_question(
    school: School, head: Head, place: Place, column: str, case: Case
) -> Iterator[Question]:
    word = head.name if column == "head" else head.post
    form = word.in_case(case) if word else None
    if word is None or form is None or not form.is_doubtful:
        return
    choices = tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in form.choices)
    cell = DirectoryCell(school.line, (column, case.value), school.short_name)
    arguments: dict[str, object] = {"school": school.short_name, "word": word.text}
    code, subject = _IN_DATIVE[column], school.key
    if case is not Case.DATIVE:
        code, subject = _IN_OTHERS[column], f"{school.key}/{case.value}"
        arguments["case"] = case
    shape = shape_of_forms(word.text)
    yield Question(code, place, subject, choices, choices[0], cell, arguments, shape)


def named_cases(names: Collection[str]) -> HeadCases:
    """In which cases templates put the name and the post of a school's head.

    Args:
        names: the fields that they name, with their filters: `школа.руководитель|винительный`.
    """
    found = []
    for name in sorted(names):
        path, _, named = name.partition("|")
        if path in _FIELDS and named in CASES and CASES[named] is not Case.NOMINATIVE:
            found.append((_FIELDS[path], CASES[named]))
    return tuple(dict.fromkeys(found))
