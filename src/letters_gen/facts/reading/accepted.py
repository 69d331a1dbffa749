"""What files are called that may hold a sheet; whether one does, and which, its content tells."""

from __future__ import annotations

SUFFIXES = (
    ".xlsx",
    ".xlsm",
    ".xltx",
    ".xltm",
    ".xlsb",
    ".xls",
    ".ods",
    ".csv",
    ".txt",
    ".html",
    ".htm",
    ".xml",
)
