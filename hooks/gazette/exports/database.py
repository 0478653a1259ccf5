"""The tables of the record as one SQLite file, made in a place that SQLite keeps to itself.

Enters: lines of values, table by table. Leaves: the bytes of a database that any program with SQLite
opens. The same lines give the same bytes: no clock, a fixed page size, rows in the order given, and the
version of the library that wrote it is taken out of the head of the file.
Must not be known here: the disk, and what a value means.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from gazette.exports.fields import Field
from gazette.exports.schema import TABLES, Table

PAGE = 4096
VERSION_OF_WRITER = slice(96, 100)
"""Bytes of the file's head in which SQLite notes its own version. Source: sqlite.org/fileformat2.html."""

TYPES = {"text": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "count": "INTEGER"}
MOST_WAITING = 2_000

CACHE = 32_768
"""KiB of the file that are held in memory."""


class Database:
    """A database as it grows; lines wait a little, so that they are written in long runs.

    Without a name SQLite makes a file that nobody else sees and that goes with the connection: a large record
    is not held in memory. Raises OSError where there is no room for it.
    """

    def __init__(self, tables: Sequence[Table] = TABLES) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        run = self._connection.execute
        run("PRAGMA journal_mode = OFF")
        run("PRAGMA synchronous = OFF")
        run(f"PRAGMA cache_size = -{CACHE}")
        run(f"PRAGMA page_size = {PAGE}")
        run("PRAGMA encoding = 'UTF-8'")
        run("PRAGMA auto_vacuum = NONE")
        run("BEGIN")
        for table in tables:
            run(definition(table))
        self._waiting: dict[str, list[Sequence[Any]]] = {table.name: [] for table in tables}
        self._tables = {table.name: table for table in tables}

    def add(self, name: str, lines: Iterable[Sequence[Any]]) -> None:
        """Add lines to a table."""
        waiting = self._waiting[name]
        waiting.extend(lines)
        if len(waiting) >= MOST_WAITING:
            self._write(name)

    def content(self) -> bytearray:
        """The file; the database is closed. It may be a gigabyte, so no more copies are made than must be."""
        for name in self._tables:
            self._write(name)
        with _room():
            for table in self._tables.values():
                for column in (column for column, _ in table.links if column != table.key[0]):
                    self._connection.execute(
                        f'CREATE INDEX "{table.name}_{column}" ON "{table.name}" ("{column}")'
                    )
            self._connection.execute("COMMIT")
        written = self._connection.serialize()
        self._connection.close()
        content = bytearray(written)
        content[VERSION_OF_WRITER] = bytes(4)
        return content

    def _write(self, name: str) -> None:
        places = ", ".join("?" * len(self._tables[name].fields))
        # Only events of seeds whose names clash ("a-b/c" beside "a/b-c") can share a key: the first keeps it.
        with _room():
            run = self._connection.executemany
            run(f'INSERT OR IGNORE INTO "{name}" VALUES ({places})', self._waiting[name])
        self._waiting[name].clear()


@contextmanager
def _room() -> Iterator[None]:
    """Let SQLite's way to say that a disk is full be Python's."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        raise OSError(errno.ENOSPC, "no room for temporary files") from error


def definition(table: Table) -> str:
    """The CREATE TABLE of a table: columns with types, the key, and where columns lead."""
    lines = [_column(field) for field in table.fields]
    lines.append(f"PRIMARY KEY ({_names(table.key)})")
    lines += [f'FOREIGN KEY ("{column}") REFERENCES "{other}" ("id")' for column, other in table.links]
    return (
        f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n)" + " WITHOUT ROWID" * table.narrow
    )


def _column(field: Field) -> str:
    return f'"{field.column}" {TYPES[field.kind]}'


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
