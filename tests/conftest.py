"""What the tests share: a workspace of their own, and a clerk who types commands into it."""

from __future__ import annotations

import json
import shutil
import subprocess
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from letters_gen.wording.language import speak

speak("ru")

from postgres import PostgresTestServer  # noqa: E402

from letters_gen.cli.failing import run  # noqa: E402
from letters_gen.cli.program import program  # noqa: E402
from letters_gen.register.book import Register  # noqa: E402

ROOT = Path(__file__).parent.parent
PRINTED_WEEK = ("weekly", "data/monitoring/2023-04-14.xlsx", "--date", "18.04.2023", "--yes")


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The report that stdout holds."""
        return json.loads(self.out)


Clerk = Callable[..., Answer]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A fresh workspace: the sample office, nothing issued."""
    folder = tmp_path / "РУО"
    folder.mkdir()
    shutil.copy(ROOT / "letters.toml", folder)
    for part in ("templates", "data"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


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


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Prints a document to PDF with LibreOffice."""
    profile = tmp_path_factory.mktemp("profile")
    folder = tmp_path_factory.mktemp("pdf")

    def convert(document: Path) -> Path:
        command = [
            "soffice",
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        subprocess.run(
            [*command, "--outdir", folder, document], check=True, capture_output=True, timeout=120
        )
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


def png() -> bytes:
    """A red dot."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00\xff\x00\x00")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
