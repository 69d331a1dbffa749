"""Why settings, directory or a template can't be changed so, in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

EDITING_FAILURES = {
    "changed-meanwhile": Message(
        _("It was changed meanwhile, in another window or by a colleague; nothing was written."),
        _("Look at what stands there now. What you have typed is kept: press the button again."),
    ),
    "template-not-shipped": Message(
        _("No such template came with the program."), _("It stays as it is.")
    ),
    "school-name-taken": Message(
        _("The name {name} is also that of {school}: a sheet's row could mean either."),
        _("Give the school a name that no other has."),
    ),
}
