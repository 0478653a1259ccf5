"""Readers of words that count a date from another: today, last month, two weeks ago, in three days.

Enters: a text, a match of the scanner in it, the few dozen characters before it. Leaves: dates found, their
values unknown as far as the words go. Must not be known here: what they are counted from (`completing`).
"""

from __future__ import annotations

import re

from gazette.dates.patterns import UNKNOWN_DAY, UNKNOWN_MONTH, Found, ending
from gazette.dates.values import UNKNOWN_YEAR
from gazette.model import When
from gazette.vocabulary.calendar import DATED_NOUNS, DAY_NOUNS, PARTS_OF_PERIOD, PERIOD_ENDS, SMALL_NUMBERS

_PART = "|".join(sorted(PARTS_OF_PERIOD, key=len, reverse=True))
OWNED_DAY = re.compile(rf"[’']s\s+(?:\w+\s+){{0,3}}?(?:{'|'.join((*DATED_NOUNS, *DAY_NOUNS))})\b", re.I)
_COUNT = rf"(?P<many>\d{{1,2}}|{'|'.join(sorted(SMALL_NUMBERS, key=len, reverse=True))})"
_COUNT_BEFORE = re.compile(rf"\b{_COUNT}\s(?P<unit>day|week|month|year)s?\s$", re.I)
_PLAIN_COUNT_BEFORE = re.compile(rf"(?:^|[^\w-]){_COUNT}\s$", re.I)
_IN_COUNT = re.compile(rf"\bin\s(?:just\s|only\s|about\s)?{_COUNT}\s$", re.I)
_FROM_NOW = re.compile(r"[’']?\stime\b|\sfrom\s(?:now|today)\b")
_FOR_THE_FIRST_TIME = re.compile(
    r"\b(?:time|times|once|twice|first|second|third|only|\w+(?:th|est)|visit|meeting)\b", re.I
)
_DURATION = re.compile(r"\s(?:of|after|before|since|from)\b")
_PART_OF_RELATIVE = re.compile(rf"\b(?:earlier|later|{_PART})\s(?:of\s)?(?:the\s)?$", re.I)
_SAME_DAY_AGO = re.compile(r"\s(?P<what>today|to the day|this month)\b")


def read_day_word(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """Today, yesterday, tomorrow. Not "USA Today", not "today's world", but "today's meeting"."""
    end = start.end()
    if start[0][0].isupper() and before[-1:] == " " and before.rstrip()[-1:].isalnum():
        return ()
    if text[end : end + 1] in ("’", "'") and not OWNED_DAY.match(text, end):
        return ()
    return (Found(start.start(), end, When(UNKNOWN_DAY, UNKNOWN_DAY), "relative-day"),)


_UNKNOWN: dict[str, str] = {"year": UNKNOWN_YEAR, "month": UNKNOWN_MONTH}


def read_period(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """This week, last month, the end of the year; with "early" or "later" before it."""
    words = start[0].casefold()
    unit = PERIOD_ENDS.get(words) or words.rpartition(" ")[2]
    if words in PERIOD_ENDS and _A_NUMBER.match(text, start.end()):
        return ()  # "by the end of the year 2026"
    value = _UNKNOWN.get(unit, UNKNOWN_DAY)
    place = start.start()
    part = ending(_PART_OF_RELATIVE, before, 44)
    if part:
        place -= len(before) - part.start()
    return (Found(place, start.end(), When(value, value), "relative-period"),)


_A_NUMBER = re.compile(r"\s?\d|\sof\b")


def read_ago(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """Two weeks ago: as exact as its unit; "five years ago today" is a day."""
    count = _COUNT_BEFORE.search(before)
    if count is None:
        return ()
    unit, end = count["unit"].lower(), start.end()
    same = _SAME_DAY_AGO.match(text, end) if unit in ("year", "month") else None
    if same:
        unit, end = ("month" if same["what"] == "this month" else "day"), same.end()
    value = _UNKNOWN.get(unit, UNKNOWN_DAY)
    return (Found(start.start() - (len(before) - count.start()), end, When(value, value), "days-ago"),)


def read_ahead(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """In two days, in three months' time, two weeks from now.

    Not "in two days of talks", which is how long they lasted; not "the second call in two weeks".
    """
    end, unit = start.end(), start[0].rstrip("s")
    now = _FROM_NOW.match(text, end)
    if now is None and unit in ("month", "year"):
        return ()
    count = _IN_COUNT.search(before) or (now and _PLAIN_COUNT_BEFORE.search(before))
    if not count or (now is None and (_DURATION.match(text, end) or _FOR_THE_FIRST_TIME.search(before))):
        return ()
    value = _UNKNOWN.get(unit, UNKNOWN_DAY)
    begin = start.start() - (len(before) - count.start())
    begin += not text[begin].isalnum()
    return (Found(begin, now.end() if now else end, When(value, value), "days-ahead"),)
