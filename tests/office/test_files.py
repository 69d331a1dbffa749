"""Files are written whole or not at all, never through a link, and a refusal of the system is told
in the reader's words.
"""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from clerk import PRINTED_WEEK, Clerk
from postgres import without_privileges

from letters_gen.errors import InputError
from letters_gen.office.files import (
    left_behind,
    partial_of,
    unreadable,
    unwritable,
    write_file,
)
from letters_gen.office.placing import place_file
from letters_gen.wording.sentences import told_failure

WRITES = """
import sys
from pathlib import Path
from letters_gen.errors import LettersError
from letters_gen.office.files import write_file
from letters_gen.wording.sentences import told_failure
try:
    write_file(Path(sys.argv[1]), b"x" * 100_000)
except LettersError as error:
    print(error.code, told_failure(error).text)
"""


def test_a_file_takes_the_place_of_another_with_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "письмо.toml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_file(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    assert list(tmp_path.iterdir()) == [path]


def test_folders_are_made_and_may_be_links(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "letters").symlink_to(tmp_path / "disk")
    write_file(tmp_path / "letters/journals/2023.csv", b"a")
    assert (tmp_path / "disk/journals/2023.csv").read_bytes() == b"a"


@pytest.mark.parametrize("stands", [True, False])
def test_nothing_is_written_through_a_link(tmp_path: Path, stands: bool) -> None:
    target, path = tmp_path / "elsewhere.csv", tmp_path / "schools.csv"
    if stands:
        target.write_bytes(b"another's")
    path.symlink_to(target)
    with pytest.raises(InputError, match="file-is-link"):
        write_file(path, b"mine")
    assert path.is_symlink()
    assert target.exists() is stands
    assert not stands or target.read_bytes() == b"another's"


def test_what_a_killed_run_left_beside_a_file_is_in_nobodys_way(tmp_path: Path) -> None:
    path, target = tmp_path / "schools.csv", tmp_path / "elsewhere"
    target.write_bytes(b"another's")
    Path(partial_of(str(path))).symlink_to(target)
    write_file(path, b"new")
    assert (path.read_bytes(), target.read_bytes()) == (b"new", b"another's")
    assert left_behind(tmp_path) == []


def limited_file_size() -> None:
    """The child's files end at two kilobytes, as they would on a full disk."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))


def written_by_another(path: Path, *before: str, limited: bool = False) -> str:
    """What a process of its own says that writes 100 kilobytes to `path`."""
    answer = subprocess.run(
        [*before, sys.executable, "-c", WRITES, str(path)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited_file_size if limited else None,
    )
    assert answer.stderr == ""
    return answer.stdout


def test_a_failure_leaves_the_old_text_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "letters.toml"
    path.write_bytes(b"old")
    assert written_by_another(path, limited=True).startswith("file-unwritable ")
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])


def test_a_run_killed_while_it_writes_leaves_the_old_text_and_the_next_one_tidies_up(
    tmp_path: Path,
) -> None:
    path = tmp_path / "letters.toml"
    path.write_bytes(b"old")
    # Beyond the limit of a file's size the system ends a process that doesn't mind the signal.
    killed = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL)\n" + WRITES
    command = [sys.executable, "-c", killed, str(path)]
    run = subprocess.run(command, check=False, preexec_fn=limited_file_size)
    assert run.returncode == -signal.SIGXFSZ
    assert (path.read_bytes(), len(left_behind(tmp_path))) == (b"old", 1)
    write_file(path, b"new")
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"new", [path])


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    mount = 'mount -t tmpfs -o size=32k tmpfs "$0" && "$@"; ls -A "$0"'
    namespace = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount)
    told = written_by_another(tmp_path / "журнал.csv", *namespace, str(tmp_path))
    assert told.startswith("disk-full ")
    assert told.count("\n") == 1


def test_a_file_that_may_only_be_read_stays_as_it_is(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o777)
    path = tmp_path / "schools.csv"
    path.write_bytes(b"old")
    path.chmod(0o444)
    assert written_by_another(path, *without_privileges()).startswith("no-rights ")
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])


def windows_error(number: int) -> OSError:
    """A refusal as Windows words it."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (windows_error(32), "file-open", "открыт в другой программе"),
        (OSError(errno.EBUSY, "busy"), "file-open", "открыт в другой программе"),
        (OSError(errno.ENOSPC, "no space"), "disk-full", "нет места"),
        (OSError(errno.EDQUOT, "quota"), "disk-full", "нет места"),
        (PermissionError(errno.EACCES, "denied"), "no-rights", "нет прав"),
        (OSError(errno.EROFS, "read-only"), "no-rights", "нет прав"),
        (OSError(errno.ESTALE, "stale"), "file-unwritable", "сетевая папка не отвечает"),
    ],
)
def test_each_refusal_has_its_words(error: OSError, code: str, words: str) -> None:
    told = told_failure(unwritable("data/schools.csv", error))
    assert (told.code, words in told.text, bool(told.mend)) == (code, True, True)


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_refusal_is_told_in_the_systems_english(number: int) -> None:
    error = OSError(number, os.strerror(number))
    for failure in (unwritable("ф", error), unreadable(Path("ф"), error)):
        text = told_failure(failure).text
        assert not re.search("[a-z]", text), text


def test_what_killed_runs_left_is_swept_before_a_batch_and_what_is_being_written_is_not(
    clerk: Clerk, workspace: Path
) -> None:
    old = [
        workspace / name
        for name in (
            ".letters.toml.partial",
            "data/.schools.csv.partial",
            "data/monitoring/.2023-04-14.toml.partial",
            "letters/journals/.Журнал.csv.partial",
            "letters/2023/.01-16_218 Письмо.docx.partial",
            "letters/2023/print/.01-16_218 Письмо.docx.partial",
        )
    ]
    for path in old:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        os.utime(path, (time.time() - 7_200,) * 2)
    young = workspace / "letters/journals/.Журнал.xlsx.partial"
    young.touch()
    assert clerk(*PRINTED_WEEK).status == 0
    assert [path for path in (*old, young) if path.exists()] == [young]


def test_a_document_is_never_written_through_a_link(tmp_path: Path) -> None:
    target, path = tmp_path / "elsewhere.docx", tmp_path / "01-16_219 Письмо.docx"
    target.write_bytes(b"the letter")
    path.symlink_to(target)
    target.chmod(0o600)
    place_file(path, b"the letter", tmp_path / "replaced")
    assert (path.is_symlink(), path.read_bytes()) == (False, b"the letter")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"the letter", 0o600)
    assert (tmp_path / "replaced" / path.name).is_symlink()


@pytest.mark.parametrize(
    "command",
    [
        ("register", "export", "журнал.csv"),
        ("register", "export", "журнал.xlsx"),
        ("register", "backup", "журнал.sqlite"),
    ],
)
def test_what_goes_out_of_the_register_isnt_written_through_a_link(
    clerk: Clerk, letter: Path, workspace: Path, command: tuple[str, ...]
) -> None:
    target = workspace / "elsewhere"
    target.write_bytes(b"another's")
    (workspace / command[2]).symlink_to(target)
    assert clerk(*command).status == 1
    assert target.read_bytes() == b"another's"


def test_the_covering_letter_isnt_written_through_a_link(clerk: Clerk, workspace: Path) -> None:
    sidecar = workspace / "data/monitoring/2023-04-14.toml"
    sidecar.rename(workspace / "elsewhere.toml")
    before = (workspace / "elsewhere.toml").read_bytes()
    sidecar.symlink_to(workspace / "elsewhere.toml")
    answer = clerk(*PRINTED_WEEK, "--basis-number", "06-1", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, "file-is-link")
    assert (workspace / "elsewhere.toml").read_bytes() == before
    assert clerk("register", "next", "--date", "18.04.2023").out.strip() == "01-16/219"
