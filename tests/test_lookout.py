"""A changed file is seen, also one that changed while a build ran; nothing is looked at meanwhile."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

import lookout
from lookout import Mark, marks

PATIENCE = 20.0
"""Seconds, for slow machines."""

TELLS = lookout.tells

NOT_TOLD = 77
"""The status of a process that was not told of a change by the system."""


@pytest.fixture(autouse=True)
def _silent_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is asked: the threads of what tells would stay, and other tests fork."""
    monkeypatch.setattr(lookout, "tells", lambda path, tell: None)


class Watching(FileSystemEventHandler):
    """Somebody who has been told of changes or not, while a build runs or not."""

    def __init__(self, folder: Path, before: Mapping[str, list[Mark]] | None = None) -> None:
        self.is_busy = False
        self.told = threading.Event()
        self.observer = lookout.observer(lambda: self.is_busy, before or {})
        self.observer.schedule(self, str(folder), recursive=True)
        self.observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note, as MkDocs does."""
        if not event.is_directory:
            self.told.set()

    def is_told(self, within: float = PATIENCE) -> bool:
        """Whether a change was seen in so many seconds; the next one counts anew."""
        was = self.told.wait(within)
        time.sleep(0.2)  # one change may give several events
        self.told.clear()
        return was


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two seeds, one of them below a folder."""
    (tmp_path / "seeds" / "mfaic").mkdir(parents=True)
    (tmp_path / "seeds" / "one.txt").write_text("one")
    (tmp_path / "seeds" / "mfaic" / "two.txt").write_text("two")
    return tmp_path / "seeds"


@pytest.fixture
def watching(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watching]:
    """Somebody who watches them."""
    monkeypatch.setattr(lookout, "INTERVAL", 0.05)
    watching = Watching(folder)
    time.sleep(0.3)  # the first snapshot
    yield watching
    watching.observer.stop()
    watching.observer.join(PATIENCE)


def test_a_change_is_seen(watching: Watching, folder: Path) -> None:
    assert not watching.is_told(within=0.3), "nothing has changed"
    (folder / "mfaic" / "two.txt").write_text("two and more")
    assert watching.is_told()
    (folder / "mfaic" / "three.txt").write_text("three")
    assert watching.is_told()
    (folder / "one.txt").unlink()
    assert watching.is_told()
    assert not watching.is_told(within=0.3)


def test_what_changed_since_a_state_that_was_seen_before_is_told(folder: Path) -> None:
    before = {str(folder): marks(str(folder))}
    quiet = Watching(folder, before)
    assert not quiet.is_told(within=0.5), "nothing has changed since"
    quiet.observer.stop()
    (folder / "mfaic" / "two.txt").write_text("two and more")
    late = Watching(folder, before)
    assert late.is_told() and not late.is_told(within=0.5), "once"
    late.observer.stop()
    for watching in (quiet, late):
        watching.observer.join(PATIENCE)


def test_a_change_that_the_system_tells_of_is_seen_at_once(folder: Path) -> None:
    """In a process of its own: what tells there has threads that outlive it."""
    seeing = multiprocessing.get_context("spawn").Process(target=see_at_once, args=(folder,))
    seeing.start()
    seeing.join(10 * PATIENCE)
    if seeing.exitcode == NOT_TOLD:
        pytest.skip("this system does not tell of changes")
    assert seeing.exitcode == 0


def see_at_once(folder: Path) -> None:
    """See changes long before the next look would be taken."""
    lookout.INTERVAL = lookout.SHORTEST = lookout.Emitter.pause = 60.0
    teller = lookout.tells(str(folder), print)
    if teller is None:
        sys.exit(NOT_TOLD)
    teller.stop()
    watching = Watching(folder)
    time.sleep(0.5)
    assert not watching.is_told(within=0.5), "looking at a folder is no change"
    for change in (
        lambda: (folder / "mfaic" / "two.txt").write_text("two and more"),
        lambda: (folder / "mfaic" / "two.txt").rename(folder / "mfaic" / "three.txt"),
        lambda: (folder / "one.txt").unlink(),
    ):
        change()
        assert watching.is_told()
    watching.observer.stop()
    watching.observer.join(PATIENCE)
    assert not watching.observer.is_alive()


@pytest.mark.parametrize("refused", ["__init__", "schedule", "start"])
def test_where_the_system_does_not_tell_the_disk_is_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "so many folders are watched already")

    monkeypatch.setattr(lookout, "tells", TELLS)
    monkeypatch.setattr(lookout.Observer, refused, refuse)
    monkeypatch.setattr(lookout, "INTERVAL", 0.05)
    before = threading.active_count()
    assert lookout.tells(str(folder), print) is None
    assert threading.active_count() == before, "no thread is left"
    watching = Watching(folder)
    time.sleep(0.3)
    (folder / "one.txt").write_text("one and more")
    assert watching.is_told()
    watching.observer.stop()
    watching.observer.join(PATIENCE)


def test_what_changes_while_a_build_runs_is_seen_after_it(watching: Watching, folder: Path) -> None:
    watching.is_busy = True
    time.sleep(0.2)
    (folder / "one.txt").write_text("changed")
    assert not watching.is_told(within=0.5)
    watching.is_busy = False
    assert watching.is_told()


def test_marks_tell_states_of_files_apart(folder: Path) -> None:
    first = marks(str(folder))
    assert [Path(mark[0]).name for mark in first] == ["two.txt", "one.txt"]
    assert marks(str(folder)) == first
    before = (folder / "one.txt").stat()
    (folder / "one.txt").write_text("two")
    os.utime(folder / "one.txt", ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert marks(str(folder)) != first, "as long as before, and a nanosecond later"


def test_marks_pass_over_what_cannot_be_read(folder: Path) -> None:
    assert marks(str(folder / "nothing")) == []
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "round").symlink_to(folder)
    (folder / "linked.txt").symlink_to(folder / "one.txt")
    names = [Path(mark[0]).relative_to(folder).as_posix() for mark in marks(str(folder))]
    assert names == ["linked.txt", "mfaic/two.txt", "one.txt", "round"]


def test_one_file_may_be_watched(folder: Path) -> None:
    assert [mark[0] for mark in marks(str(folder / "one.txt"))] == [str(folder / "one.txt")]
