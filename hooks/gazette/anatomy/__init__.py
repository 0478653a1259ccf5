"""Names each block's part, and rejoins paragraphs torn by a page break.

Enters: a `RawRelease` and the `Authority` (issuing bodies, their names and their page furniture).
Leaves: an `Anatomy`: blocks with part and rule, body blocks numbered; repairs, problems.
Must not be known here: dates as values, people, events, pages. Blocks are labelled, never deleted.
"""

from __future__ import annotations

import re

from gazette.anatomy.dated import is_date_line
from gazette.anatomy.foot import name_foot
from gazette.anatomy.forms import is_address, is_contact
from gazette.anatomy.furniture import is_bare_number, name_furniture
from gazette.anatomy.head import kind_of, name_head
from gazette.anatomy.joins import join_torn
from gazette.anatomy.page import Page, page_of
from gazette.anatomy.piece import Piece, piece_of
from gazette.anatomy.text import name_after_labels, name_footnotes, name_text
from gazette.blocks import read_blocks
from gazette.model import Anatomy, Authority, Block, Problem, RawRelease, Repair
from gazette.repairs import mend


def read_anatomy(raw: RawRelease, authority: Authority) -> Anatomy:
    """The blocks of a raw file, each with its part; total on any text, and no word is lost.

    The running text is found first: what stands above it is the head, what stands below it the foot.
    """
    pieces = _pieces(read_blocks(raw.text, raw.first_line)) if raw.text else []
    if not pieces:
        return Anatomy(())
    page = page_of(pieces, raw, authority.bodies)
    name_furniture(page)
    name_footnotes(page)
    _find_text(page)
    name_head(page)
    name_after_labels(page)
    name_foot(page)
    for at in page.own_style:
        if pieces[at].part is None:
            pieces[at].name("navigation", "house-style")
    name_text(page)
    return _finished(raw, join_torn(pieces))


def _pieces(blocks: tuple[Block, ...]) -> list[Piece]:
    pieces: list[Piece] = []
    last = blocks[0].line - 1 if blocks else 0
    for block in blocks:
        mended, repairs = mend(block)
        piece = piece_of(mended, repairs, last)
        piece.at = len(pieces)
        pieces.append(piece)
        last = block.lines[-1]
    return pieces


def _find_text(page: Page) -> None:
    """Where the running text begins and ends; addresses beside the numbers of its pages are furniture."""
    pieces = page.pieces
    running = [
        piece.at
        for piece in pieces
        if piece.prose and piece.part is None and piece.at not in page.own_style and not is_contact(piece)
    ]
    page.begins = running[0] if running else len(pieces)
    if len(running) > 1 and _is_false_start(pieces, running[0], running[1]):
        page.begins = running[1]
        pieces[running[0]].name("navigation", "site-motto")
    page.ends = running[-1] if running else -1
    for piece in pieces[page.begins : page.ends]:
        if piece.part is not None or not piece.short or piece.prose:
            continue
        if _is_beside_page_number(pieces, piece) and is_address(piece):
            piece.name("page", "address-of-page")


def _is_false_start(pieces: list[Piece], first: int, second: int) -> bool:
    """Whether a sentence stands over the head, as the motto of a site does: the date or kind is below it.

    Near-misses: a sentence below the title; an untitled release whose first paragraph is short.
    """
    if pieces[first].words > _MOTTO or not 1 < second - first <= _HEAD:
        return False
    if any(piece.part is None and piece.short and piece.words > 3 for piece in pieces[:first]):
        return False
    between = pieces[first + 1 : second]
    return any(is_date_line(piece.text) or kind_of(piece) for piece in between if piece.short) and any(
        piece.part is None and piece.short and piece.words > 3 for piece in between
    )


_MOTTO = 16
"Words that a site's sentence about itself may have."
_HEAD = 12
"Pieces that a head below it may have."


def _is_beside_page_number(pieces: list[Piece], piece: Piece) -> bool:
    beside = pieces[piece.at - 1 : piece.at] + pieces[piece.at + 1 : piece.at + 2]
    return any(other.part == "page" or is_bare_number(other) for other in beside)


def _finished(raw: RawRelease, pieces: list[Piece]) -> Anatomy:
    """Blocks numbered in the order of their lines, body blocks counted, repairs pointing at their blocks."""
    blocks: list[Block] = []
    repairs: list[Repair] = []
    problems: list[Problem] = []
    paragraph = 0
    for piece in sorted(pieces, key=lambda piece: piece.block.lines):
        block = piece.block
        number = len(blocks)
        counted = None
        if piece.part == "body":
            paragraph += 1
            counted = paragraph
        blocks.append(
            Block(
                number=number,
                lines=block.lines,
                shape=block.shape,
                raw=block.raw,
                text=block.raw if block.text == block.raw else block.text,  # one string: it is held once
                part=piece.part or "body",
                rule=piece.rule,
                marks=block.marks,
                level=_level(piece),
                label=block.label,
                paragraph=counted,
                rows=block.rows,
            )
        )
        for repair in piece.repairs:
            repairs.append(
                repair
                if repair.block == number
                else Repair(
                    repair.kind, number, repair.start, repair.end, repair.line, repair.before, repair.after
                )
            )
        if piece.part == "unread":
            problems.append(_unreadable(raw.path, block))
    return Anatomy(tuple(blocks), tuple(repairs), tuple(problems))


def _level(piece: Piece) -> int:
    """Depth: of a heading from its marker or its look, of an item from the list."""
    if piece.part != "heading" or piece.block.shape == "heading":
        return piece.block.level
    label = piece.block.label
    if label.startswith("(") or label.count(".") > 1 or re.fullmatch(r"[a-z][.)]", label):
        return 3
    return 2


def _unreadable(path: str, block: Block) -> Problem:
    return Problem(
        path,
        block.line,
        "text-unreadable",
        "notice",
        f"the words of this line are broken and not used: {block.text[:60]!r}",
        "compare it with the source, and add a corrected reading if it matters",
    )
