"""Files that are made for one answer: nothing of them stays, and nothing of the office changes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from flask import send_file
from werkzeug.wrappers import Response

from letters_gen.web.desk import desk


def sent_made(name: str, write: Callable[[Path], object]) -> Response:
    """The file that `write` makes at the path it is given, to be downloaded as `name`."""
    with desk().spool.scratch() as folder:
        path = folder / name
        write(path)
        content = path.read_bytes()
    return send_file(BytesIO(content), as_attachment=True, download_name=name, max_age=0)
