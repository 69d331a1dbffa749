"""The kit that installs the program without the internet. What it does on Windows isn't tested
here: its command files are read, its wheels are resolved, and those of Linux are installed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import kit
import pytest

MINUTES = 600
VERSION = "{}.{}".format(*sys.version_info)
WINDOWS, LINUX = kit.SYSTEMS["windows"], kit.SYSTEMS["linux"]


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the kit for Windows has beside the wheels."""
    folder = tmp_path_factory.mktemp("kit")
    kit.lay_parts(folder, ("3.11", "3.13"))
    return folder


@pytest.mark.parametrize("name", ["Установить.cmd", "Обновить.cmd"])
def test_a_command_file_is_one_that_any_console_reads(parts: Path, name: str) -> None:
    content = (parts / name).read_bytes()
    assert content.isascii() and content.startswith(b"@echo off\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    text = content.decode()
    assert 'set "KIT=%~dp0"' in text and "@VERSIONS@" not in text
    labels = set(re.findall(r"^:(\w+)", text, re.MULTILINE))
    assert set(re.findall(r"(?:goto|call) :?(\w+)", text)) <= labels
    told = set(re.findall(r'type "%KIT%messages\\([\w-]+\.txt)"', text))
    assert told and all((parts / "messages" / one).is_file() for one in told)


@pytest.mark.parametrize("name", ["Установить.cmd", "Обновить.cmd"])
def test_the_window_stays_open_however_it_ends(parts: Path, name: str) -> None:
    lines = (parts / name).read_text(encoding="ascii").splitlines()
    whole = "\n".join(lines).partition("\n:try\n")[0].splitlines()
    ends = [number for number, line in enumerate(whole) if line.startswith("exit /b")]
    assert len(ends) == 2 and all(whole[number - 1] == "pause" for number in ends)
    failing = [number for number, line in enumerate(lines) if "pip" in line or ".exe" in line]
    for number in failing:
        if lines[number].startswith('"%PROGRAM%') and "init" not in lines[number]:
            assert "%errorlevel%==0" in lines[number + 1], lines[number]


def test_pythons_are_tried_from_the_newest_that_there_are_wheels_for(parts: Path) -> None:
    text = (parts / "Установить.cmd").read_text(encoding="ascii")
    assert "for %%V in (3.13 3.11) do call :try %%V" in text
    assert "runas" not in text and "setx" not in text
    assert "3.13, 3.11" in (parts / "messages/no-python.txt").read_text(encoding="utf-8")


def test_the_page_for_the_administrator_tells_what_is_asked_of_it(parts: Path) -> None:
    page = (parts / "Для администратора.html").read_text(encoding="utf-8")
    for word in (
        "3.13, 3.11",
        "python.org",
        "py launcher",
        "Разблокировать",
        "Windows 10",
        "Windows 11",
        "Сетевой диск",
        "Где лежат данные",
        "Копии",
        "Обновление",
        "Удаление",
        "не испытан",
    ):
        assert word in page, word
    program = r"%LOCALAPPDATA%\Programs\letters-gen"
    assert program in page
    for name in ("Установить.cmd", "Обновить.cmd"):
        assert f'set "PROGRAM={program}"' in (parts / name).read_text(encoding="ascii")


@pytest.mark.parametrize("version", kit.VERSIONS)
def test_all_that_the_page_needs_can_be_named_for_windows(version: str) -> None:
    names = {pin.partition("==")[0] for pin in kit.requirements(WINDOWS, version)}
    assert {"flask", "waitress", "lxml", "pandas", "pytrovich", "tzdata"} <= names
    assert "uvloop" not in names and "pexpect" not in names


def test_a_kit_for_windows_is_whole(tmp_path: Path) -> None:
    wheels = tmp_path / "kit" / "wheels"
    assert kit.main([str(tmp_path / "kit"), "--python", "3.13"]) == 0
    names = {wheel.name for wheel in wheels.iterdir()}
    assert all(name.endswith(".whl") for name in names)
    assert not [name for name in names if "linux" in name or "macos" in name]
    assert any(name.startswith("lxml-") and "win_amd64" in name for name in names)
    assert (tmp_path / "kit.zip").is_file()
    [lxml] = wheels.glob("lxml-*.whl")
    lxml.unlink()
    with pytest.raises(kit.KitError, match="lxml"):
        kit.resolved_from(wheels, WINDOWS, "3.13")


def without_settings_of_pip() -> dict[str, str]:
    """An environment in which pip knows no index of its own accord."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    return {**kept, "PIP_CONFIG_FILE": os.devnull}


def pip_lines(name: str) -> list[str]:
    """What a command file has pip do."""
    text = (kit.PARTS / name).read_text(encoding="ascii")
    return re.findall(r'^"%PROGRAM%\\Scripts\\python.exe" (-m pip .*)$', text, re.MULTILINE)


@pytest.mark.skipif(sys.platform == "win32", reason="it installs the kit for Linux")
def test_a_kit_installs_the_program_without_an_index(tmp_path: Path) -> None:
    folder = tmp_path / "комплект с пробелом"
    assert kit.main([str(folder), "--system", "linux", "--python", VERSION]) == 0
    environment = tmp_path / "env"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True, timeout=MINUTES)
    python = environment / "bin" / "python"
    lines = pip_lines("install.cmd") + pip_lines("update.cmd")
    assert len(lines) == 3 and all("--isolated" in line and "--no-index" in line for line in lines)
    for line in lines:
        # Compiling takes longer than all else, and says nothing.
        line = line.replace(" install ", " install --no-compile ")
        told = re.findall(r'"([^"]*)"|(\S+)', line)
        arguments = [(one or other).replace("%KIT%", f"{folder}/") for one, other in told]
        subprocess.run(
            [python, *arguments],
            check=True,
            capture_output=True,
            env=without_settings_of_pip(),
            timeout=MINUTES,
        )
    program = environment / "bin" / "letters-gen"
    subprocess.run([program, "init", "РУО"], cwd=tmp_path, check=True, capture_output=True)
    told = subprocess.run(
        [program, "check", "--json"], cwd=tmp_path / "РУО", check=True, capture_output=True
    )
    assert json.loads(told.stdout)["schools"] == 22
    subprocess.run([python, "-c", "import letters_gen.web.serving"], check=True)


def test_a_folder_that_is_there_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kit.main([str(tmp_path)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
