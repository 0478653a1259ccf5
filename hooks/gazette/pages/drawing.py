"""Timelines as SVG, drawn when the site is built: rows with marks on a common scale of time.

Enters: `Row`s whose places are shares (0 to 1) of the scale, and the words of its ticks.
Leaves: one `svg` element with title and description. It carries links, hence no role that would hide
them; the caller puts a table behind it. Places are given in percent, so that letters keep their size on
every screen. Colours come from the style sheet.
Must not be known here: events, offices, dates in words.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from gazette.model import When
from gazette.pages.markup import Html, element, join

Kind = Literal["held", "planned", "redated", "span", "editor"]
"""What a mark stands for: something that took place, is planned, was dated so too; a stretch of time."""

ROW = 28
"Height of a row in pixels; a link in it is large enough to be hit."

HEAD = 20
LONGEST_LABEL = 36
"Letters that a label may have on the narrowest screen."


@dataclass(frozen=True, slots=True)
class Place:
    """One mark: from start to end on the scale; equal for a point in time."""

    start: float
    end: float
    kind: Kind
    title: str
    weight: float = 1.0
    "How strong it is drawn; below 1 where a mark stands for few of many."


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its label, where it leads, its marks, and what stands at its end."""

    label: str
    href: str
    places: Sequence[Place]
    note: str = ""


def draw(
    name: str,
    title: str,
    description: str,
    ticks: Sequence[tuple[float, str]],
    rows: Sequence[Row],
    wide_labels: bool = False,
) -> Html:
    """The drawing; labels stand before their row, or above it where they are wide."""
    left, right = (0.0, 100.0) if wide_labels else (13.0, 91.0)
    height = ROW + 18 if wide_labels else ROW
    total = HEAD + height * len(rows) + 4
    parts = [
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-desc"),
        *(tick(place, words, left, right, total) for place, words in ticks),
        *(draw_row(row, HEAD + height * n, height, left, right, wide_labels) for n, row in enumerate(rows)),
    ]
    return element(
        "svg",
        *parts,
        class_="drawing",
        width="100%",
        height=total,
        role="group",
        aria_labelledby=f"{name}-title {name}-desc",
    )


def along(place: float, left: float, right: float) -> str:
    """A place on the scale as a share of the whole width."""
    return f"{left + min(max(place, 0.0), 1.0) * (right - left):.2f}%"


def tick(place: float, words: str, left: float, right: float, total: int) -> Html:
    """A thin line through all rows with its words at the top."""
    x = along(place, left, right)
    anchor = "end" if place > 0.93 else "start"
    return join(
        [
            element("line", x1=x, x2=x, y1=HEAD - 4, y2=total, class_="tick"),
            element("text", words, x=x, y=HEAD - 8, text_anchor=anchor, class_="scale", aria_hidden="true"),
        ]
    )


def draw_row(row: Row, top: int, height: int, left: float, right: float, wide: bool) -> Html:
    """One row: all of it but its marks is a link."""
    middle = top + height - ROW // 2
    label = row.label if len(row.label) <= LONGEST_LABEL else row.label[: LONGEST_LABEL - 1].rstrip() + "…"
    linked = element(
        "a",
        element("rect", x=0, y=top, width="100%", height=height, class_="ground"),
        element("text", label, x=0, y=top + 16 if wide else middle + 5, class_="label"),
        href=row.href,
    )
    start, end = along(0, left, right), along(1, left, right)
    note = (
        element("text", row.note, x="100%", y=top + 16 if wide else middle + 5, text_anchor="end")
        if row.note
        else ""
    )
    return join(
        [
            linked,
            element("line", x1=start, x2=end, y1=middle, y2=middle, class_="track"),
            *(draw_place(place, middle, left, right) for place in row.places),
            note,
        ]
    )


def draw_place(place: Place, middle: int, left: float, right: float) -> Html:
    """A point as a dot, a stretch as a bar; its words appear when a pointer rests on it."""
    start, end = along(place.start, left, right), along(place.end, left, right)
    title = element("title", place.title)
    faint = f"{place.weight:.2f}" if place.weight < 1 else None
    if place.kind == "span":
        return element("line", title, x1=start, x2=end, y1=middle, y2=middle, class_="span")
    if place.end - place.start < 0.02:
        return element("circle", title, cx=start, cy=middle, r=5, class_=f"point {place.kind}")
    width = f"{min(place.end, 1.0) * (right - left) - max(place.start, 0.0) * (right - left):.2f}%"
    return element(
        "rect", title, x=start, y=middle - 3, width=width, height=6, class_=f"bar {place.kind}", opacity=faint
    )


# --- dates on a scale --------------------------------------------------------------------------------


def day_number(edtf: str, last: bool = False) -> float | None:
    """A date as a year with its part of a year; the end of what it leaves open when `last`.

    >>> day_number("2023"), day_number("2023", last=True), day_number("2023-07-01")
    (2023.0, 2024.0, 2023.5)
    """
    parts = edtf.rstrip("~?%").split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return None
    year = int(parts[0])
    month = int(parts[1]) if len(parts) > 1 else 0
    if not 1 <= month <= 12:
        return float(year + (last and 1))
    if len(parts) < 3:
        return year + (month - 1 + (1 if last else 0)) / 12
    day = min(max(int(parts[2]), 1), 31)
    length = monthrange(year, month)[1] if year else 31
    return year + (month - 1 + (day - 1) / length) / 12


def stretch(when: When) -> tuple[float, float] | None:
    """From and to of a date on the scale of years; None where its year is not known."""
    start = day_number(when.start if when.start not in ("", "..") else when.end)
    end = day_number(when.end if when.end not in ("", "..") else when.start, last=True)
    if start is None or end is None:
        return None
    return start, max(start, end)
