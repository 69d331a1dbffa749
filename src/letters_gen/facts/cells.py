"""One cell read as what its column holds: a count, an ИНН, or text."""

from __future__ import annotations

import re
from datetime import date
from operator import mul

# What the clerk answers of a cell that is to count for nothing.
NO_DATA = "нет данных"
_NO_DATA = {"", "-", "–", "—", "--", "---", "н/д", NO_DATA, "нд", "x", "х"}
_NUMBER = re.compile(r"^[+-]?[0-9]+(?:[.,][0-9]+)?$")
# «1 000»; two numbers in a cell, «25 26», are none.
_GROUPED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?")
# A thousand as the English write it, or one with three decimals: nobody can tell.
THOUSANDS = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")
_INN = re.compile(r"(?:инн)?[№:'\s]*([0-9]{9,12})(?:\.0+)?(?:\s*/\s*[0-9]{8,9})?")
_TEN_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_ELEVEN_WEIGHTS = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_TWELVE_WEIGHTS = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)


class NotACountError(ValueError):
    """The cell holds something, and it can't be a count: a word, a date, a negative or a broken
    number.
    """


def text_of(cell: object) -> str:
    """The cell as one line of text; a whole number without its `.0`, true and false as Excel shows
    them.
    """
    if isinstance(cell, str):
        return " ".join(cell.split())
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y")
    if isinstance(cell, bool):
        return "ИСТИНА" if cell else "ЛОЖЬ"
    return str(cell) if cell is not None else ""


def count_of(cell: object) -> int | None:
    """The count that `cell` holds, None for an empty one or a dash.

    Raises:
        NotACountError: it holds anything else.
    """
    if isinstance(cell, (bool, date)):
        raise NotACountError(cell)
    if isinstance(cell, (int, float)):
        number = float(cell)
    else:
        text = text_of(cell)
        if text.casefold() in _NO_DATA:
            return None
        packed = text.lstrip("'`’ ")
        if _GROUPED.fullmatch(packed):
            packed = packed.replace(" ", "")
        if THOUSANDS.fullmatch(packed) or not _NUMBER.match(packed):
            raise NotACountError(cell)
        number = float(packed.replace(",", "."))
    if number < 0 or not number.is_integer():
        raise NotACountError(cell)
    return int(number)


def inn_of(cell: object) -> str:
    """The digits of an ИНН as the cell holds them, '' where it holds none."""
    text = text_of(cell).replace(" ", "")
    if text.isascii() and text.isdigit():
        return text
    match = _INN.fullmatch(text.casefold())
    return match[1] if match else ""


def restored_inn(digits: str) -> str:
    """`digits` with the leading zero that Excel drops, where only that makes the check digit fit;
    else unchanged.
    """
    return f"0{digits}" if len(digits) in (9, 11) and inn_fits("0" + digits) else digits


def inn_fits(digits: str) -> bool:
    """Whether the check digits of an ИНН fit (the weighted sum modulo 11, then 10)."""
    if not digits.isascii() or not digits.isdigit():
        return False
    if len(digits) == 10:
        return _check(digits, _TEN_WEIGHTS)
    return len(digits) == 12 and _check(digits, _ELEVEN_WEIGHTS) and _check(digits, _TWELVE_WEIGHTS)


def _check(digits: str, weights: tuple[int, ...]) -> bool:
    total: int = sum(map(mul, weights, map(int, digits)))
    return total % 11 % 10 == int(digits[len(weights)])
