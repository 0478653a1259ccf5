"""What the apparatus finds in one release alone, found once: who says what, and of which papers it speaks.

Enters: releases. Leaves: a `Gleaning` of each, the dear part of the apparatus: it may be found anywhere, by
several processes, and holds as long as the release does. Must not be known here: other releases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gazette.apparatus.attribution import Attribution, Speaker, attribute
from gazette.apparatus.holdings import once_per_corpus
from gazette.apparatus.papers import Paper, find_papers
from gazette.model import Corpus, Evidence, Reading, Release
from gazette.watching import same


class Voice(NamedTuple):
    """Who is said to use a term, where a sentence tells."""

    place: tuple[int, int]
    "Of the term: block and first character."
    speaker: Reading[Speaker]
    manner: str
    "Class of the verb that says it."


@dataclass(frozen=True, slots=True)
class Gleaning:
    """What is found in one release."""

    attributions: Sequence[Attribution]
    "In the order of the text."
    papers: tuple[Paper, ...]
    "That were issued or signed."
    voices: tuple[Voice, ...]
    "Of the terms of the vocabulary."


_gleaned: dict[str, tuple[Release, Gleaning]] = {}
"""What was found the last time, by release."""


def glean(release: Release) -> Gleaning:
    """What is found in a release; a pure function of it."""
    said = attribute(release)
    return Gleaning(said, find_papers(release), tuple(find_voices(release, said)))


def find_voices(release: Release, said: Iterable[Attribution]) -> Iterator[Voice]:
    """Who uses each term, where that is told."""
    for term in release.terms:
        for evidence in term.evidence:
            if spoken := speaker_at(said, evidence):
                yield Voice((evidence.block, evidence.start), spoken.speaker, spoken.manner)


def speaker_at(said: Iterable[Attribution], evidence: Evidence) -> Attribution | None:
    """The attribution in which a place lies; the narrowest where several hold it."""
    holding = [
        a for a in said if a.evidence.block == evidence.block and a.said.start <= evidence.start < a.said.end
    ]
    return min(holding, key=lambda a: (a.said.end - a.said.start, a.said.start), default=None)


@once_per_corpus
def gleanings(corpus: Corpus) -> dict[str, Gleaning]:
    """What is found in every release, by release."""
    recall_gleanings((release, glean(release)) for release in ungleaned(corpus))
    made = {release.id: _gleaned[release.id] for release in corpus.releases}
    _gleaned.clear()
    _gleaned.update(made)
    return {id: gleaning for id, (_, gleaning) in made.items()}


def ungleaned(corpus: Corpus) -> list[Release]:
    """The releases in which has still to be looked."""
    return [r for r in corpus.releases if r.id not in _gleaned or not same(_gleaned[r.id][0], r)]


def recall_gleanings(known: Iterable[tuple[Release, Gleaning]]) -> None:
    """Take up what was found in releases elsewhere: in another process, in another build."""
    _gleaned.update((release.id, (release, gleaning)) for release, gleaning in known)
