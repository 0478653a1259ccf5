"""Raw files in the formats in which offices send them: .html, .docx, .pdf.

Enters: the bytes of a file. Leaves: the text that `extracts` reads from it, as a `RawRelease` with problems.
The reading is done by a process of its own, so that a file that is broken or meant to do harm can neither
end a build nor hold it up. Must not be known here: how a format is read.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import cpu_count
from multiprocessing.spawn import get_executable
from pathlib import Path

from gazette.extracts import Doubt, Extract, extract
from gazette.model import Format, Problem, RawRelease, Severity

FORMATS: dict[str, Format] = {".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}
"""File name endings of the formats that are read by a library."""
PATIENCE = 90
"""Seconds after which a reading is given up, whatever it waits for."""

_PACKAGES = Path(__file__).resolve().parents[2]
_PROGRAM = f"""
import sys
sys.path.insert(0, {str(_PACKAGES)!r})
from gazette.extracts import bound, carried, extract
bound()
content = sys.stdin.buffer.read()
sys.stdout.buffer.write(carried(extract(sys.argv[1], content)))
"""


def read_received(path: str, id: str, format: Format, sha256: str, content: bytes) -> RawRelease:
    """A raw file whose text a library reads; without text where it cannot, with the problem that says why."""
    read = read_apart(format, content)
    problems = [
        Problem(path, 0, doubt.code, _severity(doubt.severity), doubt.message, doubt.cure)
        for doubt in read.doubts
    ]
    if read.missing:
        message = f"is kept as received, but not read: {read.missing} is not installed"
        cure = "type `make formats`, or `pip install 'gazette[formats]'`, and try again"
        problems.append(Problem(path, 0, "seed-library", "error", message, cure))
    elif not read.text.strip() and all(problem.severity != "error" for problem in problems):
        message, cure = "holds no text", "save the text of the release as UTF-8 (.txt) in place of this file"
        problems.append(Problem(path, 0, "seed-empty", "error", message, cure))
    if read.is_active:
        message = (
            "runs programs, or carries or fetches other files; it is read, but the site does not hand it out"
        )
        cure = (
            "nothing, if its text is enough; else add the file saved without macros, scripts and attachments"
        )
        problems.append(Problem(path, 0, "seed-active", "notice", message, cure))
    text = read.text if read.text.strip() else ""
    return RawRelease(
        path,
        id,
        sha256,
        text,
        problems=tuple(problems),
        format=format,
        reader=read.reader,
        is_active=read.is_active,
    )


def read_all_received(files: Sequence[tuple[str, str, Format, str, bytes]]) -> list[RawRelease]:
    """`read_received` for several files, side by side."""
    with ThreadPoolExecutor(min(cpu_count(), 4)) as several:
        return list(several.map(lambda file: read_received(*file), files))


def read_apart(format: Format, content: bytes) -> Extract:
    """The text of a file, read by another process; whatever becomes of that one, this one goes on."""
    executable = get_executable()
    if not executable:  # a Python within another program
        return extract(format, content)
    if isinstance(executable, bytes):
        executable = executable.decode()
    command = [executable, "-I", "-c", _PROGRAM, format]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=PATIENCE)
        if done.returncode == 0:
            found = json.loads(done.stdout)
            found["doubts"] = [Doubt(**doubt) for doubt in found["doubts"]]
            return Extract(**found)
    except subprocess.TimeoutExpired:
        pass
    except (OSError, ValueError):
        return extract(format, content)
    message = f"took more time or memory than a release may, when it was read as {format.upper()}"
    cure = "save its text as UTF-8 (.txt) and add that file in place of this one"
    return Extract(doubts=[Doubt("seed-too-large", "error", message, cure)])


def _severity(word: str) -> Severity:
    return "error" if word == "error" else "warning" if word == "warning" else "notice"
