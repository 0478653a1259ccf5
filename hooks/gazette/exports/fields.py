"""The one table that says how each field of a release is called in each format.

Enters: nothing. Leaves: `RELEASE_FIELDS` and the columns of the other tables. CSV, feeds and
whoever prints citations or page headers take their names from here, so that they cannot drift
apart. No values are made here.
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

    @property
    def column(self) -> str:
        """Name of the column in a table."""
        return self.csv or self.key.replace(".", "_")


RELEASE_FIELDS: tuple[Field, ...] = (
    Field("id", "Address", csl="id", atom="id", json_feed="id", dublin_core="DC.identifier"),
    Field("title", "Title", "DC.title", "headline", "title", "title", "title"),
    Field("title_status", "Title is"),
    Field("issued", "Issued", "DC.date", "datePublished", "issued", "published", "date_published"),
    Field("issued_status", "Date of issue is"),
    Field("kind", "Kind", "DC.type", "genre", "genre", "category", "tags"),
    Field("secondary", "Secondary source"),
    Field("issuer.name", "Issuing body", "DC.publisher", "publisher", "publisher", "author", "authors"),
    Field("issuer.country", "Country of the issuing body"),
    Field("place_of_issue", "Place of issue", "", "locationCreated", "publisher-place"),
    Field("place", "Place of the event", "DC.coverage", "contentLocation"),
    Field("language", "Language", "DC.language", "inLanguage", "language", "", "language"),
    Field("number", "Number", "", "identifier", "number"),
    Field("officials", "Officials", "", "mentions"),
    Field("topics", "Topics", "DC.subject", "about", "keyword"),
    Field("events", "Events", "", "about"),
    Field("accession.received_name", "Received as", csv="received_name"),
    Field("accession.source", "Received from", "DC.source", "", "source", csv="received_from"),
    Field("accession.rights", "Rights", "DC.rights", "copyrightNotice", csv="rights"),
    Field("sha256", "SHA-256 of the raw file"),
    Field("path", "Raw file"),
)

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
