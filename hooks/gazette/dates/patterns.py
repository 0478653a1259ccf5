"""What the forms of dates share: values found, pieces of patterns, what tells a count from a date.

Enters: words of the calendar. Leaves: `Found`, `Form` and pieces of patterns for the tables of forms.
Must not be known here: any one form of date, texts.

Every piece is bounded: no part of it can run over more than a few dozen characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from gazette.dates.values import UNKNOWN_YEAR, read_year
from gazette.model import When
from gazette.vocabulary.calendar import COUNTED_NOUNS, ENGLISH_MONTHS, WEEKDAYS


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


DAY = r"\d{1,2}(?!\d)(?:\s?(?:st|nd|rd|th|er|º|ª)(?![^\W\d_])|\.(?=\s?[^\W\d_]))?"
YEAR = r"\d[\dOo]{3}(?![\dA-Za-z])"
MONTH = r"[^\s\d,.;:()/\u200b–—-]{2,12}"
WEEKDAY = "(?:" + "|".join(word for words in WEEKDAYS for word in words) + r")\.?"
_LED = "|".join(
    sorted(
        {form for words in ENGLISH_MONTHS for w in words for form in (w, w.upper())}, key=len, reverse=True
    )
)
ENGLISH_MONTH = rf"(?:{_LED})(?![^\W\d_])"
"English months as they lead a date: capitalised or all in capitals, short forms included."

ON_WEEKDAY = rf"(?:{WEEKDAY},?\s{{1,2}})?"
RANGE = r"(?:\s{0,2}[-‐‑–—~～〜]\s{0,2}|\s{1,2}(?:to|until|till|through|au|al|hingga|sampai|bis)\s{1,2})"
JOIN = (
    rf"(?:{RANGE}|,?\s{{1,2}}(?:and|et|y|dan)\s{{1,2}}|\s{{0,2}}&\s{{0,2}}|,\s{{0,2}})(?:the\s)?{ON_WEEKDAY}"
)
OF = (
    r"(?:\s{1,2}(?:day\s)?(?:of|de)\s{1,2}|[\s\u200b]{0,3}ខែ[\s\u200b]{0,2}|\s?-\s?|"
    r"[\s\u200b]{1,3}|(?=[^\W\d_]))"
)
THEN_YEAR = (
    r"(?:,?\s{0,3}(?:of\s|de\s|del\s|in the year\s)?(?:(?:B\.?\s?E\.?|A\.?D\.?|พ\.ศ\.|ค\.ศ\.)\s?)?|-|"
    r"[\s\u200b]{0,3}ឆ្នាំ[\s\u200b]{0,2})"
)
DAYS = rf"(?P<days>{DAY}(?:{JOIN}{DAY}){{0,5}})"
IS_RANGE = re.compile(RANGE)
NUMBER = re.compile(rf"(?=(?P<n>\d{{1,2}})){DAY}")
_LEADING_DIGITS = re.compile(r"\d+")
_NEXT_WORD = re.compile(r"[\s-]{1,2}([^\W\d_]{2,20})")
MONTHS_BY_RANGE_OR_AND = rf"(?:{RANGE}|\s{{1,2}}(?:and|&)\s{{1,2}})"
FLAGS = re.IGNORECASE
UNKNOWN_DAY = f"{UNKNOWN_YEAR}-XX-XX"
UNKNOWN_MONTH = f"{UNKNOWN_YEAR}-XX"
FISCAL = re.compile(
    r"(?:\bJ?FYs?|\b(?:fiscal|financial|academic|school|budget)(?:\s+years?)?)[\s’']{0,2}$", FLAGS
)
"A fiscal or school year before its number."


def counts_something(text: str, end: int) -> bool:
    """Whether the number that ends here counts what follows: "12 countries", "2000 schools"."""
    after = _NEXT_WORD.match(text, end)
    return bool(after and after.group(1).casefold() in COUNTED_NOUNS)


def leading_number(words: str) -> int:
    """The number with which words begin; 0 where they begin otherwise."""
    digits = _LEADING_DIGITS.match(words)
    return int(digits[0]) if digits else 0


def one_found(
    match: re.Match[str], when: When | None, rule: str, end: int | None = None
) -> tuple[Found, ...]:
    """The match as a date, or nothing where it has no value."""
    return (Found(match.start(), match.end() if end is None else end, when, rule),) if when else ()


def year_of(match: re.Match[str], group: str = "year") -> tuple[int | None, int]:
    """The year of a match, and where the date ends: before the year where that is a number of something."""
    digits = match[group]
    if digits is None:
        return None, match.end() - match[0].endswith(".")
    year = read_year(digits)
    if year is None or counts_something(match.string, match.end(group)):
        start = match.start(group)
        return None, match.start() + len(match.string[match.start() : start].rstrip(" ,\t\n\xa0-"))
    return year, match.end()


def ending(pattern: re.Pattern[str], before: str, reach: int) -> re.Match[str] | None:
    """A match at the end of the words before a place; no more than `reach` characters are looked at."""
    return pattern.search(before, max(0, len(before) - reach))
