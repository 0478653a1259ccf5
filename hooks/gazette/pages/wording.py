"""How facts are put into words on pages: dates, kinds, statuses, numbers.

Enters: values of the model. Leaves: short plain strings in English, without markup.
Must not be known here: HTML, addresses. Nothing is worked out here: a date is said with exactly
the precision it has.
"""

from __future__ import annotations

from gazette.exports.citations import kind_name
from gazette.model import Event, Status, When

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

SEASONS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "first quarter of", "34": "second quarter of", "35": "third quarter of", "36": "fourth quarter of",
    "40": "first half of", "41": "second half of",
}  # fmt: skip
"""Divisions of a year in EDTF (ISO 8601-2:2019, 4.8)."""

QUALIFIERS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}

STATUSES: dict[Status, str] = {
    "stated": "stated in the text",
    "inferred": "inferred",
    "editor": "supplied by an editor",
}

PARTS = {
    "address": "Address",
    "attribution": "Attribution line",
    "caption": "Caption of a photograph",
    "contact": "Press contact",
    "dateline": "Dateline",
    "end-mark": "End mark",
    "footnote": "Footnote",
    "kind": "Kind of text",
    "letterhead": "Letterhead",
    "markup": "Left-over of a web page",
    "motto": "Motto",
    "navigation": "Navigation of a web page",
    "number": "Reference number",
    "page": "Page number or running header",
    "rule": "Rule",
    "sign-off": "Sign-off",
    "signature": "Signature",
    "title": "Title line",
    "unread": "Could not be read",
}


def plain(name: str, capital: bool = True) -> str:
    """A stable name in words: `telephone-call` → "Telephone call"."""
    words = kind_name(name)
    return words[:1].upper() + words[1:] if capital else words[:1].lower() + words[1:]


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 release", "3 releases", "1,200 passages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def size(octets: int) -> str:
    """A size in bytes in words.

    >>> size(900), size(40_000), size(3_400_000)
    ('900 bytes', '39 KB', '3.2 MB')
    """
    if octets < 1024:
        return f"{octets:,} bytes"
    return f"{octets / 1024:,.0f} KB" if octets < 1024**2 else f"{octets / 1024**2:,.1f} MB"


def say_date(edtf: str) -> str:
    """One EDTF date in words; what is not understood is given as it stands.

    >>> say_date("2023-12-17"), say_date("2023-11"), say_date("2024~"), say_date("XXXX-07-06")
    ('17 December 2023', 'November 2023', 'about 2024', '6 July, year not given')
    """
    if edtf in ("", ".."):
        return "open"
    before = QUALIFIERS.get(edtf[-1], "")
    year, *rest = edtf.rstrip("~?%").split("-")
    unknown = "X" in year
    known_year = "" if unknown and year == "XXXX" else year.replace("XX", "00s").replace("X", "0s")
    tail = ", year not given" if not known_year else ""
    if not rest:
        return f"{before}{known_year}" if known_year else "year not given"
    month = rest[0]
    if month in SEASONS:
        return f"{before}{SEASONS[month]} {known_year}{tail}".strip()
    if not (month.isdigit() and 1 <= int(month) <= 12):
        return edtf
    named = MONTHS[int(month) - 1]
    day = rest[1] if len(rest) > 1 else ""
    first = f"{int(day)} " if day.isdigit() else ""
    return f"{before}{first}{named} {known_year}".strip() + tail


def say_when(when: When) -> str:
    """A date or interval in words: "25–26 November 2021", "30 November – 2 December 2020"."""
    start, end = when.start, when.end
    if start == end:
        return say_date(start)
    if start in ("", ".."):
        return f"until {say_date(end)}"
    if end in ("", ".."):
        return f"from {say_date(start)}"
    a, b = start.split("-"), end.split("-")
    if start.replace("-", "").isdigit() and end.replace("-", "").isdigit():
        if len(a) == len(b) == 3 and a[:2] == b[:2]:
            return f"{int(a[2])}–{say_date(end)}"
        if len(a) == len(b) >= 2 and a[0] == b[0]:
            return f"{say_date(start).rsplit(' ', 1)[0]} – {say_date(end)}"
        if len(a) == len(b) == 1:
            return f"{start}–{end}"
    return f"{say_date(start)} – {say_date(end)}"


def say_term(since: str | None, until: str | None) -> str:
    """A term of office in words, each end an EDTF date where it is known.

    >>> say_term("2023-08-22", None), say_term(None, None)
    ('from 22 August 2023', 'dates not given')
    """
    return say_when(When(since or "..", until or "..")) if since or until else "dates not given"


def precision(when: When) -> str:
    """How exact a date is: "to the day", "to the month" …; an interval says that it is one."""
    if when.start != when.end:
        return "a period"
    bare = when.start.rstrip("~?%")
    if "X" in bare:
        return "year not given" if bare.startswith("XXXX") else "not exact"
    about = "" if bare == when.start else ", approximate"
    parts = bare.split("-")
    if len(parts) == 2 and parts[1] in SEASONS:
        return "to part of a year" + about
    return ("to the year", "to the month", "to the day")[min(len(parts), 3) - 1] + about


def year_of(when: When | None) -> str | None:
    """The year under which something is filed; None where it is not known."""
    if when is None:
        return None
    start = when.start if when.start not in ("", "..") else when.end
    year = start[:4]
    return year if len(year) == 4 and year.isdigit() else None


def machine_date(edtf: str) -> str | None:
    """The same date for a `datetime` attribute; None where HTML has no form for it."""
    parts = edtf.split("-")
    plain_digits = all(part.isdigit() for part in parts) and len(parts[0]) == 4
    if not plain_digits or (len(parts) == 2 and int(parts[1]) > 12):
        return None
    return edtf


def event_status(event: Event) -> Status:
    """How sure the dating shown is: stated as soon as one account states it."""
    found = [
        t.account.when.status for t in event.tellings if t.account.when and t.account.when.value == event.when
    ]
    if not found:
        return "editor" if event.when else "inferred"
    return "stated" if "stated" in found else found[0]


def is_planned(event: Event) -> bool:
    """Whether every account speaks of it as still to come."""
    return bool(event.tellings) and all(t.account.planned for t in event.tellings)


def is_redated(event: Event) -> bool:
    """Whether the accounts date it differently."""
    return len(event.datings) > 1
