"""Which files are what they were when they were last read, told without opening them.

Enters: what the disk says of a file. Leaves: whether it is the same as then. As `git` does it: inode, size
and times have to be the same, and a file that had just been written when it was read is read again, since it
may have been written once more within one tick of the clock. Must not be known here: what files hold.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable

TICK = 2_000_000_000
"""Nanoseconds: the coarsest clock of a disk that is in use (FAT)."""

Stamp = tuple[int, int, int, int, int]
"""Device, inode, size, time of the last change of content and of anything."""


class Stamps:
    """Of files that were read, by name; for one process and as long as it lasts."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock
        "Nanoseconds since 1970: the engine itself knows no time."
        self._known: dict[str, tuple[Stamp, str]] = {}
        "With the sum of what was read."
        self._seen: dict[str, Stamp] = {}
        "Of files that are about to be read."

    def holds(self, name: str, path: str, sha256: str) -> bool:
        """Whether a file surely has the bytes of a sum; if that cannot be told, it is about to be read."""
        try:
            seen = os.lstat(path)
        except OSError:
            return False
        stamp = (seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)
        if self._known.get(name) == (stamp, sha256):
            return True
        is_old = max(seen.st_mtime_ns, seen.st_ctime_ns) < self._clock() - TICK
        if is_old and stat.S_ISREG(seen.st_mode):
            self._seen[name] = stamp
        return False

    def settle(self, sums: Iterable[tuple[str, str]]) -> None:
        """The files have been read: name and sum of each."""
        if not self._seen:
            return
        self._known.update((name, (self._seen[name], sha256)) for name, sha256 in sums if name in self._seen)
        self._seen.clear()
