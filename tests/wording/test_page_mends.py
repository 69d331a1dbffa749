"""What the page advises can be done on a page."""

from __future__ import annotations

import re

from letters_gen.wording.failures import FAILURES
from letters_gen.wording.language import speak
from letters_gen.wording.oddities import ODDITIES
from letters_gen.wording.page_mends import page_mend

# These are told in the window that the page was started from.
STARTING = ("page-package-missing", "page-port-taken")
_COMMANDS = re.compile(r"--[a-zA-Z]|letters-gen|[Cc]ommand|terminal")


def test_no_advice_on_the_page_is_for_a_command_line() -> None:
    messages = {**FAILURES, **ODDITIES}
    speak("en")
    told = {code: page_mend(code, one.mend) for code, one in messages.items()}
    speak("ru")
    assert [
        code for code, mend in told.items() if _COMMANDS.search(mend) and code not in STARTING
    ] == []
