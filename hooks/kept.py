"""What the last build knew, so that the next one does only what has changed. Knows nothing of MkDocs.

Enters: the readings and pages of a build. Leaves: which of them still hold in the next. A reading holds as
long as its raw file and the authority are the same. The pages of a subject hold as long as the subject, the
frame and every look-up that was made for them (`gazette.watching`) are the same; pages of the whole record
never do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

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
    "By the name of a piece of work."

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


def _same(one: object, other: object) -> bool:
    return one is other or one == other
