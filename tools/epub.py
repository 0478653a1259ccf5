"""`make epub`: the record as books, a volume a year, made by pandoc from the normalised Markdown.

Enters: the record (`--record`, else this one). Leaves: <record>-<edition>-<year>.epub in dist/epub/.
Each release is a chapter: what it is, its numbered paragraphs, where it comes from. Pandoc is a command of
its own. Must not be known here: how texts are read; every word comes from the engine.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from bundles import DIST, ROOT, CannotMake, missing, run
from gazette.assemble import assemble
from gazette.exports.citations import Reference, reference_of
from gazette.exports.edition import bundle_name, edition_name, standing
from gazette.exports.letters import for_xml
from gazette.manuscript import compose
from gazette.manuscript.lines import escape, print_lines
from gazette.model import Corpus, Release

try:
    from PIL import Image, ImageDraw, ImageFont
except ImportError:  # the extra `cards`: without it a volume has a title page and no picture
    Image = None

READS = "commonmark+pipe_tables+attributes+raw_html"
"""No mark means anything but what the manuscript means by it: no formulas, no citations, no notes."""

STYLE = """\
body { font-family: serif; line-height: 1.5; }
h1 { font-size: 1.4em; line-height: 1.25; } h2, h3 { font-size: 1.1em; }
.what, .from { font-family: sans-serif; font-size: 0.85em; color: #555; }
.from { border-top: 1px solid #bbb; padding-top: 0.5em; overflow-wrap: anywhere; }
.pilcrow { font-family: sans-serif; font-size: 0.75em; color: #767676; margin-right: 0.4em; }
"""

WIDTH, HEIGHT = 1200, 1800
PAPER, INK, RED = "#fdfcf8", "#1c1a17", "#7a2e20"


def make(arguments: list[str]) -> list[str]:
    """Write a volume for each year of issue."""
    parser = argparse.ArgumentParser(prog="make epub", description=__doc__)
    parser.add_argument("--record", type=Path, default=ROOT, help="folder that holds mkdocs.yml")
    parser.add_argument("--into", type=Path, default=DIST / "epub", help="folder for the volumes")
    parser.add_argument("--title", default="", help="name of the record (default: its site_name)")
    asked = parser.parse_args(arguments)
    if shutil.which("pandoc") is None:
        raise missing("pandoc", "apt-get install pandoc (or see pandoc.org)")
    corpus = assemble(asked.record)
    title = asked.title or site_name(asked.record)
    years: dict[str, list[Release]] = defaultdict(list)
    for release in corpus.releases:
        years[year_of(release)].append(release)
    if not years:
        raise CannotMake(f"{asked.record} holds no release yet")
    asked.into.mkdir(parents=True, exist_ok=True)
    return [volume(corpus, title, year, years[year], asked.into) for year in sorted(years)]


def site_name(record: Path) -> str:
    """The name of the record in its settings."""
    settings = (record / "mkdocs.yml").read_text("utf-8")
    found = re.search(r"^site_name:\s*(.+?)\s*$", settings, re.M)
    return found[1].strip("\"'") if found else "Gazette"


def year_of(release: Release) -> str:
    """The volume of a release: its year of issue, else of the first event that it is about."""
    dated = [release.imprint.issued] if release.imprint.issued else []
    dated += [account.when for account in release.events if account.when and account.role == "principal"]
    year = dated[0].value.start[:4] if dated else ""
    return year if year.isdigit() else "undated"


def volume(corpus: Corpus, title: str, year: str, releases: Sequence[Release], into: Path) -> str:
    """One volume; what was made, in words."""
    here = standing(corpus)
    target = into / bundle_name(title, here).replace(".zip", f"-{year}.epub")
    day = here.edition.date if here.edition else "1980-01-01"
    name = f"{title}: {year}"
    with tempfile.TemporaryDirectory(dir=into, prefix=".epub-") as folder:
        text, style = Path(folder) / "volume.md", Path(folder) / "volume.css"
        references = [reference_of(r, corpus.authority, "", title) for r in releases]
        chapters = [chapter(r, reference) for r, reference in zip(releases, references, strict=True)]
        text.write_text(for_xml("\n\n".join(chapters)), "utf-8")
        style.write_text(STYLE, "utf-8")
        about = {
            "title": name,
            "subtitle": edition_name(here),
            "date": day if here.edition else "",
            "lang": "en",
            "publisher": title,
            "identifier": f"urn:gazette:{target.stem}",
            "description": f"Texts of {year}, as normalised, with numbered paragraphs: {len(releases)}.",
            "rights": "Rights in the texts stay with their issuers.",
        }
        settings = Path(folder) / "volume.json"
        settings.write_text(json.dumps({key: value for key, value in about.items() if value}), "utf-8")
        made = Path(folder) / target.name
        command = ["pandoc", str(text), "-f", READS, "-t", "epub3", "-o", str(made), "--toc", "--toc-depth=1"]
        command += ["--metadata-file", str(settings), "--css", str(style), "--epub-chapter-level=1"]
        if picture := cover(name, edition_name(here), Path(folder)):
            command += ["--epub-cover-image", str(picture)]
        epoch = (date.fromisoformat(day) - date(1970, 1, 1)).days * 86_400
        surroundings = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
        done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CannotMake(f"pandoc could not make {target.name}: {done.stderr.strip()}")
        os.replace(made, target)
    return f"{target}: {len(releases)} text{'' if len(releases) == 1 else 's'}"


def chapter(release: Release, reference: Reference) -> str:
    """A release as Markdown: heading, what it is, paragraphs with their numbers, where it comes from."""
    where = " · ".join(
        filter(None, (reference.genre, reference.institution, reference.place_of_issue, issued(reference)))
    )
    words = f"[{reference.title}]" if reference.supplied else reference.title
    lines = [f"# {escape(' '.join(words.split()))}", f"{{.what}}\n{escape(where)}"]
    lines += numbered(release)
    source = f"{reference.raw_path} · sha256 {release.raw.sha256} · {reference.source} {reference.rights}"
    return "\n\n".join([*lines, f"{{.from}}\n{escape(source)}"])


def numbered(release: Release) -> Iterator[str]:
    """The blocks of the text; each paragraph begins with its number, which is that of the site."""
    blocks = [block for block in release.blocks if block.is_text and block.text.strip()]
    for block, line in zip(blocks, compose(release).lines, strict=True):
        printed = "\n".join(print_lines((line,)))
        mark = f'<span class="pilcrow">¶{block.paragraph}</span>'
        if block.part == "heading":  # numbered headings are items to Markdown, and headings to a reader
            yield printed if line.shape == "heading" else f"## {printed}"
        elif block.paragraph is None:
            yield printed
        elif line.shape in ("paragraph", "item"):
            yield f"{mark} {printed}"
        elif line.shape == "quote":
            yield f"> {mark} {printed.removeprefix('> ')}"
        else:
            yield f"{mark}\n\n{printed}"


def issued(reference: Reference) -> str:
    """The date of issue as it is known."""
    return reference.issued.edtf if reference.issued else ""


def cover(title: str, edition: str, folder: Path) -> Path | None:
    """A picture for the shelf: a band, the name of the volume, the edition."""
    if Image is None:
        return None
    sheet = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((0, 0, WIDTH, 60), fill=RED)
    large, small = ImageFont.load_default(96), ImageFont.load_default(44)
    record, _, year = title.rpartition(": ")
    for number, line in enumerate(broken(record, 20)):
        draw.text((120, 360 + number * 120), line, INK, font=large)
    draw.text((120, 1100), year, RED, font=ImageFont.load_default(180))
    draw.text((120, HEIGHT - 220), edition, INK, font=small)
    path = folder / "cover.png"
    sheet.quantize(16).save(path, "PNG", optimize=True)
    return path


def broken(words: str, most: int) -> list[str]:
    """Words in lines of so many letters; dashes that the letters of the picture lack become hyphens."""
    return textwrap.wrap(words.replace("–", "-").replace("—", "-"), most)


if __name__ == "__main__":
    sys.exit(run(make))
