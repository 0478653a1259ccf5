"""The register of accessions against the raw files: nothing changes, comes or goes in silence.

Enters: an `Authority` and the raw releases. Leaves: problems, each with the line or record to write.
Must not be known here: the disk; what the releases say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from shlex import quote

from ..model import Accession, Authority, Problem, RawRelease
from ..remembering import Forgetful, Remembered
from .lookup import once_per_authority

REGISTER = "docs/authority/accessions.yml"


def check_accessions(
    authority: Authority, raws: Sequence[RawRelease], remembered: Remembered | None = None
) -> tuple[Problem, ...]:
    """Problems between the register and the raw files of seeds/; `remembered` knows the last ones."""
    remembered = remembered or Forgetful()
    paths = [raw.path for raw in raws]
    seeds = remembered.give_each("seeds", _seed, paths, raws)
    accessions = [authority.accessions.get(seed) for seed in seeds]
    found = remembered.give_each("accessions", _check, paths, raws, seeds, accessions)
    problems = [problem for problem in found if problem]
    held = {*seeds} if authority.accessions else ()
    for seed, accession in authority.accessions.items():
        if seed not in held:
            message = f"seeds/{seed} is registered but there is no such file"
            cure = "restore the file, correct its path, or take the record out"
            problems.append(Problem(REGISTER, accession.line, "seed-missing", "error", message, cure))
    return tuple(problems)


def _check(raw: RawRelease, seed: str, accession: Accession | None) -> Problem | None:
    """What is wrong between a raw file and its place in the register."""
    if accession is None:
        return _unregistered(raw, seed)
    if accession.sha256 == raw.sha256:
        return None
    message = (
        f"{raw.path} is not as received: the register says sha256 {accession.sha256}, "
        f"the file has {raw.sha256}"
    )
    cure = f"restore the file, or if the change is meant write: sha256: {raw.sha256}"
    return Problem(REGISTER, accession.line, "seed-changed", "error", message, cure)


@once_per_authority
def _by_digest(authority: Authority) -> Mapping[str, Accession]:
    return {accession.sha256: accession for accession in authority.accessions.values()}


def find_accession(authority: Authority, raw: RawRelease) -> Accession | None:
    """The accession of a raw file: by its place below seeds/, else by its digest.

    So a file that is read from elsewhere, but is the one received, is known for what it is.
    """
    return authority.accessions.get(_seed(raw)) or _by_digest(authority).get(raw.sha256)


def _seed(raw: RawRelease) -> str:
    """Path below seeds/."""
    _, found, below = f"/{raw.path}".rpartition("/seeds/")
    return below if found else raw.path


def _unregistered(raw: RawRelease, seed: str) -> Problem:
    record = (
        f"- seed: {seed}\n  received_name: {seed.rsplit('/', 1)[-1]}\n  sha256: {raw.sha256}\n"
        "  body: …\n  source: …\n  url:\n  rights: Rights stay with the issuing body."
    )
    cure = f"type `gazette new {quote(raw.path)}`, or add to {REGISTER}:\n{record}"
    message = "the raw file has no accession; expected a record in accessions.yml"
    return Problem(raw.path, 0, "seed-unregistered", "notice", message, cure)
