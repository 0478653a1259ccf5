"""Volumes → the words of all of them, and the directory that says what there is.

Enters: the `Volume` of each part of the index. Leaves: files `words/0` …, each with all words that begin with
the same three letters, in families, and `directory`, which names volumes and files with their fingerprints.
A family is the words that have one stem in English and begin alike; a search for one finds the others.
Must not be known here: entries, texts, the disk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import Stemmer  # type: ignore[import-not-found]

from gazette.concordance.scripts import LAST_DIGITS, fingerprint_of, number, render_script
from gazette.concordance.volumes import Files, Volume, in_utf16
from gazette.exports.letters import json_line

FORMAT = 1
"""Raised when the files change their shape; the search page refuses another one."""

LEADING = 3
"""Letters that the words of a family share, and by which a word finds its file."""

PAGE = 12_000
"""Characters from which on a file of words is closed."""


def render_lexicon(volumes: Iterable[Volume]) -> Files:
    """The words and the directory."""
    every = sorted(volumes, key=lambda volume: volume.name)
    pages = render_words(every)
    prints = [fingerprint_of(page) for _, page in pages]
    files = {
        f"words/{at}.js": render_script(f"words/{at}", prints[at], json_line(page))
        for at, (_, page) in enumerate(pages)
    }
    directory = json_line(
        {
            "format": FORMAT,
            "pages": sum(volume.pages for volume in every),
            "volumes": [[volume.name, volume.fingerprint, volume.pages] for volume in every],
            "words": [[first, mark] for (first, _), mark in zip(pages, prints, strict=True)],
        }
    )
    files["directory.js"] = render_script("directory", fingerprint_of(directory), directory)
    return files


def render_words(volumes: Sequence[Volume]) -> list[tuple[str, str]]:
    """Files of words: the letters that begin the first one, and a line for each family.

    A line has its words, each with the volumes that have it and the number of pages: `talk:D:o talks:B:Q`.
    """
    where: dict[str, int] = defaultdict(int)
    count: dict[str, int] = defaultdict(int)
    for bit, volume in enumerate(volumes):
        flag = 1 << bit
        for word, pages in zip(volume.words.split("\n"), volume.counts, strict=False):
            where[word] += flag
            count[word] += pages
    words = sorted(where, key=in_utf16)
    groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word, stem in zip(words, stems(words), strict=True):
        groups[word[:LEADING]][stem].append(f"{word}:{volume_mask(where[word])}:{number(count[word])}")
    files: list[tuple[str, list[str]]] = []
    size = PAGE
    for leading, families in groups.items():
        lines = [" ".join(family) for family in families.values()]
        more = sum(map(len, lines))
        if size + more > PAGE:
            files.append((leading, []))
            size = 0
        files[-1][1].extend(lines)
        size += more
    return [(first, "\n".join(lines)) for first, lines in files]


def stems(words: Sequence[str]) -> list[str]:
    """The English stem of each word; a word in other letters, or with a digit, is its own."""
    plain = [word for word in words if word.isascii() and word.isalpha()]
    known = dict(zip(plain, Stemmer.Stemmer("english").stemWords(plain), strict=True))
    return [known.get(word, word) for word in words]


def volume_mask(flags: int) -> str:
    """Which volumes have a word: six to a character, the first ones first.

    >>> volume_mask(0b1), volume_mask(0b1000000), volume_mask(0b1000011)
    ('B', 'AB', 'DB')
    """
    digits = ""
    while flags:
        digits += LAST_DIGITS[flags & 63]
        flags >>= 6
    return digits


__all__ = ["render_lexicon"]
