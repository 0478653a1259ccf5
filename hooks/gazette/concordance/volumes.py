"""Entries → volumes: the part of the index that is made anew when one of its entries changes.

Enters: the entries of one volume. Leaves: its files by name, and its `Volume`: what the words of all volumes
are listed from (`lexicon`). Both depend on these entries only, so volumes can be made side by side, and kept.
Must not be known here: other volumes, the disk.

A volume has `pages` (how long each is, and what begins the words of its shards), shards `0`, `1` … (every
word with the pages and places where it stands), `places-0` … (all places of one frequent word), `dates`,
`filters`, `names-0` … (which text belongs to a page), and one script in `texts/` for each page, which is
loaded when it is shown and whose name no other entry can change.
"""

from __future__ import annotations

import zlib
from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby

from gazette.concordance.entries import Entry
from gazette.concordance.postings import LINE, Postings, post, repost
from gazette.concordance.scripts import fingerprint_of, number, render_script
from gazette.exports.letters import json_line, sound
from gazette.watching import same

RELEASES_A_VOLUME = 5000
"""At most; a question loads a shard of each volume for each word, a change writes the shards of one anew."""

OTHERS_A_VOLUME = 20_000
"""Officials, events and topics are short, one release changes several: they have volumes of their own."""

RELEASES = "releases/"

SHARD = LINE
"""Characters from which on a shard is closed."""

NAMES_A_FILE = 64

Files = dict[str, bytes]
"""Content by path below the folder of the index."""


@dataclass(frozen=True, slots=True)
class Volume:
    """What is known of a volume without its files."""

    name: str
    fingerprint: str
    pages: int
    words: str
    "Every word once, in order, one a line."
    counts: tuple[int, ...]
    "For each word: the number of pages that have it."


@dataclass(frozen=True, slots=True)
class Rendered:
    """A volume that was rendered, with what the next rendering of it need not work out again."""

    volume: Volume
    entries: tuple[Entry, ...]
    "In the order of their numbers."
    postings: Postings
    prints: tuple[str, ...]
    "Fingerprint of the text of each entry."
    paths: tuple[str, ...]
    "Of all files below the folder of the index, those included that stayed as they were."


@dataclass(frozen=True, slots=True)
class Shards:
    """Where the words of a volume stand, in files."""

    lines: tuple[tuple[str, str], ...]
    "For each shard what begins its first word, and a line for each word: `law,CD!B,DA`, page and places."
    apart: tuple[str, ...]
    "All places of each frequent word, whose line has its number: `the:A,CED`, page, how often, first place."


def volume_of(address: str, count: int) -> str:
    """Name of the volume of an entry in an index of `count` releases, or of so many other entries.

    >>> volume_of("releases/a/b/", 5), volume_of("events/a/", 5), volume_of("releases/a/b/", 10_000)
    ('r00', 'n00', 'r01')
    """
    is_release = address.startswith(RELEASES)
    volumes = 1
    while volumes * (RELEASES_A_VOLUME if is_release else OTHERS_A_VOLUME) < count:
        volumes *= 2
    return f"{'r' if is_release else 'n'}{zlib.crc32(address.encode('utf-8', 'surrogatepass')) % volumes:02x}"


def spread(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """All entries by volume, in the order of the volumes' names and of their numbers."""
    every = tuple(entries)
    releases = sum(entry.address.startswith(RELEASES) for entry in every)
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in every:
        count = releases if entry.address.startswith(RELEASES) else len(every) - releases
        found[volume_of(entry.address, count)].append(entry)
    return {name: tuple(sorted(found[name], key=place_of)) for name in sorted(found)}


def render_volume(
    name: str, entries: Iterable[Entry], last: Rendered | None = None
) -> tuple[Rendered, Files]:
    """One volume and its files; `last`: as it was rendered the last time, its files being there still.

    Where no entry has come, gone or got another place, only the words of those that have changed are posted,
    and the texts of the others are left out.
    """
    pages = tuple(sorted(entries, key=place_of))
    if last and list(map(place_of, last.entries)) == list(map(place_of, pages)):
        both = zip(last.entries, pages, strict=True)
        changes = {at: (old, new) for at, (old, new) in enumerate(both) if not same(old, new)}
        postings = repost(last.postings, changes)
    else:
        last, changes = None, {}
        postings = post(pages)
    texts = {at: render_text(page) for at, page in enumerate(pages) if not last or at in changes}
    prints = tuple(
        fingerprint_of(texts[at]) if at in texts or not last else last.prints[at] for at in range(len(pages))
    )
    shards = render_shards(postings)
    parts = {
        "pages": json_line(
            {"lengths": "".join(postings.lengths), "shards": [first for first, _ in shards.lines]}
        ),
        "dates": json_line([[day, len(list(run))] for day, run in groupby(page.sort for page in pages)]),
        "filters": json_line(render_filters(pages)),
        **{str(at): json_line(lines) for at, (_, lines) in enumerate(shards.lines)},
        **{f"places-{at}": json_line(places) for at, places in enumerate(shards.apart)},
        **{
            f"names-{first // NAMES_A_FILE}": json_line(
                " ".join(
                    f"{text_name(page.address)}:{mark}"
                    for page, mark in zip(
                        pages[first : first + NAMES_A_FILE], prints[first : first + NAMES_A_FILE], strict=True
                    )
                )
            )
            for first in range(0, len(pages), NAMES_A_FILE)
        },
    }
    whole = fingerprint_of(*parts.values())
    files = {
        f"{name}/{part}.js": render_script(f"{name}/{part}", whole, text) for part, text in parts.items()
    }
    named = [f"texts/{text_name(page.address)}" for page in pages]
    paths = (*files, *(f"{name}/{part}.js" for part in named))
    for at, text in texts.items():
        files[f"{name}/{named[at]}.js"] = render_script(f"{name}/{named[at]}", prints[at], text)
    counts = tuple(places.count(",") for places in postings.places.values())
    volume = Volume(name, whole, len(pages), "\n".join(postings.places), counts)
    return Rendered(volume, pages, postings, prints, paths), files


def place_of(entry: Entry) -> tuple[str, str]:
    """By what the entries of a volume are numbered."""
    return entry.sort, entry.address


def render_shards(postings: Postings) -> Shards:
    """The words in order, a line each, in shards; what a frequent word has of places stands apart."""
    shards: list[tuple[str, list[str]]] = []
    apart: list[str] = []
    size, before = SHARD, ""
    for word, places in postings.places.items():
        line = word + places
        if word in postings.short:
            line = f"{word}:{number(len(apart))}{postings.short[word]}"
            apart.append(places)
        if size + len(line) > SHARD:
            shards.append((parting(before, word), []))
            size = 0
        shards[-1][1].append(line)
        size += len(line)
        before = word
    return Shards(tuple((first, "\n".join(lines)) for first, lines in shards), tuple(apart))


def parting(before: str, word: str) -> str:
    """As much of a word as parts it from the one before it.

    >>> parting("minimum", "minister"), parting("", "a"), parting("law", "laws")
    ('minis', 'a', 'laws')
    """
    return next(word[:end] for end in range(1, len(word) + 1) if word[:end] != before[:end])


def render_filters(pages: Sequence[Entry]) -> dict[str, dict[str, object]]:
    """For each filter its values, and for each page the numbers of those it has."""
    rendered: dict[str, dict[str, object]] = {}
    for name in sorted({name for page in pages for name in page.filters}):
        values = sorted({sound(value) for page in pages for value in page.filters.get(name, ())})
        place = {value: number(at) for at, value in enumerate(values)}
        having = ("".join(place[sound(value)] for value in page.filters.get(name, ())) for page in pages)
        rendered[name] = {"values": values, "pages": ",".join(having)}
    return rendered


def render_text(page: Entry) -> str:
    """What is shown of a page, as JSON."""
    return json_line(
        {
            "address": page.address,
            "title": page.title,
            "dated": page.dated,
            "kind": next(iter(page.filters.get("kind", ())), ""),
            "body": next(iter(page.filters.get("body", ())), ""),
            "language": page.language,
            "passages": [(passage.anchor, passage.words) for passage in page.passages],
        }
    )


def text_name(address: str) -> str:
    """Name of the script that has the text of a page: no entry's name depends on another entry."""
    digest = blake2b(address.encode("utf-8", "surrogatepass"), digest_size=10).digest()
    return b32encode(digest).decode("ascii").lower()


__all__ = ["Files", "Rendered", "Volume", "render_volume", "spread", "volume_of"]
