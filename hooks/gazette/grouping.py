"""Values of many lists by their keys, round by round: a group that has not changed is the same object.

Enters: lists of (key, value), of which most are the objects they were in the last round. Leaves: by key all
values, in the order of the lists. Must not be known here: what keys and values are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

PIECE = 256
"""So many values are compared at once."""


def grouped(each: Iterable[Iterable[tuple[Key, Value]]]) -> dict[Key, tuple[Value, ...]]:
    """The values of many lists by their keys, in their order."""
    found: dict[Key, list[Value]] = defaultdict(list)
    for pairs in each:
        for key, value in pairs:
            found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


class Groups:
    """The values of many lists by their keys."""

    def __init__(
        self,
        each: Sequence[Collection[tuple[Any, Any]]],
        found: Mapping[Any, tuple[Any, ...]],
        places: Mapping[Any, Sequence[int]] | None = None,
    ) -> None:
        self.each = each
        self.found = found
        self._places = places
        "By key: the lists in which it stands; worked out when it is first wanted."

    def next(self, each: Sequence[Collection[tuple[Any, Any]]]) -> Groups:
        """Those of other lists; what has not changed is the same object."""
        last = self.each
        if len(each) == len(last):
            changed = [*differing(last, each)]
            if not changed:
                return self
            if all(_keys(each[at]) == _keys(last[at]) for at in changed):
                return self._with_changed(each, changed)
        first, end = ends_alike(last, each)
        others = (*last[first : len(last) - end], *each[first : len(each) - end])
        touched = {key for pairs in others for key, _ in pairs}
        anew: dict[Any, list[Any]] = defaultdict(list)
        found: dict[Any, Any] = {}  # keys in the order in which they come first
        for pairs in each:
            for key, value in pairs:
                if key in touched:
                    anew[key].append(value)
                    found[key] = ()
                elif key not in found:
                    found[key] = self.found[key]
        for key, several in anew.items():
            found[key] = same_or(self.found.get(key), tuple(several))
        is_same = found == self.found and list(found) == list(self.found)
        return Groups(each, self.found if is_same else found)

    def _with_changed(self, each: Sequence[Collection[tuple[Any, Any]]], changed: Iterable[int]) -> Groups:
        """Those of lists of which some are others now, with the same keys."""
        places = self._places or places_of(self.each)
        found: dict[Any, tuple[Any, ...]] = {}
        for key in {key for at in changed for key in _keys(each[at])}:
            whole = tuple(value for at in places[key] for own, value in each[at] if own == key)
            if whole != self.found[key]:
                found[key] = whole
        return Groups(each, {**self.found, **found} if found else self.found, places)


def places_of(each: Iterable[Iterable[tuple[Key, object]]]) -> dict[Key, list[int]]:
    """By key: the lists in which it stands.

    >>> places_of([[("a", 1), ("b", 2), ("a", 3)], [("b", 4)]])
    {'a': [0], 'b': [0, 1]}
    """
    places: dict[Key, list[int]] = {}
    for at, pairs in enumerate(each):
        for key, _ in pairs:
            here = places.setdefault(key, [])
            if not here or here[-1] != at:
                here.append(at)
    return places


def differing(one: Sequence[object], other: Sequence[object]) -> Iterator[int]:
    """Places at which two sequences of one length hold values that are not equal.

    Piece by piece, since a piece is compared without any of its values being touched as long as they are the
    same objects; ten thousand that lie all over the memory take a hundred times as long one by one.

    >>> [*differing("abcd", "abxd")]
    [2]
    """
    for first in range(0, len(one), PIECE):
        here, there = one[first : first + PIECE], other[first : first + PIECE]
        if here != there:
            pairs = enumerate(zip(here, there, strict=True), first)
            yield from (at for at, (old, new) in pairs if old is not new and old != new)


def ends_alike(one: Sequence[object], other: Sequence[object]) -> tuple[int, int]:
    """How many values two sequences have in common at their beginning, and then at their end.

    >>> ends_alike("abcd", "abxcd"), ends_alike("ab", "ab"), ends_alike("aba", "aba aba")
    ((2, 2), (2, 0), (3, 0))
    """
    most = min(len(one), len(other))
    first = next(differing(one[:most], other[:most]), most)
    end = next(differing(one[::-1][:most], other[::-1][:most]), most)
    return first, min(end, most - first)


def _keys(pairs: Iterable[tuple[Key, object]]) -> tuple[Key, ...]:
    """The keys of a list, each once."""
    return tuple(dict.fromkeys(key for key, _ in pairs))


def same_or(last: Value | None, new: Value) -> Value:
    """What was there the last time, where the new is equal."""
    return last if last is not None and last == new else new
