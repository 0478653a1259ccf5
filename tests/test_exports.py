"""The data files: the contract, the table of fields, feeds and calendar."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from dataclasses import replace
from functools import cache
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from gazette.assemble import assemble
from gazette.corpus import gather
from gazette.exports import export_paths, release_record, render_exports
from gazette.exports.almanac import span_of_days
from gazette.exports.feeds import ATOM, NO_DATE, midnight, render_feeds
from gazette.exports.fields import EVENT_FIELDS, OFFICIAL_FIELDS, RELEASE_FIELDS, TOPIC_FIELDS
from gazette.exports.schema import TABLES
from gazette.exports.tables import FORMULA_SIGNS, cell, defuse, reach, render_table
from gazette.model import Corpus, When
from support import ROOT

CONTRACT = {
    "source_file": str,
    "id": str,
    "sha256": str,
    "title": (str, type(None)),
    "title_status": (str, type(None)),
    "issued": (str, type(None)),
    "issued_status": (str, type(None)),
    "place": (str, type(None)),
    "issuer": dict,
    "kind": str,
    "events": list,
    "officials": list,
    "people_not_official": list,
    "topics": list,
    "body": list,
    "removed": list,
    "repairs": list,
    "problems": list,
}
"""The export contract: key → type."""

STATUS = {"stated", "inferred", "editor"}
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@cache
def record() -> Corpus:
    """The project's own record."""
    return assemble(ROOT)


@cache
def files() -> dict[str, bytes]:
    """Its data files."""
    return dict(render_exports(record()))


def releases() -> list[dict[str, Any]]:
    """Objects of releases.json."""
    loaded: list[dict[str, Any]] = json.loads(files()["data/releases.json"])
    return loaded


def test_the_files_are_those_of_the_plan() -> None:
    named = [f"data/{n}.json" for n in ("releases", "officials", "events", "topics", "popolo", "feed")]
    named += [f"data/{table.name}.csv" for table in TABLES if table.in_csv]
    named += ["data/releases.jsonl", "data/record.sqlite", "data/datapackage.json"]
    named += ["data/feed.xml", "data/record.ics", "data/edition.json"]
    assert sorted(path for path in files() if path.startswith("data/")) == sorted(named)
    rest = {path for path in files() if not path.startswith("data/")}
    folders = [f"officials/{official.id}" for official in record().officials]
    folders += [f"topics/{id}" for id in record().authority.topics]
    feeds = {f"{folder}/feed.{ending}" for folder in folders for ending in ("xml", "json")}
    assert rest == feeds | {"EDITION.txt", "edition/holdings.txt"}


# --- the contract --------------------------------------------------------------------------------


def test_every_release_keeps_the_contract() -> None:
    for one in releases():
        assert {key: type(one[key]) for key in CONTRACT if not isinstance(one[key], CONTRACT[key])} == {}
        assert one["title_status"] in STATUS and set(one["issuer"]) >= {"name", "country"}
        for event in one["events"]:
            assert event["role"] in ("principal", "referenced")
            assert {"type", "start", "end", "date_status", "place", "evidence"} <= set(event)
            assert set(event["evidence"]) >= {"paragraph", "quote"}
        for official in one["officials"]:
            assert official["status"] in ("established", "provisional") and official["name"]
            assert all({"title", "body", "country"} <= set(office) for office in official["offices"])


def test_principal_events_come_first() -> None:
    for one in releases():
        roles = [event["role"] for event in one["events"]]
        assert roles == sorted(roles), one["id"]


def test_place_is_that_of_the_event_and_not_of_issue() -> None:
    (outcomes,) = [r for r in releases() if r["id"].endswith("foreign-ministers-tokyo")]
    assert "Tokyo" in outcomes["place"] and outcomes["place_of_issue"] == "Phnom Penh"


def test_every_quote_stands_in_its_paragraph() -> None:
    checked = 0
    for one in releases():
        texts = dict(enumerate(one["body"], start=1))
        quotes = [e["evidence"] for e in one["events"]] + [m for o in one["officials"] for m in o["mentions"]]
        for quote in (q for q in quotes if q["paragraph"]):
            assert quote["quote"] in texts[quote["paragraph"]]
            checked += 1
    assert checked > 50


def test_body_and_what_was_removed_are_all_there_is() -> None:
    for release, one in zip(record().releases, releases(), strict=True):
        assert len(one["body"]) + len(one["headings"]) + len(one["removed"]) == len(release.blocks)
        assert [p["number"] for p in one["paragraphs"]] == list(range(1, len(one["body"]) + 1))


def test_show_and_the_site_print_the_same_object() -> None:
    for release, one in zip(record().releases, releases(), strict=True):
        assert json.loads(json.dumps(release_record(release, record()), default=str)) == one


def test_events_carry_the_id_of_the_whole_record() -> None:
    ids = {event["id"] for event in json.loads(files()["data/events.json"])}
    assert ids and {event["event"] for one in releases() for event in one["events"]} <= ids


def test_a_newspapers_report_is_marked() -> None:
    (report,) = [one for one in releases() if one["secondary"]]
    assert report["id"].startswith("newspaper/") and report["kind"] != "press-release"
    feed = json.loads(files()["data/feed.json"])
    assert [i["title"] for i in feed["items"] if "secondary source" in i["title"]] == [
        f"{report['title']} (secondary source)"
    ]


# --- tables --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("releases", RELEASE_FIELDS),
        ("officials", OFFICIAL_FIELDS),
        ("events", EVENT_FIELDS),
        ("topics", TOPIC_FIELDS),
    ],
)
def test_tables_have_a_column_for_each_field_and_a_line_for_each_record(name: str, fields: Any) -> None:
    rows = list(csv.reader(io.StringIO(files()[f"data/{name}.csv"].decode("utf-8"), newline="")))
    objects = json.loads(files()[f"data/{name}.json"])
    assert rows[0] == [field.column for field in fields] and len(set(rows[0])) == len(rows[0])
    assert [row[0] for row in rows[1:]] == [defuse(one["id"]) for one in objects]


def test_every_field_of_the_table_exists_in_the_records() -> None:
    first = {
        n: json.loads(files()[f"data/{n}.json"])[0] for n in ("releases", "officials", "events", "topics")
    }
    tables = {
        "releases": RELEASE_FIELDS,
        "officials": OFFICIAL_FIELDS,
        "events": EVENT_FIELDS,
        "topics": TOPIC_FIELDS,
    }
    for name, fields in tables.items():
        for field in fields:
            steps = field.key.split(".")
            inner = reach(first[name], ".".join(steps[:-1])) if len(steps) > 1 else first[name]
            assert steps[-1] in inner, f"{name}: {field.key}"


@given(st.text(max_size=20))
def test_no_cell_is_a_formula(text: str) -> None:
    assert not defuse(text).strip().startswith(tuple("=+-@"))
    assert defuse(text) in (text, f"'{text}")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1"])
def test_formulas_are_defused(text: str) -> None:
    line = render_table([{"id": text}], [OFFICIAL_FIELDS[0]]).splitlines()[1]
    assert line.strip('"').startswith("'")


@pytest.mark.parametrize("text", ["", "Phnom Penh", "1+1", "a=b", "2020-03-18", "'quoted'"])
def test_ordinary_cells_stay_as_they_are(text: str) -> None:
    assert defuse(text) == text


def test_cells_of_lists_and_objects() -> None:
    assert cell(None) == "" and cell(True) == "true"
    assert cell(["a", None, "b", "a"]) == "a; b"
    assert cell({"title": "Minister", "body": None, "country": "Japan"}) == "Minister, Japan"
    assert "; ".join(FORMULA_SIGNS[:4]) == "=; +; -; @"


# --- feeds ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("base", ["", "https://record.example/x/"])
def test_atom_is_well_formed_and_complete(base: str) -> None:
    feed = ElementTree.fromstring(dict(render_feeds(record(), "Record", base))["data/feed.xml"])
    entries = feed.findall(f"{{{ATOM}}}entry")
    assert len(entries) == len(record().releases)
    for element in (feed, *entries):
        for tag in ("id", "title", "updated"):
            assert (element.findtext(f"{{{ATOM}}}{tag}") or "").strip(), tag
        assert RFC3339.fullmatch(element.findtext(f"{{{ATOM}}}updated") or "")
    ids = [e.findtext(f"{{{ATOM}}}id") for e in entries]
    assert len(set(ids)) == len(ids)
    links = [e.find(f"{{{ATOM}}}link") for e in entries]
    assert all(link is not None and link.get("href", "").startswith(base or "../releases/") for link in links)
    updated = [e.findtext(f"{{{ATOM}}}updated") for e in entries]
    assert feed.findtext(f"{{{ATOM}}}updated") == max(filter(None, updated))


def test_json_feed_has_what_the_standard_asks_for() -> None:
    feed = json.loads(files()["data/feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"]
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"]) == len(record().releases)
    for item in feed["items"]:
        assert item["content_text"] and item["url"]
        assert RFC3339.fullmatch(item.get("date_published", NO_DATE))
    dates = [item["date_published"] for item in feed["items"] if "date_published" in item]
    assert dates == sorted(dates, reverse=True)
    served = json.loads(dict(render_feeds(record(), "Record", "https://record.example/"))["data/feed.json"])
    assert served["home_page_url"] == "https://record.example/"


def test_a_feed_survives_characters_that_xml_forbids() -> None:
    release = record().releases[0]
    title = release.imprint.title
    assert title is not None
    bad = replace(
        release, imprint=replace(release.imprint, title=replace(title, value="a\x0bb\x1b[31m <c> & \ud800"))
    )
    feed = dict(render_feeds(gather([bad], record().authority), "Record"))["data/feed.xml"]
    ElementTree.fromstring(feed.encode("utf-8"))


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024-02-03", "2024-02-03"),
        ("2024-02", "2024-02-29"),
        ("2023", "2023-12-31"),
        ("2023-05~", "2023-05-31"),
        ("2023-02-31", "2023-02-28"),
        ("XXXX-05-03", "1970-01-01"),
        ("", "1970-01-01"),
    ],
)
def test_a_date_in_a_feed_is_the_last_possible_day(edtf: str, expected: str) -> None:
    assert midnight(edtf) == f"{expected}T00:00:00Z"


# --- calendar ------------------------------------------------------------------------------------


def test_the_calendar_holds_the_events_dated_to_the_day() -> None:
    calendar = Calendar.from_ical(files()["data/record.ics"])
    entries = list(calendar.walk("VEVENT"))
    days = [event for event in record().events if event.when and span_of_days(event.when)]
    assert [str(e["UID"]) for e in entries] == [f"{event.id}@gazette" for event in days]
    assert entries
    for entry, event in zip(entries, days, strict=True):
        assert event.when is not None
        assert entry["DTSTART"].dt.isoformat() == event.when.start
        assert (entry["DTEND"].dt - dt.timedelta(days=1)).isoformat() == event.when.end
    stamps = {entry["DTSTAMP"].dt.date().isoformat() for entry in entries}
    issued = {r.imprint.issued.value.end for r in record().releases if r.imprint.issued}
    assert stamps <= issued | {"1970-01-01"}


@pytest.mark.parametrize("start", ["2024", "2024-01~", "XXXX-07-06", "2024-02-30", "9999-12-31"])
def test_a_date_that_is_no_day_is_in_no_calendar(start: str) -> None:
    assert span_of_days(When(start, start)) is None


def test_the_paths_of_all_files_are_known_without_making_them() -> None:
    corpus = record()
    assert [path for path, _ in render_exports(corpus, "", "Record")] == list(export_paths(corpus))
