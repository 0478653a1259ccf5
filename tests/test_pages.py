"""Pages made from values: nothing is lost, nothing becomes markup, every link leads somewhere."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote, urldefrag, urljoin

import pytest

import factory
from effort import count_calls
from gazette.authority import slug
from gazette.exports.citations import reference_of, render_citations
from gazette.model import Authority, Corpus, OfficialFile, When
from gazette.pages import Page, Serving, render_pages
from gazette.pages.drawing import Place, Row, draw
from gazette.pages.markup import Html, element, join, language_of, link
from gazette.pages.passages import marked_text, without_overlaps
from gazette.pages.site import build_site
from gazette.pages.table import plan_pages
from gazette.pages.view import View, marked_excerpt
from gazette.pages.wording import precision, say_date, say_when

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
CLOSES_P = {
    "blockquote",
    "details",
    "div",
    "dl",
    "h1",
    "h2",
    "h3",
    "h4",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
}


class Reader(HTMLParser):
    """Reads a page strictly: elements nest, ids are unique, no paragraph holds a block."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        assert len(attributes) == len(attrs), f"an attribute twice: {tag} {attrs}"
        assert not ("p" in self.open and tag in CLOSES_P), f"<{tag}> inside <p>: {self.open}"
        assert not (tag == "a" and "a" in self.open), "a link inside a link"
        self.elements.append((tag, attributes))
        if attributes.get("id"):
            self.ids.append(attributes["id"] or "")
        if tag == "a":
            self.links.append(attributes["href"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    def classes(self) -> set[str]:
        return {name for _, a in self.elements for name in (a.get("class") or "").split()}


def read(page: Page) -> Reader:
    return Reader(page.head + page.html)


def pages_of(corpus: Corpus, **serving: object) -> dict[str, Page]:
    return {page.address: page for page in render_pages(corpus, Serving(**serving))}  # type: ignore[arg-type]


RECORD = factory.corpus(factory.meeting(), factory.report(), factory.bare(), factory.hostile())
HARBOUR = "releases/norland/2021-05-06-harbour/"
FORUM = "events/norland-2021-05-06-harbour-p5/"


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return pages_of(RECORD)


# --- every page ----------------------------------------------------------------------------------


@pytest.mark.parametrize("page_name", ["", "index.html"])
def test_every_link_inside_the_site_resolves(page_name: str) -> None:
    files = (("data/releases.json", 10), ("data/feed.xml", 2048))
    found = pages_of(RECORD, page_name=page_name, data_files=files)
    anchors = {address: set(read(page).ids) for address, page in found.items()}
    known_files = {path for path, _ in files}
    for release in RECORD.releases:
        beside = ("raw.txt", "release.md", "release.bib", "release.ris", "release.csl.json")
        known_files |= {f"releases/{release.id}/{name}" for name in beside}
    followed = 0
    for address, page in found.items():
        for href in read(page).links:
            if href.startswith(("http:", "https:")):
                continue
            target, fragment = urldefrag(href)
            assert not target.startswith("/"), f"{address}: {href} leaves the folder on disk"
            place = resolve(address, unquote(target), page_name)
            assert place in found or place in known_files, f"{address}: {href} leads to {place!r}"
            if fragment:
                assert unquote(fragment) in anchors[place], f"{address}: {href}"
            followed += 1
    assert followed > 100


@pytest.mark.parametrize("octets", [0, 2048])
def test_sizes_of_data_files_stand_where_they_are_known(octets: int) -> None:
    (page,) = (
        p for p in pages_of(RECORD, data_files=(("data/feed.xml", octets),)).values() if p.title == "Data"
    )
    assert "feed.xml" in page.html and ("Size" in page.html, "2 KB" in page.html) == (bool(octets),) * 2


def resolve(address: str, target: str, page_name: str) -> str:
    """Where a relative link on the page at `address` leads."""
    parts = address.split("/")[:-1]
    if not target:
        return address
    for part in target.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    path = "/".join(parts)
    if page_name:
        return path.removesuffix(page_name) if path.endswith(page_name) else path
    return f"{path}/" if target.endswith("/") and path else path


def test_every_page_is_whole(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        seen = read(page)
        assert [tag for tag, _ in seen.elements].count("h1") == 1, address
        assert len(seen.ids) == len(set(seen.ids)), address
        assert page.title and page.front_matter["title"] == page.title
        assert page.front_matter["description"]
        levels = [int(tag[1]) for tag, _ in seen.elements if re.fullmatch("h[1-6]", tag)]
        assert all(b - a <= 1 for a, b in pairwise(levels)), (address, levels)


def test_every_link_has_a_name(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert not re.search(r"<a [^>]*>\s*</a>", page.head + page.html), address


def test_the_same_record_gives_the_same_pages() -> None:
    assert render_pages(RECORD) == render_pages(RECORD)


def test_no_two_pages_share_an_address() -> None:
    addresses = [page.address for page in render_pages(RECORD)]
    assert len(addresses) == len(set(addresses))
    assert {"", "releases/", "chronology/", "officials/", "topics/", "data/"} <= set(addresses)


def test_an_empty_record_has_pages_that_look_intended() -> None:
    found = pages_of(Corpus((), (), (), (), Authority()))
    assert "No releases yet." in read(found["releases/"]).text
    assert "No events yet." in read(found["chronology/"]).text
    for page in found.values():
        read(page)


# --- raw text is never markup ----------------------------------------------------------------------


def test_hostile_text_is_shown_as_text(pages: dict[str, Page]) -> None:
    shown = factory.HOSTILE.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")
    for address, page in pages.items():
        seen = read(page)
        assert "script" not in [tag for tag, _ in seen.elements], address
        for tag, attributes in seen.elements:
            assert not [name for name in attributes if name.startswith("on")], (address, tag)
            assert not (attributes.get("href") or "").strip().lower().startswith("javascript:"), address
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", page.head + page.html), address
    seen = read(pages["releases/norland/hostile/"])
    assert seen.text.count(shown) > 15
    assert "{{ config }}" in seen.text and "{% raw %}" in seen.text and "&amp;" in seen.text


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "http://[::bad"]
)
def test_a_link_that_may_run_something_is_words(address: str) -> None:
    assert link(address, "a & b") == "a &amp; b"


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c&d", "../x/#p1", "mailto:a@example.org", "a:b/.."]
)
def test_other_links(address: str) -> None:
    made = link(address, "words")
    assert made.startswith("<a href=") == (address != "a:b/..")


def test_elements_escape_what_is_not_markup() -> None:
    assert element("p", "<b>", Html("<i>x</i>"), title='"', hidden=True, lang=None) == (
        '<p title="&quot;" hidden>&lt;b&gt;<i>x</i></p>'
    )
    assert join(["a", "", None, "<"], " · ") == "a · &lt;"


def test_hostile_text_cannot_leave_the_head(pages: dict[str, Page]) -> None:
    page = pages["releases/norland/hostile/"]
    linked = str(page.front_matter["linked"])
    assert not set("<>&") & set(linked), "nothing in a script element may end it"
    assert json.loads(linked)["headline"].startswith("<script>alert")
    for attribute, name, content in page.front_matter["meta"]:  # type: ignore[attr-defined]
        assert attribute in ("name", "property") and re.fullmatch("[A-Za-z_:.]+", name)
        assert not re.search(r"[\x00-\x1f]", content)


def test_hostile_text_stays_in_its_field_of_a_citation() -> None:
    reference = reference_of(factory.hostile(), RECORD.authority, "https://example.org/", "Record")
    files = dict(render_citations(reference))
    (record,) = json.loads(files["release.csl.json"])
    assert record["title"].startswith("<script>alert") and "\x00" not in record["title"]
    rows = files["release.ris"].removesuffix("\r\n").split("\r\n")
    assert all(re.match("[A-Z][A-Z0-9]  - ", row) for row in rows) and rows[-1] == "ER  - "
    bare = re.sub(r"\\\\.", "", files["release.bib"])
    assert bare.count("{") == bare.count("}") and "@" not in bare[1:].replace("@techreport", "")


def test_hostile_text_in_a_drawing_is_text() -> None:
    row = Row(factory.HOSTILE, "x/", [Place(0.1, 0.5, "held", factory.HOSTILE)], factory.HOSTILE)
    drawn = draw("x", factory.HOSTILE, factory.HOSTILE, [(0.5, factory.HOSTILE)], [row])
    assert "script" not in [tag for tag, _ in Reader(drawn).elements] and "<script" not in drawn


# --- what looks like nothing, or too much -----------------------------------------------------------


def test_a_release_of_which_nothing_is_known_has_a_page_that_looks_intended() -> None:
    found = pages_of(factory.corpus(factory.empty(), factory.bare()))
    seen = read(found["releases/norland/empty/"])
    for words in (
        "This release has no text that could be read.",
        "The text has no title, and none could be supplied.",
        "the text does not say when",
        "Press release, n.d.",
    ):
        assert words in seen.text
    assert "None" not in seen.text


def test_a_title_of_400_letters_is_whole_on_its_page_and_in_lists() -> None:
    title = ("A very long title about the harbour and the dredger " * 8)[:400]
    found = pages_of(factory.corpus(factory.plain("norland/long", title, "The harbour is deep.")))
    assert read(found["releases/norland/long/"]).text.count(title) >= 2
    assert title in read(found["releases/"]).text
    assert read(found["releases/norland/long/"]).elements[1][0] != "script"


@pytest.mark.parametrize(
    ("title", "body", "language", "direction"),
    [
        ("بيان صحفي عن الميناء", "قال الوزير إن الميناء سيُعمّق.", "ar", "rtl"),
        ("សេចក្តីប្រកាសព័ត៌មានអំពីកំពង់ផែ", "រដ្ឋមន្ត្រីបានថ្លែងអំពីកំពង់ផែ។", "km", None),
    ],
)
def test_other_scripts_are_said_to_be_so(title: str, body: str, language: str, direction: str | None) -> None:
    found = pages_of(factory.corpus(factory.plain("norland/script", title, body)))
    elements = read(found["releases/norland/script/"]).elements
    heading = next(a for tag, a in elements if tag == "h1")
    passage = next(a for tag, a in elements if a.get("id") == "p1")
    for attributes in (heading, passage):
        assert attributes.get("lang") == language and attributes.get("dir") == direction
    linked = [a for tag, a in read(found["releases/"]).elements if tag == "a" and a.get("lang") == language]
    assert linked


def test_two_releases_with_one_title_and_date_are_told_apart() -> None:
    twins = [factory.plain(f"norland/{name}", "On the Harbour", "The harbour.") for name in ("one", "two")]
    found = pages_of(factory.corpus(*twins))
    listed = read(found["releases/"]).text
    assert listed.count("On the Harbour") == 2 and "Undated" not in listed
    assert all(f"<code>{name}</code>" in found["releases/"].html for name in ("one", "two"))
    assert {"releases/norland/one/", "releases/norland/two/"} <= set(found)


def test_an_official_with_3000_appearances_is_divided_by_year() -> None:
    found = pages_of(factory.corpus(*factory.copies(3000)))
    main = found["officials/aranya-teal/"]
    assert len(main.html) < 120_000
    seen = read(main)
    assert "The newest 25 of 3,000 releases" in seen.text
    years = [address for address in found if re.match(r"officials/aranya-teal/\d{4}", address)]
    assert len(years) >= 10
    shown = sum(read(found[address]).text.count("“Her Excellency TEAL Aranya") for address in years)
    shown = shown or sum(found[address].html.count("<tr>") - 1 for address in years)
    assert shown == 3000
    topic = found["topics/ports/"]
    assert len(topic.html) < 120_000 and "3,000 passages" in read(topic).text
    assert any(re.match(r"topics/ports/2011", address) for address in found)
    assert len(found["releases/"].html) < 120_000 and "releases/2020/" in found
    assert max(len(page.html) for page in found.values()) < 500_000


def of(country: str | None, *names: str) -> Iterator[OfficialFile]:
    for name in names:
        yield OfficialFile(slug(f"{name} {country}"), name, country, "provisional", (), ())


def test_very_many_officials_are_divided_by_country_and_initial() -> None:
    words = [a + b for a in "abcdefghij" for b in "abcdefghijklmnopqrstuvwxyz"]
    norland = [f"{word.title()} Teal" for word in words * 2][:390]
    norland = [f"{name} {place}" for place, name in enumerate(norland)] + ["Élan Teal", "田中 太郎"]
    few = [f"{word.title()} Berg" for word in words[:20]]
    many = (*of("Norland", *norland), *of("Sudmark", *few), *of(None, "Otto Quill"))
    clash = OfficialFile("of-sudmark", "Of Sudmark", "Ostmark", "established", (), ())
    record = replace(factory.corpus(), officials=(*many, clash))
    site = build_site(record, Serving())
    found = {
        page.address: page
        for quire in plan_pages(site)
        if quire.address == "officials/" or quire.address.startswith("officials/of-")
        for page in quire.write(site)
        if page.address != "officials/of-sudmark/"  # the page of the official who is called so
    }
    main = read(found["officials/"])
    assert len(found["officials/"].html) < 30_000
    assert "Norland 392 officials" in main.text and "Country not given" in main.text
    assert {"officials/of-norland-a/", "officials/of-norland-others/", "officials/of-sudmark-list/"} <= set(
        found
    )
    parts = [page for address, page in found.items() if address != "officials/"]
    shown = Counter(
        name for page in parts for name in re.findall(r'class="official[^>]*>([^<]+)</a>', page.html)
    )
    assert shown == Counter(file.name for file in record.officials)
    assert "Élan Teal" in found["officials/of-norland-e/"].html
    for page in parts:
        leads = {urljoin(page.address, href) for href in read(page).links}
        rosters = {address for address in leads if address.startswith("officials/of-")}
        assert rosters <= found.keys() | {"officials/of-sudmark/"}


def test_few_officials_stand_on_one_page(pages: dict[str, Page]) -> None:
    listed = pages["officials/"].html
    assert 'id="countries"' not in listed and "aranya-teal/" in listed


# --- one release -------------------------------------------------------------------------------------


def test_the_text_is_whole_and_numbered(pages: dict[str, Page]) -> None:
    release = factory.meeting()
    seen = read(pages[HARBOUR])
    for block in release.blocks:
        if block.is_text:
            assert block.text in seen.text
    assert [id for id in seen.ids if re.fullmatch(r"p\d+", id)] == ["p1", "p2", "p3", "p4", "p5"]


def test_facts_stand_beside_their_words(pages: dict[str, Page]) -> None:
    seen = read(pages[HARBOUR])
    for words in (
        "6 May 2021", "stated, to the day", "Port Alder", "Meeting of ministers", "4 May 2021",
        "Minister of Foreign Affairs", "not yet confirmed", "Named, not as an official", "Ada Quill",
        "Otto Berg is not known", "write him into officials.yml", "All rights with the ministry.",
        "2<sup>nd</sup>", "KINGDOM OF NORLAND", factory.meeting().raw.sha256,
    ):  # fmt: skip
        assert words in seen.text, words
    assert "evidence" in seen.classes()


def test_the_first_mention_of_an_official_is_a_link(pages: dict[str, Page]) -> None:
    html = pages[HARBOUR].html
    assert 'Her Excellency <a href="../../../officials/aranya-teal/">TEAL Aranya</a>, Minister' in html
    assert html.count(">TEAL Aranya</a>") == 1
    assert ">Ada Quill</a>" not in html, "a commentator is no official"


def test_a_supplied_title_stands_in_brackets(pages: dict[str, Page]) -> None:
    seen = read(pages["releases/harbour-post/2021-05-talks/"])
    assert "[Ministers met at Port Alder]" in seen.text
    assert "title supplied" in seen.text
    stated = read(pages[HARBOUR])
    assert "[Ministers Agree" not in stated.text


def test_a_secondary_source_is_never_a_release(pages: dict[str, Page]) -> None:
    assert "Secondary source." in read(pages["releases/harbour-post/2021-05-talks/"]).text
    assert "Secondary source." not in read(pages[HARBOUR]).text
    releases, secondary = pages["releases/"].html.split('id="secondary-sources"')
    assert "2021-05-talks" in secondary and "2021-05-talks" not in releases
    assert "2021-05-06-harbour" in releases and "2021-05-06-harbour" not in secondary
    newest = pages[""].html.split('id="newest"')[1].split("<h2")[0]
    assert "2021-05-talks" not in newest


def test_two_accounts_lead_to_each_other(pages: dict[str, Page]) -> None:
    for here, there in (
        (HARBOUR, "2021-05-talks"),
        ("releases/harbour-post/2021-05-talks/", "2021-05-06-harbour"),
    ):
        section = pages[here].html.split('id="accounts"')[1].split("</section>")[0]
        assert there in section
    event = read(pages["events/norland-2021-05-06-harbour/"])
    assert "The ministers met on May 4 2021" in event.text and "On 4 May 2021, Her Excellency" in event.text


def test_unreadable_lines_are_said_where_they_stand(pages: dict[str, Page]) -> None:
    seen = read(pages["releases/norland/undated-scan/"])
    assert "Not all of it could be read." in seen.text
    assert "Line 1 of the raw text could not be read and is left out here." in seen.text
    assert "the text does not say when" in seen.text
    assert "Not all of it could be read." not in read(pages[HARBOUR]).text


def test_citation_is_complete() -> None:
    seen = read(pages_of(RECORD, site_url="https://example.org/record/")[HARBOUR])
    assert (
        "Ministry of Foreign Affairs (Norland). “Ministers Agree on the Northern Harbour.” Press release,"
        " 6 May 2021. Record of diplomatic releases. https://example.org/record/releases/norland/2021-05-06-harbour/"
    ) in seen.text
    undated = read(pages_of(RECORD)["releases/norland/undated-scan/"])
    assert "Statement, n.d." in undated.text
    report = read(pages_of(RECORD)["releases/harbour-post/2021-05-talks/"]).text.split("Cite this source")[1]
    assert "Newspaper report, n.d." in report, "the date of the event is not the date of issue"


def test_the_other_styles_and_the_files_for_reference_managers() -> None:
    page = pages_of(RECORD, site_url="https://example.org/record/")[HARBOUR]
    seen = read(page)
    assert (
        "Ministry of Foreign Affairs (Norland). (2021, May 6). Ministers Agree on the Northern Harbour"
        " [Press release]. Record of diplomatic releases."
    ) in seen.text
    assert (
        "“Ministers Agree on the Northern Harbour.” Record of diplomatic releases, 6 May 2021. Press release."
    ) in seen.text
    assert {"release.bib", "release.ris", "release.csl.json"} <= set(seen.links)
    reference = reference_of(factory.meeting(), RECORD.authority, "https://example.org/record/", "Record")
    files = dict(render_citations(reference))
    (record,) = json.loads(files["release.csl.json"])
    assert record["type"] == "report" and record["genre"] == "Press release" and "author" not in record
    assert record["publisher"] == "Ministry of Foreign Affairs"
    assert record["issued"] == {"date-parts": [[2021, 5, 6]]}
    assert record["URL"] == f"https://example.org/record/{HARBOUR}"
    assert "author = {{Ministry of Foreign Affairs (Norland)}}" in files["release.bib"]
    assert "DA  - 2021/05/06/" in files["release.ris"]


def test_zotero_reads_a_report_without_author() -> None:
    page = pages_of(RECORD, site_url="https://example.org/record/")[HARBOUR]
    meta = {(name, content) for _, name, content in page.front_matter["meta"]}  # type: ignore[attr-defined]
    assert {
        ("z:itemType", "report"),
        ("DC.type", "Press release"),
        ("citation_title", "Ministers Agree on the Northern Harbour"),
        ("citation_date", "2021-05-06"),
        ("citation_public_url", f"https://example.org/record/{HARBOUR}"),
        ("citation_technical_report_institution", "Ministry of Foreign Affairs"),
        ("og:type", "article"),
    } <= meta
    assert not [name for name, _ in meta if "author" in name or name == "DC.creator"]
    linked = json.loads(str(page.front_matter["linked"]))
    assert linked["@type"] == "Report" and linked["datePublished"] == "2021-05-06"
    assert linked["about"][0]["startDate"] == "2021-05-04"


def test_a_long_raw_text_is_linked_not_shown() -> None:
    release = factory.meeting()
    long = replace(release, raw=replace(release.raw, text="x" * 250_000))
    page = pages_of(factory.corpus(long))[HARBOUR]
    assert "too long to be shown" in page.html and len(page.html) < 60_000


# --- events, people, topics ---------------------------------------------------------------------------


def test_both_datings_of_an_event_are_shown(pages: dict[str, Page]) -> None:
    seen = read(pages[FORUM])
    assert "2 datings" in seen.text and "June 2022" in seen.text and "3 July 2022" in seen.text
    assert "Planned." in seen.text
    line = read(pages["chronology/2022/"])
    assert "also dated June 2022" in line.text and "planned" in line.text
    assert "2 datings" not in read(pages["events/norland-2021-05-06-harbour/"]).text


def test_a_line_of_the_chronology_says_who_whom_where_how(pages: dict[str, Page]) -> None:
    line = read(pages["chronology/2021/"]).text
    for words in (
        "4 May 2021",
        "Meeting of ministers",
        "Teal Aranya (Norland) and Otto Berg (Sudmark)",
        "Port Alder",
    ):
        assert words in line


def test_provisional_officials_are_visibly_so(pages: dict[str, Page]) -> None:
    assert "Not yet confirmed." in read(pages["officials/provisional-otto-berg/"]).text
    assert "Not yet confirmed." not in read(pages["officials/aranya-teal/"]).text
    listed = pages["officials/"].html
    assert re.search(r"Otto Berg</a> <span class=\"mark mark-provisional\">", listed)


def test_an_official_has_offices_names_and_company(pages: dict[str, Page]) -> None:
    seen = read(pages["officials/aranya-teal/"])
    for words in (
        "Mme Teal",
        "“TEAL Aranya”",
        "Minister of Foreign Affairs",
        "In the company of",
        "Otto Berg (Sudmark)",
    ):
        assert words in seen.text
    office = next(
        page for address, page in pages.items() if address.startswith("offices/") and "minister" in address
    )
    assert "Teal Aranya" in read(office).text


def test_a_topic_lists_its_passages_with_source(pages: dict[str, Page]) -> None:
    seen = read(pages["topics/ports/"])
    assert "Harbours as places, not calls at them." in seen.text
    assert "deepen the harbour" in seen.text and "Ministry of Foreign Affairs" in seen.text
    assert f"../../{HARBOUR}#p1" in seen.links
    assert "No release speaks of it so far." in read(pages["topics/trade/"]).text
    assert "lasting accord" in read(pages["terms/lasting-accord/"]).text


def test_many_appearances_stay_fast() -> None:
    """An official with hundreds of appearances: the work grows with their number, not its square."""
    base = factory.meeting()

    def work(number: int) -> int:
        releases = [
            replace(base, raw=replace(base.raw, id=f"n/{i}", path=f"seeds/n/{i}.txt")) for i in range(number)
        ]
        corpus = factory.corpus(*releases)
        return count_calls(lambda: render_pages(corpus))

    work(20)
    small, large = work(50), work(200)
    assert large < 4 * 1.5 * small


# --- wording -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-12-17", "17 December 2023"),
        ("2023-11", "November 2023"),
        ("2024", "2024"),
        ("2024~", "about 2024"),
        ("2024-05?", "perhaps May 2024"),
        ("2024-21", "spring 2024"),
        ("2024-33", "first quarter of 2024"),
        ("XXXX-07-06", "6 July, year not given"),
        ("199X", "1990s"),
        ("..", "open"),
        ("<b>", "<b>"),
        ("2024-99-01", "2024-99-01"),
        ("", "open"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert say_date(edtf) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021-11-25", "2021-11-26", "25–26 November 2021"),
        ("2020-11-30", "2020-12-02", "30 November – 2 December 2020"),
        ("2020-12-30", "2021-01-02", "30 December 2020 – 2 January 2021"),
        ("2024", "2028", "2024–2028"),
        ("2024-05", "2024-06", "May – June 2024"),
        ("..", "2021-01", "until January 2021"),
        ("2021-01", "..", "from January 2021"),
    ],
)
def test_intervals_in_words(start: str, end: str, words: str) -> None:
    assert say_when(When(start, end)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-12-17", "to the day"),
        ("2023-11", "to the month"),
        ("2024", "to the year"),
        ("2024~", "to the year, approximate"),
        ("2024-21", "to part of a year"),
        ("XXXX-07-06", "year not given"),
    ],
)
def test_precision_is_never_more_than_the_date(edtf: str, words: str) -> None:
    assert precision(When(edtf, edtf)) == words


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("ក្រសួងការបរទេស", "km"),
        ("会談が行われた", "ja"),
        ("plain words", None),
        ("会談 was held in Tokyo", None),
        ("", None),
    ],
)
def test_language_of_a_script(words: str, tag: str | None) -> None:
    assert language_of(words) == tag


def test_emphasis_and_links_cross_without_breaking() -> None:
    from gazette.model import Mark

    words = "Her Excellency TEAL Aranya spoke"
    made = marked_text(words, (Mark(4, 19, "strong"), Mark(15, 32, "em")), ((15, 26, "x/"),))
    assert Reader(made).text == words
    assert '<a href="x/">' in made and "<strong>" in made and "<em>" in made


def test_links_do_not_overlap() -> None:
    assert without_overlaps([(5, 9, "b"), (0, 6, "a"), (9, 12, "c")]) == ((0, 6, "a"), (9, 12, "c"))


def test_an_excerpt_shows_the_words_within_their_sentence() -> None:
    blocks = factory.numbered(factory.block("alpha " * 60 + "the port of call " + "omega " * 60))
    shown = Reader(marked_excerpt(blocks[0].text, [factory.proof(blocks, "port of call")], 40)).text
    assert shown.startswith("… ") and shown.endswith(" …") and "port of call" in shown and len(shown) < 140
    assert "lpha" not in shown.replace("alpha", ""), "words are not cut"


def test_links_are_relative_to_their_page() -> None:
    site = build_site(factory.corpus(factory.bare()), Serving(page_name="index.html"))
    view = View(site, "officials/a/")
    assert view.to("") == "../../index.html"
    assert (
        view.to("releases/ខ្មែរ/") == "../../releases/%E1%9E%81%E1%9F%92%E1%9E%98%E1%9F%82%E1%9E%9A/index.html"
    )
    assert view.to("data/x.csv") == "../../data/x.csv"
    assert view.to("officials/a/", "p1") == "#p1"


def test_an_index_has_the_title_that_is_known_before_it_is_written() -> None:
    site = build_site(RECORD, Serving())
    known = [quire for quire in plan_pages(site) if quire.title]
    assert len(known) > 5
    for quire in known:
        first = next(iter(quire.write(site)))
        assert (first.address, first.title) == (quire.address, quire.title)
