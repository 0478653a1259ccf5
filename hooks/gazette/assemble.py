"""Disk → corpus: reads docs/authority and seeds/ below a record's root and puts all together.

Enters: the root of a record. Leaves: a `Corpus` with every problem found on the way.
The one place that knows where in a record the seeds and the authority files lie.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from gazette.authority import check_accessions, load_authority, with_shared_parts
from gazette.corpus import gather
from gazette.model import Authority, Corpus, RawRelease, Release
from gazette.normalise import normalise
from gazette.remembering import Remembered
from gazette.seeds import Stamps, load_seeds

ReadAll = Callable[[Sequence[RawRelease], Authority], Iterable[Release]]
"""How raw files become releases: one after the other, or in a faster way that gives the same."""


def read_in_turn(raws: Sequence[RawRelease], authority: Authority) -> list[Release]:
    """One after the other."""
    return [normalise(raw, authority) for raw in raws]


def assemble(
    root: Path,
    read_all: ReadAll = read_in_turn,
    known: Authority | None = None,
    read: Mapping[str, RawRelease] | None = None,
    remembered: Remembered | None = None,
    stamps: Stamps | None = None,
) -> Corpus:
    """Read the record below `root`. Never raises for what stands in a file: that is a problem.

    `known`: what the authority files said the last time; what was compiled of it holds as long as they
    say the same for all releases. `read`: the raw files as they were then, by path: no PDF is read twice.
    `remembered`: what was put together then. `stamps`: what the disk said of the files.
    """
    authority = load_authority(root / "docs" / "authority")
    authority = authority if known is None else with_shared_parts(authority, known)
    raws = load_seeds(root, read, stamps)
    releases = read_all(raws, authority)
    return put_together(authority, releases, remembered)


def put_together(
    authority: Authority,
    releases: Iterable[Release],
    remembered: Remembered | None = None,
) -> Corpus:
    """The record of releases that were read, with the problems of the register of accessions."""
    read = list(releases)
    problems = check_accessions(authority, [release.raw for release in read], remembered)
    return gather(read, authority, problems, remembered)
