"""Run as a script, `guard.py COMMAND…`: runs the command in a group of processes of its own, and
ends all of it when standard input closes, or when it is asked to end. Standard input closes too
when the one who asked for the command is killed: nobody is left running.

Started without the site's packages: it imports the standard library alone.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress


def main(command: list[str]) -> int:
    """Run `command` to its end, or until standard input closes; its exit status."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=os.name != "nt")
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, lambda *_: _end(child))
    threading.Thread(target=_end_when_left, args=(child,), daemon=True).start()
    status = child.wait()
    # What the command has started and left running goes with it.
    _end(child)
    return status


def _end_when_left(child: subprocess.Popen[bytes]) -> None:
    sys.stdin.buffer.read()
    _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the command and all that it has started."""
    if os.name == "nt":
        # Never run so far: the project is tested on Linux.
        tree = ["taskkill", "/T", "/F", "/PID", str(child.pid)]
        subprocess.run(tree, capture_output=True, check=False)
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)


if __name__ == "__main__":
    os._exit(main(sys.argv[1:]) & 0xFF)
