"""Work side by side gives the same as one after the other, and a lost process is an error."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading

import pytest

from workers import LEAST, WorkerLost, begin, side_by_side

forks = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="this system does not fork"
)


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, LEAST - 1, LEAST, 5 * LEAST + 3])
def test_everything_is_done_once_and_in_order(workers: int, count: int) -> None:
    beside = {"seen": 2}  # a forked process sees what is here
    subjects = list(range(count))
    assert side_by_side(lambda n: n * beside["seen"], subjects, workers) == [2 * n for n in subjects]


@forks
def test_it_is_really_done_by_others() -> None:
    done = side_by_side(lambda _: os.getpid(), range(LEAST), 2)
    assert os.getpid() not in done


def test_beside_other_threads_it_is_done_here() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert set(side_by_side(lambda _: os.getpid(), range(LEAST), 2)) == {os.getpid()}
        assert begin(os.getpid, 2)() == os.getpid()
    finally:
        stop.set()
        thread.join()


@forks
def test_an_error_in_a_process_is_an_error_here() -> None:
    def fail(number: int) -> int:
        raise ValueError(f"number {number}")

    with pytest.raises(ValueError, match="number 0"):
        side_by_side(fail, range(LEAST), 2)
    with pytest.raises(ValueError, match="number 7"):
        begin(lambda: fail(7), 2)()


@forks
def test_a_killed_process_is_said() -> None:
    here = os.getpid()

    def die(_: object = None) -> None:
        assert os.getpid() != here, "nothing was forked: a thread of another test still runs"
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(WorkerLost, match="was killed"):
        side_by_side(die, range(LEAST), 2)
    with pytest.raises(WorkerLost, match="was killed"):
        begin(die, 2)()


@forks
def test_work_begun_goes_on_by_itself() -> None:
    given = begin(lambda: os.getpid(), 2)
    assert given() != os.getpid()
