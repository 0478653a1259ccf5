"""The bundle: one zip file with the same bytes each time, read from a folder without a network.

The record is a fixture, so that the same tests can be run on a larger one.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import in_a_browser
from gazette.cli import bundle as room
from gazette.cli.bundle import NotBundled, digest, make_bundle, write_zip
from pictures import pages_of
from support import ROOT, Build, build_site, copy_record

ODD = "a folder #5 50% ឯកសារ"
"""A place in which a careless address breaks."""

LINKS = """[...document.querySelectorAll("a[href]")].map(
  link => new URL(link.getAttribute("href"), document.baseURI).href.split("#")[0])"""
"""The links of a page, those in drawings too."""


def gazette(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own."""
    inherited = {key: value for key, value in os.environ.items() if key != "SITE_URL"}
    surroundings = {**inherited, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1", **environment}
    command = [sys.executable, "-m", "gazette", *arguments]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record that is bundled: its root."""
    return copy_record(tmp_path_factory.mktemp("record"))


@pytest.fixture(scope="module")
def bundle(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of the record."""
    target = tmp_path_factory.mktemp("made")
    done = gazette("bundle", str(target), "--record", str(record))
    assert done.returncode == 0, done.stderr
    (made,) = target.iterdir()
    assert str(made) in done.stdout and digest(made) in done.stdout
    return made


@pytest.fixture(scope="module")
def unpacked(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle, unpacked in a place with an odd name."""
    folder = tmp_path_factory.mktemp("reader") / ODD
    with zipfile.ZipFile(bundle) as packed:
        packed.extractall(folder)
    return folder


# --- the file ------------------------------------------------------------------------------------


def test_the_name_tells_record_and_edition(bundle: Path) -> None:
    assert bundle.name == "cambodia-japan-record-1.zip"


def test_it_holds_the_whole_record(record: Path, unpacked: Path) -> None:
    for name in (
        "index.html",
        "search/index.html",
        "edition/index.html",
        "EDITION.txt",
        "data/record.sqlite",
    ):
        assert (unpacked / name).is_file(), name
    for seed in (record / "seeds").rglob("*.txt"):
        copy = unpacked / "releases" / seed.relative_to(record / "seeds").with_suffix("") / "raw.txt"
        assert copy.read_bytes() == seed.read_bytes()
    assert not any((unpacked / name).exists() for name in ("404.html", "sitemap.xml", "_headers"))


def test_every_file_can_be_verified(unpacked: Path) -> None:
    listed = dict(
        reversed(line.split("  ", 1)) for line in (unpacked / "SHA256SUMS").read_text("utf-8").splitlines()
    )
    files = {p.relative_to(unpacked).as_posix() for p in unpacked.rglob("*") if p.is_file()}
    assert set(listed) == files - {"SHA256SUMS"}
    if shutil.which("sha256sum"):
        check = ["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"]
        assert subprocess.run(check, cwd=unpacked, check=False).returncode == 0
        (unpacked / "about" / "index.html").write_bytes(
            changed := (unpacked / "about/index.html").read_bytes() + b" "
        )
        spoiled = subprocess.run(check, cwd=unpacked, capture_output=True, text=True, check=False)
        (unpacked / "about" / "index.html").write_bytes(changed[:-1])
        assert spoiled.returncode == 1 and "about/index.html: FAILED" in spoiled.stdout


def test_names_times_and_rights_are_fixed(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as packed:
        entries = packed.infolist()
        assert packed.testzip() is None
    assert [e.filename for e in entries] == sorted(e.filename for e in entries)
    assert {(e.date_time, e.external_attr >> 16, e.create_system) for e in entries} == {
        ((2026, 11, 26, 0, 0, 0), 0o100644, 3)
    }


def test_the_same_record_gives_the_same_bytes(record: Path, bundle: Path, tmp_path: Path) -> None:
    """Another folder, hash seed, locale, zone, day and mask of rights."""
    other = copy_record(tmp_path / "elsewhere Ü" / "record")
    for file in other.rglob("*"):
        if file.is_file():
            os.utime(file, (1_000_000_000, 1_000_000_000))
    before = os.umask(0o077)
    try:
        surroundings = {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Phnom_Penh", "SOURCE_DATE_EPOCH": "1234567890"}
        target = tmp_path / "out"
        done = gazette("bundle", str(target), "--record", str(other), PYTHONHASHSEED="77", **surroundings)
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    (again,) = target.iterdir()
    assert digest(bundle) == digest(again)


def test_writing_the_same_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    """The writer alone, index or not: whatever the times, rights and order of the files on disk."""
    digests = set()
    for number, names in enumerate((["b/ក.txt", "a.html", "c"], ["c", "a.html", "b/ក.txt"])):
        site = tmp_path / str(number)
        for name in names:
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(name * 1000, "utf-8")
            os.chmod(site / name, 0o600 + number * 0o044)
            os.utime(site / name, (number * 10**9, number * 10**9))
        (site / ".cache").mkdir()
        (site / ".cache" / "x").write_text(str(number))
        assert write_zip(site, tmp_path / f"{number}.zip", "2026-11-26") == 4
        digests.add(digest(tmp_path / f"{number}.zip"))
    assert len(digests) == 1


def test_a_record_that_moved_on_gives_a_draft(record: Path, tmp_path: Path) -> None:
    moved = copy_record(tmp_path / "record")
    (moved / "seeds" / "mfaic" / "2024-05-01-talks.txt").write_text(
        "Talks\n\nPhnom Penh, 1 May 2024.\n", "utf-8"
    )
    done = gazette("bundle", "--record", str(moved))
    assert done.returncode == 0, done.stderr
    assert "a draft" in done.stdout
    made = moved / "dist" / "cambodia-japan-record-2-draft.zip"
    with zipfile.ZipFile(made) as packed:
        assert "2024-05-01-talks" in packed.read("EDITION.txt").decode()
        assert json.loads(packed.read("data/edition.json"))["draft"] is True
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}


def test_a_draft_says_that_something_is_wrong(tmp_path: Path) -> None:
    """An empty seed is an error, which an edition must not have; a draft is made all the same."""
    spoiled = copy_record(tmp_path / "record")
    (spoiled / "seeds" / "mfaic" / "2024-05-01-empty.txt").write_bytes(b"")
    done = gazette("bundle", "--record", str(spoiled))
    assert done.returncode == 0, done.stderr
    assert "a draft" in done.stdout and "1 error or warning" in done.stdout
    assert "gazette check" in done.stdout
    assert [path.suffix for path in (spoiled / "dist").iterdir()] == [".zip"]


# --- what may go wrong ---------------------------------------------------------------------------


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record whose site is built by a stand-in, in no time."""

    def stand_in(root: Path, site: Path, strict: bool) -> int:
        (site / "data").mkdir(parents=True)
        (site / "data" / "edition.json").write_text('{"bundle": "zento-1.zip", "date": "2026-01-01"}')
        return 0

    monkeypatch.setattr(room, "build_site", stand_in)
    root = tmp_path / "record"
    root.mkdir()
    (root / "mkdocs.yml").write_text("site_name: Zento\n")
    return root


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EACCES, "cannot be written to"),
        (errno.EIO, "nothing was left there"),
    ],
)
def test_a_disk_that_refuses_leaves_no_half_file(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str
) -> None:
    """The old bundle stays, no new one and no remains beside it."""
    target = tmp_path / "out"
    make_bundle(bare, target)
    old = (target / "zento-1.zip").read_bytes()

    def refuse(source: Any, copy: Any, length: int) -> None:
        copy.write(b"half")
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(room.shutil, "copyfileobj", refuse)
    with pytest.raises(NotBundled, match=says):
        make_bundle(bare, target)
    assert {p.name: p.read_bytes() for p in target.iterdir()} == {"zento-1.zip": old}


def test_a_full_disk_is_said_in_one_line(bare: Path) -> None:
    """A real one, where the machine has it."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with pytest.raises(OSError) as caught, open("/dev/full", "wb", buffering=0) as full:
        full.write(b"x")
    assert "is full" in room.why(caught.value, Path("dist")) and "\n" not in room.why(
        caught.value, Path("dist")
    )


def test_a_file_where_the_folder_should_be(bare: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(NotBundled, match="is a file"):
        make_bundle(bare, tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "mine"


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotBundled, match=r"no mkdocs\.yml"):
        make_bundle(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_edition_with_a_warning_is_not_bundled(tmp_path: Path) -> None:
    spoiled = copy_record(tmp_path / "record")
    with (spoiled / "docs" / "about.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md)\n")
    done = gazette("bundle", "--record", str(spoiled))
    assert done.returncode == 1 and "nowhere.md" in done.stderr
    assert list((spoiled / "dist").iterdir()) == []


def test_the_hosted_site_offers_it(record: Path, bundle: Path, tmp_path: Path) -> None:
    (record / "dist").mkdir()
    shutil.copy(bundle, record / "dist")
    try:
        built: Build = build_site(record, tmp_path / "site", "--strict")
    finally:
        shutil.rmtree(record / "dist")
    assert built.status == 0, built.said
    page = (built.folder / "edition" / "index.html").read_text("utf-8")
    offered = re.search(r'href="([^"]+\.zip)"', page)
    assert offered and digest(built.folder / "edition" / offered[1]) == digest(bundle)
    assert digest(bundle) in page


# --- in a browser --------------------------------------------------------------------------------


@pytest.fixture
def reader(browser: Any) -> Iterator[tuple[Any, list[str]]]:
    """A page without a network, and all that went wrong or left the folder."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    context.set_default_timeout(15_000)
    context.set_offline(True)
    faults: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))
    page.on(
        "request",
        lambda r: (
            None if r.url.startswith(("file:", "data:", "blob:")) else faults.append(f"outside: {r.url}")
        ),
    )
    yield page, faults
    context.close()


@in_a_browser
def test_a_paragraph_is_reached_by_its_address(unpacked: Path, reader: tuple[Any, list[str]]) -> None:
    page, faults = reader
    release = next(unpacked.glob("releases/mofa-japan/*/index.html"))
    page.goto(f"{release.as_uri()}#p9")
    assert page.locator("#p9").is_visible()
    assert page.evaluate("document.querySelector(':target').id") == "p9"
    where = "document.querySelector('#p9').getBoundingClientRect()"
    page.wait_for_function(f"{where}.top >= -5 && {where}.bottom < innerHeight")
    assert faults == []


@in_a_browser
def test_every_kind_of_page_is_reached_by_links(unpacked: Path, reader: tuple[Any, list[str]]) -> None:
    """From the first page, by links alone, one page of each kind and each hand-written page."""
    page, faults = reader
    wanted = {p.as_uri() for p in pages_of(unpacked).values()}
    wanted.discard((unpacked / "search" / "index.html").as_uri())  # a form leads there
    assert len(wanted) > 10
    queue, seen, visited = [(unpacked / "index.html").as_uri()], {(unpacked / "index.html").as_uri()}, 0
    while wanted and queue:
        page.goto(queue.pop(0))
        visited += 1
        assert page.locator("h1").count() == 1
        assert page.locator(".unpack-banner").is_hidden()
        wanted.discard(page.url)
        found = page.evaluate(LINKS)
        fresh = [url for url in dict.fromkeys(found) if url.endswith(".html") and url not in seen]
        seen.update(fresh)
        # What is wanted is looked at first, so that a large record is not walked from end to end.
        queue = [u for u in fresh if u in wanted] + queue + [u for u in fresh if u not in wanted]
        assert visited < 400, f"not reached: {sorted(wanted)}"
    assert wanted == set() and faults == []


@in_a_browser
def test_the_search_finds_a_paragraph(unpacked: Path, reader: tuple[Any, list[str]]) -> None:
    page, faults = reader
    page.goto((unpacked / "index.html").as_uri())
    page.fill(".search-box input", "Hayashi")
    page.press(".search-box input", "Enter")
    page.wait_for_selector("ol.found > li")
    assert "q=Hayashi" in page.url
    page.locator("ol.found > li a[href*='#p']").first.click()
    page.wait_for_url("**/releases/**#p*")
    assert "Hayashi" in page.locator(":target").inner_text().title()
    assert faults == []


@in_a_browser
@pytest.mark.parametrize("name", ["index.html", "search/index.html", "edition/index.html"])
def test_a_page_opened_inside_the_zip_says_so(bundle: Path, browser: Any, tmp_path: Path, name: str) -> None:
    """As Windows Explorer does: the one page is unpacked alone, without style sheet and scripts."""
    with zipfile.ZipFile(bundle) as packed:
        packed.extract(name, tmp_path)
    page = browser.new_page()
    try:
        page.goto((tmp_path / name).as_uri())
        line = page.locator(".unpack-banner")
        assert line.is_visible() and "unpack the whole zip file" in line.inner_text()
        assert line.evaluate("e => e.getBoundingClientRect().top") < 100, "the first thing that is read"
    finally:
        page.close()


@in_a_browser
def test_nobody_else_sees_that_line(unpacked: Path, browser: Any, site: Build) -> None:
    page = browser.new_page()
    try:
        page.goto((unpacked / "about" / "index.html").as_uri())
        line = page.locator(".unpack-banner")
        assert line.count() == 1
        for medium in ("screen", "print"):
            page.emulate_media(media=medium)
            assert line.is_hidden(), medium
        assert "unpack the whole" not in page.evaluate("document.body.innerText")
        # Reader modes drop what calls itself a banner or an alert.
        assert line.get_attribute("role") == "alert"
    finally:
        page.close()
    assert "unpack-banner" not in (site.folder / "about" / "index.html").read_text("utf-8")


def test_the_digest_is_that_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"abc" * 100_000)
    assert digest(tmp_path / "x") == hashlib.sha256(b"abc" * 100_000).hexdigest()
