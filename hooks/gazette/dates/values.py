"""Years, months and days → EDTF values; words → their numbers.

Enters: numbers and single words. Leaves: EDTF strings and `When`s, or None where there is no such day.
Must not be known here: patterns, texts.
"""

from __future__ import annotations

from calendar import isleap

from gazette.model import When
from gazette.vocabulary.calendar import ENGLISH_MONTHS, OTHER_MONTHS, WEEKDAYS

UNKNOWN_YEAR = "XXXX"
FIRST_YEAR, LAST_YEAR = 1700, 2149
"Years outside are numbers of something else, or history too far back for a press release."
_BUDDHIST_ERA = 543

MONTH_NUMBERS: dict[str, int] = {
    word.casefold(): number
    for table in (OTHER_MONTHS, ENGLISH_MONTHS)
    for number, words in enumerate(table, 1)
    for word in words
}
WEEKDAY_NUMBERS: dict[str, int] = {
    word.casefold(): number for number, words in enumerate(WEEKDAYS) for word in words
}


def read_year(digits: str | None) -> int | None:
    """A year in any script's digits; the letter O of a scan counts as nought; Buddhist years are converted.

    >>> read_year("2O22"), read_year("២០២៥"), read_year("๒๕๖๘"), read_year("1024")
    (2022, 2025, 2025, None)
    """
    if not digits:
        return None
    year = int(digits.replace("O", "0").replace("o", "0"))
    if FIRST_YEAR + _BUDDHIST_ERA + 157 <= year <= LAST_YEAR + _BUDDHIST_ERA:
        year -= _BUDDHIST_ERA
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_edtf(year: int | None, month: int, day: int) -> str | None:
    """`2020-03-16`, or `XXXX-03-16` without a year; None where the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return None
    if day == 29 and month == 2 and year and not isleap(year):
        return None
    return f"{year or UNKNOWN_YEAR:>04}-{month:02}-{day:02}"


def month_edtf(year: int | None, month: int) -> str | None:
    """`2020-03`, or `XXXX-03` without a year; None where there is no such month."""
    return f"{year or UNKNOWN_YEAR:>04}-{month:02}" if 1 <= month <= 12 else None


def is_in_calendar(edtf: str) -> bool:
    """Whether the calendar has the days of an EDTF date or interval, which does not end before it begins.

    >>> [is_in_calendar(words) for words in ("2024-02-29", "202X", "2024-01~/..", "2022-05/2022-05-04")]
    [True, True, True, True]
    >>> [is_in_calendar(words) for words in ("2022-02-30", "2022-13", "0000", "2022-05-04/2021")]
    [False, False, False, False]
    """
    dates = [words.rstrip("?~%") for words in edtf.split("/") if words not in ("", "..")]
    for words in dates:
        year, month, day = (*(part if part.isdigit() else "" for part in words.split("-")), "", "")[:3]
        if year == "0000" or not day_edtf(int(year or 0) or None, int(month or 1), int(day or 1)):
            return False
    first, last = dates[0], dates[-1]
    shorter = min(len(first), len(last))
    return "X" in first + last or first[:shorter] <= last[:shorter]


def single(edtf: str | None) -> When | None:
    """A `When` of one date."""
    return When(edtf, edtf) if edtf else None


def interval(start: str | None, end: str | None) -> When | None:
    """A `When` from–to; None where an end is missing or the order is wrong."""
    if not start or not end or (start[:4] != UNKNOWN_YEAR and end[:4] != UNKNOWN_YEAR and end < start):
        return None
    return When(start, end)
