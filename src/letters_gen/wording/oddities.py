"""Everything odd in words, by its code. What stops a letter is worded here too, with its mend."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message
from letters_gen.wording.order_notes import ORDER_NOTES
from letters_gen.wording.pdf_messages import PDF_ODDITIES
from letters_gen.wording.people_doubts import PEOPLE_DOUBTS
from letters_gen.wording.plan_oddities import PLAN_ODDITIES
from letters_gen.wording.register_oddities import REGISTER_ODDITIES
from letters_gen.wording.sheet_oddities import SHEET_ODDITIES
from letters_gen.wording.tagging_messages import TAGGING_ODDITIES
from letters_gen.wording.template_notes import TEMPLATE_NOTES

ODDITIES = {
    **PEOPLE_DOUBTS,
    **PLAN_ODDITIES,
    **SHEET_ODDITIES,
    **PDF_ODDITIES,
    **REGISTER_ODDITIES,
    "settings-empty": Message(
        _("Not filled in: {missing}."),
        _(
            "Fill them in. What the office hasn't got, delete with its whole line: the letterhead "
            "leaves it out, words and all."
        ),
    ),
    "directory-name-missing": Message(
        _("The directory lacks the short name of {school}."), _("Fill in «Краткое наименование».")
    ),
    "directory-school-twice": Message(
        _("{school} (ИНН {inn}) stands twice in the directory; the first line counts."),
        _("Leave one of the lines."),
    ),
    "school-without-head": Message(
        _("{school} has no head in the directory; the letter is addressed to the post alone."),
        _("Add the head to data/schools.csv."),
    ),
    "sex-unread": Message(
        _("{school}: {found} is no sex; it was passed over."),
        _("Write м or ж into the column «Пол»."),
    ),
    "acquainted-stranger": Message(
        _("{number} doesn't list {found} among those to be acquainted.{nearest}"),
        _("If the name is misspelled, enter it once more as the order has it."),
    ),
    "head-without-post": Message(
        _(
            "{school}: the head has no post in the directory; the letter is addressed as for a "
            "school without one."
        ),
        _("Fill in the column «Должность» of data/schools.csv."),
    ),
    "figure-without-data": Message(
        _("{figure}: there are no data. A template that uses the figure can't be issued."),
    ),
    "figure-rows-left-out": Message(_("{figure}: left out for want of data: {schools}.")),
    "basis-unknown": Message(
        _("The ministry's covering letter isn't known yet: {missing}."),
        _("It will be asked for; or give --basis-author, --basis-number and --basis-date."),
    ),
    "date-far-from-period": Message(
        _("The date of signing, {day}, is more than 31 days from the end of the period, {end}."),
        _("Check --date."),
    ),
    "date-before-period-ends": Message(
        _("The date of signing, {day}, is before the end of the period, {end}."), _("Check --date.")
    ),
    "date-before-basis": Message(
        _("The date of signing, {day}, is before that of the covering letter, {basis}."),
        _("Check --date and --basis-date."),
    ),
    **TEMPLATE_NOTES,
    **TAGGING_ODDITIES,
    # the register
    "form-paper": Message(_("The paper isn't A4.")),
    "form-margin": Message(_("The margin ({side}) is {found} mm; at least {wanted} is advised.")),
    "form-faces": Message(_("There is more than one typeface: {faces}.")),
    "form-size": Message(_("The type is {found} pt; 12 to 14 is advised.")),
    "form-spacing": Message(_("The line spacing is {found}; 1 to 1.5 is advised.")),
    "form-quotes": Message(_("Quotation marks that aren't «Russian»: {words}.")),
    "form-two-spaces": Message(_("Two spaces running: {words}.")),
    "form-hyphen": Message(_("A hyphen where a dash belongs: {words}.")),
    "form-number-breaks": Message(
        _("An ordinary space behind №, where the line may break: {words}.")
    ),
    "form-initials-break": Message(
        _("An ordinary space behind initials, where the line may break: {words}.")
    ),
    "form-page-number": Message(_("The pages have no numbers in the header.")),
    "characters-dropped": Message(
        _("{found}: characters that a document can't hold were left out."),
        _("Look at this text in the data."),
    ),
    "form-heading-stop": Message(
        _("The heading {heading} ends with a full stop; headings have none.")
    ),
    **ORDER_NOTES,
    "calendar-unknown": Message(
        _(
            "The deadline, {until}, is counted without the days off that are moved in {year}: "
            "they aren't known yet."
        ),
        _("Update the program, or name the days off in [office] days_off."),
    ),
    "date-stands": Message(_("Issued under another date, {day}, which stays: {number}.")),
    "executor-stands": Message(_("Issued with another executor, {name}, who stays: {number}.")),
    "settings-stand": Message(
        _(
            "Issued with a heading, requisites or instructions that letters.toml has changed "
            "since: {number}."
        ),
        _("Where it matters: --correct REASON or --new-edition REASON."),
    ),
    "template-stands": Message(
        _("Issued with the template as it was then, which stays: {number}."),
        _("Where it matters: --correct REASON or --new-edition REASON."),
    ),
    "figures-stand": Message(
        _(
            "Issued with the district's figures of then; other schools' data have changed since: "
            "{number}."
        ),
        _("Where it matters: --correct REASON or --new-edition REASON."),
    ),
    "annulled-by-hand": Message(
        _("{number} is annulled ({because}) and isn't issued again."),
        _("--new-edition REASON issues it anew."),
    ),
    "weekly-not-issued": Message(
        _("The letter of the week {period} isn't issued yet."),
        _("Usually it goes first: letters-gen weekly."),
    ),
    "weekly-figures-stand": Message(
        _("The week's letter {number} states other figures than the sheet gives now."),
        _(
            "Make it anew too: letters-gen weekly with --correct REASON while it is neither "
            "signed nor sent, else with --new-edition REASON."
        ),
    ),
    "told-as-sent": Message(
        _("The document will say of {number} that they were sent; they aren't marked as sent."),
        _("If they went out, mark it first: letters-gen register sent."),
    ),
    "year-is-over": Message(
        _("The number is taken in {year}, and {later} has numbers already."), _("Check --date.")
    ),
    "date-before-last": Message(
        _("The date {day} is before that of a number given earlier, {last}."), _("Check --date.")
    ),
    "register-on-share": Message(
        _("The register lies on a network share, where two machines at once may damage it."),
        _(
            "Work on it from one machine only, or keep it on a PostgreSQL server: [register] url "
            "in letters.toml."
        ),
    ),
    "signatory-stands": Message(_("Issued with another signature, {name}, which stays: {number}.")),
}
