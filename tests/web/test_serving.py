"""The start of the page and its end, each in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from page_desk import Clerk, application_of, desk_of
from page_server import serving
from processes import PROGRAM, finished

from letters_gen.web.folders import state_folder


def fetched(address: str) -> tuple[int, str]:
    """What is answered to who brings nothing but the address."""
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor()
    )
    try:
        with opener.open(address) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def is_over(root: str) -> bool:
    try:
        fetched(f"{root}/alive")
    except OSError:
        return True
    return False


def test_it_tells_its_address_and_one_line(workspace: Path, tmp_path: Path) -> None:
    with serving(workspace, tmp_path / "state") as server:
        status, shown = fetched(server.address)
        assert status == 200
        assert "<h1>Неделя</h1>" in shown
        assert fetched(server.address)[0] == 403, "the address is good once"
        assert fetched(server.root)[0] == 403
        assert server.interrupt() == 0
        assert server.said[1:] == ["Не закрывайте это окно, пока работаете."]
        assert is_over(server.root)


def test_a_second_start_opens_the_page_that_runs(workspace: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    with serving(workspace, state) as first:
        assert first.address
        with serving(workspace, state) as second:
            assert second.root == first.root
            assert second.address != first.address
            assert fetched(second.address)[0] == 200
            assert second.ended() == 0
            assert first.process.poll() is None


def test_after_a_kill_it_starts_again(workspace: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    with serving(workspace, state) as killed:
        assert killed.address
        killed.kill()
    with serving(workspace, state) as server:
        assert fetched(server.address)[0] == 200


def test_the_note_is_for_this_user_alone_and_not_in_the_workspace(
    workspace: Path, tmp_path: Path
) -> None:
    state = tmp_path / "state"
    before = sorted(workspace.rglob("*"))
    with serving(workspace, state) as server:
        assert server.address
        [note] = (state / "letters-gen").glob("*.json")
        assert stat.S_IMODE(note.stat().st_mode) == 0o600
        assert stat.S_IMODE(note.parent.stat().st_mode) == 0o700
        assert set(json.loads(note.read_text())) == {"port", "token"}
        assert sorted(workspace.rglob("*")) == before
        server.interrupt()
    assert not note.exists()


def test_two_workspaces_have_a_page_each(workspace: Path, tmp_path: Path) -> None:
    finished([*PROGRAM, "init", tmp_path / "other"])
    state = tmp_path / "state"
    with serving(workspace, state) as one, serving(tmp_path / "other", state) as other:
        assert one.root != other.root


def test_a_port_that_is_taken_is_told(workspace: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        with serving(workspace, tmp_path / "state", "--port", port) as server:
            assert server.ended() == 1
            assert f"Порт {port} занят другой программой." in server.said[0]


def test_it_listens_on_this_machine_alone(workspace: Path, tmp_path: Path) -> None:
    with serving(workspace, tmp_path / "state") as server:
        port = int(server.root.rpartition(":")[2])
        listening = Path("/proc/net/tcp").read_text().splitlines()[1:]
        addresses = [line.split()[1] for line in listening if line.split()[3] == "0A"]
        assert f"0100007F:{port:04X}" in addresses
        assert f"00000000:{port:04X}" not in addresses


def test_a_proxy_isnt_asked(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serving(workspace, tmp_path / "state") as server:
        assert server.address


def test_a_browser_that_doesnt_open_is_told(workspace: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "BROWSER": "false",
        "DISPLAY": "",
        "PATH": str(Path(sys.executable).parent),
        "PYTHONUTF8": "1",
    }
    run = subprocess.Popen(
        [*PROGRAM, "page"],
        cwd=workspace,
        env=environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert run.stdout is not None
    said = [run.stdout.readline() for _ in range(3)]
    run.kill()
    run.communicate()
    assert "Браузер не открылся: откройте этот адрес сами." in said[1]
    assert "Не закрывайте это окно" in said[2]


def test_a_folder_of_somebody_else_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from letters_gen.errors import InputError

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "letters-gen").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InputError, match="page-folder-shared"):
        state_folder()


def test_without_its_packages_the_command_says_what_to_install(workspace: Path) -> None:
    code = (
        "import sys; sys.modules['waitress'] = None; sys.argv = ['letters-gen', 'page']; "
        "from letters_gen.cli import main; main()"
    )
    answer = finished(
        [sys.executable, "-c", code], cwd=workspace, env={**os.environ, "PYTHONUTF8": "1"}
    )
    assert answer.returncode == 4
    assert "pip install letters-gen[page]" in answer.stderr


def test_the_first_page_waits_for_no_reader_of_spreadsheets(
    workspace: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; sys.path[:0] = ['tests']\n"
        "from pathlib import Path\n"
        "from page_desk import Clerk, application_of, desk_of\n"
        "desk = desk_of(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "clerk = Clerk(application_of(desk)); clerk.enter(desk.entrance.secret())\n"
        "assert 'Неделя по' in clerk.get('/').text or 'Week until' in clerk.get('/').text\n"
        "print(*sys.modules)\n"
    )
    answer = finished(
        [sys.executable, "-c", code, workspace, tmp_path / "state"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert answer.returncode == 0, answer.stderr
    loaded = set(answer.stdout.split())
    assert "flask" in loaded
    assert loaded.isdisjoint({"pandas", "docxtpl", "docx", "openpyxl", "pymorphy3", "distributed"})
    assert loaded.isdisjoint({"alembic", "lxml", "letters_gen.wording.sentences"})
    assert loaded.isdisjoint({"letters_gen.facts.monitoring", "letters_gen.documents.statement"})


def test_templates_are_compiled_once_and_a_start_that_cant_keep_them_is_no_worse(
    workspace: Path, tmp_path: Path
) -> None:
    state = tmp_path / "state"

    def week() -> str:
        desk = desk_of(workspace, state)
        clerk = Clerk(application_of(desk))
        clerk.enter(desk.entrance.secret())
        shown = clerk.open("/")
        return shown.partition("<main")[2].replace(clerk.token, "")

    first = week()
    kept = sorted((state / "pages").iterdir())
    assert kept and not [one for one in kept if stat.S_IMODE(one.stat().st_mode) & 0o077]
    assert stat.S_IMODE((state / "pages").stat().st_mode) == 0o700
    assert "Неделя" in first and week() == first
    for one in kept:
        one.write_bytes(b"damaged")
    assert week() == first
    shutil.rmtree(state / "pages")
    (state / "pages").write_bytes(b"no folder")
    assert week() == first


def test_work_is_finished_by_a_button(workspace: Path, tmp_path: Path) -> None:
    with serving(workspace, tmp_path / "state") as server:
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor()
        )
        opener.open(server.address).close()
        with opener.open(f"{server.root}/leave") as answer:
            token = answer.read().decode().partition('name="csrf_token" value="')[2]
        request = urllib.request.Request(
            f"{server.root}/leave",
            data=f"csrf_token={token.partition(chr(34))[0]}".encode(),
            headers={"Sec-Fetch-Site": "same-origin"},
        )
        with opener.open(request) as answer:
            assert "Работа закончена" in answer.read().decode()
        assert server.ended() == 0


def test_a_shortcut_is_laid_into_the_folder(workspace: Path) -> None:
    answer = finished([*PROGRAM, "page", "--shortcut"], cwd=workspace)
    assert answer.returncode == 0
    shortcut = workspace / "Письма.desktop"
    said = shortcut.read_text(encoding="utf-8")
    assert f'-w "{workspace}" page' in said
    assert shortcut.stat().st_mode & stat.S_IXUSR


def test_the_shortcut_of_windows_is_ascii_and_finds_its_folder(workspace: Path) -> None:
    from letters_gen.office.shortcut import lay_shortcut
    from letters_gen.office.workspace import Workspace

    said = lay_shortcut(Workspace(workspace), "win32").read_bytes()
    assert said.isascii()
    assert b"%~dp0" in said
    assert rb"%LOCALAPPDATA%\Programs\letters-gen\Scripts\python.exe" in said, "as the kit has it"
    assert said.count(b"\r\n") == said.count(b"\n")
