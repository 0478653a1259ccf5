"""Lines of a page that carry a date, and what the words beside the date say it is.

Enters: a page, the country of the issuer where it is known. Leaves: `Line`s, those left out that say of
themselves that their date is another ("Last updated", "Delivered on"). Figures that may be read in two orders
are settled by the other dates of the page, then by the country.
Must not be known here: which of the lines gives the date of issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from gazette.authority import fold
from gazette.dates import complete, either_order
from gazette.dates.scanning import letter_tree
from gazette.imprint.page import Page
from gazette.imprint.places import is_city
from gazette.model import Block, DateMention, When
from gazette.vocabulary.dated_lines import (
    ISSUE_LABELS,
    LINE_WORDS,
    MONTH_FIRST_COUNTRIES,
    OTHER_DATE_LABELS,
    YEAR_FIRST_COUNTRIES,
)
from gazette.vocabulary.issuers import KNOWN_BODIES

_DAY = 10


_MARK = r"[\s:：|,.–—•·\])-]{0,5}(?:\b[a-z]+day,?\s)?$"
_OTHER = re.compile(
    rf"{letter_tree(w.lower() for w in OTHER_DATE_LABELS)}(?:\s(?:on|at|date|le|el|em|am|il))?{_MARK}"
)
_ISSUE = re.compile(
    rf"(?<![^\W\d_]){letter_tree(w.lower() for w in ISSUE_LABELS)}(?:\s(?:on|at|in|date))?{_MARK}"
)
"Both over small letters."
_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*")
_TIME = re.compile(
    r"\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:h(?:rs)?\b|z\b)?|[ap]\.m\.?|\d{4}\s?h", re.I
)
_MARKS = re.compile(r"[*_#>`~|]+|<[^<>]{0,80}>|\\\\")
_LONGEST, _LONGEST_BLOCK = 160, 2400
_NEIGHBOURS = 20
"As many other days of a page may settle the order of figures."


class Line(NamedTuple):
    """A date on a line of the page."""

    block: Block
    mention: DateMention
    lead: str
    "What stands before the date on its line as received."
    rest: str
    "What stands after it there."

    @property
    def before(self) -> str:
        """What stands in the block before the date."""
        return self.block.text[: self.mention.start]

    @property
    def after(self) -> str:
        """What stands in the block after the date."""
        return self.block.text[self.mention.end :]


def read_lines(page: Page, country: str | None) -> list[Line]:
    """Every dated line of the furniture and the zones, in order."""
    found = []
    order = _order_of_page(page)
    order = _order_of(country) if order is None else order
    days = tuple(islice(_whole_days(page), _NEIGHBOURS))
    edges = [b for b in (*page.above, *page.below) if b.is_text or b.part == "title"]
    for block in sorted((*page.furniture, *edges), key=lambda b: b.number):
        for mention in page.dates.get(block.number, ()):
            line = line_of(block, mention)
            if not _OTHER.search((line.lead[-40:].strip() or _above(page, line)[-60:]).lower()):
                found.append(line._replace(mention=_settled(mention, order, days)))
    return found


def line_of(block: Block, mention: DateMention) -> Line:
    """The line as received on which a date of a block stands; the block where a repair has joined lines."""
    if "\n" in block.raw:
        for raw in block.raw[:_LONGEST_BLOCK].split("\n"):
            lead, found, rest = _MARKS.sub("", raw).partition(mention.as_written)
            if found:
                return Line(block, mention, lead, rest)
    return Line(block, mention, block.text[: mention.start], block.text[mention.end :])


def _above(page: Page, line: Line) -> str:
    """The line above one that begins with its date, where that is furniture."""
    lines = line.block.raw[:_LONGEST_BLOCK].split("\n")
    place = next((n for n, raw in enumerate(lines) if line.mention.as_written in raw), 0)
    if place:
        return lines[place - 1][-60:].strip()
    number = line.block.number
    above = page.blocks[number - 1] if number else None
    return above.text[-60:] if above and not above.is_text else ""


def is_day(mention: DateMention) -> bool:
    """Whether a mention is of one day."""
    when = mention.when
    return len(when.start) == _DAY and when.start == when.end and not when.start.endswith("XX")


def is_whole(line: Line) -> bool:
    """Whether a line gives one day with its year."""
    return is_day(line.mention) and not line.mention.when.start.startswith("XXXX")


def is_labelled(page: Page, line: Line) -> bool:
    """Whether the words before a date, or the line above it, say that it is of issue: "Published on"."""
    if line.lead.strip():
        return bool(_ISSUE.search(line.lead[-60:].lower()))
    above = _above(page, line).strip(" :|–-")
    return bool(above and len(above) < 40 and _ISSUE.search(above.lower()))


def fills_its_line(page: Page, line: Line) -> bool:
    """Whether nothing stands beside the date but labels, times, other calendars, and a place.

    "Tue. 11 of November of 2025, 16:05h", "Corresponding to 30 October 2024", "Oslo, 5 May 2024".
    Not "Signing of the agreement, 5 May 2024".
    """
    rest = f"{line.lead} {line.rest}"
    if len(rest) > _LONGEST:
        return False
    for mention in page.dates.get(line.block.number, ()):
        rest = rest.replace(mention.as_written, " ")
    folded = _LABELS.sub(" ", fold(_TIME.sub(" ", rest)))
    return all(_says_where(piece.strip(" ,.:;()[]–—-")) for piece in _PIECES.split(folded))


def _says_where(piece: str) -> bool:
    """Whether a piece of a dated line is empty, of the calendar, a place, or the name of a body."""
    return all(word in LINE_WORDS for word in _WORD.findall(piece)) or is_city(piece) or piece in _BODIES


_PIECES = re.compile(r"\s[-–—|·•]+(?:\s|$)|[|()]|^[-–—]")
_BODIES = frozenset(name for body in KNOWN_BODIES for name in body.names)


_LABELS = re.compile(rf"\b{letter_tree(fold(label) for label in ISSUE_LABELS)}\b")


# --- figures -------------------------------------------------------------------------------------


def _settled(mention: DateMention, order: int | None, days: tuple[When, ...]) -> DateMention:
    """A date in figures with its order of day and month, as page or country have it, or beside other days."""
    either = either_order(mention)
    if either is None:
        return mention
    if order is not None:
        day = either[order]
        return replace(mention, when=When(day, day), status="inferred", rule=f"{mention.rule}, order known")
    nearby = (complete(mention, day) for day in days)
    return next((near for near in nearby if near is not mention), mention)


def _order_of_page(page: Page) -> int | None:
    """0 for day first, 1 for month first, as the other dates in figures have it; None where none tells."""
    rules = {m.rule for found in page.dates.values() for m in found if "/" in m.as_written}
    first, second = "numeric-day-first" in rules, "numeric-month-first" in rules
    return None if first == second else int(second)


def _order_of(country: str | None) -> int | None:
    if country is None or country in YEAR_FIRST_COUNTRIES:
        return None
    return int(country in MONTH_FIRST_COUNTRIES)


def _whole_days(page: Page) -> Iterator[When]:
    for found in page.dates.values():
        for mention in found:
            if is_day(mention) and not mention.when.start.startswith("XXXX"):
                yield mention.when
