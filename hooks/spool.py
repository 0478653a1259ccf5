"""Bytes that wait in a file until they are wanted: what few will read needs no memory.

Enters: bytes, and a folder. Leaves: the same bytes. The file has no name, so it goes with the process; where
there is no room for it, what comes is held in memory after all. Forked processes may read what lies in it;
what comes to them they hold. Knows nothing of what the bytes are.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

Place = int | bytes
"""Where in the file and how many, as one number, which takes less room than two; or what it did not take."""

MOST = 1 << 32
"""Fewer bytes than this has a piece; the place in the file is counted in it."""


class Spool:
    """A file to which bytes are added.

    >>> spool = Spool(Path("."))
    >>> place = spool.put(b"one")
    >>> spool.at(place)
    b'one'
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._process = os.getpid()

    def put(self, body: bytes) -> Place:
        """Add bytes; where they are had again."""
        if self._folder is None or self._process != os.getpid() or len(body) >= MOST:
            return body
        with suppress(OSError):
            if self._file is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._file = TemporaryFile(buffering=0, dir=self._folder)  # noqa: SIM115 - until `clear`
            at = self._file.seek(0, os.SEEK_END)
            if self._file.write(body) == len(body):
                return at * MOST + len(body)
        return body

    def at(self, place: Place) -> bytes:
        """The bytes that were put there."""
        if isinstance(place, bytes):
            return place
        assert self._file
        at, count = divmod(place, MOST)
        if hasattr(os, "pread"):  # a process that reads moves nothing for the others
            return os.pread(self._file.fileno(), count, at)
        self._file.seek(at)
        return self._file.read(count)

    def clear(self) -> None:
        """Give up all, and the room."""
        if self._file:
            self._file.close()
            self._file = None


class Spooled(MutableMapping[str, bytes]):
    """A dictionary of bytes in such a file.

    >>> found = Spooled(Path("."))
    >>> found["a"], found["b"] = b"one", b"two"
    >>> found["a"], [*found], len(found)
    (b'one', ['a', 'b'], 2)
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._spool = Spool(folder)
        self._places: dict[str, Place] = {}

    def __setitem__(self, name: str, body: bytes) -> None:
        self._places[name] = self._spool.put(body)

    def __getitem__(self, name: str) -> bytes:
        return self._spool.at(self._places[name])

    def __delitem__(self, name: str) -> None:
        del self._places[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def clear(self) -> None:
        """Give up all, and the room."""
        self._places.clear()
        self._spool.clear()
