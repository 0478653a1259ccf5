"""Look-ups are noted, and what two states give differently is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gazette.watching import ALL, Watched, differences, noting

STATES = st.dictionaries(st.integers(0, 6), st.integers(0, 2), max_size=6)


def test_every_way_of_looking_is_noted() -> None:
    held = Watched("n", {"a": 1})
    with noting() as looks:
        assert held["a"] == 1 and held.get("b") is None and "c" not in held
    assert looks == {("n", "a"), ("n", "b"), ("n", "c")}
    for walk in (list, len, lambda m: list(m.items()), lambda m: list(m.values()), dict):
        with noting() as looks:
            walk(held)
        assert ("n", ALL) in looks


def test_nothing_is_noted_outside_and_inner_notes_are_their_own() -> None:
    held = Watched("n", {"a": 1, "b": 2})
    held["a"]
    with noting() as outer:
        held["a"]
        with noting() as inner:
            held["b"]
    assert outer == {("n", "a")} and inner == {("n", "b")}


@given(STATES, STATES)
def test_a_look_that_is_not_among_the_differences_gives_the_same(
    before: dict[int, int], after: dict[int, int]
) -> None:
    changed = set(differences(Watched("n", before), Watched("n", after)))
    for key in range(7):
        assert (("n", key) in changed) == (before.get(key) != after.get(key))
    assert (("n", ALL) in changed) == (list(before.items()) != list(after.items()))
