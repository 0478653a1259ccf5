"""`gazette bundle`: the whole site in one zip file, to be read from a folder without a network.

Enters: the record's root and a folder. Leaves: <record>-<edition>.zip there, whole or not at all, and
beside it the list of what it was made with.
MkDocs runs as a command of its own and is never imported. Names are sorted, times are the day of the edition,
so the same record gives the same bytes. Must not be known here: what stands on the pages.
"""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from gazette.cli.edition import read_standing
from gazette.cli.sbom import LOCKS, render_sbom
from gazette.exports.edition import DESCRIPTION, SUMS

FIRST_DAY = "1980-01-01"
"""The earliest that a zip file can say: of a draft, which no editor has dated."""

LEFT_OUT = frozenset({"404.html", "sitemap.xml", "_headers"})
"""Files that only a server reads."""

LAST_LINES = 12
"""Of what a failed build said."""

CHUNK = 1 << 20


class NotBundled(Exception):
    """There is no bundle; says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished bundle."""

    path: Path
    files: int
    octets: int
    sha256: str
    is_draft: bool
    number: int
    complaints: int = 0
    "Errors and warnings that the build of a draft passed over."
    sbom: Path | None = None
    "What it was made with; None where the record has no list of pinned libraries."


def make_bundle(root: Path, target: Path) -> Made:
    """Build the site of the record below `root`, and write it as one zip file into the folder `target`.

    An edition must be without errors and warnings, as in a strict build; a draft need not.
    """
    if not (root / "mkdocs.yml").is_file():
        raise NotBundled(f"{root} is no record: it holds no mkdocs.yml; name one with --record")
    standing = read_standing(root)
    try:
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".bundle-", dir=target) as folder:
            site = Path(folder) / "site"
            complaints = build_site(root, site, strict=not standing.is_draft)
            described = json.loads((site / DESCRIPTION).read_text("utf-8"))
            draft = Path(folder) / described["bundle"]
            files = write_zip(site, draft, described["date"] or FIRST_DAY)
            made = Made(
                path=target / draft.name,
                files=files,
                octets=draft.stat().st_size,
                sha256=digest(draft),
                is_draft=standing.is_draft,
                number=standing.number,
                complaints=complaints,
            )
            sbom = write_sbom(root, made, draft.parent)
            os.replace(draft, made.path)
            if sbom:
                made = replace(made, sbom=target / sbom.name)
                os.replace(sbom, target / sbom.name)
            return made
    except OSError as error:
        raise NotBundled(why(error, target)) from error


def write_sbom(root: Path, made: Made, folder: Path) -> Path | None:
    """What the bundle was made with, as a file; None where the record has no list of pinned libraries."""
    lock = next((root / name for name in LOCKS if (root / name).is_file()), None)
    if lock is None:
        return None
    version = f"{made.number}-draft" if made.is_draft else str(made.number)
    text = render_sbom(lock.read_text("utf-8"), made.path.name, version, made.sha256)
    file = folder / f"{made.path.stem}.cdx.json"
    file.write_text(text, "utf-8", newline="\n")
    return file


def build_site(root: Path, site: Path, strict: bool) -> int:
    """Have MkDocs build the site for a folder on disk; the number of its errors and warnings."""
    if importlib.util.find_spec("mkdocs") is None:
        raise NotBundled("MkDocs builds the pages and is not installed; `make bundle` installs it")
    # Not --quiet: what is not said is not counted by --strict.
    command = [sys.executable, "-m", "mkdocs", "build", "--no-directory-urls"]
    command += ["--site-dir", str(site.resolve()), *(["--strict"] if strict else [])]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode or not (site / DESCRIPTION).is_file():
        said = [line for line in (done.stdout + done.stderr).splitlines() if is_complaint(line)]
        raise NotBundled("\n".join(("the site could not be built:", *said[-LAST_LINES:])))
    for name in LEFT_OUT:
        (site / name).unlink(missing_ok=True)
    return sum(line.startswith(("ERROR", "WARNING")) for line in (done.stdout + done.stderr).splitlines())


def is_complaint(line: str) -> bool:
    """Whether a line of a failed build says what is wrong: not what went well, nor notices."""
    return bool(line.strip()) and not line.startswith(("INFO", "DEBUG"))


def write_zip(site: Path, target: Path, day: str) -> int:
    """All files of a folder with their list of digests, as a zip file; the number of files.

    The list is written into the folder first. Every file has the time 00:00 of `day` and the same rights.
    """
    names = names_below(site)
    sums = "".join(f"{digest(site / name)}  {name}\n" for name in names)
    (site / SUMS).write_text(sums, "utf-8", newline="\n")
    year, month, date = (int(part) for part in max(day, FIRST_DAY).split("-"))
    with zipfile.ZipFile(target, "w") as written:
        for name in sorted((*names, SUMS)):
            entry = zipfile.ZipInfo(name, (year, month, date, 0, 0, 0))
            entry.create_system = 3  # Unix, whatever machine writes it
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.file_size = (site / name).stat().st_size
            with (site / name).open("rb") as source, written.open(entry, "w") as copy:
                shutil.copyfileobj(source, copy, CHUNK)
    return len(names) + 1


def names_below(folder: Path) -> list[str]:
    """Every file below a folder, by path; names that begin with a dot are not part of a site."""
    found: Iterable[Path] = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    shown = (path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))
    return sorted(name for name in shown if name != SUMS)


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def why(error: OSError, target: Path) -> str:
    """What keeps a file from being written, in plain words."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return (
            f"the disk that holds {target} is full; nothing was left there. Make room, or name another folder"
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{target} cannot be written to; name another folder, or change its rights"
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return f"{target} is a file, and a folder is needed; name another one"
    return f"{target}: {error.strerror or error}; nothing was left there"
