"""Where the tables of a record are gathered until the last line is there.

Enters: nothing. Leaves: an empty database and empty sheets, and what has been written into them.
Must not be known here: the disk (who calls may gather there), and what a table holds.
"""

from __future__ import annotations

import sqlite3
from io import BytesIO
from typing import BinaryIO, Protocol

from gazette.exports.pieces import Content, Pieces


class Gathering(Protocol):
    """A place for tables."""

    def connect(self) -> sqlite3.Connection:
        """An empty database."""

    def database(self, connection: sqlite3.Connection) -> Pieces:
        """The bytes of the database, all of which is written; it is closed."""

    def sheet(self, name: str) -> BinaryIO:
        """An empty file for the lines of one table."""

    def written(self, sheet: BinaryIO) -> Content:
        """What was written into a sheet; it is closed."""


class InMemory:
    """In memory: for whoever has enough of it, or no disk. SQLite gives no more than two gigabytes so."""

    def connect(self) -> sqlite3.Connection:
        """An empty database."""
        return sqlite3.connect(":memory:")

    def database(self, connection: sqlite3.Connection) -> Pieces:
        """The bytes of the database."""
        written = connection.serialize()
        connection.close()
        return Pieces(len(written), lambda: iter((written,)))

    def sheet(self, name: str) -> BinaryIO:
        """An empty file."""
        return BytesIO()

    def written(self, sheet: BinaryIO) -> Content:
        """What was written into a sheet."""
        sheet.seek(0)
        return sheet.read()
