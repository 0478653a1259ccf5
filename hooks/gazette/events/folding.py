"""Text in the form in which cues are listed, and patterns of many phrases over it.

Enters: words. Leaves: folded words; patterns that are searched in folded text only.
Must not be known here: what any phrase means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PLAIN = [(c, " ") for c in "-\t\n‐‑‒–—―\u00a0\u2007\u202f"] + [(c, "'") for c in "’‘ʼ"]
_PLAIN_ASCII = [(c, plain) for c, plain in _PLAIN if c.isascii()]


def fold_in_place(text: str) -> str:
    """Lower case, plain apostrophes, hyphens as spaces: letter for letter, so that places stay the same.

    >>> fold_in_place("The Senior Officials’ Meeting – virtual")
    "the senior officials' meeting   virtual"
    """
    plain = text
    for variant, sign in _PLAIN_ASCII if text.isascii() else _PLAIN:
        if variant in plain:  # far quicker than `translate`, which looks at every letter
            plain = plain.replace(variant, sign)
    folded = plain.lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := c.lower()) == 1 else c for c in plain)


def fold(words: str) -> str:
    """The same with single spaces: the form in which cues are listed."""
    return " ".join(fold_in_place(words).split())


def alternation(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first, built as a tree so that few branches are tried."""
    tree: dict[str, object] = {}
    for phrase in phrases:
        node = tree
        for letter in phrase:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    return _branch(tree)


def _branch(node: dict[str, object]) -> str:
    tails = [
        re.escape(letter) + _branch(below)  # type: ignore[arg-type]
        for letter, below in node.items()
        if letter
    ]
    if not tails:
        return ""
    joined = tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})"
    return f"(?:{joined})?" if "" in node else joined


def has_any(text: str, words: Iterable[str]) -> bool:
    """Whether any of some words stands in a text, within others too."""
    for word in words:  # noqa: SIM110 (a generator would take three times as long)
        if word in text:
            return True
    return False


def any_of(phrases: Iterable[str], before: str = r"\b", after: str = r"\b") -> re.Pattern[str]:
    """A pattern for any of the phrases between word boundaries, to be searched in folded text."""
    return re.compile(f"{before}(?:{alternation(fold(phrase) for phrase in phrases)}){after}")
