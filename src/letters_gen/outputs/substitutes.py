"""Faces that a PDF was set in without its document naming them: the machine lacks those that it
names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_SIGNS = re.compile(r"[^\w]|_")


def substitutes(faces: Iterable[str], named: Collection[str]) -> list[str]:
    """Those of `faces` that none of the `named` ones is.

    Args:
        faces: as a PDF calls them: `LiberationSerif-Bold`; `named`: as a document does:
            `Liberation Serif`.
    """
    wanted = tuple(map(_plain, named))
    return [face for face in faces if not _plain(face).startswith(wanted)]


def _plain(name: str) -> str:
    return _SIGNS.sub("", name).lower()
