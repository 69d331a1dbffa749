"""The page's templates as code, kept from start to start as Python keeps its modules."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from letters_gen.errors import InputError
from letters_gen.web.folders import own_folder


class CompiledPages(FileSystemBytecodeCache):
    """In a folder that is the user's alone, for what lies there is run. Of another Jinja, or where
    nothing can be kept, templates are compiled anew.
    """

    def __init__(self, folder: Path) -> None:
        with suppress(InputError):
            own_folder(folder)
            installed = Path(jinja2.__file__).stat().st_mtime_ns
            super().__init__(str(folder), f"{installed}-%s.cache")
            self._is_kept = True

    _is_kept = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was kept of a template, where it was."""
        if self._is_kept:
            with suppress(OSError):
                super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, where that can be."""
        if self._is_kept:
            with suppress(OSError):
                super().dump_bytecode(bucket)
