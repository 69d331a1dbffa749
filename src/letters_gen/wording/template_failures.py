"""Every failure of a template in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

TEMPLATE_FAILURES = {
    "not-a-template": Message(
        _("The template is no Word document (.docx)."), _("Save it in Word as .docx.")
    ),
    "template-old-format": Message(
        _("The template is of Word's old format (.doc)."),
        _("Open it in Word and save it as .docx."),
    ),
    "template-encrypted": Message(
        _("The template is protected with a password."),
        _("Open it in Word and save it without a password."),
    ),
    "template-damaged": Message(
        _("The template is damaged."),
        _("Open it in Word and save it anew, or take an earlier copy."),
    ),
    "template-too-large": Message(
        _("The template unpacks to {size} bytes in {members} files: too much for a template."),
        _("Take the pictures out that it doesn't need, and save it in Word anew."),
    ),
    "template-harmful": Message(
        _("The template holds what a template must not: {what}."),
        _(
            "Take it out: no macros, no embedded objects or files, no fields that fetch something, "
            "no links but to http, https and mailto."
        ),
    ),
    "template-date-field": Message(
        _("The field {field} shows another day each time the letter is opened."),
        _("Put {{{{ письмо.дата }}}} in its place: the day that the letter bears."),
    ),
    "template-tag-in-field": Message(
        _("A Word field holds a tag: {tag}"),
        _("Take the tag out of the field: a value there would become an instruction to Word."),
    ),
    "template-tag-split": Message(
        _("The tag {tag} begins in one place and ends in another."),
        _("Type it anew, without formatting inside it."),
    ),
    "template-tag-unclosed": Message(
        _("A tag begins with {tag} and never ends."),
        _("Close it in the same paragraph, or write {{_{{ for two braces."),
    ),
    "template-tag-outside": Message(
        _("The tag {tag} stands outside what it is to repeat or to hide."),
        _("Put tr and tc inside a table's row, p inside a paragraph."),
    ),
    "template-tag-stray": Message(
        _("The tag {tag} stands where nothing is filled: in a link's address, a style, a setting."),
        _("Take it out there, and write it in the text."),
    ),
    "template-tag-enclosed": Message(
        _("The tag {tag} has text before it and behind it: it can't take the place of both."),
        _("Put it into a paragraph or a row of its own, or write it without {prefix}."),
    ),
    "template-block-unopened": Message(
        _("The tag {tag} has no beginning."), _("Delete it, or add what it closes.")
    ),
    "template-text-spoilt": Message(
        _(
            "A filter changed text that was finished already: what a macro or a block of set has "
            "written."
        ),
        _("Put the filter inside it, behind each value."),
    ),
    "template-filter-block": Message(
        _("The tag {tag} would change the document's own markup, not the text alone."),
        _("Put the filter behind each value: {{{{ … | filter }}}}."),
    ),
    "template-block-crossed": Message(
        _("The tag {tag} closes before {standing} is closed."), _("Close the inner one first.")
    ),
    "template-block-unclosed": Message(
        _("The tag {tag} is never closed."), _("Add {{% {wanted} %}} where it ends.")
    ),
    "template-block-apart": Message(
        _("The tag {tag} and its end {ending} lie in different tables or cells."),
        _("Put both into one table, each in a row of its own, or both into one paragraph."),
    ),
    "template-block-in-field": Message(
        _("The tag {tag} and its end {ending} part one of Word's fields (a page number, a link)."),
        _("Put both before the field and behind it, or both inside its text."),
    ),
    "template-restart-inside": Message(
        _("A list is to begin anew inside a numbered paragraph."),
        _("Put {{%p заново %}} into a paragraph of its own before the list."),
    ),
    "template-syntax": Message(_("A tag can't be read: {message}."), _("Mend the tag in Word.")),
    "template-unknown-field": Message(
        _("{field}: there is no such field.{nearest}"),
        _("Correct the name; letters-gen template fields shows all fields."),
    ),
    "template-unknown-filter": Message(
        _("{field}: there is no such filter.{nearest}"),
        _("Correct the name; letters-gen template fields shows all filters too."),
    ),
    "template-lacks": Message(
        _("The template lacks {field}, which documents of its kind can't do without."),
        _("Put {{{{ {field} }}}} into it, or take a template of the same kind."),
    ),
    "template-lacks-code": Message(
        _("{key} asks for a QR code, and the template has no place for it."),
        _(
            "Put a picture into it whose alternative text is {field}, bottom right of the first "
            "sheet, or take the key out of letters.toml."
        ),
    ),
    "template-no-value": Message(
        _("The template uses {field}, which has no value."),
        _(
            "If a figure has no data this week, take it out of the template; else check the "
            "field's name."
        ),
    ),
    "template-failed": Message(_("A tag can't be filled: {message}."), _("Mend the tag in Word.")),
    "template-too-complex": Message(
        _("A tag is too long, or blocks stand too deep one inside another."),
        _("Divide it: compute parts of it by {{% set %}} first."),
    ),
    "template-too-much": Message(
        _("A tag would take too much time or memory: a loop without end, or a text too long."),
        _("Take out what repeats it so often."),
    ),
    "template-days": Message(
        _("{days} is no number of working days for a deadline."),
        _("Give a whole number from 0 to {most}."),
    ),
    "template-quotes": Message(
        _("The tag {tag} has quotation marks that Word put in by itself."),
        _("Type straight ones: \" or ', and switch the autocorrection off for them."),
    ),
    "template-not-marked": Message(
        _("The template is too damaged for a copy with comments."),
        _("Mend it by what the check says."),
    ),
    "docxtpl-missing": Message(
        _("The program docxtpl isn't installed."),
        _("Install it: pip install letters-gen[docxtpl]."),
    ),
    "no-templates": Message(
        _("The folder holds no templates."), _("Put the .docx templates there.")
    ),
    "package-unknown-kind": Message(
        _("The package doesn't say of what kind this part is."), _("Save it in Word anew.")
    ),
    "package-lost-target": Message(
        _("The part refers to {target}, which isn't there."), _("Save it in Word anew.")
    ),
    "package-lost-style": Message(
        _("The style {id} is used and isn't defined."),
        _("Give these paragraphs another style in Word."),
    ),
    "package-lost-numbering": Message(
        _("The numbering {id} is used and isn't defined."),
        _("Number these paragraphs anew in Word."),
    ),
    "package-twice": Message(
        _("{what} {id} stands twice; it must be unique."), _("Save it in Word anew.")
    ),
    "package-unpaired-field": Message(
        _("A Word field begins and doesn't end, or the other way round."),
        _("Insert the field anew in Word."),
    ),
    "package-order": Message(
        _("In {element} the element {child} stands out of its order: Word may refuse the file."),
        _("Save it in Word anew."),
    ),
    "package-bare": Message(
        _("An element {element} has no paragraph, row or cell in it: Word would repair the file."),
        _("Save it in Word anew."),
    ),
    "package-misplaced": Message(
        _("An element {element} stands in {holder}, which can't hold it."),
        _("Save it in Word anew."),
    ),
    "package-lost-relation": Message(
        _("The part refers to {id}, which is defined nowhere."), _("Save it in Word anew.")
    ),
    "package-lost-note": Message(
        _("The note {id} is referred to and isn't there."), _("Insert the note anew in Word.")
    ),
    "picture-kind": Message(
        _(
            "The picture for {field} is of the kind {found}, and the template's is of the kind "
            "{wanted}."
        ),
        _("Save the picture as {wanted}."),
    ),
}
