"""What was made is made again only of other values, or where a look-up gives something else."""

from __future__ import annotations

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from gazette.remembering import Forgetful, Lasting, Remembered
from gazette.watching import Watched, differences, noting

STATES = st.dictionaries(st.integers(0, 3), st.integers(0, 2), max_size=4)


def total(names: Watched[int, int], key: int, add: int) -> int:
    return names.get(key, 0) + add


@given(st.lists(st.tuples(STATES, st.integers(0, 2), st.booleans(), st.sets(st.integers(0, 3))), max_size=7))
def test_rounds_give_what_a_first_round_would(
    rounds: list[tuple[dict[int, int], int, bool, set[int]]],
) -> None:
    known = Remembered()
    settled: Watched[int, int] | None = None
    for state, add, is_settled, asked in rounds:
        held = Watched("n", state)
        known.begin(None, frozenset(differences(settled, held)) if settled else None)
        for key in sorted(asked):
            assert known.give(key, (add,), partial(total, held, key, add)) == state.get(key, 0) + add
        if is_settled:
            known.settle()
            settled = held


def test_nothing_is_made_twice_of_the_same() -> None:
    known = Remembered()
    made: list[int] = []
    for value in (1, 1, 2, 2, 1):
        known.begin("all")
        known.give("it", (value,), partial(made.append, value))
        known.settle()
    assert made == [1, 2, 1]
    known.begin("another")
    known.give("it", (1,), lambda: made.append(1))
    assert made == [1, 2, 1, 1]


def test_what_was_looked_up_is_noted_again() -> None:
    held = Watched("n", {1: 5})
    known = Remembered()
    for _ in range(2):
        with noting() as looks:
            assert known.give("it", (), lambda: total(held, 1, 0)) == 5
        assert looks == {("n", 1)}


def test_what_a_round_does_not_ask_for_is_forgotten() -> None:
    known = Lasting()
    made: list[str] = []

    def ask(*names: str) -> None:
        known.begin()
        for name in names:
            known.give(name, (name,), partial(made.append, name))
            known.give(name, (name,), partial(made.append, name))

    ask("one", "two")
    ask("two")
    assert made == ["one", "two"]
    ask("one", "two")
    assert made == ["one", "two", "one"]
    known.begin()
    known.give("two", ("other",), partial(made.append, "other"))
    assert made == ["one", "two", "one", "other"]


def test_who_makes_everything_once_keeps_nothing() -> None:
    known = Forgetful()
    assert [known.give("it", (), lambda: 1), known.give("it", (), lambda: 2)] == [1, 2]


def test_of_many_values_only_those_that_changed_are_made_again() -> None:
    known = Remembered()
    made: list[str] = []

    def shout(word: str) -> str:
        made.append(word)
        return word.upper()

    assert known.give_each("loud", [("a", "one"), ("b", "two")], shout) == ["ONE", "TWO"]
    first = known.give_each("loud", [("b", "two"), ("a", "one"), ("c", "one")], shout)
    assert first == ["TWO", "ONE", "ONE"] and made == ["one", "two", "one"]
    assert known.give_each("loud", [("a", "three")], shout) == ["THREE"]
    assert known.give_each("loud", [("b", "two")], shout) == ["TWO"]
    assert made == ["one", "two", "one", "three", "two"], "what was not asked for is forgotten"
    assert known.give_each("other", [("b", "two")], len) == [3], "each kind has names of its own"


def test_what_is_made_of_values_outlasts_a_round_that_knows_nothing_of_the_last() -> None:
    known = Remembered()
    (made,) = known.give_each("list", [("a", 1)], lambda value: [value])
    known.begin(None, None)
    assert known.give_each("list", [("a", 1)], lambda value: [value])[0] is made
    forgetful = Forgetful()
    (once,) = forgetful.give_each("list", [("a", 1)], lambda value: [value])
    assert forgetful.give_each("list", [("a", 1)], lambda value: [value])[0] is not once
