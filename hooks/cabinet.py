"""Values kept in a file from one process to the next, each on its own: only what changed is written again.

Enters: packed values by name, and who wrote them. Leaves: all of them, or none: a file that is cut, changed,
foreign or of another writer is never believed. It is an SQLite file: a process that is killed while it writes
leaves what was there before. Knows nothing of what the values are.
"""

from __future__ import annotations

import pickle
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

TABLE = "CREATE TABLE IF NOT EXISTS kept (name BLOB PRIMARY KEY, total BLOB, body BLOB) WITHOUT ROWID"

HEAD = b""
"""Name of the row that says who wrote the file, and of what sum all the others are."""


def pack(value: object) -> bytes:
    """A value as bytes; a quarter of what `pickle` alone gives."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)


def unpack(body: bytes) -> Any:
    """The value again."""
    return pickle.loads(zlib.decompress(body))


class Cabinet:
    """A file of packed values."""

    def __init__(self, path: Path, writer: str) -> None:
        self.path = path
        self.writer = writer.encode()

    def read(self) -> dict[str, bytes]:
        """Every packed value by name; nothing where the file is not there, spoilt, or of another writer."""
        if not self.path.is_file():
            return {}
        found: dict[str, bytes] = {}
        totals = []
        head = (b"", b"")
        try:
            with self._open() as file:
                for name, total, body in file.execute("SELECT name, total, body FROM kept ORDER BY name"):
                    if name == HEAD:
                        head = (total, body)
                    elif total != _sum(name, body):
                        return {}
                    else:
                        totals.append(total)
                        found[name.decode("utf-8", "surrogatepass")] = body
        except (sqlite3.Error, TypeError, ValueError, OverflowError, MemoryError):
            return {}
        return found if head == (self._seal(totals), self.writer) else {}

    def write(self, bodies: Mapping[str, bytes], names: Iterable[str]) -> None:
        """Put these in, and take out whatever is not among `names`; where these are all, begin a new file.

        Raises OSError where the disk is full or cannot be written; then the file holds nothing that is read.
        """
        kept = {name.encode("utf-8", "surrogatepass") for name in names}
        new = {name.encode("utf-8", "surrogatepass"): body for name, body in bodies.items()}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if new.keys() >= kept:
            self.path.unlink(missing_ok=True)
        try:
            self._write(kept, new)
        except sqlite3.Error as error:
            with suppress(OSError):
                self.path.unlink()
            raise OSError(str(error)) from error

    def _write(self, kept: set[bytes], new: Mapping[bytes, bytes]) -> None:
        with self._open() as file, file:
            file.execute(TABLE)
            gone = [name for (name,) in file.execute("SELECT name FROM kept") if name not in kept]
            file.executemany("DELETE FROM kept WHERE name = ?", ((name,) for name in gone))
            rows = ((name, _sum(name, body), body) for name, body in new.items())
            file.executemany("REPLACE INTO kept VALUES (?, ?, ?)", rows)
            totals = [
                total
                for (total,) in file.execute("SELECT total FROM kept WHERE name != ? ORDER BY name", (HEAD,))
            ]
            file.execute("REPLACE INTO kept VALUES (?, ?, ?)", (HEAD, self._seal(totals), self.writer))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path)) as file:
            file.execute("PRAGMA synchronous = OFF")  # sums tell what a loss of power spoilt
            yield file

    def _seal(self, totals: Iterable[bytes]) -> bytes:
        found = blake2b(self.writer, digest_size=16)
        for total in totals:
            found.update(total)
        return found.digest()


def _sum(name: bytes, body: bytes) -> bytes:
    return blake2b(name + b"\n" + body, digest_size=16).digest()
