"""Files that are made only when somebody asks for them: while a site is served, most never are.

Enters: paths, and what makes the files at them. Leaves: the files, before they are sent. A build and the
making of files exclude each other, so nothing is made of a record that is being read anew. Knows nothing of
MkDocs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """Files that are due together."""

    covers: Callable[[str], bool]
    "Whether the file at a path below the site is one of them."
    make: Callable[[], None]


class Due:
    """What is due since the last build."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._is_building = False
        self._tasks: list[Task] = []

    def begin(self) -> None:
        """A build begins: what was due is no longer; who asks waits until the build ends."""
        if not self._is_building:
            self._lock.acquire()
            self._is_building = True
        self._tasks = []

    def add(self, covers: Callable[[str], bool], make: Callable[[], None]) -> None:
        """These files are due."""
        self._tasks.append(Task(covers, make))

    def end(self) -> None:
        """The build has ended, well or not."""
        if self._is_building:
            self._is_building = False
            self._lock.release()

    def ask(self, path: str) -> None:
        """Make what is due at a path below the site. What fails stays due."""
        if any(task.covers(path) for task in [*self._tasks]) or self._is_building:
            with self._lock:
                for task in [task for task in self._tasks if task.covers(path)]:
                    task.make()
                    self._tasks.remove(task)
