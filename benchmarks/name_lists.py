"""Lists of names, posts and bodies with their right forms, and what the package makes of them.

A list's file name tells what it holds: `first-names.tsv` (also `firstnames-…`), `patronymics.tsv`
(`midnames-…`), `surnames.tsv`, `full-names.tsv`, `posts.tsv`, `bodies.tsv`. It is a table whose
heading names the cases in Russian («именительный», «дательный», …), with the sex («пол»: м, ж, or
empty) where that matters; or single forms with OpenCorpora's grammemes (lemma, word, «мр,ед,дт»).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from letters_gen.documents.inflecting import Inflected, in_case
from letters_gen.russian import name_parts
from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.declension import person, post
from letters_gen.russian.forms import Form

OWN = Path(__file__).parent.parent / "tests" / "russian" / "lists"
CASES = {
    "именительный": Case.NOMINATIVE,
    "родительный": Case.GENITIVE,
    "дательный": Case.DATIVE,
    "винительный": Case.ACCUSATIVE,
    "творительный": Case.INSTRUMENTAL,
    "предложный": Case.PREPOSITIONAL,
}
_SEXES: dict[str, Sex] = {"м": "m", "ж": "f", "мр": "m", "жр": "f"}
_GRAMMEMES = dict(zip(("им", "рд", "дт", "вн", "тв", "пр"), CASES.values(), strict=True))
Decline = Callable[[str, Sex | None, Case], Form]


@dataclass(frozen=True)
class Sample:
    """One form of a list: `text` in the nominative, and how it reads in `case`."""

    part: str
    text: str
    sex: Sex | None
    case: Case
    right: str


@dataclass(frozen=True)
class Judged:
    """What the package made of a sample."""

    sample: Sample
    form: Form

    @property
    def is_right(self) -> bool:
        """Whether it is one of the forms of the list, which `|` parts; the dots of a ё may be left
        out, a non-breaking space is a space.
        """
        return _spelled(self.form.text) in map(_spelled, self.sample.right.split("|"))


def _spelled(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("ё", "е")


def _full_name(text: str, sex: Sex | None, case: Case) -> Form:
    """The sex is for the package to tell; one told wrong makes the form no form."""
    word = person(text)
    return word.in_case(case) if word.sex in (sex, None) else Form(f"{text}: {word.sex}?")


def _plain_text(text: str, _sex: Sex | None, case: Case) -> Form:
    """As a letter takes the text of a field: the filter itself tells what it is."""
    taken = in_case(text, case)
    return taken.form if isinstance(taken, Inflected) else Form(taken)


def _of_person(decline: Callable[[str, Sex, Case], Form]) -> Decline:
    return lambda text, sex, case: decline(text, sex or "m", case)


PARTS: dict[str, Decline] = {
    "first names": _of_person(name_parts.first_name),
    "patronymics": _of_person(name_parts.patronymic),
    "surnames": _of_person(name_parts.surname),
    "full names": _full_name,
    "posts": lambda text, sex, case: post(text, sex).in_case(case),
    "noisy names": _full_name,
    "bodies": _plain_text,
}
_FILES = {
    "first": "first names",
    "patronymics": "patronymics",
    "midnames": "patronymics",
    "surnames": "surnames",
    "full": "full names",
    "posts": "posts",
    "bodies": "bodies",
    "noisy": "noisy names",
}


def samples_of(folder: Path) -> Iterator[Sample]:
    """The forms of all lists of a folder; files that are no lists are passed over."""
    for path in sorted(folder.glob("*.tsv")):
        part = next((part for start, part in _FILES.items() if path.stem.startswith(start)), None)
        if part:
            yield from _read(path, part)


def _read(path: Path, part: str) -> Iterator[Sample]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if "grammemes" in row:
                sex, _, case = row["grammemes"].split(",")
                yield Sample(part, row["lemma"], _SEXES[sex], _GRAMMEMES[case], row["word"])
                continue
            for name, case_ in CASES.items():
                if case_ is not Case.NOMINATIVE and name in row:
                    yield Sample(
                        part, row["именительный"], _SEXES.get(row.get("пол", "")), case_, row[name]
                    )


def judged(sample: Sample) -> Judged:
    """The package's form beside the list's."""
    return Judged(sample, PARTS[sample.part](sample.text, sample.sex, sample.case))
