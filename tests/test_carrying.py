"""A value that is carried is the same at the other end."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace

import gazette.model
from carrying import quicken, quicken_class
from gazette.assemble import assemble
from gazette.model import Evidence
from support import ROOT


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values."""

    one: int
    other: str = "x"


class Kind(str):
    """A kind of string."""


@dataclass
class Loose:
    """Neither frozen nor slotted."""

    one: int
    other: str = "x"


def test_a_record_is_carried_whole() -> None:
    quicken("gazette")
    corpus = assemble(ROOT)
    carried = pickle.loads(pickle.dumps(corpus))
    assert carried == corpus
    release = carried.releases[0]
    assert replace(release, corrections=()) == replace(corpus.releases[0], corrections=())


def test_the_fields_keep_their_places() -> None:
    quicken_class(Pair)
    assert pickle.loads(pickle.dumps(Pair(1, "a"))) == Pair(1, "a")
    assert Pair(1, "a").__getstate__() == (1, "a")  # type: ignore[attr-defined]


def test_equal_short_strings_are_held_once() -> None:
    quicken_class(Pair)
    short, long = (" ".join(["word"] * number) for number in (3, 30))
    carried = [pickle.loads(pickle.dumps(Pair(1, text))) for text in (short, long) for _ in range(2)]
    assert [pair.other for pair in carried] == [short, short, long, long]
    assert carried[0].other is carried[1].other, "from two pickles"
    assert carried[2].other is not carried[3].other, "it is not looked for"
    kind = pickle.loads(pickle.dumps(Pair(1, Kind("word"))))
    assert isinstance(kind.other, Kind) and kind.other == "word"


def test_equal_places_in_a_text_are_held_once() -> None:
    quicken_class(Pair)
    for number in (0, 300, 8191):
        one, other = (pickle.loads(pickle.dumps(Pair(number))).one for _ in range(2))
        assert one == number and one is other
    for held in (-300, 8192, 10**30, True, None, 300.0):
        one = pickle.loads(pickle.dumps(Pair(held))).one  # type: ignore[arg-type]
        assert one == held and type(one) is type(held)


def test_other_classes_stay_as_they_are() -> None:
    before = Loose.__getstate__
    quicken_class(Loose)
    assert Loose.__getstate__ is before and pickle.loads(pickle.dumps(Loose(3))) == Loose(3)


def test_the_engine_is_quickened() -> None:
    quicken("gazette")
    assert "<lambda>" in Evidence.__getstate__.__qualname__  # type: ignore[attr-defined]
    assert gazette.model.Evidence is Evidence
