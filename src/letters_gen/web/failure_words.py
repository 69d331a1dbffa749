"""What HTTP itself refuses, in words: a title and what to do."""

from __future__ import annotations

from letters_gen.web.desk import upload_limit
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

_ENTER = marked("Open the page anew with «Письма» in the office's folder.")
_WORDS = {
    "stranger": (marked("This page isn't open to you"), _ENTER),
    "outdated": (
        marked("The page is outdated, nothing was issued"),
        marked(
            "The program was started anew since. Open the page anew with «Письма» in the "
            "office's folder; what was answered is kept."
        ),
    ),
    "other-site": (
        marked("Nothing was done: the request came from elsewhere"),
        marked("Go back to the page of letters-gen and press the button there."),
    ),
    "reading": (
        marked("This page shows the journal, and changes nothing"),
        marked("Go back to the journal. For all else open the page with «Письма»."),
    ),
    "400": (marked("The request can't be understood"), _ENTER),
    "404": (
        marked("There is no such page"),
        marked("Check the address, or begin with the page «Week»."),
    ),
    "405": (
        marked("This is done by a button"),
        marked("Go back to the page before and press its button."),
    ),
}


def told_http(code: str) -> tuple[str, str]:
    """The title and the text of a refusal, by its code."""
    if code == "413":
        told = _("A file may have at most {limit} MB. Make it smaller: a sheet without pictures.")
        return _("The file is too large"), told.format(limit=upload_limit())
    title, text = _WORDS.get(code, _WORDS["400"])
    return _(title), _(text)
