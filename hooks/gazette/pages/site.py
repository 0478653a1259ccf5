"""What every page needs to know of the whole record, looked up once.

Enters: a `Corpus` and a `Serving`. Leaves: a `Site`, whose mappings are filled in one walk each.
Must not be known here: HTML. Nothing is decided here that `corpus` has not decided already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple, TypeVar

from gazette.apparatus import (
    Amendment,
    Matter,
    Wanted,
    all_amendments,
    body_id,
    left_undecided,
    look_up,
    lookups,
    open_questions,
    wanted,
)
from gazette.authority import BY_RECORD, once_per_authority, without_lines
from gazette.corpus import office_id
from gazette.exports.citations import Reference, reference_of, title_of
from gazette.grouping import grouped
from gazette.model import (
    Account,
    Authority,
    BodyRecord,
    Corpus,
    Event,
    Office,
    OfficeFile,
    OfficialFile,
    Problem,
    Release,
    Standing,
    Subject,
    When,
)
from gazette.pages.asked import Asked, OpenSheet, lay_open
from gazette.pages.wording import year_of
from gazette.remembering import Forgetful, Remembered
from gazette.watching import Watched

Held = TypeVar("Held")

Passage = tuple[Release, Subject]

Pairs = tuple[tuple[Any, Any], ...]
"""What one release or event has, by what it is looked up under."""

OfYear = tuple[str, tuple[tuple[Passage, ...], ...]]
"""A year, "" where none is known, and the passages of each release of it."""

Passages = Watched[str, tuple[OfYear, ...]]
"""By topic or term: where it stands, year by year in the order of filing."""


REGISTER = "docs/authority/accessions.yml"
SEVERITIES = ("error", "warning", "notice")
"""The gravest first."""


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
    is_preview: bool = False
    "An editor looks at it on the own machine: pages show what is to be settled."


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
class KnownAs:
    """What a page says of an official whom it only names."""

    name: str
    country: str | None
    standing: Standing


class Shelfmark(NamedTuple):
    """Where a release stands among others: by the date under which it is filed, undated last."""

    is_undated: bool
    start: str
    id: str
    year: str | None


@dataclass(frozen=True, slots=True)
class Site:
    """All look-ups that the pages share.

    The page of a subject may read the look-ups below, the apparatus, its own subject, the authority below and
    the serving; never what `corpus` has of all releases, which only pages of the whole record read. So it is
    known when a page has to be written again (`watching`).
    """

    corpus: Corpus
    serving: Serving
    authority: Authority
    "What editors know; a look at a record is noted, except at those of bodies (`BY_RECORD`)."
    releases: Watched[str, Release]
    officials: Watched[str, OfficialFile]
    known_as: Watched[str, KnownAs]
    "By official; whoever needs no more than the name asks here."
    offices: Watched[str, OfficeFile]
    office_pages: Watched[str, bool]
    "By office; for links to it."
    events: Watched[str, Event]
    files: Watched[str, bool]
    "By path: the files that other programs may read."
    topics: Passages
    terms: Passages
    releases_of_body: Watched[str, tuple[Release, ...]]
    events_of_official: Watched[str, tuple[Event, ...]]
    events_of_series: Watched[str, tuple[Event, ...]]
    events_of_release: Watched[str, tuple[tuple[Account, Event], ...]]
    "In the order of the release's own accounts."
    questions: tuple[Asked, ...]
    "Contradictions between releases, each with its place."
    open_sheets: tuple[OpenSheet, ...]
    "What is open by year, where it goes over several pages."
    unsettled: tuple[Matter, ...]
    "Officials of whom an editor could not say who they are."
    questions_of: Watched[str, tuple[Asked, ...]]
    "By event or official."
    alike: Watched[str, bool]
    "Releases that share title, date and issuing body with another: lists add the name of their file."
    amendments: Watched[str, tuple[Amendment, ...]]
    "By release: what editors put right, and what it replaced."
    problems_of: Watched[str, tuple[Problem, ...]]
    "By release: what an editor has to settle; empty but in a preview."
    wanted: tuple[Wanted, ...]
    "What releases speak of and the record lacks."
    shelfmarks: Mapping[str, Shelfmark]
    "By release, and of the release itself alone: whoever looked it up need not look up this."
    remembered: Remembered
    "Lines of lists that may be the same as when the site was last made."

    def body_of(self, release: Release) -> BodyRecord | None:
        """The body in the authority file that issued a release."""
        return self.authority.bodies.get(body_id(release) or "")

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
        return reference_of(release, self.authority, serving.site_url, serving.site_name)

    def office_page(self, office: Office) -> str | None:
        """Id of the page of an office as a release names it."""
        id = office_id(office)
        return id if id in self.office_pages else None

    def lookups(self) -> tuple[Watched[Any, Any], ...]:
        """All look-ups that a page may have made, in one order."""
        own = (getattr(self, field.name) for field in fields(self))
        known = (getattr(self.authority, part) for part in BY_RECORD)
        found = (held for held in (*own, *known) if isinstance(held, Watched))
        return tuple(dict.fromkeys((*found, *lookups(self.corpus))))


def has_supplied_title(release: Release) -> bool:
    """Whether the title does not stand in the text and is written in brackets."""
    return release.imprint.title is None or release.imprint.title.status != "stated"


def filing_date(release: Release) -> When | None:
    """The date under which a release is filed: of issue, else of its first dated principal event."""
    if release.imprint.issued:
        return release.imprint.issued.value
    dated = (a.when.value for a in release.events if a.when and a.role == "principal")
    return next(dated, None)


def shelfmark_of(release: Release) -> Shelfmark:
    """Where a release stands among others."""
    when = filing_date(release)
    return Shelfmark(when is None, when.start if when else "", release.id, year_of(when))


def known_as(official: OfficialFile) -> KnownAs:
    """What a page says of an official whom it only names."""
    return KnownAs(official.name, official.country, official.standing)


def on_topics(release: Release) -> Pairs:
    """The passages of a release on topics, by id and date."""
    return passages_of(release, release.topics)


def on_terms(release: Release) -> Pairs:
    """The same on terms."""
    return passages_of(release, release.terms)


def passages_of(release: Release, subjects: Iterable[Subject]) -> Pairs:
    """All passages on one topic or term together.

    What begins the date stands beside the year, which it may not tell ("201X"): it keeps the order of filing.
    """
    mark = shelfmark_of(release)
    of_year = ("" if mark.is_undated else mark.start[:4], mark.year or "")
    found = grouped([[(subject.id, (release, subject)) for subject in subjects]])
    return tuple(((id, *of_year), passages) for id, passages in found.items())


def of_body(release: Release) -> Pairs:
    """A release by its issuing body, where that is known."""
    body = body_id(release)
    return ((body, release),) if body else ()


def of_series(event: Event) -> Pairs:
    """An event by its series, where it is one of a series."""
    return ((event.series, event),) if event.series else ()


def releases_alike(
    ids: Sequence[str], releases: Sequence[Release], remembered: Remembered
) -> Collection[str]:
    """Releases that no reader could tell apart by title, date and issuing body."""
    looks = remembered.give_each("looks", looks_of, ids, releases)
    return remembered.give("alike", (ids, looks), lambda: find_alike(ids, looks))


def find_alike(ids: Sequence[str], looks: Sequence[tuple[object, ...]]) -> frozenset[str]:
    """The ids of those that have the looks of another."""
    found: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for id, seen in zip(ids, looks, strict=True):
        found[seen].append(id)
    return frozenset(id for several in found.values() if several[1:] for id in several)


def looks_of(release: Release) -> tuple[object, ...]:
    """What a reader tells a release by."""
    return title_of(release), filing_date(release), body_id(release)


def problems_of(corpus: Corpus, remembered: Remembered) -> dict[str, tuple[Problem, ...]]:
    """By release: its problems, those of other files included that are about it; the gravest first."""
    ids, releases = look_up(corpus).ids, corpus.releases
    by_path = remembered.give(
        "problems by path", (corpus.problems,), lambda: problems_by_path(corpus.problems)
    )
    of_path = [by_path.get(release.raw.path, ()) for release in releases]
    own = [release.problems for release in releases]
    found = remembered.give_each("problems", gravest_first, ids, of_path, own)
    return {id: problems for id, problems in zip(ids, found, strict=True) if problems}


def problems_by_path(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """Problems by the raw file that they are about."""
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        about = problem.message.partition(" ")[0] if problem.path == REGISTER else problem.path
        by_path[about].append(problem)
    return {path: tuple(several) for path, several in by_path.items()}


def gravest_first(problems: Iterable[Problem], others: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each once, in the order in which an editor should settle them."""
    return tuple(sorted({*problems, *others}, key=lambda p: (SEVERITIES.index(p.severity), p)))


@once_per_authority
def noted(authority: Authority) -> Authority:
    """The same, with look-ups that are noted."""
    bare = without_lines(authority)
    parts: dict[str, Any] = {p: Watched(f"authority {p}", getattr(bare, p)) for p in BY_RECORD}
    return replace(bare, **parts)


def build_site(corpus: Corpus, serving: Serving, remembered: Remembered | None = None) -> Site:
    """Fill every look-up; `remembered` knows what was worked out of single releases the last time."""
    remembered = remembered or Forgetful()
    held, releases = look_up(corpus), corpus.releases
    ids, names = held.ids, [event.id for event in corpus.events]
    marks = remembered.give_each("shelfmark", shelfmark_of, ids, releases)
    order = remembered.give("filing", (marks,), lambda: sorted(range(len(ids)), key=marks.__getitem__))
    filed, filed_ids = [releases[at] for at in order], [ids[at] for at in order]

    def by_key(kind: str, pairs: Callable[[Any], Pairs], ids: Sequence[str], of: Sequence[object]) -> Any:
        return Watched(kind, remembered.group(kind, remembered.give_each(kind, pairs, ids, of)))

    def by_year(kind: str, passages: Callable[[Release], Pairs]) -> Passages:
        years = by_key(f"{kind} of a year", passages, filed_ids, filed).held
        return Watched(
            kind, remembered.group(kind, [((id, (year, on)),) for (id, _, year), on in years.items()])
        )

    amended: dict[str, list[Amendment]] = defaultdict(list)
    for amendment in all_amendments(corpus):
        amended[amendment.release].append(amendment)
    open_now, missing = open_questions(corpus), wanted(corpus)
    asked, open_sheets = remembered.give(
        "open",
        (open_now, missing, corpus.events, marks),
        lambda: lay_open(open_now, missing, held.events.held, {mark.id: mark.year for mark in marks}),
    )
    asked_of: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        for id in dict.fromkeys((one.question.subject, *one.question.events)):
            asked_of[id].append(one)
    officials = [official.id for official in corpus.officials]
    known = remembered.give_each("known_as", known_as, officials, corpus.officials)

    def several(name: str, found: Mapping[str, list[Held]]) -> Watched[str, tuple[Held, ...]]:
        return Watched(name, {id: tuple(held) for id, held in found.items()})

    return Site(
        corpus=corpus,
        serving=serving,
        authority=noted(corpus.authority),
        releases=held.releases,
        officials=Watched("officials", dict(zip(officials, corpus.officials, strict=True))),
        known_as=Watched("known_as", dict(zip(officials, known, strict=True))),
        offices=held.offices,
        office_pages=Watched("office_pages", dict.fromkeys((o.id for o in corpus.offices), True)),
        files=Watched("files", dict.fromkeys((path for path, _ in serving.data_files), True)),
        events=held.events,
        topics=by_year("topics", on_topics),
        terms=by_year("terms", on_terms),
        releases_of_body=by_key("releases_of_body", of_body, ids, releases),
        events_of_official=held.events_of_official,
        events_of_series=by_key("events_of_series", of_series, names, corpus.events),
        events_of_release=held.events_of_release,
        questions=asked,
        open_sheets=open_sheets,
        unsettled=left_undecided(corpus),
        questions_of=several("questions_of", asked_of),
        alike=Watched("alike", dict.fromkeys(releases_alike(ids, releases, remembered), True)),
        amendments=several("amendments", amended),
        problems_of=Watched("problems_of", problems_of(corpus, remembered) if serving.is_preview else {}),
        wanted=missing,
        shelfmarks=dict(zip(ids, marks, strict=True)),
        remembered=remembered,
    )


__all__ = [
    "Bundle",
    "Page",
    "Passages",
    "Serving",
    "Shelfmark",
    "Site",
    "body_id",
    "build_site",
    "filing_date",
    "has_supplied_title",
    "title_of",
]
