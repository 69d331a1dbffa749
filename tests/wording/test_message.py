"""Every message has its words in both languages, and every failure names what its sentence
names.
"""

from __future__ import annotations

import ast
import io
import re
import string
import subprocess
from collections.abc import Iterator
from pathlib import Path

import catalogue
import pytest
from babel.messages.mofile import read_mo
from clerk import ROOT
from processes import PROGRAM

from letters_gen.cli.register import register as cli_register
from letters_gen.cli.spoken import PLACEHOLDERS
from letters_gen.wording.failures import FAILURES
from letters_gen.wording.oddities import ODDITIES

SOURCE = ROOT / "src/letters_gen"
REGISTER = [["register", name] for name in cli_register.commands]
RAISING = {
    "InputError",
    "DamageError",
    "UnavailableError",
    "CommandLineError",
    "Oddity",
    "Question",
    "_odd",
}


def test_every_message_is_translated_and_no_translation_is_left_over() -> None:
    wanted = {message.id for message in catalogue.extracted() if message.id}
    kept = {message.id: message for message in catalogue.kept() if message.id}
    assert wanted == set(kept)
    for message in kept.values():
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms), message.id
        assert not message.fuzzy, message.id


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_a_translation_names_what_its_source_names() -> None:
    for message in catalogue.kept():
        if isinstance(message.id, str) and message.id:
            assert placeholders(str(message.string)) <= placeholders(message.id), message.id


def said(compiled: bytes) -> tuple[str, dict[str, list[str]]]:
    """The rule of the plural and every translation: the header names Babel's version besides."""
    read = read_mo(io.BytesIO(compiled))
    translations = {}
    for message in read:
        if message.id:
            identity, *_ = catalogue_forms(message.id)
            translations[identity] = catalogue_forms(message.string)
    return read.plural_expr, translations


def catalogue_forms(text: str | list[str] | tuple[str, ...]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def test_no_translation_names_a_placeholder_in_english() -> None:
    words = "|".join(word for word in PLACEHOLDERS if len(word) > 1 and word != "URL")
    named = re.compile(rf"(?<![\w.\[])({words})\b")
    translated = [one for one in catalogue.kept() if one.id and one.id != one.string]
    assert [one.id for one in translated if named.search(str(one.string))] == []


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    assert said(catalogue.MO.read_bytes()) == said(catalogue.compiled(catalogue.kept()))


def codes_raised() -> Iterator[tuple[str, set[str], Path]]:
    """Every code in the source with the arguments it is given, where both are written out."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else getattr(node.func, "id", "")
            )
            first = node.args[0]
            if name in RAISING and isinstance(first, ast.Constant) and isinstance(first.value, str):
                given = {keyword.arg for keyword in node.keywords if keyword.arg}
                if name in ("Oddity", "Question"):
                    given = set().union(*(dict_keys(argument) for argument in node.args))
                if not any(keyword.arg is None for keyword in node.keywords):
                    yield first.value, given, path


def dict_keys(node: ast.expr) -> set[str]:
    return (
        {str(key.value) for key in node.keys if isinstance(key, ast.Constant)}
        if isinstance(node, ast.Dict)
        else set()
    )


def test_every_code_has_its_words() -> None:
    for code, _, path in codes_raised():
        assert code in FAILURES or code in ODDITIES, (code, path)


def test_every_failure_with_words_can_happen() -> None:
    text = "".join(
        path.read_text(encoding="utf-8")
        for path in SOURCE.rglob("*.py")
        if path.parent.name != "wording"
    )
    for code in (*FAILURES, *ODDITIES):
        assert f'"{code}"' in text, code


def test_a_sentence_names_only_what_it_is_given() -> None:
    for code, given, path in codes_raised():
        message = FAILURES.get(code) or ODDITIES[code]
        wanted = placeholders(message.text) | placeholders(message.mend)
        if given or not wanted:
            assert wanted <= given, (code, path)


def test_every_failure_says_what_to_do() -> None:
    assert [code for code, message in FAILURES.items() if not message.mend] == []


@pytest.mark.parametrize(("language", "word"), [("ru", "Использование"), ("en", "Usage")])
def test_the_language_is_chosen_by_option_and_by_environment(language: str, word: str) -> None:
    for arguments, variable in ((["--lang", language], None), ([], language)):
        environment = {"LETTERS_LANG": variable} if variable else {}
        answer = subprocess.run(
            [*PROGRAM, *arguments, "--help"],
            capture_output=True,
            env={"PYTHONIOENCODING": "utf-8", **environment},
            check=True,
        )
        assert answer.stdout.decode().startswith(word)


def test_russian_help_has_no_english_sentence_left() -> None:
    for command in (
        [],
        ["weekly"],
        ["check"],
        ["issue"],
        ["init"],
        ["doctor"],
        ["register"],
        *REGISTER,
    ):
        answer = subprocess.run(
            [*PROGRAM, *command, "--help"],
            capture_output=True,
            env={"PYTHONIOENCODING": "utf-8"},
            check=True,
        )
        assert not re.search(
            r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", answer.stdout.decode().partition("\n")[2]
        ), answer.stdout.decode()
