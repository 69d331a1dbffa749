"""A start of the page in a workspace of its own, a clerk who has come in, and a browser."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from page_desk import Clerk, application_of, desk_of
from playwright.sync_api import Browser, sync_playwright
from waitress import wasyncore
from waitress.server import create_server

from letters_gen.web.desk import Desk


@pytest.fixture
def desk(workspace: Path, tmp_path: Path) -> Desk:
    return desk_of(workspace, tmp_path / "state")


@pytest.fixture
def app(desk: Desk) -> Flask:
    return application_of(desk)


@pytest.fixture
def visitor(app: Flask) -> Clerk:
    """Somebody who hasn't come in."""
    return Clerk(app)


@pytest.fixture
def page(visitor: Clerk, desk: Desk) -> Clerk:
    """The clerk, who has."""
    assert visitor.enter(desk.entrance.secret()).status_code == 302
    return visitor


@pytest.fixture
def served(app: Flask) -> Iterator[str]:
    """The page at an address of this process, which is told."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    server = create_server(app, sockets=[listening], threads=8)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{port}"
    server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
    thread.join()
    server.task_dispatcher.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    program = shutil.which("chromium")
    assert program, "missing program: chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
