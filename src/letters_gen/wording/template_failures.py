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
        _("Take it out: no macros, no embedded objects, no links but to http, https and mailto."),
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
    "template-restart-inside": Message(
        _("A list is to begin anew inside a numbered paragraph."),
        _("Put {{%p заново %}} into a paragraph of its own before the list."),
    ),
    "template-syntax": Message(_("A tag can't be read: {message}."), _("Mend the tag in Word.")),
    "template-unknown-field": Message(
        _("{field}: there is no such field.{nearest}"),
        _("Take a field from the guide, or correct the name."),
    ),
    "template-unknown-filter": Message(
        _("{field}: there is no such filter.{nearest}"),
        _("Take a filter from the guide, or correct the name."),
    ),
    "template-lacks": Message(
        _("The template lacks {field}, which documents of its kind can't do without."),
        _("Put {{{{ {field} }}}} into it, or take a template of the same kind."),
    ),
    "template-no-value": Message(
        _("The template uses {field}, which has no value."),
        _(
            "If a figure has no data this week, take it out of the template; else check the "
            "field's name."
        ),
    ),
    "template-failed": Message(_("A tag can't be filled: {message}."), _("Mend the tag in Word.")),
    "template-quotes": Message(
        _("The tag {tag} has quotation marks that Word put in by itself."),
        _("Type straight ones: \" or ', and switch the autocorrection off for them."),
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
    "picture-kind": Message(
        _(
            "The picture for {field} is of the kind {found}, and the template's is of the kind "
            "{wanted}."
        ),
        _("Save the picture as {wanted}."),
    ),
}
