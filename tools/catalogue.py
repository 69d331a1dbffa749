"""Keeps the Russian catalogue: extracts the messages of src, merges them into the .po, compiles the
.mo.

Run by `make messages` after a change of messages; what lacks a translation is listed and is to be
filled in by hand.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "letters_gen"
PO = SOURCE / "locale" / "ru" / "LC_MESSAGES" / "letters_gen.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"_": None, "gettext": None, "marked": None, "ngettext": (1, 2), "plural": (1, 2)}
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
HEADER = "# The Russian messages of letters-gen; `make messages` merges new ones in.\n#"


def extracted() -> Catalog:
    """All messages of the source, as they stand in the code."""
    catalogue = Catalog(project="letters-gen")
    for _, _, message, _, _ in extract_from_dir(SOURCE, METHODS, keywords=KEYWORDS):
        if message:
            catalogue.add(message)
    return catalogue


def kept() -> Catalog:
    """The Russian catalogue as it is kept."""
    with PO.open("rb") as file:
        return read_po(file, locale="ru")


def compiled(catalogue: Catalog) -> bytes:
    """The .mo of a catalogue, as bytes."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def _is_translated(said: str | tuple[str, ...]) -> bool:
    """Whether a translation is there, of a plural each of its forms."""
    return all(said) if isinstance(said, tuple) else bool(said)


def main() -> int:
    """Merge and compile; 1 where a message still lacks its translation."""
    catalogue = kept()
    created = catalogue.creation_date
    catalogue.update(extracted(), no_fuzzy_matching=True)
    # Else each run would change the file.
    catalogue.creation_date = created
    catalogue.obsolete.clear()
    catalogue.header_comment = HEADER
    with PO.open("wb") as file:
        write_po(file, catalogue, width=118, sort_output=True, ignore_obsolete=True)
    MO.write_bytes(compiled(catalogue))
    lacking = [one.id for one in catalogue if one.id and not _is_translated(one.string)]
    for identity in lacking:
        print(f"no translation: {identity!r}")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
