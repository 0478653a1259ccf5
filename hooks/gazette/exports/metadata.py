"""What the head of a page tells to machines: Dublin Core, Zotero's tags, Open Graph and schema.org.

Enters: a `Reference`, or the names and addresses of what a page is about. Leaves: attribute, name and
content of each `meta`, and schema.org as JSON-LD that is safe inside a script element.
Must not be known here: templates. There is no author tag: Zotero would split a ministry into first and
last name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from gazette.exports.citations import Reference, field_values, plain_line
from gazette.exports.fields import RELEASE_FIELDS
from gazette.model import When

Meta = tuple[str, str, str]
"""Attribute that names it (`name` or `property`), its name, its content."""

Linked = dict[str, Any]
"""An object of schema.org."""

ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end a script element or a line of it; JSON has another way to write each."""


def release_meta(reference: Reference, description: str) -> tuple[Meta, ...]:
    """Everything that a program reads from the head of a release's page."""
    values = field_values(reference)
    found: list[Meta] = [("name", "z:itemType", "newspaperArticle" if reference.secondary else "report")]
    for field in RELEASE_FIELDS:
        for value in values.get(field.key, ()):
            if field.key == "id" and not reference.url:
                continue
            if field.dublin_core:
                found.append(("name", field.dublin_core, value))
            if field.zotero and not (reference.secondary and "technical_report" in field.zotero):
                found.append(("name", field.zotero, value))
            inexact = field.key == "issued" and not ISO.fullmatch(value)
            if field.open_graph.startswith("article:") and not inexact:
                found.append(("property", field.open_graph, value))
    if reference.secondary and reference.institution:
        found.append(("name", "citation_journal_title", reference.institution))
    found += page_meta("article", reference.title, description, reference.url, reference.record)
    return tuple((attribute, name, plain_line(content)) for attribute, name, content in found)


def page_meta(kind: str, title: str, description: str, url: str, record: str) -> tuple[Meta, ...]:
    """Open Graph of any page."""
    rows = (
        ("og:type", kind),
        ("og:title", title),
        ("og:description", description),
        ("og:url", url),
        ("og:site_name", record),
    )
    return tuple(("property", name, plain_line(content)) for name, content in rows if content)


# --- schema.org --------------------------------------------------------------------------------------


def linked_release(reference: Reference, about: Iterable[Linked] = ()) -> Linked:
    """A release as schema.org knows it: a `Report` of an organisation about its events."""
    values = field_values(reference)
    said: Linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle" if reference.secondary else "Report",
    }
    for field in RELEASE_FIELDS:
        if field.schema_org and field.key in values:
            found = [plain_line(value) for value in values[field.key]]
            said[field.schema_org] = found[0] if len(found) == 1 else found
    said.pop("datePublished", None)
    if reference.issued and (issued := iso_date(reference.issued.start)):
        said["datePublished"] = issued
    if reference.institution:
        said["publisher"] = organisation(reference)
    said["mentions"] = [{"@type": "Person", "name": plain_line(name)} for name in reference.officials]
    said["contentLocation"] = [{"@type": "Place", "name": plain_line(name)} for name in reference.places]
    if reference.place_of_issue:
        said["locationCreated"] = {"@type": "Place", "name": plain_line(reference.place_of_issue)}
    said["about"] = list(about)
    if reference.url:
        said |= {"@id": reference.url, "url": reference.url}
    said["isPartOf"] = {"@type": "Collection", "name": reference.record}
    return {key: value for key, value in said.items() if value}


def organisation(reference: Reference) -> Linked:
    """The issuing body."""
    kind = "NewsMediaOrganization" if reference.secondary else "GovernmentOrganization"
    made: Linked = {"@type": kind, "name": plain_line(reference.institution)}
    if reference.country:
        made["areaServed"] = {"@type": "Country", "name": plain_line(reference.country)}
    return made


def linked_event(
    name: str, when: When | None, place: str, people: Iterable[str], planned: bool, url: str = ""
) -> Linked:
    """An encounter; a date that is not exact is left out rather than filled."""
    said: Linked = {"@type": "Event", "name": plain_line(name)}
    if when and (start := iso_date(when.start)):
        said["startDate"] = start
    if when and when.end != when.start and (end := iso_date(when.end)):
        said["endDate"] = end
    if place:
        said["location"] = {"@type": "Place", "name": plain_line(place)}
    attending = [{"@type": "Person", "name": plain_line(person)} for person in people]
    if attending:
        said["attendee"] = attending
    if planned:
        said["eventStatus"] = "https://schema.org/EventScheduled"
    return said | ({"url": url} if url else {})


def linked_person(
    name: str, variants: Iterable[str], country: str, offices: Iterable[str], url: str = ""
) -> Linked:
    """An official with the names in print and the offices attested."""
    said: Linked = {"@type": "Person", "name": plain_line(name)}
    said["alternateName"] = [plain_line(variant) for variant in variants if variant != name]
    said["jobTitle"] = [plain_line(office) for office in offices]
    if country:
        said["nationality"] = {"@type": "Country", "name": plain_line(country)}
    said["url"] = url
    return {key: value for key, value in said.items() if value}


def iso_date(edtf: str) -> str | None:
    """The date where it is as exact as ISO 8601 needs; None otherwise."""
    return edtf if ISO.fullmatch(edtf) else None


def render_linked(said: Mapping[str, Any]) -> str:
    """JSON-LD for a script element: no raw text can end it."""
    made = json.dumps({"@context": "https://schema.org", **said}, ensure_ascii=False, separators=(",", ":"))
    return made.encode("utf-8", "replace").decode().translate(UNSAFE)
