"""Many processes take numbers at once: none may be lost, given twice or skipped.

`python tests/torture/contention.py [--processes N] [--each N] [--url postgresql+psycopg://…]`
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from register_making import NOW, PLACE, SERIES, SHARED

from letters_gen.register.book import Register
from letters_gen.register.verification import verified


def take(path: Path, url: str, each: int) -> None:
    """Take `each` numbers, one transaction a number, as `register reserve` would."""
    register = Register.at(path, url, "uompsit")
    for _ in range(each):
        with register.writing(NOW) as writer:
            writer.reserve_typed(PLACE, SHARED, "Кому")
    register.close()


def contend(path: Path, url: str, processes: int, each: int) -> list[str]:
    """Let them all take their numbers; what is wrong afterwards."""
    context = multiprocessing.get_context("spawn")
    running = [context.Process(target=take, args=(path, url, each)) for _ in range(processes)]
    for process in running:
        process.start()
    for process in running:
        process.join()
    register = Register.at(path, url, "uompsit")
    entries = list(register.entries())
    found = [f"process ended with {process.exitcode}" for process in running if process.exitcode]
    if [entry.seq for entry in entries] != list(range(219, 219 + processes * each)):
        found.append(f"{len(entries)} numbers, not {processes * each} in order")
    found += [str(fault) for fault in verified(register, [SERIES], None).faults]
    register.close()
    return found


def main() -> int:
    """Contend on one database; 1 where anything is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--each", type=int, default=250)
    parser.add_argument("--url", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        found = contend(
            Path(folder) / "register.sqlite", options.url, options.processes, options.each
        )
        took = time.monotonic() - started
    where = "PostgreSQL" if options.url else "SQLite"
    print(
        f"{where}: {options.processes} × {options.each} numbers in {took:.1f} s, wrong: "
        f"{found or 'nothing'}"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
