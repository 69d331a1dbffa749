"""A finished letter becomes a template: `template from`."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from clerk import BASIS, PRINTED_NOTICES, PRINTED_WEEK, ROOT, SHEET, Answer, Clerk
from docx.oxml import OxmlElement
from edits import change_settings
from libreoffice import converted
from read_back import lines

NEXT = "data/monitoring/2023-04-21.xlsx"
ORDER = ("order", SHEET, "--date", "18.04.2023", "--yes")
# The source letter as somebody typed it, its number not in the register.
TYPED = (
    "МУНИЦИПАЛЬНОЕ КАЗЁННОЕ УЧРЕЖДЕНИЕ",
    "«УПРАВЛЕНИЕ ОБРАЗОВАНИЯ, МОЛОДЁЖНОЙ ПОЛИТИКИ, СПОРТА И ТУРИЗМА»",
    "368412 РД, МР «Цунтинский район», с. Цунта",
    "18.04.2023г",
    "№ 01-16/ 219",
    "О питании в школах",
    "Руководителям ОО",
    "В соответствии с письмом Министерства образования и науки РД №06-5649/06-18/23 от "
    '17.04.2023г. МКУ "УОМПСиТ" доводит до вашего сведения:',
    "За период с 08.04.2023 по 14.04.2023 0% пользователей с ролью «Учитель» по Цунтинскому району "
    "не написали более трех сообщений в чатах.",
    "Напоминаем о требованиях Федерального закона от 27 июля 2006 г. № 149-ФЗ «Об информации».",
    "Начальник\tГ.К. Абакаров",
    "Исп. Магомедова П.П.",
)

# A notice as somebody typed it, its clauses numbered by hand.
NUMBERED_BY_HAND = (
    "Директору МКОУ «Хибиятлинская ООШ» Нурудиновой С.М.",
    "За период с 08.04.2023 по 14.04.2023 необходимо:",
    "1) обеспечить активацию профиля;",
    "2) зарегистрировать в ИКОП «Сферум» всех учителей;",
    "3) перевести служебную переписку в чаты ИКОП «Сферум».",
)


def written(path: Path, *paragraphs: str) -> Path:
    """A letter of these paragraphs, as Word keeps it."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def with_footnote(path: Path, text: str) -> None:
    """Give a letter a footnote of this text."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name).decode("latin-1") for name in archive.namelist()}
    kinds, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    members[kinds] = members[kinds].replace("</Types>", override)
    relation = (
        '<Relationship Id="rNote" Target="footnotes.xml" Type="http://schemas.openxmlformats.org'
        '/officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    members[relations] = members[relations].replace("</Relationships>", relation)
    note = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content.encode("latin-1"))
        archive.writestr("word/footnotes.xml", note.encode())


def issued(clerk: Clerk, workspace: Path, *command: str) -> list[Path]:
    """The Word files that a command has issued: documents, appendices, enclosures."""
    answer = clerk(*command, "--json")
    assert answer.status == 0, answer.err
    found = []
    for one in answer.json["documents"]:
        found += [one["path"], *one["appendices"], *one.get("enclosures", [])]
    return [workspace / path for path in found if path.endswith(".docx")]


def made(clerk: Clerk, letter: Path, *options: str) -> Answer:
    """The answer of `template from`, which has proved its template."""
    answer = clerk("template", "from", str(letter), *options, "--json")
    assert answer.status == 0, answer.out + answer.err
    assert answer.json["proved"]
    return answer


def said(answer: Answer, code: str) -> list[str]:
    """The warnings of a kind."""
    return [one["text"] for one in answer.json["warnings"] if one["code"] == code]


def tags(answer: Answer) -> dict[str, str]:
    """What became a tag, with its tag."""
    return {one["text"]: one["tag"] for one in answer.json["fields"]}


def test_the_printed_letter_and_its_appendix_come_back_word_for_word(
    clerk: Clerk, workspace: Path
) -> None:
    letter, appendix = issued(clerk, workspace, *PRINTED_WEEK)
    answer = made(clerk, letter)
    assert (answer.json["type"], answer.json["sheet"]) == ("weekly", "2023-04-14.xlsx")
    assert answer.json["warnings"] == []
    found = tags(answer)
    assert found["Министерства образования и науки РД"] == "{{ основание.автор | родительный }}"
    assert found["Цунтинскому району"] == "{{ учреждение.район | дательный | в_тексте }}"
    assert found["0%"] == "{{ показатели.доля_не_писавших | процент }}"
    answer = made(clerk, appendix)
    assert (answer.json["type"], answer.json["warnings"]) == ("weekly", [])
    check = clerk("template", "check", *map(str, sorted(workspace.glob("templates/01-16*.docx"))))
    assert check.status == 0, check.out


def test_next_week_the_templates_say_what_the_office_s_own_do(
    clerk: Clerk, workspace: Path
) -> None:
    for path in issued(clerk, workspace, *PRINTED_WEEK):
        made(clerk, path)
    week = ("weekly", NEXT, "--date", "25.04.2023", *BASIS, "--yes")
    expected = [lines(path) for path in issued(clerk, workspace, *week)]
    made_templates = sorted(workspace.glob("templates/01-16_219*.docx"))
    appendix, letter = sorted(made_templates, key=lambda path: "приложение" not in path.name)
    letter.replace(workspace / "templates/weekly.docx")
    appendix.replace(workspace / "templates/appendix.docx")
    shutil.rmtree(workspace / "letters")
    issued(clerk, workspace, *PRINTED_WEEK)
    assert [lines(path) for path in issued(clerk, workspace, *week)] == expected


def test_rows_that_are_shaded_for_what_they_say_stay_so(clerk: Clerk, workspace: Path) -> None:
    _, appendix = issued(clerk, workspace, *PRINTED_WEEK)
    answer = made(clerk, appendix)
    text = "\n".join(lines(workspace / answer.json["template"]))
    assert "{%tr if ш.замечания %}" in text


def test_every_notice_comes_back_word_for_word(clerk: Clerk, workspace: Path) -> None:
    for letter in issued(clerk, workspace, *PRINTED_NOTICES, "--yes"):
        answer = made(clerk, letter)
        assert (answer.json["type"], answer.json["warnings"]) == ("notice", []), letter.name
        text = "\n".join(lines(workspace / answer.json["template"]))
        assert "{%tr for н in нарушения %}" in text
        assert "{%p for н in нарушения %}" in text
        assert "{{ школа.название | предложный }}" in text


def test_a_notice_about_one_thing_says_that_it_was_about_one(clerk: Clerk, workspace: Path) -> None:
    command = ("notices", NEXT, "--date", "25.04.2023", *BASIS, "--yes")
    [letter] = issued(clerk, workspace, *command, "--only", "МКОУ «Асахская СОШ»")
    answer = made(clerk, letter)
    assert {one["code"] for one in answer.json["warnings"]} == {"tagging-of-one"}
    assert "нарушения" in said(answer, "tagging-of-one")[0]
    text = "\n".join(lines(workspace / answer.json["template"]))
    assert "показатели{% endif %} {% for н in нарушения %}«{{ н.показатель }}»" in text


def test_a_template_out_of_a_notice_about_one_thing_speaks_of_several_as_a_person_would(
    clerk: Clerk, workspace: Path
) -> None:
    week = ("notices", NEXT, "--date", "25.04.2023", *BASIS, "--yes")
    of_one, *_ = issued(clerk, workspace, *week)
    answer = made(clerk, of_one)
    [told] = said(answer, "tagging-of-one")
    assert "не достигнуты показатели «Доля зарегистрированных»: 84,8%" in told
    (workspace / answer.json["template"]).replace(workspace / "templates/notice.docx")
    shutil.rmtree(workspace / "letters")
    _, of_two, *rest = issued(clerk, workspace, *week)
    of_three = next(path for path in rest if "Сагадинская" in path.name)
    text = " ".join(lines(of_three))
    assert (
        "не достигнуты показатели «Доля зарегистрированных»: 87,5% (21 из 24 учителей), требование "
        "– не менее 100%; «Доля написавших более трёх сообщений»: " in text
    )
    assert "Зарегистрировать в ИКОП «Сферум» всех учителей." in lines(of_three)
    assert "не достигнут показатель «Доля написавших" in " ".join(lines(of_two))


@pytest.mark.parametrize(
    ("written_of_one", "of_several"),
    [
        (
            "Показатель «Доля зарегистрированных» не достигнут в школе.",
            "Показатели «Статус профиля», «Доля зарегистрированных», «Служебные чаты» не "
            "достигнуты в школе.",
        ),
        (
            "Вам необходимо зарегистрировать в ИКОП «Сферум» всех учителей до 03.05.2023.",
            "Вам необходимо обеспечить активацию профиля; зарегистрировать в ИКОП «Сферум» всех "
            "учителей; перевести служебную переписку в чаты ИКОП «Сферум» до 03.05.2023.",
        ),
        (
            "1. Зарегистрировать в ИКОП «Сферум» всех учителей.",
            "1. Обеспечить активацию профиля. Зарегистрировать в ИКОП «Сферум» всех учителей. "
            "Перевести служебную переписку в чаты ИКОП «Сферум».",
        ),
    ],
)
def test_a_sentence_about_one_thing_holds_for_several(
    clerk: Clerk, workspace: Path, written_of_one: str, of_several: str
) -> None:
    letter = written(
        workspace / "письмо.docx",
        "Директору МКОУ «Асахская СОШ» Абдулаевой П.М.",
        "За период с 15.04.2023 по 21.04.2023.",
        written_of_one,
    )
    answer = made(clerk, letter, "--type", "notice", "--date", "25.04.2023")
    (workspace / answer.json["template"]).replace(workspace / "templates/notice.docx")
    week = ("notices", NEXT, "--date", "25.04.2023", *BASIS, "--yes")
    issued_notices = issued(clerk, workspace, *week, "--only", "Хибиятлинская")
    assert of_several in lines(issued_notices[0])


def test_the_annexed_statement_comes_back_with_nothing_unknown(
    clerk: Clerk, workspace: Path
) -> None:
    for sheet, day in ((SHEET, "18.04.2023"), (NEXT, "25.04.2023")):
        basis = () if sheet == SHEET else BASIS
        _, statement, *_ = issued(clerk, workspace, "order", sheet, "--date", day, *basis, "--yes")
        answer = made(clerk, statement)
        codes = {one["code"] for one in answer.json["warnings"]}
        assert codes <= {"tagging-doubtful"}, answer.json["warnings"]
        text = lines(workspace / answer.json["template"])
        assert "{%p for п in сводка %}" in text
        assert any("({{ п.требование | со_строчной }})" in one for one in text)


def test_the_annexed_statement_s_template_says_next_week_what_the_office_s_own_does(
    clerk: Clerk, workspace: Path
) -> None:
    _, statement, *_ = issued(clerk, workspace, *ORDER)
    answer = made(clerk, statement)
    week = ("order", NEXT, "--date", "25.04.2023", *BASIS, "--yes")
    expected = lines(issued(clerk, workspace, *week)[1])
    (workspace / answer.json["template"]).replace(workspace / "templates/statement.docx")
    shutil.rmtree(workspace / "letters")
    issued(clerk, workspace, *ORDER)
    assert lines(issued(clerk, workspace, *week)[1]) == expected


def test_what_an_indicator_requires_is_no_figure_of_the_week(clerk: Clerk, workspace: Path) -> None:
    text = "За неделю по 14.04.2023 написали 100% учителей, требование – не менее 100%."
    letter = written(workspace / "письмо.docx", *TYPED[2:5], text)
    answer = made(clerk, letter)
    [told] = [one for one in lines(workspace / answer.json["template"]) if "требование" in one]
    assert told.endswith("требование – не менее 100%.")
    assert said(answer, "tagging-unknown") == []


def test_clauses_behind_a_list_numbered_by_hand_go_on_from_its_length(
    clerk: Clerk, workspace: Path
) -> None:
    letter = written(
        workspace / "письмо.docx",
        *NUMBERED_BY_HAND,
        "4) представить информацию;",
        "5) назначить ответственного.",
    )
    answer = made(clerk, letter, "--type", "notice")
    text = lines(workspace / answer.json["template"])
    assert text[-2:] == [
        "{{ (нарушения | length) + 1 }}) представить информацию;",
        "{{ (нарушения | length) + 2 }}) назначить ответственного.",
    ]


def test_an_order_comes_back_word_for_word_and_nothing_is_unknown(
    clerk: Clerk, workspace: Path
) -> None:
    order, _, acquaintance, distribution = issued(clerk, workspace, *ORDER)
    for letter in (order, acquaintance, distribution):
        answer = made(clerk, letter)
        assert (answer.json["type"], said(answer, "tagging-unknown")) == ("order", [])
    answer = made(clerk, order, "--as", "приказ_о_платформе")
    found = tags(answer)
    assert found["методиста"] == "{{ ответственный.должность | винительный }}"
    assert found["19.04.2023"] == "{{ письмо.дата | срок(1) }}"


def test_a_day_that_may_be_counted_in_two_ways_is_told(clerk: Clerk, workspace: Path) -> None:
    order, *_ = issued(clerk, workspace, *ORDER)
    document = docx.Document(str(order))
    [reworded] = [one for one in document.paragraphs if "27.04.2023" in one.text]
    reworded.text = "Доложить мне не позднее 27.04.2023."
    document.save(str(workspace / "приказ.docx"))
    answer = made(clerk, workspace / "приказ.docx")
    # The day is two working days after the deadline, and seven after the order.
    assert any("27.04.2023" in text for text in said(answer, "tagging-doubtful"))


def test_copies_saved_by_libreoffice_come_back_too(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    letters = issued(clerk, workspace, *PRINTED_WEEK)
    letters += issued(clerk, workspace, *PRINTED_NOTICES, "--yes")[:1]
    order, *_ = issued(clerk, workspace, *ORDER)
    folder = converted("docx", [*letters, order], tmp_path / "сохранено", tmp_path / "profile")
    for letter in letters:
        answer = made(clerk, folder / letter.name)
        assert answer.json["warnings"] == [], letter.name
        check = clerk("template", "check", str(workspace / answer.json["template"]))
        assert check.status == 0, check.out
    assert said(made(clerk, folder / order.name), "tagging-unknown") == []


def test_a_letter_that_somebody_typed_becomes_the_template_of_a_type_of_its_own(
    clerk: Clerk, workspace: Path
) -> None:
    letter = written(workspace / "Письмо о питании.docx", *TYPED)
    answer = made(clerk, letter, "--as", "питание")
    assert (answer.json["type"], answer.json["warnings"]) == ("питание", [])
    found = tags(answer)
    assert found["О питании в школах"] == "{{ письмо.заголовок }}"
    assert found['МКУ "УОМПСиТ"'] == "{{ учреждение.краткое | родительный }}"
    # The office's name stood in two paragraphs.
    assert lines(workspace / "templates/питание.docx")[0] == "{{ учреждение.название }}"

    [again, _] = issued(
        clerk, workspace, "issue", "питание", SHEET, "--date", "18.04.2023", "--yes"
    )
    assert "О питании в школах" in lines(again)
    assert clerk("register", "verify").status == 0


def test_clauses_that_were_numbered_by_hand_become_a_loop(clerk: Clerk, workspace: Path) -> None:
    letter = written(workspace / "письмо.docx", *NUMBERED_BY_HAND)
    answer = made(clerk, letter, "--type", "notice")
    text = lines(workspace / answer.json["template"])
    assert text[-3:] == [
        "{%p for н in нарушения %}",
        "{{ loop.index }}) {{ н.что_сделать | со_строчной }}"
        "{% if loop.last %}.{% else %};{% endif %}",
        "{%p endfor %}",
    ]


def test_what_looks_like_a_value_and_isnt_known_is_told_with_its_paragraph(
    clerk: Clerk, workspace: Path
) -> None:
    letter = written(
        workspace / "письмо.docx",
        *TYPED[2:5],
        "Ответ пришлите до 30.06.2023 Алиеву А.А. или на post@example.org; ждём 77% и 15 из 19.",
    )
    answer = clerk("template", "from", str(letter))
    assert answer.status == 0, answer.err
    for text in ("30.06.2023", "Алиеву А.А.", "post@example.org", "77%", "15 из 19"):
        assert f"письмо.docx, абзац 4: «{text}» похоже на данные" in answer.out


def test_two_fields_that_fit_are_told(clerk: Clerk, workspace: Path) -> None:
    text = "Всего учителей в районе: 325, а по штату 431."
    letter = written(workspace / "письмо.docx", *TYPED[2:5], "За неделю по 14.04.2023.", text)
    answer = made(clerk, letter)
    [told] = said(answer, "tagging-doubtful")
    assert "«325»" in told
    assert "{{ итого.зарегистрировано }}" in told
    assert "{{ итого.написали }}" in told


def test_what_the_filled_template_says_otherwise_is_told(clerk: Clerk, workspace: Path) -> None:
    letter = written(workspace / "письмо.docx", *TYPED[2:5], "Этот абзац перенесли.")
    document = docx.Document(str(letter))
    [run] = document.paragraphs[-1].runs
    moved = OxmlElement("w:moveFrom")
    run._r.addprevious(moved)
    moved.append(run._r)
    document.save(str(letter))
    answer = clerk("template", "from", str(letter))
    assert answer.status == 1
    assert "В письме «Этот абзац перенесли.», в заполненном шаблоне" in answer.out
    assert (workspace / "templates/письмо.docx").exists()


def test_braces_that_the_letter_has_stay_what_they_are(clerk: Clerk, workspace: Path) -> None:
    texts = (
        "Номер ставится так: {{ письмо.номер }}.",
        "Так начинается условие: {% if, так примечание: {# и #}, а так {тоже}.",
        "Номер письма {01-16/219} в скобках, {{01-16/219}} – в двойных.",
    )
    letter = written(workspace / "письмо.docx", *TYPED[2:5], *texts)
    answer = made(clerk, letter, "--as", "скобки")
    check = clerk("template", "check", str(workspace / answer.json["template"]))
    assert check.status == 0, check.out
    command = ("issue", "скобки", NEXT, "--date", "25.04.2023", *BASIS, "--yes")
    [again, _] = issued(clerk, workspace, *command)
    assert lines(again)[-3:] == [*texts[:2], texts[2].replace("/", "/")]


@pytest.mark.parametrize("text", ["см. {{ файл", "№ {{ письмо.номер }}", "{% нечто %}"])
def test_braces_in_a_note_are_told_with_their_paragraph(
    clerk: Clerk, workspace: Path, text: str
) -> None:
    letter = written(workspace / "письмо.docx", *TYPED)
    with_footnote(letter, text)
    answer = clerk("template", "from", str(letter))
    assert answer.status == 1
    assert f"письмо.docx, word/footnotes.xml, абзац 1, «{text}»" in answer.err
    assert "фигурные скобки" in answer.err
    assert not (workspace / "templates/письмо.docx").exists()


def test_a_letter_is_never_written_over_a_template(clerk: Clerk, workspace: Path) -> None:
    letter = written(workspace / "weekly.docx", *TYPED)
    before = (workspace / "templates/weekly.docx").read_bytes()
    answer = clerk("template", "from", str(letter))
    assert answer.status == 1
    assert "--as" in answer.err
    assert (workspace / "templates/weekly.docx").read_bytes() == before
    answer = clerk("template", "from", str(letter), "--as", "notice")
    assert (answer.status, "types.notice" in answer.err) == (1, True)


def _old(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def _encrypted(path: Path) -> None:
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )


def _damaged(path: Path) -> None:
    path.write_bytes((ROOT / "templates/weekly.docx").read_bytes()[:4000])


def _no_document(path: Path) -> None:
    path.write_text("Уважаемые коллеги!", encoding="utf-8")


def _protected(path: Path) -> None:
    written(path, *TYPED)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    mark = b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
    settings = members["word/settings.xml"].replace(b"</w:settings>", mark)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in {**members, "word/settings.xml": settings}.items():
            archive.writestr(name, content)


def _of_another(path: Path) -> None:
    written(path, "Уважаемые коллеги!", "Приглашаем вас на семинар.")


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (_old, "в старом формате Word (.doc)"),
        (_encrypted, "защищено паролем"),
        (_damaged, "повреждён"),
        (_no_document, "не документ Word"),
        (_protected, "редактирование ограничено"),
        (_of_another, "нет ничего общего"),
        (Path.mkdir, "такого файла нет"),
    ],
)
def test_what_is_no_letter_of_the_office_is_refused(
    clerk: Clerk, workspace: Path, write: object, words: str
) -> None:
    assert callable(write)
    letter = workspace / "письмо из папки.docx"
    write(letter)
    before = sorted((workspace / "templates").iterdir())
    answer = clerk("template", "from", str(letter), "--json")
    assert answer.status == 1
    assert words.casefold() in answer.json["error"]["text"].casefold()
    assert "письмо из папки.docx" in answer.json["error"]["where"]
    assert answer.json["error"]["mend"]
    assert sorted((workspace / "templates").iterdir()) == before


def test_a_letter_to_one_school_that_names_none_is_refused(clerk: Clerk, workspace: Path) -> None:
    letter = written(workspace / "письмо.docx", *TYPED)
    answer = clerk("template", "from", str(letter), "--type", "notice")
    assert (answer.status, "какой — по письму не понять" in answer.err) == (1, True)


def test_a_letter_without_a_number_has_its_date_all_the_same(clerk: Clerk, workspace: Path) -> None:
    letter = written(workspace / "письмо.docx", *TYPED[:4], "№ ______", *TYPED[5:])
    answer = made(clerk, letter)
    assert tags(answer)["18.04.2023"] == "{{ письмо.дата }}"
    letter = written(workspace / "другое.docx", *TYPED[:4], "№ 219-у", *TYPED[5:])
    assert said(made(clerk, letter), "tagging-unknown") == [
        "«№ 219-у» похоже на данные, но программе неизвестно: оставлено как есть."
    ]


def test_a_letter_on_no_week_becomes_a_template_too(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, 'heading = ""', 'heading = "О летнем отдыхе"')
    letter = written(workspace / "письмо.docx", *TYPED[:5], "О летнем отдыхе", *TYPED[-2:])
    answer = made(clerk, letter, "--type", "blank")
    assert (answer.json["type"], answer.json["sheet"]) == ("blank", None)
    assert tags(answer)["О летнем отдыхе"] == "{{ письмо.заголовок }}"


def test_all_that_a_school_must_do_in_one_line_becomes_what_the_next_one_must(
    clerk: Clerk, workspace: Path
) -> None:
    letter = written(
        workspace / "письмо.docx",
        "Директору МКОУ «Хупринская ООШ» Черных О.В.",
        "За период с 08.04.2023 по 14.04.2023 не достигнуты показатели: статус профиля, доля "
        "зарегистрированных и служебные чаты.",
        "Необходимо обеспечить активацию профиля; зарегистрировать в ИКОП «Сферум» всех учителей; "
        "перевести служебную переписку в чаты ИКОП «Сферум».",
    )
    answer = made(clerk, letter, "--as", "требование")
    assert not said(answer, "tagging-left")
    text = "\n".join(lines(workspace / answer.json["template"]))
    assert "активацию" not in text
    assert "чаты" not in text

    change_settings(workspace, "at_least = 1\n", "at_least = 0\n")
    [first, *_] = issued(
        clerk, workspace, "issue", "требование", SHEET, "--date", "18.04.2023", "--yes"
    )
    said_now = "\n".join(lines(first))
    assert "показатели: статус профиля и доля зарегистрированных." in said_now
    assert "Необходимо обеспечить активацию профиля; зарегистрировать в ИКОП" in said_now
    assert "переписку" not in said_now


def test_a_head_and_a_school_whose_forms_are_alike_get_the_case_that_they_stand_in(
    clerk: Clerk, workspace: Path
) -> None:
    # Neither «Черных» nor «МКОУ» declines: others do.
    letter = written(
        workspace / "письмо.docx",
        "Директору МКОУ «Хупринская ООШ» О.В. Черных",
        "За период с 08.04.2023 по 14.04.2023 в МКОУ «Хупринская ООШ» замечания не устранены.",
        "МКОУ «Хупринская ООШ» отстаёт.",
    )
    answer = made(clerk, letter, "--as", "напоминание")
    text = lines(workspace / answer.json["template"])
    assert text[0] == (
        "{{ школа.должность | дательный | с_прописной }} {{ школа.название | родительный }} "
        "{{ школа.руководитель | дательный | подпись }}"
    )
    assert "в {{ школа.название | предложный }} замечания" in text[1]
    assert text[2] == "{{ школа.название }} отстаёт."
    assert any(
        "{{ школа.название | родительный }}" in one for one in said(answer, "tagging-doubtful")
    )

    [first, *_] = issued(
        clerk, workspace, "issue", "напоминание", SHEET, "--date", "18.04.2023", "--yes"
    )
    assert lines(first)[0] == "Директору МКОУ «Берихинская ООШ» Ш.О. Газимагомедову"


def test_what_a_letter_says_of_its_week_and_keeps_saying_is_told(
    clerk: Clerk, workspace: Path
) -> None:
    letter = written(
        workspace / "письмо.docx",
        "Директору МКОУ «Хупринская ООШ» Черных О.В.",
        "За период с 08.04.2023 по 14.04.2023 не достигнуты три показателя, не менее двух раз.",
        "Зарегистрировано 0. Ольга Викторовна, прошу обеспечить активацию профиля за 5 дней.",
        "Так ещё в 4 школах района, см. пункт 2 и № 149-ФЗ.",
    )
    told = said(made(clerk, letter), "tagging-left")
    assert [one.partition("»")[0][1:] for one in told] == [
        "три",
        "0",
        "Ольга Викторовна",
        "обеспечить активацию профиля",
        "4",
    ]


def test_a_share_of_the_district_isn_t_taken_for_that_of_a_school(
    clerk: Clerk, workspace: Path
) -> None:
    letter = written(
        workspace / "письмо.docx",
        "Директору МКОУ «Хупринская ООШ» Черных О.В.",
        "За период с 08.04.2023 по 14.04.2023 из 15 учителей зарегистрировано 0%.",
        "Зарегистрировано 0%.",
    )
    answer = made(clerk, letter)
    assert tags(answer)["0%"] == "{{ школа.доля_зарегистрированных }}"
    assert said(answer, "tagging-unknown") == [
        "«0%» похоже на данные, но программе неизвестно: оставлено как есть."
    ]
