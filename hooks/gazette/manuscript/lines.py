"""Blocks as lines of Markdown, and back.

Enters: `Line`s, whose words are free of markup; or the text of a manuscript. Leaves: the other of the two.
Raw words never become markup: whatever Markdown could take for a mark is escaped, one block on one line.
Reading is the opposite of printing and no reader of Markdown at large: `blocks` is that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gazette.model import Mark, Shape


@dataclass(frozen=True, slots=True)
class Line:
    """One block as a line of Markdown (a table: several), with its words free of markup."""

    shape: Shape
    text: str
    marks: tuple[Mark, ...] = ()
    level: int = 0
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def one_line(text: str) -> str:
    """Words on one line, without spaces at its ends."""
    return " ".join(text.split("\n")).strip(" \t")


# --- printing ---------------------------------------------------------------------------------------

INLINE = re.compile(r"[\\`*\[{~]|(?<![^\W_])_|_(?![^\W_])|<|&(?=#?\w+;)")
LINE_START = re.compile(r"[#>|]|[+-](?=[\s+-]|$)|:(?=[\s:]|$)|!!!|\?\?\?|===|///|(\d{1,9})([.)])(?=\s|$)")
LIST_LABEL = re.compile(r"[-*+•◦▪‣–—·●○■]|\d{1,9}[.)]")
ENTITIES = {"<": "&lt;", "&": "&amp;"}


def escape(words: str) -> str:
    r"""Words as Markdown that renders as these words, wherever they stand in a line.

    >>> escape("3*4 <b> AT&T; R&D x"), escape("well_known _so_")
    ('3\\*4 &lt;b> AT&amp;T; R&D x', 'well_known \\_so\\_')
    """
    return INLINE.sub(lambda found: ENTITIES.get(found[0]) or f"\\{found[0]}", words)


def guard(markdown: str) -> str:
    r"""Escaped words at the start of a line, with what only means something there escaped too.

    >>> guard("2024. It began"), guard("2024 began"), guard("- so")
    ('2024\\. It began', '2024 began', '\\- so')
    """
    found = LINE_START.match(markdown)
    if found is None:
        return markdown
    at = found.start(2) if found[2] else 0
    return f"{markdown[:at]}\\{markdown[at:]}"


def _is_list_label(label: str) -> bool:
    """Whether Markdown itself has a list for the marker of an item; "(a)" is kept as words."""
    return LIST_LABEL.fullmatch(label) is not None


def print_lines(lines: Sequence[Line]) -> list[str]:
    """Each block as Markdown; an item is never more than one step deeper than the one before."""
    printed = []
    depth = -1
    for line in lines:
        depth = min(line.level, depth + 1) if line.shape == "item" and _is_list_label(line.label) else -1
        printed.append(_print_line(line, depth))
    return printed


def _print_line(line: Line, depth: int) -> str:
    words = _emphasised(line)
    if line.shape == "table" and line.rows and line.rows[0]:
        return _print_table(line.rows)
    if line.shape == "item" and depth >= 0:
        marker = line.label if line.label[:1].isdigit() else "-"
        return f"{'    ' * depth}{marker} {guard(words)}"
    if line.label and not line.text.startswith(line.label):
        words = f"{escape(line.label)} {words}"
    if line.shape == "heading":
        return print_heading(min(max(line.level, 1) + 1, 6), words)
    return f"> {guard(words)}" if line.shape == "quote" else guard(words)


def _emphasised(line: Line) -> str:
    """The words with strong and em, where Markdown would read the marks as such."""
    text, parts, done = line.text, [], 0
    for mark in sorted(line.marks, key=lambda m: (m.start, -m.end)):
        sign = {"strong": "**", "em": "*"}.get(mark.kind)
        inside = text[mark.start : mark.end]
        apart = mark.start > done or done == 0
        if not sign or not apart or not inside or not (inside[0].isalnum() and inside[-1].isalnum()):
            continue
        parts += [escape(text[done : mark.start]), sign, escape(inside), sign]
        done = mark.end
    return "".join(parts) + escape(text[done:])


def print_heading(depth: int, words: str) -> str:
    """A heading of escaped words; a number sign at their end would be taken for the close of it."""
    end = "\\#" if words.endswith("#") else words[-1:]
    return f"{'#' * depth} {words[:-1]}{end}"


def _print_table(rows: Sequence[Sequence[str]]) -> str:
    width = max(len(row) for row in rows)
    printed = [
        "| " + " | ".join(_cell(row[at] if at < len(row) else "") for at in range(width)) + " |"
        for row in rows
    ]
    return "\n".join([printed[0], "|" + " --- |" * width, *printed[1:]])


def _cell(words: str) -> str:
    return escape(one_line(words)).replace("|", "\\|")


# --- reading ----------------------------------------------------------------------------------------

HEADING = re.compile(r"(#{1,6}) (.*)")
ITEM = re.compile(r"((?:    )*)(-|\d{1,9}[.)]) (.*)")
TOKEN = re.compile(r"\\([!-/:-@\[-`{-~])|&(lt|amp);|(\*\*?)")
CELL_END = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def read_lines(text: str) -> tuple[Line, ...]:
    """The blocks of a manuscript's text, without its title."""
    lines: list[Line] = []
    rows: list[tuple[str, ...]] = []
    titled = False
    for written in (*text.split("\n"), ""):
        if written.startswith("|") and written.endswith("|") and len(written) > 1:
            rows.append(_cells(written))
            continue
        if rows:
            lines.append(Line("table", "", rows=tuple(rows[:1] + rows[2:])))
            rows = []
        if not titled and not lines and written.startswith("# "):
            titled = True  # It is printed again from the front matter.
        elif written.strip(" \t"):
            lines.append(_read_line(written))
    return tuple(lines)


def _read_line(written: str) -> Line:
    if found := HEADING.fullmatch(written):
        return Line("heading", *_read_words(found[2]), level=len(found[1]) - 1)
    if found := ITEM.fullmatch(written):
        label = found[2] if found[2] != "-" else "•"
        return Line("item", *_read_words(found[3]), level=len(found[1]) // 4, label=label)
    if written.startswith("> "):
        return Line("quote", *_read_words(written[2:]))
    return Line("paragraph", *_read_words(written.strip(" \t")))


def _read_words(written: str) -> tuple[str, tuple[Mark, ...]]:
    """Words and marks out of one line: the opposite of `escape` and `_emphasised`."""
    parts: list[str] = []
    signs: list[tuple[int, str]] = []
    size = done = 0
    for found in TOKEN.finditer(written):
        plain = written[done : found.start()]
        plain += found[1] or {"lt": "<", "amp": "&"}.get(found[2] or "", "")
        parts.append(plain)
        size += len(plain)
        done = found.end()
        if found[3]:
            signs.append((size, found[3]))
    parts.append(written[done:])
    pairs = list(pairwise(signs))[::2]
    marks = (Mark(start, end, "strong" if sign == "**" else "em") for (start, sign), (end, _) in pairs)
    return "".join(parts), tuple(marks)


def _cells(written: str) -> tuple[str, ...]:
    """Cells of a row: between bars that no backslash escapes."""
    cells, done = [], 1
    for found in CELL_END.finditer(written, 1):
        cells.append(written[done : found.end() - 1].strip(" "))
        done = found.end()
    return tuple(_read_words(cell)[0] for cell in cells)
