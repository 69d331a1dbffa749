"""What must be unique in a file, made so in the parts of one document: bookmarks, drawings,
controls, relationships.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from lxml import etree

from letters_gen.outputs.printing.field_names import own_name, rename_in_fields
from letters_gen.word.elements import made, remove
from letters_gen.word.names import BOOKMARKS, DRAWING, PARAGRAPH_IDS, W

_PARAGRAPH_IDS = "descendant-or-self::*/@*[{}]".format(
    " or ".join(f"local-name()='{name}'" for name in PARAGRAPH_IDS)
)
_START, _END = BOOKMARKS
_VML = "{urn:schemas-microsoft-com:vml}"
_COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference")


class UniqueIds:
    """The numbers that are given in one file, counted on from document to document."""

    def __init__(self) -> None:
        self._bookmarks = count(1)
        self._drawings = count(1)
        self._controls = count(1)
        self._shapes = count(1)

    def bookmark(self, paragraph: etree._Element, name: str, is_behind: bool = False) -> None:
        """A bookmark before the runs of a paragraph, or behind them."""
        identity = str(next(self._bookmarks))
        has_properties = len(paragraph) > 0 and paragraph[0].tag == f"{W}pPr"
        at = len(paragraph) if is_behind else int(has_properties)
        paragraph[at:at] = [
            made(_START, id=identity, name=name),
            made(_END, id=identity),
        ]

    def around(self, run: etree._Element, name: str) -> None:
        """A bookmark around a run."""
        identity = str(next(self._bookmarks))
        run.addprevious(made(_START, id=identity, name=name))
        run.addnext(made(_END, id=identity))

    def number(self, root: etree._Element) -> None:
        """Give drawings and content controls of a part their ids; drop those of paragraphs, which
        Word makes anew.
        """
        for identity in root.xpath(_PARAGRAPH_IDS):
            identity.getparent().attrib.pop(identity.attrname)
        for drawing in root.iter(f"{{*}}{DRAWING}"):
            drawing.set("id", str(next(self._drawings)))
        self._number_shapes(root)
        for control in root.iter(f"{W}sdtPr"):
            for identity in control.iterchildren(f"{W}id"):
                identity.set(f"{W}val", str(next(self._controls)))

    def _number_shapes(self, root: etree._Element) -> None:
        """Give old Word's shapes (VML) their ids; what refers to their types follows."""
        types: dict[str, str] = {}
        for kind in root.iter(f"{_VML}shapetype"):
            old = kind.get("id") or ""
            types[f"#{old}"] = new = f"{old}_{next(self._shapes)}"
            kind.set("id", new)
        for shape in root.iter(f"{_VML}*"):
            if shape.get("type") in types:
                shape.set("type", f"#{types[shape.get('type') or '']}")
            if shape.get("id") and shape.tag != f"{_VML}shapetype":
                shape.set("id", f"_x0000_s{next(self._shapes)}")

    def rename(self, roots: Iterable[etree._Element], suffix: str) -> None:
        """Give the bookmarks and the sequences of one document names that no other has, and change
        what refers to them.
        """
        parts = list(roots)
        names: dict[str, str] = {}
        for root in parts:
            ids: dict[str, str] = {}
            for mark in root.iter(f"{W}{_START}"):
                name = mark.get(f"{W}name") or ""
                names[name] = own_name(name, suffix)
                mark.set(f"{W}name", names[name])
                ids[mark.get(f"{W}id") or ""] = number = str(next(self._bookmarks))
                mark.set(f"{W}id", number)
            for mark in root.iter(f"{W}{_END}"):
                mark.set(f"{W}id", ids.get(mark.get(f"{W}id") or "", ""))
        rename_in_fields(parts, names, suffix)
        for root in parts if names else ():
            _refer(root, names)


def _refer(root: etree._Element, names: dict[str, str]) -> None:
    """Let the links of a part lead to bookmarks by their new names."""
    for link in root.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor in names:
            link.set(f"{W}anchor", names[anchor])


def without_comments(root: etree._Element) -> None:
    """Drop the marks of comments: what is printed for signature has none."""
    for mark in list(root.iter(*(f"{W}{name}" for name in _COMMENTS))):
        remove(mark)
