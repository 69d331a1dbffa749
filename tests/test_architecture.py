"""The house stands as it was drawn: layers and purity, and both contracts do catch who breaks
them.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from clerk import ROOT, SHEET

LINTER = str(Path(sys.executable).with_name("lint-imports"))


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the copy of the project in `folder`."""
    environment = {
        "PYTHONPATH": str(folder / "src"),
        "PATH": "/usr/bin:/bin",
        "PYTHONIOENCODING": "utf-8",
    }
    command = [LINTER, "--config", "setup.cfg", "--no-cache"]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src")
    shutil.copy(ROOT / "setup.cfg", tmp_path)
    return tmp_path


def test_the_contracts_are_kept(copy: Path) -> None:
    answer = lint(copy)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("model/period.py", "from letters_gen.office import workspace", "One way through the code"),
        (
            "documents/letter.py",
            "from letters_gen.register import book",
            "One way through the code",
        ),
        ("facts/cells.py", "from letters_gen.compliance import meets", "One way through the code"),
        ("compliance.py", "import pandas", "The pure ones"),
        ("russian/dates.py", "import pathlib", "The pure ones"),
        ("documents/letter.py", "from letters_gen.facts.cells import text_of", "The pure ones"),
        ("register/book.py", "from letters_gen.week import survey", "One way through the code"),
        ("week/survey.py", "from letters_gen.making import jobs", "One way through the code"),
        ("making/jobs.py", "from letters_gen.week import survey", "One way through the code"),
        ("records/acts.py", "from letters_gen.issuing import issue", "One way through the code"),
        ("issuing/issue.py", "from letters_gen.records import acts", "One way through the code"),
        (
            "issuing/issue.py",
            "from letters_gen.delivery import print_files",
            "One way through the code",
        ),
        ("delivery/print_files.py", "from letters_gen import doctor", "One way through the code"),
        ("doctor.py", "from letters_gen.wording import checks", "One way through the code"),
        ("wording/plans.py", "from letters_gen.cli import screen", "One way through the code"),
        ("register/book.py", "from letters_gen.facts import cells", "The register sees no"),
        ("issuing/plan.py", "import click", "click stays in the commands"),
        ("doctor.py", "import click", "click stays in the commands"),
        ("web/desk.py", "import click", "click stays in the commands"),
        ("web/desk.py", "from letters_gen.cli import session", "One way through the code"),
        ("wording/plans.py", "from letters_gen.web import desk", "One way through the code"),
        ("cli/issue.py", "from letters_gen.web import desk", "Only the command page"),
        ("cli/page.py", "import flask", "Only the command page"),
        ("word/styles.py", "from letters_gen.office import workspace", "One way through the code"),
        ("documents/letter.py", "from letters_gen.word import names", "The pure ones"),
        ("documents/letter.py", "import pypdfium2", "The pure ones"),
        ("russian/dates.py", "import subprocess", "The pure ones"),
        ("outputs/converting.py", "from letters_gen.delivery import preview", "One way through"),
        ("issuing/plan.py", "from letters_gen.issuing import planning", "No modules import"),
        ("web/fault_log.py", "from letters_gen.web.desk import desk", "No modules import"),
    ],
)
def test_an_import_against_the_drawing_is_caught(
    copy: Path, module: str, line: str, contract: str
) -> None:
    path = copy / "src/letters_gen" / module
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    answer = lint(copy)
    assert answer.returncode != 0
    [broken] = [
        told
        for told in answer.stdout.splitlines()
        if told.startswith(contract) and " BROKEN" in told
    ]
    assert broken


HEAVY = [
    "pandas",
    "sqlalchemy",
    "docx",
    "docxtpl",
    "pydantic",
    "rich",
    "openpyxl",
    "alembic",
    "babel",
    "tomlkit",
    "lxml",
    "flask",
    "jinja2",
    "waitress",
    "stamina",
    "keyring",
    "smtplib",
    "pypdfium2",
    "PIL",
]


def imported(*arguments: str) -> set[str]:
    """The packages that a command imports."""
    code = (
        "import sys, atexit; sys.argv = ['letters-gen', *sys.argv[1:]]; "
        "atexit.register(lambda: print(*{name.split('.')[0] for name in sys.modules}, "
        "file=sys.stderr)); "
        "from letters_gen.cli import main; main()"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    return set(answer.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("weekly", "--help"),
        ("register", "list", "--help"),
        ("page", "--help"),
        ("send", "--help"),
        ("--version",),
    ],
)
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    loaded = imported(*arguments)
    assert "click" in loaded
    assert loaded.isdisjoint(HEAVY)


RUSSIAN = {"pymorphy3", "pytrovich", "holidays"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("register", "list"),
        ("register", "verify"),
        ("template", "fields"),
        ("weekly", SHEET, "--date", "18.04.2023", "--dry-run"),
    ],
)
def test_commands_that_decline_no_name_load_no_engine(
    arguments: tuple[str, ...], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)
    loaded = imported(*arguments)
    assert "letters_gen" in loaded
    assert loaded.isdisjoint({*RUSSIAN, "distributed", "docx", "pandas", "pypdfium2", "PIL"})


def test_the_tests_mirror_the_rooms() -> None:
    rooms = {path.name for path in (ROOT / "src/letters_gen").iterdir() if path.is_dir()}
    tested = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    mirrored = {path.relative_to(ROOT / "tests").parts[0] for path in tested - {ROOT / "tests"}}
    assert mirrored - {"torture"} <= rooms


# Where the flow parts, however it is written. Each `and`, `or`, and condition of a
# comprehension counts besides.
PARTINGS = (
    ast.If,
    ast.For,
    ast.While,
    ast.ExceptHandler,
    ast.IfExp,
    ast.Assert,
    ast.comprehension,
    ast.match_case,
)


def complexity(function: ast.AST) -> int:
    """How many ways lead through a function, the functions inside it included."""
    ways = 1
    for node in ast.walk(function):
        ways += isinstance(node, PARTINGS)
        if isinstance(node, ast.comprehension):
            ways += len(node.ifs)
        if isinstance(node, ast.BoolOp):
            ways += len(node.values) - 1
    return ways


def is_nested(node: ast.AST) -> bool:
    """Whether a conditional expression holds another."""
    inner = (one for one in ast.walk(node) if isinstance(one, ast.IfExp))
    return isinstance(node, ast.IfExp) and sum(1 for _ in inner) > 1


def sources() -> Iterator[tuple[Path, str, ast.Module]]:
    for path in sorted((ROOT / "src").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        yield path, text, ast.parse(text)


def test_no_file_and_no_function_has_outgrown_its_job() -> None:
    for path, text, tree in sources():
        assert text.count("\n") <= 300, path
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 50, (path, node.name)


def test_every_function_is_read_once() -> None:
    dense, nested = [], []
    for path, _, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and complexity(node) > 10:
                dense.append(f"{path.name}:{node.lineno} {node.name}: {complexity(node)}")
            if is_nested(node):
                nested.append(f"{path.name}:{node.lineno}")
    assert (dense, nested) == ([], [])


def test_what_the_pages_for_developers_name_is_there() -> None:
    source = ROOT / "src/letters_gen"
    for page in ("ARCHITECTURE.md", "decisions.md"):
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        for name, function in re.findall(r"`((?:\w+/)+\w+\.py)(?:::(\w+))?`", text):
            roots = (source, source / "facts", source / "outputs", ROOT)
            files = [root / name for root in roots if (root / name).exists()]
            assert files, name
            assert not function or f"def {function}(" in files[0].read_text("utf-8"), function
    there = {path.stem for path in (source / "register").iterdir() if "__" not in path.name}
    page = (ROOT / "docs/ARCHITECTURE.md").read_text(encoding="utf-8")
    told = page.partition("## The register")[2].partition("\n## ")[0]
    assert there - set(re.findall(r"`(\w+)/?`", told)) == set()
    first = re.findall(r"`(\w+)/?`", " ".join(re.findall(r"(?m)^\| (`.+?) \|", told)))
    assert set(first) - there == set()
