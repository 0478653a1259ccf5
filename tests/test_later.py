"""A sequence that is packed gives what it was made of, and is not unpacked before somebody reads it."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import pytest

import later
from cabinet import pack, unpack
from later import Later


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
