"""issue, weekly, notices, order: what was typed becomes a request."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from letters_gen.cli.issuing import How, carry_out
from letters_gen.cli.options import issuing_options, sheet_argument
from letters_gen.cli.session import Session
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.issuing.request import Request


@click.command(
    help=_(
        "Issue a document of any type. TYPE is a table of [types], FILE the monitoring sheet, "
        "the latest without it."
    )
)
@click.argument("type_key", metavar="TYPE")
@sheet_argument
@issuing_options
@click.pass_obj
def issue(session: Session, /, type_key: str, **asked: Any) -> int:
    return _run(session, type_key, asked)


@click.command(
    help=_(
        "Issue the weekly letter and its appendices. FILE is the monitoring sheet, the latest "
        "without it."
    )
)
@sheet_argument
@issuing_options
@click.pass_obj
def weekly(session: Session, /, **asked: Any) -> int:
    return _run(session, "weekly", asked)


@click.command(
    help=_(
        "Issue a notice to each school that falls short. FILE is the monitoring sheet, the "
        "latest without it."
    )
)
@sheet_argument
@issuing_options
@click.pass_obj
def notices(session: Session, /, **asked: Any) -> int:
    return _run(session, "notice", asked)


@click.command(
    help=_(
        "Issue the order and the sheets that go with it. FILE is the monitoring sheet, the latest "
        "without it."
    )
)
@sheet_argument
@issuing_options
@click.pass_obj
def order(session: Session, /, **asked: Any) -> int:
    return _run(session, "order", asked)


def _run(session: Session, type_key: str, asked: dict[str, Any]) -> int:
    """What was typed of how to go about it, apart from what the documents are to say."""
    from letters_gen.making.workers import Workers

    if asked["duplex"] and not (asked["to_print"] and asked["to_pdf"]):
        raise click.UsageError(_("--duplex goes with --print and --pdf."))
    workers = Workers(asked.pop("jobs"), asked.pop("cluster"))
    how = How(workers=workers, **{name: asked.pop(name) for name in _ABOUT_THE_RUN})
    return carry_out(session, request_of(session, type_key, **asked), how)


_ABOUT_THE_RUN = (
    *("dry_run", "yes", "as_json", "every", "basis_received"),
    *("to_preview", "to_print", "to_pdf", "duplex"),
)


def request_of(
    session: Session,
    type_key: str,
    basis_author: str | None,
    basis_number: str | None,
    basis_date: date | None,
    basis_due: date | None,
    correct: str | None,
    new_edition: str | None,
    subject: str,
    ends: tuple[str, ...],
    changes: tuple[str, ...],
    **asked: Any,
) -> Request:
    """The request that the options of a command make."""
    from letters_gen.issuing.request import Remake, Request
    from letters_gen.model.basis import told_basis
    from letters_gen.records.named_documents import changed_documents, named_documents

    if correct is not None and new_edition is not None:
        raise click.UsageError(_("Give either --correct or --new-edition."))
    because = correct if correct is not None else new_edition
    if because is not None and not because.strip():
        raise click.UsageError(_("Give a reason: it stands in the register."))
    named: dict[str, Any] = {}
    if ends or changes:
        register, settings, today = session.register, session.settings, session.today
        named["ends"] = named_documents(register, settings, ends, today)
        named["changes"] = changed_documents(register, settings, changes, today)
    return Request(
        type=type_key,
        subject=" ".join(subject.split()),
        **named,
        today=session.today,
        basis=told_basis(basis_author, basis_number, basis_date, basis_due),
        remake=Remake(new_edition is not None, because.strip()) if because else None,
        **asked,
    )
