"""Roles that verbs give: head of a delegation, co-chair of a meeting, "as ASEAN Chair".

Enters: the chains of one text. Leaves: `Role`s, each with the sighting that it belongs to and the words
that give it. Must not be known here: countries, the authority.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from gazette.people.chains import Found, Sighting
from gazette.people.phrases import OFFICE_AFTER
from gazette.people.posts import Post, office_key

CAPACITY = "capacity-"
"""How the rules begin that read a role in one meeting or delegation, which is no office with a page."""
_LEADS = re.compile(
    r"\b(?:led|leads|leading|headed|heads|heading|lead)\s+(?:a|an|the|his|her|its|this)\s+"
    r"(?:[\w’'-]+\s+){0,4}?delegation\b",
    re.IGNORECASE,
)
_LED_BY = re.compile(r"\bdelegation\b[^.;:]{0,80}?\b(?:led|headed)\s+by\s+", re.IGNORECASE)
_CO_CHAIRED_BY = re.compile(r"\bco-?\s?(?:chaired|presided)(?:\s+over)?\s+by\s+", re.IGNORECASE)
_CO_CHAIRS = re.compile(r"\bco-?chair(?:ed|s|ing)?\s+(?:the|a|an|this)\s+", re.IGNORECASE)
_KINDS = (
    r"(?:consultations?|meeting|dialogue|talks|commission|committee|conference"
    r"|session|forum|summit|workshop|council)"
)
_MEETING = re.compile(rf"(?:[\w’'\-/&]+\s+){{0,7}}?{_KINDS}\b", re.IGNORECASE)
_LAST_MEETING = re.compile(
    r"\b(?:the|a|an|this|their|first|second|third|\d+(?:st|nd|rd|th))\s+"
    rf"((?:[\w’'\-/&]+\s+){{0,9}}?{_KINDS})\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;:]")
_AS = re.compile(r"(?:s)?[xlIE]{0,4}(?:[gfo]?h?[xlEIM]{1,3}){0,1}z")


@dataclass(slots=True)
class Role:
    """A role that a verb gives to somebody named beside it."""

    sighting: Sighting
    title: str
    start: int
    end: int
    rule: str
    office: tuple[int, int] | None = None
    "Tokens of an office phrase, for 'as ASEAN Chair'."

    def post(self) -> Post:
        """The role as a post; a role in a meeting serves no country."""
        return Post(
            self.title,
            None,
            None,
            False,
            True,
            office_key(self.title),
            self.title.split()[0],
            self.start,
            self.end,
        )


def read_roles(found: Found) -> list[Role]:
    """All roles that the verbs of a text give; near-miss: `led the discussion`, `chaired a company`."""
    text = found.tokens.text
    roles: list[Role] = []
    lowered = text.lower()
    if "delegation" in lowered:
        roles += _heads_of_delegation(Addressed(found))
    if "chair" in lowered and "co" in lowered:
        roles += _co_chairs(Addressed(found))
    if " as " in lowered:
        roles += _as_office(found)
    return roles


class Addressed:
    """The names with an address or office, found by where they begin or end."""

    def __init__(self, found: Found) -> None:
        self.text = found.tokens.text
        self.who = [s for s in found.sightings if s.courtesy or s.offices]
        tokens = found.tokens
        self.starts = [tokens.starts[s.first] for s in self.who]
        self.ends = [tokens.ends[max(_ends(s)) - 1] for s in self.who]

    def before(self, place: int, reach: int = 12) -> Sighting | None:
        """The person whose name and offices end just before a place, in the same sentence."""
        at = bisect_right(self.ends, place) - 1
        if at < 0 or place - self.ends[at] > reach or _STOP.search(self.text[self.ends[at] : place]):
            return None
        return self.who[at]

    def after(self, place: int, reach: int = 12) -> int | None:
        """The number of the person whose address, office or name begins just after a place."""
        at = bisect_left(self.starts, place)
        return at if at < len(self.starts) and self.starts[at] <= place + reach else None


def _ends(sighting: Sighting) -> list[int]:
    behind = [sighting.of[1]] if sighting.of else []
    return [sighting.last, *(o.last for o in sighting.offices), *behind]


def _heads_of_delegation(near: Addressed) -> list[Role]:
    """`Ms Oren led a delegation to …`; `a delegation led by Ms Oren`."""
    roles = []
    for match in _LEADS.finditer(near.text):
        who = near.before(match.start())
        if who:
            roles.append(
                Role(who, "head of delegation", match.start(), match.end(), f"{CAPACITY}led-delegation")
            )
    for match in _LED_BY.finditer(near.text):
        at = near.after(match.end())
        if at is not None:
            start, end = match.start(), match.start() + len(match.group().rstrip())
            roles.append(Role(near.who[at], "head of delegation", start, end, f"{CAPACITY}delegation-led-by"))
    return roles


def _co_chairs(near: Addressed) -> list[Role]:
    """`the 2nd Joint Commission, co-chaired by Ms Oren and Mr Vidas`."""
    text = near.text
    roles = []
    for match in _CO_CHAIRED_BY.finditer(text):
        at = near.after(match.end())
        if at is None:
            continue
        window = max(0, match.start() - 160)
        window = max(window, text.rfind(". ", window, match.start()) + 1)
        meetings = list(_LAST_MEETING.finditer(text, window, match.start()))
        title = f"co-chair of the {meetings[-1].group(1)}" if meetings else "co-chair"
        end = match.start() + len(match.group().rstrip())
        for n in range(at, min(at + 3, len(near.who))):
            roles.append(Role(near.who[n], title, match.start(), end, f"{CAPACITY}co-chaired-by"))
            between = text[near.ends[n] : near.starts[n + 1]] if n + 1 < len(near.who) else "."
            if _STOP.search(between) or not re.search(r"\band\b|,", between):
                break
    for match in _CO_CHAIRS.finditer(text):
        who = near.before(match.start())
        meeting = _MEETING.match(text, match.end())
        if who and meeting:
            end = meeting.end()
            roles.append(
                Role(who, f"co-chair of the {meeting.group()}", match.start(), end, f"{CAPACITY}co-chairs")
            )
    return roles


def _as_office(found: Found) -> list[Role]:
    """`the appointment of Ms Oren as Honorary Consul`; near-miss: `said that, as Chair, Vidia will …`."""
    tokens = found.tokens
    roles = []
    for sighting in found.sightings:
        if not (sighting.courtesy or sighting.offices):
            continue
        at = max([sighting.last, *(o.last for o in sighting.offices)])
        match = _AS.match(tokens.classes, at)
        if match is None:
            continue
        office = OFFICE_AFTER.match(tokens.classes, match.end())
        if office is None:
            continue
        first, last = office.span()
        if tokens.classes[first] in "th":
            first += 1
        if not tokens.text[tokens.starts[first]].isupper():
            continue
        roles.append(
            Role(sighting, "", tokens.starts[first], tokens.ends[last - 1], "as-office", (first, last))
        )
    return roles
