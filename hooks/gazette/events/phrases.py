"""Many phrases as one pattern that is tried only where it can hold.

Enters: phrases; sentences. Leaves: matches in the folded words of a sentence.
Must not be known here: what any phrase means.

A pattern of many phrases is dear where none of them stands, which is nearly everywhere. So the words of a
sentence are set down once, and a sentence that has the first word of no phrase is not searched at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gazette.events.folding import any_of, fold
from gazette.events.sentences import Sentence

_WORD = re.compile(r"\w+")


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The words with which phrases begin, folded: `{"called on", "met"}` gives `{"called", "met"}`."""
    return frozenset(match[0] for phrase in phrases if (match := _WORD.search(fold(phrase))))


class Phrases:
    """Any of some phrases in a sentence. Places are those of the sentence: `sentence.folded[start:end]`."""

    __slots__ = ("_first", "_pattern")

    def __init__(self, phrases: Iterable[str], before: str = r"\b", after: str = r"\b") -> None:
        listed = tuple(phrases)
        self._pattern = any_of(listed, before, after)
        self._first = first_words(listed)

    def search(self, sentence: Sentence, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first of them between two places."""
        if not sentence.has_any(self._first, start, end):
            return None
        return self._pattern.search(sentence.folded, start, len(sentence.folded) if end is None else end)

    def match(self, sentence: Sentence) -> re.Match[str] | None:
        """The one with which a sentence begins."""
        return self._pattern.match(sentence.folded) if sentence.has_any(self._first) else None

    def last(self, sentence: Sentence, start: int, end: int) -> re.Match[str] | None:
        """The last of them between two places."""
        found = None
        if sentence.has_any(self._first, start, end):
            for found in self._pattern.finditer(sentence.folded, start, end):
                pass
        return found

    def each(self, sentence: Sentence) -> Iterator[re.Match[str]]:
        """All of them, in order, those that begin within another included."""
        if not sentence.has_any(self._first):
            return
        folded = sentence.folded
        for word in _WORD.finditer(folded):
            if word[0] in self._first and (match := self._pattern.match(folded, word.start())):
                yield match
