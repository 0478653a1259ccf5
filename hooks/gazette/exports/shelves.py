"""Which file holds which releases, so that no file grows without end.

Enters: releases. Leaves: paths with the releases that each holds. Up to `MOST_TOGETHER` releases stand
in one file; a larger record is laid out by year of issue, and a full year in several files.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from gazette.model import Release

MOST_TOGETHER = 1_000
"""Releases in one file: about 20 megabytes."""

UNDATED = "undated"

BRIEF = (
    "source_file", "id", "sha256", "path", "title", "title_status", "issued", "issued_status", "place",
    "place_of_issue", "issuer", "kind", "secondary", "language", "number", "topics", "terms",
)  # fmt: skip
"""Keys of a release in releases.json of a record that is laid out by year."""

LEFT_OUT = {
    "events": ("accounts",),
    "officials": ("offices", "releases"),
    "topics": ("passages", "releases"),
}
"""Keys that the other lists leave out in such a record, since a table of its own has the same."""


class Shelf(NamedTuple):
    """A file of releases."""

    path: str
    "Below the site."
    year: str
    '"" where all years stand together.'
    first: int
    "Of the releases of the year, from this one to before another."
    end: int


def shelve(
    releases: Sequence[Release], most: int | None = None
) -> tuple[tuple[str, tuple[Release, ...]], ...]:
    """(path below the site, releases) in the order of the years; within a year in the order given."""
    found: dict[str, list[Release]] = defaultdict(list)
    years = [*map(year_of, releases)]
    shelves = lay_shelves(years, most)
    whole = not shelves[0].year
    for year, release in zip(years, releases, strict=True):
        found["" if whole else year].append(release)
    return tuple((path, tuple(found[year][first:end])) for path, year, first, end in shelves)


def lay_shelves(years: Sequence[str], most: int | None = None) -> tuple[Shelf, ...]:
    """The shelves of releases of such years."""
    most = most or MOST_TOGETHER
    if len(years) <= most:
        return (Shelf("data/releases.jsonl", "", 0, len(years)),)
    return tuple(
        Shelf(f"data/releases/{year if number == 1 else f'{year}-{number}'}.jsonl", year, first, first + most)
        for year, releases in sorted(Counter(years).items())
        for number, first in enumerate(range(0, releases, most), start=1)
    )


def year_of(release: Release) -> str:
    """Year of issue; "undated" where the year is not known."""
    issued = release.imprint.issued
    year = issued.value.start[:4] if issued else ""
    return year if len(year) == 4 and year.isascii() and year.isdigit() else UNDATED
