"""Failures of incoming letters, answers and acquaintance in words, by their codes."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

ANSWER_FAILURES = {
    "incoming-unset": Message(
        _("The settings have no series for incoming documents."),
        _(
            'Add it to letters.toml: [series.incoming] with index = "01-15" and '
            'journal = "incoming".'
        ),
    ),
    "series-of-incoming": Message(
        _("The series {series} is that of incoming documents: no letter of ours takes its number."),
        _("Enter a letter that came in with letters-gen register incoming."),
    ),
    "incoming-twice": Message(
        _("This letter is entered already, as {number} of {received}: {heading}."),
        _("If it is another one, check its number and its date."),
    ),
    "incoming-unnumbered-twice": Message(
        _(
            "A letter of that day without a number, from the same correspondent, is entered "
            "already, as {number} of {received}: {heading}."
        ),
        _("If it is another one, give --another."),
    ),
    "incoming-before-date": Message(
        _("The letter is dated {date}, and came in on {day}: before it was written."),
        _("Check --date and --received."),
    ),
    "incoming-not-sent": Message(
        _("{number} is a letter that came in: it isn't sent to anybody."),
        _("Name a document of ours."),
    ),
    "answer-to-incoming": Message(
        _("{number} is a letter that came in itself: it isn't answered by another one of these."),
        _("Name the number of our document."),
    ),
    "answer-from-other": Message(
        _("{number} was addressed to {addressee}, not to {found}."),
        _("Check the number and --from; register show tells whom a document was sent to."),
    ),
    "answered-already": Message(
        _("{number} is answered already: {way}, {day} (incoming number: {incoming})."),
        _("Check the number; what has happened to it is told by letters-gen register show."),
    ),
    "answer-too-early": Message(
        _("{number} is dated {date}: it can't have been answered on {day}."),
        _("Check the number and the day."),
    ),
    "nobody-to-acquaint": Message(
        _("{number} doesn't say who is to be acquainted with it."), _("Write the names.")
    ),
    "unknown-person": Message(
        _("{number} doesn't name {found} among those to be acquainted.{nearest}"),
        _("Write the name as register show has it."),
    ),
    "answers-kind": Message(
        _("The report on answers is written as .xlsx."), _("Name such a file.")
    ),
    "history-empty": Message(
        _("The register remembers no week: no letter about one is issued yet."),
        _("Issue the weekly letter; check shows a sheet before that."),
    ),
    "history-kind": Message(_("The weeks are written as .xlsx."), _("Name such a file.")),
    "names-or-all": Message(
        _("Either names or --all."), _("Write who has been acquainted, or give --all.")
    ),
}
