"""Readers of dates, one for each kind of place where one may begin.

Enters: a text, a match of the scanner in it, the few dozen characters before it. Leaves: dates found.
Must not be known here: how a text is walked (`finding`), how gaps are filled (`completing`).

Looking back is dear, so the last word before a place is looked at before any pattern is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from gazette.dates.forms import DAY_FORMS, LAST_DAY, MONTH_FORMS
from gazette.dates.numerals import ERA_FORMS, KHMER_FORMS, LONG_NUMBER_FORMS, SHORT_NUMBER_FORMS
from gazette.dates.patterns import (
    ENGLISH_MONTH,
    FISCAL,
    UNKNOWN_DAY,
    Form,
    Found,
    counts_something,
    ending,
)
from gazette.dates.relations import OWNED_DAY, read_ago, read_ahead, read_day_word, read_period
from gazette.dates.scanning import Kind
from gazette.dates.values import MONTH_NUMBERS, day_edtf, month_edtf, read_year, single
from gazette.model import When
from gazette.vocabulary.calendar import (
    LEADS,
    PARTS_OF_PERIOD,
    RELATIVE_STEPS,
    SAYING_VERBS,
    WEEKDAYS,
)

Read = Callable[[str, re.Match[str], str], tuple[Found, ...]]

_PART = "|".join(sorted(PARTS_OF_PERIOD, key=len, reverse=True))
_STEP = "|".join(RELATIVE_STEPS)
_LEAD = "|".join(sorted(LEADS, key=len, reverse=True))
_PART_BEFORE = re.compile(
    rf"\b(?:the\s)?(?P<part>(?:{_PART})(?:\s(?:to|or|and)\s(?:{_PART}))?)[\s-]{{1,2}}(?:the\s)?$", re.I
)
_STEP_BEFORE = re.compile(rf"\b(?P<step>{_STEP})\s$", re.I)
_LEAD_BEFORE = re.compile(rf"\b(?P<lead>{_LEAD})\s$", re.I)
_FIRM_LEADS = frozenset({"in", "since", "until", "till", "during", "through", "throughout"})
_PREFIX_BEFORE = re.compile(r"ថ្ងៃ[\s\u200b]{0,2}ទី[\s\u200b]{0,2}$|วันที่\s?$|\bngày\s$|\b(?:le|el|am)\s$", re.I)
_WEEKDAY_BEFORE = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted((w for ws in WEEKDAYS for w in ws), key=len, reverse=True))})"
    r"(?:\.,?|,)?\s{1,2}(?:the\s)?$",
    re.I,
)
_WEEKDAY_LEAD = re.compile(
    rf"(?:\b(?:on|this|last|next|by|until|since|from|before|after|earlier|later|late|early|of|and|"
    rf"to|{'|'.join(SAYING_VERBS)})|\b[a-z]{{2,}}ed)"
    r"(?:\s(?:on|this|last|next))?\s$",
    re.I,
)
_RELATIVE_WEEKDAY = re.compile(r"\b(?P<step>this|last|next|past|coming)\s$", re.I)
_NUMBER_SIGN = re.compile(r"(?:[$€£¥₹#№§=]\s?|\d[.,:]|(?<!mid)(?<!Mid)[-/])$")
_SIGNS = frozenset("$€£¥₹#№§=.,:-/")
_MONEY_BEFORE = re.compile(
    r"\b(?:USD?|US|AUD|SGD|EUR|JPY|KHR|RMB|Rp|RM|THB|GBP|No|Nos|Article|Resolution|Section|Chapter|"
    r"Room|Page|Vol|Doc|Decree|Decision|Ref)\.?\s?$",
    re.I,
)
_CAPITAL_WORD = re.compile(r"\s[A-ZÀ-Þ][a-zß-ÿ]")
_AFTER_YEAR = re.compile(
    r"\s?年度|\s?(?:[-–—/]\s?\d|to\s\d|[:%+]\d?|[.,]\d)|[A-Za-z°]|\s?(?:per\s?cent|a\.m|p\.m|hours|hrs)"
)
_NAME_AFTER_YEAR = re.compile(r"\s?年度|\s(?:Agenda|Vision|Strategy|Plan|Framework|Roadmap|Goals|Targets?)\b")
_DATE_FOLLOWS = re.compile(rf"\.?,?\s{{1,2}}(?:(?:the\s)?\d{{1,2}}(?!\d)|\(?{ENGLISH_MONTH}\.?\s\d)")
_DAY_IN_BRACKETS = re.compile(r",?\s\((?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}))?\)")
_YEAR_FOLLOWS = re.compile(rf",?\s(?:of\s)?(?:the\s)?(?:{_STEP})\syear(?![\w’'])")


def _last_words(phrases: Sequence[str]) -> frozenset[str]:
    return frozenset(phrase.casefold().rpartition(" ")[2] for phrase in phrases)


_PART_ENDS = _last_words(PARTS_OF_PERIOD) | {"the"}
_LEAD_ENDS = _last_words(LEADS)
_STEP_ENDS = _last_words(tuple(RELATIVE_STEPS))
_WEEKDAY_ENDS = frozenset(w.casefold() for words in WEEKDAYS for w in words) | {"the"}
_PREFIX_ENDS = frozenset({"le", "el", "am", "ngày", "วันที่"})


def _last_word(before: str) -> str:
    """The word next to a place, folded, without the marks that end it."""
    bare = before.rstrip(" \t\n\xa0,.-")
    cut = max(bare.rfind(" "), bare.rfind("\n"), bare.rfind("\xa0"), bare.rfind("(")) + 1
    return bare[cut:].casefold()


def _try(forms: Sequence[Form], text: str, place: int, before: str) -> tuple[Found, ...]:
    for form in forms:
        match = form.pattern.match(text, place)
        if match is not None and match.end() > place:
            found = form.read(match, before)
            if found:
                return found
    return ()


def _widened(found: tuple[Found, ...], pattern: re.Pattern[str], before: str) -> tuple[Found, ...]:
    """The first date with the words before it that belong to it: "Friday, ", "ថ្ងៃទី"."""
    match = ending(pattern, before, 20)
    if match is None:
        return found
    first = found[0]
    return (first._replace(start=first.start - (len(before) - match.start())), *found[1:])


def _dressed(found: tuple[Found, ...], before: str) -> tuple[Found, ...]:
    """A date of a day with its weekday, or with the word that leads it in its language."""
    if not found:
        return found
    last = _last_word(before)
    if last in _WEEKDAY_ENDS:
        return _widened(found, _WEEKDAY_BEFORE, before)
    if last in _PREFIX_ENDS or last[-1:] >= "ก":
        return _widened(found, _PREFIX_BEFORE, before)
    return found


# --- numbers -------------------------------------------------------------------------------------


_DAY_FORMS = (*DAY_FORMS, LAST_DAY)
_SHORT_FORMS = (*SHORT_NUMBER_FORMS, *_DAY_FORMS)
_IN_FIGURES = re.compile(r"\s?[-–/.月월tTก-๛]")
"What follows the number of a day or month that stands in figures, or in the signs of another script."


def read_number(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """A day, a year, or a date in figures. Not a sum of money, a paragraph, a telephone number."""
    place, size = start.start(), start.end() - start.start()
    if size > 4 or size == 3 or (before[-2:].strip()[-1:] in _SIGNS and ending(_NUMBER_SIGN, before, 6)):
        return ()
    if size <= 2:
        forms = _SHORT_FORMS if _IN_FIGURES.match(text, start.end()) else _DAY_FORMS
        return _dressed(_try(forms, text, place, before), before)
    found = _try(LONG_NUMBER_FORMS, text, place, before)
    if not found:
        return read_bare_year(text, start, before)
    if found[0].rule in ("years", "year-of-name"):
        return () if ending(_MONEY_BEFORE, before, 14) else found
    return _dressed(found, before)


def read_bare_year(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """A year alone: only after a word that asks for one, and not where it counts or names something."""
    last = _last_word(before)
    bracketed = before.endswith("(") and text[start.end() : start.end() + 1] == ")"
    if not bracketed and last not in _LEAD_ENDS and last not in _PART_ENDS:
        return ()
    year = read_year(start[0]) if start[0].isascii() else None
    place, end = start.start(), start.end()
    if year is None or _AFTER_YEAR.match(text, end) or counts_something(text, end):
        return ()
    part = ending(_PART_BEFORE, before, 44) if last in _PART_ENDS else None
    if part:
        begin = place - (len(before) - part.start("part"))
        return (Found(begin, end, When(str(year), str(year)), "part-of-year"),)
    if (not bracketed and not ending(_LEAD_BEFORE, before, 16)) or ending(FISCAL, before, 24):
        return ()
    if _NAME_AFTER_YEAR.match(text, end):
        return ()
    return (Found(place, end, When(str(year), str(year)), "year"),)


# --- names of months and days --------------------------------------------------------------------


def _month(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    found = _try(MONTH_FORMS, text, start.start(), before)
    if not found:
        return _month_alone(text, start, before)
    if found[0].rule.startswith(("month-day", "days-month-day", "days-two-months", "day-month")):
        return _dressed(found, before)
    return _in_part(found, before)


def _in_part(found: tuple[Found, ...], before: str) -> tuple[Found, ...]:
    part = ending(_PART_BEFORE, before, 44) if _last_word(before) in _PART_ENDS else None
    if part is None:
        return found
    first = found[0]
    rule = "part-of-month" if first.rule == "month-year" else first.rule
    return (first._replace(start=first.start - (len(before) - part.start("part")), rule=rule), *found[1:])


def _month_alone(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """A month without day and year: only after "in", "this", "early" and their like. Not "Theresa May"."""
    word = start[0]
    last = _last_word(before)
    of_year = _YEAR_FOLLOWS.match(text, start.end())
    if not of_year and last not in _LEAD_ENDS and last not in _PART_ENDS and last not in _STEP_ENDS:
        return ()
    if len(word) < 5 and word.casefold() not in ("may", "june", "july"):
        return ()
    number, place, end = MONTH_NUMBERS[word.casefold()], start.start(), start.end()
    when = single(month_edtf(None, number))
    if when is None or text[end : end + 1] in ("’", "'", "-", "–"):
        return ()
    step = ending(_STEP_BEFORE, before, 14)
    part = ending(_PART_BEFORE, before, 44)
    if step:
        return (Found(place - (len(before) - step.start("step")), end, when, "relative-month"),)
    if part:
        return (Found(place - (len(before) - part.start("part")), end, when, "month-no-year"),)
    lead = ending(_LEAD_BEFORE, before, 16)
    if of_year:
        return (Found(place, end, when, "month-no-year"),)
    if lead is None or (lead["lead"].casefold() not in _FIRM_LEADS and _CAPITAL_WORD.match(text, end)):
        return ()
    return (Found(place, end, when, "month-no-year"),)


def _weekday(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """A weekday alone ("on Wednesday"), or with its day in brackets ("Thursday (17/4)").

    One beside a date in words is taken up by the date.
    """
    word, end = start[0], start.end()
    bracketed = _DAY_IN_BRACKETS.match(text, end)
    if bracketed:
        year = read_year(bracketed["year"])
        when = single(day_edtf(year, int(bracketed["month"]), int(bracketed["day"])))
        rule = "numeric-day-first" if year else "day-month-no-year"
        return (Found(start.start(), bracketed.end(), when, rule),) if when else ()
    if len(word) < 6 or (word.isupper() and not before.isupper()):
        return ()
    if _DATE_FOLLOWS.match(text, end):
        return ()
    step = ending(_RELATIVE_WEEKDAY, before, 10)
    when = When(UNKNOWN_DAY, UNKNOWN_DAY)
    if step:
        return (Found(start.start() - (len(before) - step.start("step")), end, when, "weekday"),)
    if text[end : end + 1] in ("’", "'") and OWNED_DAY.match(text, end):
        return (Found(start.start(), end, when, "weekday"),)
    return (Found(start.start(), end, when, "weekday"),) if ending(_WEEKDAY_LEAD, before, 30) else ()


def _era(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    return _try(ERA_FORMS, text, start.start(), before)


def _khmer(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    return _try(KHMER_FORMS, text, start.start(), before)


READERS: dict[Kind, Read] = {
    "number": read_number,
    "month": _month,
    "weekday": _weekday,
    "day": read_day_word,
    "period": read_period,
    "ago": read_ago,
    "ahead": read_ahead,
    "era": _era,
    "khmer": _khmer,
}
"""What reads at each kind of place; `sequel` is read by `sequels`, which needs the dates before it."""
