"""What Word leaves in a text that nobody sees: recognised words, permissions, invisible signs,
halves of fields.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk
from read_back import paragraphs, part_of
from template_making import VALUES, compiled, p, r
from template_office import office_template, tried
from validators import our_own

from letters_gen.errors import InputError

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>',
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
)


def test_a_tag_that_a_recognised_word_parts_is_filled(clerk: Clerk, workspace: Path) -> None:
    tag = (
        '<w:smartTag w:uri="urn:metric" w:element="metricconverter"><w:smartTagPr/>'
        f"{r('{{ письмо')}</w:smartTag>{r('.номер }}')}"
    )
    trial = tried(clerk, workspace, office_template(workspace, f"<w:p>{tag}</w:p>"))
    assert trial.document is not None and not trial.faults
    assert "01-16/219" in paragraphs(trial.document)
    assert "smartTag" not in part_of(trial.document.read_bytes(), "word/document.xml")


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060", "\ufeff"])
def test_a_sign_that_nobody_sees_does_not_spoil_a_tag(tmp_path: Path, sign: str) -> None:
    letter = compiled(tmp_path, p(f"{{{{ и{sign}мя }}}}{{%{sign} if да %}}!{{% endif %}}"))
    assert "Патимат!" in letter_text(letter.render(VALUES), tmp_path)


def letter_text(document: bytes, folder: Path) -> list[str]:
    path = folder / "letter.docx"
    path.write_bytes(document)
    return list(paragraphs(path))


def test_a_permission_to_edit_in_a_loop_has_no_id_twice(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    body = (
        p("{%p for ш in школы %}")
        + '<w:p><w:permStart w:id="3" w:edGrp="everyone"/>'
        + r("{{ ш.название }}")
        + '<w:permEnd w:id="3"/></w:p>'
        + p("{%p endfor %}")
    )
    trial = tried(clerk, workspace, office_template(tmp_path, body))
    assert trial.document is not None
    assert "permStart" not in part_of(trial.document.read_bytes(), "word/document.xml")


@pytest.mark.parametrize(
    "parts",
    [
        (FIELD[0], r("{% if да %}"), FIELD[1], r("1"), FIELD[2], r("{% endif %}")),
        (r("{% if да %}"), FIELD[0], FIELD[1], r("{% endif %}"), r("1"), FIELD[2]),
        (FIELD[0], FIELD[1], r("{% for ч in числа %}1"), FIELD[2], r("{% endfor %}")),
    ],
)
def test_a_block_that_parts_a_field_is_a_fault(tmp_path: Path, parts: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, f"{p('первый')}<w:p>{''.join(parts)}</w:p>")
    assert caught.value.code == "template-block-in-field"
    assert caught.value.place is not None and caught.value.place.paragraph == 2


def test_a_block_around_a_field_or_inside_its_text_is_sound(tmp_path: Path) -> None:
    whole = "".join((r("{% if да %}"), *FIELD, r("{% endif %}")))
    inside = "".join((FIELD[0], FIELD[1], r("{% if да %}1{% endif %}"), FIELD[2]))
    letter = compiled(tmp_path, f"<w:p>{whole}{inside}</w:p>").render(VALUES)
    assert our_own(letter) == []
