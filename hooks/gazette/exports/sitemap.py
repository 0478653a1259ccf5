"""The list of pages for search engines (sitemaps.org), split where it must be.

Enters: addresses of pages below the site, each with the day it last changed or ''; the site's address.
Leaves: sitemap.xml, and beyond 50,000 addresses an index under that name with its parts beside it.
No clock: a page that says no day has none. Without an address of the site there is no sitemap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from gazette.exports.addresses import event_address, official_address, release_address, topic_address
from gazette.exports.feeds import NO_DATE, changed
from gazette.exports.letters import for_xml
from gazette.model import Corpus

MOST = 50_000
"""Addresses in one file, as the protocol allows."""

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def render_sitemaps(
    pages: Iterable[tuple[str, str]], base: str, most: int = MOST
) -> tuple[tuple[str, bytes], ...]:
    """The sitemap as (path, bytes); `pages` are (address, day as in 2024-05-03 or '')."""
    if not base:
        return ()
    listed = [(base + address, day) for address, day in pages]
    if len(listed) <= most:
        return (("sitemap.xml", _urls(listed)),)
    parts = [listed[start : start + most] for start in range(0, len(listed), most)]
    files = [(f"sitemap-{number}.xml", _urls(part)) for number, part in enumerate(parts, start=1)]
    index = "".join(_place("sitemap", base + path, "") for path, _ in files)
    return (("sitemap.xml", f"{HEAD}<sitemapindex {SCHEMA}>\n{index}</sitemapindex>\n".encode()), *files)


def last_changes(corpus: Corpus) -> Mapping[str, str]:
    """By address: the day of the newest release that a page tells of, where one is known."""
    of_release = {release.id: changed(release) for release in corpus.releases}
    days: dict[str, str] = {release_address(id): stamp for id, stamp in of_release.items()}
    for event in corpus.events:
        days[event_address(event.id)] = max((of_release[t.release] for t in event.tellings), default="")
    for official in corpus.officials:
        days[official_address(official.id)] = max(
            (of_release[id] for id, _ in official.appearances), default=""
        )
    of_topic: dict[str, str] = defaultdict(str)
    for release in corpus.releases:
        stamp = of_release[release.id]
        for subject in release.topics:
            of_topic[subject.id] = max(of_topic[subject.id], stamp)
    days |= {topic_address(id): stamp for id, stamp in of_topic.items()}
    return {address: stamp[:10] for address, stamp in days.items() if stamp and stamp != NO_DATE}


def _urls(pages: Sequence[tuple[str, str]]) -> bytes:
    places = "".join(_place("url", address, day) for address, day in pages)
    return f"{HEAD}<urlset {SCHEMA}>\n{places}</urlset>\n".encode("utf-8", "replace")


def _place(tag: str, address: str, day: str) -> str:
    changed_on = f"<lastmod>{escape(for_xml(day))}</lastmod>" if day else ""
    return f"<{tag}><loc>{escape(for_xml(address))}</loc>{changed_on}</{tag}>\n"
