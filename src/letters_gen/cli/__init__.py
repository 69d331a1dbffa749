"""The commands: parse, call, show; no decisions.

`main` is the program's entry. A module a command; `session` is what they share of one run,
`options` the options they share, `screen` and `json_output` how they show, `asking` how they ask,
`failing` how they end.
"""

from __future__ import annotations

import gc
import gettext
import os
import sys
from typing import NoReturn

from letters_gen.wording.language import CATALOGUES, DOMAIN, LANGUAGES, speak

_SELDOM = 200_000


def main() -> NoReturn:
    """Run the command line and leave with its exit status (design §5)."""
    arguments = sys.argv[1:]
    _speak(_language(arguments))
    # The modules below word their help when they are imported, so the language comes first.
    from letters_gen.cli.failing import run
    from letters_gen.cli.program import program

    # A run makes many values that stay and few cycles; 40,000 schools would be gone through again
    # and again.
    gc.freeze()
    gc.set_threshold(_SELDOM)
    # What a library fails at when it lets go of a file has been told by then, or doesn't matter.
    sys.unraisablehook = lambda _: None
    status = run(program, arguments)
    # What is left goes with the process: no need to look through it for cycles first.
    gc.freeze()
    sys.exit(status)


def _language(arguments: list[str]) -> str:
    """The language that `--lang` or LETTERS_LANG names; Russian otherwise, and for a name that
    click will refuse.
    """
    named = os.environ.get("LETTERS_LANG", "ru")
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            named = arguments[position + 1]
        elif argument.startswith("--lang="):
            named = argument.partition("=")[2]
    if named not in LANGUAGES:
        return "ru"
    return named


def _speak(language: str) -> None:
    """Let the program, and click with it (which asks the process's own gettext), speak
    `language`.
    """
    speak(language)
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
