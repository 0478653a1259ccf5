"""How much work a call does, counted rather than timed: machines are noisy, counts are not."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

ENDLESS = 120
"""Seconds after which a call is taken for endless; far above what the slowest machine needs."""


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
def must_end() -> Iterator[None]:
    """Fail instead of hanging: for patterns that could look back over a long text again and again."""

    def give_up(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"no end after {ENDLESS} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(ENDLESS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
