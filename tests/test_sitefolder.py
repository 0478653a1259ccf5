"""The folder of the site: nothing of the last site changes before all of the next is there."""

from __future__ import annotations

import errno
import os
from functools import partial
from pathlib import Path
from random import Random
from typing import BinaryIO

import pytest

from sitefolder import LOCK, MARK, NEXT, CannotWrite, SiteFolder


def build(home: Path, files: dict[str, bytes]) -> list[bool]:
    """One build that writes these files; which of them differed."""
    folder = SiteFolder(home)
    folder.begin()
    new = [folder.write(path, content) for path, content in files.items()]
    folder.place(files)
    return new


def contents(home: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and path.name not in (LOCK, MARK)
    }


def test_the_folder_holds_exactly_what_was_written(tmp_path: Path) -> None:
    rng = Random(5)
    names = ["a", "a/b", "a/b/c", "a/d", "e", "e/f/g/h", "i", "e/f"]
    for _ in range(60):
        chosen = {f"{rng.choice(names)}/{rng.choice('xyz')}.html" for _ in range(rng.randrange(8))}
        files = {path: rng.choice([b"one", b"two", b""]) for path in chosen}
        before = contents(tmp_path)
        new = build(tmp_path, files)
        assert contents(tmp_path) == files
        assert new == [before.get(path) != content for path, content in files.items()]
        assert not (tmp_path / NEXT).exists()
        empty = [path for path in tmp_path.rglob("*") if path.is_dir() and not any(path.iterdir())]
        assert not empty, "no folder is left without a page"


def test_what_has_not_changed_is_not_touched(tmp_path: Path) -> None:
    build(tmp_path, {"a/index.html": b"one", "b/index.html": b"two"})
    os.utime(tmp_path / "a/index.html", ns=(1, 1))
    build(tmp_path, {"a/index.html": b"one", "b/index.html": b"three"})
    assert (tmp_path / "a/index.html").stat().st_mtime_ns == 1
    assert (tmp_path / "b/index.html").read_bytes() == b"three"


@pytest.mark.parametrize("content", [b"one", b"two", b"three"])
def test_nor_is_what_somebody_else_added_as_it_was(tmp_path: Path, content: bytes) -> None:
    build(tmp_path, {"a/style.css": b"one", "index.html": b"page"})
    os.utime(tmp_path / "a/style.css", ns=(1, 1))
    folder = SiteFolder(tmp_path)
    folder.begin()
    (folder.next / "a").mkdir()
    (folder.next / "a/style.css").write_bytes(content)
    is_new = content != b"one"
    assert folder.place(["index.html"]) == is_new
    assert contents(tmp_path) == {"a/style.css": content, "index.html": b"page"}
    assert ((tmp_path / "a/style.css").stat().st_mtime_ns != 1) == is_new


def test_a_link_in_its_place_is_no_file_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"one")
    home = tmp_path / "site"
    build(home, {"a/index.html": b"page"})
    (home / "a/style.css").symlink_to(tmp_path / "elsewhere")
    folder = SiteFolder(home)
    folder.begin()
    (folder.next / "a").mkdir()
    (folder.next / "a/style.css").write_bytes(b"one")
    folder.place(["a/index.html"])
    assert not (home / "a/style.css").is_symlink() and (home / "a/style.css").read_bytes() == b"one"


def test_of_two_files_at_one_path_the_later_one_counts(tmp_path: Path) -> None:
    build(tmp_path, {"a/index.html": b"one"})
    for last in (b"one", b"two"):
        folder = SiteFolder(tmp_path)
        folder.begin()
        folder.write("a/index.html", b"without a body")
        folder.write("a/index.html", last)
        folder.place(["a/index.html"])
        assert contents(tmp_path) == {"a/index.html": last}


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    build(tmp_path, {"a": b"file", "b/c": b"below"})
    build(tmp_path, {"a/c": b"below", "b": b"file"})
    assert contents(tmp_path) == {"a/c": b"below", "b": b"file"}


def test_names_with_a_dot_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".nojekyll").write_bytes(b"")
    build(tmp_path, {"a": b"1"})
    assert (tmp_path / ".nojekyll").is_file()


def test_a_build_that_fails_leaves_the_last_site(tmp_path: Path) -> None:
    build(tmp_path, {"a/index.html": b"one"})
    failed = SiteFolder(tmp_path)
    failed.begin()
    failed.write("a/index.html", b"two")
    failed.write("b/index.html", b"new")
    failed.end()
    assert contents(tmp_path) == {"a/index.html": b"one"}


def test_what_a_killed_build_left_is_no_part_of_the_next(tmp_path: Path) -> None:
    (tmp_path / NEXT / "stray").mkdir(parents=True)
    (tmp_path / NEXT / "stray" / "index.html").write_bytes(b"half")
    build(tmp_path, {"a": b"1"})
    assert contents(tmp_path) == {"a": b"1"}


def test_two_builds_in_one_folder_do_not_mix(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    first, second = SiteFolder(tmp_path), SiteFolder(tmp_path)
    first.begin()
    first.write("a", b"1")
    with pytest.raises(CannotWrite, match="another build is writing"):
        second.begin()
    second.end()  # as a build that failed does: what the first has written stays
    assert first.place([]) == 1
    assert contents(tmp_path) == {"a": b"1"}
    second.begin()
    second.end()


def test_a_failure_while_files_are_moved_is_not_called_harmless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = SiteFolder(tmp_path)
    folder.begin()
    folder.write("a", b"1")

    def full(self: Path, *_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(CannotWrite, match="the disk is full; a part of the new site is in place"):
        folder.place([])
    monkeypatch.undo()
    folder.end()
    build(tmp_path, {"b": b"2"})
    assert contents(tmp_path) == {"b": b"2"}


def test_a_file_comes_piece_by_piece(tmp_path: Path) -> None:
    build(tmp_path, {"a": b"onetwo", "b": b"one"})
    folder = SiteFolder(tmp_path)
    folder.begin()
    read = partial(iter, [b"one", b"two"])
    assert not folder.write_pieces("a", 6, read), "it is there already"
    assert folder.write_pieces("b", 6, read)
    assert folder.write_pieces("new/c", 6, read), "its folder is made"
    assert not folder.write_pieces("a", 6, partial(iter, [bytearray(b"o"), b"netwo"]))
    assert folder.write_pieces("a", 6, partial(iter, [b"one", b"tow"]))
    folder.place([])
    folder.end()
    assert contents(tmp_path) == {"a": b"onetow", "b": b"onetwo", "new/c": b"onetwo"}


def test_what_this_process_put_there_need_not_be_looked_for(tmp_path: Path) -> None:
    states = [
        {"a": b"1", "b/c": b"2", "b/d/e": b"3"},
        {"a/f": b"4", "b/c": b"2", "g/h/i": b"5"},  # a file becomes a folder
        {"a": b"1", "b": b"6", "late": b"7"},  # and the other way round
        {},
    ]
    last = None
    for state in states:
        folder = SiteFolder(tmp_path, last)
        folder.begin()
        for path, content in state.items():
            if path != "late":
                folder.write(path, content)
        folder.place({path for path in state if path != "late"}, "mark")
        if "late" in state:
            folder.write("late", state["late"])
        assert contents(tmp_path) == state
        assert sorted(folder.below("b")) == sorted(path for path in state if path.startswith("b/"))
        folders = [path for path in tmp_path.rglob("*") if path.is_dir() and path.name != NEXT]
        assert all([*path.iterdir()] for path in folders), "none is left empty"
        last = folder
    (tmp_path / "foreign").write_bytes(b"8")
    for known, left in ((last, {"foreign": b"8"}), (None, {})):
        folder = SiteFolder(tmp_path, known)
        folder.begin()
        folder.place([])
        assert contents(tmp_path) == left, "it is looked for where nobody knows what lies there"


def test_after_a_placing_that_failed_all_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = SiteFolder(tmp_path)
    first.begin()
    first.write("a", b"1")
    first.place(["a"])
    failed = SiteFolder(tmp_path, first)
    failed.begin()
    failed.write("b", b"2")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(CannotWrite):
        failed.place(["b"])
    monkeypatch.undo()
    failed.end()
    again = SiteFolder(tmp_path, failed)
    again.begin()
    again.write("c", b"3")
    again.place(["c"])
    assert contents(tmp_path) == {"c": b"3"}


def test_what_lies_aside_does_not_come_into_the_site(tmp_path: Path) -> None:
    folder = SiteFolder(tmp_path)
    folder.begin()
    with pytest.raises(KeyError), folder.scratch("x") as aside:
        (aside / "one").write_bytes(b"1")
        raise KeyError
    with folder.scratch("x") as aside:
        assert not [*aside.iterdir()], "not even after an error"
        (aside / "two").write_bytes(b"2")
        folder.write("y", (aside / "two").read_bytes())
    folder.place([])
    folder.end()
    with folder.scratch("x") as aside:  # a server writes files for programs when one is asked for
        (aside / "three").write_bytes(b"3")
    assert contents(tmp_path) == {"y": b"2"}


def test_a_full_disk_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, {"a": b"1"})
    folder = SiteFolder(tmp_path)
    folder.begin()

    def full(path: Path, *_: object) -> BinaryIO:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("builtins.open", full)
    with pytest.raises(CannotWrite, match="the disk is full; the last site stands as it was"):
        folder.write("b", b"2")
    monkeypatch.undo()
    folder.end()
    assert contents(tmp_path) == {"a": b"1"}
