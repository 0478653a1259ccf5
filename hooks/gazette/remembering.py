"""What was made of values, so that the next round need not make it again of the same.

Enters: a name, the values that something is made of, and what makes it. Leaves: what was made. Look-ups in
`Watched` mappings while it was made are noted with it, and a round is told which of them give something else
now. Must not be known here: what is made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from gazette.grouping import Groups, differing, ends_alike, grouped, same_or
from gazette.watching import Look, note, noting

Made = TypeVar("Made")
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something made: of what, by which look-ups."""

    of: tuple[object, ...]
    looks: frozenset[Look]
    made: Any


@dataclass(frozen=True, slots=True)
class Batch:
    """Things of one kind that were made together."""

    names: Sequence[Hashable]
    values: tuple[Sequence[Any], ...]
    made: Sequence[Any]

    def part(self, first: int, end: int) -> Batch:
        """Those from one place to before another."""
        values = tuple(column[first:end] for column in self.values)
        return Batch(self.names[first:end], values, self.made[first:end])


class Remembered:
    """Things by name."""

    def __init__(self) -> None:
        self._of: object = None
        self._things: dict[Hashable, Thing] = {}
        self._new: list[Hashable] | None = None
        "What was made in a round that has not been settled."
        self._batches: dict[str, Batch] = {}
        "By kind: what was made of each of many things the last time."
        self._groups: dict[str, Groups] = {}
        "By kind: lists, and their values by key, of the last time."
        self._steady: dict[str, Any] = {}
        "By name: values that are the same object as long as they are equal."

    def begin(self, of: object, changed: frozenset[Look] | None = frozenset()) -> None:
        """Begin a round. `of` is what everything is made of: where it is another one, nothing is kept.

        `changed`: the look-ups that give something else than in the last round that was settled; None where
        that is not known. What a round made that was not settled is not kept: it knew another state.
        """
        if changed is None or of != self._of:
            self._things.clear()
        for name in self._new or ():
            self._things.pop(name, None)
        if changed:
            stale = [name for name, thing in self._things.items() if not changed.isdisjoint(thing.looks)]
            for name in stale:
                del self._things[name]
        self._of, self._new = of, []

    def settle(self) -> None:
        """The round has come to its end, and what it made is in use."""
        self._new = None

    def give(self, name: Hashable, of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made under this name of the same values, or what is made of them now.

        >>> known = Remembered()
        >>> [known.give("sum", (1, 2), lambda: 3), known.give("sum", (1, 2), lambda: "not asked")]
        [3, 3]
        """
        held = self._things.get(name)
        if held is None or held.of != of:
            with noting() as looks:
                made = make()
            held = self._things[name] = Thing(of, frozenset(looks), made)
            if self._new is not None:
                self._new.append(name)
        note(held.looks)
        given: Made = held.made
        return given

    def give_each(
        self,
        kind: str,
        make: Callable[..., Made],
        names: Sequence[Hashable],
        *values: Sequence[Any],
    ) -> Sequence[Made]:
        """What was made of each of many things the last time, or is made now; in their order.

        `names` tells a thing from the others; `values` are what `make` is given, one of each sequence. What
        is made must depend on nothing else. Of a kind all things are given at once. What is made of other
        values and comes out equal is the same object as the last time, and so is a sequence of the same
        objects: whoever goes on from there sees that nothing has changed. No sequence may be changed later.

        >>> known = Remembered()
        >>> known.give_each("size", len, ["a", "b"], ["one", "seven"])
        [3, 5]
        """
        last = self._batches.get(kind)
        given: Sequence[Made]
        if last is None:
            given = [make(*row) for row in zip(*values, strict=True)]
        elif last.names == names:
            given = _with_changed(last, values, make)
        else:
            given = _with_others(last, names, values, make)
        self._batches[kind] = Batch(names, values, given)
        return given

    def each(self, kind: str) -> Batch | None:
        """What was made of each of many things the last time, for whoever keeps it elsewhere."""
        return self._batches.get(kind)

    def know_each(self, kind: str, batch: Batch) -> None:
        """Remember what was made of each elsewhere."""
        self._batches[kind] = batch

    def steady(self, name: str, value: Made) -> Made:
        """The value of the last time, where this one is equal: whoever is given it sees that it is the same.

        >>> known, first = Remembered(), ["a"]
        >>> known.steady("letters", first) is known.steady("letters", ["a"]) is first
        True
        """
        kept: Made = self._steady.setdefault(name, value)
        if kept is not value and kept != value:
            kept = self._steady[name] = value
        return kept

    def group(
        self, kind: str, each: Sequence[Collection[tuple[Key, Value]]]
    ) -> Mapping[Key, tuple[Value, ...]]:
        """The values of many lists by their keys, in their order; keys in the order in which they come first.

        A group that has not changed since the last time is the same object, and so is the whole; where
        other lists have the same keys as those before them, no group but theirs is looked at. Neither may be
        changed later.

        >>> known = Remembered()
        >>> known.group("initial", [[("a", "apple"), ("b", "bay")], [("a", "ash")]])
        {'a': ('apple', 'ash'), 'b': ('bay',)}
        """
        last = self._groups.get(kind)
        groups = self._groups[kind] = last.next(each) if last else Groups(each, grouped(each))
        return groups.found


def _with_changed(
    last: Batch, values: tuple[Sequence[Any], ...], make: Callable[..., Made]
) -> Sequence[Made]:
    """What was made of the same things the last time, with what is made of those that are others now."""
    columns = [(was, now) for was, now in zip(last.values, values, strict=True) if was is not now]
    new: dict[int, Made] = {}
    for at in sorted({at for was, now in columns for at in differing(was, now)}):
        made = make(*(column[at] for column in values))
        if made != last.made[at]:
            new[at] = made
    if not new:
        return last.made
    given = [*last.made]
    for at, made in new.items():
        given[at] = made
    return given


def _with_others(
    last: Batch, names: Sequence[Hashable], values: tuple[Sequence[Any], ...], make: Callable[..., Made]
) -> Sequence[Made]:
    """The same where some things are others: those before and behind them stand as they stood."""
    first, end = ends_alike(last.names, names)
    was, now = len(last.names), len(names)
    middle = tuple(column[first : now - end] for column in values)
    return [
        *_with_changed(last.part(0, first), tuple(column[:first] for column in values), make),
        *_by_name(last.part(first, was - end), names[first : now - end], middle, make),
        *_with_changed(last.part(was - end, was), tuple(column[now - end :] for column in values), make),
    ]


def _by_name(
    last: Batch, names: Sequence[Hashable], values: tuple[Sequence[Any], ...], make: Callable[..., Made]
) -> Sequence[Made]:
    """The same of things that may stand in any order."""
    places = {name: at for at, name in enumerate(last.names)}
    given: list[Made] = []
    for name, *row in zip(names, *values, strict=True):
        at = places.get(name)
        if at is None:
            given.append(make(*row))
        elif all(new is old[at] or new == old[at] for old, new in zip(last.values, row, strict=True)):
            given.append(last.made[at])
        else:
            given.append(same_or(last.made[at], make(*row)))
    return given


class Forgetful(Remembered):
    """Remembers nothing: for a process that makes everything once."""

    def give(self, name: Hashable, of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What is made now."""
        return make()

    def give_each(
        self,
        kind: str,
        make: Callable[..., Made],
        names: Sequence[Hashable],
        *values: Sequence[Any],
    ) -> Sequence[Made]:
        """What is made now of each."""
        return [make(*row) for row in zip(*values, strict=True)]

    def steady(self, name: str, value: Made) -> Made:
        """The value."""
        return value

    def group(
        self, kind: str, each: Sequence[Collection[tuple[Key, Value]]]
    ) -> Mapping[Key, tuple[Value, ...]]:
        """The values by their keys."""
        return grouped(each)


class Lasting(Remembered):
    """Remembers what a round asked for until the next one has ended: for rounds that ask for everything.

    What is made must depend on nothing but the values that are given.
    """

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[Hashable, Thing] = {}

    def begin(self, of: object = None, changed: frozenset[Look] | None = frozenset()) -> None:
        """Begin a round: what the last one did not ask for is forgotten."""
        self._last, self._things = self._things, {}

    def give(self, name: Hashable, of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made under this name of the same values, or what is made of them now."""
        held = self._things.get(name) or self._last.get(name)
        if held is None or held.of != of:
            held = Thing(of, frozenset(), make())
        self._things[name] = held
        given: Made = held.made
        return given
