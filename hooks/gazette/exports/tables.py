"""The tables of the record as CSV: one line a record, columns from the table of fields.

Enters: records (`records`, `files`, `rows`). Leaves: CSV text, lines ended by CR LF (RFC 4180).
A cell that a spreadsheet would take for a formula is defused with an apostrophe. No cell grows with the
record: what does (the releases of an official) is counted, and stands in a table of its own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from gazette.exports.fields import Field
from gazette.exports.letters import sound
from gazette.exports.records import Record

FORMULA_SIGNS = "=+-@\t\r＝＋－＠"
"""First characters that make a spreadsheet calculate."""

Scalar = str | int | None
"""What a column of a table holds."""


def render_table(records: Iterable[Record], fields: Sequence[Field]) -> str:
    """The records as CSV with a header line."""
    return head_of(fields) + render_lines((line_of(record, fields) for record in records), fields)


def head_of(fields: Sequence[Field]) -> str:
    """The header line of a CSV file."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([field.column for field in fields])
    return out.getvalue()


def render_lines(lines: Iterable[Sequence[Scalar]], fields: Sequence[Field]) -> str:
    """Lines of values, as `line_of` makes them, as lines of a CSV file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    booleans = [n for n, field in enumerate(fields) if field.kind == "boolean"]
    for line in lines:
        cells = ["" if v is None else defuse(v) if isinstance(v, str) else str(v) for v in line]
        for n in booleans:
            cells[n] = {"1": "true", "0": "false"}.get(cells[n], "")
        writer.writerow(cells)
    return out.getvalue()


def line_of(record: Record, fields: Sequence[Field]) -> list[Scalar]:
    """One line of a table: numbers as numbers, everything else as words; true and false as 1 and 0."""
    line: list[Scalar] = []
    for field in fields:
        key = field.key
        value = reach(record, key) if "." in key else record.get(key)
        if value is None:
            line.append(None)
        elif field.kind == "text":
            words = value if isinstance(value, str) else cell(value)
            line.append(sound(words) or None)
        else:
            line.append(len(value) if isinstance(value, list) else int(value))
    return line


def reach(record: Record, key: str) -> Any:
    """The value under a key with points: `issuer.name`. None where a step is missing."""
    value: Any = record
    for step in key.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def cell(value: Any) -> str:
    """A value as one cell: lists joined by '; ', objects by the words that name them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return _words(value)
    if isinstance(value, list):
        return "; ".join(dict.fromkeys(filter(None, (cell(one) for one in value))))
    return str(value)


def defuse(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would calculate.

    >>> defuse("=1+1"), defuse("Phnom Penh")
    ("'=1+1", 'Phnom Penh')
    """
    if text[:1].isalnum():
        return text
    dangerous = text[:1] in FORMULA_SIGNS or text.strip()[:1] in FORMULA_SIGNS
    return f"'{text}" if text and dangerous else text


def _words(value: Record) -> str:
    """An office as 'title, body, country'; an official by name; an event by date and title."""
    if "standing" in value or "as_written" in value:
        return str(value.get("name") or "")
    if "participants" in value:
        return " ".join(filter(None, (value.get("start"), value.get("title") or value.get("type"))))
    if "title" in value:
        return ", ".join(filter(None, (value.get("title"), value.get("body"), value.get("country"))))
    return ", ".join(str(v) for v in value.values() if v)
