"""What the codes of documents are told from forgeries by: random, given with the reservation, which
keeps it.
"""

from __future__ import annotations

import secrets
from dataclasses import replace

from letters_gen.issuing.decisions import Act, Decision
from letters_gen.issuing.plan import Plan
from letters_gen.model.document_code import TOKEN_LENGTH, TOKEN_SIGNS

# A corrected document gets another: papers of its former text are known by theirs.
_GIVEN = (Act.ISSUE, Act.RENEW, Act.REVISE, Act.CORRECT)


def with_tokens(plan: Plan) -> Plan:
    """The plan, each document that the register is about to be told of with a token of its own,
    where its type asks for a code. What was reserved keeps the one that it has.
    """
    if not plan.type.code:
        return plan
    return replace(plan, decisions=tuple(map(_given, plan.decisions)))


def _given(decision: Decision) -> Decision:
    if decision.act not in _GIVEN or decision.letter is None:
        return decision
    token = "".join(secrets.choice(TOKEN_SIGNS) for _ in range(TOKEN_LENGTH))
    return replace(decision, letter=replace(decision.letter, token=token))
