"""Every failure of the register in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

REGISTER_FAILURES = {
    "number-format-changed": Message(
        _(
            "The last number of {year} was given as {number}; by today's format it would "
            "read {now}, and new numbers could be taken for old ones."
        ),
        _("Restore the format until the year ends, or take one that old numbers don't fit."),
    ),
    "unknown-number": Message(
        _("The register has no number {found}."),
        _("Look it up with letters-gen register list; of another year: --year."),
    ),
    "unknown-number-range": Message(
        _("«{found}» is several numbers, and here one is wanted."),
        _("Name one number; then the others, one by one."),
    ),
    "unknown-numbers": Message(
        _("{found}: the register hasn't the numbers from {first} to {last}."),
        _("Check for a slip of the pen; letters-gen register list shows what there is."),
    ),
    "number-ambiguous": Message(
        _("{found} may be: {numbers}."), _("Write the number as it stands here, or give --year.")
    ),
    "entry-not-issued": Message(
        _("{number} is reserved and not issued yet."),
        _("Run the command that reserved it again: it goes on."),
    ),
    "entry-elsewhere": Message(
        _("{number} was taken in another folder ({workspace}), where its files lie."),
        _("Attach the file there."),
    ),
    "unknown-recipient": Message(
        _("{number} isn't addressed to {found}.{nearest}"),
        _("Write the recipient as register show has it."),
    ),
    "sent-in-future": Message(
        _("{number} can't have been sent on {day}: that day is ahead."), _("Check --on.")
    ),
    "sent-before-its-date": Message(
        _("{number} of {date} can't have been sent on {day}: that is before its date."),
        _("Check --on."),
    ),
    "signed-in-future": Message(
        _("{number} can't have been signed on {day}: that day is ahead."), _("Check --on.")
    ),
    "signed-before-its-date": Message(
        _("{number} of {date} can't have been signed on {day}: that is before its date."),
        _("Check --on; a letter's date is the day of its signing."),
    ),
    "signed-otherwise": Message(
        _("{number} is recorded as signed on {day}, and now {wanted} is said."),
        _("Check the day. If it is right, say so."),
    ),
    "incoming-not-signed": Message(
        _("{number} came in: others have signed it."), _("Leave its number out.")
    ),
    "sent-without-document": Message(
        _("{number} is a number without a document: nothing can have been sent."),
        _(
            "Take the letter in with letters-gen register attach; one that there is on paper alone "
            "is told with letters-gen register signed. Then repeat the command."
        ),
    ),
    "reply-unreadable": Message(
        _("{found} is neither a number of the incoming journal nor a number with its date."),
        _("Write it as 06-5649/06-18/23 от 17.04.2023."),
    ),
    "not-signed": Message(_("{number} isn't recorded as signed."), _("Check the number.")),
    "signed-copy-there": Message(
        _("{number} has its signed copy in the register: it is signed."),
        _("A signed document isn't changed: a new edition, or another order, takes its place."),
    ),
    "not-sent": Message(
        _("{number} isn't recorded as sent, or was replaced since."), _("Check the number.")
    ),
    "redate-other-year": Message(
        _("{number} is a number of {year}: another year's date can't be given to it."),
        _("Annul it and take a number of the other year."),
    ),
    "redate-out-of-order": Message(
        _("{number} is of {day}: with {wanted} the days wouldn't follow the numbers."),
        _("Choose a day between those of the numbers before and behind."),
    ),
    "school-ambiguous": Message(
        _("{found} may be several schools: {accepted}."), _("Write more of its name, or its ИНН.")
    ),
    "attach-empty": Message(
        _("The file is empty: there is nothing in it."), _("Scan or save it anew and attach that.")
    ),
    "attach-damaged": Message(
        _(
            "The file is damaged, or not of the kind that its name tells: Word or Excel wouldn't "
            "open it."
        ),
        _("Open it, save it anew and attach that file."),
    ),
    "attach-kind": Message(_("A file of this kind can't be attached."), _("Accepted: {accepted}.")),
    "journal-empty-register": Message(
        _("There are no entries to write."), _("Check --year and --journal.")
    ),
    "inventory-empty": Message(
        _("No file has a document of these days."), _("Check --period and --year.")
    ),
    "case-unknown": Message(
        _("No document of these days belongs to the file {found}; there are: {accepted}."),
        _("Check --case: it is the column «Дело №» of the journal; and --year."),
    ),
    "export-kind": Message(_("A journal is written as .xlsx or .csv."), _("Name such a file.")),
    "export-one-journal": Message(
        _("A CSV file holds one journal, and there are several: {journals}."),
        _("Choose with --year and --journal."),
    ),
    "nothing-to-copy": Message(
        _("There is no register yet."), _("It is made when the first number is taken.")
    ),
    "backup-folder-missing": Message(
        _("The register wasn't copied: the folder of [backup] isn't there."),
        _("Put the stick in, or correct folder under [backup] in letters.toml."),
    ),
    "backup-stale": Message(
        _("The register hasn't been copied there for more than a week; the last copy: {newest}."),
        _("Put the stick in: the next command that writes to the register makes a copy."),
    ),
    "copy-damaged": Message(
        _("The file is no copy of a register, or it is damaged."),
        _("Choose another copy in letters/backups; nothing was restored."),
    ),
    "copy-newer": Message(
        _("The copy was written by a newer program (schema {version}, known here: {known})."),
        _("Install the newest letters-gen; nothing was restored."),
    ),
    "copy-of-another": Message(
        _("The copy holds no register of the office {office}, but of: {found}."),
        _("Choose another copy; nothing was restored."),
    ),
    "restore-on-server": Message(
        _("The register is on a server, which a copy can't take the place of."),
        _("Ask whoever keeps the server to restore its own backup."),
    ),
    "restore-needs-yes": Message(
        _("There is no terminal to ask on; nothing was restored."), _("Give --yes.")
    ),
    "file-exists": Message(_("The file exists already."), _("Name a new one.")),
    "journal-header-not-found": Message(
        _("No header row was found. Looked for: {looked_for}. Found instead: {found}."),
        _("Check that this is a journal; name its columns as register export does."),
    ),
    "journal-column-missing": Message(
        _(
            "There is no column «{title}». Looked for: {looked_for}.{nearest} The sheet has: "
            "{found}."
        ),
        _("Give the column that name in the file."),
    ),
    "journal-without-dates": Message(
        _("{number} is the journal's first line and has no readable date: its year isn't known."),
        _("Write the date as 18.04.2023."),
    ),
    "journal-empty": Message(
        _("No line of the journal has a number that could be read."),
        _("Check the column of numbers, and index and format of [series] in letters.toml."),
    ),
    "import-number-taken": Message(
        _("{number} is in the register already, for something else: {heading}."),
        _("Take the line out of the file, or correct its number; nothing was taken over."),
    ),
    "import-document-taken": Message(
        _("The document of {number} stands in the register already, under {other}."),
        _("Take the line out of the file; nothing was taken over."),
    ),
    "import-needs-yes": Message(
        _("There is no terminal to ask on; nothing was taken over."),
        _("Look at what was read with --dry-run, then give --yes."),
    ),
    "issued-differently": Message(
        _("{number} is issued, and what it states is now different: {differences}."),
        _(
            "Give --correct REASON while it is neither signed nor sent, else --new-edition "
            "REASON; nothing was changed."
        ),
    ),
    "number-borne": Message(
        _(
            "A file bears the number {number}, and the register would give {next} next: it is "
            "older than the files."
        ),
        _(
            "Restore the newest copy of the register, or enter the lost numbers: letters-gen "
            "register import with the "
            "last journal exported."
        ),
    ),
    "office-renamed": Message(
        _(
            "letters.toml calls the office {office}, and this folder has taken its numbers as "
            "{known}: they would begin anew."
        ),
        _(
            'Put id = "{known}" back into [office], or record the new name: letters-gen register '
            "rename-office {known} {office}."
        ),
    ),
    "unknown-office": Message(
        _("The register has no office {found}."), _("There are: {accepted}.")
    ),
    "office-taken": Message(
        _("The register has an office {found} already."), _("Choose another id.")
    ),
    "office-not-ours": Message(
        _("This folder has taken no number of the office {found}."),
        _("Rename an office from the folder that keeps its register."),
    ),
    "reserved-elsewhere": Message(
        _("{number} was reserved in another folder ({workspace}) and isn't issued yet."),
        _("Run the command there: only the folder that took a number finishes its document."),
    ),
    "entry-sent": Message(
        _("{number} has been sent already: it can't be corrected."),
        _("Give --new-edition REASON instead."),
    ),
    "entry-signed": Message(
        _("{number} is signed: it can't be corrected."), _("Give --new-edition REASON instead.")
    ),
    "order-signed": Message(
        _("{number} is a signed order: it is neither made anew nor annulled."),
        _('Another order ends or changes it: --ends {number}, --changes "{number}: …".'),
    ),
    "entry-edited": Message(
        _("{number} was edited by hand since it was issued: a correction would lose that."),
        _("Correct the file itself and take it in with register attach, or give --new-edition."),
    ),
    "entry-left": Message(
        _("{number} has been sent: what has left the house is never annulled."),
        _(
            "Replace it by a new edition (--new-edition REASON), or withdraw it: letters-gen issue "
            "withdrawal --ends {number}. Recorded as sent by mistake: letters-gen register sent "
            "{number} --undo --reason REASON."
        ),
    ),
    "entry-annulled": Message(
        _("{number} is annulled: {because}."),
        _("Nothing can be done with an annulled number but to attach a scan."),
    ),
    "driver-missing": Message(
        _("The register is on a PostgreSQL server, and the program lacks its driver."),
        _("Install it: pip install letters-gen[postgres]."),
    ),
    "database-unreachable": Message(
        _("The register's server can't be reached: {reason}."),
        _(
            "Check the network and [register] url, then run the command again: it goes on from "
            "there; -v tells what the server itself says."
        ),
    ),
    "server-unusable": Message(
        _("The register's server refuses: {reason}."),
        _("Show it to whoever keeps the server; -v tells what the server itself says."),
    ),
    "register-damaged": Message(
        _("The register is damaged: {reason}."),
        _("Restore it from a copy; leave the issued files as they are."),
    ),
    "row-unreadable": Message(
        _("The register is damaged: row {row} of its {table} can't be read."),
        _("Restore it from a copy; leave the issued files as they are."),
    ),
    "register-version-unknown": Message(
        _("The register says that it is of a version that there isn't: «{version}»."),
        _("Restore it from a copy; leave the issued files as they are."),
    ),
    "register-emptied": Message(
        _("The register is empty, and documents were issued from it: {found}."),
        _("Restore it from a copy; numbers never begin anew."),
    ),
    "register-newer": Message(
        _("The register was written by a newer program (schema {version}, known here: {known})."),
        _("Install the newest letters-gen."),
    ),
    "register-busy": Message(
        _("Another program has held the register for {seconds} seconds."),
        _("Wait until it is done, and run the command again."),
    ),
    "register-unusable": Message(
        _("The register can't be used: {reason}."),
        _("Check the free space and who may write to the folder letters."),
    ),
    "lease-held": Message(
        _("Another run has been issuing for ten minutes: {holder}."),
        _("Wait until it is done, and run the command again."),
    ),
    "replaced-full": Message(
        _("The folder of replaced files is full of this name."), _("Move its files elsewhere.")
    ),
}
