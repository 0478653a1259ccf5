"""All releases together: order, the same person, the same event, offices over time.

Enters: releases, each normalised on its own, and the authority. Leaves: a `Corpus`.
The order in which releases come in does not matter. No text is read here: people are joined by
`identity`, accounts of one event by `sameness`, and everything else is gathered and sorted.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import lru_cache
from itertools import chain, groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple
from unicodedata import normalize

from gazette.authority import rulings, slug, without_lines
from gazette.identity import ids_of, unite_people
from gazette.model import (
    PROVISIONAL,
    Account,
    Appearance,
    Authority,
    BodyRecord,
    Corpus,
    Event,
    EventRecord,
    Office,
    OfficeFile,
    OfficeRecord,
    OfficialFile,
    OfficialRecord,
    Problem,
    Reading,
    Release,
    Telling,
    When,
)
from gazette.people import CAPACITY, plain_title
from gazette.remembering import Forgetful, Remembered
from gazette.sameness import group_tellings
from gazette.statements import CORRECTIONS

BESIDE = frozenset(
    {
        "card.png",
        "index.html",
        "raw.txt",
        "received.docx",
        "received.html.txt",
        "received.pdf",
        "release.bib",
        "release.csl.json",
        "release.md",
        "release.ris",
    }
)
"""Files beside the page of a release: no other release can have its folder there."""

in_order = attrgetter(*(field.name for field in fields(Problem)))
"""Sorts problems as they sort themselves, in a fifth of the time."""

UNDATED = "9999"
"""Sorts after every date."""


def gather(
    releases: Iterable[Release],
    authority: Authority,
    problems: Iterable[Problem] = (),
    remembered: Remembered | None = None,
) -> Corpus:
    """Put all releases together; `problems` are those of reading the disk, the releases bring their own.

    `remembered` knows what was put together of the same values the last time, so that it is the same again.
    """
    remembered = remembered or Forgetful()
    remembered.begin(None)
    ordered = in_order_of_issue(list(releases), remembered)
    kept, clashes = keep_first_at_each_address(ordered, remembered)
    ids = ids_of(kept)
    united, doubts = unite_people(kept, authority, remembered, ids)
    events, strays = gather_events(ids, united, authority, remembered)
    beside = (
        *authority.problems,
        *problems,
        *clashes,
        *doubts,
        *strays,
        *redatings(events, united, authority),
        *doubtful_corrections(authority, united),
    )
    own = remembered.give_each("problems", sorted_problems, ids, [release.problems for release in united])
    return Corpus(
        releases=tuple(united),
        officials=gather_officials(ids, united, authority, remembered),
        offices=gather_offices(ids, united, authority, remembered),
        events=events,
        authority=authority,
        problems=remembered.give(
            "problems",
            (beside, own),
            lambda: merged(sorted_problems(beside), own),
        ),
    )


Sortable = tuple[tuple[object, ...], Problem]
"""A problem, after what sorts it."""


def sorted_problems(problems: Iterable[Problem]) -> list[Sortable]:
    """Problems in order."""
    return sorted(((in_order(problem), problem) for problem in problems), key=itemgetter(0))


def merged(beside: Iterable[Sortable], each: Iterable[Iterable[Sortable]]) -> tuple[Problem, ...]:
    """All problems in order, each once."""
    every = sorted((*beside, *chain.from_iterable(each)), key=itemgetter(0))
    return tuple(next(alike)[1] for _, alike in groupby(every, key=itemgetter(0)))


def in_order_of_issue(releases: Sequence[Release], remembered: Remembered) -> list[Release]:
    """Releases by date of issue, then id."""
    ids = ids_of(releases)
    issued = remembered.give_each("issued", issue_key, [r.raw.path for r in releases], releases)
    order = remembered.give(
        "order of issue", (ids, issued), lambda: sorted(range(len(ids)), key=lambda at: (issued[at], ids[at]))
    )
    return [releases[at] for at in order]


def issue_key(release: Release) -> str:
    """Date of issue as a sort key; undated last."""
    return release.imprint.issued.value.start if release.imprint.issued else UNDATED


def keep_first_at_each_address(
    releases: Sequence[Release], remembered: Remembered
) -> tuple[Sequence[Release], Sequence[Problem]]:
    """The releases that get the page at their address, and a problem for each other one."""
    ids, paths = ids_of(releases), [release.raw.path for release in releases]
    clashes = remembered.give("clashes", (ids, paths), lambda: find_clashes(ids, paths))
    if not clashes:
        return releases, ()
    lost = {problem.path for problem in clashes}
    return [release for release in releases if release.raw.path not in lost], clashes


def find_clashes(ids: Sequence[str], paths: Sequence[str]) -> tuple[Problem, ...]:
    """Two raw files may not share an address (`a.txt` beside `a.md`, `A.txt` beside `a.txt`).

    Letters that differ by case or by how an accent is encoded count as the same: on some disks they are. Nor
    may the page of one stand where another has a file (`a/raw.txt.txt` beside `a.txt`).
    """
    taken: dict[str, str] = {}
    problems = []
    pages = {same_address(id): path for id, path in zip(ids, paths, strict=True)}
    pages[""] = "the list of releases"
    for path, id in sorted(zip(paths, ids, strict=True)):
        address = same_address(id)
        if other := (taken[address] if address in taken else owner_of(address, pages)):
            problems.append(
                Problem(
                    path,
                    0,
                    "address-taken",
                    "error",
                    f"its page would stand at /releases/{id}/, where {other} stands",
                    "give one of the two files another name",
                )
            )
        else:
            taken[address] = path
    return tuple(problems)


@lru_cache(maxsize=1 << 16)
def same_address(id: str) -> str:
    """What two addresses have in common where a disk takes them for one.

    >>> same_address("a/Résumé") == same_address("a/re\u0301sume\u0301")
    True
    """
    return normalize("NFC", normalize("NFC", id).casefold())


def owner_of(address: str, pages: Mapping[str, str]) -> str:
    """The raw file whose page has a file where another page would have its folder; '' where none has.

    >>> owner_of("a/raw.txt", {"a": "seeds/a.txt"}), owner_of("b/raw.txt", {"a": "seeds/a.txt"})
    ('seeds/a.txt', '')
    """
    parts = address.split("/")
    if BESIDE.isdisjoint(parts):
        return ""
    places = (("/".join(parts[:at]), name) for at, name in enumerate(parts))
    return next((pages[above] for above, name in places if above in pages and name in BESIDE), "")


def doubtful_corrections(authority: Authority, releases: Sequence[Release]) -> Iterator[Problem]:
    """Corrections of a release that is not there; of a published one, those without date or note."""
    if not authority.corrections:
        return
    paths = {release.id: release.raw.path.removeprefix("seeds/") for release in releases}
    published = {line.partition("  ")[2] for edition in authority.editions for line in edition.received}
    for c in authority.corrections:
        if c.release not in paths:
            near = difflib.get_close_matches(c.release, sorted(paths), 1)
            cure = f"release: {near[0]}" if near else "write the path of its raw file below seeds/, no ending"
            message = f"{c.release!r} is no release of this record; the line has no effect"
            yield Problem(CORRECTIONS, c.line, "correction-unmet", "warning", message, cure)
        elif paths[c.release] in published and not (c.date and c.note):
            lacking = " and ".join(w for w, is_there in (("date", c.date), ("note", c.note)) if not is_there)
            message = f"{c.field} of {c.release} was published in an edition; the correction has no {lacking}"
            cure = "\n".join(
                w for w, is_there in (("date: 2026-11-26", c.date), ('note: "…"', c.note)) if not is_there
            )
            yield Problem(CORRECTIONS, c.line, "correction-unexplained", "warning", message, cure)


# --- events --------------------------------------------------------------------------------------


class Claims(NamedTuple):
    """What editors said of which account tells of which event."""

    claimed: Mapping[str, str]
    "By address of the account: the event that it tells of."
    apart: Collection[frozenset[str]]
    "Pairs of an event and an address that have nothing to do with one another."


def claims_of(authority: Authority) -> Claims:
    """What editors said in events.yml (`same_as`) and in their decisions."""
    decided = rulings(authority)
    claimed = {address: record.id for record in authority.events.values() for address in record.same_as}
    for one, two in decided.same_events:
        claimed |= {
            a: b for a, b in ((one, two), (two, one)) if b in authority.events and a not in authority.events
        }
    return Claims(claimed, decided.apart_events)


def gather_events(
    ids: Sequence[str], releases: Sequence[Release], authority: Authority, remembered: Remembered
) -> tuple[tuple[Event, ...], list[Problem]]:
    """Every event once, with every account of it, by date; undated last."""
    said = (authority.events, rulings(authority))
    claims = remembered.give("claims", said, lambda: claims_of(authority))
    names = remembered.give_each("names", own_names, ids, releases)
    own = remembered.give("own addresses", (names,), lambda: all_addresses(names))
    told = remembered.give_each("tellings", tellings_of, ids, releases, own, [claims] * len(ids))
    groups = remembered.give(
        "groups", (told, own, *said), lambda: group_accounts(told, own, authority, remembered)
    )
    addresses = [named for named, _ in groups]
    records = [record_of(group, authority) for _, group in groups]
    made = remembered.give_each("events", make_event, addresses, [g for _, g in groups], addresses, records)
    events = remembered.give(
        "events in order",
        (made,),
        lambda: tuple(sorted(made, key=lambda e: (e.when.start if e.when else UNDATED, e.id))),
    )
    known = {*chain.from_iterable(own), *authority.events} if claims.claimed else ()
    return events, strays(authority, known)


Addressed = tuple[tuple[str, ...], tuple[Telling, ...]]
"""The accounts of one event, and the address of each."""


def group_accounts(
    told: Sequence[Sequence[Telling]],
    own: Sequence[Sequence[str]],
    authority: Authority,
    remembered: Remembered,
) -> list[Addressed]:
    """All accounts by event."""
    tellings = [*chain.from_iterable(told)]
    addresses = [*chain.from_iterable(own)]
    places = {id(telling): place for place, telling in enumerate(tellings)}
    return [
        (tuple(addresses[places[id(telling)]] for telling in group), group)
        for group in group_tellings(tellings, authority, addresses, remembered)
    ]


def strays(authority: Authority, known: Collection[str]) -> list[Problem]:
    """A notice for each `same_as` in events.yml that leads nowhere."""
    return [
        Problem(
            "docs/authority/events.yml",
            record.line,
            "event-address-unknown",
            "notice",
            f"{record.id}: same_as names {address}, which is neither a record nor the address of an account",
            "correct the address, or take it out",
        )
        for record in authority.events.values()
        for address in record.same_as
        if address not in known
    ]


def own_names(release: Release) -> tuple[str, ...]:
    """The address that each account of a release would have if no other told of its event, nor had it.

    It comes from the seed's path and the paragraph, never from what was read there: the first
    principal event has the release's own name, any other adds its paragraph.
    """
    base = release.id.replace("/", "-")
    names = []
    for place, account in enumerate(release.events):
        paragraph = release.anatomy.blocks[account.evidence.block].paragraph
        names.append(base if place == 0 and account.role == "principal" else f"{base}-p{paragraph or 0}")
    return tuple(names)


def all_addresses(names: Iterable[Iterable[str]]) -> list[list[str]]:
    """The addresses of the accounts of each release."""
    used: dict[str, int] = defaultdict(int)
    return [own_addresses(of_one, used) for of_one in names]


def own_addresses(names: Iterable[str], used: dict[str, int]) -> list[str]:
    """Names as addresses: the second in a paragraph, or of `a-b/c` beside `a/b-c`, gets a number.

    `used` counts how often an address was asked for.
    """
    addresses = []
    for own in names:
        used[own] += 1
        addresses.append(own if used[own] == 1 else f"{own}-{used[own]}")
    return addresses


def tellings_of(release: Release, addresses: Sequence[str], claims: Claims) -> tuple[Telling, ...]:
    """The accounts of a release, each with the established event that it is of."""
    told = []
    for account, address in zip(release.events, addresses, strict=True):
        event = claims.claimed.get(address, account.event)
        if event and frozenset((event, address)) in claims.apart:
            event = None
        told.append(Telling(release.id, account if event == account.event else replace(account, event=event)))
    return tuple(told)


def record_of(group: Sequence[Telling], authority: Authority) -> EventRecord | None:
    """What editors wrote of the event of a group of tellings."""
    known = (authority.events.get(telling.account.event or "") for telling in group)
    return next(filter(None, known), None)


def make_event(group: Sequence[Telling], addresses: Sequence[str], record: EventRecord | None) -> Event:
    """One event out of the accounts of it, which stand in the order of issue, their addresses, its record."""
    best = min(zip(group, addresses, strict=True), key=lambda pair: preference(pair[0].account))
    account = best[0].account
    dated = [t for t in group if t.account.when is not None]
    when = choose_dating(dated)
    if record and record.when:
        start, _, end = record.when.partition("/")
        when = When(start, end or start)
    datings: dict[When, list[str]] = defaultdict(list)
    for telling in dated:
        if telling.account.when and telling.release not in datings[telling.account.when.value]:
            datings[telling.account.when.value].append(telling.release)
    places = [t.account.place for t in group if t.account.place]
    places.sort(key=lambda place: place.status != "editor")
    return Event(
        id=record.id if record else best[1],
        type=(record.type if record and record.type else None) or account.type,
        title=record.title if record else account.title,
        when=when,
        place=(record.place if record and record.place else None) or (places[0].value if places else None),
        participants=tuple(
            dict.fromkeys(
                [p for t in group for p in t.account.participants]
                + list(record.participants if record else ())
            )
        ),
        tellings=tuple(group),
        datings=tuple((w, tuple(ids)) for w, ids in sorted(datings.items())),
        established=record is not None,
        series=record.series if record and record.series else account.series,
        ordinal=record.ordinal if record and record.ordinal else account.ordinal,
    )


def preference(account: Account) -> tuple[bool, bool, int]:
    """Sort key of the account that names an event: principal, dated, with most participants."""
    return account.role != "principal", account.when is None, -len(account.participants)


def choose_dating(dated: Sequence[Telling]) -> When | None:
    """The best dating: an editor's, then of principal accounts, the more precise, the later issued."""
    best: tuple[tuple[bool, bool, int, int], When] | None = None
    for place, telling in enumerate(dated):
        reading = telling.account.when
        if reading is None:
            continue
        precision = len(reading.value.start) if "X" not in reading.value.start else 0
        key = (reading.status == "editor", telling.account.role == "principal", precision, place)
        if best is None or key > best[0]:
            best = (key, reading.value)
    return best[1] if best else None


def redatings(events: Sequence[Event], releases: Sequence[Release], authority: Authority) -> list[Problem]:
    """A notice for each event that releases date differently, each pointing at the sentences."""
    known = {release.id: release for release in releases}
    problems = []
    for event in events:
        if len(event.datings) < 2 or not contradict([when for when, _ in event.datings]):
            continue
        if event.established and authority.events[event.id].when:
            continue  # an editor has said which is right; the page shows both
        said = "; ".join(f"{when.edtf} in {', '.join(ids)}" for when, ids in event.datings)
        telling = event.tellings[-1]
        release = known[telling.release]
        problems.append(
            Problem(
                release.raw.path,
                release.anatomy.blocks[telling.account.evidence.block].line,
                "event-redated",
                "notice",
                f"{event.title}: dated {said}",
                f"if one is right, write `when:` for {event.id} in docs/authority/events.yml",
            )
        )
    return problems


def contradict(whens: Sequence[When]) -> bool:
    """Whether datings cannot all be true: 2020 against 2021-11-25; but 2021 against 2021-11-25 can."""
    exact = [w for w in whens if "X" not in w.start]
    return any(
        not (a.start.startswith(b.start) or b.start.startswith(a.start)) and not overlap(a, b)
        for i, a in enumerate(exact)
        for b in exact[i + 1 :]
    )


def overlap(a: When, b: When) -> bool:
    """Whether two datings share a day, as far as their precision tells."""
    return a.start <= b.end and b.start <= a.end


# --- people and offices --------------------------------------------------------------------------


def gather_officials(
    ids: Sequence[str], releases: Sequence[Release], authority: Authority, remembered: Remembered
) -> tuple[OfficialFile, ...]:
    """Every official who appears, with the appearances in the order of issue; by country, then sort name."""
    each = remembered.give_each("appearances", appearances_in, ids, releases)
    seen = remembered.group("appearances", each)
    named, known = list(seen), without_lines(authority).officials
    records = [known.get(id) for id in seen]
    files = remembered.give_each("officials", official_file, named, named, list(seen.values()), records)
    return remembered.give(
        "officials in order",
        (files,),
        lambda: tuple(sorted(files, key=lambda f: (f.country or "~", sort_name(f).casefold(), f.id))),
    )


def appearances_in(release: Release) -> tuple[tuple[str, tuple[str, Appearance]], ...]:
    """By official: what a file has of a release."""
    return tuple((a.official, (release.id, a)) for a in release.people.officials)


def official_file(
    id: str, appearances: tuple[tuple[str, Appearance], ...], record: OfficialRecord | None
) -> OfficialFile:
    """One official out of the id, all appearances and what editors wrote."""
    names = dict.fromkeys(m.name for _, a in appearances for m in a.mentions if m.name)
    return OfficialFile(
        id=id,
        name=record.name if record else appearances[0][1].name,
        country=record.country if record else next((a.country for _, a in appearances if a.country), None),
        standing="established" if record else "provisional",
        variants=tuple(names),
        appearances=appearances,
        record=record,
    )


def sort_name(file: OfficialFile) -> str:
    """Name under which an official is filed: the editor's, else the preferred name."""
    return file.record.sort_name if file.record and file.record.sort_name else file.name


def gather_offices(
    ids: Sequence[str], releases: Sequence[Release], authority: Authority, remembered: Remembered
) -> tuple[OfficeFile, ...]:
    """Every office that a release gives to somebody, with its attestations in the order of issue."""
    each = remembered.give_each("attestations", attestations_in, ids, releases)
    seen = remembered.group("attestations", each)
    named, known = list(seen), without_lines(authority)
    records = [known.offices.get(id) for id in seen]
    bodies = [known.bodies.get(record.body or "") if record else None for record in records]
    files = remembered.give_each("offices", office_file, named, named, list(seen.values()), records, bodies)
    return remembered.give(
        "offices in order",
        (files,),
        lambda: tuple(sorted(files, key=lambda f: (f.country or "~", f.title.casefold(), f.id))),
    )


def attestations_in(release: Release) -> tuple[tuple[str, tuple[str, str, Reading[Office]]], ...]:
    """By office: what a file has of a release; not the head of a delegation, the co-chair of one meeting."""
    return tuple(
        (office_id(reading.value), (release.id, appearance.official, reading))
        for appearance in release.people.officials
        for reading in appearance.offices
        if not reading.rule.startswith(CAPACITY)
    )


def office_file(
    id: str,
    attestations: tuple[tuple[str, str, Reading[Office]], ...],
    record: OfficeRecord | None,
    body: BodyRecord | None,
) -> OfficeFile:
    """One office out of the id, all attestations and what editors wrote of it and its body."""
    first = attestations[0][2].value
    return OfficeFile(
        id=id,
        title=record.title if record else plain_title(first.title),
        body=body.name if body else first.body,
        country=record.country if record else first.country,
        attestations=attestations,
        record=record,
    )


def office_id(office: Office) -> str:
    """Address of an office: the editor's id, else its words as a slug, marked provisional.

    `Prime Minister of the Kingdom of Cambodia` and `Cambodian Prime Minister` are one office of Cambodia.
    """
    if office.id:
        return office.id
    words = " ".join(filter(None, (plain_title(office.title), office.body, office.country)))
    return f"{PROVISIONAL}{slug(words)}"
