"""Cities, and the place that stands beside a date.

Enters: words, a block and a place in it. Leaves: readings of a place, as the page writes it.
Must not be known here: whether a date is of issue.
"""

from __future__ import annotations

import re

from gazette.authority import fold
from gazette.imprint.dressing import set_small
from gazette.imprint.page import evidence
from gazette.model import Block, Reading
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
    "washington d.c": "United States",
    "washington dc": "United States",
}

_ORGANISATION = re.compile(
    r"\b(?:ministry|minister|department|office|embassy|council|secretariat|government|commission|"
    r"press|release|released|published|publication|"
    r"posted|statement|spokesperson|bureau|no|ref|date|dated|mission|consulate|issued|summit|meeting|"
    r"conference|session|for|the|by|at|end|updated|time|corresponding|added|uploaded|news|views?|hits?)\b",
    re.I,
)
PLACE_END = re.compile(r"(?:[\s,.:;–—|(-]|\b(?:on|this|dated)(?:\s(?:the|day))?(?=[\s,]*$))+$", re.IGNORECASE)
"What may stand between a place and its date."
_WORDS = re.compile(r"[^\W\d_][\w.'’-]*")


def is_city(words: str) -> bool:
    """Whether words are a known city, with or without its country: "Tokyo", "Vientiane, Lao PDR"."""
    city, _, country = words.partition(",")
    if fold(words).rstrip(".") in CITIES:
        return True
    return fold(city) in CITIES and len(country.split()) <= 4 and not any(c.isdigit() for c in country)


def is_place_like(words: str) -> bool:
    """No words, a city, or a few capitalised words that name no body and no person: "PASAY CITY"."""
    parts = words.replace(",", " ").split()
    return is_city(words) or (
        len(parts) <= 4 and all(p[:1].isupper() for p in parts) and not _ORGANISATION.search(words)
    )


def place_before(block: Block, end: int, *, freely: bool) -> Reading[str] | None:
    """The city that ends just before a date; `freely`: any words there that can only be a place."""
    before = PLACE_END.sub("", block.text[:end])
    words = list(_WORDS.finditer(before))
    for many in (4, 3, 2, 1):
        if len(words) >= many:
            start = words[-many].start()
            if is_city(before[start:]):
                return read_city(block, start, len(before))
    if freely and 0 < len(words) <= 4 and not _ORGANISATION.search(before):
        lead = before.lstrip(" *_(")
        if lead[:1].isupper() and len(before) < 50 and "(" not in lead:
            return read_city(block, len(before) - len(lead), len(before))
    return None


def read_city(block: Block, start: int, end: int) -> Reading[str]:
    """The words of a place, set small where they are all in capitals."""
    place = evidence(block, start, end)
    value = " ".join(place.quote.split())
    return Reading(set_small(value) if value.isupper() else value, "stated", "beside-date", (place,))
