"""Sees that a file has changed, without being in the way of a build.

MkDocs asks the disk for all files twice a second and compares two snapshots in Python: with ten thousand
releases that takes a third of a core, and of every build beside it. Here the disk is asked for less, and not
at all while a build runs: what changes meanwhile is seen when it has ended. Knows nothing of the record.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from time import perf_counter

from watchdog.events import FileModifiedEvent
from watchdog.observers.api import BaseObserver, EventEmitter

INTERVAL = 0.4
"""Seconds between two looks at the disk, at most."""

SHORTEST = 0.1
"""And at least."""

REST = 9
"""So many times as long as a look took nothing is looked at: it takes a tenth of a core, or little more."""

Mark = tuple[str, int, int, int]
"""Path, inode, size in bytes and time of the last change in nanoseconds: what tells one state of a file."""


class Emitter(EventEmitter):
    """Tells of every file at and below a path that is another than when it was last looked at."""

    marks: Sequence[Mark] = ()
    "Of the files as they were last."
    pause = SHORTEST
    "Seconds until the next look."

    @staticmethod
    def is_busy() -> bool:
        """Whether a build is under way."""
        return False

    def on_thread_start(self) -> None:
        """Look for the first time."""
        self.marks = marks(os.fsdecode(self.watch.path))

    def queue_events(self, timeout: float) -> None:
        """Wait, look, and tell of what has changed."""
        if self.stopped_event.wait(min(self.pause, timeout)) or self.is_busy():
            return
        begun = perf_counter()
        found = marks(os.fsdecode(self.watch.path))
        self.pause = max((perf_counter() - begun) * REST, SHORTEST)
        for path in sorted({mark[0] for mark in {*found}.symmetric_difference(self.marks)}):
            self.queue_event(FileModifiedEvent(path))
        self.marks = found


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


def observer(is_building: Callable[[], bool]) -> BaseObserver:
    """What a server is told of changes by; `is_building` tells that a build is under way."""

    class Patient(Emitter):
        is_busy = staticmethod(is_building)

    return BaseObserver(Patient, timeout=INTERVAL)
