"""What a block says once it is mended: case files, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from gazette.blocks import read_blocks
from gazette.model import Block
from gazette.repairs import TABLE, mend
from support import load_cases


def block_of(raw: str) -> Block:
    return Block(3, tuple(range(10, 11 + raw.count("\n"))), "paragraph", raw, raw)


@pytest.mark.parametrize("case", list(load_cases("repairs")))
def test_case(case: Any) -> None:
    block, repairs = mend(block_of(case["text"]), tuple(case.get("breaks", ())))
    assert block.text == case["reads"]
    assert [f"{r.kind}: {r.before} → {r.after}" for r in repairs] == case.get("repairs", [])
    if "marks" in case:
        assert [f"{m.kind}: {block.text[m.start : m.end]}" for m in block.marks] == case["marks"]


def test_a_repair_says_where_it_is() -> None:
    block, (first, second) = mend(block_of("One line.\nThe 2<sup>nd</sup> line,\nthe 3<sup>rd</sup>."))
    assert (first.block, first.line, second.line) == (3, 11, 12)
    assert block.text[second.start : second.end] == "rd"


def test_the_first_rule_of_the_table_wins() -> None:
    names = [rule.name for rule in TABLE]
    assert names.index("escape") < names.index("tag") and names.index("superscript") < names.index("tag")
    block, repairs = mend(block_of(r"\<b> stays"))
    assert block.text == "<b> stays" and [r.kind for r in repairs] == ["escape"]


def test_columns_are_read_one_after_the_other() -> None:
    raw = "For the Kingdom          For the Republic\nof Thule                 of Ruritania"
    (block,) = read_blocks(raw)
    mended, (repair,) = mend(block)
    assert mended.text == "For the Kingdom of Thule For the Republic of Ruritania"
    assert mended.rows == (("For the Kingdom", "of Thule"), ("For the Republic", "of Ruritania"))
    assert (repair.kind, repair.before) == ("columns", raw)


raws = st.one_of(strategies.anything, st.lists(strategies.lines, max_size=4).map("\n".join))


@given(raws, st.lists(st.integers(0, 300), max_size=3))
def test_any_text_is_mended(raw: str, breaks: list[int]) -> None:
    block, repairs = mend(block_of(raw), tuple(at for at in breaks if raw[at : at + 1] == "\n"))
    assert "\n" not in block.text and block.text == block.text.strip()
    for repair in repairs:
        assert block.text[repair.start : repair.end] == repair.after
    for mark in block.marks:
        assert 0 <= mark.start < mark.end <= len(block.text)
        assert block.text[mark.start : mark.end].strip()


@given(raws)
def test_repairs_come_in_order_and_apart(raw: str) -> None:
    _, repairs = mend(block_of(raw))
    places = [(r.start, r.end) for r in repairs]
    assert places == sorted(places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))


@given(raws)
def test_what_was_mended_reads_the_same_words_undone(raw: str) -> None:
    block, repairs = mend(block_of(raw))
    text = block.text
    for repair in reversed(repairs):
        text = text[: repair.start] + repair.before + text[repair.end :]
    bare = str.maketrans("", "", "*_>")
    label, read, was = ("".join(s.translate(bare).split()) for s in (block.label, text, raw))
    assert read in (was, was.removeprefix(label)) or was.endswith(read)
