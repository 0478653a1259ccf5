"""Nothing that stands in a seed, in an authority file or in a file's name becomes active content anywhere.

A copy of the record is filled with payloads (tests/bad/hostile.py) and built, each page in both ways: from
pieces and by the template. A browser opens every page of it, and what other programs read is read.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest
import yaml
from markdown_it import MarkdownIt

from bad.hostile import WORD, put_hostile
from browsing import in_a_browser, serving
from gazette.cli import main
from gazette.cli.bundle import write_zip
from gazette.cli.terminal import CONTROLS
from support import ROOT, Build, build_site, copy_record

ADDRESS = "https://record.example/x/"

KNOWN = (ADDRESS, "https://ruritania.example/", "https://www.mfaic.gov.kh/", "https://www.mofa.go.jp/")
"""Where pages may lead: to themselves, and where an editor wrote that they shall."""

GUIDE = "".join(path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("*.md")))
"""The pages that are written by hand, whose pictures and links no seed can reach."""

LINKED = frozenset(re.findall(r"(?<!!)\[[^]]*\]\((https://[^)\s]+)\)", GUIDE))
SHOWN = frozenset(re.findall(r"!\[[^]]*\]\((assets/[^)\s]+)\)", GUIDE))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile record; every page of its site is compared with what the template gives."""
    root = copy_record(tmp_path_factory.mktemp("hostile") / "record")
    put_hostile(root)
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace('!ENV [SITE_URL, ""]', ADDRESS), "utf-8")
    pieces = root / "hooks" / "shells.py"
    changed = pieces.read_text("utf-8").replace("COMPARED = 100", "COMPARED = 1")
    assert "COMPARED = 1\n" in changed
    pieces.write_text(changed, "utf-8")
    return root


@pytest.fixture(scope="module")
def hostile(record: Path) -> Build:
    """Its site."""
    made = build_site(record, record.parent / "site")
    assert made.status == 0, made.said[-3000:]
    return made


LIVING = ("script", "iframe", "object", "embed", "form", "img", "svg", "math", "video", "audio")
"""Elements that no book has."""


def pages(folder: Path) -> list[Path]:
    """Every page."""
    return sorted(folder.rglob("*.html"))


# --- pages, as written -----------------------------------------------------------------------------


class Active(HTMLParser):
    """Notes what could act: elements, attributes and addresses that no page of ours has."""

    ALLOWED = frozenset(
        "a abbr article aside b blockquote body br button caption circle cite code col colgroup dd del desc"
        " details div dl dt em fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr html"
        " i input ins label legend li line link main mark meta nav noscript ol option p path pre q rect"
        " script section select small span strong sub summary sup svg table tbody td text textarea th thead"
        " time title tr ul".split()
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.scripts: list[str] = []
        self._script: dict[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        is_picture = tag == "img" and given.get("src", "").removeprefix("../") in SHOWN
        if tag not in self.ALLOWED and not is_picture:
            self.found.append(f"<{tag}>")
        for name, value in given.items():
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "ping", "background"):
                self.found.append(f"{tag} {name}={value[:60]}")
            if name in ("href", "src", "action", "xlink:href", "data", "poster"):
                self.address(tag, given, value)
        if tag == "meta" and given.get("http-equiv", "").lower() not in ("", "content-security-policy"):
            self.found.append(f"meta {given}")
        if tag == "script":
            self._script = given
            if not given.get("src") and given.get("type") != "application/ld+json":
                self.found.append("a script within the page")

    def address(self, tag: str, given: dict[str, str], value: str) -> None:
        parts = urlsplit(value)
        outside = parts.scheme or parts.netloc
        known = tag == "a" and (value.startswith(KNOWN) or value in LINKED)
        known = known or (tag == "link" and given.get("rel") == "canonical" and value.startswith(ADDRESS))
        known = known or (tag == "link" and given.get("rel", "").startswith("schema."))
        if outside and not known:
            self.found.append(f"{tag} leads to {value[:80]}")

    def handle_data(self, data: str) -> None:
        if self._script is not None and self._script.get("type") == "application/ld+json":
            self.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = None


def test_no_page_has_what_could_act(hostile: Build) -> None:
    found = {}
    carried = 0
    for path in pages(hostile.folder):
        text = path.read_text("utf-8")
        carried += WORD in text
        parser = Active()
        parser.feed(text)
        if parser.found:
            found[path.relative_to(hostile.folder).as_posix()] = parser.found[:5]
        for script in parser.scripts:
            json.loads(script)
    assert not found
    assert carried > 60, "the payloads reached the pages"


def test_the_reader_of_pages_finds_what_it_looks_for() -> None:
    for markup in (
        "<script>a</script>",
        "<iframe>",
        "<p onclick=a>",
        '<a href="javascript:a">',
        '<img src="//evil.example/">',
        '<a href="//evil.example/">',
        '<meta http-equiv="refresh">',
        '<p style="a">',
    ):
        parser = Active()
        parser.feed(markup)
        assert parser.found, markup


def test_pages_from_pieces_are_those_of_the_template(hostile: Build) -> None:
    assert "its template gives something else" not in hostile.said and "Traceback" not in hostile.said


def test_words_of_templates_stay_words(hostile: Build) -> None:
    text = "".join(path.read_text("utf-8") for path in pages(hostile.folder))
    for words in ("{{ config }}", "{{ 7*7 }}", "{% raw %}", "{{- x -}}", "~gazette-title~", "${owned(19)}"):
        assert words in text
    assert "<Config" not in text and "MkDocsConfig" not in text


def test_the_log_has_no_control_characters(hostile: Build) -> None:
    assert not CONTROLS.search(hostile.said.replace("\n", ""))
    assert not [line for line in hostile.said.split("\n") if line.startswith("ERROR all is well")]


# --- pages, in a browser ---------------------------------------------------------------------------

MOST = 8
"""Pages of one kind that the browser opens."""

LISTEN = """
window.ran = [];
window.owned = number => { window.ran.push(number); };
addEventListener("error", event => window.ran.push("error: " + event.message));
"""

ACTIVE = r"""() => {
  const found = [...window.ran];
  const here = location.origin;
  for (const one of document.querySelectorAll("*")) {
    const name = one.localName;
    if (/^(iframe|object|embed|base|frame|frameset|portal|applet|video|audio|math)$/i.test(name)
        || /^(foreignobject|animate|set|image|use)$/i.test(name)) found.push("<" + name + ">");
    if (name === "script" && !one.src && one.type !== "application/ld+json") found.push("inline script");
    for (const { name: key, value } of one.attributes) {
      if (/^on|^style$|^srcdoc$|^formaction$/i.test(key)) found.push(name + " " + key);
      if (/^(href|src|action|data|xlink:href)$/.test(key)) {
        const to = new URL(value, document.baseURI);
        if (!/^(https?|mailto|file):$/.test(to.protocol)) found.push(name + " " + value);
        else if (name !== "a" && name !== "link" && to.origin !== here) found.push(name + " " + value);
        else if (name === "a" && /evil/.test(to.host)) found.push(name + " " + value);
      }
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def address(hostile: Build) -> Iterator[str]:
    """The site behind a server that sends no policy: nothing may rest on it."""
    with serving(hostile.folder) as running:
        yield running


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[tuple[Any, list[str]]]:
    """A page that notes dialogs, errors, new windows and requests that leave the site."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("popup", lambda popup: said.append(f"window {popup.url}"))
    page.on("response", lambda r: said.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    page.on("request", lambda r: None if r.url.startswith(address) else said.append(f"request {r.url}"))
    page.add_init_script(LISTEN)
    yield page, said
    page.close()


def chosen(folder: Path) -> list[str]:
    """Pages with a payload, at most so many of a kind; all of them are read by the test above."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in pages(folder):
        name = path.relative_to(folder).as_posix()
        if WORD in path.read_text("utf-8"):
            found[
                "/".join(name.split("/")[:2]) if name.startswith("releases") else name.split("/")[0]
            ].append(name)
    return [name for names in found.values() for name in names[:: max(1, len(names) // MOST)]]


@in_a_browser
def test_no_page_comes_to_life(hostile: Build, visit: tuple[Any, list[str]], address: str) -> None:
    page, said = visit
    living = {}
    for name in chosen(hostile.folder):
        page.goto(address + quote(name))
        # Everything that is folded is opened, and everything that waits for the pointer or the focus gets it.
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        page.evaluate(
            """document.querySelectorAll('main *').forEach(one => {
                for (const kind of ["focus", "mouseover", "click"])
                  if (!one.closest("a, button, summary, form")) one.dispatchEvent(new Event(kind));
            })"""
        )
        if found := page.evaluate(ACTIVE):
            living[name] = found[:5]
    assert not living and not said


@in_a_browser
def test_the_browser_notices_what_it_should(visit: tuple[Any, list[str]], address: str) -> None:
    """So that silence elsewhere means something."""
    page, said = visit
    page.goto(f"{address}about/")
    page.evaluate(
        """() => {
            document.body.insertAdjacentHTML("beforeend",
              "<img src=x onerror=owned(1)><a href='javascript:owned(2)'>a</a><iframe></iframe>");
            alert("a");
        }"""
    )
    page.wait_for_function("window.ran.length")
    assert {"<iframe>", "a javascript:owned(2)", "img onerror"} <= set(page.evaluate(ACTIVE))
    assert "dialog a" in said


@in_a_browser
@pytest.mark.parametrize(
    "query",
    [
        WORD,
        f'"{WORD}" <img src=x onerror=owned(50)>',
        '"><script>owned(51)</script>',
        "</script><script>owned(52)</script>",
        "javascript:owned(53) __proto__ constructor toString",
        "\u202e\x00\x1b[31m",
    ],
)
def test_results_of_a_search_are_words(visit: tuple[Any, list[str]], address: str, query: str) -> None:
    page, said = visit
    page.goto(f"{address}search/?q={quote(query)}")
    count = page.locator(".search-count", has_text=re.compile(r"\w"))
    count.filter(has_not_text="Searching").wait_for()
    page.locator("form.search-form:not([aria-busy])").wait_for()
    if query == WORD:
        assert page.locator("ol.found > li").count() > 5
        assert "<script>" in page.locator("ol.found").inner_text()
    assert page.evaluate(ACTIVE) == [] and said == []


@in_a_browser
def test_filters_of_a_search_are_words(visit: tuple[Any, list[str]], address: str) -> None:
    page, said = visit
    evil = quote('"><img src=x onerror=owned(54)>')
    page.goto(
        f"{address}search/?q={WORD}&kind={evil}&year={evil}&country={evil}&__proto__={evil}&topic=harbours"
    )
    page.locator(".search-count", has_text=re.compile(r"\w")).wait_for()
    page.locator("form.search-form:not([aria-busy])").wait_for()
    assert page.evaluate(ACTIVE) == [] and said == []


@in_a_browser
def test_words_offered_while_typing_are_words(visit: tuple[Any, list[str]], address: str) -> None:
    page, said = visit
    page.goto(f"{address}search/")
    page.locator(".search-form input[type=search]").first.press_sequentially(f"{WORD[:4]} <scr", delay=5)
    page.wait_for_timeout(300)
    assert page.evaluate(ACTIVE) == [] and said == []


@in_a_browser
def test_a_quotation_and_its_citation_are_words(
    hostile: Build, visit: tuple[Any, list[str]], address: str
) -> None:
    page, said = visit
    for path in sorted(hostile.folder.glob("releases/written/*/index.html"))[:6]:
        page.goto(address + path.relative_to(hostile.folder).as_posix())
        page.keyboard.press("Tab")
        page.evaluate("document.querySelector('.text .number').focus()")
        page.wait_for_selector(".quote-bar:not([hidden])")
        page.click(".quote-copy")
        assert page.evaluate(ACTIVE) == [], path
    assert said == []


# --- what other programs read --------------------------------------------------------------------------


def test_xml_is_whole_and_links_lead_here(hostile: Build) -> None:
    read = 0
    for path in hostile.folder.rglob("*.xml"):
        tree = ElementTree.fromstring(path.read_bytes())
        spaces = {element.tag.partition("}")[0] for element in tree.iter()}
        assert spaces <= {"{http://www.w3.org/2005/Atom", "{http://www.sitemaps.org/schemas/sitemap/0.9"}
        for element in tree.iter():
            assert not [key for key in element.attrib if key.rpartition("}")[2].startswith("on")]
            href = element.get("href")
            assert href is None or href.startswith(ADDRESS)
            if element.tag.endswith("}loc"):
                assert re.fullmatch(re.escape(ADDRESS) + r"[\w%~./()!*'$,;:@&=+-]*", element.text or "")
        read += 1
    assert read > 3


def test_json_is_whole(hostile: Build) -> None:
    for path in [*hostile.folder.rglob("*.json"), *hostile.folder.rglob("*.jsonl")]:
        text = path.read_text("utf-8")
        values = map(json.loads, text.split("\n")[:-1]) if path.suffix == ".jsonl" else [json.loads(text)]
        assert list(values)


def test_no_event_is_smuggled_into_the_calendar(hostile: Build) -> None:
    icalendar = pytest.importorskip("icalendar")
    for path in hostile.folder.rglob("*.ics"):
        content = path.read_bytes()
        found = icalendar.Calendar.from_ical(content).walk("VEVENT")
        told = json.loads((hostile.folder / "data" / "events.json").read_text("utf-8"))
        dated = [one for one in told if re.fullmatch(r"\d{4}-\d\d-\d\d", one["start"] or "")]
        assert len(found) == content.count(b"BEGIN:VEVENT\r\n") == len(dated)
        assert not [one for one in found if "ATTACH" in one or "VALARM" in one]
        assert [one for one in found if WORD in one["SUMMARY"]]


def test_no_cell_is_a_formula(hostile: Build) -> None:
    carried = 0
    for path in (hostile.folder / "data").rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            table = list(csv.reader(file))
        assert {len(row) for row in table} == {len(table[0])}
        cells = [cell for row in table[1:] for cell in row]
        assert not [c for c in cells if c.strip()[:1] in tuple("=+-@＝＋－＠")]
        assert not [c for c in cells if c[:1] in ("\t", "\r", "\n")]
        carried += any(cell.startswith("'=") for cell in cells)
    assert carried, "some cells had to be defused"


def test_no_cell_of_the_database_is_lost(hostile: Build) -> None:
    (path,) = hostile.folder.rglob("*.sqlite")
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (number,) = opened.execute(
            "SELECT count(*) FROM releases WHERE title LIKE '%' || ? || '%'", (WORD,)
        ).fetchone()
        assert number > 10


def test_citations_hold_one_record_each(hostile: Build) -> None:
    for folder in (path.parent for path in hostile.folder.glob("releases/**/release.ris")):
        lines = (folder / "release.ris").read_text("utf-8").split("\n")
        assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line.strip()), folder
        assert sum(line.startswith("TY  - ") for line in lines) == 1
        assert sum(line.startswith("ER  - ") for line in lines) == 1
        book = (folder / "release.bib").read_text("utf-8")
        assert book.count("\n@") + book.startswith("@") == 1
        assert depth(book) == 0, folder
        assert not re.search(r"(?<!\\)\\(input|write|include|immediate)", book), folder
        (one,) = json.loads((folder / "release.csl.json").read_text("utf-8"))
        assert one["title"]


def depth(book: str) -> int:
    """How many braces are open at the end of a BibTeX file; never fewer than one inside the record."""
    level = 0
    for sign in re.sub(r"\\[{}\\]", "", book):
        level += {"{": 1, "}": -1}.get(sign, 0)
        assert level >= 0
    return level


def test_markdown_of_a_release_is_words(hostile: Build) -> None:
    """Rendered by a reader that lets HTML through; its front matter is read by a reader of YAML."""
    renderer = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
    read = 0
    for path in hostile.folder.glob("releases/**/release.md"):
        text = path.read_text("utf-8")
        head, _, body = text.removeprefix("---\n").partition("\n---\n")
        matter = yaml.safe_load(head)
        assert isinstance(matter, dict) and matter["manuscript"] == 1
        parser = Active()
        parser.feed(renderer.render(body))
        assert not parser.found, path
        read += WORD in body
    assert read > 15


def test_headers_for_hosts_are_those_of_the_policy(hostile: Build) -> None:
    lines = (hostile.folder / "_headers").read_text("utf-8").splitlines()
    assert lines[0] == "/*" and all(re.fullmatch(r"  [A-Z][A-Za-z-]+: [ -~]+", line) for line in lines[1:])
    assert "sha256" not in "".join(lines), "no page has a script of its own"


def test_scripts_of_the_index_only_hand_over(hostile: Build) -> None:
    """Each is one call with a value: with the value taken out, nothing of the payloads is left."""
    for path in (hostile.folder / "concordance").rglob("*.js"):
        text = path.read_text("utf-8")
        call = re.fullmatch(r"([\w.()|=\[\]{}, ]*?)\((.*)\);?\n?", text, re.S)
        assert call, text[:200]
        json.loads(f"[{call[2]}]")


def test_pictures_for_links_are_pictures(hostile: Build) -> None:
    image = pytest.importorskip("PIL.Image")
    cards = list(hostile.folder.rglob("card.png"))
    assert len(cards) > 15
    for path in cards[::5]:
        with image.open(path) as opened:
            opened.verify()
    assert SHOWN
    for path in hostile.folder.rglob("*.svg"):
        if path.relative_to(hostile.folder).as_posix() in SHOWN:
            continue
        assert {e.tag.rpartition("}")[2] for e in ElementTree.parse(path).iter()} <= {
            "svg",
            "path",
            "rect",
            "g",
            "circle",
            "title",
        }


def test_the_zip_has_only_names_that_can_be_unpacked(hostile: Build, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(hostile.folder, site)
    write_zip(site, tmp_path / "a.zip", "2022-05-04")
    with zipfile.ZipFile(tmp_path / "a.zip") as read:
        names = read.namelist()
        sums = read.read("SHA256SUMS").decode()
    assert not [
        n
        for n in names
        if n.startswith("/") or ".." in n.split("/") or re.search(r'[<>:"\\|?*\x00-\x1f\u202e]', n)
    ]
    assert all(re.fullmatch(r"[0-9a-f]{64}  \S.*", line) for line in sums.splitlines())
    assert sums.count("\n") == len(names) - 1


# --- the command, and other formats ----------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "show", "show --json", "explain", "edition"])
def test_nothing_is_sent_to_a_terminal(
    record: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    name, *flags = command.split()
    if name == "explain":
        for path in sorted((record / "seeds" / "written").iterdir())[::4]:
            main(["explain", str(path), "--record", str(record)])
    else:
        main([name, *([str(record / "seeds")] if name == "show" else []), *flags, "--record", str(record)])
    said = capsys.readouterr()
    assert WORD in said.out
    assert not CONTROLS.search((said.out + said.err).replace("\n", ""))


def test_the_record_as_files_is_words(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["write", str(tmp_path / "out"), "--record", str(record)])
    assert not CONTROLS.search(capsys.readouterr().out.replace("\n", ""))
    for path in pages(tmp_path / "out"):
        parser = Active()
        parser.feed(path.read_text("utf-8"))
        assert not parser.found, path


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
def test_a_book_of_a_hostile_record_is_words(record: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        str(record.parent / "tools" / "epub.py"),
        "--record",
        str(record),
        "--into",
        str(tmp_path),
    ]
    if not (record.parent / "tools").exists():
        shutil.copytree(Path(__file__).resolve().parents[1] / "tools", record.parent / "tools")
    environment = {"PYTHONPATH": str(record / "hooks"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    read = 0
    for volume in tmp_path.glob("*.epub"):
        with zipfile.ZipFile(volume) as book:
            for name in (n for n in book.namelist() if n.endswith(".xhtml") and "/cover." not in n):
                tree = ElementTree.fromstring(book.read(name))
                for element in tree.iter():
                    tag = element.tag.rpartition("}")[2]
                    assert tag not in LIVING, (name, tag)
                    assert not [key for key in element.attrib if key.lower().startswith("on")]
                    to = urlsplit(element.get("href", ""))
                    assert to.scheme in ("", "https") and to.netloc in (
                        "",
                        "ruritania.example",
                        "record.example",
                    )
                read += WORD in "".join(tree.itertext())
    assert read > 5
