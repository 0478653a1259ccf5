"""A release's blocks as a page: what stands above the text, the text, what stands below.

Enters: an anatomy. Leaves: a `Page` that all readers of the imprint share: dates are looked for once.
Must not be known here: what any line means.

A line above the text may have been taken for something else, a short paragraph or a heading. So beside the
furniture a page has zones, which go by position alone: all that stands before the first prose, and after
the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gazette.authority import fold
from gazette.dates import find_dates
from gazette.model import Anatomy, Block, DateMention, Evidence

_MARKS = re.compile(r"[*_#>`~]+|<[^<>]{0,80}>|\\")
_LIST_MARK = re.compile(r"^\s*(?:\d{1,2}[.)]|[•·-])\s+")
_LONGEST_FURNITURE = 600
"Characters of a furniture block that are looked at; a longer one is no furniture."
_DIGIT = re.compile(r"\d")
_PROSE, _SENTENCE = 140, 50
"A paragraph of so many characters is prose; one that ends as a sentence does, of fewer."
_ENDS = (".", "。", "។", "!", "?", ".”", '."', "।")
_ZONE, _REACH = 16, 80
"A zone with more short paragraphs is text; no more than so many blocks of it are looked at."


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
    above: tuple[Block, ...]
    "All blocks before the first prose, whatever they were taken for."
    below: tuple[Block, ...]
    "All blocks after the last prose."
    dates: dict[int, tuple[DateMention, ...]]
    "By block number: of furniture, of the zones, and of the first prose."
    lines: tuple[tuple[Block, str, bool], ...]
    "(block, folded line, whether above the text) of all furniture."

    @property
    def furniture(self) -> tuple[Block, ...]:
        """All that is not text, in order."""
        return self.head + self.foot

    @property
    def prose(self) -> tuple[Block, ...]:
        """Paragraphs without those of the zones; all, where nothing else is left."""
        edges = {b.number for b in (*self.above, *self.below)}
        return tuple(b for b in self.body if b.number not in edges) or self.body


def lay_out(anatomy: Anatomy) -> Page:
    """The page of an anatomy."""
    blocks = anatomy.blocks
    body = tuple(b for b in blocks if b.part == "body")
    first = body[0].number if body else len(blocks)
    rest = [b for b in blocks if not b.is_text]
    head = tuple(b for b in rest if b.number < first)
    foot = tuple(b for b in rest if b.number > first)
    above, below = _zones(blocks, body)
    short = [b for b in (*above, *below) if b.is_text or b.part == "title"]
    dated = [b for b in rest if b.part not in ("title", "caption", "footnote", "markup")]
    prose = next((b for b in body if _is_prose(b)), body[0] if body else None)
    dates = {
        b.number: find_dates(b.text[:_LONGEST_FURNITURE])
        for b in (*dated, *short, *body[:1], *((prose,) if prose else ()))
        if _DIGIT.search(b.text)
    }
    lines = tuple(
        (block, line, block.number < first)
        for block in rest
        if block.part not in ("title", "caption", "footnote")
        for line in _lines(block)
    )
    return Page(blocks, body, head, foot, above, below, dates, lines)


def _is_prose(block: Block) -> bool:
    text = block.text
    return len(text) >= _PROSE or (len(text) >= _SENTENCE and text.rstrip().endswith(_ENDS))


def _zones(blocks: tuple[Block, ...], body: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Blocks before the first prose, and after the last; none where so much stands there that it is text."""
    prose = [b.number for b in body if _is_prose(b)]
    if not prose:
        return (), ()
    above = tuple(b for b in blocks if b.number < prose[0])[-_REACH:]
    below = tuple(b for b in blocks if b.number > prose[-1])[:_REACH]
    return (
        above if sum(b.is_text for b in above) <= _ZONE else (),
        below if sum(b.is_text for b in below) <= _ZONE else (),
    )


def _lines(block: Block) -> Iterator[str]:
    for line in block.raw[: 4 * _LONGEST_FURNITURE].split("\n"):
        folded = fold(_LIST_MARK.sub("", _MARKS.sub(" ", line)))
        if folded:
            yield folded


def raw_lines(block: Block) -> tuple[tuple[int, int], ...]:
    """Places in the text of the raw lines it was made of; one place where a repair has moved them."""
    whole = ((0, len(block.text)),)
    if "\n" not in block.raw:
        return whole
    places, end = [], 0
    for line in block.raw[: 4 * _LONGEST_FURNITURE].split("\n"):
        words = " ".join(_MARKS.sub("", line).split())
        if not words:
            continue
        start = block.text.find(words, end)
        if start < 0 or block.text[end:start].strip():
            return whole
        end = start + len(words)
        places.append((start, end))
    return tuple(places) or whole


def evidence(block: Block, start: int = 0, end: int | None = None) -> Evidence:
    """A place in a block; the whole block where no place is given."""
    stop = len(block.text) if end is None else end
    return Evidence(block.number, start, stop, block.text[start:stop])
