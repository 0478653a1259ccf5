"""Dates and places of a line: whether it is a date, a city or a country and nothing else.

Enters: the words of a line. Leaves: yes or no.
Must not be known here: what day a date is (that is `dates`'), and what the line is for.
"""

from __future__ import annotations

import re

from gazette.anatomy.piece import folded
from gazette.vocabulary.calendar import ENGLISH_MONTHS, OTHER_MONTHS, WEEKDAYS
from gazette.vocabulary.countries import COUNTRIES
from gazette.vocabulary.layout import AROUND_DATES, OTHER_CALENDAR_MONTHS

_MONTHS = "|".join(
    re.escape(name)
    for name in sorted(
        {name.lower() for row in (*ENGLISH_MONTHS, *OTHER_MONTHS) for name in row} | {*OTHER_CALENDAR_MONTHS},
        key=len,
        reverse=True,
    )
)
_DAYS = "|".join(name.lower() for row in WEEKDAYS for name in row)
_D = r"(?:\d{1,2}(?:st|nd|rd|th|er|º|\.)?)"
_RANGE = rf"{_D}(?:\s?(?:-|–|—|to|and|&|/)\s?{_D})?"
_YEAR = r"(?:,?(?:\s|-|\sde\s|\sdel\s|\sof\s)\s?\d{4})"
_DATE = re.compile(
    rf"""(?<!\w)(?:(?:{_DAYS})\b[.,]?\s+(?:the\s+)?)?
    (?:
      {_RANGE}\s?(?:of\s+|de\s+|-)?(?:{_MONTHS})\b\.?(?:\s?(?:-|–|to|and)\s?{_D}\s(?:{_MONTHS})\b)?{_YEAR}?
    | (?:{_MONTHS})\b\.?\s+{_RANGE}(?:\s?(?:-|–|to)\s?(?:{_MONTHS})\s{_D})?(?:,?\s+\d{{4}})?
    | (?:{_MONTHS})\b\.?,?\s+\d{{4}}
    | \d{{4}}\.?[-/.]\s?\d{{1,2}}[-/.]\s?\d{{1,2}}\.?
    | \d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}
    | (?:令和|平成|昭和|民國)?(?:\d{{1,4}}|元)年\d{{1,2}}月(?:\d{{1,2}}日)?(?:[（(].[)）])?
    | \d{{4}}년\s?\d{{1,2}}월\s?\d{{1,2}}일
    | ngày\s\d{{1,2}}\s?(?:tháng|/)\s?\d{{1,2}}\s?(?:năm|/)\s?\d{{4}}
    | ថ្ងៃ\S*(?:\s\S+){{0,12}}
    | วันที่\S*(?:\s\S+){{1,5}}
    )""",
    re.VERBOSE,
)
_WORDS_AROUND = "|".join(re.escape(word) for word in sorted(AROUND_DATES, key=len, reverse=True))
_AROUND_DATE = re.compile(
    rf"""(?:^|(?<=[\s(/|,.]))(?:{_WORDS_AROUND}|{_DAYS}|as\sof|local\stime
    |\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?(?:\s?[ap]\.?m\.?|h)?
    |(?:gmt|utc)(?:\s?[+-]\d{{1,2}})?|[+-]\d{{1,2}}(?::?\d{{2}})?
    |\d{{2,4}}\s?h|reiwa\s\d+|heisei\s\d+)
    (?=\s|$|[:,.)/|])""",
    re.VERBOSE | re.IGNORECASE,
)


def _later_dates(after: str) -> str:
    """What follows a date without the dates in it: "… corresponding to 5 May 2031"."""
    low = after.lower()
    if len(low) != len(after) or not _DIGIT.search(low):
        return after
    return "".join(after[start:end] for start, end in _between(_DATE, low))


def _between(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Places of what a pattern does not match."""
    places, at = [], 0
    for found in pattern.finditer(text):
        places.append((at, found.start()))
        at = found.end()
    return [*places, (at, len(text))]


_EDGES = " ,.:;|()[]-–—/*•·"
_CITIES = frozenset(
    folded(name) for country in COUNTRIES for name in (country.capital, *country.cities, country.name) if name
)
_COUNTRIES = frozenset(
    folded(name) for country in COUNTRIES for name in (country.name, *country.aliases) if name
)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_MONTH_WORDS = frozenset(word for name in _MONTHS.split("|") for word in _LETTERS.findall(name)[:1])
_FIGURES = re.compile(r"\d[-/.]\s?\d")


def is_country(low: str) -> bool:
    """Whether a folded line is the name of a country and nothing else."""
    return low in _COUNTRIES


def is_city(low: str) -> bool:
    """Whether a folded line is a place alone: "canberra", "avarua, cook islands", "washington, d.c."."""
    if low in _CITIES:
        return True
    head, comma, tail = low.partition(",")
    if not comma:
        return False
    tail = tail.strip(" .")
    if tail in _COUNTRIES and head.count(" ") < 2 and not _DIGIT.search(head) and not _NO_PLACE.search(head):
        return True
    return head.strip() in _CITIES and (tail in _COUNTRIES or len(tail) <= 4 or is_city(tail))


def is_date_line(text: str) -> bool:
    """Whether a line is a date, or a place and a date, and nothing else.

    Near-misses: "On 5 May they met.", "Meeting of 5 May 2021", "Statement on Myanmar, 1 February 2022".

    >>> is_date_line("Phnom Penh, 18 March 2020"), is_date_line("On 5 May 2021"), is_date_line("Visit, 5 May")
    (True, True, False)
    """
    if len(text) > 110 or not _DIGIT.search(text):
        return False
    low = text.lower()
    if len(low) != len(text):
        low = text
    if text.isascii() and _MONTH_WORDS.isdisjoint(_LETTERS.findall(low)) and not _FIGURES.search(text):
        return False
    date = _DATE.search(low)
    if not date:
        return False
    if "posted in" in low:
        return low[:1].isdigit()
    before, after = text[: date.start()], text[date.end() :]
    if len(before) > 50 or len(after) > 60:
        return False
    after = _AROUND_DATE.sub(" ", _later_dates(after)).strip(_EDGES)
    if after and not is_city(folded(after)) and not _is_place(after, False):
        return False
    before = _AROUND_DATE.sub(" ", before)
    joined = before.rstrip()
    before = before.strip(_EDGES)
    if not before:
        return True
    if is_city(folded(before)):
        return True
    if not before[0].isascii() and len(before) <= 30 and date[0][0] in "ថวn":
        return True
    return joined.endswith((",", "-", "–", "—", ":", ")")) and _is_place(before, True)


_CELLS = re.compile(r"\s+[-–—|·•]\s+")


def is_dated_cells(text: str) -> bool:
    """ "May 5, 2031 - Oslo - Ministry of the Sea", "12.04.2031 – Press release": a date and short words."""
    cells = _CELLS.split(text)
    return (
        1 < len(cells) <= 4
        and any(is_date_line(cell) for cell in (cells[0], cells[-1]))
        and all(cell.count(" ") < 5 and not _EVENT.search(cell) for cell in cells)
    )


_EVENT = re.compile(
    r"\b(?:meeting|visit|summit|talks?|call|dialogue|consultation|forum|election|anniversary|signing)s?\b",
    re.I,
)
_NO_PLACE = re.compile(
    r"\b(?:meeting|visit|summit|statement|talks?|call|conference|release|session|dialogue|consultation|conversation|"
    r"forum|election|minister|president|secretary|relations|anniversary|day|remarks|speech|read-?out|agreement|signing|"
    r"no|n°|ref|report|bulletin|year|week|joint|council|agenda|communiqu[eé]|ministry|department|news|press|portal)s?\b",
    re.IGNORECASE,
)


def _is_place(words: str, before: bool) -> bool:
    """Whether words beside a date look like the name of a place: few, capitals in front, no kind of event."""
    parts = words.replace(",", " ").split()
    if not parts or len(parts) > (5 if before else 3) or _NO_PLACE.search(words) or _DIGIT.search(words):
        return False
    if not words[0].isascii() and not words[0].isupper():
        return len(words) <= 30
    return all(part[0].isupper() or part in ("of", "the", "de", "la", "al", "city") for part in parts)
