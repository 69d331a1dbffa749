"""Notes in loops and conditions: each reference has a note of its own, none is left over."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk
from lxml import etree
from read_back import W, part_of
from template_making import NAMESPACES, VALUES, docx_file, p, r
from template_office import office_template, tried
from validators import our_own

from letters_gen.errors import InputError
from letters_gen.templating import compile_template

KINDS = ["footnote", "endnote"]


def reference(kind: str, number: int) -> str:
    """A run that refers to a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def part(kind: str, *texts: str) -> str:
    """The part of notes: its separators, then notes of those texts, from 1."""
    separators = (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
        f"</w:r></w:p></w:{kind}>"
    )
    notes = "".join(
        f'<w:{kind} w:id="{number}">{p(text)}</w:{kind}>' for number, text in enumerate(texts, 1)
    )
    return f"<w:{kind}s {NAMESPACES}>{separators}{notes}</w:{kind}s>"


def notes_of(document: bytes, kind: str) -> list[str]:
    """The texts of the notes in the order in which the body refers to them; none is left over."""
    root = etree.fromstring(part_of(document, f"word/{kind}s.xml").encode())
    standing = {
        note.get(f"{W}id"): "".join(note.itertext())
        for note in root
        if note.get(f"{W}type") is None
    }
    body = etree.fromstring(part_of(document).encode())
    used = [node.get(f"{W}id") for node in body.iter(f"{W}{kind}Reference")]
    assert sorted(map(str, standing)) == sorted(map(str, used))
    return [standing[identity] for identity in used]


def document_of(folder: Path, kind: str, body: str, *texts: str) -> bytes:
    """A filled template of that body with notes."""
    path = docx_file(folder / "t.docx", body, {f"{kind}s": (f"{kind}s", part(kind, *texts))})
    document = compile_template(path).render(VALUES)
    assert our_own(document) == []
    return document


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_in_a_condition_goes_with_it(tmp_path: Path, kind: str) -> None:
    body = (
        f"<w:p>{r('а')}{reference(kind, 1)}</w:p>"
        + p("{%p if нет %}")
        + f"<w:p>{r('б')}{reference(kind, 2)}</w:p>"
        + p("{%p endif %}")
        + f"<w:p>{r('в')}{reference(kind, 3)}</w:p>"
    )
    document = document_of(tmp_path, kind, body, "раз", "два", "три {{ имя }}")
    assert notes_of(document, kind) == ["раз", "три Патимат"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_in_a_loop_is_written_anew_with_what_the_loop_names(
    tmp_path: Path, kind: str
) -> None:
    body = (
        p("{%p for ч in числа %}")
        + f"<w:p>{r('{{ ч }}')}{reference(kind, 1)}</w:p>"
        + p("{%p endfor %}")
        + f"<w:p>{r('конец')}{reference(kind, 2)}</w:p>"
    )
    document = document_of(tmp_path, kind, body, "о числе {{ ч }}", "последняя")
    assert notes_of(document, kind) == ["о числе 1", "о числе 2", "о числе 3", "последняя"]


def test_a_note_within_a_line_and_one_that_comes_out_empty(tmp_path: Path) -> None:
    body = f"<w:p>{r('{% if да %}')}{reference('footnote', 1)}{r('{% endif %}')}</w:p>"
    xml = part("footnote", "а").replace(
        p("а"), p("{%p if нет %}") + p("скрыто") + p("{%p endif %}")
    )
    path = docx_file(tmp_path / "t.docx", body, {"footnotes": ("footnotes", xml)})
    document = compile_template(path).render(VALUES)
    assert our_own(document) == []
    assert notes_of(document, "footnote") == [""]


def test_a_value_in_a_note_is_data(tmp_path: Path) -> None:
    body = p("{%p if да %}") + f"<w:p>{r('а')}{reference('footnote', 1)}</w:p>" + p("{%p endif %}")
    parts = {"footnotes": ("footnotes", part("footnote", "{{ имя }}"))}
    template = compile_template(docx_file(tmp_path / "t.docx", body, parts))
    document = template.render({**VALUES, "имя": "<w:p>&{{ 1 }}"})
    assert notes_of(document, "footnote") == ["<w:p>&{{ 1 }}"]


def test_a_fault_in_such_a_note_is_told_with_its_part(tmp_path: Path) -> None:
    body = p("{%p if да %}") + f"<w:p>{r('а')}{reference('footnote', 1)}</w:p>" + p("{%p endif %}")
    parts = {"footnotes": ("footnotes", part("footnote", "{{ имяя }}"))}
    path = docx_file(tmp_path / "t.docx", body, parts)
    with pytest.raises(InputError) as caught:
        compile_template(path, ["имя", "да", "заголовок"])
    place = caught.value.place
    assert caught.value.code == "template-unknown-field"
    assert place is not None and (place.part, place.paragraph) == ("word/footnotes.xml", 3)


def test_notes_that_stand_whatever_happens_are_left_as_they_are(tmp_path: Path) -> None:
    body = f"<w:p>{r('{{ имя }}')}{reference('footnote', 1)}</w:p>"
    document = document_of(tmp_path, "footnote", body, "раз")
    assert part_of(document, "word/footnotes.xml") == part("footnote", "раз")


def test_notes_about_schools_in_an_issued_letter(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    body = (
        p("{%p for ш in нарушители %}")
        + f"<w:p>{r('{{ ш.название }}')}{reference('footnote', 1)}</w:p>"
        + p("{%p endfor %}")
    )
    notes = ("footnotes", part("footnote", "{{ ш.замечания }}"))
    trial = tried(clerk, workspace, office_template(tmp_path, body, footnotes=notes))
    assert trial.document is not None, trial.check.err
    found = notes_of(trial.document.read_bytes(), "footnote")
    assert len(found) == 5 and all(found)
