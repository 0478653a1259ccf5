"""Disk → corpus: reads docs/authority and seeds/ below a record's root and puts all together.

Enters: the root of a record. Leaves: a `Corpus` with every problem found on the way.
The one place that knows where in a record the seeds and the authority files lie.
"""

from __future__ import annotations

from pathlib import Path

from gazette.authority import check_accessions, load_authority
from gazette.corpus import gather
from gazette.model import Corpus
from gazette.normalise import normalise
from gazette.seeds import load_seeds


def assemble(root: Path) -> Corpus:
    """Read the record below `root`. Never raises for what stands in a file: that is a problem."""
    authority = load_authority(root / "docs" / "authority")
    raws = load_seeds(root)
    releases = [normalise(raw, authority) for raw in raws]
    return gather(releases, authority, check_accessions(authority, raws))
