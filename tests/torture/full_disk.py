"""Issues a batch on a disk that fills up, frees it, issues again, and looks for what was lost.

`python tests/torture/full_disk.py [--batch N]` makes a small disk of its own (a tmpfs in a mount
namespace).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from kill_points import batch_scenario, ended, faults, issue

SIZE = 24 * 2**20
ROOM = (0, 4, 16, 40, 64, 96, 128, 160, 200, 256, 320, 400, 512, 700, 1000)


def in_a_namespace() -> int:
    """Run this script again where it may mount; its exit status."""
    command = [
        "unshare",
        "--user",
        "--map-root-user",
        "--mount",
        sys.executable,
        __file__,
        "--mounted",
        *sys.argv[1:],
    ]
    return subprocess.run(command, check=False).returncode


def filled(disk: Path, room: int) -> Path:
    """A file that leaves `room` kilobytes of the disk."""
    ballast = disk / "ballast"
    free = shutil.disk_usage(disk).free - room * 1024
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, free))
    return ballast


def main() -> int:
    """Issue with every amount of room; 1 where anything was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--mounted", action="store_true")
    parser.add_argument("--batch", type=int, default=60)
    options = parser.parse_args()
    if not options.mounted:
        return in_a_namespace()
    wrong = stopped = 0
    with tempfile.TemporaryDirectory() as name:
        disk = Path(name)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", disk], check=True)
        scenario = batch_scenario(disk, options.batch)
        for room in ROOM:
            workspace = scenario.fresh()
            ballast = filled(disk, room)
            first = ended(issue(scenario, workspace))
            stopped += first == 1
            ballast.unlink()
            rerun = ended(issue(scenario, workspace))
            found = [f"rerun ended with {rerun}"] if rerun else faults(scenario, workspace)
            if first not in (0, 1):
                found.append(f"the full disk ended with {first}")
            if found:
                wrong += 1
                print(f"{room} kB of room: {found}", flush=True)
            shutil.rmtree(workspace)
        subprocess.run(["umount", disk], check=True)
    print(
        f"full disk: {len(ROOM)} runs, {stopped} of them stopped by it, lost, repeated or "
        f"skipped: {wrong}"
    )
    return 1 if wrong or not stopped else 0


if __name__ == "__main__":
    sys.exit(main())
