"""The report on answers as a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.office.files import write_file
from letters_gen.outputs.workbook import appendix_workbook
from letters_gen.records.answers import Answers, answers_tables


def write_answers(file: Path, found: Answers, day: date) -> None:
    """Write the report as of `day` into `file`.

    Raises:
        InputError: `answers-kind`: it is no .xlsx; or what `files.write_file` tells.
    """
    if file.suffix.lower() != ".xlsx":
        raise InputError("answers-kind", Place(file=file.name))
    write_file(file, appendix_workbook("", answers_tables(found, day)))
