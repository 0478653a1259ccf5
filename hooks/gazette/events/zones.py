"""Which blocks of a release are its prose, and which are lines above or below it.

Enters: blocks with their parts. Leaves: `Zones`. A line that anatomy
leaves in the body ("Treaty Room", "Date 2025-11-20") is here kept from being taken for a sentence.
Must not be known here: dates, events.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gazette.model import Block

FEWEST_WORDS = 8
"""A line of fewer words is no sentence, unless it ends like one and has half as many."""

_CLOSING = '"”’»)] '
_ENDS = frozenset(".!?:;…。！？")
_SENTENCE_INSIDE = re.compile(r"[.!?]\s+[A-Z“\"]|[。！？]")


@dataclass(frozen=True, slots=True)
class Zones:
    """A release from top to bottom."""

    head: tuple[Block, ...]
    "Title, datelines, and whatever else stands above the prose."
    prose: tuple[Block, ...]
    "From the first sentence to the last."
    foot: tuple[Block, ...]
    "Below it: sign-off, footnotes, further lines."


def is_prose(block: Block) -> bool:
    """Whether a body block is made of sentences. Items and quotations always are; a table never is.

    "The Minister met Mr Tan in Suva today." is; "Treaty Room", "Corresponding to 30 October 2024" are not.
    """
    if block.part != "body" or block.shape == "table":
        return False
    if block.shape in ("item", "quote"):
        return True
    words = block.text.count(" ") + 1
    ends = block.text.rstrip(_CLOSING)[-1:] in _ENDS or _SENTENCE_INSIDE.search(block.text[:600])
    if not ends:
        return words >= 4 * FEWEST_WORDS
    return 2 * words >= FEWEST_WORDS or not block.text.isascii()


def divide(blocks: Sequence[Block]) -> Zones:
    """The zones of a release; without any sentence, all body blocks are taken for prose."""
    places = [n for n, block in enumerate(blocks) if is_prose(block)]
    if not places:
        places = [n for n, block in enumerate(blocks) if block.part == "body"]
    if not places:
        return Zones(tuple(blocks), (), ())
    first, last = places[0], places[-1] + 1
    prose = tuple(b for b in blocks[first:last] if b.part == "body" and b.shape != "table")
    return Zones(tuple(blocks[:first]), prose, tuple(blocks[last:]))
