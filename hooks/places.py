"""Where pages stand: addresses, the sources behind them, and which quire makes the page at an address.

Enters: addresses, paths of sources below docs/, the planned quires. Leaves: addresses and paths below the
site. Knows nothing of MkDocs.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from gazette.pages import Page, Quire

NOTE_FOLDERS = ("officials", "offices", "topics", "terms", "bodies", "events", "releases")
"""Below these, a page in docs/ is a note that belongs to a generated page of the same address."""

LINK = re.compile(r"""[^\s()<>\[\]"']+\.md\b""")
"""What may be a link of a written page to the source of another page."""


def address_of_source(source: str) -> str:
    """Folder below / of the page of a source below docs/: "about/" for about.md, "" for index.md."""
    folder, name = posixpath.split(posixpath.splitext(source)[0])
    path = folder if name in ("index", "README") else posixpath.join(folder, name)
    return f"{path}/" if path else ""


def path_of(address: str) -> str:
    """Path below the site of the page at an address."""
    return f"{address}index.html"


def address_at(path: str) -> str:
    """The same of a page at a path that a browser asks for, which may name its file."""
    folder = path.removesuffix("index.html").rstrip("/")
    return f"{folder}/" if folder else ""


def quire_of(quires: Mapping[str, Quire], address: str) -> Quire | None:
    """The quire to which the page at an address belongs: of this address, or of the one above it.

    No quire has pages deeper below its first one than those of its years; the first page of all has none.
    """
    if address in quires:
        return quires[address]
    above = posixpath.dirname(address.rstrip("/"))
    return quires.get(f"{above}/") if above else None


def addresses_in(nav: object) -> Iterable[str]:
    """Addresses of the pages that the navigation names."""
    if isinstance(nav, str):
        yield address_of_source(nav)
    elif isinstance(nav, Mapping):
        for inner in nav.values():
            yield from addresses_in(inner)
    elif isinstance(nav, list):
        for inner in nav:
            yield from addresses_in(inner)


def linked_addresses(pages: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Addresses of the pages to whose sources written pages lead, which come with source and text."""
    for source, text in pages:
        for href in LINK.findall(text):
            path = posixpath.join(posixpath.dirname(source), unquote(href))
            yield address_of_source(posixpath.normpath(path))


def late_indexes(quires: Mapping[str, Quire], asked: Iterable[str]) -> set[str]:
    """Indexes that MkDocs only has to know of: a browser asks for them when somebody reads them.

    Their titles are known, and no page of theirs by year is in MkDocs' list.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for address in asked:
        if quire := quire_of(quires, address):
            found[quire.address].append(address)
    return {first for first, addresses in found.items() if quires[first].title and addresses == [first]}


def stray_notes(
    written: Mapping[str, str], quires: Mapping[str, Quire], pages: Mapping[str, Page]
) -> list[str]:
    """Notes on something that the record does not have."""
    return sorted(
        f"docs/{name}"
        for address, name in written.items()
        if address not in quires and address not in pages and address.partition("/")[0] in NOTE_FOLDERS
    )
