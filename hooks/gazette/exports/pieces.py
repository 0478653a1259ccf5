"""The content of a file: held whole, or had piece by piece where it may be a gigabyte.

Enters and leaves: bytes.
Must not be known here: what they say, and where they come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pieces:
    """A file that is never held as a whole."""

    size: int
    "In bytes."
    read: Callable[[], Iterator[bytes]]
    "All of it from its beginning, each time anew."

    @classmethod
    def of(cls, parts: Sequence[bytes]) -> Pieces:
        """A file that is held in parts, and never once more as one.

        >>> found = Pieces.of([b"one", b"two"])
        >>> found.size, b"".join(found.read())
        (6, b'onetwo')
        """
        return cls(sum(map(len, parts)), lambda: iter(parts))


Content = bytes | bytearray | Pieces
"""Of a file; a large one is not copied once more to be of one type."""


def pieces_of(content: Content) -> Iterator[bytes | bytearray]:
    """All of it, piece by piece."""
    return content.read() if isinstance(content, Pieces) else iter((content,))


def size_of(content: Content) -> int:
    """In bytes."""
    return content.size if isinstance(content, Pieces) else len(content)
