"""The loop of an editor, in a real browser: a file is copied into seeds/, and its page shows by itself.

`mkdocs serve` runs on a copy of the record. How long each step took is printed, never asserted.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from browsing import free_port, in_a_browser
from support import ROOT, copy_record

pytestmark = in_a_browser

LETTER = """\
MINISTRY OF FOREIGN AFFAIRS AND INTERNATIONAL COOPERATION

PRESS RELEASE

Minister Roe Meets the Ambassador of Ruritania

On 4 May 2022, H.E. Ms. Jana Roe, Minister of Foreign Affairs of Ruritania, met Mr. John Doe in Phnom Penh.

Phnom Penh, 5 May 2022
"""
BROKEN = "---\ntitle: Talks: an outcome\n---\n"
MENDED = '---\ntitle: "Talks: an outcome"\n---\n'
SEED = Path("seeds") / "mfaic" / "2022-05-05-roe.txt"
PAGE = "releases/mfaic/2022-05-05-roe/"
PATIENCE = 90_000
"""Milliseconds, for slow machines."""


@dataclass(frozen=True)
class Served:
    """A record that is being served."""

    root: Path
    address: str
    told: str
    "What a browser was told before the site was there."


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`mkdocs serve` on a copy of the record."""
    with serving_a_copy(tmp_path_factory.mktemp("loop") / "record") as served:
        yield served


@contextmanager
def serving_a_copy(folder: Path, meanwhile: Callable[[Path], None] = lambda root: None) -> Iterator[Served]:
    """A copy of the record that is served; `meanwhile` is called while the first build runs."""
    root = copy_record(folder)
    address = f"127.0.0.1:{free_port()}"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}
    environment.pop("SITE_URL", None)
    with (root.parent / "said.txt").open("w") as said:
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
        serving = subprocess.Popen(command, cwd=root, env=environment, stdout=said, stderr=subprocess.STDOUT)
        try:
            meanwhile(root)
            told = wait_for(f"http://{address}/", serving)
            yield Served(root, f"http://{address}/", told)
        finally:
            serving.terminate()
            serving.wait(20)


def wait_for(address: str, serving: subprocess.Popen[bytes]) -> str:
    """Until the first build is there; what is said meanwhile."""
    told = ""
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end and serving.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return told
        except urllib.error.HTTPError as error:
            with error:
                told = f"{error.code} {error.read().decode()}"
        except OSError:
            pass
        time.sleep(0.05)
    pytest.fail(f"{address} is not served")


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """An empty page, patient."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_a_copied_file_shows_by_itself_with_its_problems_until_they_are_settled(
    served: Served, page: Any
) -> None:
    seed = served.root / SEED
    opened: list[str] = []
    page.on("load", lambda: opened.append(page.url))
    page.goto(served.address)
    hint = page.locator(".editing")
    assert "notice" in hint.inner_text() and "error" not in hint.inner_text()
    assert hint.locator("a").get_attribute("href").endswith("data/problems/")

    began = time.monotonic()
    seed.write_text(BROKEN + LETTER, "utf-8")
    page.locator("main a", has_text="Minister Roe Meets the Ambassador").first.wait_for()
    print(f"\na new seed in the list of the first page after {time.monotonic() - began:.1f} s")
    assert "1 error" in page.locator(".editing").inner_text()
    assert len(opened) >= 2, "the page loaded itself again"

    page.goto(f"{served.address}{PAGE}")
    box = page.locator("aside.editing")
    assert box.locator("details").get_attribute("open") is not None, "an error is not folded away"
    assert "1 error" in box.locator("summary").inner_text()
    words = box.inner_text()
    assert f"{SEED.as_posix()}:2" in words and "front-matter-broken" in words
    assert 'write `title: "Talks: an outcome"`' in words, "the line to write"
    assert "official-provisional" in words and "- id: jana-roe" in words
    assert "seed-unregistered" in words and f"- seed: {SEED.relative_to('seeds').as_posix()}" in words

    began = time.monotonic()
    seed.write_text(MENDED + LETTER, "utf-8")
    page.locator("h1", has_text="Talks: an outcome").wait_for()
    print(f"a mended seed on its page after {time.monotonic() - began:.1f} s")
    folded = page.locator("aside.editing details")
    assert folded.get_attribute("open") is None, "only notices are left, and they are folded"
    assert "error" not in page.locator("aside.editing summary").inner_text()

    seed.unlink()
    page.goto(served.address)
    page.locator("main a", has_text="Talks: an outcome").first.wait_for(state="detached")


def test_what_is_saved_while_the_first_build_runs_shows_too(tmp_path: Path) -> None:
    """Which of thousands of releases takes minutes; the texts are read at its beginning."""

    def save(root: Path) -> None:
        end = time.monotonic() + PATIENCE / 1000
        while "event-redated" not in (root.parent / "said.txt").read_text("utf-8"):
            assert time.monotonic() < end, "no problem of a text that was read is said"
            time.sleep(0.01)
        (root / SEED).write_text(LETTER, "utf-8")

    with serving_a_copy(tmp_path / "record", save) as served:
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            with urllib.request.urlopen(served.address, timeout=PATIENCE / 1000) as found:
                if b"Minister Roe Meets the Ambassador" in found.read():
                    break
            time.sleep(0.1)
        else:
            pytest.fail("it does not show")
        said = (tmp_path / "said.txt").read_text("utf-8")
        assert said.count("Detected file changes") == 1


def test_who_asks_while_a_build_begins_gets_a_whole_page(served: Served) -> None:
    """MkDocs knows that it will build before the build has begun, and holds back who asks meanwhile."""
    seed = served.root / SEED
    asked = 0
    for change in range(3):
        seed.write_text(f"{BROKEN}{LETTER}\nThe parties met {change + 2} times.\n", "utf-8")
        end = time.monotonic() + 3
        while time.monotonic() < end:
            with urllib.request.urlopen(served.address, timeout=PATIENCE / 1000) as found:
                main = found.read().decode().partition("<main")[2].partition("</main>")[0]
            assert main.count("<a ") > 3, f"the frame of a page alone, after {asked} whole ones"
            asked += 1
    seed.unlink()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_the_box_fits_and_can_be_read(browser: Any, served: Served, width: int, scheme: str) -> None:
    seed = served.root / SEED
    seed.write_text(BROKEN + LETTER, "utf-8")
    context = browser.new_context(viewport={"width": width, "height": 1200}, color_scheme=scheme)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    try:
        page.goto(served.address)
        page.locator("main a", has_text="Minister Roe Meets the Ambassador").first.wait_for()
        page.goto(f"{served.address}{PAGE}")
        box = page.locator("aside.editing").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        colours = page.locator("aside.editing").evaluate(
            "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
        )
        assert contrast(*colours) >= 4.5, colours
        folder = os.environ.get("GAZETTE_PICTURES")
        if folder:
            page.screenshot(path=f"{folder}/editing-{width}-{scheme}.png")
    finally:
        context.close()


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as the browser writes them. Source: WCAG 2.2, relative luminance."""
    bright, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of `rgb(…)`."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_who_comes_early_is_told_to_wait(served: Served) -> None:
    assert served.told.startswith("503 ") and "The site is being put together" in served.told


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("releases/", "Releases"),
        ("chronology/", "Chronology"),
        ("officials/", "Officials"),
        ("data/", "Data"),
        ("data/problems/", "Doubts about single readings"),
    ],
)
def test_an_index_is_whole_though_it_is_made_when_it_is_asked_for(
    served: Served, page: Any, address: str, title: str
) -> None:
    page.goto(f"{served.address}{address}")
    assert page.title().startswith(f"{title} · ") and page.locator("h1").inner_text() == title
    assert page.locator("main a").count() >= 2
    current = page.locator("nav[aria-label=Main] a[aria-current]")
    assert current.get_attribute("aria-current") == ("true" if address == "data/problems/" else "page")
    assert page.locator('meta[name="description"]').get_attribute("content")


@pytest.mark.parametrize("name", ["", "index.html"])
def test_a_note_stands_on_an_index_that_is_made_when_it_is_asked_for(
    served: Served, page: Any, name: str
) -> None:
    note = served.root / "docs" / "index.md"
    title, _, words = note.read_text("utf-8").partition("\n")
    page.goto(f"{served.address}{name}")
    assert page.locator("h1").all_inner_texts() == [title.removeprefix("# ")]
    assert " ".join(words.split())[:60] in " ".join(page.locator("main .note").inner_text().split())
    assert page.locator("main").get_by_role("link", name="Open questions and wanted texts").count() == 1
    assert page.locator('meta[name="description"]').get_attribute("content")


def test_a_year_of_the_chronology_is_made_when_it_is_asked_for(served: Served, page: Any) -> None:
    page.goto(f"{served.address}chronology/")
    year = page.locator("main table a, main figure a, main h2 a").first
    address = year.evaluate("link => link.href.baseVal || link.href")
    page.goto(f"{served.address}chronology/{address.rstrip('/').rpartition('/')[2]}/")
    assert page.locator("h1").inner_text().startswith("Chronology of ")
    assert page.locator("main .lines li").count() >= 1


def test_a_notice_stands_once_in_the_log(served: Served) -> None:
    """However often the record is built: what is new would be lost among what is known."""
    said = served.root.parent / "said.txt"
    before = said.read_text("utf-8")
    index = served.root / "docs" / "index.md"
    index.write_text(index.read_text("utf-8") + "\nOne word more.\n", "utf-8")
    end = time.monotonic() + PATIENCE / 1000
    while said.read_text("utf-8").count("releases, of which") == before.count("releases, of which"):
        assert time.monotonic() < end
        time.sleep(0.2)
    words = said.read_text("utf-8")
    notices = [line for line in words.splitlines() if ": event-redated: " in line]
    assert notices and len(notices) == len(set(notices)), "not again by the builds after the first"
    assert re.search(r"\d+ notices? said before and still open", words)


def test_a_preview_draws_no_picture_for_links(served: Served) -> None:
    """Nobody links to a preview, and a picture takes as long as the page."""
    with urllib.request.urlopen(f"{served.address}{PAGE}") as page:
        assert b"card.png" not in page.read()
