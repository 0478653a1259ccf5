"""The normalised Markdown: what it says, that raw words never become markup, and the fixed point."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import frontmatter
import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import strategies
from gazette.manuscript import Manuscript, compose, print_manuscript, read_manuscript, render_manuscript
from gazette.manuscript.front import ROOM
from gazette.manuscript.lines import Line
from gazette.model import Mark, Release
from gazette.normalise import normalise
from gazette.seeds import load_raw
from support import ROOT, SEEDS, authority, normalise_text

RENDERER = MarkdownIt("commonmark").enable("table")


@cache
def seed(path: Path) -> Release:
    """A seed, normalised."""
    return normalise(load_raw(path, ROOT), authority())


def again(text: str) -> Release:
    """The release that a manuscript is when it is read as a raw file."""
    return normalise_text(text, path="seeds/test/again.md")


def shown(text: str) -> list[str]:
    """The words that Markdown shows, block by block, markup gone."""
    blocks = []
    for token in RENDERER.parse(text):
        if token.type == "inline":
            blocks.append(
                "".join(c.content for c in token.children or [] if c.type in ("text", "code_inline"))
            )
    return blocks


# --- what it says --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_front_matter_is_ordinary_yaml(path: Path) -> None:
    release = seed(path)
    post = frontmatter.loads(render_manuscript(release))
    imprint = release.imprint
    assert imprint.title is not None and post["title"] == imprint.title.value
    assert str(post.get("issued")) == str(imprint.issued.value.edtf if imprint.issued else None)
    assert post["kind"] == imprint.kind.value and post["language"] == imprint.language
    assert post["source"]["sha256"] == release.raw.sha256
    assert [o["name"] for o in post["officials"]] == [a.name for a in release.people.officials]
    assert [e["role"] for e in post["events"]] == [a.role for a in release.events]
    assert all(e["quote"] for e in post["events"]) and all(t["quote"] for t in post["topics"])
    assert post["read_from"]["title"]["status"] == imprint.title.status


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_the_text_is_the_body_and_nothing_else(path: Path) -> None:
    release = seed(path)
    text = render_manuscript(release).split("\n---\n", 1)[1]
    title = release.imprint.title.value if release.imprint.title else ""
    words = [" ".join(w.split()) for w in shown(text)]
    assert words[0] == " ".join(title.split())
    expected = [b for b in release.blocks if b.is_text]
    assert len(words) - 1 == len(expected)
    for said, block in zip(words[1:], expected, strict=True):
        assert said.endswith(" ".join(block.text.split())), block


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_a_seed_and_its_manuscript_read_the_same(path: Path) -> None:
    """The whole pipeline over the manuscript finds the same paragraphs under the same title."""
    first, second = seed(path), again(render_manuscript(seed(path)))
    assert [b.text for b in second.anatomy.body()] == [b.text for b in first.anatomy.body()]
    assert first.imprint.title is not None and second.imprint.title is not None
    assert second.imprint.title.value == first.imprint.title.value
    assert second.imprint.kind.value == first.imprint.kind.value


# --- the fixed point -----------------------------------------------------------------------------


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_printing_a_seed_again_changes_nothing(path: Path) -> None:
    once = render_manuscript(seed(path))
    assert render_manuscript(again(once)) == once


@given(strategies.releases)
def test_printing_any_text_again_changes_nothing(text: str) -> None:
    once = render_manuscript(normalise_text(text))
    release = again(once)
    assert read_manuscript(release) is not None, [str(p) for p in release.problems]
    assert render_manuscript(release) == once


def test_what_an_editor_changed_in_a_manuscript_stays() -> None:
    once = render_manuscript(seed(SEEDS[0]))
    edited = once.replace("kind: press-release", "kind: statement", 1)
    assert edited != once
    assert render_manuscript(again(edited)) == edited


def test_an_ordinary_raw_text_is_no_manuscript() -> None:
    assert read_manuscript(seed(SEEDS[0])) is None
    assert read_manuscript(normalise_text("---\ntitle: A\n---\nText.\n")) is None


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=30)
hard = st.one_of(words, st.text("*_#`[]()<>|-=~!&\\ 1.:;{}ltamp", min_size=1, max_size=20))


@st.composite
def printed_lines(draw: st.DrawFn) -> Line:
    """Any block that a release can hold."""
    text = draw(hard).strip()
    assume(text.strip())
    shape = draw(st.sampled_from(["paragraph", "heading", "item", "quote", "table"]))
    marks: tuple[Mark, ...] = ()
    if draw(st.booleans()) and len(text) > 3:
        start = draw(st.integers(0, len(text) - 2))
        marks = (
            Mark(start, draw(st.integers(start + 1, len(text))), draw(st.sampled_from(["strong", "em"]))),
        )
    if shape == "table":
        rows = draw(st.lists(st.tuples(hard, hard), min_size=1, max_size=3))
        return Line("table", text, rows=tuple(rows))
    label = (
        draw(st.sampled_from(["•", "-", "1.", "12)", "(a)", "iv.", ""]))
        if shape in ("item", "paragraph")
        else ""
    )
    return Line(shape, text, marks, draw(st.integers(0, 3)), label)  # type: ignore[arg-type]


@given(st.lists(printed_lines(), max_size=6), hard)
def test_any_blocks_are_printed_and_read(lines: list[Line], title: str) -> None:
    once = print_manuscript(Manuscript({"manuscript": "1", "title": title}, tuple(lines)))
    release = again(once)
    read = read_manuscript(release)
    assert read is not None
    assert print_manuscript(read) == once
    assert [line.shape for line in read.lines if line.shape != "paragraph"] == [
        line.shape
        for line in lines
        if line.shape in ("heading", "quote", "table")
        or (line.shape == "item" and line.label in ("•", "-", "1.", "12)"))
    ]


@given(hard, st.sampled_from(["paragraph", "heading", "quote"]))
def test_raw_words_never_become_markup(text: str, shape: Any) -> None:
    text = " ".join(text.split())
    assume(text)
    printed = print_manuscript(Manuscript({"manuscript": "1"}, (Line(shape, text, level=1),)))
    body = printed.split("\n---\n", 1)[1]
    assert shown(body) == [text]
    kinds = {token.type for token in RENDERER.parse(body)}
    wrapper = {
        "paragraph": set(),
        "heading": {"heading_open", "heading_close"},
        "quote": {"blockquote_open", "blockquote_close"},
    }
    assert kinds <= {"paragraph_open", "paragraph_close", "inline"} | wrapper[shape]


# --- front matter --------------------------------------------------------------------------------

scalars = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
trees = st.recursive(
    scalars.filter(bool),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(scalars, inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.from_regex(r"[a-z]{2,8}", fullmatch=True), trees, max_size=4))
def test_any_front_matter_is_read_back(front: dict[str, Any]) -> None:
    printed = print_manuscript(Manuscript({**front, "manuscript": "1"}, ()))
    as_words = (
        yaml.load(printed.split("---\n")[1], Loader=yaml.BaseLoader) if "---" not in str(front) else None
    )
    assume(as_words is not None)
    assert as_words == {**front, "manuscript": "1"}


@pytest.mark.parametrize(
    "word", ["NO", "yes", "12:30", "2020-03", "007", "1e5", "~", "null", "- a", "a: b", "# c", ""]
)
def test_words_stay_words_in_ordinary_yaml(word: str) -> None:
    front = print_manuscript(Manuscript({"title": word, "manuscript": "1"}, ())).split("---\n")[1]
    assert yaml.safe_load(front)["title"] == word


def test_front_matter_gives_way_before_it_grows_too_long_to_be_read() -> None:
    people = "".join(
        f"On 4 May 2022, Minister of Trade Anna Roe{n} met Mr. John Doe{n}.\n\n" for n in range(9)
    )
    release = normalise_text(people * 60)
    front = render_manuscript(release).split("\n---\n")[0]
    assert len(front.encode()) < ROOM
    assert read_manuscript(again(render_manuscript(release))) is not None


def test_a_long_quote_is_cut_after_a_word() -> None:
    release = seed(SEEDS[0])
    quotes = [q for e in compose(release).front["events"] if len(q := e["quote"]) > 200]  # type: ignore[attr-defined]
    assert quotes and all(len(q) < 310 for q in quotes)
    assert any(q.endswith(" …") for q in quotes)


def test_blocks_that_are_no_text_are_left_out() -> None:
    release = seed(SEEDS[0])
    only = replace(
        release, anatomy=replace(release.anatomy, blocks=tuple(b for b in release.blocks if not b.is_text))
    )
    assert (
        compose(
            replace(
                only,
                people=replace(only.people, officials=()),
                events=(),
                topics=(),
                imprint=replace(only.imprint, title=None, issued=None, place=None, issuer=None),
            )
        ).lines
        == ()
    )
