"""What readers use, in a real browser on the project's own record; each test fails if it were empty."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from browsing import in_a_browser
from support import Build, build_site, copy_record

SEARCHES = ("", "?q=cooperation", "?q=Kanikawa", "?q=zzqqzz", "?q=Cambodia&kind=Press%20release&sort=newest")
"""What is asked of /search/: nothing, a word, a slip of the pen, a word that nothing has, with a filter."""

AXE = Path(str(resources.files("axe_playwright_python") / "axe.min.js"))
"The accessibility checker axe-core, as the package brings it."

pytestmark = in_a_browser

RELEASE = "releases/mfaic/2023-12-18-foreign-ministers-tokyo/"
CALL = "releases/mfaic/2021-11-18-telephone-conversation/"
SUMMIT = "releases/mofa-japan/2022-03-20-summit-meeting/"
REPORT = "releases/newspaper/2023-12-inter-ministerial-meeting/"
MEETING = "events/2023-12-17-foreign-ministers-meeting/"
KINDS = (
    "", "releases/", RELEASE, SUMMIT, REPORT, MEETING, "events/asem-13-summit/", "chronology/",
    "chronology/2021/", "officials/", "officials/sok-chenda-sophea/", "offices/foreign-minister-of-cambodia/",
    "topics/", "topics/myanmar/", "terms/comprehensive-strategic-partnership/", "bodies/mfaic/", "questions/",
    "data/", "data/problems/", "about/", "edition/",
)  # fmt: skip


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page as wide as a desk's."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def disk(build: Build, address: str) -> str:
    """A page as it is opened from a folder."""
    return (build.folder / address / "index.html").as_uri()


# --- a release -------------------------------------------------------------------------------------


def test_a_release_is_cited_in_three_styles_and_by_files(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, RELEASE))
    box = page.locator("section.cite")
    assert box.locator("dt").all_inner_texts() == ["Chicago", "APA", "MLA"]
    assert "Press release, 18 December 2023." in box.locator(".in-chicago").inner_text()
    assert "(2023, December 18)" in box.locator(".in-apa").inner_text()
    assert "18 Dec. 2023" in box.locator(".in-mla").inner_text()
    folder = folder_site.folder / RELEASE
    (record,) = json.loads((folder / "release.csl.json").read_text("utf-8"))
    assert record["issued"] == {"date-parts": [[2023, 12, 18]]} and record["genre"] == "Press release"
    for name in ("release.bib", "release.ris", "release.csl.json"):
        assert box.locator(f"a[href='{name}']").count() == 1 and (folder / name).stat().st_size > 200


SELECT = """id => {
  const words = document.querySelector(id), range = document.createRange();
  range.selectNodeContents(words);
  const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range);
}"""
LISTEN = """() => {
  window.copied = null;
  Object.defineProperty(navigator, "clipboard", { value: { writeText: words => {
    window.copied = words; return Promise.resolve(); } }, configurable: true });
}"""
LISTEN_WITHOUT_CLIPBOARD = """() => {
  window.copied = null;
  Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
  document.execCommand = () => { window.copied = document.activeElement.value; return true; };
}"""


@pytest.mark.parametrize("listen", [LISTEN, LISTEN_WITHOUT_CLIPBOARD], ids=["clipboard", "by hand"])
@pytest.mark.parametrize("where", ["http", "file"])
def test_selected_words_are_copied_with_their_citation(
    page: Any, server: str, folder_site: Build, where: str, listen: str
) -> None:
    page.goto(server + RELEASE if where == "http" else disk(folder_site, RELEASE))
    page.evaluate(listen)
    page.evaluate(SELECT, "#p3")
    page.locator(".quote-bar button").click()
    page.wait_for_function("window.copied")
    copied = page.evaluate("window.copied")
    assert copied.startswith("“The two Foreign Ministers recalled their fruitful telephone conversation")
    assert "Press release, 18 December 2023." in copied and "¶3." in copied
    assert copied.endswith(f"{RELEASE}#p3")
    assert page.locator(".quote-bar [role=status]").inner_text() == "Copied."


def test_a_paragraph_is_copied_by_keyboard_alone(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, RELEASE))
    page.evaluate(LISTEN)
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#p2 > .number')"):
            break
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "quote-copy":
            break
    page.keyboard.press("Enter")
    page.wait_for_function("window.copied")
    assert page.evaluate("window.copied").startswith("“Her Excellency KAMIKAWA Yoko expressed")


def test_a_release_leads_to_the_other_account_beside_it(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, RELEASE))
    page.get_by_role("link", name=re.compile("side by side")).click()
    page.locator("#side-by-side").wait_for()  # the address changes before the page is there
    assert MEETING in page.url and page.url.endswith("#side-by-side")


def test_a_release_knows_what_came_before(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, RELEASE))
    row = page.locator("table.threads tbody tr", has_text="Ministry of Foreign Affairs")
    row.get_by_role("link", name=re.compile("Telephone Conversation")).first.click()
    page.wait_for_url(f"**{CALL}**")


def test_the_first_mention_of_each_official_leads_to_the_official(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, RELEASE))
    page.locator("#p1").get_by_role("link", name="SOK Chenda Sophea").click()
    assert page.locator("h1").inner_text() == "Sok Chenda Sophea"


def test_a_correction_shows_what_it_replaced(page: Any, tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    line = (
        "- release: mfaic/2023-12-18-foreign-ministers-tokyo\n  field: title\n"
        "  value: Ministers meet in Tokyo\n  date: 2024-01-05\n  note: An invented correction.\n"
    )
    register = root / "docs" / "authority" / "corrections.yml"
    register.write_text(register.read_text("utf-8") + line, "utf-8")
    built = build_site(root, tmp_path / "site", "--no-directory-urls")
    assert built.status == 0, built.said
    page.goto(disk(built, RELEASE))
    assert "Corrected by an editor." in page.locator(".banner-corrected").inner_text()
    page.get_by_role("link", name="What was replaced").click()
    said = page.locator("ul.corrections")
    assert "Commit to further deepen" in said.locator("del").inner_text()
    assert "Ministers meet in Tokyo" in said.locator("ins").inner_text()
    assert "5 January 2024" in said.inner_text() and "An invented correction." in said.inner_text()


# --- an event, the chronology ----------------------------------------------------------------------


def test_only_the_newspaper_says_rule_of_law(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, MEETING))
    columns = page.locator(".alone > div")
    assert columns.count() == 2
    said = {c.locator("h3").inner_text(): c.inner_text() for c in columns.all()}
    (ministry,) = [words for name, words in said.items() if "Cambodia" in name]
    (paper,) = [words for name, words in said.items() if "Newspaper" in name]
    assert "rule of law" in paper and "rule of law" not in ministry
    assert "elephone conversation" in ministry and "elephone conversation" not in paper


def test_accounts_stand_side_by_side_by_topic(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, MEETING))
    row = page.locator("table.sides tbody tr", has=page.locator("th", has_text="Myanmar"))
    ours, theirs = row.locator("td").all()
    assert "situation in Myanmar" in ours.inner_text() and "including Myanmar" in theirs.inner_text()
    left, right = ours.bounding_box(), theirs.bounding_box()
    assert left and right and left["y"] == right["y"] and left["x"] < right["x"]
    page.set_viewport_size({"width": 390, "height": 800})
    left, right = ours.bounding_box(), theirs.bounding_box()
    assert left and right and left["x"] == right["x"] and left["y"] < right["y"], "stacked on a phone"


def test_the_timeline_leads_to_its_years_and_has_a_table(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, "chronology/"))
    drawing = page.locator("svg.drawing")
    assert drawing.get_attribute("role") != "img"
    assert drawing.locator("> title").text_content() and drawing.locator("> desc").text_content()
    assert drawing.locator(".held").count() > 5
    assert drawing.locator(".planned").count() > 1 and drawing.locator(".redated").count() == 1
    page.locator(".as-table summary").click()
    rows = page.locator(".as-table tbody tr").all_inner_texts()
    assert len(rows) == drawing.locator("a").count() > 4
    drawing.locator("a", has_text="2021").click()
    page.wait_for_url("**/chronology/2021/**")
    page.locator("svg.drawing a", has_text="Nov").click()
    page.wait_for_url("**#m11")
    assert page.locator("#m11").is_visible()


def test_a_line_says_who_whom_when_and_how(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, "chronology/"))
    line = page.locator("li", has_text="Hayashi Yoshimasa").first.inner_text()
    for words in (
        "18 November 2021",
        "Prak Sokhonn (Cambodia)",
        "Hayashi Yoshimasa (Japan)",
        "Telephone call",
    ):
        assert words in line
    planned = page.locator("li", has_text="13th ASEM Summit").inner_text()
    assert "planned" in planned and "also dated 2020" in planned


# --- officials, topics, terms ----------------------------------------------------------------------


def test_an_official_has_a_card_a_chart_and_encounters(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, "officials/sok-chenda-sophea/"))
    card = page.locator("dl.card").inner_text()
    assert "family name first (Sok)" in card and "SOK Chenda Sophea" in card
    chart = page.locator("svg.drawing")
    assert chart.locator("circle.held").count() >= 2 and chart.locator("a").count() >= 2
    assert chart.locator("> title").text_content() and page.locator("table", has_text="Attested").count() >= 1
    met = page.locator("section[aria-labelledby=company]").inner_text()
    assert "Kamikawa Yoko (Japan)" in met and "17 December 2023" in met and "Tokyo" in met


def test_what_is_attributed_to_an_official_stands_by_topic(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, "officials/kishida-fumio/"))
    topic = page.locator("section[aria-labelledby=attributed] details", has_text="War in Ukraine")
    topic.locator("summary").click()
    said = topic.locator("li").first
    assert said.is_visible() and "Ukraine" in said.inner_text() and "20 March 2022" in said.inner_text()
    said.locator("a.pilcrow").click()
    page.wait_for_url(re.compile(rf"{re.escape(SUMMIT)}.*#p\d+$"))


def test_passages_of_a_topic_stand_in_order_with_side_and_source(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, "topics/myanmar/"))
    days = page.locator(".passages time").evaluate_all("found => found.map(t => t.getAttribute('datetime'))")
    assert len(days) > 3 and days == sorted(days)
    first = page.locator(".passages > li").first.inner_text()
    assert "Ministry of Foreign Affairs" in first and "Myanmar" in first


def test_a_term_tells_its_first_use_and_each_change(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, "terms/comprehensive-strategic-partnership/"))
    first = page.locator("dl.origin > div", has_text="First use").first.inner_text()
    assert "December 2023" in first and "strategic partnership" in first.casefold()
    change = page.locator(".change", has=page.locator("ins")).first
    assert "comprehensive" in change.locator("ins").inner_text().casefold()
    assert "added: " in (change.locator("ins").text_content() or ""), "said in words too"


# --- what is open ----------------------------------------------------------------------------------


def test_open_questions_show_both_sentences(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, "events/asem-13-summit/"))
    page.get_by_role("link", name="Both sentences").first.click()
    page.wait_for_url("**/questions/**")
    question = page.locator(".question", has_text="13th ASEM Summit").first
    sides = question.locator(".testimony").all_inner_texts()
    assert len(sides) == 2
    assert "2020" in sides[0] and "25–26 November 2021" in sides[1]
    assert all("ASEM" in side for side in sides)


def test_the_wanted_list_names_the_call_and_the_joint_statement(page: Any, folder_site: Build) -> None:
    page.goto((folder_site.folder / "index.html").as_uri())
    page.get_by_role("link", name="Open questions and wanted texts").click()
    wanted = page.locator("section[aria-labelledby=wanted]")
    call = wanted.locator("li", has_text="30 October 2023").inner_text()
    assert "Telephone call" in call and "recalled their fruitful telephone conversation" in call
    assert "issued a joint statement" in wanted.inner_text()


# --- everywhere ------------------------------------------------------------------------------------


def test_without_script_everything_but_copying_is_there(browser: Any, folder_site: Build) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(disk(folder_site, RELEASE))
    page.locator("summary", has_text="Raw text as received").click()
    assert page.locator("pre.raw").is_visible()
    assert page.locator("section.cite .in-mla").is_visible()
    assert page.locator(".quote-bar").count() == 0 and not page.locator("button.scheme").is_visible()
    context.close()


def test_a_release_prints_as_text_facts_and_citation(page: Any, folder_site: Build) -> None:
    page.goto(disk(folder_site, RELEASE))
    page.emulate_media(media="print")
    assert page.locator("#p6").is_visible() and page.locator(".facts").is_visible()
    assert page.locator(".in-chicago").is_visible()
    assert not page.locator(".masthead nav").is_visible() and not page.locator("summary").first.is_visible()
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF") and len(re.findall(rb"/Type\s*/Page\b", printed)) <= 5


def test_a_page_is_light(site: Build) -> None:
    for path in site.folder.glob("releases/*/*/index.html"):
        assert path.stat().st_size <= 60 * 1024, path
    scripts = b"".join(path.read_bytes() for path in sorted((site.folder / "assets").glob("record*.js")))
    assert 0 < len(gzip.compress(scripts)) <= 45 * 1024


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("where", ["http", "file"])
def test_no_page_keeps_anybody_out(
    browser: Any, server: str, folder_site: Build, where: str, width: int, scheme: str
) -> None:
    """Zero violations of WCAG 2.2 AA on every kind of page, with everything on demand opened."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = []
    for address in (*KINDS, *(f"search/{question}" for question in SEARCHES)):
        path, _, query = address.partition("?")
        page.goto(
            (server + path if where == "http" else disk(folder_site, path)) + ("?" + query) * bool(query)
        )
        if path == "search/":
            page.locator(".search-count", has_not_text="Searching").wait_for(state="attached")
            page.locator("form.search-form:not([aria-busy])").wait_for()
            assert bool(page.locator("ol.found > li").count()) == (query not in ("", "q=zzqqzz")), query
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.evaluate(AXE.read_text("utf-8"))
        seen = page.evaluate("rules => axe.run(document, {runOnly: rules})", rules)
        found += [(address, v["id"], v["nodes"][0]["html"][:120]) for v in seen["violations"]]
    context.close()
    assert found == []
