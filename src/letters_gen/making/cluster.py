"""A Dask cluster as an executor: its workers write into the workspace, so they must all see its
disk (design §8).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from letters_gen.errors import UnavailableError
from letters_gen.office.files import write_new, writing
from letters_gen.office.workspace import Workspace

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = 15
_RETRIES = 3


@contextmanager
def cluster_executor(address: str, workspace: Workspace) -> Iterator[tuple[Executor, int]]:
    """The executor of the cluster at `address`, and how many workers it has.

    A chunk whose worker dies is given to another.

    Raises:
        UnavailableError: `cluster-package-missing`, `cluster-unreachable`,
            `cluster-without-workers`, `cluster-program-missing` (a worker lacks this program),
            `cluster-disk` (one doesn't see the workspace).
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise UnavailableError("cluster-package-missing") from error
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise UnavailableError("cluster-unreachable", address=address) from error
    try:
        count = _proved(client, address, workspace)
        yield client.get_executor(pure=False, retries=_RETRIES), count
    finally:
        client.close()


def _proved(client: Client, address: str, workspace: Workspace) -> int:
    """How many workers there are; each of them sees a file that was just written into the
    workspace.
    """
    probe = workspace.letters / f".probe-{uuid.uuid4().hex}"
    with writing(probe):
        workspace.letters.mkdir(parents=True, exist_ok=True)
        write_new(str(probe), b"")
    try:
        seen = client.run(_sees, str(probe), on_error="return")
    finally:
        with suppress(OSError):
            probe.unlink()
    if not seen:
        raise UnavailableError("cluster-without-workers", address=address)
    for worker, answer in seen.items():
        if isinstance(answer, Exception):
            raise UnavailableError("cluster-program-missing", worker=worker, reason=str(answer))
        if not answer:
            raise UnavailableError("cluster-disk", worker=worker, folder=str(workspace.root))
    return len(seen)


def _sees(probe: str) -> bool:
    return Path(probe).exists()
