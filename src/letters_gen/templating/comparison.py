"""A template filled by docxtpl too, and what it makes otherwise: an office is never locked in."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

from jinja2.sandbox import SandboxedEnvironment

from letters_gen.errors import Place, UnavailableError
from letters_gen.model.field import FieldValues
from letters_gen.model.oddity import Oddity
from letters_gen.templating.compiled import compile_template
from letters_gen.word.elements import parsed
from letters_gen.word.names import W

_COMPARED = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")


def compared_with_docxtpl(
    path: Path,
    fields: Collection[str],
    filters: Mapping[str, Callable[..., Any]],
    examples: FieldValues,
) -> Oddity | None:
    """The first difference between what docxtpl and the engine here make of a sound template, both
    filled with `examples`; None where they make the same.

    Codes: `docxtpl-differs` (here, there), `docxtpl-fails` (message).

    Raises:
        UnavailableError: `docxtpl-missing`.
        InputError: the template has a fault.
    """
    ours = compile_template(path, fields, filters).render(examples)
    try:
        theirs = _by_docxtpl(path, filters, examples)
    except ImportError as error:
        raise UnavailableError("docxtpl-missing") from error
    except Exception as error:  # docxtpl raises whatever it stumbles over
        return Oddity("docxtpl-fails", Place(file=path.name), {"message": str(error)})
    return _difference(path.name, ours, theirs)


def _by_docxtpl(
    path: Path, filters: Mapping[str, Callable[..., Any]], examples: FieldValues
) -> bytes:
    """What docxtpl makes of the template."""
    from docxtpl import DocxTemplate

    environment = SandboxedEnvironment(autoescape=True)
    environment.filters.update(filters)
    document = DocxTemplate(path)
    document.render(dict(examples), environment)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _difference(file: str, ours: bytes, theirs: bytes) -> Oddity | None:
    """The first paragraph that reads otherwise."""
    here, there = dict(_paragraphs(ours)), dict(_paragraphs(theirs))
    for part, texts in here.items():
        pairs = zip_longest(texts, there.get(part, []), fillvalue="")
        for number, (own, other) in enumerate(pairs, 1):
            if own != other:
                place = Place(file=file, part=part, paragraph=number)
                return Oddity("docxtpl-differs", place, {"here": own, "there": other})
        if len(texts) != len(there.get(part, [])):
            place = Place(file=file, part=part, paragraph=len(texts))
            return Oddity("docxtpl-differs", place, {"here": "", "there": ""})
    return None


def _paragraphs(document: bytes) -> Iterator[tuple[str, list[str]]]:
    """The texts of the paragraphs of each part."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        for name in archive.namelist():
            if _COMPARED.fullmatch(name):
                root = parsed(archive.read(name))
                yield (
                    name,
                    [
                        "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
                        for paragraph in root.iter(f"{W}p")
                    ],
                )
