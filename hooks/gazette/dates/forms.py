"""Dates with the name of a month, as ordered tables of small rules.

Enters: a match of a form's own pattern at a place where a date may begin. Leaves: places and EDTF values.
Must not be known here: where in a text to try (`finding`), how gaps are filled (`completing`).
"""

from __future__ import annotations

import re

from gazette.dates.patterns import (
    DAY,
    DAYS,
    ENGLISH_MONTH,
    FLAGS,
    IS_RANGE,
    MONTH,
    MONTHS_BY_RANGE_OR_AND,
    NUMBER,
    OF,
    ON_WEEKDAY,
    THEN_YEAR,
    YEAR,
    Form,
    Found,
    counts_something,
    leading_number,
    one_found,
    year_of,
)
from gazette.dates.values import (
    MONTH_NUMBERS,
    day_edtf,
    interval,
    month_edtf,
    read_year,
    single,
)
from gazette.model import When


def _days(
    match: re.Match[str], year: int | None, month: int, end: int, before: str, name: str
) -> tuple[Found, ...]:
    """One day, a range of days, or several days that share a month: "5, 6 and 9 May"."""
    first, last = match.start(), end
    written = match["days"]
    if written.isdigit():
        edtf = day_edtf(year, month, int(written))
        return (Found(first, last, When(edtf, edtf), name if year else f"{name}-no-year"),) if edtf else ()
    places = [(m.start(), m.end(), int(m["n"])) for m in NUMBER.finditer(match.string, *match.span("days"))]
    values = [day_edtf(year, month, day) for _, _, day in places]
    tail = "" if year else "-no-year"
    if len(places) == 1:
        return tuple(Found(first, last, When(v, v), f"{name}{tail}") for v in values if v)
    numbers = [day for _, _, day in places]
    if numbers == sorted(set(numbers)) and all(values):
        gap = match.string[places[0][1] : places[-1][0]]
        together = numbers == list(range(numbers[0], numbers[-1] + 1))
        ranged = len(places) == 2 and (IS_RANGE.search(gap) or before.endswith(("between ", "Between ")))
        if together or ranged:
            when = interval(values[0], values[-1])
            return (Found(first, last, when, f"days-{name}{tail}"),) if when else ()
        starts = [first, *(start for start, _, _ in places[1:])]
        ends = [*(stop for _, stop, _ in places[:-1]), last]
        return tuple(
            Found(a, b, When(v, v), f"{name}{tail}")
            for a, b, v in zip(starts, ends, values, strict=True)
            if v
        )
    return ()


def _month_word(word: str, year: int | None) -> int | None:
    """Number of a month; a small letter ("3 may be") counts only beside a year."""
    if year is None and word[:1].islower():
        return None
    return MONTH_NUMBERS.get(word.casefold())


def _read_day_month(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year, end = year_of(match)
    month = _month_word(match["month"], year)
    if month is None or (year is None and "." in match["days"]):
        return ()  # "3. March": the third point
    return _days(match, year, month, end, before, "day-month")


def _read_last_day_month(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """Only the day next to the month, where the numbers before it are something else."""
    year, end = year_of(match)
    month = _month_word(match["month"], year)
    edtf = day_edtf(year, month, int(match["day"])) if month else None
    return one_found(match, single(edtf), "day-month" if year else "day-month-no-year", end)


def _read_two_months(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """From a day in one month to a day in another, or two such days."""
    year, end = year_of(match, "y2")
    first_year = read_year(match["y1"])
    m1, m2 = (_month_word(match[g], year or first_year) for g in ("m1", "m2"))
    if m1 is None or m2 is None:
        return ()
    if first_year is None and year is not None:
        first_year = year if m1 <= m2 else year - 1
    d1, d2 = (leading_number(match[g]) for g in ("d1", "d2"))
    a, b = day_edtf(first_year, m1, d1), day_edtf(year, m2, d2)
    tail = "" if year else "-no-year"
    if not a or not b:
        return ()
    between = match.string[match.end("m1") : match.start("d2")]
    if IS_RANGE.search(between) or before.endswith(("between ", "Between ")):
        return one_found(match, interval(a, b), f"days-two-months{tail}", end)
    cut = match.end("y1") if match["y1"] else match.end("m1")
    start = match.start("d2") if match.start("d1") < match.start("m1") else match.start("m2")
    return (
        Found(match.start(), cut, When(a, a), f"day-month{'' if first_year else '-no-year'}"),
        Found(start, end, When(b, b), f"day-month{tail}"),
    )


def _read_month_days(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year, end = year_of(match)
    if not match["year"] and counts_something(match.string, end):
        return ()
    return _days(match, year, MONTH_NUMBERS[match["month"].casefold()], end, before, "month-day")


def _read_month_year(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year, end = year_of(match)
    if year is None:
        return ()
    return one_found(
        match, single(month_edtf(year, MONTH_NUMBERS[match["month"].casefold()])), "month-year", end
    )


def _read_months_year(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year, end = year_of(match)
    m1, m2 = MONTH_NUMBERS[match["m1"].casefold()], MONTH_NUMBERS[match["m2"].casefold()]
    if year is None:
        return ()
    first = year if m1 <= m2 else year - 1
    if IS_RANGE.search(match.string[match.end("m1") : match.start("m2")]) or before.endswith("between "):
        return one_found(match, interval(month_edtf(first, m1), month_edtf(year, m2)), "months-year", end)
    a, b = single(month_edtf(first, m1)), single(month_edtf(year, m2))
    if not a or not b:
        return ()
    return (
        Found(match.start(), match.end("m1"), a, "month-year"),
        Found(match.start("m2"), end, b, "month-year"),
    )


DAY_FORMS: tuple[Form, ...] = (
    Form(
        "two-months",
        re.compile(
            rf"(?P<d1>{DAY}){OF}(?P<m1>{MONTH})\.?(?:,?\s{{0,2}}(?P<y1>{YEAR}))?"
            rf"{MONTHS_BY_RANGE_OR_AND}{ON_WEEKDAY}(?:the\s)?"
            rf"(?P<d2>{DAY}){OF}(?P<m2>{MONTH})\.?(?:{THEN_YEAR}(?P<y2>{YEAR}))?",
            FLAGS,
        ),
        _read_two_months,
    ),
    Form(
        "day-month",
        re.compile(rf"{DAYS}{OF}(?P<month>{MONTH})\.?(?:{THEN_YEAR}(?P<year>{YEAR}))?", FLAGS),
        _read_day_month,
    ),
)
"""Forms that begin with the number of a day."""

MONTH_FORMS: tuple[Form, ...] = (
    Form(
        "two-months",
        re.compile(
            rf"(?P<m1>{ENGLISH_MONTH})\.?\s{{1,2}}(?P<d1>{DAY})(?:,?\s{{0,2}}(?P<y1>{YEAR}))?"
            rf"{MONTHS_BY_RANGE_OR_AND}{ON_WEEKDAY}"
            rf"(?P<m2>{ENGLISH_MONTH})\.?\s{{1,2}}(?P<d2>{DAY})(?![:%]\d?|"
            rf"\.\d)(?:,?\s{{0,2}}(?P<y2>{YEAR}))?"
        ),
        _read_two_months,
    ),
    Form(
        "month-day",
        re.compile(
            rf"(?P<month>{ENGLISH_MONTH})\.?\s{{1,3}}(?:the\s)?{DAYS}(?![:%]|"
            rf"[.,]\d)(?:,?\s{{0,3}}(?P<year>{YEAR}))?"
        ),
        _read_month_days,
    ),
    Form(
        "month-one-day",
        re.compile(
            rf"(?P<month>{ENGLISH_MONTH})\.?\s{{1,3}}(?P<days>{DAY})(?![:%]|"
            rf"[.,]\d)(?:,?\s{{0,3}}(?P<year>{YEAR}))?"
        ),
        _read_month_days,
    ),
    Form(
        "months-year",
        re.compile(
            rf"(?P<m1>{ENGLISH_MONTH})\.?{MONTHS_BY_RANGE_OR_AND}"
            rf"(?P<m2>{ENGLISH_MONTH})\.?,?\s{{1,2}}(?:of\s)?(?P<year>{YEAR})"
        ),
        _read_months_year,
    ),
    Form(
        "month-year",
        re.compile(rf"(?P<month>{ENGLISH_MONTH})\.?(?:,?\s{{1,2}}(?:of\s)?|-)(?P<year>{YEAR})"),
        _read_month_year,
    ),
)
"""Forms that begin with the English name of a month."""

LAST_DAY = Form(
    "day-month",
    re.compile(
        rf"(?P<day>\d{{1,2}})(?!\d)(?:\s?(?:st|nd|rd|th|er|"
        rf"º))?{OF}(?P<month>{MONTH})\.?(?:{THEN_YEAR}(?P<year>{YEAR}))?",
        FLAGS,
    ),
    _read_last_day_month,
)
"The last day of a list, where the numbers before it are something else."
