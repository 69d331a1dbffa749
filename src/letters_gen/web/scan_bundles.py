"""Scans that were sent together: what was filed of them, and what is left to be looked at. This
start of the page alone remembers it; what is filed, the register does.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from letters_gen.records.scan_filing import FiledScan
    from letters_gen.records.scans import Recognised

_MOST = 50


@dataclass
class ScanBundle:
    """Scans that were sent together.

    Attributes:
        filed: the documents whose signed copies were taken in.
        left: what wasn't filed, by its place on the page; what is given its number goes.
        strays: the names of files that are no scans.
    """

    filed: list[FiledScan]
    left: dict[int, Recognised]
    strays: Sequence[str]
    key: str = field(default_factory=lambda: secrets.token_hex(8))


class ScanBundles:
    """The latest of them, by their keys."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, ScanBundle] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, bundle: ScanBundle) -> None:
        """Remember what came of scans."""
        with self._lock:
            self._known[bundle.key] = bundle
            while len(self._known) > _MOST:
                self._known.popitem(last=False)

    def of(self, key: str) -> ScanBundle | None:
        """What came of the scans of that key, None where nobody remembers it."""
        return self._known.get(key)
