"""What was made of values, so that the next round need not make it again of the same.

Enters: a name, the values that something is made of, and what makes it. Leaves: what was made. Look-ups in
`Watched` mappings while it was made are noted with it, and a round is told which of them give something else
now. Must not be known here: what is made.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from gazette.watching import Look, note, noting

Made = TypeVar("Made")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something made: of what, by which look-ups."""

    of: tuple[object, ...]
    looks: frozenset[Look]
    made: Any


class Remembered:
    """Things by name."""

    def __init__(self) -> None:
        self._of: object = None
        self._things: dict[Hashable, Thing] = {}
        self._new: list[Hashable] | None = None
        "What was made in a round that has not been settled."
        self._of_kind: dict[str, dict[Hashable, tuple[Any, Any]]] = {}
        "Of each kind the values of the last time and what was made of them, by name."

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
        self, kind: str, named: Iterable[tuple[Hashable, Value]], make: Callable[[Value], Made]
    ) -> list[Made]:
        """What was made of each of many values the last time, or is made now; in their order.

        What is made must depend on nothing but the value. Of a kind all values are given at once.

        >>> known = Remembered()
        >>> known.give_each("size", [("a", "one"), ("b", "seven")], len)
        [3, 5]
        """
        last: Mapping[Hashable, tuple[Value, Made]] = self._of_kind.get(kind, {})
        now: dict[Hashable, tuple[Value, Made]] = {}
        given: list[Made] = []
        for name, value in named:
            held = last.get(name)
            if held is None or (held[0] is not value and held[0] != value):
                held = value, make(value)
            now[name] = held
            given.append(held[1])
        self._of_kind[kind] = now
        return given


class Forgetful(Remembered):
    """Remembers nothing: for a process that makes everything once."""

    def give(self, name: Hashable, of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What is made now."""
        return make()

    def give_each(
        self, kind: str, named: Iterable[tuple[Hashable, Value]], make: Callable[[Value], Made]
    ) -> list[Made]:
        """What is made now of each."""
        return [make(value) for _, value in named]


class Lasting(Remembered):
    """Remembers what a round asked for until the next one has ended: for rounds that ask for everything.

    What is made must depend on nothing but the values that are given.
    """

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[Hashable, Thing] = {}

    def things(self) -> Iterator[tuple[Hashable, Thing]]:
        """What the round asked for, by name."""
        yield from self._things.items()

    def take(self, name: Hashable, of: tuple[object, ...], made: object) -> None:
        """Remember what was made of these values elsewhere."""
        self._things[name] = Thing(of, frozenset(), made)

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
