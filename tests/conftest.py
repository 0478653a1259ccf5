"""Options of the suite, and what is made once for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from browsing import CHROMIUM, FLAGS, serving
from support import ROOT, Build, build_site

# In CI the examples are always the same; GAZETTE_FUZZ=1000 looks for new ones, a thousand a test.
FUZZ = int(os.environ.get("GAZETTE_FUZZ", "0"))
settings.register_profile(
    "gazette",
    deadline=None,
    max_examples=FUZZ or 60,
    derandomize=not FUZZ,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=bool(FUZZ),
)
settings.load_profile("gazette")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` and `--update-scores`."""
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/golden anew, to be read as a diff"
    )
    parser.addoption(
        "--update-scores", action="store_true", help="raise the kept minimums in tests/scores.json"
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site as a server shows it, built strictly once for all tests."""
    return build_site(ROOT, tmp_path_factory.mktemp("served") / "site", "--strict")


@pytest.fixture(scope="session")
def folder_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site as it is opened from a folder on disk, below a path with a space."""
    target: Path = tmp_path_factory.mktemp("from disk") / "site"
    return build_site(ROOT, target, "--strict", "--no-directory-urls")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as play:
        running = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def server(site: Build) -> Iterator[str]:
    """The built site on a port of this machine."""
    with serving(site.folder) as address:
        yield address
