"""What a cabinet holds is had back whole, or not at all."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cabinet import Cabinet, pack, unpack

BODIES = {f"reading seeds/{number}.txt": pack(f"text {number} " * 40) for number in range(40)}


@pytest.fixture
def cabinet(tmp_path: Path) -> Cabinet:
    made = Cabinet(tmp_path / "cache" / "hosted.kept", "engine 1")
    made.write(BODIES, BODIES)
    return made


def test_what_is_put_in_is_had_back(cabinet: Cabinet) -> None:
    assert cabinet.read() == BODIES
    assert unpack(cabinet.read()["reading seeds/3.txt"]) == "text 3 " * 40


def test_only_what_changed_is_written(cabinet: Cabinet) -> None:
    new = {"reading seeds/3.txt": pack("other"), "rest": pack(None)}
    names = {*new, "reading seeds/4.txt"}
    cabinet.write(new, names)
    assert cabinet.read() == {**new, "reading seeds/4.txt": BODIES["reading seeds/4.txt"]}


def test_a_name_may_be_anything_that_a_disk_allows(cabinet: Cabinet) -> None:
    odd = {"reading seeds/\udcff\n'--.txt": pack(1)}
    cabinet.write(odd, odd)
    assert cabinet.read() == odd


def test_another_writer_has_nothing_here(cabinet: Cabinet) -> None:
    other = Cabinet(cabinet.path, "engine 2")
    assert other.read() == {}
    other.write({"rest": pack(2)}, ["rest"])
    assert other.read() == {"rest": pack(2)} and cabinet.read() == {}


def test_a_changed_byte_is_never_believed(cabinet: Cabinet) -> None:
    """Wherever it is: in a body, in a name, in what SQLite needs itself."""
    content = cabinet.path.read_bytes()
    for place in range(0, len(content), 97):
        spoilt = bytearray(content)
        spoilt[place] ^= 0x41
        cabinet.path.write_bytes(spoilt)
        assert cabinet.read() in (BODIES, {}), place
    cabinet.path.write_bytes(content)
    assert cabinet.read() == BODIES


def test_a_cut_file_is_never_believed(cabinet: Cabinet) -> None:
    content = cabinet.path.read_bytes()
    for length in range(0, len(content), 701):
        cabinet.path.write_bytes(content[:length])
        assert cabinet.read() == {}, length
        cabinet.write(BODIES, BODIES)
        assert cabinet.read() == BODIES, length


@pytest.mark.parametrize(
    "statement", ["DELETE FROM kept WHERE CAST(name AS TEXT) LIKE '%/7.txt'", "DROP TABLE kept"]
)
def test_what_somebody_took_out_is_missed(cabinet: Cabinet, statement: str) -> None:
    with closing(sqlite3.connect(cabinet.path)) as file, file:
        file.execute(statement)
    assert cabinet.read() == {}


def test_a_process_killed_while_it_writes_leaves_what_was_there(cabinet: Cabinet) -> None:
    pid = os.fork()
    if not pid:
        file = sqlite3.connect(cabinet.path)
        file.execute("PRAGMA cache_size = 1")  # so that changes reach the file before they are complete
        file.execute("UPDATE kept SET body = zeroblob(100000)")
        os._exit(0)
    os.waitpid(pid, 0)
    assert cabinet.read() == BODIES


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError):
        Cabinet(tmp_path / "file" / "hosted.kept", "engine").write(BODIES, BODIES)
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError):
        Cabinet(tmp_path / "folder", "engine").write(BODIES, BODIES)
    assert Cabinet(tmp_path / "folder", "engine").read() == {}
