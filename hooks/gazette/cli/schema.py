"""`gazette schema`: the JSON Schemas of front matter and of the authority files, written into a record.

Enters: the record's root. Leaves: files below docs/authority/schemas, those that differ written anew.
"""

from __future__ import annotations

from pathlib import Path

from gazette.authority import SCHEMAS, render_schemas
from gazette.cli.whole import write_whole


def stale_schemas(root: Path) -> dict[Path, str]:
    """The files that are missing or differ from what is rendered, with their text."""
    stale = {}
    for name, text in render_schemas():
        path = root / SCHEMAS / name
        if not path.is_file() or path.read_bytes() != text.encode("utf-8"):
            stale[path] = text
    return stale


def write_schemas(root: Path) -> list[Path]:
    """Write what is stale; gives the files that were written."""
    stale = stale_schemas(root)
    for path, text in stale.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode("utf-8"))
    return list(stale)
