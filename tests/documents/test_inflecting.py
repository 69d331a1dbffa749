"""Names as they stand beneath a letter."""

from __future__ import annotations

from letters_gen.documents.inflecting import signature


def test_the_signature_has_its_initials_first() -> None:
    assert signature("Абакаров Г.К.") == "Г.К.\N{NO-BREAK SPACE}Абакаров"
    assert signature("Абакаров Г. К.") == "Г.К.\N{NO-BREAK SPACE}Абакаров"
