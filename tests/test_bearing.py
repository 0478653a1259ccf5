"""A release on which a change of the authority does not bear reads the same after it."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

import gazette.people.reading as people_reading
import gazette.people.record as people_record
from gazette.authority import BY_RECORD, fold, name_key
from gazette.bearing import Bearing, bearing, is_word
from gazette.model import Authority, Decision, EventRecord, OfficialRecord, RawRelease, Release, TopicRecord
from gazette.normalise import normalise
from gazette.seeds import read_raw
from support import ROOT, SEEDS, SHARED, authority, normalise_text, read_text
from synthetic.corpus import compose

CHANGES = int(os.environ.get("GAZETTE_CHANGES", "4"))
"""Of each part of the authority, twice as many changes; for a long run GAZETTE_CHANGES says how many."""


@cache
def known() -> Authority:
    """The authority of the record, with people of whom the synthetic releases speak."""
    found: Authority = authority()
    people: dict[str, OfficialRecord] = {}
    for release in map(lambda raw: normalise(raw, found), synthetic()):
        for one in release.people.officials[:2]:
            if one.standing == "provisional":
                id = one.official.removeprefix("provisional-")
                people[id] = OfficialRecord(id, one.name, one.country, surname=one.name.split()[-1])
    return replace(found, officials={**found.officials, **people})


@cache
def synthetic() -> tuple[RawRelease, ...]:
    return tuple(read_raw(one.path, one.content) for one in compose(30, 7))


@cache
def releases() -> tuple[Release, ...]:
    """The seeds, the development set where it is, and synthetic ones, read by what is known."""
    paths = [*SEEDS, *sorted(SHARED.glob("devset/raw/*.txt"))]
    raws = [read_raw(f"seeds/{path.parent.name}/{path.name}", path.read_bytes()) for path in paths]
    return tuple(normalise(raw, known()) for raw in (*raws, *synthetic()))


def changes(part: str) -> Iterator[Authority]:
    """What is known but for one record of a part: without it, or with other words in it."""
    chance = random.Random(part)
    records = getattr(known(), part)
    for id in chance.sample(sorted(records), min(CHANGES, len(records))):
        rest = {other: record for other, record in records.items() if other != id}
        yield replace(known(), **{part: rest})
        yield replace(known(), **{part: {**records, id: altered(records[id], chance)}})


def altered(record: Any, chance: random.Random) -> Any:
    """The same record with other words by which releases are read."""
    other = chance.choice(releases())
    words = [
        word
        for block in other.anatomy.blocks
        for word in block.text.split()
        if word.isalpha() and len(word) > 7
    ]
    word = chance.choice(words or ["harbour"])
    if isinstance(record, OfficialRecord):
        named = [one.name for one in other.people.officials] or [word]
        return replace(record, variants=(*record.variants, chance.choice(named)), surname=word)
    if isinstance(record, TopicRecord):
        return replace(
            record, cues=(*record.cues[1:], word), near_misses=(*record.near_misses, f"{word} hall")
        )
    if isinstance(record, EventRecord):
        titles = [account.title for account in other.events] or [word]
        return replace(record, title=chance.choice(titles), when=None)
    if hasattr(record, "wordings"):
        return replace(record, wordings=(*record.wordings[1:], word))
    titles = [r.value.title for one in other.people.officials for r in one.offices] or [word]
    return replace(record, variants=(*record.variants, chance.choice(titles)), country=None)


@pytest.mark.parametrize("part", BY_RECORD)
def test_what_is_not_borne_on_reads_the_same(part: str) -> None:
    left, other = 0, 0
    for after in changes(part):
        change = bearing(known(), after)
        assert change is not None
        for release in releases():
            if change.bears_on(release, after):
                other += normalise(release.raw, after) != release
            else:
                left += 1
                assert normalise(release.raw, after) == release, release.id
    assert left > 3 * len(releases()), "most changes bear on few releases"
    assert other, "some of the changes are read"


def test_every_name_that_is_asked_for_is_found_among_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noting(find: Callable[..., Any]) -> Callable[..., Any]:
        def find_and_note(authority: Authority, name: str, *rest: Any, **more: Any) -> Any:
            asked.append(name)
            return find(authority, name, *rest, **more)

        return find_and_note

    monkeypatch.setattr(people_reading, "find_official", noting(people_reading.find_official))
    total = 0
    for release in (*releases(), torn()):
        asked.clear()
        normalise(release.raw, known())
        text = fold("\n".join(block.text for block in release.anatomy.blocks))
        words = {word for name in asked for word in re.findall(r"[^\W_]+", name_key(name))}
        missing = [word for word in words if not is_word(word, text)]
        assert not missing, release.id
        total += len(asked)
    assert total > 100


def torn() -> Release:
    """Names with a hyphen that the end of a line put into them, with apostrophes and with marks."""
    return normalise_text(
        "Talks in Strelsau\n\nOn 4 May 2022, Minister Jean-Pierre PHOMVI-HANE met Ambassador Mu’izzaddin "
        "O'Brien's\nsuccessor, H.E. Mr. Nguyễn Phú Trọng. Minister Phomvihane thanked President Tô Lâm.\n",
        known(),
    )


def test_every_title_that_is_asked_for_stands_in_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    find = people_record.find_office
    monkeypatch.setattr(
        people_record,
        "find_office",
        lambda known, title, *rest: asked.append(title) or find(known, title, *rest),
    )
    for release in releases():
        asked.clear()
        normalise(release.raw, known())
        for title in asked:
            change = Bearing((), frozenset(), frozenset([fold(title)]), (), None)
            assert change.bears_on(release, known()), (release.id, title)


def test_some_changes_bear_on_every_release_and_some_on_none() -> None:
    one = known()
    release = releases()[0]
    official = next(iter(one.officials.values()))
    for after in (
        replace(one, bodies={}),
        replace(one, officials={}),
        replace(one, topics=dict(reversed(one.topics.items()))),
    ):
        assert bearing(one, after) is None
    for after in (
        one,
        replace(one, decisions=(*one.decisions, Decision("same-event", ("a", "b"), "same"))),
        replace(one, officials={**one.officials, official.id: replace(official, note="Noted.", line=99)}),
        replace(one, topics={id: replace(t, name=f"{t.name}!", line=1) for id, t in one.topics.items()}),
    ):
        change = bearing(one, after)
        assert change and not change.bears_on(release, after)


def test_a_surname_bears_on_where_it_is_a_word() -> None:
    lee = OfficialRecord("lee", "Lee", None)
    after = replace(known(), officials={**known().officials, "lee": lee})
    change = bearing(known(), after)
    assert change

    def bears(text: str) -> bool:
        return change.bears_on(normalise_text(text, known()), after)

    assert bears("Minister Lee’s visit\n") and bears("Talks with LEE-Kim.\n")
    assert not bears("A fleet of three vessels left.\n")


def test_what_editors_write_of_a_release_may_name_any_record() -> None:
    text = '---\nevent: "talks"\n---\nTalks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n'
    raw = read_text(text)
    release = normalise(raw, known())
    event = EventRecord("talks", "Talks on Rice")
    after = replace(known(), events={**known().events, "talks": event})
    change = bearing(known(), after)
    assert change and change.bears_on(release, after)
    assert normalise(raw, after) != release
    titled = read_text(text.replace('event: "talks"', 'title: "Talks on Rice"'))
    assert not change.bears_on(normalise(titled, known()), after), "a title names no record"


def test_the_record_of_the_repository_is_what_is_changed() -> None:
    assert ROOT.joinpath("docs", "authority", "officials.yml").is_file() and len(known().officials) > 100
