"""Values of the record as plain dictionaries: the export contract.

Enters: a `Release`, or one of the files of a `Corpus` (official, event, topic).
Leaves: dictionaries of strings, numbers, lists and None, ready for JSON, keys in a fixed order.
No fact is born here: each comes with the status, the rule and the evidence that it already had.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from gazette.model import (
    Account,
    Appearance,
    Block,
    Corpus,
    Evidence,
    Mention,
    Office,
    Problem,
    Reading,
    Release,
    Repair,
)

Record = dict[str, Any]
"""One object of the export contract."""


EventIds = Mapping[tuple[str, Account], str]
"""(release id, account with `event` None) → id of the event in the whole record."""


def event_ids(corpus: Corpus) -> EventIds:
    """Look-up from each account of each release to the event that it tells of.

    An editor may have given an account its event, or another one, only in the corpus: an account is known
    without the event it was read to tell of.
    """
    return {
        (telling.release, replace(telling.account, event=None)): event.id
        for event in corpus.events
        for telling in event.tellings
    }


def release_record(release: Release, corpus: Corpus | None = None) -> Record:
    """Everything the record says of one release, as the export contract has it.

    With a corpus, events carry the ids under which the whole record knows them.
    """
    if corpus is None:
        return describe_release(release, {}, release.problems)
    problems = problems_by_path(corpus).get(release.raw.path, ())
    return describe_release(release, event_ids(corpus), problems)


def problems_by_path(corpus: Corpus) -> Mapping[str, Sequence[Problem]]:
    """The problems of each raw file, those included that only show when all are read together."""
    found: dict[str, list[Problem]] = {}
    for problem in corpus.problems:
        found.setdefault(problem.path, []).append(problem)
    return found


def describe_release(release: Release, known: EventIds, problems: Iterable[Problem]) -> Record:
    """`release_record`, for callers who have made both look-ups once for many releases."""
    imprint = release.imprint
    title, issued, issuer = imprint.title, imprint.issued, imprint.issuer
    events = [account_record(release, account, known) for account in principal_first(release.events)]
    place = next((e["place"] for e in events if e["role"] == "principal" and e["place"]), None)
    return {
        "source_file": PurePosixPath(release.raw.path.replace("\\", "/")).name,
        "id": release.id,
        "sha256": release.raw.sha256,
        "path": release.raw.path,
        "title": title.value if title else None,
        "title_status": title.status if title else None,
        "title_evidence": _first_evidence(release, title),
        "issued": issued.value.edtf if issued else None,
        "issued_status": issued.status if issued else None,
        "issued_evidence": _first_evidence(release, issued),
        "place": place,
        "place_of_issue": imprint.place.value if imprint.place else None,
        "issuer": {
            "name": issuer.value.name if issuer else None,
            "country": issuer.value.country if issuer else None,
            "body": issuer.value.body if issuer else None,
        },
        "issuer_status": issuer.status if issuer else None,
        "issuer_evidence": _first_evidence(release, issuer),
        "kind": imprint.kind.value,
        "kind_status": imprint.kind.status,
        "secondary": release.is_secondary,
        "language": imprint.language,
        "number": imprint.number.value if imprint.number else None,
        "accession": accession_record(release),
        "events": events,
        "officials": [appearance_record(release, a) for a in release.people.officials],
        "people_not_official": list(dict.fromkeys(b.name for b in release.people.bystanders)),
        "bystanders": [
            {"name": b.name, "why": b.why, "evidence": evidence_record(release, b.evidence)}
            for b in release.people.bystanders
        ],
        "topics": list(dict.fromkeys(s.id for s in release.topics)),
        "passages": _passages(release),
        "terms": list(dict.fromkeys(s.id for s in release.terms)),
        "body": [b.text for b in release.blocks if b.part == "body"],
        "paragraphs": [paragraph_record(b) for b in release.blocks if b.part == "body"],
        "headings": [
            {"line": b.line, "level": b.level, "label": b.label or None, "text": b.text}
            for b in release.blocks
            if b.part == "heading"
        ],
        "removed": [
            {"part": b.part, "line": b.line, "text": b.text or b.raw} for b in release.blocks if not b.is_text
        ],
        "repairs": [repair_record(r) for r in release.anatomy.repairs],
        "corrections": [
            {
                "field": c.field,
                "of": c.of,
                "value": plain_value(c.value),
                "date": c.date,
                "note": c.note or None,
            }
            for c in release.corrections
        ],
        "problems": [problem_record(p) for p in problems],
    }


def principal_first(accounts: tuple[Account, ...]) -> tuple[Account, ...]:
    """The accounts with what the release is about in front, otherwise in the order of the text."""
    return tuple(sorted(accounts, key=lambda account: account.role != "principal"))


def account_record(release: Release, account: Account, known: EventIds) -> Record:
    """One event as one release tells it; `end` is None where it is the same as `start`."""
    when = account.when.value if account.when else None
    return {
        "type": account.type,
        "role": account.role,
        "title": account.title,
        "start": when.start if when else None,
        "end": when.end if when and when.end != when.start else None,
        "date_status": account.when.status if account.when else None,
        "date_evidence": _first_evidence(release, account.when),
        "place": account.place.value if account.place else None,
        "place_status": account.place.status if account.place else None,
        "planned": account.planned,
        "participants": list(account.participants),
        "series": account.series,
        "ordinal": account.ordinal,
        "event": known.get((release.id, replace(account, event=None)), account.event),
        "evidence": evidence_record(release, account.evidence),
    }


def appearance_record(release: Release, appearance: Appearance) -> Record:
    """One official in one release: names as written, offices given, where each stands."""
    return {
        "id": appearance.official,
        "name": appearance.name,
        "as_written": list(dict.fromkeys(m.name for m in appearance.mentions if m.name)),
        "country": appearance.country,
        "offices": [office_record(release, reading) for reading in appearance.offices],
        "status": appearance.standing,
        "rule": appearance.rule or None,
        "evidence": _mention_evidence(release, appearance.mentions),
        "mentions": [evidence_record(release, m.evidence) for m in appearance.mentions],
    }


def office_record(release: Release, reading: Reading[Office]) -> Record:
    """One office as a release gives it to somebody."""
    office = reading.value
    return {
        "title": office.title,
        "body": office.body,
        "country": office.country,
        "id": office.id,
        "status": reading.status,
        "rule": reading.rule,
        "evidence": _first_evidence(release, reading),
    }


def accession_record(release: Release) -> Record | None:
    """What the register of accessions says of the raw file, or None."""
    accession = release.accession
    if accession is None:
        return None
    return {
        "seed": accession.seed,
        "received_name": accession.received_name,
        "body": accession.body,
        "source": accession.source,
        "url": accession.url,
        "rights": accession.rights,
        "secondary": accession.secondary,
    }


def paragraph_record(block: Block) -> Record:
    """One numbered paragraph and the lines of the raw file that it stands on; `body` has its words."""
    return {
        "number": block.paragraph,
        "lines": list(block.lines),
        "shape": block.shape,
        "label": block.label or None,
    }


def plain_value(value: object) -> Any:
    """What an editor wrote in YAML, as JSON can hold it: no dates, no numbers that are none.

    >>> plain_value({1: [float("nan"), True]})
    {'1': ['nan', True]}
    """
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Mapping):
        return {str(key): plain_value(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(one) for one in value]
    return str(value)


def repair_record(repair: Repair) -> Record:
    """One place where the reading differs from the raw text."""
    return {"kind": repair.kind, "line": repair.line, "before": repair.before, "after": repair.after}


def problem_record(problem: Problem) -> Record:
    """One problem, with file, line and cure."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "path": problem.path,
        "line": problem.line,
        "message": problem.message,
        "cure": problem.cure or None,
    }


def evidence_record(release: Release, evidence: Evidence) -> Record:
    """A quotation with its paragraph (None outside the body) and its line in the raw file."""
    block = release.blocks[evidence.block]
    return {"paragraph": block.paragraph, "line": block.line, "part": block.part, "quote": evidence.quote}


def _first_evidence(release: Release, reading: Reading[Any] | None) -> Record | None:
    """The first evidence of a reading, or the citation of the editor's line, or None."""
    if reading is None:
        return None
    if reading.evidence:
        return evidence_record(release, reading.evidence[0])
    return {"paragraph": None, "line": None, "part": None, "quote": None, "citation": reading.citation}


def _mention_evidence(release: Release, mentions: tuple[Mention, ...]) -> Record | None:
    """The first mention that names the person in a paragraph, else the first that names, else the first."""
    named = [m for m in mentions if m.name]
    in_body = [m for m in named if release.blocks[m.evidence.block].paragraph]
    first = next(iter((*in_body, *named, *mentions)), None)
    return evidence_record(release, first.evidence) if first else None


def _passages(release: Release) -> list[Record]:
    """Topic by topic, the paragraphs that speak of it and the words that show it."""
    return [
        {"topic": s.id, "evidence": [evidence_record(release, e) for e in s.evidence]} for s in release.topics
    ]
