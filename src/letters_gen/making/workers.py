"""Who makes the documents: this process, others of its own, a Dask cluster; each a
`concurrent.futures.Executor`.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for
from typing import TypeVar

from letters_gen.errors import InputError
from letters_gen.making.cluster import cluster_executor
from letters_gen.office.workspace import Workspace

# From here on a second process is worth its start, half a second of imports.
_MANY = 1_000
# Chunks that are under way for each worker: one that is made, one that waits.
_AHEAD = 2
# Documents are many values and few cycles.
_SELDOM = 200_000

Chunk = TypeVar("Chunk")
Tag = TypeVar("Tag")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Workers:
    """How many processes work, and where.

    Attributes:
        jobs: None lets the size of the batch decide.
        cluster: the address of a Dask scheduler, '' for this machine.
    """

    jobs: int | None = None
    cluster: str = ""

    def processes(self, documents: int) -> int:
        """How many processes beside this one make so many documents; 0: this one makes them
        itself.
        """
        wanted = self.jobs
        if wanted is None:
            wanted = (os.cpu_count() or 1) if documents >= _MANY else 1
        return wanted if wanted > 1 else 0


@dataclass(frozen=True)
class Pool:
    """Workers at work: chunks go in, results come out as they are ready.

    Attributes:
        ahead: how many chunks may be under way.
        starting: how many processes have just been started for this batch.
    """

    executor: Executor
    ahead: int
    starting: int = 0

    def prepare(self, work: Callable[[], object]) -> None:
        """Let every process that starts do `work` meanwhile; what becomes of it shows when chunks
        come.
        """
        with _deaf():
            for _ in range(self.starting):
                self.executor.submit(work)

    def results(
        self, work: Callable[[Chunk], Result], chunks: Iterable[tuple[Tag, Chunk]]
    ) -> Iterator[tuple[Tag, Result]]:
        """What `work` made of each chunk, with the chunk's tag; no more than a few chunks are under
        way at once.

        Raises whatever `work` raises.
        """
        under_way: dict[Future[Result], Tag] = {}
        try:
            for tag, chunk in chunks:
                under_way[self.executor.submit(work, chunk)] = tag
                if len(under_way) >= self.ahead:
                    yield from _ready(under_way)
            while under_way:
                yield from _ready(under_way)
        finally:
            for future in under_way:
                future.cancel()


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C isn't heard in this block, nor by the processes that start in it: theirs to hear is
    their parent alone.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


def _ready(under_way: dict[Future[Result], Tag]) -> Iterator[tuple[Tag, Result]]:
    done, _ = wait(under_way, return_when=FIRST_COMPLETED)
    for future in done:
        tag = under_way.pop(future)
        yield tag, future.result()


@contextmanager
def working(workers: Workers, documents: int, workspace: Workspace) -> Iterator[Pool]:
    """The workers for a batch of so many documents; gone when the block ends, what it had begun
    finished or dropped.

    Raises:
        InputError: `worker-lost`: a worker process ended.
        UnavailableError: the cluster can't be reached, or its workers don't see the workspace (see
            `cluster`).
    """
    processes = workers.processes(documents)
    if workers.cluster:
        with cluster_executor(workers.cluster, workspace) as (executor, count):
            yield Pool(executor, _AHEAD * count)
    elif processes:
        # Spawned, not forked: a fork would hold this process's lock and database.
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(processes, context, _begin)
        try:
            yield Pool(pool, _AHEAD * processes, processes)
        except BrokenProcessPool as error:
            _let_go(pool)
            raise InputError("worker-lost") from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    else:
        yield Pool(_Itself(), 1)


def _let_go(pool: ProcessPoolExecutor) -> None:
    """Let a broken pool end: before CPython 3.11.5 it waits for ever for what it writes to workers
    that are gone.

    The pipe that nobody reads any more has to be closed (CPython's issue gh-94777).
    """
    queue = getattr(pool, "_call_queue", None)
    with suppress(OSError, AttributeError):
        queue._reader.close()  # type: ignore[union-attr]


class _Itself(Executor):
    """The work is done when it is handed in."""

    def submit(
        self, fn: Callable[..., Result], /, *args: object, **kwargs: object
    ) -> Future[Result]:
        future: Future[Result] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def _begin() -> None:
    """A worker leaves Ctrl-C to its parent, and ends when that does, however it was killed."""
    gc.set_threshold(_SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
