"""What nobody will ask for again is let go between the stages of a build, and nothing else."""

from __future__ import annotations

import sys
import weakref
from functools import cache, lru_cache
from types import ModuleType

import pytest

import sparing


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A package with a module of which functions remember."""
    module = ModuleType("ruritania.words")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return module


@pytest.mark.parametrize("is_possible", [True, False])
def test_large_caches_of_a_package_are_emptied(
    package: ModuleType, monkeypatch: pytest.MonkeyPatch, is_possible: bool
) -> None:
    @lru_cache(maxsize=1 << 13)
    def of_a_word(number: int) -> str:
        return str(number)

    @cache
    def of_the_engine() -> str:
        return "one"

    @cache
    def elsewhere(number: int) -> int:
        return number

    package.__dict__.update(of_a_word=of_a_word, of_the_engine=of_the_engine, word="word")
    if not is_possible:
        monkeypatch.setattr(sparing, "CDLL", lambda name: object())  # a C library of another kind
    assert of_the_engine() and [of_a_word(n) for n in range(1500)] and [elsewhere(n) for n in range(1500)]
    sparing.give_back("ruritania")
    sizes = [made.cache_info().currsize for made in (of_a_word, of_the_engine, elsewhere)]
    assert sizes == [0, 1, 1500]
    assert of_a_word(7) == "7"


def test_garbage_is_looked_for_only_where_much_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []
    monkeypatch.setattr(sparing, "_held", 0)
    collect = sparing.gc.collect
    monkeypatch.setattr(sparing.gc, "collect", lambda: looks.append(collect()))

    class Circle:
        def __init__(self) -> None:
            self.itself = self
            self.values = [object() for _ in range(sys.getallocatedblocks() // 8)]

    def build(make: type) -> weakref.ref[object]:
        sparing.hold_off()
        made = make()
        sparing.let_go()
        return weakref.ref(made)

    build(Circle)
    build(set)
    assert not looks
    left = [build(Circle) for _ in range(12)]
    assert 1 <= len(looks) <= 3
    assert left[0]() is None
