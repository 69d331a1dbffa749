"""What is wrong with a tag, in words: the template language says it in English alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "name": marked("a name"),
    "string": marked("a text"),
    "integer": marked("a number"),
    "float": marked("a number"),
    "const": marked("a value"),
    "in": "in",
}
_FAULTS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"Encountered unknown tag '(.*?)'", marked("no tag begins with «{}»")),
        (r"Unexpected end of template.* is '(.*?)'", marked("«{}» has no end")),
        (r"Unexpected end of template", marked("it has no end")),
        (r"Expected an expression, got '(.*)'", marked("a value is lacking before {}")),
        (r"expected token '(.*)', got '(.*)'", marked("instead of {} there is {}")),
        (r"unexpected '(.*)', expected '(.*)'", marked("instead of {1} there is {0}")),
        (r"unexpected char (.*) at", marked("the sign {} isn't understood")),
        (r"unexpected '(.*)'", marked("{} is too much")),
        (r"expected name or number", marked("a name is lacking behind the full stop")),
        (r"Missing end of comment tag", marked("the comment has no end")),
        (r"can't assign to '(.*)'", marked("{} is no name")),
        (r"division by zero|ZeroDivision", marked("it divides by zero")),
        (r"is not iterable", marked("what isn't a list can't be gone through")),
        (
            r"unsupported operand|not supported between|can only concatenate",
            marked("numbers and words can't be reckoned with together"),
        ),
    )
)


def tag_fault(message: str) -> str:
    """The fault that the template language names, in the reader's words."""
    for pattern, words in _FAULTS:
        match = pattern.search(message)
        if match:
            return _(words).format(*_tokens(match))
    return _("it isn't written rightly")


def _tokens(match: re.Match[str]) -> Iterator[str]:
    for text in match.groups():
        token = _TOKENS.get(text)
        yield _(token) if token else text.strip("\"'")
