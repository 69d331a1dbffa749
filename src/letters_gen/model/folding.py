"""Text as it is compared: two spellings of one name fold to the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = re.compile("[«»„“”\"'`‘’‹›\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile("[‐‑‒–—―−]")
_NUMBER_SIGN = re.compile(r"№\s*")
_DISTRICT_KIND = re.compile(r"^(?:мр|мо|го|муниципальный район|муниципальное образование)\b\s*")


def folded(text: str) -> str:
    """`text` without what people write differently: case, ё, quotation marks, kinds of dash,
    spacing, soft hyphens.
    """
    plain = _DROPPED.sub("", unicodedata.normalize("NFC", text)).casefold().replace("ё", "е")
    plain = _DASHES.sub("-", plain)
    if "№" in plain:
        plain = _NUMBER_SIGN.sub("№ ", plain)
    return " ".join(plain.split()).strip(" *.,:;")


@lru_cache(1_000)
def folded_district(text: str) -> str:
    """A district as it is compared: «МР "Цунтинский р-н"» is «Цунтинский район»."""
    return _DISTRICT_KIND.sub("", folded(text).replace("р-н", "район"))
