"""Topics and terms: cues, near misses, evidence, and the score on the development set."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.model import Anatomy, Authority, Block, TermRecord, TopicRecord
from gazette.subjects import read_subjects
from support import ROOT, authority, load_cases, normalise_text, shared_folder


def blocks(*texts: str, part: Any = "body") -> Anatomy:
    return Anatomy(tuple(Block(n, (n + 1,), "paragraph", text, text, part) for n, text in enumerate(texts)))


def topics_of(text: str, known: Authority | None = None) -> set[str]:
    return {subject.id for subject in read_subjects(blocks(text), known or authority())[0]}


def cues(*words: str, near_misses: tuple[str, ...] = ()) -> Authority:
    return Authority(topics={"tea": TopicRecord("tea", "Tea", cues=words, near_misses=near_misses)})


@pytest.mark.parametrize("case", list(load_cases("subjects")))
def test_cases(case: dict[str, Any]) -> None:
    topics, terms = read_subjects(blocks(case["text"]), authority())
    found = {subject.id for subject in topics}
    assert set(case.get("topics", ())) <= found
    assert not set(case.get("not", ())) & found
    if "terms" in case:
        assert {s.id: [e.quote for e in s.evidence] for s in terms} == case["terms"]


@pytest.mark.parametrize(
    ("cue", "text", "holds"),
    [
        ("tea", "Tea!", True),
        ("tea", "teas", True),
        ("tea", "teapot", False),
        ("tea", "steam tea-leaf", True),
        ("country", "countries", True),
        ("tea*", "teapots", True),
        ("tea*", "a pot of té and steam", False),
        ("green tea", "green-tea", True),
        ("green tea", "tea, green", False),
        ("^TEA", "the TEA talks", True),
        ("^TEA", "the tea talks", False),
        ("pour* tea", "they were pouring tea", True),
        ("pour* tea", "they were pouring hot tea", False),
        ("tea + milk", "milk in the tea", True),
        ("tea + milk", "Some tea. Milk came later.", False),
        ("~tea", "tea", False),
        ("~tea", "tea and more tea", False),
        ("~green tea", "green tea", False),
        ("茶", "お茶会", True),
    ],
)
def test_how_a_cue_is_written(cue: str, text: str, holds: bool) -> None:
    assert topics_of(text, cues(cue)) == ({"tea"} if holds else set())


def test_a_weak_cue_needs_another_or_a_heading() -> None:
    weak = cues("~tea", "~milk", "~tea with milk")
    assert topics_of("tea, and milk for the cat", weak) == {"tea"}
    assert topics_of("tea with milk", weak) == set()  # one cue, which holds the others
    heading = Block(0, (1,), "heading", "Tea", "Tea", "heading")
    assert [s.id for s in read_subjects(Anatomy((heading,)), weak)[0]] == ["tea"]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("the Minister of Green Tea, Mara Oren", False),
        ("the Ministers of Agriculture, Rice and Green Tea", False),
        ("Green Tea Minister Mara Oren", False),
        ("the ASEAN Green Tea Ministers' Meeting", True),
        ("the Minister of Rice praised green tea", True),
        ("VISIT OF THE MINISTER OF RICE AND GREEN TEA", True),
    ],
)
def test_the_name_of_an_office_is_no_topic(text: str, holds: bool) -> None:
    assert topics_of(text, cues("green tea")) == ({"tea"} if holds else set())


def test_a_near_miss_takes_away_only_the_cue_inside_it() -> None:
    known = cues("tea", near_misses=("tea towel",))
    assert topics_of("a tea towel", known) == set()
    (subject,) = read_subjects(blocks("tea on a tea towel"), known)[0]
    assert [(e.start, e.quote) for e in subject.evidence] == [(0, "tea")]


def test_the_title_speaks_for_what_no_paragraph_names() -> None:
    title = Block(0, (1,), "paragraph", "Tea", "Tea", "title")
    body = Block(1, (2,), "paragraph", "Milk", "Milk")
    named = Block(1, (2,), "paragraph", "Milk in tea", "Milk in tea")
    assert [s.block for s in read_subjects(Anatomy((title, body)), cues("tea"))[0]] == [0]
    assert [s.block for s in read_subjects(Anatomy((title, named)), cues("tea"))[0]] == [1]


@pytest.mark.parametrize("part", ["letterhead", "navigation", "caption", "contact", "footnote"])
def test_what_is_not_text_has_no_topic(part: str) -> None:
    assert read_subjects(blocks("tea", part=part), cues("tea")) == ((), ())


def test_without_cues_there_are_no_topics() -> None:
    assert read_subjects(blocks("tea"), Authority()) == ((), ())


_WORDS = st.sampled_from(
    "the port Port call calls ASEAN Myanmar border Thailand free and open Indo-Pacific . , ( “ 南シナ海"
    " សុខ ß İ é strategic comprehensive partnership congratulated on his appointment"
    " COVID-19 \u00ad \u0301 Ǆ".split()
)


@given(st.lists(st.lists(_WORDS, max_size=30).map(" ".join) | st.text(max_size=80), max_size=4))
def test_evidence_holds_on_any_text(texts: list[str]) -> None:
    anatomy = blocks(*texts)
    for subject in (s for found in read_subjects(anatomy, authority()) for s in found):
        text = anatomy.blocks[subject.block].text
        assert subject.evidence
        assert all(e.block == subject.block and text[e.start : e.end] == e.quote for e in subject.evidence)
        places = [(e.start, e.end) for e in subject.evidence]
        assert all(a[1] <= b[0] for a, b in pairwise(places))


@given(st.lists(st.text("at *+^~s", max_size=8), max_size=4), st.text("at s.", max_size=30))
def test_any_cue_can_be_written(words: list[str], text: str) -> None:
    known = Authority(
        topics={"a": TopicRecord("a", "A", cues=tuple(words), near_misses=tuple(words[:1]))},
        terms={"b": TermRecord("b", "B", wordings=tuple(words))},
    )
    read_subjects(blocks(text), known)


def test_the_topics_of_the_development_set_are_all_there() -> None:
    wanted = json.loads((shared_folder() / "devset" / "topics.json").read_text(encoding="utf-8"))
    records = authority().topics
    assert set(wanted) == set(records)
    assert all(record.scope_note and record.cues for record in records.values())


def f1(gold: Path, folder: Path) -> float:
    """Topics of all documents together, as the scorer of the development set counts them."""
    right = read = wanted = 0
    for document in json.loads(gold.read_text(encoding="utf-8"))["documents"]:
        text = (folder / document["file"]).read_text(encoding="utf-8")
        found = {s.id for s in normalise_text(text).topics}
        right += len(found & set(document["topics"]))
        read += len(found)
        wanted += len(set(document["topics"]))
    return 2 * right / (read + wanted)


def test_score_on_the_seeds() -> None:
    shared = shared_folder()
    assert f1(shared / "devset" / "seeds-gold.json", shared / "seeds") >= 0.95


def test_score_on_the_development_set() -> None:
    shared = shared_folder()
    assert f1(shared / "devset" / "gold.json", shared / "devset") >= 0.92


def test_each_cue_of_the_project_is_well_formed() -> None:
    """A cue that can never be found, or a sign in the wrong place, would be silent otherwise."""
    lines = (ROOT / "docs" / "authority" / "topics.yml").read_text(encoding="utf-8")
    assert "\t" not in lines
    for record in authority().topics.values():
        assert len(set(record.cues)) == len(record.cues), record.id
        for cue in (*record.cues, *record.near_misses):
            assert cue.strip() and not cue.startswith(("+", "*")), f"{record.id}: {cue}"
        assert not any("+" in miss.replace("2+2", "") or miss.startswith("~") for miss in record.near_misses)
