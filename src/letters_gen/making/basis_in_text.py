"""The words in which the basis stands in a document, as the type's own template has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from letters_gen.documents.batch_fields import BASIS
from letters_gen.documents.fields import Group, field_names, fields_of
from letters_gen.documents.filters import filters_of
from letters_gen.errors import LettersError
from letters_gen.model.basis import Basis
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.office.workspace import Workspace
from letters_gen.templating.opening import open_template
from letters_gen.templating.plain_text import compile_text
from letters_gen.word.elements import qualified

_GROUPS: tuple[Group[Basis]] = (Group("основание", BASIS, lambda basis: basis),)
_TAG = re.compile(r"\{\{ *основание\.(?:автор|номер|дата)\b[^{}]*\}\}")
# So far from each other are tags of one clause; a letter's «На № … от …» is another.
_NEAR = 60
# The words of the clause before its first tag, and what belongs to its last: «г.».
_BEFORE = re.compile(r"(?:[^\s{}%.,:;()«»]+\s+){1,4}$")
_BEHIND = re.compile(r"[^\s{}.,:;()«»]{0,3}")
_TEXT = qualified("t")
_SIGNS = {qualified("noBreakHyphen"): "-"} | dict.fromkeys(map(qualified, ("tab", "br", "cr")), " ")


def basis_in_text(
    workspace: Workspace, settings: Settings, kind: DocumentType, basis: Basis
) -> str:
    """How a document of `kind` names its basis: «В соответствии с письмом Министерства … № 06-5649
    от 17.04.2023г.»; '' where its templates don't, or not in words that stand by themselves.
    """
    names = (kind.template, *kind.appendices)
    for name in (one for one in names if PurePosixPath(one).suffix == ".docx"):
        for clause in _clauses(workspace, name):
            said = _filled(clause, settings, basis)
            if said:
                return said
    return ""


def _clauses(workspace: Workspace, name: str) -> list[str]:
    """What a template says around the basis, that which says most of it first."""
    try:
        package = open_template(workspace.templates / name)
        texts = list(_texts(package.root(package.main)))
    except LettersError:
        return []
    found = [one for one in map(_clause, texts) if one]
    return sorted(found, key=lambda one: -len(_TAG.findall(one)))


def _texts(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(qualified("p")):
        nodes = paragraph.iter(_TEXT, *_SIGNS)
        yield "".join(_SIGNS.get(str(one.tag), one.text or "") for one in nodes)


def _clause(text: str) -> str:
    tags = list(_TAG.finditer(text))
    if not tags:
        return ""
    start, end = tags[0].span()
    for tag in tags[1:]:
        if tag.start() - end > _NEAR:
            break
        end = tag.end()
    before, behind = _BEFORE.search(text[:start]), _BEHIND.match(text, end)
    start = before.start() if before else start
    end = behind.end() if behind else end
    is_bracketed = "(" in text[start:end] and text[end : end + 1] == ")"
    return text[start:end] + ")" * is_bracketed


def _filled(clause: str, settings: Settings, basis: Basis) -> str:
    """The clause with the basis filled in; '' where it can't stand by itself."""
    try:
        filters = filters_of(settings.office, settings.forms)
        template = compile_text(clause, "", field_names(_GROUPS), filters)
        said = template.render(fields_of(_GROUPS, basis))
    except LettersError:
        return ""
    return " ".join(said.replace("\N{NON-BREAKING HYPHEN}", "-").split()).removeprefix("и ")
