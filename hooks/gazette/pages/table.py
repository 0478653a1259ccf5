"""The kinds of pages, in the order in which they are written.

Enters: a `Corpus`. Leaves: every page of the site. A new kind of page is one line here.
A `Quire` is what is written at once: the pages of one subject, or an index with its pages by year. It is
not written before it is asked for, so that many can be written side by side, or not again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple

from gazette.model import BodyRecord, Corpus
from gazette.pages import (
    chronology,
    edition,
    home,
    lists,
    officials,
    problems,
    questions,
    release,
    rosters,
    search,
    topics,
)
from gazette.pages.site import Page, Serving, Site, build_site

INDEXES: tuple[tuple[str, str, Callable[[Site], Iterable[Page]]], ...] = (
    ("", "", home.render_home),
    ("releases/", "Releases", lists.render_list),
    ("chronology/", "Chronology", chronology.render_chronology),
    ("officials/", "Officials", rosters.render_list),
    ("topics/", "Topics", topics.render_list),
    ("questions/", "Open questions", questions.render_questions),
    ("data/", "Data", home.render_data),
    (problems.PROBLEMS, problems.TITLE, problems.render_problems),
    ("search/", "Search", search.render_search),
    ("edition/", "", edition.render_edition),
)
"""Address of each page that speaks of the whole record, its title where that is always the same, and what
writes it and its pages by year."""

SUBJECTS: tuple[tuple[str, Callable[[Site], Iterable[Any]], Callable[[Site, Any], Iterable[Page]]], ...] = (
    ("releases", lambda site: site.corpus.releases, release.render_release),
    ("chronology", chronology.years_of, chronology.render_year),
    ("events", lambda site: site.corpus.events, chronology.render_event),
    ("officials", lambda site: site.corpus.officials, officials.render_official),
    ("officials", rosters.rosters_of, rosters.render_roster),
    ("offices", lambda site: site.corpus.offices, officials.render_office),
    ("topics", lambda site: site.authority.topics.values(), topics.render_topic),
    ("topics", topics.years_of_topics, topics.render_year),
    ("terms", lambda site: site.authority.terms.values(), topics.render_term),
    ("terms", topics.years_of_terms, topics.render_year),
    (problems.PROBLEMS.rstrip("/"), problems.leaves_of, problems.render_leaf),
    ("questions", questions.leaves_of, questions.render_leaf),
    ("bodies", lambda site: issuing_bodies(site), lists.render_body),
)
"""Folder of the pages about each subject, the subjects, and what writes the pages of one."""


class Quire(NamedTuple):
    """The pages of one subject, of whichever state of the record."""

    address: str
    "Of the first page; those of its years lie below."
    render: Callable[..., Iterable[Page]]
    "Writes them of a site, and of the subject where there is one."
    subject: object = None
    "What the pages are about; None where that is the whole record."
    title: str = ""
    "Of the first page, where it is known before that is written."

    def write(self, site: Site) -> Iterable[Page]:
        """The pages, as they are in this site."""
        return self.render(site) if self.subject is None else self.render(site, self.subject)


def issuing_bodies(site: Site) -> Iterable[BodyRecord]:
    """The bodies of the authority file that have releases here."""
    bodies = site.authority.bodies
    return (bodies[id] for id in site.releases_of_body if id in bodies)


def plan_indexes(site: Site) -> tuple[Quire, ...]:
    """The pages that speak of the whole record, not yet written."""
    return tuple(
        Quire(address, render, None, title if address else site.serving.site_name)
        for address, title, render in INDEXES
    )


def plan_pages(site: Site) -> tuple[Quire, ...]:
    """Every page of the site, not yet written: indexes first."""
    quires = list(plan_indexes(site))
    for number, (folder, held, render) in enumerate(SUBJECTS):
        subjects = [*held(site)]
        make = partial(_quire, folder, render)
        ids = [subject.id for subject in subjects]
        quires += site.remembered.give_each(f"quires {number}", make, ids, subjects)
    return tuple(quires)


def _quire(folder: str, render: Callable[[Site, Any], Iterable[Page]], subject: Any) -> Quire:
    return Quire(f"{folder}/{subject.id}/", render, subject)


def render_pages(corpus: Corpus, serving: Serving | None = None) -> tuple[Page, ...]:
    """Every page of the site. Two calls with the same arguments give the same pages."""
    site = build_site(corpus, serving or Serving())
    return tuple(page for quire in plan_pages(site) for page in quire.write(site))
