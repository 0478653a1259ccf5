"""How a release is cited by programs: CSL-JSON, BibTeX and RIS, for the reference managers of readers.

Enters: a release, the authority, the address of the site and its name. Leaves: a `Reference`, which holds
what every style of citation needs, and the three files beside the page of a release.
Must not be known here: styles for people (`pages.citation`), HTML, the clock. A press release is a report
of an institution: the institution is its publisher, and an author only in BibTeX, which demands one.
Sources: CSL 1.0.2 (citationstyles.org), BibTeX's `techreport`, RIS as written by reference managers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gazette.exports.addresses import release_address
from gazette.exports.fields import RELEASE_FIELDS
from gazette.model import Authority, Release, Status, When

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

EXACT = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?)?([~?%]?)")
"""An EDTF date with a known year, and with month and day where they are known."""

TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
TEX_SIGNS = str.maketrans(TEX)

control_characters = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


KIND_NAMES = {
    "readout": "Read-out",
    "news": "Newspaper report",
    "joint-communique": "Joint communiqué",
    "communique": "Communiqué",
    "qa": "Questions and answers",
}
"""Kinds whose words are not simply their name with spaces."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation of a release needs, in plain words."""

    id: str
    title: str
    supplied: bool
    "The title does not stand in the text."
    genre: str
    '"Press release", "Newspaper report" …'
    institution: str
    "Name of the issuing body; '' where it is not known."
    country: str
    issued: When | None
    issued_status: Status | None
    place_of_issue: str
    number: str
    language: str
    topics: tuple[str, ...]
    "By name."
    officials: tuple[str, ...]
    "By preferred name."
    places: tuple[str, ...]
    "Of the events that it is about."
    rights: str
    source: str
    "From whom it was received, in words."
    source_url: str
    address: str
    "Where it stands: in full where the address of the site is known, else below /."
    record: str
    "Name of the record."
    secondary: bool
    raw_path: str

    @property
    def author(self) -> str:
        """The issuing body with its country, as a citation names it."""
        named = self.institution and self.country and self.country not in self.institution
        return f"{self.institution} ({self.country})" if named else self.institution

    @property
    def url(self) -> str:
        """The address where it holds everywhere; '' where the address of the site is not known."""
        return self.address if "://" in self.address else ""


def title_of(release: Release) -> str:
    """Title in words; a release that has none is called by its file."""
    if release.imprint.title and release.imprint.title.value.strip():
        return release.imprint.title.value
    return f"Untitled ({release.id.rpartition('/')[2]})"


def kind_name(kind: str) -> str:
    """A kind in words.

    >>> kind_name("press-release"), kind_name("readout")
    ('Press release', 'Read-out')
    """
    words = KIND_NAMES.get(kind) or kind.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def reference_of(release: Release, authority: Authority, base: str = "", record: str = "") -> Reference:
    """What citations of a release need; `base` is the address of the site."""
    imprint, accession = release.imprint, release.accession
    issuer = imprint.issuer.value if imprint.issuer else None
    body = authority.bodies.get(
        (accession.body if accession else None) or (issuer.body if issuer else "") or ""
    )
    topics = dict.fromkeys(subject.id for subject in release.topics)
    places = (a.place.value for a in release.events if a.role == "principal" and a.place)
    return Reference(
        id=release.id,
        title=title_of(release),
        supplied=imprint.title is None or imprint.title.status != "stated",
        genre=kind_name(imprint.kind.value),
        institution=body.name if body else (issuer.name if issuer else None) or "",
        country=(body.country if body else issuer.country if issuer else None) or "",
        issued=imprint.issued.value if imprint.issued else None,
        issued_status=imprint.issued.status if imprint.issued else None,
        place_of_issue=imprint.place.value if imprint.place else "",
        number=imprint.number.value if imprint.number else "",
        language=imprint.language or "en",
        topics=tuple(authority.topics[id].name if id in authority.topics else id for id in topics),
        officials=tuple(appearance.name for appearance in release.people.officials),
        places=tuple(dict.fromkeys(places)),
        rights=accession.rights if accession else "",
        source=accession.source if accession else "",
        source_url=safe_url(accession.url) if accession else "",
        address=f"{base.rstrip('/')}/{release_address(release.id)}",
        record=record,
        secondary=release.is_secondary,
        raw_path=release.raw.path,
    )


def safe_url(url: str | None) -> str:
    """An address that a program may follow; '' for any other."""
    return url if url and re.match(r"https?://[^\s<>\"]+\Z", url) else ""


def field_values(reference: Reference) -> Mapping[str, tuple[str, ...]]:
    """By key of the table of fields: the values of a release in plain words; empty ones are left out."""
    found: dict[str, tuple[str, ...]] = {
        "id": (reference.address,),
        "title": (reference.title,),
        "issued": (reference.issued.edtf,) if reference.issued else (),
        "kind": (reference.genre,),
        "issuer.name": (reference.institution,),
        "issuer.country": (reference.country,),
        "place_of_issue": (reference.place_of_issue,),
        "place": reference.places,
        "language": (reference.language,),
        "number": (reference.number,),
        "officials": reference.officials,
        "topics": reference.topics,
        "accession.source": (reference.source,),
        "accession.url": (reference.source_url,),
        "accession.rights": (reference.rights,),
    }
    return {key: said for key, values in found.items() if (said := tuple(v for v in values if v.strip()))}


def plain_line(words: str) -> str:
    """Words on one line without control characters, so that they stay one field of a file."""
    return " ".join(control_characters.sub(" ", words).split())


def render_citations(reference: Reference) -> tuple[tuple[str, str], ...]:
    """The files beside the page of a release: (name, text)."""
    return (
        ("release.bib", render_bibtex(reference)),
        ("release.csl.json", render_csl(reference)),
        ("release.ris", render_ris(reference)),
    )


# --- CSL-JSON ------------------------------------------------------------------------------------


def csl_record(reference: Reference) -> dict[str, Any]:
    """One object of CSL-JSON; a newspaper's report has the newspaper as its container."""
    values = field_values(reference)
    record: dict[str, Any] = {"type": "article-newspaper" if reference.secondary else "report"}
    for field in RELEASE_FIELDS:
        if field.csl and field.key in values:
            record[field.csl] = ", ".join(map(plain_line, values[field.key]))
    record["id"] = reference.id
    record.pop("issued", None)
    if reference.issued:
        record["issued"] = csl_date(reference.issued)
    if reference.secondary and "publisher" in record:
        record["container-title"] = record.pop("publisher")
    record["source"] = reference.record
    record["archive_location"] = reference.raw_path
    if reference.url:
        record["URL"] = reference.url
    if note := doubt_about(reference):
        record["note"] = note
    return {key: said for key, said in record.items() if said}


def csl_date(when: When) -> dict[str, Any]:
    """A date of CSL-JSON; one that its form cannot hold is given as EDTF.

    >>> csl_date(When("2023-12-17", "2023-12-17"))
    {'date-parts': [[2023, 12, 17]]}
    """
    ends = [when.start] if when.start == when.end else [when.start, when.end]
    parts = [EXACT.fullmatch(end) for end in ends]
    if not all(parts):
        return {"literal": plain_line(when.edtf)}
    found: dict[str, Any] = {
        "date-parts": [[int(p) for p in part.groups()[:3] if p] for part in parts if part]
    }
    if any(part and part[4] for part in parts):
        found["circa"] = True
    return found


def render_csl(reference: Reference) -> str:
    """A list of one object, as reference managers exchange it."""
    text = json.dumps([csl_record(reference)], ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace").decode() + "\n"


def doubt_about(reference: Reference) -> str:
    """What a citation has to say about its own certainty."""
    said = []
    if reference.supplied:
        said.append("Title supplied; the text gives none.")
    if reference.issued is None:
        said.append("The text does not say when it was issued.")
    elif reference.issued_status != "stated":
        said.append("Date of issue inferred.")
    return " ".join(said)


# --- BibTeX ----------------------------------------------------------------------------------------


def citation_key(reference: Reference) -> str:
    """A key without signs that BibTeX forbids: the seed's path with hyphens."""
    return re.sub("[^A-Za-z0-9]+", "-", reference.id).strip("-") or "release"


def render_bibtex(reference: Reference) -> str:
    """One entry of BibTeX, which also reads as BibLaTeX."""
    values = field_values(reference)
    rows: dict[str, str] = {}
    for field in RELEASE_FIELDS:
        if field.bibtex and field.key in values:
            rows[field.bibtex] = ", ".join(tex(plain_line(value)) for value in values[field.key])
    rows.pop("date", None)
    rows["title"] = f"{{{rows.get('title', '')}}}"
    if reference.author:
        rows["author"] = f"{{{tex(plain_line(reference.author))}}}"
    issued = EXACT.fullmatch(reference.issued.start) if reference.issued else None
    if issued and reference.issued:
        rows["year"] = issued[1]
        if issued[2]:
            rows["month"] = MONTHS[int(issued[2]) - 1]
        if reference.issued.start == reference.issued.end and not issued[4]:
            rows["date"] = issued[0]
    rows.pop("url", None)
    if reference.url:
        rows["url"] = re.sub(r"[{}\\%]", lambda sign: f"%{ord(sign[0]):02X}", reference.url).replace(
            "%25", "%"
        )
    if note := doubt_about(reference):
        rows["note"] = note
    body = ",\n".join(
        f"  {key} = {value}" if key == "month" else f"  {key} = {{{value}}}" for key, value in rows.items()
    )
    return f"@techreport{{{citation_key(reference)},\n{body}\n}}\n"


def tex(words: str) -> str:
    """Words in which no sign means anything to TeX."""
    return words.translate(TEX_SIGNS)


# --- RIS -------------------------------------------------------------------------------------------


def render_ris(reference: Reference) -> str:
    """One record of RIS: a tag, two spaces, a hyphen, a space, the words; lines end as the format has it."""
    values = field_values(reference)
    rows = [("TY", "NEWS" if reference.secondary else "RPRT")]
    for field in RELEASE_FIELDS:
        if field.ris and field.key not in ("issued", "id"):
            rows += [(field.ris, value) for value in values.get(field.key, ())]
    issued = EXACT.fullmatch(reference.issued.start) if reference.issued else None
    if issued:
        rows += [("PY", issued[1]), ("DA", "/".join(part or "" for part in issued.groups()[:3]) + "/")]
    if reference.url:
        rows.append(("UR", reference.url))
    rows += [("DP", reference.record), ("AN", reference.raw_path)]
    if note := doubt_about(reference):
        rows.append(("N1", note))
    rows.append(("ER", ""))
    return "".join(f"{tag}  - {plain_line(words)}\r\n" for tag, words in rows if words or tag == "ER")
