"""The official, event and topic files of a corpus as plain dictionaries.

Enters: a `Corpus`. Leaves: lists of dictionaries in the corpus's order, for JSON and CSV alike.
Each attestation names its release, so that every line can be checked against its source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from gazette.exports.records import Record, evidence_record, office_record
from gazette.model import Corpus, Event, OfficialFile, Release


def official_records(corpus: Corpus) -> list[Record]:
    """One object per official: names, offices as attested, releases."""
    releases = {r.id: r for r in corpus.releases}
    return [_official(file, releases) for file in corpus.officials]


def event_records(corpus: Corpus) -> list[Record]:
    """One object per event: the best dating, each other dating, every account."""
    releases = {r.id: r for r in corpus.releases}
    return [_event(event, releases) for event in corpus.events]


def topic_records(corpus: Corpus) -> list[Record]:
    """One object per topic of the authority file: scope note, relations, passages."""
    passages: dict[str, list[Record]] = defaultdict(list)
    for release in corpus.releases:
        for subject in release.topics:
            quotes = [evidence_record(release, e) for e in subject.evidence]
            passages[subject.id].append({"release": release.id, "evidence": quotes})
    return [
        {
            "id": topic.id,
            "name": topic.name,
            "scope_note": topic.scope_note or None,
            "broader": list(topic.broader),
            "see_also": list(topic.see_also),
            "releases": list(dict.fromkeys(p["release"] for p in passages[topic.id])),
            "passages": passages[topic.id],
        }
        for topic in sorted(corpus.authority.topics.values(), key=lambda topic: topic.id)
    ]


def _official(file: OfficialFile, releases: Mapping[str, Release]) -> Record:
    attested = [
        {"release": id, "issued": _issued(releases[id]), **office_record(releases[id], reading)}
        for id, appearance in file.appearances
        for reading in appearance.offices
    ]
    dates = sorted(filter(None, (_issued(releases[id]) for id, _ in file.appearances)))
    record = file.record
    return {
        "id": file.id,
        "name": file.name,
        "sort_name": record.sort_name if record and record.sort_name else file.name,
        "native_name": record.native_name if record else None,
        "country": file.country,
        "standing": file.standing,
        "variants": list(file.variants),
        "offices": attested,
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "releases": list(dict.fromkeys(id for id, _ in file.appearances)),
    }


def _event(event: Event, releases: Mapping[str, Release]) -> Record:
    when = event.when
    return {
        "id": event.id,
        "type": event.type,
        "title": event.title,
        "start": when.start if when else None,
        "end": when.end if when and when.end != when.start else None,
        "datings": [{"edtf": dating.edtf, "releases": list(ids)} for dating, ids in event.datings],
        "place": event.place,
        "participants": list(event.participants),
        "series": event.series,
        "ordinal": event.ordinal,
        "established": event.established,
        "releases": list(dict.fromkeys(t.release for t in event.tellings)),
        "accounts": [
            {
                "release": t.release,
                "role": t.account.role,
                "planned": t.account.planned,
                "secondary": releases[t.release].is_secondary,
                "start": t.account.when.value.start if t.account.when else None,
                "end": t.account.when.value.end if t.account.when else None,
                "date_status": t.account.when.status if t.account.when else None,
                "evidence": evidence_record(releases[t.release], t.account.evidence),
            }
            for t in event.tellings
        ],
    }


def _issued(release: Release) -> str | None:
    return release.imprint.issued.value.edtf if release.imprint.issued else None
