"""Everything odd in words, by its code. What stops a letter is worded here too, with its mend."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

ODDITIES = {
    "school-not-in-monitoring": Message(
        _("{school} is in the directory and not in the sheet."),
        _("Ask the ministry, or take it out of data/schools.csv."),
    ),
    "school-not-in-directory": Message(
        _("{school} is in the sheet and not in the directory."), _("Add it to data/schools.csv.")
    ),
    "school-renamed": Message(
        _("{school} was taken for {known}: the ИНН is the same."), _("Check the name in data/schools.csv.")
    ),
    "school-twice": Message(
        _("{school} stands twice with the same figures (first in {first}); it was counted once."),
    ),
    "school-twice-differs": Message(
        _("{school} stands twice with different figures (first in {first})."), _("Leave one of the two rows.")
    ),
    "school-without-name": Message(_("A row has an ИНН and no name of a school; it was left out.")),
    "directory-school-twice": Message(
        _("{school} (ИНН {inn}) stands twice in the directory; the first line counts."), _("Leave one of the lines.")
    ),
    "inn-zero-restored": Message(
        _("{school}: the ИНН {written} was read as {inn}, with the zero that Excel drops."),
        _("Keep the column as text."),
    ),
    "inn-check-digit": Message(
        _("{school}: the ИНН {written} is wrong, its check digit doesn't fit."), _("Correct it.")
    ),
    "inn-differs": Message(
        _("{school}: the ИНН is {inn} here and {known} in the directory; the school was known by its name."),
        _("Correct the wrong one."),
    ),
    "district-blank": Message(_("{school}: no district is named; the row was left out."), _("Fill in the district.")),
    "not-a-count": Message(_("{found} is no count."), _("Correct the cell: a whole number, or empty for no data.")),
    "no-data": Message(_("{school}: the cell is empty, nothing is judged by it.")),
    "column-absent": Message(
        _("The sheet has no column {heading}; it is left empty."), _("If it has another name, add it in letters.toml.")
    ),
    "totals-differ": Message(
        _("The totals row says {stated}, and the rows above add up to {computed}."),
        _("Ask the ministry which is right."),
    ),
    "part-exceeds-whole": Message(
        _("{school}: {indicator} is over 100%: {value}."), _("Ask the school or the ministry for the right counts.")
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
        _("The date of signing, {day}, is more than 31 days from the end of the period, {end}."), _("Check --date.")
    ),
    "template-open": Message(
        _("The template is open in Word; it was read as it was last saved."), _("Save it there first.")
    ),
    "form-paper": Message(_("The paper isn't A4.")),
    "form-margin": Message(_("The margin ({side}) is {found} mm; at least {wanted} is advised.")),
    "form-faces": Message(_("There is more than one typeface: {faces}.")),
    "form-size": Message(_("The type is {found} pt; 12 to 14 is advised.")),
    "form-spacing": Message(_("The line spacing is {found}; 1 to 1.5 is advised.")),
    "form-page-number": Message(_("The pages have no numbers in the header.")),
    "characters-dropped": Message(
        _("{found}: characters that a document can't hold were left out."), _("Look at this text in the data.")
    ),
    "form-heading-stop": Message(_("The heading {heading} ends with a full stop; headings have none.")),
    "date-stands": Message(_("{number} keeps the date {day} that it was registered with.")),
    "signatory-stands": Message(_("{number} is signed by {name}; another signatory doesn't change it.")),
}
