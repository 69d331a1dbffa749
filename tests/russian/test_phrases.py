"""Phrases become one sentence."""

from __future__ import annotations

from letters_gen.russian.phrases import sentence


def test_phrases_become_one_sentence() -> None:
    assert sentence(["сделать раз", "сделать два"]) == "Сделать раз; сделать два"
    assert sentence([]) == ""
