"""Pages from the pieces of a template are those that the template gives."""

from __future__ import annotations

import re

import jinja2
import pytest

import shells
from shells import Shells, Values, cut, fill, marked

TEMPLATE = """<html><head><title>{% if title %}{{ title | e }} · {% endif %}Record</title>
{%- if canonical %}<link href="{{ canonical | e }}">{% endif %}{{ lines }}
{%- if linked %}<script>{{ linked }}</script>{% endif %}</head>
<body class="{{ kind }}">{{ "../" * address.count("/") }}<a
{%- if address.startswith("officials/") %} here{% endif %}>
{%- if "<h1" not in content %}<h1>{{ title | e }}</h1>{% endif %}{{ content }}
{{ description | e }}{{ edit | e }}</body>"""

PAGES = [
    ("officials/a/", Values("official", "A & “B”", "<d>", "https://x/", "", "<meta>", "{}", "<h1>A</h1>")),
    ("officials/b/", Values("official", "B", "d", "", "https://edit/'", "", "", "<p>~gazette-title~</p>")),
    ("officials/c/2020/", Values("official", "C", "", "", "", "", "", "<h1>~gazette-content~</h1>")),
    ("events/a/", Values("event", "", "d", "", "", "", "", "<p>no heading</p>")),
]


def scripts_in(page: str) -> tuple[str, ...]:
    """What is found in a page: whether it has a script."""
    return tuple(re.findall("<script>", page))


def template_of(text: str) -> shells.Run:
    template = jinja2.Template(text)
    return lambda address, values: template.render(
        address=address, kind=values.kind, **{name: getattr(values, name) for name in shells.NAMES}
    )


def test_pages_are_those_of_the_template() -> None:
    run = template_of(TEMPLATE)
    made = Shells(run, scripts_in)
    for _ in range(3):
        for address, values in PAGES:
            assert made.page(address, values) == (run(address, values), scripts_in(run(address, values)))
    assert made.mismatch == ""


def test_the_template_is_run_twice_for_a_setting_and_then_rarely() -> None:
    runs: list[str] = []
    run = template_of(TEMPLATE)
    made = Shells(lambda address, values: (runs.append(address), run(address, values))[1], scripts_in)
    for number in range(1000):
        made.page(f"events/{number}/", Values("event", "T", content=f"<h1>{number}</h1>"))
    assert len(runs) <= 2 + 1000 // shells.COMPARED + 1


@pytest.mark.parametrize(
    "decision",
    [
        "{% if title == 'Third' %}!{% endif %}",  # decides by a value
        "{{ address }}",  # differs by an address that the setting does not hold
        "{{ title | upper }}",  # changes a value
        "{{ title | replace('title', 'raw') }}",  # makes of its marker one of no value
    ],
)
def test_a_decision_that_is_not_known_is_noticed_and_the_template_takes_over(
    decision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shells, "COMPARED", 2)
    run = template_of(f"<p>{{{{ title | e }}}}{decision}</p>{{{{ content }}}}")
    made = Shells(run, scripts_in)
    titles = ["First", "Second", "Third", "Third", "Fourth"]
    pages = [(f"events/{n}/", Values("event", title, content="<h1>x</h1>")) for n, title in enumerate(titles)]
    shown = [made.page(address, values) for address, values in pages]
    assert made.mismatch
    late = titles.index("Fourth")
    assert shown[late][0] == run(*pages[late])


def test_what_a_value_holds_is_never_taken_for_a_marker() -> None:
    values = Values("k", title="~gazette-content~", content="<h1>~gazette-title~</h1>")
    pieces = cut("<t>~gazette-title~</t><h1 ~gazette-content~>")
    assert fill(pieces, values) == "<t>~gazette-content~</t><h1>~gazette-title~</h1>"
    assert marked(values).content == "<h1 ~gazette-content~>"
