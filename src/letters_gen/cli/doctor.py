"""doctor: what the program needs, each with its mend."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from letters_gen.cli.options import MAIL_PASSWORD, json_option
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters_gen.doctor import Check

_PROGRAM = 4


@click.command(
    help=_(
        "See whether all is well, and how to mend it. Looks at programs, settings, templates, "
        "directory and register."
    )
)
@json_option
@click.pass_obj
def doctor(session: Session, as_json: bool) -> int:
    from letters_gen.cli.json_output import doctor_json, print_json
    from letters_gen.doctor import examine

    checks = examine(session.workspace, session.today, os.environ.get(MAIL_PASSWORD))
    for check in checks:
        _show(check, aside=as_json)
    if as_json:
        print_json(doctor_json(checks))
    return _exit_status(checks)


def _exit_status(checks: Sequence[Check]) -> int:
    """0 where all is well; the least of what data and register fail with, else that of a missing
    program.
    """
    if all(check.ok for check in checks):
        return 0
    failed = [check.error.exit_status for check in checks if check.error and not check.ok]
    return min(failed, default=_PROGRAM)


def _show(check: Check, aside: bool) -> None:
    from letters_gen.wording.checks import found_text, mend_text, name_text

    sign = "✓" if check.ok else "✗"
    say(f"{sign} {name_text(check)}: {found_text(check)}", aside=aside)
    if not check.ok:
        say(f"    → {mend_text(check)}", aside=aside)
