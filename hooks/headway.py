"""How far long work has come: a line in the log now and then, and one that processes forked before can read.

Enters: how many are done, and of how many. Leaves: lines in words. Knows nothing of MkDocs, nor
of what is done.
"""

from __future__ import annotations

from collections.abc import Callable
from mmap import mmap
from time import monotonic

PATIENCE = 10.0
"""Seconds without a word from which on the log says how far the work has come; most ends before."""

LONGEST = 256
"""Bytes of a line that other processes can read."""

Reached = Callable[[int, int], None]
"""Is told how many are done, and of how many."""


class Headway:
    """How far the work of a process has come."""

    def __init__(self, log: Callable[[str], object], clock: Callable[[], float] = monotonic) -> None:
        self._log = log
        self._clock = clock
        self._board = mmap(-1, LONGEST)  # processes that are forked from now on see what is written here

    def of(self, what: str) -> Reached:
        """What is to be told how many are done; `what` in words: "releases read".

        >>> headway = Headway(print)
        >>> reached = headway.of("releases read")
        >>> reached(2_500, 10_000)
        >>> headway.said()
        '2,500 of 10,000 releases read'
        """
        last = self._clock()

        def reached(done: int, count: int) -> None:
            nonlocal last
            line = f"{done:,} of {count:,} {what}"
            self._board[:] = line.encode()[:LONGEST].ljust(LONGEST, b"\0")
            if self._clock() - last >= PATIENCE:
                self._log(line)
                last = self._clock()

        return reached

    def said(self) -> str:
        """What was said last, here or in the process from which this one was forked; '' before the first."""
        return self._board[:].rstrip(b"\0").decode("utf-8", "replace")
