"""Where the events of a release took place: from their sentence, the title, or a line soon after.

Enters: the setting, the main event, dated sentences. Leaves: places as readings, or None: a telephone call
has no place, and the place at the foot of a release is never the place of its event.
Must not be known here: people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazette.events.cues import Cue
from gazette.events.dating import Dated
from gazette.events.places import Spot, find_remote, find_spots, find_venue, look_up
from gazette.events.principal import Principal
from gazette.events.sentences import Sentence
from gazette.events.setting import Setting
from gazette.model import Reading
from gazette.vocabulary.events import SPOKEN_KINDS, UNPLACED


def read_spot(sentence: Sentence, spot: Spot) -> Reading[str]:
    """A place as a reading."""
    return Reading(spot.name, "stated", spot.rule, (sentence.evidence(spot.start, spot.end),))


_LATER_PLACE = re.compile(
    r"\b(?:the|this|their)\s+(?:\w+\s+){0,3}(?:meeting|talks|summit|consultations?|conference|ceremony|signing|call|session|visit)\b"
    r"[^.]{0,60}?\b(?:was|were|is|took|will be|conducted)\b",
    re.IGNORECASE,
)
_ALL_OF = re.compile(r"\b(?:[Tt]o|[Vv]isit(?:s|ed|ing)?)\s+(?:the\s+)?(?=[A-Z])")


def place_of_main(setting: Setting, main: Principal) -> Reading[str] | None:
    """Where the main event took place, from its sentence, the title, or a line that says so soon after."""
    if main.type in UNPLACED:
        return None
    if setting.kind in SPOKEN_KINDS:
        return place_of_title(setting, main) or place_above(setting, main)
    own = place_in(setting, main.sentence, main.type, main.cue, main.dated)
    if own:
        return own
    if main.type == "visit":
        for sentence in setting.sentences[:3]:
            if goal := visit_goal(sentence):
                return read_spot(sentence, goal)
    place = next((n for n, s in enumerate(setting.sentences) if s is main.sentence), 0)
    for sentence in setting.sentences[place + 1 : place + 5]:
        if _LATER_PLACE.search(sentence.text):
            spot = (
                find_remote(sentence)
                or find_venue(sentence.text, setting.issuer)
                or next(iter(find_spots(sentence.text, "in at")), None)
            )
            if spot:
                return read_spot(sentence, spot)
    return place_of_title(setting, main) or place_above(setting, main) or place_of_dateline(setting)


def place_of_title(setting: Setting, main: Principal) -> Reading[str] | None:
    """The place that the title names."""
    if setting.title is None:
        return None
    leads = "in at to visiting" if main.type == "visit" else "in at"
    if spots := find_spots(setting.title.text, leads):
        return read_spot(setting.title, spots[0])
    return place_by_date(setting.title)


def place_by_date(title: Sentence) -> Reading[str] | None:
    """The place in front of the date that ends a title: "Talks with Minister Ilves (Tallinn, 3 May 2024)"."""
    bracket = title.text.rfind("(")
    begin = bracket + 1 if bracket >= 0 else title.text.rfind(", ", 0, title.text.rfind(", ")) + 2
    spot = look_up(title.text, begin) if begin > 1 else None
    if spot is None or not re.match(r"\s*,\s+(?:\w+\s+)?\d", title.text[spot.end : spot.end + 20]):
        return None
    return read_spot(title, spot)


_DATELINE = re.compile(r"[A-ZÀ-Þ][^.;:–—]{2,60}?\s?(?:[–—]|\s-{1,2}\s)")


def place_of_dateline(setting: Setting) -> Reading[str] | None:
    """The town with which a report from abroad begins: "Dodoma, Tanzania – Minister Hale met …".

    At home it is where the paper was written: "CANBERRA – The Minister welcomed …" places no event.
    """
    first = setting.sentences[0] if setting.sentences else None
    if first is None or not _DATELINE.match(first.text):
        return None
    spot = look_up(first.text, 0)
    if spot is None or spot.rule != "city" or spot.name.rpartition(", ")[2] == setting.home:
        return None
    return read_spot(first, spot)


def place_above(setting: Setting, main: Principal) -> Reading[str] | None:
    """The place in a line above the text, if it is the event's: beside its own date, or over what was spoken.

    "Phnom Penh, 16 March 2020" over a meeting of that day; "The Okura Tokyo / Tokyo, Japan" over remarks. Not
    "CANBERRA, 3 May" over a press release of that day, where it is the place of issue.
    """
    own = {d.sentence.block.number for d in setting.front if main.when and d.when == main.when.value}
    for line in setting.venue_lines:
        if line.number in own or setting.kind in SPOKEN_KINDS:
            spots = find_spots(line.text, " ")
            if spots:
                spot = next((s for s in spots if s.rule == "city"), spots[0])
                return read_spot(Sentence(line, 0, line.text), spot)
    return None


def place_in(
    setting: Setting, sentence: Sentence, type: str, cue: Cue | None, dated: Dated | None
) -> Reading[str] | None:
    """Where a sentence says that its event took place."""
    text = sentence.text
    if type in UNPLACED:
        return None
    if remote := find_remote(sentence):
        return read_spot(sentence, remote)
    if venue := find_venue(text, setting.issuer):
        return read_spot(sentence, venue)
    if type == "announcement":
        match = re.search(r"\bannounced?(?: today)? in (?:the )?", text)
        spots = find_spots(text[match.start() :], "in") if match else []
        if not match or not spots:
            return None
        spot = spots[0]
        return read_spot(
            sentence, spot._replace(start=spot.start + match.start(), end=spot.end + match.start())
        )
    spots = find_spots(text, "in at")
    cities = [s for s in spots if s.rule != "country"]
    if type == "visit":
        return visit_place(sentence, cities)
    if cities:
        return read_spot(sentence, nearest(cities, cue, dated))
    visited = find_spots(text, "visiting")
    if visited:
        return read_spot(sentence, visited[0])
    if spots and not re.search(r"\b(?:situation|developments?|crisis|coup|peace|refugees)\s+in\b", text):
        return read_spot(sentence, nearest(spots, cue, dated))
    return None


_GOING = re.compile(
    r"\b(?:visit|trip|travel\w*|tour|journey|visiting|visited|visits|depart\w*|left|leaves?|fly|flies|flew"
    r"|arriv\w+|sets? out)\b"
    r"[^;.]{0,40}$",
    re.IGNORECASE,
)


def visit_place(sentence: Sentence, cities: Sequence[Spot]) -> Reading[str] | None:
    """Where a visit goes: a city that is named, else its goal."""
    if cities:
        return read_spot(sentence, cities[0])
    if goal := visit_goal(sentence):
        return read_spot(sentence, goal)
    spots = find_spots(sentence.text, "in")
    return read_spot(sentence, spots[0]) if spots else None


def visit_goal(sentence: Sentence) -> Spot | None:
    """Where a visit goes: "a visit to Myanmar", "travel to Malaysia, Thailand and Indonesia"."""
    text = sentence.text
    spots = find_spots(text, "to visiting visited visit visits for")
    goal = next((s for s in spots if _GOING.search(text[max(0, s.start - 60) : s.start])), None)
    if goal is None:
        return None
    names, end = [goal], goal.end
    for match in _FURTHER.finditer(text, end, end + 120):
        if further := look_up(text, match.end()):
            names.append(further)
    return Spot(goal.start, names[-1].end, "; ".join(s.name for s in names), goal.rule)


_FURTHER = re.compile(r"(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?(?=[A-Z])")


def nearest(spots: Sequence[Spot], cue: Cue | None, dated: Dated | None) -> Spot:
    """The place next to the date, or next after the cue."""
    if dated is not None:
        middle = dated.start
        return min(spots, key=lambda s: abs(s.start - middle))
    if cue is not None:
        return min(spots, key=lambda s: (s.start < cue.start, abs(s.start - cue.start)))
    return spots[0]


def place_beside(setting: Setting, sentence: Sentence, dated: Dated, type: str) -> Reading[str] | None:
    """The place next to a date: "in Tokyo, in November 2023", "held in Jakarta on 5-7 September 2023"."""
    if type in UNPLACED:
        return None
    begin = min(dated.cue.start if dated.cue and dated.cue.end <= dated.start else dated.start, dated.start)
    begin = max(0, begin - (0 if dated.cue else 20), dated.start - 140)
    if dated.opening:
        return place_in(setting, sentence, type, dated.cue, dated)
    spots = [
        spot._replace(start=spot.start + begin, end=spot.end + begin)
        for spot in find_spots(sentence.text[begin : dated.end + 40], "in at")
    ]
    near = [s for s in spots if s.rule != "country" or s.start < dated.end + 12]
    if venue := find_venue(sentence.text[begin : dated.end + 60]):
        near.append(venue._replace(start=venue.start + begin, end=venue.end + begin))
    if not near:
        return None
    return read_spot(
        sentence, min(near, key=lambda s: min(abs(s.end - dated.start), abs(s.start - dated.end)))
    )
