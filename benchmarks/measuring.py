"""One figure, measured in a fresh process."""

from __future__ import annotations

import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

# Letters are written to a disk in memory where there is one: how busy the real one is isn't what is
# measured.
MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None


@dataclass(frozen=True)
class Figure:
    """Documents a second, and the peak memory of the process in MB."""

    rate: float
    peak: float


def measured(work: Callable[[Path], Callable[[], object]], seconds: float) -> Figure:
    """Measure `work` in a fresh process: prepared once, then done for `seconds`."""
    figure: Figure = answered(_measure, work, seconds)
    return figure


def answered(measure: Callable[..., None], *arguments: object) -> Any:
    """What `measure`, given a connection behind `arguments`, sends from a fresh process."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=measure, args=(*arguments, theirs))
    process.start()
    theirs.close()  # a process that fails then ends the waiting
    answer = ours.recv()
    process.join()
    return answer


def _measure(
    work: Callable[[Path], Callable[[], object]], seconds: float, answer: Connection
) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        once = work(Path(name))
        if seconds > 1:
            once()
        done, begun = 0, time.perf_counter()
        while done == 0 or time.perf_counter() - begun < seconds:
            once()
            done += 1
        rate = done / (time.perf_counter() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answer.send(Figure(rate, peak))
