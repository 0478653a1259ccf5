"""Where in a text a date may begin, and which of the forms holds there.

Enters: any text. Leaves: mentions in order, not overlapping, `text[start:end] == as_written`.
Must not be known here: how gaps are filled (`completing`), how a date is written (`readers`).

One scan finds digits, names of months and weekdays, and a few words of relation; only there the readers
are tried. What stands before is looked at over a few dozen characters at most, so time is linear.
"""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import replace
from functools import lru_cache

from gazette.dates.completing import either_order
from gazette.dates.readers import READERS, read_bare_year
from gazette.dates.scanning import kind_of, letter_tree, scanner
from gazette.dates.sequels import read_sequel, with_tail
from gazette.dates.values import UNKNOWN_YEAR
from gazette.model import DateMention, When
from gazette.vocabulary.calendar import AHEAD_CUES, BACK_CUES

_LEFT = 48
"As many characters are looked at before a place."

_SENTENCE_END = re.compile(r"[.!?。]\s")
_DIRECTION = re.compile(
    r"\b(?:(?P<ahead>(?:(?:is |are |due |set )?to be|will|shall|would)(?: be)? \w+"
    rf"|{letter_tree(AHEAD_CUES)}|by(?= (?:the )?$))|(?P<back>{letter_tree(BACK_CUES)}))\b"
)
"Over small letters."
_CHAIN = re.compile(r"\s?(?:,|and|or|,\s?and|to|until|&)\s")


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Every date in a text, as far as the words go.

    A year that the words do not give is `XXXX`; a relative day is `XXXX-XX-XX`; `complete` fills them in.

    >>> [m.when.edtf for m in find_dates("It met on 16th March 2020, and in July; Tokyo Strategy 2018.")]
    ['2020-03-16', 'XXXX-07']
    """
    return _remembered(text) if len(text) <= _SHORT else _find(text)


def _find(text: str) -> tuple[DateMention, ...]:
    mentions: list[DateMention] = []
    position, last_end = 0, 0
    last_rule = ""
    search = scanner(text).search
    while (start := search(text, position)) is not None:
        position = start.end()
        begin = start.start()
        before = text[max(last_end, begin - _LEFT) : begin]
        if before and before[-1] < "ɐ" and (before[-1].isalnum() or before[-1] == "_"):
            continue
        kind = kind_of(start[0])
        if kind == "sequel":
            for mention in read_sequel(text, start, before, mentions[-1] if mentions else None):
                mentions.append(mention)
                position = last_end = mention.end
            continue
        found = READERS[kind](text, start, before)
        if not found and kind == "number" and last_rule == "year" and _CHAIN.fullmatch(before):
            found = read_bare_year(text, start, "in ")  # "in 2019 and 2020"
        for one in found:
            if one.start < last_end:
                continue
            if one.when.start.startswith(UNKNOWN_YEAR):
                one = with_tail(text, one)
            rule = one.rule
            if rule not in _FIXED and one.when.start.startswith(UNKNOWN_YEAR):
                rule += _direction(text, one.start)
            mentions.append(
                DateMention(one.start, one.end, text[one.start : one.end], one.when, "stated", rule)
            )
            position, last_end, last_rule = max(position, one.end), one.end, one.rule
    if len(mentions) > 1:
        mentions = _sharing_order(_sharing_years(text, mentions))
    return tuple(mentions)


_SHORT = 600
_remembered = lru_cache(maxsize=64)(_find)
"Several rooms look at the same lines of a release one after the other; it remembers about one release."


def _sharing_years(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Days in a list share the year that stands at its end: "16 March, 17 March and 2 April 2020"."""
    for place in range(len(mentions) - 2, -1, -1):
        one, following = mentions[place : place + 2]
        year = following.when.start[:4]
        if (
            len(one.when.start) == 10
            and one.when.start.startswith(f"{UNKNOWN_YEAR}-")
            and one.when.start[4:] <= following.when.start[4:]
            and len(following.when.start) == 10
            and year != UNKNOWN_YEAR
            and _CHAIN.fullmatch(text, one.end, following.start)
            and one.when.end[:4] == UNKNOWN_YEAR
            and not one.when.start.endswith("XX")
            and (one.when.start[5:] != "02-29" or isleap(int(year)))
        ):
            when = When(year + one.when.start[4:], year + one.when.end[4:])
            mentions[place] = replace(one, when=when, rule=one.rule.partition("-no-year")[0])
    return mentions


def _sharing_order(mentions: list[DateMention]) -> list[DateMention]:
    """Dates in figures with strokes keep one order: "17/4/2025 and 3/4/2025"."""
    ordered = {m.rule for m in mentions if "/" in m.as_written} & {"numeric-day-first", "numeric-month-first"}
    if len(ordered) != 1:
        return mentions
    rule = ordered.pop()
    settled = []
    for mention in mentions:
        either = either_order(mention) if "/" in mention.as_written else None
        if either:
            day = either[rule == "numeric-month-first"]
            mention = replace(mention, when=When(day, day), status="inferred", rule=rule)
        settled.append(mention)
    return settled


_FIXED = frozenset(
    {"relative-day", "relative-period", "relative-month", "of-relative-year", "days-ago", "days-ahead"}
)
"Rules whose words themselves say the direction."


def _direction(text: str, start: int) -> str:
    """`-ahead` or `-back` where the sentence before speaks of the future or the past, else nothing."""
    window = text[max(0, start - 160) : start].lower()
    cut = 0
    for end in _SENTENCE_END.finditer(window):
        cut = end.end()
    last = ""
    for cue in _DIRECTION.finditer(window, cut):
        last = cue.lastgroup or ""
    return f"-{last}" if last else ""
