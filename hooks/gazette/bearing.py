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
from functools import cache
from itertools import chain
from typing import TypeVar

from gazette.authority import (
    BY_RECORD,
    FIELDS,
    OF_ONE_RELEASE,
    fold,
    fold_in_place,
    forms_of,
    names_of,
    without_lines,
)
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

FOR_NO_READING = frozenset({"decisions"})
"""Parts that bear on no release alone: they decide between several."""

UNREAD = {
    "officials": ("note",),
    "offices": ("note",),
    "events": ("note", "place", "same_as", "not_same_as"),
    "topics": ("name", "scope_note", "broader", "see_also"),
    "terms": ("name", "scope_note"),
}
"""Fields of records that no release is read by."""

_BETWEEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Bearing:
    """What has changed of what releases are read by."""

    names: tuple[tuple[str, ...], ...]
    "The words of each name by which somebody is asked for."
    forms: tuple[str, ...]
    "Names that are looked for in texts, without what stands between their words."
    titles: frozenset[str]
    "Of offices, folded."
    events: tuple[EventRecord, ...]
    cues: Cues | None
    "Of topics and terms."

    def bears_on(self, release: Release, authority: Authority) -> bool:
        """Whether a release that was read before must be read again; `authority`: what editors know now."""
        if not (self.names or self.forms or self.titles or self.events or self.cues):
            return False
        return (
            any(FIELDS[line.field].of != "release" for line in written_of(release.raw, authority))
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
        if not (self.names or self.forms):
            return False
        text = "\n".join(block.text for block in release.anatomy.blocks)
        run_on = text.translate(_RUN_ON)
        if any(form in run_on for form in self.forms):
            return True
        likely = [name for name in self.names if all(word in run_on for word in name)]
        folded = fold(text) if likely else ""
        return any(all(is_word(word, folded) for word in name) for name in likely)


class _RunOn(dict[int, str]):
    """Folded form of a character where it is a letter or digit; of others nothing is left."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = fold_in_place(character) if character.isalnum() else ""
        return self[code]


_RUN_ON = _RunOn()


def is_word(word: str, folded: str) -> bool:
    """Whether a name may be asked for of which this is a word: hyphens, apostrophes and "'s" do not count.

    >>> [is_word("obrien", "met mr. o'brien-hale"), is_word("phomvihane", "phomvi-hane's")]
    [True, True]
    >>> is_word("lee", "a fleet, sleet")
    False
    """
    return not word.isascii() or _pattern_of(word).search(folded) is not None


@cache
def _pattern_of(word: str) -> re.Pattern[str]:
    letters = "[-']?".join(map(re.escape, word))
    return re.compile(rf"(?<![^\W_]){letters}(?:'?s)?(?![^\W_])")


def bearing(before: Authority, after: Authority) -> Bearing | None:
    """What a change bears on; None where that is every release."""
    before, after = without_lines(before), without_lines(after)
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
    names = {_words(name) for official in officials for name in names_of(official)}
    forms = {form.translate(_RUN_ON) for official in officials for form in forms_of(official)}
    cues = compile_cues(_cues_that_changed(before, after))
    return Bearing(
        names=tuple(sorted(names)),
        forms=tuple(sorted(forms)),
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
    return tuple(getattr(record, name) for name in names if name not in unread)


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
