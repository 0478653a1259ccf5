"""Pages put together from pieces are those of the template, whatever the template and its settings.

The record is built with every page made in both ways: in the frame of the project, in that of the theme
Material, and in both with the theme's common features on. Where a page differs, the build says so.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from support import Build, build_site, copy_record

FEATURES = """announce.dismiss content.action.edit content.code.copy content.tooltips header.autohide
navigation.expand navigation.footer navigation.indexes navigation.instant navigation.instant.prefetch
navigation.instant.progress navigation.path navigation.sections navigation.tabs navigation.tabs.sticky
navigation.top navigation.tracking search.highlight search.share search.suggest toc.follow
toc.integrate""".split()
"""Features of Material that people switch on."""

VIEW = "content.action.view"
"""The one feature that changes a value: it makes another address of that of the file behind a page."""

MATERIAL = """{% extends "base.html" %}
{% block announce %}<p>The record has <a href="{{ 'about/' | url }}">a new page</a>.</p>{% endblock %}
"""

HOSTILE = """---
title: </title><script>owned(1)</script> & “Talks”
---
PRESS RELEASE

On 4 May 2022, they met in Tokyo.
"""

DIFFERS = "its template gives something else"


def record(place: Path, frame: str, features: list[str]) -> Path:
    """A copy of the record with these settings, in which every page is made in both ways."""
    root = copy_record(place)
    settings = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))
    settings |= {
        "site_url": "https://record.example/x/",
        "repo_url": "https://git.example/a/b",
        "edit_uri": "edit/main/docs/",
        "copyright": "The texts belong to <b>their issuers</b>.",
    }
    settings["extra"] |= {
        "policy_in_pages": bool(features) and frame == "ours",
        "social": [{"icon": "fontawesome/brands/mastodon", "link": "https://social.example/@a"}],
    }
    settings["theme"] |= {
        "features": features,
        "palette": [{"scheme": "default", "toggle": {"icon": "material/weather-night", "name": "Dark"}}],
        "icon": {"edit": "material/pencil"},
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    if frame == "theirs":
        (root / "docs" / "overrides" / "main.html").write_text(MATERIAL, "utf-8")
        (root / "docs" / "overrides" / "404.html").unlink()
    pieces = root / "hooks" / "shells.py"
    changed = pieces.read_text("utf-8").replace("COMPARED = 100\n", "COMPARED = 1\n")
    assert "COMPARED = 1\n" in changed
    pieces.write_text(changed, "utf-8")
    (root / "seeds" / "mfaic" / "2022-05-04-hostile.txt").write_text(HOSTILE, "utf-8")
    return root


def build(root: Path, *flags: str) -> Build:
    """The site of a record; fails where the build does."""
    made = build_site(root, root.parent / "site", *flags)
    assert made.status == 0, made.said[-3000:]
    return made


@pytest.mark.parametrize("features", [[], FEATURES], ids=["plain", "features"])
@pytest.mark.parametrize("frame", ["ours", "theirs"])
def test_pages_from_pieces_are_those_of_the_template(tmp_path: Path, frame: str, features: list[str]) -> None:
    made = build(record(tmp_path / "record", frame, features))
    assert DIFFERS not in made.said, made.said[-2000:]
    kinds = {path.relative_to(made.folder).parts[0] for path in made.folder.rglob("index.html")}
    assert kinds >= {"releases", "events", "officials", "offices", "topics", "terms", "bodies", "chronology"}
    page = (made.folder / "releases/mfaic/2022-05-04-hostile/index.html").read_text("utf-8")
    title = re.search(r"<title>(.*?)</title>", page, re.S)
    assert title and "&lt;/title&gt;&lt;script&gt;" in title[1] and "<script>owned" not in page
    assert ("md-header" in page) is (frame == "theirs")


def test_a_feature_that_changes_a_value_is_noticed(tmp_path: Path) -> None:
    """Then the template makes every page, and says so."""
    made = build(record(tmp_path / "record", "theirs", [VIEW]))
    assert DIFFERS in made.said
    for path in made.folder.glob("releases/mfaic/*/index.html"):
        page = path.read_text("utf-8")
        assert re.search(rf'href="https://git.example/a/b/raw/main/[^"]*/{path.parent.name}.txt"', page)
        assert "~gazette" not in page


def test_a_frame_that_decides_by_a_value_is_noticed(tmp_path: Path) -> None:
    """So that silence above means something."""
    root = record(tmp_path / "record", "ours", [])
    frame = root / "docs" / "overrides" / "main.html"
    decision = "{% if 'Japan' in (meta.title or '') %}<p>Japan</p>{% endif %}"
    frame.write_text(frame.read_text("utf-8").replace("<main>", f"{decision}<main>"), "utf-8")
    assert DIFFERS in build(root).said
