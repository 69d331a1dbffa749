"""One part of a template, compiled: its XML as a Jinja template, its tags with their places."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import cast

from jinja2 import Template, TemplateError, nodes
from lxml import etree

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.model.field import FieldValues
from letters_gen.templating.block_check import block_faults, blocks_apart
from letters_gen.templating.bounding import with_bounds
from letters_gen.templating.cell_tags import WIDENING, with_cell_properties
from letters_gen.templating.comment_tags import without_space_beside
from letters_gen.templating.containers import fill_containers, may_run_empty
from letters_gen.templating.grid import fit_grids
from letters_gen.templating.limits import in_large_pieces
from letters_gen.templating.lists import Numbering, with_restarts
from letters_gen.templating.name_check import unknown_names, used_names
from letters_gen.templating.prefilling import with_shared_values
from letters_gen.templating.sandbox import MissingValueError, Sandbox
from letters_gen.templating.source import Source, source_of
from letters_gen.templating.structural_tags import in_place_of_elements
from letters_gen.templating.syntax_check import TOO_DEEP, syntax_tree
from letters_gen.templating.tags import with_tags
from letters_gen.templating.text_filters import filters_over_text, let_filters_see_text
from letters_gen.templating.tokens import Kind, Tag, Token, place_of, tokens_of
from letters_gen.templating.unique_ids import with_unique_ids
from letters_gen.word.elements import DECLARATION, parsed
from letters_gen.word.package import Package

PROGRAM_FAULTS = (
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    OverflowError,
)


Mending = Callable[[etree._Element], None]


@dataclass(frozen=True)
class CompiledPart:
    """A part that has tags.

    Attributes:
        name: its name in the package.
        template: the Jinja template of its XML.
        mendings: what has to be mended in its XML once it is filled.
        names: the fields that it uses (see `name_check.used_names`).
        is_bounded: whether what it writes is counted, lest it never end.
    """

    file: str
    name: str
    source: Source
    template: Template
    mendings: tuple[Mending, ...]
    names: frozenset[str]
    is_bounded: bool

    def pieces(self, values: FieldValues) -> Iterable[str]:
        """The filled XML, piece by piece; raises InputError with the place of the tag that
        failed.
        """
        pieces = self._filled(values)
        return _mended(pieces, self.mendings) if self.mendings else pieces

    def _filled(self, values: FieldValues) -> Iterator[str]:
        """The pieces as the compiled template writes them; whatever fails gets its place."""
        filling = self.template.root_render_func(self.template.new_context(dict(values)))
        pieces = cast(Generator[str, None, None], filling)
        try:
            yield from in_large_pieces(pieces) if self.is_bounded else pieces
        except MissingValueError as error:
            raise InputError(
                "template-no-value", self._place(error.__traceback__), field=error.field
            ) from error
        except MemoryError as error:
            raise InputError("template-too-much", self._place(error.__traceback__)) from error
        except LettersError as error:
            if error.place is not None:
                raise
            raise error.at(self._place(error.__traceback__)) from error
        except (TemplateError, *PROGRAM_FAULTS) as error:
            raise InputError(
                "template-failed", self._place(error.__traceback__), message=str(error)
            ) from error

    def _place(self, trace: TracebackType | None) -> Place:
        """Where the tag stands that failed: the innermost line of the template in the trace."""
        line = 0
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self.template.filename:
                line = self.template.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return place_of(self.file, self.name, self.source.tag_at(line))


def _mended(pieces: Iterable[str], mendings: Iterable[Mending]) -> list[str]:
    """The filled part with what a row more or a paragraph less has brought out of order mended."""
    root = parsed("".join(pieces).encode())
    for mend in mendings:
        mend(root)
    return [DECLARATION, etree.tostring(root, encoding="unicode")]


@dataclass(frozen=True)
class Terms:
    """What the parts of one template are compiled with.

    Attributes:
        fields: the dotted names that they may use; None allows any.
        shared: of the names that a part uses the values that every letter will have.
        numbering: the package's numbered lists.
    """

    environment: Sandbox
    fields: Collection[str] | None
    shared: Callable[[Collection[str]], FieldValues]
    numbering: Numbering | None


def compile_part(
    package: Package,
    name: str,
    terms: Terms,
    change: Callable[[list[Token]], list[Token]] = lambda tokens: tokens,
) -> tuple[CompiledPart | None, list[LettersError]]:
    """The part `name`, None where it has no tags; and its faults, each with its place.

    Args:
        change: what is done to its tokens last.
    """
    tokens, mendings, faults = read_part(package, name, terms)
    tokens = change(tokens)
    source = source_of(tokens)
    if source.is_fixed and not faults:
        return None, []
    tree, wrong = syntax_tree(source, terms.environment, package.file, name)
    # What is nested too deep is gone through no further: that would take the square of its depth.
    if all(fault.code != "template-too-complex" for fault in wrong):
        faults += _nesting(source, tokens, package.file, name)
    faults += wrong
    if tree is not None:
        faults += _unknown(tree, source, terms, package.file, name)
    if faults or tree is None:
        return None, faults
    names = used_names(tree, terms.fields or ())
    let_filters_see_text(tree)
    is_bounded = with_bounds(tree, terms.environment.own_filters)
    filled = with_shared_values(tree, terms.shared(names), terms.environment)
    try:
        template = terms.environment.compiled(filled)
    except TOO_DEEP:
        return None, [InputError("template-too-complex", Place(file=package.file, part=name))]
    return CompiledPart(package.file, name, source, template, mendings, names, is_bounded), []


def read_part(
    package: Package, name: str, terms: Terms
) -> tuple[list[Token], tuple[Mending, ...], list[LettersError]]:
    """A part as a stream with its tags where they act, what has to be mended once it is filled,
    and its faults.
    """
    tokens, faults = with_tags(tokens_of(package.root(name)), package.file, name)
    tokens = without_space_beside(tokens)
    mendings: list[Mending] = []
    if any(token.tag is not None and _widens(token.tag) for token in tokens):
        mendings.append(fit_grids)
    tokens, misplaced = _where_they_act(tokens, terms.numbering, package.file, name)
    if may_run_empty(tokens):
        mendings.append(fill_containers)
    if not tokens[0].raw.startswith("<?"):
        tokens = [Token(Kind.OTHER, DECLARATION), *tokens]
    return tokens, tuple(mendings), [*faults, *misplaced]


def _where_they_act(
    tokens: list[Token], numbering: Numbering | None, file: str, part: str
) -> tuple[list[Token], list[LettersError]]:
    """The stream with its tags in the places where they act, and with what may be repeated; and
    the faults of tags that can't act where they stand.
    """
    faults: list[LettersError] = []
    tokens, inside = with_restarts(tokens, numbering)
    for tag in inside:
        faults.append(InputError("template-restart-inside", place_of(file, part, tag)))
    tokens, outside = in_place_of_elements(tokens, file, part)
    return with_unique_ids(with_cell_properties(tokens)), [*faults, *outside]


def _widens(tag: Tag) -> bool:
    """Whether a tag changes how many columns a row takes."""
    return tag.word in WIDENING or tag.prefix == "tc"


def _nesting(source: Source, tokens: list[Token], file: str, part: str) -> Iterator[LettersError]:
    """Blocks that don't nest; where all do, those whose ends lie apart."""
    nested = list(block_faults(source.tags, filters_over_text(tokens)))
    for code, tag, arguments in nested or blocks_apart(tokens):
        yield InputError(code, place_of(file, part, tag), also=(), **arguments)


def _unknown(
    tree: nodes.Template, source: Source, terms: Terms, file: str, part: str
) -> Iterator[LettersError]:
    """Fields and filters that aren't there, each with the nearest that is."""
    for unknown in unknown_names(tree, terms.fields, terms.environment.filters):
        code = "template-unknown-filter" if unknown.is_filter else "template-unknown-field"
        place = place_of(file, part, source.tag_at(unknown.line))
        nearest = [unknown.nearest] if unknown.nearest else []
        yield InputError(code, place, field=unknown.name, nearest=nearest)
