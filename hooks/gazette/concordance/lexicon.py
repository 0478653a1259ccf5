"""Volumes → the words of all of them, and the directory that says what there is.

Enters: the `Volume` of each part of the index. Leaves: files `words/0` …, each with all words that begin with
the same three letters, in families, files `tails/0` … with the words by the letters behind those three, for
whoever mistook one of them, and `directory`, which names volumes and files with their fingerprints.
A family is the words that have one stem in English and begin alike; a search for one finds the others.
Must not be known here: entries, texts, the disk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import Stemmer  # type: ignore[import-not-found]

from gazette.concordance.postings import in_utf16
from gazette.concordance.scripts import LAST_DIGITS, fingerprint_of, number, render_script
from gazette.concordance.volumes import Files, Volume
from gazette.exports.letters import json_line
from gazette.remembering import Forgetful, Remembered

FORMAT = 3
"""Raised when the files change their shape; the search page refuses another one."""

LEADING = 3
"""Letters that the words of a family share, and by which a word finds its file."""

SHORTEST = 5
"""Letters of a word that is listed by its tail; without its first three, a shorter one could be any."""

ENGLISH = Stemmer.Stemmer("english")
"""Porter's second algorithm, as Snowball has it."""

PAGE = 12_000
"""Characters from which on a file of words is closed."""


def render_lexicon(volumes: Iterable[Volume], remembered: Remembered | None = None) -> Files:
    """The words and the directory; `remembered` knows the stems of the last time."""
    every = sorted(volumes, key=lambda volume: volume.name)
    having = pages_having(every)
    words = sorted(having, key=in_utf16)
    stems = (remembered or Forgetful()).give_each("stem", stem_of, words, words)
    files: Files = {}
    listed: dict[str, list[list[str]]] = {}
    for kind, pages in (("words", render_words(words, stems, having)), ("tails", render_tails(words))):
        listed[kind] = []
        for at, (first, page) in enumerate(pages):
            mark = fingerprint_of(page)
            files[f"{kind}/{at}.js"] = render_script(f"{kind}/{at}", mark, json_line(page))
            listed[kind].append([first, mark])
    directory = json_line(
        {
            "format": FORMAT,
            "pages": sum(volume.pages for volume in every),
            "volumes": [[volume.name, volume.fingerprint, volume.pages] for volume in every],
            **listed,
        }
    )
    files["directory.js"] = render_script("directory", fingerprint_of(directory), directory)
    return files


def pages_having(volumes: Sequence[Volume]) -> dict[str, tuple[int, int]]:
    """By word: the volumes that have it, as bits, and the number of pages."""
    having: dict[str, tuple[int, int]] = {}
    for bit, volume in enumerate(volumes):
        flag = 1 << bit
        for word, pages in zip(volume.words.split("\n"), volume.counts, strict=False):
            flags, count = having.get(word, (0, 0))
            having[word] = flags | flag, count + pages
    return having


def render_words(
    words: Sequence[str], stems: Sequence[str], having: Mapping[str, tuple[int, int]]
) -> list[tuple[str, str]]:
    """Files of words: the letters that begin the first one, and a line for each family.

    A line has its words, each with the volumes that have it and the number of pages: `talk:D:o talks:B:Q`.
    """
    masks = {flags: volume_mask(flags) for flags in {flags for flags, _ in having.values()}}
    groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word, stem in zip(words, stems, strict=True):
        flags, count = having[word]
        groups[word[:LEADING]][stem].append(f"{word}:{masks[flags]}:{number(count)}")
    return in_files(
        (leading, [" ".join(family) for family in families.values()]) for leading, families in groups.items()
    )


def render_tails(words: Iterable[str]) -> list[tuple[str, str]]:
    """Files of words by their fourth to sixth letter: those letters, and a line of such words.

    Only words of letters: a number with another digit is another number.
    """
    tails: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= SHORTEST and word.isalpha():
            tails[word[LEADING : 2 * LEADING]].append(word)
    return in_files((tail, [f"{tail} {' '.join(tails[tail])}"]) for tail in sorted(tails, key=in_utf16))


def in_files(groups: Iterable[tuple[str, Sequence[str]]]) -> list[tuple[str, str]]:
    """Groups of lines, in files that are closed when full: what begins the first group, and the lines."""
    files: list[tuple[str, list[str]]] = []
    size = PAGE
    for leading, lines in groups:
        more = sum(map(len, lines))
        if size + more > PAGE:
            files.append((leading, []))
            size = 0
        files[-1][1].extend(lines)
        size += more
    return [(first, "\n".join(lines)) for first, lines in files]


def stem_of(word: str) -> str:
    """The English stem of a word; a word in other letters, or with a digit, is its own."""
    stem: str = ENGLISH.stemWord(word) if word.isascii() and word.isalpha() else word
    return stem


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
