"""Everything the record gives to other programs: JSON, CSV, feeds and a calendar.

Enters: a `Corpus`, or one `Release`. Leaves: plain dictionaries, or (path, bytes) pairs.
Must not be known here: the disk, the clock, and at which address the site stands (an argument).
The same corpus gives the same bytes: every date printed is a date of a release.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from gazette.exports.almanac import render_calendar
from gazette.exports.feeds import json_feed, render_atom
from gazette.exports.fields import EVENT_FIELDS, OFFICIAL_FIELDS, RELEASE_FIELDS, TOPIC_FIELDS
from gazette.exports.files import event_records, official_records, topic_records
from gazette.exports.records import describe_release, event_ids, problems_by_path, release_record
from gazette.exports.tables import render_table
from gazette.model import Corpus

__all__ = ["release_record", "render_exports", "render_json"]

TITLE = "Gazette"
"""Name of the record in feeds and calendar where the caller gives none."""


def render_exports(corpus: Corpus, base: str = "", title: str = TITLE) -> tuple[tuple[str, bytes], ...]:
    """Every data file as (path below the site, bytes), by path.

    `base` is the address of the site with a slash at its end; '' makes relative links.
    """
    known, problems = event_ids(corpus), problems_by_path(corpus)
    releases = [describe_release(r, known, problems.get(r.raw.path, ())) for r in corpus.releases]
    listed = (
        ("releases", releases, RELEASE_FIELDS),
        ("officials", official_records(corpus), OFFICIAL_FIELDS),
        ("events", event_records(corpus), EVENT_FIELDS),
        ("topics", topic_records(corpus), TOPIC_FIELDS),
    )
    files = {
        "data/feed.xml": render_atom(corpus, title, base),
        "data/feed.json": render_json(json_feed(corpus, title, base)),
    }
    for name, records, fields in listed:
        files[f"data/{name}.json"] = render_list(records)
        files[f"data/{name}.csv"] = render_table(records, fields)
    rendered = {path: _encode(text) for path, text in files.items()}
    rendered["data/record.ics"] = render_calendar(corpus, title, base)
    return tuple(sorted(rendered.items()))


def render_json(value: Any) -> str:
    """A value as JSON that a person can read, with a line end; dates of an editor's YAML as text."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"


def render_list(records: Iterable[Any]) -> str:
    """Records as a JSON list with one record a line: small, quick to write, and a diff names the record."""
    lines = (json.dumps(one, ensure_ascii=False, default=str) for one in records)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _encode(text: str) -> bytes:
    """As UTF-8; half a surrogate pair, which no UTF-8 can hold, becomes a replacement mark."""
    return text.encode("utf-8", "replace")
