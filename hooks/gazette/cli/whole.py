"""A file replaced at once: whoever reads it, and whoever comes after a crash, finds the old or the new one.

Enters: a path and bytes. Leaves: the file. Written beside its place, flushed to the disk, then renamed; a
draft that a killed process left behind is hidden, is read by nobody and goes with the next writing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DRAFT = ".draft-"
"""Beginning of the name of what is not finished; a dot, so that nothing lists it."""


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file, or make it; a link is followed, its rights are kept."""
    target = path.resolve()
    with drafted(target, content) as draft:
        if target.exists():
            shutil.copymode(target, draft)
        os.replace(draft, target)
    flush_folder(target.parent)


def write_new(target: Path, content: bytes) -> None:
    """Make a file that is not there yet; `FileExistsError` where one came there meanwhile, which stays."""
    with drafted(target, content) as draft:
        try:
            os.link(draft, target)
        except FileExistsError:
            raise
        except OSError:  # a disk without links
            if target.exists():
                raise
            os.replace(draft, target)
    flush_folder(target.parent)


@contextmanager
def drafted(target: Path, content: bytes) -> Iterator[Path]:
    """The content in a hidden file beside its place, flushed to the disk; gone when all is done."""
    draft = draft_of(target)
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def draft_of(target: Path) -> Path:
    """The hidden file beside a file that is being written: one name, so that the next run uses it up."""
    return target.with_name(f"{DRAFT}{target.name}")


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
