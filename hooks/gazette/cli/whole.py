"""A file replaced at once: whoever reads it, and whoever comes after a crash, finds the old or the new one.

Enters: a path and bytes. Leaves: the file. Written beside its place, flushed to the disk, then renamed; a
draft that a killed process left behind is hidden, is read by nobody and goes with the next writing.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

DRAFT = ".draft-"
"""Beginning of the name of what is not finished; a dot, so that nothing lists it."""


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file, or make it; a link is followed, its rights are kept."""
    target = path.resolve()
    draft = target.with_name(f"{DRAFT}{target.name}")
    try:
        with open(draft, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        os.replace(draft, target)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    flush_folder(target.parent)


def flush_folder(folder: Path) -> None:
    """Make the renaming last; where a system cannot open folders, it lasts as that system has it."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
