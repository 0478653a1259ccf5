"""The wanted list: what the releases of the record mention and the record lacks.

Enters: a `Corpus`. Leaves: `Wanted`s, each with the sentences that speak of it: encounters of the past that
are only referred to, and papers that were issued or signed and are not themselves among the releases. Must
not be known here: pages. What is only planned, hoped for or drafted is not wanted yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from gazette.apparatus.gleanings import gleanings
from gazette.apparatus.holdings import (
    Holdings,
    Testimony,
    from_last_to_next,
    look_up,
    once_per_corpus,
    published_on,
    spoken_on,
)
from gazette.apparatus.papers import Paper
from gazette.authority import fold
from gazette.identity import by_id
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
    holdings = look_up(corpus)
    found = [*wanted_events(holdings), *wanted_papers(holdings, lay_out_papers(holdings, remembered))]
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
        issued = published_on(holdings.releases[telling.release])
        if telling.account.planned or issued is None:
            continue
        size = min(len(event.when.end), len(issued.value.start))
        if event.when.end[:size] <= issued.value.start[:size]:
            return True
    return False


# --- papers --------------------------------------------------------------------------------------


def wanted_papers(holdings: Holdings, shelf: Shelf) -> Iterator[Wanted]:
    """Papers that were issued or signed and are not releases of the record, each once."""
    gleaned = gleanings(holdings.corpus)
    groups: dict[tuple[str, str], list[tuple[Release, Paper, str | None]]] = defaultdict(list)
    for release in holdings.corpus.releases:
        main = holdings.main_events.get(release.id)
        for paper in gleaned[release.id].papers:
            event = main if paper.is_own else None
            if is_held(shelf, release, paper, event):
                continue
            groups[(paper.kind, same_paper(paper, event))].append((release, paper, event))
    for (kind, _), found in groups.items():
        _, first, event = found[0]
        titles = [p.evidence.quote for _, p, _ in found]
        mentions = {
            (release.id, paper.sentence.block, paper.sentence.start): Testimony(
                release.id, paper.sentence, paper.evidence.quote, "stated"
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


def lay_out_papers(holdings: Holdings, remembered: Remembered) -> Shelf:
    """The releases of the record by kind and day, and by kind and event."""
    shelf: Shelf = defaultdict(list)
    releases = holdings.corpus.releases
    places = remembered.give_each("shelf", by_id(releases), place_of)
    for release, (kind, nations, days) in zip(releases, places, strict=True):
        for day in days:
            shelf[(kind, day)].append((release.id, nations))
        event = holdings.main_events.get(release.id)
        if event:
            shelf[(kind, event)].append((release.id, nations))
    return shelf


def place_of(release: Release) -> tuple[str, frozenset[str], frozenset[str]]:
    """Where a release stands among papers: its kind, countries and days."""
    days = frozenset(w.value.start for w in (spoken_on(release), release.imprint.issued) if w)
    return release.imprint.kind.value, countries_of(release), days


def countries_of(release: Release) -> frozenset[str]:
    """The countries of a release's officials and issuing body."""
    issuer = release.imprint.issuer
    named = {a.country for a in release.people.officials if a.country}
    if issuer and issuer.value.country:
        named.add(issuer.value.country)
    return frozenset(named)


def is_held(shelf: Shelf, release: Release, paper: Paper, event: str | None) -> bool:
    """Whether a release of the record is the paper: of its kind, at its event or within a day of it.

    A release of the same day counts where the two share a country.
    """
    own = countries_of(release)
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
