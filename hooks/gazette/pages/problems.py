"""What an editor could settle: every doubt about a single reading, each with the line to write.

Enters: the `Site`. Leaves: /data/problems/; where there are very many, the gravest there and the others on
pages by the year of the release. Must not be known here: how a problem is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from gazette.apparatus import look_up
from gazette.model import Problem
from gazette.pages.asked import QUESTIONS
from gazette.pages.layout import lay_out, section
from gazette.pages.markup import Html, bullets, element, join
from gazette.pages.paging import sheet_links, sheet_steps
from gazette.pages.sheets import MOST_ON_ONE_PAGE, Leaf, Sheet, is_long, leaves, sheets
from gazette.pages.site import Page, Site
from gazette.pages.view import View, cure_of
from gazette.pages.wording import count

PROBLEMS = "data/problems/"

TITLE = "Doubts about single readings"

LEAD = "What the texts leave open, contradict or do not give, each with the line that would settle it."

Doubt = tuple[str, Problem]
"""The release whose raw file it stands in, "" where that is another file; and the problem."""


def doubts_of(site: Site) -> tuple[Doubt, ...]:
    """All problems, by file."""
    corpus, ids = site.corpus, look_up(site.corpus).ids

    def find() -> tuple[Doubt, ...]:
        of_path = {release.raw.path: release.id for release in corpus.releases}
        return tuple((of_path.get(problem.path, ""), problem) for problem in corpus.problems)

    return site.remembered.give("doubts", (corpus.problems, ids), find)


def sheets_of(site: Site) -> tuple[Sheet[Doubt], ...]:
    """The pages by year; none where all problems stand on one page."""
    doubts, marks = doubts_of(site), site.shelfmarks
    if not is_long(doubts):
        return ()

    def cut() -> tuple[Sheet[Doubt], ...]:
        return sheets(
            PROBLEMS,
            doubts,
            lambda doubt: marks[doubt[0]].year if doubt[0] else None,
            otherwise="Other files, and undated texts",
        )

    return site.remembered.give("doubts by year", (doubts, marks), cut)


def leaves_of(site: Site) -> Iterable[Leaf[Doubt]]:
    """Each page by year, with its neighbours."""
    return leaves(PROBLEMS, sheets_of(site))


def render_problems(site: Site) -> Iterable[Page]:
    """Everything that an editor could settle; of very much, what ends a strict build, and the years."""
    view = View(site, PROBLEMS)
    doubts, parts = doubts_of(site), sheets_of(site)
    if parts:
        grave = [doubt for doubt in doubts if doubt[1].severity != "notice"]
        shown = grave[:MOST_ON_ONE_PAGE]
        more = f"The first {len(shown)} of {len(grave):,}." if grave[len(shown) :] else ""
        body = [
            section("By year", "years", sheet_links(view, parts, "doubt")),
            section(
                "Errors and warnings",
                "grave",
                join([element("p", more, class_="how") if more else "", *by_file(view, shown, "h3")]),
            ),
        ]
    else:
        body = by_file(view, doubts)
    yield lay_out(
        view,
        "data",
        TITLE,
        *(body or [element("p", "Nothing is open.", class_="empty")]),
        description=count(len(doubts), "doubt"),
        kicker=kicker(view),
        lead=LEAD,
    )


def render_leaf(site: Site, leaf: Leaf[Doubt]) -> Iterable[Page]:
    """What an editor could settle in the releases of one year."""
    view = View(site, leaf.sheet.address)
    number = count(len(leaf.sheet.rows), "doubt")
    yield lay_out(
        view,
        "data",
        f"{TITLE}: {leaf.sheet.label}",
        *by_file(view, leaf.sheet.rows),
        sheet_steps(view, leaf.later, leaf.earlier, view.page(PROBLEMS, "All doubts"), "Years"),
        description=f"{leaf.sheet.label}: {number}",
        kicker=kicker(view),
        lead=f"{number}. {LEAD}",
    )


def kicker(view: View) -> Html:
    """What stands above the title of these pages."""
    return join([view.page(QUESTIONS, "Open questions"), view.page("data/", "Data")], " · ")


def by_file(view: View, doubts: Sequence[Doubt], level: str = "h2") -> list[Html]:
    """Problems below the releases or files in which they stand."""
    parts: list[Html] = []
    for (release, path), of_file in groupby(doubts, key=lambda doubt: (doubt[0], doubt[1].path)):
        name = view.release(view.site.releases[release]) if release else element("code", path)
        parts += [
            element(level, name, class_="file"),
            bullets((problem_line(problem) for _, problem in of_file), class_="problems"),
        ]
    return parts


def problem_line(problem: Problem) -> Html:
    """One problem: where, what, and how to settle it."""
    return join(
        [
            element(
                "code", f"{problem.path}:{problem.line}" if problem.line else problem.path, class_="where"
            ),
            element("p", problem.message),
            cure_of(problem),
        ]
    )
