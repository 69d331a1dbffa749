"""A start of the page in a workspace of its own, and a clerk who has come in."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from page_desk import Clerk, application_of, desk_of

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
