"""Date and place of issue: from the sign-off, a line of publication, a dateline, or the opening of the text.

Enters: a page. Leaves: two readings, each None where the page does not say.
Must not be known here: events; the date of one is never the date of issue. "Last updated" is neither.
The rules stand in a table; the first that answers decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from gazette.authority import fold
from gazette.dates import complete, find_dates
from gazette.imprint.page import Page, evidence
from gazette.imprint.titles import set_small
from gazette.model import Block, DateMention, Evidence, Part, Reading, When
from gazette.vocabulary.countries import COUNTRIES

CITIES: dict[str, str] = {
    fold(city): country.name for country in COUNTRIES for city in (*country.cities, country.capital) if city
}
"Folded name of a city → its country."
CITIES |= {
    fold(country.name): country.name
    for country in COUNTRIES
    if not country.capital or country.name == country.capital
}
CITIES |= {
    "new york": "United States",
    "geneva": "Switzerland",
    "brussels": "Belgium",
    "vienna": "Austria",
    "washington": "United States",
}

_UPDATED = re.compile(
    r"(?:updated|modified|reviewed|revised|archived|accessed|retrieved|expires?|expired|copyright|"
    r"©)(?:\s(?:on|at|date))?[\s:–-]{0,3}$",
    re.I,
)
_PUBLISHED_BEFORE = re.compile(
    r"(?:published|posted|issued|released|release date|date of issue|date released|"
    r"publication date|date|dated|for immediate release)"
    r"(?:\s(?:on|at|in))?[\s:|,–-]{0,4}(?:[A-Z][a-z]+day,?\s)?$",
    re.I,
)
_PUBLISHED_AFTER = re.compile(r"[\s|,–-]{0,3}(?:posted\s(?:in|by)|published\b|\|\s*press)", re.I)
_ON_BEFORE = re.compile(r"(?:^|[\s(])(?:on|held|from|between|effective|since|until|by)\s(?:the\s)?$", re.I)
_DONE = re.compile(
    r"\b(?:done|adopted|issued|signed|given|made|concluded|dated)\b.{0,90}?\b(?:at|in|on|this|dated)\b", re.I
)
_WIRE_END = re.compile(r"\s?[\])]?\s{0,2}(?:[–—―]|--|-\s|:\s|\)\s)")
_ABOUT_TIME = re.compile(r"[\s,|;–-]{0,4}(?:\d{1,2}[:.]\d{2}|embargo|at\s\d)", re.I)
_ORGANISATION = re.compile(
    r"\b(?:ministry|minister|department|office|embassy|council|secretariat|government|commission|"
    r"press|release|published|"
    r"posted|statement|spokesperson|bureau|no|ref|date|mission|consulate|issued|summit|meeting|"
    r"conference|session|for|the|by|at|end|updated)\b",
    re.I,
)
_PLACE_END = re.compile(
    r"(?:[\s,.:;–—|(-]|\b(?:on|this|dated)(?:\s(?:the|day))?(?=[\s,]*$))+$", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W\d_][\w.'’-]*")
_DAY = 10

_FOOT: frozenset[Part] = frozenset({"sign-off", "signature"})
_DATED_PARTS: frozenset[Part] = frozenset({"dateline", "sign-off"})
_HEAD_PARTS: frozenset[Part] = frozenset(
    {"dateline", "letterhead", "kind", "number", "attribution", "navigation", "address", "rule", "contact"}
)


class _Line(NamedTuple):
    """A date on a line of furniture."""

    block: Block
    mention: DateMention

    @property
    def before(self) -> str:
        return self.block.text[: self.mention.start]

    @property
    def after(self) -> str:
        return self.block.text[self.mention.end :]


def read_issue(page: Page, kind: str) -> tuple[Reading[When] | None, Reading[str] | None]:
    """Date and place of issue."""
    lines = list(_lines(page))
    for rule in _RULES:
        found = rule(page, lines)
        if found:
            issued = _reading(page, found, rule.__name__.removeprefix("_by_").replace("_", "-"))
            if issued is not None:
                return issued, _place(page, lines, found)
    return None, _place(page, lines, [])


def _lines(page: Page) -> Iterator[_Line]:
    for block in page.furniture:
        for mention in page.dates.get(block.number, ()):
            line = _Line(block, mention)
            if not _UPDATED.search(line.before[-30:]):
                yield line


def _is_day(mention: DateMention) -> bool:
    when = mention.when
    return len(when.start) == _DAY and when.start == when.end and not when.start.endswith("XX")


def _whole(line: _Line) -> bool:
    return _is_day(line.mention) and not line.mention.when.start.startswith("XXXX")


# --- rules ---------------------------------------------------------------------------------------


def _by_sign_off(page: Page, lines: Sequence[_Line]) -> list[_Line]:
    """Place and date at the foot; of several in a block of signatures, those that agree."""
    found = [line for line in lines if line.block.part in _FOOT and _is_day(line.mention)]
    found = [line for line in found if not _ON_BEFORE.search(line.before)] or found
    whole = [line for line in found if _whole(line)]
    if not whole:
        return found[:1]
    days = {line.mention.when for line in whole}
    if len(days) == 1:
        return whole
    last = [line for line in whole if line.block.number == whole[-1].block.number]
    return [line for line in last if line.mention.when == max(other.mention.when for other in last)]


def _by_closing_words(page: Page, lines: Sequence[_Line]) -> list[_Line]:
    """ "Done at Phnom Penh on 18 June 2008", at the end of the text."""
    for block in reversed(page.body[-3:]):
        text = block.text
        if len(text) > 400:
            continue
        done = _DONE.match(text)
        if done is None:
            continue
        found = [_Line(block, mention) for mention in find_dates(text) if mention.start >= done.start()]
        found = [line for line in found if _whole(line)]
        if (
            found
            and text[:1].isupper()
            and text.lower().startswith(("done", "adopted", "signed", "issued", "given", "made"))
        ):
            return found[:1]
    return []


def _by_publication_line(page: Page, lines: Sequence[_Line]) -> list[_Line]:
    """ "Posted in", "Published 7 November 2021", "Date: …"; the word may stand on the line above."""
    previous = {b.number: a for a, b in zip(page.blocks, page.blocks[1:], strict=False)}
    for line in lines:
        above = previous.get(line.block.number)
        fused = f"{above.text[-40:]} {line.before}" if above and not above.is_text else line.before
        if _whole(line) and (
            _PUBLISHED_BEFORE.search(line.before)
            or _PUBLISHED_AFTER.match(line.after)
            or (
                not line.before.strip()
                and _PUBLISHED_BEFORE.search(fused)
                and not _UPDATED.search(fused.rstrip())
            )
        ):
            return [line]
    return []


def _by_number_line(page: Page, lines: Sequence[_Line]) -> list[_Line]:
    """A date beside the reference number."""
    head = {block.number for block in page.head}
    found = [
        line for line in lines if line.block.part == "number" and line.block.number in head and _whole(line)
    ]
    return found[:1]


def _by_dateline(page: Page, lines: Sequence[_Line]) -> list[_Line]:
    """A date, or place and date, on a line of its own above the text. Not "On 18 November", not a range."""
    head = {block.number for block in page.head}
    found = [
        line
        for line in lines
        if line.block.number in head
        and line.block.part == "dateline"
        and line.mention.when.start == line.mention.when.end
        and not _ON_BEFORE.search(line.before)
    ]
    return sorted(found, key=lambda line: (not _whole(line), not _is_day(line.mention)))[:1]


def _by_line_of_head(page: Page, lines: Sequence[_Line]) -> list[_Line]:
    """A date that fills a line above the text, whatever else the line was taken for."""
    head = {block.number for block in page.head}
    alone = [
        line
        for line in lines
        if line.block.number in head
        and line.block.part in _HEAD_PARTS
        and _whole(line)
        and not _ON_BEFORE.search(line.before)
    ]
    return [line for line in alone if len(line.before.strip()) + len(line.after.strip()) < 40][:1]


def _by_opening(page: Page, lines: Sequence[_Line]) -> list[_Line]:
    """The text opens as a wire does: "TOKYO, 5 March 2024 – The Minister …"."""
    if not page.body:
        return []
    block = page.body[0]
    for mention in page.dates.get(block.number, ())[:1]:
        line = _Line(block, mention)
        words = _PLACE_END.sub("", line.before)
        if mention.start < 60 and _whole(line) and _WIRE_END.match(line.after) and _is_place_like(words):
            return [line]
    return []


def _by_line_of_foot(page: Page, lines: Sequence[_Line]) -> list[_Line]:
    """A date that fills a line below the text."""
    foot = {block.number for block in page.foot}
    found = [
        line
        for line in lines
        if line.block.number in foot and line.block.part in _DATED_PARTS and _whole(line)
    ]
    return found[-1:]


def _by_unread_head(page: Page, lines: Sequence[_Line]) -> list[_Line]:
    """The only whole date above the text, on a line that cannot be read otherwise."""
    head = {block.number for block in page.head}
    found = [
        line
        for line in lines
        if line.block.number in head
        and line.block.part in ("unread", "page", "letterhead", "kind")
        and _whole(line)
    ]
    return (
        found
        if len({line.mention.when for line in found}) == 1 and not _ON_BEFORE.search(found[0].before)
        else []
    )


_RULES: tuple[Callable[[Page, Sequence[_Line]], list[_Line]], ...] = (
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


def _reading(page: Page, lines: list[_Line], rule: str) -> Reading[When] | None:
    first = lines[0]
    places = tuple(evidence(line.block, line.mention.start, line.mention.end) for line in lines)
    if not first.mention.when.start.startswith("XXXX"):
        status = "inferred" if rule == "unread-head" else "stated"
        return Reading(first.mention.when, "inferred" if status == "inferred" else "stated", rule, places)
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
            if _is_day(mention) and not mention.when.start.startswith("XXXX"):
                return mention.when, evidence(block, mention.start, mention.end)
    return None


def _place(page: Page, lines: Sequence[_Line], chosen: Sequence[_Line]) -> Reading[str] | None:
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
        found = _place_before(line)
        if found is not None:
            return found
    for block in page.foot:
        if block.part in ("sign-off", "dateline") and fold(block.text.strip(" .,")) in CITIES:
            return _city(block, 0, len(block.text.rstrip(" .,")))
    return None


def _place_before(line: _Line) -> Reading[str] | None:
    """The city that ends just before the date, or the words before it that can only be a place."""
    before = _PLACE_END.sub("", line.before)
    words = list(_WORDS.finditer(before))
    for many in (4, 3, 2, 1):
        if len(words) >= many:
            start = words[-many].start()
            if _as_city(before[start:]):
                return _city(line.block, start, len(before))
    opening = line.block.part == "body" and _WIRE_END.match(line.after)
    if (
        (line.block.part in _DATED_PARTS or opening)
        and 0 < len(words) <= 4
        and not _ORGANISATION.search(before)
    ):
        lead = before.lstrip(" *_(")
        if lead[:1].isupper() and len(before) < 50 and "(" not in lead:
            return _city(line.block, len(before) - len(lead), len(before))
    return None


def _is_place_like(words: str) -> bool:
    """No words, a city, or a few capitalised words that name no body and no person: "PASAY CITY"."""
    parts = words.replace(",", " ").split()
    return _as_city(words) or (
        len(parts) <= 4 and all(p[:1].isupper() for p in parts) and not _ORGANISATION.search(words)
    )


def _as_city(words: str) -> bool:
    """Whether words are a known city, with or without its country: "Tokyo", "Vientiane, Lao PDR"."""
    return any(part in CITIES for part in (fold(words), fold(words.partition(",")[0])))


def _city(block: Block, start: int, end: int) -> Reading[str]:
    place = evidence(block, start, end)
    value = " ".join(place.quote.split())
    return Reading(set_small(value) if value.isupper() else value, "stated", "beside-date", (place,))
