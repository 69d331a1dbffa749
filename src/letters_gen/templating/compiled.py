"""A template read, checked and filled by docxtpl."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from letters_gen.errors import InputError, Place

_DAY_OF_EVERY_MEMBER = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Picture:
    """A value that takes the place of the template's picture whose name is the value's own dotted name."""

    data: bytes


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to be filled, as often as wanted."""

    name: str
    raw: bytes
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)

    def render(self, values: Mapping[str, Any]) -> bytes:
        """The finished .docx; equal values give equal bytes.

        Raises:
            InputError: `template-no-value` for a name that `values` lacks, `template-syntax`.
        """
        environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
        environment.filters.update(self.filters)
        document = DocxTemplate(io.BytesIO(self.raw))
        document.allow_missing_pics = True
        for name, picture in _pictures(values):
            document.replace_pic(name, io.BytesIO(picture.data))
        filled = io.BytesIO()
        try:
            document.render(dict(values), environment, autoescape=True)
        except UndefinedError as error:
            raise InputError("template-no-value", Place(file=self.name), reason=str(error)) from error
        except TemplateError as error:
            raise InputError("template-syntax", Place(file=self.name), message=str(error)) from error
        document.save(filled)
        return _repacked(filled)


def compile_template(
    path: Path, fields: Collection[str] | None = None, filters: Mapping[str, Callable[..., Any]] | None = None
) -> CompiledTemplate:
    """The template at `path`.

    Args:
        fields: the dotted names that it may use; None allows any.
        filters: name -> function, beside Jinja's own.

    Raises:
        InputError: `no-such-file`, `not-a-template`.
    """
    if not path.is_file():
        raise InputError("no-such-file", Place(file=str(path)))
    if not zipfile.is_zipfile(path):
        raise InputError("not-a-template", Place(file=path.name))
    return CompiledTemplate(path.name, path.read_bytes(), filters or {})


def _pictures(values: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Picture]]:
    for name, value in values.items():
        if isinstance(value, Picture):
            yield prefix + name, value
        elif isinstance(value, Mapping):
            yield from _pictures(value, f"{prefix}{name}.")


def _repacked(filled: io.BytesIO) -> bytes:
    """The same package with one date for every member, so that equal values give equal bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(filled) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _DAY_OF_EVERY_MEMBER), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
