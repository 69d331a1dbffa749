"""What isn't filled in yet of a new office, in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

UNFILLED_FAILURES = {
    "person-unnamed": Message(
        _("A document needs this name, and it isn't filled in."),
        _("Write it into letters.toml: «Иванов И.И.»; a name of [people] in full."),
    ),
    "directory-empty": Message(
        _("The directory has no schools."),
        _("Enter your schools in data/schools.csv, one a line."),
    ),
    "directory-headless": Message(
        _("Schools without a head: {number}, {schools}."),
        _(
            "Fill in «Руководитель» and «Должность» in data/schools.csv. Where a post is vacant, "
            "write «вакансия» and the post."
        ),
    ),
}
