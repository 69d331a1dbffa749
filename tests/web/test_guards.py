"""Each guard alone, the others satisfied: nothing is answered, and nothing issued."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_desk import NOTICES, SHEET, WEEKLY, Clerk, application_of, desk_of, forms

from letters_gen.web.desk import Desk
from letters_gen.web.entrance import TOKEN_HEADER

ISSUE = "/weekly"


def agreed(page: Clerk) -> list[tuple[str, str]]:
    """What the form sends that issues the weekly letter."""
    return forms(page.open(WEEKLY), ISSUE)[0].fields


def is_untouched(workspace: Path) -> bool:
    return not (workspace / "letters/register.sqlite").exists()


def test_what_is_sent_from_its_own_page_is_issued(page: Clerk, workspace: Path) -> None:
    assert page.post(f"{SHEET}/weekly", agreed(page)).status_code == 303
    assert not is_untouched(workspace)


def test_another_host_is_refused(page: Clerk, workspace: Path) -> None:
    fields = agreed(page)
    for host in ("http://evil.example", "http://127.0.0.1.evil.example", "http://localhost:8000"):
        for answer in (
            page.get("/", base_url=host),
            page.get("/alive", base_url=host),
            page.post(f"{SHEET}/weekly", fields, base_url=host),
        ):
            assert answer.status_code == 400
    assert is_untouched(workspace)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", "", "Same-Origin"])
def test_what_comes_from_another_site_is_refused(page: Clerk, workspace: Path, site: str) -> None:
    answer = page.post(f"{SHEET}/weekly", agreed(page), headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403
    assert "запрос пришёл со стороны" in answer.text
    assert page.post(f"{SHEET}/weekly", agreed(page), headers={}).status_code == 403
    assert is_untouched(workspace)


def test_a_form_without_its_token_is_refused(page: Clerk, workspace: Path) -> None:
    fields = dict(agreed(page))
    for token in ({}, {"csrf_token": ""}, {"csrf_token": "0" * 90}):
        answer = page.post(f"{SHEET}/weekly", {**fields, "csrf_token": "", **token})
        assert answer.status_code == 403
        assert "Страница устарела, ничего не выпущено" in answer.text
    assert is_untouched(workspace)


def test_the_token_of_another_session_is_refused(page: Clerk, desk: Desk, app: object) -> None:
    other = Clerk(page.client.application)
    other.enter(desk.entrance.secret())
    fields = {**dict(agreed(page)), "csrf_token": other.token}
    assert page.post(f"{SHEET}/weekly", fields).status_code == 403


def test_who_brings_no_secret_sees_nothing(visitor: Clerk, workspace: Path) -> None:
    for address in (
        "/",
        SHEET,
        WEEKLY,
        NOTICES,
        "/issued",
        "/issued/file",
        "/journal",
        "/leave",
        "/nowhere",
    ):
        answer = visitor.get(address)
        assert answer.status_code == 403, address
        assert "2023" not in answer.text
    assert visitor.post("/leave").status_code == 403


@pytest.mark.parametrize("secret", ["", "x", "ы" * 40, "../..", "A" * 10_000])
def test_a_wrong_secret_lets_nobody_in(visitor: Clerk, secret: str) -> None:
    assert visitor.enter(secret).status_code == 403
    assert visitor.get("/").status_code == 403


def test_a_secret_is_good_once(desk: Desk, visitor: Clerk) -> None:
    secret = desk.entrance.secret()
    assert visitor.enter(secret).status_code == 302
    assert visitor.get("/").status_code == 200
    assert Clerk(visitor.client.application).enter(secret).status_code == 403
    # Who is in already stays in: the browser's own history has the address.
    assert visitor.enter(secret).status_code == 302


def test_the_session_of_a_former_start_is_told_so(
    page: Clerk, workspace: Path, tmp_path: Path
) -> None:
    fields = agreed(page)
    again = Clerk(application_of(desk_of(workspace, tmp_path / "state")))
    for cookie in page.client._cookies.values():
        again.client.set_cookie(cookie.key, cookie.value, domain="127.0.0.1")
    answer = again.post(f"{SHEET}/weekly", fields)
    assert answer.status_code == 403
    assert "Страница устарела, ничего не выпущено" in answer.text
    assert is_untouched(workspace)


def test_a_fresh_secret_needs_the_token_of_this_start(visitor: Clerk, desk: Desk) -> None:
    for token in ("", "x", desk.entrance.secret()):
        assert visitor.post("/secret", headers={TOKEN_HEADER: token}).status_code == 403
    answer = visitor.post("/secret", headers={TOKEN_HEADER: desk.entrance.token})
    assert visitor.enter(answer.text).status_code == 302


def test_the_cookie_is_for_this_page_alone(visitor: Clerk, desk: Desk) -> None:
    set_cookie = visitor.enter(desk.entrance.secret()).headers["Set-Cookie"]
    assert "HttpOnly" in set_cookie
    assert "SameSite=Strict" in set_cookie


@pytest.mark.parametrize("address", ["/", "/nowhere", "/alive", "/static/page.css", SHEET])
def test_every_answer_says_what_browsers_are_to_heed(page: Clerk, address: str) -> None:
    headers = page.get(address).headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers


def test_looking_changes_nothing(page: Clerk, workspace: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in workspace.rglob("*")}
    for address in ("/", SHEET, WEEKLY, NOTICES, f"{SHEET}/notice/0?day=18.04.2023", "/leave"):
        page.open(address)
    assert {path: path.stat().st_mtime_ns for path in workspace.rglob("*")} == before


def test_what_a_button_does_no_address_does(page: Clerk) -> None:
    for address in (
        "/sheets",
        f"{SHEET}/answers",
        "/issued/print",
        "/issued/open",
        "/journal/entry/open",
        "/secret",
    ):
        assert page.get(address).status_code in (404, 405), address


def test_a_fault_of_the_program_is_a_number_and_no_traceback(
    page: Clerk, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("the planted fault")

    monkeypatch.setattr("letters_gen.web.week_page._found", stumble)
    answer = page.get("/")
    assert answer.status_code == 500
    assert "Сбой в программе" in answer.text
    assert "Traceback" not in answer.text
    assert "planted" not in answer.text
    log = desk.log.read_text(encoding="utf-8")
    assert "the planted fault" in log
    number = log.split()[2]
    assert number in answer.text
    assert str(desk.log) in answer.text


@pytest.mark.parametrize(
    "name",
    [
        "..",
        "../../letters.toml",
        "..%2f..%2fletters.toml",
        "%2e%2e%2fletters.toml",
        "C:\\Windows\\win.ini",
        "C:%5CWindows%5Cwin.ini",
        "%5C%5Cserver%5Cshare%5Ca.xlsx",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "new-../../x",
        "new-00000000000000000000",
        "2023-04-14.toml",
        "~$2023-04-14.xlsx",
        "2023-04-14.xlsx%00.txt",
        "CON",
    ],
)
def test_no_name_leads_out_of_the_folder_of_sheets(page: Clerk, name: str) -> None:
    for address in (f"/sheets/{name}", f"/sheets/{name}/weekly", f"/sheets/{name}/basis"):
        assert page.get(address).status_code == 404, address


@pytest.mark.parametrize(
    "value", ["..", "../letters.toml", "C:\\x", "\\\\server\\share", "/etc/passwd", "1/../2", "٣"]
)
def test_no_parameter_leads_to_a_file(page: Clerk, value: str) -> None:
    page.post(f"{SHEET}/weekly", agreed(page))
    for name in ("number", "year", "file", "print", "type", "subject"):
        query = {"number": "01-16/219", "year": "2023", "file": "0", "type": "weekly", name: value}
        answer = page.get("/issued/file", query_string=query)
        assert answer.status_code in (200, 404, 422), (name, answer.status_code)
        if answer.status_code == 200:
            assert name in ("type", "subject", "year")
            assert "01-16_219" in answer.headers["Content-Disposition"]
