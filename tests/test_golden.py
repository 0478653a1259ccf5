"""What is read from the five seeds, kept as files: a change shows as a diff that a person reads.

`pytest --update-golden` writes them anew.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from gazette.assemble import assemble
from gazette.exports import release_record, render_json
from gazette.manuscript import render_manuscript
from gazette.model import Corpus
from support import ROOT, SEEDS, TESTS

GOLDEN = TESTS / "golden"


@cache
def record() -> Corpus:
    """The project's own record."""
    return assemble(ROOT)


def rendered() -> dict[str, str]:
    """Name of each golden file → what it should hold."""
    found = {}
    for release in record().releases:
        name = release.id.replace("/", "--")
        found[f"{name}.json"] = render_json(release_record(release, record()))
        found[f"{name}.md"] = render_manuscript(release)
    return found


NAMES = [f"{p.parent.name}--{p.stem}{ending}" for p in SEEDS for ending in (".json", ".md")]


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str, request: pytest.FixtureRequest) -> None:
    path = GOLDEN / name
    actual = rendered()[name]
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(actual, "utf-8")
    assert path.is_file(), f"{path} is missing; write it with: pytest --update-golden"
    assert actual == path.read_text("utf-8"), f"{name} reads differently; look, then: pytest --update-golden"


def test_no_golden_file_is_left_over() -> None:
    assert {p.name for p in Path(GOLDEN).glob("*.*")} == set(NAMES)
