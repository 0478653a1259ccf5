"""What a search finds, and the index by which it is found: scripts that a page loads as it needs them.

Enters: a `Corpus`. Leaves: `Entry` values (`entries`: one for each release, official, event and topic), which
are cut into words (`cutting`), whose places (`postings`) are spread over volumes (`volumes`), whose words are
listed together (`lexicon`); each file is a script (`scripts`). A changed entry renders its own volume and the
lexicon anew; in its volume only its own words are posted again.
Must not be known here: the disk, the site generator. docs/assets/search/ is the other half: it reads this.
"""

from __future__ import annotations

from collections.abc import Iterable

from gazette.concordance.entries import ENTRIES, Entry, Passage, render_entries
from gazette.concordance.lexicon import render_lexicon
from gazette.concordance.volumes import Files, Rendered, Volume, render_volume, spread, volume_of

INDEX = "concordance"
"""Folder of the index below the site."""


def render_index(entries: Iterable[Entry]) -> Files:
    """All files of an index, by path below its folder."""
    files: Files = {}
    volumes: list[Volume] = []
    for name, its_own in spread(entries).items():
        rendered, made = render_volume(name, its_own)
        volumes.append(rendered.volume)
        files |= made
    return files | render_lexicon(volumes)


__all__ = [
    "ENTRIES",
    "INDEX",
    "Entry",
    "Files",
    "Passage",
    "Rendered",
    "Volume",
    "render_entries",
    "render_index",
    "render_lexicon",
    "render_volume",
    "spread",
    "volume_of",
]
