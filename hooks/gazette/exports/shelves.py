"""Which file holds which releases, so that no file grows without end.

Enters: releases. Leaves: paths with the releases that each holds. Up to `MOST_TOGETHER` releases stand
in one file; a larger record is laid out by year of issue, and a full year in several files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

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


def shelve(
    releases: Sequence[Release], most: int | None = None
) -> tuple[tuple[str, tuple[Release, ...]], ...]:
    """(path below the site, releases) in the order of the years; within a year in the order given."""
    most = most or MOST_TOGETHER
    if len(releases) <= most:
        return (("data/releases.jsonl", tuple(releases)),)
    years: dict[str, list[Release]] = defaultdict(list)
    for release in releases:
        years[year_of(release)].append(release)
    shelves = []
    for year in sorted(years):
        found = years[year]
        for number, start in enumerate(range(0, len(found), most), start=1):
            name = year if number == 1 else f"{year}-{number}"
            shelves.append((f"data/releases/{name}.jsonl", tuple(found[start : start + most])))
    return tuple(shelves)


def year_of(release: Release) -> str:
    """Year of issue; "undated" where the year is not known."""
    issued = release.imprint.issued
    year = issued.value.start[:4] if issued else ""
    return year if len(year) == 4 and year.isascii() and year.isdigit() else UNDATED
