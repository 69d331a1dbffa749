"""Every failure of reading a spreadsheet's file, in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

_SAVE_ANEW = _("Open it in Excel or LibreOffice, save it anew as .xlsx and give the new file.")

SHEET_FAILURES = {
    "not-a-spreadsheet": Message(
        _("The file is no spreadsheet that can be read."),
        _("Check that it is the right file. Accepted: {accepted}."),
    ),
    "sheet-empty": Message(
        _("The file is empty: it has no content at all."),
        _("Ask for the sheet again: it was lost when it was saved or sent."),
    ),
    "sheet-blank": Message(
        _("No cell of the spreadsheet holds anything that can be read."),
        _SAVE_ANEW,
    ),
    "sheet-image-only": Message(
        _("The spreadsheet holds a picture and not a single cell with text or a number."),
        _("Ask for the sheet itself: figures can't be taken from a picture."),
    ),
    "sheet-lock-file": Message(
        _("This isn't the sheet but the mark that Excel or LibreOffice puts beside an open file."),
        _("Give the file whose name is the same without the signs in front."),
    ),
    "sheet-password": Message(
        _("The file is protected by a password and can't be read."),
        _("Open it in Excel, take the password off (File → Info → Protect) and save it."),
    ),
    "sheet-damaged": Message(
        _("The file is damaged: it can't be unpacked, or its checksums don't fit."),
        _("Copy or download it again, or ask for it once more."),
    ),
    "sheet-too-old": Message(
        _("The file was made by a program older than Excel 97, in a format that isn't read."),
        _SAVE_ANEW,
    ),
    "sheet-too-large": Message(
        _("The spreadsheet is too large: its cells reach further than can be read."),
        _(
            "Delete the empty rows and columns behind the table (mark them, Delete), and the other "
            "sheets, and save the file."
        ),
    ),
    "sheet-takes-too-long": Message(
        _("Reading the spreadsheet takes longer than it may."),
        _SAVE_ANEW,
    ),
    "basis-due-early": Message(
        _("The covering letter of {day} wants an answer by {due}, before its own day."),
        _("Correct date or due in [basis], or --basis-date and --basis-due."),
    ),
    "sheet-unreadable": Message(
        _("The spreadsheet can't be read: the reader failed on it, though Excel may open it."),
        _SAVE_ANEW,
    ),
}
