"""Work done side by side by this process and forked ones, which see what it sees, and end with it.

Enters: a piece of work for each subject. Leaves: what each gave, in the order of the subjects. This process
takes its share, since each other one comes to hold the memory of the record once more. Where a system cannot
fork, where there is little to do, or where threads run (`mkdocs serve`), all is done here. A process that is
killed ends all of it with an error. Knows nothing of MkDocs or of the record.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

Subject = TypeVar("Subject")
Given = TypeVar("Given")

LEAST = 64
"""So many subjects are worth a second process, where each is as little as a page."""

SHARES = 16
"""Pieces for each process: when one has got the long ones, the others take more."""

NUMBER = 4
"""Bytes of the number of a share."""

_begun: list[_Other] = []
"""Processes that work by themselves: they count among those that a build may have."""


class WorkerLost(RuntimeError):
    """A process was ended from outside before its work was done."""


class _Other:
    """A forked process at work, which sends what its work gives and ends."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._reader, writer = multiprocessing.Pipe(duplex=False)
        self._tie = os.pipe()  # nobody writes into it: what reads from it sees this process end
        fork = multiprocessing.get_context("fork").Process
        self._process: BaseProcess = fork(target=_run, args=(work, writer, *self._tie), daemon=True)
        self._process.start()
        self._answer: tuple[Any, BaseException | None] | None = None
        writer.close()

    def is_at_work(self) -> bool:
        """Whether it has neither sent anything nor ended.

        What it sent is taken in: as long as it waits to be rid of that it holds the memory of the record.
        """
        if self._answer is None and self._reader.poll():
            self._take()
        return self._answer is None

    def given(self) -> Any:
        """What its work gave; waits for it. Raises what the work raised."""
        value, error = self._answer or self._take()
        if error:
            raise error
        return value

    def _take(self) -> tuple[Any, BaseException | None]:
        try:
            self._answer = self._reader.recv()
        except (EOFError, OSError) as lost:  # before it sent anything, or while it did
            error = WorkerLost("a process of this build was killed before its work was done")
            error.__cause__ = lost
            self._answer = None, error
        finally:
            self.end()
        assert self._answer
        return self._answer

    def end(self) -> None:
        """Let it end, wherever it is: it may wait to send what nobody wants any more."""
        if not self._reader.closed:
            self._process.kill()
            self._process.join()
            self._reader.close()
            for end in self._tie:
                os.close(end)


def side_by_side(
    work: Callable[[Subject], Given],
    subjects: Sequence[Subject],
    workers: int,
    least: int = LEAST,
    reached: Callable[[int, int], object] = lambda done, count: None,
) -> list[Given]:
    """What `work` gives for each subject, pickled where another process did it; at most so many processes.

    `reached` is told now and then how many are done or under way, and of how many.
    """
    step = max(1, len(subjects) // (workers * SHARES))
    starts = range(0, len(subjects), step)

    def do(start: int) -> list[Given]:
        return [work(subject) for subject in subjects[start : start + step]]

    def do_here(start: int) -> list[Given]:
        reached(start, len(subjects))
        return do(start)

    if workers < 2 or len(subjects) < least or not can_fork():
        return [one for start in starts for one in do_here(start)]
    others: list[_Other] = []
    gc.freeze()  # so that the processes share this memory instead of copying it
    try:
        with _drawing(starts) as drawn:
            given: dict[int, list[Given]] = {}
            for start in drawn:
                while 1 + len(others) + sum(other.is_at_work() for other in _begun) < workers:
                    others.append(_Other(lambda: {start: do(start) for start in drawn}))
                given[start] = do_here(start)
                if not all(other.is_at_work() for other in others):
                    break  # nothing is left to draw, or it has failed
            for other in others:
                given |= other.given()
        return [one for start in sorted(given) for one in given[start]]
    finally:
        for other in others:
            other.end()
        gc.unfreeze()


def begin(work: Callable[[], Given], workers: int) -> Callable[[], Given]:
    """Begin a piece of work in a process of its own; what it gives is had by calling what comes back."""
    if workers < 2 or not can_fork():
        done = work()
        return lambda: done
    other = _Other(work)
    _begun.append(other)

    def given() -> Given:
        _begun.remove(other)
        made: Given = other.given()
        return made

    return given


def meanwhile(work: Callable[[], object]) -> Callable[[], None]:
    """Have something go on in a process of its own, where that can be, until what comes back is called.

    It does next to nothing, so it does not count among the processes that a build may have.
    """
    return _Other(work).end if can_fork() else lambda: None


def _run(work: Callable[[], Any], writer: Connection, reading: int, writing: int) -> None:
    """In the forked process: do the work, and send what it gives, or what it raises.

    Then it ends at once: to clear away a large record would take it long, and hold the memory meanwhile.
    """
    end_with_parent(reading, writing)
    gc.disable()
    try:
        writer.send((work(), None))
    except BaseException as error:
        writer.send((None, error))
    os._exit(0)


@contextmanager
def _drawing(numbers: Sequence[int]) -> Iterator[Iterator[int]]:
    """The numbers, each of which is drawn once, by this process or by one that it forks."""
    reading, writing = os.pipe()
    try:
        os.write(writing, b"".join(number.to_bytes(NUMBER, "big") for number in numbers))
    finally:
        os.close(writing)
    try:
        yield (int.from_bytes(drawn, "big") for drawn in iter(lambda: os.read(reading, NUMBER), b""))
    finally:
        os.close(reading)


def end_with_parent(reading: int, writing: int) -> None:
    """In a forked process: end as soon as the one that forked it is gone, even if it was killed.

    Else it would wait for work for ever, and keep the folder of the site locked.
    """
    os.close(writing)

    def watch() -> None:
        os.read(reading, 1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def can_fork() -> bool:
    """Whether this system forks, and no thread of this process would be lost by it."""
    return threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()


def usual_number() -> int:
    """As many processes as this machine lets us have processors, at most eight."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(allowed, 8)
