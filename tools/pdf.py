"""`make pdf ID=…`: the page of a release as a PDF, with the style sheet that prints it.

Enters: ids of releases (their path below /releases/), and a bundle (`--bundle`, else the newest in dist/).
Leaves: a file for each in dist/pdf/. weasyprint lays the pages out; it reads the files of the bundle and
nothing else, and runs no script.
"""

from __future__ import annotations

import argparse
import difflib
import logging
import os
import sys
import tempfile
import zipfile
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bundles import DIST, CannotMake, description, missing, newest_bundle, run

try:
    import weasyprint
except (ImportError, OSError):  # the library, or the text libraries of the system that it needs
    weasyprint = None

PAPER = """
@page { size: A4; margin: 20mm 20mm 22mm; @bottom-right { content: counter(page) " / " counter(pages);
  font: 8pt "Liberation Sans", "Noto Sans", sans-serif; color: #333; } }
details:not([open]) > :not(summary) { display: none; }
body { display: block !important; }
.facts { break-inside: auto !important; }
"""
"""What a browser does by itself when it prints: the sheet, and what is folded stays so. A page as a column of
boxes, as on a screen, would be measured twenty times over."""

START, END = "releases/", "/index.html"


def make(arguments: list[str]) -> list[str]:
    """Write a PDF for each release that is named."""
    parser = argparse.ArgumentParser(prog="make pdf", description=__doc__)
    parser.add_argument("ids", metavar="ID", nargs="+", help="mfaic/2021-11-18-telephone-conversation")
    parser.add_argument("--bundle", type=Path, help="zip file (default: the newest in dist/)")
    asked = parser.parse_args(arguments)
    if weasyprint is None:
        help = ".venv/bin/pip install -e '.[pdf]' (and, on Debian, apt-get install libpangoft2-1.0-0)"
        raise missing("weasyprint", help)
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    said = []
    with (
        zipfile.ZipFile(asked.bundle or newest_bundle(DIST)) as bundle,
        tempfile.TemporaryDirectory() as folder,
    ):
        os.environ["SOURCE_DATE_EPOCH"] = str(epoch(description(bundle)["date"]))
        pages = [place_of(bundle, id) for id in asked.ids]
        styles = [name for name in bundle.namelist() if name.startswith("assets/")]
        bundle.extractall(folder, [*pages, *styles])
        (DIST / "pdf").mkdir(parents=True, exist_ok=True)
        for page in pages:
            id = page.removeprefix(START).removesuffix(END)
            target = DIST / "pdf" / f"{id.replace('/', '-')}.pdf"
            said.append(f"{target}: {write_pdf(Path(folder), page, target)} pages")
    return said


def place_of(bundle: zipfile.ZipFile, id: str) -> str:
    """The page of a release in the bundle; an error with the nearest ids where there is none."""
    known = {
        name.removeprefix(START).removesuffix(END): name
        for name in bundle.namelist()
        if name.startswith(START) and name.endswith(END)
    }
    if id in known:
        return known[id]
    near = difflib.get_close_matches(id, known, 3, 0.3)
    raise CannotMake(f"no release has the id {id}" + (f"; did you mean {' or '.join(near)}?" if near else ""))


def write_pdf(folder: Path, page: str, target: Path) -> int:
    """One page of the site as a PDF, whole or not at all; the number of its sheets."""

    class Within(weasyprint.URLFetcher):
        """Files of the bundle alone."""

        def fetch(self, url: str, headers: object = None) -> object:
            parts = urlsplit(url)
            path = Path(unquote(parts.path)).resolve()
            if parts.scheme != "file" or not path.is_relative_to(folder.resolve()):
                raise ValueError(f"{url} lies outside the bundle")
            return super().fetch(url, headers)

    reader = Within()
    document = weasyprint.HTML(filename=str(folder / page), url_fetcher=reader).render(
        stylesheets=[weasyprint.CSS(string=PAPER)]
    )
    draft = target.with_name(f".{target.name}.part")
    try:
        document.write_pdf(draft, pdf_tags=True)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    return len(document.pages)


def epoch(day: str | None) -> int:
    """Seconds of a day, as SOURCE_DATE_EPOCH counts them; the first day of 1980 for a draft."""
    return (date.fromisoformat(day or "1980-01-01") - date(1970, 1, 1)).days * 86_400


if __name__ == "__main__":
    sys.exit(run(make))
