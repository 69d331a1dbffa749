"""Documents are made by this process, by several, or by a cluster: the same documents, and nothing
lost on the way.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from clerk import Clerk
from distributed import LocalCluster
from offices import notice_office
from processes import HANGS, PROGRAM, ended, finished, started

from letters_gen.making.workers import Workers, working
from letters_gen.office.workspace import Workspace

SCHOOLS = 30
NOTICES = ("issue", "urging", "--date", "18.04.2023", "--yes")


@pytest.fixture
def office(workspace: Path) -> Path:
    return notice_office(workspace / "район", SCHOOLS)


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as made:
        yield made


def documents(office: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in sorted((office / "letters/2023").glob("*.docx"))
    }


def issued(clerk: Clerk, office: Path, *how: str) -> dict[str, bytes]:
    answer = clerk("-w", str(office), *NOTICES, *how)
    assert answer.status == 0, answer.err
    assert clerk("-w", str(office), "register", "verify").status == 0
    return documents(office)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_one_process_several_and_a_cluster_make_the_same_documents(
    clerk: Clerk, office: Path, tmp_path: Path, cluster: LocalCluster
) -> None:
    alone = issued(clerk, office, "--jobs", "1")
    assert len(alone) == SCHOOLS
    for name, how in (
        ("several", ("--jobs", "2")),
        ("cluster", ("--cluster", cluster.scheduler_address)),
    ):
        assert issued(clerk, notice_office(tmp_path / name, SCHOOLS), *how) == alone


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_a_worker_of_the_cluster_killed_mid_batch_loses_nothing(
    tmp_path: Path, cluster: LocalCluster
) -> None:
    office = notice_office(tmp_path / "район", 1_500)
    run = started(office, *NOTICES, "--cluster", cluster.scheduler_address)
    _wait_for_a_document(office, run)
    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
    _, told = ended(run)
    assert run.returncode == 0, told
    assert len(documents(office)) == 1_500


def test_a_cluster_that_doesnt_answer_takes_no_number(
    clerk: Clerk, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("letters_gen.making.cluster._PATIENCE", 0.5)
    answer = clerk("-w", str(office), *NOTICES, "--cluster", "tcp://127.0.0.1:1")
    assert (answer.status, "tcp://127.0.0.1:1" in answer.err) == (4, True)
    assert clerk("-w", str(office), "register", "next", "--json").json["seq"] in (1, 219)
    assert documents(office) == {}


def test_a_worker_process_that_dies_is_told_and_the_next_run_goes_on(tmp_path: Path) -> None:
    office = notice_office(tmp_path / "район", 1_200)
    run = started(office, *NOTICES, "--jobs", "2")
    _wait_for_a_document(office, run)
    workers = [
        int(child) for child in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
    ]
    spawned = [
        worker
        for worker in workers
        if b"spawn_main" in Path(f"/proc/{worker}/cmdline").read_bytes()
    ]
    os.kill(spawned[-1], signal.SIGKILL)
    _, told = ended(run)
    assert run.returncode == 1 and "оборвался" in told, told
    assert finished([*PROGRAM, *NOTICES, "--jobs", "2"], cwd=office).returncode == 0
    assert len(documents(office)) == 1_200


def test_interrupted_in_the_middle_it_says_how_to_go_on(tmp_path: Path) -> None:
    office = notice_office(tmp_path / "район", 4_000)
    heed = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.default_int_handler)}
    run = started(office, *NOTICES, "--jobs", "2", **heed)
    _wait_for_a_document(office, run)
    run.send_signal(signal.SIGINT)
    _, told = ended(run)
    assert run.returncode == 130 and "Повторите" in told, told
    assert "Traceback" not in told
    assert finished([*PROGRAM, *NOTICES, "--jobs", "2"], cwd=office).returncode == 0
    assert len(documents(office)) == 4_000


def test_a_failure_of_a_worker_comes_back_as_it_was(clerk: Clerk, office: Path) -> None:
    blocker = office / "letters/2023/01-16_225 Уведомление МКОУ Школа № 7.docx"
    blocker.mkdir(parents=True)
    answer = clerk("-w", str(office), *NOTICES, "--jobs", "2")
    assert (answer.status, blocker.name in answer.err) == (1, True)


@pytest.mark.parametrize(
    ("jobs", "documents_", "workers"),
    [(None, 22, 0), (1, 40_000, 0), (3, 22, 3), (None, 40_000, os.cpu_count())],
)
def test_the_size_of_the_batch_decides_unless_the_clerk_does(
    jobs: int | None, documents_: int, workers: int
) -> None:
    assert Workers(jobs).processes(documents_) == (workers if workers and workers > 1 else 0)


def test_no_more_than_a_few_chunks_are_under_way(tmp_path: Path) -> None:
    taken: list[int] = []
    made: list[int] = []

    def chunks() -> Iterator[tuple[int, int]]:
        for number in range(50):
            taken.append(number)
            yield number, number

    with working(Workers(1), 50, Workspace(tmp_path)) as pool:
        for number, _ in pool.results(abs, chunks()):
            made.append(number)
            assert len(taken) - len(made) <= pool.ahead
    assert made == list(range(50))


def _wait_for_a_document(office: Path, run: subprocess.Popen[bytes]) -> None:
    """Returns with the first document, or where the run ends without one."""
    giving_up = time.monotonic() + HANGS
    while not documents(office) and run.poll() is None and time.monotonic() < giving_up:
        time.sleep(0.02)
