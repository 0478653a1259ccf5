"""The list of officials, by country and name; of many, a page for each country.

Enters: the `Site`. Leaves: /officials/, and below it a page for each country, or for each initial where a
country has very many. By initials, since one official more then changes one page, not all that follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from gazette.authority import fold, slug
from gazette.corpus import sort_name
from gazette.model import OfficialFile
from gazette.pages.layout import lay_out
from gazette.pages.markup import Html, bullets, element, join, link
from gazette.pages.paging import sheet_steps
from gazette.pages.sheets import MOST_ON_A_SHEET, NEWEST, Leaf, Sheet, is_long, leaves
from gazette.pages.site import Page, Site
from gazette.pages.view import View, mark
from gazette.pages.wording import count

NO_COUNTRY = "Country not given"

OTHERS = "others"
"""Instead of an initial, where a name does not begin with a Latin letter."""


@dataclass(frozen=True, slots=True)
class Roster:
    """The officials of one country, or those of them with one initial."""

    country: str
    leaf: Leaf[OfficialFile]

    @property
    def id(self) -> str:
        """What its address has below /officials/."""
        return self.leaf.id


def rosters_of(site: Site) -> Sequence[Roster]:
    """The pages by country; none where all officials stand on one page."""
    officials = site.corpus.officials
    if not is_long(officials):
        return ()
    return site.remembered.give("rosters", (officials,), lambda: lay_rosters(officials))


def lay_rosters(officials: Sequence[OfficialFile]) -> tuple[Roster, ...]:
    """Officials by country, in their order, and by initial where there are very many of one country."""
    parts: list[tuple[str, Sheet[OfficialFile]]] = []
    taken = {file.id for file in officials}
    for country, group in groupby(officials, key=lambda file: file.country or ""):
        name, here = country or NO_COUNTRY, tuple(group)
        divided = {"": here}
        if len(here) > MOST_ON_A_SHEET:
            divided = {
                letter: tuple(named) for letter, named in groupby(sorted(here, key=initial), key=initial)
            }
        for letter, rows in divided.items():
            id = "-".join(filter(None, ("of", slug(country) if country else "no-country", letter.lower())))
            while id in taken:
                id += "-list"
            taken.add(id)
            label = f"{name}: {letter}" if letter else name
            parts.append((name, Sheet(f"officials/{id}/", label, rows)))
    countries, cut = zip(*parts, strict=True)
    return tuple(map(Roster, countries, leaves("officials/", cut)))


def initial(file: OfficialFile) -> str:
    """The capital Latin letter with which a name begins in a list, accents left out; else `OTHERS`.

    >>> initial(OfficialFile("a", "Élisabeth Borne", "France", "established", (), ()))
    'E'
    """
    first = fold(sort_name(file))[:1].upper()
    return first if "A" <= first <= "Z" else OTHERS


def render_list(site: Site) -> Iterable[Page]:
    """The page /officials/: by country, then by name; of many, the countries and who is named most often."""
    view = View(site, "officials/")
    officials = site.corpus.officials
    provisional = sum(1 for file in officials if file.standing == "provisional")
    lead = f"{count(len(officials), 'official')}, by country and name."
    if provisional:
        lead += f" {count(provisional, 'is', 'are')} not yet confirmed by an editor."
    rosters = rosters_of(site)
    parts = countries_and_most_named(view, rosters) if rosters else by_country(view, officials)
    yield lay_out(
        view,
        "officials",
        "Officials",
        *(parts or [element("p", "No officials yet.", class_="empty")]),
        description=lead,
        lead=lead,
    )


def by_country(view: View, officials: Iterable[OfficialFile]) -> list[Html]:
    """All officials under the names of their countries."""
    parts: list[Html] = []
    jumps: list[Html] = []
    for country, group in groupby(officials, key=lambda file: file.country or NO_COUNTRY):
        fragment = f"c{len(jumps) + 1}"
        jumps.append(link(f"#{fragment}", country))
        parts += [element("h2", country, id=fragment), lines(view, group)]
    return [bullets(jumps, class_="jumps"), *parts] if jumps[1:] else parts


def countries_and_most_named(view: View, rosters: Sequence[Roster]) -> list[Html]:
    """The countries, each with its pages; and the officials with most releases."""
    rows = []
    for country, group in groupby(rosters, key=lambda roster: roster.country):
        pages = [roster.leaf.sheet for roster in group]
        number = element("span", count(sum(len(sheet.rows) for sheet in pages), "official"), class_="how")
        if pages[1:]:
            initials = (view.page(p.address, p.label.removeprefix(f"{country}: ")) for p in pages)
            rows.append(join([country, " ", number, element("div", join(initials, " "), class_="initials")]))
        else:
            rows.append(join([view.page(pages[0].address, country), " ", number]))
    files = (file for roster in rosters for file in roster.leaf.sheet.rows)
    often = sorted(files, key=lambda file: (-len(file.appearances), file.name, file.id))[:NEWEST]
    return [
        element("h2", "By country", id="countries"),
        bullets(rows, class_="sheets"),
        element("h2", f"The {len(often)} named in most releases", id="often"),
        lines(view, often),
    ]


def render_roster(site: Site, roster: Roster) -> Iterable[Page]:
    """The officials of one country, or those of them with one initial."""
    view = View(site, roster.leaf.sheet.address)
    number = count(len(roster.leaf.sheet.rows), "official")
    back = view.page("officials/", "All countries")
    yield lay_out(
        view,
        "officials",
        f"Officials: {roster.leaf.sheet.label}",
        lines(view, roster.leaf.sheet.rows),
        sheet_steps(view, roster.leaf.later, roster.leaf.earlier, back, "Countries"),
        description=f"{roster.leaf.sheet.label}: {number}",
        lead=number,
    )


def lines(view: View, officials: Iterable[OfficialFile]) -> Html:
    """Officials, one line each."""
    rows = (view.line("official", file, official_line) for file in officials)
    return bullets(rows, class_="lines people-lines")


def official_line(view: View, file: OfficialFile) -> Html:
    """One line: name, latest office attested, number of releases."""
    doubt = mark("not yet confirmed", "provisional") if file.standing == "provisional" else ""
    latest = next((a.offices[0].value for _, a in reversed(file.appearances) if a.offices), None)
    return element(
        "div",
        element("p", view.official(file.id), " ", doubt, class_="what"),
        element("p", view.office(latest), class_="who") if latest else "",
        element("p", count(len(file.appearances), "release"), class_="how"),
        class_="said",
    )
