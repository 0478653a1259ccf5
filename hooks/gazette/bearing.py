"""Which releases may be read otherwise now that editors know something else.

Enters: what editors knew, and what they know. Leaves: a `Bearing`, which says of a release that was read by
the first whether it must be read again by the second. It may say so in vain, and never fails to: a name is
only asked of the authority where its words stand in the text, an office where its title is read, an event
where an account tells of its name, number or people. Must not be known here: how any of them is found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain, product
from typing import TypeVar

from gazette.authority import OF_ONE_RELEASE, fold, names_of
from gazette.events import may_tell_of
from gazette.model import (
    Authority,
    EventRecord,
    OfficeRecord,
    OfficialRecord,
    Release,
    TermRecord,
    TopicRecord,
)
from gazette.people import titles_asked
from gazette.statements import written_of
from gazette.subjects import Cues, compile_cues, stands_in

Record = TypeVar("Record", OfficialRecord, OfficeRecord, EventRecord, TopicRecord, TermRecord)

BY_RECORD = ("officials", "offices", "events", "topics", "terms")
"""Parts of an authority whose records bear each on releases of its own."""

FOR_NO_READING = frozenset({"decisions"})
"""Parts that bear on no release alone: they decide between several."""

UNREAD = {
    "officials": ("note",),
    "offices": ("note",),
    "events": ("note", "place", "same_as", "not_same_as"),
    "topics": ("name", "scope_note", "broader", "see_also"),
    "terms": ("name", "scope_note"),
}
"""Fields of records that no release is read by; neither is any read by the line of a record."""

_BETWEEN = re.compile(r"[\W_]+")
_POSSESSIVES = re.compile(r"'s?(?!\w)")


@dataclass(frozen=True, slots=True)
class Bearing:
    """What has changed of what releases are read by."""

    names: tuple[tuple[str, ...], ...]
    "Names of several words, or in scripts without spaces: the words of each."
    surnames: frozenset[str]
    "Names of one word."
    titles: frozenset[str]
    "Of offices, folded."
    events: tuple[EventRecord, ...]
    cues: Cues | None
    "Of topics and terms."

    def bears_on(self, release: Release, authority: Authority) -> bool:
        """Whether a release that was read before must be read again; `authority`: what editors know now."""
        if not (self.names or self.surnames or self.titles or self.events or self.cues):
            return False
        return (
            bool(written_of(release.raw, authority))
            or self._is_titled(release)
            or any(may_tell_of(account, record) for record in self.events for account in release.events)
            or (self.cues is not None and stands_in(self.cues, release.anatomy))
            or self._names_one(release)
        )

    def _is_titled(self, release: Release) -> bool:
        held = (reading.value for official in release.people.officials for reading in official.offices)
        return bool(self.titles) and any(
            fold(title) in self.titles for office in held for title in titles_asked(office.title)
        )

    def _names_one(self, release: Release) -> bool:
        if not (self.names or self.surnames):
            return False
        text = fold("\n".join(block.text for block in release.anatomy.blocks))
        run_on = _BETWEEN.sub("", text)
        if any(all(word in run_on for word in words) for words in self.names):
            return True
        likely = [surname for surname in self.surnames if surname in run_on]
        return bool(likely) and not words_of(text).isdisjoint(likely)


def words_of(folded: str) -> frozenset[str]:
    """The words of a folded text as names may be asked for: with and without hyphens, apostrophes, "'s".

    >>> sorted(words_of("o'brien-hale's"))
    ['brien', 'brienhale', 'hale', 'hales', 'o', 'obrien', 'obrienhale', 'obrienhales', 's']
    """
    found: set[str] = set()
    for text in (folded, _POSSESSIVES.sub(" ", folded)):
        for hyphen, apostrophe in product(("", " "), repeat=2):
            found.update(_BETWEEN.split(text.replace("-", hyphen).replace("'", apostrophe)))
    return frozenset(found) - {""}


def bearing(before: Authority, after: Authority) -> Bearing | None:
    """What a change bears on; None where that is every release."""
    for part in fields(Authority):
        if part.name in OF_ONE_RELEASE or part.name in FOR_NO_READING:
            continue
        old, new = getattr(before, part.name), getattr(after, part.name)
        if part.name not in BY_RECORD:
            if old != new:
                return None
        elif bool(old) != bool(new) or [id for id in old if id in new] != [id for id in new if id in old]:
            return None  # to know nobody is another thing; the order of records may decide between them
    offices = list(changed(before.offices, after.offices, UNREAD["offices"]))
    officials = list(changed(before.officials, after.officials, UNREAD["officials"]))
    if offices:  # who is meant by a surname is told by the offices that people held
        held = {office.id for office in offices}
        officials += [
            official
            for official in chain(before.officials.values(), after.officials.values())
            if any(appointment.office in held for appointment in official.appointments)
        ]
    names = {_words(name) for official in officials for name in names_of(official)} - {()}
    lone = {words[0] for words in names if len(words) == 1 and words[0].isascii()}
    cues = compile_cues(_cues_that_changed(before, after))
    return Bearing(
        names=tuple(sorted(words for words in names if len(words) > 1 or words[0] not in lone)),
        surnames=frozenset(lone),
        titles=frozenset(fold(title) for office in offices for title in (office.title, *office.variants)),
        events=tuple(changed(before.events, after.events, UNREAD["events"])),
        cues=cues if cues.automaton is not None else None,
    )


def changed(old: Mapping[str, Record], new: Mapping[str, Record], unread: Sequence[str]) -> Iterator[Record]:
    """Records that releases are read by and were not, or no longer are: each as it was and as it is."""
    for id in dict.fromkeys((*old, *new)):
        one, other = old.get(id), new.get(id)
        if one is not other and _read_of(one, unread) != _read_of(other, unread):
            yield from (record for record in (one, other) if record is not None)


def _read_of(record: Record | None, unread: Sequence[str]) -> tuple[object, ...]:
    """What releases are read by of a record."""
    names = (field.name for field in fields(record)) if record is not None else ()
    return tuple(getattr(record, name) for name in names if name != "line" and name not in unread)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _BETWEEN.split(name) if word)


def _cues_that_changed(before: Authority, after: Authority) -> Authority:
    """Topics of the cues, near misses and wordings that one of the two has and the other lacks."""
    seen: dict[object, set[tuple[str, str]]] = defaultdict(set)
    for topic in changed(before.topics, after.topics, UNREAD["topics"]):
        seen["topic", topic.id] ^= {("cue", cue) for cue in topic.cues}
        seen["topic", topic.id] ^= {("near miss", miss) for miss in topic.near_misses}
    for term in changed(before.terms, after.terms, UNREAD["terms"]):
        seen["term", term.id] ^= {("wording", wording) for wording in term.wordings}
    cues = (tuple(sorted({cue for _, cue in several})) for several in seen.values())
    return Authority(topics={str(n): TopicRecord(str(n), "", cues=several) for n, several in enumerate(cues)})
