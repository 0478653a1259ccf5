"""Which look-ups a piece of work made, so that it need not be done again while they give the same.

Enters: mappings that many pieces of work read. Leaves: the same as `Watched` mappings; within `noting`, each
look-up is noted by the mapping's name and the key, or as `ALL` where the whole was walked. `differences` says
what two states of the same mappings give differently. Work that only reads `Watched` mappings gives the same
as long as nothing it noted is among the differences. Must not be known here: what the work is, what is held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

Key = TypeVar("Key")
Held = TypeVar("Held")

Look = tuple[str, object]
"""Name of a mapping and a key of it, or `ALL`."""

ALL = "*all*"
"""Stands for every key of a mapping, and for their order."""

_notes: set[Look] | None = None
"""What the work under way has looked up; None where nobody asks."""


class Watched(Mapping[Key, Held]):
    """A mapping whose look-ups are noted. Equal to no other, so that it is not compared by mistake."""

    __slots__ = ("held", "name")

    def __init__(self, name: str, held: Mapping[Key, Held]) -> None:
        self.name = name
        "The same in every state of the record."
        self.held = held
        "The mapping itself; whoever reads it is not noted."

    def __getitem__(self, key: Key) -> Held:
        if _notes is not None:
            _notes.add((self.name, key))
        return self.held[key]

    def get(self, key: Key, default: Any = None) -> Any:
        """As of any mapping; a look-up that finds nothing is noted too."""
        if _notes is not None:
            _notes.add((self.name, key))
        return self.held.get(key, default)

    def __contains__(self, key: object) -> bool:
        if _notes is not None:
            _notes.add((self.name, key))
        return key in self.held

    def __iter__(self) -> Iterator[Key]:
        if _notes is not None:
            _notes.add((self.name, ALL))
        return iter(self.held)

    def __len__(self) -> int:
        if _notes is not None:
            _notes.add((self.name, ALL))
        return len(self.held)

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


@contextmanager
def noting() -> Iterator[set[Look]]:
    """Note what is looked up inside; notes may be taken inside notes, each for itself.

    >>> names = Watched("names", {"a": 1})
    >>> with noting() as looks:
    ...     _ = names.get("b")
    >>> looks
    {('names', 'b')}
    """
    global _notes
    outside, _notes = _notes, set()
    try:
        yield _notes
    finally:
        _notes = outside


def note(looks: Iterable[Look]) -> None:
    """Note look-ups that were made earlier for what is used again now."""
    if _notes is not None:
        _notes.update(looks)


def differences(before: Watched[Any, Any], after: Watched[Any, Any]) -> Iterator[Look]:
    """Every key that two states of a mapping give differently; `ALL` where any does, or their order changed.

    >>> list(differences(Watched("n", {"a": 1, "b": 2}), Watched("n", {"a": 1, "b": 3})))
    [('n', 'b'), ('n', '*all*')]
    """
    name, old, new = before.name, before.held, after.held
    if old is new:
        return
    changed: list[object] = []
    if old != new:
        changed += [
            key for key, held in old.items() if (found := new.get(key, held)) is not held and found != held
        ]
        changed += [key for key in (*old, *new) if key not in new or key not in old]
    yield from ((name, key) for key in changed)
    if changed or list(old) != list(new):
        yield name, ALL


def same(one: object, other: object) -> bool:
    """Whether two values are equal; quick where they are one."""
    return one is other or one == other
