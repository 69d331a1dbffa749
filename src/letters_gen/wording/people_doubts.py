"""What isn't certain about people and how they are named, in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

PEOPLE_DOUBTS = {
    "head-name-odd": Message(
        _("{school}: {word} isn't written as a name."),
        _(
            "Write surname, first name and patronymic, or surname and initials, into the column "
            "«Руководитель»."
        ),
    ),
    "head-name-latin-letters": Message(
        _("{school}: the name {word} has Latin letters that only look like Russian ones."),
        _("Type the name anew in the column «Руководитель» of data/schools.csv."),
    ),
    "head-name-invisible-signs": Message(
        _(
            "{school}: the name {word} has invisible signs in it (a soft hyphen, a zero-width "
            "space)."
        ),
        _("Type the name anew in the column «Руководитель» of data/schools.csv."),
    ),
    "head-name-other-hyphens": Message(
        _("{school}: the name {word} has a dash or another sign in the place of a hyphen."),
        _("Put a plain hyphen into the column «Руководитель» of data/schools.csv."),
    ),
    "head-sex-contradicts": Message(
        _("{school}: the name {word} tells another sex than the column «Пол»."),
        _("Correct the name or the column «Пол» in data/schools.csv."),
    ),
    "head-sex-unknown": Message(
        _("{school}: the name {word} doesn't tell whether its bearer is a man or a woman."),
        _("Put м or ж into the column «Пол» of data/schools.csv."),
    ),
    "head-form-doubtful": Message(
        _("{school}: the dative of {word} isn't certain."),
        _("Put the right form into the column «Руководитель (дат.)» of data/schools.csv."),
    ),
    "post-form-doubtful": Message(
        _("{school}: the dative of {word} isn't certain."),
        _("Put the right form into the column «Должность (дат.)» of data/schools.csv."),
    ),
    "head-case-doubtful": Message(
        _("{school}: the name {word} isn't certain in this case: {case}."),
        _(
            "Put the right form into the column of that case in data/schools.csv: «Руководитель "
            "(вин.)»."
        ),
    ),
    "post-case-doubtful": Message(
        _("{school}: the post {word} isn't certain in this case: {case}."),
        _(
            "Put the right form into the column of that case in data/schools.csv: «Должность "
            "(вин.)»."
        ),
    ),
    "forms-unasked": Message(
        _("The forms that documents of {type} use weren't looked at: a template is faulty."),
        _("See what is wrong with it: letters-gen template check."),
    ),
    "text-form-doubtful": Message(
        _("{word} isn't certain in this case: {case}."),
        _("Put the right form into the table [forms] of letters.toml, under text and case."),
    ),
    "person-sex-unknown": Message(
        _("{word}: nothing tells whether it is a man or a woman."),
        _('Put sex = "м" or "ж" into the person\'s table in letters.toml.'),
    ),
    "person-name-doubtful": Message(
        _("The name {word} isn't certain in this case: {case}."),
        _("Put the right form into name_forms of the person's table in letters.toml."),
    ),
    "person-post-doubtful": Message(
        _("The post {word} isn't certain in this case: {case}."),
        _("Put the right form into post_forms of the person's table in letters.toml."),
    ),
}
