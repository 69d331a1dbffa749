"""What can be said of a letter that is to become a template, in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

TAGGING_FAILURES = {
    "letter-no-document": Message(
        _("The letter is no Word document (.docx)."), _("Save it in Word as .docx.")
    ),
    "letter-old-format": Message(
        _("The letter is of Word's old format (.doc)."),
        _("Open it in Word and save it as .docx."),
    ),
    "letter-encrypted": Message(
        _("The letter is protected with a password."),
        _("Open it in Word and save it without a password."),
    ),
    "letter-protected": Message(
        _("The letter may be read, and not changed: its editing is restricted."),
        _("In Word: «Рецензирование» – «Ограничить редактирование» – «Отключить защиту»."),
    ),
    "letter-damaged": Message(
        _("The letter is damaged."),
        _("Open it in Word and save it anew, or take another copy."),
    ),
    "letter-like-tag": Message(
        _("The letter has curly brackets that a template would take for a tag."),
        _("Write this place of the letter with other brackets."),
    ),
    "letter-shares-nothing": Message(
        _(
            "The letter has nothing in common with this office: neither requisites nor names nor "
            "figures."
        ),
        _(
            "Check that it is the right file and the right workspace; give the week's sheet as "
            "FILE."
        ),
    ),
    "letter-school-unknown": Message(
        _("A document of the type {type} is to one school, and the letter doesn't tell to which."),
        _("Name its type: --type; or add the school to data/schools.csv."),
    ),
    "letter-template-there": Message(
        _("There is such a template already."),
        _("Give a new type's name, --as NAME, or move that file away."),
    ),
}
TAGGING_ODDITIES = {
    "tagging-doubtful": Message(
        _("«{text}» became {taken}; as well it may be: {others}."),
        _("Where it is another one, change the tag in the template."),
    ),
    "tagging-of-one": Message(
        _(
            "Of the list {list} the letter names one thing alone; of several the template will "
            "say: «{said}»."
        ),
        _("If that reads badly, change the sentence in the template."),
    ),
    "tagging-fixed-word": Message(
        _("The word behind the number stays as it is with any other number: {text}."),
        _(
            "Let it follow the number: | согласовать(…) or | форма(…), see letters-gen template "
            "fields."
        ),
    ),
    "tagging-unknown": Message(
        _("«{text}» looks like a value, and isn't known: it stays as it is."),
        _("If it changes from week to week, put a field there: letters-gen template fields."),
    ),
    "tagging-left": Message(
        _("«{text}» is said of this week, and stays as it is with any other."),
        _("If the next documents say another, put a field there: letters-gen template fields."),
    ),
    "tagging-differs": Message(
        _("The letter says «{letter}», the filled template «{filled}»."),
        _("Correct this place of the template in Word."),
    ),
}
