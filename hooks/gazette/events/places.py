"""Where an event took place, as a sentence says it.

Enters: a sentence. Leaves: a place such as "Tokyo, Japan", "Office of the Prime Minister of Cambodia" or
"Videoconference", with its words. Must not be known here: the place of issue at the foot of a release.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gazette.events.folding import has_any
from gazette.events.phrases import Phrases
from gazette.events.sentences import Sentence
from gazette.vocabulary.countries import COUNTRIES
from gazette.vocabulary.places import CITIES, NO_TOWNS, REGION_WORDS, REMOTE, REMOTE_CUES, VENUE_WORDS


class Spot(NamedTuple):
    """A place in a sentence: `text[start:end]`, and how the record writes it."""

    start: int
    end: int
    name: str
    rule: str


def _key(words: str) -> str:
    return " ".join(re.sub(r"[.,’']", "", words).replace("-", " ").casefold().split())


def _gazetteer() -> dict[str, tuple[str, str]]:
    """Folded name → (the record's name, "city" or "country"). Capitals win over other cities of that name."""
    names = {_key(city): (f"{city}, {country}", "city") for city, country in CITIES.items()}
    for country in COUNTRIES:
        for city in country.cities:
            names.setdefault(_key(city), (f"{city}, {country.name}", "city"))
    for country in COUNTRIES:
        if country.capital:
            name = country.name if country.capital == country.name else f"{country.capital}, {country.name}"
            names[_key(country.capital)] = (name, "city")
    for country in COUNTRIES:
        for name in (country.name, *country.aliases):
            if name.upper() != name or len(name) > 3 or name in {"UK", "USA", "PRC", "ROK", "UAE", "US"}:
                names.setdefault(_key(name), (country.name, "country"))
    return names


_GAZETTEER = _gazetteer()
_FIRST_WORDS = frozenset(name.partition(" ")[0] for name in _GAZETTEER)
_BARE_LEAD = re.compile(
    r"\b(?i:in|at|visiting|visited|visits?|to|near|outside|around|for|from)\s+(?:the\s+)?(?=[^\W\d_a-zà-ÿ])"
    r"|(?<=[,/(])\s*(?=[A-Z])|^[\"“(]*(?=[A-Z])"
)


@lru_cache(maxsize=16)
def _leads(words: str) -> re.Pattern[str]:
    """A pattern for prepositions before a name; it begins with their letters, so that others are skipped."""
    listed = words.split()
    forms = (f"{letter}(?i:{word[1:]})" for word in listed for letter in (word[0], word[0].upper()))
    return re.compile(rf"(?:{'|'.join(forms)})\s+(?:the\s+)?(?=[^\W\d_a-zà-ÿ])")


_WORDS = re.compile(r"[\w.’'-]+(?:,(?= D\.?\s?C\b))?")
_VENUE = re.compile(
    r"[ai][tn](?<=\bat|\bin)\s+(?:the\s+)?(?P<venue>(?:[A-ZÀ-Þ][\w’'&.-]*)(?:\s+(?:of\s+the|of|and|de|du|[dl][’'][A-Z]\w+|[A-ZÀ-Þ][\w’'&-]*)){0,9})"
)
_REMOTE = Phrases(REMOTE_CUES)
_JOIN = re.compile(r"(?:\s*,\s*|\s+(?:in|at)\s+(?:the\s+)?|\s*\(\s*)")
_AT_THE_MINISTRY = re.compile(
    r"\b(?:at|in) the (?P<what>Ministry|Department|Embassy)\b(?!\s+(?:of|for|in)\b)"
)


_OWN_HOUSES = ("Ministry", "Department", "Embassy")


def _may_begin(text: str, start: int) -> bool:
    """Whether a word is the first of a known name, with or without the ending of a possessive."""
    match = _WORDS.match(text, start)
    if match is None:
        return False
    first = _key(match[0]).partition(" ")[0]
    return not first or first in _FIRST_WORDS or first.removesuffix("s") in _FIRST_WORDS


def look_up(text: str, start: int) -> Spot | None:
    """The longest known name of a city or country that begins at a place.

    "Washington, D.C.", "Nay Pyi Taw".
    """
    if not _may_begin(text, start):
        return None
    ends: list[int] = []
    words: list[str] = []
    end = start
    for _ in range(6):
        match = _WORDS.match(text, end)
        if not match:
            break
        words.append(match.group().rstrip("."))
        ends.append(match.end())
        end = match.end()
        if text[end : end + 1] != " ":
            break
        end += 1
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[:size])
        for key in (_key(phrase), _key(re.sub(r"[’']s?$", "", phrase))):
            if key in _GAZETTEER:
                name, kind = _GAZETTEER[key]
                stop = ends[size - 1]
                if text[stop - 1] == "." and "." not in text[start : stop - 1]:
                    stop -= 1
                written = text[start:stop]
                if kind == "city" and not written.isupper() and "," in name and key == _key(phrase):
                    name = f"{written}, {name.rpartition(', ')[2]}"
                return Spot(start, stop, name, kind)
    return None


def find_spots(text: str, leads: str = "in at visiting") -> list[Spot]:
    """Cities and countries after the prepositions named in `leads`, in their order.

    With `leads=" "`: those that stand without a preposition, at the beginning and after a comma.
    """
    wanted = {*leads.split(), *([""] if not leads.strip() else [])}
    spots: list[Spot] = []
    for match in (_leads(leads) if leads.strip() else _BARE_LEAD).finditer(text):
        begin, end = match.span()
        if begin and (text[begin - 1].isalnum() or text[begin - 1] == "_"):
            continue  # "within Geneva"
        lead = match[0].lower().replace(" the", "").strip(' "“(,/')
        if lead not in wanted or (spots and end < spots[-1].end):
            continue
        spot = look_up(text, end)
        if spot is None and lead in ("in", "at"):
            spot = read_town(text, end)
        if spot:
            spots.append(spot)
    return spots


_TOWN = re.compile(
    r"(?P<town>[A-ZÀ-Þ][\w’'-]+(?:\s(?:de|del|la|las|los|da|do|[A-ZÀ-Þ][\w’'-]+)){0,3})"
    r",\s(?:the\s)?"
    rf"(?P<region>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){{0,3}}\s(?:{'|'.join(REGION_WORDS)})\b)?(?P<comma>,\s(?:the\s)?)?"
)
_ENDS_PLACE = re.compile(
    r"\s*(?:$|[.,;:()–—]|(?:on|from|for|to|with|where|during|by|between|at|and|in|this|last|today|yesterday)\b)"
)


def read_town(text: str, start: int) -> Spot | None:
    """A town that nobody has listed, by the region or country after its comma: "Anning, Yunnan Province".

    "Ohrid, North Macedonia." Not "in Parliament, Australia urged", "in May, Japan and".
    """
    match = _TOWN.match(text, start)
    if match is None or match["town"].split()[0].lower() in NO_TOWNS or match["town"].isupper():
        return None
    region = match["region"]
    if region is None:
        country = look_up(text, match.end()) if match["comma"] is None else None
        if country is None or country.rule != "country" or not _ENDS_PLACE.match(text, country.end):
            return None
        return Spot(start, country.end, f"{match['town']}, {country.name}", "town")
    end, name = match.end("region"), f"{match['town']}, {region}"
    country = look_up(text, match.end()) if match["comma"] else None
    if country and country.rule == "country":
        end, name = country.end, f"{name}, {country.name}"
    return Spot(start, end, name, "town")


def find_remote(sentence: Sentence) -> Spot | None:
    """ "via videoconference". Not "a video message"."""
    match = _REMOTE.search(sentence.folded)
    return Spot(match.start(), match.end(), REMOTE, "remote") if match else None


def find_venue(text: str, issuer: str | None = None) -> Spot | None:
    """A building after "at": "at the Office of the Prime Minister of Cambodia", with the city that is named.

    Not "at the ASEAN Summit": a word of the phrase must say that it is a building. "At the Ministry" is the
    issuer's.
    """
    if issuer and has_any(text, _OWN_HOUSES) and (match := _AT_THE_MINISTRY.search(text)):
        name = issuer
        return Spot(match.start("what"), match.end("what"), name, "venue-of-issuer")
    for match in _VENUE.finditer(text):
        venue = re.sub(r"(?:\s+(?:of the|of|and|de|du))+$", "", match.group("venue").rstrip(" .,"))
        if match.group().startswith("in") and not re.search(
            r"(?:Palace|House|Headquarters|Building|Hall|Hotel)$", venue
        ):
            continue
        if not VENUE_WORDS & {w.lower() for w in re.split(r"[\s-]", venue)} or look_up_all(venue):
            continue
        start, end = match.start("venue"), match.start("venue") + len(venue)
        name = venue
        if (join := _JOIN.match(text, end)) and (city := look_up(text, join.end())):
            name, end = f"{venue}, {city.name}", city.end
        elif (cities := [s for s in find_spots(text) if s.rule == "city"]) and cities[0].name not in venue:
            name = f"{venue}, {cities[0].name}"
        return Spot(start, end, name, "venue")
    return None


def look_up_all(phrase: str) -> bool:
    """Whether a phrase is nothing but a known place ("Port Moresby", "Port Louis")."""
    spot = look_up(phrase, 0)
    return spot is not None and spot.end >= len(phrase.rstrip("."))
