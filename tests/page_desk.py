"""The page without a browser: what is asked of it, and what it answers."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder, TestResponse

from letters_gen.model.entry import Stamp
from letters_gen.office.workspace import Workspace
from letters_gen.web.application import application
from letters_gen.web.desk import Desk
from letters_gen.web.spool import Spool

HERE = "http://127.0.0.1:8000"
SHEET = "/sheets/2023-04-14.xlsx"
DAY = "day=18.04.2023"
WEEKLY = f"{SHEET}/weekly?{DAY}"
NOTICES = f"{SHEET}/notice?{DAY}"
OURS = {"Sec-Fetch-Site": "same-origin"}

_FORM = re.compile(r"<form\b(?P<head>[^>]*)>(?P<body>.*?)</form>", re.DOTALL)
_INPUT = re.compile(r"<input\b[^>]*>")
_TEXT = re.compile(r'<textarea\b[^>]*\bname="([^"]*)"[^>]*>\n?(.*?)</textarea>', re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass(frozen=True)
class TestClock:
    """The day of the printed week's letter."""

    __test__ = False
    today: date = date(2023, 4, 18)

    def stamp(self) -> Stamp:
        """Now, and a user."""
        return Stamp(datetime(2023, 4, 18, 9, tzinfo=UTC), "clerk")


def desk_of(workspace: Path, state: Path) -> Desk:
    """A start of the page."""
    state.mkdir(exist_ok=True)
    return Desk(Workspace(workspace), TestClock(), Spool(state / "sheets"), state / "page.log")


def application_of(desk: Desk) -> Flask:
    """The application, which shows faults as it would to a clerk."""
    app = application(desk)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app


@dataclass
class Form:
    """A form of a page: where it is sent, and what it carries."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)

    def but(self, **changed: str | list[str]) -> list[tuple[str, str]]:
        """What it carries, with other values for some of its fields."""
        kept = [(name, value) for name, value in self.fields if name not in changed]
        for name, values in changed.items():
            kept += [(name, one) for one in ([values] if isinstance(values, str) else values)]
        return kept


class Clerk:
    """A clerk with a browser that heeds no script."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()

    def enter(self, secret: str) -> TestResponse:
        """Come in with a secret."""
        return self.client.get(f"/enter?secret={quote(secret)}", base_url=HERE)

    def get(self, address: str, **how: Any) -> TestResponse:
        """Open an address."""
        return self.client.get(address, **{"base_url": HERE, "buffered": True, **how})

    def open(self, address: str) -> str:
        """Open an address, and where it leads; the page's text."""
        answer = self.get(address, follow_redirects=True)
        assert answer.status_code == 200, (address, answer.status_code, answer.text)
        return answer.text

    def post(self, address: str, fields: Any = (), **how: Any) -> TestResponse:
        """Send a form's fields."""
        data: dict[str, Any] = {}
        for name, value in fields.items() if isinstance(fields, dict) else fields:
            data.setdefault(name, []).append(value)
        builder = EnvironBuilder(
            address, **{"base_url": HERE, "method": "POST", "data": data, "headers": OURS, **how}
        )
        environ = builder.get_environ()
        try:
            return self.client.open(environ, buffered=True)
        finally:
            # A large body lies in a file, which the client leaves open.
            environ["wsgi.input"].close()
            builder.close()

    def send(self, address: str, action: str, **changed: str | list[str]) -> TestResponse:
        """Open a page and send its form that goes to `action`, some of its fields changed."""
        form = forms(self.open(address), action)[0]
        return self.post(form.action, form.but(**changed))

    def upload(self, name: str, content: bytes) -> TestResponse:
        """Send a sheet from the first page."""
        [form] = forms(self.open("/"), "/sheets")
        return self.post(form.action, [*form.fields, ("sheet", (BytesIO(content), name))])

    @property
    def token(self) -> str:
        """A token for forms."""
        return dict(forms(self.open("/"), "/sheets")[0].fields)["csrf_token"]


def forms(page: str, action: str = "") -> list[Form]:
    """The forms of a page whose address ends so (before its query)."""
    found = []
    for match in _FORM.finditer(page):
        head = dict(_ATTRIBUTE.findall(match["head"]))
        form = Form(html.unescape(head["action"]))
        for tag in _INPUT.findall(match["body"]):
            known = dict(_ATTRIBUTE.findall(tag))
            ticked = known.get("type") not in ("radio", "checkbox") or " checked" in tag
            if ticked and "name" in known and known.get("type") != "file":
                form.fields.append((known["name"], html.unescape(known.get("value", ""))))
        for name, text in _TEXT.findall(match["body"]):
            form.fields.append((name, html.unescape(text)))
        if urlsplit(form.action).path.endswith(action):
            found.append(form)
    return found


def text_of(page: str) -> str:
    """What a page says, without its tags."""
    body = re.sub(r"<(script|style|title)\b.*?</\1>", "", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def query_of(address: str) -> dict[str, str]:
    """The parameters of an address."""
    return dict(parse_qsl(urlsplit(address).query))
