"""Text as it is compared: two spellings of one name fold to the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = re.compile("[«»„“”\"'`‘’‹›\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile("[‐‑‒–—―−]")
_NUMBER_SIGN = re.compile(r"№\s*")
# Latin letters that look like Russian ones, in lower case; of these some only as capitals.
_ALIKE = str.maketrans("abcehkmoptxy", "авсенкмортху")
_WORD = re.compile(r"[^\W_]+")
_DISTRICT_KIND = {
    "район", "районе", "району", "р", "н", "он", "рн", "мр", "мо", "го", "муниципальный",
    "муниципальное", "муниципального", "образование", "образования", "округ", "городской",
    "город", "г", "администрация",
}  # fmt: skip
# What stands around a district's name: its number in a list, the region it lies in.
_LISTED = re.compile(r"^\d{1,5}[.)\s-]+(?=[^\W\d_])")
_REGION = re.compile(
    r"\bреспублик[аи] [\w-]+|\bр[дф]\b"
    r"|\b[\w-]+(?<!район)(?<!округ) (?:республики|области|края|обл|кр)\b"
)
# «Цунтинскийрайон».
_STUCK = re.compile(r"(?<=[иоы][йе])(?=район|муниципальн|округ)")
_BROKEN = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])")


def folded(text: str) -> str:
    """`text` without what people write differently: case, ё, quotation marks, kinds of dash,
    spacing, soft hyphens.
    """
    plain = _DROPPED.sub("", unicodedata.normalize("NFC", text)).casefold().replace("ё", "е")
    plain = _DASHES.sub("-", plain)
    if "№" in plain:
        plain = _NUMBER_SIGN.sub("№ ", plain)
    return " ".join(plain.split()).strip(" *.,:;")


def folded_alike(text: str) -> str:
    """`text` folded, Latin letters read as the Russian ones that they look like: for comparing
    only.
    """
    return folded(text).translate(_ALIKE)


@lru_cache(4_000)
def folded_district(text: str) -> str:
    """A district as it is compared: «41. МР "Цунтинский р-он" РД» is «Цунтинский район»."""
    plain = _LISTED.sub("", _STUCK.sub(" ", _BROKEN.sub("", folded_alike(text))))
    words = _WORD.findall(_REGION.sub(" ", plain)) or _WORD.findall(plain)
    return " ".join(word for word in words if word not in _DISTRICT_KIND) or " ".join(words)
