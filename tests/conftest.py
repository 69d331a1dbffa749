"""What the tests share: a workspace of their own, and a clerk who types commands into it."""

from __future__ import annotations

import shutil
import uuid
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from letters_gen.wording.language import speak

speak("ru")

from clerk import PRINTED_WEEK, ROOT, Answer, Clerk, reserve  # noqa: E402
from libreoffice import converted  # noqa: E402
from postgres import PostgresTestServer  # noqa: E402
from scan_office import issued_with_codes  # noqa: E402
from validators import our_own  # noqa: E402

from letters_gen.cli.failing import run  # noqa: E402
from letters_gen.cli.program import program  # noqa: E402
from letters_gen.register.book import Register  # noqa: E402

# How long an example takes says nothing on a machine that others use too.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Says a line that stands under the results of all tests, whatever became of its own: the seed
    of what is chosen at random, what a run under torture has shown.
    """
    return lambda line: record_property("told", line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests have told, those that ran in other processes too."""
    reports = [report for group in terminalreporter.stats.values() for report in group]
    for report in reports:
        for name, line in getattr(report, "user_properties", ()):
            if name == "told" and report.when == "call":
                terminalreporter.write_line(f"{report.nodeid}: {line.strip()}")


@pytest.fixture(scope="session")
def office_with_codes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that has issued notices with codes: to be copied."""
    return issued_with_codes(tmp_path_factory.mktemp("codes") / "РУО")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Path]:
    """A fresh workspace: the sample office, nothing issued. Whatever document a test issues in it
    is sound by the project's own checks.
    """
    folder = tmp_path / "РУО"
    folder.mkdir()
    shutil.copy(ROOT / "letters.toml", folder)
    for part in ("templates", "data"):
        shutil.copytree(ROOT / part, folder / part)
    yield folder
    for document in folder.glob("letters/*/**/*.docx"):
        # A test may have put something else in a document's place.
        if zipfile.is_zipfile(document):
            assert our_own(document) == [], document.name


@pytest.fixture
def clerk(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Clerk:
    """Runs a command in the workspace, as `letters-gen …` would."""
    monkeypatch.chdir(workspace)
    monkeypatch.delenv("LETTERS_HOME", raising=False)

    def type_in(*arguments: str) -> Answer:
        capfd.readouterr()
        status = run(program, list(arguments))
        printed = capfd.readouterr()
        return Answer(status, printed.out, printed.err)

    return type_in


@pytest.fixture
def letter(clerk: Clerk, workspace: Path) -> Path:
    """The letter of the printed week, issued."""
    answer = clerk(*PRINTED_WEEK, "--json")
    assert answer.status == 0, answer.err
    return workspace / answer.json["documents"][0]["path"]


@pytest.fixture
def database(clerk: Clerk, letter: Path, workspace: Path) -> Path:
    """The register of the workspace: the letter issued, and two typed by hand."""
    for heading in ("О смотре", "Об отдыхе"):
        reserve(clerk, heading)
    return workspace / "letters/register.sqlite"


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Prints a document to PDF with LibreOffice."""
    profile = tmp_path_factory.mktemp("profile")
    folder = tmp_path_factory.mktemp("pdf")

    def convert(document: Path) -> Path:
        converted("pdf", [document], folder, profile)
        return folder / f"{document.stem}.pdf"

    return convert


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresTestServer]:
    """A PostgreSQL server for the time of the tests."""
    server = PostgresTestServer()
    yield server
    server.remove()


@pytest.fixture(params=["sqlite", "postgres"])
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    """An empty register, in a file and on a server."""
    url = ""
    if request.param == "postgres":
        url = request.getfixturevalue("postgres").url(f"r{uuid.uuid4().hex}")
    made = Register.at(tmp_path / "register.sqlite", url, "uompsit")
    yield made
    made.close()
