"""Whatever is asked of the page: an answer in words, no fault of the program, and no change."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_desk import NOTICES, SHEET, WEEKLY, Clerk

REQUESTS = int(os.environ.get("LETTERS_REQUESTS", "60"))
ADDRESSES = st.sampled_from(
    [
        "/",
        "/enter",
        "/leave",
        "/office",
        "/issued",
        "/issued/progress",
        "/issued/print",
        "/issued/open",
        "/issued/file",
        "/journal",
        "/journal/entry",
        "/journal/entry/file",
        "/journal/entry/open",
        "/journal/entry/annul",
        "/journal/entry/attach",
        "/journal/entry/sent",
        "/journal/entry/signed",
        "/journal/entry/unsent",
        "/journal/entry/unsigned",
        "/journal/entry/redated",
        "/journal/reserve",
        "/journal/scans",
        "/journal/scans/0123456789abcdef",
        "/journal/scans/0123456789abcdef/progress",
        "/journal/scans/0123456789abcdef/again",
        "/journal/scans/0123456789abcdef/drop",
        "/journal/export",
        "/journal/export/file",
        "/journal/verify",
        "/control",
        "/control/file",
        "/incoming",
        "/incoming/letter",
        "/history",
        "/history/file",
        "/sheets/-/reminder",
        "/sheets/-/blank",
        "/sheets/-/blank/about",
        "/sheets/-/withdrawal/about",
        f"{SHEET}/notice/about",
        f"{SHEET}/notice/remake",
        "/sheets",
        SHEET,
        f"{SHEET}/answers",
        f"{SHEET}/basis",
        WEEKLY,
        NOTICES,
        f"{SHEET}/notice/schools",
        f"{SHEET}/notice/answers",
        f"{SHEET}/notice/change",
        f"{SHEET}/notice/7",
        "/sheets/2023-04-21.xlsx/weekly",
        "/templates",
        "/templates/template?name=notice.docx",
        "/templates/shipped",
        "/templates/file",
        "/copies/restore",
        "/settings",
        "/settings/requisites",
        "/settings/people/people/new",
        "/schools",
        "/schools/new",
        "/schools/school?key=0538031140",
        "/schools/remove?key=0538031140",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "2023",
            "01-16/219",
            "219",
            "99999999999999999999",
            "-1",
            "edition",
            "weekly",
            "notice",
            "order",
            "outgoing",
            "2023-04-18~219~outgoing~~0~2023",
            "2023-04-08/2023-04-14",
            "18.04.2023",
            "31.02.2023",
            "0001-01-01",
            "31.12.9999",
            "head",
            "methodist",
            "0538031077",
            "date-far:18.04.2031|выпустить",
            "../../etc/passwd",
            "\\\\server\\share",
            "\x00",
            '{"numbers": []}',
            "[1]",
            "null",
        ]
    ),
)
NAMES = st.sampled_from(
    [
        "day",
        "signatory",
        "except",
        "begun",
        "said",
        "school",
        "offered",
        "fingerprint",
        "heading",
        "addressee",
        "ends",
        "changes",
        "basis_author",
        "basis_day",
        "remake",
        "because",
        "shown",
        "type",
        "subject",
        "number",
        "year",
        "file",
        "print",
        "folder",
        "after",
        "questions",
        "documents",
        "secret",
        "series",
        "seq",
        "suffix",
        "twin",
        "before",
        "after",
        "text",
        "kind",
        "state",
        "since",
        "until",
        "journal",
        "head",
        "act",
        "once",
        "to",
        "way",
        "sender",
        "dated",
        "q",
        "key",
        "state",
        "sex",
        "head",
        "inn",
        "q-0123456789abcdef",
        "q-0123456789abcdef-text",
    ]
)
FIELDS = st.lists(st.tuples(NAMES, TEXTS), max_size=5)


def state(workspace: Path) -> dict[str, int]:
    """When each file was written; a lock holds nothing."""
    return {
        str(path.relative_to(workspace)): path.stat().st_mtime_ns
        for path in workspace.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


@settings(
    max_examples=REQUESTS,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    address=ADDRESSES,
    tail=st.sampled_from(["", "", "/", "/x", "/../..", "%00"]),
    fields=FIELDS,
    is_sent=st.booleans(),
)
def test_any_request_is_answered_and_changes_nothing(
    page: Clerk,
    workspace: Path,
    address: str,
    tail: str,
    fields: list[tuple[str, str]],
    is_sent: bool,
) -> None:
    before = state(workspace)
    path, _, query = address.partition("?")
    if is_sent:
        token = page.token
        answer = page.post(f"{path}{tail}?{query}", [*fields, ("csrf_token", token)])
    else:
        answer = page.get(f"{path}{tail}", query_string={**dict(fields), "x": query})
    assert answer.status_code < 500, (address, tail, fields, answer.data.decode())
    # Some answers are workbooks.
    assert b"Traceback" not in answer.data
    assert state(workspace) == before
