"""What is put together with what was known of another state is what is put together anew."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import factory
from gazette.corpus import gather
from gazette.model import Release
from gazette.pages import Serving, build_site
from gazette.pages.site import Site
from gazette.remembering import Lasting, Remembered
from gazette.watching import Watched

DAYS = ("2021-05-06", "2019-01-01")


def states_of(release: Release) -> tuple[Release | None, ...]:
    """A release as it may be found in a round: not there, as it is, of another day, with nobody in it."""
    reworded = replace(release, raw=replace(release.raw, sha256="0" * 64))
    silent = replace(release, people=replace(release.people, officials=()), events=(), topics=())
    issued = release.imprint.issued
    dated = [
        replace(release, imprint=replace(release.imprint, issued=replace(issued, value=factory.day(day))))
        for day in DAYS
        if issued
    ]
    return (None, release, reworded, silent, *dated)


POOL = tuple(map(states_of, (factory.meeting(), factory.report(), factory.bare(), *factory.copies(3))))
ROUND = st.tuples(*(st.sampled_from(states) for states in POOL))


def held(site: Site) -> dict[str, Any]:
    """All look-ups of a site, in their order."""
    found = {field.name: getattr(site, field.name) for field in fields(site)}
    return {name: [*value.held.items()] for name, value in found.items() if isinstance(value, Watched)}


@settings(max_examples=40, deadline=None)
@given(st.lists(ROUND, min_size=2, max_size=5))
def test_every_round_is_what_a_first_one_would_be(rounds: list[tuple[Release | None, ...]]) -> None:
    gathered, known = Lasting(), Remembered()
    authority = factory.authority()
    for round in rounds:
        releases = [release for release in round if release]
        corpus = gather(releases, authority, remembered=gathered)
        anew = gather(releases[::-1], authority)
        assert corpus == anew
        preview = Serving(is_preview=True)
        assert held(build_site(corpus, preview, known)) == held(build_site(anew, preview))
