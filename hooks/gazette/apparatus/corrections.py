"""Corrections in the open: what an editor put right, and what it replaced.

Enters: a `Corpus`. Leaves: `Amendment`s. What was replaced is what the imprint reads when no editor's
correction bears on it. Must not be known here: pages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from gazette.imprint import read_imprint
from gazette.model import Authority, Corpus, Correction, Evidence, Imprint, Issuer, Reading, Release, When


@dataclass(frozen=True, slots=True)
class Amendment:
    """One correction."""

    release: str
    field: str
    value: str
    "What stands now."
    replaced: Reading[str] | None
    "What the text reads; None where it gives nothing, or where the field is not one of the imprint."
    date: str | None
    "When it was made, as the editor wrote it."
    note: str
    citation: str
    '"path:line" of the editor\'s line.'

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where the text says what was replaced."""
        return self.replaced.evidence if self.replaced else ()


def corrections_of(corpus: Corpus) -> tuple[Amendment, ...]:
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
    as_read = read_imprint(release.raw, release.anatomy, bare, release.accession)
    return [
        Amendment(
            release=release.id,
            field=correction.field,
            value=str(correction.value),
            replaced=reading_of(as_read, correction),
            date=correction.date,
            note=correction.note,
            citation=f"docs/authority/corrections.yml:{correction.line}",
        )
        for correction in release.corrections
    ]


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
