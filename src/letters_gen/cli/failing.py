"""How a command ends: its exit status, and what is told when it fails."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

import click

from letters_gen.cli.screen import prepare_streams, say, say_told
from letters_gen.cli.session import Session
from letters_gen.errors import LettersError
from letters_gen.wording.language import gettext as _

_FAULT, _COMMAND_LINE, _INTERRUPTED = 1, 2, 130
_MOST_TOLD = 50


def run(program: click.Command, arguments: list[str]) -> int:
    """Run `program`; its exit status: 0 done, 1 data, 2 command line, 3 damage, 4 missing program,
    130 interrupted.
    """
    prepare_streams()
    home = os.environ.get("LETTERS_HOME")
    session = Session(home=Path(home) if home else None)
    as_json = "--json" in arguments
    try:
        status = program.main(
            arguments, prog_name="letters-gen", standalone_mode=False, obj=session
        )
        _copy_register(session)
        return status if isinstance(status, int) else 0
    except LettersError as error:
        _tell_failure(error, as_json)
        _tell_traceback(session)
        return error.exit_status
    except click.UsageError as error:
        _tell_usage(error, program, as_json)
        return _COMMAND_LINE
    except click.Abort as abort:
        # At a question click raises it by itself; interrupted work is its cause.
        if abort.__cause__ is None:
            say(
                _("Interrupted at the question: nothing was issued or entered in the register."),
                aside=True,
            )
        else:
            say(_("Interrupted. Run the same command again: it goes on from there."), aside=True)
        return _INTERRUPTED
    except KeyboardInterrupt:
        say(_("Interrupted. Run the same command again: it goes on from there."), aside=True)
        return _INTERRUPTED
    except Exception as error:
        _tell_fault(error, as_json)
        _tell_traceback(session)
        return _FAULT
    finally:
        session.close()


def _copy_register(session: Session) -> None:
    """The day's copy of the register; that there is none is told, and changes no exit status: what
    the command was asked for is done.
    """
    try:
        session.copy_register()
    except LettersError as error:
        from letters_gen.wording.sentences import told_failure

        say_told(told_failure(error), "!", aside=True)


def _tell_failure(error: LettersError, as_json: bool) -> None:
    from letters_gen.cli.json_output import error_json, print_json
    from letters_gen.wording.sentences import told_failure

    told = told_failure(error)
    for one in (told, *map(told_failure, error.also[:_MOST_TOLD])):
        say_told(one, "✗", aside=True)
    if len(error.also) > _MOST_TOLD:
        say(_("… and {number} more").format(number=len(error.also) - _MOST_TOLD), aside=True)
    if as_json:
        print_json(error_json(told.code, told.where, told.text, told.mend))


def _tell_usage(error: click.UsageError, program: click.Command, as_json: bool) -> None:
    error.show()
    mend = _before_the_command(error, program)
    if mend:
        say(f"    → {mend}", aside=True)
    if as_json:
        from letters_gen.cli.json_output import error_json, print_json

        print_json(error_json("usage", "", error.format_message(), mend))


def _before_the_command(error: click.UsageError, program: click.Command) -> str:
    """Where an option of the program itself stands, if it was typed behind a command."""
    if not isinstance(error, click.NoSuchOption) or error.ctx is None:
        return ""
    name = error.option_name
    for one in program.params:
        if isinstance(one, click.Option) and name in one.opts:
            typed = name if one.is_flag else f"{name} {one.make_metavar(error.ctx)}"
            told = _("{option} stands before the command: letters-gen {typed} {command}")
            command = error.ctx.command_path.partition(" ")[2]
            return told.format(option=name, typed=typed, command=command)
    return ""


def _tell_fault(error: Exception, as_json: bool) -> None:
    """A fault of the program itself: told as one, without the traceback unless -v asks for it."""
    text = _("A fault in letters-gen itself: {kind}: {error}.").format(
        kind=type(error).__name__, error=error
    )
    mend = _("Run the command with -v and send what it prints to whoever keeps the program.")
    say(f"✗ {text}\n    → {mend}", aside=True)
    if as_json:
        from letters_gen.cli.json_output import error_json, print_json

        print_json(error_json("fault", "", text, mend))


def _tell_traceback(session: Session) -> None:
    if session.verbose:
        say(traceback.format_exc(), aside=True)
