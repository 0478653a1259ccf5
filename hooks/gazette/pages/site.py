"""What every page needs to know of the whole record, looked up once.

Enters: a `Corpus` and a `Serving`. Leaves: a `Site`, whose mappings are filled in one walk each.
Must not be known here: HTML. Nothing is decided here that `corpus` has not decided already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from gazette.apparatus import (
    Amendment,
    Attribution,
    Question,
    Wanted,
    attributions,
    corrections_of,
    open_questions,
    wanted,
)
from gazette.corpus import office_id
from gazette.exports.citations import Reference, reference_of, title_of
from gazette.model import (
    Account,
    BodyRecord,
    Corpus,
    Event,
    Office,
    OfficeFile,
    OfficialFile,
    Release,
    Subject,
    When,
)

Passages = Mapping[str, tuple[tuple[Release, Subject], ...]]
"""By topic or term: where it stands, in the order of issue."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The zip file of an edition, as a hosted site offers it."""

    name: str
    "Below /edition/."
    octets: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Serving:
    """How the site will be served; the same record gives the same pages for the same serving."""

    site_url: str = ""
    "Address of the site, ending with a slash; '' where it is not known."
    page_name: str = ""
    'Ending of a link to a page: "" behind a server, "index.html" when opened from a folder.'
    site_name: str = "Record of diplomatic releases"
    data_files: tuple[tuple[str, int], ...] = ()
    "Path below / and size in bytes of each file that other programs may read."
    bundle: Bundle | None = None
    "What a reader can take away; None where none was made."


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site, ready for a template."""

    address: str
    'Folder below /, ending with a slash; "" for the first page.'
    title: str
    "Plain text."
    head: str
    "Markup of the page's head, with the one h1; a note by an editor follows it."
    html: str
    "Markup of the body."
    front_matter: Mapping[str, object] = field(default_factory=dict)
    "`title`, `description`, `kind`, `meta`, `linked`, `alternates`: plain values for the template."
    source: str | None = None
    "Raw file from which the page comes, relative to the record's root."
    contents: tuple[tuple[str, str], ...] = ()
    "(fragment, words) of the headings that a table of contents may list."


@dataclass(frozen=True, slots=True)
class Site:
    """All look-ups that the pages share."""

    corpus: Corpus
    serving: Serving
    releases: Mapping[str, Release]
    officials: Mapping[str, OfficialFile]
    offices: Mapping[str, OfficeFile]
    events: Mapping[str, Event]
    files: frozenset[str]
    "Path of each file that other programs may read."
    topics: Passages
    terms: Passages
    releases_of_body: Mapping[str, tuple[Release, ...]]
    events_of_official: Mapping[str, tuple[Event, ...]]
    events_of_series: Mapping[str, tuple[Event, ...]]
    events_of_release: Mapping[str, tuple[tuple[Account, Event], ...]]
    "In the order of the release's own accounts."
    attributed: Mapping[str, tuple[tuple[Release, Attribution], ...]]
    "By official: what is said to be said, in the order of issue."
    questions: tuple[tuple[str, Question], ...]
    "Contradictions between releases, each with its place on /questions/."
    questions_of: Mapping[str, tuple[tuple[str, Question], ...]]
    "By event or official."
    alike: frozenset[str]
    "Releases that share title, date and issuing body with another: lists add the name of their file."
    amendments: Mapping[str, tuple[Amendment, ...]]
    "By release: what editors put right, and what it replaced."
    wanted: tuple[Wanted, ...]
    "What releases speak of and the record lacks."

    def body_of(self, release: Release) -> BodyRecord | None:
        """The body in the authority file that issued a release."""
        return self.corpus.authority.bodies.get(body_id(release) or "")

    def issuer_of(self, release: Release) -> str:
        """Name of the issuing body; '' where neither the text nor an editor tells."""
        body = self.body_of(release)
        if body:
            return body.name
        issuer = release.imprint.issuer
        return (issuer.value.name or "") if issuer else ""

    def country_of(self, release: Release) -> str:
        """Country of the issuing body; '' where there is none or it is not known."""
        body = self.body_of(release)
        issuer = release.imprint.issuer
        return (body.country if body else issuer.value.country if issuer else None) or ""

    def reference(self, release: Release) -> Reference:
        """What every citation of a release needs."""
        serving = self.serving
        return reference_of(release, self.corpus.authority, serving.site_url, serving.site_name)

    def office_of(self, office: Office) -> OfficeFile | None:
        """The page of an office as a release names it."""
        return self.offices.get(office_id(office))


def body_id(release: Release) -> str | None:
    """Id in bodies.yml of who issued it: by the register of accessions, else by the text."""
    if release.accession and release.accession.body:
        return release.accession.body
    return release.imprint.issuer.value.body if release.imprint.issuer else None


def has_supplied_title(release: Release) -> bool:
    """Whether the title does not stand in the text and is written in brackets."""
    return release.imprint.title is None or release.imprint.title.status != "stated"


def filing_date(release: Release) -> When | None:
    """The date under which a release is filed: of issue, else of its first dated principal event."""
    if release.imprint.issued:
        return release.imprint.issued.value
    dated = (a.when.value for a in release.events if a.when and a.role == "principal")
    return next(dated, None)


def releases_alike(corpus: Corpus) -> frozenset[str]:
    """Releases that no reader could tell apart by title, date and issuing body."""
    found: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for release in corpus.releases:
        found[title_of(release), filing_date(release), body_id(release)].append(release.id)
    return frozenset(id for ids in found.values() if ids[1:] for id in ids)


def build_site(corpus: Corpus, serving: Serving) -> Site:
    """Fill every look-up, in one walk over the releases and one over the events."""
    topics: dict[str, list[tuple[Release, Subject]]] = defaultdict(list)
    terms: dict[str, list[tuple[Release, Subject]]] = defaultdict(list)
    bodies: dict[str, list[Release]] = defaultdict(list)
    for release in corpus.releases:
        for subject in release.topics:
            topics[subject.id].append((release, subject))
        for subject in release.terms:
            terms[subject.id].append((release, subject))
        body = body_id(release)
        if body:
            bodies[body].append(release)
    of_official: dict[str, list[Event]] = defaultdict(list)
    of_series: dict[str, list[Event]] = defaultdict(list)
    of_release: dict[str, list[tuple[Account, Event]]] = defaultdict(list)
    for event in corpus.events:
        if event.series:
            of_series[event.series].append(event)
        for official in event.participants:
            of_official[official].append(event)
        for telling in event.tellings:
            of_release[telling.release].append((telling.account, event))
    for told in of_release.values():
        told.sort(
            key=lambda pair: (pair[0].role != "principal", pair[0].evidence.block, pair[0].evidence.start)
        )
    attributed: dict[str, list[tuple[Release, Attribution]]] = defaultdict(list)
    for release in corpus.releases:
        for attribution in attributions(corpus)[release.id]:
            for official in attribution.speaker.value.people:
                attributed[official].append((release, attribution))
    amended: dict[str, list[Amendment]] = defaultdict(list)
    for amendment in corrections_of(corpus):
        amended[amendment.release].append(amendment)
    asked: list[tuple[str, Question]] = []
    asked_of: dict[str, list[tuple[str, Question]]] = defaultdict(list)
    for question in open_questions(corpus):
        same = sum(
            1 for _, other in asked if (other.kind, other.subject) == (question.kind, question.subject)
        )
        anchor = f"{question.kind}-{question.subject}" + (f"-{same + 1}" if same else "")
        asked.append((anchor, question))
        for id in dict.fromkeys((question.subject, *question.events)):
            asked_of[id].append((anchor, question))
    return Site(
        corpus=corpus,
        serving=serving,
        releases={release.id: release for release in corpus.releases},
        officials={official.id: official for official in corpus.officials},
        offices={office.id: office for office in corpus.offices},
        files=frozenset(path for path, _ in serving.data_files),
        events={event.id: event for event in corpus.events},
        topics={id: tuple(found) for id, found in topics.items()},
        terms={id: tuple(found) for id, found in terms.items()},
        releases_of_body={id: tuple(found) for id, found in bodies.items()},
        events_of_official={id: tuple(found) for id, found in of_official.items()},
        events_of_series={id: tuple(found) for id, found in of_series.items()},
        events_of_release={id: tuple(found) for id, found in of_release.items()},
        questions=tuple(asked),
        questions_of={id: tuple(found) for id, found in asked_of.items()},
        alike=releases_alike(corpus),
        amendments={id: tuple(found) for id, found in amended.items()},
        wanted=wanted(corpus),
        attributed={id: tuple(found) for id, found in attributed.items()},
    )


__all__ = [
    "Bundle",
    "Page",
    "Passages",
    "Serving",
    "Site",
    "body_id",
    "build_site",
    "filing_date",
    "has_supplied_title",
    "title_of",
]
