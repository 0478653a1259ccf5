"""Write a synthetic record: `PYTHONPATH=tests python -m synthetic COUNT FOLDER [--seed N]`."""

from __future__ import annotations

import argparse
from pathlib import Path
from time import perf_counter

from synthetic.record import write_record


def main() -> None:
    """Write it, and say how much it is."""
    parser = argparse.ArgumentParser(prog="synthetic", description=__doc__)
    parser.add_argument("count", type=int, help="number of releases")
    parser.add_argument("folder", type=Path, help="a new or empty folder")
    parser.add_argument("--seed", type=int, default=0, help="another number gives another record")
    asked = parser.parse_args()
    start = perf_counter()
    size = write_record(asked.count, asked.folder, asked.seed)
    print(
        f"{asked.count} releases, {size / max(1, asked.count) / 1000:.2f} KB each, "
        f"in {perf_counter() - start:.1f} s: {asked.folder}"
    )


if __name__ == "__main__":
    main()
