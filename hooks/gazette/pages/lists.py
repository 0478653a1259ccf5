"""The lists of releases: all of them by year, and those of each issuing body.

Enters: the `Site`. Leaves: the page /releases/ and one page for each body.
A secondary source is never listed among the press releases: it has a section of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from gazette.model import BodyRecord, Release
from gazette.pages.layout import lay_out
from gazette.pages.markup import Html, bullets, definitions, element, join, link
from gazette.pages.site import Page, Site, filing_date
from gazette.pages.view import View, release_line
from gazette.pages.wording import count, plain, year_of


def by_year(releases: Iterable[Release]) -> dict[str, list[Release]]:
    """Releases by the year of filing, newest first; undated ones last."""
    found: dict[str, list[Release]] = defaultdict(list)
    for release in releases:
        found[year_of(filing_date(release)) or "Undated"].append(release)
    order = sorted((year for year in found if year != "Undated"), reverse=True)
    return {year: found[year][::-1] for year in (*order, "Undated") if year in found}


def year_sections(view: View, releases: Sequence[Release], level: int = 2, prefix: str = "y") -> Html:
    """A headed list for each year."""
    return join(
        join(
            [
                element(f"h{level}", year, id=f"{prefix}{year.lower()}"),
                bullets((release_line(view, release) for release in found), class_="lines"),
            ]
        )
        for year, found in by_year(releases).items()
    )


def render_list(site: Site) -> Iterable[Page]:
    """The page /releases/."""
    view = View(site, "releases/")
    issued = [release for release in site.corpus.releases if not release.is_secondary]
    secondary = [release for release in site.corpus.releases if release.is_secondary]
    years = list(by_year(issued))
    jumps = bullets((link(f"#y{year.lower()}", year) for year in years), class_="jumps") if years[1:] else ""
    lead = (
        f"{count(len(issued), 'release')}, by date of issue: press releases, read-outs and joint texts, as"
        " the bodies that acted issued them."
    )
    yield lay_out(
        view,
        "releases",
        "Releases",
        jumps,
        year_sections(view, issued) if issued else element("p", "No releases yet.", class_="empty"),
        secondary_section(view, secondary),
        description=f"{count(len(issued), 'release')} by year",
        lead=lead,
    )


def secondary_section(view: View, secondary: Sequence[Release]) -> Html:
    """Newspaper reports and other accounts at second hand, apart from the releases."""
    if not secondary:
        return Html("")
    return element(
        "section",
        element("h2", "Secondary sources", id="secondary-sources"),
        element("p", "Reports by others on the same events. They are not releases.", class_="lead"),
        bullets((release_line(view, release) for release in secondary[::-1]), class_="lines"),
        class_="secondary",
        aria_labelledby="secondary-sources",
    )


def render_bodies(site: Site) -> Iterable[Page]:
    """A page for each issuing body that has releases here."""
    for id, releases in site.releases_of_body.items():
        body = site.corpus.authority.bodies.get(id)
        if body:
            yield render_body(site, body, releases)


def render_body(site: Site, body: BodyRecord, releases: Sequence[Release]) -> Page:
    """The page of one issuing body."""
    view = View(site, f"bodies/{body.id}/")
    secondary = all(release.is_secondary for release in releases)
    facts = definitions(
        [
            ("Country", body.country or ""),
            ("Also printed as", "; ".join(body.variants)),
            ("Website", link(body.url, body.url, rel="external") if body.url else ""),
            ("Note", body.note),
        ],
        class_="origin",
    )
    banner = (
        element("p", "What it published stands here as secondary sources.", class_="banner banner-secondary")
        if secondary
        else ""
    )
    noun = "report" if secondary else "release"
    return lay_out(
        view,
        "body",
        body.name,
        banner,
        facts,
        year_sections(view, releases),
        description=f"{count(len(releases), noun)} of {body.name}",
        kicker=join([plain(body.kind), body.country], " · "),
    )
