"""Bytes that wait in a file come back as they were, and a disk without room loses none."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import IO

import pytest

from spool import Spool


def test_it_is_a_dictionary(tmp_path: Path) -> None:
    aside = Spool(tmp_path / "made" / "below")
    aside["a"], aside["b"], aside["c"] = b"one", b"", b"three"
    aside["a"] = b"another"
    del aside["b"]
    assert dict(aside) == {"a": b"another", "c": b"three"}
    with pytest.raises(KeyError):
        aside["b"]


def test_nothing_is_seen_of_it_in_the_folder_and_its_room_is_given_up(tmp_path: Path) -> None:
    aside = Spool(tmp_path)
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
    aside = Spool(tmp_path)
    aside["before"] = b"one"

    class Full:
        def __init__(self, file: IO[bytes]) -> None:
            self.seek, self.read = file.seek, file.read

        def write(self, body: bytes) -> int:
            if taken is None:
                raise OSError(errno.ENOSPC, "No space left on device")
            return taken

    file = aside._file
    assert file
    monkeypatch.setattr(aside, "_file", Full(file))
    aside["full"] = b"two"
    assert dict(aside) == {"before": b"one", "full": b"two"}
    monkeypatch.setattr(aside, "_file", file)
    aside["after"] = b"three"
    assert dict(aside) == {"before": b"one", "full": b"two", "after": b"three"}


def test_without_a_folder_or_where_none_can_be_made_it_is_held(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for aside in (Spool(), Spool(tmp_path / "file" / "folder")):
        aside["a"] = b"one"
        assert aside["a"] == b"one"
