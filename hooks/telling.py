"""What the files for other programs say of releases, kept for the process that writes them next.

Enters: a cabinet, the state of the record of which it was written, and which releases are the same as then.
Leaves: what was said of them, where all else that bears on it is the same too. Knows nothing of MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from contextlib import suppress
from typing import Any, TypeVar

from cabinet import Cabinet, pack, unpack
from gazette.model import Release
from gazette.remembering import Remembered
from gazette.watching import Look
from spool import Spooled

Made = TypeVar("Made")

ALONE = "release"
"""The lines of a release in the file: its values tell all that bears on them."""

FRAMED = "feed"
"""On a feed in the file also bears what the round is made of. All else is made in a moment, and not kept."""

FRAME = "frame"
"""Under this the file has what the round is made of: one for all feeds in it.

It is compared as a value, since equal values may be packed to different bytes.
"""


class Told(Remembered):
    """Has in a file what is named (kind, id), of releases that have not changed and the same other values."""

    def __init__(self, cabinet: Cabinet, last: str, unchanged: Collection[str]) -> None:
        super().__init__()
        self._cabinet = cabinet
        self._bodies = Spooled(cabinet.path.parent)
        if unchanged:
            cabinet.read(last, self._bodies)
        self._unchanged = unchanged
        self._written = Spooled(cabinet.path.parent)
        self._asked: set[str] = set()
        self._has_frame = False
        "Whether the feeds in the file are of this round's frame."

    def begin(self, of: object, changed: frozenset[Look] | None = frozenset()) -> None:
        """Begin a round of this; see `Remembered.begin`."""
        super().begin(of, changed)
        self._has_frame = FRAME in self._bodies and unpack(self._bodies[FRAME]) == of
        self._asked.add(FRAME)
        if not self._has_frame:
            self._written[FRAME] = pack(of)

    def give(self, name: Hashable, of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was said of the same values, or what is said now."""
        if not isinstance(name, tuple) or name[0] not in (ALONE, FRAMED):
            return super().give(name, of, make)
        key = " ".join(map(str, name))
        self._asked.add(key)
        releases = [value.id for value in of if isinstance(value, Release)]
        others = [value for value in of if not isinstance(value, Release)]
        beside = (releases, others)
        is_of_round = name[0] == ALONE or self._has_frame
        if is_of_round and key in self._bodies and all(id in self._unchanged for id in releases):
            held, made = unpack(self._bodies[key])
            if held == beside:
                given: Any = made
                return given  # type: ignore[no-any-return]
        new = make()
        self._written[key] = pack((beside, new))
        return new

    def save(self, state: str) -> None:
        """Keep what was asked for; where the disk is full, the next build only takes longer."""
        with suppress(OSError):
            self._cabinet.write(self._written, self._asked, state)
