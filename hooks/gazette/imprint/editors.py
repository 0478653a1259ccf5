"""What an editor wrote about a release: front matter, corrections, the register of accessions.

Enters: a raw release with its front matter, the authority, the accession. Leaves: readings with status
"editor" and the line they stand on, and a problem for a value that cannot be used.
Must not be known here: what the page itself says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from gazette.authority import FIELDS, country_name, find_body, fold
from gazette.dates import find_dates, is_in_calendar
from gazette.model import Accession, Authority, Issuer, Problem, RawRelease, Reading, When
from gazette.statements import Written, check_fields, written_of
from gazette.vocabulary.kinds import KIND_LABELS

_REGISTER = "docs/authority/accessions.yml"
_PART = r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?[?~%]?"
_EDTF = re.compile(rf"({_PART})(?:/({_PART}))?", re.ASCII)
_KIND = re.compile(r"[a-z]+(?:-[a-z]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Editor:
    """What editors say of one release."""

    raw: RawRelease
    authority: Authority
    accession: Accession | None

    def _written(self, key: str) -> Written | None:
        return next((w for w in written_of(self.raw, self.authority) if w.field == key), None)

    def words(self, key: str) -> Reading[str] | None:
        """Title, place or number as an editor wrote it."""
        written = self._written(key)
        if written is None or not is_words(written.value):
            return None
        words = " ".join(str(written.value).split())
        return Reading(words, "editor", f"editor-{key}", citation=written.citation)

    def kind(self) -> Reading[str] | None:
        """The kind as an editor wrote it; news, where the register says that the source is secondary."""
        written = self._written("kind")
        if written and (kind := read_slug(written.value)):
            return Reading(kind, "editor", "editor-kind", citation=written.citation)
        if self.accession and self.accession.secondary:
            return Reading("news", "editor", "accession-secondary", citation=self._accession_line())
        return None

    def issued(self) -> Reading[When] | None:
        """The date of issue as an editor wrote it: EDTF, or a date in words."""
        written = self._written("issued")
        when = read_when(written.value) if written else None
        return (
            Reading(when, "editor", "editor-issued", citation=written.citation) if written and when else None
        )

    def language(self) -> str | None:
        """The language tag as an editor wrote it."""
        written = self._written("language")
        if written and isinstance(written.value, str) and _LANGUAGE.fullmatch(written.value.strip()):
            return written.value.strip()
        return None

    def issuer(self) -> Reading[Issuer] | None:
        """The issuing body as an editor wrote it, or as the register of accessions has it."""
        written = self._written("issuer")
        issuer = self._issuer(written.value) if written else None
        if written and issuer:
            return Reading(issuer, "editor", "editor-issuer", citation=written.citation)
        record = self.authority.bodies.get(self.accession.body or "") if self.accession else None
        if record is None:
            return None
        issuer = Issuer(record.name, record.country, record.id)
        return Reading(issuer, "editor", "accession-body", citation=self._accession_line())

    def _issuer(self, value: object) -> Issuer | None:
        if isinstance(value, dict):
            name, country = value.get("name") or value.get("body"), value.get("country")
        else:
            name, country = value, None
        if not isinstance(name, str):
            return None
        country = country_name(country) or country if isinstance(country, str) else None
        record = find_body(self.authority, name, country)
        if record is None:
            return Issuer(" ".join(name.split()), country)
        return Issuer(record.name, record.country, record.id)

    def _accession_line(self) -> str:
        return f"{_REGISTER}:{self.accession.line if self.accession else 0}"

    def problems(self) -> tuple[Problem, ...]:
        """A problem for each value in front matter or corrections that is not of the form expected."""
        checks: dict[str, Callable[[object], bool]] = {
            "issued": lambda value: read_when(value) is not None,
            "kind": lambda value: read_slug(value) is not None,
            "title": is_words,
            "place": is_words,
            "number": is_words,
            "issuer": lambda value: self._issuer(value) is not None,
            "language": lambda value: self.language() is not None,
        }
        found = list(check_fields(self.raw, self.authority))
        for key, is_good in checks.items():
            written = self._written(key)
            if written is not None and not is_good(written.value):
                found.append(written.problem(FIELDS[key].expected, FIELDS[key].example))
        return tuple(found)


def is_words(value: object) -> bool:
    """Whether a value is words that can be seen, and not a list, a table or spaces."""
    return isinstance(value, str) and bool(value.strip())


def read_slug(value: object) -> str | None:
    """A kind or type as an editor wrote it: `press-release`, or in words."""
    if not isinstance(value, str):
        return None
    folded = fold(value)
    label = KIND_LABELS.get(folded)
    return label or (folded.replace(" ", "-") if _KIND.fullmatch(folded.replace(" ", "-")) else None)


def read_when(value: object) -> When | None:
    """A date as an editor wrote it: EDTF, or in words; None where it is neither."""
    if not isinstance(value, str):
        return None
    words = value.strip()
    match = _EDTF.fullmatch(words)
    if match:
        if not is_in_calendar(words):
            return None
        return When(match[1], match[2] or match[1])
    mentions = find_dates(words[:100])
    if len(mentions) == 1 and not mentions[0].when.start.startswith("XXXX"):
        return mentions[0].when
    return None
