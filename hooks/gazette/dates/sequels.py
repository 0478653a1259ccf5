"""What the words beside a date, or the date before it, add: "12 June last year", "the following day".

Enters: a text and the dates found in it so far. Leaves: a date with its year, or a day counted from another.
Must not be known here: the date of issue; what is counted from it is `completing`'s.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from gazette.dates.patterns import Found
from gazette.dates.values import UNKNOWN_YEAR, day_edtf
from gazette.model import DateMention, When
from gazette.vocabulary.calendar import LATIN_ERAS, SEQUELS

_TAIL = re.compile(
    rf",?\s(?:of\s)?(?:(?P<era>{'|'.join(LATIN_ERAS)})\s(?P<number>\d{{1,2}}|gannen)(?:\s?\(\d{{4}}\))?"
    r"|(?:the\s)?(?P<step>this|current|same|last|past|next|coming|following)\syear(?![\w’'])"
    r"|(?P<alone>last|next)(?=[.,;:)]|$))",
    re.IGNORECASE,
)
_FIRST_LETTERS = frozenset(" ,")


def with_tail(text: str, found: Found) -> Found:
    """A day or month without year, with the words after it that give the year or the side of it.

    "12 June last year", "2 December last", "May 2, Reiwa 7".
    """
    if text[found.end : found.end + 1] not in _FIRST_LETTERS:
        return found
    tail = _TAIL.match(text, found.end)
    start, end = found.when.start, found.when.end
    if tail is None or not start.startswith(f"{UNKNOWN_YEAR}-") or start[5] == "X":
        return found
    if tail["era"]:
        number = 1 if tail["number"] == "gannen" else int(tail["number"])
        year = str(LATIN_ERAS[tail["era"].casefold()] + number - 1)
        if not all(_is_day(f"{year}{edtf[4:]}") for edtf in (start, end)):
            return found
        return found._replace(end=tail.end(), when=When(f"{year}{start[4:]}", f"{year}{end[4:]}"), rule="era")
    return found._replace(end=tail.end(), rule="of-relative-year" if tail["step"] else found.rule)


def _is_day(edtf: str) -> bool:
    year, month, *day = map(int, edtf.split("-"))
    return not day or day_edtf(year, month, day[0]) is not None


def read_sequel(
    text: str, start: re.Match[str], before: str, last: DateMention | None
) -> tuple[DateMention, ...]:
    """A day counted from the one spoken of just before: "the following day", "that evening".

    Not where the last date is no day, or stands in another paragraph.
    """
    if last is None or len(last.when.end) < 10 or last.when.end.endswith("XX"):
        return ()
    step = start[0].partition(" ")[0].casefold()
    if step != "that" and not before.endswith(("the ", "The ", "very ")):
        return ()  # "next day delivery", "on following days"
    if text[start.end() : start.end() + 1] in ("’", "'", "-") or "\n\n" in text[last.end : start.start()]:
        return ()
    day = _counted(last.when.start if SEQUELS[step] < 0 else last.when.end, SEQUELS[step])
    if day is None:
        return ()
    begin, end = start.span()
    return (DateMention(begin, end, text[begin:end], When(day, day), "inferred", "sequel"),)


def _counted(edtf: str, days: int) -> str | None:
    """A day so many days from another; in a leap year where the year is not known.

    >>> _counted("2024-12-31", 1), _counted("XXXX-05-05", -1), _counted("2024-05", 1)
    ('2025-01-01', 'XXXX-05-04', None)
    """
    year, month, day = edtf[:4], edtf[5:7], edtf[8:10]
    try:
        counted = date(2000 if year == UNKNOWN_YEAR else int(year), int(month), int(day)) + timedelta(
            days=days
        )
    except (ValueError, OverflowError):
        return None
    if year == UNKNOWN_YEAR:
        return f"{UNKNOWN_YEAR}-{counted.month:02}-{counted.day:02}" if counted.year == 2000 else None
    return counted.isoformat()
