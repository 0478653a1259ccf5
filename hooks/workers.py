"""Work done side by side by forked processes, which see what the one that forked them sees, and end with it.

Enters: a piece of work for each subject. Leaves: what each gave, in the order of the subjects. Where a system
cannot fork, where there is little to do, or where threads run (`mkdocs serve`), the work is done in this
process. A process that is killed ends all of it with an error. Knows nothing of MkDocs or of the record.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

Subject = TypeVar("Subject")
Given = TypeVar("Given")

LEAST = 64
"""So many subjects are worth a second process, where each is as little as a page."""

SHARES = 8
"""Pieces for each process: when one has got the long ones, the others take more."""

_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What the forked processes do; theirs is the copy that was made when they were forked."""


class WorkerLost(RuntimeError):
    """A process was ended from outside before its work was done."""


def side_by_side(
    work: Callable[[Subject], Given], subjects: Sequence[Subject], workers: int, least: int = LEAST
) -> list[Given]:
    """What `work` gives for each subject, pickled where another process did it; at most so many processes."""
    if workers < 2 or len(subjects) < least or not can_fork():
        return [work(subject) for subject in subjects]
    global _work
    _work = (work, subjects)
    step = max(1, len(subjects) // (workers * SHARES))
    gc.freeze()  # so that the processes share this memory instead of copying it
    try:
        forking = multiprocessing.get_context("fork")
        with _tie() as tie, ProcessPoolExecutor(workers, forking, end_with_parent, tie) as pool:
            shares = pool.map(_share, range(0, len(subjects), step), [step] * len(subjects))
            return [given for share in shares for given in share]
    except BrokenProcessPool as error:
        raise WorkerLost("a process of this build was killed before its work was done") from error
    finally:
        _work = None
        gc.unfreeze()


def begin(work: Callable[[], Given], workers: int) -> Callable[[], Given]:
    """Begin a piece of work in a process of its own; what it gives is had by calling what comes back."""
    if workers < 2 or not can_fork():
        done = work()
        return lambda: done
    reader, writer = multiprocessing.Pipe(duplex=False)
    tied = _tie()
    tie = tied.__enter__()

    def run() -> None:
        end_with_parent(*tie)
        gc.disable()
        try:
            writer.send((work(), None))
        except BaseException as error:
            writer.send((None, error))

    process = multiprocessing.get_context("fork").Process(target=run, daemon=True)
    process.start()
    writer.close()

    def given() -> Given:
        try:
            value, error = reader.recv()
        except EOFError as lost:
            raise WorkerLost("a process of this build was killed before its work was done") from lost
        process.join()
        tied.__exit__(None, None, None)
        if error:
            raise error
        return value  # type: ignore[no-any-return]

    return given


@contextmanager
def _tie() -> Iterator[tuple[int, int]]:
    """A pipe that nobody writes into: read by forked processes, it ends when this process does."""
    ends = os.pipe()
    try:
        yield ends
    finally:
        for end in ends:
            os.close(end)


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


def _share(start: int, step: int) -> list[Any]:
    assert _work is not None
    work, subjects = _work
    gc.disable()
    return [work(subject) for subject in subjects[start : start + step]]
