"""Where things lie: the root of the record, raw files that an argument names.

Enters: paths. Leaves: the root, lists of files, one file as a release with the accession it is.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

from gazette.authority import load_authority
from gazette.model import Authority, RawRelease, Release
from gazette.normalise import normalise
from gazette.seeds import ENDINGS, load_raw


class WrongCommand(Exception):
    """The command cannot be carried out as it was given; says what was expected."""


def find_root(named: Path | None, *beside: Path) -> Path:
    """The record's root: as named, else the nearest folder with mkdocs.yml above here or above the files.

    Where there is no record, the folder itself: its authority files are empty.
    """
    if named is not None:
        if not named.is_dir():
            raise WrongCommand(f"--record {named}: no such folder; name the folder that holds mkdocs.yml")
        return named.resolve()
    here = Path.cwd()
    for start in (here, *(path.resolve() for path in beside)):
        for folder in (start, *start.parents):
            if (folder / "mkdocs.yml").is_file():
                return folder
    return here


def raw_files(path: Path) -> list[Path]:
    """The file itself, or all raw files below a folder by path; hidden ones are passed over."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise WrongCommand(f"{path}: no such file or folder; name a raw file ({' or '.join(ENDINGS)})")
    found = [
        file
        for file in path.rglob("*")
        if file.suffix.lower() in ENDINGS
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
        and file.is_file()
    ]
    if not found:
        raise WrongCommand(f"{path}: holds no raw file ({' or '.join(ENDINGS)})")
    return sorted(found, key=lambda file: file.relative_to(path).as_posix())


def load_known(root: Path) -> Authority:
    """What the editors of the record know; empty where there is no record."""
    folder = root / "docs" / "authority"
    return load_authority(folder) if folder.is_dir() else Authority()


def read_release(path: Path, root: Path, known: Authority | None = None) -> Release:
    """One raw file, normalised, as the accession it is where its bytes stand in the register."""
    authority = load_known(root) if known is None else known
    return normalise(as_accession(load_raw(path, root), authority), authority)


def as_accession(raw: RawRelease, authority: Authority) -> RawRelease:
    """A file from outside seeds/ with the bytes of an accession takes the accession's id."""
    if raw.path.startswith("seeds/") or not raw.sha256:
        return raw
    for seed, accession in authority.accessions.items():
        if accession.sha256 == raw.sha256:
            return replace(raw, id=str(PurePosixPath(seed).with_suffix("")))
    return raw
