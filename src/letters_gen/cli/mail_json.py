"""The report of `send` (design §5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters_gen.cli.json_output import Json, error_json
from letters_gen.wording.sentences import told_failure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letters_gen.delivery.mail_plan import MailPlan, Message
    from letters_gen.delivery.mailing import MailOutcome
    from letters_gen.delivery.parcels import LeftOut


def mail_json(plan: MailPlan, outcome: MailOutcome | None, files: Iterable[str]) -> Json:
    """What would be mailed, or was.

    Args:
        outcome: None where nothing was sent.
        files: the drafts, or what was laid out.
    """
    fates = outcome.fates if outcome else ()
    waiting = "waiting" if outcome else "planned"
    messages = [_message(one.message, one.state, one.reason) for one in fates]
    messages += [_message(one, waiting, "") for one in plan.messages[len(messages) :]]
    report: Json = {
        "sent": sum(one.state == "sent" for one in fates),
        "already_sent": plan.already,
        "messages": messages,
        "left_out": [left_out_json(one) for one in plan.left_out],
        "unknown": [
            {"number": entry.number, "to": one.to, "address": one.address, "id": one.id}
            for entry, one in plan.unknown
        ],
        "files": list(files),
    }
    if outcome and outcome.stopped:
        told = told_failure(outcome.stopped)
        report |= error_json(told.code, told.where, told.text, told.mend)
    return report


def _message(message: Message, state: str, reason: str) -> Json:
    return {
        "number": message.entry.number,
        "to": message.recipient.name,
        "address": message.address,
        "files": [file.path for file in message.files],
        "state": state,
        "reason": reason or None,
        "id": message.id,
    }


def left_out_json(left_out: LeftOut) -> Json:
    """What doesn't go out, and why."""
    told = told_failure(left_out.error)
    return {
        "number": left_out.entry.number,
        "to": left_out.to or None,
        "code": told.code,
        "text": told.text,
        "mend": told.mend,
    }
