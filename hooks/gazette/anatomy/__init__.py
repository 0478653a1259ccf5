"""Names each block's part, and rejoins paragraphs torn by a page break.

Enters: a `RawRelease` and the `Authority` (issuing bodies, their names and their page furniture).
Leaves: an `Anatomy`: blocks with part and rule, body blocks numbered; repairs, problems.
Must not be known here: dates as values, people, events, pages. Blocks are labelled, never deleted.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from gazette.anatomy.furniture import LONG_TABLE, TABLE, Page, running_key
from gazette.anatomy.head import name_head
from gazette.anatomy.joins import join_torn
from gazette.anatomy.piece import Piece, folded, piece_of
from gazette.anatomy.text import name_text
from gazette.blocks import read_blocks
from gazette.model import Anatomy, Authority, Block, BodyRecord, Problem, RawRelease, Repair
from gazette.repairs import mend

_CRUMB = re.compile(r"\s*(?:>|»|›|→)\s*")
_NOTE_MARK = re.compile(r"[^\W\d_]\*(?=[\s,.;:)])")
_FRAME_START = re.compile(r"\s*<(style|script|div class=\"image|figure|picture)\b", re.IGNORECASE)
_TEXT_LINE = re.compile(r"<(?:i|em|figcaption|p|span)\b[^<>]*>\s*\w", re.IGNORECASE)


def read_anatomy(raw: RawRelease, authority: Authority) -> Anatomy:
    """The blocks of a raw file, each with its part; total on any text, and no word is lost."""
    if not raw.text:
        return Anatomy(())
    pieces = _pieces(read_blocks(raw.text, raw.first_line))
    if not pieces:
        return Anatomy(())
    page = _page(pieces, raw, authority)
    page.text_begins = next((piece.block.line for piece in pieces if piece.prose), 0)
    for piece in pieces:
        for rule in TABLE if piece.short else LONG_TABLE:
            if rule.test(piece, page):
                piece.name(rule.part, rule.name)
                break
    end = next((at for at, piece in enumerate(pieces) if piece.part is None and piece.prose), len(pieces))
    name_head(page, end)
    name_text(page, end)
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


def _page(pieces: list[Piece], raw: RawRelease, authority: Authority) -> Page:
    """What the rules need to know of the page as a whole."""
    page = Page(pieces)
    page.house_style, page.bodies = _known_lines(tuple(authority.bodies.values()))
    labels, crumbs = set(), set()
    for piece in pieces:
        low = piece.low
        if not low:
            continue
        if low.startswith("back to "):
            labels.add(low.removeprefix("back to ").strip(" .:"))
        if any(sign in low for sign in ">»›→"):
            crumbs.update(_CRUMB.split(low)[:-1])
    page.labels, page.crumbs = frozenset(labels), frozenset(crumbs)
    if "<" in raw.text:
        page.markup_lines, page.caption_lines = _frames(pieces)
    if raw.text.startswith("---") and any(p.code.startswith("front-matter") for p in raw.problems):
        page.markup_lines |= _broken_front_matter(raw)
    page.asterisks = "*" in raw.text and any(
        _NOTE_MARK.search(piece.text) for piece in pieces if "*" in piece.text
    )
    counts = Counter(running_key(piece.low) for piece in pieces if piece.low and not piece.ended)
    page.repeated = frozenset(key for key, n in counts.items() if n > 1 and len(key) > 3)
    return page


@lru_cache(maxsize=8)
def _known_lines(bodies: tuple[BodyRecord, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Folded lines of house style, and folded names of bodies; the same for every release of a build."""
    style = frozenset(folded(line) for body in bodies for line in body.house_style)
    names = frozenset(folded(name) for body in bodies for name in (body.name, *body.variants))
    return style, names


def _frames(pieces: list[Piece]) -> tuple[frozenset[int], frozenset[int]]:
    """Lines inside style sheets, scripts and frames of images; captions among them."""
    markup: set[int] = set()
    captions: set[int] = set()
    closing = ""
    for piece in pieces:
        raw = piece.block.raw
        if not closing:
            start = _FRAME_START.match(raw)
            if not start:
                continue
            closing = f"</{start[1].split(' ')[0].lower()}"
        if _TEXT_LINE.search(raw) and closing not in ("</style", "</script"):
            captions.add(piece.block.line)
        else:
            markup.add(piece.block.line)
        if closing in raw.lower():
            closing = ""
    if closing:
        return frozenset(), frozenset()  # never closed: nothing may swallow the rest of a file
    return frozenset(markup), frozenset(captions)


def _broken_front_matter(raw: RawRelease) -> frozenset[int]:
    """Lines of front matter that could not be read: to its closing line, or to the first blank one."""
    lines = raw.text.split("\n")
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        end = next((at - 1 for at, line in enumerate(lines) if not line.strip()), len(lines) - 1)
    return frozenset(range(raw.first_line, raw.first_line + end + 1))


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
                text=block.text,
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
