"""What the data files say of a release is said again only where something that bears on it is another."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from cabinet import Cabinet
from telling import Told

OF = {"a": ("release a", "events"), "b": ("release b", "events")}


def round_of(
    file: Path, unchanged: set[str], of: dict[str, tuple[str, str]], last: str = "state", state: str = "state"
) -> list[str]:
    """The releases of which something was said anew."""
    made: list[str] = []

    def say(id: str) -> str:
        made.append(id)
        return f"of {of[id]}"

    told = Told(Cabinet(file), last, unchanged)
    told.begin("all")
    for id, values in of.items():
        assert told.give(("release", id), values, partial(say, id)) == f"of {values}"
    told.save(state)
    return made


def test_only_of_a_release_that_changed(tmp_path: Path) -> None:
    file = tmp_path / "hosted.told"
    assert round_of(file, {"a", "b"}, OF) == ["a", "b"], "there is no file yet"
    assert round_of(file, {"a", "b"}, OF) == []
    assert round_of(file, {"a"}, {**OF, "b": ("another", "events")}) == ["b"]
    assert round_of(file, {"a", "b"}, {**OF, "b": ("another", "events")}) == []


def test_other_values_that_bear_on_it_count_too(tmp_path: Path) -> None:
    file = tmp_path / "hosted.told"
    round_of(file, set(), OF)
    assert round_of(file, {"a", "b"}, {**OF, "a": ("release a", "other events")}) == ["a"]


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "hosted.told"
    round_of(file, set(), OF)
    assert round_of(file, {"a"}, {"a": OF["a"]}) == []
    assert list(Cabinet(file).read("state")) == ["a"]


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
        told.give(("feed", "a"), (1,), lambda: made.append("feed"))
    told.save("state")
    assert made == ["feed"] and Cabinet(tmp_path / "hosted.told").read("state") == {}
