"""What the files for other programs say of each release, kept for the process that writes them next.

Enters: a cabinet, the state of the record of which it was written, and which releases are the same as then.
Leaves: what was said of them, where all else that bears on it is the same too. Knows nothing of MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from contextlib import suppress
from typing import Any, TypeVar

from cabinet import Cabinet, pack, unpack
from gazette.remembering import Remembered

Made = TypeVar("Made")


class Told(Remembered):
    """Has in a file what is named ("release", id), made of that release and other values."""

    def __init__(self, cabinet: Cabinet, last: str, unchanged: Collection[str]) -> None:
        super().__init__()
        self._cabinet = cabinet
        self._bodies = cabinet.read(last) if unchanged else {}
        self._unchanged = unchanged
        self._written: dict[str, bytes] = {}
        self._asked: set[str] = set()

    def give(self, name: Hashable, of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was said of the same values, or what is said now."""
        if not isinstance(name, tuple) or name[0] != "release":
            return super().give(name, of, make)
        key = str(name[1])
        self._asked.add(key)
        if key in self._unchanged and key in self._bodies:
            beside, made = unpack(self._bodies[key])
            if beside == of[1:]:
                given: Any = made
                return given  # type: ignore[no-any-return]
        new = make()
        self._written[key] = pack((of[1:], new))
        return new

    def save(self, state: str) -> None:
        """Keep what was asked for; where the disk is full, the next build only takes longer."""
        with suppress(OSError):
            self._cabinet.write(self._written, self._asked, state)
