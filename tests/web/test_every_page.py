"""Each page and state in both languages: nothing that axe-core finds, no sideways scroll at 320
pixels, no request to another host, no error on the console.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from browsing import axe_faults, keep_picture, scrolled_sideways, tab, wait_for_focus
from clerk import ROOT, reserve
from clerk import SHEET as FILE
from clerk import Clerk as Console
from edits import change_directory, change_template, sheet_changed, sheet_without_period
from page_desk import DAY, NOTICES, SHEET, WEEKLY, TestClock
from page_server import serving
from playwright.sync_api import Browser, FilePayload, Page

from letters_gen.errors import InputError, Place
from letters_gen.web.desk import Desk
from letters_gen.web.runs import Run
from letters_gen.web.scan_bundles import ScanBundle
from letters_gen.web.scan_runs import ScanRun
from letters_gen.wording.language import speak

NEXT = "/sheets/2023-04-21.xlsx"
BATCH = ("notice", "2023-04-08/2023-04-14")
NOTIFIED = "/issued?type=notice&subject=2023-04-08/2023-04-14"
SCHOOL = "/schools/school?key=0538031214"
FAR = f"{SHEET}/weekly?day=18.04.2031"
# What pictures of it are called there.
IN_THE_GUIDE = {
    "week, issued": "page-week",
    "questions": "page-questions",
    "draft of a letter": "page-draft",
    "draft of notices": "page-notices",
    "issued, notices": "page-issued",
    "journal": "page-journal",
    "control, overdue": "page-control",
    "about a paper": "page-paper",
    "draft of a new edition": "page-anew",
    "scans, left": "page-scans",
}
REMINDER = "/sheets/-/reminder?day=27.04.2023"
UPLOADED: FilePayload = {
    "name": "неделя.xlsx",
    "mimeType": "application/octet-stream",
    "buffer": b"",
}
Step = tuple[str, Callable[[], object]]


def entry_at(seq: int, act: str = "", series: str = "outgoing") -> str:
    """The address of an entry, or of an act on it."""
    return f"/journal/entry{f'/{act}' if act else ''}?year=2023&series={series}&seq={seq}"


def letter_of(sender: str) -> str:
    """The address of a letter that came in."""
    return f"/incoming/letter?sender={sender}&number=15&dated=17.04.2023"


@pytest.fixture(params=["ru", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("ru")


class Walk:
    """The way through every page and state."""

    def __init__(self, page: Page, root: str, workspace: Path, desk: Desk, clerk: Console) -> None:
        self.page, self.root, self.workspace = page, root, workspace
        self.desk, self.clerk = desk, clerk

    def steps(self) -> Iterator[Step]:
        """Each state with what leads to it."""
        yield "week", lambda: self.open(f"/enter?secret={self.desk.entrance.secret()}")
        yield "week, no file", lambda: self.send("/sheets")
        yield "sheet", lambda: self.open(SHEET)
        yield "sheet, folded open", lambda: self.page.click("summary")
        yield "basis", lambda: self.open(f"{NEXT}/basis")
        yield "basis, wrong", self.wrong_basis
        yield "change", lambda: self.open(f"{SHEET}/weekly/change?{DAY}")
        yield "change, wrong", self.wrong_day
        yield "draft of a letter", lambda: self.open(WEEKLY)
        yield "draft, open doubt", lambda: self.open(FAR)
        yield "draft of notices", lambda: self.open(NOTICES)
        yield "draft, one notice", lambda: self.open(f"{SHEET}/notice/0?{DAY}")
        yield "draft, moved", self.moved
        yield "issued, a letter", lambda: self.issue(WEEKLY, "/weekly")
        yield "issued, notices", lambda: self.issue(NOTICES, "/notice")
        yield "issued, printed", lambda: self.send("/issued/print")
        yield "week, issued", lambda: self.open("/")
        yield from self.anew()
        yield from self.papers()
        yield from self.journal()
        yield "being issued", self.running
        yield "stopped", self.stopped
        yield "questions", self.doubtful
        yield "questions, wrong", self.wrong_answer
        yield "can't be read", self.unreadable
        yield "not there", lambda: self.open("/nowhere")
        yield "schools", lambda: self.open("/schools?schools=1")
        yield "schools, found none", lambda: self.open("/schools?q=нет+такой")
        yield "a school", lambda: self.open(SCHOOL)
        yield "a school, wrong", self.wrong_school
        yield "a school, changed meanwhile", self.school_moved
        yield "a new school", lambda: self.open("/schools/new")
        yield "a school, to go", lambda: self.open(SCHOOL.replace("/school?", "/remove?"))
        yield "schools, one kept", self.keep_school
        yield "templates", lambda: self.open("/templates")
        yield "a template", lambda: self.open("/templates/template?name=notice.docx")
        yield "a template, wrong", self.wrong_template
        yield "copies", self.copies
        yield "a copy, to restore", lambda: self.follow("#copies a")
        yield "settings", lambda: self.open("/settings")
        for part in ("requisites", "deadlines", "days-off", "numbers", "backup"):
            yield f"settings, {part}", partial(self.open, f"/settings/{part}")
        yield "settings, wrong", self.wrong_settings
        yield "settings, somebody", lambda: self.open("/settings/people/people/new")
        yield "finish", lambda: self.open("/leave")
        yield "finished", lambda: self.send("/leave")

    def anew(self) -> Iterator[Step]:
        """What is issued, and would now come out otherwise."""
        yield "to make anew", lambda: self.open(f"{SHEET}/notice/remake?{DAY}")
        yield "to make anew, wrong", lambda: self.send("/remake")
        yield "come out otherwise", self.different
        yield "draft of a new edition", lambda: self.remake("edition")
        yield "draft of a correction", lambda: self.remake("correct")

    def papers(self) -> Iterator[Step]:
        """Papers without a sheet."""
        yield "about a paper", lambda: self.open("/sheets/-/blank/about?day=20.04.2023")
        yield "about a paper, wrong", lambda: self.send("/about")
        yield "draft of a paper", self.paper
        yield "issued, a paper", lambda: self.issue(self.page.url[len(self.root) :], "/blank")
        yield "about a withdrawal", lambda: self.open("/sheets/-/withdrawal/about")
        yield "about an order", lambda: self.open(f"{SHEET}/order/about")

    def journal(self) -> Iterator[Step]:
        """The journal, what is entered in it, and the control of answers."""
        yield "journal", lambda: self.open("/journal")
        yield "journal, looked for", lambda: self.open("/journal?text=берих&state=issued")
        yield "journal, nothing fits", lambda: self.open("/journal?text=нет такого")
        yield "journal, wrong", lambda: self.open("/journal?since=вчера")
        yield "entry", lambda: self.open(entry_at(220))
        yield "number for a typed letter", lambda: self.open("/journal/reserve")
        yield "number, wrong", lambda: self.send("/journal/reserve")
        for act in ("attach", "signed", "sent", "answered", "redated", "annul"):
            yield act, partial(self.open, entry_at(221, act))
        yield "annul, wrong", lambda: self.send("/annul")
        yield "annulled", self.annulled
        yield "sent, to all", lambda: self.open(entry_at(220, "sent"))
        yield "sent, many", lambda: self.open(NOTIFIED.replace("issued?", "journal/entry/sent?"))
        yield "acquainted", self.order
        yield "scans", lambda: self.open("/journal/scans")
        yield "scans, none", lambda: self.send("/journal/scans")
        yield "scans, being filed", self.scans_running
        yield "scans, left", self.scans
        yield "scans, wrong number", lambda: self.send("/journal/scans/")
        yield "scans, sent earlier", lambda: self.open("/journal/scans")
        yield "scans, not filed yet", self.scans_unread
        yield "journals to download", lambda: self.open("/journal/export")
        yield "check of the journal", lambda: self.open("/journal/verify")
        yield "checked", lambda: self.send("/journal/verify")
        yield "control, nothing awaited", lambda: self.open("/control")
        yield "control, overdue", self.overdue
        yield "unsent", lambda: self.open(entry_at(222, "unsent"))
        yield "unsent, wrong", lambda: self.send("/unsent")
        yield "unsigned", self.unsigned
        yield "draft of reminders", lambda: self.open(REMINDER)
        yield "letter that came in", lambda: self.open("/incoming")
        yield "letter, wrong", lambda: self.send("/incoming/letter")
        yield "letter, of whom", lambda: self.open(letter_of("Берихинск"))
        yield "letter, what it says", lambda: self.open(letter_of("МКОУ «Берихинская ООШ»"))
        yield "weeks side by side", lambda: self.open("/history")
        yield "weeks of a school", lambda: self.open("/history?school=Берихинская")
        yield "weeks of nobody", lambda: self.open("/history?school=нет такой")
        yield "the auditor's journal", self.read_only
        yield "refused to the auditor", lambda: self.open("/control")
        self.desk.reads_only = False

    def unsigned(self) -> None:
        assert self.clerk("register", "signed", "223", "--year", "2023").status == 0
        self.open(entry_at(223, "unsigned"))

    def different(self) -> None:
        change_directory(self.workspace, "Джабраилова Хадижат", "Белова Хадижат")
        self.open(NOTICES)

    def remake(self, how: str) -> None:
        self.open(f"{SHEET}/notice/remake?{DAY}")
        self.page.check(f"input[value={how}]")
        self.page.fill("#because", "Другая фамилия")
        self.send("/remake")

    def paper(self) -> None:
        self.page.fill("#subject", "О летнем отдыхе")
        self.page.fill("#addressee", "Главе МР «Цунтинский район»")
        self.send("/about")

    def annulled(self) -> None:
        self.open(entry_at(221, "annul"))
        self.page.fill("#because", "Ошибка в адресе")
        self.send("/annul")

    def order(self) -> None:
        self.clerk("order", FILE, "--date", "18.04.2023", "--yes")
        self.open(entry_at(45, "acquainted", "orders"))

    def scans(self) -> None:
        protected = Path(__file__).parents[1] / "records/protected.pdf"
        self.open("/journal/scans")
        self.page.set_input_files("#files", protected)
        self.page.click("form[action$='/journal/scans'] button")
        self.page.wait_for_selector("#left-title")

    def scans_running(self) -> None:
        """Scans that are being read: planted, for it would be over in a moment."""
        bundle = ScanBundle("0123456789abcdef", self.workspace, [], ["скан.pdf"])
        self.planted = ScanRun(bundle, self.desk.leaving, done=50, total=200)
        self.desk.scans._known[bundle.key] = self.planted
        self.open(f"/journal/scans/{bundle.key}")

    def scans_unread(self) -> None:
        """The same, which somebody has stopped."""
        self.planted.failure = InputError("lease-held", Place(), holder="clerk (1)")
        self.planted.ended.set()
        self.open("/journal/scans/0123456789abcdef")

    def overdue(self) -> None:
        self.clerk("register", "sent", "222-224", "--year", "2023", "--on", "18.04.2023")
        self.desk.clock = TestClock(date(2023, 4, 27))
        self.open("/control")

    def read_only(self) -> None:
        self.desk.clock = TestClock()
        self.desk.reads_only = True
        self.open("/journal")

    def open(self, address: str) -> None:
        self.page.goto(f"{self.root}{address}")

    def follow(self, link: str) -> None:
        # A click alone doesn't wait for the page that it leads to.
        with self.page.expect_navigation():
            self.page.click(link)

    def send(self, action: str) -> None:
        self.follow(f"form[action*='{action}'] button")

    def issue(self, address: str, action: str) -> None:
        self.open(address)
        self.follow(f"form[action$='{action}'] button")
        # The page that shows how far it is gives way by itself.
        self.page.wait_for_selector(".done")

    def wrong_basis(self) -> None:
        self.page.fill("#author", "Министерства образования")
        self.page.fill("#day", "вчера")
        self.send("/basis")

    def wrong_day(self) -> None:
        self.page.fill("#day", "завтра")
        self.send("/change")

    def moved(self) -> None:
        self.open(WEEKLY)
        reserve(self.clerk, day="17.04.2023")
        self.send("/weekly")

    def running(self) -> None:
        """A batch under way: planted, for it would be over in a moment."""
        self.desk.runs._known[BATCH] = Run(BATCH, "", NOTICES, 200, done=50)
        self.open(NOTIFIED)

    def stopped(self) -> None:
        """The same, stopped. The page that waits for it is left first, lest it look again."""
        self.open("/")
        run = self.desk.runs._known[BATCH]
        run.failure = InputError("disk-full", Place(file="a.docx"), path="a.docx")
        run.ended.set()
        self.open(NOTIFIED)

    def doubtful(self) -> None:
        self.desk.runs._known.clear()
        with sheet_changed(self.workspace, FILE.replace("-14.", "-21.")) as sheet:
            sheet["H108"] = "12 чел."
        change_directory(self.workspace, "Муса Ибрагим Мусаевич", "Топчий Ибрагим Мусаевич")
        self.open(NEXT)

    def wrong_answer(self) -> None:
        self.page.click("input[value=other] >> nth=0")
        self.page.fill("input[type=text] >> nth=0", "дюжина")
        self.send("/answers")

    def wrong_school(self) -> None:
        self.page.fill("#inn", "пять")
        self.page.fill("#short_name", "")
        self.send("/schools/school")

    def school_moved(self) -> None:
        self.open(SCHOOL)
        change_directory(self.workspace, "Рамазанов Рамазан Абдулаевич", "Омаров Омар Омарович")
        self.page.fill("#head", "Алиев Али Алиевич")
        self.send("/schools/school")

    def keep_school(self) -> None:
        self.open(SCHOOL)
        self.send("/schools/school")

    def wrong_template(self) -> None:
        path = self.workspace / "templates/thanks.docx"
        change_template(path, lambda text: text.replace("письмо.дата", "письмо.даттта"))
        self.open("/templates/template?name=thanks.docx")

    def copies(self) -> None:
        self.open("/copies")
        self.send("/copies")

    def wrong_settings(self) -> None:
        self.open("/settings/requisites")
        self.page.fill("#office-inn", "пять")
        self.send("/settings/requisites")

    def unreadable(self) -> None:
        (self.workspace / "data/monitoring/2023-04-28.xlsx").write_bytes(b"no workbook")
        self.open("/sheets/2023-04-28.xlsx")


def test_nothing_keeps_anybody_out_of_any_page(
    chromium: Browser, served: str, workspace: Path, desk: Desk, clerk: Console, language: str
) -> None:
    faults: dict[str, object] = {}
    with tab(chromium, served) as (page, complaints):
        for name, go in Walk(page, served, workspace, desk, clerk).steps():
            go()
            if language == "ru" and name in IN_THE_GUIDE:
                keep_picture(page, IN_THE_GUIDE[name])
            assert page.evaluate("document.documentElement.lang") == language
            found = [*axe_faults(page), *(["scrolls"] if scrolled_sideways(page) > 0 else [])]
            if found:
                faults[name] = found
        assert faults == {}
        assert (complaints.errors, complaints.strangers) == ([], [])


def founding(page: Page, address: str) -> Iterator[Step]:
    """Each state on the way to an office where there is none, with what leads to it."""

    def send(content: bytes | None = None, **typed: str) -> None:
        for field, text in typed.items():
            page.fill(f"#{field}", text)
        if content is not None:
            page.set_input_files("#sheet", [{**UPLOADED, "buffer": content}])
        with page.expect_navigation():
            page.click("form[action$='/office'] button")

    def answer() -> None:
        page.fill(".question input[type=text]", "08.04.2023-14.04.2023")
        send()
        page.wait_for_selector(".week")

    yield "office", lambda: page.goto(address)
    yield "office, wrong", lambda: send((ROOT / FILE).read_bytes(), outgoing="двести")
    yield "office, no sheet", lambda: send(b"no workbook", name="МКУ «РУО»", outgoing="220")
    yield "office, questions", lambda: send(sheet_without_period())
    yield "week, founded", answer


def test_nothing_keeps_anybody_from_founding_an_office(
    chromium: Browser, tmp_path: Path, language: str
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    faults: dict[str, object] = {}
    with (
        serving(folder, tmp_path / "state", language=language) as server,
        tab(chromium, server.root) as (page, complaints),
    ):
        for name, go in founding(page, server.address):
            go()
            assert page.evaluate("document.documentElement.lang") == language
            found = [*axe_faults(page), *(["scrolls"] if scrolled_sideways(page) > 0 else [])]
            if found:
                faults[name] = found
        assert faults == {}
        assert (complaints.errors, complaints.strangers) == ([], [])


def test_a_planted_fault_is_found(chromium: Browser, served: str, desk: Desk) -> None:
    with tab(chromium, served) as (page, complaints):
        page.goto(f"{served}/enter?secret={desk.entrance.secret()}")
        page.evaluate("document.querySelector('label').remove()")
        page.evaluate("document.querySelector('h1').style.cssText = 'width: 500px'")
        assert any(fault.startswith("label:") for fault in axe_faults(page))
        assert scrolled_sideways(page) > 0
        page.evaluate("fetch('http://localhost:9/').catch(() => 0)")
        with page.expect_console_message(lambda said: said.text == "planted"):
            page.evaluate("console.error('planted')")
        assert "planted" in complaints.errors
        assert complaints.strangers or any("localhost" in said for said in complaints.errors)


def test_the_focus_stands_on_what_went_wrong(chromium: Browser, served: str, desk: Desk) -> None:
    with tab(chromium, served) as (page, _):
        page.goto(f"{served}/enter?secret={desk.entrance.secret()}")
        with page.expect_navigation():
            page.click("form[action$='/sheets'] button")
        wait_for_focus(page, "problems")
        page.click("#problems a")
        wait_for_focus(page, "sheet")
        assert page.title().startswith("Ошибка:")


def test_a_form_of_another_site_does_nothing(
    chromium: Browser, served: str, desk: Desk, workspace: Path
) -> None:
    """In a real browser, which has come in and sends its cookie where it would."""
    with tab(chromium, served) as (page, _):
        page.goto(f"{served}/enter?secret={desk.entrance.secret()}")
        page.context.route(
            "http://evil.example/**",
            lambda route: route.fulfill(
                content_type="text/html",
                body=f"<form method=post action='{served}{WEEKLY}'><button>x</button></form>",
            ),
        )
        page.goto("http://evil.example/")
        with page.expect_navigation() as answered:
            page.click("button")
        assert answered.value.status == 403
        assert not (workspace / "letters").exists()


def test_no_other_site_can_show_the_page_inside_itself(
    chromium: Browser, served: str, desk: Desk
) -> None:
    with tab(chromium, served) as (page, _):
        page.goto(f"{served}/enter?secret={desk.entrance.secret()}")
        page.context.route(
            "http://evil.example/**",
            lambda route: route.fulfill(
                content_type="text/html", body=f"<iframe src='{served}/alive'></iframe>"
            ),
        )
        page.goto("http://evil.example/")
        inner = page.frames[1]
        assert "letters-gen" not in inner.evaluate("document.body.textContent")
