"""Records as CSV: one line a record, columns from the table of fields.

Enters: records (`records`, `files`). Leaves: CSV text in UTF-8, lines ended by CR LF (RFC 4180).
A cell that a spreadsheet would take for a formula is defused with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from gazette.exports.fields import Field
from gazette.exports.records import Record

FORMULA_SIGNS = "=+-@\t\r＝＋－＠"
"""First characters that make a spreadsheet calculate."""


def render_table(records: Iterable[Record], fields: Sequence[Field]) -> str:
    """The records as CSV with a header line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.column for field in fields])
    for record in records:
        writer.writerow([defuse(cell(reach(record, field.key))) for field in fields])
    return out.getvalue()


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
    dangerous = text[:1] in FORMULA_SIGNS or text.strip()[:1] in FORMULA_SIGNS
    return f"'{text}" if text and dangerous else text


def _words(value: Record) -> str:
    """An office as 'title, body, country'; an official by id and name; an event by date and title."""
    if "standing" in value or "as_written" in value:
        return str(value.get("name") or "")
    if "participants" in value:
        return " ".join(filter(None, (value.get("start"), value.get("title") or value.get("type"))))
    if "title" in value:
        office = ", ".join(filter(None, (value.get("title"), value.get("body"), value.get("country"))))
        return f"{office} ({value['issued']})" if value.get("issued") else office
    if "release" in value:
        numbers = [e["paragraph"] for e in value.get("evidence", []) if e.get("paragraph")]
        return str(value["release"]) + "".join(f"#p{n}" for n in dict.fromkeys(numbers))
    return ", ".join(str(v) for v in value.values() if v)
