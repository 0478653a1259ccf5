"""What a build writes beside pages: files of releases, files for other programs, the index of the search.

Enters: the record or a part of it, the folder of the site, what the last build knew. Leaves: files below the
site, and their paths. Knows nothing of MkDocs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from gazette.concordance import INDEX, Rendered, render_entries, render_lexicon, render_volume, spread
from gazette.exports import each_export
from gazette.exports.cards import render_card
from gazette.exports.citations import render_citations
from gazette.exports.pieces import Content, Pieces, pieces_of, size_of
from gazette.exports.received import raw_files
from gazette.manuscript import render_manuscript
from gazette.model import Corpus, Release
from gazette.pages.site import Site
from gazette.remembering import Remembered
from keptindex import KeptIndex, packed, unfolded
from sitefolder import PIECE, CannotWrite, SiteFolder
from workers import side_by_side

CARD = "card.png"
"""Picture of a release beside its page; made where the site's address is known, which links to it need.

A preview has none: nobody links to it.
"""

CACHE = 32_768
"""KiB of a database that are held in memory while it grows."""


def write_files(folder: SiteFolder, files: Iterable[tuple[str, str | bytes]]) -> list[str]:
    """Write files; the path of each."""
    paths = []
    for path, content in files:
        folder.write(path, content if isinstance(content, bytes) else encoded(content))
        paths.append(path)
    return paths


def release_files(root: Path, site: Site, release: Release) -> Iterable[tuple[str, str | bytes]]:
    """Beside the page of each release: raw file, normalised Markdown, citations, and a picture for links."""
    folder = f"releases/{release.id}/"
    raw = root / release.raw.path
    if raw.is_file():
        for name, content in raw_files(release.raw, raw.read_bytes()):
            yield f"{folder}{name}", content
    yield f"{folder}release.md", render_manuscript(release)
    reference = site.reference(release)
    for name, text in render_citations(reference):
        yield f"{folder}{name}", text
    if site.serving.site_url and not site.serving.is_preview and (card := render_card(reference)):
        yield f"{folder}{CARD}", card


def write_exports(
    folder: SiteFolder, corpus: Corpus, site_url: str, site_name: str, told: Remembered
) -> tuple[tuple[str, int], ...]:
    """Write the files for other programs; path and size of each. `told`: what they say of each release."""
    sizes = {}
    with folder.scratch("tables") as aside:
        try:
            for name, content in each_export(corpus, site_url, site_name, told, OnDisk(aside)):
                folder.write_pieces(name, size_of(content), partial(pieces_of, content))
                sizes[name] = size_of(content)
        except CannotWrite:
            raise
        except OSError as error:
            raise folder.told(error) from error
        except sqlite3.OperationalError as error:
            raise CannotWrite(
                f"{folder.home} cannot be written: SQLite could not make data/record.sqlite, which takes its"
                f" room twice for a while ({error}); the last site stands as it was"
            ) from error
    return tuple(sorted(sizes.items()))


class OnDisk:
    """Tables are gathered in files of a folder where nobody else writes: no large one is held in memory."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._record = folder / "record.sqlite"

    def connect(self) -> sqlite3.Connection:
        """An empty database. SQLite need not lock it, which some network drives cannot."""
        connection = sqlite3.connect(f"{self._record.resolve().as_uri()}?nolock=1", uri=True)
        for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{CACHE}"):
            connection.execute(f"PRAGMA {setting}")
        return connection

    def database(self, connection: sqlite3.Connection) -> Pieces:
        """The bytes of the database, as long as its file is there."""
        connection.close()
        return _pieces_of_file(self._record)

    def sheet(self, name: str) -> BinaryIO:
        """An empty file."""
        return open(self._folder / f"{name}.csv", "wb")

    def written(self, sheet: BinaryIO) -> Content:
        """What was written into a sheet, as long as its file is there."""
        sheet.close()
        return _pieces_of_file(Path(sheet.name))


def _pieces_of_file(path: Path) -> Pieces:
    def read() -> Iterator[bytes]:
        with open(path, "rb") as file:
            yield from iter(partial(file.read, PIECE), b"")

    return Pieces(path.stat().st_size, read)


def write_index(
    folder: SiteFolder, corpus: Corpus, kept: KeptIndex, workers: int, is_last: bool
) -> tuple[list[str], dict[str, Rendered], dict[str, bytes]]:
    """Write the index of the search; path of each file, and the volumes. Those of the same entries hold.

    `is_last`: this process renders no volume again. New ones are packed where they are made, which takes
    half as long as to post their words, and come back without their pages; given last are the packed forms.
    """
    volumes = spread(render_entries(corpus, kept.entries), kept.entries)
    holding = kept.holding(volumes)

    def write(name: str) -> tuple[Rendered, bytes]:
        last, entries = kept.volumes.get(name), volumes[name]
        rendered, files = render_volume(name, entries if last else map(unfolded, entries), last)
        write_files(folder, ((f"{INDEX}/{path}", content) for path, content in files.items()))
        if is_last:
            del files  # which are as much as what is packed now, in each process
            return rendered.without_pages(), packed(replace(rendered, entries=entries))
        return replace(rendered, entries=()), b""  # they need not come back from another process

    new = [name for name in volumes if name not in holding]
    made = dict(zip(new, side_by_side(write, new, workers, least=2), strict=True))
    index = holding | {
        name: one if is_last else replace(one, entries=volumes[name]) for name, (one, _) in made.items()
    }
    lexicon = render_lexicon((rendered.volume for rendered in index.values()), kept.entries)
    written = [*lexicon, *(path for rendered in index.values() for path in rendered.paths)]
    write_files(folder, ((f"{INDEX}/{path}", content) for path, content in lexicon.items()))
    paths = [f"{INDEX}/{path}" for path in written]
    return paths, index, {name: body for name, (_, body) in made.items() if is_last}


def encoded(text: str) -> bytes:
    """As MkDocs encodes its pages; of half a surrogate pair the number is written."""
    return text.encode("utf-8", "xmlcharrefreplace")
