"""Reasons why a date in a text is not the date of an event.

Enters: a date with its sentence and cue. Leaves: `NO_EVENT` and `NO_EVENT_OF_A_DAY`, ordered tables of
predicates; one that holds is enough. Must not be known here: which event the release is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from gazette.events.dating import Dated, precision
from gazette.events.folding import has_any
from gazette.events.phrases import Phrases
from gazette.vocabulary.events import QUANTITY_WORDS

_SINCE = re.compile(
    r"\b(?:since|ever since|from as early as|until|till|up to)\s+(?:the\s+)?(?:early|late|mid-?)?\s*$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|within|before|beyond|through|towards?|throughout|during|over)\s+(?:the\s+)?(?:end\s+of\s+|course\s+of\s+|year\s+)?$",
    re.IGNORECASE,
)
_DURING = re.compile(r"\b(?:during|before|over|through)\s+(?:the\s+)?(?:course\s+of\s+)?$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?<![.,;:]\s)\b[A-Z][\w’'&-]*\s+$")
_MONTH_OR_DAY_LEAD = re.compile(
    r"\b(?:In|On|From|During|Since|By|Early|Late|Mid|The|For|Until|Of|At|Between|And|Year)\s+$"
)
_AFTER_NAME = re.compile(r"^\s*(?:Agenda|Vision|Plan|Strategy|budget|Budget|report|Report|edition|season)\b")
_TODAYS = re.compile(
    r"^['’]s\b(?!\s+(?:meeting|summit|talks|visit|signing|call|ceremony|conversation|session|election|discussion))"
)
_IS = re.compile(r" (?:is|are|remains?|has|have) (?!being\b|been\b)(?![a-z]+ed\b)")
_NOW = re.compile(r"\b(?:even|until|of|to)\s+$", re.IGNORECASE)
_STATISTIC = Phrases(QUANTITY_WORDS)
_MONEY = re.compile(r"[$€£¥]\s?\d|\d\s?%")


def is_period(dated: Dated) -> bool:
    """A span of years is the period of a plan: "2024-2028". Not "from 29 December 2023 to 2 January 2024"."""
    when = dated.when
    return when.start != when.end and precision(when) == 1


_FIRST = re.compile(r"\b(?:first|last|only)\b")


def is_since(dated: Dated) -> bool:
    """Nothing happened in a month or year that only begins a span: "since January last year".

    Not "since taking office in August", "since 17 December 2024", nor "the first since 2016".
    """
    if precision(dated.when) == 3 or not _SINCE.search(
        dated.sentence.text, max(0, dated.start - 40), dated.start
    ):
        return False
    return not _FIRST.search(dated.sentence.folded, max(0, dated.start - 40), dated.start)


def is_target(dated: Dated) -> bool:
    """A year as a target or limit: "by 2030", "within this year", "during last year".

    Not "by 1 February 2010".
    """
    before = dated.sentence.text[max(0, dated.start - 40) : dated.start]
    exact = precision(dated.when)
    return exact < 3 and bool(_BY.search(before)) and (exact == 1 or not _DURING.search(before))


def is_in_name(dated: Dated) -> bool:
    """A year in a name: "Tokyo Strategy 2018", "the 2030 Agenda". Not "the 1951 Mutual Defense Treaty"."""
    if precision(dated.when) > 1 or dated.mention.rule == "year-of-name":
        return False
    text = dated.sentence.text
    before = text[max(0, dated.start - 40) : dated.start]
    if is_within_short_quotes(text, dated.start, dated.end):
        return True
    if (
        _NAME_BEFORE.search(before)
        and not _MONTH_OR_DAY_LEAD.search(before)
        and dated.mention.as_written[:1].isdigit()
    ):
        return True
    return bool(_AFTER_NAME.match(text[dated.end :]))


_NUMBER_BEFORE = re.compile(r"\d\s?\($|\bNos?\.?\s\d+\s(?:of|/)\s$")


def is_number_of_paper(dated: Dated) -> bool:
    """The year of a numbered paper: "Resolution 2728 (2024)", "Law No. 12 of 2019".

    Not "the Rome Treaty (1957)".
    """
    begin = max(0, dated.start - 16)
    return precision(dated.when) == 1 and bool(_NUMBER_BEFORE.search(dated.sentence.text, begin, dated.start))


_OPENED = re.compile(r"[“\"][^“”\"]{0,60}$")
_CLOSED = re.compile(r"[^“”\"]{0,60}[”\"]")


def is_within_short_quotes(text: str, start: int, end: int) -> bool:
    """Whether a place stands within a quoted name: “Visit Tonga Year 2024”. Not within what somebody says."""
    opened = _OPENED.search(text, max(0, start - 62), start)
    closed = _CLOSED.match(text, end) if opened else None
    return bool(opened and closed and closed.end() - opened.start() < 70)


def is_statistic(dated: Dated) -> bool:
    """A year that is measured: "over USD 2 billion in 2019, will continue in 2020". Not "signed in 2019"."""
    if precision(dated.when) > 2 or (
        dated.cue and dated.cue.manner == "noun" and dated.start - dated.cue.end < 30
    ):
        return False
    begin, end = max(0, dated.start - 160), dated.end + 40
    folded = dated.sentence.folded
    return bool(_STATISTIC.search(folded, begin, end) or _MONEY.search(folded, begin, end))


def is_nowadays(dated: Dated) -> bool:
    """ "today's world", "our task today is to trade". Not "today's meeting" and not "met today"."""
    written = dated.mention.as_written.lower()
    if not written.startswith("today"):
        return False
    lasts = dated.carrier.tense == "lasting" or _IS.match(dated.sentence.folded, dated.end)
    if lasts and not (dated.cue and dated.cue.type == "anniversary"):
        return True
    text = dated.sentence.text
    return bool(_TODAYS.match(text[dated.end :]) or _NOW.search(text[max(0, dated.start - 8) : dated.start]))


_LOOSE_YEAR = re.compile(r"^(?:this|last|next|the (?:past|coming|current)|current) year", re.IGNORECASE)
_OWNED = re.compile(r"^['’]s\b")


def is_loose_year(dated: Dated) -> bool:
    """ "this year's ASEAN Chair", "countries that last year strove": a year beside which nothing is named.

    Not "the general elections next year", "next year marks the 70th anniversary", "this year's summit".
    """
    if not _LOOSE_YEAR.match(dated.mention.as_written):
        return False
    if 0 <= dated.carrier.distance < 60 and dated.cue:
        looks = {"next": "ahead", "last": "back"}.get(dated.mention.as_written[:4].lower())
        if looks and looks == dated.carrier.tense:
            return False
    text, cue = dated.sentence.text, dated.cue
    if cue is None or cue.manner == "holding":
        return True
    if _OWNED.match(text[dated.end :]):
        return not (cue.start >= dated.end and cue.start - dated.end < 40)
    if cue.end <= dated.start:
        return dated.start - cue.end > 30 or text[cue.start : cue.end].endswith("meetings")
    return cue.start - dated.end > 40


_WEEK = re.compile(r"(?:this|last|next|the (?:past|coming)) (?:week|weekend)s?\b", re.IGNORECASE)


def is_recent_past(dated: Dated) -> bool:
    """ "last week", "in recent days": a week is no date that can be written down."""
    return _WEEK.match(dated.mention.as_written) is not None


_SOURCE = re.compile(
    r",?\s+(?:press|news|media)?\s*(?:release|statement|report|interview|post|article|briefing)\b",
    re.IGNORECASE,
)


_ARTICLE = re.compile(r"\b(?:a|an|its|the|his|her)\s+$")


def is_source(dated: Dated) -> bool:
    """The date of a paper that is quoted: "in a December 18 press release".

    Not "the joint statement of 18 December".
    """
    text = dated.sentence.text
    return bool(
        _SOURCE.match(text, dated.end) and _ARTICLE.search(text[max(0, dated.start - 12) : dated.start])
    )


_IN = re.compile(r"\b(?:in|early|late|mid|since) $")
_IN_PLACE = re.compile(r"\bin (?:the )?[A-Z][\w’-]+(?: [A-Z][\w-]+){0,2},? in $")


def is_nameless_year(dated: Dated) -> bool:
    """A year beside which nothing is said to happen: "in steering the ASEAN process in 2022".

    Not "which it built with farmers in 1996", "will chair the council in 2026", "the fair in Lima in 2030".
    """
    if dated.cue is not None or precision(dated.when) > 1:
        return False
    if _IN_PLACE.search(dated.sentence.text, max(0, dated.start - 50), dated.start):
        return False
    carrier = dated.carrier
    told = carrier.tense in ("ahead", "back") and carrier.distance < 70
    return not (told and _IN.search(dated.sentence.folded, max(0, dated.start - 10), dated.start))


_PAGE = re.compile(
    r"\b(?:last\s+(?:updated|modified|reviewed)|updated|posted|published|uploaded|printed|retrieved|accessed)"
    r"\s*(?:on|at|in|:)?\s*$",
    re.IGNORECASE,
)


def is_stale_update(dated: Dated) -> bool:
    """ "Last updated on 30 January 2013", "Published 7 November", "Posted on …".

    About the page, not the world.
    """
    before = dated.sentence.text[max(0, dated.start - 30) : dated.start]
    return has_any(before.lower(), _PAGE_WORDS) and bool(_PAGE.search(before))


_PAGE_WORDS = (
    "dated",
    "modified",
    "reviewed",
    "posted",
    "published",
    "loaded",
    "printed",
    "retrieved",
    "accessed",
)


_LIFE = re.compile(
    r"\b(?:born|graduated|studied|educated|married|degree|diploma|doctorate|ph\.?d|(?:joined|entered) the"
    r" (?:[a-z]+ )?(?:service|corps)|(?P<death>died|passed away))\b[^.;,]{0,60}$",
    re.IGNORECASE,
)


_LIFE_WORDS = (
    *("born", "graduated", "studied", "educated", "married", "degree", "diploma", "doctorate"),
    *("ph", "joined", "entered", "died", "passed"),
)


def is_life_date(dated: Dated) -> bool:
    """ "born in 1960", "joined the foreign service in 1985", "who died in 2004" in a biography.

    Not "who died on 12 March 2022", "joined the union in 2004".
    """
    before = dated.sentence.text[max(0, dated.start - 80) : dated.start]
    match = _LIFE.search(before) if has_any(before.lower(), _LIFE_WORDS) else None
    return bool(match and (not match["death"] or precision(dated.when) < 3))


_HOURS = re.compile(r"\b(?:hours|open|opens|closed|closes|office|daily|weekdays)\b")
_TIME_OF_DAY = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b")


def is_timetable(dated: Dated) -> bool:
    """Weekdays of opening hours: "open Monday to Friday, 9:00 to 16:30". Not "opens on Friday"."""
    folded = dated.sentence.folded
    return (
        dated.mention.rule.startswith("weekday")
        and bool(_HOURS.search(folded))
        and bool(_TIME_OF_DAY.search(dated.sentence.text.lower()))
    )


_EVERY = re.compile(r" (?:of )?(?:each|every|any) (?:year|calendar year)\b| (?:annually|yearly|every year)\b")


def is_recurrent(dated: Dated) -> bool:
    """A day that comes back: "on 1 October of each year". Not "on 1 October, as every year,"."""
    return bool(_EVERY.match(dated.sentence.folded, dated.end))


_LETTER = re.compile(r"[^\W\d_]")


def is_line_of_date(dated: Dated) -> bool:
    """A line that is nothing but a date: "15 APRIL 2025" between a statement and its annex."""
    sentence = dated.sentence
    if len(sentence.text) > dated.end - dated.start + 16 or dated.cue is not None:
        return False
    rest = sentence.text[: dated.start] + sentence.text[dated.end :]
    return not _LETTER.search(rest)


NO_EVENT_OF_A_DAY: tuple[Callable[[Dated], bool], ...] = (
    is_stale_update,
    is_nowadays,
    is_recent_past,
    is_life_date,
    is_source,
    is_timetable,
    is_recurrent,
    is_line_of_date,
)
"""Reasons why even a full day is no event's, in the order in which they are asked."""

NO_EVENT: tuple[Callable[[Dated], bool], ...] = (
    is_period,
    *NO_EVENT_OF_A_DAY,
    is_number_of_paper,
    is_in_name,
    is_since,
    is_target,
    is_loose_year,
    is_statistic,
    is_nameless_year,
)
"""Reasons why a month or year is no event's."""
