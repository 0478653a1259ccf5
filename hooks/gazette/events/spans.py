"""Ranges that a text gives in two pieces: by how long something lasts, or by its two ends.

Enters: dated events sentence by sentence. Leaves: the same with one range in the place of the pieces.
Must not be known here: which event the release is about.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from gazette.events.dating import Dated
from gazette.events.folding import alternation, any_of, fold
from gazette.events.phrases import Phrases
from gazette.events.sentences import Sentence
from gazette.model import When
from gazette.vocabulary.calendar import SMALL_NUMBERS
from gazette.vocabulary.events import (
    ARRIVAL_CUES,
    DEPARTURE_CUES,
    LASTING_EVENTS,
    LEAVING_CUES,
    OPENING_CUES,
    RETURN_CUES,
)

LONGEST = 21
"""Days; what lies further apart is not one visit."""

_LENGTH = re.compile(
    rf"\b(?P<many>\d{{1,2}}|{alternation(fold(word) for word in SMALL_NUMBERS)}) days?,? "
    rf"(?:[a-z]+ ){{0,4}}?(?:{alternation(fold(noun) for noun in LASTING_EVENTS)})\b"
)
_UNTIL = re.compile(r"\b(?:until|till|up to|through|to|ending(?: on)?|ends(?: on)?|lasting to)(?: the)? $")
_FROM = re.compile(r"\b(?:from|beginning|starting|commencing|as of|as from)(?: on)?(?: the)? $")
_OPENING = any_of(OPENING_CUES)
_ARRIVAL = any_of(ARRIVAL_CUES)
_DEPARTURE = any_of(DEPARTURE_CUES)
_RETURN = any_of(RETURN_CUES)


def is_day(dated: Dated) -> bool:
    """Whether it is one day of a known year."""
    when = dated.when
    return when.start == when.end and len(when.start) == 10 and "X" not in when.start


def shift(day: str, days: int) -> str:
    """A day so many days on.

    >>> shift("2025-07-14", 1)
    '2025-07-15'
    """
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day


def by_length(dated: Dated) -> Dated:
    """A day with the length that its sentence gives: "will open a two-day conference on Monday".

    "on a three-day visit, up to 12 November" → from the 10th. Not "met on 3 May during a three-day visit",
    which does not say on which of the days.
    """
    sentence = dated.sentence
    if "day" not in sentence.folded or not is_day(dated):
        return dated
    length = _LENGTH.search(sentence.folded)
    if length is None:
        return dated
    many = SMALL_NUMBERS.get(length["many"]) or int(length["many"] if length["many"].isdigit() else 0)
    if not 2 <= many <= LONGEST:
        return dated
    lead = sentence.folded[max(0, dated.start - 20) : dated.start]
    day = dated.when.start
    if _UNTIL.search(lead) and length.end() <= dated.start:
        return ranged(dated, When(shift(day, 1 - many), day), sentence, length.start(), length.end())
    told = sentence.folded[max(0, min(dated.start, length.start()) - 60) : length.start()]
    near = abs(length.end() - dated.start) < 120
    if near and (_FROM.search(lead) or _OPENING.search(told)):
        return ranged(dated, When(day, shift(day, many - 1)), sentence, length.start(), length.end())
    return dated


def ranged(dated: Dated, when: When, sentence: Sentence, start: int, end: int, status: str = "") -> Dated:
    """A dated event with a range that rests on further words too."""
    whole = replace(
        dated.mention,
        when=when,
        status="inferred" if status != "stated" else dated.mention.status,
        rule=f"{dated.mention.rule}+range",
    )
    return replace(dated, mention=whole, further=(*dated.further, sentence.evidence(start, end)))


_TO = re.compile(
    r"(?: the)?(?: (?:morning|afternoon|evening))?(?:,? (?:to|until|till|through)(?: the)? |   )"
)
_AND = re.compile(r" and(?: on)? ")
_SAID_TWICE = re.compile(r",? ?\(?(?:on )?(?:the )?")
_LEAVING = any_of(LEAVING_CUES)


def is_leaving(folded: str) -> bool:
    """Whether folded words speak of a journey that begins: "before her departure for Kyiv"."""
    return bool(_LEAVING.search(folded))


def join_neighbours(found: list[Dated]) -> list[Dated]:
    """Two days of one event that stand side by side: "from Monday to Wednesday", "on Tuesday and Wednesday".

    Also the day of leaving and the last day of the stay: "today, before her departure for Kyiv, where she
    will stay until 6 March"; and one day said twice: "today (3 March)". Not "on 11 and 25 January", which
    are two occasions.
    """
    joined: list[Dated] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and is_day(last) and is_day(one):
            start, end = last.when.start, one.when.start
            folded = one.sentence.folded
            reaches = bool(_TO.fullmatch(folded, last.end, one.start)) and end <= shift(start, LONGEST)
            if start == end and _SAID_TWICE.fullmatch(folded, last.end, one.start):
                joined[-1] = replace(last, further=(*last.further, one.sentence.evidence(one.start, one.end)))
                continue
            between = folded[last.end : one.start]
            if _UNTIL.search(between) and is_leaving(between) and end <= shift(start, LONGEST):
                reaches = True
            adjoins = _AND.fullmatch(folded, last.end, one.start) and end == shift(start, 1)
            if start < end and (reaches or adjoins):
                status = one.mention.status
                joined[-1] = ranged(last, When(start, end), one.sentence, one.start, one.end, status)
                continue
        joined.append(one)
    return joined


def join_ends(dated: dict[int, list[Dated]]) -> dict[int, list[Dated]]:
    """Arrival and departure as one visit: "arrived on 10 November … and leaves on 12 November".

    Or leaving home and returning. Both in one sentence, or in two of three that follow each other. Not an
    arrival with an arrival elsewhere.
    """
    first: tuple[int, int, re.Pattern[str]] | None = None
    joined = {place: list(found) for place, found in dated.items()}
    for place in sorted(dated):
        for one in dated[place]:
            if not is_day(one) or one.background or one.quoted:
                continue
            verb = verb_beside(one)
            if not verb:
                continue
            if first and place - first[0] <= 2 and first[2].fullmatch(verb):
                begun = joined[first[0]][first[1]]
                start, end = begun.when.start, one.when.start
                if start < end <= shift(start, LONGEST):
                    status = one.mention.status
                    joined[first[0]][first[1]] = ranged(
                        begun, When(start, end), one.sentence, one.start, one.end, status
                    )
                    joined[place] = [d for d in joined[place] if d is not one]
                    first = None
                    continue
            if _ARRIVAL.fullmatch(verb):
                first = place, joined[place].index(one), _DEPARTURE
            elif _DEPARTURE.fullmatch(verb):
                first = place, joined[place].index(one), _RETURN
    return joined


def verb_beside(dated: Dated) -> str:
    """The words of arriving or leaving beside a date: the last before it, else the first after."""
    folded = dated.sentence.folded
    verb = ""
    for match in _EITHER.finditer(folded, max(0, dated.start - 90), dated.start):
        verb = match[0]
    if verb or not dated.opening:
        return verb
    after = _EITHER.search(folded, dated.end, dated.end + 90)
    return after[0] if after else ""


_EITHER = Phrases((*ARRIVAL_CUES, *DEPARTURE_CUES, *RETURN_CUES))


def join_spans(dated: dict[int, list[Dated]]) -> dict[int, list[Dated]]:
    """Every range that is given in pieces, made one."""
    return join_ends(
        {place: [by_length(one) for one in join_neighbours(found)] for place, found in dated.items()}
    )
