"""What the words of a date lack, worked out from a date beside which they stand.

Enters: a mention and an anchor, such as the date of issue. Leaves: the mention with its gaps filled, status
"inferred" and a rule that says how; or the mention as it was, where the anchor does not reach.
Must not be known here: texts, what the anchor is the date of.

Never more exact than the words: "last month" stays a month, "last week" becomes its seven days. A day without
a year takes the year nearest to the anchor, or the next or last one where the sentence speaks of the future
or the past; a weekday beside it decides between years.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from gazette.dates.values import MONTH_NUMBERS, UNKNOWN_YEAR, WEEKDAY_NUMBERS, day_edtf, month_edtf
from gazette.model import DateMention, When
from gazette.vocabulary.calendar import RELATIVE_DAYS, RELATIVE_STEPS, SMALL_NUMBERS

_ANCHOR = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?\Z")
_WORD = re.compile(r"[^\W\d_]+")
_STEP_AND_UNIT = re.compile(rf"({'|'.join(RELATIVE_STEPS)})\s(week|weekend|month|year)$", re.I)
_COUNT_AND_UNIT = re.compile(
    rf"(?<![\w-])(\d{{1,2}}|{'|'.join(sorted(SMALL_NUMBERS, key=len, reverse=True))})\s(day|week|month|year)",
    re.I,
)
_FIGURES = re.compile(r"\d+")
_NEAR = 31
"Days within which a date in figures is looked for beside the anchor."


def complete(mention: DateMention, anchor: When | None) -> DateMention:
    """The mention with year, month or day taken from beside the anchor; unchanged where that cannot be.

    >>> from gazette.dates.finding import find_dates
    >>> complete(find_dates("on December 17.")[0], When("2023-12-18", "2023-12-18")).when.edtf
    '2023-12-17'
    """
    match = _ANCHOR.match(anchor.start) if anchor is not None else None
    if match is None or (UNKNOWN_YEAR not in mention.when.start and mention.rule != "numeric-ambiguous"):
        return mention
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    start = mention.when.start
    when: When | None
    if mention.rule == "numeric-ambiguous":
        when = _in_figures(mention, _day(year, month, day))
    elif start == f"{UNKNOWN_YEAR}-XX-XX":
        when = _day_or_week(mention, _day(year, month, day))
    elif start in (UNKNOWN_YEAR, f"{UNKNOWN_YEAR}-XX"):
        when = _relative_month_or_year(mention, year, month)
    else:
        when = _with_year(mention, year, month, day)
    if when is None:
        return mention
    return replace(mention, when=when, status="inferred", rule=f"{mention.rule}, from anchor")


def either_order(mention: DateMention) -> tuple[str, str] | None:
    """The two days that a date in figures may mean: day first, month first; None for any other date."""
    figures = _FIGURES.findall(mention.as_written)
    if mention.rule.partition(",")[0] != "numeric-ambiguous" or len(figures) != 3:
        return None
    first, second, year = (int(number) for number in figures)
    day_first, month_first = day_edtf(year, second, first), day_edtf(year, first, second)
    return (day_first, month_first) if day_first and month_first else None


def _in_figures(mention: DateMention, anchor: date | None) -> When | None:
    """The order of day and month that falls near the anchor, where the other does not."""
    either = either_order(mention)
    if either is None or anchor is None:
        return None
    near = [edtf for edtf in either if abs((date.fromisoformat(edtf) - anchor).days) <= _NEAR]
    return When(near[0], near[0]) if len(near) == 1 else None


def _day(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month, day) if month and day else None
    except ValueError:
        return None


def _span(first: date, last: date) -> When:
    return When(first.isoformat(), last.isoformat())


def _shift(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _day_or_week(mention: DateMention, anchor: date | None) -> When | None:
    """A day or week counted from the anchor's day; nothing where the anchor has no day."""
    if anchor is None:
        return None
    folded = " ".join(mention.as_written.casefold().split())
    first: date | None = None
    last: date | None = None
    if mention.rule == "relative-day":
        first = last = _shift(anchor, RELATIVE_DAYS.get(folded, 0))
    elif mention.rule.startswith("weekday"):
        first = last = _weekday_near(folded, mention.rule, anchor)
    elif mention.rule in ("days-ago", "days-ahead"):
        first, last = _counted(folded, anchor, -1 if mention.rule == "days-ago" else 1)
    else:
        period = _STEP_AND_UNIT.search(folded)
        step = RELATIVE_STEPS[period[1]] if period else 0
        monday = _shift(anchor, 7 * step - anchor.weekday())
        if monday:
            first = _shift(monday, 5) if period and period[2] == "weekend" else monday
            last = _shift(monday, 6)
    return _span(first, last) if first and last else None


def _counted(folded: str, anchor: date, sign: int) -> tuple[date | None, date | None]:
    """So many days, weeks or years from the anchor; a count of weeks is as exact as a week."""
    count = _COUNT_AND_UNIT.search(folded)
    if count is None:
        return None, None
    many = (SMALL_NUMBERS.get(count[1]) or int(count[1])) * sign
    if count[2] in ("year", "month"):  # "five years ago today"
        months = anchor.year * 12 + anchor.month - 1 + many * (12 if count[2] == "year" else 1)
        same = _day(months // 12, months % 12 + 1, anchor.day)
        return same, same
    exact = _shift(anchor, many * (7 if count[2] == "week" else 1))
    if count[2] == "day" or exact is None:
        return exact, exact
    monday = _shift(exact, -exact.weekday())
    return monday, _shift(monday, 6) if monday else None


def _weekday_near(folded: str, rule: str, anchor: date) -> date | None:
    """The weekday meant: the last one up to the anchor, or the next where the sentence looks ahead."""
    words = folded.split()
    number = WEEKDAY_NUMBERS[words[-1]]
    back = (anchor.weekday() - number) % 7
    ahead = (number - anchor.weekday()) % 7
    if words[0] in ("next", "coming"):
        return _shift(anchor, ahead or 7)
    if words[0] in ("last", "past"):
        return _shift(anchor, -(back or 7))
    return _shift(anchor, ahead if rule.endswith("-ahead") else -back)


def _relative_month_or_year(mention: DateMention, year: int, month: int | None) -> When | None:
    """A month or year counted from the anchor's: "last month", "two years ago", "the end of the year"."""
    folded = mention.as_written.casefold()
    monthly = mention.when.start != UNKNOWN_YEAR
    if monthly and month is None:
        return None
    count = _COUNT_AND_UNIT.search(folded) if mention.rule in ("days-ago", "days-ahead") else None
    period = _STEP_AND_UNIT.search(folded)
    if count:
        step = (SMALL_NUMBERS.get(count[1]) or int(count[1])) * (-1 if mention.rule == "days-ago" else 1)
    else:
        step = RELATIVE_STEPS[period[1]] if period else 0
    if not monthly:
        return When(f"{year + step:04}", f"{year + step:04}") if 1 <= year + step <= 9999 else None
    years = 12 if count and count[2] == "year" else 1  # "ten years ago this month"
    months = year * 12 + (month or 1) - 1 + step * years
    edtf = month_edtf(months // 12, months % 12 + 1)
    return When(edtf, edtf) if edtf else None


def _with_year(mention: DateMention, year: int, month: int | None, day: int | None) -> When | None:
    """Month and day are known: the year nearest to the anchor, or on the side that the sentence speaks of."""
    start, end = mention.when.start, mention.when.end
    own_month = int(start[5:7])
    own_day = int(start[8:10]) if len(start) > 7 else None
    words = [w.casefold() for w in _WORD.findall(mention.as_written)]
    if mention.rule == "of-relative-year":
        year += next((RELATIVE_STEPS[w] for w in words if w in RELATIVE_STEPS), 0)
    elif month is not None and words[:1] != ["this"]:
        year = _nearest_year(mention.rule, words, own_month, own_day, year, month, day)
    if UNKNOWN_YEAR not in end:  # the end has its own year
        year = int(end[:4]) - (end[5:] < start[5:])
        return When(f"{year:04}{start[4:]}", end) if _is_day(year, start) else None
    last_year = year + (end[5:] < start[5:])
    if not _is_day(year, start) or not _is_day(last_year, end):
        return None
    return When(f"{year:04}{start[4:]}", f"{last_year:04}{end[4:]}")


def _is_day(year: int, edtf: str) -> bool:
    month, _, day = edtf[5:].partition("-")
    return 1 <= year <= 9999 and (not day or day_edtf(year, int(month), int(day)) is not None)


def _nearest_year(
    rule: str, words: list[str], own_month: int, own_day: int | None, year: int, month: int, day: int | None
) -> int:
    weekday = next((WEEKDAY_NUMBERS[w] for w in words if w in WEEKDAY_NUMBERS), None)
    if (
        weekday is not None
        and own_day is not None
        and not any(w in MONTH_NUMBERS and w in WEEKDAY_NUMBERS for w in words)
    ):
        for candidate in (year, year - 1, year + 1):
            own = _day(candidate, own_month, own_day)
            if own is not None and own.weekday() == weekday:
                return candidate
    own_place, place = (own_month, own_day or 0), (month, day or 0 if own_day else 0)
    if words[:1] in (["last"], ["past"]) or words[-1:] == ["last"]:
        return year - (own_place >= place)
    if words[:1] in (["next"], ["coming"]) or words[-1:] == ["next"]:
        return year + (own_place <= place)
    if rule.endswith("-ahead"):
        return year + (own_place < place)
    if rule.endswith("-back"):
        return year - (own_place > place)
    distance = own_month - month
    return year - (distance > 6) + (distance < -6)
