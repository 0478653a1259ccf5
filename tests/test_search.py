"""Searching, served and from a folder on disk: the same hits, each leading to its paragraph."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from browsing import Reader, in_a_browser, serving
from gazette.assemble import assemble
from gazette.concordance import render_entries
from gazette.concordance.cutting import cut
from gazette.concordance.entries import NAMES
from support import ROOT, TESTS, Build, build_site, copy_record, shared_folder

ARTICLE = "releases/newspaper/2023-12-inter-ministerial-meeting/"
TOKYO = "releases/mfaic/2023-12-18-foreign-ministers-tokyo/"
KAMIKAWA = "officials/kamikawa-yoko/"
NASTY = "a b #1 50% %41 កម្ពុជា"
"""Name of a folder that only a careful page can be opened from."""

KHMER = """សេចក្តីប្រកាសព័ត៌មាន

ជំនួបនៅភ្នំពេញ

រដ្ឋមន្ត្រីទាំងពីរបានពិភាក្សាអំពីកិច្ចសហប្រតិបត្តិការផ្នែកកសិកម្មនិងទេសចរណ៍។ ភាគីទាំងពីរសង្ឃឹមថានឹងជួបគ្នាម្តងទៀត។
"""
JAPANESE = """報道発表

日・カンボジア外相会談

両大臣は、東京で会談を行い、農業分野における協力を一層強化することで一致した。
"""


WRITINGS = (
    "U.S.–Japan talks, COVID-19: 1½ m² of re-use; Minister’s O'Neill",
    "Phạm Minh Chính in Đà Nẵng; Łódź, Ærø, Straße, İstanbul, ırmak, ΣΊΣΥΦΟΣ, Œuvre, naïve ﬁne",
    "Ｆｕｌｌ ｗｉｄｔｈ ①② ㈱ ™ №5 ｶﾞｲﾑｼｮｳ ガイム ガイム 外務省 豈 㐀 ラーメン 々〆",
    "ក្រសួងការបរទេស និងសហប្រតិបត្តិការ\u200bអន្តរជាតិ ២០២៤ ឥឡូវ៖",
    "กระทรวงการต่างประเทศ น้ำ เปิด ๒๕๖๗ ແຂວງ ຫຼວງ ໐໑ မြန်မာ၊ နိုင်ငံခြားရေး ဿ",
    "विदेश मंत्रालय। दिल्ली வெளியுறவு அமைச்சகம் বিদেশ ಕನ್ನಡ ไทย",
    "وِزَارَةُ الخارجيّة ٱلْعَرَبِيَّة פְּגִישָׁה שלום Министерство иностранных дел Ёлка й",
    "한국 외교부 \u1112\u1161\u11ab ᄒ 中华人民共和国外交部 𠮷野家 Ἀθῆναι Հայաստան საქართველო ᏣᎳᎩ",
    "a\u00adb c\u200dd e\ufefff \u0301 \u200b x\u0300y ‘quoted’ “words” \u00a0• … — e\u0301 É",
    "emoji 🎌 👩‍👩‍👧 ☎️ 1️⃣ \U0001d400bc \U000e0100 𐐀𐐨 ꜱ ǅ ŉ ẞ ΐ",
)
"""Texts in many scripts, which Python and the browser must cut into the same words."""


# --- what is found ---------------------------------------------------------------------------------


def test_every_paragraph_can_be_found_and_leads_to_itself() -> None:
    corpus = assemble(ROOT)
    entries = {entry.address: entry for entry in render_entries(corpus)}
    for release in corpus.releases:
        passages = entries[f"releases/{release.id}/"].passages
        shown = [(p.anchor, p.words) for p in passages if not p.anchor.endswith(NAMES)]
        assert shown == [(f"p{b.paragraph}", b.text) for b in release.anatomy.body()]
    assert {a.partition("/")[0] for a in entries} == {"releases", "officials", "events", "topics"}
    assert len(entries) == len(render_entries(corpus))


def test_a_person_has_every_form_of_the_name() -> None:
    entries = {entry.address: entry for entry in render_entries(assemble(ROOT))}
    said = " ".join(passage.words for passage in entries[KAMIKAWA].passages)
    assert "Kamikawa Yoko" in said and "Yoko Kamikawa" in said
    (names,) = (p.words for p in entries[TOKYO].passages if p.anchor == "p1" + NAMES)
    assert "Yoko Kamikawa" in names
    assert entries[TOKYO].filters["official"].count("Kamikawa Yoko") == 1


# --- in a browser ----------------------------------------------------------------------------------


def record_in_three_languages(target: Path) -> Path:
    """A copy of the record with a Khmer and a Japanese release."""
    root = copy_record(target)
    for name, text in (("mfaic/2024-05-06-khmer", KHMER), ("mofa-japan/2024-05-07-japanese", JAPANESE)):
        (root / "seeds" / f"{name}.txt").write_text(text, "utf-8")
    return root


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Address of the first page, served and from disk, of the record with a Khmer and a Japanese release."""
    root = record_in_three_languages(tmp_path_factory.mktemp("record"))
    served = build_site(root, tmp_path_factory.mktemp("served") / "site")
    disk = build_site(root, tmp_path_factory.mktemp("disk") / NASTY, "--no-directory-urls")
    assert served.status == disk.status == 0, served.said + disk.said
    with serving(served.folder) as address:
        yield {"http": address, "file": disk.folder.as_uri() + "/"}


@pytest.fixture(params=["http", "file"])
def reader(request: pytest.FixtureRequest, browser: Any, places: dict[str, str]) -> Iterator[Reader]:
    """Somebody at a desk."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(10_000)
    reading = Reader(context.new_page(), request.param, places[request.param])
    yield reading
    context.close()
    assert reading.errors == []


@in_a_browser
def test_the_same_is_found_served_and_from_disk(browser: Any, places: dict[str, str]) -> None:
    answers = {}
    for place, start in places.items():
        context = browser.new_context()
        reading = Reader(context.new_page(), place, start)
        answers[place] = []
        for question in ("kamikawa", '"rule of law"', "security cooperation", "Phnom Penh", "កសិកម្ម", "会談"):
            said = reading.ask(question)
            options = reading.page.locator("form.search-form option").all_inner_texts()
            answers[place].append((said, reading.found(), reading.paragraphs(), options))
            assert reading.found(), question
        context.close()
        assert reading.errors == []
    assert answers["http"] == answers["file"]


@in_a_browser
@pytest.mark.parametrize(
    "name", ["Kamikawa Yoko", "Yoko Kamikawa", "kamikawa", '"Yoko Kamikawa"', "KAMIKÁWA"]
)
def test_a_person_is_found_by_every_name(reader: Reader, name: str) -> None:
    reader.ask(name)
    assert KAMIKAWA in reader.found()[:3] and TOKYO in reader.found()
    assert f"{TOKYO}#p1" in reader.paragraphs()


@in_a_browser
def test_a_phrase_leads_to_its_paragraph(reader: Reader) -> None:
    reader.ask('"rule of law"')
    (place,) = [address for address in reader.paragraphs() if address.startswith(ARTICLE)]
    entry = reader.page.locator("ol.found > li", has=reader.page.locator(f"a[href*='{ARTICLE}']"))
    assert entry.locator("mark").all_inner_texts() == ["rule", "of", "law"]
    entry.locator(".pilcrow").click()
    assert reader.below(reader.page.url) == place
    assert "rule of law" in reader.page.locator(f"[id='{place.partition('#')[2]}']").inner_text()


@in_a_browser
def test_filters_narrow_and_count_and_the_address_says_all(reader: Reader) -> None:
    reader.ask("cooperation")
    everything = reader.found()
    official = reader.page.get_by_label("Official")
    option = official.locator("option", has_text="Kamikawa").inner_text()
    official.select_option(option.rpartition(" (")[0])
    reader.page.wait_for_url("**official=Kamikawa**")
    said = reader.wait()
    assert said.startswith(f"{option.rpartition('(')[2][:-1]} page")
    narrowed = reader.found()
    assert narrowed and set(narrowed) < set(everything) and TOKYO in narrowed
    address = reader.page.url
    reader.page.goto("about:blank")
    reader.page.goto(address)
    reader.wait()
    assert reader.found() == narrowed and official.input_value() == "Kamikawa Yoko"
    assert official.locator("option").count() > 2, "others could be chosen instead"
    reader.page.go_back()


@in_a_browser
def test_the_newest_first_and_the_oldest_first(reader: Reader) -> None:
    reader.ask("Cambodia", kind="Press release", sort="newest")
    newest = reader.found()
    reader.ask("Cambodia", kind="Press release", sort="oldest")
    assert len(newest) > 1 and reader.found() == newest[::-1]


@in_a_browser
@pytest.mark.parametrize(
    ("language", "word", "sentence", "end"),
    [
        ("km", "កសិកម្ម", "រដ្ឋមន្ត្រីទាំងពីរបានពិភាក្សាអំពីកិច្ចសហប្រតិបត្តិការផ្នែកកសិកម្មនិងទេសចរណ៍។", "khmer/"),
        (
            "ja",
            "会談",
            "両大臣は、東京で会談を行い、農業分野における協力を一層強化することで一致した。",
            "japanese/",
        ),
    ],
)
def test_words_without_spaces_are_found(
    reader: Reader, language: str, word: str, sentence: str, end: str
) -> None:
    reader.ask(word)
    (place,) = [address for address in reader.paragraphs() if end in address]
    quotation = reader.page.locator(f"blockquote:has(a[href*='{end}'])")
    assert sentence in quotation.inner_text(), "the words are put together again"
    assert "".join(quotation.locator("mark").all_inner_texts()) == word
    assert quotation.get_attribute("lang") == language and place
    reader.ask(word + word[0])
    assert not [address for address in reader.paragraphs() if end in address]


@in_a_browser
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("zzqqzz", "Nothing was found."),
        ('"', "no word"),
        ('"""" “”', "no word"),
        ("(.*+[?^$", "no word"),
        ("cooperation " * 900, "first 200 characters"),
        ("the", "page"),
        ("Kamikawy", "shown: Kamikawa."),
        ("Kmaikawa", "shown: Kamikawa."),
        ("Kanikawa", "shown: Kamikawa."),
        ("Jamikawa", "shown: Kamikawa."),
        ("Cmabodia", "shown: Cambodia."),
        ("kamik", "shown: kamikawa."),
        ("zzqqzz Kamikawa", "Nothing has “zzqqzz”."),
        ('"zzqqzz kamikawa"', "Nothing was found."),
        ('"of the"', "page"),
        (" ".join(f"w{n}" for n in range(50)), "Nothing was found."),
        ("a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9", "first words"),
    ],
)
def test_any_question_has_an_answer(reader: Reader, question: str, said: str) -> None:
    assert said in reader.ask(question)
    if reader.page.locator("ol.found > li").count() == 0:
        assert reader.page.locator(".elsewhere a[href*='releases/']").is_visible()


@in_a_browser
def test_markup_in_a_question_is_text(reader: Reader) -> None:
    reader.ask('<img src=x onerror="document.title=1">', official="<b>x</b>")
    assert reader.page.get_by_label("Words").input_value().startswith("<img")
    assert reader.page.locator("main img, main b").count() == 0


@in_a_browser
def test_from_the_box_by_keyboard(reader: Reader) -> None:
    reader.page.goto(f"{reader.start}{TOKYO}{reader.ending}")
    assert reader.page.locator("script[src*='search']").count() == 0, "nothing is loaded before it is used"
    reader.page.locator(".search-box input").focus()
    reader.page.keyboard.type("rule of law")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/search/**q=rule+of+law")
    reader.wait()
    assert ARTICLE in reader.found()


@in_a_browser
@pytest.mark.parametrize("place", ["http", "file"])
def test_without_script_the_page_leads_to_the_lists(browser: Any, places: dict[str, str], place: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{places[place]}search/{'index.html' if place == 'file' else ''}?q=law")
    assert page.get_by_text("Searching needs JavaScript").is_visible()
    assert not page.locator("form.search-form").is_visible()
    page.locator(".elsewhere a").first.click()
    page.wait_for_url("**/releases/**")
    context.close()


@in_a_browser
@pytest.mark.parametrize("spoil", ["all", "directory", "cut", "empty", "shards", "texts", "words"])
def test_a_spoilt_index_is_said(browser: Any, folder_site: Build, tmp_path: Path, spoil: str) -> None:
    site = shutil.copytree(folder_site.folder, tmp_path / "site") / "concordance"
    if spoil == "all":
        shutil.rmtree(site)
    elif spoil == "directory":
        (site / "directory.js").unlink()
    elif spoil == "cut":
        for path in site.glob("r*/pages.js"):
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    elif spoil == "empty":
        (site / "directory.js").write_bytes(b"")
    elif spoil == "shards":
        for path in site.glob("r*/[0-9].js"):
            path.unlink()
    else:
        for folder in site.glob("words" if spoil == "words" else "*/texts"):
            shutil.rmtree(folder)
    page = browser.new_page()
    page.goto((site.parent / "search" / "index.html").as_uri() + "?q=law")
    page.get_by_text("could not be read").wait_for(timeout=5000)
    assert page.locator(".elsewhere a").first.is_visible()
    assert page.locator("form.search-form").get_attribute("aria-busy") is None
    page.close()


@in_a_browser
def test_files_of_two_builds_are_not_mixed(browser: Any, folder_site: Build, tmp_path: Path) -> None:
    site = shutil.copytree(folder_site.folder, tmp_path / "site") / "concordance"
    (path,) = site.glob("r*/pages.js")
    path.write_text(re.sub(r',"\w+",', ',"0123456789",', path.read_text("utf-8"), count=1), "utf-8")
    page = browser.new_page()
    page.goto((site.parent / "search" / "index.html").as_uri() + "?q=law")
    page.get_by_text("load the page again").wait_for(timeout=5000)
    page.close()


@in_a_browser
def test_a_silent_server_is_not_waited_for(browser: Any, places: dict[str, str]) -> None:
    page = browser.new_page()
    page.route("**/concordance/words/*", lambda route: None)
    page.goto(f"{places['http']}search/?q=law", wait_until="commit")
    page.get_by_text("could not be read").wait_for(timeout=15_000)
    assert page.locator(".elsewhere a").first.is_visible()
    page.close()


@in_a_browser
def test_half_a_character_is_no_word(reader: Reader) -> None:
    reader.ask("law")
    found = reader.found()
    reader.page.evaluate("document.querySelector('#q').value = '\\ud800 law \\udc00'")
    reader.page.get_by_role("button", name="Search", exact=True).click()
    reader.page.wait_for_url("**%EF%BF%BD**")
    reader.wait()
    assert found and reader.found() == found


@in_a_browser
def test_words_are_offered_while_typing(reader: Reader) -> None:
    reader.page.goto(f"{reader.start}search/{reader.ending}")
    reader.page.locator("input#q").type("talks with Kamik")
    reader.page.locator("datalist option[value='talks with kamikawa']").wait_for(state="attached")


@in_a_browser
def test_words_and_phrases_narrow_each_other(reader: Reader) -> None:
    reader.ask('"rule of law" Kamikawa')
    both = reader.found()
    reader.ask('"rule of law"')
    assert ARTICLE in reader.found() and set(both) <= set(reader.found())
    reader.ask('"law of rule"')
    assert reader.found() == []


@in_a_browser
def test_the_forms_of_a_word_are_found_but_in_a_phrase_only_the_very_word(reader: Reader) -> None:
    reader.ask("cooperating")
    assert "cooperation" in {mark.lower() for mark in reader.page.locator("mark").all_inner_texts()}
    reader.ask('"cooperating"')
    assert "cooperation" not in {mark.lower() for mark in reader.page.locator("mark").all_inner_texts()}


@in_a_browser
def test_the_browser_cuts_words_as_the_index_does(browser: Any, places: dict[str, str]) -> None:
    page = browser.new_page()
    page.goto(f"{places['http']}search/")
    cutting = """texts => {
        const form = document.querySelector("form.search-form");
        const cutter = window.recordSearch.cutter(JSON.parse(form.dataset.writing));
        return texts.map(text => cutter.words(text));
    }"""
    texts = [*WRITINGS, *(block.text for release in assemble(ROOT).releases for block in release.blocks)]
    for text, words in zip(texts, page.evaluate(cutting, texts), strict=True):
        assert words == cut(text), text
    page.close()


@in_a_browser
@pytest.mark.parametrize("width", [390, 1400])
def test_filters_are_loaded_when_they_are_seen_and_after_the_answer(
    browser: Any, places: dict[str, str], width: int
) -> None:
    """They are the largest part of the index, and the answer does not need them."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    order: list[str] = []
    page.on("request", lambda request: order.append(request.url.rpartition("/concordance/")[2]))
    reading = Reader(page, "http", places["http"])
    reading.ask("cooperation")
    assert reading.found()
    texts = [at for at, url in enumerate(order) if "/texts/" in url]
    filters = [at for at, url in enumerate(order) if "/filters.js" in url]
    assert bool(filters) == (width == 1400)
    assert not filters or min(filters) > max(texts)
    if not filters:
        page.get_by_text("Filters and order").click()
        page.locator("option", has_text="Cambodia (").first.wait_for(state="attached")
        assert any("/filters.js" in url for url in order)
    reading.ask("cooperation", kind="Press release")
    assert reading.found() and page.get_by_label("Kind").input_value() == "Press release"
    assert page.locator("form.search-form details").get_attribute("open") is not None
    assert reading.errors == []
    context.close()


# --- how well it finds ------------------------------------------------------------------------------


@in_a_browser
@pytest.mark.parametrize("devset", [False, True], ids=["seeds", "devset"])
def test_what_readers_ask_is_among_the_first_three(
    browser: Any, tmp_path: Path, devset: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = yaml.safe_load((TESTS / "search_queries.yml").read_text("utf-8"))
    asked = [query for query in asked if devset or not query.get("devset")]
    root = record_in_three_languages(tmp_path / "record")
    if devset:
        shutil.copytree(shared_folder() / "devset" / "raw", root / "seeds" / "devset")
    built = build_site(root, tmp_path / "site")
    assert built.status == 0, built.said
    missed = []
    context = browser.new_context()
    with serving(built.folder) as address:
        reading = Reader(context.new_page(), "http", address)
        for query in asked:
            reading.ask(query["ask"])
            first = reading.found()[:3]
            if not set(first) & set(query["want"]):
                missed.append(f"{query['ask']}: {', '.join(first) or 'nothing'}")
    context.close()
    with capsys.disabled():
        print(
            f"\nsearch: {len(asked) - len(missed)} of {len(asked)} among the first three", *missed, sep="\n  "
        )
    assert len(missed) <= 0.05 * len(asked), missed
