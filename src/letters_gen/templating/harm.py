"""What a template must not hold: nothing may run, or fetch anything, when a letter is opened.

Macros, OLE objects and embedded packages, ActiveX, add-ins, templates and data from elsewhere,
fields that fetch or start something, chunks of other files; in any spelling of their names.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.word.instructions import NESTED, Instruction, instructions
from letters_gen.word.names import CONTENT_TYPES, OFFICE, PACKAGE, W
from letters_gen.word.package import UNREADABLE, Package, Relation

# By the last word of a relationship's type, in small letters.
_HARMFUL = {
    "vbaproject": "macro",
    "wordvbadata": "macro",
    "extensibility": "macro",
    "attachedtoolbars": "macro",
    "oleobject": "ole",
    "activexcontrol": "activex",
    "activexcontrolbinary": "activex",
    "control": "activex",
    "afchunk": "chunk",
    "subdocument": "external",
    "webextension": "addin",
    "webextensiontaskpanes": "addin",
}
# What leaves the template by itself (see `cleaning`).
_LEFT_OUT = ("mailmergesource", "mailmergeheadersource")
_KINDS = {"macroenabled": "macro", "vbaproject": "macro", "oleobject": "ole", "activex": "activex"}
_ELEMENTS = {f"{W}altChunk": "chunk", f"{W}subDoc": "external", f"{W}control": "activex"}
_FIELDS = frozenset(
    "DDE DDEAUTO LINK INCLUDE INCLUDETEXT INCLUDEPICTURE IMPORT EMBED MACROBUTTON CONTROL "
    "HTMLCONTROL PRINT RD DATABASE".split()
)
_HARMLESS_SCHEMES = ("http", "https", "mailto")
_ARGUMENT = re.compile(r'"[^"]*"?|[^\s"]+')
_SWITCH = re.compile(r"\\[A-Za-z*@#]")
_VML = "{urn:schemas-microsoft-com:vml}*"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_USES = "//*[@r:*=$identity]"
_RELATIONSHIP = f"{{{PACKAGE}/relationships}}Relationship"


def harms(package: Package) -> Iterator[LettersError]:
    """What is harmful in a package, each with its part, a field with its paragraph.

    Code: `template-harmful` (what).
    """
    charts = _books_of_charts(package)
    for part in package:
        if part.lower().endswith(".rels"):
            yield from _relations(package, part, charts)
        yield from _member(package, part, charts)


def _fault(
    package: Package, part: str, what: str, text: str | None = None, paragraph: int | None = None
) -> LettersError:
    place = Place(file=package.file, part=part, paragraph=paragraph, text=text)
    return InputError("template-harmful", place, what=what)


def _relations(package: Package, part: str, charts: set[str]) -> Iterator[LettersError]:
    """What is harmful in a part of relationships: in all there are, whatever they are of."""
    for node in package.root(part).iter(_RELATIONSHIP):
        is_external = node.get("TargetMode", "").lower() == "external"
        relation = Relation(node.get("Type", ""), node.get("Target", ""), is_external)
        what = _harm(relation)
        if what is None and relation.kind.lower() == "package":
            what = None if _last(relation.target) in map(_last, charts) else "package"
        if what is not None:
            place = place_of_relation(package, part, node.get("Id", ""), relation.target)
            yield InputError("template-harmful", place, what=what)


def place_of_relation(package: Package, holder: str, identity: str, target: str) -> Place:
    """The paragraph in which a part uses a relationship, else the part of relationships that holds
    it.
    """
    for part in package.text_parts:
        if package.relations_part(part) == holder:
            root = package.root(part)
            for element in root.xpath(_USES, namespaces={"r": OFFICE}, identity=identity):
                number = paragraph_number(root, element)
                return Place(file=package.file, part=part, paragraph=number, text=target)
    return Place(file=package.file, part=holder, text=target)


def _harm(relation: Relation) -> str | None:
    """What is harmful in what a relationship points to, None where nothing is."""
    kind = relation.kind.lower()
    if kind in _HARMFUL:
        return _HARMFUL[kind]
    if kind in _LEFT_OUT or not relation.is_external:
        return None
    is_link = kind == "hyperlink" and _is_harmless(relation.target)
    return None if is_link else "external"


def _is_harmless(address: str) -> bool:
    """Whether a link may be followed: to the web, to mail, or to a place of the document itself."""
    return address.startswith("#") or address.partition(":")[0].lower() in _HARMLESS_SCHEMES


def _last(name: str) -> str:
    """The last word of a part's name."""
    return name.rpartition("/")[2].lower()


def _books_of_charts(package: Package) -> set[str]:
    """The workbooks that charts draw from: each chart's own, without macros."""
    found = set()
    for part in package:
        if "drawingml.chart+xml" not in package.kind(part):
            continue
        for relation in package.relations(part).values():
            book = package.stored_name(relation.target)
            if relation.kind.lower() == "package" and book and _is_harmless_book(package, book):
                found.add(book)
    return found


def _is_harmless_book(package: Package, part: str) -> bool:
    """Whether an embedded workbook holds neither macros nor objects nor links out of it."""
    try:
        with zipfile.ZipFile(BytesIO(package.content(part))) as archive:
            names = " ".join(archive.namelist()).lower()
            types = archive.read(CONTENT_TYPES).lower()
    except (KeyError, *UNREADABLE):
        return False
    bad_names = ("vbaproject", "embeddings/", "activex", "externallinks/")
    return b"macroenabled" not in types and not any(word in names for word in bad_names)


def _member(package: Package, part: str, charts: set[str]) -> Iterator[LettersError]:
    """What is harmful in a member by itself: its kind, its first bytes, its elements."""
    content, kind = package.content(part), package.kind(part).lower()
    named = next((what for word, what in _KINDS.items() if word in kind), None)
    if named is not None:
        yield _fault(package, part, named)
    elif content.startswith(_OLE):
        yield _fault(package, part, "ole")
    elif content.startswith(_ZIP) and part not in charts:
        yield _fault(package, part, "package")
    elif kind.endswith("xml") and not kind.startswith("image/"):
        yield from _elements(package, part)


def _elements(package: Package, part: str) -> Iterator[LettersError]:
    """What is harmful in a part's XML."""
    root = package.root(part)
    for element in root.iter(*_ELEMENTS):
        yield _fault(package, part, _ELEMENTS[str(element.tag)])
    for element in root.iter(_VML):
        source, link = element.get("src"), element.get("href")
        if source or (link and not _is_harmless(link)):
            yield _fault(package, part, "external", source or link)
    for instruction in instructions(root):
        what = _field_harm(instruction)
        if what is not None:
            words = instruction.words.replace(NESTED, "{…}").strip()
            yield _fault(package, part, what, words, paragraph_number(root, instruction.element))


def _field_harm(instruction: Instruction) -> str | None:
    """What is harmful in a field, None where nothing is."""
    if instruction.name in _FIELDS:
        return "field"
    if instruction.name == NESTED:
        return "field-unnamed"
    if instruction.name != "HYPERLINK":
        return None
    return None if all(map(_is_harmless, _addresses(instruction.words))) else "external"


def _addresses(words: str) -> Iterator[str]:
    """Where a field HYPERLINK leads: what is neither a switch nor what belongs to one (17.16.5.25);
    of an address that another field makes nothing is known.
    """
    arguments = _ARGUMENT.findall(words)[1:]
    belongs_to_switch = False
    for argument in arguments:
        is_switch = _SWITCH.fullmatch(argument) is not None
        if not is_switch and not belongs_to_switch and NESTED not in argument:
            yield argument.strip('"')
        belongs_to_switch = is_switch and argument[1].lower() in "lot"


def paragraph_number(root: etree._Element, element: etree._Element) -> int | None:
    """The number of the paragraph around an element, as the places of tags count them."""
    around = next(element.iterancestors(f"{W}p"), None)
    if around is None:
        return None
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        if paragraph is around:
            return number
    return None
