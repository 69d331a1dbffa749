"""What is odd about a plan, or a journal that is to be taken over, in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

PLAN_ODDITIES = {
    "journal-leap": Message(
        _("{number} comes right after {before}: far behind it, rather a misprint."),
        _("Correct it in the file where it is one: the numbers would go on from it."),
    ),
    "journal-day-ahead": Message(
        _("{number} has a date ahead: {day}."), _("Correct it in the file where it is a misprint.")
    ),
    "days-out-of-order": Message(
        _("{whose}, {year}: numbers that bear an earlier day than one before them: {number}."),
    ),
    "sent-not-corrected": Message(
        _("Sent already, and left as they are: {number}."), _("--new-edition REASON replaces them.")
    ),
    "signed-not-corrected": Message(
        _("Signed already, and left as they are: {number}."),
        _("--new-edition REASON issues them anew."),
    ),
    "edited-not-corrected": Message(
        _("Edited by hand since they were issued, and left as they are: {number}."),
        _("Correct these files themselves and take them in: letters-gen register attach."),
    ),
    "sent-not-due": Message(
        _("Sent, and the school no longer falls short by this sheet: {number}."),
        _("Write to its head: what has left the house isn't annulled."),
    ),
    "issued-not-due": Message(
        _("Issued and not sent, and the school no longer falls short by this sheet: {number}."),
        _("Don't send it: letters-gen register annul NUMBER, or --new-edition REASON for all."),
    ),
    "basis-author-case": Message(
        _("The covering letter's author isn't in the nominative: {author}."),
        _("Write it as it is called; documents decline it themselves: --basis-author."),
    ),
    "signed-after-due": Message(
        _("The covering letter wants an answer by {due}; this one is signed on {day}."),
        _("Say in the letter why it comes late, or check --date and [basis] due."),
    ),
    "deadline-after-due": Message(
        _("What is asked for is due on {until}; the ministry wants its answer by {due}."),
        _("Shorten the type's deadline in letters.toml, if you need these answers for yours."),
    ),
    "changes-unsaid": Message(
        _("It isn't said what is changed in {number}; the text says no more than that it is."),
        _('Say it after the number: --changes "{first}: clause 4 is left out"; repeatable.'),
    ),
    "document-alike": Message(
        _(
            "The register has a line that looks like the document to {addressee}: {number}. Is it "
            "this document?"
        ),
        _(
            "Say which one it is, or that it is another: an issuing command asks on a terminal, "
            "and nothing is issued before."
        ),
    ),
    "period-overlaps": Message(
        _("The period {period} overlaps one that is issued already: {others}."),
        _("Check the sheet and --period. If it is right, say so: the command asks on a terminal."),
    ),
    "sheet-issued": Message(
        _("This very sheet is issued already, for {others}; now it would be for {period}."),
        _("Check the sheet and --period. If it is right, say so: the command asks on a terminal."),
    ),
    "week-without-findings": Message(
        _("No organisation falls short in this week; does the text of {template} still fit?"),
        _("Read the template in Word; words on a low level, and demands, are for other weeks."),
    ),
    "date-far": Message(
        _("The date of signing is {day}: nothing else is of that year."),
        _("Check --date. If it is right, say so: the command asks on a terminal."),
    ),
    "addressee-assumed": Message(
        _("Nobody is named whom the letter goes to: it is addressed «{addressee}»."),
        _("Name another with --addressee, in the dative."),
    ),
    "basis-far": Message(
        _("The covering letter is said to be of {day}: many years away from these documents."),
        _("Check its date: --basis-date."),
    ),
}
