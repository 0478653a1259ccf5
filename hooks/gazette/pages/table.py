"""The kinds of pages, in the order in which they are written.

Enters: a `Corpus`. Leaves: every page of the site. A new kind of page is one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gazette.model import Corpus
from gazette.pages import chronology, edition, home, lists, officials, questions, release, search, topics
from gazette.pages.site import Page, Serving, Site, build_site

KINDS: tuple[Callable[[Site], Iterable[Page]], ...] = (
    home.render_home,
    lists.render_list,
    release.render_releases_one_by_one,
    chronology.render_chronology,
    chronology.render_events,
    officials.render_list,
    officials.render_officials,
    officials.render_offices,
    topics.render_list,
    topics.render_topics,
    topics.render_terms,
    lists.render_bodies,
    questions.render_questions,
    home.render_data,
    home.render_problems,
    search.render_search,
    edition.render_edition,
)


def render_pages(corpus: Corpus, serving: Serving | None = None) -> tuple[Page, ...]:
    """Every page of the site. Two calls with the same arguments give the same pages."""
    site = build_site(corpus, serving or Serving())
    return tuple(page for render in KINDS for page in render(site))
