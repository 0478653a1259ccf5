"""What an editor wrote takes the place of what was read: every field, from both places, and near-misses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from gazette.apparatus import all_amendments
from gazette.authority import FIELDS
from gazette.corpus import gather
from gazette.exports.feeds import render_feeds
from gazette.model import (
    Authority,
    Corpus,
    Correction,
    Edition,
    EventRecord,
    Given,
    OfficeRecord,
    OfficialRecord,
    Release,
    TopicRecord,
)
from gazette.normalise import normalise
from gazette.pages import Serving, render_pages
from support import read_text

TEXT = """\
MINISTRY OF FOREIGN AFFAIRS OF RURITANIA

PRESS RELEASE

Minister Roe Meets Ambassador Doe

On 4 May 2022, H.E. Ms. Jana Roe, Minister of Foreign Affairs of Ruritania, met Mr. John Doe, Ambassador of \
Japan, in Strelsau. They spoke of trade and the new harbour.

They will meet again at the 2nd Harbour Forum in June 2023.

Strelsau, 5 May 2022
"""
ID = "test/letter"
KNOWN = Authority(
    officials={"roe": OfficialRecord("roe", "Jana Roe", None, surname="Roe")},
    offices={"envoy": OfficeRecord("envoy", "Special Envoy", country="Japan", line=3)},
    events={"forum": EventRecord("forum", "Harbour Forum of 2023", line=2)},
    topics={
        "ports": TopicRecord("ports", "Ports", cues=("harbour",)),
        "trade": TopicRecord("trade", "Trade", cues=("trade",)),
        "arts": TopicRecord("arts", "Arts", cues=("museum",)),
    },
)


def read(*corrections: Correction, front: str = "") -> Release:
    """The letter with lines of corrections.yml, or with front matter."""
    text = f"---\n{front}\n---\n{TEXT}" if front else TEXT
    return normalise(read_text(text, f"seeds/{ID}.txt"), replace(KNOWN, corrections=corrections))


def line(field: str, value: Any, of: str | None = None, **more: Any) -> Correction:
    """A line of corrections.yml about the letter."""
    return Correction(ID, field, value, line=9, of=of, **more)


def codes(release: Release) -> list[str]:
    """Problems that an editor's lines gave."""
    return [p.code for p in release.problems if p.code.startswith(("editor-", "correction-"))]


def shown(release: Release) -> dict[str, Any]:
    """What can be put right, as it stands now."""
    event = release.events[0]
    imprint = release.imprint
    return {
        "title": imprint.title and imprint.title.value,
        "issued": imprint.issued and imprint.issued.value.edtf,
        "kind": imprint.kind.value,
        "issuer": imprint.issuer and imprint.issuer.value.name,
        "place": imprint.place and imprint.place.value,
        "number": imprint.number and imprint.number.value,
        "language": imprint.language,
        "event": event.event,
        "event_when": event.when and event.when.value.edtf,
        "event_place": event.place and event.place.value,
        "event_type": event.type,
        "office": [o.value.title for a in release.people.officials if "Doe" in a.name for o in a.offices],
        "topic": {s.id for s in release.topics},
        "not_topic": {s.id for s in release.topics},
    }


CASES: list[tuple[str, Any, str | None, Any, str]] = [
    # field, value, of, what is shown then, a value that cannot be used
    ("title", "A Better Title", None, "A Better Title", "[a]"),
    ("issued", "2022-05-06", None, "2022-05-06", "some day"),
    ("kind", "readout", None, "readout", "4"),
    ("issuer", "Palace of Ruritania", None, "Palace of Ruritania", "[a]"),
    ("place", "Zenda", None, "Zenda", "[a]"),
    ("number", "7/2022", None, "7/2022", "[a]"),
    ("language", "de", None, "de", "Engl ish"),
    ("event", "forum", None, "forum", "no-such-event"),
    ("event_when", "2022-05-03", None, "2022-05-03", "soon"),
    ("event_place", "Zenda, Ruritania", None, "Zenda, Ruritania", "[a]"),
    ("event_type", "courtesy-call", None, "courtesy-call", "4"),
    ("office", "envoy", "John Doe", ["Special Envoy"], "[[a]]"),
    ("topic", "arts", None, {"ports", "trade", "arts"}, "no-such-topic"),
    ("not_topic", "trade", None, {"ports"}, "no-such-topic"),
]


def test_every_field_has_a_case() -> None:
    assert {field for field, *_ in CASES} == set(FIELDS)


@pytest.mark.parametrize(("field", "value", "of", "expected", "bad"), CASES)
def test_a_correction_wins_and_changes_nothing_else(
    field: str, value: Any, of: str | None, expected: Any, bad: str
) -> None:
    before, after = shown(read()), shown(release := read(line(field, value, of)))
    assert before[field] != expected and after[field] == expected and codes(release) == []
    beside = {"topic", "not_topic", field}
    assert {k: v for k, v in after.items() if k not in beside} == {
        k: v for k, v in before.items() if k not in beside
    }


@pytest.mark.parametrize(("field", "value", "of", "expected", "bad"), CASES)
def test_front_matter_wins_over_a_correction(
    field: str, value: Any, of: str | None, expected: Any, bad: str
) -> None:
    said = f'{field}:\n  "{of}": {value}' if of else f"{field}: {value}"
    release = read(line(field, "other", of), front=said)
    assert shown(release)[field] == expected
    in_vain = [p for p in release.problems if p.code == "correction-unmet"]
    assert len(in_vain) == int(FIELDS[field].of == "release")


@pytest.mark.parametrize(("field", "value", "of", "expected", "bad"), CASES)
def test_a_value_that_cannot_be_used_changes_nothing(
    field: str, value: Any, of: str | None, expected: Any, bad: str
) -> None:
    said = f'{field}:\n  "{of}": {bad}' if of else f"{field}: {bad}"
    release = read(front=said)
    assert shown(release) == shown(read())
    (problem,) = [p for p in release.problems if p.code.startswith(("editor-", "correction-"))]
    assert problem.line == 2 and problem.cure and problem.path == f"seeds/{ID}.txt"


@pytest.mark.parametrize(
    ("correction", "code"),
    [
        (line("titel", "X"), "editor-field"),
        (line("office", "envoy"), "editor-field"),
        (line("title", "X", "p2"), "editor-field"),
        (line("office", "envoy", "Mary Doe"), "correction-unmet"),
        (line("event_when", "2022", "p9"), "correction-unmet"),
        (line("event_place", "Zenda", "Congress of Vienna"), "correction-unmet"),
        (line("topic", "arts", "p99"), "correction-unmet"),
        (line("not_topic", "arts"), "correction-unmet"),
        (line("not_topic", "trade", "p2"), "correction-unmet"),
    ],
)
def test_a_line_that_nothing_answers_to_is_a_problem(correction: Correction, code: str) -> None:
    release = read(correction)
    (problem,) = [p for p in release.problems if p.code.startswith(("editor-", "correction-"))]
    assert (problem.code, problem.path, problem.line) == (code, "docs/authority/corrections.yml", 9)
    assert problem.cure and (correction.field == "title" or shown(release) == shown(read()))


def test_a_key_of_front_matter_that_is_nearly_a_field() -> None:
    assert codes(read(front="isued: 2022-05-06")) == ["editor-field"]
    assert codes(read(front="layout: page\ntags: [a]")) == []


def test_an_event_is_named_by_paragraph_or_title() -> None:
    by_paragraph = read(line("event_when", "2023-06-07", "p2"))
    (forum,) = [a for a in by_paragraph.events if a.role == "referenced"]
    assert forum.when and (forum.when.value.edtf, forum.when.status) == ("2023-06-07", "editor")
    by_title = read(line("event_when", "2023-06-07", forum.title))
    assert by_title.events == by_paragraph.events
    assert by_paragraph.events[0] == read().events[0]


def test_several_offices_and_none() -> None:
    assert shown(read(line("office", ["envoy", "Consul"], "John Doe")))["office"] == [
        "Special Envoy",
        "Consul",
    ]
    assert shown(read(line("office", [], "John Doe")))["office"] == []


def test_a_topic_of_one_paragraph() -> None:
    given = [s for s in read(line("topic", "arts", "p2")).topics if s.id == "arts"]
    assert [s.citation for s in given] == ["docs/authority/corrections.yml:9"]
    assert given[0].evidence[0].quote.startswith("They will meet again")
    assert "ports" in shown(read(line("not_topic", "ports", "p1")))["topic"]  # p2 speaks of it too
    assert "ports" not in shown(read(line("not_topic", "ports")))["topic"]


def corpus(*corrections: Correction, published: bool = False) -> Corpus:
    """The letter as a record, with an edition that holds it where it is published."""
    edition = Edition(1, "2026-01-01", "0" * 64, received=(f"{'0' * 64}  {ID}.txt",))
    known = replace(KNOWN, corrections=corrections, editions=(edition,) if published else ())
    return gather([normalise(read_text(TEXT, f"seeds/{ID}.txt"), known)], known)


def test_the_editors_date_is_that_of_the_event() -> None:
    event = next(e for e in corpus(line("event_when", "2022-05-03")).events if e.tellings[0].account.when)
    assert event.when and event.when.edtf == "2022-05-03"


def test_a_correction_of_no_release_names_the_nearest() -> None:
    astray = Correction("test/leter", "title", "X", line=4)
    (problem,) = [p for p in corpus(astray).problems if p.code == "correction-unmet"]
    assert (problem.line, problem.cure) == (4, f"release: {ID}")


@pytest.mark.parametrize(
    ("more", "published", "count"),
    [
        ({}, True, 1),
        ({"date": "2026-02-02"}, True, 1),
        ({"date": "2026-02-02", "note": "a misprint"}, True, 0),
        ({}, False, 0),
    ],
)
def test_what_was_published_is_corrected_with_date_and_note(
    more: dict[str, str], published: bool, count: int
) -> None:
    found = corpus(line("title", "X", **more), published=published).problems
    assert len([p for p in found if p.code == "correction-unexplained"]) == count


REPLACED = {
    "title": "Minister Roe Meets Ambassador Doe",
    "event_when": "2022-05-04",
    "office": "Ambassador",
    "not_topic": "Trade",
    "topic": None,
}


NOW = {"title": "A Better Title", "event_when": "3 May 2022", "office": "Special Envoy", "topic": "Arts"}


@pytest.mark.parametrize("field", REPLACED)
def test_pages_and_feeds_say_what_was_replaced(field: str) -> None:
    value, of = next((v, o) for f, v, o, *_ in CASES if f == field)
    made = corpus(line(field, value, of, date="2026-02-02", note="a misprint"))
    (amendment,) = all_amendments(made)
    was = REPLACED[field]
    assert (amendment.replaced.value if amendment.replaced else None) == was
    feed = dict(render_feeds(made, "Record"))["data/feed.json"]
    assert "Corrected 2026-02-02" in feed and (was is None or was in feed)
    (page,) = [p.html for p in render_pages(made, Serving()) if p.address == f"releases/{ID}/"]
    assert "a misprint" in page and (field not in NOW or f"</span>{NOW[field]}</ins>" in page)
    assert was is None or "</del>" in page


@pytest.mark.parametrize(
    ("front", "field", "expected"),
    [
        ("event: none", "event", None),
        ("event_when:\n  p1: 3 May 2022", "event_when", "2022-05-03"),
        ("topic: [arts, trade]", "topic", {"ports", "trade", "arts"}),
        ("not_topic: [ports, trade]", "topic", set()),
        ("topic:\n  p2: arts", "topic", {"ports", "trade", "arts"}),
        ("office:\n  Jana Roe: []\n  John Doe: [envoy]", "office", ["Special Envoy"]),
    ],
)
def test_front_matter_names_what_is_meant(front: str, field: str, expected: object) -> None:
    release = read(front=front)
    assert shown(release)[field] == expected and codes(release) == []


def test_an_office_in_front_matter_needs_its_holder() -> None:
    assert codes(read(front="office: envoy")) == ["editor-field"]
    assert codes(read(front="office:\n  Jane Roe: envoy")) == ["correction-unmet"]


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.text(max_size=12)
    | st.sampled_from(["arts", "none", "2022-05", "p1", "envoy"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=2),
    max_leaves=6,
)
FIELD_NAMES = st.sampled_from([*FIELDS, "titel", ""])


@drawn(
    st.lists(
        st.tuples(FIELD_NAMES, VALUES, st.none() | st.sampled_from(["p1", "p9", "John Doe", ""])), max_size=4
    ),
    st.dictionaries(FIELD_NAMES, VALUES, max_size=3),
)
def test_whatever_an_editor_writes_a_release_comes_of_it(
    lines: list[tuple[str, Any, str | None]], front: dict[str, Any]
) -> None:
    given = tuple(Given(key, value, n) for n, (key, value) in enumerate(front.items(), 2))
    raw = replace(read_text(TEXT, f"seeds/{ID}.txt"), given=given)
    corrections = tuple(Correction(ID, f, v, of=of, line=n) for n, (f, v, of) in enumerate(lines, 1))
    known = replace(KNOWN, corrections=corrections)
    made = gather([normalise(raw, known)], known)
    assert len(made.releases) == 1 and all(p.message for p in made.problems)
    assert len(all_amendments(made)) <= len(corrections)


def test_a_line_without_effect_is_not_shown_as_made() -> None:
    made = corpus(line("office", "envoy", "Mary Doe"), replace(line("title", "X"), line=10))
    assert [c.field for r in made.releases for c in r.corrections] == ["title"]
    assert [a.field for a in all_amendments(made)] == ["title"]
