"""The lines of each table, from the objects of the export contract.

Enters: one release with its object, or the lists of officials, offices, events and so on. Leaves: for each
table of `schema` its lines as (table, objects), whose keys are those of the table's fields.
No fact is born here: a line only repeats what an object says, with the release it stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from gazette.exports.records import Record, evidence_record
from gazette.model import Release

Rows = tuple[str, Iterable[Record]]
"""Name of a table, and lines for it."""


def rows_of_release(release: Release, record: Record) -> Iterator[Rows]:
    """The lines that one release gives to the tables, except those that only the whole record knows."""
    id = release.id
    yield "releases", (record,)
    yield "paragraphs", _paragraphs(record)
    yield "appearances", _numbered(id, record["officials"])
    yield "accounts", _numbered(id, record["events"])
    yield "passages", _numbered(id, _places(record["passages"]))
    yield "uses", _numbered(id, _uses(release))
    yield "repairs", _numbered(id, record["repairs"])
    yield "corrections", _numbered(id, record["corrections"])


class ListRows:
    """The lines that come from the lists of the whole record, as they are read part after part."""

    def __init__(self) -> None:
        self._people: dict[str, tuple[str, str | None]] = {}
        "Name and country by id: the list of officials comes before that of events."
        self._attested: Counter[str] = Counter()
        "By release: attestations so far."

    def of(self, name: str, records: Sequence[Record]) -> Iterator[Rows]:
        """Those of a part of a list."""
        yield name, records
        if name == "officials":
            self._people |= {one["id"]: (one["name"], one["country"]) for one in records}
        elif name == "offices":
            yield "attestations", self._attestations(records)
        elif name == "events":
            yield "participants", self._participants(records)

    def _attestations(self, offices: Iterable[Record]) -> Iterator[Record]:
        """In the order of offices; numbered within each release."""
        for office in offices:
            for attestation in office["attestations"]:
                release = attestation["release"]
                self._attested[release] += 1
                yield {**attestation, "number": self._attested[release]}

    def _participants(self, events: Iterable[Record]) -> Iterator[Record]:
        for event in events:
            for number, id in enumerate(event["participants"], start=1):
                name, country = self._people.get(id, (None, None))
                yield {
                    "event": event["id"],
                    "number": number,
                    "official": id,
                    "name": name,
                    "country": country,
                }


def _numbered(release: str, records: Iterable[Record]) -> Iterator[Record]:
    for number, record in enumerate(records, start=1):
        yield {**record, "release": release, "number": number}


def _paragraphs(record: Record) -> Iterator[Record]:
    headings = sorted((h["line"], h["text"]) for h in record["headings"])
    above, place = None, 0
    for paragraph, text in zip(record["paragraphs"], record["body"], strict=True):
        line = paragraph["lines"][0] if paragraph["lines"] else 0
        while place < len(headings) and headings[place][0] < line:
            above, place = headings[place][1], place + 1
        yield {
            "release": record["id"],
            "number": paragraph["number"],
            "line": line or None,
            "shape": paragraph["shape"],
            "label": paragraph["label"],
            "heading": above,
            "text": text,
        }


def _places(passages: Iterable[Record]) -> Iterator[Record]:
    for passage in passages:
        yield _place("topic", passage["topic"], passage["evidence"])


def _uses(release: Release) -> Iterator[Record]:
    for subject in release.terms:
        yield _place("term", subject.id, [evidence_record(release, e) for e in subject.evidence])


def _place(name: str, id: str, evidence: Sequence[Record]) -> Record:
    """One paragraph that speaks of something, with all the words in it that show it."""
    first = evidence[0]
    words = list(dict.fromkeys(one["quote"] for one in evidence))
    return {name: id, "paragraph": first["paragraph"], "line": first["line"], "words": words}
