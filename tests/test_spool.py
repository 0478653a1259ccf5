"""Bytes that wait in a file come back as they were, and a disk without room loses none."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import IO

import pytest

from spool import Spool, Spooled


def test_it_is_a_dictionary(tmp_path: Path) -> None:
    aside = Spooled(tmp_path / "made" / "below")
    aside["a"], aside["b"], aside["c"] = b"one", b"", b"three"
    aside["a"] = b"another"
    del aside["b"]
    assert dict(aside) == {"a": b"another", "c": b"three"}
    with pytest.raises(KeyError):
        aside["b"]


def test_nothing_is_seen_of_it_in_the_folder_and_its_room_is_given_up(tmp_path: Path) -> None:
    aside = Spooled(tmp_path)
    aside["a"] = bytes(100)
    assert not [*tmp_path.iterdir()]
    aside.clear()
    assert not aside
    aside["a"] = b"again"
    assert aside["a"] == b"again"


@pytest.mark.parametrize("taken", [0, 2, None])
def test_what_the_disk_does_not_take_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: int | None
) -> None:
    aside = Spooled(tmp_path)
    aside["before"] = b"one"

    class Full:
        def __init__(self, file: IO[bytes]) -> None:
            self.seek, self.read, self.fileno = file.seek, file.read, file.fileno

        def write(self, body: bytes) -> int:
            if taken is None:
                raise OSError(errno.ENOSPC, "No space left on device")
            return taken

    file = aside._spool._file
    assert file
    monkeypatch.setattr(aside._spool, "_file", Full(file))
    aside["full"] = b"two"
    assert dict(aside) == {"before": b"one", "full": b"two"}
    monkeypatch.setattr(aside._spool, "_file", file)
    aside["after"] = b"three"
    assert dict(aside) == {"before": b"one", "full": b"two", "after": b"three"}


def test_without_a_folder_or_where_none_can_be_made_it_is_held(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for aside in (Spooled(), Spooled(tmp_path / "file" / "folder")):
        aside["a"] = b"one"
        assert aside["a"] == b"one"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_reads_it_and_holds_what_comes_to_it(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    places = [spool.put(bytes([n]) * 1000) for n in range(100)]
    child = os.fork()
    if not child:
        own = spool.put(b"own")
        is_well = own == b"own" and [spool.at(place)[0] for place in places] == [*range(100)]
        os._exit(0 if is_well else 1)
    assert [spool.at(place)[-1] for place in reversed(places)] == [*reversed(range(100))]
    assert spool.at(spool.put(b"more")) == b"more"
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
