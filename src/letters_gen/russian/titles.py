"""The title of a type of document beside a number of them: «18 уведомлений»."""

from __future__ import annotations

from letters_gen.russian.agreement import agreed
from letters_gen.russian.engines import parses

_TITLE = {"NOUN", "sing", "nomn"}


def counted_title(title: str, number: int) -> str:
    """So many documents of that title, in small letters; '' for a title of several words, or one
    that the dictionary doesn't know.
    """
    for parse in parses(title):
        if set(parse.tag.grammemes) >= _TITLE and parse.is_known:
            one, few, many = (parse.make_agree_with_number(one).word for one in (1, 2, 5))
            return agreed(number, one, few, many)
    return ""
