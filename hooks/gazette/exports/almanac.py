"""The events of the record as a calendar (iCalendar, RFC 5545), written by the library `icalendar`.

Enters: a `Corpus` and the address of the site, '' where it is not known. Leaves: the bytes of a
calendar. An event dated to the day stands on its days; one dated to a month, a year or not at all
stands in no calendar, since a calendar can only draw days. No clock: DTSTAMP is a release's date.
"""

from __future__ import annotations

import datetime as dt
import re

from icalendar import Calendar
from icalendar import Event as Entry

from gazette.exports.addresses import event_address
from gazette.exports.feeds import midnight
from gazette.model import Corpus, Event, When

DAY = re.compile(r"\d{4}-\d\d-\d\d")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")


def render_calendar(corpus: Corpus, title: str, base: str = "") -> bytes:
    """The calendar of all events that are dated to the day."""
    calendar = Calendar()
    calendar.add("prodid", "-//Gazette//record of events//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    issued = {r.id: r.imprint.issued.value.end for r in corpus.releases if r.imprint.issued}
    names = {file.id: file.name for file in corpus.officials}
    for event in corpus.events:
        days = span_of_days(event.when) if event.when else None
        if days is None:
            continue
        entry = Entry()
        entry.add("uid", f"{event.id}@gazette")
        entry.add("dtstamp", dt.datetime.fromisoformat(_stamp(event, issued)))
        entry.add("dtstart", days[0])
        entry.add("dtend", days[1] + dt.timedelta(days=1))
        entry.add("summary", CONTROL.sub(" ", event.title))
        if event.place:
            entry.add("location", CONTROL.sub(" ", event.place))
        entry.add("description", CONTROL.sub(" ", _description(event, names)))
        entry.add("status", "TENTATIVE" if all(t.account.planned for t in event.tellings) else "CONFIRMED")
        if base:
            entry.add("url", base + event_address(event.id))
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


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


def _description(event: Event, names: dict[str, str]) -> str:
    people = ", ".join(names.get(id, id) for id in event.participants)
    sources = ", ".join(dict.fromkeys(t.release for t in event.tellings))
    return ". ".join(filter(None, (people, f"Told by {sources}")))


def _stamp(event: Event, issued: dict[str, str]) -> str:
    dates = [issued[t.release] for t in event.tellings if t.release in issued]
    return midnight(max(dates, default=""))
