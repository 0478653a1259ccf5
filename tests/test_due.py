"""What is due is made when somebody asks for it, once, and never while a build runs."""

from __future__ import annotations

import threading

import pytest

from due import Due


def folder(path: str) -> str:
    """The piece of a path."""
    return path.partition("/")[0]


def test_made_once_and_only_when_asked() -> None:
    due = Due()
    made: list[str] = []
    due.begin()
    due.add(["data"], lambda path: "data" if path.startswith("data/") else None, made.append)
    due.add(["index"], lambda path: "index" if path == "index.js" else None, made.append)
    due.end()
    due.ask("about/")
    assert made == []
    due.ask("data/a.json")
    due.ask("data/b.json")
    assert made == ["data"]
    due.ask("index.js")
    assert made == ["data", "index"]


def test_a_new_build_forgets_what_was_due() -> None:
    due = Due()
    due.begin()
    due.add(["anything"], folder, lambda _: pytest.fail("of the build before"))
    due.end()
    due.begin()
    due.end()
    due.ask("anything")


def test_what_failed_stays_due() -> None:
    due = Due()
    tries: list[int] = []

    def fail_once(_: str) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("the disk is full")

    due.begin()
    due.add(["it"], folder, fail_once)
    due.end()
    with pytest.raises(OSError):
        due.ask("it")
    due.ask("it")
    due.ask("it")
    assert len(tries) == 2


def test_who_asks_during_a_build_gets_what_that_build_made_due() -> None:
    due = Due()
    made: list[str] = []
    due.begin()
    asked = threading.Thread(target=due.ask, args=("it",))
    asked.start()
    asked.join(0.05)
    assert asked.is_alive(), "it waits for the build"
    due.add(["it"], folder, made.append)
    due.end()
    asked.join(10)
    assert made == ["it"]


def test_what_was_sent_while_a_build_began_is_sent_again() -> None:
    """A server waits for a build of which it knew before the build itself had begun."""
    due = Due()
    made: list[str] = []
    sent: list[str] = []

    def send() -> str:
        if not sent:
            due.begin()
            due.add(["it"], folder, made.append)
            due.end()
        sent.append(f"with {len(made)}")
        return sent[-1]

    assert due.sent("it", send) == "with 1" and sent == ["with 0", "with 1"]
    assert due.sent("it", send) == "with 1" and len(sent) == 3, "no build has begun"


def test_a_build_that_failed_twice_leaves_nobody_waiting() -> None:
    due = Due()
    due.begin()
    due.begin()
    due.end()
    due.end()
    asked = threading.Thread(target=due.ask, args=("it",))
    asked.start()
    asked.join(10)
    assert not asked.is_alive()


def test_of_work_in_pieces_only_those_asked_for_are_made() -> None:
    due = Due()
    made: list[str] = []
    due.begin()
    due.add(["a", "b", "c"], lambda path: path[0] if path[0] in "abc" else None, made.append)
    due.end()
    for path in ("b/index.html", "b/raw.txt", "d/index.html"):
        due.ask(path)
    assert made == ["b"]
    due.ask_for_all()
    due.ask_for_all()
    assert made == ["b", "a", "c"]
