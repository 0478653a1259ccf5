"""The search index of a build: the only file that runs Pagefind. Knows nothing of MkDocs.

Enters: the record, and the folder of the site. Leaves: its folder pagefind/, as files for a server or as
scripts for a folder on disk. Without Pagefind there is no index, and the search page says so to its readers.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from gazette.concordance import Entry, render_entries, render_scripts, render_sheet
from gazette.concordance.offline import INDEX_FILE, MODULE
from gazette.model import Corpus

try:
    from pagefind.index import IndexConfig, PagefindIndex
except ImportError:  # the record can be built and read without a search
    IS_INSTALLED = False
else:
    IS_INSTALLED = True

FOLDER = "pagefind"
WORKER = "pagefind-worker.js"
FOR_A_SERVER = frozenset({MODULE, WORKER})


class NoIndex(RuntimeError):
    """There will be no search; says why."""


def write_index(corpus: Corpus, site: Path, scripts: bool) -> int:
    """Write the index of a record below `site`, as scripts or as files; returns the number of entries.

    Raises `NoIndex` where Pagefind is missing, `gazette.concordance.ShapeChanged` where it has changed.
    """
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    if not IS_INSTALLED:
        raise NoIndex("Pagefind is not installed")
    entries = render_entries(corpus)
    if not entries:
        raise NoIndex("there is nothing to be found yet")
    try:
        with tempfile.TemporaryDirectory() as sheets:
            write_sheets(entries, Path(sheets))
            asyncio.run(run_pagefind(Path(sheets), folder))
    except (OSError, RuntimeError, AssertionError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise NoIndex(f"Pagefind could not be run ({error or type(error).__name__})") from error
    keep(folder, scripts)
    return len(entries)


def write_sheets(entries: Iterable[Entry], below: Path) -> None:
    """A sheet for each entry, in the folder of the page to which it leads."""
    for entry in entries:
        folder = below / entry.address
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(render_sheet(entry), "utf-8")


async def run_pagefind(sheets: Path, folder: Path) -> None:
    """Let Pagefind read a folder of sheets; given one by one, each would wait for 0.1 s in its client."""
    config = IndexConfig(output_path=str(folder), force_language="en")
    async with PagefindIndex(config=config) as index:
        await index.add_directory(str(sheets))


def keep(folder: Path, scripts: bool) -> None:
    """Keep of Pagefind's files what the search needs, in the form in which it needs it."""
    paths = {
        path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()
    }
    if scripts:
        for name, content in render_scripts({name: path.read_bytes() for name, path in paths.items()}):
            (folder / name).write_bytes(content)
    for name, path in paths.items():
        if scripts or not (INDEX_FILE.fullmatch(name) or name in FOR_A_SERVER):
            path.unlink()
