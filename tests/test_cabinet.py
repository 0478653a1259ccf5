"""What a cabinet holds is had back whole, or not at all."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cabinet import Cabinet, pack, pack_large, unpack

ME = "engine 1"
BODIES = {f"reading seeds/{number}.txt": pack(f"text {number} " * 40) for number in range(40)}


@pytest.fixture
def cabinet(tmp_path: Path) -> Cabinet:
    made = Cabinet(tmp_path / "cache" / "hosted.kept")
    made.write(BODIES, BODIES, ME)
    return made


def test_what_is_put_in_is_had_back(cabinet: Cabinet) -> None:
    assert cabinet.read(ME) == BODIES
    assert unpack(cabinet.read(ME)["reading seeds/3.txt"]) == "text 3 " * 40


@pytest.mark.parametrize("value", [None, "é" * 200_000, b"\0" * 200_000, [*range(100_000)], ("a", ["a"])])
def test_a_large_value_is_had_back_like_a_small_one(value: object) -> None:
    assert unpack(pack_large(value)) == unpack(pack(value)) == value


def test_only_what_changed_is_written(cabinet: Cabinet) -> None:
    new = {"reading seeds/3.txt": pack("other"), "rest": pack(None)}
    names = {*new, "reading seeds/4.txt"}
    cabinet.write(new, names, ME)
    assert cabinet.read(ME) == {**new, "reading seeds/4.txt": BODIES["reading seeds/4.txt"]}


def test_a_name_may_be_anything_that_a_disk_allows(cabinet: Cabinet) -> None:
    odd = {"reading seeds/\udcff\n'--.txt": pack(1)}
    cabinet.write(odd, odd, ME)
    assert cabinet.read(ME) == odd


def test_another_writer_has_nothing_here(cabinet: Cabinet) -> None:
    assert cabinet.read("engine 2") == {}
    cabinet.write({"rest": pack(2)}, ["rest"], "engine 2")
    assert cabinet.read("engine 2") == {"rest": pack(2)} and cabinet.read(ME) == {}


def test_nothing_is_added_to_what_another_process_wrote(cabinet: Cabinet) -> None:
    other = Cabinet(cabinet.path)
    assert other.read(ME) == BODIES
    theirs = {name: pack("theirs") for name in BODIES}
    other.write(theirs, theirs, ME)
    with pytest.raises(OSError):
        cabinet.write({"rest": pack("mine")}, ["rest", *BODIES], ME)
    assert cabinet.read(ME) == theirs
    cabinet.write({"rest": pack("mine")}, ["rest", *BODIES], ME)
    assert cabinet.read(ME) == {"rest": pack("mine"), **theirs}


def test_a_changed_byte_is_never_believed(cabinet: Cabinet) -> None:
    """Wherever it is: in a body, in a name, in what SQLite needs itself."""
    content = cabinet.path.read_bytes()
    for place in range(0, len(content), 97):
        spoilt = bytearray(content)
        spoilt[place] ^= 0x41
        cabinet.path.write_bytes(spoilt)
        assert cabinet.read(ME) in (BODIES, {}), place
    cabinet.path.write_bytes(content)
    assert cabinet.read(ME) == BODIES


def test_a_cut_file_is_never_believed(cabinet: Cabinet) -> None:
    content = cabinet.path.read_bytes()
    for length in range(0, len(content), 701):
        cabinet.path.write_bytes(content[:length])
        assert cabinet.read(ME) == {}, length
        cabinet.write(BODIES, BODIES, ME)
        assert cabinet.read(ME) == BODIES, length


@pytest.mark.parametrize(
    "statement", ["DELETE FROM kept WHERE CAST(name AS TEXT) LIKE '%/7.txt'", "DROP TABLE kept"]
)
def test_what_somebody_took_out_is_missed(cabinet: Cabinet, statement: str) -> None:
    with closing(sqlite3.connect(cabinet.path)) as file, file:
        file.execute(statement)
    assert cabinet.read(ME) == {}


def test_a_process_killed_while_it_writes_leaves_what_was_there(cabinet: Cabinet) -> None:
    pid = os.fork()
    if not pid:
        file = sqlite3.connect(cabinet.path)
        file.execute("PRAGMA cache_size = 1")  # so that changes reach the file before they are complete
        file.execute("UPDATE kept SET body = zeroblob(100000)")
        os._exit(0)
    os.waitpid(pid, 0)
    assert cabinet.read(ME) == BODIES


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError):
        Cabinet(tmp_path / "file" / "hosted.kept").write(BODIES, BODIES, ME)
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError):
        Cabinet(tmp_path / "folder").write(BODIES, BODIES, ME)
    assert Cabinet(tmp_path / "folder").read(ME) == {}


def test_a_file_that_another_process_is_writing_is_left_to_it(cabinet: Cabinet) -> None:
    with closing(sqlite3.connect(cabinet.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        cabinet.patience = 0.01
        with pytest.raises(OSError):
            cabinet.write({"rest": pack(1)}, ["rest", *BODIES], ME)
    assert cabinet.read(ME) == BODIES
