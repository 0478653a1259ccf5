"""The keys of the nine files, and one record read against them.

Enters: nodes with lines. Leaves: values by key, and a problem for each key that is unknown, missing, doubled
or of the wrong kind, with the line to write. A record without a required key is left out; all else is kept.
Must not be known here: the disk; how records refer to one another.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from ..dates import is_in_calendar
from ..model import Appointment, Problem
from ..vocabulary.countries import COUNTRIES
from .folding import fold, slug
from .nodes import Listing, Node, Table, Words

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = r"(?:\d{4}|XXXX|\d{3}X)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[?~%]?"
_EDTF = re.compile(rf"{_DAY}(?:/(?:{_DAY}|\.\.)?)?", re.ASCII)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_WHOLE_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", re.ASCII)
_URL = re.compile(r"https?://[^\s/]\S*")
_LONGEST_ID = 100
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_SUM = re.compile(r"[0-9a-f]{64}  \S.*")

_COUNTRY_NAMES = {fold(other): c.name for c in COUNTRIES for other in (c.name, *c.aliases)}
_COUNTRY_NAMES |= {"european union": "European Union", "eu": "European Union"}


@lru_cache(maxsize=1024)
def country_name(text: str | None) -> str | None:
    """English short name of a country by any of its names; None where it is not in the table.

    >>> country_name("Socialist Republic of Viet Nam")
    'Vietnam'
    """
    return _COUNTRY_NAMES.get(fold(text)) if text else None


class Key(NamedTuple):
    """A key of a record, and how its value is read."""

    name: str
    read: Callable[[Reader, str, Node], Any]
    required: bool = False


@dataclass(slots=True)
class Reader:
    """Collects the problems of one file while its records are read."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def complain(self, line: int, code: str, message: str, cure: str = "") -> None:
        """Add an error."""
        self.problems.append(Problem(self.path, line, code, "error", message, cure))


class Row(NamedTuple):
    """A record as read: values by key, and the line of each key and list entry."""

    values: dict[str, Any]
    lines: dict[str, int]
    line: int


class _WrongType(Exception):
    """Raised by the readers of values with (line, what was expected, what to write)."""


def _words(reader: Reader, key: str, node: Node) -> str | None:
    if isinstance(node, Words):
        return node.text if node.text.strip() and not node.is_nothing else None
    raise _WrongType(node.line, "words", f'{key}: "…" (quotation marks where the text holds a colon)')


def _id(reader: Reader, key: str, node: Node) -> str | None:
    text = _words(reader, key, node)
    if text is None or (_ID.fullmatch(text) and not text.startswith("provisional-") and _is_folder(text)):
        return text
    better = slug(text).removeprefix("provisional-")
    better = better if _is_folder(better) else f"the-{better}"[:_LONGEST_ID]
    expected = "an id of small letters, digits and single hyphens that does not begin with provisional-"
    expected += f", at most {_LONGEST_ID} long and not the name of a device in Windows"
    raise _WrongType(node.line, f"{expected}, read {text[:_LONGEST_ID]!r}", f"{key}: {better}")


def _is_folder(id: str) -> bool:
    """Whether every system can have a folder of that name: ids are addresses, and bundles are unpacked."""
    return len(id) <= _LONGEST_ID and not _DEVICE.fullmatch(id)


def _list(reader: Reader, key: str, node: Node) -> tuple[str, ...]:
    if isinstance(node, Words):
        if node.is_nothing:
            return ()
        reader.complain(
            node.line,
            "authority-wrong-type",
            f"{key}: expected a list, read {node.text!r}; it is taken as a list of one",
            f"{key}: [{_quoted(node.text)}]",
        )
        return (node.text,)
    if isinstance(node, Table):
        raise _WrongType(node.line, "a list", f"{key}: [first, second]")
    found = []
    for item in node.items:
        if isinstance(item, Words) and not item.is_nothing:
            found.append(item.text)
        elif not isinstance(item, Words):
            cure = '- "…" (quotation marks round an entry that holds a colon, a bracket or a comma)'
            reader.complain(
                item.line, "authority-wrong-type", f"{key}: expected words in each entry of the list", cure
            )
    return tuple(found)


def _sums(reader: Reader, key: str, node: Node) -> tuple[str, ...]:
    """A list of lines as sha256sum prints them; other lines are left out with a problem."""
    entries = _list(reader, key, node)
    for item in node.items if isinstance(node, Listing) else ():
        if isinstance(item, Words) and not item.is_nothing and not _SUM.fullmatch(item.text):
            expected = f"{key}: expected a digest, two spaces and a name, read {item.text!r}; it is left out"
            reader.complain(item.line, "authority-wrong-type", expected, "- (a line that sha256sum prints)")
    return tuple(entry for entry in entries if _SUM.fullmatch(entry))


def _flag(reader: Reader, key: str, node: Node) -> bool:
    text = _words(reader, key, node)
    if text in (None, "true", "false"):
        return text == "true"
    raise _WrongType(node.line, f"true or false, read {text!r}", f"{key}: true")


def _number(reader: Reader, key: str, node: Node) -> int | None:
    text = _words(reader, key, node)
    if text is None:
        return None
    if text.isascii() and text.isdigit() and len(text) < 5:
        return int(text)
    raise _WrongType(node.line, f"a number, read {text!r}", f"{key}: 13")


def _matching(
    pattern: re.Pattern[str], expected: str, example: str, is_date: bool = False
) -> Callable[[Reader, str, Node], Any]:
    def read(reader: Reader, key: str, node: Node) -> str | None:
        text = _words(reader, key, node)
        if text is None or (pattern.fullmatch(text) and not (is_date and not is_in_calendar(text))):
            return text
        raise _WrongType(node.line, f"{expected}, read {text!r}", f"{key}: {example}")

    return read


def _one_of(*choices: str) -> Callable[[Reader, str, Node], Any]:
    def read(reader: Reader, key: str, node: Node) -> str | None:
        text = _words(reader, key, node)
        if text is None or text in choices:
            return text
        raise _WrongType(node.line, f"one of {', '.join(choices)}, read {text!r}", f"{key}: {choices[0]}")

    return read


def _country(reader: Reader, key: str, node: Node) -> str | None:
    text = _words(reader, key, node)
    name = country_name(text)
    if text is None or name == text:
        return text
    near = difflib.get_close_matches(text, [c.name for c in COUNTRIES], 1)
    cure = f"{key}: {name or (near[0] if near else 'Cambodia')}"
    reader.complain(
        node.line,
        "authority-unknown-country",
        f"{key}: expected the English short name of a country, read {text!r}",
        cure,
    )
    return name or text


def _anything(reader: Reader, key: str, node: Node) -> object:
    if isinstance(node, Listing):
        return [_anything(reader, key, item) for item in node.items]
    if isinstance(node, Table):
        return {name.text: _anything(reader, key, value) for name, value in node.pairs}
    if node.is_nothing:
        return None
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    return node.text


def _appointments(reader: Reader, key: str, node: Node) -> tuple[Appointment, ...]:
    if isinstance(node, Words) and node.is_nothing:
        return ()
    if not isinstance(node, Listing):
        cure = f"{key}:\n  - {{office: prime-minister-of-japan, since: 2021-10-04}}"
        raise _WrongType(node.line, "a list of offices held", cure)
    rows = (read_row(reader, APPOINTMENT, item) for item in node.items)
    return tuple(Appointment(**row.values, line=row.line) for row in rows if row)


_date = _matching(_DATE, "a date of the calendar (year, year-month or year-month-day)", "2021-10-04", True)
_edtf = _matching(_EDTF, "an EDTF date or interval of the calendar", "2021-11-25/2021-11-26", True)
_sha256 = _matching(_SHA256, "64 small hexadecimal digits", "the value that sha256sum prints")
_whole_day = _matching(_WHOLE_DAY, "a day of the calendar (year-month-day)", "2026-11-26", True)
_url = _matching(_URL, "a full address that begins with https:// or http://", "https://www.mfa.example/")
_address = _one_of("family", "given", "full")

APPOINTMENT = (Key("office", _id, True), Key("since", _date), Key("until", _date))

KEYS: dict[str, tuple[Key, ...]] = {
    "officials": (
        Key("id", _id, True),
        Key("name", _words, True),
        Key("country", _country),
        Key("variants", _list),
        Key("surname", _words),
        Key("sort_name", _words),
        Key("native_name", _words),
        Key("addressed_by", _address),
        Key("appointments", _appointments),
        Key("not_same_as", _list),
        Key("not_an_official", _flag),
        Key("note", _words),
    ),
    "offices": (
        Key("id", _id, True),
        Key("title", _words, True),
        Key("body", _id),
        Key("country", _country),
        Key("variants", _list),
        Key("note", _words),
    ),
    "bodies": (
        Key("id", _id, True),
        Key("name", _words, True),
        Key("country", _country),
        Key("kind", _words),
        Key("variants", _list),
        Key("house_style", _list),
        Key("release_kind", _words),
        Key("url", _url),
        Key("note", _words),
    ),
    "topics": (
        Key("id", _id, True),
        Key("name", _words, True),
        Key("scope_note", _words),
        Key("cues", _list),
        Key("near_misses", _list),
        Key("broader", _list),
        Key("see_also", _list),
    ),
    "terms": (
        Key("id", _id, True),
        Key("name", _words, True),
        Key("wordings", _list),
        Key("scope_note", _words),
    ),
    "events": (
        Key("id", _id, True),
        Key("title", _words, True),
        Key("type", _words),
        Key("when", _edtf),
        Key("place", _words),
        Key("series", _words),
        Key("ordinal", _number),
        Key("participants", _list),
        Key("variants", _list),
        Key("same_as", _list),
        Key("not_same_as", _list),
        Key("note", _words),
    ),
    "corrections": (
        Key("release", _words, True),
        Key("field", _words, True),
        Key("value", _anything, True),
        Key("date", _date),
        Key("note", _words),
    ),
    "accessions": (
        Key("seed", _words, True),
        Key("received_name", _words, True),
        Key("received", _whole_day),
        Key("sha256", _sha256, True),
        Key("body", _id),
        Key("source", _words, True),
        Key("url", _url),
        Key("rights", _words, True),
        Key("secondary", _flag),
        Key("note", _words),
    ),
    "editions": (
        Key("number", _number, True),
        Key("date", _whole_day, True),
        Key("holds", _sha256, True),
        Key("received", _sums),
        Key("corrections", _sums),
        Key("withdrawn", _list),
        Key("note", _words),
    ),
}
"""The keys of each file, by its name without ending."""


def read_row(reader: Reader, keys: tuple[Key, ...], node: Node) -> Row | None:
    """One record, or None where it is no record or lacks a required key."""
    if not isinstance(node, Table):
        cure = f'- {keys[0].name}: … (each record begins with "- {keys[0].name}:")'
        reader.complain(node.line, "authority-wrong-type", "expected a record of keys and values", cure)
        return None
    known = {key.name: key for key in keys}
    row = Row({}, {}, node.line)
    for name, value in node.pairs:
        if name.text not in known:
            _complain_unknown(reader, name, list(known))
        elif name.text in row.lines:
            reader.complain(
                name.line,
                "authority-duplicate-key",
                f"{name.text}: stands twice in one record, first on line {row.lines[name.text]}; "
                "the first is kept",
                "take one of the two out, or join their values",
            )
        else:
            row.lines[name.text] = name.line
            _read_value(reader, known[name.text], value, row)
    missing = [key.name for key in keys if key.required and row.values.get(key.name) is None]
    missing = [name for name in missing if not (name == "value" and name in row.lines)]
    for absent in missing:
        message = f"the record of line {node.line} has no usable {absent}; it is left out"
        reader.complain(node.line, "authority-missing-key", message, f"{absent}: …")
    return None if missing else row


def _read_value(reader: Reader, key: Key, node: Node, row: Row) -> None:
    try:
        value = key.read(reader, key.name, node)
    except _WrongType as wrong:
        line, expected, cure = wrong.args
        reader.complain(line, "authority-wrong-type", f"{key.name}: expected {expected}", cure)
        return
    if value is not None:
        row.values[key.name] = value
    row.lines.update(_entry_lines(key.name, node))


def _entry_lines(name: str, node: Node) -> Iterator[tuple[str, int]]:
    """The line of each entry of a list, under `variants: the words`."""
    if isinstance(node, Listing):
        for item in node.items:
            if isinstance(item, Words):
                yield f"{name}: {item.text}", item.line


def _complain_unknown(reader: Reader, name: Words, known: list[str]) -> None:
    near = difflib.get_close_matches(name.text, known, 1)
    cure = f"{near[0]}: …" if near else f"use one of: {', '.join(known)}"
    message = f"{name.text!r} is not a key here" + (f"; expected {near[0]!r}?" if near else "")
    reader.complain(name.line, "authority-unknown-key", message, cure)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
