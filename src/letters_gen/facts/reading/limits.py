"""The limits of time and memory that the reading process sets itself, so that no file takes the
machine or hangs the command.
"""

from __future__ import annotations

import os

# Of the processor. The reader takes two seconds for a sheet of 100,000 rows.
SECONDS = 8
MEMORY = 1_000_000_000
# By the clock, for the parent: a process that only waits uses no processor.
PATIENCE = 60


def confine() -> None:
    """Bound this process: beyond `SECONDS` or `MEMORY` the system ends it, or refuses it memory."""
    if os.name == "nt":
        _confine_in_a_job()
        return
    import resource

    for what, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        resource.setrlimit(what, (limit, hard))


def _confine_in_a_job() -> None:
    """The same on Windows, by a job object (JOBOBJECT_EXTENDED_LIMIT_INFORMATION). Never run so
    far: the project is tested on Linux.
    """
    import ctypes
    from ctypes import wintypes

    class Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    process_time, process_memory, die_silently = 0x2, 0x100, 0x400
    extended_information = 9
    limits = Extended()
    limits.BasicLimitInformation.PerProcessUserTimeLimit = SECONDS * 10_000_000
    limits.BasicLimitInformation.LimitFlags = process_time | process_memory | die_silently
    limits.ProcessMemoryLimit = MEMORY
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
    kernel.SetInformationJobObject(
        job, extended_information, ctypes.byref(limits), ctypes.sizeof(limits)
    )
    kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))
