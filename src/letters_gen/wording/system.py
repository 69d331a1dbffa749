"""What the system gives as its reason for a refusal, in words."""

from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

_TIMED_OUT = marked("the network folder doesn't answer")
# The names of errno(3).
_REASONS = {
    "EACCES": marked("reading it isn't allowed"),
    "EPERM": marked("reading it isn't allowed"),
    "EIO": marked("the disk fails"),
    "EISDIR": marked("a folder has this name"),
    "ENOTDIR": marked("on the way to it stands a file where a folder should"),
    "EEXIST": marked("something else has this name"),
    "ENOENT": marked("the folder is gone"),
    "ENAMETOOLONG": marked("the name is too long"),
    "EFBIG": marked("the disk doesn't take files of this size"),
    "ELOOP": marked("the links lead round in a circle"),
    "EMFILE": marked("too many files are open"),
    "ENFILE": marked("too many files are open"),
    "ETIMEDOUT": _TIMED_OUT,
    "EHOSTDOWN": _TIMED_OUT,
    "EHOSTUNREACH": _TIMED_OUT,
    "ENETUNREACH": _TIMED_OUT,
    "ESTALE": _TIMED_OUT,
}


def reason_text(reason: str) -> str:
    """The reason that the system gave, by the name of its error; any other by that name alone."""
    known = _REASONS.get(reason)
    return _(known) if known else _("the system refuses ({name})").format(name=reason)
