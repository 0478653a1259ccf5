"""Dates in figures and in the signs of East Asia, and years: ordered tables of small rules.

Enters: a match of a form's own pattern at a place where a date may begin. Leaves: places and EDTF values.
Must not be known here: where in a text to try (`finding`), how gaps are filled (`completing`).
"""

from __future__ import annotations

import re

from gazette.dates.patterns import FISCAL, FLAGS, MONTH, Form, Found, counts_something, one_found
from gazette.dates.values import LAST_YEAR, MONTH_NUMBERS, day_edtf, interval, month_edtf, read_year, single
from gazette.model import When
from gazette.vocabulary.calendar import DATED_NOUNS, ERAS, THAI_SHORT_MONTHS


def _read_year_first(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year = read_year(match["year"])
    edtf = day_edtf(year, int(match["month"]), int(match["day"])) if year else None
    return one_found(match, single(edtf), "year-month-day")


def _read_numeric(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """Order of day and month: decided by a number over 12, by equal numbers, or by full stops between them.

    Otherwise only the year is certain.
    """
    year = read_year(match["year"])
    if year is None:
        return ()
    a, b = int(match["a"]), int(match["b"])
    if match["mark"].strip() == "." or a > 12 or a == b:
        return one_found(match, single(day_edtf(year, b, a)), "numeric-day-first")
    if b > 12:
        return one_found(match, single(day_edtf(year, a, b)), "numeric-month-first")
    return one_found(match, single(str(year)) if a and b else None, "numeric-ambiguous")


def _read_numeric_days(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """27–28.11.2025: what is ranged are days, so the month follows them."""
    year, month = read_year(match["year"]), int(match["month"])
    start, end = (day_edtf(year, month, int(match[group])) for group in "ab")
    return one_found(match, interval(start, end) if year else None, "days-numeric")


def _read_east_asian(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """令和6年7月8日, 2024年7月8日, 7月8日, 2024년 7월 8일; a school or fiscal year (年度) is no date."""
    year: int | None
    if match["era"]:
        number = match["of_era"]
        year = ERAS[match["era"]] + (1 if number == "元" else int(number)) - 1
    else:
        year = read_year(match["year"])
        if match["year"] and year is None:
            return ()
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    if month is None:
        return one_found(match, single(str(year)) if year else None, "east-asian")
    if day is None:
        return one_found(match, single(month_edtf(year, month)), "east-asian" if year else "month-no-year")
    start = day_edtf(year, month, day)
    tail = "east-asian" if year else "day-month-no-year"
    if match["last"]:
        end = day_edtf(year, int(match["last_month"] or month), int(match["last"]))
        return one_found(match, interval(start, end), tail if year else "days-day-month-no-year")
    return one_found(match, single(start), tail)


def _read_vietnamese(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year = read_year(match["year"])
    edtf = day_edtf(year, int(match["month"]), int(match["day"]))
    return one_found(match, single(edtf), "day-month" if year else "day-month-no-year")


def _read_thai_short(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """14 พ.ย. 2568."""
    year = read_year(match["year"])
    edtf = day_edtf(year, THAI_SHORT_MONTHS.index(match["month"]) + 1, int(match["day"])) if year else None
    return one_found(match, single(edtf), "day-month")


def _read_khmer_month(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year, month = read_year(match["year"]), MONTH_NUMBERS.get(match["month"])
    return one_found(match, single(month_edtf(year, month)) if month and year else None, "month-year")


_LEAD_OF_RANGE = re.compile(
    r"(?:\b(?:in|for|over|during|of|from|between|the|years?|periods?|since|by)|^|[,:;–—])[\s]{0,2}$", FLAGS
)


def _read_years(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """From a year to a later one: "2024-28", "from 2019 to 2022". Not in a name: "Action Plan 2021-25"."""
    first, last = read_year(match["first"]), match["last"]
    if first is None or FISCAL.search(before) or not _LEAD_OF_RANGE.search(before):
        return ()
    if match["word"] and not re.search(r"\b(?:from|between)\s$", before, FLAGS):
        return ()
    if match["word"] and "and" in match["word"].casefold() and not re.search(r"\bbetween\s$", before, FLAGS):
        return ()
    end = int(last) if len(last) == 4 else int(str(first)[:2] + last)
    if not first < end <= LAST_YEAR or counts_something(match.string, match.end()):
        return ()
    return one_found(match, When(str(first), str(end)), "years")


_OWNER = re.compile(r"(?:\b(?:the|its|their|his|her|our)|[’']s?)\s$", FLAGS)


def _read_dated_name(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """The year of an instrument or event: "the 1951 Mutual Defence Treaty". Not "the 2030 Agenda"."""
    year = read_year(match["year"])
    if year is None or not _OWNER.search(before):
        return ()
    return one_found(match, single(str(year)), "year-of-name", match.end("year"))


_OTHER_YEAR = r"(?:\s?[（(](?:西暦)?(?:\d{4}|[^\W\d_]{2,4}(?:元|\d{1,3}))\s?年[)）])?"
"The same year in the other reckoning, in brackets: 令和7年（2025年）."
_CJK_DAYS = (
    r"(?:\s?(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日일]"
    r"(?:\s?(?:[~～〜–-]|から|부터)\s?(?:(?P<last_month>\d{1,2})\s?[月월]\s?)?(?P<last>\d{1,2})\s?[日일])?)?)?"
)
_EAST_ASIAN = Form(
    "east-asian",
    re.compile(
        rf"(?:(?P<era>(?!))(?P<of_era>)|(?P<year>\d{{4}})\s?[年년](?![度間]){_OTHER_YEAR})?{_CJK_DAYS}"
    ),
    _read_east_asian,
)
LONG_NUMBER_FORMS: tuple[Form, ...] = (
    Form(
        "year-month-day",
        re.compile(
            r"(?P<year>\d{4})(?P<mark>[-/]|\.\s?)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d|-\d|[.]\d)"
        ),
        _read_year_first,
    ),
    _EAST_ASIAN,
    Form(
        "years",
        re.compile(
            r"(?P<first>\d{4})(?:\s?[-‐‑–—/]\s?|(?P<word>\s(?:to|until|through|"
            r"and)\s))(?P<last>\d{4}|\d{2})(?![\dA-Za-z]|-\d)"
        ),
        _read_years,
    ),
    Form(
        "year-of-name",
        re.compile(
            rf"(?P<year>\d{{4}})\s(?!agenda|vision|strategy|plan|framework|roadmap|goals?|target)"
            rf"(?:[\w.&’'-]{{1,24}}\s){{0,5}}?(?:{'|'.join(DATED_NOUNS)})(?![\w])",
            FLAGS,
        ),
        _read_dated_name,
    ),
)
"""Forms that begin with four digits."""

SHORT_NUMBER_FORMS: tuple[Form, ...] = (
    _EAST_ASIAN,
    Form(
        "numeric-days",
        re.compile(
            r"(?P<a>\d{1,2})\.?\s?[-–]\s?(?P<b>\d{1,2})(?P<mark>[/.])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})"
            r"(?!\d|-\d|[.]\d)"
        ),
        _read_numeric_days,
    ),
    Form(
        "numeric",
        re.compile(
            r"(?P<a>\d{1,2})(?P<mark>[-/.]|\s/\s|\.\s)(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d|-\d|[.]\d)"
        ),
        _read_numeric,
    ),
    Form(
        "day-month-vietnamese",
        re.compile(r"(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?!\d)(?:,?(?: năm)? (?P<year>\d{4}))?", FLAGS),
        _read_vietnamese,
    ),
    Form(
        "day-month-thai",
        re.compile(
            rf"(?P<day>\d{{1,2}})\s?(?P<month>{'|'.join(map(re.escape, THAI_SHORT_MONTHS))})"
            r"\s?(?:พ\.ศ\.\s?)?(?P<year>\d{4})"
        ),
        _read_thai_short,
    ),
)
"""Forms that begin with one or two digits and have no month's name in full."""

ERA_FORMS: tuple[Form, ...] = (
    Form(
        "east-asian",
        re.compile(
            rf"(?P<era>{'|'.join(ERAS)})\s?(?P<of_era>元|\d{{1,3}})\s?年(?![度間])(?P<year>){_OTHER_YEAR}{_CJK_DAYS}"
        ),
        _read_east_asian,
    ),
)

KHMER_FORMS: tuple[Form, ...] = (
    Form(
        "month-year",
        re.compile(
            rf"ខែ[\s\u200b]{{0,2}}(?P<month>{MONTH})[\s\u200b]{{0,3}}ឆ្នាំ[\s\u200b]{{0,2}}(?P<year>\d{{4}})"
        ),
        _read_khmer_month,
    ),
)
