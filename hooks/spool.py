"""Bytes by name that wait in a file until they are wanted: what only the next build reads needs no memory.

Enters: bytes by name, and a folder. Leaves: the same bytes. The file has no name, so it goes with the
process; where there is no room for it, what comes is held in memory after all. A process that forks leaves
it to one of the two. Knows nothing of what the bytes are.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

Place = tuple[int, int] | bytes
"""Where in the file, and how many; or what it did not take."""


class Spool(MutableMapping[str, bytes]):
    """A dictionary of bytes.

    >>> spool = Spool(Path("."))
    >>> spool["a"], spool["b"] = b"one", b"two"
    >>> spool["a"], [*spool], len(spool)
    (b'one', ['a', 'b'], 2)
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._places: dict[str, Place] = {}

    def __setitem__(self, name: str, body: bytes) -> None:
        self._places[name] = self._put(body)

    def __getitem__(self, name: str) -> bytes:
        place = self._places[name]
        if isinstance(place, bytes):
            return place
        assert self._file
        self._file.seek(place[0])
        return self._file.read(place[1])

    def __delitem__(self, name: str) -> None:
        del self._places[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def clear(self) -> None:
        """Give up all, and the room."""
        self._places.clear()
        if self._file:
            self._file.close()
            self._file = None

    def _put(self, body: bytes) -> Place:
        if self._folder is None:
            return body
        with suppress(OSError):
            if self._file is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._file = TemporaryFile(buffering=0, dir=self._folder)  # noqa: SIM115 - until `clear`
            at = self._file.seek(0, 2)
            if self._file.write(body) == len(body):
                return at, len(body)
        return body
