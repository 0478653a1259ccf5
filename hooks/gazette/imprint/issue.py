"""Date and place of issue: from the sign-off, a line of publication, a dateline, or the opening of the text.

Enters: a page, and the country of the issuer where it is known. Leaves: two readings, each None where the
page does not say.
Must not be known here: events; the date of one is never the date of issue. "Last updated" is neither.
The rules stand in a table; the first that answers decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from gazette.dates import complete, find_dates
from gazette.imprint.datelines import (
    Line,
    fills_its_line,
    is_day,
    is_labelled,
    is_whole,
    line_of,
    read_lines,
)
from gazette.imprint.page import Page, evidence
from gazette.imprint.places import PLACE_END, is_city, is_place_like, place_before, read_city
from gazette.model import Evidence, Part, Reading, When

_PUBLISHED_AFTER = re.compile(r"[\s|,–-]{0,3}(?:posted\s(?:in|by)|published\b|\|\s*press)", re.I)
_ON_BEFORE = re.compile(r"(?:^|[\s(])(?:on|held|from|between|effective|since|until|by)\s(?:the\s)?$", re.I)
_DONE = re.compile(
    r"\b(?:done|adopted|issued|signed|given|made|concluded|dated)\b.{0,90}?\b(?:at|in|on|this|dated)\b", re.I
)
_WIRE_END = re.compile(
    r"\s?(?:\([A-Z][A-Za-z/ ]{1,23}\)|\[[A-Z][A-Za-z/ ]{1,23}\])?"
    r"\s?[\])]?\s{0,2}(?:[–—―]|--|-\s|:\s|\)\s)"
)
"After a place and date that open a text; an agency may stand between: (AKP) –."
_ABOUT_TIME = re.compile(r"[\s,|;–-]{0,4}\d{1,2}[:.h]\d{2}", re.I)

_FOOT: frozenset[Part] = frozenset({"sign-off", "signature"})
_DATED_PARTS: frozenset[Part] = frozenset({"dateline", "sign-off"})
_HEAD_PARTS: frozenset[Part] = frozenset(
    {"dateline", "letterhead", "kind", "number", "attribution", "navigation", "address", "rule", "contact"}
)


def read_issue(page: Page, country: str | None = None) -> tuple[Reading[When] | None, Reading[str] | None]:
    """Date and place of issue."""
    lines = read_lines(page, country)
    for rule in _RULES:
        found = rule(page, lines)
        if found:
            issued = _reading(page, found, rule.__name__.removeprefix("_by_").replace("_", "-"))
            if issued is not None:
                return issued, _place(page, lines, found)
    return None, _place(page, lines, [])


# --- rules ---------------------------------------------------------------------------------------


def _by_sign_off(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Place and date at the foot; of several in a block of signatures, those that agree."""
    found = [line for line in lines if line.block.part in _FOOT and is_day(line.mention)]
    found = [line for line in found if not _ON_BEFORE.search(line.before)] or found
    whole = [line for line in found if is_whole(line)]
    if not whole:
        return found[:1]
    days = {line.mention.when for line in whole}
    if len(days) == 1:
        return whole
    last = [line for line in whole if line.block.number == whole[-1].block.number]
    return [line for line in last if line.mention.when == max(other.mention.when for other in last)]


def _by_closing_words(page: Page, lines: Sequence[Line]) -> list[Line]:
    """ "Done at Phnom Penh on 18 June 2008", at the end of the text."""
    for block in reversed(page.body[-3:]):
        text = block.text
        done = _DONE.match(text) if len(text) <= 400 else None
        if done is None or not text[:1].isupper():
            continue
        mentions = [mention for mention in find_dates(text) if mention.start >= done.start()]
        found = [line_of(block, mention) for mention in mentions]
        found = [line for line in found if is_whole(line)]
        if found:
            return found[:1]
    return []


def _by_publication_line(page: Page, lines: Sequence[Line]) -> list[Line]:
    """ "Posted in", "Published 7 November 2021", "Date: …"; the word may stand on the line above."""
    labelled = [
        line
        for line in lines
        if is_whole(line) and (is_labelled(page, line) or _PUBLISHED_AFTER.match(line.after))
    ]
    return labelled[:1]


def _by_number_line(page: Page, lines: Sequence[Line]) -> list[Line]:
    """A date beside the reference number."""
    head = {block.number for block in page.head}
    found = [
        line for line in lines if line.block.part == "number" and line.block.number in head and is_whole(line)
    ]
    return found[:1]


def _by_dateline(page: Page, lines: Sequence[Line]) -> list[Line]:
    """A date, or place and date, on a line of its own above the text. Not "On 18 November", not a range.

    Of several the one with a time of day is the stamp of the page; else the first that is whole.
    """
    head = {block.number for block in (*page.head, *page.above)}
    found = [
        line
        for line in lines
        if line.block.number in head
        and line.block.part == "dateline"
        and line.mention.when.start == line.mention.when.end
        and not _ON_BEFORE.search(line.before)
    ]
    return sorted(
        found,
        key=lambda line: (
            not is_whole(line),
            not is_day(line.mention),
            not _ABOUT_TIME.match(line.after),
        ),
    )[:1]


def _by_line_of_head(page: Page, lines: Sequence[Line]) -> list[Line]:
    """A date that fills a line above the text, whatever else the line was taken for."""
    head = {block.number for block in page.head}
    zone = {block.number for block in page.above}
    for line in lines:
        if not is_whole(line) or _ON_BEFORE.search(line.before):
            continue
        beside = len(line.before.strip()) + len(line.after.strip())
        if line.block.number in head and line.block.part in _HEAD_PARTS and beside < 40:
            return [line]
        if line.block.number in zone and fills_its_line(page, line):
            return [line]
    return []


def _by_opening(page: Page, lines: Sequence[Line]) -> list[Line]:
    """The text opens as a wire does: "TOKYO, 5 March 2024 – The Minister …", "OSLO, Nov 20 (NTB) – "."""
    for block in (*page.body[:1], *page.prose[:1]):
        for mention in page.dates.get(block.number, ())[:1]:
            line = line_of(block, mention)
            words = PLACE_END.sub("", line.before)
            if (
                mention.start < 60
                and is_day(mention)
                and _WIRE_END.match(line.after)
                and is_place_like(words)
            ):
                return [line]
    return []


def _by_line_of_foot(page: Page, lines: Sequence[Line]) -> list[Line]:
    """A date that fills a line below the text; the first, since lists of other releases come after it."""
    foot = {block.number for block in page.foot}
    zone = {block.number for block in page.below}
    found = [
        line
        for line in lines
        if line.block.number in foot and line.block.part in _DATED_PARTS and is_whole(line)
    ]
    edge = [
        line
        for line in lines
        if line.block.number in zone
        and is_whole(line)
        and line.block.part in ("body", "heading")
        and fills_its_line(page, line)
    ]
    return found[-1:] or edge[:1]


def _by_unread_head(page: Page, lines: Sequence[Line]) -> list[Line]:
    """The only whole date above the text, on a line that cannot be read otherwise."""
    head = {block.number for block in page.head}
    found = [
        line
        for line in lines
        if line.block.number in head
        and line.block.part in ("unread", "page", "letterhead", "kind")
        and is_whole(line)
    ]
    return (
        found
        if len({line.mention.when for line in found}) == 1 and not _ON_BEFORE.search(found[0].before)
        else []
    )


_RULES: tuple[Callable[[Page, Sequence[Line]], list[Line]], ...] = (
    _by_sign_off,
    _by_closing_words,
    _by_publication_line,
    _by_number_line,
    _by_dateline,
    _by_line_of_head,
    _by_opening,
    _by_line_of_foot,
    _by_unread_head,
)


# --- readings ------------------------------------------------------------------------------------


def _reading(page: Page, lines: list[Line], rule: str) -> Reading[When] | None:
    first = lines[0]
    places = tuple(evidence(line.block, line.mention.start, line.mention.end) for line in lines)
    if not first.mention.when.start.startswith("XXXX"):
        sure = rule != "unread-head" and first.mention.status == "stated"
        return Reading(first.mention.when, "stated" if sure else "inferred", rule, places)
    anchor = _year_elsewhere(page)
    if anchor is None:
        return None
    mention = complete(first.mention, anchor[0])
    if mention.when.start.startswith("XXXX"):
        return None
    return Reading(mention.when, "inferred", f"{rule}-year-from-text", (*places, anchor[1]))


def _year_elsewhere(page: Page) -> tuple[When, Evidence] | None:
    """The first whole day in the text, for a line that gives no year."""
    for block in page.body[:12]:
        for mention in page.dates.get(block.number) or find_dates(block.text):
            if is_day(mention) and not mention.when.start.startswith("XXXX"):
                return mention.when, evidence(block, mention.start, mention.end)
    return None


def _place(page: Page, lines: Sequence[Line], chosen: Sequence[Line]) -> Reading[str] | None:
    """The place beside the date of issue; else a sign-off or dateline that is nothing but a known city."""
    ordered = sorted(chosen, key=lambda line: not line.block.text.isascii())
    ordered += [
        line
        for line in lines
        if line.block.part in _DATED_PARTS and line not in ordered and not _ON_BEFORE.search(line.before)
    ]
    days = {line.mention.when for line in chosen}
    for line in ordered:
        if days and line.mention.when not in days:
            continue
        opening = line.block.part == "body" and bool(_WIRE_END.match(line.after))
        freely = line.block.part in _DATED_PARTS or opening
        found = place_before(line.block, line.mention.start, freely=freely)
        if found is not None:
            return found
    for block in page.foot:
        if block.part in ("sign-off", "dateline") and is_city(block.text.strip(" .,")):
            return read_city(block, 0, len(block.text.rstrip(" .,")))
    return None
