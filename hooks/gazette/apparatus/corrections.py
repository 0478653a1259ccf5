"""Corrections in the open: what an editor put right, and what it replaced.

Enters: a `Corpus`. Leaves: `Amendment`s. What was replaced is what is read when no editor's correction
bears on the release. Must not be known here: pages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from gazette.amends import accounts_meant, is_called, lies_in
from gazette.authority import FIELDS as SAYABLE
from gazette.imprint import read_imprint
from gazette.model import (
    Authority,
    Corpus,
    Correction,
    Evidence,
    Imprint,
    Issuer,
    Reading,
    Release,
    Subject,
    When,
)
from gazette.normalise import normalise
from gazette.statements import paragraph_of


@dataclass(frozen=True, slots=True)
class Amendment:
    """One correction."""

    release: str
    field: str
    value: str
    "What stands now; '' where a topic was taken away."
    replaced: Reading[str] | None
    "What the text reads; None where it gives nothing."
    date: str | None
    "When it was made, as the editor wrote it."
    note: str
    citation: str
    '"path:line" of the editor\'s line.'
    of: str = ""
    "The official, event or paragraph it is about, as the editor wrote it; '' for the release itself."

    @property
    def label(self) -> str:
        """The field in words: "title", "date of the event"."""
        field = SAYABLE.get(self.field)
        return (field.label if field else "") or self.field.replace("_", " ")

    @property
    def replaces(self) -> bool:
        """Whether the correction stands in the place of something: a topic is added or taken away."""
        return self.field not in ("topic", "not_topic")

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where the text says what was replaced."""
        return self.replaced.evidence if self.replaced else ()


def all_amendments(corpus: Corpus) -> tuple[Amendment, ...]:
    """Every correction of a release of the record, the latest first, undated last."""
    corrected = [r for r in corpus.releases if r.corrections]
    if not corrected:
        return ()
    bare = replace(corpus.authority, corrections=())
    found = [a for release in corrected for a in amendments(release, bare)]
    found.sort(key=lambda a: (a.release, a.citation))
    return tuple(sorted(found, key=lambda a: a.date or "", reverse=True))


def amendments(release: Release, bare: Authority) -> list[Amendment]:
    """The corrections of one release; `bare` is the authority without any."""
    if not release.corrections:
        return []
    imprint = read_imprint(release.raw, release.anatomy, bare, release.accession)
    is_whole = all(correction.field in FIELDS for correction in release.corrections)
    as_read = replace(release, imprint=imprint) if is_whole else normalise(release.raw, bare)
    return [
        Amendment(
            release=release.id,
            field=correction.field,
            value="" if correction.field == "not_topic" else said(correction.value, bare),
            replaced=reading_of(imprint, correction) or reading_beside(as_read, correction, bare),
            date=correction.date,
            note=correction.note,
            citation=f"docs/authority/corrections.yml:{correction.line}",
            of=correction.of or "",
        )
        for correction in release.corrections
    ]


def said(value: object, authority: Authority) -> str:
    """The value of a correction in words; ids of offices and topics by their names."""
    if isinstance(value, list):
        return "; ".join(said(one, authority) for one in value) or "none"
    words = str(value)
    if words in authority.offices:
        return authority.offices[words].title
    return authority.topics[words].name if words in authority.topics else words


def reading_beside(release: Release, correction: Correction, authority: Authority) -> Reading[str] | None:
    """What the text says of an office, an event or a topic that was corrected."""
    field = SAYABLE.get(correction.field)
    if field is None or field.of == "release":
        return None
    if field.of == "official":
        held = [
            reading
            for a in release.people.officials
            if correction.of and is_called(a, correction.of)
            for reading in a.offices
        ]
        if not held:
            return None
        titles = "; ".join(reading.value.title for reading in held)
        evidence = tuple(e for reading in held for e in reading.evidence[:1])
        return Reading(titles, held[0].status, held[0].rule, evidence, held[0].citation)
    if field.of == "event":
        meant = accounts_meant(release.events, correction.of, release.anatomy)
        return event_reading(release, meant[0], correction.field) if len(meant) == 1 else None
    number = paragraph_of(correction.of)
    shown = [s for s in release.topics if s.id == correction.value and lies_in(s, number, release.anatomy)]
    return (
        topic_reading(shown, said(correction.value, authority))
        if correction.field == "not_topic" and shown
        else None
    )


def event_reading(release: Release, place: int, field: str) -> Reading[str] | None:
    """The field of an account that was corrected."""
    account = release.events[place]
    if field == "event_when":
        when = account.when
        return (
            Reading(when.value.edtf, when.status, when.rule, when.evidence, when.citation) if when else None
        )
    if field == "event_place":
        return account.place
    value = account.event if field == "event" else account.type
    return Reading(value, "inferred", "account", (account.evidence,)) if value else None


def topic_reading(shown: list[Subject], name: str) -> Reading[str]:
    """A topic that is not meant, with the words that showed it."""
    return Reading(name, "stated", "cues", tuple(e for subject in shown for e in subject.evidence))


def reading_of(imprint: Imprint, correction: Correction) -> Reading[str] | None:
    """The field that was corrected, as the text has it."""
    found = getattr(imprint, correction.field, None) if correction.field in FIELDS else None
    if not isinstance(found, Reading):
        return None
    value = found.value
    words = (
        value.edtf
        if isinstance(value, When)
        else value.name or ""
        if isinstance(value, Issuer)
        else str(value)
    )
    return Reading(words, found.status, found.rule, found.evidence, found.citation)


FIELDS = frozenset({"title", "issued", "kind", "place", "issuer", "number"})
"""Fields of the imprint that an editor can correct and a text can give."""
