"""`make zim`: the newest bundle as a ZIM file, for Kiwix and other offline readers.

Enters: a bundle (or the newest in dist/). Leaves: <record>-<edition>.zim beside it, with an index of titles
and words that the reader searches by itself. libzim is under the GPL: a tool apart, never part of the engine.
Two runs differ in the file's identifier, which libzim draws at random.
Source: the ZIM format and its metadata (wiki.openzim.org).
"""

from __future__ import annotations

import html
import mimetypes
import os
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bundles import DIST, CannotMake, description, missing, newest_bundle, run

try:
    from libzim.reader import Archive
    from libzim.writer import Creator, Hint, Item, StringProvider
except ImportError:
    Creator = Hint = StringProvider = Archive = None
    Item = object

ILLUSTRATION = Path(__file__).with_name("illustration.png")
TITLE = re.compile(r"<title>(.*?)</title>", re.S)
LONGEST_TITLE, LONGEST_DESCRIPTION = 30, 80
"""Characters that the format allows."""

KINDS = {
    ".js": "text/javascript",
    ".md": "text/markdown",
    ".ics": "text/calendar",
    ".bib": "text/plain",
    ".ris": "text/plain",
    ".jsonl": "application/jsonl",
    ".sqlite": "application/vnd.sqlite3",
    ".svg": "image/svg+xml",
}
"""Media types that not every machine knows."""


class Leaf(Item):
    """One file of the bundle."""

    def __init__(self, path: str, content: bytes) -> None:
        super().__init__()
        self.path = path
        self.content = content

    def get_path(self) -> str:
        """Where it stands: as in the bundle, so that links hold."""
        return self.path

    def get_title(self) -> str:
        """Of a page its title, under which readers find it."""
        found = TITLE.search(self.content.decode("utf-8", "replace")) if self.is_page else None
        return html.unescape(found[1]).strip() if found else ""

    def get_mimetype(self) -> str:
        """By the ending of its name."""
        ending = os.path.splitext(self.path)[1].lower()
        return KINDS.get(ending) or mimetypes.guess_type(self.path)[0] or "application/octet-stream"

    def get_contentprovider(self) -> object:
        """The bytes."""
        return StringProvider(self.content)

    def get_hints(self) -> dict[object, bool]:
        """Pages are what a reader looks for."""
        return {Hint.FRONT_ARTICLE: self.is_page, Hint.COMPRESS: True}

    @property
    def is_page(self) -> bool:
        """Whether this is a page of the site."""
        return self.path.endswith(".html")


def make(arguments: list[str]) -> list[str]:
    """Write the ZIM file, check it, and say what it is."""
    if Creator is None:
        raise missing("libzim", ".venv/bin/pip install -e '.[zim]'")
    source = Path(arguments[0]) if arguments else newest_bundle(DIST)
    target = source.with_suffix(".zim")
    draft = target.with_name(f".{target.name}.part")
    draft.unlink(missing_ok=True)
    try:
        with (
            zipfile.ZipFile(source) as bundle,
            Creator(draft).config_verbose(False).config_indexing(True, "eng") as creator,
        ):
            creator.set_mainpath("index.html")
            creator.add_illustration(48, ILLUSTRATION.read_bytes())
            for name, value in metadata(description(bundle)):
                creator.add_metadata(name, value)
            for name in bundle.namelist():
                creator.add_item(Leaf(name, bundle.read(name)))
        archive = Archive(draft)
        if not archive.check():
            raise CannotMake("libzim finds fault with the file that it wrote; nothing was kept")
        said = f"{target}: {archive.article_count} pages, {draft.stat().st_size:,} bytes, checked"
        os.replace(draft, target)
    except zipfile.BadZipFile as error:
        raise CannotMake(f"{source} is no zip file; `make bundle` makes one") from error
    except RuntimeError as error:  # how libzim says that it cannot write
        raise CannotMake(f"libzim could not write {target}: {error}") from error
    finally:
        draft.unlink(missing_ok=True)
    return [said]


def metadata(edition: dict[str, object]) -> Iterator[tuple[str, str]]:
    """What the format asks for, and which edition it is."""
    record = str(edition["record"])
    name = str(edition["bundle"]).removesuffix(".zip")
    draft = "Draft of edition" if edition["draft"] else "Edition"
    about = f"{draft} {edition['edition']} of a record of diplomatic press releases"
    yield "Name", name
    yield "Title", shortened(record, LONGEST_TITLE)
    yield "Description", shortened(about, LONGEST_DESCRIPTION)
    yield "LongDescription", f"{record}. {about}, with every fact beside its sentence."
    yield "Creator", record
    yield "Publisher", record
    yield "Date", str(edition["date"] or "1980-01-01")
    yield "Language", "eng"
    yield "Tags", "_ftindex:yes;_pictures:no;_videos:no;press releases;diplomacy"
    yield "Scraper", "gazette"
    if edition["address"]:
        yield "Source", str(edition["address"])


def shortened(words: str, most: int) -> str:
    """The words, cut with an ellipsis where there are too many letters."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


if __name__ == "__main__":
    sys.exit(run(make))
