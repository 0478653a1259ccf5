"""What the apparatus needs to know of the whole record, looked up once.

Enters: a `Corpus`. Leaves: `Holdings`, filled in one walk over the releases and one over the events, and
remembered for the corpus; values that several tables of the apparatus share. Must not be known here: what
is derived from them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from gazette.events.sentences import Sentence, split_sentences
from gazette.identity import ids_of
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
    ids: Sequence[str]
    "Of all releases, in the order of the record."
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
@from_last_to_next
def look_up(corpus: Corpus, remembered: Remembered) -> Holdings:
    """All look-ups over a corpus."""
    ids, names = ids_of(corpus.releases), [event.id for event in corpus.events]
    of_release = remembered.group("told", remembered.give_each("told", told_of, names, corpus.events))
    told = remembered.give_each("in order", in_text_order, list(of_release), list(of_release.values()))
    events_of_release = remembered.give(
        "told", (list(of_release), told), lambda: dict(zip(of_release, told, strict=True))
    )
    of_official = remembered.group(
        "company", remembered.give_each("company", company_of, names, corpus.events)
    )
    of_term = remembered.group("terms", remembered.give_each("terms", terms_of, ids, corpus.releases))
    main = remembered.give_each(
        "main", main_event_of, ids, corpus.releases, [events_of_release.get(id, ()) for id in ids]
    )
    countries = remembered.give(
        "countries",
        (corpus.officials,),
        lambda: {official.id: official.country for official in corpus.officials},
    )
    main_events = remembered.give(
        "main", (ids, main), lambda: {id: event for id, event in zip(ids, main, strict=True) if event}
    )
    return Holdings(
        corpus=corpus,
        ids=ids,
        releases=Watched("releases", dict(zip(ids, corpus.releases, strict=True))),
        events=Watched("events", dict(zip(names, corpus.events, strict=True))),
        offices=Watched("offices", {office.id: office for office in corpus.offices}),
        events_of_release=Watched("events_of_release", events_of_release),
        events_of_official=Watched("events_of_official", of_official),
        uses_of_term=Watched("uses_of_term", of_term),
        country_of_official=Watched("country_of_official", countries),
        main_events=Watched("main_events", main_events),
    )


Told = tuple[Account, Event]
"""An account and the event of which it tells."""


def told_of(event: Event) -> tuple[tuple[str, Told], ...]:
    """The accounts of an event, by release."""
    return tuple((telling.release, (telling.account, event)) for telling in event.tellings)


def in_text_order(told: tuple[Told, ...]) -> tuple[Told, ...]:
    """What a release tells of, what it is about first."""
    if len(told) == 1:
        return told
    return tuple(
        sorted(
            told, key=lambda p: (p[0].role != "principal", p[0].evidence.block, p[0].evidence.start, p[1].id)
        )
    )


def company_of(event: Event) -> tuple[tuple[str, Event], ...]:
    """An event, by each who took part."""
    return tuple((official, event) for official in event.participants)


def terms_of(release: Release) -> tuple[tuple[str, tuple[Release, Subject]], ...]:
    """The wordings that a release uses, by id."""
    return tuple((subject.id, (release, subject)) for subject in release.terms)


def is_at(account: Account, other: Account) -> bool:
    """Whether two accounts of one release are the same: of one type and in one place."""
    return account.evidence == other.evidence and account.type == other.type


def main_event_of(release: Release, told: Iterable[Told]) -> str | None:
    """The event that a release is about; an account is known again by its place and type."""
    main = next((a for a in release.events if a.role == "principal"), None)
    if main is None:
        return None
    return next((e.id for a, e in told if a.role == main.role and is_at(a, main)), None)


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


def countries_of(release: Release) -> frozenset[str]:
    """The countries of a release's officials and issuing body."""
    issuer = release.imprint.issuer
    named = {a.country for a in release.people.officials if a.country}
    if issuer and issuer.value.country:
        named.add(issuer.value.country)
    return frozenset(named)


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
