"""Pictures of every kind of page, to be looked at: `make pictures`.

Builds the site as it is opened from a folder, and photographs one page of each kind at three widths,
light and dark, into build/pictures (or the folder named as the first argument). Also writes
docs/assets/record.png, the picture in the README: a release beside its facts.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from browsing import CHROMIUM, FLAGS
from support import ROOT, build_site

WIDTHS = (390, 820, 1400)
TALLEST = 6000
"Pixels of a page that a picture shows at most."

README = "releases/mfaic/2023-12-18-foreign-ministers-tokyo"
ADDRESSES = {
    "home": "",
    "releases": "releases",
    "release": README,
    "release-long": "releases/mofa-japan/2022-03-20-summit-meeting",
    "release-secondary": "releases/newspaper/2023-12-inter-ministerial-meeting",
    "event": "events/2023-12-17-foreign-ministers-meeting",
    "event-redated": "events/asem-13-summit",
    "chronology": "chronology",
    "chronology-year": "chronology/2021",
    "officials": "officials",
    "official": "officials/sok-chenda-sophea",
    "official-provisional": "officials/provisional-*",
    "office": "offices/foreign-minister-of-cambodia",
    "topics": "topics",
    "topic": "topics/myanmar",
    "topic-empty": "topics/cambodia-thailand-border",
    "term": "terms/comprehensive-strategic-partnership",
    "body": "bodies/mfaic",
    "questions": "questions",
    "data": "data",
    "problems": "data/problems",
    "search": "search",
    "edition": "edition",
    "about": "about",
}
"""By name: the address of a page of that kind; a `*` stands for the first that fits."""


def pages_of(site: Path) -> dict[str, Path]:
    """The file of each kind of page that the site has."""
    found = {}
    for name, address in ADDRESSES.items():
        pattern = f"{address}/index.html" if address else "index.html"
        place = next(iter(sorted(site.glob(pattern))), None)
        if place:
            found[name] = place
        else:
            print(f"no page for {name}: {address}", file=sys.stderr)
    return found


def main(arguments: list[str]) -> int:
    """Build, photograph, and say where the pictures lie."""
    from playwright.sync_api import sync_playwright

    chosen = [a for a in arguments if not a.startswith("--")]
    only = {a.removeprefix("--only=") for a in arguments if a.startswith("--only=")}
    target = Path(chosen[0]) if chosen else ROOT / "build" / "pictures"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        built = build_site(ROOT, Path(folder) / "site", "--no-directory-urls")
        if built.status:
            print(built.said, file=sys.stderr)
            return built.status
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        for name, place in pages_of(built.folder).items():
            if only and name not in only:
                continue
            for scheme in ("light", "dark"):
                for width in WIDTHS:
                    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                    page.goto(place.as_uri())
                    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
                    clip = {"x": 0, "y": 0, "width": width, "height": max(height, 900)}
                    page.screenshot(path=target / f"{name}-{width}-{scheme}.png", full_page=True, clip=clip)
                    page.close()
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.goto((built.folder / README / "index.html").as_uri())
        page.screenshot(path=ROOT / "docs" / "assets" / "record.png")
        browser.close()
    print(f"pictures in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
