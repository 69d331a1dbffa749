"""A template compiled once: `render` fills it as often as wanted, each time only what has tags."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from letters_gen.errors import LettersError, together
from letters_gen.templating.escaping import dropped
from letters_gen.templating.lists import ANEW, CURRENT, Lists, Numbering, numbering_of
from letters_gen.templating.package import Package, open_package
from letters_gen.templating.packing import Layout, Packed, carried_over, deflated
from letters_gen.templating.part import DECLARATION, CompiledPart, Terms, compile_part
from letters_gen.templating.pictures import Placeholder, placeholders, replaced
from letters_gen.templating.sandbox import Sandbox
from letters_gen.templating.unique import COUNTER

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
        originals: the members that pictures and lists replace, as the template has them.
    """

    file: str
    parts: tuple[CompiledPart, ...]
    layout: Layout
    pictures: tuple[Placeholder, ...]
    numbering: Numbering | None
    originals: Mapping[str, Packed]

    def render(self, values: Mapping[str, Any], dropped_from: list[str] | None = None) -> bytes:
        """The finished .docx; equal values give equal bytes.

        Args:
            values: nested mappings, lists, text and numbers; a `Picture` for a placeholder picture.
            dropped_from: takes the texts that held characters which XML forbids; these are dropped.

        Raises:
            InputError: `template-no-value`, `template-failed`, with the paragraph; `picture-kind`.
        """
        numbers = count(_FIRST_DRAWING_ID)
        lists = Lists(self.numbering) if self.numbering else None
        context = {**values, COUNTER: lambda: next(numbers)}
        context |= {ANEW: lists.anew, CURRENT: lists.current} if lists else {ANEW: str}
        noted = dropped.set(dropped_from)
        try:
            filled = [deflated(part.name, part.pieces(context)) for part in self.parts]
        finally:
            dropped.reset(noted)
        return self.layout.package([*filled, *self._others(values, lists)])

    def _others(self, values: Mapping[str, Any], lists: Lists | None) -> Iterable[Packed]:
        """The members that values may replace: pictures, and the numbering of lists that begin
        anew.
        """
        new = {picture.name: picture for picture in replaced(self.pictures, values, self.file)}
        if lists is not None:
            new[lists.numbering.part] = deflated(lists.numbering.part, [DECLARATION, lists.xml()])
        return (new.get(name, original) for name, original in self.originals.items())


def compile_template(
    path: Path | str,
    fields: Collection[str] | None = None,
    filters: Mapping[str, Callable[..., Any]] | None = None,
    shared: Mapping[str, Any] | None = None,
) -> CompiledTemplate:
    """The template at `path`, compiled.

    Args:
        fields: the dotted names that it may use (`школы.название` for an item of the list `школы`);
            None allows any.
        filters: name -> function, beside Jinja's own; they get values as they are, escaping comes
            last.
        shared: values that every letter will have alike, put in once; `render` gets them as well.

    Raises:
        InputError: the file is no template (see `package`), or its first fault, all others in
            `also`.
    """
    package = open_package(Path(path))
    terms = Terms(Sandbox(filters or {}), fields, shared or {}, numbering_of(package))
    parts: list[CompiledPart] = []
    faults: list[LettersError] = []
    for name, is_text in _parts(package):
        part, found = compile_part(package, name, terms, is_text)
        faults += found
        parts += [part] if part is not None else []
    if faults:
        raise together(faults)
    return _laid_out(package, parts, terms.numbering)


def _parts(package: Package) -> Iterator[tuple[str, bool]]:
    yield from ((name, True) for name in package.text_parts)
    yield from ((name, False) for name in package.property_parts)


def _laid_out(
    package: Package, parts: list[CompiledPart], numbering: Numbering | None
) -> CompiledTemplate:
    pictures = placeholders(package, package.text_parts)
    restarting = numbering if any(ANEW in part.source.text for part in parts) else None
    replaceable = {picture.member for picture in pictures} | (
        {restarting.part} if restarting else set()
    )
    varying = replaceable | {part.name for part in parts}
    members = {name: carried_over(member) for name, member in package.members.items()}
    layout = Layout(packed for name, packed in members.items() if name not in varying)
    originals = {name: members[name] for name in replaceable}
    return CompiledTemplate(package.file, tuple(parts), layout, pictures, restarting, originals)
