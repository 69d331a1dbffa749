"""Everything odd about the register and its files in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

REGISTER_ODDITIES = {
    "mail-unknown": Message(
        _(
            "{number} was given to the mail server, and the answer was lost; unknown of: "
            "{recipients}."
        ),
        _("letters-gen send {number} asks whether it has arrived."),
    ),
    "table-foreign": Message(
        _("The table {table} isn't as the program makes it: its columns, keys or its very kind."),
        _("Restore the register from a copy, and find out who had access."),
    ),
    "table-unknown": Message(
        _("The register holds a table of somebody else's: {table}."),
        _("Restore the register from a copy, and find out who had access."),
    ),
    "guard-lost": Message(
        _("What keeps events from being rewritten is gone or changed: {name}."),
        _("Restore the register from a copy, and find out who had access."),
    ),
    "trigger-unknown": Message(
        _("The register does something by itself that the program never told it: {name}."),
        _("Restore the register from a copy, and find out who had access."),
    ),
    "office-foreign": Message(
        _("The register's file holds what belongs to another office, {office}."),
        _("Restore the register from a copy; a file is one office's."),
    ),
    "chain-torn": Message(
        _("The chain of events is torn at event {position}: something was taken out or put in."),
        _("Restore the register from a copy, and find out who had access."),
    ),
    "event-rewritten": Message(
        _("Event {position} ({number}) isn't what was recorded: it was changed afterwards."),
        _("Restore the register from a copy, and find out who had access."),
    ),
    "head-unknown": Message(
        _("The chain never ended with {head}: its tail was cut off, or it is another register's."),
        _("Restore the newest copy of the register."),
    ),
    "events-unreadable": Message(
        _("The entries can't be rebuilt from what happened to them."),
        _("Restore the register from a copy."),
    ),
    "event-reshaped": Message(
        _("Event {position} isn't stored as the program stores it: it was changed afterwards."),
        _("Restore the register from a copy, and find out who had access."),
    ),
    "entry-reshaped": Message(
        _("{number} isn't stored as the program stores it: it was changed afterwards."),
        _("Restore the register from a copy, and find out who had access."),
    ),
    "entry-misnamed": Message(
        _(
            "Events name an entry as the program never does ({found}): what they say is hidden "
            "from its history."
        ),
        _("Restore the register from a copy, and find out who had access."),
    ),
    "entry-lost": Message(
        _("{number} was recorded and is missing."), _("Restore the register from a copy.")
    ),
    "entry-differs": Message(
        _("{number} isn't what its events say: {fields}."), _("Restore the register from a copy.")
    ),
    "entry-unfounded": Message(
        _("{number} stands in the register, and no event has put it there."),
        _("Restore the register from a copy."),
    ),
    "number-gap": Message(
        _("{whose}, {year}: {number} was never given, a gap."),
        _("Look whether first in [series] was changed within the year."),
    ),
    "number-twice": Message(
        _("{number} of {year} was given twice."),
        _(
            "Annul one of them; look whether two tables of [series] in letters.toml make the "
            "same numbers."
        ),
    ),
    "series-unsettled": Message(
        _("The register has numbers of the series {series}, which letters.toml lacks: {count}."),
        _("Put [series.{series}] back: its numbers would be given again, and no journal has them."),
    ),
    "journal-gap": Message(_("{whose}, {year}: {number} is missing in the paper journal.")),
    "journal-twin": Message(_("{number} of {year} stands twice in the paper journal.")),
    "journal-tails": Message(_("Numbers with a tail, from the paper journal: {number}.")),
    "reserved-unfinished": Message(
        _("{number} is reserved and not issued."),
        _("Run the command that reserved it again: it goes on."),
    ),
    "typed-without-file": Message(
        _("Typed letters without a file or scan: {number}."),
        _("Take them in: letters-gen register attach."),
    ),
    "issued-without-file": Message(
        _("{number} is issued and has no document."), _("Restore it from a copy.")
    ),
    "file-missing": Message(_("The file of {number} is missing."), _("Restore it from a copy.")),
    "file-changed": Message(
        _("The file of {number} was changed after its issue."),
        _(
            "If the change stands: letters-gen register attach NUMBER FILE --reason …; else "
            "restore it from a copy."
        ),
    ),
    "number-unregistered": Message(
        _(
            "The file bears {number}, which the register never gave: the register is older than "
            "the files."
        ),
        _("Restore the newest copy of the register, or import the last journal exported."),
    ),
    "number-pdf-unnamed": Message(
        _("The register doesn't know this PDF of {number}: it was made after the register's copy."),
        _("Make it anew: letters-gen pdf {number}."),
    ),
    "number-file-unnamed": Message(
        _("The file bears {number} and isn't the one that the register knows."),
        _(
            "If it is the document: letters-gen register attach NUMBER FILE --reason …; a copy "
            "belongs outside letters."
        ),
    ),
    "act-unfinished": Message(
        _("An act with the file of {number} was begun and not finished."),
        _("Repeat it: letters-gen register attach NUMBER FILE --reason …."),
    ),
    "former-unkept": Message(
        _("Of a former file of {number} nothing is kept: it was changed where it lay."),
    ),
    "replaced-lost": Message(
        _("A former file of {number} is no longer kept in replaced, or was changed there."),
        _("Put it back from a copy of the folder letters."),
    ),
    "identity-lost": Message(
        _("The file is this folder's, and the folder has lost its id, letters/workspace.id."),
        _("Put the file workspace.id back from a copy; it holds one line: {workspace}"),
    ),
    "stray-file": Message(_("A file that a run has left behind."), _("The next run removes it.")),
    "entries-elsewhere": Message(
        _("Entries of other folders, whose files weren't looked at: {count}.")
    ),
    "search-mended": Message(
        _("Finding passed by entries of the register: {count}; what it searches was made anew."),
    ),
    "journal-sheet-passed": Message(
        _("The sheet has no header of a journal (number and date); nothing of it was taken over."),
        _("If it is a journal: name its columns as in register export, and import again."),
    ),
    "journal-incoming-paper": Message(
        _("{found} is a letter that came in, of a journal that this program hasn't printed."),
        _("Enter such letters one by one: letters-gen register incoming."),
    ),
    "journal-number-unread": Message(
        _("{found} can't be read as a number of any series."),
        _("Correct it in the file, or take the line out; nothing was taken over."),
    ),
    "journal-date-assumed": Message(
        _("{number} has no readable date; that of the line before was taken: {day}.")
    ),
}
