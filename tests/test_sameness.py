"""Sameness: which accounts tell of one event, and that the order of the input does not matter."""

from __future__ import annotations

import random
from typing import Any

import pytest

from effort import count_calls
from gazette import sameness
from gazette.model import Account, Authority, EventRecord, Evidence, Reading, Telling, When
from gazette.remembering import Remembered
from gazette.sameness import group_tellings, same_event, unite_records
from support import load_cases


def make_telling(case: dict[str, Any]) -> Telling:
    """A telling from what a case says of it."""
    words = Evidence(0, 0, 4, "word")
    when = None
    if case.get("when"):
        start, _, end = str(case["when"]).partition("/")
        when = Reading(When(start, end or start), "stated", "case", (words,))
    place = Reading(case["place"], "stated", "case", (words,)) if case.get("place") else None
    account = Account(
        type=case["type"],
        role="principal",
        title=case.get("title", case["type"]),
        when=when,
        place=place,
        participants=tuple(case.get("people", ())),
        evidence=Evidence(case.get("block", 0), 0, 4, "word"),
        series=case.get("series"),
        ordinal=case.get("ordinal"),
        event=case.get("event"),
    )
    return Telling(case["release"], account)


@pytest.mark.parametrize("case", [*load_cases("sameness")])
def test_pair(case: dict[str, Any]) -> None:
    a, b = make_telling(case["a"]), make_telling(case["b"])
    assert same_event(a, b) is case["same"]
    assert same_event(b, a) is case["same"]
    if a.release != b.release:
        groups = group_tellings([a, b], Authority())
        assert (len(groups) == 1) is (case["same"] is True)


def named(groups: tuple[tuple[Telling, ...], ...]) -> set[frozenset[int]]:
    """Groups as sets of identities."""
    return {frozenset(id(t) for t in group) for group in groups}


RECORD = [
    {"release": "a", "type": "meeting", "when": "2023-12-17", "people": ["sok", "kamikawa"]},
    {"release": "a", "type": "courtesy-call", "when": "2023-12-17", "people": ["sok", "kishida"], "block": 1},
    {"release": "a", "type": "summit", "when": "2020", "series": "asem summit", "ordinal": 13, "block": 2},
    {"release": "b", "type": "meeting", "when": "2023-12-17", "people": ["kamikawa", "sok", "ueno"]},
    {"release": "b", "type": "meeting", "when": "2023-12-17", "people": ["kamikawa", "aalto"], "block": 1},
    {
        "release": "c",
        "type": "summit",
        "when": "2021-11-25/2021-11-26",
        "series": "asem summit",
        "ordinal": 13,
    },
    {"release": "c", "type": "meeting", "when": "2023-12", "people": ["sok", "kamikawa"], "block": 1},
    {"release": "d", "type": "summit", "when": "2021-11-25", "series": "asem summit", "ordinal": 13},
    {"release": "e", "type": "meeting", "when": "2023-12-20", "people": ["sok", "tan"]},
]


def test_order_does_not_matter() -> None:
    tellings = [make_telling(case) for case in RECORD]
    expected = named(group_tellings(tellings, Authority()))
    assert frozenset({id(tellings[0]), id(tellings[3]), id(tellings[6])}) in expected
    assert frozenset({id(tellings[2]), id(tellings[5]), id(tellings[7])}) in expected
    assert len(expected) == 5
    shuffler = random.Random(3)
    for _ in range(20):
        mixed = tellings[:]
        shuffler.shuffle(mixed)
        groups = group_tellings(mixed, Authority())
        assert named(groups) == expected
        assert sorted(map(id, (t for g in groups for t in g))) == sorted(map(id, tellings))


def test_a_month_that_fits_two_meetings_fits_neither() -> None:
    people = ["sok", "kamikawa"]
    days = [
        make_telling({"release": r, "type": "meeting", "when": w, "people": people})
        for r, w in (("a", "2023-12-05"), ("b", "2023-12-17"), ("c", "2023-12"))
    ]
    assert len(group_tellings(days, Authority())) == 3


def test_editors_unite_and_keep_apart() -> None:
    records = {
        "asem": EventRecord("asem", "ASEM", same_as=("asem-13",)),
        "asem-13": EventRecord("asem-13", "13th ASEM Summit", not_same_as=("asem-prep",)),
        "asem-prep": EventRecord("asem-prep", "Preparatory meeting", same_as=("asem-13",)),
    }
    authority = Authority(events=records)
    assert unite_records(authority) == {"asem": "asem", "asem-13": "asem", "asem-prep": "asem-prep"}
    one, two, three = (
        make_telling({"release": r, "type": "summit", "when": "2020", "series": "asem summit", "ordinal": 13,
                      "event": e})
        for r, e in (("a", "asem"), ("b", "asem-13"), ("c", "asem-prep"))
    )  # fmt: skip
    assert len(group_tellings([one, two], authority)) == 1
    assert len(group_tellings([one, two, three], authority)) == 2
    unknown = make_telling(
        {"release": "d", "type": "summit", "when": "2021", "series": "asem summit", "ordinal": 13}
    )
    assert len(group_tellings([unknown, two], authority)) == 1
    assert len(group_tellings([unknown, three, two], authority)) == 3, "what fits two records fits neither"


def test_an_unrelated_release_changes_no_group() -> None:
    tellings = [make_telling(case) for case in RECORD]
    before = named(group_tellings(tellings, Authority()))
    other = make_telling({"release": "z", "type": "meeting", "when": "2023-12-17", "people": ["x", "y"]})
    after = named(group_tellings([other, *tellings], Authority()))
    assert after == before | {frozenset({id(other)})}


@pytest.mark.parametrize("seed", range(5))
def test_groups_are_those_of_a_first_round(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)
    every = [make_telling({**case, "release": f"{case['release']}{n}"}) for n in range(3) for case in RECORD]
    remembered, compared = Remembered(), []
    for _ in range(6):
        tellings = rng.sample(every, rng.randint(4, len(every)))
        addresses = [str(id(telling)) for telling in tellings]
        groups = group_tellings(tellings, Authority(), addresses, remembered)
        assert groups == group_tellings(tellings, Authority(), addresses)
        monkeypatch.setattr(sameness, "same_event", lambda *pair: compared.append(pair))
        assert groups == group_tellings(tellings, Authority(), addresses, remembered)
        monkeypatch.undo()
    assert not compared


def test_work_grows_with_the_number_of_tellings() -> None:
    def calls(count: int) -> int:
        tellings = [
            make_telling(
                {
                    "release": f"r{n}",
                    "type": "meeting",
                    "when": f"{n // 336 + 1900}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}",
                    "people": [f"p{n % 50}", f"p{n % 49}", f"p{n % 7}"],
                }
            )
            for n in range(count)
        ]
        return count_calls(lambda: group_tellings(tellings, Authority()))

    assert calls(4000) < 5 * calls(1000)
