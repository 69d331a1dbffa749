"""Content controls that are bound to data: Word shows what the data say, whatever stands in the
control (ISO/IEC 29500-1, 17.5.2.6).

So that a letter shows its own values, a control whose text or data hold a tag is filled like any
text, and no longer bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from letters_gen.templating.tags import TAG
from letters_gen.word.elements import made, remove
from letters_gen.word.names import CORE_KIND, PROPERTIES_KINDS, W
from letters_gen.word.package import Package

# The stores of a document's own properties ([MS-OI29500] 2.1.511).
_CORE = "{6c3c8bc8-f283-45ae-878a-bab7291924a1}"
_EXTENDED = "{6668398d-a668-4e3e-a5eb-62b293d839f1}"
_BINDING = "{*}dataBinding"
_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*['\"]([^'\"]+)['\"]")
# A path that names one element or attribute; nothing that has to be searched for.
_PATH = re.compile(r"(?:/@?[\w.:*-]+(?:\[\d{1,4}\])?(?:/text\(\))?)+")


def free_bound_controls(root: etree._Element, package: Package) -> bool:
    """Let the bound controls of a part that have tags show what they are filled with; whether
    there are any. `root` is changed.
    """
    controls = [control for control in root.iter(f"{W}sdt") if _has_binding(control)]
    freed = [control for control in controls if _freed(control, package)]
    return bool(freed)


def _has_binding(control: etree._Element) -> bool:
    return control.find(f"{W}sdtPr/{_BINDING}") is not None


def _freed(control: etree._Element, package: Package) -> bool:
    """Whether a control has tags, and is no longer bound."""
    bindings = list(control.iterfind(f"{W}sdtPr/{_BINDING}"))
    content = control.find(f"{W}sdtContent")
    if content is None:
        return False
    shown = "".join(node.text or "" for node in content.iter(f"{W}t"))
    tagged = next(filter(TAG.search, _stored(bindings, package)), None)
    has_tags = TAG.search(shown) is not None
    if tagged is not None and not has_tags:
        _show(control, content, tagged)
    if tagged is None and not has_tags:
        return False
    for binding in bindings:
        remove(binding)
    return True


def _stored(bindings: list[etree._Element], package: Package) -> Iterator[str]:
    """What the data say to which a control is bound."""
    for binding in bindings:
        store = _store(_said(binding, "storeItemID").lower(), package)
        path = _said(binding, "xpath")
        if store is None or not _PATH.fullmatch(path):
            continue
        names = dict(_PREFIX.findall(_said(binding, "prefixMappings")))
        try:
            found = package.root(store).xpath(path, namespaces=names or None)
        except etree.XPathError:
            continue
        for one in found if isinstance(found, list) else []:
            yield "".join(one.itertext()) if isinstance(one, etree._Element) else str(one)


def _said(binding: etree._Element, name: str) -> str:
    """An attribute of a binding, in whatever namespace its element stands."""
    return next((str(said) for key, said in binding.items() if key.endswith(f"}}{name}")), "")


def _store(identity: str, package: Package) -> str | None:
    """The part of a store, None where there is none."""
    if identity in (_CORE, _EXTENDED):
        wanted = CORE_KIND if identity == _CORE else PROPERTIES_KINDS[1]
        return next((part for part in package if package.kind(part) == wanted), None)
    return package.stores.get(identity)


def _show(control: etree._Element, content: etree._Element, text: str) -> None:
    """Let a control show `text`, looking as it does."""
    for placeholder in list(control.iterfind(f"{W}sdtPr/{W}showingPlcHdr")):
        remove(placeholder)
    texts = list(content.iter(f"{W}t"))
    if not texts:
        texts = [_new_text(content)]
    for node in texts:
        # All of it in the first, as it is formatted.
        node.text, text = text, ""


def _new_text(content: etree._Element) -> etree._Element:
    """A text put into an empty control: into its paragraph where it has one."""
    holder = next(content.iter(f"{W}p"), content)
    run = made("r")
    holder.append(run)
    run.append(made("t"))
    return run[0]
