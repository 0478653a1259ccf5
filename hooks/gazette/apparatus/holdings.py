"""What the apparatus needs to know of the whole record, looked up once.

Enters: a `Corpus`. Leaves: `Holdings`, filled in one walk over the releases and one over the events, and
remembered for the corpus; values that several tables of the apparatus share. Must not be known here: what
is derived from them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from gazette.events.sentences import Sentence, split_sentences
from gazette.model import (
    Account,
    BodyRecord,
    Corpus,
    Event,
    Evidence,
    OfficeFile,
    Reading,
    Release,
    Status,
    Subject,
    When,
)
from gazette.remembering import Remembered
from gazette.watching import Watched, noting

Built = TypeVar("Built")


@dataclass(frozen=True, slots=True)
class Side:
    """Whose words a release gives."""

    release: str
    body: str | None
    "Id in bodies.yml of who issued it."
    name: str
    "Of the issuing body; '' where neither the text nor an editor tells."
    country: str | None
    is_secondary: bool
    "A newspaper's report or another account at second hand."


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one release says in one place."""

    release: str
    evidence: Evidence
    value: str
    "What is read there, in a form that can be compared: an EDTF date, a place, an ordinal, an office."
    status: Status


@dataclass(frozen=True, slots=True)
class Holdings:
    """Look-ups over a corpus."""

    corpus: Corpus
    releases: Watched[str, Release]
    events: Watched[str, Event]
    offices: Watched[str, OfficeFile]
    events_of_release: Watched[str, tuple[tuple[Account, Event], ...]]
    "In the order of the release's own accounts: those of principal events first."
    events_of_official: Watched[str, tuple[Event, ...]]
    uses_of_term: Watched[str, tuple[tuple[Release, Subject], ...]]
    "In the order of issue."
    country_of_official: Watched[str, str | None]
    main_events: Watched[str, str]
    "Release → the event that it is about: the first of its principal accounts."


def once_per_corpus(build: Callable[[Corpus], Built]) -> Callable[[Corpus], Built]:
    """`build`, remembering what it made of the last two corpora (compared by identity)."""
    made: dict[int, tuple[Corpus, Built]] = {}

    def remembered(corpus: Corpus) -> Built:
        entry = made.get(id(corpus))
        if entry is None or entry[0] is not corpus:
            while len(made) >= 2:
                made.pop(next(iter(made)))
            with noting():  # whoever asks first has not looked up what is looked up here for all
                entry = made[id(corpus)] = (corpus, build(corpus))
        return entry[1]

    return remembered


def from_last_to_next(build: Callable[[Corpus, Remembered], Built]) -> Callable[[Corpus], Built]:
    """`build`, told what it made of the values of the last corpus."""
    return partial(_with, build, Remembered())


def _with(build: Callable[[Corpus, Remembered], Built], remembered: Remembered, corpus: Corpus) -> Built:
    return build(corpus, remembered)


@once_per_corpus
def look_up(corpus: Corpus) -> Holdings:
    """All look-ups over a corpus."""
    of_release: dict[str, list[tuple[Account, Event]]] = defaultdict(list)
    of_official: dict[str, list[Event]] = defaultdict(list)
    of_term: dict[str, list[tuple[Release, Subject]]] = defaultdict(list)
    for event in corpus.events:
        for official in event.participants:
            of_official[official].append(event)
        for telling in event.tellings:
            of_release[telling.release].append((telling.account, event))
    for release in corpus.releases:
        for subject in release.terms:
            of_term[subject.id].append((release, subject))
    for told in of_release.values():
        if len(told) > 1:
            told.sort(
                key=lambda p: (p[0].role != "principal", p[0].evidence.block, p[0].evidence.start, p[1].id)
            )

    def of_all(found: Mapping[str, list[Built]]) -> dict[str, tuple[Built, ...]]:
        return {id: tuple(several) for id, several in found.items()}

    return Holdings(
        corpus=corpus,
        releases=Watched("releases", {r.id: r for r in corpus.releases}),
        events=Watched("events", {e.id: e for e in corpus.events}),
        offices=Watched("offices", {o.id: o for o in corpus.offices}),
        events_of_release=Watched("events_of_release", of_all(of_release)),
        events_of_official=Watched("events_of_official", of_all(of_official)),
        uses_of_term=Watched("uses_of_term", of_all(of_term)),
        country_of_official=Watched("country_of_official", {o.id: o.country for o in corpus.officials}),
        main_events=Watched("main_events", find_main_events(corpus, of_release)),
    )


def is_at(account: Account, other: Account) -> bool:
    """Whether two accounts of one release are the same: of one type and in one place."""
    return account.evidence == other.evidence and account.type == other.type


def find_main_events(corpus: Corpus, of_release: Mapping[str, list[tuple[Account, Event]]]) -> dict[str, str]:
    """The event that each release is about; an account is known again by its place and type."""
    found: dict[str, str] = {}
    for release in corpus.releases:
        main = next((a for a in release.events if a.role == "principal"), None)
        for account, event in of_release.get(release.id, ()):
            if main and account.role == main.role and is_at(account, main):
                found.setdefault(release.id, event.id)
    return found


def side_of(corpus: Corpus, release: Release) -> Side:
    """Whose words a release gives: by the register of accessions, else by the text."""
    return side_with(release, corpus.authority.bodies.get(body_id(release) or ""))


def body_id(release: Release) -> str | None:
    """Id in bodies.yml of who issued a release: by the register of accessions, else by the text."""
    if release.accession and release.accession.body:
        return release.accession.body
    return release.imprint.issuer.value.body if release.imprint.issuer else None


def side_with(release: Release, record: BodyRecord | None) -> Side:
    """Whose words a release gives, given the record of the body."""
    issuer = release.imprint.issuer.value if release.imprint.issuer else None
    return Side(
        release=release.id,
        body=body_id(release),
        name=record.name if record else (issuer.name or "" if issuer else ""),
        country=record.country if record else (issuer.country if issuer else None),
        is_secondary=release.is_secondary,
    )


def spoken_on(release: Release) -> Reading[When] | None:
    """The day for which a release speaks: of its main event, else of its issue."""
    told = (a.when for a in release.events if a.when and a.role == "principal" and not a.planned)
    return next(told, None) or release.imprint.issued


def published_on(release: Release) -> Reading[When] | None:
    """The date of issue; where none is given, that of its main event, as inferred."""
    if release.imprint.issued:
        return release.imprint.issued
    told = next((a.when for a in release.events if a.when and a.role == "principal"), None)
    return Reading(told.value, "inferred", "issued-about", told.evidence, told.citation) if told else None


Divided = dict[int, list[Sentence]]
"""The sentences of blocks that were divided already, by block."""


def sentence_of(release: Release, evidence: Evidence, divided: Divided | None = None) -> Evidence:
    """The sentence in which an evidence lies; from the first to the last where it runs over several.

    `divided`: kept between calls for one release, so that no block is divided twice.
    """
    block = release.anatomy.blocks[evidence.block]
    known = {} if divided is None else divided
    if block.number not in known:
        known[block.number] = split_sentences(block)
    sentences = known[block.number]
    first = bisect_right(sentences, evidence.start, key=lambda s: s.end)
    last = max(bisect_left(sentences, evidence.end, key=lambda s: s.start) - 1, first)
    if last >= len(sentences):
        return evidence
    start, end = min(sentences[first].start, evidence.start), max(sentences[last].end, evidence.end)
    return Evidence(block.number, start, end, block.text[start:end])
