"""A school's fields are put into words when they are asked for: all of them are there."""

from __future__ import annotations

import pytest
from notices import SETTINGS, judged_week, words

from letters_gen.documents.vocabulary import vocabulary


def test_every_field_of_a_school_that_the_vocabulary_names_is_there() -> None:
    whole = judged_week()
    row = whole.findings[0].row
    own = tuple(finding for finding in whole.findings if finding.school.key == row.school.key)
    fields = words().school(row, own)["школа"]
    named = {
        field.name.partition(".")[2]
        for field in vocabulary(SETTINGS, True)
        if field.name.startswith("школа.")
    }
    assert set(fields) == named
    assert len(fields) == len(named)
    assert fields["инн"] == row.school.inn
    assert fields["замечания"]
    assert str(fields) == str(dict(fields)), "equal letters are equal bytes, whatever they ask for"
    assert list(reversed(fields)) == list(fields)[::-1]
    with pytest.raises(KeyError):
        fields["неизвестное"]
