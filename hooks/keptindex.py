"""The index of the search as the last build wrote it; packed until the next one is to be written.

Enters: volumes, and their packed forms from a file. Leaves: those that hold, and the entries in them. Only
who writes an index opens it: a build has begun another process by then, which would hold it once more.
Knows nothing of MkDocs, nor of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from cabinet import pack_large, unpack
from gazette.concordance import ENTRIES, INDEX, Entry, Rendered
from gazette.model import Release
from gazette.remembering import Batch, Remembered
from later import Later
from spool import Spooled

Beside = Mapping[str, Sequence[object]]
"""By release: of what its entry was made beside itself."""

FEW = 3
"""So many passages take no more room than to know where they wait."""


@dataclass(slots=True)
class KeptIndex:
    """An index that was written."""

    volumes: dict[str, Rendered] = field(default_factory=dict)
    "As they were written; of those that are packed only where they lie."
    entries: Remembered = field(default_factory=Remembered, compare=False)
    "Entries, once the index is open."
    packed: Spooled = field(default_factory=Spooled, compare=False)
    "By name: the volumes of a file, until the index is opened."
    releases: Sequence[Release] = field(default=(), compare=False)
    "Of which the entries in these were made."
    beside: Beside = field(default_factory=dict, compare=False)
    "Of what else each was made."

    def open(self) -> dict[str, Rendered]:
        """Have at hand what is packed: all entries, and the volumes that hold, which it gives.

        What cannot be had back is gone.
        """
        opened: dict[str, Rendered] = {}
        with suppress(Exception):  # whatever may stand in a file of the right sums
            found = {name: unpack(body) for name, body in self.packed.items()}
            self._know(entry for volume in found.values() for entry in volume.entries)
            opened = found
        gone = self.packed.keys() - opened.keys()
        self.volumes = {
            name: opened.get(name, volume) for name, volume in self.volumes.items() if name not in gone
        }
        self.packed.clear()
        self.releases, self.beside = (), {}
        return {name: volume for name, volume in opened.items() if name in self.volumes}

    def _know(self, entries: Iterable[Entry]) -> None:
        at = {entry.address: entry for entry in entries}
        made = ((of, at.get(f"releases/{of.id}/")) for of in self.releases)
        known = [(of, *self.beside[of.id], entry) for of, entry in made if entry and of.id in self.beside]
        if known:
            *columns, each = zip(*known, strict=True)
            self.entries.know_each(ENTRIES, Batch([of.id for of in columns[0]], tuple(columns), each))

    def holding(self, volumes: Mapping[str, tuple[Entry, ...]]) -> dict[str, Rendered]:
        """The volumes that have the entries they had."""
        return {
            name: self.volumes[name]
            for name, entries in volumes.items()
            if name in self.volumes and self.volumes[name].entries == entries
        }

    def let_go(self) -> None:
        """Hold no entries and volumes any more, but know of what the entries were made."""
        made = self.entries.each(ENTRIES)
        self.entries, self.volumes = Remembered(), {}
        if made:
            self.entries.know_each(ENTRIES, replace(made, made=()))

    def made_beside(self, releases: Iterable[Release]) -> Beside:
        """Of what the entries of these releases were made; nothing of what was made of others."""
        now = {*map(id, releases)}
        if self.packed:
            return {
                of.id: self.beside[of.id] for of in self.releases if id(of) in now and of.id in self.beside
            }
        made = self.entries.each(ENTRIES)
        rows = zip(*made.values, strict=True) if made else ()
        return {of.id: beside for of, *beside in rows if id(of) in now}

    def where(self) -> dict[str, Rendered]:
        """Where each volume lies."""
        return {name: volume.without_words() for name, volume in self.volumes.items()}

    def paths(self) -> Iterator[str]:
        """The path below the site of every file."""
        return (f"{INDEX}/{path}" for volume in self.volumes.values() for path in volume.paths)


def packed(volume: Rendered) -> bytes:
    """A volume as the file holds it; passages that are packed already stay so."""
    return pack_large(replace(volume, entries=tuple(map(folded, volume.entries))))


def folded(entry: Entry) -> Entry:
    """The same, its passages packed until they are asked for: the next build asks for those that change."""
    passages = entry.passages
    if len(passages) <= FEW or isinstance(passages, Later):
        return entry
    return replace(entry, passages=Later.of(passages))


def unfolded(entry: Entry) -> Entry:
    """The same, its passages at hand: for whoever asks for them more than once."""
    return replace(entry, passages=tuple(entry.passages)) if isinstance(entry.passages, Later) else entry
