"""Lists of beginnings, asked in one step: does a line begin with one of a hundred phrases?

Enters: the phrases of a list in the vocabulary. Leaves: a `Starts`, which looks only at those phrases that
begin with the first two letters of the line. Must not be known here: what the phrases mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Starts:
    """Phrases by their first two letters.

    >>> Starts(["back to ", "share"]).begin("back to work"), Starts(["share"]).begin("shale")
    (True, False)
    """

    __slots__ = ("_by_letters",)

    def __init__(self, phrases: Iterable[str]) -> None:
        by_letters: dict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            if len(phrase) < 2:
                raise ValueError(f"too short for a beginning: {phrase!r}")
            by_letters[phrase[:2]].append(phrase)
        self._by_letters = {letters: tuple(found) for letters, found in by_letters.items()}

    def begin(self, line: str) -> bool:
        """Whether a folded line begins with one of the phrases."""
        found = self._by_letters.get(line[:2])
        return found is not None and line.startswith(found)
