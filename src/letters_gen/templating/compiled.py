"""A template compiled once: `render` fills it as often as wanted, each time only what has tags."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from letters_gen.errors import LettersError, together
from letters_gen.model.field import FieldValues
from letters_gen.templating.cleaning import cleaned
from letters_gen.templating.field_check import field_faults
from letters_gen.templating.limits import BUDGET, Budget
from letters_gen.templating.lists import ANEW, CURRENT, Lists, Numbering, numbering_of
from letters_gen.templating.notes import (
    NOTE,
    NoteBook,
    VaryingNotes,
    varying_notes,
    with_notes,
)
from letters_gen.templating.opening import TemplatePackage, open_template
from letters_gen.templating.part import CompiledPart, Terms, compile_part, read_part
from letters_gen.templating.pictures import Placeholder, placeholders, replaced
from letters_gen.templating.sandbox import Sandbox
from letters_gen.templating.stray_tags import filled_parts, stray_tags
from letters_gen.templating.tokens import Token
from letters_gen.templating.unique_ids import COUNTER
from letters_gen.word.elements import DECLARATION
from letters_gen.word.packing import Layout, Packed, deflated

_FIRST_DRAWING_ID = 100_000


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to be filled; nothing is kept between letters.

    Attributes:
        file: its file name, for messages.
        parts: the parts that have tags.
        layout: all other members, laid out once.
        pictures: the placeholder pictures that values may replace.
        numbering: the numbered lists, where a list begins anew.
        notes: the kinds of notes of which a letter may have others than the template.
        is_bounded: whether what a letter costs is counted (see `limits`).
        originals: the members that pictures, lists and notes replace, as the template has them.
    """

    file: str
    parts: tuple[CompiledPart, ...]
    layout: Layout
    pictures: tuple[Placeholder, ...]
    numbering: Numbering | None
    notes: Mapping[str, VaryingNotes]
    is_bounded: bool
    originals: Mapping[str, Packed]

    def render(self, values: FieldValues) -> bytes:
        """The finished .docx; equal values give equal bytes. What XML forbids in a value is left
        out.

        Args:
            values: nested mappings, lists, text and numbers; a `Picture` for a placeholder picture.

        Raises:
            InputError: `template-no-value`, `template-failed`, with the paragraph; `picture-kind`.
        """
        context = {**values, COUNTER: count(_FIRST_DRAWING_ID).__next__, ANEW: str}
        if self.is_bounded:
            context[BUDGET] = Budget()
        lists = Lists(self.numbering) if self.numbering else None
        if lists is not None:
            context |= {ANEW: lists.anew, CURRENT: lists.current}
        book = NoteBook(self.notes) if self.notes else None
        if book is not None:
            context[NOTE] = book.add
        filled = [deflated(part.name, part.pieces(context)) for part in self.parts]
        return self.layout.package([*filled, *self._others(values, lists, book)])

    @property
    def names(self) -> frozenset[str]:
        """The fields that it uses, of those that it may use, by their full names; in its pictures
        too (see `name_check.used_names`).
        """
        pictures = frozenset(picture.name for picture in self.pictures)
        return pictures.union(*(part.names for part in self.parts))

    def _others(
        self, values: FieldValues, lists: Lists | None, book: NoteBook | None
    ) -> Iterable[Packed]:
        """The members that values may replace: pictures, the numbering of lists that begin anew,
        and notes.
        """
        new = {picture.name: picture for picture in replaced(self.pictures, values, self.file)}
        if lists is not None:
            new[lists.numbering.part] = deflated(lists.numbering.part, [DECLARATION, lists.xml()])
        for part, pieces in book.parts() if book is not None else ():
            new[part] = deflated(part, pieces)
        return (new.get(name, original) for name, original in self.originals.items())


def compile_template(
    path: Path | str,
    fields: Collection[str] | None = None,
    filters: Mapping[str, Callable[..., Any]] | None = None,
    shared: Callable[[Collection[str]], FieldValues] = lambda names: {},
) -> CompiledTemplate:
    """The template at `path`, compiled.

    Args:
        fields: the dotted names that it may use (`школы.название` for an item of the list `школы`);
            None allows any.
        filters: name -> function, beside Jinja's own; they get values as they are, escaping comes
            last.
        shared: of the names that it uses (see `CompiledTemplate.names`) the values that every
            letter will have alike: they are put in once; `render` gets them as well.

    Raises:
        InputError: the file is no template (see `opening`), or its first fault, all others in
            `also`.
    """
    package = cleaned(open_template(Path(path)))
    terms = Terms(Sandbox(filters or {}), fields, shared, numbering_of(package))
    names = filled_parts(package)
    faults: list[LettersError] = [*field_faults(package), *stray_tags(package, names)]
    notes, wrong = _notes(package, terms)
    faults += wrong
    written_anew = {one.part for one in notes.values()}
    parts: list[CompiledPart] = []
    for name in names:
        if name in written_anew:
            continue
        kinds = notes if name == package.main else {}
        part, found = compile_part(package, name, terms, partial(with_notes, kinds=kinds))
        faults += found
        if part is not None:
            parts.append(part)
    if faults:
        raise together(faults)
    return _laid_out(package, parts, terms.numbering, notes)


def _notes(
    package: TemplatePackage, terms: Terms
) -> tuple[dict[str, VaryingNotes], list[LettersError]]:
    """The notes that vary from letter to letter, and the faults of their parts."""

    def read(name: str) -> tuple[list[Token], list[LettersError]]:
        tokens, _, faults = read_part(package, name, terms)
        return tokens, faults

    return varying_notes(package, read)


def _unfilled(
    package: TemplatePackage, filled: set[str], replaceable: set[str]
) -> tuple[list[Packed], dict[str, Packed]]:
    """The members that never change, and those that a letter may replace whole."""
    fixed: list[Packed] = []
    originals: dict[str, Packed] = {}
    # In the order of the template: equal letters are equal bytes, whoever makes them.
    for name, packed in package.packed.items():
        if name in replaceable:
            originals[name] = packed
        elif name not in filled:
            fixed.append(packed)
    return fixed, originals


def _laid_out(
    package: TemplatePackage,
    parts: list[CompiledPart],
    numbering: Numbering | None,
    notes: Mapping[str, VaryingNotes],
) -> CompiledTemplate:
    """The template of `parts`: what neither tags nor values change is laid out once."""
    pictures = placeholders(package, package.text_parts)
    restarts_lists = any(ANEW in part.source.text for part in parts)
    restarting = numbering if restarts_lists else None
    replaceable = {picture.member for picture in pictures} | {one.part for one in notes.values()}
    if restarting is not None:
        replaceable.add(restarting.part)
    fixed, originals = _unfilled(package, {part.name for part in parts}, replaceable)
    is_bounded = any(part.is_bounded for part in parts)
    return CompiledTemplate(
        package.file,
        tuple(parts),
        Layout(fixed),
        pictures,
        restarting,
        notes,
        is_bounded,
        originals,
    )
