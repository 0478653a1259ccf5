"""Many phrases as one pattern that is tried only at the beginnings of words.

Enters: phrases; folded text. Leaves: matches, in order. Must not be known here: what any phrase means.

A pattern that begins with a word boundary is tried at every letter. Here it begins with the sign before a
word, which lets the regex engine run over all others; the very beginning of a text is tried apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gazette.events.folding import alternation, fold


class Phrases:
    """Any of some phrases between word boundaries; or a pattern that begins where a word does.

    >>> Phrases(["met", "met with"]).search("they met with him")[0]
    'met with'
    """

    __slots__ = ("_after_sign", "_at")

    def __init__(self, phrases: Iterable[str] = (), pattern: str = "", endings: str = "") -> None:
        """`endings`: a pattern for what may stand after an apostrophe, if phrases begin with one: 're, 'm."""
        whole = pattern or f"(?:{alternation(fold(phrase) for phrase in phrases)})\\b"
        self._at = re.compile(rf"\b{whole}")
        ended = rf"|(?<=')(?:{endings})\b" if endings else ""
        self._after_sign = re.compile(rf"[^a-z0-9_](?:{whole}{ended})")

    def search(self, folded: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first of them between two places."""
        stop = len(folded) if end is None else end
        if start == 0:
            first = self._at.match(folded, 0, stop)
            if first:
                return first
        start = max(start - 1, 0)
        while sign := self._after_sign.search(folded, start, stop):
            place = sign.start()
            found = self._at.match(folded, place + 1, stop) or self._at.match(folded, place, stop)
            if found:
                return found
            start = place + 1
        return None

    def finditer(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All of them between two places, in order; they do not overlap."""
        while found := self.search(folded, start, end):
            yield found
            start = found.end()
