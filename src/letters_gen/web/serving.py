"""The start of the page and its end: one server for a workspace, on this machine alone."""

from __future__ import annotations

import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from waitress.server import create_server

from letters_gen.errors import InputError, UnavailableError
from letters_gen.office.workspace import Workspace
from letters_gen.web.application import application
from letters_gen.web.backups import DailyCopies
from letters_gen.web.desk import Clock, Desk
from letters_gen.web.folders import key_of, own_folder, state_folder
from letters_gen.web.running import HOST, Running, Seat, fresh_secret, is_alive
from letters_gen.web.spool import Spool
from letters_gen.wording.language import gettext as _

_THREADS = 8
# Long addresses name many schools.
_LONGEST_HEADER = 256 * 1024
# For how long a page that has just been started may not have told of itself yet.
_STARTING = 10.0
_LAST_ANSWER = 0.5


def serve(
    workspace: Workspace,
    clock: Clock,
    port: int,
    with_browser: bool,
    say: Callable[[str], None],
    reads_only: bool = False,
    founds: bool = False,
) -> None:
    """Serve the page of `workspace` until it is left; where it runs already, open that one.

    Args:
        port: 0 for any that is free.
        say: shows a line in the window that it was started from.
        reads_only: whether it shows the journal alone and changes nothing; such a page is another
            than the clerk's.
        founds: whether there is no office yet: the page asks for it and founds it.

    Raises:
        InputError: `page-port-taken`, `page-folder-shared`.
        UnavailableError: `page-unreachable`: it can't be reached at its own address; `page-hung`:
            the one that runs doesn't answer.
    """
    key, state = key_of(workspace), state_folder()
    if reads_only:
        key = f"{key}-reading"
    seat = Seat(state, key)
    with seat.taken() as is_ours:
        if not is_ours:
            _open(*_other_entrance(seat), with_browser, say)
            return
        spool = Spool(own_folder(state / "sheets") / key)
        desk = Desk(workspace, clock, spool, state / f"page-{key}.log", reads_only, founds)
        with _served(desk, port) as bound:
            copies = None if reads_only else DailyCopies(desk)
            # Its window may be interrupted as soon as it tells the address.
            with suppress(KeyboardInterrupt):
                seat.tell(Running(bound, desk.entrance.token))
                _open(bound, desk.entrance.secret(), with_browser, say)
                say(_("Don't close this window while you work."))
                _wait(desk, copies)
            desk.leaving.set()
            if copies:
                copies.end()


def _other_entrance(seat: Seat) -> tuple[int, str]:
    """The port of the page that runs, and a fresh secret of it."""
    until = time.monotonic() + _STARTING
    while time.monotonic() < until:
        running = seat.told()
        secret = fresh_secret(running) if running else None
        if running and secret:
            return running.port, secret
        time.sleep(0.1)
    raise UnavailableError("page-hung")


@contextmanager
def _served(desk: Desk, port: int) -> Iterator[int]:
    """The server at work for the time of the block; its port."""
    listening = _listening(port)
    bound: int = listening.getsockname()[1]
    server = create_server(
        application(desk),
        sockets=[listening],
        threads=_THREADS,
        ident=None,
        max_request_header_size=_LONGEST_HEADER,
    )
    threading.Thread(target=server.run, name="page", daemon=True).start()
    try:
        if not is_alive(bound):
            raise UnavailableError("page-unreachable", address=f"{HOST}:{bound}")
        yield bound
    finally:
        # By its own thread: it may be waiting at these very sockets.
        server.trigger.pull_trigger(server.close)


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise InputError("page-port-taken", port=port) from error
    return listening


def _open(port: int, secret: str, with_browser: bool, say: Callable[[str], None]) -> None:
    """Open the page in the browser; its address is told, where no browser opens it's for the
    clerk.
    """
    address = f"http://{HOST}:{port}/enter?secret={secret}"
    say(_("The page: {address}").format(address=address))
    if with_browser and not _browsed(address):
        say(_("No browser has opened: open this address in one yourself. It is good once."))


def _browsed(address: str) -> bool:
    try:
        return webbrowser.open(address)
    except (webbrowser.Error, OSError):
        return False


def _wait(desk: Desk, copies: DailyCopies | None) -> None:
    """Until the page is left; its window may be interrupted: what is being issued is finished."""
    while not desk.leaving.wait(_LAST_ANSWER):
        if copies:
            copies.look()
    # The browser is still to get the page that says good-bye.
    time.sleep(_LAST_ANSWER)
