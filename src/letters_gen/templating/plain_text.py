"""A template of plain text, in the same sandbox as the Word templates: of a message's words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import Template, TemplateError, TemplateSyntaxError

from letters_gen.errors import InputError, LettersError, Place, together
from letters_gen.model.field import FieldValues
from letters_gen.office.files import read_file
from letters_gen.templating.bounding import with_bounds
from letters_gen.templating.limits import BUDGET, Budget
from letters_gen.templating.name_check import unknown_names
from letters_gen.templating.part import PROGRAM_FAULTS
from letters_gen.templating.sandbox import MissingValueError, Sandbox
from letters_gen.templating.syntax_check import TOO_DEEP

_LONGEST = 100_000


@dataclass(frozen=True)
class TextTemplate:
    """A template ready to be filled."""

    file: str
    template: Template

    def render(self, values: FieldValues) -> str:
        """The text, filled.

        Raises:
            InputError: `template-no-value`, `template-failed`, `template-too-much`, each with its
                line.
        """
        context = self.template.new_context({**values, BUDGET: Budget()})
        try:
            return "".join(self.template.root_render_func(context))
        except MissingValueError as error:
            place = self._place(error.__traceback__)
            raise InputError("template-no-value", place, field=error.field) from error
        except LettersError as error:
            raise error.at(self._place(error.__traceback__)) from error
        except (TemplateError, *PROGRAM_FAULTS) as error:
            place = self._place(error.__traceback__)
            raise InputError("template-failed", place, message=str(error)) from error

    def _place(self, trace: TracebackType | None) -> Place:
        line = None
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self.template.filename:
                line = self.template.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return Place(file=self.file, line=line)


def read_text_template(
    path: Path, fields: Collection[str], filters: Mapping[str, Callable[..., Any]]
) -> TextTemplate:
    """The template at `path`; raises InputError as `compile_text` and `files.read_file`, and
    `text-encoding`: it isn't in UTF-8.
    """
    try:
        text = read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("text-encoding", Place(file=path.name)) from error
    return compile_text(text, path.name, fields, filters)


def compile_text(
    text: str, file: str, fields: Collection[str], filters: Mapping[str, Callable[..., Any]]
) -> TextTemplate:
    """The template that `text` is; a line that holds a statement alone leaves none behind.

    Raises:
        InputError: `template-syntax`, `template-too-complex`, or every field and filter that isn't
            there, each with its line.
    """
    if len(text) > _LONGEST:
        raise InputError("template-too-complex", Place(file=file))
    environment = Sandbox(filters)
    environment.finalize, environment.autoescape = str, False
    environment.trim_blocks = environment.lstrip_blocks = True
    try:
        tree = environment.parse(text)
        faults = list(_unknown(environment, text, file, fields))
        if faults:
            raise together(faults)
        with_bounds(tree, environment.own_filters)
        return TextTemplate(file, environment.compiled(tree))
    except TemplateSyntaxError as error:
        place = Place(file=file, line=error.lineno)
        raise InputError("template-syntax", place, message=error.message or "") from error
    except TOO_DEEP as error:
        raise InputError("template-too-complex", Place(file=file)) from error


def _unknown(
    environment: Sandbox, text: str, file: str, fields: Collection[str]
) -> Iterator[InputError]:
    for unknown in unknown_names(environment.parse(text), fields, environment.filters):
        code = "template-unknown-filter" if unknown.is_filter else "template-unknown-field"
        nearest = [unknown.nearest] if unknown.nearest else []
        place = Place(file=file, line=unknown.line)
        yield InputError(code, place, field=unknown.name, nearest=nearest)
