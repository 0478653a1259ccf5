"""The lists of a corpus (officials, offices, events, topics, terms, bodies, problems) as plain dictionaries.

Enters: a `Corpus`. Leaves: dictionaries in the corpus's order, for JSON and CSV alike, one after the other:
all of a large record together would take as much memory as the record. Each attestation names its release,
so that every line can be checked against its source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from gazette.exports.records import Record, evidence_record, office_record, problem_record
from gazette.model import Corpus, Event, OfficeFile, OfficialFile, Release, Subject, Telling


def each_list(corpus: Corpus, brief: bool = False) -> Iterator[tuple[str, Iterator[Record]]]:
    """The lists by name: who reads one reads it before the next.

    `brief`: of the accounts of an event and the passages on a topic only the number is given.
    """
    yield "officials", official_records(corpus)
    yield "offices", office_records(corpus)
    yield "events", event_records(corpus, brief)
    yield "topics", topic_records(corpus, brief)
    yield "terms", term_records(corpus)
    yield "bodies", body_records(corpus)
    yield "problems", problem_records(corpus)


def official_records(corpus: Corpus) -> Iterator[Record]:
    """One object per official: names, offices as attested, releases."""
    releases = {r.id: r for r in corpus.releases}
    return (_official(file, releases) for file in corpus.officials)


def office_records(corpus: Corpus) -> Iterator[Record]:
    """One object per office: title, body, country, and who is attested in it by which release."""
    releases = {r.id: r for r in corpus.releases}
    return (_office(file, releases) for file in corpus.offices)


def event_records(corpus: Corpus, brief: bool = False) -> Iterator[Record]:
    """One object per event: the best dating, each other dating, every account."""
    releases = {r.id: r for r in corpus.releases}
    return (_event(event, releases, brief) for event in corpus.events)


def topic_records(corpus: Corpus, brief: bool = False) -> Iterator[Record]:
    """One object per topic of the authority file: scope note, relations, passages."""
    found: dict[str, list[tuple[Release, Subject]]] = defaultdict(list)
    for release in corpus.releases:
        for subject in release.topics:
            found[subject.id].append((release, subject))
    for topic in sorted(corpus.authority.topics.values(), key=lambda topic: topic.id):
        passages = found.pop(topic.id, [])
        yield {
            "id": topic.id,
            "name": topic.name,
            "scope_note": topic.scope_note or None,
            "broader": list(topic.broader),
            "see_also": list(topic.see_also),
            "releases": list(dict.fromkeys(release.id for release, _ in passages)),
            "passages": len(passages) if brief else [_passage(*passage) for passage in passages],
        }


def term_records(corpus: Corpus) -> Iterator[Record]:
    """One object per wording that is followed, with the number of places that use it."""
    uses = Counter(s.id for release in corpus.releases for s in release.terms for _ in s.evidence)
    return (
        {
            "id": term.id,
            "name": term.name,
            "scope_note": term.scope_note or None,
            "wordings": list(term.wordings),
            "uses": uses[term.id],
        }
        for term in sorted(corpus.authority.terms.values(), key=lambda term: term.id)
    )


def issuing_body(release: Release) -> str | None:
    """Id in bodies.yml of who issued a release: by the register of accessions, else by the text."""
    if release.accession and release.accession.body:
        return release.accession.body
    return release.imprint.issuer.value.body if release.imprint.issuer else None


def body_records(corpus: Corpus) -> Iterator[Record]:
    """One object per body of the authority file that issued a release or holds an office of the record."""
    issued = Counter(filter(None, map(issuing_body, corpus.releases)))
    held = {file.record.body for file in corpus.offices if file.record and file.record.body}
    return (
        {
            "id": body.id,
            "name": body.name,
            "country": body.country,
            "kind": body.kind,
            "variants": list(body.variants),
            "url": body.url,
            "releases": issued[body.id],
        }
        for body in sorted(corpus.authority.bodies.values(), key=lambda body: body.id)
        if body.id in issued or body.id in held
    )


def problem_records(corpus: Corpus) -> Iterator[Record]:
    """One object per problem, numbered, with the release it is about."""
    ids = {release.raw.path: release.id for release in corpus.releases}
    return (
        {**problem_record(problem), "number": number, "release": ids.get(problem.path)}
        for number, problem in enumerate(corpus.problems, start=1)
    )


def _office(file: OfficeFile, releases: Mapping[str, Release]) -> Record:
    dates = sorted(filter(None, (_issued(releases[id]) for id, _, _ in file.attestations)))
    return {
        "id": file.id,
        "title": file.title,
        "body": file.body,
        "body_id": file.record.body if file.record else None,
        "country": file.country,
        "established": file.record is not None,
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "attestations": [
            {
                "release": id,
                "issued": _issued(releases[id]),
                "official": official,
                **office_record(releases[id], reading),
                "office": file.id,
            }
            for id, official, reading in file.attestations
        ],
    }


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


def _event(event: Event, releases: Mapping[str, Release], brief: bool) -> Record:
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
        "planned": all(t.account.planned for t in event.tellings),
        "established": event.established,
        "releases": list(dict.fromkeys(t.release for t in event.tellings)),
        "accounts": len(event.tellings) if brief else [_told(t, releases[t.release]) for t in event.tellings],
    }


def _told(telling: Telling, release: Release) -> Record:
    account, when = telling.account, telling.account.when
    return {
        "release": telling.release,
        "role": account.role,
        "planned": account.planned,
        "secondary": release.is_secondary,
        "start": when.value.start if when else None,
        "end": when.value.end if when else None,
        "date_status": when.status if when else None,
        "evidence": evidence_record(release, account.evidence),
    }


def _passage(release: Release, subject: Subject) -> Record:
    return {"release": release.id, "evidence": [evidence_record(release, e) for e in subject.evidence]}


def _issued(release: Release) -> str | None:
    return release.imprint.issued.value.edtf if release.imprint.issued else None
