"""Open questions: what releases say of one thing and cannot all be true, each with both sentences.

Enters: a `Corpus`. Leaves: `Question`s; nothing is decided or merged here. Must not be known here: pages.

Each kind is one function in `ASKING`, or `ask_offices`. None compares everything with everything: events are
looked at one by one, numbered events within their series, offices within a person and a day.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from gazette.apparatus.holdings import (
    Holdings,
    Testimony,
    countries_of,
    from_last_to_next,
    look_up,
    once_per_corpus,
    sentence_of,
    spoken_on,
)
from gazette.apparatus.words import content_stems, stem
from gazette.authority import fold, standing_decisions
from gazette.corpus import contradict, office_id
from gazette.model import (
    Corpus,
    Decision,
    Event,
    Evidence,
    Office,
    OfficialFile,
    Reading,
    Release,
    Telling,
)
from gazette.remembering import Remembered
from gazette.vocabulary.events import ENCOUNTERS, FAMILIES

QuestionKind = Literal["datings", "places", "ordinals", "same-series", "offices", "event"]

KINDS: tuple[QuestionKind, ...] = ("datings", "ordinals", "same-series", "event", "places", "offices")
"""In this order they are put."""

ORDINAL_WORDS = frozenset(
    map(
        stem,
        (
            "level",
            "meeting",
            "talks",
            "consultation",
            "bilateral",
            "dialogue",
            "session",
            "annual",
            "regular",
        ),
    )
)
"""Words in the name of a series that two names of one series need not share."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that releases say differently."""

    kind: QuestionKind
    subject: str
    "Id of the event or official it is about; of two events the earlier."
    words: str
    "The question in one sentence."
    testimonies: tuple[Testimony, ...]
    "Two or more, in order of issue; `value` is what each says."
    events: tuple[str, ...] = ()
    "Ids of the events concerned."
    cure: str = ""
    "What an editor may write to settle it."
    day: str = ""
    "Of an office: the day for which it is asked."
    decision: Decision | None = None
    "What an editor answered: undecided, or something that rests on sentences which have changed."

    @property
    def about(self) -> tuple[str, ...]:
        """Of whom or what it is asked, as decisions.yml has it."""
        return self.events or (self.subject, self.day)


@once_per_corpus
@from_last_to_next
def open_questions(corpus: Corpus, remembered: Remembered) -> tuple[Question, ...]:
    """Every contradiction between releases, by kind, then subject; without those that an editor settled.

    What was left undecided stays, with the decision; so does what rests on sentences that have changed.
    """
    holdings = look_up(corpus)
    decided = standing_decisions(corpus.authority)
    releases, ids = corpus.releases, holdings.ids
    named = remembered.give_each("countries", countries_of, ids, releases)
    days = remembered.give_each("days", day_spoken, ids, releases)
    told = (corpus.officials, corpus.events, corpus.authority.events, ids, named, days)
    asked = remembered.give("asked", told, lambda: [q for ask in ASKING for q in ask(holdings)])
    found = []
    for question in asked:
        decision = decided.get((question.kind, frozenset(question.about)))
        if decision is None:
            found.append(question)
        elif decision.decision == "undecided" or is_outdated(
            decision, proofs_of(holdings, question.testimonies)
        ):
            found.append(replace(question, decision=decision))
    return tuple(sorted(found, key=lambda q: (KINDS.index(q.kind), q.subject, q.words)))


def proofs_of(holdings: Holdings, testimonies: Iterable[Testimony]) -> tuple[str, ...]:
    """The sentences of testimonies as a decision keeps them, sorted."""
    found = {proof_of(holdings.releases[t.release], t.evidence) for t in testimonies}
    return tuple(sorted(found))


def proof_of(release: Release, evidence: Evidence) -> str:
    """One sentence as a decision keeps it: the release and the digest of the words, spaces made one."""
    words = " ".join(sentence_of(release, evidence).quote.split())
    return f"{release.id}#{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:12]}"


def is_outdated(decision: Decision, proofs: Iterable[str]) -> bool:
    """Whether a decision rests on other sentences than those that put the question now."""
    return set(decision.rests_on) != set(proofs)


# --- one event, told differently -----------------------------------------------------------------


def ask_datings(holdings: Holdings) -> Iterator[Question]:
    """Two datings of one event that cannot both be true."""
    for event in holdings.corpus.events:
        if len(event.datings) < 2 or not contradict([when for when, _ in event.datings]):
            continue
        record = holdings.corpus.authority.events.get(event.id)
        if record and record.when:
            continue  # an editor has said which is right
        said = [
            Testimony(t.release, t.account.evidence, t.account.when.value.edtf, t.account.when.status)
            for t in event.tellings
            if t.account.when
        ]
        if len({t.release for t in said}) > 1:
            yield Question(
                "datings",
                event.id,
                f"When was it: {event.title}?",
                once_each(said),
                (event.id,),
                f"write `when:` for {event.id} in docs/authority/events.yml if one dating is right",
            )


def ask_places(holdings: Holdings) -> Iterator[Question]:
    """Two places of one event, neither of which holds the other."""
    for event in holdings.corpus.events:
        record = holdings.corpus.authority.events.get(event.id)
        if len(event.tellings) < 2 or (record and record.place):
            continue
        said = [
            Testimony(
                t.release,
                (t.account.place.evidence or (t.account.evidence,))[0],
                t.account.place.value,
                t.account.place.status,
            )
            for t in event.tellings
            if t.account.place and t.account.role == "principal" and t.account.place.status != "inferred"
        ]
        if len({t.release for t in said}) > 1 and places_clash([t.value for t in said]):
            yield Question(
                "places",
                event.id,
                f"Where was it: {event.title}?",
                once_each(said),
                (event.id,),
                f"write `place:` for {event.id} in docs/authority/events.yml",
            )


def places_clash(places: Sequence[str]) -> bool:
    """Whether two places cannot be one: "Tokyo, Japan" and "Phnom Penh"; not "Tokyo" and "Tokyo, Japan".

    A building and its town are no clash: they name different parts of one place.
    """
    parts = sorted({tuple(fold(p) for p in place.split(",") if p.strip()) for place in places})
    for n, one in enumerate(parts):
        for other in parts[n + 1 :]:
            named = [[c.strip() for c in p] for p in (one, other)]
            if set(named[0]) & set(named[1][:-1] or named[1]) or set(named[1]) & set(
                named[0][:-1] or named[0]
            ):
                continue
            if any(a in b or b in a for a in named[0] for b in named[1] if a != b):
                continue
            if len(named[0]) > 1 and len(named[1]) > 1:
                return True
    return False


# --- numbers of a series -------------------------------------------------------------------------


def ask_ordinals(holdings: Holdings) -> Iterator[Question]:
    """Numbered events of what looks like one series whose numbers do not rise with their dates.

    Within one name it is a clash of ordinals; under two names the question is whether they are one series.
    """
    by_series: dict[frozenset[str], list[Event]] = defaultdict(list)
    for event in holdings.corpus.events:
        if event.series and event.ordinal and event.when and "X" not in event.when.start:
            core = content_stems(event.series) - ORDINAL_WORDS
            if core:
                by_series[core].append(event)
    for events in by_series.values():
        events.sort(key=lambda e: (e.when.start if e.when else "", e.ordinal or 0, e.id))
        highest: list[Event] = []
        for event in events:
            clash = next(
                (e for e in highest if numbers_clash(e, event) and share_parties(holdings, e, event)), None
            )
            if clash is not None:
                yield ordinal_question(holdings, clash, event)
            highest.append(event)
            highest.sort(key=lambda e: -(e.ordinal or 0))
            del highest[RECALLED:]


RECALLED = 12
"""So many events with the highest numbers are kept in mind while a series is read."""


def numbers_clash(earlier: Event, later: Event) -> bool:
    """Whether the later event has no higher number though it is surely later."""
    if earlier.when is None or later.when is None or earlier.id == later.id:
        return False
    size = min(len(earlier.when.end), len(later.when.start))
    is_later = earlier.when.end[:size] < later.when.start[:size]
    return is_later and (later.ordinal or 0) <= (earlier.ordinal or 0)


def share_parties(holdings: Holdings, one: Event, other: Event) -> bool:
    """Whether two countries had a part in both, as far as the releases tell."""
    return len(parties(holdings, one) & parties(holdings, other)) >= 2


def parties(holdings: Holdings, event: Event) -> set[str]:
    """The countries of an event's participants; of its releases' people and issuers where it names none."""
    named = {c for p in event.participants if (c := holdings.country_of_official.get(p))}
    if len(named) > 1:
        return named
    found = set(named)
    for telling in event.tellings:
        found |= countries_of(holdings.releases[telling.release])
    return found


def ordinal_question(holdings: Holdings, earlier: Event, later: Event) -> Question:
    """The question that two numbered events put."""
    said = [numbered(telling, event) for event in (earlier, later) for telling in event.tellings]
    same = earlier.series == later.series or fold(earlier.series or "") == fold(later.series or "")
    words = (
        f"Number {later.ordinal} after number {earlier.ordinal}: {later.title}?"
        if same
        else f"Same series? {earlier.title} and, later, {later.title}"
    )
    return Question(
        "ordinals" if same else "same-series",
        earlier.id,
        words,
        once_each(said),
        (earlier.id, later.id),
        f"write `series:` and `ordinal:` for {earlier.id} and {later.id} in docs/authority/events.yml",
    )


def numbered(telling: Telling, event: Event) -> Testimony:
    """What one release says of an event's number."""
    account = telling.account
    stated = account.ordinal is not None
    return Testimony(telling.release, account.evidence, account.title, "stated" if stated else "inferred")


# --- one event or two ----------------------------------------------------------------------------


NEAR = 12
"""So many encounters of one kind and day are compared with one another."""


def ask_same_events(holdings: Holdings) -> Iterator[Question]:
    """Two encounters of one kind, of one day or the next, with people in common, told by different releases.

    On one day one person in common is enough to ask where the others may be the same too: where one account
    names nobody else, or all are of the same countries. On the next day it takes two.
    """
    by_day: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in holdings.corpus.events:
        if event.type in ENCOUNTERS and event.when and len(event.when.start) == 10 and event.participants:
            by_day[FAMILIES.get(event.type, event.type), event.when.start].append(event)
    for (kind, day), events in sorted(by_day.items()):
        here = events[:NEAR]
        after = by_day.get((kind, next_day(day)), [])[:NEAR]
        for n, one in enumerate(here):
            for other in here[n + 1 :]:
                if may_be_one(one, other) and same_company(holdings, one, other):
                    yield same_event_question(one, other)
            for other in after:
                if may_be_one(one, other) and len({*one.participants} & {*other.participants}) > 1:
                    yield same_event_question(one, other)


def next_day(day: str) -> str:
    """The day after; '' for what is no day."""
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return ""


def same_company(holdings: Holdings, one: Event, other: Event) -> bool:
    """Whether somebody is in both, and the others may be the same people.

    Near-miss: a minister who met two ministers of different countries on one day.
    """
    mine, theirs = set(one.participants), set(other.participants)
    if not mine & theirs:
        return False
    if mine <= theirs or theirs <= mine:
        return True
    countries = [{holdings.country_of_official.get(p) for p in people} for people in (mine, theirs)]
    return countries[0] == countries[1] and None not in countries[0]


def may_be_one(one: Event, other: Event) -> bool:
    """Whether nothing speaks against two events being one, and no release tells of both."""
    if one.established and other.established:
        return False
    if one.series and one.series == other.series and one.ordinal != other.ordinal:
        return False
    if {t.release for t in one.tellings} & {t.release for t in other.tellings}:
        return False
    return any(t.account.role == "principal" for t in (*one.tellings, *other.tellings))


def same_event_question(one: Event, other: Event) -> Question:
    """The question whether two events are one, with a sentence of each."""
    said = [
        Testimony(t.release, t.account.evidence, event.title, "stated")
        for event in (one, other)
        for t in event.tellings[:1]
    ]
    return Question(
        "event",
        one.id,
        f"One event or two? {one.title}; {other.title}",
        tuple(said),
        (one.id, other.id),
        "`gazette review` writes the answer into docs/authority/decisions.yml",
    )


# --- offices of one day --------------------------------------------------------------------------


def ask_offices(holdings: Holdings) -> Iterator[Question]:
    """Two releases of one day that give a person offices of which none agrees."""
    days = {release.id: day_spoken(release) for release in holdings.corpus.releases}
    for file in holdings.corpus.officials:
        if len(file.appearances) > 1:
            yield from ask_offices_of(file, days)


def day_spoken(release: Release) -> str:
    """The day for which a release speaks; '' where it tells none."""
    when = spoken_on(release)
    return when.value.start if when and len(when.value.start) == 10 else ""


def ask_offices_of(file: OfficialFile, days: Mapping[str, str]) -> Iterator[Question]:
    """The same of one person; `days` are those for which releases speak."""
    spoken = [days[id] for id, _ in file.appearances]
    several = {day for day, times in Counter(spoken).items() if day and times > 1}
    by_day: dict[str, list[tuple[str, tuple[Reading[Office], ...]]]] = defaultdict(list)
    for day, (id, appearance) in zip(spoken, file.appearances, strict=True) if several else ():
        held = tuple(o for o in appearance.offices if is_standing(o)) if day in several else ()
        if held:
            by_day[day].append((id, held))
    for day, told in sorted(by_day.items()):
        if clash := first_clash(told):
            yield Question(
                "offices",
                file.id,
                f"Which office did {file.name} hold on {day}?",
                once_each([office_testimony(release, held) for release, held in clash]),
                (),
                f"write `office` of {file.name} in docs/authority/corrections.yml",
                day,
            )


def is_standing(reading: Reading[Office]) -> bool:
    """Whether an office is held rather than played at one event: not "co-chair of the 3rd Consultation"."""
    return (
        reading.status == "stated"
        and reading.value.country is not None
        and not reading.value.title.startswith(PLAYED)
    )


PLAYED = (
    "co-chair",
    "chair of",
    "head of delegation",
    "head of the delegation",
    "host",
    "guest",
    "moderator",
    "member of",
)
"""Beginnings of what somebody is for one event only."""


Held = tuple[str, tuple[Reading[Office], ...]]
"""A release, and the offices that it gives to somebody."""


def first_clash(told: Sequence[Held]) -> tuple[Held, Held] | None:
    """The first release of a day and the first other one whose offices are all different."""
    for release, held in told[1:]:
        if release != told[0][0] and not any(alike(a.value, b.value) for a in told[0][1] for b in held):
            return told[0], (release, held)
    return None


def alike(a: Office, b: Office) -> bool:
    """Whether two offices may be one: by id, or because one title holds all words of the other."""
    if office_id(a) == office_id(b):
        return True
    one, other = content_stems(a.title), content_stems(b.title)
    return one <= other or other <= one


def office_testimony(release: str, held: tuple[Reading[Office], ...]) -> Testimony:
    """What a release says of somebody's office."""
    stated = next((o for o in held if o.evidence), None)
    if stated is None:
        raise ValueError(f"{release}: an office that is stated has evidence")
    return Testimony(
        release, stated.evidence[0], "; ".join(dict.fromkeys(o.value.title for o in held)), stated.status
    )


def once_each(said: Iterable[Testimony]) -> tuple[Testimony, ...]:
    """Testimonies without those that a release repeats with the same value."""
    kept: dict[tuple[str, str], Testimony] = {}
    for testimony in said:
        kept.setdefault((testimony.release, testimony.value), testimony)
    return tuple(kept.values())


ASKING: tuple[Callable[[Holdings], Iterator[Question]], ...] = (
    ask_datings,
    ask_ordinals,
    ask_same_events,
    ask_places,
    ask_offices,
)
"""Each asks of events, officials, the countries that releases name and the days of which they speak."""
