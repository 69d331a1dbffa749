"""Names of issued files."""

from __future__ import annotations

from letters_gen.documents.filenames import document_stem


def test_signs_that_nobody_sees_leave_a_files_name() -> None:
    plain = document_stem("01-16/219", "Уведомление", "МКОУ «Школа № 1»")
    marked = document_stem(
        "01-16/219", "Уведом\u00adление", "\u202aМКОУ\u200e «Школа\u200b № 1»\u202c"
    )
    assert marked == plain == "01-16_219 Уведомление МКОУ Школа № 1"
