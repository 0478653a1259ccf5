"""What holds for the whole pipeline on any text."""

from __future__ import annotations

import json
import random
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from gazette.assemble import assemble
from gazette.corpus import gather
from gazette.exports import release_record, render_exports
from gazette.model import Authority, Corpus, Evidence, Problem, Release
from gazette.seeds import load_raw
from support import ROOT, SEEDS, authority, normalise_text

SEED_TEXTS = [path.read_text("utf-8") for path in SEEDS]


def values(value: Any) -> Any:
    """Every value inside a value, at any depth."""
    yield value
    if isinstance(value, tuple):
        for one in value:
            yield from values(one)
    elif is_dataclass(value) and not isinstance(value, Authority):
        for field in fields(value):
            yield from values(getattr(value, field.name))


def evidence_faults(release: Release) -> list[Evidence]:
    """Evidence whose quote is not the text at its place."""
    texts = [block.text for block in release.blocks]
    return [
        e
        for e in values(release)
        if isinstance(e, Evidence)
        and not (0 <= e.block < len(texts) and e.quote and texts[e.block][e.start : e.end] == e.quote)
    ]


@given(strategies.anything)
def test_any_text_is_read(text: str) -> None:
    release = normalise_text(text)
    assert isinstance(release, Release)
    json.dumps(release_record(release), default=str)


@given(strategies.anything)
def test_evidence_holds(text: str) -> None:
    assert evidence_faults(normalise_text(text)) == []


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_evidence_holds_in_the_seeds(path: Any) -> None:
    release = normalise_text(path.read_text("utf-8"), path=path.relative_to(ROOT).as_posix())
    assert evidence_faults(release) == []
    assert release.people.officials


@given(strategies.anything)
def test_every_line_is_in_one_block(text: str) -> None:
    release = normalise_text(text)
    raw = release.raw
    filled = [n for n, line in enumerate(raw.text.split("\n"), raw.first_line) if line.strip()]
    assert sorted(n for block in release.blocks for n in block.lines) == filled


@given(strategies.releases)
def test_repairs_stand_where_they_say(text: str) -> None:
    release = normalise_text(text)
    for repair in release.anatomy.repairs:
        assert release.blocks[repair.block].text[repair.start : repair.end] == repair.after


def lost_letters(release: Release) -> list[tuple[str, str]]:
    """Blocks whose raw letters are not those of the reading, repairs undone: (raw, read)."""
    lost = []
    for block in release.blocks:
        text = block.text
        for repair in sorted(
            (r for r in release.anatomy.repairs if r.block == block.number), key=lambda r: -r.start
        ):
            text = text[: repair.start] + repair.before + text[repair.end :]
        raw, read = letters(block.raw), letters(text)
        if read not in (raw, raw.removeprefix(letters(block.label))):
            lost.append((block.raw, text))
    return lost


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


@given(strategies.releases)
def test_no_word_is_lost_between_raw_and_reading(text: str) -> None:
    assert lost_letters(normalise_text(text)) == []


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_no_word_of_a_seed_is_lost(path: Any) -> None:
    release = normalise_text(path.read_text("utf-8"), path=path.relative_to(ROOT).as_posix())
    assert lost_letters(release) == []
    raw = "".join(block.raw for block in release.blocks)
    assert sorted(letters(raw)) == sorted(letters(release.raw.text))


@given(strategies.releases)
def test_paragraphs_are_counted_from_one(text: str) -> None:
    release = normalise_text(text)
    body = [b.paragraph for b in release.blocks if b.part == "body"]
    assert body == list(range(1, len(body) + 1))
    assert all(b.paragraph is None for b in release.blocks if b.part != "body")


@given(strategies.anything)
def test_no_authority_is_needed(text: str) -> None:
    assert evidence_faults(normalise_text(text, Authority())) == []


@given(strategies.releases)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert normalise_text(text) == normalise_text(text)


# --- the whole record ----------------------------------------------------------------------------


@cache
def record() -> Corpus:
    """The project's own record."""
    return assemble(ROOT)


@settings(max_examples=6)
@given(st.randoms(use_true_random=False))
def test_order_of_files_does_not_matter(chance: random.Random) -> None:
    releases = list(record().releases)
    known = record().authority
    expected = gather(releases, known)
    chance.shuffle(releases)
    shuffled = gather(releases, known)
    assert render_exports(shuffled) == render_exports(expected)
    assert shuffled.problems == expected.problems


UNRELATED = """\
REPUBLIC OF GRAUSTARK
MINISTRY OF FISHERIES

PRESS RELEASE

Minister of Fisheries Opens Trout Hatchery

On 2 February 1975, Mr. Otto Quillfeather, Minister of Fisheries of Graustark, opened a hatchery in Edelweiss.

Edelweiss, 3 February 1975
"""


def test_an_unrelated_release_changes_no_other() -> None:
    other = normalise_text(UNRELATED, path="seeds/graustark/1975-02-03-hatchery.txt")
    before, known = record(), record().authority
    after = gather([*before.releases, other], known)
    assert len(after.releases) == len(before.releases) + 1
    for release in before.releases:
        assert release_record(release, before) == release_record(
            next(r for r in after.releases if r.id == release.id), after
        )


def test_the_same_record_gives_the_same_bytes() -> None:
    assert render_exports(assemble(ROOT)) == render_exports(record())


def test_problems_point_into_their_files() -> None:
    for problem in record().problems:
        assert isinstance(problem, Problem) and problem.severity in ("error", "warning", "notice")
        assert problem.message and "\n" not in problem.message
        lines = (ROOT / problem.path).read_text("utf-8", "replace").count("\n") + 1
        assert 0 <= problem.line <= lines


def test_a_file_given_from_outside_is_the_accession_it_is(tmp_path: Any) -> None:
    copy = tmp_path / "received.txt"
    copy.write_bytes(SEEDS[0].read_bytes())
    raw = load_raw(copy, ROOT)
    accession = next(a for a in authority().accessions.values() if a.sha256 == raw.sha256)
    assert accession.seed == SEEDS[0].relative_to(ROOT / "seeds").as_posix()
