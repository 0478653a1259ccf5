"""Pictures for docs/contributing.md: `make pictures` writes them anew into docs/assets/pictures/.

Everything in them is made: a text of a ministry that does not exist is put on a copy of the record,
corrected, and its minister confirmed, by the commands that the guide names; the form is drawn from its file.
What GitHub's own pages look like is not shown: they are not ours.
"""

from __future__ import annotations

import html
import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt

from browsing import CHROMIUM, FLAGS, serving
from support import ROOT, copy_record

FOLDER = ROOT / "docs" / "assets" / "pictures"
WIDTH = 900
COLOURS = 24
"""Of a picture: enough for letters and lines, and a quarter of the size."""
LARGEST = 60_000
"""Bytes of a picture."""

LETTER = """\
MINISTRY OF FOREIGN AFFAIRS OF RURITANIA

PRESS RELEASE

Minister Roe Meets the Ambassador of Japan

On 4 May 2022, H.E. Ms. Jana Roe, Minister of Foreign Affairs of Ruritania, met Mr. John Doe,
Ambassador of Japan, in Strelsau. They spoke about the exchange of students and about direct flights.

Strelsau, 5 May 2021
"""
"""The year of issue is a slip, which the correction puts right."""

SEED = "ministry-of-foreign-affairs-of-ruritania/2021-05-05-minister-roe-meets-ambassador-japan"
CORRECTION = f"""
- release: {SEED}
  field: issued
  value: 2022-05-05
  date: 2026-11-26
  note: The printed letter has 2022; the year on the page is a slip.
"""

STYLE = """
body { margin: 0; padding: 18px; background: #fff; color: #1c1c1c; font: 15px/1.5 sans-serif; width: 864px }
pre.terminal { margin: 0; padding: 14px 18px; background: #20242b; color: #e8e8e8; font: 13px/1.45 monospace;
  white-space: pre-wrap; border-radius: 6px }
pre.terminal b { color: #9fd3a8; font-weight: normal }
.form label { display: block; margin: 16px 0 4px; font-weight: bold }
.form em { color: #a33; font-style: normal }
.form small { display: block; color: #555; margin-bottom: 5px; font-size: 13px }
.form div { border: 1px solid #999; border-radius: 5px; padding: 5px 10px; color: #666; min-height: 22px }
.form .long { min-height: 84px; font: 13px/1.45 monospace; white-space: pre-wrap }
.comment { border: 1px solid #999; border-radius: 6px; padding: 2px 18px 8px }
table { border-collapse: collapse }
.comment td, .comment th { border: 1px solid #bbb; padding: 2px 12px }
.comment code { background: #eee; font-size: 13px }
"""


OPEN = """() => document.querySelectorAll("details").forEach(
  one => { one.open = one.textContent.trim().startsWith("To settle") })"""
"""Opens the box of what is to be settled."""


def gazette(record: Path, *arguments: str) -> str:
    """Run the command on the record; what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "COLUMNS": "100"}
    command = [sys.executable, "-m", "gazette", *arguments]
    done = subprocess.run(
        command, cwd=record, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    return done.stdout + done.stderr


def terminal(*commands: tuple[str, str]) -> str:
    """Commands with what they printed."""
    told = "\n\n".join(
        f"<b>$ {html.escape(line)}</b>\n{html.escape(said.rstrip())}" for line, said in commands
    )
    return f'<pre class="terminal">{told}</pre>'


def form(name: str) -> str:
    """The questions of a form, as its file has them."""
    asked = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml").read_text("utf-8"))
    rows = []
    for field in asked["body"]:
        given = field["attributes"]
        if field["type"] == "markdown":
            continue
        star = " <em>*</em>" if field.get("validations", {}).get("required") else ""
        shown = given.get("placeholder") or (given.get("options") or [""])[0]
        is_text = given.get("render") == "text"
        shown = f"{LETTER[:230]}…" if is_text else shown
        rows.append(
            f"<label>{html.escape(given['label'])}{star}</label>"
            f"<small>{html.escape(given.get('description', ''))}</small>"
            f'<div class="{"long" if is_text else ""}">{html.escape(shown)}</div>'
        )
    return f'<div class="form"><b>{html.escape(asked["name"])}</b>{"".join(rows)}</div>'


def comment(markdown: str) -> str:
    """A comment as GitHub shows it, roughly."""
    return f'<div class="comment">{MarkdownIt("commonmark").enable("table").render(markdown)}</div>'


def preview(record: Path, site: Path) -> None:
    """Build the site as `mkdocs serve` does."""
    command = [sys.executable, str(ROOT / "tests" / "previewing.py"), str(record), str(site)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=300, check=True
    )


def small(png: bytes) -> bytes:
    """The picture with few colours."""
    from PIL import Image

    made = io.BytesIO()
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


@contextmanager
def camera() -> Iterator[Any]:
    """A browser page of the width of a picture."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser.new_page(viewport={"width": WIDTH, "height": 640})
        browser.close()


def photographs() -> Iterator[tuple[str, bytes]]:
    """Name and content of each picture, in the order of the guide."""
    with tempfile.TemporaryDirectory() as folder, camera() as page:
        record, site = copy_record(Path(folder) / "record"), Path(folder) / "site"
        letter = Path(folder) / "letter.txt"
        letter.write_text(LETTER, "utf-8")
        said = gazette(record, "new", str(letter), "--source", "https://ruritania.example/news/1")
        shown = said.partition("\nnext:")[0].replace(str(letter), "letter.txt")

        def drawn(markup: str) -> bytes:
            page.set_content(f"<style>{STYLE}</style>{markup}")
            return bytes(page.locator("body").screenshot())

        def photographed(address: str, height: int, with_box: bool = False) -> bytes:
            page.goto(f"{served}{address}/")
            if with_box:
                page.evaluate(OPEN)
            return bytes(
                page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": WIDTH, "height": height})
            )

        added = "gazette new letter.txt --source https://ruritania.example/news/1"
        yield "new", drawn(terminal((added, shown)))
        preview(record, site)
        with serving(site) as served:
            yield "box", photographed(f"releases/{SEED}", 620, with_box=True)
            yield "official", photographed("officials/provisional-jana-roe", 620)
        corrections = record / "docs" / "authority" / "corrections.yml"
        corrections.write_text(corrections.read_text("utf-8") + CORRECTION, "utf-8")
        established = gazette(record, "establish", "jana-roe")
        yield "establish", drawn(terminal(("gazette establish jana-roe", established)))
        preview(record, site)
        with serving(site) as served:
            yield "corrected", photographed(f"releases/{SEED}", 620)
        yield "form", drawn(form("release"))
        yield "comment", drawn(comment(gazette(record, "diff", str(ROOT), ".").replace(str(record), ".")))


def main() -> int:
    """Write the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, png in photographs():
        made = small(png)
        (FOLDER / f"{name}.png").write_bytes(made)
        print(f"{name}: {len(made):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
