"""Failures about earlier documents that a new one ends, changes or withdraws, by their codes."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

PRIOR_FAILURES = {
    "prior-annulled": Message(
        _("{number} is annulled already: {because}."), _("Name a document that stands.")
    ),
    "prior-ended": Message(
        _("{number} is ended already, by {other} of {day}."), _("Name a document that stands.")
    ),
    "prior-no-order": Message(
        _("{number} is no order: an order ends or changes orders alone."),
        _("A letter is withdrawn by a letter: letters-gen issue withdrawal --ends {number}."),
    ),
    "prior-is-order": Message(
        _("{number} is an order: no letter withdraws or changes it."),
        _("Another order ends it: letters-gen order --ends {number}."),
    ),
    "prior-incoming": Message(
        _("{number} came in: it isn't ours to end or to change."), _("Name a document of ours.")
    ),
    "prior-not-sent": Message(
        _("{number} isn't recorded as sent: what has left the house is withdrawn."),
        _(
            "If it never left, annul it: letters-gen register annul {number}. If it did, record "
            "that first: letters-gen register sent {number}."
        ),
    ),
    "prior-unknown": Message(
        _("The register has no number {found}."),
        _(
            "Look it up with letters-gen register list; of another year with its date: "
            '"45-ОД от 20.04.2022".'
        ),
    ),
    "prior-ambiguous": Message(
        _("{found} may be: {numbers}."), _('Give its date too: "45-ОД от 20.04.2022".')
    ),
    "addressee-of-schools": Message(
        _("Documents of the type {type} are addressed to each school's head by the directory."),
        _("Leave out --addressee, or correct the head in data/schools.csv."),
    ),
    "prior-itself": Message(
        _("{number} is the document of this very week: it can't end or change itself."),
        _("Another week's order ends or changes it, or one of a type without a sheet."),
    ),
    "prior-blank": Message(
        _("The number of the document that is to be ended or changed is left empty."),
        _('Write it: "45-ОД", of another year with its date: "45-ОД от 20.04.2022".'),
    ),
    "prior-twice": Message(
        _("{number} is named both to be ended and to be changed."), _("Give one of the two.")
    ),
    "prior-unnamed": Message(
        _("Documents of the type {type} withdraw earlier ones, and none is named."),
        _("Give --ends NUMBER."),
    ),
}
