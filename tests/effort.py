"""How much work a call does, counted rather than timed: machines are noisy, counts are not."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

ENDLESS = 120.0
"""Seconds of work after which a call is taken for endless; far above what the slowest machine needs."""


def count_calls(step: Callable[[], object]) -> int:
    """Calls of functions, Python's and built-in ones, that a step makes."""
    calls = 0

    def notice(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(notice)
    try:
        step()
    finally:
        sys.setprofile(before)
    return calls


@contextmanager
def must_end(seconds: float = ENDLESS) -> Iterator[None]:
    """Fail instead of hanging: for patterns that could look back over a long text again and again.

    `seconds` are those that this process works, not those that pass: others may have the machine meanwhile.
    """

    def give_up(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"no end after {seconds:g} s of work")

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
