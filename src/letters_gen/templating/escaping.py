"""Values become XML: escaped, their line breaks and tabs Word's, what XML forbids left out."""

from __future__ import annotations

import html
import re

from markupsafe import Markup

from letters_gen.errors import InputError

# Characters that XML 1.0 forbids (section 2.2), but for the three that get a meaning below.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile("[&<>\"'\u2011\x00-\x1f\ud800-\udfff\ufffe\uffff]")
# What a filter leaves of finished text (a macro's, a block's): `&AMP;`, half a tag.
_BROKEN = re.compile(
    "&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);)|<(?!/?[a-z][A-Za-z0-9]*:)|<[^>]*$"
)
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_IN_TEXT = str.maketrans(
    {
        **_ENTITIES,
        "\n": _BREAK,
        "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
        "\f": '</w:t><w:br w:type="page"/><w:t xml:space="preserve">',
        # Word's own, so that a number copied out of it has a plain hyphen.
        "\u2011": '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">',
    }
)
_ELSEWHERE = str.maketrans({**_ENTITIES, "\n": "&#10;", "\t": "&#9;", "\f": " ", "\u2011": "-"})

# Markup made without its own check for __html__: this is the innermost of all that a letter does.
_safe = str.__new__


def as_text(value: object, signs: dict[int, str] = _IN_TEXT) -> Markup:
    """A value inside a run's text: `\\n`, `\\r\\n` and `\\r` break the line, `\\t` is a tab, `\\f`
    a new page, U+2011 a hyphen at which no line ends.

    Raises:
        InputError: `template-text-spoilt`: a filter has broken what was escaped already; its tag's
            place is added.
    """
    if isinstance(value, Markup):
        if _BROKEN.search(value):
            raise InputError("template-text-spoilt")
        return value
    text = value if type(value) is str else str(value)
    if _SPECIAL.search(text) is None:
        return _safe(Markup, text)
    # The last safety: where a value comes in, the clerk has been told of such characters.
    allowed = _FORBIDDEN.sub("", text)
    return _safe(Markup, allowed.replace("\r\n", "\n").replace("\r", "\n").translate(signs))


def as_value(finished: object) -> str:
    """Finished text of a run as the value that it was: its entities, breaks and tabs undone."""
    text = str(finished)
    for sign in "\n\t\f":
        text = text.replace(_IN_TEXT[ord(sign)], sign)
    return html.unescape(text)


def as_plain(value: object) -> Markup:
    """A value in an attribute, or in text that no run holds: escaped only."""
    return as_text(value, _ELSEWHERE)
