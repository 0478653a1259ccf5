"""Earlier and later: the threads on which a release or an event hangs, and the other accounts of its events.

Enters: a `Corpus`, the id of a release or event. Leaves: `Neighbours`. Threads are laid once for a corpus.
Must not be known here: texts, pages.

Threads: a series of events by its ordinals or dates; encounters of the same people; encounters of the same
two countries; releases of one kind by one issuing body.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from gazette.apparatus.holdings import (
    body_id,
    from_last_to_next,
    look_up,
    once_per_corpus,
    published_on,
    side_with,
)
from gazette.apparatus.words import content_stems
from gazette.model import BodyRecord, Corpus, Event, Release, Role, When
from gazette.remembering import Remembered
from gazette.vocabulary.events import BACKGROUND_TYPES, DOCUMENT_TYPES
from gazette.watching import Watched

Key = tuple[str, object]
"""Of a thread: its kind, and what is the same on all of it."""

ThreadKind = Literal["series", "participants", "countries", "issuer"]

PARTICIPANTS = 6
"""Encounters of more people than this make no thread of the same people."""

COUNTED = 12
"""Longer threads are not counted: one stop more would change what is said of all the others."""

UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Stop:
    """One place on a thread: an event with a release that tells of it, or a release."""

    release: str
    event: str | None
    title: str
    when: When | None
    role: Role = "principal"
    "`referenced` where the record only mentions the event."


@dataclass(frozen=True, slots=True)
class Thread:
    """What comes before and after on one thread."""

    kind: ThreadKind
    name: str
    'Of the series, the countries or the body: "ASEM Summit", "Cambodia and Japan"; ids of people.'
    members: tuple[str, ...]
    "Ids of the people, or names of the countries; () for other threads."
    earlier: Stop | None
    later: Stop | None
    place: int
    "From 1; 0 on a thread of more than `COUNTED` stops, as its length."
    length: int


@dataclass(frozen=True, slots=True)
class OtherAccount:
    """Another release that tells of one of the events."""

    event: str
    release: str
    role: Role


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The other accounts of the events of a release, and its threads; those of one stop are left out."""

    accounts: tuple[OtherAccount, ...]
    "Principal accounts first, then mentions."
    threads: tuple[Thread, ...]


Seen = tuple[Key, Thread]
"""A thread as it is seen from one of its stops."""

Threaded = tuple[str, Seen]
"""The same with the id of the event or release."""


@dataclass(frozen=True, slots=True)
class Loom:
    """All threads of a corpus."""

    of_event: Watched[str, tuple[Seen, ...]]
    "Event → the threads on which it is a stop."
    of_release: Watched[str, tuple[Seen, ...]]
    "The same for threads of releases."


@once_per_corpus
@from_last_to_next
def lay_threads(corpus: Corpus, remembered: Remembered) -> Loom:
    """Every thread of a corpus, in one walk over the events and one over the releases."""
    holdings = look_up(corpus)
    country, main = holdings.country_of_official.held, holdings.main_events.held

    def place_events() -> Sequence[Placed]:
        nations = [tuple(map(country.get, event.participants)) for event in corpus.events]
        about = [tuple(main.get(telling.release) for telling in event.tellings) for event in corpus.events]
        names = [event.id for event in corpus.events]
        return remembered.give_each("placed", places_of, names, corpus.events, nations, about)

    placed = remembered.give("placed", (corpus.events, country, main), place_events)
    bodies = corpus.authority.bodies
    issuers = [bodies.get(body_id(release) or "") for release in corpus.releases]
    issued = remembered.give_each("issued", place_of, holdings.ids, corpus.releases, issuers)
    return Loom(
        lay("event", thread_of_events, remembered.group("events", placed), remembered),
        lay("release", thread_of_releases, remembered.group("releases", issued), remembered),
    )


def lay(
    subject: str,
    thread_of: Callable[[Key, Sequence[Any]], tuple[Threaded, ...]],
    stops: Mapping[Key, Sequence[object]],
    remembered: Remembered,
) -> Watched[str, tuple[Seen, ...]]:
    """All threads by what stands on them, given by their keys and what stands on each."""
    keys = [*stops]
    threads = remembered.give_each(subject, thread_of, keys, keys, [*stops.values()])
    return Watched(f"threads.of_{subject}", remembered.group(subject, threads))


Placed = tuple[tuple[Key, tuple[tuple[ThreadKind, str], Event]], ...]
"""The threads to which an event belongs, each with its kind and name."""


def thread_of_events(
    key: Key, members: Sequence[tuple[tuple[ThreadKind, str], Event]]
) -> tuple[Threaded, ...]:
    """A thread, given by its events, from each of its stops; it is called as the first of them calls it."""
    ordered = in_order([event for _, event in members], key[0] == "series")
    stops = [stop_of(event) for event in ordered]
    named = members[0][0]
    return tuple((e.id, (key, thread_at(key, named, stops, place))) for place, e in enumerate(ordered))


def thread_of_releases(key: Key, members: Sequence[tuple[str, Stop]]) -> tuple[Threaded, ...]:
    """The same of a thread of releases, given by its stops."""
    stops = sorted(
        (stop for _, stop in members), key=lambda s: (s.when.start if s.when else UNDATED, s.release)
    )
    named: tuple[ThreadKind, str] = "issuer", members[0][0]
    return tuple((s.release, (key, thread_at(key, named, stops, place))) for place, s in enumerate(stops))


def place_of(release: Release, record: BodyRecord | None) -> tuple[tuple[Key, tuple[str, Stop]], ...]:
    """The thread on which a release, given with the record of its issuing body, stands, with its name.

    Nothing where nobody could say.
    """
    side, when = side_with(release, record), published_on(release)
    body = side.body or side.name
    if not body or not when:
        return ()
    title = release.imprint.title.value if release.imprint.title else ""
    key = ("issuer", (body, release.imprint.kind.value))
    return ((key, (side.name or body, Stop(release.id, None, title, when.value))),)


def places_of(event: Event, nations: Sequence[str | None], about: Sequence[str | None]) -> Placed:
    """The threads to which an event belongs.

    It comes with the country of each participant, and of each telling the event that its release is about.
    """
    places: list[tuple[Key, tuple[tuple[ThreadKind, str], Event]]] = []
    if event.series:
        places.append((("series", content_stems(event.series)), (("series", event.series), event)))
    if event.type in BACKGROUND_TYPES | DOCUMENT_TYPES or is_beside(event, about):
        return tuple(places)
    if 2 <= len(event.participants) <= PARTICIPANTS:
        people = frozenset(event.participants)
        places.append((("participants", people), (("participants", " ".join(sorted(people))), event)))
    countries = set(filter(None, nations))
    if len(countries) == 2:
        names = " and ".join(sorted(countries))
        places.append((("countries", frozenset(countries)), (("countries", names), event)))
    return tuple(places)


def is_beside(event: Event, about: Sequence[str | None]) -> bool:
    """Whether it stood only beside what its releases are about: the dinner after the talks."""
    told = zip(event.tellings, about, strict=True)
    ids = [id for telling, id in told if telling.account.role == "principal"]
    return bool(ids) and event.id not in ids


def in_order(events: Sequence[Event], is_series: bool) -> list[Event]:
    """Events by ordinal where all of a series have one, else by date; undated last."""
    if is_series and all(e.ordinal for e in events):
        return sorted(events, key=lambda e: (e.ordinal or 0, e.when.start if e.when else UNDATED, e.id))
    return sorted(events, key=lambda e: (e.when.start if e.when else UNDATED, e.id))


def stop_of(event: Event) -> Stop:
    """An event as a stop, with the first release that is about it, or else that mentions it."""
    telling = next((t for t in event.tellings if t.account.role == "principal"), event.tellings[0])
    return Stop(telling.release, event.id, event.title, event.when, telling.account.role)


def neighbours(corpus: Corpus, release: str) -> Neighbours:
    """The other accounts of a release's principal events, and what comes before and after it.

    An unknown release has none.
    """
    loom, holdings = lay_threads(corpus), look_up(corpus)
    own = [
        event for account, event in holdings.events_of_release.get(release, ()) if account.role == "principal"
    ]
    threads: dict[Key, Thread] = {}
    for event in own:
        for key, thread in loom.of_event.get(event.id, ()):
            threads.setdefault(key, thread)
    for key, thread in loom.of_release.get(release, ()):
        threads.setdefault(key, thread)
    return Neighbours(other_accounts(own, release), tuple(filter(leads_on, threads.values())))


def event_neighbours(corpus: Corpus, event: str) -> tuple[Thread, ...]:
    """What comes before and after an event on its threads."""
    return tuple(t for _, t in lay_threads(corpus).of_event.get(event, ()) if leads_on(t))


def leads_on(thread: Thread) -> bool:
    """Whether a thread has more than one stop."""
    return bool(thread.earlier or thread.later)


def thread_at(key: Key, named: tuple[ThreadKind, str], stops: Sequence[Stop], place: int) -> Thread:
    """A thread seen from one of its stops."""
    kind, name = named
    counted = len(stops) <= COUNTED
    return Thread(
        kind=kind,
        name=name,
        members=tuple(sorted(map(str, key[1]))) if isinstance(key[1], frozenset) and kind != "series" else (),
        earlier=stops[place - 1] if place else None,
        later=stops[place + 1] if place + 1 < len(stops) else None,
        place=place + 1 if counted else 0,
        length=len(stops) if counted else 0,
    )


def other_accounts(events: Sequence[Event], release: str) -> tuple[OtherAccount, ...]:
    """The other releases that tell of some events, each once for each event."""
    found = {
        (event.id, telling.release): OtherAccount(event.id, telling.release, telling.account.role)
        for event in events
        for telling in reversed(event.tellings)
        if telling.release != release
    }
    return tuple(sorted(found.values(), key=lambda a: (a.role != "principal", a.event, a.release)))
