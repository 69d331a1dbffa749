"""What the template of an order departs from its form in, in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

ORDER_NOTES = {
    "order-kind": Message(
        _("The order doesn't call itself «ПРИКАЗ»."), _("Put it above the date.")
    ),
    "order-command": Message(
        _("The order has no «ПРИКАЗЫВАЮ:»."), _("Put it between the preamble and the clauses.")
    ),
    "order-preamble": Message(
        _("The order has no preamble: what was found, and on what ground."),
        _("Put it before «ПРИКАЗЫВАЮ:»; clauses hold only actions."),
    ),
    "order-performer": Message(
        _("The clause doesn't say who is to do it."),
        _("Begin with whom it is to, in the dative: «Руководителям …»."),
    ),
    "order-deadline": Message(
        _("The clause doesn't say by when."),
        _("Put «не позднее {{{{ письмо.срок }}}}» into it, or into its sub-clauses."),
    ),
    "order-control": Message(
        _("The last clause of the order isn't that on control."),
        _("End with «Контроль за исполнением настоящего приказа оставляю за собой.»"),
    ),
}
