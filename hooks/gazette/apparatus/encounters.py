"""Whom an official met, and who held an office as far as the record attests it.

Enters: a `Corpus`, the id of an official or office. Leaves: `Encounter`s and `Incumbency`s with the places
that show them. An incumbency is never longer than its attestations. Must not be known here: pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gazette.apparatus.holdings import Holdings, Testimony, look_up, spoken_on
from gazette.model import Corpus, Event, Office, Reading, Role, Status, When
from gazette.vocabulary.events import BACKGROUND_TYPES, DOCUMENT_TYPES

NO_ENCOUNTER = BACKGROUND_TYPES | DOCUMENT_TYPES | {"election", "appointment", "upgrade", "occasion"}
"""Types of event at which nobody meets anybody."""


@dataclass(frozen=True, slots=True)
class Encounter:
    """An official met others at an event."""

    official: str
    event: str
    type: str
    title: str
    met: tuple[str, ...]
    "Participants of other countries, or of a country that is not known."
    beside: tuple[str, ...]
    "Participants of the official's own country."
    when: When | None
    when_status: Status | None
    place: str | None
    role: Role
    "`referenced` where no release is about it."
    is_planned: bool
    testimonies: tuple[Testimony, ...]
    "The sentences that tell of it; the value is the type that each gives it."


@dataclass(frozen=True, slots=True)
class Attestation:
    """A release gives somebody an office on a day."""

    release: str
    when: Reading[When]
    office: Reading[Office]


@dataclass(frozen=True, slots=True)
class Incumbency:
    """Somebody in an office, from the first to the last attestation without anybody else between."""

    office: str
    official: str
    since: When
    "The first attestation; not the day of taking office."
    until: When
    "The last attestation; not the day of leaving."
    attestations: tuple[Attestation, ...]


def encounters(corpus: Corpus, official: str) -> tuple[Encounter, ...]:
    """Whom an official met, by date, undated last; events at which nobody else is named are left out."""
    holdings = look_up(corpus)
    found = [encounter(holdings, official, event) for event in holdings.events_of_official.get(official, ())]
    return tuple(e for e in found if e)


def encounter(holdings: Holdings, official: str, event: Event) -> Encounter | None:
    """An event as an encounter of one official, or None where it is none."""
    if event.type in NO_ENCOUNTER:
        return None
    own = holdings.country_of_official.get(official)
    others = [p for p in event.participants if p != official]
    beside = tuple(p for p in others if own and holdings.country_of_official.get(p) == own)
    met = tuple(p for p in others if p not in beside)
    if not others:
        return None
    dated = [t.account.when for t in event.tellings if t.account.when and t.account.when.value == event.when]
    status: Status | None = None
    if event.when:
        status = (
            "editor"
            if not dated
            else "stated"
            if any(d.status == "stated" for d in dated)
            else dated[0].status
        )
    return Encounter(
        official=official,
        event=event.id,
        type=event.type,
        title=event.title,
        met=met,
        beside=beside,
        when=event.when,
        when_status=status,
        place=event.place,
        role="principal" if any(t.account.role == "principal" for t in event.tellings) else "referenced",
        is_planned=all(t.account.planned for t in event.tellings),
        testimonies=tuple(
            Testimony(t.release, t.account.evidence, t.account.type, "stated") for t in event.tellings
        ),
    )


def incumbents(corpus: Corpus, office: str) -> tuple[Incumbency, ...]:
    """Who is attested in an office, by first attestation; undated attestations are left out.

    Somebody else between two attestations makes two incumbencies of them, unless the office is one that
    several hold at once, as two attestations on one day show.
    """
    holdings = look_up(corpus)
    file = holdings.offices.get(office)
    if file is None:
        return ()
    dated: list[tuple[str, str, Attestation]] = []
    for release, official, reading in file.attestations:
        when = spoken_on(holdings.releases[release]) if release in holdings.releases else None
        if when and "X" not in when.value.start:
            dated.append((when.value.start, official, Attestation(release, when, reading)))
    dated.sort(key=lambda d: (d[0], d[1], d[2].release))
    days: dict[str, set[str]] = {}
    for day, official, _ in dated:
        days.setdefault(day, set()).add(official)
    shared = any(len(officials) > 1 for officials in days.values())
    runs: dict[str, list[list[Attestation]]] = {}
    last = None
    for _, official, attestation in dated:
        own = runs.setdefault(official, [])
        if own and (shared or last == official):
            own[-1].append(attestation)
        else:
            own.append([attestation])
        last = official
    found = [incumbency(office, official, run) for official, several in runs.items() for run in several]
    return tuple(sorted(found, key=lambda i: (i.since.start, i.until.end, i.official)))


def incumbency(office: str, official: str, run: Sequence[Attestation]) -> Incumbency:
    """One unbroken run of attestations."""
    first = min((a.when.value for a in run), key=lambda w: w.start)
    last = max((a.when.value for a in run), key=lambda w: w.end)
    return Incumbency(office, official, first, last, tuple(run))
