"""Sees that a file has changed, without being in the way of a build.

MkDocs asks the disk for all files twice a second and compares two snapshots in Python: with ten thousand
releases that takes a third of a core, and of every build beside it. Here the disk is asked for less, and not
at all while a build runs: what changes meanwhile is seen when it has ended. Where the system tells of changes
by itself, the disk is asked at once; network drives and full tables do not tell, so it is asked all the same.
Knows nothing of the record.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
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

    marks: Sequence[Mark] = ()
    "Of the files as they were last."
    pause = SHORTEST
    "Seconds until the next look."
    teller: BaseObserver | None = None
    "The system, which tells that there is something to look at."

    def __init__(self, *settings: Any, **more: Any) -> None:
        super().__init__(*settings, **more)
        self.told = threading.Event()
        "Set where there is something to look at, or nothing any more."

    @staticmethod
    def is_busy() -> bool:
        """Whether a build is under way."""
        return False

    def on_thread_start(self) -> None:
        """Look for the first time."""
        path = os.fsdecode(self.watch.path)
        if os.path.isdir(path):
            self.teller = tells(path, self.told.set)
        self.marks = marks(path)

    def on_thread_stop(self) -> None:
        """Wait no longer."""
        self.told.set()
        if self.teller:
            self.teller.stop()

    def queue_events(self, timeout: float) -> None:
        """Wait, look, and tell of what has changed."""
        self.told.wait(min(self.pause, timeout))
        if self.is_busy():
            self.stopped_event.wait(SHORTEST)
            return
        self.told.clear()
        if self.stopped_event.is_set():
            return
        begun = perf_counter()
        found = marks(os.fsdecode(self.watch.path))
        self.pause = max((perf_counter() - begun) * REST, SHORTEST)
        for path in sorted({mark[0] for mark in {*found}.symmetric_difference(self.marks)}):
            self.queue_event(FileModifiedEvent(path))
        self.marks = found


def tells(path: str, tell: Callable[[], None]) -> BaseObserver | None:
    """Let the system tell of changes below a folder; None where it cannot, or asks the disk itself."""
    if Observer is PollingObserver:  # where a system has nothing better
        return None
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: tell()  # type: ignore[method-assign]  # as MkDocs does
    with suppress(OSError):  # so many folders may be watched, and some systems of files not at all
        teller = Observer()
        teller.schedule(handler, path, recursive=True, event_filter=[*CHANGES])
        teller.start()
        return teller
    return None


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
