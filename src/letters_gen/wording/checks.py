"""What the doctor looks at, and the mends, in words."""

from __future__ import annotations

from letters_gen.doctor import Check
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked
from letters_gen.wording.sentences import told_failure

_NAMES = {
    "python": marked("Python"),
    "libreoffice": marked("LibreOffice"),
    "fonts": marked("Fonts"),
    "settings": marked("Settings (letters.toml)"),
    "templates": marked("Templates"),
    "faces": marked("Fonts of the templates"),
    "directory": marked("Directory of schools, schools"),
    "register": marked("Register, entries"),
    "backup": marked("Daily copy of the register"),
    "mail": marked("Mail (the server isn't asked)"),
}

_MENDS = {
    "python": marked("Install Python 3.11 or newer."),
    "libreoffice": marked("Install LibreOffice Writer; only PDF needs it."),
    "fonts": marked("Install the Liberation fonts: without them lines break elsewhere."),
}


def name_text(check: Check) -> str:
    """What was looked at."""
    return _(_NAMES[check.name])


def found_text(check: Check) -> str:
    """What was found there."""
    if check.error is None:
        return check.found or _("not found")
    told = told_failure(check.error)
    if not told.where:
        return told.text
    return f"{told.where}: {told.text}"


def mend_text(check: Check) -> str:
    """What to do about it."""
    if check.error is None:
        return _(_MENDS[check.name])
    return told_failure(check.error).mend
