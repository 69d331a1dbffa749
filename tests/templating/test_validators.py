"""Two validators that know what Word knows look at every template, every golden document, and 200
made at random.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from clerk import ROOT
from validators import assert_sound

from letters_gen.documents.fields import example_values
from letters_gen.documents.filters import filters_of
from letters_gen.documents.vocabulary import vocabulary, vocabulary_of
from letters_gen.making.templates import APART
from letters_gen.model.settings import Office
from letters_gen.office.settings import load_settings
from letters_gen.templating import compile_template

GENERATED = int(os.environ.get("LETTERS_DOCUMENTS", "200"))
WORDS = [
    "&",
    "<w:p>",
    "]]>",
    "🙂",
    "\n",
    "\t",
    "{{ x }}",
    "\x00",
    "«Сферум»",
    "№ 1",
    "слово",
    "\u202eקר",
    "=1+1",
    " ",
    "\r\n",
]


def test_the_shipped_templates_are_sound() -> None:
    assert_sound(ROOT / "templates")


def test_the_golden_documents_are_sound(letter: Path) -> None:
    assert_sound(letter.parent)


def test_documents_made_at_random_are_sound(tmp_path: Path, tell: Callable[[str], None]) -> None:
    seed = int(os.environ.get("LETTERS_SEED", random.randrange(10**6)))
    tell(f"seed {seed}, {GENERATED} documents")
    chance = random.Random(seed)
    paths = sorted((ROOT / "templates").glob("*.docx"))
    templates = [
        (compile_template(path, None, filters_of(Office("", "", ""))), examples_for(path.name))
        for path in paths
    ]
    for number in range(GENERATED):
        template, examples = templates[number % len(templates)]
        values = shaken(examples, chance)
        if "показатели" in examples:
            values["показатели"] = examples["показатели"]
        (tmp_path / f"{number:03}.docx").write_bytes(template.render(values))
    assert_sound(tmp_path)


def examples_for(template: str) -> Any:
    """Example values of the fields that a template of the sample office uses."""
    if template in APART:
        return example_values(APART[template])
    settings = load_settings(ROOT / "letters.toml")
    kinds = [one for one in settings.types.values() if one.template == template]
    fields = vocabulary_of(kinds[0], settings) if kinds else vocabulary(settings)
    return example_values(fields.groups)


def shaken(value: Any, chance: random.Random) -> Any:
    """Values of the same shape: other texts, other lengths of lists."""
    if isinstance(value, dict):
        return {name: shaken(inner, chance) for name, inner in value.items()}
    if isinstance(value, list):
        return [shaken(value[0], chance) for _ in range(chance.randrange(5))]
    if value is None:
        return None
    return "".join(chance.choice(WORDS) for _ in range(chance.randrange(8)))
