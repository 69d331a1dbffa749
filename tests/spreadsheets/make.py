"""Makes the corpus anew: `python tests/spreadsheets/make.py [NAME…]`; needs LibreOffice.

The files are kept in the repository: what another writer makes differs from version to version.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from spreadsheets import by_hand, by_libreoffice, by_openpyxl, by_xlsxwriter
from spreadsheets.cases import CASES

HERE = Path(__file__).parent
FILES = HERE / "files"
WRITERS = (by_xlsxwriter, by_openpyxl, by_hand, by_libreoffice)


def main(names: list[str]) -> None:
    FILES.mkdir(exist_ok=True)
    for case in CASES:
        if not names or case.file in names:
            case.write(FILES / case.file)
    expected = {
        case.file: {"note": case.note, **({"refused": case.refused} if case.refused else {})}
        for case in CASES
    }
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (HERE / "expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
