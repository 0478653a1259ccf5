"""How long a whole site takes, ours beside the generators found installed: `make bench`.

One run measures all of them on the same releases, in turn: cold (a fresh copy of the source, an empty
output), cached (ours only: output empty, what the engine remembers kept), warm (again, unchanged), changed
(one release edited). The table gives medians of the rounds. Machines are noisy: the ratios of one run travel
better than its seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "bench")]

from measure import Run, Size, run, size_of  # noqa: E402
from peers import PEERS, Peer, Work, change_one  # noqa: E402
from report import Figures, Result, render_ratios, render_table, write_report  # noqa: E402

MODES = ("cold", "cached", "warm", "changed")


def base_folder() -> Path:
    """A folder in memory where there is one, else where temporary files go."""
    memory = Path("/dev/shm")
    home = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    return Path(tempfile.mkdtemp(prefix="bench-", dir=home))


def empty_but_hidden(folder: Path) -> None:
    """Take everything out of a folder but what begins with a dot."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def modes_of(peer: Peer) -> Iterator[str]:
    """What is measured of a peer: the engine alone has no output that could be kept."""
    yield "cold"
    if peer.writes:
        yield from ("cached", "warm", "changed") if peer.name.startswith("ours") else ("warm", "changed")


def measure(peer: Peer, pristine: Path, base: Path, number: int, limit: float) -> tuple[dict[str, Run], Size]:
    """One round of a peer, in the order cold, cached, warm, changed; stops at the first failure."""
    folder, site = base / peer.name / "record", base / peer.name / "site"
    shutil.rmtree(folder.parent, ignore_errors=True)
    shutil.copytree(pristine, folder, symlinks=True)
    runs: dict[str, Run] = {}
    size = Size(0, 0)
    for mode in modes_of(peer):
        if mode == "cached":
            empty_but_hidden(site)
        if mode == "changed":
            change_one(peer, folder, number)
        runs[mode] = run(peer.command(folder, site), folder, peer.extra(folder), limit)
        if runs[mode].status:
            print(
                f"{peer.name}, {mode}: ended with {runs[mode].status}\n{runs[mode].said[-20_000:]}",
                file=sys.stderr,
            )
            break
        if mode == "cold":
            size = size_of(site)
    shutil.rmtree(folder.parent)
    return runs, size


def gather(measured: list[tuple[dict[str, Run], Size]]) -> Result:
    """Medians of the rounds in which a mode went well."""
    figures = {}
    for mode in MODES:
        runs = [one[mode] for one, _ in measured if mode in one and not one[mode].status]
        if runs:
            memory = [each.memory for each in runs if each.memory]
            figures[mode] = Figures(
                wall=statistics.median(each.wall for each in runs),
                cpu=statistics.median(each.cpu for each in runs),
                memory=int(statistics.median(memory)) if memory else None,
                walls=tuple(round(each.wall, 3) for each in runs),
            )
    size = measured[-1][1]
    return Result(figures, size.files, size.bytes)


def machine() -> str:
    """The machine in words."""
    processor = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        models = [
            line.partition(":")[2].strip() for line in info.read_text().split("\n") if "model name" in line
        ]
        processor = models[0] if models else processor
    return f"{os.cpu_count()} × {processor}, {platform.system()}, Python {platform.python_version()}"


def today() -> str:
    """The day of a run; SOURCE_DATE_EPOCH may say another one."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)
    return moment.date().isoformat()


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="make bench BENCH='…'", description=__doc__)
    made.add_argument("--count", type=int, default=1000, help="releases (default 1000)")
    made.add_argument("--rounds", type=int, default=3, help="rounds, of which medians are taken (default 3)")
    made.add_argument("--seed", type=int, default=1, help="of the synthetic corpus (default 1)")
    made.add_argument(
        "--only", action="append", choices=[peer.name for peer in PEERS], help="measure only these"
    )
    made.add_argument("--limit", type=float, default=3600, help="seconds after which a build is ended")
    made.add_argument("--keep", action="store_true", help="write docs/benchmarks.md and its picture")
    return made


def main() -> int:
    """Measure, print, write."""
    asked = parser().parse_args()
    chosen = [peer for peer in PEERS if not asked.only or peer.name in asked.only]
    base = base_folder()
    results: dict[str, Result] = {}
    missing = {peer.name: reason for peer in chosen if (reason := peer.missing())}
    chosen = [peer for peer in chosen if peer.name not in missing]
    try:
        for peer in chosen:
            peer.prepare(Work(asked.count, asked.seed), base / "pristine" / peer.name)
        measured: dict[str, list[tuple[dict[str, Run], Size]]] = {peer.name: [] for peer in chosen}
        for number in range(asked.rounds):
            for peer in chosen:
                print(f"round {number + 1} of {asked.rounds}: {peer.name}", file=sys.stderr, flush=True)
                pristine = base / "pristine" / peer.name
                measured[peer.name].append(measure(peer, pristine, base, number, asked.limit))
        results = {name: gather(rounds) for name, rounds in measured.items()}
    finally:
        shutil.rmtree(base, ignore_errors=True)
    written = {
        "count": asked.count,
        "day": today(),
        "seed": asked.seed,
        "rounds": asked.rounds,
        "machine": machine(),
        "load": [round(each, 1) for each in os.getloadavg()],
        "missing": missing,
        "results": {name: asdict(result) for name, result in results.items()},
    }
    print(render_table(written), end="\n\n")
    print(render_ratios(written))
    folder = ROOT / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"site-{asked.count}.json").write_text(json.dumps(written, indent=1) + "\n", "utf-8")
    if asked.keep:
        write_report(ROOT)
    return int(any("cold" not in result.figures for result in results.values()))


if __name__ == "__main__":
    sys.exit(main())
