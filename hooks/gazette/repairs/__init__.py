"""What a block says once page breaks, hyphens, tags and spacing are mended; each repair listed.

Enters: a `Block` as `blocks` made it, or one that `anatomy` put together over page breaks.
Leaves: the block with its reading in `text`, emphasis as `Mark`s, and the list of `Repair`s.
Must not be known here: what a block is for. A rule gives edits over the raw text; where two claim the same
place, the first in `TABLE` wins. Line ends, indentation and markers of emphasis go without a repair.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from gazette.blocks import label_span
from gazette.model import Block, Mark, Repair
from gazette.repairs.edits import Edit, Rule, substitution
from gazette.repairs.emphasis import find_emphasis, place_marks
from gazette.repairs.markup import (
    AUTOLINK,
    ESCAPE,
    IMAGE,
    KRAMDOWN,
    SUPERSCRIPT,
    find_entities,
    find_footnote_marks,
    find_label,
    find_links,
    find_quote_marks,
    find_tags,
)
from gazette.repairs.words import (
    FUSED_MARK,
    FUSED_STOP,
    LINE_END,
    MIXED,
    OCR_CAPITAL,
    ZERO_WIDTH,
    find_capitals,
    find_fused_marks,
    find_hyphens,
    find_letter_spacing,
    find_line_ends,
    find_mixed_words,
    find_odd_spaces,
    find_soft_hyphens,
    find_spaces,
)

_HEADING = re.compile(r"^\s{0,3}#{1,6}[ \t]+(?=[^#\s])|(?<=[^#\s])[ \t]+#+[ \t]*$")
TABLE: tuple[Rule, ...] = (
    Rule("label", ("",), find_label),
    Rule("quotation", (">",), find_quote_marks),
    Rule("kramdown", ("{:",), substitution(KRAMDOWN, "", "markup")),
    Rule("escape", ("\\",), substitution(ESCAPE, r"\1", "escape")),
    Rule("footnote-mark", ("<sup", "<SUP"), find_footnote_marks),
    Rule("superscript", ("<sup>", "<sub>"), substitution(SUPERSCRIPT, r"\2", "superscript")),
    Rule("autolink", ("<",), substitution(AUTOLINK, r"\1", "markup")),
    Rule("tag", ("<",), find_tags),
    Rule("entity", ("&",), find_entities),
    Rule("image", ("![",), substitution(IMAGE, r"\1", "markup")),
    Rule("link", ("](",), find_links),
    Rule("soft-hyphen", ("\u00ad",), find_soft_hyphens, odd=True),
    Rule("zero-width", ("",), substitution(ZERO_WIDTH, "", "space"), odd=True),
    Rule("line-hyphen", ("-", "‐"), find_hyphens),
    Rule("letter-spacing", ("  ",), find_letter_spacing),
    Rule("line-end", ("\n",), find_line_ends),
    Rule("odd-space", ("",), find_odd_spaces, odd=True),
    Rule("space", ("  ", "\t"), find_spaces),
    Rule("fused-mark", (",", ".", ";"), find_fused_marks),
    Rule("capital", ("l",), find_capitals),
    Rule("mixed-word", tuple("0123456789"), find_mixed_words),
)
"""Rules in the order in which they claim places of the raw text."""
_SIGNS = ("*", "<", "\\", "&", "_", "[", "{", ">", "\t")
_HYPHENS = ("-", "‐", "\xad")
_ODD = re.compile("[\x0b\x0c\x1c-\x1f\x85\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]")


def _is_plain(raw: str) -> bool:
    """Whether no rule can find anything but line ends and indentation: most blocks are."""
    for sign in _SIGNS:
        if sign in raw:
            return False
    if "\n" in raw or "  " in raw:
        for line in raw.split("\n"):
            bare = line.strip(" ")
            if "  " in bare or bare[-1:] in _HYPHENS:
                return False
    return not (
        (has_odd(raw) and _ODD.search(raw))
        or (MIXED.search(raw) and any(find_mixed_words(raw)))  # "3rd" is whole
        or FUSED_MARK.search(raw)
        or FUSED_STOP.search(raw)
        or OCR_CAPITAL.search(raw)
    )


def has_odd(raw: str) -> bool:
    """Whether there may be a sign that is neither plain ASCII nor a letter of some script."""
    return not raw.isascii() or "\x0b" in raw or "\x0c" in raw or not raw.isprintable()


def mend(block: Block, breaks: tuple[int, ...] = ()) -> tuple[Block, tuple[Repair, ...]]:
    """The block as read, and what was repaired in it; total on any text.

    `breaks` are places of the line ends in `block.raw` at which a page ended inside a sentence.
    """
    if block.shape == "rule":
        return replace(block, text=" ".join(block.raw.split())), ()
    if block.shape == "table":
        return _read_table(block)
    raw = block.raw
    if not breaks and block.shape != "heading" and _is_plain(raw):
        start, end = label_span(raw) if block.label else (0, 0)
        text = " ".join((raw[:start] + raw[end:] if end else raw).split())
        return (block if text == block.text else _reading(block, text, ())), ()
    edits = _claim(raw, breaks, _HEADING if block.shape == "heading" else None)
    emphasis, marks = find_emphasis(raw, edits)
    text, repairs, places = _apply(block, sorted([*edits, *emphasis]))
    if not text:
        # Nothing but markup: it stays as it is, so that it can be seen.
        return replace(block, text=" ".join(raw.split()), label=""), ()
    return _reading(block, text, place_marks(marks, places, text) if marks else ()), repairs


def _reading(block: Block, text: str, marks: tuple[Mark, ...]) -> Block:
    """The block with what it reads; made at once, since most blocks come through here."""
    return Block(
        block.number,
        block.lines,
        block.shape,
        block.raw,
        text,
        block.part,
        block.rule,
        marks,
        block.level,
        block.label,
        block.paragraph,
        block.rows,
    )


def _claim(raw: str, breaks: tuple[int, ...], markers: re.Pattern[str] | None) -> list[Edit]:
    """Edits that do not overlap: a heading's markers and page breaks first, then the table in order."""
    claimed = bytearray(len(raw) + 1)
    edits: list[Edit] = []

    def claim(found: Iterable[Edit]) -> None:
        for edit in found:
            if edit.start < edit.end and not any(claimed[edit.start : edit.end]):
                claimed[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
                edits.append(edit)

    if markers:
        claim(Edit(match.start(), match.end(), "") for match in markers.finditer(raw))
    claim(_page_breaks(raw, breaks))
    odd = has_odd(raw) and _ODD.search(raw) is not None
    for rule in TABLE:
        if odd or not rule.odd:
            for sign in rule.signs:
                if sign in raw:
                    claim(rule.find(raw))
                    break
    return edits


def _page_breaks(raw: str, breaks: tuple[int, ...]) -> Iterator[Edit]:
    """A sentence that a page break tore: "noted with / satisfaction", "Foreign Af- / fairs"."""
    for at in breaks:
        line_end = LINE_END.search(raw, at)
        if not line_end:
            continue
        start, after = len(raw[:at].rstrip()), " "
        hyphen = next((edit for edit in find_hyphens(raw[max(0, start - 60) : line_end.end() + 60])), None)
        if hyphen and max(0, start - 60) + hyphen.start == start - 1:
            start, after = start - 1, hyphen.after
        yield Edit(start, line_end.end(), after, "page-break")


def _apply(block: Block, edits: list[Edit]) -> tuple[str, tuple[Repair, ...], tuple[list[int], list[int]]]:
    """Text, repairs with their places in it, and pairs of places (raw, text) from which both run on."""
    raw = block.raw
    out: list[str] = []
    length = 0
    listed: list[tuple[Edit, int, int]] = []
    raw_places, text_places = [0], [0]
    spaced = True  # nothing before the first word

    def add(words: str, at: int) -> tuple[int, int]:
        """Append; never a second space. Gives the place of the words in the text."""
        nonlocal length, spaced
        if spaced and words[:1].isspace():
            bare = words.lstrip()
            at += len(words) - len(bare)
            words = bare
        raw_places.append(at)
        text_places.append(length)
        start = length
        if words:
            out.append(words)
            length += len(words)
            spaced = words[-1].isspace()
        return start, length

    at = 0
    for edit in edits:
        add(raw[at : edit.start], at)
        start, end = add(edit.after, edit.start)
        raw_places.append(edit.end)
        text_places.append(end)
        if edit.kind:
            listed.append((edit, start, end))
        at = edit.end
    add(raw[at:], at)
    text = "".join(out)
    bare = text.rstrip()
    if not listed:
        return bare, (), (raw_places, text_places)
    lines = _line_numbers(block)
    repairs = tuple(
        Repair(
            kind=edit.kind,
            block=block.number,
            start=min(start, len(bare)),
            end=min(end, len(bare)),
            line=lines(edit.start),
            before=raw[edit.start : edit.end],
            after=bare[min(start, len(bare)) : min(end, len(bare))],
        )
        for edit, start, end in listed
    )
    return bare, repairs, (raw_places, text_places)


def _line_numbers(block: Block) -> Callable[[int], int]:
    """Which line of the file a place of the raw text lies on."""
    if len(block.lines) <= 1:
        return lambda place: block.line
    ends = [match.start() for match in re.finditer("\n", block.raw)]
    return lambda place: block.lines[min(bisect_right(ends, place - 1), len(block.lines) - 1)]


def _read_table(block: Block) -> tuple[Block, tuple[Repair, ...]]:
    """Cells row by row; columns that stand side by side are read one after the other, which is a repair."""
    text = " ".join(" ".join(cell for cell in row if cell) for row in block.rows)
    text = " ".join(text.split())
    plain = " ".join(block.raw.split())
    if not text or text == plain:
        return replace(block, text=plain), ()
    kind = "table" if "|" in block.raw else "columns"
    return replace(block, text=text), (Repair(kind, block.number, 0, len(text), block.line, block.raw, text),)
