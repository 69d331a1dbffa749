"""A template that would take all time or memory is refused, with the tag that does."""

from __future__ import annotations

import cProfile
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from clerk import Clerk
from read_back import paragraphs
from template_making import VALUES, compiled, p
from template_office import office_template, tried

from letters_gen.errors import InputError
from letters_gen.templating.limits import Budget, bounded, size


def over(field: str, times: int, body: str) -> str:
    """Loops over `field`, each in the one before, and `body` in the last."""
    opened = "".join(f"{{% for а{level} in {field} %}}" for level in range(times))
    return opened + body + "{% endfor %}" * times


DOUBLING = "{% set а = 'а' %}" + "{% set а = а ~ а %}" * 60 + "{{ а }}"
# What a document has many of, schools or findings.
MANY = {**VALUES, "много": list(range(40))}
RUNAWAYS = {
    "a power": "{{ 2 ** 100000000 }}",
    "powers of powers": "{{ 9 ** 9 ** 9 ** 9 ** 9 }}",
    "a power of a power in turn": "{% set н = namespace(ч=10) %}"
    "{% for и in range(60) %}{% set н.ч = н.ч * н.ч %}{% endfor %}{{ н.ч }}",
    "a text many times": "{{ 'а' * 1000000000 }}",
    "a number times a text": "{{ 1000000000 * 'а' }}",
    "a list many times": "{{ ([1] * 1000000000) | length }}",
    "a range": "{{ range(10 ** 9) | list }}",
    "many ranges": "{{ range(100000) | sum }}" * 200,
    "nested ranges": "{% for а in range(99999) %}{% for б in range(99999) %}{% endfor %}"
    "{% endfor %}",
    "nested ranges that write": "{% for а in range(9999) %}{% for б in range(9999) %}{{ б }}"
    "{% endfor %}{% endfor %}",
    "ranges in conditions": "{% for а in range(9999) if range(9999) | list %}{% endfor %}",
    "a text doubled": DOUBLING,
    "a text doubled by plus": DOUBLING.replace("~", "+"),
    "a passage doubled": "{% set а %}а{% endset %}"
    + "{% set а %}{{ а }}{{ а }}{% endset %}" * 60
    + "{{ а }}",
    "a list doubled": "{% set а = [1] %}" + "{% set а = а + а %}" * 60 + "{{ а | length }}",
    "a list nested": "{% set а = [1] %}" + "{% set а = [а, а] %}" * 60 + "{{ а }}",
    "a mapping nested": "{% set а = {} %}" + "{% set а = {'а': а, 'б': а} %}" * 60 + "{{ а }}",
    "a dict nested": "{% set а = 1 %}" + "{% set а = dict(а=а, б=а) %}" * 60 + "{{ а }}",
    "a text replaced": "{{ ('а' * 9999) | replace('а', 'а' * 9999) }}",
    "a text's own replace": "{{ ('а' * 9999).replace('а', 'а' * 9999) }}",
    "a join": "{{ range(90000) | join('а' * 9999) }}",
    "a text's own join": "{{ ('а' * 9999).join(['а'] * 9999) }}",
    "a centred text": "{{ 'а' | center(1000000000) }}",
    "an indent": "{{ 'а' | indent(1000000000, true) }}",
    "a format": "{{ '%1000000000d' | format(1) }}",
    "a format by operator": "{{ '%1000000000d' % 1 }}",
    "a format of a given width": "{{ '%*d' | format(1000000000, 1) }}",
    "a format by a filter's name": "{{ ['%1000000000d'] | map('format', 1) | list }}",
    "a batch": "{{ [1] | batch(1000000000, 0) | list }}",
    "slices": "{{ [1] | slice(1000000000) | list }}",
    "rounding": "{{ 1 | round(1000000000, 'floor') }}",
    "a macro that calls itself": "{% macro м() %}{{ м() }}{% endmacro %}{{ м() }}",
    "a macro that calls itself twice": "{% macro м(н) %}{% if н %}{{ м(н - 1) }}{{ м(н - 1) }}"
    "{% endif %}{% endmacro %}{{ м(60) }}",
    "nested loops over data": over("много", 5, "{{ имя }}"),
    "nested loops over data that write nothing": over("много", 5, ""),
    "nested loops over data that make texts": over("много", 5, "{% set а = имя ~ имя %}"),
    "sorting in nested loops": over("много", 5, "{{ range(99) | list | sort | length }}"),
    "long texts in nested loops": over("много", 5, "{{ 'а ' * 9999 }}"),
    "long texts wrapped in nested loops": over("много", 5, "{{ ('а ' * 999) | wordwrap(1) }}"),
    "long texts split in nested loops": over("много", 5, "{{ ('а ' * 999).split() | length }}"),
    "lists as JSON in nested loops": over("много", 5, "{{ много | tojson }}"),
    "a loop that calls itself": "{% set а = [[1]] %}{% for х in а recursive %}{{ loop(а) }}"
    "{% endfor %}",
}


@pytest.mark.parametrize("name", RUNAWAYS)
def test_what_would_never_end_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, p("первый") + p(RUNAWAYS[name])).render(MANY)
    assert caught.value.code in ("template-too-much", "template-failed")
    place = caught.value.place
    assert place is not None and (place.part, place.paragraph) == ("word/document.xml", 2)


# What costs most of those above. Calls are counted, not seconds: the same on every machine. Ten
# million take one to two seconds of CPU time.
DEAREST = (
    "nested ranges that write",
    "a macro that calls itself twice",
    "a list nested",
    "nested loops over data",
    "nested loops over data that make texts",
    "long texts in nested loops",
    "long texts wrapped in nested loops",
    "lists as JSON in nested loops",
)
_MOST_CALLS = 10_000_000
_MOST_MEMORY = 200_000_000


@pytest.mark.parametrize("name", DEAREST)
def test_the_dearest_are_refused_after_so_many_calls_and_within_so_much_memory(
    tmp_path: Path, name: str
) -> None:
    template = compiled(tmp_path, p(RUNAWAYS[name]))
    counting = cProfile.Profile()
    tracemalloc.start()
    counting.enable()
    with pytest.raises(InputError):
        template.render(MANY)
    counting.disable()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sum(one.callcount for one in counting.getstats()) <= _MOST_CALLS
    assert most <= _MOST_MEMORY


TOO_COMPLEX = {
    "brackets": "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}",
    "square brackets": "{{ " + "[" * 300 + "]" * 300 + " }}",
    "joins": "{{ " + "~".join("1" * 20_000) + " }}",
    "sums": "{{ " + "+".join("1" * 1_500) + " }}",
    "filters": "{{ 1" + "|abs" * 900 + " }}",
    "negations": "{{ " + "not " * 900 + "1 }}",
    "signs": "{{ " + "-" * 900 + "1 }}",
    "conditions": "{{ " + "1 if 1 else " * 300 + "1 }}",
    "attributes": "{{ а" + ".а" * 1_900 + " }}",
    "a text": "{{ '" + "а" * 30_000 + "' }}",
    "a number": "{{ " + "9" * 4_500 + " }}",
    "nested conditions": "{% if да %}" * 700 + "{% endif %}" * 700,
    "nested loops": "{% for а in числа %}" * 25 + "{% endfor %}" * 25,
    "cases": "{% if да %}" + "{% elif да %}" * 3_000 + "{% endif %}",
}


@pytest.mark.parametrize("name", TOO_COMPLEX)
def test_a_tag_too_long_or_too_deep_is_a_fault_with_its_place(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, p("первый") + p(TOO_COMPLEX[name]))
    assert caught.value.code == "template-too-complex"
    place = caught.value.place
    assert place is not None and (place.part, place.paragraph) == ("word/document.xml", 2)
    assert len(place.text or "") <= 200


def test_openings_that_never_end_cost_no_time(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, p("{{ " * 20_000) + p("{# " * 20_000) + p("{% " * 20_000))
    assert caught.value.code == "template-tag-unclosed"


@pytest.mark.parametrize("days", ["-5", "1000000000", "2.5", "'а'"])
def test_a_deadline_of_no_number_of_days_is_refused_with_its_place(
    clerk: Clerk, workspace: Path, tmp_path: Path, days: str
) -> None:
    body = p("первый") + p(f"{{{{ письмо.дата | срок({days}) }}}}")
    trial = tried(clerk, workspace, office_template(tmp_path, body))
    assert trial.faults["template-days"]["paragraph"] == 2
    assert trial.issued.status == 1 and "рабочих дней" in trial.issued.err


@pytest.mark.parametrize(
    "tag", ["{{ ('а ' * 9999) | родительный }}", "{{ '1e999999999' | число }}"]
)
def test_a_filter_of_the_office_ends_soon(
    clerk: Clerk, workspace: Path, tmp_path: Path, tag: str
) -> None:
    trial = tried(clerk, workspace, office_template(tmp_path, p(tag)))
    assert "Ошибка в самой программе" not in trial.issued.err


SOUND: dict[str, tuple[str, str]] = {
    "arithmetic": ("{{ 2 ** 10 + 3 * 4 }}", "1036"),
    "texts": ("{{ 'а' ~ 1 ~ 'б' }}{{ 'а' + 'б' }}{{ '-' * 5 }}", "а1баб-----"),
    "formats": ("{{ '%05.1f' % 3.14 }} {{ '%s год 2023' | format(1) }}", "003.1 1 год 2023"),
    "nested loops": (
        "{% for а in числа %}{% for б in числа %}{{ а * б }} {% endfor %}{% endfor %}",
        "1 2 3 2 4 6 3 6 9 ",
    ),
    "a loop's length": (
        "{% for а in числа %}{% for б in range(2) %}{{ loop.index }}/{{ loop.length }}"
        "{{ ',' if not loop.last }}{% endfor %};{% endfor %}",
        "1/2,2/2;1/2,2/2;1/2,2/2;",
    ),
    "a loop's filter": (
        "{% for а in числа if а > 1 %}{% for б in [а] %}{{ б }}{% endfor %}{% endfor %}",
        "23",
    ),
    "an empty loop": ("{% for а in range(0) %}а{% else %}пусто{% endfor %}", "пусто"),
    "gathering": (
        "{% set н = namespace(т='') %}{% for а in числа %}{% set н.т = н.т ~ а ~ ', ' %}"
        "{% endfor %}{{ н.т }}",
        "1, 2, 3, ",
    ),
    "values stay text": ("{% set а %}{{ знак }}{% endset %}{{ а }}{{ 'а' ~ знак }}", "<&>а<&>"),
    "several names": ("{% for а, б in [(1, 2), (3, 4)] %}{{ а }}{{ б }};{% endfor %}", "12;34;"),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_ends_goes_on_working(tmp_path: Path, name: str) -> None:
    tag, expected = SOUND[name]
    values: dict[str, Any] = {**VALUES, "знак": "<&>"}
    assert paragraphs(compiled(tmp_path, p(tag)).render(values)) == [expected]


def test_the_size_of_a_nested_list_is_counted_no_further_than_needed() -> None:
    nested: list[Any] = [1]
    for _ in range(200):
        nested = [nested, nested]
    assert size(nested, 1_000) > 1_000
    with pytest.raises(InputError):
        bounded(nested)


def test_a_budget_ends() -> None:
    budget = Budget()
    budget.spend(1)
    with pytest.raises(InputError):
        budget.spend(10**9)
