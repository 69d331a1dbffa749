"""What to do about a failure or a doubt on the page, where the commands' own advice is for whoever
types commands.
"""

from __future__ import annotations

from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

_CHOOSE = marked("Choose what is right; the answer is kept.")
_FORM = marked("Choose the right form, or write it; it is kept and declined so from then on.")
_CHECK_DAY = marked("Check the date of signing: «Change» beside it.")
_CHECK_DATE = marked("Check the date.")
_MISNAMED = marked("Correct the name.")
_ASK_IT = marked("Ask whoever looks after the program.")
_AGAIN = marked("Then go back and press the button again: it goes on from there.")

_IS_MEANT = marked(
    "Check the file and the number. If it is right, choose it again and say so below."
)
_ANEW = marked(
    "A changed text goes out anew, under a new number. A file changed by mistake is restored from "
    "a copy."
)

_MENDS = {
    "file-open": marked("Close it in Word or Excel, go back and press the button again."),
    "file-unreadable": marked("Check the file and who may read it, then open this page again."),
    "disk-full": marked("Make room, go back and press the button again: it goes on from there."),
    "no-rights": marked("Ask whoever keeps the folder for the right to write there."),
    "file-unwritable": marked("Check the folder and the disk, then press the button again."),
    "directory-changed": marked("Go back and answer again."),
    "directory-encoding": marked("Save the directory in Excel as CSV UTF-8 and answer again."),
    "template-unknown-field": _MISNAMED,
    "template-unknown-filter": _MISNAMED,
    "template-changed": marked("Open the draft anew: it is made with the template as it is now."),
    "worker-lost": _AGAIN,
    "register-busy": marked("Wait until it is done, and press the button again."),
    "lease-held": marked("Wait until it is done, and press the button again."),
    "database-unreachable": marked("Check the network, then press the button again."),
    "formulas-uncounted": marked("Open it in Excel, save it, and upload it again."),
    "folder-not-empty": marked("Finish work here, and start the page in an empty folder."),
    "no-workspace": marked("Check that the office's folder is where it was."),
    "district-not-found": marked("Check the file, and how the district is written."),
    "column-missing": marked("Choose the column that it is; the name is remembered."),
    "period-not-found": marked("Write it: 08.04.2023-14.04.2023."),
    "period-twice": marked("Choose the right one, or write it: 08.04.2023-14.04.2023."),
    "title-of-others": marked("Check the sheet. If it is right, say so."),
    "school-elsewhere": marked("Move them into the table, or choose to leave them out."),
    "group-of-others": marked("If it is the right one, choose it: it is kept."),
    "period-long": marked("Choose the right one, or write it: 08.04.2023-14.04.2023."),
    "school-unmatched": marked("Choose which school it is; the name is remembered."),
    "unknown-value": marked("Choose what it means; it is remembered."),
    "not-a-count": marked("Write the number, or choose «нет данных»; or correct the cell."),
    "not-a-percent": marked("Write the right number, or correct the cell."),
    "part-exceeds-whole": marked(
        "Ask the school or the ministry for the right counts; or choose what to take."
    ),
    "document-alike": marked("Choose which one it is; nothing is issued before."),
    "period-overlaps": marked("Check the sheet. If it is right, say so."),
    "sheet-issued": marked("Check the sheet. If it is right, say so."),
    "week-without-findings": marked(
        "Read the draft; if its text doesn't fit, correct the template."
    ),
    "prior-no-order": marked("A letter is withdrawn by a letter."),
    "prior-is-order": marked("Another order ends or changes it."),
    "prior-not-sent": marked(
        "If it never left, annul it. If it did, record first that it was sent."
    ),
    "prior-unknown": marked("Check the number; of another year write its date too."),
    "addressee-of-schools": marked("Leave the addressee out, or correct the school's head."),
    "scan-there": marked("If it is to be another one, attach it to its number below."),
    "scan-without-code": marked("Look at the paper, and write its number below."),
    "scan-length-unknown": marked(
        "Look whether all of its sheets are there; then attach it to its number below."
    ),
    "scan-protected": marked("Save it without a password, and send it again."),
    "attach-number-differs": _IS_MEANT,
    "attach-day-differs": _IS_MEANT,
    "attach-taken": _IS_MEANT,
    "attach-unread": _IS_MEANT,
    "attach-to-signed": _ANEW,
    "attach-to-sent": _ANEW,
    "signature-of-other": marked("Attach the signature of this very file."),
    "date-far": marked("Check the date of signing. If it is right, say so."),
    "addressee-assumed": marked("Say whom it goes to: «Change» beside it. If it is right, say so."),
    "basis-far": marked("Check the date of the covering letter. If it is right, say so."),
    "basis-missing": marked("Tell the covering letter: who sent it, its number, its date."),
    "basis-author-case": marked("Write it as it is called: documents decline it themselves."),
    "issued-differently": marked(
        "Nothing was changed. Open its draft anew: there you correct it or issue it anew."
    ),
    "subject-missing": marked("Write what it is about."),
    "prior-unnamed": marked("Write the numbers of the documents that it withdraws."),
    "ground-missing": marked("Write who sent it, its number and its date, or none of them."),
    "annulled-by-hand": marked("It is issued anew under the next number: «Correct or issue anew»."),
    "weekly-not-issued": marked("Usually it goes first."),
    "weekly-figures-stand": _ASK_IT,
    "told-as-sent": marked("If they went out, enter it in the journal first."),
    "issued-file-missing": marked("Restore it from a copy."),
    "number-borne": _ASK_IT,
    "office-renamed": _ASK_IT,
    "reserved-elsewhere": marked("It is finished there: only that folder can do it."),
    "reserved-unfinished": marked("Open the page «Week» and continue it."),
    "entry-not-issued": marked("Open the page «Week» and continue it."),
    "unknown-number": marked("Check the number."),
    "unknown-numbers": marked("Check the number."),
    "number-ambiguous": marked("Write the number as it stands here."),
    "register-newer": _ASK_IT,
    "journal-incoming-paper": _ASK_IT,
    "driver-missing": _ASK_IT,
    "print-damaged": _ASK_IT,
    "file-changed": _ASK_IT,
    "backup-stale": marked("Put the stick in, or copy the register now."),
    "backup-folder-missing": marked("Put the stick in, or name another folder in the settings."),
    "copy-damaged": marked("Choose another copy; nothing was restored."),
    "libreoffice-fails": _ASK_IT,
    "issued-not-due": marked("Don't send it."),
    "sent-without-document": marked(
        "Attach the letter or its scan first; where it is on paper alone, enter that it is signed."
    ),
    "sent-in-future": _CHECK_DATE,
    "sent-before-its-date": _CHECK_DATE,
    "signed-in-future": _CHECK_DATE,
    "signed-before-its-date": _CHECK_DATE,
    "order-signed": marked("Another order ends or changes it."),
    "incoming-before-date": _CHECK_DATE,
    "reason-missing": marked("Enter why."),
    "incoming-unnumbered-twice": marked("If it is another letter, say so below."),
    "entry-left": marked("What was sent is withdrawn by a letter."),
}

_CHOSEN = (
    "heading-twice",
    "which-sheet",
    "heading-over-several",
    "district-near",
    "inn-column-shifted",
    "inn-of-another",
    "school-twice-differs",
    "school-rows",
    "rows-by-role",
    "zero-or-no-data",
    "counts-with-unit",
    "blank-value",
    "percent-scale",
    "percents-mixed",
    "head-sex-unknown",
    "head-sex-contradicts",
    "person-sex-unknown",
)
_FORMS = (
    "head-form-doubtful",
    "post-form-doubtful",
    "head-case-doubtful",
    "post-case-doubtful",
    "text-form-doubtful",
    "person-name-doubtful",
    "person-post-doubtful",
)
_DAYS = (
    "signed-after-due",
    "date-far-from-period",
    "date-before-period-ends",
    "date-before-basis",
    "year-is-over",
    "date-before-last",
)
# Only a command can do what is advised; the page says what happened, and no more.
_SILENT = (
    "docxtpl-missing",
    "journal-empty-register",
    "inventory-empty",
    "case-unknown",
    "export-one-journal",
    "copy-newer",
    "restore-needs-yes",
    "import-needs-yes",
    "entry-sent",
    "entry-signed",
    "entry-edited",
    "series-of-incoming",
    "answer-from-other",
    "answered-already",
    "names-or-all",
    "cluster-package-missing",
    "cluster-unreachable",
    "no-monitoring",
    "no-schools-for-type",
    "subject-with-sheet",
    "sheet-unasked",
    "needs-yes",
    "sent-not-corrected",
    "signed-not-corrected",
    "edited-not-corrected",
    "typed-without-file",
    "number-file-unnamed",
    "number-pdf-unnamed",
    "act-unfinished",
    "basis-unknown",
    "settings-stand",
    "template-stands",
    "figures-stand",
    "basis-due-early",
    "changes-unsaid",
    "forms-unasked",
    "journal-incoming-paper",
    "mail-cut",
    "mail-entry-changed",
    "mail-file-changed",
    "mail-later",
    "mail-login-refused",
    "mail-needs-yes",
    "mail-password-missing",
    "mail-school-unknown",
    "mail-unknown",
    "mail-unreachable",
    "mail-unset",
    "mail-unsigned",
    "mail-without-pdf",
    "pdf-damaged",
    "pdf-face-unnamed",
    "pdf-of-changed",
    "print-not-set",
    "code-unknown",
    "attach-what",
    "letter-school-unknown",
    "letter-template-there",
    "tagging-unknown",
    "tagging-fixed-word",
    "tagging-left",
)
_OTHERWISE = {
    **dict.fromkeys(_CHOSEN, _CHOOSE),
    **dict.fromkeys(_FORMS, _FORM),
    **dict.fromkeys(_DAYS, _CHECK_DAY),
    **dict.fromkeys(_SILENT, ""),
    **_MENDS,
}


def page_mend(code: str, mend: str) -> str:
    """What to do on the page about `code`: `mend`, the commands' advice, unless there is other."""
    return _(_OTHERWISE[code]) if code in _OTHERWISE else mend
