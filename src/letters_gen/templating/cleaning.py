"""What of a template does not come into letters: comments, tracked changes, the data source of a
mail merge, that it is a template (.dotx), and the binding of controls that have tags.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from letters_gen.errors import Place
from letters_gen.model.oddity import Oddity
from letters_gen.templating.bindings import free_bound_controls
from letters_gen.templating.opening import TemplatePackage
from letters_gen.templating.revisions import accept_changes, changes_in, unwrap
from letters_gen.word.elements import remove, written
from letters_gen.word.names import CONTENT_TYPES, MAIN_KINDS, PACKAGE, W
from letters_gen.word.packing import Packed, deflated_bytes

_COMMENT_PARTS = ("comments", "commentsextended", "commentsids", "commentsextensible", "people")
_MERGE_PARTS = ("mailmergesource", "mailmergeheadersource", "recipientdata")
_MARKS = tuple(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd"))
_SETTINGS = tuple(f"{W}{name}" for name in ("mailMerge", "trackRevisions"))
_RELATIONSHIP = f"{{{PACKAGE}/relationships}}Relationship"
_OVERRIDE = f"{{{PACKAGE}/content-types}}Override"
_DOCUMENT, _TEMPLATE = MAIN_KINDS


class _Draft:
    """A package while it is changed: only what was changed is written anew."""

    def __init__(self, package: TemplatePackage) -> None:
        self.package = package
        self.gone: set[str] = set()
        self._roots: dict[str, etree._Element] = {}

    def root(self, part: str) -> etree._Element:
        """The root of a part that is to be changed."""
        return self._roots.setdefault(part, self.package.root(part))

    def replace(self, part: str, root: etree._Element) -> None:
        """Let `part` have another root."""
        self._roots[part] = root

    def drop_relations(self, part: str, is_unwanted: Callable[[str], bool]) -> None:
        """Take out the relationships of `part` whose kind, in small letters, is unwanted, and the
        parts that they point to.
        """
        holder = self.package.relations_part(part)
        relations = self.package.relations(part)
        unwanted = {key for key, one in relations.items() if is_unwanted(one.kind.lower())}
        if holder is None or not unwanted:
            return
        for node in list(self.root(holder).iter(_RELATIONSHIP)):
            if node.get("Id") in unwanted:
                remove(node)
        for key in unwanted:
            if relations[key].is_inside:
                self._drop(relations[key].target)

    def _drop(self, part: str) -> None:
        """Take a part out, with its relationships."""
        for name in (self.package.stored_name(part), self.package.relations_part(part)):
            if name is not None:
                self.gone.add(name)

    def finished(self) -> TemplatePackage:
        """The package as it is now; the same where nothing was changed."""
        if not self._roots and not self.gone:
            return self.package
        for node in list(self.root(self._types).iter(_OVERRIDE)) if self.gone else []:
            if self.package.stored_name(node.get("PartName", "").lstrip("/")) in self.gone:
                remove(node)
        members: dict[str, bytes] = {}
        packed: dict[str, Packed] = {}
        for name, stored in self.package.packed.items():
            if name in self._roots:
                members[name] = written(self._roots[name])
                packed[name] = deflated_bytes(name, members[name])
            elif name not in self.gone:
                members[name], packed[name] = self.package.content(name), stored
        return TemplatePackage(self.package.file, members, packed)

    @property
    def _types(self) -> str:
        return self.package.stored_name(CONTENT_TYPES) or CONTENT_TYPES

    def become_document(self) -> None:
        """Let a template be a document from now on (29500-1, 11.3.10)."""
        if self.package.kind(self.package.main) == _TEMPLATE:
            for node in self.root(self._types):
                if node.get("ContentType") == _TEMPLATE:
                    node.set("ContentType", _DOCUMENT)


def cleaned(package: TemplatePackage) -> TemplatePackage:
    """`package` as its letters begin: nobody's remarks in it, and nothing of a template."""
    draft = _Draft(package)
    draft.become_document()
    draft.drop_relations(package.main, lambda kind: kind in _COMMENT_PARTS)
    _clean_settings(draft)
    for part in package.text_parts:
        if part not in draft.gone:
            _clean_text(draft, part)
    return draft.finished()


def left_out(package: TemplatePackage) -> Iterator[Oddity]:
    """What the clerk should know of what doesn't come into letters.

    Codes: `template-comments`, `template-changes` (count).
    """
    comments = package.part("comments")
    if comments is not None:
        count = sum(1 for _ in package.root(comments).iter(f"{W}comment"))
        if count:
            yield Oddity(
                "template-comments", Place(file=package.file, part=comments), {"count": count}
            )
    for part in package.text_parts:
        count = changes_in(package.root(part))
        if count:
            yield Oddity("template-changes", Place(file=package.file, part=part), {"count": count})


def _clean_settings(draft: _Draft) -> None:
    """Take the mail merge out, and the tracking of changes."""
    part = draft.package.part("settings")
    if part is None:
        return
    draft.drop_relations(part, lambda kind: kind in _MERGE_PARTS)
    if any(True for _ in draft.package.root(part).iter(*_SETTINGS)):
        for element in list(draft.root(part).iter(*_SETTINGS)):
            remove(element)


def _clean_text(draft: _Draft, part: str) -> None:
    """Take comments out of a part, accept its changes, free its controls."""
    root = draft.package.root(part)
    was_changed = _drop_comment_marks(root)
    for recognised in list(root.iter(f"{W}smartTag")):
        # What older Words recognised as a date or a place: it may part a tag, and shows nothing.
        for properties in recognised.findall(f"{W}smartTagPr"):
            remove(properties)
        unwrap(recognised)
        was_changed = True
    if changes_in(root):
        accept_changes(root)
        was_changed = True
    was_changed |= free_bound_controls(root, draft.package)
    if was_changed:
        draft.replace(part, root)


def _drop_comment_marks(root: etree._Element) -> bool:
    """Take the marks of comments out, and the runs that held nothing else; whether there were
    any.
    """
    marks = list(root.iter(*_MARKS))
    references = list(root.iter(f"{W}commentReference"))
    for mark in marks:
        remove(mark)
    for reference in references:
        run = reference.getparent()
        remove(reference)
        if run is not None and all(child.tag == f"{W}rPr" for child in run):
            remove(run)
    return bool(marks or references)
