"""A real browser walks the site: finding aid → release → official → the sentence that names the office."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from support import Build

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(not CHROMIUM.is_file(), reason=f"no browser at {CHROMIUM}")

RELEASE = "mfaic/2021-11-18-telephone-conversation"
OFFICE = "Foreign Affairs"


class Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as play:
        running = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def server(site: Build) -> Iterator[str]:
    """The built site on a port of this machine."""
    handler = partial(Quiet, directory=str(site.folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()


def start_of(where: str, request: pytest.FixtureRequest) -> str:
    """Address of the first page, hosted or from a folder."""
    if where == "http":
        address: str = request.getfixturevalue("server")
        return address
    folder: Build = request.getfixturevalue("folder_site")
    return (folder.folder / "index.html").as_uri()


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("scripts", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("where", ["http", "file"])
def test_from_the_finding_aid_to_the_sentence(
    browser: Any, request: pytest.FixtureRequest, where: str, scripts: bool, width: int
) -> None:
    start = start_of(where, request)
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 900})
    context.set_default_timeout(15_000)
    errors: list[str] = []
    outside: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "request",
        lambda r: outside.append(r.url) if not r.url.startswith((start[:12], "data:", "blob:")) else None,
    )
    try:
        page.goto(start)
        assert page.locator("h1").count() == 1
        page.locator(f"main a[href*='{RELEASE}']:visible").first.click()
        page.wait_for_url(f"**/{RELEASE}/**")
        assert "Telephone Conversation" in page.locator("h1").inner_text()
        assert_fits(page, width)
        page.locator("main a[href*='officials/']:visible", has_text=re.compile("hayashi", re.I)).first.click()
        page.wait_for_url("**/officials/**")
        assert "hayashi" in page.locator("h1").inner_text().lower()
        assert_fits(page, width)
        page.locator(f"main a[href*='{RELEASE}'][href*='#p']:visible").first.click()
        page.wait_for_url(f"**/{RELEASE}/**#p*")
        paragraph = page.locator(f"[id='{page.url.partition('#')[2].partition(':~:')[0]}']")
        assert paragraph.is_visible()
        assert "HAYASHI" in paragraph.inner_text() and OFFICE in paragraph.inner_text()
        assert errors == [] and outside == []
    finally:
        context.close()


def assert_fits(page: Any, width: int) -> None:
    """Nothing is wider than the window."""
    assert page.locator("html").bounding_box()["width"] <= width
    # Without scripts in the page, the browser's own tools still measure.
    measured = page.context.new_cdp_session(page).send("Page.getLayoutMetrics")
    assert measured["cssContentSize"]["width"] <= width + 1
