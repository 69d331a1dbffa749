"""A new document type: a copy of another's template and table, for the clerk to change."""

from __future__ import annotations

import copy
import re
from typing import Any

import tomlkit

from letters_gen.errors import InputError, Place
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.office.files import read_file, write_file
from letters_gen.office.settings import load_settings
from letters_gen.office.toml_text import parse, read_text, write_document
from letters_gen.office.workspace import SETTINGS, Workspace

_KEY = re.compile(r"[\w-]+")


def new_type(
    workspace: Workspace,
    settings: Settings,
    key: str,
    like: str,
    title: str = "",
    heading: str = "",
    content: bytes | None = None,
) -> DocumentType:
    """Add the type `key` to letters.toml with a template of its own, both as those of `like`.

    Args:
        title, heading: of the new type; '' for the key with a capital, and for that of `like`.
        content: the template where it isn't that of `like`.

    Raises:
        InputError: `unknown-type`, `type-name`, `type-there`, `template-there`; what reading and
            writing raise. Nothing is left behind then.
    """
    model = settings.document_type(like)
    template = f"{key}.docx"
    refuse_new_type(workspace, settings, key)
    document = parse(read_text(workspace.settings), SETTINGS)
    types: Any = document["types"]
    table: Any = tomlkit.table()
    for name, item in types[like].items():
        table[name] = copy.deepcopy(item)
    table["title"] = title or key[:1].upper() + key[1:]
    table["template"] = template
    if heading:
        table["heading"] = heading
    types.append(key, table)
    if content is None:
        content = read_file(workspace.templates / model.template)
    write_file(workspace.templates / template, content)
    write_document(workspace.settings, document)
    return load_settings(workspace.settings).document_type(key)


def refuse_new_type(workspace: Workspace, settings: Settings, key: str) -> None:
    """Raises InputError `type-name`, `type-there`, `template-there`: no new type can be called
    `key`.
    """
    template = f"{key}.docx"
    if not _KEY.fullmatch(key):
        raise InputError("type-name", found=key)
    if key in settings.types:
        raise InputError("type-there", Place(file=SETTINGS), key=f"types.{key}")
    if (workspace.templates / template).exists():
        raise InputError("template-there", Place(file=f"templates/{template}"))
