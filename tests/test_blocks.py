"""Text → blocks: case files, and what holds for any text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from gazette.blocks import ends_sentence, goes_on, label_span, read_blocks
from gazette.model import Block
from support import load_cases


def shown(block: Block) -> str:
    level = f" {block.level}" if block.shape in ("heading", "item") else ""
    label = f" {block.label}" if block.label else ""
    return f"{block.shape}{level}{label} | {block.text}"


def fits(expected: str, got: str) -> bool:
    start, cut, end = expected.partition("…")
    return got.startswith(start) and got.endswith(end.strip()) if cut else got == expected


@pytest.mark.parametrize("case", list(load_cases("blocks")))
def test_case(case: Any) -> None:
    got = [shown(block) for block in read_blocks(case["text"])]
    assert len(got) == len(case["blocks"]) and all(map(fits, case["blocks"], got)), got


def test_lines_are_counted_from_the_first_line() -> None:
    blocks = read_blocks("\none\n\n\ftwo\u2028three\x0bfour\n", first_line=7)
    assert [block.lines for block in blocks] == [(8,), (10,)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("They met.", True),
        ("“They met.”", True),
        ("met H.E.", False),
        ("at 5 p.m.", False),
        ("them:", False),
        ("", False),
    ],
)
def test_ends_sentence(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("above", "below", "on"),
    [
        ("of the visit of", "Prime Minister Roe", True),
        ("the Minister,", "who spoke", True),
        ("MEETING", "AND TALKS", True),
        ("They met.", "and spoke", False),
        ("agreed on:", "ports", False),
        ("KINGDOM OF THULE", "KING AND PEOPLE", False),
    ],
)
def test_goes_on(above: str, below: str, on: bool) -> None:
    assert goes_on(above, below) is on


@given(strategies.anything, st.integers(1, 9))
def test_every_line_is_in_one_block(text: str, first_line: int) -> None:
    blocks = read_blocks(text, first_line)
    lines = text.split("\n")
    filled = [number for number, line in enumerate(lines, first_line) if line.strip()]
    assert sorted(number for block in blocks for number in block.lines) == filled
    assert [block.number for block in blocks] == list(range(len(blocks)))
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)
    for block in blocks:
        assert block.raw == "\n".join(lines[number - first_line] for number in block.lines)
        start, end = label_span(block.raw)
        assert block.label in ("", block.raw[start:end].strip())


@pytest.mark.parametrize(
    "text",
    [
        "".join(" " * (2 * depth) + "- x\n" for depth in range(1500)),
        "".join(">" * depth + " x\n" for depth in range(1500)),
        "- " * 20000 + "x",
        "> " * 20000 + "x",
        "1. " * 20000,
    ],
    ids=["lists", "quotations", "list-line", "quotation-line", "numbers-line"],
)
def test_the_parser_is_shown_little_of_deep_nesting(text: str) -> None:
    from gazette.blocks import _skeleton

    lines = text.split("\n")
    assert len(_skeleton(lines)) <= 60 * len(lines)
    assert sum(len(block.lines) for block in read_blocks(text)) == sum(bool(line.strip()) for line in lines)
