"""Write the record as `gazette write` does, its releases read by a cluster: Dask as an example.

Reading a release is a pure function of one raw file and the authority, and `assemble` takes any way of
calling it for all of them. Here that way is a cluster: the authority is sent to each worker once, raw files
go out in batches, releases come back, and all that is done with them together happens in this process. The
files are the same, byte for byte, as those of `gazette write`.

    python tools/cluster.py build/record
    python tools/cluster.py build/record --scheduler tcp://head:8786

The first makes a cluster of this machine's processors, the second asks one that runs already, whose workers
have the same engine installed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bundles import CannotMake, missing, run
from gazette.cli.places import WrongCommand, find_root
from gazette.cli.write import write_record
from gazette.model import Authority, RawRelease, Release
from gazette.normalise import normalise

BATCH = 50
"""Raw files to a task: a quarter of a second of work, against a few milliseconds that a task costs."""


def read_batch(raws: Sequence[RawRelease], authority: Authority) -> list[Release]:
    """What one task does, on whatever machine it runs."""
    return [normalise(raw, authority) for raw in raws]


def in_batches(raws: Sequence[RawRelease], size: int) -> list[Sequence[RawRelease]]:
    """Raw files in their order, so many to a batch."""
    return [raws[at : at + size] for at in range(0, len(raws), size)]


def main(arguments: list[str]) -> list[str]:
    """Write the record; what to say of it."""
    parser = argparse.ArgumentParser(
        prog="cluster.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", metavar="DIR", type=Path, help="folder to write into")
    parser.add_argument("--record", metavar="DIR", type=Path, help="the record (default: found upwards)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a cluster (default: one on this machine)")
    parser.add_argument("--workers", metavar="N", type=int, help="processes of a cluster on this machine")
    asked = parser.parse_args(arguments)
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise missing("Dask", "pip install distributed") from error
    cluster = asked.scheduler or LocalCluster(
        n_workers=asked.workers, threads_per_worker=1, processes=True, dashboard_address=None
    )
    try:
        with Client(cluster) as client:
            machines = len(client.scheduler_info()["workers"])

            def read_all(raws: Sequence[RawRelease], authority: Authority) -> list[Release]:
                known = client.scatter(authority, broadcast=True)
                tasks = client.map(read_batch, in_batches(raws, BATCH), authority=known, pure=False)
                return [release for batch in client.gather(tasks) for release in batch]

            corpus, written = write_record(find_root(asked.record), asked.target, read_all)
    except (WrongCommand, OSError) as error:
        raise CannotMake(str(error)) from error
    finally:
        if not asked.scheduler:
            cluster.close()
    return [f"{len(corpus.releases)} releases read by {machines} workers, {written} files in {asked.target}"]


if __name__ == "__main__":
    sys.exit(run(main))
