"""The Content-Security-Policy: worked out from the pages, strict, and no page of the site breaks it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import in_a_browser, serving
from gazette.exports.policy import inline_scripts, is_styled_inline, render_headers, render_policy
from pictures import pages_of
from support import ROOT, Build, build_site, copy_record

LISTEN = """
window.broken = [];
document.addEventListener("securitypolicyviolation",
  event => broken.push(event.effectiveDirective + " " + event.blockedURI));
"""

RELEASE = "releases/mfaic/2023-12-18-foreign-ministers-tokyo/"


def sent(site: Path) -> dict[str, str]:
    """The headers of the file `_headers`, as a host sends them."""
    rows = (site / "_headers").read_text("utf-8").splitlines()
    assert rows[0] == "/*" and all(row.startswith("  ") for row in rows[1:])
    return dict(row.strip().split(": ", 1) for row in rows[1:])


def directives(policy: str) -> dict[str, list[str]]:
    """The policy by directive."""
    return {name: values for name, *values in (part.split() for part in policy.split(";"))}


# --- worked out ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "number"),
    [
        ("<script>a()</script>", 1),
        ("<SCRIPT type=module>a()</SCRIPT >", 1),
        ('<script type="text/javascript">a()</script><script>b()</script>', 2),
        ('<script data-x="a > b">a()</script>', 1),
        ('<script data-src="x.js">a()</script>', 1),
        ('<script src="a.js"></script>', 0),
        ('<script type="application/ld+json">{"a": 1}</script>', 0),
        ("<!-- <script>a()</script> -->", 0),
        ("<p>a script</p>", 0),
    ],
)
def test_scripts_that_a_browser_runs_are_found(html: str, number: int) -> None:
    assert len(list(inline_scripts(html))) == number


def test_a_digest_is_that_of_the_code_alone() -> None:
    (one,), (two,) = inline_scripts("<script>a()</script>"), inline_scripts('<script id="x">a()</script>')
    (three,) = inline_scripts("<script> a()</script>")
    assert one == two != three


@pytest.mark.parametrize(
    ("html", "styled"),
    [
        ('<p style="color: red">', True),
        ("<p class='a' style='x'>", True),
        ("<style>p{}</style>", True),
        ('<a onclick="x()">', True),
        ('<p class="style">', False),
        ("<p>style=&quot;x&quot;</p>", False),
        ('<p title="a style">', False),
        ('<p data-style="x">', False),
    ],
)
def test_styles_within_a_page_are_found(html: str, styled: bool) -> None:
    assert is_styled_inline(html) is styled


def test_nothing_is_allowed_that_nobody_needs() -> None:
    plain, scripted = directives(render_policy()), directives(render_policy(["'sha256-x='"]))
    assert (
        plain["default-src"]
        == plain["object-src"]
        == plain["base-uri"]
        == plain["frame-ancestors"]
        == ["'none'"]
    )
    assert plain["script-src"] == plain["style-src"] == ["'self'"]
    assert scripted["script-src"] == ["'self'", "'sha256-x='"]
    assert plain["connect-src"] == plain["worker-src"] == ["'none'"], "the search loads scripts, nothing else"
    assert "unsafe" not in render_policy(["'sha256-x='"])
    assert "frame-ancestors" not in directives(render_policy(in_page=True)), "browsers ignore it in a page"


def test_each_header_stands_on_one_line() -> None:
    lines = render_headers(render_policy()).splitlines()
    assert lines[0] == "/*" and all(line.count(": ") >= 1 for line in lines[1:])


# --- the built site ------------------------------------------------------------------------------


def test_the_file_for_hosts_holds_what_the_pages_need(site: Build, folder_site: Build) -> None:
    policy = directives(sent(site.folder)["Content-Security-Policy"])
    pages = [path.read_text("utf-8") for path in site.folder.rglob("*.html")]
    assert {d for page in pages for d in inline_scripts(page)} == {
        d for d in policy["script-src"] if "sha" in d
    }
    assert not any(map(is_styled_inline, pages))
    assert not (folder_site.folder / "_headers").exists()


def test_an_inline_script_of_a_theme_is_allowed_by_its_digest(tmp_path: Path) -> None:
    root = copy_record(tmp_path / "record")
    frame = root / "docs" / "overrides" / "main.html"
    frame.write_text(
        frame.read_text("utf-8").replace("</body>", "<script>var a = 1;</script>\n</body>"), "utf-8"
    )
    built = build_site(root, tmp_path / "site", "--strict")
    assert built.status == 0, built.said
    assert set(inline_scripts("<script>var a = 1;</script>")) <= set(
        directives(sent(built.folder)["Content-Security-Policy"])["script-src"]
    )


def test_a_style_within_a_page_is_said(tmp_path: Path) -> None:
    root = copy_record(tmp_path / "record")
    with (root / "docs" / "about.md").open("a", encoding="utf-8") as page:
        page.write('\n<p style="color: red">Red</p>\n')
    built = build_site(root, tmp_path / "site", "--strict")
    assert built.status != 0 and "about.md: a style or script within the page" in built.said


# --- in a browser --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def guarded(site: Build) -> Iterator[str]:
    """The site behind a server that sends the headers of `_headers`."""
    with serving(site.folder, sent(site.folder)) as address:
        yield address


@pytest.fixture(params=["light", "dark"])
def visit(request: pytest.FixtureRequest, browser: Any) -> Iterator[tuple[Any, list[str]]]:
    """A page that notes what the policy stops."""
    context = browser.new_context(color_scheme=request.param, viewport={"width": 1200, "height": 900})
    context.set_default_timeout(15_000)
    context.add_init_script(LISTEN)
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda entry: said.append(entry.text) if entry.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page, said
    context.close()


def stopped(page: Any) -> list[str]:
    """What the policy stopped on this page."""
    found: list[str] = page.evaluate("window.broken")
    return found


@in_a_browser
def test_no_page_breaks_the_policy(site: Build, guarded: str, visit: tuple[Any, list[str]]) -> None:
    page, said = visit
    places = [path.relative_to(site.folder).as_posix() for path in pages_of(site.folder).values()]
    for place in [*places, "404.html"]:
        answer = page.goto(guarded + place.removesuffix("index.html"))
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert page.evaluate("document.documentElement.classList.contains('js')"), "scripts run"
        assert page.evaluate("getComputedStyle(document.body).display") == "flex", "the style sheet holds"
        assert stopped(page) == [], place
    assert said == [] and len(places) > 15


@in_a_browser
def test_what_pages_can_do_they_can_do_under_the_policy(guarded: str, visit: tuple[Any, list[str]]) -> None:
    page, said = visit
    page.goto(guarded)
    page.fill(".search-box input", "Hayashi")
    page.press(".search-box input", "Enter")
    page.wait_for_selector("ol.found > li")
    assert stopped(page) == []
    page.goto(guarded + RELEASE)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("button.scheme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    page.keyboard.press("Tab")
    page.evaluate("document.querySelector('.text .number').focus()")
    page.wait_for_selector(".quote-bar:not([hidden])")
    page.click(".quote-copy")
    # Not wait_for_function: while it polls, the driver itself evaluates a string, which the policy forbids.
    page.locator(".quote-bar [role=status]", has_text=re.compile(r"\S")).wait_for()
    assert stopped(page) == [] and said == []


@in_a_browser
def test_the_policy_stops_what_it_should(guarded: str, visit: tuple[Any, list[str]]) -> None:
    """So that no violation elsewhere means something."""
    page, _ = visit
    page.goto(guarded)
    page.evaluate(
        """() => {
            document.body.insertAdjacentHTML("beforeend", '<p style="color: red">red</p>');
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
        }"""
    )
    for _ in range(100):
        if page.evaluate("broken.length") >= 2:
            break
        page.wait_for_timeout(50)
    assert {entry.split()[0] for entry in stopped(page)} >= {"style-src-attr", "script-src-elem"}
    assert page.evaluate("window.ran") is None


@in_a_browser
def test_pages_can_carry_the_policy_themselves(
    tmp_path: Path, browser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For hosts that send no headers: the setting of mkdocs.yml."""
    monkeypatch.setitem(os.environ, "POLICY_IN_PAGES", "true")
    built = build_site(ROOT, tmp_path / "site", "--strict")
    assert built.status == 0, built.said
    with serving(built.folder) as address:
        page = browser.new_page()
        try:
            page.add_init_script(LISTEN)
            page.goto(f"{address}search/?q=Hayashi")
            page.wait_for_selector("ol.found > li")
            assert stopped(page) == []
            page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">red</p>')")
            page.wait_for_function("broken.length >= 1")
        finally:
            page.close()
