"""The finding aid and the pages about the record itself: what is here, how to cite it, what is open.

Enters: the `Site`. Leaves: / and /data/.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from gazette.exports import describe_files
from gazette.pages.chronology import events_by_year
from gazette.pages.citation import chicago
from gazette.pages.editing import problem_hint
from gazette.pages.layout import lay_out, section
from gazette.pages.markup import Html, bullets, element, join, link, table
from gazette.pages.site import Page, Site
from gazette.pages.topics import number_of
from gazette.pages.view import View, release_line
from gazette.pages.wording import count, size

NEWEST = 5
MOST_OFTEN = 12


def render_home(site: Site) -> Iterable[Page]:
    """The first page: joined with what people wrote in docs/index.md."""
    view = View(site, "")
    held = holdings(site)
    yield lay_out(
        view,
        "home",
        site.serving.site_name,
        problem_hint(view),
        figures(view),
        newest(view),
        element("div", years(view), officials(view), topics(view), class_="columns"),
        what_is_open(view),
        how_to_cite(view),
        description=held,
    )


def holdings(site: Site) -> str:
    """What is here, in one sentence."""
    issued = [release for release in site.corpus.releases if not release.is_secondary]
    secondary = len(site.corpus.releases) - len(issued)
    known = {year for release in issued if (year := site.shelfmarks[release.id].year)}
    first, last = min(known, default=""), max(known, default="")
    span = f", {first}–{last}" if first != last else f", {first}" if known else ""
    beside = f" and {count(secondary, 'secondary source')}" if secondary else ""
    return f"{count(len(issued), 'release')}{span}{beside}"


def figures(view: View) -> Html:
    """The size of the record, each figure leading to its list."""
    corpus = view.site.corpus
    secondary = sum(1 for release in corpus.releases if release.is_secondary)
    shown = [
        ("releases/", len(corpus.releases) - secondary, "releases"),
        ("chronology/", len(corpus.events), "events"),
        ("officials/", len(corpus.officials), "officials"),
        ("topics/", len(view.site.topics), "topics"),
    ]
    rows = (
        view.page(address, element("strong", f"{number:,}"), " ", words[:-1] if number == 1 else words)
        for address, number, words in shown
    )
    return bullets(rows, class_="figures")


def newest(view: View) -> Html:
    """The releases issued last; secondary sources stand on their own list."""
    issued = [release for release in view.site.corpus.releases if not release.is_secondary]
    latest = sorted(issued[::-1], key=lambda release: view.site.shelfmarks[release.id].is_undated)
    rows = bullets((release_line(view, release) for release in latest[:NEWEST]), class_="lines")
    everything = element(
        "p", view.page("releases/", "All releases and secondary sources"), class_="more-link"
    )
    body = rows or element("p", "No releases yet.", class_="empty")
    return join([element("h2", "Newest releases", id="newest"), body, everything])


def years(view: View) -> Html:
    """The chronology by year."""
    rows = (
        join(
            [
                view.page(f"chronology/{year}/", year),
                " ",
                element("span", count(len(events), "event"), class_="how"),
            ]
        )
        for year, events in events_by_year(view.site.corpus.events).items()
        if year
    )
    return column(
        "Chronology", "chronology", bullets(rows, class_="plain"), view.page("chronology/", "All years")
    )


def officials(view: View) -> Html:
    """Officials who appear most often."""
    files = sorted(view.site.corpus.officials, key=lambda file: (-len(file.appearances), file.name))
    rows = (
        join([view.official(file.id), " ", element("span", file.country or "", class_="how")])
        for file in files[:MOST_OFTEN]
    )
    return column(
        "Officials", "officials", bullets(rows, class_="plain"), view.page("officials/", "All officials")
    )


def topics(view: View) -> Html:
    """Topics with most passages."""
    give = view.site.remembered.give
    topics = view.site.topics.items()
    often = {id: give(("passages", id), (found,), partial(number_of, found)) for id, found in topics}
    rows = (
        join([view.topic(id), " ", element("span", number, class_="how")])
        for id, number in sorted(often.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_OFTEN]
    )
    return column("Topics", "topics", bullets(rows, class_="plain"), view.page("topics/", "All topics"))


def what_is_open(view: View) -> Html:
    """Contradictions and missing texts, in one sentence that leads to them."""
    asked, wanted = len(view.site.questions), len(view.site.wanted)
    lacking = count(wanted, "text or meeting", "texts or meetings")
    words = (
        f"{count(asked, 'point')} on which releases differ, and {lacking} that they speak of and the record"
        " lacks."
    )
    more = element("p", view.page("questions/", "Open questions and wanted texts"), class_="more-link")
    return section("What is open", "open", join([element("p", words), more]))


def column(title: str, id: str, rows: Html, more: Html) -> Html:
    """One of the ways into the record."""
    body = rows or element("p", "Nothing yet.", class_="empty")
    return element(
        "section",
        element("h2", title, id=id),
        body,
        element("p", more, class_="more-link"),
        aria_labelledby=id,
    )


def how_to_cite(view: View) -> Html:
    """How a release is cited, shown on the newest one."""
    site = view.site
    words = (
        "Every release has a citation and a permanent address; every paragraph has a number that is part of"
        " its address. What was worked out rather than read stands in brackets or is marked as inferred."
    )
    example = Html("")
    issued = [release for release in site.corpus.releases if not release.is_secondary]
    if issued:
        reference = site.reference(issued[-1])
        linked = link(view.to(f"releases/{issued[-1].id}/"), reference.address)
        example = element("p", chicago(reference), linked, ".", class_="citation")
    data = element(
        "p", "Everything shown here can also be taken away: ", view.page("data/", "the data files"), ".",
    )  # fmt: skip
    return join([element("h2", "How to cite", id="cite"), element("p", words), example, data])


# --- data and open questions ---------------------------------------------------------------------


def render_data(site: Site) -> Iterable[Page]:
    """The page that lists the files for other programs."""
    view = View(site, "data/")
    sizes = {path: octets for path, octets in site.serving.data_files if path.startswith("data/")}
    notes = [note for note in describe_files(site.corpus) if note.path in sizes]
    rows = [
        (
            link(view.to(note.path), element("code", note.path.rpartition("/")[2])),
            note.title,
            note.holds,
            size(sizes[note.path]),
        )
        for note in notes
    ]
    named = {note.path for note in notes}
    rows += [
        (link(view.to(path), element("code", path.rpartition("/")[2])), "", Html(""), size(octets))
        for path, octets in sizes.items()
        if path not in named
    ]
    head = ["File", "Title", "What it holds"]
    if any(sizes.values()):  # while pages are served, nobody knows them
        head.append("Size")
    files = (
        table("Files that other programs may read", head, (row[: len(head)] for row in rows))
        if rows
        else element("p", "No files yet.", class_="empty")
    )
    count_open = len(site.corpus.problems)
    yield lay_out(
        view,
        "data",
        "Data",
        files,
        element("h2", "Each release on its own", id="each"),
        element(
            "p",
            "Beside the page of a release lie ",
            element("code", "raw.txt"),
            ", the file as received, byte for byte (of a web page, Word file or PDF the text that was read,"
            " beside it), and ",
            element("code", "release.md"),
            ", the normalised text with its facts as front matter; ",
            element("code", "release.bib"),
            ", ",
            element("code", "release.ris"),
            " and ",
            element("code", "release.csl.json"),
            ", its citation. Beside the pages of officials and topics lie feeds of their own.",
        ),
        element("h2", "What is open", id="open"),
        element(
            "p",
            view.page("questions/", "Open questions and wanted texts"),
            "; ",
            view.page("data/problems/", f"{count(count_open, 'doubt')} that an editor could settle"),
            ".",
        ),
        description="Files of the record for other programs",
        lead=(
            "The same record for other programs. Every value that was read from a text comes with its words,"
            " its paragraph and how sure it is."
        ),
    )
