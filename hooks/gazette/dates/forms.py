"""The forms in which a date is written, as ordered tables of small rules.

Enters: a match of a form's own pattern at a place where a date may begin. Leaves: places and EDTF values.
Must not be known here: where in a text to try (`finding`), how gaps are filled (`completing`).

Every pattern is bounded: no part of it can run over more than a few dozen characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from gazette.dates.values import (
    LAST_YEAR,
    MONTH_NUMBERS,
    UNKNOWN_YEAR,
    day_edtf,
    interval,
    month_edtf,
    read_year,
    single,
)
from gazette.model import When
from gazette.vocabulary.calendar import (
    COUNTED_NOUNS,
    DATED_NOUNS,
    ENGLISH_MONTHS,
    ERAS,
    RELATIVE_STEPS,
    WEEKDAYS,
)


class Found(NamedTuple):
    """A date found: `text[start:end]`, its value, the rule."""

    start: int
    end: int
    when: When
    rule: str


Reader = Callable[[re.Match[str], str], tuple[Found, ...]]
"""Takes the match and the few words before it; gives nothing where the words are no date after all."""


class Form(NamedTuple):
    """One way of writing a date."""

    name: str
    pattern: re.Pattern[str]
    read: Reader


_DAY = r"\d{1,2}(?!\d)(?:\s?(?:st|nd|rd|th|er|º|ª)(?![^\W\d_]))?"
_YEAR = r"\d[\dOo]{3}(?![\dA-Za-z])"
_MONTH = r"[^\s\d,.;:()/\u200b–—-]{2,12}"
_WEEKDAY = "(?:" + "|".join(word for words in WEEKDAYS for word in words) + r")\.?"
_LED = "|".join(
    sorted(
        {form for words in ENGLISH_MONTHS for w in words for form in (w, w.upper())}, key=len, reverse=True
    )
)
ENGLISH_MONTH = rf"(?:{_LED})(?![^\W\d_])"
"English months as they lead a date: capitalised or all in capitals, short forms included."

_RANGE = r"(?:\s{0,2}[-‐‑–—~～〜]\s{0,2}|\s{1,2}(?:to|until|till|through|au|al|hingga|sampai|bis)\s{1,2})"
_JOIN = rf"(?:{_RANGE}|,?\s{{1,2}}(?:and|et|y|dan)\s{{1,2}}|\s{{0,2}}&\s{{0,2}}|,\s{{0,2}})(?:the\s)?"
_OF = (
    r"(?:\s{1,2}(?:day\s)?(?:of|de)\s{1,2}|[\s\u200b]{0,3}ខែ[\s\u200b]{0,2}|\s?-\s?|"
    r"[\s\u200b]{1,3}|(?=[^\W\d_]))"
)
_THEN_YEAR = r"(?:,?\s{0,3}(?:of\s|de\s|del\s|in the year\s)?|-|[\s\u200b]{0,3}ឆ្នាំ[\s\u200b]{0,2})"
_DAYS = rf"(?P<days>{_DAY}(?:{_JOIN}{_DAY}){{0,5}})"
_ON_WEEKDAY = rf"(?:{_WEEKDAY},?\s{{1,2}})?"
_IS_RANGE = re.compile(_RANGE)
_NUMBER = re.compile(rf"(?=(?P<n>\d{{1,2}})){_DAY}")
_LEADING_DIGITS = re.compile(r"\d+")
_NEXT_WORD = re.compile(r"[\s-]{1,2}([^\W\d_]{2,20})")
_MONTHS_BY_RANGE_OR_AND = rf"(?:{_RANGE}|\s{{1,2}}(?:and|&)\s{{1,2}})"
_FLAGS = re.IGNORECASE


def counts_something(text: str, end: int) -> bool:
    """Whether the number that ends here counts what follows: "12 countries", "2000 schools"."""
    after = _NEXT_WORD.match(text, end)
    return bool(after and after.group(1).casefold() in COUNTED_NOUNS)


def _leading_number(words: str) -> int:
    digits = _LEADING_DIGITS.match(words)
    return int(digits[0]) if digits else 0


def _one(match: re.Match[str], when: When | None, rule: str, end: int | None = None) -> tuple[Found, ...]:
    return (Found(match.start(), match.end() if end is None else end, when, rule),) if when else ()


def _year_of(match: re.Match[str], group: str = "year") -> tuple[int | None, int]:
    """The year of a match, and where the date ends: before the year where that is a number of something."""
    digits = match[group]
    if digits is None:
        return None, match.end()
    year = read_year(digits)
    if year is None or counts_something(match.string, match.end(group)):
        start = match.start(group)
        return None, match.start() + len(match.string[match.start() : start].rstrip(" ,\t\n\xa0-"))
    return year, match.end()


def _days(
    match: re.Match[str], year: int | None, month: int, end: int, before: str, name: str
) -> tuple[Found, ...]:
    """One day, a range of days, or several days that share a month: "5, 6 and 9 May"."""
    first, last = match.start(), end
    places = [(m.start(), m.end(), int(m["n"])) for m in _NUMBER.finditer(match.string, *match.span("days"))]
    values = [day_edtf(year, month, day) for _, _, day in places]
    tail = "" if year else "-no-year"
    if len(places) == 1:
        return tuple(Found(first, last, When(v, v), f"{name}{tail}") for v in values if v)
    numbers = [day for _, _, day in places]
    if numbers == sorted(set(numbers)) and all(values):
        gap = match.string[places[0][1] : places[-1][0]]
        together = numbers == list(range(numbers[0], numbers[-1] + 1))
        ranged = len(places) == 2 and (_IS_RANGE.search(gap) or before.endswith(("between ", "Between ")))
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
    year, end = _year_of(match)
    month = _month_word(match["month"], year)
    if month is None:
        return ()
    found = _days(match, year, month, end, before, "day-month")
    return found


def _read_last_day_month(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """Only the day next to the month, where the numbers before it are something else."""
    year, end = _year_of(match)
    month = _month_word(match["month"], year)
    edtf = day_edtf(year, month, int(match["day"])) if month else None
    return _one(match, single(edtf), "day-month" if year else "day-month-no-year", end)


def _read_two_months(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """From a day in one month to a day in another, or two such days."""
    year, end = _year_of(match, "y2")
    first_year = read_year(match["y1"])
    m1, m2 = (_month_word(match[g], year or first_year) for g in ("m1", "m2"))
    if m1 is None or m2 is None:
        return ()
    if first_year is None and year is not None:
        first_year = year if m1 <= m2 else year - 1
    d1, d2 = (_leading_number(match[g]) for g in ("d1", "d2"))
    a, b = day_edtf(first_year, m1, d1), day_edtf(year, m2, d2)
    tail = "" if year else "-no-year"
    if not a or not b:
        return ()
    between = match.string[match.end("m1") : match.start("d2")]
    if _IS_RANGE.search(between) or before.endswith(("between ", "Between ")):
        return _one(match, interval(a, b), f"days-two-months{tail}", end)
    cut = match.end("y1") if match["y1"] else match.end("m1")
    start = match.start("d2") if match.start("d1") < match.start("m1") else match.start("m2")
    return (
        Found(match.start(), cut, When(a, a), f"day-month{'' if first_year else '-no-year'}"),
        Found(start, end, When(b, b), f"day-month{tail}"),
    )


def _read_month_days(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year, end = _year_of(match)
    if not match["year"] and counts_something(match.string, end):
        return ()
    return _days(match, year, MONTH_NUMBERS[match["month"].casefold()], end, before, "month-day")


def _read_month_year(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year, end = _year_of(match)
    if year is None:
        return ()
    return _one(match, single(month_edtf(year, MONTH_NUMBERS[match["month"].casefold()])), "month-year", end)


def _read_months_year(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year, end = _year_of(match)
    m1, m2 = MONTH_NUMBERS[match["m1"].casefold()], MONTH_NUMBERS[match["m2"].casefold()]
    if year is None:
        return ()
    first = year if m1 <= m2 else year - 1
    if _IS_RANGE.search(match.string[match.end("m1") : match.start("m2")]) or before.endswith("between "):
        return _one(match, interval(month_edtf(first, m1), month_edtf(year, m2)), "months-year", end)
    a, b = single(month_edtf(first, m1)), single(month_edtf(year, m2))
    if not a or not b:
        return ()
    return (
        Found(match.start(), match.end("m1"), a, "month-year"),
        Found(match.start("m2"), end, b, "month-year"),
    )


def _read_month_of_relative_year(match: re.Match[str], before: str) -> tuple[Found, ...]:
    return _one(
        match, single(month_edtf(None, MONTH_NUMBERS[match["month"].casefold()])), "month-of-relative-year"
    )


def _read_year_first(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year = read_year(match["year"])
    edtf = day_edtf(year, int(match["month"]), int(match["day"])) if year else None
    return _one(match, single(edtf), "year-month-day")


def _read_numeric(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """Order of day and month: decided by a number over 12, by equal numbers, or by full stops between them.

    Otherwise only the year is certain.
    """
    year = read_year(match["year"])
    if year is None:
        return ()
    a, b = int(match["a"]), int(match["b"])
    if match["mark"] == "." or a > 12 or a == b:
        return _one(match, single(day_edtf(year, b, a)), "numeric-day-first")
    if b > 12:
        return _one(match, single(day_edtf(year, a, b)), "numeric-month-first")
    return _one(match, single(str(year)) if a and b else None, "numeric-ambiguous")


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
        return _one(match, single(str(year)) if year else None, "east-asian")
    if day is None:
        return _one(match, single(month_edtf(year, month)), "east-asian" if year else "month-no-year")
    start = day_edtf(year, month, day)
    tail = "east-asian" if year else "day-month-no-year"
    if match["last"]:
        end = day_edtf(year, int(match["last_month"] or month), int(match["last"]))
        return _one(match, interval(start, end), tail if year else "days-day-month-no-year")
    return _one(match, single(start), tail)


def _read_vietnamese(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year = read_year(match["year"])
    edtf = day_edtf(year, int(match["month"]), int(match["day"]))
    return _one(match, single(edtf), "day-month" if year else "day-month-no-year")


def _read_khmer_month(match: re.Match[str], before: str) -> tuple[Found, ...]:
    year, month = read_year(match["year"]), MONTH_NUMBERS.get(match["month"])
    return _one(match, single(month_edtf(year, month)) if month and year else None, "month-year")


FISCAL = re.compile(
    r"(?:\bJ?FYs?|\b(?:fiscal|financial|academic|school|budget)(?:\s+years?)?)[\s’']{0,2}$", _FLAGS
)
"A fiscal or school year before its number."
_LEAD_OF_RANGE = re.compile(
    r"(?:\b(?:in|for|over|during|of|from|between|the|years?|periods?|since|by)|^|[,:;–—])[\s]{0,2}$", _FLAGS
)


def _read_years(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """From a year to a later one: "2024-28", "from 2019 to 2022". Not in a name: "Action Plan 2021-25"."""
    first, last = read_year(match["first"]), match["last"]
    if first is None or FISCAL.search(before) or not _LEAD_OF_RANGE.search(before):
        return ()
    if match["word"] and not re.search(r"\b(?:from|between)\s$", before, _FLAGS):
        return ()
    if match["word"] and "and" in match["word"].casefold() and not re.search(r"\bbetween\s$", before, _FLAGS):
        return ()
    end = int(last) if len(last) == 4 else int(str(first)[:2] + last)
    if not first < end <= LAST_YEAR or counts_something(match.string, match.end()):
        return ()
    return _one(match, When(str(first), str(end)), "years")


_OWNER = re.compile(r"(?:\b(?:the|its|their|his|her|our)|[’']s?)\s$", _FLAGS)


def _read_dated_name(match: re.Match[str], before: str) -> tuple[Found, ...]:
    """The year of an instrument or event: "the 1951 Mutual Defence Treaty". Not "the 2030 Agenda"."""
    year = read_year(match["year"])
    if year is None or not _OWNER.search(before):
        return ()
    return _one(match, single(str(year)), "year-of-name", match.end("year"))


_STEP = "|".join(RELATIVE_STEPS)
_CJK_DAY = r"\s?(?P<day>\d{1,2})\s?[日일](?:\s?[~～〜-]\s?|から)?"
NUMBER_FORMS: tuple[Form, ...] = (
    Form(
        "year-month-day",
        re.compile(
            r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d|-\d|[.]\d)"
        ),
        _read_year_first,
    ),
    Form(
        "east-asian",
        re.compile(
            r"(?:(?P<era>(?!))(?P<of_era>)|(?P<year>\d{4})\s?[年년](?![度間])\s?)?"
            r"(?:(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日일]"
            r"(?:\s?(?:[~～〜–-]|から|부터)\s?(?:(?P<last_month>\d{1,2})\s?[月월]\s?)?(?P<last>\d{1,2})\s?[日일])?)?)?"
        ),
        _read_east_asian,
    ),
    Form(
        "numeric",
        re.compile(r"(?P<a>\d{1,2})(?P<mark>[-/.])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d|-\d|[.]\d)"),
        _read_numeric,
    ),
    Form(
        "two-months",
        re.compile(
            rf"(?P<d1>{_DAY}){_OF}(?P<m1>{_MONTH})\.?(?:,?\s{{0,2}}(?P<y1>{_YEAR}))?"
            rf"{_MONTHS_BY_RANGE_OR_AND}{_ON_WEEKDAY}(?:the\s)?"
            rf"(?P<d2>{_DAY}){_OF}(?P<m2>{_MONTH})\.?(?:{_THEN_YEAR}(?P<y2>{_YEAR}))?",
            _FLAGS,
        ),
        _read_two_months,
    ),
    Form(
        "day-month",
        re.compile(rf"{_DAYS}{_OF}(?P<month>{_MONTH})\.?(?:{_THEN_YEAR}(?P<year>{_YEAR}))?", _FLAGS),
        _read_day_month,
    ),
    Form(
        "day-month-vietnamese",
        re.compile(r"(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?!\d)(?:,? năm (?P<year>\d{4}))?", _FLAGS),
        _read_vietnamese,
    ),
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
            _FLAGS,
        ),
        _read_dated_name,
    ),
)
"""Forms that begin with a digit, the longer before the shorter."""

MONTH_FORMS: tuple[Form, ...] = (
    Form(
        "two-months",
        re.compile(
            rf"(?P<m1>{ENGLISH_MONTH})\.?\s{{1,2}}(?P<d1>{_DAY})(?:,?\s{{0,2}}(?P<y1>{_YEAR}))?"
            rf"{_MONTHS_BY_RANGE_OR_AND}{_ON_WEEKDAY}"
            rf"(?P<m2>{ENGLISH_MONTH})\.?\s{{1,2}}(?P<d2>{_DAY})(?![:%]\d?|"
            rf"\.\d)(?:,?\s{{0,2}}(?P<y2>{_YEAR}))?"
        ),
        _read_two_months,
    ),
    Form(
        "month-day",
        re.compile(
            rf"(?P<month>{ENGLISH_MONTH})\.?\s{{1,3}}(?:the\s)?{_DAYS}(?![:%]|"
            rf"[.,]\d)(?:,?\s{{0,3}}(?P<year>{_YEAR}))?"
        ),
        _read_month_days,
    ),
    Form(
        "month-one-day",
        re.compile(
            rf"(?P<month>{ENGLISH_MONTH})\.?\s{{1,3}}(?P<days>{_DAY})(?![:%]|"
            rf"[.,]\d)(?:,?\s{{0,3}}(?P<year>{_YEAR}))?"
        ),
        _read_month_days,
    ),
    Form(
        "months-year",
        re.compile(
            rf"(?P<m1>{ENGLISH_MONTH})\.?{_MONTHS_BY_RANGE_OR_AND}"
            rf"(?P<m2>{ENGLISH_MONTH})\.?,?\s{{1,2}}(?:of\s)?(?P<year>{_YEAR})"
        ),
        _read_months_year,
    ),
    Form(
        "month-year",
        re.compile(rf"(?P<month>{ENGLISH_MONTH})\.?(?:,?\s{{1,2}}(?:of\s)?|-)(?P<year>{_YEAR})"),
        _read_month_year,
    ),
    Form(
        "month-of-relative-year",
        re.compile(rf"(?P<month>{ENGLISH_MONTH}),?\s(?:of\s)?(?:the\s)?(?:{_STEP})\syear(?!s)"),
        _read_month_of_relative_year,
    ),
)
"""Forms that begin with the English name of a month."""

ERA_FORMS: tuple[Form, ...] = (
    Form(
        "east-asian",
        re.compile(
            rf"(?P<era>{'|'.join(ERAS)})\s?(?P<of_era>元|\d{{1,2}})\s?年(?![度間])(?P<year>)"
            r"(?:\s?(?P<month>\d{1,2})\s?月(?:\s?(?P<day>\d{1,2})\s?日"
            r"(?:\s?(?:[~～〜–-]|から)\s?(?:(?P<last_month>\d{1,2})\s?月\s?)?(?P<last>\d{1,2})\s?日)?)?)?"
        ),
        _read_east_asian,
    ),
)

KHMER_FORMS: tuple[Form, ...] = (
    Form(
        "month-year",
        re.compile(
            rf"ខែ[\s\u200b]{{0,2}}(?P<month>{_MONTH})[\s\u200b]{{0,3}}ឆ្នាំ[\s\u200b]{{0,2}}(?P<year>\d{{4}})"
        ),
        _read_khmer_month,
    ),
)

LAST_DAY = Form(
    "day-month",
    re.compile(
        rf"(?P<day>\d{{1,2}})(?!\d)(?:\s?(?:st|nd|rd|th|er|"
        rf"º))?{_OF}(?P<month>{_MONTH})\.?(?:{_THEN_YEAR}(?P<year>{_YEAR}))?",
        _FLAGS,
    ),
    _read_last_day_month,
)
UNKNOWN_DAY = f"{UNKNOWN_YEAR}-XX-XX"
UNKNOWN_MONTH = f"{UNKNOWN_YEAR}-XX"
