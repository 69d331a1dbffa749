"""Many documents in one start of LibreOffice: what it stumbles over is found, and nothing of it is
left running.
"""

from __future__ import annotations

import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from processes import HANGS
from template_making import docx_file, p

from letters_gen.errors import UnavailableError
from letters_gen.outputs import guard
from letters_gen.outputs.converting import Conversion, converted
from letters_gen.outputs.libreoffice import needed_office
from letters_gen.outputs.pdf_pages import page_texts

GUARD = guard.__file__


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made: a place of the test's own."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def letters(folder: Path, number: int) -> list[Path]:
    """So many documents, each with its own text."""
    folder.mkdir()
    return [docx_file(folder / f"Письмо {at}.docx", p(f"Текст {at}")) for at in range(number)]


def stumbling(folder: Path, name: str, then: str) -> str:
    """LibreOffice, but for a run that is given the document `name`: it makes the PDFs of those
    before it, and then does what `then` says.
    """
    program = folder / "soffice"
    office = shlex.quote(needed_office())
    program.write_text(
        f"""#!/bin/bash
before=()
for one in "$@"; do
    if [[ "$one" == *"/{name}" ]]; then
        # Given no document at all it would wait for one.
        [[ "${{before[-1]}}" == *.docx ]] && {office} "${{before[@]}}"
        {then}
    fi
    before+=("$one")
done
exec {office} "$@"
""",
        encoding="utf-8",
    )
    program.chmod(0o755)
    return str(program)


def told(results: Sequence[list[Conversion]]) -> dict[str, str]:
    """What became of each document, by its name."""
    words = {True: "hangs", False: "fails"}
    return {
        one.document.name: "made" if one.pdf else words[one.hangs]
        for chunk in results
        for one in chunk
    }


def left_running(place: Path) -> list[str]:
    """The processes whose command names `place`."""
    found = []
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = command.read_bytes().decode(errors="replace")
        except OSError:
            continue
        if str(place) in words:
            found.append(words)
    return found


def test_each_document_becomes_the_pdf_of_its_text(tmp_path: Path, scratch: Path) -> None:
    documents = letters(tmp_path / "letters", 3)
    documents.append(docx_file(tmp_path / "Письмо 0.docx", p("Другое с тем же именем")))
    texts = {}
    for chunk in converted(needed_office(), documents, 2):
        for one in chunk:
            assert one.pdf is not None
            texts[one.document] = page_texts(one.pdf)[0].strip()
    assert [texts[document] for document in documents] == [
        *(f"Текст {at}" for at in range(3)),
        "Другое с тем же именем",
    ]
    assert [path.name for path in (scratch / next(scratch.iterdir()).name).iterdir()] == [
        ".making.lock"
    ]


@pytest.mark.parametrize(("then", "became"), [("exit 81", "fails"), ("sleep 1000", "hangs")])
def test_the_document_that_it_stumbles_over_is_found_and_takes_none_with_it(
    tmp_path: Path, scratch: Path, then: str, became: str
) -> None:
    documents = letters(tmp_path / "letters", 6)
    program = stumbling(tmp_path, "Письмо 3.docx", then)

    def limit(left: Sequence[Path]) -> float:
        """Whoever hangs needn't be waited for; nobody else is hurried."""
        return 8 if any(document.stem.endswith("3") for document in left) else HANGS

    results = [*converted(program, documents, limit=limit)]
    assert told(results) == {
        document.name: became if document.stem.endswith("3") else "made" for document in documents
    }
    assert left_running(scratch) == []


def test_it_is_never_started_without_a_document(tmp_path: Path) -> None:
    """It would wait for one: here each start says what it was given."""
    started = tmp_path / "started"
    program = tmp_path / "soffice"
    office = shlex.quote(needed_office())
    counted = f'echo "$@" | grep -o "[.]docx" | wc -l >> {started}'
    program.write_text(f'#!/bin/bash\n{counted}\nexec {office} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    documents = letters(tmp_path / "letters", 2)
    documents[1].write_bytes(b"PK broken")
    assert told([*converted(str(program), documents)])["Письмо 0.docx"] == "made"
    assert "0" not in started.read_text(encoding="utf-8").split()
    assert [*converted(str(program), [])] == []


def test_a_program_that_can_do_nothing_is_no_fault_of_the_documents(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(UnavailableError) as raised:
        list(converted(str(program), letters(tmp_path / "letters", 8)))
    assert raised.value.code == "libreoffice-fails"


def test_what_a_killed_run_left_is_taken_away_by_the_next(tmp_path: Path, scratch: Path) -> None:
    code = (
        "import sys; from letters_gen.office.scratch import scratch_folder\n"
        "with scratch_folder() as folder:\n"
        "    (folder / 'profile').mkdir(); print(folder, flush=True); sys.stdin.read()"
    )
    pipe = subprocess.PIPE
    run = subprocess.Popen(
        [sys.executable, "-c", code], stdin=pipe, stdout=pipe, env={"TMPDIR": str(scratch)}
    )
    assert run.stdout is not None
    folder = Path(run.stdout.readline().decode().strip())
    documents = letters(tmp_path / "letters", 1)
    assert told([*converted(needed_office(), documents)]) == {"Письмо 0.docx": "made"}
    assert folder.is_dir(), "another run's folder is its own while it lives"
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert told([*converted(needed_office(), documents)]) == {"Письмо 0.docx": "made"}
    assert not folder.exists()
    assert run.stdin is not None
    run.stdin.close()
    run.stdout.close()


def test_what_an_ended_run_has_laid_into_its_temporary_folder_goes_with_it(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(scratch))
    program = stumbling(tmp_path, "Письмо 0.docx", "mktemp -d; sleep 1000")
    assert told([*converted(program, letters(tmp_path / "letters", 1), 1, lambda left: 1.0)]) == {
        "Письмо 0.docx": "hangs"
    }
    (place,) = scratch.iterdir()
    assert [path.name for path in place.iterdir()] == [".making.lock"]


def test_the_guard_ends_all_that_its_command_has_started(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    command = ["bash", "-c", f"bash -c 'exec -a {mark} sleep 1000' & touch {mark}; wait"]
    run = subprocess.Popen([sys.executable, "-I", "-S", GUARD, *command], stdin=subprocess.PIPE)
    giving_up = time.monotonic() + HANGS
    while not (mark.exists() and len(left_running(mark)) > 1) and time.monotonic() < giving_up:
        time.sleep(0.01)
    assert run.stdin is not None
    run.stdin.close()
    run.wait(HANGS)
    while left_running(mark) and time.monotonic() < giving_up:
        time.sleep(0.01)
    assert left_running(mark) == []


def test_an_interrupted_conversion_leaves_nothing_running(tmp_path: Path, scratch: Path) -> None:
    program = stumbling(tmp_path, "Письмо 3.docx", "sleep 1000")
    documents = letters(tmp_path / "letters", 6)
    # The chunks of the first three are done when the other hangs.
    conversions = converted(program, documents, 2, lambda left: HANGS)
    assert all(one.pdf for one in next(conversions))
    conversions.close()  # type: ignore[attr-defined]
    assert left_running(scratch) == []
    assert shutil.which("soffice")
