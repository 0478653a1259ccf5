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
from itertools import chain
from operator import attrgetter
from unicodedata import normalize

from gazette.authority import rulings, slug
from gazette.identity import by_id, unite_people
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
    ordered = sorted(releases, key=lambda r: (issue_key(r), r.id))
    kept, clashes = keep_first_at_each_address(ordered)
    united, doubts = unite_people(kept, authority, remembered)
    events, strays = gather_events(united, authority, remembered)
    every = {
        *authority.problems,
        *problems,
        *clashes,
        *doubts,
        *strays,
        *redatings(events, united, authority),
    }
    every.update(doubtful_corrections(authority, united))
    every.update(p for release in united for p in release.problems)
    return Corpus(
        releases=tuple(united),
        officials=gather_officials(united, authority, remembered),
        offices=gather_offices(united, authority, remembered),
        events=events,
        authority=authority,
        problems=tuple(sorted(every, key=in_order)),
    )


def issue_key(release: Release) -> str:
    """Date of issue as a sort key; undated last."""
    return release.imprint.issued.value.start if release.imprint.issued else UNDATED


def keep_first_at_each_address(releases: Sequence[Release]) -> tuple[list[Release], list[Problem]]:
    """Two raw files may not share an address (`a.txt` beside `a.md`, `A.txt` beside `a.txt`).

    Letters that differ by case or by how an accent is encoded count as the same: on some disks they are. Nor
    may the page of one stand where another has a file (`a/raw.txt.txt` beside `a.txt`).
    """
    taken: dict[str, Release] = {}
    problems = []
    pages = {same_address(release.id): release.raw.path for release in releases}
    pages[""] = "the list of releases"
    for release in sorted(releases, key=lambda r: r.raw.path):
        address = same_address(release.id)
        if other := (taken[address].raw.path if address in taken else owner_of(address, pages)):
            problems.append(
                Problem(
                    release.raw.path,
                    0,
                    "address-taken",
                    "error",
                    f"its page would stand at /releases/{release.id}/, where {other} stands",
                    "give one of the two files another name",
                )
            )
        else:
            taken[address] = release
    kept = {release.raw.path for release in taken.values()}
    return [release for release in releases if release.raw.path in kept], problems


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


def gather_events(
    releases: Sequence[Release], authority: Authority, remembered: Remembered
) -> tuple[tuple[Event, ...], list[Problem]]:
    """Every event once, with every account of it, by date; undated last.

    An editor may have said in events.yml (`same_as`) that the account at an address tells of a known event.
    """
    decided = rulings(authority)
    claimed = {address: record.id for record in authority.events.values() for address in record.same_as}
    for one, two in decided.same_events:
        claimed |= {
            a: b for a, b in ((one, two), (two, one)) if b in authority.events and a not in authority.events
        }

    def event_of(account: Account, address: str) -> str | None:
        event = claimed.get(address, account.event)
        return None if event and frozenset((event, address)) in decided.apart_events else event

    used: dict[str, int] = defaultdict(int)
    names = remembered.give_each("names", by_id(releases), own_names)
    own = [own_addresses(of_one, used) for of_one in names]
    known = (
        tuple(map(event_of, release.events, of_one)) for release, of_one in zip(releases, own, strict=True)
    )
    told = ((r.id, (r, events)) for r, events in zip(releases, known, strict=True))
    tellings = [*chain.from_iterable(remembered.give_each("tellings", told, tellings_of))]
    addresses = [*chain.from_iterable(own)]
    places = {id(telling): place for place, telling in enumerate(tellings)}
    groups = []
    for group in group_tellings(tellings, authority, addresses, remembered):
        named = tuple(addresses[places[id(telling)]] for telling in group)
        groups.append((named, (group, named, record_of(group, authority))))
    events = remembered.give_each("events", groups, make_event)
    events.sort(key=lambda e: (e.when.start if e.when else UNDATED, e.id))
    return tuple(events), strays(authority, {*addresses, *authority.events})


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


def own_addresses(names: Iterable[str], used: dict[str, int]) -> list[str]:
    """Names as addresses: the second in a paragraph, or of `a-b/c` beside `a/b-c`, gets a number.

    `used` counts how often an address was asked for.
    """
    addresses = []
    for own in names:
        used[own] += 1
        addresses.append(own if used[own] == 1 else f"{own}-{used[own]}")
    return addresses


def tellings_of(told: tuple[Release, Sequence[str | None]]) -> tuple[Telling, ...]:
    """The accounts of a release, each with the established event that it is of."""
    release, events = told
    return tuple(
        Telling(release.id, account if event == account.event else replace(account, event=event))
        for account, event in zip(release.events, events, strict=True)
    )


def record_of(group: Sequence[Telling], authority: Authority) -> EventRecord | None:
    """What editors wrote of the event of a group of tellings."""
    known = (authority.events.get(telling.account.event or "") for telling in group)
    return next(filter(None, known), None)


def make_event(accounts: tuple[Sequence[Telling], Sequence[str], EventRecord | None]) -> Event:
    """One event out of the accounts of it, which stand in the order of issue, their addresses, its record."""
    group, addresses, record = accounts
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
    known = dict(by_id(releases))
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
    releases: Sequence[Release], authority: Authority, remembered: Remembered
) -> tuple[OfficialFile, ...]:
    """Every official who appears, with the appearances in the order of issue; by country, then sort name."""
    seen: dict[str, list[tuple[str, Appearance]]] = defaultdict(list)
    for of_one in remembered.give_each("appearances", by_id(releases), appearances_in):
        for official, appearance in of_one:
            seen[official].append(appearance)
    found = ((id, (id, tuple(several), authority.officials.get(id))) for id, several in seen.items())
    files = remembered.give_each("officials", found, official_file)
    return tuple(sorted(files, key=lambda f: (f.country or "~", sort_name(f).casefold(), f.id)))


def appearances_in(release: Release) -> tuple[tuple[str, tuple[str, Appearance]], ...]:
    """By official: what a file has of a release."""
    return tuple((a.official, (release.id, a)) for a in release.people.officials)


def official_file(
    found: tuple[str, tuple[tuple[str, Appearance], ...], OfficialRecord | None],
) -> OfficialFile:
    """One official out of the id, all appearances and what editors wrote."""
    id, appearances, record = found
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
    releases: Sequence[Release], authority: Authority, remembered: Remembered
) -> tuple[OfficeFile, ...]:
    """Every office that a release gives to somebody, with its attestations in the order of issue."""
    seen: dict[str, list[tuple[str, str, Reading[Office]]]] = defaultdict(list)
    for of_one in remembered.give_each("attestations", by_id(releases), attestations_in):
        for office, attestation in of_one:
            seen[office].append(attestation)
    found = []
    for id, several in seen.items():
        record = authority.offices.get(id)
        body = authority.bodies.get(record.body or "") if record else None
        found.append((id, (id, tuple(several), record, body)))
    files = remembered.give_each("offices", found, office_file)
    return tuple(sorted(files, key=lambda f: (f.country or "~", f.title.casefold(), f.id)))


def attestations_in(release: Release) -> tuple[tuple[str, tuple[str, str, Reading[Office]]], ...]:
    """By office: what a file has of a release; not the head of a delegation, the co-chair of one meeting."""
    return tuple(
        (office_id(reading.value), (release.id, appearance.official, reading))
        for appearance in release.people.officials
        for reading in appearance.offices
        if not reading.rule.startswith(CAPACITY)
    )


def office_file(
    found: tuple[str, tuple[tuple[str, str, Reading[Office]], ...], OfficeRecord | None, BodyRecord | None],
) -> OfficeFile:
    """One office out of the id, all attestations and what editors wrote of it and its body."""
    id, attestations, record, body = found
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
