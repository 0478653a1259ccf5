"""The page of the edition: what the record holds, what came since, how it is cited, verified, taken away.

Enters: the `Site`, with the bundle that a hosted site offers. Leaves: /edition/.
In a folder on disk the page is that of the bundle itself. Must not be known here: how one is made, the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from gazette.authority import Standing
from gazette.exports.edition import HOLDINGS, NOTE, SUMS, bundle_name, cite_edition, edition_name, standing
from gazette.model import Edition
from gazette.pages.layout import lay_out, section
from gazette.pages.markup import Html, bullets, definitions, element, join, link, table
from gazette.pages.site import Page, Site
from gazette.pages.view import View, mark, release_line
from gazette.pages.wording import count, plain, say_date, size

ADDRESS = "edition/"

MOST = 200
"""Names of one kind that are listed; the file of holdings has all of them."""


def render_edition(site: Site) -> Iterable[Page]:
    """The one page."""
    view = View(site, ADDRESS)
    here = standing(site.corpus)
    yield lay_out(
        view,
        "edition",
        edition_name(here),
        holds(view),
        section(since(here), "since", came(view, here)),
        section("Take it away", "bundle", offer(view, here)),
        section("How to cite this edition", "cite", cite(view, here)),
        section("How to verify it", "verify", verify(view, here)),
        section("Editions", "editions", editions(view)),
        description=f"{site.serving.site_name}, {edition_name(here)}",
        kicker=site.serving.site_name,
        lead=lead(here),
    )


def lead(here: Standing) -> str:
    """When it was made, and what an editor says of it."""
    if here.edition:
        return " ".join(filter(None, (f"{say_date(here.edition.date)}.", here.edition.note)))
    before = f"since edition {here.last.number}" if here.last else "yet"
    return (
        f"No edition describes the record as it stands here: it has changed {before}."
        if here.last
        else "This record has no edition yet."
    ) + " What is shown may change before it is given a number."


def holds(view: View) -> Html:
    """The size of the record in a line."""
    corpus = view.site.corpus
    second = sum(release.is_secondary for release in corpus.releases)
    beside = f" and {count(second, 'secondary source')}" if second else ""
    return element(
        "p",
        join(
            [
                view.page("releases/", f"{count(len(corpus.releases) - second, 'release')}{beside}"),
                view.page("officials/", count(len(corpus.officials), "official")),
                view.page("chronology/", count(len(corpus.events), "event")),
            ],
            " · ",
        ),
    )


def since(here: Standing) -> str:
    """Heading of what came."""
    return f"Since edition {here.last.number}" if here.last else "What came first"


def came(view: View, here: Standing) -> Html:
    """What came and went since the edition before."""
    accruals = here.accruals
    if not accruals:
        return element("p", "Nothing came or went.", class_="empty")
    of_path = {r.raw.path.removeprefix("seeds/"): r for r in view.site.corpus.releases}
    new = frozenset(accruals.received)
    received = [name for name in of_path if name in new]  # in the order of the record
    second = [name for name in received if of_path[name].is_secondary]
    issued = [name for name in received if not of_path[name].is_secondary]

    def release(name: str) -> Html:
        found = of_path.get(name)
        return release_line(view, found) if found else element("code", name)

    def corrected(name: str) -> Html:
        return correction(view, name)

    def bare(name: str) -> Html:
        return element("code", name)

    kinds = (
        ("Releases received", issued, release, "lines"),
        ("Secondary sources received", second, release, "lines"),
        ("Received anew, with other bytes", accruals.replaced, release, "lines"),
        ("Corrections", accruals.corrections, corrected, "plain"),
        ("Withdrawn", accruals.withdrawn, bare, "plain"),
    )
    return join(group(view, *kind) for kind in kinds if kind[1])


def group(view: View, title: str, names: Sequence[str], row: Callable[[str], Html], class_: str) -> Html:
    """One kind of change: its first names, and where the rest stands."""
    rows = bullets(map(row, names[:MOST]), class_=class_)
    more = f"And {len(names) - MOST:,} more; "
    rest = element("p", more, file_link(view, HOLDINGS, "the list of holdings"), " has all.")
    return join(
        [element("h3", f"{title} ({len(names):,})"), rows, rest if names[MOST:] else ""],
    )


def correction(view: View, name: str) -> Html:
    """A correction: of what, and in which release."""
    id, _, said = name.rpartition("#")
    field, _, of = said.partition(":")
    release = view.site.releases.get(id)
    where = view.release(release) if release else element("code", id)
    second = [" ", mark("secondary source", "secondary")] if release and release.is_secondary else []
    about = f" ({of.replace(':', ', ')})" if of else ""
    return join([plain(field), about, " of ", where, *second])


def file_link(view: View, path: str, words: str) -> Html:
    """Link to a file of the site, or its bare words where the site has no such file."""
    return link(view.to(path), words) if path in view.site.files else join([words])


def offer(view: View, here: Standing) -> Html:
    """The bundle that a hosted site hands out, or how it is made; in the bundle itself there is none."""
    serving = view.site.serving
    if serving.page_name:
        words = (
            "This is the whole record in a folder: pages, search, data and raw files. It needs no network."
        )
        return element("p", words, " ", file_link(view, NOTE, NOTE), " says the same without a browser.")
    bundle = serving.bundle
    if bundle is None:
        return element(
            "p",
            "The whole record fits into one zip file that is read without a network. None lies here; ",
            element("code", "make bundle"),
            " makes it from the sources, as ",
            element("code", bundle_name(serving.site_name, here)),
            ".",
        )
    rows = (
        ("File", link(view.to(f"{ADDRESS}{bundle.name}"), bundle.name, download=True)),
        ("Size", size(bundle.octets)),
        ("SHA-256", element("code", bundle.sha256, class_="digest")),
    )
    return join(
        [
            element(
                "p",
                "The whole record in one zip file: pages, search, data and raw files. Unpack it, then open ",
                element("code", "index.html"),
                " in a browser. It needs no network.",
            ),
            definitions(rows, class_="card"),
        ]
    )


def cite(view: View, here: Standing) -> Html:
    """The reference to the edition, and how a release is cited from it."""
    serving = view.site.serving
    day = say_date(here.edition.date) if here.edition else ""
    home = serving.site_url
    name = edition_name(here)
    return join(
        [
            element("p", cite_edition(serving.site_name, here, day, home), class_="citation"),
            element(
                "p",
                "A release is cited as its own page says, with the edition after the name of the record: ",
                element("q", f"{serving.site_name}, {name[:1].lower()}{name[1:]}"),
                ".",
            ),
        ]
    )


def verify(view: View, here: Standing) -> Html:
    """How a reader, now or in ten years, makes sure that nothing was changed."""
    serving, bundle = view.site.serving, view.site.serving.bundle
    first: list[object] = []
    if bundle and not serving.page_name:
        first = [
            element("p", "The file that was downloaded, against the digest above:"),
            element("pre", element("code", f"sha256sum {bundle.name}")),
        ]
    return join(
        [
            *first,
            element("p", "In the unpacked folder, every file against its digest, on Linux and on macOS:"),
            element("pre", element("code", f"sha256sum -c {SUMS}\nshasum -a 256 -c {SUMS}")),
            element(
                "p", "On Windows, one file, to be compared with its line in ", element("code", SUMS), ":"
            ),
            element("pre", element("code", "certutil -hashfile index.html SHA256")),
            element(
                "p",
                "The raw files and corrections that this edition holds are ",
                file_link(view, HOLDINGS, "listed with their digests"),
                ". The SHA-256 of that list stands in the register of editions: ",
                element("code", here.holds, class_="digest"),
            ),
        ]
    )


def editions(view: View) -> Html:
    """All editions, the latest first."""
    known = view.site.authority.editions
    if not known:
        return Html("")
    rows = [(str(e.number), say_date(e.date), tally(e), e.note) for e in reversed(known)]
    return table("Numbered states of this record", ("Edition", "Date", "What came", "Note"), rows)


def tally(edition: Edition) -> str:
    """What came with an edition, counted."""
    return ", ".join(_counts(edition)) or "nothing"


def _counts(edition: Edition) -> Iterator[str]:
    if edition.received:
        yield count(len(edition.received), "text")
    if edition.corrections:
        yield count(len(edition.corrections), "correction")
    if edition.withdrawn:
        yield f"{len(edition.withdrawn):,} withdrawn"


__all__ = ["ADDRESS", "render_edition"]
