"""A real browser walks the site: finding aid → release → official → the sentence that names the office."""

from __future__ import annotations

import re
from typing import Any

import pytest

from browsing import in_a_browser
from support import Build

pytestmark = in_a_browser

RELEASE = "mfaic/2021-11-18-telephone-conversation"
OFFICE = "Foreign Affairs"


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
