"""Every failure in words, by its code."""

from letters_gen.wording.answer_failures import ANSWER_FAILURES
from letters_gen.wording.editing_failures import EDITING_FAILURES
from letters_gen.wording.language import marked as _
from letters_gen.wording.mail_failures import MAIL_FAILURES
from letters_gen.wording.message import Message
from letters_gen.wording.page_failures import PAGE_FAILURES
from letters_gen.wording.pdf_messages import PDF_FAILURES
from letters_gen.wording.prior_failures import PRIOR_FAILURES
from letters_gen.wording.register_failures import REGISTER_FAILURES
from letters_gen.wording.scan_failures import SCAN_FAILURES
from letters_gen.wording.sheet_failures import SHEET_FAILURES
from letters_gen.wording.tagging_messages import TAGGING_FAILURES
from letters_gen.wording.template_failures import TEMPLATE_FAILURES
from letters_gen.wording.unfilled_failures import UNFILLED_FAILURES

FAILURES = {
    **TEMPLATE_FAILURES,
    **TAGGING_FAILURES,
    **REGISTER_FAILURES,
    **PRIOR_FAILURES,
    **ANSWER_FAILURES,
    **SHEET_FAILURES,
    **PDF_FAILURES,
    **MAIL_FAILURES,
    **PAGE_FAILURES,
    **SCAN_FAILURES,
    # files and folders
    "no-such-file": Message(_("There is no such file."), _("Check the name and the folder.")),
    "file-unreadable": Message(
        _("The file {path} can't be read: {reason}."),
        _("Check the file and who may read it, and run the command again."),
    ),
    "file-open": Message(
        _("{path} is open in another program."),
        _("Close it in Word or Excel and run the command again."),
    ),
    "disk-full": Message(
        _("{path} can't be written: there is no room left on the disk."),
        _("Make room and run the command again."),
    ),
    "no-rights": Message(
        _("{path} can't be written: writing there isn't allowed."),
        _("Ask whoever keeps the folder for the right to write, and run the command again."),
    ),
    "file-is-link": Message(
        _("The file is a link to {target}; nothing is written through links."),
        _("Lay the file itself in its place; a whole folder may be a link."),
    ),
    "file-unwritable": Message(
        _("{path} can't be written: {reason}."),
        _("Check the folder and the disk, and run the command again."),
    ),
    **UNFILLED_FAILURES,
    **EDITING_FAILURES,
    "folder-not-empty": Message(_("The folder isn't empty."), _("Name a new or an empty folder.")),
    "no-workspace": Message(
        _("{folder} is no workspace: it has no letters.toml, nor has any folder above it."),
        _("Go to the office's folder, name it with -w, or make one with letters-gen init."),
    ),
    # the directory of schools
    "directory-column-twice": Message(
        _("Columns of the directory stand there twice: {found}."), _("Leave one of each.")
    ),
    "directory-quote": Message(
        _(
            "A cell of this line goes on in the next: it has a line break, or a quotation mark "
            "that is never closed."
        ),
        _(
            'Leave one line, close the mark, or write it twice: "МКОУ ""Школа""". Excel does it '
            "by itself."
        ),
    ),
    "directory-changed": Message(
        _("The line of {school} isn't what it was: the directory was changed meanwhile."),
        _("Run the command again."),
    ),
    "directory-encoding": Message(
        _("The encoding of the directory (cp1251) lacks the letter {letter}."),
        _("Save the directory in Excel as CSV UTF-8 and run the command again."),
    ),
    # the crew of a large batch
    "template-changed": Message(
        _("The template was changed while documents were being made."),
        _("Run the command again: it goes on with the template as it is now."),
    ),
    "worker-lost": Message(
        _("A process that was making documents has ended before its time."),
        _("Run the command again: it goes on from there. If it happens again: --jobs 1."),
    ),
    "cluster-package-missing": Message(
        _("The package for clusters isn't installed."),
        _("Install it: pip install letters-gen[cluster]."),
    ),
    "cluster-unreachable": Message(
        _("No Dask scheduler answers at {address}."),
        _("Check the address, or leave --cluster out."),
    ),
    "cluster-without-workers": Message(
        _("The cluster at {address} has no workers."), _("Start some: dask worker {address}.")
    ),
    "cluster-program-missing": Message(
        _("The worker {worker} lacks this program: {reason}."), _("Install the same version there.")
    ),
    "cluster-disk": Message(
        _("The worker {worker} doesn't see the folder {folder}."),
        _("Lay the workspace on a disk that all workers share under the same path."),
    ),
    "deadline-unset": Message(
        _("The template names the deadline, письмо.срок, and its document type sets none."),
        _("Add {key} = 5 (working days) to letters.toml, or take the field out of the template."),
    ),
    # letters.toml and the sidecars
    "toml-utf16": Message(_("The file is in UTF-16."), _("Save it in UTF-8.")),
    "toml-encoding": Message(_("The file isn't in UTF-8."), _("Save it in UTF-8.")),
    "toml-bare-key": Message(
        _("A Russian key stands without quotes: {key}."), _('Write it in quotes: "{key}".')
    ),
    "toml-key-twice": Message(
        _("{key} stands twice in the same table."), _("Leave it once, with the right value.")
    ),
    "toml-syntax": Message(
        _("The line can't be read as TOML (position {column}): {reason}."),
        _(
            "Look for a missing quote, bracket or equals sign there; the file may have been cut "
            "off."
        ),
    ),
    "settings-unknown-key": Message(
        _("{key}: there is no such key.{nearest}"), _("Accepted here: {accepted}.")
    ),
    "settings-missing-key": Message(_("{key} is missing."), _("Add it.")),
    "settings-wrong-value": Message(_("{key}: found {found}."), _("Accepted: {accepted}.")),
    "settings-unknown-name": Message(
        _("{key} names {found}, which there isn't.{nearest}"), _("There are: {accepted}.")
    ),
    "settings-text-counted": Message(
        _("{key} counts the column {column}, which holds text."),
        _('Name a column of counts, or drop its kind = "text".'),
    ),
    "settings-kind-unfit": Message(
        _(
            "{key} doesn't fit the column {column}: text is compared with equals, a count with a "
            "number."
        ),
        _("Change the requirement, or the kind of the column."),
    ),
    "settings-heading-twice": Message(
        _("{key}: the heading {heading} belongs to {other} already."),
        _("Leave it with one of the two columns."),
    ),
    "sidecar-wrong-value": Message(
        _("{key}: found {found}."),
        _("Author, number and answers are text in quotes, the date is written 2023-04-17."),
    ),
    # the spreadsheet
    "no-monitoring": Message(
        _("The folder holds no monitoring sheet."),
        _("Name the ministry's file: letters-gen weekly FILE."),
    ),
    "header-not-found": Message(
        _("No header row was found. Looked for: {looked_for}. Found instead: {found}."),
        _("Check that this is the monitoring; add the new headings to [columns] in letters.toml."),
    ),
    "heading-twice": Message(
        _("The heading {heading} stands twice: {found}."),
        _(
            "Say which one is meant: an issuing command asks on a terminal. Or delete or rename "
            "the other column."
        ),
    ),
    "column-missing": Message(
        _(
            "There is no column «{title}». Looked for: {looked_for}.{nearest} The sheet has: "
            "{found}."
        ),
        _(
            "If it is there under another name, say so: an issuing command asks on a terminal. Or "
            "add the name to headings of [columns.{key}] in letters.toml."
        ),
    ),
    "period-not-found": Message(
        _("No period is named above the header. It says: {looked_at}."),
        _("Give it: --period 08.04.2023-14.04.2023; an issuing command asks on a terminal."),
    ),
    "period-twice": Message(
        _("Several periods are named above the header: {periods}."),
        _(
            "Give the right one: --period 08.04.2023-14.04.2023; an issuing command asks on a "
            "terminal."
        ),
    ),
    "period-long": Message(
        _("The period {period} lasts {days} days."),
        _(
            "Give the right one: --period 08.04.2023-14.04.2023; an issuing command asks on a "
            "terminal."
        ),
    ),
    "district-not-found": Message(
        _("No row is of {district}. The sheet has: {found}.{nearest}"),
        _("Check the file, or district in [office] of letters.toml."),
    ),
    "school-above-header": Message(
        _("{school} stands above the header (row {header}), where no row is read."),
        _("Move the header above all schools."),
    ),
    "no-schools": Message(
        _("There are no schools under the header."), _("Check that the file is complete.")
    ),
    "directory-column-missing": Message(
        _("The directory lacks columns: {missing}. Its first line: {found}."),
        _("The first line names the columns: ИНН;Краткое наименование;…"),
    ),
    # what the command was given
    "ground-missing": Message(
        _("Of the letter on whose ground it is issued isn't known: {missing}."),
        _("Give --basis-author, --basis-number and --basis-date, or none of them."),
    ),
    "basis-missing": Message(
        _("The ministry's covering letter isn't known: {missing}."),
        _("Give --basis-author, --basis-number and --basis-date; they are kept beside the sheet."),
    ),
    "unknown-school": Message(
        _("The sheet has no school {found}.{nearest}"),
        _("Write the short name or the ИНН as the sheet has it."),
    ),
    "no-schools-for-type": Message(
        _("{type} is one document for the whole office: schools can't be chosen."),
        _("Leave out --only and --except."),
    ),
    "unknown-type": Message(_("There is no document type {found}."), _("There are: {accepted}.")),
    "unknown-signatory": Message(_("There is no signatory {found}."), _("There are: {accepted}.")),
    "type-name": Message(
        _("{found} can't name a document type."),
        _("Use letters, digits, - and _ alone: справка_о_питании."),
    ),
    "type-there": Message(
        _("There is such a table already: {key}."), _("Take another name, or change that table.")
    ),
    "template-there": Message(
        _("There is such a template already."), _("Take another name, or move the file away.")
    ),
    "person-not-acting": Message(
        _("{name} signs from {since} to {until}, not on {day}."),
        _("Name another signatory or another day, or correct from and to in letters.toml."),
    ),
    "subject-missing": Message(
        _("Documents of the type {type} are about no sheet, and nothing says what they are about."),
        _("Give --subject TEXT: it tells these documents apart from others of their type."),
    ),
    "subject-with-sheet": Message(
        _("Documents of the type {type} are about a week's sheet, which is their subject."),
        _("Leave --subject out, or set sheet = false in {heading}."),
    ),
    "sheet-unasked": Message(
        _("Documents of the type {type} are about no sheet."),
        _("Leave FILE and --period out; give --subject TEXT."),
    ),
    "needs-yes": Message(
        _("A number is taken for good, and there is no terminal to ask on; nothing was issued."),
        _("Look at the plan with --dry-run, then give --yes."),
    ),
    "unknown-series": Message(_("{found}: there is no such series."), _("There are: {accepted}.")),
    "series-unsettled": Message(
        _("The register has numbers of the series {series}, which letters.toml lacks: {count}."),
        _("Put [series.{series}] back: its numbers would be given again, and no journal has them."),
    ),
    "option-missing": Message(
        _("{option} is missing, and there is no terminal to ask on."), _("Give it.")
    ),
    "reason-missing": Message(
        _("{number}: the register needs the reason."),
        _("Give it: --reason TEXT; nothing was changed."),
    ),
}
