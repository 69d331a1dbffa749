"""What the system gives as its reason for a refusal, in words."""

import re

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
    # SQLite's
    "SQLITE_FULL": marked("the disk is full"),
    "SQLITE_READONLY": marked("writing there isn't allowed"),
    "SQLITE_PERM": marked("writing there isn't allowed"),
    "SQLITE_CANTOPEN": marked("the file can't be opened"),
    "SQLITE_IOERR": marked("the disk fails"),
    "SQLITE_NOTADB": marked("the file is no register"),
    "SQLITE_CORRUPT": marked("parts of the file are spoilt"),
    "SQLITE_ERROR": marked("its tables aren't what they were"),
    # PostgreSQL's (see `register.postgres_reasons`)
    "PG_SILENT": marked("nobody answers at this address"),
    "PG_ADDRESS": marked("there is no such address"),
    "PG_LATE": marked("no answer comes in time"),
    "PG_CUT": marked("the connection broke off"),
    "PG_REFUSED": marked("the user or the password isn't accepted"),
    "PG_DATABASE": marked("the server has no such database"),
    "PG_FORBIDDEN": marked("this user isn't allowed to do that"),
    "PG_READONLY": marked("the server lets nobody write"),
    "PG_TABLES": marked("its tables aren't what they were"),
    "PG_FULL": marked("the server's disk is full"),
    "PG_CROWDED": marked("too many are connected to it"),
    "PG_STOPPED": marked("it is being stopped or started"),
    "PG_UNKNOWN": marked("the connection can't be made"),
    # tomlkit's
    "UnexpectedCharError": marked("a sign stands there that doesn't belong there"),
    "UnexpectedEofError": marked("the file ends too early"),
    "InvalidNumberError": marked("that is no number"),
    "InvalidDateError": marked("that is no date"),
    "InvalidDateTimeError": marked("that is no date"),
    "InvalidTimeError": marked("that is no time"),
    "InvalidNumberOrDateError": marked("that is neither a number nor a date; text is quoted"),
    "InvalidUnicodeValueError": marked("the sign behind the backslash isn't known"),
    "InvalidCharInStringError": marked("the text holds a sign that it can't"),
    "InvalidControlChar": marked("the text holds a sign that it can't"),
    "EmptyKeyError": marked("the name before the equals sign is missing"),
    "EmptyTableNameError": marked("the name in square brackets is missing"),
    "MixedArrayTypesError": marked("the list mixes text and numbers"),
    "ParseError": marked("the same name stands twice, or the line isn't complete"),
    "InternalParserError": marked("the line isn't complete"),
}
_SYSTEM_ERROR = re.compile("E[0-9A-Z]+|SQLITE_[A-Z_]+|PG_[0-9A-Z]+")


def reason_text(reason: str) -> str:
    """The reason that the system, or a library, gave, by the name of its error; another error by
    that name alone, and other text as it is.
    """
    known = _REASONS.get(reason) or _REASONS.get("_".join(reason.split("_")[:2]))
    if known:
        return _(known)
    if not _SYSTEM_ERROR.fullmatch(reason):
        return reason
    return _("the system refuses ({name})").format(name=reason)
