"""The adapter: a build joins what people wrote with what is generated, counts problems, writes only site/."""

from __future__ import annotations

import hashlib
import logging
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

import support
from browsing import CHROMIUM, FLAGS
from gazette.seeds import load_raw
from later import SHORT, LateText

RELEASE = "releases/mfaic/2023-12-18-foreign-ministers-tokyo"
SUMMIT = "releases/mofa-japan/2022-03-20-summit-meeting"


def copy_record(root: Path, seeds: bool = True) -> Path:
    """A copy of the record's settings, pages and seeds; the code stays where it is."""
    settings = (support.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    hook = (support.ROOT / "hooks" / "publish.py").as_posix()
    (root / "mkdocs.yml").write_text(settings.replace("hooks/publish.py", hook), encoding="utf-8")
    shutil.copytree(support.ROOT / "docs", root / "docs")
    if seeds:
        shutil.copytree(support.ROOT / "seeds", root / "seeds")
    return root


def build_site(root: Path, **settings: object) -> Path:
    """Build the record below `root` and give back the folder of the site."""
    site = root / "site"
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(site), **settings))  # type: ignore[arg-type]
    return site


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder with its digest."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The project's own record, built with --strict; nothing below docs/ or seeds/ has changed."""
    root = copy_record(tmp_path_factory.mktemp("record"))
    before = digests(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        build_site(root, strict=True)
    beside = ("site/", ".cache/")
    after = {name: digest for name, digest in digests(root).items() if not name.startswith(beside)}
    assert after == before, "the build writes nothing but site/, and what it keeps for the next one"
    yield root / "site"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, to be opened from a folder on disk."""
    return build_site(copy_record(tmp_path_factory.mktemp("folder")), strict=True, use_directory_urls=False)


def test_every_kind_of_page_is_built(built: Path) -> None:
    for page in (
        "",
        "releases/",
        f"{RELEASE}/",
        "chronology/",
        "chronology/2023/",
        "officials/",
        "topics/",
        "data/",
    ):
        html = (built / page / "index.html").read_text(encoding="utf-8")
        assert html.count("<h1") == 1, page
    for kind in ("events", "officials", "offices", "topics", "bodies"):
        assert list(built.glob(f"{kind}/*/index.html")), kind


def test_raw_files_are_published_byte_for_byte(built: Path) -> None:
    for seed in support.SEEDS:
        below = seed.relative_to(support.ROOT / "seeds").with_suffix("")
        assert (built / "releases" / below / "raw.txt").read_bytes() == seed.read_bytes()
        assert (built / "releases" / below / "release.md").read_text(encoding="utf-8").startswith("---\n")


def test_data_files_are_published_and_listed(built: Path) -> None:
    listed = (built / "data/index.html").read_text(encoding="utf-8")
    for name in ("releases.json", "officials.json", "events.json", "topics.json", "record.ics", "feed.xml"):
        assert (built / "data" / name).is_file() and f'href="{name}"' in listed


def test_a_note_is_joined_with_what_is_generated(built: Path) -> None:
    html = (built / "topics/strategic-partnership/index.html").read_text(encoding="utf-8")
    title, note, passages = html.index("<h1"), html.index("Editor's note"), html.index('id="passages"')
    assert title < note < passages
    assert html.count("<h1") == 1
    official = (built / "officials/sok-chenda-sophea/index.html").read_text(encoding="utf-8")
    assert "Editor's note" in official and 'id="offices"' in official
    home = (built / "index.html").read_text(encoding="utf-8")
    assert home.index("What the foreign ministries of Cambodia and Japan said") < home.index('id="newest"')


def test_every_link_and_anchor_resolves(built: Path, folder: Path) -> None:
    for site in (built, folder):
        pages = {
            path: path.read_text(encoding="utf-8") for path in site.rglob("*.html") if path.name != "404.html"
        }
        anchors = {path: set(re.findall(r'\bid="([^"]+)"', html)) for path, html in pages.items()}
        for path, html in pages.items():
            for href in re.findall(r'<(?:a|link)\b[^>]*?\bhref="([^"]*)"', html):
                if re.match(r"[a-z]+:", href):
                    continue
                target, _, fragment = href.partition("#")
                place = (path.parent / target).resolve() if target else path
                place = place / "index.html" if place.is_dir() and (site == built or not target) else place
                assert place.is_file(), f"{path.relative_to(site)}: {href}"
                if fragment and place in anchors:
                    assert fragment in anchors[place], f"{path.relative_to(site)}: {href}"


def test_nothing_is_loaded_from_outside(built: Path) -> None:
    outside = r"""[^>]*?(?:src|href)=["'](?:https?:)?//[^"']*"""
    loads = re.compile(rf"<(?:script|img|iframe|source|link)\b{outside}")
    named = re.compile(r'rel="(?:canonical|schema\.\w+)"')
    for path in built.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not [m for m in loads.findall(html) if not named.search(m)], path
    assert "url(" not in (built / "assets/record.css").read_text(encoding="utf-8")


def test_pages_stay_small(built: Path) -> None:
    for path in built.glob("releases/*/*/index.html"):
        assert path.stat().st_size <= 60 * 1024, path


def test_a_build_is_reproducible(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    again = build_site(copy_record(tmp_path), strict=True)
    assert digests(again) == digests(built)
    assert "concordance/directory.js" in digests(built)


def test_edit_links_lead_to_the_raw_file(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    site = build_site(root, repo_url="https://example.org/record", edit_uri="edit/main/docs/")
    html = (site / RELEASE / "index.html").read_text(encoding="utf-8")
    assert "https://example.org/record/edit/main/seeds/mfaic/2023-12-18-foreign-ministers-tokyo.txt" in html


def test_a_record_without_releases_is_built(tmp_path: Path) -> None:
    root = copy_record(tmp_path, seeds=False)
    (root / "seeds").mkdir()
    for note in (*root.glob("docs/topics/*.md"), *root.glob("docs/authority/accessions.yml")):
        note.unlink()
    site = build_site(root)
    assert "No releases yet." in (site / "releases/index.html").read_text(encoding="utf-8")


def test_a_changed_seed_ends_a_strict_build_after_all_problems_are_listed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root = copy_record(tmp_path)
    seeds = sorted((root / "seeds").glob("*/*.txt"))
    for seed in seeds[:2]:
        seed.write_bytes(seed.read_bytes() + b"\nOne line more.\n")
    (root / "seeds" / "mfaic" / "2024-01-01-scan.txt").write_bytes(b"\xff\xfe\x00\x80 not text \x81")
    with caplog.at_level(logging.INFO, logger="mkdocs.gazette"), pytest.raises(Abort):
        build_site(root, strict=True)
    severe = [
        r.getMessage() for r in caplog.records if r.name == "mkdocs.gazette" and r.levelno >= logging.WARNING
    ]
    for seed in (*seeds[:2], root / "seeds/mfaic/2024-01-01-scan.txt"):
        assert any(seed.relative_to(root).as_posix() in message for message in severe), seed
    assert (root / "site" / RELEASE / "index.html").is_file(), "the rest of the record is still built"


def test_notices_do_not_end_a_strict_build(built: Path) -> None:
    assert (built / "data/problems/index.html").is_file()


def test_each_build_reads_the_record_again(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    build_site(root)
    added = root / "seeds/mfaic/2024-02-02-added.txt"
    added.write_text("PRESS RELEASE\n\nA Note on Lanterns\n\nThe lanterns were lit.\n", encoding="utf-8")
    site = build_site(root)
    assert (site / "releases/mfaic/2024-02-02-added/index.html").is_file()


def test_texts_as_received_wait_in_a_file(tmp_path: Path) -> None:
    """Only its own page shows what stands in a raw file: none is held by a build of ten thousand."""
    root = copy_record(tmp_path)
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    build(config)
    releases = config.extra["record"].corpus.releases
    assert releases
    for release in releases:
        for value, name in ((release.raw, "text"), *((block, "raw") for block in release.blocks)):
            slot, text = vars(type(value))[name], getattr(value, name)
            assert isinstance(slot, LateText)
            is_held = isinstance(slot._slot.__get__(value), str)
            assert is_held == (len(text) <= SHORT or (name == "raw" and value.text is text)), text
        assert release.raw.text == load_raw(root / release.raw.path, root).text


def test_raw_text_is_not_markup_in_the_built_page(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    hostile = "# <script>alert(1)</script> {{ config.site_name }}\n\n{% include 'x' %} &lt;b&gt; [a](b)\n"
    (root / "seeds/mfaic/2024-03-03-hostile.txt").write_text(hostile, encoding="utf-8")
    html = (build_site(root) / "releases/mfaic/2024-03-03-hostile/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html and "&lt;script&gt;alert(1)" in html
    assert "{{ config.site_name }}" in html and "{% include" in html
    assert 'href="javascript' not in html


# --- in a real browser -----------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["with script", "without script"])
def page(request: pytest.FixtureRequest) -> Iterator[object]:
    """A page of Debian's chromium; the site is opened from a folder on disk."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser.new_page(
            java_script_enabled=request.param == "with script", viewport={"width": 390, "height": 800}
        )
        browser.close()


def test_from_the_finding_aid_to_the_sentence_that_names_an_office(page, folder: Path) -> None:  # type: ignore[no-untyped-def]
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name=re.compile("Foreign Ministers of Cambodia and Japan")).first.click()
    page.wait_for_url(f"**{RELEASE}**")
    page.locator(".people").get_by_role("link", name="Sok Chenda Sophea").first.click()
    page.wait_for_url("**/officials/**")
    assert page.locator("h1").inner_text() == "Sok Chenda Sophea"
    offices = page.locator("table", has_text="Each office as the releases attest it")
    offices.locator("summary").first.click()
    quotation = offices.locator("blockquote").first
    assert quotation.is_visible() and "SOK Chenda Sophea" in quotation.inner_text()
    quotation.get_by_role("link", name=re.compile("¶")).click()
    page.wait_for_url(re.compile(r"#p\d+$"))
    target = page.locator(page.url[page.url.index("#") :])
    assert "Deputy Prime Minister and Minister of Foreign Affairs" in target.inner_text()


@pytest.mark.parametrize("width", [390, 820, 1400])
def test_no_page_is_wider_than_the_screen(page, folder: Path, width: int) -> None:  # type: ignore[no-untyped-def]
    page.set_viewport_size({"width": width, "height": 800})
    for path in (*folder.glob("*.html"), folder / SUMMIT / "index.html", folder / RELEASE / "index.html"):
        page.goto(path.as_uri())
        assert page.locator("html").bounding_box()["width"] <= width
        assert page.locator("main").bounding_box()["width"] <= width
