"""preview: what would be issued, to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from letters_gen.cli.issue import request_of
from letters_gen.cli.options import jobs_option, json_option, saying_options, sheet_argument
from letters_gen.cli.plan_screen import show_plan
from letters_gen.cli.planning import settled_plan
from letters_gen.cli.previewing import preview_shown
from letters_gen.cli.session import Session
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.delivery.preview import Preview
    from letters_gen.issuing.plan import Plan


@click.command(
    help=_(
        "Show a document of any type as it would be issued, marked «ПРОЕКТ», its number and date "
        "left blank: as Word file, PDF and pictures. No number is taken. TYPE is a table of "
        "[types], FILE the monitoring sheet, the latest without it."
    )
)
@click.argument("type_key", metavar="TYPE")
@sheet_argument
@saying_options
@jobs_option
@json_option
@click.pass_obj
def preview(
    session: Session, /, type_key: str, jobs: int | None, as_json: bool, **asked: Any
) -> int:
    from letters_gen.cli.json_output import print_json
    from letters_gen.week.questions import refuse_open_questions

    plan = settled_plan(session, request_of(session, type_key, **asked), False, False)
    show_plan(plan, quiet=True, aside=True, every=False, to_print=False)
    refuse_open_questions(plan.questions)
    found = preview_shown(session, plan, jobs, as_json)
    if as_json:
        print_json(_report(plan, found))
    return 1 if found.failed else 0


def _report(plan: Plan, found: Preview) -> dict[str, object]:
    """The report of `preview`."""
    from dataclasses import asdict

    from letters_gen.cli.json_output import failure_json, oddities_json, period_json

    week = plan.batch.matter.week
    return {
        "type": plan.type.key,
        "period": period_json(week.monitoring.period) if week else None,
        "documents": [asdict(document) for document in found.documents],
        "is_new": found.is_new,
        "kept": list(found.kept),
        "failed": [failure_json(error) for error in found.failed],
        "warnings": oddities_json(plan.warnings),
    }
