"""Reasons why a date in a text is not the date of an event.

Enters: a date with its sentence and cue. Leaves: `NO_EVENT`, an ordered table of predicates; one that holds
is enough. Must not be known here: which event the release is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from gazette.events.cues import any_of
from gazette.events.dating import Dated, precision
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
_NOW = re.compile(r"\b(?:even|until|of|to)\s+$", re.IGNORECASE)
_STATISTIC = any_of(QUANTITY_WORDS)
_MONEY = re.compile(r"(?:US\$|[$€£¥])\s?\d")


def is_period(dated: Dated) -> bool:
    """A span of years is the period of a plan: "2024-2028". Not "from 29 December 2023 to 2 January 2024"."""
    when = dated.when
    return when.start != when.end and precision(when) == 1


def is_since(dated: Dated) -> bool:
    """Nothing happened on a date that only begins a span: "since January last year".

    Not "since taking office in August".
    """
    return bool(_SINCE.search(dated.sentence.text, max(0, dated.start - 40), dated.start))


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
    if (
        _NAME_BEFORE.search(before)
        and not _MONTH_OR_DAY_LEAD.search(before)
        and dated.mention.as_written[:1].isdigit()
    ):
        return True
    return bool(_AFTER_NAME.match(text[dated.end :]))


def is_statistic(dated: Dated) -> bool:
    """A year that is measured: "over USD 2 billion in 2019, will continue in 2020". Not "signed in 2019"."""
    if precision(dated.when) > 2 or (
        dated.cue and dated.cue.manner == "noun" and dated.start - dated.cue.end < 30
    ):
        return False
    text = dated.sentence.text
    near = text[max(0, dated.start - 160) : dated.end + 40]
    return bool(_STATISTIC.search(near) or _MONEY.search(near))


def is_nowadays(dated: Dated) -> bool:
    """ "today's world", "the challenges of today". Not "today's meeting" and not "met today"."""
    written = dated.mention.as_written.lower()
    if not written.startswith("today"):
        return False
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
    r"^,?\s+(?:press|news|media)?\s*(?:release|statement|report|interview|post|article|briefing)\b",
    re.IGNORECASE,
)


def is_source(dated: Dated) -> bool:
    """The date of a paper that is quoted: "in a December 18 press release".

    Not "the joint statement of 18 December".
    """
    before = dated.sentence.text[max(0, dated.start - 12) : dated.start]
    return bool(
        re.search(r"\b(?:a|an|its|the|his|her)\s+$", before)
        and _SOURCE.match(dated.sentence.text[dated.end :])
    )


def is_nameless_year(dated: Dated) -> bool:
    """A year beside which nothing is said to happen: "in steering the ASEAN process in 2022"."""
    return dated.cue is None and precision(dated.when) == 1


_PAGE = re.compile(
    r"\b(?:last\s+(?:updated|modified|reviewed)|updated|posted|published|uploaded|printed|retrieved|accessed)"
    r"\s*(?:on|at|in|:)?\s*$",
    re.IGNORECASE,
)


def is_stale_update(dated: Dated) -> bool:
    """ "Last updated on 30 January 2013", "Published 7 November", "Posted on …".

    About the page, not the world.
    """
    return bool(_PAGE.search(dated.sentence.text[max(0, dated.start - 30) : dated.start]))


_LIFE = re.compile(
    r"\b(?:born|graduated|studied|educated|died|passed away|married)\b[^.;,]{0,60}$", re.IGNORECASE
)


def is_life_date(dated: Dated) -> bool:
    """ "born in 1960", "graduated in 1985", "who died in 2004" in a biography."""
    return bool(_LIFE.search(dated.sentence.text[max(0, dated.start - 80) : dated.start]))


NO_EVENT: tuple[Callable[[Dated], bool], ...] = (
    is_period,
    is_stale_update,
    is_nowadays,
    is_in_name,
    is_since,
    is_target,
    is_loose_year,
    is_recent_past,
    is_life_date,
    is_statistic,
    is_source,
    is_nameless_year,
)
"""Reasons why a date is no event's, in the order in which they are asked."""
