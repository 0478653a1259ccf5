"""Run a command and measure it: wall time, processor time, peak memory of all its processes together.

Enters: a command. Leaves: a `Run`. Memory is the proportional set size (Pss: pages that several processes
share are counted once), summed over all processes of the command and looked up at most ten times a second;
None where the system has no /proc. Processor time is what the command and the children it waited for used.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, perf_counter, sleep

NO_BYTE_CODE = "PYTHONDONTWRITEBYTECODE"
"""Where this is set a record compiles the engine for each build, which what pip installed never does."""

PROC = Path("/proc")
PAUSE, LOOK = 0.005, 0.1
"Seconds between looks at whether it has ended, and at its memory."

SAID = 20_000_000
"""Bytes of what a command said that are kept, from its end: the log of ten thousand releases, by step."""

SHARE = 30
"To look at gigabytes takes long: so many times as long passes before the next look."


@dataclass(frozen=True, slots=True)
class Run:
    """What a command cost, and the end of what it said."""

    wall: float
    cpu: float
    memory: int | None
    "Bytes."
    status: int
    said: str


@dataclass(frozen=True, slots=True)
class Size:
    """What lies below a folder."""

    files: int
    bytes: int


def run(
    command: Sequence[str], folder: Path, extra: Mapping[str, str] | None = None, limit: float = 3600
) -> Run:
    """Run a command in a folder; it is ended after `limit` seconds."""
    with tempfile.TemporaryFile() as said:
        start = perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={name: value for name, value in os.environ.items() if name != NO_BYTE_CODE}
            | {**(extra or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        peak, next_look, status, usage = 0, 0.0, None, None
        ended = 0
        try:
            while not ended:
                ended, status, usage = os.wait4(process.pid, os.WNOHANG)
                if not ended and (now := monotonic()) >= next_look:
                    peak = max(peak, memory_of(process.pid))
                    next_look = monotonic() + max(LOOK, SHARE * (monotonic() - now))
                if not ended and perf_counter() - start > limit:
                    os.killpg(process.pid, signal.SIGKILL)
                sleep(PAUSE)
        finally:
            if not ended:  # whoever stops the benchmark stops the build as well
                os.killpg(process.pid, signal.SIGKILL)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(max(0, said.tell() - SAID))
        return Run(
            wall=wall,
            cpu=usage.ru_utime + usage.ru_stime,
            memory=peak or None,
            status=process.returncode,
            said=said.read().decode("utf-8", "replace"),
        )


def memory_of(session: int) -> int:
    """Bytes of all processes of a session."""
    total = 0
    for process in PROC.glob("[0-9]*"):
        try:
            # After the name in brackets: state, parent, group, session.
            after = (process / "stat").read_text().rpartition(")")[2].split()
            if int(after[3]) == session:
                rollup = (process / "smaps_rollup").read_text()
                total += 1024 * next(
                    int(line.split()[1]) for line in rollup.split("\n") if line[:4] == "Pss:"
                )
        except (OSError, StopIteration, IndexError, ValueError):
            continue  # it has ended meanwhile
    return total


def size_of(folder: Path) -> Size:
    """Files and bytes below a folder, without what begins with a dot."""
    files = total = 0
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                files += 1
                total += os.stat(os.path.join(here, name)).st_size
    return Size(files, total)
