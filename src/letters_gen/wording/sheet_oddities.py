"""What is odd, or open, about a monitoring sheet, in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

SHEET_ODDITIES = {
    "sheet-of-a-sample": Message(
        _("This sheet came with the program, as a sample."),
        _("Delete it and its .toml from data/monitoring; name your own sheet."),
    ),
    # which sheet, which column
    "which-sheet": Message(
        _("The file has several sheets that may be this week's: {found}."),
        _("Say which sheet is meant: an issuing command asks on a terminal."),
    ),
    "sheet-hidden": Message(
        _("The sheet is hidden in Excel; no visible one has the monitoring."),
        _("Check that the file is complete."),
    ),
    "heading-over-several": Message(
        _("The heading {heading} stands over several columns: {found}."),
        _("Say which column is meant: an issuing command asks on a terminal."),
    ),
    "column-hidden": Message(
        _("The column {heading} is hidden in Excel; it was read all the same."),
        _("Look at it in Excel: it may be an older one."),
    ),
    "column-unheaded": Message(
        _("The column {column} has no heading of ours; it was known by its cells."),
        _("If it always reads so, add the heading in letters.toml."),
    ),
    # what isn't shown
    "values-covered": Message(
        _("Values stand under merged cells, where Excel doesn't show them: {count}. Left out."),
        _("If they belong to the sheet, take the merging off in Excel."),
    ),
    "rows-hidden": Message(
        _("Rows that are hidden in Excel, by a filter or by hand, were counted: {schools}."),
        _("If they were hidden on purpose, delete them from the file."),
    ),
    "marks-unseen": Message(
        _(
            "In this format neither errors in cells nor formulas that were never computed, hidden "
            "rows and merged cells can be seen."
        ),
        _("If the sheet has formulas, save it as .xlsx in Excel: then the program sees them."),
    ),
    "hidden-unseen": Message(
        _("In this format hidden rows can't be seen; all rows were counted."),
    ),
    # whose rows
    "district-blank": Message(
        _("{school}: no district is named; the row was counted, the directory has the school."),
        _("Fill in the district."),
    ),
    "district-blank-unknown": Message(
        _(
            "{school}: no district is named, and the directory lacks the school; the row was left "
            "out."
        ),
        _("Fill in the district, or add the school to data/schools.csv."),
    ),
    "district-near": Message(
        _(
            "Is the district {written} ({school}) ours, {district}? The sheet has: {found}."
            "{nearest}"
        ),
        _("Say so: an issuing command asks on a terminal. Or correct district in letters.toml."),
    ),
    "row-sums-up": Message(
        _("A row without a name, below {school}, sums up those above; it was left out.")
    ),
    "named-row-sums-up": Message(_("{school} sums up other rows; it was left out.")),
    # which school
    "school-elsewhere": Message(
        _("These schools stand in rows that aren't read: {schools}."),
        _(
            "Move them into the table, or say that they are left out: an issuing command asks on a "
            "terminal."
        ),
    ),
    "school-unmatched": Message(
        _("{school} isn't in the directory. Schools of the directory without a row: {missing}."),
        _("Say which school it is: an issuing command asks on a terminal, and remembers the name."),
    ),
    "inn-column-shifted": Message(
        _("The ИНН stand beside the names of other schools, {count} times: {schools}."),
        _("Say which is right, the names or the ИНН: an issuing command asks on a terminal."),
    ),
    "inn-of-another": Message(
        _("{school}: the ИНН {inn} is that of {other}."),
        _("Say which school is meant: an issuing command asks on a terminal."),
    ),
    "inn-unreadable": Message(
        _("No ИНН: {found} (cells: {count}). The schools were known by their names."),
        _(
            "Nothing must be done. Digits that Excel has cut off can't be restored: where the ИНН "
            "matter, ask for the sheet as .xlsx."
        ),
    ),
    "school-twice-differs": Message(
        _("{school} stands twice with different figures: {rows}."),
        _("Say which row counts, or whether they add up: an issuing command asks on a terminal."),
    ),
    "school-rows": Message(
        _("{school} has several rows: {rows}."),
        _("Say which row counts, or whether they add up: an issuing command asks on a terminal."),
    ),
    "rows-by-role": Message(
        _("The sheet has a row for each of {roles} of every school."),
        _("Say which rows count, or whether they add up: an issuing command asks on a terminal."),
    ),
    # what the cells hold
    "zero-or-no-data": Message(
        _("The column {heading} says {found} instead of a count (cells: {count}): {schools}."),
        _("Say whether that is zero or no data: an issuing command asks on a terminal."),
    ),
    "no-data": Message(_("{school}: the cell has no count, nothing is judged by it.")),
    "counts-with-unit": Message(
        _("The column {heading} has words beside its counts, as in {found} (cells: {count})."),
        _("Say whether the counts hold: an issuing command asks on a terminal."),
    ),
    "unknown-value": Message(
        _("The column {heading} says {found}; it knows {values}."),
        _("Say what it means: an issuing command asks on a terminal, and remembers it."),
    ),
    "blank-value": Message(
        _("The column {heading} says nothing of {schools}."),
        _("Say what that means: an issuing command asks on a terminal."),
    ),
    "percent-scale": Message(
        _("The column {heading} has no number over 1."),
        _("Say whether 1 is all or one per cent: an issuing command asks on a terminal."),
    ),
    "title-of-others": Message(
        _("The table is called {title}, and no heading says whose figures these are."),
        _(
            "Check whether the sheet is the right one; if it is, say so: an issuing command asks "
            "on a terminal."
        ),
    ),
    "group-of-others": Message(
        _("The column {heading} stands under {group}."),
        _(
            "If it is the right one, say so: an issuing command asks on a terminal; it is kept. If "
            "not, correct the sheet."
        ),
    ),
    "percents-mixed": Message(
        _("The column {heading} has numbers over 1, and {found} ({count} cells below 1)."),
        _(
            "Say whether these are parts of one (0,45 is 45%) or per cent (0,45%): an issuing "
            "command asks on a terminal."
        ),
    ),
    "not-a-percent": Message(
        _("{school}: {found} is no percentage between 0 and 100."),
        _("Correct the cell, or answer the right one: an issuing command asks on a terminal."),
    ),
    "no-percent": Message(_("{found} is no percentage between 0 and 100; it was passed over.")),
    "part-exceeds-whole": Message(
        _("{indicator}: the part is greater than the whole: {schools}."),
        _(
            "Ask the school or the ministry for the right counts; or say that there are no data, "
            "or that the sheet is right: an issuing command asks on a terminal."
        ),
    ),
    "part-odd": Message(
        _("{school}: {part} is greater than {whole} ({counts})."),
        _("Ask the school or the ministry for the right counts."),
    ),
    "count-leaps": Message(
        _("{column} has changed much since last week: {schools}."),
        _("Ask the schools: one of the two weeks may be wrong."),
    ),
    "formulas-uncounted": Message(
        _("The file holds formulas that nobody has computed, and no values of theirs ({count})."),
        _("Open it in Excel or LibreOffice, save it, and run the command again."),
    ),
    "school-not-in-monitoring": Message(
        _("{school} is in the directory and not in the sheet."),
        _("Ask the ministry, or take it out of data/schools.csv."),
    ),
    "school-not-in-directory": Message(
        _("{school} is in the sheet and not in the directory."), _("Add it to data/schools.csv.")
    ),
    "school-renamed": Message(
        _("{school} was taken for {known}: the ИНН is the same."),
        _("Check the name in data/schools.csv."),
    ),
    "school-twice": Message(
        _("{school} stands twice with the same figures (first in {first}); it was counted once."),
    ),
    "school-without-name": Message(_("A row has an ИНН and no name of a school; it was left out.")),
    "sheet-chosen": Message(
        _("The file has other sheets of the same columns, which weren't read: {others}."),
        _("If one of them is meant, move it to the front."),
    ),
    "inn-zero-restored": Message(
        _("{school}: the ИНН {written} was read as {inn}, with the zero that Excel drops."),
        _("Nothing must be done: the check digit fits."),
    ),
    "inn-check-digit": Message(
        _("{school}: the ИНН {written} is wrong, its check digit doesn't fit."), _("Correct it.")
    ),
    "inn-differs": Message(
        _(
            "{school}: the ИНН is {inn} here and {known} in the directory; the school was known "
            "by its name."
        ),
        _("Correct the wrong one."),
    ),
    "not-a-count": Message(
        _("{found} is no count."),
        _(
            "Correct the cell: a whole number, or empty for no data. An issuing command asks on a "
            "terminal."
        ),
    ),
    "column-absent": Message(
        _("The sheet has no column {heading}; it is left empty."),
        _("If it has another name, add it in letters.toml."),
    ),
    "totals-differ": Message(
        _("The totals row says {stated}, and the rows above add up to {computed}."),
        _("Ask the ministry which is right."),
    ),
}
