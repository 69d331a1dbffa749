"""The register held against itself, in words: its numbers accounted for, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from letters_gen.register.runs import Run
from letters_gen.register.verification import Verification
from letters_gen.wording.journals import former_series, series_text
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import ngettext


def run_line(run: Run) -> str:
    """Every number of a series and year explained: `219–260: 38 issued, 3 annulled, 1 reserved, 2
    without a document, no gaps`.
    """
    parts = [ngettext("{number} issued", "{number} issued", run.issued).format(number=run.issued)]
    if run.annulled:
        count = len(run.annulled)
        parts.append(ngettext("{number} annulled", "{number} annulled", count).format(number=count))
    if run.ended:
        told = ngettext("{number} withdrawn or ended", "{number} withdrawn or ended", run.ended)
        parts.append(told.format(number=run.ended))
    if run.reserved:
        parts.append(
            ngettext("{number} reserved", "{number} reserved", run.reserved).format(
                number=run.reserved
            )
        )
    if run.bare:
        told = ngettext("{number} without a document", "{number} without a document", run.bare)
        parts.append(told.format(number=run.bare))
    gaps = [*run.journal_gaps, *run.missing]
    parts.append(_("gaps: {gaps}").format(gaps=_spans(gaps)) if gaps else _("no gaps"))
    whose = series_text(run.settled) if run.settled else former_series(run.series)
    return f"{whose}, {run.year}: {run.first}–{run.last}: {', '.join(parts)}"


def verdict(found: Verification) -> str:
    """How the register stands; files changed in Word are no damage of the register itself (design
    §6.5).
    """
    if not found.faults:
        return _("✓ The register is whole.")
    files = [fault for fault in found.faults if fault.code in ("file-changed", "file-missing")]
    if len(files) < len(found.faults):
        return _("The register is damaged.")
    told = ngettext(
        "The register itself is whole; {number} file is changed or missing.",
        "The register itself is whole; {number} files are changed or missing.",
        len(files),
    )
    return told.format(number=len(files))


def _spans(gaps: Sequence[tuple[int, int]]) -> str:
    spans = []
    for first, last in gaps:
        spans.append(f"{first}–{last}" if first < last else str(first))
    return ", ".join(spans)
