"""The one table that says how each field of a release is called in each format.

Enters: nothing. Leaves: `RELEASE_FIELDS` and the columns of the other tables. CSV, feeds, citation
files and the heads of pages take their names from here, so that they cannot drift apart.
No values are made here.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the export contract, and its names elsewhere ('' where a format has none)."""

    key: str
    "Key of the release's record; `issuer.name` reaches into it."
    label: str
    "For people, in English."
    dublin_core: str = ""
    schema_org: str = ""
    csl: str = ""
    "Key in CSL-JSON."
    atom: str = ""
    json_feed: str = ""
    csv: str = ""
    "Column; the key itself where empty."
    zotero: str = ""
    "Name of the `meta` that Zotero reads."
    open_graph: str = ""
    bibtex: str = ""
    ris: str = ""

    @property
    def column(self) -> str:
        """Name of the column in a table."""
        return self.csv or self.key.replace(".", "_")


RELEASE_FIELDS: tuple[Field, ...] = (
    Field("id", "Address", "DC.identifier", "", "id", "id", "id",
          zotero="citation_public_url", open_graph="og:url", bibtex="url", ris="UR"),
    Field("title", "Title", "DC.title", "headline", "title", "title", "title",
          zotero="citation_title", open_graph="og:title", bibtex="title", ris="TI"),
    Field("title_status", "Title is"),
    Field("issued", "Issued", "DC.date", "datePublished", "issued", "published", "date_published",
          zotero="citation_date", open_graph="article:published_time", bibtex="date", ris="DA"),
    Field("issued_status", "Date of issue is"),
    Field("kind", "Kind", "DC.type", "genre", "genre", "category", "tags",
          open_graph="article:section", bibtex="type", ris="M3"),
    Field("secondary", "Secondary source"),
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
    Field("topics", "Topics", "DC.subject", "keywords", "keyword",
          open_graph="article:tag", bibtex="keywords", ris="KW"),
    Field("events", "Events", "", "about"),
    Field("accession.received_name", "Received as", csv="received_name"),
    Field("accession.source", "Received from", "DC.source", "", "source", csv="received_from"),
    Field("accession.rights", "Rights", "DC.rights", "copyrightNotice", csv="rights"),
    Field("sha256", "SHA-256 of the raw file"),
    Field("path", "Raw file"),
)  # fmt: skip

OFFICIAL_FIELDS: tuple[Field, ...] = (
    Field("id", "Address"),
    Field("name", "Preferred name"),
    Field("sort_name", "Filed under"),
    Field("native_name", "Name in its own script"),
    Field("country", "Country"),
    Field("standing", "Standing"),
    Field("variants", "Name as printed"),
    Field("offices", "Offices as attested"),
    Field("first", "First release"),
    Field("last", "Last release"),
    Field("releases", "Releases"),
)

EVENT_FIELDS: tuple[Field, ...] = (
    Field("id", "Address"),
    Field("type", "Type"),
    Field("title", "Title"),
    Field("start", "Start"),
    Field("end", "End"),
    Field("place", "Place"),
    Field("participants", "Participants"),
    Field("series", "Series"),
    Field("ordinal", "Number in the series"),
    Field("established", "Confirmed by an editor"),
    Field("releases", "Releases"),
)

TOPIC_FIELDS: tuple[Field, ...] = (
    Field("id", "Address"),
    Field("name", "Name"),
    Field("scope_note", "Scope note"),
    Field("broader", "Broader"),
    Field("see_also", "See also"),
    Field("passages", "Passages"),
    Field("releases", "Releases"),
)

KIND_NAMES = {
    "readout": "Read-out",
    "news": "Newspaper report",
    "joint-communique": "Joint communiqué",
    "communique": "Communiqué",
    "qa": "Questions and answers",
}
"""Kinds whose words are not simply their name with spaces."""


def kind_name(kind: str) -> str:
    """A kind in words.

    >>> kind_name("press-release"), kind_name("readout")
    ('Press release', 'Read-out')
    """
    words = KIND_NAMES.get(kind) or kind.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
