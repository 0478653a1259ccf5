"""The releases as feeds: Atom 1.0 (RFC 4287) and JSON Feed 1.1; all, of one official, on one topic.

Enters: a `Corpus` and the address of the site, '' where it is not known. Leaves: the feeds as text.
No clock: an entry was updated when its release was issued, or when an editor corrected it, if that was
later; so a corrected release stands at the head of the feed again, and says what was put right. Without an
address of the site links are relative; identifiers come from the path of the raw file.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from xml.sax.saxutils import escape, quoteattr

from gazette.apparatus import Amendment, amendments
from gazette.apparatus.holdings import from_last_to_next, look_up, once_per_corpus
from gazette.exports.addresses import official_address, release_address, topic_address
from gazette.exports.letters import for_xml, json_line
from gazette.exports.records import Record
from gazette.model import Authority, Corpus, Release
from gazette.remembering import Remembered

ATOM = "http://www.w3.org/2005/Atom"
NEWEST = 100
"""The feed of all releases holds at most as many; all of them are in releases.json."""

NEWEST_OF_ONE = 50
"""The same, of one official or on one topic."""

NO_DATE = "1970-01-01T00:00:00Z"
"""Atom demands a date of an entry; one whose release bears none says so in its summary."""

LONGEST_SUMMARY = 600


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: what it is called, where it stands, what is in it."""

    title: str
    folder: str
    "Below the site, with a slash at its end: data/, officials/<id>/."
    page: str
    "Address of the page that shows the same, below the site."
    releases: Sequence[Release]
    "Newest first."


@dataclass(slots=True)
class Press:
    """Writes feeds; what it has written once of a release serves every feed in which it stands."""

    authority: Authority
    base: str
    title: str
    "Name of the record."
    remembered: Remembered = field(default_factory=Remembered)

    def root(self, feed: Feed) -> str:
        """The site as seen from the feed's folder."""
        return self.base or "../" * feed.folder.count("/")

    def atom(self, feed: Feed) -> str:
        """The feed in Atom."""
        root = self.root(feed)
        own = f"{self.base}{feed.folder}feed.xml"
        lines = [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="{ATOM}">',
            tag("id", own if self.base else f"urn:gazette:{feed.folder.strip('/')}"),
            tag("title", feed.title),
            tag("updated", max(map(changed, feed.releases), default=NO_DATE)),
            tag("link", rel="self", type="application/atom+xml", href=own if self.base else "feed.xml"),
            tag("link", rel="alternate", type="text/html", href=root + feed.page),
            f"<author>{tag('name', self.title)}</author>",
            *(self._entry(release, root) for release in feed.releases),
            "</feed>",
        ]
        return "\n".join(lines) + "\n"

    def json(self, feed: Feed, whole: bool = False) -> str:
        """The feed as a JSON Feed, with one entry a line; `whole` gives each release's full text."""
        head: Record = {"version": "https://jsonfeed.org/version/1.1", "title": feed.title}
        if self.base:
            head |= {"home_page_url": self.base + feed.page, "feed_url": f"{self.base}{feed.folder}feed.json"}
        root = self.root(feed)
        entries = ",\n".join(self._item(release, root, whole) for release in feed.releases)
        return f'{json_line(head)[:-1]},"items":[\n{entries}\n]}}\n'

    def _entry(self, release: Release, root: str) -> str:
        made = partial(atom_entry, release, self.authority, root)
        return self.remembered.give(("entry", release.id, root), (release,), made)

    def _item(self, release: Release, root: str, whole: bool) -> str:
        def made() -> str:
            return json_line(json_item(release, self.authority, root, whole))

        return self.remembered.give(("item", release.id, root, whole), (release,), made)

    def both(self, feed: Feed, whole: bool = False) -> tuple[tuple[str, str], ...]:
        """The feed in both formats, as (path below the site, text)."""
        return (
            (f"{feed.folder}feed.xml", self.atom(feed)),
            (f"{feed.folder}feed.json", self.json(feed, whole)),
        )


def feed_of_all(ordered: Sequence[Release], title: str) -> Feed:
    """The feed of the whole record, from all its releases, the newest first."""
    return Feed(title, "data/", "", ordered[:NEWEST])


def feeds_of_officials(corpus: Corpus, ordered: Sequence[Release], title: str) -> Iterator[Feed]:
    """One feed for each official."""
    told: dict[str, list[Release]] = defaultdict(list)
    for release in ordered:
        for id in dict.fromkeys(appearance.official for appearance in release.people.officials):
            told[id].append(release)
    for official in corpus.officials:
        address = official_address(official.id)
        yield Feed(f"{title}: {official.name}", address, address, told[official.id][:NEWEST_OF_ONE])


def feeds_on_topics(corpus: Corpus, ordered: Sequence[Release], title: str) -> Iterator[Feed]:
    """One feed for each topic of the vocabulary, and for each that a release names beyond it."""
    told: dict[str, list[Release]] = defaultdict(list)
    for release in ordered:
        for id in dict.fromkeys(subject.id for subject in release.topics):
            told[id].append(release)
    names = {topic.id: topic.name for topic in corpus.authority.topics.values()}
    for id in topics_of(corpus):
        address = topic_address(id)
        yield Feed(f"{title}: {names.get(id, id)}", address, address, told[id][:NEWEST_OF_ONE])


def render_feeds(
    corpus: Corpus, title: str, base: str = "", remembered: Remembered | None = None
) -> Iterator[tuple[str, str]]:
    """Every feed as (path below the site, text)."""
    remembered = remembered or Remembered()
    press = Press(corpus.authority, base, title, remembered)
    ordered = newest_first(corpus.releases)
    yield from press.both(feed_of_all(ordered, title), whole=True)
    for feed in (*feeds_of_officials(corpus, ordered, title), *feeds_on_topics(corpus, ordered, title)):
        yield from remembered.give(
            ("feed", feed.folder), (feed.title, feed.page, *feed.releases), partial(press.both, feed)
        )


def feed_paths(corpus: Corpus) -> Iterator[str]:
    """The path of every feed below the site."""
    folders = ["data/", *(official_address(official.id) for official in corpus.officials)]
    folders += map(topic_address, topics_of(corpus))
    for folder in folders:
        yield from (f"{folder}feed.xml", f"{folder}feed.json")


@once_per_corpus
@from_last_to_next
def topics_of(corpus: Corpus, remembered: Remembered) -> list[str]:
    """Ids of the topics of the vocabulary, and of those that a release names beyond it."""
    named = remembered.give_each("topics", topics_in, look_up(corpus).ids, corpus.releases)
    vocabulary = corpus.authority.topics
    return remembered.give("topics", (named, vocabulary), lambda: sorted({*vocabulary}.union(*named)))


def topics_in(release: Release) -> tuple[str, ...]:
    """Ids of the topics of a release."""
    return tuple(dict.fromkeys(subject.id for subject in release.topics))


def newest_first(releases: Iterable[Release]) -> list[Release]:
    """The last issued or corrected first, then the undated; newspaper reports are among them, marked."""
    ordered = sorted(releases, key=lambda release: release.id)
    ordered.sort(key=changed, reverse=True)
    return ordered


# --- one release -----------------------------------------------------------------------------------


def atom_entry(release: Release, authority: Authority, root: str) -> str:
    """One release as an entry of an Atom feed; `root` is the site as seen from the feed."""
    issued, issuer, accession = release.imprint.issued, issuer_name(release), release.accession
    topics = dict.fromkeys(subject.id for subject in release.topics)
    named = ((id, authority.topics[id].name if id in authority.topics else id) for id in topics)
    parts = [
        "<entry>",
        tag("id", identifier(release)),
        tag("title", heading(release)),
        tag("updated", changed(release)),
        tag("published", midnight(issued.value.end)) if issued else "",
        tag("link", rel="alternate", type="text/html", href=root + release_address(release.id)),
        f"<author>{tag('name', issuer)}</author>" if issuer else "",
        tag("category", term=release.imprint.kind.value),
        *(tag("category", term=id, label=name) for id, name in named),
        tag("category", term="corrected") if release.corrections else "",
        tag("rights", accession.rights) if accession and accession.rights else "",
        tag("summary", summary(release, authority)),
        "</entry>",
    ]
    return "\n".join(filter(None, parts))


def json_item(release: Release, authority: Authority, root: str, whole: bool) -> Record:
    """One release as an item of a JSON Feed."""
    imprint = release.imprint
    item: Record = {
        "id": identifier(release),
        "url": root + release_address(release.id),
        "title": heading(release),
        "summary": summary(release, authority),
    }
    text = "\n\n".join(b.text for b in release.blocks if b.is_text) if whole else ""
    item["content_text"] = text or item["summary"]
    if imprint.issued:
        item["date_published"] = midnight(imprint.issued.value.end)
    if release.corrections and changed(release) != NO_DATE:
        item["date_modified"] = changed(release)
    if issuer := issuer_name(release):
        item["authors"] = [{"name": issuer}]
    tags = [imprint.kind.value, *(s.id for s in release.topics), *(["corrected"] * bool(release.corrections))]
    item["tags"] = list(dict.fromkeys(tags))
    item["language"] = imprint.language
    return item


def heading(release: Release) -> str:
    """Title of an entry; a newspaper's report says that it is one."""
    title = release.imprint.title.value if release.imprint.title else release.id
    return f"{title} (secondary source)" if release.is_secondary else title


def summary(release: Release, authority: Authority) -> str:
    """Who, when, what is inferred, what was corrected, and how the text begins, in one line."""
    issued = release.imprint.issued
    said = [issuer_name(release) or "Issuing body not stated"]
    if issued is None:
        said.append("date of issue not stated")
    else:
        said.append(issued.value.edtf + (" (inferred)" if issued.status == "inferred" else ""))
    if release.corrections:
        bare = replace(authority, corrections=())
        said.extend(correction_line(amendment) for amendment in amendments(release, bare))
    for first in release.anatomy.body()[:1]:
        cut = len(first.text) > LONGEST_SUMMARY
        said.append(first.text[:LONGEST_SUMMARY].rstrip() + "…" if cut else first.text)
    return " · ".join(said)


def correction_line(amendment: Amendment) -> str:
    """What an editor put right, and what stood there before, in one line."""
    day = f" {amendment.date}" if amendment.date else ""
    of = f" of {amendment.of}" if amendment.of else ""
    was = f" (before: {amendment.replaced.value})" if amendment.replaced and amendment.replaced.value else ""
    note = f" ({amendment.note})" if amendment.note else ""
    if not amendment.replaces:
        topic = amendment.value or (amendment.replaced.value if amendment.replaced else "")
        return f"Corrected{day}: {amendment.label}{of}: {topic}{note}"
    return f"Corrected{day}: {amendment.label}{of} is now {amendment.value}{was}{note}"


def issuer_name(release: Release) -> str | None:
    """The issuing body, where one is known."""
    return release.imprint.issuer.value.name if release.imprint.issuer else None


def identifier(release: Release) -> str:
    """A name for the entry that stays the same wherever the site stands and whatever is read."""
    return f"urn:gazette:{release_address(release.id).rstrip('/')}"


def changed(release: Release) -> str:
    """When the release was issued or last corrected: midnight UTC of the last possible day (RFC 3339)."""
    issued = release.imprint.issued
    dates = [midnight(issued.value.end)] if issued else []
    dates += [midnight(str(correction.date)) for correction in release.corrections if correction.date]
    return max(dates, default=NO_DATE)


def midnight(edtf: str) -> str:
    """The last day that an EDTF date allows, at midnight UTC.

    >>> midnight("2024-02"), midnight("2023~"), midnight("XXXX-05-03")
    ('2024-02-29T00:00:00Z', '2023-12-31T00:00:00Z', '1970-01-01T00:00:00Z')
    """
    found = re.match(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", edtf)
    if not found or found[1] == "0000":
        return NO_DATE
    year, month = int(found[1]), int(found[2] or 12)
    month = month if 1 <= month <= 12 else 12
    last = calendar.monthrange(year, month)[1]
    day = min(int(found[3] or last), last) or 1
    return f"{year:04}-{month:02}-{day:02}T00:00:00Z"


def tag(name: str, text: str | None = None, **attributes: str) -> str:
    """One element of XML; text and attributes can hold anything and never become markup.

    >>> tag("title", "<b> & \\x00")
    '<title>&lt;b&gt; &amp; \ufffd</title>'
    """
    given = "".join(f" {key}={quoteattr(for_xml(value))}" for key, value in attributes.items())
    if text is None:
        return f"<{name}{given}/>"
    return f"<{name}{given}>{escape(for_xml(text), {chr(13): '&#13;'})}</{name}>"
