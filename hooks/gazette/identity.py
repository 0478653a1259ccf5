"""Who is the same person over the whole record.

Enters: releases, in each of which the people are told apart already. Leaves: the releases with one
id a person, and problems where a short form fits several people.
Established officials were found by the authority, release by release; what is left to do here is
with the provisional ones: the same name turned round, a short form that a fuller form elsewhere
explains, and two people of different countries who share a name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from gazette.authority import Rulings, fold, rulings, slug
from gazette.model import PROVISIONAL, Appearance, Authority, Office, Problem, Reading, Release
from gazette.people import plain_title
from gazette.remembering import Forgetful, Remembered


class Hint(NamedTuple):
    """What one release says of one of its officials that helps to tell who it is."""

    official: str
    country: str | None
    words: frozenset[str]
    "Folded words of the name."
    offices: frozenset[str]
    "Folded titles of the offices given."


@dataclass(slots=True)
class Sketch:
    """What the releases say of one id, gathered for comparing."""

    id: str
    words: frozenset[str]
    "Folded words of the fullest name."
    country: str | None
    offices: set[str] = field(default_factory=set)
    "Folded titles of the offices given."
    releases: list[str] = field(default_factory=list)


class Doubt(NamedTuple):
    """An official who may be any of several."""

    official: str
    release: str
    "The first that names the official."
    candidates: frozenset[str]


def unite_people(
    releases: Sequence[Release],
    authority: Authority,
    remembered: Remembered | None = None,
    ids: Sequence[str] | None = None,
) -> tuple[list[Release], list[Problem]]:
    """Give every person one id over all releases.

    `remembered` knows which got which ids the last time; `ids` of the releases, where they are at hand.
    """
    remembered = remembered or Forgetful()
    ids = ids_of(releases) if ids is None else ids
    apart = tell_apart(ids, releases, remembered)
    hints = remembered.give_each("hints", hints_of, ids, apart)
    decided = rulings(authority)
    same, doubts = remembered.give(
        "same people",
        (ids, hints, decided, authority.officials),
        lambda: find_same(
            sketch_people(zip(ids, hints, strict=True), authority), decided, authority.officials
        ),
    )
    new = remembered.give("new ids", (hints, same), lambda: [new_ids(of_one, same) for of_one in hints])
    united = [
        rename(release, of_one, authority, remembered) if of_one else release
        for release, of_one in zip(apart, new, strict=True)
    ]
    known = dict(zip(ids, apart, strict=True)) if doubts else {}
    return united, [ambiguous(doubt, known[doubt.release]) for doubt in doubts]


def ids_of(releases: Iterable[Release]) -> list[str]:
    """The ids of releases, which tell them from one another."""
    return [release.id for release in releases]


def new_ids(hints: Iterable[Hint], same: Mapping[str, str]) -> dict[str, str]:
    """Of the officials of a release those who get another id."""
    return {hint.official: same[hint.official] for hint in hints if hint.official in same}


def hints_of(release: Release) -> tuple[Hint, ...]:
    """What a release says of its officials, in the order in which they appear."""
    return tuple(
        Hint(
            a.official,
            a.country,
            frozenset(fold(a.name).split()),
            frozenset(fold(plain_title(reading.value.title)) for reading in a.offices),
        )
        for a in release.people.officials
    )


def tell_apart(ids: Sequence[str], releases: Sequence[Release], remembered: Remembered) -> Sequence[Release]:
    """Where two countries have an official of one name, add the country to the provisional id.

    `provisional-lee-david` of Singapore and of Australia are two people; as long as only one
    country has one, the id stays without.
    """
    placed = remembered.give_each("placed", provisional_of, ids, releases)
    homonyms = remembered.steady(
        "homonyms", remembered.give("homonyms", (placed,), lambda: find_homonyms(placed))
    )
    if not homonyms:
        return releases
    new = remembered.give_each("apart", told_apart, ids, placed, [homonyms] * len(ids))
    return [
        remembered.give(
            ("apart", release.id), (release, of_one), partial(with_ids, release, dict(of_one), {})
        )
        if of_one
        else release
        for release, of_one in zip(releases, new, strict=True)
    ]


def told_apart(placed: Iterable[tuple[str, str]], homonyms: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Of the officials of a release those who share an id with others, and one that tells them apart."""
    return tuple((id, f"{id}-{slug(country)}") for id, country in placed if id in homonyms)


def find_homonyms(placed: Iterable[Iterable[tuple[str, str]]]) -> frozenset[str]:
    """The provisional ids that releases give to people of several countries."""
    countries: dict[str, set[str]] = defaultdict(set)
    for several in placed:
        for official, country in several:
            countries[official].add(country)
    return frozenset(id for id, several in countries.items() if len(several) > 1)


def provisional_of(release: Release) -> tuple[tuple[str, str], ...]:
    """The officials of a release who are no established ones, each with the country, where that is known."""
    return tuple(
        (a.official, a.country)
        for a in release.people.officials
        if a.official.startswith(PROVISIONAL) and a.country
    )


def sketch_people(hints: Iterable[tuple[str, Sequence[Hint]]], authority: Authority) -> dict[str, Sketch]:
    """One sketch for each id that any release uses."""
    sketches: dict[str, Sketch] = {}
    for id, of_one in hints:
        for official, country, words, offices in of_one:
            sketch = sketches.get(official)
            if sketch is None:
                record = authority.officials.get(official)
                words = frozenset(fold(record.name).split()) if record else words
                sketch = sketches[official] = Sketch(official, words, country)
            elif len(words) > len(sketch.words) and official.startswith(PROVISIONAL):
                sketch.words = words
            sketch.offices |= offices
            sketch.releases.append(id)
    return sketches


def find_same(
    sketches: Mapping[str, Sketch], decided: Rulings, established: Collection[str] = ()
) -> tuple[dict[str, str], list[Doubt]]:
    """Which provisional ids mean somebody else's, and which may mean several.

    Where an editor decided so, else by the same words, or as a short form of a fuller name.
    """
    by_words: dict[frozenset[str], list[Sketch]] = defaultdict(list)
    by_word: dict[str, list[Sketch]] = defaultdict(list)
    for sketch in sketches.values():
        by_words[sketch.words].append(sketch)
        for word in sketch.words:
            by_word[word].append(sketch)

    def fuller_forms(sketch: Sketch) -> Sequence[Sketch]:
        near = min((by_word[word] for word in sketch.words), key=len) if sketch.offices else ()
        return [other for other in near if is_short_form(sketch, other)]

    def other_orders(sketch: Sketch) -> Sequence[Sketch]:
        near = by_words[sketch.words]
        return [other for other in near if turned_round(sketch, other)] if len(near) > 1 else ()

    unsure = sorted(
        (s for s in sketches.values() if s.id.startswith(PROVISIONAL) and s.words), key=lambda s: s.id
    )
    same = decided_same(sketches, decided, established)
    doubts: list[Doubt] = []
    for forms in (other_orders, fuller_forms):
        for sketch in unsure:
            found = () if sketch.id in same else forms(sketch)
            if not found:
                continue
            fuller = {
                last_of(other.id, same)
                for other in found
                if frozenset((sketch.id, other.id)) not in decided.apart_people
            } - {sketch.id}
            fuller = {id for id in fuller if frozenset((sketch.id, id)) not in decided.apart_people}
            if len(fuller) == 1:
                same[sketch.id] = fuller.pop()
            elif len(fuller) > 1:
                doubts.append(Doubt(sketch.id, sketch.releases[0], frozenset(fuller)))
    return {id: last_of(id, same) for id in same}, doubts


def decided_same(
    sketches: Mapping[str, Sketch], decided: Rulings, established: Collection[str]
) -> dict[str, str]:
    """What editors decided: a provisional id means the established one, else the one that sorts first."""
    same: dict[str, str] = {}
    for one, two in decided.same_people:
        kept, other = (two, one) if two in established and one not in established else (one, two)
        kept, other = last_of(kept, same), last_of(other, same)
        if other in established:
            kept, other = other, kept
        is_there = kept in established or kept in sketches
        if other != kept and other not in established and other in sketches and is_there:
            same[other] = kept
    return same


def one_country(a: Sketch, b: Sketch) -> bool:
    """Whether nothing says that the two are of different countries."""
    return not a.country or not b.country or a.country == b.country


def turned_round(sketch: Sketch, other: Sketch) -> bool:
    """Whether `other` has the same words in any order, and is the one to keep.

    An established official is kept before a provisional one, else the id that sorts first.
    """
    keep = not other.id.startswith(PROVISIONAL) or other.id < sketch.id
    return keep and other.words == sketch.words and one_country(sketch, other)


def is_short_form(sketch: Sketch, other: Sketch) -> bool:
    """Whether `other` has these words and more, and holds an office that `sketch` is given too."""
    return sketch.words < other.words and bool(other.offices & sketch.offices) and one_country(sketch, other)


def last_of(id: str, same: Mapping[str, str]) -> str:
    """Follow a chain of ids to its end."""
    seen = {id}
    while (nxt := same.get(id)) is not None and nxt not in seen:
        seen.add(nxt)
        id = nxt
    return id


def ambiguous(doubt: Doubt, release: Release) -> Problem:
    """A notice with the candidates and the line to write."""
    appearance = next(a for a in release.people.officials if a.official == doubt.official)
    evidence = appearance.mentions[0].evidence
    candidates = ", ".join(sorted(doubt.candidates))
    return Problem(
        release.raw.path,
        release.anatomy.blocks[evidence.block].line,
        "name-ambiguous",
        "notice",
        f"“{evidence.quote}” may be any of {candidates}",
        f"add “{appearance.name}” to the variants of the right one in docs/authority/officials.yml",
    )


def rename(release: Release, new: Mapping[str, str], authority: Authority, remembered: Remembered) -> Release:
    """The release with the ids, preferred names and standing that the whole record gives."""
    names = {id: authority.officials[id].name for id in new.values() if id in authority.officials}
    of = (release, tuple(new.items()), tuple(names.items()))
    return remembered.give(("united", release.id), of, partial(with_ids, release, new, names))


def with_ids(release: Release, new: Mapping[str, str], names: Mapping[str, str]) -> Release:
    """Write new ids into appearances and participants; two appearances that become one are joined."""
    together: dict[str, Appearance] = {}
    for a in release.people.officials:
        id = new.get(a.official, a.official)
        if id != a.official:
            a = replace(
                a,
                official=id,
                name=names.get(id, a.name),
                standing="established" if id in names else a.standing,
            )
        together[id] = join_appearances(together[id], a) if id in together else a
    events = tuple(
        replace(e, participants=tuple(dict.fromkeys(new.get(p, p) for p in e.participants)))
        for e in release.events
    )
    people = replace(release.people, officials=tuple(together.values()))
    return replace(release, people=people, events=events)


def join_appearances(one: Appearance, other: Appearance) -> Appearance:
    """Two appearances of one person in one release, as one."""
    mentions = sorted({*one.mentions, *other.mentions}, key=lambda m: (m.evidence.block, m.evidence.start))
    offices: list[Reading[Office]] = list(one.offices)
    given = Counter((r.value.title, r.value.body, r.value.country) for r in offices)
    offices += [r for r in other.offices if (r.value.title, r.value.body, r.value.country) not in given]
    fuller = max(one, other, key=lambda a: len(a.name))
    return replace(
        fuller, country=one.country or other.country, mentions=tuple(mentions), offices=tuple(offices)
    )
