"""The events of the record as a calendar (iCalendar, RFC 5545).

Enters: a `Corpus` and the address of the site, '' where it is not known. Leaves: the bytes of a
calendar. An event dated to the day stands on its days; one dated to a month, a year or not at all
stands in no calendar, since a calendar can only draw days. No clock: DTSTAMP is the day on which a
release that tells of the event was issued or last corrected. Written line by line, since the library
`icalendar` takes as long for the events of a release as reading it; the tests read it with that library.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

from gazette.exports.addresses import event_address
from gazette.exports.feeds import changed
from gazette.exports.letters import for_calendar
from gazette.model import Corpus, Event, When

DAY = re.compile(r"\d{4}-\d\d-\d\d")
LONGEST_LIST = 40
"""People or releases named in the description of an event; the page of the event has them all."""


LONGEST_LINE = 74
"""Octets of a line before it is folded; RFC 5545 allows 75."""

ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def render_calendar(corpus: Corpus, title: str, base: str = "") -> bytes:
    """The calendar of all events that are dated to the day; what is only planned is tentative."""
    stamps = {release.id: changed(release) for release in corpus.releases}
    names = {file.id: file.name for file in corpus.officials}
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Gazette//record of events//EN"]
    lines.append(f"X-WR-CALNAME:{words(title)}")
    for event in corpus.events:
        days = span_of_days(event.when) if event.when else None
        if days:
            stamp = max(stamps[telling.release] for telling in event.tellings)
            lines += entry(event, days, stamp, names, base)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold(line)}\r\n" for line in lines).encode()


def entry(
    event: Event, days: tuple[dt.date, dt.date], stamp: str, names: Mapping[str, str], base: str
) -> Iterator[str]:
    """The lines of one event, not yet folded; `stamp` is a time as RFC 3339 has it."""
    planned = all(telling.account.planned for telling in event.tellings)
    yield "BEGIN:VEVENT"
    yield f"UID:{words(event.id)}@gazette"
    yield f"DTSTAMP:{stamp.replace('-', '').replace(':', '')}"
    yield f"DTSTART;VALUE=DATE:{_day(days[0])}"
    yield f"DTEND;VALUE=DATE:{_day(days[1] + dt.timedelta(days=1))}"
    yield f"SUMMARY:{words(event.title)}"
    if event.place:
        yield f"LOCATION:{words(event.place)}"
    yield f"DESCRIPTION:{words(description(event, names))}"
    yield f"STATUS:{'TENTATIVE' if planned else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if base:
        yield f"URL:{for_calendar(base)}{event_address(event.id)}"
    yield "END:VEVENT"


def words(text: str) -> str:
    """A text as the value of a line: what would end it or part it is escaped.

    >>> words("Trade; ports, and\\nmore")
    'Trade\\\\; ports\\\\, and\\\\nmore'
    """
    return for_calendar(text).translate(ESCAPES)


def fold(line: str) -> str:
    """The line in pieces of at most 75 octets; no letter is cut in two.

    >>> fold("A" * 80) == "A" * 74 + "\\r\\n " + "A" * 6
    True
    """
    pieces, size = [], 0
    start = 0
    if line.isascii() and len(line) <= LONGEST_LINE:
        return line
    for place, letter in enumerate(line):
        octets = 1 if letter < "\x80" else len(letter.encode())
        if size + octets > LONGEST_LINE:
            pieces.append(line[start:place])
            start, size = place, 1
        size += octets
    return "\r\n ".join([*pieces, line[start:]])


def span_of_days(when: When) -> tuple[dt.date, dt.date] | None:
    """First and last day, where both are given to the day and exist.

    >>> span_of_days(When("2021-11-25", "2021-11-26"))
    (datetime.date(2021, 11, 25), datetime.date(2021, 11, 26))
    >>> span_of_days(When("2024-01~", "2024-01~")) is None
    True
    """
    if not (DAY.fullmatch(when.start) and DAY.fullmatch(when.end)):
        return None
    try:
        first, last = dt.date.fromisoformat(when.start), dt.date.fromisoformat(when.end)
        last + dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return (first, last) if first <= last else None


def description(event: Event, names: Mapping[str, str]) -> str:
    """Who took part, what other dates releases give, and which releases tell of it."""
    said = [_listed(names.get(id, id) for id in event.participants)]
    others = [when.edtf for when, _ in event.datings if when != event.when]
    if others:
        said.append(f"Also dated {_listed(others)}")
    said.append(f"Told by {_listed(dict.fromkeys(t.release for t in event.tellings))}")
    return ". ".join(filter(None, said))


def _day(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _listed(words: Iterable[str]) -> str:
    """The words with commas; of a long list only the beginning and how many more there are."""
    every = list(words)
    more = [f"and {len(every) - LONGEST_LIST} more"] if len(every) > LONGEST_LIST else []
    return ", ".join([*every[:LONGEST_LIST], *more])
