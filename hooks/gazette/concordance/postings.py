"""The pages of a volume → where each word stands in them, and the same again when a few pages are others.

Enters: entries in the order of their numbers. Leaves: `Postings`. A change costs what its own words cost:
the places of one page in the list of a word are found by its number, which begins no other number.
Must not be known here: files, and how the words are spread over them.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gazette.concordance.cutting import GAP, cut_passages
from gazette.concordance.entries import Entry
from gazette.concordance.scripts import NUMBER, number, numbers, read_numbers

LINE = 8192
"""Characters of a word and its places from which on these stand apart."""

_PIECE = re.compile(f",?{NUMBER}")


@dataclass(frozen=True, slots=True)
class Postings:
    """Where the words of a volume stand."""

    places: Mapping[str, str]
    "Of each word, in their order, the pages, each after a comma with the places in it: `,CD!B,DA`."
    short: Mapping[str, str]
    "Of a word that has a long line: of each page how often the word stands there, and the first place."
    lengths: tuple[str, ...]
    "Of each page the number of words in the title, and in the whole."


def post(pages: Iterable[Entry]) -> Postings:
    """Where the words of all pages stand."""
    found: dict[str, list[str]] = defaultdict(list)
    lengths = tuple(post_page(found, at, page) for at, page in enumerate(pages))
    places = {word: "".join(found[word]) for word in sorted(found, key=in_utf16)}
    short = {word: abridged(found[word]) for word, own in places.items() if is_long(word, own)}
    return Postings(places, short, lengths)


def repost(last: Postings, changes: Mapping[int, tuple[Entry, Entry]]) -> Postings:
    """The same where some pages are others: by number, each as it was and as it is."""
    places, short, lengths = {**last.places}, {**last.short}, [*last.lengths]
    for at, (before, now) in changes.items():
        old: dict[str, list[str]] = defaultdict(list)
        new: dict[str, list[str]] = defaultdict(list)
        post_page(old, at, before)
        lengths[at] = post_page(new, at, now)
        for word in old.keys() | new.keys():
            if old.get(word) == new.get(word):
                continue
            posting = new.get(word, [])
            whole = places[word] = with_page(places.get(word, ""), at, "".join(posting))
            if not is_long(word, whole):
                short.pop(word, None)
            elif word in short:
                short[word] = with_page(short[word], at, abridged(posting) if posting else "")
            else:
                short[word] = abridged(_PIECE.findall(whole))
    left = sorted((word for word, whole in places.items() if whole), key=in_utf16)
    return Postings({word: places[word] for word in left}, short, tuple(lengths))


def post_page(found: dict[str, list[str]], at: int, page: Entry) -> str:
    """Add the places of the words of one page, after a comma with its number; gives its lengths.

    The title comes first, so a place below the length of the title is one in the title.
    """
    words = cut_passages((page.title, *[passage.words for passage in page.passages]))
    title = words.index(GAP) if GAP in words else len(words)
    this = f",{number(at)}"
    for word in set(words):
        found[word].append(this)
    for places, place in zip(map(found.__getitem__, words), numbers(len(words)), strict=False):
        places.append(place)
    found.pop(GAP, None)
    return number(title) + number(len(words) - words.count(GAP))


def with_page(places: str, at: int, own: str) -> str:
    """The places of a word with those that it has in one page now; "" where it has none there.

    >>> with_page(",AC,CD!B,DA", 2, ",CE"), with_page(",AC,DA", 2, ",CE"), with_page(",AC", 0, "")
    (',AC,CE,DA', ',AC,CE,DA', '')
    """
    start = places.find(f",{number(at)}")
    if start < 0:
        parts = places.split(",")[1:]
        start = sum(len(part) + 1 for part in parts[: bisect(parts, at, key=_page_of)])
        return places[:start] + own + places[start:]
    end = places.find(",", start + 1)
    return places[:start] + own + (places[end:] if end > 0 else "")


def _page_of(part: str) -> int:
    """The number of the page with which the places in it begin."""
    begin = _PIECE.match(part)
    return read_numbers(begin[0])[0] if begin else 0


def is_long(word: str, places: str) -> bool:
    """Whether the places of a word stand apart."""
    return len(word) + len(places) > LINE


def abridged(posting: Sequence[str]) -> str:
    """Of each page the number of places, and the first of them: what a search needs that has no phrase.

    >>> abridged([",A", "C", "E", "!G", ",B", "D"])
    ',ADC,BBD'
    """
    pages = [at for at, part in enumerate(posting) if part[0] == ","]
    return "".join(
        f"{posting[at]}{number(end - at - 1)}{posting[at + 1]}"
        for at, end in zip(pages, [*pages[1:], len(posting)], strict=True)
    )


def in_utf16(word: str) -> bytes:
    """Words in the order in which a browser compares them."""
    return word.encode("utf-16-be", "surrogatepass")


__all__ = ["LINE", "Postings", "in_utf16", "is_long", "post", "repost"]
