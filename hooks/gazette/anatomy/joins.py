"""What was torn is put together: sentences over a page break, lines of one title, lines of one address.

Enters: pieces with their parts. Leaves: fewer pieces; a joined one has the lines of all that it was made of.
Must not be known here: how parts are found. Page numbers and headers between stay pieces of their own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from gazette.anatomy.forms import is_particular
from gazette.anatomy.piece import Piece, piece_of, script
from gazette.blocks import goes_on
from gazette.repairs import mend
from gazette.vocabulary.layout import ADDRESS_LEADS

_BETWEEN = frozenset({"page", "rule", "caption", "footnote", "unread", "address"})
_CLOSED = re.compile(r"""[.!?:;。！？។…][\])"'”’»*]*$|[”"」』]$""")
_HYPHEN_END = re.compile(r"[^\W\d_](?:-|‐|\u00ad)$")


def join_torn(pieces: list[Piece]) -> list[Piece]:
    """Pieces with torn paragraphs, titles and addresses joined, in the order of their first lines."""
    out: list[Piece] = []
    chain: list[Piece] = []
    "The last paragraph or title, and what it goes on with."
    between: list[Piece] = []
    paged = False
    for at, piece in enumerate(pieces):
        if chain and paged and _is_running_once(chain[-1], piece, pieces[at + 1 : at + 2]):
            piece.name("page", "running-line-once")
        if piece.part in _BETWEEN and chain:
            paged = paged or piece.part == "page"
            between.append(piece)
        elif chain and _is_torn(chain[-1], piece, paged):
            chain.append(piece)
            paged = False
        else:
            if chain:
                out.append(_joined(chain))
            out += between
            between, paged = [], False
            chain = [piece] if piece.part in ("body", "title") else []
            if not chain:
                out.append(piece)
    if chain:
        out.append(_joined(chain))
    return _with_addresses(out + between)


def _is_running_once(above: Piece, piece: Piece, below: list[Piece]) -> bool:
    """A header that comes only once: a short line under a page number, in a sentence that goes on below."""
    return (
        above.part == "body"
        and piece.part in ("body", "heading")
        and piece.short
        and piece.words <= 10
        and not piece.ended
        and not piece.block.label
        and not piece.text[:1].islower()
        and not _CLOSED.search(above.text[-12:])
        and bool(below)
        and below[0].part == "body"
        and below[0].text[:1].islower()
    )


def _is_torn(above: Piece, below: Piece, paged: bool) -> bool:
    """Whether `below` is the rest of `above`.

    Near-misses: a paragraph without a full stop before a heading, list or table; an item before its sister.
    """
    if above.part == "title":
        return below.part == "title" and script(above.text) == script(below.text) and not paged
    if below.part != "body" or above.part != "body":
        return False
    shapes = (above.block.shape, below.block.shape)
    if "table" in shapes or below.block.label or below.block.shape == "item" or below.bold:
        return False
    text = above.text
    if _CLOSED.search(text[-12:]):
        return False
    if _HYPHEN_END.search(text[-4:]) and below.text[:1].islower():
        return True
    start = below.text.lstrip("\"'“‘(")[:1]
    if not start:
        return False
    if start.islower():
        return above.words > 3 or above.block.shape == "paragraph"
    if goes_on(text, below.text):
        return above.words > 6 and (paged or below.gap > 1 or below.prose or below.words > 6)
    far = paged or below.gap >= 3 or "\f" in below.block.raw or "\f" in above.block.raw
    return far and not above.short and (below.prose or not below.short)


def _joined(chain: list[Piece]) -> Piece:
    """One piece of all in a chain; where each ended a page break is noted for the repairs."""
    first = chain[0]
    if len(chain) == 1:
        return first
    breaks, length = [], 0
    for piece in chain[:-1]:
        length += len(piece.block.raw)
        breaks.append(length)
        length += 1
    joined = _of_lines(chain, tuple(breaks) if first.part == "body" else ())
    rule = "torn" if first.rule == "text" else first.rule
    joined.name(first.part or "body", rule)
    return joined


def _of_lines(pieces: list[Piece], breaks: tuple[int, ...]) -> Piece:
    """A piece with the lines of several, mended as one."""
    first = pieces[0]
    block = replace(
        first.block,
        raw="\n".join(piece.block.raw for piece in pieces),
        lines=tuple(number for piece in pieces for number in piece.block.lines),
    )
    mended, repairs = mend(block, breaks)
    joined = piece_of(mended, repairs, 0)
    joined.gap = first.gap
    return joined


def _with_addresses(pieces: list[Piece]) -> list[Piece]:
    """The short lines of an address that a sentence leads to are one paragraph."""
    out: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        out.append(piece)
        at += 1
        if piece.part != "body" or not piece.text.rstrip().lower().endswith(ADDRESS_LEADS):
            continue
        end = at
        while end < len(pieces) and _is_address_line(pieces[end]):
            end += 1
        if end - at >= 3 and any(any(c.isdigit() for c in line.text) for line in pieces[at:end]):
            address = _of_lines(pieces[at:end], ())
            address.name("body", "address-in-text")
            out.append(address)
            at = end
    return out


def _is_address_line(piece: Piece) -> bool:
    return (
        piece.part in ("body", "heading")
        and piece.words <= 8
        and not piece.ended
        and not piece.block.label
        and not is_particular(piece)
    )
