"""The wanted list: what the releases of the record mention and the record lacks.

Enters: a `Corpus`. Leaves: `Wanted`s, each with the sentences that speak of it: encounters of the past that
are only referred to, and papers that were issued or signed and are not themselves among the releases. Must
not be known here: pages. What is only planned, hoped for or drafted is not wanted yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from gazette.apparatus.gleanings import gleanings
from gazette.apparatus.holdings import (
    Holdings,
    Testimony,
    countries_of,
    from_last_to_next,
    look_up,
    once_per_corpus,
    published_on,
    spoken_on,
)
from gazette.apparatus.papers import Paper
from gazette.authority import fold
from gazette.model import Corpus, Event, Release, When
from gazette.remembering import Remembered
from gazette.vocabulary.events import ENCOUNTERS
from gazette.vocabulary.papers import KINDS_OF_PAPER

WantedKind = Literal["event", "paper"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that releases mention and no release of the record is."""

    kind: WantedKind
    type: str
    "Of an event its type, of a paper its kind: telephone-call, joint-statement, agreement …"
    title: str
    "As printed where it is first mentioned; an established event has its own title."
    when: When | None
    event: str | None
    "Id of the event itself, or of that at which the paper came out."
    mentions: tuple[Testimony, ...]
    "The sentences that speak of it, in order of issue; `value` is what each calls it."


@once_per_corpus
@from_last_to_next
def wanted(corpus: Corpus, remembered: Remembered) -> tuple[Wanted, ...]:
    """Everything wanted, by date, undated last."""
    holdings, gleaned = look_up(corpus), gleanings(corpus)
    releases, ids = corpus.releases, holdings.ids
    days = remembered.give_each("published", day_published, ids, releases)
    events = remembered.give("events", (corpus.events, ids, days), lambda: [*wanted_events(holdings)])
    places = remembered.give_each("places", place_of, ids, releases)
    papers = [gleaned[id].papers for id in ids]
    main = holdings.main_events.held

    def find_papers() -> list[Wanted]:
        return [
            *wanted_papers(zip(ids, places, papers, strict=True), main, lay_out_papers(ids, places, main))
        ]

    found = [*events, *remembered.give("papers", (ids, places, papers, main), find_papers)]
    return tuple(sorted(found, key=lambda w: (w.when.start if w.when else "9999", w.kind, w.type, w.title)))


# --- encounters ----------------------------------------------------------------------------------


def wanted_events(holdings: Holdings) -> Iterator[Wanted]:
    """Encounters of the past that every release only refers to: a telephone call recalled."""
    for event in holdings.corpus.events:
        if event.type in ENCOUNTERS and is_past(holdings, event):
            mentions = tuple(
                Testimony(t.release, t.account.evidence, t.account.title, "stated") for t in event.tellings
            )
            yield Wanted("event", event.type, event.title, event.when, event.id, mentions)


def is_past(holdings: Holdings, event: Event) -> bool:
    """Whether an event is only referred to, by a release that speaks of it as over.

    Without a date only an established event counts: a name alone may be that of something still to come.
    """
    if any(t.account.role == "principal" for t in event.tellings):
        return False
    if event.when is None:
        return event.established and not any(t.account.planned for t in event.tellings)
    if "X" in event.when.start:
        return False
    for telling in event.tellings:
        day = day_published(holdings.releases[telling.release])
        if telling.account.planned or not day:
            continue
        size = min(len(event.when.end), len(day))
        if event.when.end[:size] <= day[:size]:
            return True
    return False


def day_published(release: Release) -> str:
    """The first day on which a release may have been issued; '' where nothing tells."""
    issued = published_on(release)
    return issued.value.start if issued else ""


# --- papers --------------------------------------------------------------------------------------


class Place(NamedTuple):
    """Where a release stands among papers."""

    kind: str
    countries: frozenset[str]
    days: frozenset[str]


def wanted_papers(
    releases: Iterable[tuple[str, Place, Sequence[Paper]]], main: Mapping[str, str], shelf: Shelf
) -> Iterator[Wanted]:
    """Papers that were issued or signed and are not releases of the record, each once.

    Releases come with their ids, their places and the papers they name; `main` has the event of each.
    """
    groups: dict[tuple[str, str], list[tuple[str, Paper, str | None]]] = defaultdict(list)
    for release, place, papers in releases:
        for paper in papers:
            event = main.get(release) if paper.is_own else None
            if not is_held(shelf, place.countries, paper, event):
                groups[(paper.kind, same_paper(paper, event))].append((release, paper, event))
    for (kind, _), found in groups.items():
        _, first, event = found[0]
        titles = [p.evidence.quote for _, p, _ in found]
        mentions = {
            (release, paper.sentence.block, paper.sentence.start): Testimony(
                release, paper.sentence, paper.evidence.quote, "stated"
            )
            for release, paper, _ in found
        }
        when = first.when.value if first.when else None
        yield Wanted("paper", kind, max(titles, key=len), when, event, tuple(mentions.values()))


def same_paper(paper: Paper, event: str | None) -> str:
    """What two mentions of one paper share: its event, or its date and name."""
    if event:
        general = paper.kind in ("agreement", "memorandum", "plan")
        return f"{event} {fold(paper.evidence.quote) if general else ''}"
    return f"{paper.when.value.edtf if paper.when else ''} {fold(paper.evidence.quote)}"


Shelf = dict[tuple[str, str], list[tuple[str, frozenset[str]]]]
"""(kind of release, its day or its event) → (release, countries)."""


def lay_out_papers(ids: Iterable[str], places: Iterable[Place], main: Mapping[str, str]) -> Shelf:
    """The releases of the record by kind and day, and by kind and event."""
    shelf: Shelf = defaultdict(list)
    for id, (kind, countries, days) in zip(ids, places, strict=True):
        for day in days:
            shelf[(kind, day)].append((id, countries))
        if event := main.get(id):
            shelf[(kind, event)].append((id, countries))
    return shelf


def place_of(release: Release) -> Place:
    """Where a release stands among papers."""
    days = frozenset(w.value.start for w in (spoken_on(release), release.imprint.issued) if w)
    return Place(release.imprint.kind.value, countries_of(release), days)


def is_held(shelf: Shelf, own: frozenset[str], paper: Paper, event: str | None) -> bool:
    """Whether a release of the record is the paper: of its kind, at its event or within a day of it.

    A release of the same day counts where it shares a country with the one that names the paper.
    """
    for kind in sorted(KINDS_OF_PAPER.get(paper.kind, ())):
        if event and shelf.get((kind, event)):
            return True
        for day in days_around(paper.when.value.start if paper.when else ""):
            if any(not own or not nations or own & nations for _, nations in shelf.get((kind, day), ())):
                return True
    return False


def days_around(day: str) -> tuple[str, ...]:
    """A day, the day before and the day after; () for what is no day."""
    try:
        middle = date.fromisoformat(day)
        return tuple((middle + timedelta(days=n)).isoformat() for n in (0, -1, 1))
    except (ValueError, OverflowError):
        return ()
