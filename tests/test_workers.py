"""Work side by side gives the same as one after the other, and a lost process is an error."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time

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


@pytest.mark.parametrize("workers", [1, 2])
def test_it_is_told_how_far_the_work_has_come(workers: int) -> None:
    count = 5 * LEAST + 3
    told: list[tuple[int, int]] = []
    side_by_side(slowly, range(count), workers, reached=lambda *both: told.append(both))
    assert told == sorted(set(told)) and len(told) > 4
    assert told[0][0] == 0 and {of for _, of in told} == {count} and told[-1][0] < count


def slowly(_: object = None) -> int:
    """Which process does it; long enough that others get something to do."""
    time.sleep(0.005)
    return os.getpid()


@forks
def test_this_process_and_others_do_it() -> None:
    done = set(side_by_side(slowly, range(LEAST), 3))
    assert os.getpid() in done
    assert len(done) == 3


@forks
def test_what_was_begun_counts_among_the_processes() -> None:
    end, ending = os.pipe()
    given = begin(lambda: os.read(end, 1), 2)
    try:
        assert set(side_by_side(slowly, range(LEAST), 2)) == {os.getpid()}
        assert len(set(side_by_side(slowly, range(LEAST), 3))) == 2
    finally:
        os.write(ending, b".")
    assert given() == b"."
    assert len(set(side_by_side(slowly, range(LEAST), 2))) == 2
    os.close(end)
    os.close(ending)


@forks
def test_when_what_was_begun_ends_its_place_is_taken() -> None:
    given = begin(slowly, 2)
    assert len(set(side_by_side(slowly, range(10 * LEAST), 2))) == 2
    assert given() != os.getpid()


@forks
def test_what_was_begun_and_is_done_holds_no_memory_while_others_work() -> None:
    here = os.getpid()
    given = begin(lambda: bytes(1 << 20), 2)  # more than a pipe holds

    def watch(_: object) -> bool:
        time.sleep(0.002)
        return os.getpid() == here and not multiprocessing.active_children()

    assert side_by_side(watch, range(10 * LEAST), 1)[-1] is False, "nobody has looked"
    side_by_side(slowly, range(10 * LEAST), 2)
    assert not multiprocessing.active_children()
    assert given() == bytes(1 << 20)


@forks
def test_no_process_is_left_after_an_error() -> None:
    def fail_here(number: int) -> int:
        if os.getpid() == here:
            raise ValueError("here")
        time.sleep(60)
        return number

    here = os.getpid()
    with pytest.raises(ValueError, match="here"):
        side_by_side(fail_here, range(LEAST), 3)
    assert not multiprocessing.active_children()


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

    def fail_there(number: int) -> int:
        time.sleep(0.005)
        return number if os.getpid() == here else fail(number)

    here = os.getpid()
    with pytest.raises(ValueError, match="number"):
        side_by_side(fail, range(LEAST), 2)
    with pytest.raises(ValueError, match="number"):
        side_by_side(fail_there, range(LEAST), 2)
    with pytest.raises(ValueError, match="number 7"):
        begin(lambda: fail(7), 2)()


@forks
def test_a_killed_process_is_said() -> None:
    here = os.getpid()

    def die(_: object = None) -> None:
        if os.getpid() == here:
            time.sleep(0.05)
        else:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(WorkerLost, match="was killed"):
        side_by_side(die, range(LEAST), 2)
    with pytest.raises(WorkerLost, match="was killed"):
        begin(die, 2)()


@forks
def test_work_begun_goes_on_by_itself() -> None:
    given = begin(lambda: os.getpid(), 2)
    assert given() != os.getpid()


@forks
def test_a_process_killed_while_it_sends_is_said() -> None:
    def send_and_die() -> bytes:
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGKILL)).start()
        return bytes(1 << 22)  # more than a pipe holds

    given = begin(send_and_die, 2)
    time.sleep(0.6)
    with pytest.raises(WorkerLost, match="was killed"):
        given()


@forks
def test_a_process_that_waits_to_send_does_not_hold_up_an_error() -> None:
    def much_or_error(_: int) -> bytes:
        if os.getpid() != here:
            return bytes(1 << 20)  # more than a pipe holds
        time.sleep(0.5)
        raise ValueError("here")

    here = os.getpid()
    with pytest.raises(ValueError, match="here"):
        side_by_side(much_or_error, range(LEAST), 2)
    assert not multiprocessing.active_children()
