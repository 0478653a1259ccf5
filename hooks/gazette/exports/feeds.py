"""The releases as feeds: Atom 1.0 (RFC 4287) and JSON Feed 1.1.

Enters: a `Corpus` and the address of the site, '' where it is not known. Leaves: the feeds as text.
No clock: a feed was updated when its newest release was issued. Without an address of the site,
links are relative and identifiers come from the digest of the raw file.
"""

from __future__ import annotations

import calendar
import re
from typing import Any
from xml.etree import ElementTree

from gazette.exports.addresses import release_address
from gazette.model import Corpus, Release

ATOM = "http://www.w3.org/2005/Atom"
NEWEST = 100
"""A feed holds at most as many releases; all of them are in releases.json."""

NO_DATE = "1970-01-01T00:00:00Z"
"""Atom demands a date of an entry; one whose release bears none says so in its summary."""

XML_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def newest_releases(corpus: Corpus) -> list[Release]:
    """Dated releases, the newest first, then the undated; newspaper reports are among them, marked."""
    dated = [r for r in corpus.releases if r.imprint.issued]
    undated = [r for r in corpus.releases if not r.imprint.issued]
    return [*reversed(dated), *undated][:NEWEST]


def render_atom(corpus: Corpus, title: str, base: str = "") -> str:
    """The Atom feed."""
    releases = newest_releases(corpus)
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed")
    _add(feed, "id", f"{base}data/feed.xml" if base else "urn:gazette:record")
    _add(feed, "title", title)
    _add(feed, "updated", max((timestamp(r) for r in releases), default=NO_DATE))
    ElementTree.SubElement(
        feed, f"{{{ATOM}}}link", rel="self", href=f"{base}data/feed.xml" if base else "feed.xml"
    )
    ElementTree.SubElement(feed, f"{{{ATOM}}}link", rel="alternate", href=base or "../")
    _add(_add(feed, "author"), "name", title)
    for release in releases:
        entry = _add(feed, "entry")
        _add(entry, "id", identifier(release))
        _add(entry, "title", heading(release))
        _add(entry, "updated", timestamp(release))
        if release.imprint.issued:
            _add(entry, "published", timestamp(release))
        ElementTree.SubElement(entry, f"{{{ATOM}}}link", rel="alternate", href=link(release, base))
        if issuer := issuer_name(release):
            _add(_add(entry, "author"), "name", issuer)
        ElementTree.SubElement(entry, f"{{{ATOM}}}category", term=release.imprint.kind.value)
        _add(entry, "summary", summary(release))
    ElementTree.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, "unicode") + "\n"


def json_feed(corpus: Corpus, title: str, base: str = "") -> dict[str, Any]:
    """The JSON Feed as an object."""
    feed: dict[str, Any] = {"version": "https://jsonfeed.org/version/1.1", "title": title}
    if base:
        feed |= {"home_page_url": base, "feed_url": f"{base}data/feed.json"}
    feed["items"] = []
    for release in newest_releases(corpus):
        entry: dict[str, Any] = {
            "id": identifier(release),
            "url": link(release, base),
            "title": heading(release),
        }
        entry["content_text"] = "\n\n".join(b.text for b in release.blocks if b.is_text)
        entry["summary"] = summary(release)
        if release.imprint.issued:
            entry["date_published"] = timestamp(release)
        if issuer := issuer_name(release):
            entry["authors"] = [{"name": issuer}]
        entry["tags"] = list(dict.fromkeys((release.imprint.kind.value, *(s.id for s in release.topics))))
        entry["language"] = release.imprint.language
        feed["items"].append(entry)
    return feed


def heading(release: Release) -> str:
    """Title of an entry; a newspaper's report says that it is one."""
    title = release.imprint.title.value if release.imprint.title else release.id
    return f"{title} (secondary source)" if release.is_secondary else title


def summary(release: Release) -> str:
    """Who, when, and what is inferred, in one line."""
    imprint = release.imprint
    issued = imprint.issued
    said = [issuer_name(release) or "Issuing body not stated"]
    if issued is None:
        said.append("date of issue not stated")
    else:
        said.append(issued.value.edtf + (" (inferred)" if issued.status == "inferred" else ""))
    said.extend(b.text for b in release.anatomy.body()[:1])
    return " · ".join(said)


def issuer_name(release: Release) -> str | None:
    """The issuing body, where one is known."""
    return release.imprint.issuer.value.name if release.imprint.issuer else None


def identifier(release: Release) -> str:
    """A name for the entry that stays the same wherever the site stands and whatever is read."""
    return f"urn:sha256:{release.raw.sha256}"


def link(release: Release, base: str) -> str:
    """Address of the release's page, seen from data/."""
    return (base or "../") + release_address(release.id)


def timestamp(release: Release) -> str:
    """Date of issue as RFC 3339 demands it: midnight UTC of its last possible day."""
    return midnight(release.imprint.issued.value.end) if release.imprint.issued else NO_DATE


def midnight(edtf: str) -> str:
    """The last day that an EDTF date allows, at midnight UTC.

    >>> midnight("2024-02"), midnight("2023~"), midnight("XXXX-05-03")
    ('2024-02-29T00:00:00Z', '2023-12-31T00:00:00Z', '1970-01-01T00:00:00Z')
    """
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", edtf)
    if not found or found[1] == "0000":
        return NO_DATE
    year, month = int(found[1]), int(found[2] or 12)
    month = month if 1 <= month <= 12 else 12
    last = calendar.monthrange(year, month)[1]
    day = min(int(found[3] or last), last) or 1
    return f"{year:04}-{month:02}-{day:02}T00:00:00Z"


def _add(parent: ElementTree.Element, tag: str, text: str | None = None) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{ATOM}}}{tag}")
    child.text = None if text is None else XML_FORBIDDEN.sub("\ufffd", text)
    return child
