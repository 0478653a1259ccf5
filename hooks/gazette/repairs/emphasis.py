"""Markers of emphasis, balanced or not, and what they emphasise.

Enters: the raw text of a block and the edits that have claimed places in it.
Leaves: edits that take the markers off, and marks in places of the reading.
Must not be known here: any other repair.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from gazette.model import Mark
from gazette.repairs.edits import Edit
from gazette.repairs.markup import TAG

_EMPHASIS = re.compile(r"([*_])\1*")


class Span(NamedTuple):
    """A stretch of raw text that is emphasised."""

    start: int
    end: int
    kind: str


_TAG_MARKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "u": "underline", "ins": "underline"}


def find_emphasis(raw: str, edits: list[Edit]) -> tuple[list[Edit], list[Span]]:
    """Markers to take off, and what they emphasise, in places of the raw text.

    A marker with no partner is taken off where it is doubled and touches a word; a single asterisk that has
    none stays: it points to a footnote ("UNHCR*").
    """
    marks = _tag_marks(raw, edits) if "<" in raw else []
    if "*" not in raw and "_" not in raw:
        return [], marks
    taken = bytearray(len(raw))
    for edit in edits:
        taken[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
    markers: list[Edit] = []
    stacks: dict[str, list[list[int]]] = {"*": [], "_": []}
    for match in _EMPHASIS.finditer(raw):
        start, end = match.span()
        if taken[start]:
            continue
        sign, size = raw[start], end - start
        before, after = raw[start - 1 : start], raw[end : end + 1]
        opens = bool(after) and not after.isspace()
        closes = bool(before) and not before.isspace()
        if sign == "_":
            if size > 2 or (before.isalnum() and after.isalnum()):
                continue
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        if size > 6 or not (opens or closes):
            continue
        stack = stacks[sign]
        left = size
        at = start
        while closes and left and stack:
            opened = stack[-1]
            width = 2 if left >= 2 and opened[1] >= 2 else 1
            if left >= 2 and opened[1] == 1 and size == 2 and len(stack) == 1:
                width = 1
            place = opened[0] + opened[1] - width
            markers += (Edit(place, place + width, ""), Edit(at, at + width, ""))
            marks.append(Span(place + width, at, "strong" if width == 2 else "em"))
            opened[1] -= width
            left -= width
            at += width
            if not opened[1]:
                stack.pop()
        if left and opens:
            stack.append([at, left])
        elif left >= 2 or (left and left < size):
            markers.append(Edit(at, at + left, ""))
    for stack in stacks.values():
        markers += (Edit(at, at + left, "") for at, left in stack if left >= 2)
    return markers, marks


def _tag_marks(raw: str, edits: list[Edit]) -> list[Span]:
    """Emphasis of HTML elements; one that is never closed marks nothing."""
    marks: list[Span] = []
    opened: dict[str, list[int]] = {}
    for edit in edits:
        if edit.kind != "markup" or edit.after or raw[edit.start] != "<":
            continue
        tag = TAG.match(raw, edit.start)
        kind = _TAG_MARKS.get((tag[2] or "").lower()) if tag else None
        if not tag or not kind:
            continue
        if not tag[1]:
            opened.setdefault(kind, []).append(edit.end)
        elif opened.get(kind):
            marks.append(Span(opened[kind].pop(), edit.start, kind))
    return marks


def place_marks(marks: list[Span], places: tuple[list[int], list[int]], text: str) -> tuple[Mark, ...]:
    """Marks in places of the text, without white space at their ends, in order."""
    raw_places, text_places = places
    found: set[Mark] = set()

    def place(at: int) -> int:
        n = bisect_right(raw_places, at) - 1
        limit = text_places[n + 1] if n + 1 < len(text_places) else len(text)
        return min(text_places[n] + at - raw_places[n], limit)

    for start, end, kind in marks:
        first, last = place(start), min(place(end), len(text))
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            found.add(Mark(first, last, kind))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.kind)))
