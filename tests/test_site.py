"""The built site: no warning, every link leads somewhere, nothing is loaded from elsewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from gazette.assemble import assemble
from support import ROOT, SEEDS, Build

LOADING = {
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("source", "srcset"),
    ("img", "srcset"),
    ("video", "src"),
    ("audio", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("form", "action"),
    ("use", "href"),
}
"""Tags and attributes by which a page loads something."""

LOADING_RELATIONS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "preconnect",
    "dns-prefetch",
    "manifest",
    "prefetch",
}


class Reader(HTMLParser):
    """Links, loads and anchors of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: list[str] = []
        self.headings = 0
        self.title = ""
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag links, loads and names."""
        given = {key: value or "" for key, value in attrs}
        self.anchors += [given[key] for key in ("id",) if key in given]
        self.anchors += [given["name"]] if tag == "a" and "name" in given else []
        if tag in ("a", "area") and "href" in given:
            self.links.append(given["href"])
        if tag == "link" and set(given.get("rel", "").split()) & LOADING_RELATIONS:
            self.loads.append(given.get("href", ""))
        self.loads += [given[key] for key in given if (tag, key) in LOADING]
        self.headings += tag == "h1"
        if tag == "html":
            self.language = given.get("lang", "")


@cache
def pages(folder: Path) -> dict[str, Reader]:
    """Every page of a built site by its path."""
    found = {}
    for path in sorted(folder.rglob("*.html")):
        reader = Reader()
        reader.feed(path.read_text("utf-8"))
        found[path.relative_to(folder).as_posix()] = reader
    return found


def is_outside(address: str) -> bool:
    """Whether an address names another host."""
    parts = urlsplit(address)
    return parts.scheme in ("http", "https", "ws", "wss", "ftp") or address.startswith("//")


def broken_links(folder: Path, explicit: bool) -> Iterator[str]:
    """Internal links and loads that lead nowhere; `explicit` where no server adds index.html."""
    found = pages(folder)
    for name, reader in found.items():
        if name == "404.html":
            continue
        for address in (*reader.links, *reader.loads):
            parts = urlsplit(address)
            if is_outside(address) or parts.scheme in ("mailto", "tel", "data", "javascript"):
                continue
            path = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
                if parts.path
                else name
            )
            if path.startswith("/") or path.startswith(".."):
                yield f"{name}: {address} leaves the site"
                continue
            if (folder / path).is_dir():
                if explicit:
                    yield f"{name}: {address} is a folder"
                path = posixpath.normpath(posixpath.join(path, "index.html"))
            if not (folder / path).is_file():
                yield f"{name}: {address} is not there"
            elif parts.fragment and path.endswith(".html"):
                anchor = unquote(parts.fragment).partition(":~:")[0]
                if anchor and anchor not in found[path].anchors:
                    yield f"{name}: {address} has no such place"


def test_the_build_says_no_warning(site: Build) -> None:
    assert site.status == 0, site.said
    assert not re.search(r"WARNING|ERROR|Traceback|Deprecat", site.said), site.said


def test_every_link_and_anchor_leads_somewhere(site: Build) -> None:
    assert list(broken_links(site.folder, explicit=False)) == []
    assert sum(len(r.links) for r in pages(site.folder).values()) > 500


def test_every_link_works_from_a_folder(folder_site: Build) -> None:
    assert folder_site.status == 0, folder_site.said
    assert list(broken_links(folder_site.folder, explicit=True)) == []


def test_nothing_is_loaded_from_outside(site: Build) -> None:
    loads = {a for reader in pages(site.folder).values() for a in reader.loads if is_outside(a)}
    assert loads == set()
    for path in site.folder.rglob("*.css"):
        assert not re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", path.read_text("utf-8")), path


def test_anchors_are_unique(site: Build) -> None:
    twice = {
        name: sorted({a for a in r.anchors if r.anchors.count(a) > 1})
        for name, r in pages(site.folder).items()
        if len(set(r.anchors)) != len(r.anchors)
    }
    assert twice == {}


def test_every_page_has_one_heading_and_a_language(site: Build) -> None:
    pages_of_record = {n: r for n, r in pages(site.folder).items() if n != "404.html"}
    assert {n: r.headings for n, r in pages_of_record.items() if r.headings != 1} == {}
    assert [n for n, r in pages_of_record.items() if not r.language] == []


@pytest.mark.parametrize(
    "address",
    [
        "",
        "releases/",
        "chronology/",
        "officials/",
        "topics/",
        "data/",
        "about/",
        "contributing/",
        "changelog/",
    ],
)
def test_the_addresses_of_the_plan_exist(site: Build, address: str) -> None:
    assert (site.folder / address / "index.html").is_file()


def test_every_value_of_the_record_has_its_page(site: Build) -> None:
    corpus = assemble(ROOT)
    addresses = [f"releases/{r.id}" for r in corpus.releases]
    addresses += [f"officials/{o.id}" for o in corpus.officials]
    addresses += [f"offices/{o.id}" for o in corpus.offices]
    addresses += [f"events/{e.id}" for e in corpus.events]
    addresses += [f"topics/{s.id}" for r in corpus.releases for s in r.topics]
    assert sorted({a for a in addresses if not (site.folder / a / "index.html").is_file()}) == []


def test_every_paragraph_can_be_cited(site: Build) -> None:
    for release in assemble(ROOT).releases:
        anchors = pages(site.folder)[f"releases/{release.id}/index.html"].anchors
        assert [f"p{b.paragraph}" for b in release.anatomy.body() if f"p{b.paragraph}" not in anchors] == []


def test_raw_files_are_published_byte_for_byte(site: Build) -> None:
    for path in SEEDS:
        assert (
            site.folder / "releases" / path.parent.name / path.stem / "raw.txt"
        ).read_bytes() == path.read_bytes()
        assert (site.folder / "releases" / path.parent.name / path.stem / "release.md").is_file()


REPORT = "newspaper/2023-12-inter-ministerial-meeting"
ENTRY = re.compile(r"<(li|tr)\b[^>]*>(?:(?!<(?:li|tr)\b).)*?</\1>", re.S)
QUOTED = re.compile(r"<(blockquote|q|details)\b.*?</\1>", re.S)


def test_a_newspapers_report_is_never_listed_as_a_press_release(site: Build) -> None:
    """Wherever a line of a list leads to it, the line says that it is a secondary source."""
    listed, unmarked = 0, []
    for path in sorted(site.folder.rglob("*.html")):
        for found in ENTRY.finditer(path.read_text("utf-8")):
            if re.search(rf'href="[^"]*{REPORT}/(index\.html)?"', found[0]):
                words = re.sub("<[^>]*>", " ", QUOTED.sub("", found[0]))
                listed += 1
                if "secondary source" not in words or re.search("press[ -]release", words, re.I):
                    unmarked.append(f"{path.relative_to(site.folder)}: {' '.join(words.split())}")
    page = (site.folder / "releases" / REPORT / "index.html").read_text("utf-8")
    assert "secondary source" in page.lower()
    assert listed > 5 and unmarked == []


def test_the_rights_are_said(site: Build) -> None:
    about = (site.folder / "about" / "index.html").read_text("utf-8")
    assert "rights" in about.lower()


def test_the_data_files_are_there(site: Build) -> None:
    for name in (
        "releases.json",
        "officials.csv",
        "events.json",
        "topics.csv",
        "feed.xml",
        "feed.json",
        "record.ics",
    ):
        assert (site.folder / "data" / name).stat().st_size > 100
