"""Failures of codes, scans and electronic signatures in words, by their codes."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

_BY_HAND = _(
    "Look at the paper; give its number yourself: letters-gen register attach NUMBER FILE."
)

SCAN_FAILURES = {
    "code-unreadable": Message(
        _("This isn't the code of a document: {found}"),
        _("Write what the code says as a whole, from the office's name to the last sign."),
    ),
    "code-of-another": Message(
        _("The code is another office's: {office}, № {number} of {day}."),
        _("Ask that office."),
    ),
    "code-former": Message(
        _(
            "№ {number} bore this code before it was corrected or its date moved: the paper isn't "
            "what stands in the register."
        ),
        _("Take the document as it was issued last."),
    ),
    "code-unknown": Message(
        _("This office has never issued № {number} of {day} with this code."),
        _("Compare the paper with the register: letters-gen register find."),
    ),
    "scans-no-folder": Message(
        _("There is no such folder."), _("Name the folder that the scanner writes into.")
    ),
    "scans-none": Message(
        _("The folder has no scans: no file in it has pages."), _("Accepted: {accepted}.")
    ),
    "scans-in-letters": Message(
        _("The folder belongs to the register: what lies there is filed already."),
        _("Let the scanner write into a folder of its own."),
    ),
    "scan-protected": Message(
        _("The PDF is protected with a password."),
        _("Scan it without a password, or save it so, and run the command again."),
    ),
    "scan-damaged": Message(
        _("The file can't be opened: it is damaged, or not of the kind that its name tells."),
        _("Scan the paper anew."),
    ),
    "scan-without-code": Message(_("No document's code is read on it."), _BY_HAND),
    "scan-two-documents": Message(
        _("Several documents lie on one page: {numbers}."), _("Scan each by itself.")
    ),
    "scan-of-annulled": Message(
        _("№ {number} is annulled: {because}."),
        _("Look which document stands in its place; the annulled paper isn't filed as signed."),
    ),
    "scan-length-differs": Message(
        _("№ {number}: pages scanned, blank ones aside: {found}, the document has: {wanted}."),
        _("Look whether all sheets were scanned, and no others; scan it again as a whole."),
    ),
    "scan-length-unknown": Message(
        _("Nobody knows of how many pages № {number} is."),
        _("Have them counted: letters-gen pdf {number}. Then run the command again."),
    ),
    "scan-there": Message(
        _("№ {number} has a scan already."),
        _("If it is to be another one: letters-gen register attach {number} FILE."),
    ),
    "scan-is-own": Message(
        _("This is the program's own PDF of № {number}, unsigned: no scan of a signed paper."),
        _("Print it, have it signed, and scan it."),
    ),
    "attach-number-differs": Message(
        _("The file says that it is № {found}, and it is to be attached to № {number}."),
        _(
            "Check the number. If the file is right, attach it on a terminal: the command asks "
            "whether to take it in."
        ),
    ),
    "attach-day-differs": Message(
        _("The file bears № {number} of {day}, and the journal says {date}."),
        _(
            "Correct the date in the file. If the file is right, attach it on a terminal: the "
            "command asks whether to take it in."
        ),
    ),
    "attach-taken": Message(
        _(
            "The very same file is kept with № {other} already, and it is to be attached to "
            "{number}."
        ),
        _(
            "Check the number. If the file is right, attach it on a terminal: the command asks "
            "whether to take it in."
        ),
    ),
    "attach-unread": Message(
        _(
            "The file can't be read here: whether it is of this document isn't known. Word's .doc "
            "is read by LibreOffice."
        ),
        _(
            "Look at the number and the date in it, or save it as .docx. If the file is right, "
            "attach it on a terminal: the command asks whether to take it in."
        ),
    ),
    "attach-to-signed": Message(
        _("{number} is signed: what was signed isn't exchanged for another text."),
        _(
            "A changed text goes out anew: --new-edition REASON, a typed letter under a new "
            "number; an order is changed by another order. If the file was changed by mistake, "
            "restore it from a copy."
        ),
    ),
    "attach-to-sent": Message(
        _("{number} has been sent: what has left the house isn't exchanged for another text."),
        _(
            "A changed text goes out anew: --new-edition REASON, a typed letter under a new "
            "number. If the file was changed by mistake, restore it from a copy."
        ),
    ),
    "signature-damaged": Message(
        _("This is no electronic signature."),
        _("Take the file that the signing program has made, .sig."),
    ),
    "signature-of-other": Message(
        _("This signature is of another file: none of those of № {number} is what it signs."),
        _(
            "Attach the signature of this very file. Where the PDF is signed: make it first "
            "(letters-gen pdf {number}), sign that file and attach its signature."
        ),
    ),
    "signature-taken": Message(
        _("The same signature is kept with № {other} already: it can't be of № {number} too."),
        _("Take the signature of this very document."),
    ),
    "attach-twice": Message(
        _("№ {number} has this very file already: {path}."), _("Nothing is to be done.")
    ),
    "signature-of-nothing": Message(
        _("№ {number} has no file that could be signed electronically."),
        _("Attach the document itself first."),
    ),
    "attach-what": Message(
        _("What is to be attached isn't clear."),
        _("Give NUMBER and FILE, or --scans DIR alone."),
    ),
}
