"""How far long work has come is said now and then, and seen by processes that were forked before."""

from __future__ import annotations

import os

import pytest

from headway import LONGEST, PATIENCE, Headway


class Clock:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_the_log_says_nothing_of_what_is_done_soon() -> None:
    said: list[str] = []
    reached = Headway(said.append, Clock()).of("releases read")
    for done in range(5):
        reached(done, 5)
    assert said == []


def test_the_log_says_it_again_after_a_while() -> None:
    said: list[str] = []
    clock = Clock()
    reached = Headway(said.append, clock).of("releases read")
    for done in range(0, 10_000, 1000):
        clock.at += PATIENCE / 2
        reached(done, 10_000)
    assert said == [f"{done:,} of 10,000 releases read" for done in range(1000, 10_000, 2000)]


def test_the_next_work_takes_the_place_of_the_last() -> None:
    headway = Headway(lambda _: None)
    assert headway.said() == ""
    headway.of("releases that were received this year read")(9_000, 10_000)
    headway.of("pages written")(1, 2)
    assert headway.said() == "1 of 2 pages written"


def test_a_line_that_is_too_long_is_cut() -> None:
    headway = Headway(lambda _: None)
    headway.of("é" * LONGEST)(1, 2)
    assert headway.said().startswith("1 of 2 éé") and len(headway.said()) < LONGEST


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_process_that_was_forked_before_sees_it() -> None:
    headway = Headway(lambda _: None)
    begin, beginning = os.pipe()
    told, telling = os.pipe()
    if not os.fork():
        os.read(begin, 1)
        os.write(telling, headway.said().encode())
        os._exit(0)
    headway.of("releases read")(2, 3)
    os.write(beginning, b".")
    assert os.read(told, LONGEST) == b"2 of 3 releases read"
    os.wait()
