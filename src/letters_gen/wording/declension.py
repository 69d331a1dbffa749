"""Cases, and why a form is doubtful, in words."""

from __future__ import annotations

from letters_gen.russian.cases import Case
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

_CASES = {
    Case.NOMINATIVE: marked("nominative"),
    Case.GENITIVE: marked("genitive"),
    Case.DATIVE: marked("dative"),
    Case.ACCUSATIVE: marked("accusative"),
    Case.INSTRUMENTAL: marked("instrumental"),
    Case.PREPOSITIONAL: marked("prepositional"),
}
_WHY = {
    "sex-unknown": marked("Nothing tells whether it is a man or a woman: give --sex."),
    "latin-letters": marked("It has Latin letters that only look like Russian ones: type it anew."),
    "invisible-signs": marked("It has invisible signs in it: type it anew."),
    "other-hyphens": marked("It has another sign in the place of a hyphen: put a plain one."),
    "engines-differ": marked("Not certain where another form stands behind the sign ?."),
}


def case_text(case: Case) -> str:
    """The name of a case."""
    return _(_CASES[case])


def doubt_text(why: str) -> str:
    """Why a word is doubtful: `why` as `russian.declension` names it."""
    return _(_WHY[why])
