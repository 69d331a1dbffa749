"""send: each recipient gets the signed copy once, whatever the mail server does."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.header import decode_header, make_header
from pathlib import Path
from typing import Any

import pytest
import stamina
from clerk import PRINTED_NOTICES, Clerk, entry, fault_codes
from electronic_signatures import signature
from mail import Mailbox, attach_scan, mail_by, mail_server, signed_notices
from terminal import typed

YEAR = ("--year", "2023")
SEND = ("send", "--period", "18.04.2023-18.04.2023", "--type", "notice", "--json")


@pytest.fixture
def box() -> Iterator[Mailbox]:
    # Attempts to connect follow each other at once.
    with stamina.set_testing(True, attempts=2), mail_server() as made:
        yield made


@pytest.fixture
def notices(clerk: Clerk, workspace: Path, letter: Path, box: Mailbox) -> list[dict[str, Any]]:
    """Five notices of the printed week, signed; the office mails by the server."""
    mail_by(workspace, box)
    return signed_notices(clerk, workspace)


def span(notices: list[dict[str, Any]]) -> str:
    """The numbers of the notices, as they are typed."""
    first, last = (notices[place]["number"].partition("/")[2] for place in (0, -1))
    return f"{first}-{last}"


def addresses(notices: list[dict[str, Any]]) -> list[str]:
    return [f"school{one['inn'][-5:]}@example.org" for one in notices]


def test_each_school_gets_its_signed_copy_once(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    answer = clerk("send", span(notices), *YEAR, "--yes", "--json")
    assert answer.status == 0, answer.err
    assert answer.json["sent"] == 5
    assert box.recipients == addresses(notices)
    sent = entry(clerk, notices[0]["number"])
    [delivery] = sent["deliveries"]
    assert (delivery["to"], delivery["way"]) == (notices[0]["school"], "эл. почта")
    assert delivery["id"] == box.message(box.recipients[0])["Message-ID"]
    assert delivery["on"] and sent["state"] == "sent"
    assert [one["what"] for one in sent["events"]][-2:] == ["mailing", "sent"]
    again = clerk("send", span(notices), *YEAR, "--yes", "--json")
    assert (again.status, again.json["sent"], again.json["already_sent"]) == (0, 0, 5)
    assert len(box.taken) == 5
    assert fault_codes(clerk) == []


def test_a_message_says_what_it_brings_and_its_files_keep_their_russian_names(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    number, school = notices[0]["number"], notices[0]["school"]
    clerk("send", number, *YEAR, "--yes")
    message = box.message(addresses(notices)[0])
    heading = "«О недостижении показателей использования ИКОП „Сферум“»"
    assert message["Subject"] == f"Уведомление № {number} от 18.04.2023 {heading}"
    assert message["From"] == "МКУ «УОМПСиТ» <ruo@example.org>"
    body = message.get_body()
    assert body is not None
    assert "Уважаем" in body.get_content() and number in body.get_content()
    [scan] = message.iter_attachments()
    name = scan.get_filename() or ""
    assert name.endswith(" скан 1.pdf") and school.split("«")[1][:-1] in name
    assert scan.get_content_type() == "application/pdf"
    raw = dict(box.taken)[addresses(notices)[0]]
    # As today's programs read it, and as older ones do; in one piece.
    assert b"filename*=UTF-8''01-16_" in raw and b"filename*0" not in raw
    assert b'name="=?utf-8?' in raw
    assert raw.isascii() and max(map(len, raw.split(b"\r\n"))) < 998


def test_the_weekly_letter_goes_to_every_school_as_a_message_of_its_own(
    clerk: Clerk, workspace: Path, box: Mailbox, letter: Path
) -> None:
    mail_by(workspace, box)
    attach_scan(clerk, workspace, "219")
    answer = clerk("send", "219", *YEAR, "--yes", "--json")
    assert answer.status == 0, answer.err
    assert len(box.recipients) == len(set(box.recipients)) == 22
    names = [one.get_filename() or "" for one in box.message(box.recipients[3]).iter_attachments()]
    assert [name.rpartition(".")[2] for name in names] == ["pdf", "docx", "xlsx"]
    assert entry(clerk, "219")["state"] == "sent"


def test_a_document_signed_electronically_goes_with_its_signatures(
    clerk: Clerk, workspace: Path, box: Mailbox, letter: Path
) -> None:
    mail_by(workspace, box)
    [notice] = clerk(*PRINTED_NOTICES, "--yes", "--json").json["documents"][:1]
    document = workspace / notice["path"]
    for name, how in (("первая.sig", True), ("вторая.sig", False)):
        (workspace / name).write_bytes(signature(document.read_bytes(), detached=how))
        assert clerk("register", "attach", notice["number"], name, *YEAR).status == 0
    answer = clerk("send", notice["number"], *YEAR, "--yes", "--json")
    assert (answer.status, answer.json["sent"]) == (0, 1), answer.err
    message = box.message(addresses([notice])[0])
    brought = {one.get_filename() or "": one.get_content() for one in message.iter_attachments()}
    folder = document.parent
    assert list(brought) == [document.name, f"{document.name}.sig", f"{document.name}.2.sig"]
    assert all((folder / name).read_bytes() == content for name, content in brought.items())
    assert entry(clerk, notice["number"])["state"] == "sent"


def test_a_refused_address_doesnt_stop_the_others(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    whom = addresses(notices)
    box.refused[whom[1]] = "550 нет такого ящика"
    answer = clerk("send", span(notices), *YEAR, "--yes", "--json")
    assert answer.status == 1
    assert box.recipients == [whom[0], *whom[2:]]
    states = [one["state"] for one in answer.json["messages"]]
    assert states == ["sent", "refused", "sent", "sent", "sent"]
    assert "550" in answer.json["messages"][1]["reason"]
    assert notices[1]["school"] in answer.err
    refused = entry(clerk, notices[1]["number"])
    assert refused["state"] == "issued"
    assert "550" in refused["events"][-1]["because"]
    del box.refused[whom[1]]
    assert clerk("send", span(notices), *YEAR, "--yes").status == 0
    assert sorted(box.recipients) == sorted(whom)


def test_an_answer_that_was_lost_is_unknown_and_never_tried_again_in_silence(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    whom, number = addresses(notices), notices[2]["number"]
    box.answers = lambda to: None if to == whom[2] else "250 OK"
    answer = clerk("send", span(notices), *YEAR, "--yes", "--json")
    assert answer.status == 1
    assert [one["state"] for one in answer.json["messages"]][2] == "unknown"
    assert box.recipients == whom
    again = clerk("send", span(notices), *YEAR, "--yes", "--json")
    assert (again.status, again.json["sent"]) == (1, 0)
    assert [one["number"] for one in again.json["unknown"]] == [number]
    assert box.recipients == whom
    [delivery] = entry(clerk, number)["deliveries"]
    assert delivery["on"] is None and delivery["id"]
    assert "неизвестно" in clerk("register", "show", number, *YEAR).out
    assert "mail-unknown" in clerk("register", "verify").out or fault_codes(clerk) == []
    # What may have left is never annulled.
    annulled = clerk("register", "annul", number, *YEAR, "--reason", "ошибка", "--yes", "--json")
    assert annulled.status != 0
    assert clerk("send", number, *YEAR, "--unknown", "дошло", "--yes").status == 0
    [delivery] = entry(clerk, number)["deliveries"]
    assert delivery["on"] and entry(clerk, number)["state"] == "sent"
    assert box.recipients == whom


def test_what_has_not_arrived_goes_again_under_the_same_id(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    number = notices[0]["number"]
    box.answers = lambda to: None
    assert clerk("send", number, *YEAR, "--yes").status == 1
    box.answers = lambda to: "250 OK"
    status, shown = typed(
        workspace, [("снова", "снова\r"), ("[д/Н]", "д\r")], "send", number, *YEAR
    )
    assert status == 0, shown
    first, second = (content for _, content in box.taken)
    ids = [
        line
        for raw in (first, second)
        for line in raw.splitlines()
        if line.startswith(b"Message-ID")
    ]
    assert len(ids) == 2 and ids[0] == ids[1]
    told = entry(clerk, number)
    assert [one["what"] for one in told["events"]][-4:] == [
        "mailing",
        "unmailed",
        "mailing",
        "sent",
    ]


def test_a_message_that_came_back_goes_again_to_the_corrected_address(
    clerk: Clerk, workspace: Path, box: Mailbox, letter: Path
) -> None:
    mail_by(workspace, box)
    attach_scan(clerk, workspace, "219")
    assert clerk("send", "219", *YEAR, "--yes").status == 0
    undo = ("--undo", "--to", "Генухская", "--reason", "вернулось: нет такого ящика")
    assert clerk("register", "sent", "219", *YEAR, *undo).status == 0
    waiting = [one["to"] for one in entry(clerk, "219")["deliveries"] if one["on"] is None]
    assert waiting == ["МКОУ «Генухская СОШ»"]
    assert clerk("register", "sent", "219", *YEAR, *undo).status == 1
    directory = workspace / "data/schools.csv"
    text = directory.read_text(encoding="utf-8-sig").replace("school31140@", "genuh@")
    directory.write_text(text, encoding="utf-8-sig")
    assert clerk("send", "219", *YEAR, "--yes").status == 0
    assert len(box.taken) == 23 and box.recipients[-1] == "genuh@example.org"
    assert fault_codes(clerk) == []


def test_a_late_answer_is_waited_for_and_one_too_late_is_unknown(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    mail_by(workspace, box, "timeout = 2\n")
    whom = addresses(notices)
    box.answers = lambda to: {whom[0]: 0.3, whom[1]: 6.0}.get(to, "250 OK")
    answer = clerk("send", span(notices), *YEAR, "--yes", "--json")
    states = [one["state"] for one in answer.json["messages"]]
    assert states == ["sent", "unknown", "sent", "sent", "sent"]
    assert box.recipients == whom


def test_a_connection_lost_before_the_message_is_made_anew(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    whom, cut = addresses(notices), []

    def before(to: str) -> str:
        if to == whom[1] and not cut:
            cut.append(to)
            return "cut"
        return "250 OK"

    box.before = before
    assert clerk("send", span(notices), *YEAR, "--yes").status == 0
    assert box.recipients == whom and box.connections >= 2


def test_a_server_that_breaks_off_at_every_message_ends_the_run_and_nothing_is_in_question(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    box.before = lambda to: "cut"
    answer = clerk("send", span(notices), *YEAR, "--yes", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (4, "mail-cut")
    assert answer.json["unknown"] == [] and box.taken == []
    box.before = lambda to: "250 OK"
    assert clerk("send", span(notices), *YEAR, "--yes").status == 0
    assert box.recipients == addresses(notices)


def test_a_server_that_isnt_there_ends_with_4_and_says_who_waits(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    with mail_server() as other:
        mail_by(workspace, other)
    answer = clerk("send", span(notices), *YEAR, "--yes", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (4, "mail-unreachable")
    assert answer.json["error"]["mend"]
    assert [one["state"] for one in answer.json["messages"]] == ["waiting"] * 5
    assert all(one["school"] in answer.err for one in notices)
    assert entry(clerk, notices[0]["number"])["deliveries"][0]["id"] is None


def test_a_new_connection_is_made_after_so_many_messages(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    mail_by(workspace, box, "per_connection = 2\n")
    assert clerk("send", span(notices), *YEAR, "--yes").status == 0
    assert box.connections == 3


def test_what_is_too_large_once_it_is_encoded_is_left_out(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    mail_by(workspace, box, "megabytes = 1\n")
    attach_scan(clerk, workspace, notices[0]["number"], size=740_000)
    answer = clerk("send", span(notices), *YEAR, "--yes", "--json")
    assert (answer.status, answer.json["sent"]) == (1, 4)
    [left_out] = answer.json["left_out"]
    assert (left_out["number"], left_out["code"]) == (notices[0]["number"], "mail-too-large")


def test_without_a_signed_copy_it_is_asked_and_nothing_goes_by_itself(
    clerk: Clerk, workspace: Path, box: Mailbox, letter: Path
) -> None:
    mail_by(workspace, box)
    answer = clerk("send", "219", *YEAR, "--yes", "--json")
    assert (answer.status, box.taken) == (1, [])
    assert [one["code"] for one in answer.json["left_out"]] == ["mail-unsigned"]
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace('template = "weekly.docx"', 'template = "weekly.docx"\nsend = "unsigned"'),
        encoding="utf-8",
    )
    answer = clerk("send", "219", *YEAR, "--yes", "--json")
    assert [one["code"] for one in answer.json["left_out"]] == ["mail-without-pdf"]
    assert "letters-gen pdf" in answer.json["left_out"][0]["mend"]


def test_what_goes_unsigned_goes_as_its_pdf(
    clerk: Clerk, workspace: Path, box: Mailbox, letter: Path
) -> None:
    mail_by(workspace, box)
    assert clerk("pdf", "219", *YEAR).status == 0
    shown = ("Отправить PDF без подписи?", "д\r"), ("Отправить?", "д\r")
    status, told = typed(workspace, [*shown], "send", "219", *YEAR)
    assert status == 0, told
    names = [one.get_filename() or "" for one in box.message(box.recipients[0]).iter_attachments()]
    assert names[0] == "01-16_219 Письмо.pdf"
    assert len(box.recipients) == 22
    [first, *_] = clerk("register", "dispatch", "219", *YEAR, "--json").json["deliveries"]
    assert int(first["sheets"]) >= 1


def test_a_school_without_an_address_is_told_and_the_others_get_theirs(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    whom = addresses(notices)
    directory = workspace / "data/schools.csv"
    text = directory.read_text(encoding="utf-8-sig")
    text = text.replace(whom[0], "").replace(whom[1], "школа@почта.рф и другая")
    directory.write_text(text.replace(whom[2], whom[3]), encoding="utf-8-sig")
    answer = clerk("send", span(notices), *YEAR, "--yes", "--json")
    assert [one["code"] for one in answer.json["left_out"]] == [
        "mail-no-address",
        "mail-address-unreadable",
    ]
    assert box.recipients == [whom[3], whom[3], whom[4]]
    # Two letters go to one address: that is shown before.
    assert f"На {whom[3]} уйдёт несколько писем" in answer.err


def test_a_file_changed_since_doesnt_leave(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    [scan] = [
        file["path"]
        for file in entry(clerk, notices[0]["number"])["files"]
        if file["role"] == "scan"
    ]
    (workspace / scan).chmod(0o600)
    (workspace / scan).write_bytes(b"%PDF-1.4 other")
    answer = clerk("send", span(notices), *YEAR, "--yes", "--json")
    assert (answer.status, answer.json["sent"]) == (3, 4)
    assert [one["code"] for one in answer.json["left_out"]] == ["mail-file-changed"]


def test_nothing_leaves_before_a_yes(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    answer = clerk("send", span(notices), *YEAR, "--json")
    assert (answer.status, answer.json["error"]["code"]) == (2, "mail-needs-yes")
    listed = clerk("send", span(notices), *YEAR, "--dry-run", "--json")
    assert listed.status == 0
    assert [one["state"] for one in listed.json["messages"]] == ["planned"] * 5
    status, shown = typed(workspace, [("[д/Н]", "н\r")], "send", span(notices), *YEAR)
    assert (status, box.taken) == (0, [])
    assert all(whom in shown for whom in addresses(notices))


def test_drafts_are_messages_that_a_mail_program_opens(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    answer = clerk("send", span(notices), *YEAR, "--draft", "--json")
    assert answer.status == 0, answer.err
    assert box.taken == []
    files = answer.json["files"]
    assert len(files) == 5 and all(file.startswith("На отправку/МКОУ") for file in files)
    content = (workspace / files[0]).read_bytes()
    assert b"X-Unsent: 1" in content and b"\n" not in content.replace(b"\r\n", b"")
    assert entry(clerk, notices[0]["number"])["state"] == "issued"
    assert read_by_today(content) == read_by_older_programs(content)


def read_by_today(content: bytes) -> tuple[str, str, list[str]]:
    """Subject, text and names of a message as its standards have them (RFC 2047, 2231)."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert not any(part.defects for part in message.walk())
    body = message.get_body()
    assert body is not None
    names = [str(one.get_filename()) for one in message.iter_attachments()]
    assert names and all(name.endswith(".pdf") for name in names)
    return str(message["subject"]), body.get_content().replace("\r\n", "\n"), names


def read_by_older_programs(content: bytes) -> tuple[str, str, list[str]]:
    """The same as programs read it that look for a file's name where its kind is told."""
    message = email.message_from_bytes(content, policy=email.policy.compat32)
    text, *files = list(message.walk())[1:]
    words = text.get_payload(decode=True).decode().replace("\r\n", "\n")
    return _decoded(message["subject"]), words, [_decoded(one.get_param("name")) for one in files]


def _decoded(header: Any) -> str:
    return str(make_header(decode_header(str(header))))


def test_files_are_laid_out_named_by_school(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    answer = clerk("send", span(notices), *YEAR, "--out", "На отправку", "--json")
    assert answer.status == 0, answer.err
    names = sorted(path.name for path in (workspace / "На отправку").iterdir())
    assert len(names) == 5
    school = notices[0]["school"].replace("«", "").replace("»", "")
    number = notices[0]["number"].replace("/", "_")
    assert f"{school} {number} Уведомление скан 1.pdf" in names


def test_without_mail_in_the_settings_it_is_said_how(
    clerk: Clerk, workspace: Path, letter: Path
) -> None:
    attach_scan(clerk, workspace, "219")
    answer = clerk("send", "219", *YEAR, "--yes", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, "mail-unset")
    assert clerk("send", "219", *YEAR, "--draft").status == 0


def test_a_fault_of_the_words_is_told_with_its_line_before_anything_leaves(
    clerk: Clerk, workspace: Path, box: Mailbox, notices: list[dict[str, Any]]
) -> None:
    words = workspace / "templates/mail.txt"
    words.write_text("Тема: {{ письмо.номер }}\n\n{{ письмо.нмер }}\n", encoding="utf-8")
    answer = clerk("send", span(notices), *YEAR, "--yes", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, "template-unknown-field")
    assert "mail.txt, строка 3" in answer.json["error"]["where"]
    words.write_text("{{ письмо.номер }}", encoding="utf-8")
    answer = clerk("send", span(notices), *YEAR, "--yes", "--json")
    assert answer.json["error"]["code"] == "mail-subject-missing"
    checked = clerk("template", "check", "--json")
    assert [one["code"] for one in checked.json["faults"]] == ["mail-subject-missing"]
    assert box.taken == []
    words.unlink()
    assert clerk("send", span(notices), *YEAR, "--yes").status == 0


def test_nothing_is_sent_that_nobody_named(clerk: Clerk) -> None:
    answer = clerk("send")
    assert answer.status == 2
    assert "номера, --period или --type" in answer.err
