"""A release's blocks as a page: what stands above the text, the text, what stands below.

Enters: an anatomy. Leaves: a `Page` that all readers of the imprint share: dates are looked for once.
Must not be known here: what any line means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gazette.authority import fold
from gazette.dates import find_dates
from gazette.model import Anatomy, Block, DateMention, Evidence

_MARKS = re.compile(r"[*_#>`~]+|<[^<>]{0,80}>|\\")
_LIST_MARK = re.compile(r"\s*(?:\d{1,2}[.)]|[•·-])\s+")
_LONGEST_FURNITURE = 600
"Characters of a furniture block that are looked at; a longer one is no furniture."


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of one release, by where they stand."""

    blocks: tuple[Block, ...]
    body: tuple[Block, ...]
    "Paragraphs of the text."
    head: tuple[Block, ...]
    "Furniture and titles before the first paragraph; all of them where there is no paragraph."
    foot: tuple[Block, ...]
    "Furniture after the first paragraph."
    dates: dict[int, tuple[DateMention, ...]]
    "By block number: of furniture, and of the first and the last few paragraphs."
    lines: tuple[tuple[Block, str, bool], ...]
    "(block, folded line, whether above the text) of all furniture."

    @property
    def furniture(self) -> tuple[Block, ...]:
        """All that is not text, in order."""
        return self.head + self.foot


def lay_out(anatomy: Anatomy) -> Page:
    """The page of an anatomy."""
    blocks = anatomy.blocks
    body = tuple(b for b in blocks if b.part == "body")
    first = body[0].number if body else len(blocks)
    rest = [b for b in blocks if not b.is_text]
    head = tuple(b for b in rest if b.number < first)
    foot = tuple(b for b in rest if b.number > first)
    dated = [b for b in rest if b.part not in ("title", "caption", "footnote", "markup")]
    dates = {b.number: find_dates(b.text[:_LONGEST_FURNITURE]) for b in dated}
    for block in body[:1]:
        dates[block.number] = find_dates(block.text[:_LONGEST_FURNITURE])
    lines = tuple(
        (block, line, block.number < first)
        for block in rest
        if block.part not in ("title", "caption", "footnote")
        for line in _lines(block)
    )
    return Page(blocks, body, head, foot, dates, lines)


def _lines(block: Block) -> Iterator[str]:
    for line in block.raw[: 4 * _LONGEST_FURNITURE].split("\n"):
        folded = fold(_LIST_MARK.sub("", _MARKS.sub(" ", line)))
        if folded:
            yield folded


def evidence(block: Block, start: int = 0, end: int | None = None) -> Evidence:
    """A place in a block; the whole block where no place is given."""
    stop = len(block.text) if end is None else end
    return Evidence(block.number, start, stop, block.text[start:stop])
