"""An edit of raw text, and a rule that gives edits.

Enters: nothing. Leaves: `Edit`, `Rule`, and the rule that is one pattern.
Must not be known here: any rule of its own, and how edits become a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple


class Edit(NamedTuple):
    """Raw text `raw[start:end]` reads `after`; without a kind it is layout, and not listed."""

    start: int
    end: int
    after: str
    kind: str = ""


class Rule(NamedTuple):
    """A named rule over raw text."""

    name: str
    signs: tuple[str, ...]
    "The rule is asked only where one of these stands in the raw text."
    find: Callable[[str], Iterable[Edit]]
    odd: bool = False
    "It is asked only where there are unusual spaces or signs that cannot be seen."


def substitution(pattern: re.Pattern[str], after: str, kind: str) -> Callable[[str], Iterator[Edit]]:
    """A rule that is one pattern; `after` is a template of its groups."""

    def find(raw: str) -> Iterator[Edit]:
        for match in pattern.finditer(raw):
            yield Edit(match.start(), match.end(), match.expand(after), kind)

    return find
