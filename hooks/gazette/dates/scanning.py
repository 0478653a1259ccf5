"""The one walk through a text: places where a date may begin.

Enters: any text. Leaves: (start, end, kind) of digits, names of months and weekdays, and words of relation.
Must not be known here: which form of date, if any, holds at a place.

The pattern is a tree of letters that starts with plain characters, which lets the regex engine skip all
others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from gazette.vocabulary.calendar import (
    DAY_PARTS,
    ENGLISH_MONTHS,
    ERAS,
    PERIOD_ENDS,
    RELATIVE_DAYS,
    RELATIVE_STEPS,
    SEQUELS,
    WEEKDAYS,
)

Kind = Literal["number", "month", "weekday", "day", "period", "ago", "ahead", "sequel", "era", "khmer"]

_Tree = dict[str, "_Tree"]
_UNITS = ("week", "weekend", "month", "year")
_OTHER_DIGITS = "០-៩๐-๙໐-໙၀-၉０-９"


def _forms(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        yield word[0].upper() + word[1:]


_NAMES: dict[str, Kind] = {}
_NAMES |= {form: "month" for words in ENGLISH_MONTHS for w in words for form in (w, w.upper())}
_NAMES |= {form: "weekday" for words in WEEKDAYS for w in words for form in (w, w.upper())}
_STRETCHES = frozenset(f"past {unit}" for unit in _UNITS)
"These speak of a stretch of time, of no period of the calendar."
_PERIODS = {f"{step} {unit}" for step in RELATIVE_STEPS for unit in _UNITS} - _STRETCHES
_RELATIONS: dict[str, Kind] = {}
_RELATIONS |= {form: "day" for form in _forms(RELATIVE_DAYS)}
_RELATIONS |= {form: "period" for form in _forms((*_PERIODS, *PERIOD_ENDS))}
_RELATIONS |= {form: "sequel" for form in _forms(f"{w} {part}" for w in SEQUELS for part in DAY_PARTS)}
_RELATIONS |= {"ago": "ago"}
_RELATIONS |= {form: "ahead" for unit in ("day", "week", "month", "year") for form in (unit, f"{unit}s")}
_KINDS: dict[str, Kind] = _NAMES | _RELATIONS
_ROOTS = ("day", "night", "morning", "afternoon", "evening", "week", "month", "year", "ago", "tomorrow")
"One of these is in every word of relation: a text without any needs no look for them."


def letter_tree(words: Iterable[str]) -> str:
    """A pattern for any of the words that shares their beginnings; the longest word wins.

    >>> letter_tree(["Mar", "March", "May"])
    'Ma(?:r(?:ch)?|y)'
    """
    tree: _Tree = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _pattern(tree)


def _pattern(tree: _Tree) -> str:
    branches = [re.escape(letter) + _pattern(below) for letter, below in tree.items() if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if "" not in tree:
        return joined
    return f"{joined}?" if len(branches) > 1 else f"(?:{joined})?"


def _top(words: Iterable[str]) -> list[str]:
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word)
    return [rf"{letter_tree(same)}(?![^\W\d_])" for same in by_letter.values()]


_DIGITS = [rf"{digit}\d*" for digit in "0123456789"]
_PLAIN = re.compile("|".join([*_top(_NAMES), *_DIGITS]))
_RELATED = re.compile("|".join([*_top(_KINDS), *_DIGITS]))
_WIDE_SIGN = re.compile(rf"[{_OTHER_DIGITS}{''.join({era[0] for era in ERAS})}ខ]")
_WIDE = re.compile("|".join([_RELATED.pattern, rf"[{_OTHER_DIGITS}]\d*", *ERAS, "ខែ"]))


def scanner(text: str) -> re.Pattern[str]:
    """The pattern to walk this text with: the narrowest that finds all that may begin a date there."""
    if not text.isascii() and _WIDE_SIGN.search(text):
        return _WIDE
    for root in _ROOTS:
        if root in text:
            return _RELATED
    return _PLAIN


def kind_of(words: str) -> Kind:
    """What a match of the scanner is."""
    if words[0].isdigit():
        return "number"
    known = _KINDS.get(words)
    if known is not None:
        return known
    return "khmer" if words == "ខែ" else "era"
