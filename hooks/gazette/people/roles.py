"""Roles that verbs give: head of a delegation, co-chair of a meeting, "as ASEAN Chair".

Enters: the chains of one text. Leaves: `Role`s, each with the sighting that it belongs to and the words that give it.
Must not be known here: countries, the authority.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gazette.people.chains import Found, Sighting
from gazette.people.phrases import OFFICE_AFTER
from gazette.people.posts import Post, office_key

_LEADS = re.compile(
    r"\b(?:led|leads|leading|headed|heads|heading|lead)\s+(?:a|an|the|his|her|its|this)\s+(?:[\w’'-]+\s+){0,4}?delegation\b",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"\bdelegation\b[^.;:]{0,80}?\b(?:led|headed)\s+by\s+|\b(?:led|headed)\s+the\s+delegation\s*:?\s*", re.IGNORECASE
)
_CO_CHAIRED_BY = re.compile(r"\bco-?\s?(?:chaired|presided)(?:\s+over)?\s+by\s+", re.IGNORECASE)
_CO_CHAIRS = re.compile(r"\bco-?chair(?:ed|s|ing)?\s+(?:the|a|an|this)\s+", re.IGNORECASE)
_MEETING = re.compile(
    r"(?:[\w’'\-/&]+\s+){0,7}?"
    r"(?:consultations?|meeting|dialogue|talks|commission|committee|conference|session|forum|summit|workshop|council)\b",
    re.IGNORECASE,
)
_LAST_MEETING = re.compile(
    r"\b(?:the|a|an|this|their|first|second|third|\d+(?:st|nd|rd|th))\s+((?:[\w’'\-/&]+\s+){0,9}?"
    r"(?:consultations?|meeting|dialogue|talks|commission|committee|conference|session|forum|summit|workshop|council))\b",
    re.IGNORECASE,
)
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
            self.title, None, None, False, True, office_key(self.title), self.title.split()[0], self.start, self.end
        )


def read_roles(found: Found) -> list[Role]:
    """All roles that the verbs of a text give; near-miss: `led the discussion`, `chaired a company`."""
    text = found.tokens.text
    roles: list[Role] = []
    lowered = text.lower()
    if "delegation" in lowered:
        roles += _heads_of_delegation(found)
    if "chair" in lowered and "co" in lowered:
        roles += _co_chairs(found)
    if " as " in lowered:
        roles += _as_office(found)
    return roles


def _before(found: Found, at: int, reach: int = 12) -> Sighting | None:
    """The person whose name and offices end just before a place."""
    best: Sighting | None = None
    best_end = -1
    tokens = found.tokens
    for sighting in found.sightings:
        end = tokens.ends[sighting.last - 1]
        for office in sighting.offices:
            end = max(end, tokens.ends[office.last - 1])
        if sighting.of:
            end = max(end, tokens.ends[sighting.of[1] - 1])
        if best_end < end <= at and (sighting.courtesy or sighting.offices):
            best, best_end = sighting, end
    if best is None or at - best_end > reach or re.search(r"[.;:]", tokens.text[best_end:at]):
        return None
    return best


def _starting(found: Found, at: int, reach: int = 12) -> Sighting | None:
    """The person whose address, office or name starts just after a place."""
    tokens = found.tokens
    for sighting in found.sightings:
        start = tokens.starts[sighting.first]
        if at <= start <= at + reach and (sighting.courtesy or sighting.offices):
            return sighting
    return None


def _heads_of_delegation(found: Found) -> list[Role]:
    """`Ms Oren led a delegation to …`; `a delegation led by Ms Oren`."""
    roles = []
    for match in _LEADS.finditer(found.tokens.text):
        who = _before(found, match.start())
        if who:
            roles.append(Role(who, "head of delegation", match.start(), match.end(), "led-delegation"))
    for match in _LED_BY.finditer(found.tokens.text):
        who = _starting(found, match.end())
        if who:
            start = match.start()
            roles.append(Role(who, "head of delegation", start, match.end() - 1, "delegation-led-by"))
    return roles


def _co_chairs(found: Found) -> list[Role]:
    """`the 2nd Joint Commission, co-chaired by Ms Oren and Mr Vidas`."""
    text = found.tokens.text
    roles = []
    for match in _CO_CHAIRED_BY.finditer(text):
        first = _starting(found, match.end())
        if first is None:
            continue
        sentence = text.rfind(". ", 0, match.start()) + 1
        meetings = list(_LAST_MEETING.finditer(text, max(sentence, match.start() - 160), match.start()))
        title = f"co-chair of the {meetings[-1].group(1)}" if meetings else "co-chair"
        at = found.sightings.index(first)
        end = match.end()
        group = [first]
        for nxt in found.sightings[at + 1 : at + 3]:
            between = text[found.tokens.ends[group[-1].last - 1] : found.tokens.starts[nxt.first]]
            if "." in between or not re.search(r"\band\b|,", between) or not (nxt.courtesy or nxt.offices):
                break
            group.append(nxt)
            if re.search(r"\band\s*(?:the\s*)?$", between):
                break
        roles += [Role(s, title, match.start(), end - 1, "co-chaired-by") for s in group]
    for match in _CO_CHAIRS.finditer(text):
        who = _before(found, match.start())
        meeting = _MEETING.match(text, match.end())
        if who and meeting:
            end = meeting.end()
            roles.append(Role(who, f"co-chair of the {meeting.group()}", match.start(), end, "co-chairs"))
    return roles


def _as_office(found: Found) -> list[Role]:
    """`the appointment of Ms Oren as Honorary Consul in Lenn`; near-miss: `said that, as Chair, Vidia will …`."""
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
        roles.append(Role(sighting, "", tokens.starts[first], tokens.ends[last - 1], "as-office", (first, last)))
    return roles
