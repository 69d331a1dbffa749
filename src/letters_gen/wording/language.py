"""The language that the program speaks on the screen: Russian, or English on demand. The source
strings are English.
"""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path

DOMAIN = "letters_gen"
LANGUAGES = ("ru", "en")
CATALOGUES = Path(__file__).parent.parent / "locale"

_spoken: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


def speak(language: str) -> None:
    """Speak `language` (one of LANGUAGES) from now on."""
    global _spoken, _language
    _language = language
    if language == "en":
        _spoken = _gettext.NullTranslations()
    else:
        _spoken = _gettext.translation(DOMAIN, CATALOGUES, languages=[language])


def spoken() -> str:
    """The language that is spoken, one of LANGUAGES."""
    return _language


def gettext(text: str) -> str:
    """`text` in the language that is spoken."""
    return _spoken.gettext(text) if text else ""


def ngettext(one: str, many: str, number: int) -> str:
    """The form of `one`/`many` that `number` takes in the language that is spoken."""
    return _spoken.ngettext(one, many, number)


def marked_plural(one: str, many: str) -> tuple[str, str]:
    """Both forms themselves: marks source strings that are translated where they are shown."""
    return one, many


def marked(text: str) -> str:
    """`text` itself: marks a source string that is translated where it is shown."""
    return text
