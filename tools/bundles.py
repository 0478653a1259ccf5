"""What the tools for second formats share: the newest bundle of the record, opened, and how they end.

Enters: the folder in which `make bundle` left its file. Leaves: the bundle's description and its files.
The tools stand outside the engine, which never imports what they need: each is an extra of its own.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
DESCRIPTION = "data/edition.json"


class CannotMake(Exception):
    """The format cannot be made; says why in one line, and what to do."""


def missing(tool: str, command: str) -> CannotMake:
    """What is said where an optional tool is not there."""
    return CannotMake(f"{tool} is not installed, which only this format needs; install it with: {command}")


def newest_bundle(folder: Path) -> Path:
    """The bundle made last."""
    found = sorted(folder.glob("*.zip"), key=lambda path: path.stat().st_mtime_ns)
    if not found:
        raise CannotMake(f"no bundle lies in {folder}; `make bundle` makes one")
    return found[-1]


def description(bundle: zipfile.ZipFile) -> dict[str, Any]:
    """Which edition of which record a bundle is."""
    try:
        described: dict[str, Any] = json.loads(bundle.read(DESCRIPTION))
    except (KeyError, ValueError) as error:
        raise CannotMake(f"{bundle.filename} is no bundle of a record; `make bundle` makes one") from error
    return described


def run(make: Callable[[list[str]], list[str]]) -> int:
    """Run a tool with the arguments of the process; say what it made, or why it made nothing."""
    try:
        for line in make(sys.argv[1:]):
            print(line)
    except CannotMake as reason:
        print(reason, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or 'the disk'}: {error.strerror}; nothing was finished", file=sys.stderr)
        return 1
    return 0
