"""What happens: meetings, calls, visits, signings and statements, one after the other in time.

Enters: a chance, a cast, the number of releases wanted. Leaves: `Happening`s in the order of their days, each
with the houses that tell of it. Several houses tell of one event: that is what a record is read for.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from synthetic.cast import REGIONS, Cast, Holder
from synthetic.houses import BY_LAND, HOUSES, NEWSPAPER, House
from synthetic.lands import LANDS
from synthetic.prose import TOPICS

KINDS = ("meeting", "call", "visit", "courtesy", "consultation", "summit", "signing", "statement", "aid")
WEIGHTS = (24, 16, 12, 10, 10, 5, 8, 9, 6)
ALONE = ("statement", "aid")
"Kinds of which one side tells by itself."


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened between two sides."""

    kind: str
    day: int
    town: str
    sides: tuple[Holder, Holder]
    topics: tuple[str, ...]
    ordinal: int
    "Its number where it is one of a series."
    houses: tuple[House, ...]
    "Who tells of it."


def happen(
    rng: random.Random,
    cast: Cast,
    first: int,
    last: int,
    count: int,
    ordinals: dict[tuple[str, str, str], int],
) -> Iterator[Happening]:
    """So many happenings between two days; `ordinals` counts those of each series."""
    days = sorted(rng.randrange(first, last + 1) for _ in range(count))
    weights = [house.weight for house in HOUSES]
    for day in days:
        (house,) = rng.choices(HOUSES, weights)
        (kind,) = rng.choices(KINDS, WEIGHTS)
        own = house.land
        other = rng.choice(LANDS)
        while other is own:
            other = rng.choice(LANDS)
        ours, theirs = pair(rng, cast, kind, day, own.name, other.name)
        host = own if kind == "courtesy" or rng.random() < 0.6 else other
        town = host.capital if rng.random() < 0.8 else rng.choice(host.towns)
        key = (kind, min(own.name, other.name), max(own.name, other.name))
        ordinals[key] = ordinals.get(key, 0) + 1
        houses = [house]
        if kind not in ALONE:
            if other.name in BY_LAND and rng.random() < 0.55:
                houses.append(rng.choice(BY_LAND[other.name]))
            if rng.random() < 0.12 and house is not NEWSPAPER:
                houses.append(NEWSPAPER)
        topics = tuple(rng.sample(TOPICS, rng.choice((2, 3, 3, 4, 5))))
        yield Happening(kind, day, town, (ours, theirs), topics, ordinals[key], tuple(houses))


def pair(rng: random.Random, cast: Cast, kind: str, day: int, own: str, other: str) -> tuple[Holder, Holder]:
    """Who of each side takes part."""
    lands = {land.name: land for land in LANDS}
    role, detail = (
        {"summit": "leader", "signing": "trade", "consultation": "director"}.get(kind, "foreign"),
        "",
    )
    if kind == "call" and rng.random() < 0.25:
        role = "leader"
    if kind == "meeting" and rng.random() < 0.2:
        role = "defence"
    if kind == "courtesy":
        theirs = cast.holder(lands[other], "ambassador", day, own)
        return cast.holder(lands[own], "foreign", day), theirs
    if role == "director" and rng.random() < 0.4:
        role = "deputy"
    elif role == "director":
        detail = rng.choice(REGIONS)
    return cast.holder(lands[own], role, day, detail), cast.holder(lands[other], role, day, detail)
