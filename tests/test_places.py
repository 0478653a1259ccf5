"""Where pages stand: sources and addresses, and which quire makes a page."""

from __future__ import annotations

from gazette.pages import Quire
from places import (
    address_at,
    address_of_source,
    addresses_in,
    late_indexes,
    linked_addresses,
    path_of,
    quire_of,
    stray_notes,
)


def quire(address: str, title: str = "") -> Quire:
    return Quire(address, lambda: (), None, title)


QUIRES = {q.address: q for q in (quire(""), quire("officials/", "Officials"), quire("topics/rice/"))}


def test_an_index_lies_in_its_folder() -> None:
    sources = ("index.md", "about.md", "officials/README.md", "topics/rice.md")
    assert [address_of_source(source) for source in sources] == ["", "about/", "officials/", "topics/rice/"]
    assert path_of("about/") == "about/index.html" and path_of("") == "index.html"


def test_a_browser_may_name_the_file_of_a_page() -> None:
    paths = ("", "index.html", "about", "about/", "about/index.html")
    assert [address_at(path) for path in paths] == ["", "", "about/", "about/", "about/"]


def test_a_navigation_may_be_nested_and_name_what_is_no_page() -> None:
    nav = [{"Home": "index.md"}, {"People": [{"All": "officials/index.md"}, "about.md"]}, {"None": None}]
    assert list(addresses_in(nav)) == ["", "officials/", "about/"]


def test_links_lead_from_the_page_on_which_they_stand() -> None:
    text = (
        "See [rice](../topics/rice.md#p2), <index.md> and [a town](S%C3%A3o.md), not rice.mdx or notes.txt."
    )
    found = list(linked_addresses([("officials/hun.md", text)]))
    assert found == ["topics/rice/", "officials/", "officials/São/"]


def test_a_page_by_year_is_made_with_its_subject_or_the_index_above_it() -> None:
    assert quire_of(QUIRES, "topics/rice/2024/") is QUIRES["topics/rice/"]
    assert quire_of(QUIRES, "topics/rice/") is QUIRES["topics/rice/"]
    assert quire_of(QUIRES, "") is QUIRES[""]
    assert quire_of(QUIRES, "about/") is None, "the first page of all has no pages by year"
    assert quire_of(QUIRES, "topics/rice/2024/more/") is None, (
        "a page that is not there asks for none above it"
    )
    assert quire_of({"topics/rice/": QUIRES["topics/rice/"]}, "topics/ricecake/") is None


def test_an_index_is_late_unless_something_of_it_is_needed_now() -> None:
    assert late_indexes(QUIRES, ["officials/", "about/"]) == {"officials/"}
    assert late_indexes(QUIRES, ["officials/", "officials/2024/"]) == set()
    assert late_indexes(QUIRES, ["topics/rice/", ""]) == set(), "their titles are not known before"


def test_a_note_on_nothing_is_named() -> None:
    written = {"topics/rice/": "topics/rice.md", "topics/tea/": "topics/tea.md", "about/": "about.md"}
    assert stray_notes(written, QUIRES, {}) == ["docs/topics/tea.md"]
