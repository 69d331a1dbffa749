"""«ПРОЕКТ» on every page of a finished document: across it as Word's own watermark, and as a word
in its corner. Both float in the headers, so that no line stands elsewhere than without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from xml.sax.saxutils import quoteattr

from lxml import etree

from letters_gen.word.elements import made, parsed, written
from letters_gen.word.names import CONTENT_TYPES, OFFICE, PACKAGE, WORD, R, W, kind_of
from letters_gen.word.order import put
from letters_gen.word.package import ArchiveMembers, Package, open_archive
from letters_gen.word.packing import Layout, deflated_bytes

MARK = "ПРОЕКТ"
_DAMAGED = "print-damaged"
_HEADER = "word/draftHeader.xml"
# The first section's; the later ones inherit what they don't have (ISO/IEC 29500-1, 17.10.2-5).
_PAGES = ("default", "first", "even")
_FLOATING = "position:absolute;margin-left:0;margin-top:0;mso-position-horizontal-relative:margin"
_VML = (
    f'xmlns:w="{WORD}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
# As Word 2007 and later write a watermark: shape type 136 is plain WordArt.
_WATERMARK = f"""<w:r {_VML}><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>
<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>
<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>
<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
 o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>
<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>
<v:shape id="PowerPlusWaterMarkObject{{number}}" o:spid="_x0000_s3{{number:03}}"
 type="#_x0000_t136" style="{_FLOATING};width:380pt;height:105pt;rotation:315;
z-index:-251658752;mso-position-horizontal:center;mso-position-vertical:center;
mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#d9d9d9" stroked="f">
<v:textpath style="font-family:&quot;Liberation Serif&quot;;font-size:1pt" string="{MARK}"/>
</v:shape></w:pict></w:r>"""
_CORNER = f"""<w:r {_VML}><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shape id="DraftCorner{{number}}" o:spid="_x0000_s4{{number:03}}" style="{_FLOATING};
width:90pt;height:28pt;z-index:251658752;mso-position-horizontal:right;margin-top:12pt;
mso-position-vertical-relative:page" o:allowincell="f" filled="f" stroked="f"
 coordsize="21600,21600" path="m,l,21600r21600,l21600,xe"><v:textbox inset="0,0,0,0">
<w:txbxContent><w:p><w:pPr>
<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:right="0"
 w:firstLine="0"/><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Liberation Serif"
 w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/><w:b/><w:color w:val="808080"/>
<w:sz w:val="22"/></w:rPr><w:t>{MARK}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>
</w:pict></w:r>"""


def marked_as_draft(document: bytes) -> bytes:
    """`document` with «ПРОЕКТ» on each of its pages; equal documents give equal bytes.

    Raises:
        InputError: `print-damaged`: it can't be read.
    """
    with open_archive(document, _DAMAGED) as archive:
        package = Package("", ArchiveMembers(archive), _DAMAGED)
        members = {name: package.content(name) for name in package}
        _mark(package, members)
    packed = (deflated_bytes(name, content) for name, content in members.items())
    return Layout([]).package(packed)


def _mark(package: Package, members: dict[str, bytes]) -> None:
    """Put the mark into every header that the document has, and a header of its own where pages
    have none.
    """
    numbers = count(1)
    main = package.root(package.main)
    for relation in package.relations(package.main).values():
        if relation.kind == "header" and relation.is_inside:
            header = package.root(relation.target)
            _put_mark(header, next(numbers))
            members[_stored(package, relation.target)] = written(header)
    section = _first_section(main)
    have = {one.get(f"{W}type") for one in section.iterfind(f"{W}headerReference")}
    lacking = [pages for pages in _PAGES if pages not in have]
    if lacking:
        identity = _free_id(package)
        for pages in reversed(lacking):
            reference = made("headerReference", type=pages)
            reference.set(f"{R}id", identity)
            put(section, reference)
        members[_stored(package, package.main)] = written(main)
        _add_header(package, members, identity, next(numbers))


def _first_section(main: etree._Element) -> etree._Element:
    """The properties of the first section, made where no section has any."""
    body = main.find(f"{W}body")
    assert body is not None  # what was filled here has one
    found = next(
        (one for one in body.iter(f"{W}sectPr") if not str(_parent(one)).endswith("Change")), None
    )
    if found is None:
        found = etree.SubElement(body, f"{W}sectPr")
    return found


def _parent(element: etree._Element) -> object:
    parent = element.getparent()
    return None if parent is None else parent.tag


def _put_mark(header: etree._Element, number: int) -> None:
    """Let the header's last paragraph hold the mark: it floats, and moves nothing."""
    paragraphs = header.findall(f"{W}p")
    if not paragraphs:
        paragraphs = [etree.SubElement(header, f"{W}p")]
    paragraphs[-1].extend(_runs(number))


def _runs(number: int) -> Iterator[etree._Element]:
    for shape in (_WATERMARK, _CORNER):
        yield parsed(shape.format(number=number).replace("\n", " ").encode())


def _add_header(package: Package, members: dict[str, bytes], identity: str, number: int) -> None:
    """A header of its own, as low as can be: the room that headers take stays as it is."""
    header = made("hdr")
    paragraph = etree.SubElement(header, f"{W}p")
    shape = etree.SubElement(paragraph, f"{W}pPr")
    shape.append(made("spacing", before="0", after="0", line="20", lineRule="exact"))
    paragraph.extend(_runs(number))
    members[_HEADER] = written(header)
    kinds = _stored(package, CONTENT_TYPES)
    override = f'<Override PartName="/{_HEADER}" ContentType={quoteattr(kind_of("header"))}/>'
    members[kinds] = _with_child(members[kinds], override, f"{PACKAGE}/content-types")
    links = package.relations_part(package.main)
    assert links is not None  # a document has its styles there
    target = quoteattr(f"/{_HEADER}")
    relation = f'<Relationship Id="{identity}" Type="{OFFICE}/header" Target={target}/>'
    members[links] = _with_child(members[links], relation, f"{PACKAGE}/relationships")


def _with_child(part: bytes, child: str, namespace: str) -> bytes:
    root = parsed(part)
    wrapped = parsed(f'<x xmlns="{namespace}">{child}</x>'.encode())
    root.append(wrapped[0])
    return written(root)


def _free_id(package: Package) -> str:
    taken = package.relations(package.main)
    return next(name for number in count(1) if (name := f"rIdDraft{number}") not in taken)


def _stored(package: Package, name: str) -> str:
    stored = package.stored_name(name)
    assert stored is not None
    return stored
