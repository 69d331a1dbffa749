"""decline: a name, a post or a body in six cases, and what is doubtful about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters_gen.cli.options import FILE, json_option
from letters_gen.cli.screen import say
from letters_gen.cli.spoken import WordChoice
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.russian.cases import Sex
    from letters_gen.russian.declension import Declinable


@click.command(
    help=_(
        "Show names, posts or bodies in six cases. TEXT is a name in the nominative; with --post a"
        " post, with --body a body or a district."
    )
)
@click.argument("texts", metavar="TEXT...", nargs=-1)
@click.option("--post", "kind", flag_value="post", help=_("TEXT is a post."))
@click.option("--body", "kind", flag_value="body", help=_("TEXT is a body or a district."))
@click.option(
    "--sex",
    type=WordChoice({"m": _("male"), "f": _("female")}),
    help=_("The sex of the person; else what the name tells."),
)
@click.option(
    "--from",
    "source",
    type=FILE,
    metavar="FILE",
    help=_("A text file with a name, a post or a body a line."),
)
@json_option
def decline(
    texts: tuple[str, ...],
    kind: str | None,
    sex: Sex | None,
    source: Path | None,
    as_json: bool,
) -> None:
    from letters_gen.cli.json_output import decline_json, print_json

    lines = [*texts, *(_lines(source) if source else ())]
    if not lines:
        raise click.UsageError(_("Name at least one TEXT, or a list with --from."))
    words = [_taken_for(kind, line, sex) for line in lines]
    if as_json:
        print_json(decline_json(words))
        return
    for word in words:
        _show(word)


def _taken_for(kind: str | None, text: str, sex: Sex | None) -> Declinable:
    from letters_gen.russian.declension import body, person, post

    if kind == "body":
        return body(text)
    return post(text, sex) if kind == "post" else person(text, sex)


def _lines(source: Path) -> list[str]:
    from letters_gen.office.files import read_file

    raw = read_file(source)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1251", errors="replace")
    return [line.strip() for line in text.splitlines() if line.strip()]


def _show(word: Declinable) -> None:
    from letters_gen.russian.cases import Case
    from letters_gen.wording.declension import case_text, doubt_text

    say(word.text)
    for case in Case:
        form = word.in_case(case)
        others = f"  ? {', '.join(form.others)}" if form.others else ""
        say(f"  {case_text(case):14} {form.text}{others}")
    if word.kind == "name" and word.salutation:
        title = _("salutation")
        say(f"  {title:14} {word.salutation}")
    if word.why:
        say(f"  ! {doubt_text(word.why)}")
