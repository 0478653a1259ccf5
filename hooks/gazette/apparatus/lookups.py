"""What the apparatus has looked up of a corpus once and for all, for whoever asks what has changed.

Enters: a `Corpus`. Leaves: its `Watched` mappings. Must not be known here: what they hold.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from gazette.apparatus.holdings import look_up
from gazette.apparatus.neighbours import lay_threads
from gazette.apparatus.wordings import attributions, kin_of_terms, voices
from gazette.model import Corpus
from gazette.watching import Watched


def lookups(corpus: Corpus) -> tuple[Watched[Any, Any], ...]:
    """Every mapping that the apparatus reads, in one order."""
    found: list[Watched[Any, Any]] = [attributions(corpus), voices(corpus), kin_of_terms(corpus)]
    for holder in (look_up(corpus), lay_threads(corpus)):
        found += [held for name in fields(holder) if isinstance(held := getattr(holder, name.name), Watched)]
    return tuple(found)
