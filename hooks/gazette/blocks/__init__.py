"""Text → blocks of whole lines, each non-blank line in exactly one block.

Enters: the text of a raw file. Leaves: `Block`s in the order of their lines, with shape, depth and marker;
their `text` is only the lines put together (`repairs` mends it), their part is not yet known.
Must not be known here: what a line means. markdown-it-py finds headings, lists, quotations, rules and tables;
where paragraphs inside a Markdown paragraph end is read from width, indentation, markers, ends of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from gazette.blocks.layout import (
    Width,
    are_columns,
    columns,
    continues,
    ends_sentence,
    goes_on,
    is_blank,
    is_led_list,
    label_span,
    may_begin_item,
    open_marks,
    standing_alone,
    wrap_width,
)
from gazette.model import Block, Shape

__all__ = ["ends_sentence", "goes_on", "label_span", "read_blocks"]

# `code`, `lheading`, `html_block`, `reference` and `fence` each eat or disfigure lines of a press release.
_PARSER = MarkdownIt("commonmark").enable("table")
_PARSER.disable(["code", "fence", "lheading", "html_block", "reference"])
_RULE_ONLY = re.compile(r"[-*_ \t]+")
_MARKED = re.compile(r"[-*+](?:\s|$)|[>|]|#{1,6}(?:\s|$)|[-*_ \t]{3,}x?$|:?-")
"How a line begins that Markdown may take for more than a paragraph; a rule may go on beyond what is shown."
_BREAK = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_BREAK_SIGNS = ("-", "*", "_")
_INDENT_SHOWN = 40
_SHOWN = 16


class _Leaf(NamedTuple):
    """A stretch of lines that Markdown takes as one: first and last line + 1, shape, depth."""

    start: int
    end: int
    shape: Shape
    level: int


def read_blocks(text: str, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a text whose first line has the number `first_line` in its file; total on any text."""
    lines = text.split("\n")
    width = wrap_width(lines)
    alone = standing_alone(lines)
    blocks: list[Block] = []
    last = ""
    for leaf in _leaves(lines):
        numbers = [at for at in range(leaf.start, leaf.end) if not is_blank(lines[at])]
        if not numbers:
            continue
        if len(numbers) > 1 and is_led_list(last, [lines[at] for at in numbers], width):
            found: Iterable[tuple[Shape, int, list[int]]] = (("item", 0, [at]) for at in numbers)
        else:
            found = _pieces(leaf, numbers, lines, width, alone)
        last = lines[numbers[-1]]
        for shape, level, piece in found:
            blocks.append(_block(len(blocks), shape, level, piece, lines, first_line))
    return tuple(blocks)


def _skeleton(lines: Sequence[str]) -> str:
    """The beginnings of the lines: all that block structure rests on, and short whatever the text is.

    The parser looks at every character of its input and at every level of nesting; cut lines keep it linear.
    '' where no line begins as Markdown's blocks do: then all is paragraphs, and nobody need be asked.
    """
    shown = []
    marked = False
    for line in lines:
        bare = line.strip()
        if not bare:
            shown.append("")
            continue
        start = bare[:_SHOWN]
        if len(bare) > _SHOWN:
            if "|" in bare:
                start = bare[:400]
            elif _RULE_ONLY.fullmatch(start) and not _RULE_ONLY.fullmatch(bare):
                start += "x"  # a rule with words after it is no rule
        if start[0].isdigit():
            if label_span(start) == (0, 0):
                start = "x" + start
            elif line[0].isspace():
                marked = True  # it may be an item of an item
        elif not start[0].isalpha():
            marked = marked or (bool(_MARKED.match(start)) and not _BREAK.match(line))
        shown.append(" " * min(len(line) - len(line.lstrip()), _INDENT_SHOWN) + start)
    return "\n".join(shown) if marked else ""


def _leaves(lines: Sequence[str]) -> Iterator[_Leaf]:
    """Stretches in order; lines that the parser leaves out are paragraphs."""
    tokens: list[Token] = []
    skeleton = _skeleton(lines)
    if skeleton:
        _PARSER.block.parse(skeleton, _PARSER, {}, tokens)
    at, depth, quotes, item, table_end = 0, 0, 0, -1, 0
    for token in tokens:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif kind == "blockquote_open":
            quotes += 1
        elif kind == "blockquote_close":
            quotes -= 1
        if token.map is None:
            continue
        start, end = token.map
        if kind == "list_item_open":
            item = start
        if start < table_end:
            continue
        level, shape = max(depth - 1, 0), None
        if kind == "paragraph_open":
            shape = "item" if start == item else "quote" if quotes else "paragraph"
        elif kind == "heading_open":
            shape, level = "heading", int(token.tag[1])
        elif kind == "hr":
            shape = "rule"
        elif kind == "table_open":
            shape, table_end = "table", end
        if shape is None or start < at:
            continue
        yield from _left_over(lines, at, start)
        yield _Leaf(start, end, shape, level)  # type: ignore[arg-type]
        at = end
    yield from _left_over(lines, at, len(lines))


def _left_over(lines: Sequence[str], start: int, end: int) -> Iterator[_Leaf]:
    """Lines without a token, as paragraphs between blank lines and rules."""
    first = start
    for at in range(start, end):
        if is_blank(lines[at]):
            if first < at:
                yield _Leaf(first, at, "paragraph", 0)
            first = at + 1
        elif lines[at].lstrip()[:1] in _BREAK_SIGNS and _BREAK.match(lines[at]):
            if first < at:
                yield _Leaf(first, at, "paragraph", 0)
            yield _Leaf(at, at + 1, "rule", 0)
            first = at + 1
    if first < end:
        yield _Leaf(first, end, "paragraph", 0)


def _pieces(
    leaf: _Leaf, numbers: list[int], lines: Sequence[str], width: Width, alone: frozenset[int]
) -> Iterator[tuple[Shape, int, list[int]]]:
    """The paragraphs, items and columns of one Markdown paragraph."""
    if leaf.shape in ("heading", "rule", "table"):
        yield leaf.shape, leaf.level, numbers
        return
    if len(numbers) > 1 and are_columns([lines[at] for at in numbers]):
        yield "table", 0, numbers
        return
    shape, level = leaf.shape, leaf.level
    piece = [numbers[0]]
    if shape == "paragraph" and label_span(lines[numbers[0]]) != (0, 0):
        shape = "item"
    marks_open = open_marks(lines[numbers[0]], False)
    for at in numbers[1:]:
        above, line = lines[piece[-1]], lines[at]
        is_item = label_span(line) != (0, 0) and may_begin_item(above, line)
        joined = (
            not is_item
            and at not in alone
            and piece[-1] not in alone
            and (marks_open or continues(above, line, width))
        )
        if joined:
            piece.append(at)
            marks_open = open_marks(line, marks_open)
            continue
        yield shape, level, piece
        piece = [at]
        marks_open = open_marks(line, False)
        shape = "item" if is_item else "quote" if leaf.shape == "quote" else "paragraph"
    yield shape, level, piece


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _block(
    number: int, shape: Shape, level: int, piece: list[int], lines: Sequence[str], first_line: int
) -> Block:
    group = [lines[at] for at in piece]
    raw = "\n".join(group)
    rows: tuple[tuple[str, ...], ...] = ()
    label = ""
    if shape == "table":
        if any("|" in line for line in group):
            rows = tuple(_cells(line) for line in group if not re.fullmatch(r"[-:| \t]+", line))
        else:
            rows = columns(group)
    elif shape != "rule":
        start, end = label_span(raw)
        label = raw[start:end].strip()
    return Block(
        number=number,
        lines=tuple(at + first_line for at in piece),
        shape=shape,
        raw=raw,
        text=" ".join(raw.split()),
        level=level,
        label=label,
        rows=rows,
    )
