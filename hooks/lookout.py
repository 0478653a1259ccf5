"""Sees that a file has changed, without being in the way of a build.

MkDocs asks the disk for all files twice a second and compares two snapshots in Python: with ten thousand
releases that takes a third of a core, and of every build beside it. Here the disk is asked for less, and not
at all while a build runs: what changes meanwhile is seen when it has ended. Where the system tells by itself
of a change, that file is looked at at once; network drives and full tables do not tell, so the disk is asked
all the same. Knows nothing of the record.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from queue import Empty, Queue
from time import perf_counter
from typing import Any

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, EventEmitter
from watchdog.observers.polling import PollingObserver

INTERVAL = 0.4
"""Seconds between two looks at the disk, at most."""

SHORTEST = 0.1
"""And at least."""

REST = 9
"""So many times as long as a look took nothing is looked at: it takes a tenth of a core, or little more."""

CHANGES: Sequence[type[FileSystemEvent]] = (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
)
"""Of what the system is to tell; reading is no change, and a look reads every folder."""

Mark = tuple[str, int, int, int]
"""Path, inode, size in bytes and time of the last change in nanoseconds: what tells one state of a file."""


class Emitter(EventEmitter):
    """Tells of every file at and below a path that is another than when it was last looked at."""

    pause = SHORTEST
    "Seconds until the next look."
    teller: BaseObserver | None = None
    "The system, which tells that there is something to look at."

    def __init__(self, *settings: Any, **more: Any) -> None:
        super().__init__(*settings, **more)
        self.known: dict[str, Mark] = {}
        "The files as they were last, by path."
        self.told: Queue[str] = Queue()
        "Paths of which the system told."

    @staticmethod
    def is_busy() -> bool:
        """Whether a build is under way."""
        return False

    @staticmethod
    def first(path: str) -> list[Mark]:
        """The files at and below a path in the state from which on changes are to be told."""
        return marks(path)

    def on_thread_start(self) -> None:
        """Look for the first time."""
        path = os.fsdecode(self.watch.path)
        if os.path.isdir(path):
            self.teller = tells(path, self.told.put)
        self.known = {mark[0]: mark for mark in self.first(path)}

    def on_thread_stop(self) -> None:
        """Wait no longer."""
        self.told.put("")
        if self.teller:
            self.teller.stop()

    def queue_events(self, timeout: float) -> None:
        """Wait, look, and tell of what has changed."""
        told = {path for path in self._wait(min(self.pause, timeout)) if path}
        if self.stopped_event.is_set():
            return
        if self.is_busy():
            self.stopped_event.wait(SHORTEST)
            for path in told:
                self.told.put(path)
            return
        if told and told <= self.known.keys():
            seen = {mark[0]: mark for path in told for mark in marks(path)}
            found = {path: mark for path, mark in self.known.items() if path not in told} | seen
            changed = {path for path in told if seen.get(path) != self.known[path]}
        else:
            begun = perf_counter()
            found = {mark[0]: mark for mark in marks(os.fsdecode(self.watch.path))}
            self.pause = max((perf_counter() - begun) * REST, SHORTEST)
            changed = {mark[0] for mark in {*found.values()}.symmetric_difference(self.known.values())}
        for path in sorted(changed):
            self.queue_event(FileModifiedEvent(path))
        self.known = found

    def _wait(self, seconds: float) -> Iterator[str]:
        """What the system tells, or nothing when so much time has passed."""
        with suppress(Empty):
            yield self.told.get(timeout=seconds)
            while True:
                yield self.told.get_nowait()


def tells(path: str, tell: Callable[[str], None]) -> BaseObserver | None:
    """Let the system tell the paths of what changes below a folder; None where it does not."""
    if Observer is PollingObserver:  # where a system has nothing better
        return None
    handler = FileSystemEventHandler()

    def take(event: FileSystemEvent) -> None:
        for name in (event.src_path, event.dest_path):
            tell(os.fsdecode(name))

    handler.on_any_event = take  # type: ignore[method-assign]  # as MkDocs does
    try:
        teller = Observer()
    except OSError:  # so many programs may ask to be told
        return None
    try:
        teller.schedule(handler, path, recursive=True, event_filter=[*CHANGES])
        teller.start()
    except OSError:  # of so many folders, and of some systems of files not at all
        teller.stop()
        return None
    return teller


def marks(path: str) -> list[Mark]:
    """Every file at and below a path, sorted; what cannot be read is passed over.

    Links to folders are not followed; of a folder only what lies in it counts.
    """
    if not os.path.isdir(path):
        try:
            return [mark_of(path, os.stat(path))]
        except OSError:
            return []
    found: list[Mark] = []
    left = [path]
    while left:
        try:
            entries = list(os.scandir(left.pop()))
        except OSError:
            continue
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    left.append(entry.path)
                else:
                    found.append(mark_of(entry.path, entry.stat()))
            except OSError:
                continue
    found.sort()
    return found


def mark_of(path: str, seen: os.stat_result) -> Mark:
    """What tells one state of a file from another."""
    return path, seen.st_ino, seen.st_size, seen.st_mtime_ns


def observer(is_building: Callable[[], bool], before: Mapping[str, list[Mark]]) -> BaseObserver:
    """What a server is told of changes by; `is_building` tells that a build is under way.

    `before` has the files below some paths as they were when the first build began, which may take minutes:
    what has changed since is told too.
    """

    class Patient(Emitter):
        is_busy = staticmethod(is_building)

        @staticmethod
        def first(path: str) -> list[Mark]:
            return before[path] if path in before else marks(path)

    return BaseObserver(Patient, timeout=INTERVAL)
