"""What the data files say of a release is said again only where something that bears on it is another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import factory
from cabinet import Cabinet, pack
from telling import Told

ONE, TWO = factory.plain("a", "One", "The first."), factory.plain("b", "Two", "The second.")
OF: dict[str, tuple[object, ...]] = {"a": (ONE, "events"), "b": (TWO, "events")}


def round_of(
    file: Path,
    unchanged: set[str],
    of: Mapping[str, tuple[object, ...]],
    last: str = "state",
    state: str = "state",
    kind: str = "release",
    frame: object = "all",
) -> list[str]:
    """The names of which something was said anew."""
    made: list[str] = []

    def say(id: str) -> str:
        made.append(id)
        return f"of {len(of[id])} {of[id][-1]}"

    told = Told(Cabinet(file), last, unchanged)
    told.begin(frame)
    for id, values in of.items():
        assert told.give((kind, id), values, partial(say, id)) == f"of {len(values)} {values[-1]}"
    told.save(state)
    return made


def test_only_of_a_release_that_changed(tmp_path: Path) -> None:
    file = tmp_path / "hosted.told"
    assert round_of(file, {"a", "b"}, OF) == ["a", "b"], "there is no file yet"
    assert round_of(file, {"a", "b"}, OF) == []
    assert round_of(file, {"a"}, OF) == ["b"]
    assert round_of(file, {"a", "b"}, OF) == []


def test_other_values_that_bear_on_it_count_too(tmp_path: Path) -> None:
    file = tmp_path / "hosted.told"
    round_of(file, set(), OF)
    assert round_of(file, {"a", "b"}, {**OF, "a": (ONE, "other events")}) == ["a"]


def test_a_feed_is_of_all_its_releases_and_of_what_the_round_is_made_of(tmp_path: Path) -> None:
    file = tmp_path / "hosted.told"
    feeds = {"x/": ("X", ONE, TWO, ".."), "y/": ("Y", TWO, "..")}
    again = partial(round_of, file, kind="feed")
    assert again(set(), feeds) == ["x/", "y/"]
    assert again({"a", "b"}, feeds) == []
    assert again({"b"}, feeds) == ["x/"]
    assert again({"a", "b"}, {**feeds, "y/": ("Y", ONE, TWO, "..")}) == ["y/"], "it has one more"
    assert again({"a", "b"}, {**feeds, "x/": ("X", TWO, ONE, ".."), "y/": ("Y", ONE, TWO, "..")}) == ["x/"]
    assert again({"a", "b"}, feeds, frame="another authority") == ["x/", "y/"]
    round_of(file, {"a", "b"}, OF)
    assert round_of(file, {"a", "b"}, OF, frame="another authority") == [], "its values say all of it"


def test_an_equal_frame_is_the_same_however_it_is_packed(tmp_path: Path) -> None:
    """A name that stands in it twice may be one object in one process, and two in the next."""
    file = tmp_path / "hosted.told"
    name, again = "Ruritania", "".join(["Ruri", "tania"])
    assert pack((name, name)) != pack((name, again))
    feeds = {"x/": ("X", ONE, TWO, "..")}
    assert round_of(file, set(), feeds, kind="feed", frame=(name, name)) == ["x/"]
    assert round_of(file, {"a", "b"}, feeds, kind="feed", frame=(name, again)) == []


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "hosted.told"
    round_of(file, set(), OF)
    assert round_of(file, {"a"}, {"a": OF["a"]}) == []
    assert sorted(Cabinet(file).read("state")) == ["frame", "release a"]


def test_what_another_state_of_the_record_was_told_of_counts_for_nothing(tmp_path: Path) -> None:
    file = tmp_path / "hosted.told"
    round_of(file, set(), OF)
    assert round_of(file, {"a", "b"}, OF, "state", "next") == []
    assert round_of(file, {"a", "b"}, OF, "next") == []
    assert round_of(file, {"a", "b"}, OF, "another") == ["a", "b"]


def test_what_has_another_name_is_made_once_a_round(tmp_path: Path) -> None:
    told = Told(Cabinet(tmp_path / "hosted.told"), "state", ())
    made: list[str] = []
    for _ in range(2):
        told.give(("entry", "a"), (1,), lambda: made.append("entry"))
    told.save("state")
    assert made == ["entry"] and Cabinet(tmp_path / "hosted.told").read("state") == {}
