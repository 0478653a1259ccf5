"""The search index of a build, on disk. Knows nothing of MkDocs, and nothing of what is in the files.

Enters: the files of an index, and the folder of the site. Leaves: its folder concordance/, in which only what
has changed was written, and what is gone is gone.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

FOLDER = "concordance"


def write_index(files: Mapping[str, bytes], site: Path) -> int:
    """Bring the index below `site` to these files; returns how many were written."""
    folder = str(site / FOLDER)
    present = set(paths_below(folder))
    for path in present - files.keys():
        os.unlink(f"{folder}/{path}")
    for parent in sorted({path.rpartition("/")[0] for path in files}):
        os.makedirs(f"{folder}/{parent}", exist_ok=True)
    written = 0
    # The directory comes last: until then a reader has the index as it was, or is told that it is renewed.
    for path in sorted(files, key=lambda path: (path == "directory.js", path)):
        target = f"{folder}/{path}"
        if path in present and is_same(target, files[path]):
            continue
        with open(target, "wb") as file:
            file.write(files[path])
        written += 1
    return written


def paths_below(folder: str) -> list[str]:
    """Every file below a folder, which need not exist, by its path in it."""
    return [
        os.path.relpath(os.path.join(parent, name), folder).replace(os.sep, "/")
        for parent, _, names in os.walk(folder)
        for name in names
    ]


def is_same(path: str, content: bytes) -> bool:
    """Whether a file has this content."""
    if os.path.getsize(path) != len(content):
        return False
    with open(path, "rb") as file:
        return file.read() == content
