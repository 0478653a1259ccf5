"""The tables of the record as one SQLite file.

Enters: lines of values, table by table. Leaves: the bytes of a database that any program with SQLite
opens. The same lines give the same bytes, wherever SQLite keeps them meanwhile: no clock, a fixed page size,
rows in the order given, and what tells of the writing is taken out of the head of the file.
Must not be known here: the disk (who calls says where the tables are gathered), and what a value means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from gazette.exports.fields import Field
from gazette.exports.gathering import Gathering
from gazette.exports.pieces import Pieces
from gazette.exports.schema import TABLES, Table

PAGE = 4096
OF_THE_WRITING = (slice(24, 28), slice(92, 96), slice(96, 100))
"""Bytes of the file's head: how often it was changed, the same for the version, and SQLite's own version.

Source: sqlite.org/fileformat2.html.
"""

TYPES = {"text": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "count": "INTEGER"}
MOST_WAITING = 2_000


class Database:
    """A database as it grows; lines wait a little, so that they are written in long runs."""

    def __init__(self, gathering: Gathering, tables: Sequence[Table] = TABLES) -> None:
        self._gathering = gathering
        self._connection = connection = gathering.connect()
        connection.isolation_level = None
        run = connection.execute
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

    def content(self) -> Pieces:
        """The file; nothing can be added any more."""
        for name in self._tables:
            self._write(name)
        for table in self._tables.values():
            for column in (column for column, _ in table.links if column != table.key[0]):
                self._connection.execute(
                    f'CREATE INDEX "{table.name}_{column}" ON "{table.name}" ("{column}")'
                )
        self._connection.execute("COMMIT")
        written = self._gathering.database(self._connection)
        return Pieces(written.size, lambda: _without_writing(written.read()))

    def _write(self, name: str) -> None:
        places = ", ".join("?" * len(self._tables[name].fields))
        # Only events of seeds whose names clash ("a-b/c" beside "a/b-c") can share a key: the first keeps it.
        self._connection.executemany(f'INSERT OR IGNORE INTO "{name}" VALUES ({places})', self._waiting[name])
        self._waiting[name].clear()


def _without_writing(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The file without what tells of its writing; the head is in the first piece."""
    first = bytearray(next(pieces))
    for part in OF_THE_WRITING:
        first[part] = bytes(4)
    yield bytes(first)
    yield from pieces


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
