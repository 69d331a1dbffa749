"""The catalogue of what templates may name."""

from __future__ import annotations

from clerk import Clerk


def test_the_catalogue_names_every_field_and_filter(clerk: Clerk) -> None:
    report = clerk("template", "fields", "weekly", "--json").json
    fields = {field["name"]: field for field in report["fields"]}
    for name in (
        "письмо.номер",
        "основание.автор",
        "показатели.доля_не_писавших",
        "школы.доля_писавших",
    ):
        assert fields[name]["meaning"]
    assert [(one["name"], one["short"]) for one in report["filters"]][:3] == [
        ("именительный", "им"),
        ("родительный", "рд"),
        ("дательный", "дт"),
    ]
    assert "письмо.номер — регистрационный номер" in clerk("template", "fields").out


def test_the_catalogue_of_a_type_that_isnt_there(clerk: Clerk) -> None:
    assert clerk("template", "fields", "weekli").status == 1
