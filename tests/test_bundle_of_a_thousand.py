"""The bundle of a thousand synthetic releases, read without a network, beside the served site."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest

from browsing import Reader, in_a_browser, serving
from gazette.cli.bundle import make_bundle
from support import build_site
from synthetic import compose
from synthetic.record import write_record

COUNT = 1000
ODD = "a folder #5 50% ឯកសារ"

pytestmark = in_a_browser


def questions() -> list[tuple[str, dict[str, str]]]:
    """Words, phrases, slips, filters and orders; two people and a paragraph of the releases themselves."""
    releases = [release for release in compose(COUNT, 0) if not release.hard]
    one, other = releases[len(releases) // 3], releases[2 * len(releases) // 3]
    phrase = next(
        found[0]
        for release in releases[len(releases) // 2 :]
        for paragraph in release.paragraphs
        if (found := re.search(r"\b[a-z]{4,} [a-z]{3,} [a-z]{4,}\b", paragraph))
    )
    return [
        ("cooperation", {}),
        (f'"{phrase}"', {}),
        (one.people[1], {}),
        (" ".join(reversed(other.people[1].split())), {}),
        ("Cmabodia", {}),
        ("Jepan trade", {}),
        ("visit", {"kind": "Press release"}),
        ("visit", {"country": "Cambodia", "sort": "oldest"}),
        ("", {"event": "Telephone call", "sort": "newest"}),
        ("zzqqzz", {}),
    ]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Address of the first page, served and unpacked from the bundle, which is a draft."""
    root = tmp_path_factory.mktemp("thousand") / "record"
    write_record(COUNT, root)
    made = make_bundle(root, root / "dist")
    assert made.is_draft and made.complaints, (
        "some synthetic releases are empty: the draft is made and says so"
    )
    folder = tmp_path_factory.mktemp("reader") / ODD
    with zipfile.ZipFile(made.path) as packed:
        packed.extractall(folder)
    served = build_site(root, tmp_path_factory.mktemp("served") / "site")
    assert served.status == 0, served.said
    with serving(served.folder) as address:
        yield {"http": address, "file": folder.as_uri() + "/"}


def test_the_same_is_found_served_and_from_the_bundle_without_a_network(
    browser: Any, places: dict[str, str]
) -> None:
    answers: dict[str, list[Any]] = {}
    for place, start in places.items():
        context = browser.new_context(viewport={"width": 1400, "height": 900})
        context.set_default_timeout(20_000)
        context.set_offline(place == "file")
        reading = Reader(context.new_page(), place, start)
        answers[place] = []
        for words, filters in questions():
            said = reading.ask(words, **filters)
            options = reading.page.locator("form.search-form option").all_inner_texts()
            titles = reading.page.locator("ol.found > li").all_inner_texts()
            answers[place].append((words, said, reading.found(), reading.paragraphs(), titles, options))
            assert bool(reading.found()) == (words != "zzqqzz"), words
        context.close()
        assert reading.errors == []
    for served, unpacked in zip(answers["http"], answers["file"], strict=True):
        assert served == unpacked


def test_a_hit_leads_to_its_paragraph_and_filters_narrow(browser: Any, places: dict[str, str]) -> None:
    context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    context.set_default_timeout(20_000)
    reading = Reader(context.new_page(), "file", places["file"])
    every = reading.ask("agriculture")
    kind = reading.page.get_by_label("Kind")
    option = kind.locator("option", has_text="Press release (").inner_text()
    kind.select_option("Press release")
    reading.page.wait_for_url("**kind=Press+release**")
    narrowed = reading.wait()
    assert narrowed.startswith(f"{option.rpartition('(')[2][:-1]} page") and narrowed != every
    place = reading.paragraphs()[0]
    reading.page.locator("ol.found .pilcrow").first.click()
    reading.page.wait_for_url("**/releases/**#p*")
    assert reading.below(reading.page.url) == place
    assert "agricultur" in reading.page.locator(":target").inner_text().casefold()
    context.close()
    assert reading.errors == []
