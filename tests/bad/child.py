"""Reads bad input within bounds: `python -m bad.child record ROOT`, or `registers FOLDER`.

Memory and time are bounded by the system, and rights that only an administrator has are given up, so that a
file that nobody may read cannot be read. Prints one JSON object; anything raised ends it.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from bad.places import TEXT
from gazette.assemble import assemble
from gazette.authority import check_accessions, load_authority
from gazette.corpus import gather
from gazette.exports import render_exports
from gazette.manuscript import render_manuscript
from gazette.model import Authority, RawRelease, Release
from gazette.normalise import normalise
from gazette.pages import Serving, render_pages
from gazette.seeds import read_raw

MEMORY = 3 << 30
SECONDS = 240
NOBODY = 65534


def warm_up() -> None:
    """Import what is imported when it is first needed, since nobody may not be able to read the library."""
    known = load_authority(Path(__file__).resolve().parents[2] / "docs" / "authority")
    corpus = gather([normalise(read_raw("seeds/good/talks.txt", TEXT), known)], known)
    list(render_pages(corpus, Serving()))
    render_exports(corpus)
    for encoding in ("utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "latin-1"):
        b"".decode(encoding)


def bound() -> None:
    """Set the bounds of this process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def main() -> None:
    """Do what is asked, and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["record", "registers"])
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    warm_up()
    bound()
    json.dump(
        read_record(asked.folder) if asked.what == "record" else read_registers(asked.folder), sys.stdout
    )


def digest(release: Release) -> str:
    """Of everything that was read from a release."""
    return sha256(repr(release).encode("utf-8", "replace")).hexdigest()


def read_registers(folder: Path) -> dict[str, Any]:
    """Each folder below as that of authority files, and a good release read with it."""
    found = {}
    for place in sorted(folder.iterdir()):
        began = time.process_time()
        known = load_authority(place)
        problems = [*known.problems, *check_accessions(known, [])]
        release = normalise(read_raw("seeds/good/talks.txt", TEXT), known)
        corpus = gather([release], known)
        pages = [page.address for page in render_pages(corpus, Serving())]
        render_exports(corpus)
        found[place.name] = {
            "problems": [asdict(problem) for problem in problems],
            "officials": sorted(known.officials),
            "offices": sorted(known.offices),
            "pages": pages,
            "text": len(release.blocks),
            "seconds": time.process_time() - began,
        }
    return {"folders": found, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}


def read_record(root: Path) -> dict[str, Any]:
    """A whole record: read, set as pages, exported."""
    took: dict[str, float] = {}

    def read_all(raws: Sequence[RawRelease], authority: Authority) -> list[Release]:
        releases = []
        for raw in raws:
            began = time.process_time()
            release = normalise(raw, authority)
            render_manuscript(release).encode("utf-8", "xmlcharrefreplace")
            took[raw.path] = time.process_time() - began
            releases.append(release)
        return releases

    began = time.process_time()
    corpus = assemble(root, read_all)
    for page in render_pages(corpus, Serving(site_url="https://record.example/")):
        f"{page.head}{page.html}".encode("utf-8", "xmlcharrefreplace")
    render_exports(corpus, "https://record.example/", "Record")
    return {
        "problems": [asdict(problem) for problem in corpus.problems],
        "releases": {
            r.raw.path: {"id": r.id, "text": len(r.raw.text), "digest": digest(r)} for r in corpus.releases
        },
        "took": took,
        "seconds": time.process_time() - began,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10,
    }


if __name__ == "__main__":
    main()
