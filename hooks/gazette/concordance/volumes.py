"""Entries → volumes: the part of the index that is made anew when one of its entries changes.

Enters: the entries of one volume. Leaves: its files by name, and its `Volume`: what the words of all volumes
are listed from (`lexicon`). Both depend on these entries only, so volumes can be made side by side, and kept.
Must not be known here: other volumes, the disk.

A volume has `pages` (how long each is, what begins the words of its shards, and the fingerprints of all other
parts), shards `0`, `1` … (every word with the pages and places where it stands), `places-0` … (all places of
one frequent word), `dates`, `filters`, `names-0` … (which text belongs to a page), and one script in `texts/`
for each page, which is loaded when it is shown and whose name no other entry can change. So a file changes
only where what it says does: a reader, or who copies the site to a server, has the others already.
"""

from __future__ import annotations

import zlib
from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import groupby

from gazette.concordance.entries import Entry
from gazette.concordance.postings import LINE, Postings, post, repost
from gazette.concordance.scripts import fingerprint_of, number, render_script
from gazette.exports.letters import json_line, sound
from gazette.remembering import Forgetful, Remembered
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
    marks: Mapping[str, str]
    "Fingerprint of each part by name; that of `pages` is the one of the volume."
    paths: tuple[str, ...]
    "Of all files below the folder of the index, those included that stayed as they were."

    def without_pages(self) -> Rendered:
        """What the words of all volumes are listed from, and where it lies. It cannot be rendered again."""
        return Rendered(self.volume, (), Postings({}, {}, ()), (), {}, self.paths)

    def without_words(self) -> Rendered:
        """Only where it lies, which needs no memory."""
        return replace(self.without_pages(), volume=replace(self.volume, words="", counts=()))


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


def spread(entries: Iterable[Entry], remembered: Remembered | None = None) -> dict[str, tuple[Entry, ...]]:
    """All entries by volume, in the order of the volumes' names and of their numbers."""
    remembered = remembered or Forgetful()
    every = tuple(entries)
    addresses = [entry.address for entry in every]
    releases = sum(address.startswith(RELEASES) for address in addresses)
    counts = [releases if address.startswith(RELEASES) else len(every) - releases for address in addresses]
    found: dict[str, list[Entry]] = defaultdict(list)
    for name, entry in zip(
        remembered.give_each("volume", volume_of, addresses, addresses, counts), every, strict=True
    ):
        found[name].append(entry)
    return {name: tuple(sorted(found[name], key=place_of)) for name in sorted(found)}


def render_volume(
    name: str, entries: Iterable[Entry], last: Rendered | None = None
) -> tuple[Rendered, Files]:
    """One volume and its files; `last`: as it was rendered the last time, its files being there still.

    With it, files that would be the same are left out. Where no entry has come, gone or got another place,
    only the words of those that have changed are posted.
    """
    pages = tuple(sorted(entries, key=place_of))
    postings = posted(pages, last)
    shards = render_shards(postings)
    prints, texts = texts_of(pages, last)
    named = [text_name(page.address) for page in pages]
    parts: dict[str, object] = {
        "dates": [[day, len(list(run))] for day, run in groupby(page.sort for page in pages)],
        "filters": render_filters(pages),
        **{str(at): lines for at, (_, lines) in enumerate(shards.lines)},
        **{f"places-{at}": places for at, places in enumerate(shards.apart)},
        **{f"names-{at}": names for at, names in enumerate(render_names(named, prints))},
    }
    marks = {part: mark_of(held) for part, held in parts.items()}
    starts = [start for start, _ in shards.lines]
    parts["pages"] = {"lengths": "".join(postings.lengths), "shards": starts, "marks": marks.copy()}
    marks["pages"] = mark_of(parts["pages"])
    known = last.marks if last else {}
    files = {
        f"{name}/{part}.js": render_script(f"{name}/{part}", marks[part], json_line(held))
        for part, held in parts.items()
        if marks[part] != known.get(part)
    }
    for at, text in texts.items():
        part = f"texts/{named[at]}"
        files[f"{name}/{part}.js"] = render_script(f"{name}/{part}", prints[at], text)
    paths = (*(f"{name}/{part}.js" for part in parts), *(f"{name}/texts/{text}.js" for text in named))
    counts = tuple(places.count(",") for places in postings.places.values())
    volume = Volume(name, marks["pages"], len(pages), "\n".join(postings.places), counts)
    return Rendered(volume, pages, postings, prints, marks, paths), files


def posted(pages: Sequence[Entry], last: Rendered | None) -> Postings:
    """Where the words stand; worked out of those of the last time where every entry has the place it had."""
    if not last or list(map(place_of, last.entries)) != list(map(place_of, pages)):
        return post(pages)
    both = enumerate(zip(last.entries, pages, strict=True))
    return repost(last.postings, {at: pair for at, pair in both if not same(*pair)})


def texts_of(pages: Sequence[Entry], last: Rendered | None) -> tuple[tuple[str, ...], dict[int, str]]:
    """The fingerprint of each page's text, and by number the texts that are others than the last time."""
    seen = zip(last.entries, last.prints, strict=True) if last else ()
    known = {page.address: (page, mark) for page, mark in seen}
    prints: list[str] = []
    texts: dict[int, str] = {}
    for at, page in enumerate(pages):
        before, mark = known.get(page.address, (None, ""))
        if not same(before, page):
            text = render_text(page)
            if mark != (now := fingerprint_of(text)):
                mark, texts[at] = now, text
        prints.append(mark)
    return tuple(prints), texts


def mark_of(held: object) -> str:
    """The fingerprint of a part."""
    return fingerprint_of(held if isinstance(held, str) else json_line(held))


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
        having = [page.filters.get(name, ()) for page in pages]
        sounds = {value: sound(value) for value in {value for several in having for value in several}}
        values = sorted({*sounds.values()})
        at = {value: number(place) for place, value in enumerate(values)}
        place = {value: at[said] for value, said in sounds.items()}
        rendered[name] = {
            "values": values,
            "pages": ",".join(["".join([place[value] for value in several]) for several in having]),
        }
    return rendered


def render_names(named: Sequence[str], prints: Sequence[str]) -> Iterable[str]:
    """For each page the name and the fingerprint of its text, so many at a time."""
    both = [f"{name}:{mark}" for name, mark in zip(named, prints, strict=True)]
    return (" ".join(both[first : first + NAMES_A_FILE]) for first in range(0, len(both), NAMES_A_FILE))


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
