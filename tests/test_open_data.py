"""The files for other programs, read by the libraries that strangers use; a hostile text in all of them."""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import feedparser
import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from frictionless import Package, system
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from pyld import jsonld

import factory
import gazette.exports as exports
import outputs
from gazette.assemble import assemble
from gazette.corpus import gather
from gazette.exports import describe_files, last_changes, render_exports, render_sitemaps, shelves
from gazette.exports.almanac import fold, render_calendar, words
from gazette.exports.cards import INK, PAPER, RED, latin, render_card
from gazette.exports.citations import csl_record, reference_of, render_csl
from gazette.exports.database import Database
from gazette.exports.feeds import NO_DATE, newest_first
from gazette.exports.fields import EVENT_FIELDS, OFFICE_FIELDS, OFFICIAL_FIELDS, RELEASE_FIELDS, Field
from gazette.exports.gathering import InMemory
from gazette.exports.letters import for_script, json_line
from gazette.exports.metadata import linked_event, linked_person, linked_release, release_meta, render_linked
from gazette.exports.package import sum_of
from gazette.exports.pieces import pieces_of
from gazette.exports.schema import TABLES
from gazette.exports.tables import defuse
from gazette.model import Authority, Corpus, Correction, Release, When
from gazette.remembering import Remembered
from sitefolder import CannotWrite, SiteFolder
from support import ROOT

BASE = "https://record.example/x/"
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = (
    "=CMD('/c calc')!A1 <script>alert(\"x\")</script> ]]> --> &amp; &lt;b&gt; {{ config }} {% raw %} "
    "[a](javascript:alert(1)) \x00\x0b\x1b\x85\u2028\u2029\ud800 END:VEVENT\r\nBEGIN:VEVENT , ; \\n "
    "ភ្នំពេញ 東京"
)
"""What a text may try, in one line; half a surrogate pair and control characters among it."""


@cache
def record() -> Corpus:
    """The project's own record."""
    return assemble(ROOT)


@cache
def files() -> dict[str, bytes]:
    """Its data files, on a site whose address is known."""
    return dict(render_exports(record(), BASE, "Record"))


def loaded(path: str, of: dict[str, bytes] | None = None) -> Any:
    """A JSON file."""
    return json.loads((of or files())[path])


def rows(name: str, of: dict[str, bytes] | None = None) -> list[dict[str, str]]:
    """The lines of a CSV file."""
    text = (of or files())[f"data/{name}.csv"].decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def database(of: dict[str, bytes] | None = None) -> sqlite3.Connection:
    """The SQLite file, opened."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize((of or files())["data/record.sqlite"])
    connection.row_factory = sqlite3.Row
    return connection


def full_release() -> Release:
    """A release of which every field is known."""
    release = factory.meeting()
    assert release.accession
    proof = factory.proof(release.blocks, "KINGDOM")
    return replace(
        release,
        imprint=replace(release.imprint, number=factory.reading("12/2021", proof)),
        accession=replace(release.accession, url="https://ministry.example/12"),
    )


def corrected(*corrections: Correction) -> Corpus:
    """The made record, with corrections to its press release."""
    return gather(
        [replace(factory.meeting(), corrections=corrections), factory.report(), factory.bare()],
        factory.authority(),
    )


# --- one table of fields ---------------------------------------------------------------------------


def names(attribute: str, fields: Iterable[Field] = RELEASE_FIELDS) -> set[str]:
    """What the table calls its fields in one format."""
    return {getattr(field, attribute) for field in fields} - {""}


def test_the_head_of_a_page_says_every_field() -> None:
    reference = reference_of(full_release(), factory.authority(), BASE, "Record")
    meta = {name for _, name, _ in release_meta(reference, "About")}
    assert names("dublin_core") | names("zotero") | names("open_graph") <= meta
    about = linked_event("Talks", When("2021-05-04", "2021-05-05"), "Port Alder", ["Otto Berg"], False)
    assert names("schema_org") <= set(linked_release(reference, [about]))
    assert names("schema_org", EVENT_FIELDS) <= set(about)
    person = linked_person("A", ["B"], "Norland", ["Minister"])
    assert names("schema_org", OFFICIAL_FIELDS) <= set(person)
    assert names("csl") <= set(csl_record(reference))


def test_feeds_have_an_element_for_every_field() -> None:
    made = dict(render_exports(factory.corpus(full_release()), BASE, "Record"))
    entry = ElementTree.fromstring(made["data/feed.xml"]).find(f"{ATOM}entry")
    assert entry is not None
    assert names("atom") <= {child.tag.removeprefix(ATOM) for child in entry}
    assert names("json_feed") <= set(loaded("data/feed.json", made)["items"][0])


def test_popolo_has_a_key_for_every_field() -> None:
    authority = replace(
        factory.authority(),
        officials={id: replace(one, native_name="ア") for id, one in factory.authority().officials.items()},
    )
    found = loaded("data/popolo.json", dict(render_exports(gather([full_release()], authority), BASE)))
    for name, fields in (
        ("persons", OFFICIAL_FIELDS),
        ("events", EVENT_FIELDS),
        ("posts", [field for field in OFFICE_FIELDS if field.key != "body"]),
    ):
        assert names("popolo", fields) <= {key for one in found[name] for key in one}, name


def test_tables_package_and_database_have_the_same_columns() -> None:
    package = {one["name"]: one for one in loaded("data/datapackage.json")["resources"]}
    for table in TABLES:
        columns = [field.column for field in table.fields]
        assert len(set(columns)) == len(columns) and set(table.key) <= set(columns)
        info = database().execute(f"PRAGMA table_info({table.name})").fetchall()
        assert [row["name"] for row in info] == columns
        assert {row["name"] for row in info if row["pk"]} == set(table.key)
        if table.in_csv:
            header = files()[f"data/{table.name}.csv"].decode("utf-8").split("\r\n")[0]
            assert header.split(",") == columns
            assert [field["name"] for field in package[table.name]["schema"]["fields"]] == columns
            assert package[table.name]["schema"]["primaryKey"] == list(table.key)


# --- tables ----------------------------------------------------------------------------------------


def test_the_database_says_what_the_objects_say() -> None:
    found = database()
    releases = loaded("data/releases.json")
    count = {t.name: found.execute(f"SELECT count(*) FROM {t.name}").fetchone()[0] for t in TABLES}
    assert count["releases"] == len(releases)
    assert count["paragraphs"] == sum(len(one["body"]) for one in releases)
    assert count["appearances"] == sum(len(one["officials"]) for one in releases)
    assert count["attestations"] == sum(len(office.attestations) for office in record().offices) > 0
    assert count["accounts"] == sum(len(one["events"]) for one in releases)
    assert count["passages"] == sum(len(one["passages"]) for one in releases)
    assert count["repairs"] == sum(len(one["repairs"]) for one in releases)
    assert count["problems"] == len(record().problems)
    for name in ("officials", "events", "topics"):
        assert count[name] == len(loaded(f"data/{name}.json"))
    for one in releases:
        texts = found.execute("SELECT text FROM paragraphs WHERE release = ? ORDER BY number", [one["id"]])
        assert [row["text"] for row in texts] == one["body"]


def test_the_database_is_sound() -> None:
    found = database()
    assert found.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert found.execute("PRAGMA foreign_key_check").fetchall() == []
    assert found.execute("PRAGMA page_size").fetchone()[0] == 4096


def test_who_met_whom_is_one_question_to_the_database() -> None:
    asked = """
        SELECT DISTINCT a.official, b.official FROM participants a
        JOIN participants b ON b.event = a.event AND b.official <> a.official
        JOIN events e ON e.id = a.event WHERE e.start LIKE '2023-12%'
    """
    expected = {
        (a, b)
        for event in record().events
        if event.when and event.when.start.startswith("2023-12")
        for a in event.participants
        for b in event.participants
        if a != b
    }
    assert expected and {tuple(row) for row in database().execute(asked)} == expected


def test_tables_and_database_hold_the_same_lines() -> None:
    for table in (table for table in TABLES if table.in_csv):
        columns = ", ".join(f'"{field.column}"' for field in table.fields)
        stored = {
            tuple(
                "" if value is None else ("false", "true")[value] if field.kind == "boolean" else str(value)
                for field, value in zip(table.fields, row, strict=True)
            )
            for row in database().execute(f"SELECT {columns} FROM {table.name}")
        }
        printed = {tuple(row.values()) for row in rows(table.name)}
        assert printed == {tuple(map(defuse, line)) for line in stored}, table.name


def test_frictionless_finds_the_package_valid(tmp_path: Path) -> None:
    """Types, keys and links of every table, sizes and digests of every file, by the reference library."""
    for path, content in files().items():
        if path.startswith("data/"):
            (tmp_path / path.removeprefix("data/")).write_bytes(content)
    with system.use_context(trusted=True):
        package = Package(str(tmp_path / "datapackage.json"))
        tables = [one for one in package.resources if one.schema.fields]
        assert {one.name for one in tables} == {table.name for table in TABLES if table.in_csv}
        for one in list(package.resources):
            if one not in tables:
                package.remove_resource(one.name)  # JSON needs more of that library's parts
        report = package.validate()
    flat = report.flatten(["name", "rowNumber", "fieldName", "type", "note"])
    assert report.valid, flat[:5]
    assert sum(task.stats.get("rows", 0) for task in report.tasks) > 100


def test_the_package_knows_every_file_by_size_and_digest() -> None:
    package = loaded("data/datapackage.json")
    assert package["licenses"] and package["sources"] and package["homepage"] == BASE
    for one in package["resources"]:
        content = files()[f"data/{one['path']}"]
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_every_file_is_described() -> None:
    notes = describe_files(record())
    assert {note.path for note in notes} == {path for path in files() if path.startswith("data/")}
    assert all(note.title and note.holds.endswith(".") and "/" in note.media_type for note in notes)


def test_the_same_bytes_from_two_processes() -> None:
    program = (
        "import hashlib, pathlib, sys\n"
        "from gazette.assemble import assemble\n"
        "from gazette.exports import render_exports\n"
        "for path, content in render_exports(assemble(pathlib.Path(sys.argv[1])), 'https://a.example/'):\n"
        "    print(path, hashlib.sha256(content).hexdigest())\n"
    )
    said = []
    for seed, zone in (("1", "Asia/Phnom_Penh"), ("2", "America/Lima")):
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", program, str(ROOT)], env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        said.append(done.stdout)
    assert said[0] == said[1] and "record.sqlite" in said[0]


# --- a record that grows ---------------------------------------------------------------------------


def test_a_large_record_is_laid_out_by_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "MOST_TOGETHER", 2)
    corpus = record()
    made = dict(render_exports(corpus, BASE))
    assert "data/releases.jsonl" not in made
    brief = loaded("data/releases.json", made)
    assert [one["id"] for one in brief] != [] and {one["id"] for one in brief} == {
        release.id for release in corpus.releases
    }
    for one in brief:
        lines = made[f"data/{one['file']}"].decode("utf-8").splitlines()
        (whole,) = [json.loads(line) for line in lines if json.loads(line)["id"] == one["id"]]
        assert whole["body"] and {**whole, **one, "file": None} == {**whole, "file": None}
        assert len(lines) <= 2
    assert {note.path for note in describe_files(corpus)} == {p for p in made if p.startswith("data/")}
    assert "accounts" not in loaded("data/events.json", made)[0]
    for table in ("events", "topics", "officials"):  # what is not written out there is counted all the same
        assert made[f"data/{table}.csv"] == files()[f"data/{table}.csv"]


def test_a_full_year_has_several_files() -> None:
    releases = [r for r in record().releases if r.imprint.issued][:1] * 5
    year = shelves.year_of(releases[0])
    found = [(path, len(held)) for path, held in shelves.shelve(releases, 2)]
    assert found == [
        (f"data/releases/{year}.jsonl", 2),
        (f"data/releases/{year}-2.jsonl", 2),
        (f"data/releases/{year}-3.jsonl", 1),
    ]


def test_each_release_is_described_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = exports.describe_release

    def counted(release: Release, *more: Any) -> Any:
        seen.append(release.id)
        return real(release, *more)

    monkeypatch.setattr(exports, "describe_release", counted)
    render_exports(record())
    assert sorted(seen) == sorted(release.id for release in record().releases)


def test_no_cell_grows_with_the_record() -> None:
    """An official with 3,000 appearances has as short a line as any; spreadsheets cut cells at 32,767."""
    release = factory.meeting()
    many = [
        replace(release, raw=replace(release.raw, id=f"norland/{n}", path=f"seeds/norland/{n}.txt"))
        for n in range(300)
    ]
    made = dict(render_exports(factory.corpus(*many)))
    longest = max(
        len(cell)
        for table in ("officials", "topics", "events")
        for row in rows(table, made)
        for cell in row.values()
    )
    assert longest < 1_000
    (person,) = [row for row in rows("officials", made) if row["id"] == "aranya-teal"]
    assert person["releases"] == person["attestations"] == "300"


# --- feeds -----------------------------------------------------------------------------------------


def test_every_feed_is_read_without_complaint() -> None:
    seen = 0
    for path, content in files().items():
        if path.endswith("feed.xml"):
            feed = feedparser.parse(content)
            assert not feed.bozo, (path, feed.bozo_exception)
            assert feed.version == "atom10" and feed.feed.title and feed.feed.id == BASE + path
            other = loaded(path.replace(".xml", ".json"))
            assert other["version"] == "https://jsonfeed.org/version/1.1"
            assert [e.id for e in feed.entries] == [item["id"] for item in other["items"]]
            assert [e.link for e in feed.entries] == [item["url"] for item in other["items"]]
            assert all(e.link.startswith(f"{BASE}releases/") for e in feed.entries)
            seen += len(feed.entries)
    assert seen > 20


def test_a_feed_of_an_official_has_the_releases_with_that_official() -> None:
    for official in record().officials:
        items = loaded(f"officials/{official.id}/feed.json")["items"]
        expected = {f"{BASE}releases/{id}/" for id, _ in official.appearances}
        assert {item["url"] for item in items} == expected


def test_links_of_a_feed_hold_without_an_address_of_the_site() -> None:
    made = dict(render_exports(record()))
    for path in (f"officials/{record().officials[0].id}/feed.json", "data/feed.json"):
        for item in loaded(path, made)["items"]:
            folder = path.rpartition("/")[0]
            assert os.path.normpath(f"{folder}/{item['url']}").startswith("releases/")


def test_a_topic_of_which_nothing_speaks_has_an_empty_feed() -> None:
    made = dict(render_exports(factory.corpus()))
    assert loaded("topics/trade/feed.json", made)["items"] == []
    feed = feedparser.parse(made["topics/trade/feed.xml"])
    assert not feed.bozo and feed.entries == [] and feed.feed.updated == NO_DATE


def test_a_correction_brings_a_release_back_to_the_head_of_the_feed() -> None:
    mended = Correction("norland/2021-05-06-harbour", "title", "A Better Title", "2026-03-01", "as printed")
    later = replace(
        factory.meeting(),
        raw=replace(factory.meeting().raw, id="norland/2022", path="seeds/norland/2022.txt"),
        imprint=replace(
            factory.meeting().imprint,
            issued=factory.reading(
                factory.day("2022-01-01"), factory.proof(factory.meeting().blocks, "6 May", 8)
            ),
        ),
    )
    plain = gather([factory.meeting(), later], factory.authority())
    assert [r.id for r in newest_first(plain.releases)[:9]] == ["norland/2022", "norland/2021-05-06-harbour"]
    corpus = gather([replace(factory.meeting(), corrections=(mended,)), later], factory.authority())
    made = dict(render_exports(corpus, BASE))
    first = feedparser.parse(made["data/feed.xml"]).entries[0]
    assert first.updated == "2026-03-01T00:00:00Z" and first.published == "2021-05-06T00:00:00Z"
    said = (
        "Corrected 2026-03-01: title is now A Better Title (before: Ministers Agree on the Northern Harbour)"
    )
    assert f"{said} (as printed)" in first.summary
    item = loaded("data/feed.json", made)["items"][0]
    assert item["date_modified"] == first.updated and "corrected" in item["tags"]
    assert rows("corrections", made)[0]["value"] == "A Better Title"


def test_an_unchanged_release_has_no_date_of_change() -> None:
    assert all("date_modified" not in item for item in loaded("data/feed.json")["items"])


@pytest.mark.parametrize("value", [float("nan"), {1: {"a": 2.5}}, ["x", None], True])
def test_whatever_an_editor_wrote_as_a_value_is_json(value: object) -> None:
    mended = Correction("norland/2021-05-06-harbour", "topics", value, None, "")
    made = dict(render_exports(corrected(mended)))

    def refuse(name: str) -> None:
        raise AssertionError(name)

    (one,) = [r for r in json.loads(made["data/releases.json"], parse_constant=refuse) if r["corrections"]]
    assert one["corrections"][0]["date"] is None


# --- calendar --------------------------------------------------------------------------------------


def entries(content: bytes) -> dict[str, Any]:
    """Events of a calendar by their id."""
    return {str(entry["UID"]): entry for entry in Calendar.from_ical(content).walk("VEVENT")}


def test_what_is_only_planned_is_tentative() -> None:
    found = entries(dict(render_exports(factory.corpus(factory.report()), BASE))["data/record.ics"])
    status = {str(entry["SUMMARY"]): str(entry["STATUS"]) for entry in found.values()}
    assert status == {"meeting of ministers": "CONFIRMED", "2nd Harbour Forum": "TENTATIVE"}


def test_an_event_says_its_other_datings() -> None:
    found = entries(render_calendar(factory.corpus(), "Record"))
    said = [str(entry["DESCRIPTION"]) for entry in found.values() if "Forum" in entry["SUMMARY"]]
    assert any("Also dated 2022-06" in words for words in said), said


def test_the_calendar_is_well_formed() -> None:
    content = files()["data/record.ics"]
    lines = content.split(b"\r\n")
    assert lines[-1] == b"" and not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    calendar = Calendar.from_ical(content)
    assert calendar["VERSION"] == "2.0" and not calendar.errors
    for entry in calendar.walk("VEVENT"):
        assert not entry.errors and str(entry["URL"]).startswith(f"{BASE}events/")


@given(st.text(max_size=300))
def test_any_text_stays_one_value_of_a_calendar(text: str) -> None:
    line = fold(f"SUMMARY:{words(text)}")
    assert all(len(piece.encode()) <= 75 for piece in line.split("\r\n"))
    content = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n{line}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    (entry,) = Calendar.from_ical(content).walk("VEVENT")
    assert set(entry) == {"UID", "SUMMARY"}
    kept = "".join(letter for letter in text if letter.isalnum() or letter == "\n")
    assert "".join(c for c in str(entry["SUMMARY"]) if c.isalnum() or c == "\n") == kept


# --- Popolo ----------------------------------------------------------------------------------------


def test_popolo_holds_together() -> None:
    found = loaded("data/popolo.json")
    ids = {name: {one["id"] for one in found[name]} for name in found}
    assert {name: len(ids[name]) for name in found} == {name: len(found[name]) for name in found}
    assert found["persons"] and found["memberships"] and found["events"]
    for membership in found["memberships"]:
        assert membership["person_id"] in ids["persons"] and membership["post_id"] in ids["posts"]
        assert membership["sources"] and all(s["url"].startswith(BASE) for s in membership["sources"])
    for one in (*found["memberships"], *found["posts"]):
        assert one.get("organization_id") in {None, *ids["organizations"]}


def test_a_membership_is_no_longer_than_its_attestations() -> None:
    """Start and end are an editor's; the releases only attest a day."""
    made = loaded("data/popolo.json", dict(render_exports(factory.corpus(), BASE)))
    (minister,) = [m for m in made["memberships"] if m["person_id"] == "aranya-teal"]
    assert "start_date" not in minister and "end_date" not in minister
    assert minister["attested_first"] == minister["attested_last"] == "2021-05-06"


def test_popolo_dates_are_dates() -> None:
    made = loaded("data/popolo.json", dict(render_exports(factory.corpus(), BASE)))
    for one in made["events"]:
        for key in ("start_date", "end_date"):
            assert key not in one or one[key].replace("-", "").isdigit()
    assert all("~" not in str(one.get("start_date")) for one in made["events"])


# --- JSON-LD and citations -------------------------------------------------------------------------


def without_network(url: str, options: Any) -> Any:
    """The one context that pages name: every word is a word of schema.org."""
    assert url.rstrip("/") == "https://schema.org"
    context = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": context}}


def expanded(document: Any) -> Any:
    """JSON-LD as a processor reads it."""
    return jsonld.expand(document, {"documentLoader": without_network})


def test_linked_data_is_read_by_a_processor() -> None:
    for release in record().releases:
        reference = reference_of(release, record().authority, BASE, "Record")
        about = [
            linked_event(a.title, a.when.value if a.when else None, "Tokyo", ["A"], a.planned)
            for a in release.events
        ]
        (found,) = expanded(json.loads(render_linked(linked_release(reference, about))))
        assert found["@id"] == f"{BASE}releases/{release.id}/"
        kind = "NewsArticle" if release.is_secondary else "Report"
        assert found["@type"] == [f"https://schema.org/{kind}"]
        assert found["https://schema.org/headline"][0]["@value"] == reference.title
        if about:
            assert len(found["https://schema.org/about"]) == len(about)


def test_zotero_reads_a_report_without_author() -> None:
    """What was proved to give a clean report; an author tag would split a ministry into two names."""
    reference = reference_of(full_release(), factory.authority(), BASE, "Record")
    meta = [(name, content) for _, name, content in release_meta(reference, "About")]
    expected = {
        "z:itemType": "report",
        "DC.type": "Press release",
        "citation_title": "Ministers Agree on the Northern Harbour",
        "citation_date": "2021-05-06",
        "citation_public_url": f"{BASE}releases/norland/2021-05-06-harbour/",
        "citation_technical_report_institution": "Ministry of Foreign Affairs",
        "citation_technical_report_number": "12/2021",
    }
    assert expected.items() <= dict(meta).items()
    assert not [name for name, _ in meta if "author" in name.lower() or "creator" in name.lower()]


def test_a_citation_processor_reads_csl() -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    for release in record().releases:
        (item,) = json.loads(render_csl(reference_of(release, record().authority, BASE, "Record")))
        source = CiteProcJSON([{"id": item["id"].lower(), **{k: v for k, v in item.items() if k != "id"}}])
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        bibliography.register(Citation([CitationItem(item["id"].lower())]))
        said = "".join(map(str, bibliography.bibliography()))
        assert item["title"].split(":")[0][:20].lower() in said.lower(), said
        assert release.imprint.issued is None or release.imprint.issued.value.start[:4] in said


# --- sitemap ---------------------------------------------------------------------------------------


def addresses(content: bytes) -> list[str]:
    """What a sitemap or an index of sitemaps names."""
    tree = ElementTree.fromstring(content)
    return [element.text or "" for element in tree.iter() if element.tag.endswith("}loc")]


def test_a_sitemap_is_split_at_the_limit() -> None:
    pages = [(f"releases/{n}/?a&b", "2024-05-03" if n % 2 else "") for n in range(7)]
    assert render_sitemaps(pages, "") == ()
    ((path, content),) = render_sitemaps(pages, BASE)
    assert path == "sitemap.xml" and addresses(content) == [BASE + address for address, _ in pages]
    assert content.count(b"<lastmod>2024-05-03</lastmod>") == 3
    made = dict(render_sitemaps(pages, BASE, most=3))
    parts = [address.removeprefix(BASE) for address in addresses(made["sitemap.xml"])]
    assert parts == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"] and set(parts) < set(made)
    assert [a for part in parts for a in addresses(made[part])] == addresses(content)


def test_the_sitemap_of_the_site_has_every_page(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "SITE_URL": BASE}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    listed = addresses((tmp_path / "site" / "sitemap.xml").read_bytes())
    built = {path.parent.relative_to(tmp_path / "site").as_posix() for path in tmp_path.rglob("index.html")}
    expected = {BASE if folder == "." else f"{BASE}{quote(folder)}/" for folder in built}
    assert set(listed) == expected and len(listed) == len(expected) > 50


def test_a_page_changed_when_its_newest_release_did() -> None:
    days = last_changes(corrected(Correction("norland/2021-05-06-harbour", "title", "X", "2026-03-01")))
    assert days["releases/norland/2021-05-06-harbour/"] == "2026-03-01"
    assert days["officials/aranya-teal/"] == days["topics/ports/"] == "2026-03-01"
    assert "releases/norland/undated-scan/" not in days


# --- raw text is never markup or formula -----------------------------------------------------------


def hostile_authority() -> Authority:
    """What editors know, in words that try to be something else."""
    known = factory.authority()
    topics = {id: replace(one, name=HOSTILE, scope_note=HOSTILE) for id, one in known.topics.items()}
    officials = {id: replace(one, name=HOSTILE) for id, one in known.officials.items()}
    bodies = {id: replace(one, name=HOSTILE) for id, one in known.bodies.items()}
    return replace(known, topics=topics, officials=officials, bodies=bodies)


def hostile_corpus() -> Corpus:
    """Every value of a release, and what editors wrote of it, tries to be markup, a formula or a new line."""
    made = factory.hostile()
    imprint = made.imprint
    assert imprint.title and imprint.issuer and imprint.number and made.accession
    day = factory.reading(factory.day("2021-05-04"), imprint.number.evidence[0])
    return gather(
        [
            replace(
                made,
                imprint=replace(
                    imprint,
                    title=replace(imprint.title, value=HOSTILE),
                    issuer=replace(imprint.issuer, value=replace(imprint.issuer.value, name=HOSTILE)),
                    number=replace(imprint.number, value=HOSTILE),
                ),
                accession=replace(made.accession, rights=HOSTILE, source=HOSTILE),
                events=tuple(replace(a, title=HOSTILE, when=day, planned=True) for a in made.events),
                corrections=(Correction(made.id, "title", HOSTILE, "2026-01-02", HOSTILE),),
            ),
            factory.meeting(),
        ],
        hostile_authority(),
    )


@cache
def hostile_files() -> dict[str, bytes]:
    """The data files of a record that attacks its readers."""
    return dict(render_exports(hostile_corpus(), BASE, HOSTILE))


UTF8 = HOSTILE.replace("\ud800", "\ufffd")
XML = "".join("\ufffd" if c in "\x00\x0b\x1b" else c for c in UTF8)


def test_hostile_text_is_text_in_json() -> None:
    (one,) = [r for r in loaded("data/releases.json", hostile_files()) if r["id"] == "norland/hostile"]
    assert one["title"] == one["issuer"]["name"] == one["accession"]["rights"] == UTF8
    lines = hostile_files()["data/releases.jsonl"].decode("utf-8").splitlines()
    assert [json.loads(line)["title"] for line in lines if "norland/hostile" in line] == [UTF8]
    assert UTF8 in [one["title"] for one in loaded("data/events.json", hostile_files())]
    assert {one["name"] for one in loaded("data/topics.json", hostile_files())} == {UTF8}
    assert UTF8 in [one["title"] for one in loaded("data/datapackage.json", hostile_files())["licenses"]]


def test_hostile_text_is_text_in_tables() -> None:
    made = hostile_files()
    (one,) = [row for row in rows("releases", made) if row["id"] == "norland/hostile"]
    assert one["title"] == one["issuer_name"] == one["rights"] == "'" + UTF8
    for table in (table for table in TABLES if table.in_csv):
        for row in rows(table.name, made):
            assert None not in row and not [c for c in row.values() if c.lstrip()[:1] in tuple("=+-@")]
    found = database(made).execute("SELECT title FROM releases WHERE id = 'norland/hostile'").fetchone()
    assert found["title"] == UTF8
    assert database(made).execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_hostile_text_is_text_in_feeds() -> None:
    read = 0
    for path, content in hostile_files().items():
        if path.endswith("feed.xml"):
            tree = ElementTree.fromstring(content)
            assert {element.tag.removeprefix(ATOM) for element in tree.iter()} <= {
                "feed", "id", "title", "updated", "link", "author", "name", "entry", "published",
                "category", "summary", "rights",
            }  # fmt: skip
            assert not feedparser.parse(content).bozo
            titles = [e.findtext(f"{ATOM}title") for e in tree.iter(f"{ATOM}entry")]
            read += titles.count(XML)
            links = [e.get("href", "") for e in tree.iter(f"{ATOM}link")]
            assert all(link.startswith("https://record.example/x/") for link in links)
    assert read > 2
    assert UTF8 in [item["title"] for item in loaded("data/feed.json", hostile_files())["items"]]
    parsed = feedparser.parse(hostile_files()["data/feed.xml"])
    assert [e.title_detail.type for e in parsed.entries] == ["text/plain"] * len(parsed.entries)


def test_hostile_text_is_text_in_the_calendar() -> None:
    found = entries(hostile_files()["data/record.ics"])
    dated = [event for event in hostile_corpus().events if event.when and len(event.when.start) == 10]
    assert len(found) == len(dated)
    (one,) = [entry for entry in found.values() if "CMD" in entry["SUMMARY"]]
    assert '<script>alert("x")</script>' in one["SUMMARY"] and "BEGIN:VEVENT , ; \\n" in one["SUMMARY"]
    assert set(one) <= {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "TRANSP", "URL",
    }  # fmt: skip


def test_hostile_text_is_text_in_popolo() -> None:
    found = loaded("data/popolo.json", hostile_files())
    assert UTF8 in [one["name"] for one in found["persons"]]
    assert UTF8 in [one["name"] for one in found["events"]]


def test_hostile_text_is_text_in_heads_and_citations() -> None:
    release = next(r for r in hostile_corpus().releases if r.id == "norland/hostile")
    reference = reference_of(release, hostile_authority(), BASE, HOSTILE)
    script = render_linked(linked_release(reference))
    assert "<" not in script and "\u2028" not in script
    (found,) = expanded(json.loads(script))
    assert "<script>" in found["https://schema.org/headline"][0]["@value"]
    assert [c for _, _, c in release_meta(reference, HOSTILE) if "\n" in c or "\x00" in c] == []
    (item,) = json.loads(render_csl(reference))
    assert "<script>" in item["title"]
    (item_safe,) = [for_script({"a": HOSTILE})]
    assert "</" not in item_safe and json.loads(item_safe) == {"a": UTF8}


def test_a_sitemap_of_hostile_addresses_is_xml() -> None:
    ((_, content),) = render_sitemaps([(f"releases/{HOSTILE}/", HOSTILE)], BASE)
    assert len(addresses(content)) == 1


@given(st.text(max_size=60))
def test_any_text_is_one_line_of_json(text: str) -> None:
    line = json_line({"a": text})
    assert len(line.splitlines()) == 1
    assert json.loads(line.encode("utf-8")) == {
        "a": "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    }


# --- the picture of a release ------------------------------------------------------------------------


def test_a_release_has_a_picture_for_links() -> None:
    image = pytest.importorskip("PIL.Image")
    card = render_card(reference_of(factory.meeting(), factory.corpus().authority, "https://example.org/"))
    assert card is not None
    with image.open(io.BytesIO(card)) as picture:
        assert picture.size == (1200, 630)
        found = {colour for _, colour in picture.convert("RGB").getcolors(1 << 20)}
    assert found >= {PAPER, INK, RED} and len(found) > 10, "letters have smooth edges"
    again = render_card(reference_of(factory.meeting(), factory.corpus().authority, "https://example.org/"))
    assert card == again


def test_a_picture_does_not_write_letters_that_it_lacks() -> None:
    assert latin("Visit to São Tomé") == "Visit to São Tomé"
    assert latin("ជំនួប") == "" and latin("第2回会合") == ""


def test_the_database_has_the_same_bytes_wherever_sqlite_keeps_it_meanwhile(tmp_path: Path) -> None:
    lines = [
        [f"term-{number}", "x" * 5000, *[None] * (len(exports.TABLE["terms"].fields) - 2)]
        for number in range(2 * outputs.CACHE // 5)  # more than is held in memory
    ]
    odd = tmp_path / "%41 ?#"
    odd.mkdir()
    made = []
    for gathering in (InMemory(), outputs.OnDisk(odd)):
        database = Database(gathering)
        database.add("terms", lines)
        made.append(sum_of(database.content()))
    assert made[0] == made[1]
    assert made[0].octets > 1024 * outputs.CACHE, "more than SQLite held"


def test_files_are_the_same_wherever_tables_are_gathered(tmp_path: Path) -> None:
    made = exports.each_export(record(), BASE, "Record", None, outputs.OnDisk(tmp_path))
    assert {path: b"".join(pieces_of(content)) for path, content in made} == files()


def test_no_room_for_a_sheet_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, line: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(outputs.OnDisk, "sheet", lambda self, name: Full())
    folder = SiteFolder(tmp_path)
    folder.begin()
    with pytest.raises(CannotWrite, match="the disk is full; the last site stands as it was"):
        outputs.write_exports(folder, record(), BASE, "Record", Remembered())
    folder.end()


def test_no_room_for_the_database_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(InMemory):
        def __init__(self, path: Path) -> None:
            self.path = path

        def connect(self) -> sqlite3.Connection:
            connection = super().connect()
            connection.execute("PRAGMA max_page_count = 20")  # SQLite says the same of a disk that is full
            return connection

    monkeypatch.setattr(outputs, "OnDisk", Full)
    folder = SiteFolder(tmp_path)
    folder.begin()
    with pytest.raises(CannotWrite, match=r"SQLite could not make data/record.sqlite.*disk is full"):
        outputs.write_exports(folder, record(), BASE, "Record", Remembered())
    assert not [*folder.next.glob(".*")], "nothing is left of it"
    folder.end()
