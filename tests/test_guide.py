"""The pictures of the guide: each is used, small, described, and made by the script."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import guide
from support import ROOT

TEXT = (ROOT / "docs" / "contributing.md").read_text("utf-8")
USED = re.findall(r"!\[([^\]]*)\]\(assets/pictures/([\w-]+)\.png\)", TEXT)


def test_every_picture_is_used_once_and_described() -> None:
    there = sorted(path.stem for path in guide.FOLDER.glob("*"))
    assert sorted(name for _, name in USED) == there
    assert all(len(words) > 20 for words, _ in USED)


def test_the_script_makes_every_picture() -> None:
    source = (ROOT / "tests" / "guide.py").read_text("utf-8")
    made = re.findall(r'yield "([\w-]+)"', source)
    assert sorted(made) == sorted(name for _, name in USED)


def test_pictures_are_small() -> None:
    for path in guide.FOLDER.glob("*.png"):
        content = path.read_bytes()
        assert content.startswith(b"\x89PNG") and len(content) <= guide.LARGEST, path.name
        assert int.from_bytes(content[16:20], "big") == guide.WIDTH


def test_the_form_in_the_picture_asks_what_the_form_asks() -> None:
    from gazette.cli.forms import FORMS

    assert all(question in guide.form("release") for question in FORMS["release"])
    assert all(question in guide.form("correction") for question in FORMS["correction"])


def test_what_is_shown_is_no_release_of_this_record() -> None:
    assert PurePosixPath(guide.SEED).parts[0] not in {p.name for p in (ROOT / "seeds").iterdir()}
