"""Second formats: ZIM, EPUB and PDF. Each needs a tool that may be missing, and then says so in one line."""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gazette.assemble import assemble
from gazette.cli.bundle import write_zip
from support import ROOT, Build

RELEASE = "mfaic/2023-12-18-foreign-ministers-tokyo"
SUMMIT = "mofa-japan/2022-03-20-summit-meeting"


def has(module: str) -> bool:
    """Whether an optional library is installed."""
    return importlib.util.find_spec(module) is not None


def works(module: str) -> bool:
    """Whether an optional library is installed and finds the libraries of the system that it needs."""
    try:
        return has(module) and importlib.import_module(module) is not None
    except (ImportError, OSError):
        return False


needs_libzim = pytest.mark.skipif(not has("libzim"), reason="libzim is not installed (the extra `zim`)")
needs_pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
needs_weasyprint = pytest.mark.skipif(
    not works("weasyprint"),
    reason="weasyprint, or a text library it needs, is not installed (the extra `pdf`)",
)


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A copy of the tools, so that what they make lies in a folder of its own."""
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.fixture
def bundle(workshop: Path, folder_site: Build) -> Path:
    """A bundle of the record, made of the site that other tests read from a folder."""
    site = workshop / "site"
    shutil.copytree(folder_site.folder, site)
    (workshop / "dist").mkdir()
    made = workshop / "dist" / "cambodia-japan-record-1.zip"
    write_zip(site, made, "2026-11-26")
    return made


def run(workshop: Path, tool: str, *arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the copy, as make does."""
    paths = os.pathsep.join(filter(None, (surroundings.pop("first", ""), str(ROOT / "hooks"))))
    environment = {**os.environ, "PYTHONPATH": paths, **surroundings}
    command = [sys.executable, str(workshop / "tools" / f"{tool}.py"), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)


# --- without the tool ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tool", "library", "arguments", "cure"),
    [
        ("zim", "libzim", (), "pip install -e '.[zim]'"),
        ("pdf", "weasyprint", (RELEASE,), "pip install -e '.[pdf]'"),
        ("epub", "pandoc", (), "apt-get install pandoc"),
    ],
)
def test_a_missing_tool_is_said_in_one_line(
    workshop: Path, tool: str, library: str, arguments: tuple[str, ...], cure: str
) -> None:
    """A library that cannot be imported; an empty path for commands."""
    hidden = workshop / "hidden"
    hidden.mkdir()
    (hidden / f"{library}.py").write_text("raise ImportError('hidden')\n")
    done = run(workshop, tool, *arguments, first=str(hidden), PATH=str(hidden))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert f"{library} is not installed" in done.stderr and cure in done.stderr
    assert not (workshop / "dist").exists()


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        pytest.param("zim", (), marks=needs_libzim),
        pytest.param("pdf", (RELEASE,), marks=needs_weasyprint),
    ],
)
def test_a_missing_bundle_is_said_in_one_line(workshop: Path, tool: str, arguments: tuple[str, ...]) -> None:
    done = run(workshop, tool, *arguments)
    assert done.returncode == 1 and "make bundle" in done.stderr and done.stderr.count("\n") == 1


def test_the_engine_knows_none_of_these_tools() -> None:
    for path in (ROOT / "hooks").rglob("*.py"):
        assert not re.search(r"^\s*(import|from) (libzim|weasyprint)", path.read_text("utf-8"), re.M), path


# --- ZIM -----------------------------------------------------------------------------------------


@needs_libzim
def test_a_zim_file_is_sound_and_can_be_searched(workshop: Path, bundle: Path) -> None:
    from libzim.reader import Archive
    from libzim.search import Query, Searcher
    from libzim.suggestion import SuggestionSearcher

    done = run(workshop, "zim")
    assert done.returncode == 0, done.stderr
    archive = Archive(bundle.with_suffix(".zim"))
    assert archive.check() and archive.has_fulltext_index and archive.has_title_index
    assert archive.main_entry.get_item().path == "index.html"
    assert archive.has_illustration(48)
    told = {key: archive.get_metadata(key).decode() for key in archive.metadata_keys if "Illus" not in key}
    assert (told["Title"], told["Date"], told["Language"]) == ("Cambodia–Japan Record", "2026-11-26", "eng")
    assert len(told["Title"]) <= 30 and len(told["Description"]) <= 80
    with zipfile.ZipFile(bundle) as packed:
        for name in ("index.html", f"releases/{RELEASE}/raw.txt", "assets/record.css"):
            assert bytes(archive.get_entry_by_path(name).get_item().content) == packed.read(name)
    found = Searcher(archive).search(Query().set_query("Kamikawa Commemorative Summit"))
    assert f"releases/{RELEASE}/index.html" in list(found.getResults(0, 5))
    offered = SuggestionSearcher(archive).suggest("Ministers Commit to further deep")
    assert f"releases/{RELEASE}/index.html" in list(offered.getResults(0, 5))
    assert [path.name for path in bundle.parent.iterdir() if path.name.startswith(".")] == []


# --- EPUB ----------------------------------------------------------------------------------------


@needs_pandoc
def test_the_record_as_books(workshop: Path) -> None:
    done = run(workshop, "epub", "--record", str(ROOT))
    assert done.returncode == 0, done.stderr
    volumes = sorted((workshop / "dist" / "epub").iterdir())
    assert [v.name.removeprefix("cambodia-japan-record-1-") for v in volumes] == [
        f"{year}.epub" for year in (2020, 2021, 2022, 2023)
    ]
    with zipfile.ZipFile(volumes[-1]) as book:
        assert book.infolist()[0].filename == "mimetype" and book.read("mimetype") == b"application/epub+zip"
        chapters = [n for n in book.namelist() if "/ch" in n and n.endswith(".xhtml")]
        for name in book.namelist():
            if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
                ElementTree.fromstring(book.read(name))
        package = book.read("EPUB/content.opf").decode()
        text = "".join(book.read(name).decode() for name in chapters)
        shelf = book.namelist()
    assert len(chapters) == 2
    assert "<dc:language>en</dc:language>" in package and "Cambodia–Japan Record: 2023</dc:title>" in package
    assert "2026-11-26T00:00:00Z" in package, "no clock"
    if has("PIL"):
        assert "cover-image" in package and any(name.endswith("cover.png") for name in shelf)
    raw = (ROOT / "seeds" / f"{RELEASE}.txt").read_text("utf-8")
    assert "The two Foreign Ministers reiterated" in raw and "The two Foreign Ministers reiterated" in text
    assert "sha256 4156bb91" in text
    for release in assemble(ROOT).releases:
        if release.id == RELEASE:
            numbers = [f'<span class="pilcrow">¶{b.paragraph}</span>' for b in release.blocks if b.paragraph]
            assert numbers and all(text.count(number) >= 1 for number in numbers)


@needs_pandoc
def test_paragraphs_have_the_numbers_of_the_site(workshop: Path, folder_site: Build) -> None:
    """A release with numbered headings, which are items to Markdown."""
    assert run(workshop, "epub", "--record", str(ROOT)).returncode == 0
    (book,) = (workshop / "dist" / "epub").glob("*-2022.epub")
    with zipfile.ZipFile(book) as volume:
        chapter = volume.read("EPUB/text/ch001.xhtml").decode()
    page = (folder_site.folder / "releases" / SUMMIT / "index.html").read_text("utf-8")
    site = page[page.index('id="p1"') :]
    for words in ("respect to Prime Minister Hun Sen", "30th anniversary", "In closing"):
        told = re.findall(r"¶(\d+)</span>", chapter[: chapter.index(words)])[-1]
        assert told == re.findall(r'id="p(\d+)"', site[: site.index(words)])[-1]
    assert re.search(r"<h2[^>]*>1\. Outset</h2>", chapter)


@needs_pandoc
def test_no_mark_of_a_release_means_anything_in_a_book(workshop: Path) -> None:
    record = workshop / "record"
    (record / "seeds" / "x").mkdir(parents=True)
    (record / "mkdocs.yml").write_text('site_name: "Zento: Record"\n', "utf-8")
    hostile = "Costs of $5 and $6, x^2^, a~b~, [^1], @smith, {.c}, <script>alert(1)</script> and \\\\LaTeX."
    words = f"PRESS RELEASE\n\nTalks on trade\n\nPhnom Penh, 5 May 2021\n\n{hostile}\n"
    (record / "seeds" / "x" / "a.txt").write_text(words, "utf-8")
    done = run(workshop, "epub", "--record", str(record))
    assert done.returncode == 0, done.stderr
    (volume,) = (workshop / "dist" / "epub").iterdir()
    assert volume.name == "zento-record-1-draft-2021.epub"
    with zipfile.ZipFile(volume) as book:
        chapter = ElementTree.fromstring(book.read("EPUB/text/ch001.xhtml"))
    shown = "".join(chapter.itertext())
    for piece in ("$5 and $6", "x^2^", "a~b~", "[^1]", "@smith", "{.c}"):
        assert piece in shown
    assert not [e for e in chapter.iter() if e.tag.endswith(("script", "math", "sup", "sub"))]


# --- PDF -----------------------------------------------------------------------------------------


@needs_weasyprint
def test_a_release_as_pdf(workshop: Path, bundle: Path) -> None:
    done = run(workshop, "pdf", RELEASE)
    assert done.returncode == 0, done.stderr
    made = workshop / "dist" / "pdf" / f"{RELEASE.replace('/', '-')}.pdf"
    pages = re.search(r": (\d+) pages", done.stdout)
    assert pages and 2 <= int(pages[1]) <= 4, "text, facts and citation, and nothing that is folded"
    assert made.read_bytes().startswith(b"%PDF-")
    if has("pypdf"):
        from pypdf import PdfReader

        told = PdfReader(made)
        text = " ".join("".join(page.extract_text() for page in told.pages).split())
        assert "Foreign Ministers of Cambodia and Japan" in (told.metadata.title or "")
        assert "The two Foreign Ministers reiterated" in text and "unpack the whole" not in text


@needs_weasyprint
def test_an_unknown_release_is_answered_with_the_nearest(workshop: Path, bundle: Path) -> None:
    done = run(workshop, "pdf", "mfaic/2023-12-18-foreign-ministers")
    assert done.returncode == 1 and f"did you mean {RELEASE}" in done.stderr
