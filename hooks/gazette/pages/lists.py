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
from gazette.pages.paging import sheet_links, sheet_steps
from gazette.pages.sheets import NEWEST, UNDATED, beside, is_long, sheets
from gazette.pages.site import Page, Site, filing_date
from gazette.pages.view import View, release_line
from gazette.pages.wording import count, plain, year_of


def by_year(releases: Iterable[Release]) -> dict[str, list[Release]]:
    """Releases by the year of filing, newest first; undated ones last."""
    found: dict[str, list[Release]] = defaultdict(list)
    for release in releases:
        found[year_of(filing_date(release)) or UNDATED].append(release)
    order = sorted((year for year in found if year != UNDATED), reverse=True)
    return {year: found[year][::-1] for year in (*order, UNDATED) if year in found}


def year_sections(view: View, releases: Sequence[Release], level: int = 2, prefix: str = "y") -> Html:
    """A headed list for each year."""
    return join(
        join(
            [
                element(f"h{level}", year, id=f"{prefix}{year.lower()}"),
                bullets((view.line("release", release, release_line) for release in found), class_="lines"),
            ]
        )
        for year, found in by_year(releases).items()
    )


def render_list(site: Site) -> Iterable[Page]:
    """The page /releases/, and one for each year when they are too many for one page."""
    view = View(site, "releases/")
    issued = [release for release in site.corpus.releases if not release.is_secondary]
    secondary = [release for release in site.corpus.releases if release.is_secondary]
    lead = (
        f"{count(len(issued), 'release')}, by date of issue: press releases, read-outs and joint texts, as"
        " the bodies that acted issued them."
    )
    pages, listed = divided(view, "Releases", "releases/", issued)
    second_pages, second_listed = divided(
        view, "Secondary sources", "releases/secondary-", secondary, "secondary-", back="secondary-sources"
    )
    yield lay_out(
        view,
        "releases",
        "Releases",
        listed or element("p", "No releases yet.", class_="empty"),
        secondary_section(second_listed),
        description=f"{count(len(issued), 'release')} by year",
        lead=lead,
    )
    yield from pages
    yield from second_pages


def divided(
    view: View,
    title: str,
    base: str,
    releases: Sequence[Release],
    prefix: str = "y",
    back: str = "",
) -> tuple[list[Page], Html]:
    """A list of releases for the page of `view`; when it is long, its newest and pages for the years."""
    if not is_long(releases):
        years = list(by_year(releases))
        jumps = (
            bullets((link(f"#{prefix}{y.lower()}", y) for y in years), class_="jumps") if years[3:] else ""
        )
        return [], join([jumps, year_sections(view, releases, prefix=prefix, level=3 if back else 2)])
    taken = {f"releases/{id}/" for id in view.site.releases}
    parts = sheets(base, releases[::-1], lambda release: view.site.shelfmarks[release.id].year, taken)
    newest = [release for sheet in parts if sheet.label != UNDATED for release in sheet.rows][:NEWEST]
    level = "h3" if back else "h2"
    listed = join(
        [
            element(level, "By year", id=f"{prefix}years"),
            sheet_links(view, parts, "release"),
            element(level, f"The newest {len(newest)}", id=f"{prefix}newest"),
            bullets((view.line("release", release, release_line) for release in newest), class_="lines"),
        ]
    )
    pages = []
    for place, sheet in enumerate(parts):
        inside = View(view.site, sheet.address)
        whole = link(inside.to(view.address, back), f"All: {title.lower()}" if back else title)
        pages.append(
            lay_out(
                inside,
                "releases",
                f"{title}: {sheet.label}",
                bullets(
                    (inside.line("release", release, release_line) for release in sheet.rows), class_="lines"
                ),
                sheet_steps(inside, *beside(parts, place), whole, "Years"),
                description=f"{title}, {sheet.label}: {count(len(sheet.rows), 'text')}",
                lead=count(len(sheet.rows), "text"),
            )
        )
    return pages, listed


def secondary_section(listed: Html) -> Html:
    """Newspaper reports and other accounts at second hand, apart from the releases."""
    if not listed:
        return Html("")
    return element(
        "section",
        element("h2", "Secondary sources", id="secondary-sources"),
        element("p", "Reports by others on the same events. They are not releases.", class_="lead"),
        listed,
        class_="secondary",
        aria_labelledby="secondary-sources",
    )


def render_body(site: Site, body: BodyRecord) -> Iterable[Page]:
    """The page of one issuing body that has releases here, and one for each year when it issued very much."""
    releases = site.releases_of_body[body.id]
    view = View(site, f"bodies/{body.id}/")
    pages, listed = divided(view, body.name, view.address, releases)
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
    yield lay_out(
        view,
        "body",
        body.name,
        banner,
        facts,
        listed,
        description=f"{count(len(releases), noun)} of {body.name}",
        kicker=join([plain(body.kind), body.country], " · "),
    )
    yield from pages
