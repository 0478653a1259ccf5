"""Files that are made only when somebody asks for them: while a site is served, most never are.

Enters: which piece of work a path belongs to, and what does it. Leaves: the files, before they are sent. A
build and the making of files exclude each other, so nothing is made of a record that is being read anew; and
what was sent while a build began is sent again, since a file of that build may have been due.
Knows nothing of MkDocs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

Sent = TypeVar("Sent")


@dataclass(frozen=True, slots=True)
class Task:
    """Work that is due, in one piece or in many."""

    pieces: Collection[Hashable]
    covers: Callable[[str], Hashable | None]
    "The piece that makes the file at a path below the site; None where none does."
    make: Callable[[Any], None]
    made: set[Hashable] = field(default_factory=set)

    def left(self, path: str) -> Hashable | None:
        """The piece that is still to be made before the file at a path can be sent."""
        piece = self.covers(path)
        return None if piece in self.made else piece


class Due:
    """What is due since the last build."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._is_building = False
        self._begun = 0
        "Builds so far."
        self.tasks: tuple[Task, ...] = ()

    @property
    def is_building(self) -> bool:
        """Whether a build is under way."""
        return self._is_building

    def begin(self) -> None:
        """A build begins: what was due is no longer; who asks waits until the build ends."""
        if not self._is_building:
            self._lock.acquire()
            self._is_building = True
        self._begun += 1
        self.tasks = ()

    def add(
        self,
        pieces: Collection[Hashable],
        covers: Callable[[str], Hashable | None],
        make: Callable[[Any], None],
    ) -> None:
        """These pieces are due: `covers` tells the piece of a path, `make` makes the files of a piece."""
        self.tasks += (Task(pieces, covers, make),)

    def end(self) -> None:
        """The build has ended, well or not."""
        if self._is_building:
            self._is_building = False
            self._lock.release()

    def ask(self, path: str) -> None:
        """Make what is due at a path below the site. What fails stays due."""
        if self._is_building or any(task.left(path) is not None for task in self.tasks):
            with self._lock:
                for task in self.tasks:
                    piece = task.left(path)
                    if piece is not None:
                        self._make(task, piece)

    def sent(self, path: str, send: Callable[[], Sent]) -> Sent:
        """What `send` gives for a path below the site once nothing is due there.

        It may wait for a build that has not begun when it is called: then it is called again.
        """
        while True:
            begun = self._begun
            self.ask(path)
            answer = send()
            if begun == self._begun:
                return answer

    def ask_for_all(self) -> None:
        """Make everything that is due."""
        with self._lock:
            for task in self.tasks:
                for piece in [piece for piece in task.pieces if piece not in task.made]:
                    self._make(task, piece)

    def _make(self, task: Task, piece: Hashable) -> None:
        task.make(piece)
        task.made.add(piece)
