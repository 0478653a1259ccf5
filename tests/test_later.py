"""A sequence that is packed gives what it was made of, and is not unpacked before somebody reads it."""

from __future__ import annotations

import pickle
from collections import deque
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import later
from cabinet import pack, unpack
from carrying import quicken_class
from later import Later, LateText

LONG = "A long line “as received”, with half a pair \ud800 and a sign 𝄞. " * 3


@dataclass(frozen=True, slots=True)
class Lines:
    """A text as received and as read."""

    raw: str
    text: str


LateText.take(Lines, "raw", twin="text")
LateText.take(Lines, "raw", twin="text")
quicken_class(Lines)


def held(lines: Lines) -> object:
    """What stands in the slot itself."""
    return vars(Lines)["raw"]._slot.__get__(lines)


def carried(lines: Lines) -> Lines:
    """The same value, from another process."""
    given = pickle.loads(pickle.dumps(lines))
    assert isinstance(given, Lines)
    return given


def test_it_is_the_sequence_that_was_packed() -> None:
    several = Later.of(["a", "b", "c"])
    assert list(several) == ["a", "b", "c"] and len(several) == 3
    assert several[1] == "b" and several[1:] == ("b", "c") and "c" in several
    assert several == ("a", "b", "c") and several != ("a",)
    assert not Later.of([])


def test_it_is_kept_and_compared_without_being_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    several = Later.of(["a", "b"])
    monkeypatch.setattr(later, "unpack", lambda body: pytest.fail("unpacked"))
    again = unpack(pack(several))
    assert isinstance(again, Later) and again == several


def test_what_comes_packed_waits_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(later, "_spool", later.IN_MEMORY)
    in_memory = unpack(pack(Later.of(["a"])))
    later.wait_below(tmp_path)
    first = unpack(pack(Later.of(["b"] * 3)))
    second = unpack(pack(first))
    assert isinstance(in_memory._place, bytes) and not isinstance(first._place, bytes)
    assert (*in_memory, *first) == ("a", "b", "b", "b") and second == first
    assert not [*tmp_path.iterdir()], "it has no name"
    later.wait_below(tmp_path / "other")
    assert [*second] == ["b"] * 3, "it is there as long as something in it may be read"
    later.wait_below(None)
    assert isinstance(unpack(pack(second))._place, bytes)


def test_what_was_packed_otherwise_is_compared_by_what_it_holds() -> None:
    word = "".join(["w", "ord"])
    same_object, other_object = Later.of([word, word]), Later.of([word, "".join(["wo", "rd"])])
    assert same_object._body() != other_object._body()
    assert same_object == other_object and hash(same_object) == hash(other_object)


def test_only_what_was_read_last_stays_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(later, "MOST", 2)
    monkeypatch.setattr(later, "_unpacked", deque())
    several = [Later.of([n]) for n in range(20)]
    assert [one[0] for one in several] == [*range(20)]
    assert sum(one._held is not None for one in several) == 2
    first = iter(several[0])
    assert [one[0] for one in several[1:]] == [*range(1, 20)] and [*first] == [0]


def test_a_long_string_waits_once_it_is_carried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(later, "_spool", later.IN_MEMORY)
    later.wait_below(tmp_path)
    own = Lines(LONG, "read")
    came = carried(own)
    assert held(own) is LONG, "what is being read is at hand"
    assert not isinstance(held(came), str)
    assert came.raw == LONG and came == own and hash(came) == hash(own) and repr(came) == repr(own)
    later.wait_below(None)
    assert came.raw == LONG, "wherever later ones wait"
    assert carried(came).raw == LONG and held(replace(came, text="otherwise")) == LONG


def test_a_string_that_is_short_or_held_anyhow_does_not_wait() -> None:
    short = carried(Lines("a word", "read"))
    assert held(short) == "a word"
    twin = carried(Lines(LONG, LONG))
    assert held(twin) is twin.text
    alike = carried(Lines(LONG, "".join([LONG[:9], LONG[9:]])))
    assert not isinstance(held(alike), str) and alike.raw == alike.text
