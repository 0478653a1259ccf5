"""Nothing is lost: every word of a raw file is, once, in a labelled block or in a repair."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

import strategies
from gazette.anatomy import read_anatomy
from gazette.model import TEXT_PARTS, Anatomy, Authority, RawRelease
from support import SEEDS, read_text

NOBODY = Authority()


def undone(anatomy: Anatomy) -> list[tuple[str, str, str]]:
    """(raw, reading with its repairs undone, label) of each block."""
    out = []
    for block in anatomy.blocks:
        text = block.text
        for repair in reversed([r for r in anatomy.repairs if r.block == block.number]):
            assert text[repair.start : repair.start + len(repair.after)] == repair.after
            text = text[: repair.start] + repair.before + text[repair.end :]
        out.append((block.raw, text, block.label))
    return out


def bare(text: str) -> str:
    """Without white space and the markers of emphasis, quotation and heading, which are no words."""
    return "".join(text.translate(str.maketrans("", "", "*_>#")).split())


def check(raw: RawRelease) -> Anatomy:
    anatomy = read_anatomy(raw, NOBODY)
    lines = raw.text.split("\n")
    filled = [number for number, line in enumerate(lines, raw.first_line) if line.strip()]
    assert sorted(number for block in anatomy.blocks for number in block.lines) == filled
    for was, text, label in undone(anatomy):
        assert bare(text) in (bare(was), bare(was).removeprefix(bare(label))), (was, text)
    return anatomy


@given(strategies.anything)
def test_no_word_is_lost(text: str) -> None:
    raw = read_text(text.encode("utf-8", "replace").decode())
    anatomy = check(raw)
    assert [block.number for block in anatomy.blocks] == list(range(len(anatomy.blocks)))
    assert [block.line for block in anatomy.blocks] == sorted(block.line for block in anatomy.blocks)
    assert all(block.rule for block in anatomy.blocks)
    for repair in anatomy.repairs:
        block = anatomy.blocks[repair.block]
        assert block.text[repair.start : repair.end] == repair.after
        assert repair.line in block.lines
    numbers = [block.paragraph for block in anatomy.blocks if block.part == "body"]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(block.paragraph is None for block in anatomy.blocks if block.part != "body")


@given(strategies.releases)
def test_reading_twice_gives_the_same(text: str) -> None:
    raw = read_text(text)
    assert read_anatomy(raw, NOBODY) == read_anatomy(raw, NOBODY)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_no_word_of_a_seed_is_lost(path: Any) -> None:
    anatomy = check(read_text(path.read_text("utf-8"), f"seeds/{path.parent.name}/{path.name}"))
    assert sum(block.part in TEXT_PARTS for block in anatomy.blocks) >= 5


SIZE = 3000
WALLS = {
    "line": "He met Mr. Roe in May 2031,and talked. " * SIZE,
    "blank lines": "a\n" + "\n" * SIZE + "b",
    "items": "- item of a list\n" * SIZE,
    "numbers": "".join(f"{n}. item\n" for n in range(SIZE)),
    "headings": "# a\n" * SIZE,
    "torn": "and they met with\n\n" * SIZE,
    "asterisks": "*" * SIZE * 10,
    "brackets": "[" * SIZE * 10,
    "parentheses": "(" * SIZE * 10,
    "tags": "<a " * SIZE,
    "capitals": "MINISTRY OF X\n" * SIZE,
    "emphasis": "**a " * SIZE,
    "columns": "a     b     c\n" * SIZE,
    "link heads": "Related links\n" * SIZE,
    "leads": "located at:\nRoad 5\n" * SIZE,
}


@pytest.mark.parametrize("text", WALLS.values(), ids=WALLS.keys())
def test_work_grows_with_the_length_of_the_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text asks for about twice the calls, whatever stands in it."""
    import sys

    def calls(part: str) -> int:
        count = 0

        def tick(frame: object, event: str, arg: object) -> None:
            nonlocal count
            count += event == "call" or event == "c_call"

        raw = read_text(part)
        sys.setprofile(tick)
        try:
            read_anatomy(raw, NOBODY)
        finally:
            sys.setprofile(None)
        return count

    half, whole = calls(text[: len(text) // 2]), calls(text)
    assert whole <= 2.6 * half + 2000
