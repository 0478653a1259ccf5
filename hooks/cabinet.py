"""Values kept in a file from one process to the next, each on its own: only what changed is written again.

Enters: packed values by name, and who wrote them. Leaves: all of them, or none: a file that is cut, changed,
foreign or of another writer is never believed. It is an SQLite file: a process that is killed while it writes
leaves what was there before, and one that finds another state than it read adds nothing. Knows nothing of
what the values are.
"""

from __future__ import annotations

import pickle
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

TABLE = "CREATE TABLE IF NOT EXISTS kept (name BLOB PRIMARY KEY, total BLOB, body BLOB)"
"""Names stand in an index of their own: beside the bodies, a look for one name reads the bodies it passes."""

HEAD = b""
"""Name of the row that says who wrote the file, and of what sum all the others are."""


def pack(value: object) -> bytes:
    """A value as bytes; a quarter of what `pickle` alone gives."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)


def pack_large(value: object) -> bytes:
    """The same, what `pickle` gives being never held as a whole; of a small value it takes twice as long."""
    packing = _Packing()
    pickle.Pickler(packing, pickle.HIGHEST_PROTOCOL).dump(value)
    return packing.end()


class _Packing:
    """A file that holds what is written into it packed."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(1)
        self._parts: list[bytes] = []

    def write(self, part: bytes) -> None:
        self._parts.append(self._packer.compress(part))

    def end(self) -> bytes:
        return b"".join([*self._parts, self._packer.flush()])


def unpack(body: bytes) -> Any:
    """The value again."""
    return pickle.loads(zlib.decompress(body))


class Cabinet:
    """A file of packed values."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.patience = 5.0
        "Seconds to wait for another process that is writing."
        self._seal = b""
        "Of the state that was read or written last; nothing is added to another state."

    def read(self, writer: str, into: MutableMapping[str, bytes] | None = None) -> MutableMapping[str, bytes]:
        """Every packed value by name; nothing where the file is not there, spoilt, or of another writer.

        `into`: an empty mapping that takes them, for whoever would not hold all of them.
        """
        self._seal = b""
        found: MutableMapping[str, bytes] = {} if into is None else into
        if not self._read(writer, found):
            found.clear()
        return found

    def _read(self, writer: str, found: MutableMapping[str, bytes]) -> bool:
        if not self.path.is_file():
            return False
        totals = []
        head = (b"", b"")
        try:
            with self._open() as file:
                for name, total, body in file.execute("SELECT name, total, body FROM kept ORDER BY name"):
                    if name == HEAD:
                        head = (total, body)
                    elif total != _sum(name, body):
                        return False
                    else:
                        totals.append(total)
                        found[name.decode("utf-8", "surrogatepass")] = body
        except (sqlite3.Error, TypeError, ValueError, OverflowError, MemoryError):
            return False
        if head != (_seal(writer, totals), writer.encode()):
            return False
        self._seal = head[0]
        return True

    def write(self, bodies: Mapping[str, bytes], names: Iterable[str], writer: str) -> None:
        """Put these in, and take out whatever is not among `names`; where these are all, begin a new file.

        Raises OSError where the disk is full or cannot be written, or where another process wrote the file in
        the meantime.
        """
        kept = {_key(name) for name in names}
        is_whole = {_key(name) for name in bodies} >= kept
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if is_whole:
                self.path.unlink(missing_ok=True)
            with self._open() as file, file:
                file.execute("BEGIN IMMEDIATE")
                file.execute(TABLE)
                if not is_whole and self._seal not in self._seals(file):
                    raise OSError(f"{self.path} was written by another process")
                self._seal = _change(file, kept, bodies, writer)
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY:
                with suppress(OSError):
                    self.path.unlink()
            raise OSError(str(error)) from error

    def _seals(self, file: sqlite3.Connection) -> list[bytes]:
        return [seal for (seal,) in file.execute("SELECT total FROM kept WHERE name = ?", (HEAD,))]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, self.patience)) as file:
            file.execute("PRAGMA synchronous = OFF")  # sums tell what a loss of power spoilt
            yield file


def _change(
    file: sqlite3.Connection, kept: Collection[bytes], bodies: Mapping[str, bytes], writer: str
) -> bytes:
    gone = [name for (name,) in file.execute("SELECT name FROM kept") if name not in kept]
    file.executemany("DELETE FROM kept WHERE name = ?", ((name,) for name in gone))
    rows = ((_key(name), _sum(_key(name), body), body) for name, body in bodies.items())  # held one by one
    file.executemany("REPLACE INTO kept VALUES (?, ?, ?)", rows)
    totals = file.execute("SELECT total FROM kept WHERE name != ? ORDER BY name", (HEAD,))
    seal = _seal(writer, [total for (total,) in totals])
    file.execute("REPLACE INTO kept VALUES (?, ?, ?)", (HEAD, seal, writer.encode()))
    return seal


def _key(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _seal(writer: str, totals: Iterable[bytes]) -> bytes:
    found = blake2b(writer.encode(), digest_size=16)
    for total in totals:
        found.update(total)
    return found.digest()


def _sum(name: bytes, body: bytes) -> bytes:
    return blake2b(name + b"\n" + body, digest_size=16).digest()
