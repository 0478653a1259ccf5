"""How long the engine takes to read a release, and where the time goes: `make bench`.

Reads the seeds and, where it stands beside the repository, the development set; runs every stage of
`normalise` over all of them several times on one core and prints the median of the rounds in
milliseconds a release. As a yardstick the same texts are rendered to HTML by markdown-it-py in the
same run: machines are noisy, the ratio travels better than the figure.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from markdown_it import MarkdownIt

from gazette.anatomy import read_anatomy
from gazette.authority import find_accession, load_authority
from gazette.events import read_events
from gazette.imprint import read_imprint
from gazette.model import Authority
from gazette.normalise import normalise
from gazette.people import read_people
from gazette.seeds import load_raw
from gazette.subjects import read_subjects

ROOT = Path(__file__).resolve().parents[2]


def texts() -> list[Path]:
    """The raw files to read: seeds, and the development set when it is there."""
    shared = Path(os.environ.get("GAZETTE_SHARED", ROOT.parent / "shared"))
    return sorted(ROOT.glob("seeds/*/*.txt")) + sorted(shared.glob("devset/raw/*.txt"))


def rounds(step: Callable[[], object], times: int) -> float:
    """Median seconds of `times` runs of a step."""
    step()
    spent = []
    for _ in range(times):
        gc.collect()
        start = perf_counter()
        step()
        spent.append(perf_counter() - start)
    return statistics.median(spent)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7, help="runs of each stage (default 7)")
    parser.add_argument("--bare", action="store_true", help="with empty authority files")
    asked = parser.parse_args()
    paths = texts()
    authority = Authority() if asked.bare else load_authority(ROOT / "docs" / "authority")
    raws = [load_raw(path, ROOT) for path in paths]
    accessions = [find_accession(authority, raw) for raw in raws]
    anatomies = [read_anatomy(raw, authority) for raw in raws]
    imprints = [
        read_imprint(raw, anatomy, authority, accession)
        for raw, anatomy, accession in zip(raws, anatomies, accessions, strict=True)
    ]
    peoples = [read_people(*one, authority) for one in zip(raws, anatomies, imprints, strict=True)]
    every = list(zip(raws, anatomies, imprints, peoples, strict=True))
    markdown = MarkdownIt("commonmark")
    stages: dict[str, Callable[[], object]] = {
        "seeds": lambda: [load_raw(path, ROOT) for path in paths],
        "anatomy": lambda: [read_anatomy(raw, authority) for raw in raws],
        "imprint": lambda: [
            read_imprint(raw, anatomy, authority, accession)
            for raw, anatomy, accession in zip(raws, anatomies, accessions, strict=True)
        ],
        "people": lambda: [read_people(r, a, i, authority) for r, a, i, _ in every],
        "events": lambda: [read_events(r, a, i, p, authority) for r, a, i, p in every],
        "subjects": lambda: [read_subjects(anatomy, authority) for anatomy in anatomies],
        "normalise": lambda: [normalise(raw, authority) for raw in raws],
        "markdown-it-py": lambda: [markdown.render(raw.text) for raw in raws],
    }
    count = len(paths)
    letters = sum(len(raw.text) for raw in raws)
    print(
        f"{count} releases, {letters / count:.0f} characters each on average; Python {sys.version.split()[0]}"
    )
    spent = {name: rounds(step, asked.rounds) for name, step in stages.items()}
    for name, seconds in spent.items():
        share = f"{seconds / spent['normalise']:7.0%}" if name != "markdown-it-py" else ""
        print(f"{name:16}{1000 * seconds / count:8.3f} ms a release {share}")
    each = []
    for raw in raws:
        start = perf_counter()
        normalise(raw, authority)
        each.append(1000 * (perf_counter() - start))
    print(f"median of the releases {statistics.median(each):.2f} ms, slowest {max(each):.2f} ms")
    ratio = spent["normalise"] / spent["markdown-it-py"]
    print(f"normalise takes {ratio:.1f}× what markdown-it-py takes to HTML")


if __name__ == "__main__":
    main()
