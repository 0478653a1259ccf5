"""What was made is made again only of other values, or where a look-up gives something else."""

from __future__ import annotations

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from gazette.grouping import PIECE, differing, ends_alike
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


def test_of_many_things_only_those_that_changed_are_made_again() -> None:
    known = Remembered()
    made: list[str] = []

    def shout(word: str) -> str:
        made.append(word)
        return word.upper()

    assert known.give_each("loud", shout, ["a", "b"], ["one", "two"]) == ["ONE", "TWO"]
    first = known.give_each("loud", shout, ["b", "a", "c"], ["two", "one", "one"])
    assert first == ["TWO", "ONE", "ONE"] and made == ["one", "two", "one"]
    assert known.give_each("loud", shout, ["a"], ["three"]) == ["THREE"]
    assert known.give_each("loud", shout, ["b"], ["two"]) == ["TWO"]
    assert made == ["one", "two", "one", "three", "two"], "what was not asked for is forgotten"
    assert known.give_each("other", len, ["b"], ["two"]) == [3], "each kind has names of its own"


def test_what_is_made_of_values_outlasts_a_round_that_knows_nothing_of_the_last() -> None:
    known = Remembered()
    (made,) = known.give_each("list", lambda value: [value], ["a"], [1])
    known.begin(None, None)
    assert known.give_each("list", lambda value: [value], ["a"], [1])[0] is made
    forgetful = Forgetful()
    (once,) = forgetful.give_each("list", lambda value: [value], ["a"], [1])
    assert forgetful.give_each("list", lambda value: [value], ["a"], [1])[0] is not once


def test_what_comes_out_equal_is_the_same_object() -> None:
    known = Remembered()
    parity = known.give_each("parity", lambda n: [n % 2], ["a", "b"], [1, 2])
    assert known.give_each("parity", lambda n: [n % 2], ["a", "b"], [3, 4]) is parity
    some = known.give_each("parity", lambda n: [n % 2], ["a", "b"], [3, 5])
    assert some == [[1], [1]] and some[0] is parity[0] and parity == [[1], [0]]
    turned = known.give_each("parity", lambda n: [n % 2], ["b", "a"], [7, 3])
    assert turned[0] is some[1] and turned[1] is some[0]


def test_values_of_several_sequences_are_given_side_by_side() -> None:
    known = Remembered()
    assert known.give_each("sum", int.__add__, ["a", "b"], [1, 2], [10, 20]) == [11, 22]
    assert known.give_each("sum", int.__add__, ["a", "b"], [1, 2], [10, 30]) == [11, 32]


NAMED = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 3)), max_size=6, unique_by=lambda n: n[0])


@given(st.lists(NAMED, max_size=6))
def test_each_round_gives_what_a_first_one_would(rounds: list[list[tuple[str, int]]]) -> None:
    known = Remembered()
    for named in rounds:
        names, values = [name for name, _ in named], [value for _, value in named]
        assert known.give_each("half", lambda n: n // 2, names, values) == [n // 2 for n in values]


PAIRS = tuple((("x", n), ("y", n)) if n % 2 else (("x", n),) for n in range(4))
"""Lists that several rounds share, as what is made of releases that have not changed is shared."""


@given(st.lists(st.lists(st.sampled_from([*PAIRS, (), (("z", 9),)]), max_size=6), max_size=8))
def test_groups_are_those_of_a_first_round(rounds: list[list[tuple[tuple[str, int], ...]]]) -> None:
    known = Remembered()
    for each in rounds:
        found, anew = known.group("k", each), Forgetful().group("k", each)
        assert found == anew and list(found) == list(anew)
        assert known.group("k", [*each]) is found


def test_a_group_that_has_not_changed_is_the_same_object() -> None:
    known = Remembered()
    one, other = (("a", 1), ("b", 2)), (("c", 3),)
    first = known.group("k", [one, other])
    second = known.group("k", [one, (("c", 4),)])
    assert second["a"] is first["a"] and second["c"] == (4,) and first["c"] == (3,)


LONG = st.lists(
    st.tuples(st.sampled_from([0, 1, PIECE // 2, PIECE - 1, PIECE, PIECE + 1]), st.booleans()), max_size=4
)


@given(LONG, st.lists(st.integers(0, 3 * PIECE), max_size=3), st.integers(0, 3))
def test_long_sequences_are_compared_as_short_ones(
    runs: list[tuple[int, bool]], places: list[int], more: int
) -> None:
    one = [(number, is_odd) for length, is_odd in runs for number in range(length)]
    other = [(number, is_odd) for number, is_odd in one]  # equal, and other objects
    for place in places:
        other[place : place + 1] = [(-1, True)] * (place < len(other))
    assert [*differing(one, other)] == [at for at, value in enumerate(one) if other[at] != value]
    assert [*differing(one, one)] == []
    longer = [*other, *[(-2, True)] * more]
    first, end = ends_alike(one, longer)
    most = min(len(one), len(longer))
    assert one[:first] == longer[:first] and (first == most or one[first] != longer[first])
    assert end == 0 or one[-end:] == longer[-end:]
    assert first + end == most or one[-end - 1] != longer[-end - 1]
