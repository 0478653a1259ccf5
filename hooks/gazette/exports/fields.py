"""The one table that says how each field is called in each format.

Enters: nothing. Leaves: `RELEASE_FIELDS` and the fields of officials, offices, events and so on. CSV,
SQLite, the data package, feeds, Popolo, citation files and the heads of pages take their names from
here, so that they cannot drift apart. No values are made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "boolean", "count"]
"""What a column holds; `count` is the length of a list that has a table of its own."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the export contract, and its names elsewhere ('' where a format has none)."""

    key: str
    "Key of the record; `issuer.name` reaches into it."
    label: str
    "For people, in English."
    dublin_core: str = ""
    schema_org: str = ""
    csl: str = ""
    "Key in CSL-JSON."
    atom: str = ""
    json_feed: str = ""
    csv: str = ""
    "Column in CSV and SQLite; the key itself where empty."
    zotero: str = ""
    "Name of the `meta` that Zotero reads."
    open_graph: str = ""
    bibtex: str = ""
    ris: str = ""
    popolo: str = ""
    kind: Kind = "text"
    note: str = ""
    "What a reader of the table should know."

    @property
    def column(self) -> str:
        """Name of the column in a table."""
        return self.csv or self.key.replace(".", "_")


EDTF = "EDTF (ISO 8601-2): never more exact than the source."

RELEASE_FIELDS: tuple[Field, ...] = (
    Field("id", "Address", "DC.identifier", "", "id", "id", "id",
          zotero="citation_public_url", open_graph="og:url", bibtex="url", ris="UR"),
    Field("title", "Title", "DC.title", "headline", "title", "title", "title",
          zotero="citation_title", open_graph="og:title", bibtex="title", ris="TI"),
    Field("title_status", "Title is", note="stated, inferred or editor"),
    Field("issued", "Issued", "DC.date", "datePublished", "issued", "published", "date_published",
          zotero="citation_date", open_graph="article:published_time", bibtex="date", ris="DA", note=EDTF),
    Field("issued_status", "Date of issue is", note="stated, inferred or editor"),
    Field("kind", "Kind", "DC.type", "genre", "genre", "category", "tags",
          open_graph="article:section", bibtex="type", ris="M3"),
    Field("secondary", "Secondary source", kind="boolean",
          note="A newspaper's report or another account that the acting bodies did not issue."),
    Field("issuer.name", "Issuing body", "DC.publisher", "publisher", "publisher", "author", "authors",
          zotero="citation_technical_report_institution", bibtex="institution", ris="PB"),
    Field("issuer.country", "Country of the issuing body"),
    Field("place_of_issue", "Place of issue", "", "locationCreated", "publisher-place",
          bibtex="address", ris="CY"),
    Field("place", "Place of the event", "DC.coverage", "contentLocation"),
    Field("language", "Language", "DC.language", "inLanguage", "language", "", "language",
          zotero="citation_language", bibtex="language", ris="LA"),
    Field("number", "Number", "", "identifier", "number",
          zotero="citation_technical_report_number", bibtex="number", ris="M1"),
    Field("officials", "Officials", "", "mentions"),
    Field("topics", "Topics", "DC.subject", "keywords", "keyword", "category", "tags",
          bibtex="keywords", ris="KW"),
    Field("events", "Events", "", "about"),
    Field("accession.received_name", "Received as", csv="received_name"),
    Field("accession.source", "Received from", "DCTERMS.provenance", "", "source", csv="received_from"),
    Field("accession.url", "Source", "DC.source", "isBasedOn", csv="source_url"),
    Field("accession.rights", "Rights", "DC.rights", "copyrightNotice", atom="rights", csv="rights"),
    Field("sha256", "SHA-256 of the raw file"),
    Field("path", "Raw file"),
)  # fmt: skip

OFFICIAL_FIELDS: tuple[Field, ...] = (
    Field("id", "Address", popolo="id"),
    Field("name", "Preferred name", schema_org="name", popolo="name"),
    Field("sort_name", "Filed under", popolo="sort_name"),
    Field("native_name", "Name in its own script", popolo="other_names"),
    Field("country", "Country", schema_org="nationality", popolo="national_identity"),
    Field("standing", "Standing", note="established, or provisional: not yet confirmed by an editor"),
    Field("variants", "Name as printed", schema_org="alternateName", popolo="other_names"),
    Field(
        "offices",
        "Attestations",
        schema_org="jobTitle",
        csv="attestations",
        kind="count",
        note="See the table attestations.",
    ),
    Field("first", "First release", note=EDTF),
    Field("last", "Last release", note=EDTF),
    Field("releases", "Releases", kind="count", note="See the table appearances."),
)

OFFICE_FIELDS: tuple[Field, ...] = (
    Field("id", "Address", popolo="id"),
    Field("title", "Title", popolo="role"),
    Field("body", "Body", popolo="organization_id"),
    Field("country", "Country", popolo="area"),
    Field("established", "Confirmed by an editor", kind="boolean"),
    Field("first", "First attested", note=EDTF),
    Field("last", "Last attested", note=EDTF),
    Field("attestations", "Attestations", kind="count", note="See the table attestations."),
)

EVENT_FIELDS: tuple[Field, ...] = (
    Field("id", "Address", popolo="id"),
    Field("type", "Type", popolo="classification"),
    Field("title", "Title", schema_org="name", popolo="name"),
    Field("start", "Start", schema_org="startDate", popolo="start_date", note=EDTF),
    Field("end", "End", schema_org="endDate", popolo="end_date", note="Empty where it is the start."),
    Field("place", "Place", schema_org="location", popolo="location"),
    Field("participants", "Participants", schema_org="attendee", popolo="attendees"),
    Field("series", "Series"),
    Field("ordinal", "Number in the series", kind="integer"),
    Field("planned", "Only planned", kind="boolean", note="Every release speaks of it as still to come."),
    Field("established", "Confirmed by an editor", kind="boolean"),
    Field("releases", "Releases", kind="count", note="See the table accounts."),
)

TOPIC_FIELDS: tuple[Field, ...] = (
    Field("id", "Address"),
    Field("name", "Name"),
    Field("scope_note", "Scope note"),
    Field("broader", "Broader"),
    Field("see_also", "See also"),
    Field("passages", "Passages", kind="count", note="See the table passages."),
    Field("releases", "Releases", kind="count"),
)

TERM_FIELDS: tuple[Field, ...] = (
    Field("id", "Address"),
    Field("name", "Wording"),
    Field("scope_note", "Scope note"),
    Field("wordings", "Written as"),
    Field("uses", "Uses", kind="count", note="See the table uses."),
)

BODY_FIELDS: tuple[Field, ...] = (
    Field("id", "Address", popolo="id"),
    Field("name", "Name", popolo="name"),
    Field("country", "Country", popolo="area"),
    Field("kind", "Kind", popolo="classification"),
    Field("url", "Public address", popolo="links"),
    Field("releases", "Releases issued", kind="integer"),
)
