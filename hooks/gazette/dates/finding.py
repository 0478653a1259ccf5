"""Where in a text a date may begin, and which of the forms holds there.

Enters: any text. Leaves: mentions in order, not overlapping, `text[start:end] == as_written`.
Must not be known here: how gaps are filled (`completing`).

One scan finds digits, names of months and weekdays, and a few words of relation; only there the forms
are tried. What stands before is looked at over a few dozen characters at most, so time is linear.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable, Sequence
from dataclasses import replace

from gazette.dates.forms import (
    ENGLISH_MONTH,
    ERA_FORMS,
    FISCAL,
    KHMER_FORMS,
    LAST_DAY,
    MONTH_FORMS,
    NUMBER_FORMS,
    UNKNOWN_DAY,
    UNKNOWN_MONTH,
    Form,
    Found,
    counts_something,
)
from gazette.dates.scanning import Kind, kind_of, scanner
from gazette.dates.values import MONTH_NUMBERS, UNKNOWN_YEAR, month_edtf, read_year, single
from gazette.model import DateMention, When
from gazette.vocabulary.calendar import (
    AHEAD_CUES,
    BACK_CUES,
    DATED_NOUNS,
    LEADS,
    PARTS_OF_PERIOD,
    RELATIVE_STEPS,
    SAYING_VERBS,
    SMALL_NUMBERS,
    WEEKDAYS,
)

_LEFT = 48
"As many characters are looked at before a place."

_DAY_NAMES = "|".join(sorted((w for words in WEEKDAYS for w in words), key=len, reverse=True))
_PART = "|".join(sorted(PARTS_OF_PERIOD, key=len, reverse=True))
_STEP = "|".join(RELATIVE_STEPS)
_LEAD = "|".join(sorted(LEADS, key=len, reverse=True))
_PART_BEFORE = re.compile(
    rf"\b(?:the\s)?(?P<part>(?:{_PART})(?:\s(?:to|or|and)\s(?:{_PART}))?)[\s-]{{1,2}}(?:the\s)?$", re.I
)
_STEP_BEFORE = re.compile(rf"\b(?P<step>{_STEP})\s$", re.I)
_LEAD_BEFORE = re.compile(rf"\b(?P<lead>{_LEAD})\s$", re.I)
_FIRM_LEADS = frozenset({"in", "since", "until", "till", "during", "through", "throughout"})
_PREFIX_BEFORE = re.compile(r"ថ្ងៃ[\s\u200b]{0,2}ទី[\s\u200b]{0,2}$|\bngày\s$|\b(?:le|el|am)\s$")
_WEEKDAY_BEFORE = re.compile(rf"(?<![^\W_])(?:{_DAY_NAMES})(?:\.,?|,)?\s{{1,2}}(?:the\s)?$", re.I)
_WEEKDAY_LEAD = re.compile(
    rf"(?:\b(?:on|this|last|next|by|until|since|from|before|after|earlier|later|late|early|of|and|"
    rf"to|{'|'.join(SAYING_VERBS)})|\b[a-z]{{2,}}ed)"
    r"(?:\s(?:on|this|last|next))?\s$",
    re.I,
)
_RELATIVE_WEEKDAY = re.compile(r"\b(?P<step>this|last|next|past|coming)\s$", re.I)
_NUMBER_SIGN = re.compile(r"(?:[$€£¥₹#№§=]\s?|\d[.,:]|(?<!mid)(?<!Mid)[-/])$")
_MONEY_BEFORE = re.compile(
    r"\b(?:USD?|US|AUD|SGD|EUR|JPY|KHR|RMB|Rp|RM|THB|GBP|No|Nos|Article|Resolution|Section|Chapter|"
    r"Room|Page|Vol|Doc|Decree|Decision|Ref)\.?\s?$",
    re.I,
)
_OWNED_DAY = re.compile(
    r"[’']s\s+(?:\w+\s+){0,3}?(?:"
    + "|".join(
        [
            *DATED_NOUNS,
            "call",
            "talks",
            "ceremony",
            "signing",
            "announcement",
            "event",
            "session",
            "discussion",
            "discussions",
            "conversation",
            "consultation",
            "launch",
            "exchange",
        ]
    )
    + r")\b",
    re.I,
)
_COUNT_BEFORE = re.compile(
    rf"\b(?P<many>\d{{1,2}}|{'|'.join(SMALL_NUMBERS)})\s(?P<unit>day|week|month|year)s?\s$", re.I
)
_IN_COUNT = re.compile(
    rf"\bin\s(?:just\s|only\s|about\s)?(?P<many>\d{{1,2}}|{'|'.join(SMALL_NUMBERS)})\s$", re.I
)
_SENTENCE_END = re.compile(r"[.!?。]\s")
_AHEAD, _BACK = ("|".join(sorted(cues, key=len, reverse=True)) for cues in (AHEAD_CUES, BACK_CUES))
_DIRECTION = re.compile(
    rf"\b(?:(?P<ahead>(?:will|shall|would|to be)(?:\sbe)?\s\w+|{_AHEAD})|(?P<back>{_BACK}))\b", re.I
)
_CHAIN = re.compile(r"\s?(?:,|and|or|,\s?and|to|until|&)\s")
_CAPITAL_WORD = re.compile(r"\s[A-ZÀ-Þ][a-zß-ÿ]")


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Every date in a text, as far as the words go.

    A year that the words do not give is `XXXX`; a relative day is `XXXX-XX-XX`; `complete` fills them in.

    >>> [m.when.edtf for m in find_dates("It met on 16th March 2020, and again in July; Tokyo "
        "Strategy 2018.")]
    ['2020-03-16', 'XXXX-07']
    """
    mentions: list[DateMention] = []
    position, last_end = 0, 0
    last_rule = ""
    search = scanner(text).search
    while (start := search(text, position)) is not None:
        position = start.end()
        before = text[max(last_end, start.start() - _LEFT) : start.start()]
        if before and before[-1] < "ɐ" and (before[-1].isalnum() or before[-1] == "_"):
            continue
        kind = kind_of(start[0])
        found = _READERS[kind](text, start, before)
        if not found and kind == "number" and last_rule == "year" and _CHAIN.fullmatch(before):
            found = _bare_year(text, start, "in ")  # "in 2019 and 2020"
        for one in found:
            if one.start < last_end:
                continue
            rule = one.rule
            if one.when.start.startswith(UNKNOWN_YEAR) and rule.partition("+")[0] not in _FIXED:
                rule += _direction(text, one.start)
            mentions.append(
                DateMention(one.start, one.end, text[one.start : one.end], one.when, "stated", rule)
            )
            position, last_end, last_rule = max(position, one.end), one.end, one.rule
    return _sharing_years(text, mentions)


def _sharing_years(text: str, mentions: list[DateMention]) -> tuple[DateMention, ...]:
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
    return tuple(mentions)


_FIXED = frozenset(
    {"relative-day", "relative-period", "relative-month", "month-of-relative-year", "days-ago", "days-ahead"}
)
"Rules whose words themselves say the direction."


def _direction(text: str, start: int) -> str:
    """`-ahead` or `-back` where the sentence before speaks of the future or the past, else nothing."""
    window = text[max(0, start - 160) : start]
    cut = 0
    for end in _SENTENCE_END.finditer(window):
        cut = end.end()
    last = ""
    for cue in _DIRECTION.finditer(window, cut):
        last = cue.lastgroup or ""
    return f"-{last}" if last else ""


def _ending(pattern: re.Pattern[str], before: str, reach: int) -> re.Match[str] | None:
    """A match at the end of the words before a place; no more than `reach` characters are looked at."""
    return pattern.search(before, max(0, len(before) - reach))


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
    match = _ending(pattern, before, 20) if found else None
    if match is None:
        return found
    first = found[0]
    return (first._replace(start=first.start - (len(before) - match.start())), *found[1:])


def _number(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    if _ending(_NUMBER_SIGN, before, 6):
        return ()
    place, size = start.start(), start.end() - start.start()
    if size > 4 or (size == 3):
        return ()
    found = _try(NUMBER_FORMS, text, place, before)
    if not found and size <= 2:
        found = _last_of_list(text, place)
    if not found and size == 4:
        return _bare_year(text, start, before)
    if found and found[0].rule in ("years", "year-of-name"):
        return () if _ending(_MONEY_BEFORE, before, 14) else found
    return _widened(_widened(found, _WEEKDAY_BEFORE, before), _PREFIX_BEFORE, before)


def _last_of_list(text: str, place: int) -> tuple[Found, ...]:
    match = LAST_DAY.pattern.match(text, place)
    return LAST_DAY.read(match, "") if match else ()


_AFTER_YEAR = re.compile(
    r"\s?年度|\s?(?:[-–—/]\s?\d|to\s\d|[:%+]\d?|[.,]\d)|[A-Za-z°]|\s?(?:per\s?cent|a\.m|p\.m|hours|hrs)"
)


def _bare_year(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """A year alone: only after a word that asks for one, and not where it counts or names something."""
    year = read_year(start[0]) if start[0].isascii() else None
    place, end = start.start(), start.end()
    if year is None or _AFTER_YEAR.match(text, end) or counts_something(text, end):
        return ()
    part = _ending(_PART_BEFORE, before, 44)
    if part:
        begin = place - (len(before) - part.start("part"))
        return (Found(begin, end, When(str(year), str(year)), "part-of-year"),)
    bracketed = before.endswith("(") and text[end : end + 1] == ")"
    if (not bracketed and not _ending(_LEAD_BEFORE, before, 16)) or _ending(FISCAL, before, 24):
        return ()
    if _NAME_AFTER_YEAR.match(text, end):
        return ()
    return (Found(place, end, When(str(year), str(year)), "year"),)


_NAME_AFTER_YEAR = re.compile(r"\s?年度|\s(?:Agenda|Vision|Strategy|Plan|Framework|Roadmap|Goals|Targets?)\b")


def _month(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    found = _try(MONTH_FORMS, text, start.start(), before)
    if found:
        if found[0].rule.startswith(("month-day", "days-month-day", "days-two-months", "day-month")):
            return _widened(found, _WEEKDAY_BEFORE, before)
        return _in_part(found, before)
    return _month_alone(text, start, before)


def _in_part(found: tuple[Found, ...], before: str) -> tuple[Found, ...]:
    part = _ending(_PART_BEFORE, before, 44)
    if part is None:
        return found
    first = found[0]
    rule = "part-of-month" if first.rule == "month-year" else first.rule
    return (first._replace(start=first.start - (len(before) - part.start("part")), rule=rule), *found[1:])


def _month_alone(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """A month without day and year: only after "in", "this", "early" and their like. Not "Theresa May"."""
    word = start[0]
    if len(word) < 5 and word.casefold() not in ("may", "june", "july"):
        return ()
    number, place, end = MONTH_NUMBERS[word.casefold()], start.start(), start.end()
    when = single(month_edtf(None, number))
    if when is None or text[end : end + 1] in ("’", "'", "-", "–"):
        return ()
    step = _ending(_STEP_BEFORE, before, 14)
    part = _ending(_PART_BEFORE, before, 44)
    if step:
        return (Found(place - (len(before) - step.start("step")), end, when, "relative-month"),)
    if part:
        return (Found(place - (len(before) - part.start("part")), end, when, "month-no-year"),)
    lead = _ending(_LEAD_BEFORE, before, 16)
    if lead is None or (lead["lead"].casefold() not in _FIRM_LEADS and _CAPITAL_WORD.match(text, end)):
        return ()
    return (Found(place, end, when, "month-no-year"),)


def _weekday(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """A weekday alone ("on Wednesday"); one beside a date is taken up by the date."""
    word, end = start[0], start.end()
    if len(word) < 6 or (word.isupper() and not before.isupper()):
        return ()
    if _DATE_FOLLOWS.match(text, end):
        return ()
    step = _ending(_RELATIVE_WEEKDAY, before, 10)
    when = When(UNKNOWN_DAY, UNKNOWN_DAY)
    if step:
        return (Found(start.start() - (len(before) - step.start("step")), end, when, "weekday"),)
    return (Found(start.start(), end, when, "weekday"),) if _ending(_WEEKDAY_LEAD, before, 30) else ()


_DATE_FOLLOWS = re.compile(rf"\.?,?\s{{1,2}}(?:the\s)?(?:\d{{1,2}}(?!\d)|{ENGLISH_MONTH}\.?\s\d)")


def _day_word(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """Today, yesterday, tomorrow. Not "USA Today", not "today's world", but "today's meeting"."""
    end = start.end()
    if start[0][0].isupper() and before[-1:] == " " and before.rstrip()[-1:].isalnum():
        return ()
    if text[end : end + 1] in ("’", "'") and not _OWNED_DAY.match(text, end):
        return ()
    return (Found(start.start(), end, When(UNKNOWN_DAY, UNKNOWN_DAY), "relative-day"),)


def _period(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """This week, last month, next year; with "early" or "later" before it. Not "the following year's"."""
    unit = start[0].rpartition(" ")[2].lower()
    value = {"year": UNKNOWN_YEAR, "month": UNKNOWN_MONTH}.get(unit, UNKNOWN_DAY)
    place = start.start()
    part = _ending(_PART_OF_RELATIVE, before, 44)
    if part:
        place -= len(before) - part.start()
    return (Found(place, start.end(), When(value, value), "relative-period"),)


_PART_OF_RELATIVE = re.compile(rf"\b(?:earlier|later|{_PART})\s(?:of\s)?(?:the\s)?$", re.I)


def _ago(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """Two weeks ago: as exact as its unit."""
    count = _COUNT_BEFORE.search(before)
    if count is None:
        return ()
    value = {"year": UNKNOWN_YEAR, "month": UNKNOWN_MONTH}.get(count["unit"].lower(), UNKNOWN_DAY)
    return (
        Found(start.start() - (len(before) - count.start()), start.end(), When(value, value), "days-ago"),
    )


def _ahead(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    """In two days. Not "in two days of talks", which is how long they lasted."""
    count = _IN_COUNT.search(before)
    if count is None or re.compile(r"\s(?:of|after|before|since|from)\b").match(text, start.end()):
        return ()
    when = When(UNKNOWN_DAY, UNKNOWN_DAY)
    return (Found(start.start() - (len(before) - count.start()), start.end(), when, "days-ahead"),)


def _era(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    return _try(ERA_FORMS, text, start.start(), before)


def _khmer(text: str, start: re.Match[str], before: str) -> tuple[Found, ...]:
    return _try(KHMER_FORMS, text, start.start(), before)


_READERS: dict[Kind, Callable[[str, re.Match[str], str], tuple[Found, ...]]] = {
    "number": _number,
    "month": _month,
    "weekday": _weekday,
    "day": _day_word,
    "period": _period,
    "ago": _ago,
    "ahead": _ahead,
    "era": _era,
    "khmer": _khmer,
}
