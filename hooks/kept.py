"""What the last build knew, so that the next one does only what has changed. Knows nothing of MkDocs.

Enters: the readings and pages of a build. Leaves: which of them still hold in the next. A reading holds as
long as its raw file and the authority are the same. The pages of a subject hold as long as the subject, the
frame and every look-up that was made for them (`gazette.watching`) are the same; pages of the whole record
never do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gazette.concordance import Entry, Volume
from gazette.model import Authority, RawRelease, Release
from gazette.pages import Quire
from gazette.pages.site import Site
from gazette.watching import Look, Watched, differences


@dataclass(slots=True)
class Written:
    """The pages of one subject, as they were written."""

    subject: object
    paths: tuple[str, ...]
    "Below the site."
    looks: frozenset[Look]
    "Everything that was looked up for them."


@dataclass(slots=True)
class Indexed:
    """A volume of the search's index, as it was written."""

    entries: Sequence[Entry]
    volume: Volume
    paths: tuple[str, ...]


@dataclass(slots=True)
class Kept:
    """The last build."""

    authority: Authority | None = None
    readings: dict[str, Release] = field(default_factory=dict)
    "By path of the raw file."
    site: Site | None = None
    lookups: tuple[Watched[Any, Any], ...] = ()
    frame: object = None
    "What all pages share: the template, the navigation, the settings."
    written: dict[str, Written] = field(default_factory=dict)
    "By address of the quire."
    volumes: dict[str, Indexed] = field(default_factory=dict)

    def read_all(
        self,
        raws: Sequence[RawRelease],
        authority: Authority,
        read: Callable[[Sequence[RawRelease]], Iterable[Release]],
    ) -> list[Release]:
        """Every release; only those are read that were not, or whose file or authority has changed."""
        known = self.readings if authority == self.authority else {}
        new = [raw for raw in raws if raw.path not in known or known[raw.path].raw != raw]
        made = {release.raw.path: release for release in read(new)}
        self.authority = authority
        self.readings = {raw.path: made.get(raw.path) or known[raw.path] for raw in raws}
        return list(self.readings.values())

    def holding(self, site: Site, frame: object, quires: Iterable[Quire]) -> dict[str, Written]:
        """Of the pages written last, those that the next build need not write; by address of the quire."""
        last = self.site
        if (
            last is None
            or frame != self.frame
            or site.corpus.authority != last.corpus.authority
            or (site.serving.site_url, site.serving.page_name, site.serving.site_name)
            != (last.serving.site_url, last.serving.page_name, last.serving.site_name)
        ):
            return {}
        changed = {
            look
            for before, after in zip(self.lookups, site.lookups(), strict=True)
            for look in differences(before, after)
        }
        asked: dict[Look, list[str]] = defaultdict(list)
        for name, written in self.written.items():
            for look in written.looks:
                asked[look].append(name)
        stale = {name for look in changed for name in asked.get(look, ())}
        return {
            quire.address: self.written[quire.address]
            for quire in quires
            if quire.subject is not None
            and quire.address in self.written
            and quire.address not in stale
            and _same(self.written[quire.address].subject, quire.subject)
        }

    def keep(self, site: Site, frame: object, written: dict[str, Written]) -> None:
        """Remember a build that has been put in place."""
        self.site, self.frame, self.written = site, frame, written
        self.lookups = site.lookups()

    def holding_volumes(self, volumes: Mapping[str, Sequence[Entry]]) -> dict[str, Indexed]:
        """The volumes that have the entries they had."""
        return {
            name: self.volumes[name]
            for name, entries in volumes.items()
            if name in self.volumes and self.volumes[name].entries == entries
        }

    def keep_volumes(self, volumes: dict[str, Indexed]) -> None:
        """Remember an index that has been put in place."""
        self.volumes = volumes


def _same(one: object, other: object) -> bool:
    return one is other or one == other
