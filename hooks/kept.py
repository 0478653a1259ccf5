"""What the last build knew, so that the next one does only what has changed. Knows nothing of MkDocs.

Enters: the readings and pages of a build. Leaves: which of them still hold in the next. A reading holds as
long as its raw file and all that bears on it are the same: what editors know in general, its own accession
and corrections. The pages of a subject hold as long as the subject, the frame and every look-up that was made
for them (`gazette.watching`) are the same; pages of the whole record never do. What can be put together again
of the readings, such as the look-ups of the last build, is not kept in the file.
"""

from __future__ import annotations

import gc
import importlib.metadata
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from time import time_ns
from typing import Any

import gazette
from cabinet import Cabinet, pack, unpack
from gazette.apparatus import Gleaning, gleanings, recall_gleanings
from gazette.assemble import put_together
from gazette.authority import find_accession, without_lines
from gazette.bearing import bearing
from gazette.concordance import Rendered
from gazette.model import Authority, Corpus, RawRelease, Release
from gazette.pages import Quire, Serving, build_site, plan_pages
from gazette.pages.site import Site
from gazette.remembering import Lasting, Remembered
from gazette.seeds import Stamps
from gazette.statements import corrections_of
from gazette.watching import Look, Watched, differences, same
from keptindex import Beside, KeptIndex
from later import wait_below
from spool import Spooled


@dataclass(slots=True)
class Written:
    """The pages of one subject, as they were written."""

    subject: object
    paths: tuple[str, ...]
    "Below the site."
    looks: tuple[Look, ...]
    "Everything that was looked up for them."
    scripts: tuple[str, ...] = ()
    "Digests of the inline scripts in them."


@dataclass(frozen=True, slots=True)
class Rest:
    """What a file keeps beside readings, gleanings and volumes."""

    authority: Authority | None
    order: tuple[str, ...]
    "Paths of the raw files, in the order in which they were read."
    serving: Serving | None
    frame: object
    written: tuple[tuple[str, Written], ...]
    "Without their subjects."
    exports: Mapping[str, tuple[tuple[str, int], ...]]
    mark: str
    volumes: Mapping[str, Rendered]
    "Where they lie; what is in them stands on its own."
    beside: Beside


@dataclass(slots=True)
class Kept:
    """The last build."""

    authority: Authority | None = None
    readings: dict[str, Release] = field(default_factory=dict)
    "By path of the raw file."
    corpus: Corpus | None = field(default=None, compare=False)
    "Of the last build, where it was one of another process; put together of its readings."
    stamps: Stamps = field(default_factory=lambda: Stamps(time_ns), compare=False)
    "What the disk said of the raw files, for this process alone."
    serving: Serving | None = None
    "Of the last build."
    site: Site | None = field(default=None, compare=False)
    lookups: tuple[Watched[Any, Any], ...] = field(default=(), compare=False)
    frame: object = None
    "What all pages share: the template, the navigation, the settings."
    written: dict[str, Written] = field(default_factory=dict)
    "By address of the quire."
    index: KeptIndex = field(default_factory=KeptIndex)
    "Of the search."
    exports: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    "By digest of what they were made of: the files for other programs, path and size of each."
    gathered: Lasting = field(default_factory=Lasting, compare=False)
    "What was put together of all releases."
    told: Remembered = field(default_factory=Remembered, compare=False)
    "What the files for other programs say of each release, for this process alone; see `telling`."
    lines: Remembered = field(default_factory=Remembered, compare=False)
    "Lines of lists on pages, for this process alone."
    mark: str = ""
    "Of the site's folder as this build left it; where it has another, nothing that was written holds."
    read: int = field(default=0, compare=False)
    "How many readings were made in this build."
    unsaved: int = 0
    "How many were made since all this was last kept in a file."
    filed: dict[str, object] = field(default_factory=dict, compare=False)
    "By name: the values that the file holds from which this comes, or into which it went last."
    cabinet: Cabinet | None = field(default=None, compare=False)
    "That file."
    packed: dict[str, object] = field(default_factory=dict, compare=False)
    "By name: values that are packed already, and not in the file yet."
    spooled: Spooled = field(default_factory=Spooled, compare=False)
    "Their packed forms."

    def receive(self, name: str, body: bytes) -> Any:
        """A value that was packed where it was made; the packed form is kept for the file."""
        value = unpack(body)
        self.put_aside(name, value, body)
        return value

    def put_aside(self, name: str, value: object, body: bytes) -> None:
        """Have a packed form ready for the file."""
        self.packed[name], self.spooled[name] = value, body

    def read_all(
        self,
        raws: Sequence[RawRelease],
        authority: Authority,
        read: Callable[[Sequence[RawRelease]], Iterable[Release]],
    ) -> list[Release]:
        """Every release; only those are read that were not, or on which something else bears than before.

        What is read again and says the same is the same object.
        """
        last = self.authority
        change = bearing(last, authority) if last else None
        known = self.readings if change else {}
        is_same_register = last is not None and (
            (authority.accessions, authority.corrections) == (last.accessions, last.corrections)
        )

        def holds(release: Release, raw: RawRelease) -> bool:
            return (
                same(release.raw, raw)
                and not (change and change.bears_on(release, authority))
                and (
                    is_same_register
                    or (
                        last is not None
                        and release.accession == find_accession(authority, raw)
                        and corrections_of(raw.id, authority) == corrections_of(raw.id, last)
                    )
                )
            )

        new = [raw for raw in raws if raw.path not in known or not holds(known[raw.path], raw)]
        made = {release.raw.path: release for release in read(new)}
        for path, release in made.items():
            if same(release, self.readings.get(path)):
                made[path] = self.readings[path]
        self.authority = authority
        self.read = len(made)
        self.unsaved += len(made)
        self.readings = {raw.path: made.get(raw.path) or known[raw.path] for raw in raws}
        return list(self.readings.values())

    def raws(self) -> dict[str, RawRelease]:
        """The raw files that were read, by path."""
        return {path: release.raw for path, release in self.readings.items()}

    def let_go(self) -> None:
        """Once a record is put together: the next build has to begin with the file."""
        self.gathered = Lasting()

    def restore(self, corpus: Corpus) -> None:
        """Look up again what the last build looked up, unless the new one cannot differ from it."""
        last = self.corpus
        if last is None or self.serving is None or is_unchanged(last, corpus):
            return
        self.site, self.corpus = build_site(last, self.serving), None
        self.lookups = self.site.lookups()
        for quire in plan_pages(self.site):
            if quire.address in self.written:
                self.written[quire.address].subject = quire.subject

    @property
    def last(self) -> Corpus | None:
        """The record of the last build, of whichever process."""
        return self.site.corpus if self.site else self.corpus

    def unchanged(self, corpus: Corpus) -> frozenset[str]:
        """Ids of the releases that are the same as in the last build."""
        known = {release.id: release for release in self.last.releases} if self.last else {}
        return frozenset(release.id for release in corpus.releases if known.get(release.id) is release)

    def changed(self, site: Site) -> frozenset[Look] | None:
        """The look-ups that give something else than in the last build; None where all is another."""
        if (
            self.last is None
            or self.serving is None
            or without_lines(site.corpus.authority).bodies != without_lines(self.last.authority).bodies
            or (site.serving.site_url, site.serving.page_name, site.serving.site_name)
            != (self.serving.site_url, self.serving.page_name, self.serving.site_name)
        ):
            return None
        if self.site is None:  # `restore` saw that nothing can differ
            return frozenset()
        return frozenset(
            look
            for before, after in zip(self.lookups, site.lookups(), strict=True)
            for look in differences(before, after)
        )

    def holding(
        self, changed: frozenset[Look] | None, frame: object, quires: Sequence[Quire]
    ) -> dict[str, Written]:
        """Of the pages written last, those that the next build need not write; by address of the quire."""
        if changed is None or frame != self.frame:
            return {}
        asked: dict[Look, list[str]] = defaultdict(list)
        for name, written in self.written.items():
            for look in written.looks:
                asked[look].append(name)
        stale = {name for look in changed for name in asked.get(look, ())}
        found = {
            quire.address: self.written[quire.address]
            for quire in quires
            if quire.address in self.written
            and quire.subject is not None
            and quire.address not in stale
            and (self.site is None or same(self.written[quire.address].subject, quire.subject))
        }
        for quire in quires if self.site is None else ():  # the file does not hold the subjects
            if quire.address in found:
                found[quire.address].subject = quire.subject
        return found

    def is_of(self, mark: str, home: Path, is_ours: bool = False) -> None:
        """Nothing written holds, unless the folder of the site is as this build left it.

        `is_ours`: nobody but this process writes there, so it need not be looked for every file.
        """
        paths = (path for one in self.written.values() for path in one.paths)
        exported = (path for files in self.exports.values() for path, _ in files)
        every = chain(paths, self.index.paths(), exported)
        is_known = bool(mark) and mark == self.mark
        if not is_known or not (is_ours or all(os.path.exists(f"{home}/{path}") for path in every)):
            self.site, self.corpus, self.serving = None, None, None
            self.written, self.index.volumes, self.exports = {}, {}, {}

    def has_much_unsaved(self) -> bool:
        """Whether another process would have to read much that this one has read."""
        return self.unsaved > max(10, len(self.readings) // 20)

    def keep(self, site: Site, frame: object, written: dict[str, Written]) -> None:
        """Remember a build that has been put in place."""
        looks: dict[Look, Look] = {}
        for address, one in written.items():
            if self.written.get(address) is not one:  # the same look-up of many pages is kept once
                one.looks = tuple(looks.setdefault(look, look) for look in one.looks)
        self.site, self.frame, self.written = site, frame, written
        self.corpus, self.serving = None, site.serving
        self.lookups = site.lookups()
        self.lines.settle()

    def open_index(self) -> None:
        """Have the index of the search at hand."""
        for name, volume in self.index.open().items():
            self.filed[VOLUME + name] = volume

    def let_go_of_index(
        self, volumes: Mapping[str, Rendered], bodies: Mapping[str, bytes]
    ) -> dict[str, Rendered]:
        """Hold an index no more, once it is written; of the new volumes `bodies` has the packed forms.

        Gives the volumes as this build may go on to hold them, which is where they lie. Nothing can be
        rendered anew with that, so the next build has to begin with the file.
        """
        for name in self.index.volumes:
            self.filed.pop(VOLUME + name, None)
        self.index.let_go()
        held = {name: volume.without_words() for name, volume in volumes.items()}
        for name, volume in held.items():
            if name in bodies:
                self.put_aside(VOLUME + name, volume, bodies[name])
            else:
                self.filed[VOLUME + name] = volume
        return held

    def keep_exports(self, source: str, files: tuple[tuple[str, int], ...]) -> None:
        """Remember the files for other programs that have been put in place."""
        self.exports = {source: files}
        self.told.settle()

    def values(self) -> Iterator[tuple[str, object]]:
        """What a file keeps each on its own, by name."""
        yield from ((reading_name(path), release) for path, release in self.readings.items())
        gleaned = gleanings(self.site.corpus) if self.site else {}
        yield from ((gleaning_name(id), of_one) for id, of_one in gleaned.items())
        yield from ((VOLUME + name, volume) for name, volume in self.index.volumes.items())

    def rest(self) -> Rest:
        """What a file keeps beside these."""
        bare = ((name, replace(one, subject=None)) for name, one in self.written.items())
        return Rest(
            authority=self.authority,
            order=tuple(self.readings),
            serving=self.serving,
            frame=self.frame,
            written=tuple(bare),
            exports=self.exports,
            mark=self.mark,
            volumes=self.index.where(),
            beside=self.index.made_beside(self.last.releases if self.last else ()),
        )


def reading_name(path: str) -> str:
    """Name in the file of what was read in a raw file."""
    return f"reading {path}"


def gleaning_name(id: str) -> str:
    """Name in the file of what the apparatus found in a release."""
    return f"gleaning {id}"


def is_unchanged(one: Corpus, other: Corpus) -> bool:
    """Whether nothing that is looked up in two states of a record can differ.

    Quick: what is put together of the same readings is the same object.
    """
    return (
        len(one.releases) == len(other.releases)
        and all(a is b for a, b in zip(one.releases, other.releases, strict=True))
        and one.problems == other.problems
        and one.authority == other.authority
    )


# --- from one process to the next --------------------------------------------------------------------

REST = "rest"
"""Name in the file of what is kept beside the values that stand each on its own."""

VOLUME = "volume "
"""With this begin the names in the file of the volumes of the search's index."""


def load_kept(path: Path) -> Kept:
    """What a build kept in a file; nothing where there is none, or it is broken, or of another engine.

    What is packed waits in files beside that one, from now on.
    """
    wait_below(path.parent)
    was_enabled = gc.isenabled()
    gc.disable()  # many small objects, none of them garbage
    try:
        cabinet = Cabinet(path)
        kept = _unpacked(cabinet, cabinet.read(engine()))
    except Exception:  # whatever a file of the right sums may hold that cannot be had back
        kept = Kept()
    finally:
        if was_enabled:
            gc.enable()
    kept.spooled = Spooled(path.parent)
    return kept


def _unpacked(cabinet: Cabinet, bodies: MutableMapping[str, bytes]) -> Kept:
    if REST not in bodies:
        return Kept()
    rest: Rest = unpack(bodies.pop(REST))
    index = KeptIndex(dict(rest.volumes), packed=Spooled(cabinet.path.parent))
    index.packed.update((name, bodies.pop(VOLUME + name)) for name in rest.volumes)
    values = {name: unpack(bodies.pop(name)) for name in [*bodies]}  # none is held in both forms
    kept = Kept(
        authority=rest.authority,
        readings={path: values[reading_name(path)] for path in rest.order},
        serving=rest.serving,
        frame=rest.frame,
        written=dict(rest.written),
        index=index,
        exports=dict(rest.exports),
        mark=rest.mark,
        filed=values | {VOLUME + name: volume for name, volume in rest.volumes.items()},
        cabinet=cabinet,
    )
    if kept.authority and kept.serving:
        kept.corpus = put_together(kept.authority, kept.readings.values(), kept.gathered)
        gleaned: dict[str, Gleaning] = {r.id: values[gleaning_name(r.id)] for r in kept.corpus.releases}
        recall_gleanings((release, gleaned[release.id]) for release in kept.corpus.releases)
        index.releases, index.beside = kept.corpus.releases, rest.beside
    return kept


def save_kept(kept: Kept, path: Path) -> None:
    """Keep a build in a file; a disk that is full or cannot be written only makes the next build slower."""
    kept.unsaved = 0
    cabinet, filed = kept.cabinet, kept.filed
    if cabinet is None or cabinet.path != path:
        kept.open_index()
        cabinet, filed = Cabinet(path), {}
    values = dict(kept.values())
    new = {name: value for name, value in values.items() if filed.get(name) is not value}
    bodies = kept.spooled
    for name in [name for name in bodies if kept.packed.get(name) is not new.get(name)]:
        del bodies[name]  # of an earlier state
    bodies[REST] = pack(kept.rest())
    for name, value in new.items():
        if name not in bodies:
            bodies[name] = pack(value)
    kept.filed, kept.cabinet = {}, None
    with suppress(OSError):
        cabinet.write(bodies, (REST, *values), engine())
        kept.filed, kept.cabinet = values, cabinet
    kept.packed.clear()
    bodies.clear()


@cache
def engine() -> str:
    """Sum of all code that makes readings and pages: our own, and the versions of what it imports."""
    folder = Path(__file__).resolve().parent
    found = blake2b(sys.version.encode(), digest_size=16)
    for name in ("mkdocs", "markdown-it-py", "Jinja2", "pyahocorasick", "PyStemmer", "PyYAML"):
        found.update(importlib.metadata.version(name).encode())
    for name in ("beautifulsoup4", "lxml", "mammoth", "markdownify", "pypdf"):  # these may be missing
        with suppress(importlib.metadata.PackageNotFoundError):
            found.update(f"{name} {importlib.metadata.version(name)}".encode())
    readings = Path(gazette.__file__).resolve().parent  # lies elsewhere where the engine is installed
    for part in (folder,) if readings.is_relative_to(folder) else (folder, readings):
        for path in sorted(part.rglob("*.py")):
            found.update(path.relative_to(part).as_posix().encode() + path.read_bytes())
    return found.hexdigest()
