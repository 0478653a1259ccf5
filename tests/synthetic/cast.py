"""Who holds which office on which day, in all countries, over the years of a synthetic record.

Enters: a chance and the years. Leaves: a `Cast`: some two thousand people for twenty-five years, many of
whom hold one office after another. Names are put together by chance from `lands`.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from synthetic.lands import LANDS, Land

PRESIDENTS = {"the United States", "France", "Indonesia", "the Republic of Korea", "Kenya", "Peru"}
REGIONS = ("Asia and the Pacific", "the Americas", "Europe", "Economic Affairs", "Multilateral Affairs")
YEARS = {"leader": 4.5, "foreign": 2.6, "defence": 2.4, "trade": 2.2, "deputy": 2.0, "director": 2.2}
"How long an office is held, on average; ambassadors stay for three years and a half."
RETURNS = 0.4
"Chance that an office goes to somebody who held another one before."


@dataclass(frozen=True)
class Person:
    """Somebody of a country; ways to write the name are worked out once."""

    family: str
    given: str
    land: Land
    woman: bool

    @cached_property
    def name(self) -> str:
        """In the order of the person's own country."""
        return f"{self.family} {self.given}" if self.land.family_first else f"{self.given} {self.family}"

    @cached_property
    def capitals(self) -> str:
        """The name with its family name in capital letters: "SATO Kenji"."""
        family = self.family.upper()
        return f"{family} {self.given}" if self.land.family_first else f"{self.given} {family}"

    @cached_property
    def called(self) -> str:
        """What follows a title: the family name, in Viet Nam the given name."""
        return self.given if self.land.name == "Viet Nam" else self.family

    @property
    def mister(self) -> str:
        """Mr. or Ms."""
        return "Ms." if self.woman else "Mr."

    @property
    def excellency(self) -> str:
        """His or Her Excellency."""
        return "Her Excellency" if self.woman else "His Excellency"


@dataclass(frozen=True, slots=True)
class Post:
    """An office: its title, the word put before a name, the country it serves."""

    title: str
    short: str
    land: Land

    @property
    def of_land(self) -> str:
        """The title with its country: "Minister of Defence of the Kingdom of Cambodia"."""
        if self.title.startswith("Ambassador"):
            return self.title
        formal = self.land.formal
        return f"{self.title} of {formal if formal in ('Japan', 'Canada') else 'the ' + formal}"


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in an office."""

    person: Person
    post: Post

    @property
    def short(self) -> str:
        """ "Minister Sato"."""
        return f"{self.post.short} {self.person.called}"


class Cast:
    """Every office with its holders."""

    def __init__(self, rng: random.Random, first_day: int, last_day: int) -> None:
        self.rng = rng
        self.terms: dict[tuple[str, str, str], tuple[list[int], list[Holder]]] = {}
        used: set[tuple[str, str, str]] = set()
        for land in LANDS:
            former: list[Person] = []
            for role, detail, post in posts(land):
                days, holders = [], []
                day = first_day - rng.randrange(900)
                while day <= last_day:
                    person = self.appoint(land, former, used)
                    days.append(day)
                    holders.append(Holder(person, post))
                    former.append(person)
                    day += int(365 * YEARS.get(role, 3.5) * rng.uniform(0.4, 1.7))
                self.terms[land.name, role, detail] = days, holders

    def appoint(self, land: Land, former: list[Person], used: set[tuple[str, str, str]]) -> Person:
        """Somebody who held an office before, or somebody new."""
        if former and self.rng.random() < RETURNS:
            return self.rng.choice(former)
        person = self.stranger(land)
        for _ in range(20):
            if (key := (land.name, person.family, person.given)) not in used:
                used.add(key)
                break
            person = self.stranger(land)
        return person

    def stranger(self, land: Land) -> Person:
        """Anybody of a country."""
        woman = self.rng.random() < 0.35
        return Person(
            self.rng.choice(land.families), self.rng.choice(land.women if woman else land.men), land, woman
        )

    def holder(self, land: Land, role: str, day: int, detail: str = "") -> Holder:
        """Who holds an office on a day."""
        days, holders = self.terms[land.name, role, detail]
        return holders[bisect_right(days, day) - 1]

    def appointments(self, role: str) -> dict[Person, list[tuple[Post, int]]]:
        """People who hold an office of a role at some time, with the days on which they take it up."""
        found: dict[Person, list[tuple[Post, int]]] = defaultdict(list)
        for (_, each, _), (days, holders) in self.terms.items():
            if each == role:
                for day, holder in zip(days, holders, strict=True):
                    found[holder.person].append((holder.post, day))
        return found


def posts(land: Land) -> list[tuple[str, str, Post]]:
    """The offices of a country: (role, detail, office)."""
    leader = "President" if land.name in PRESIDENTS else "Prime Minister"
    chief = "Secretary" if "Secretary" in land.foreign else "Minister"
    found = [
        ("leader", "", Post(leader, leader, land)),
        ("foreign", "", Post(land.foreign, chief, land)),
        ("defence", "", Post("Minister of Defence", "Minister", land)),
        ("trade", "", Post("Minister of Trade and Industry", "Minister", land)),
        ("deputy", "", Post("Deputy Minister of Foreign Affairs", "Deputy Minister", land)),
    ]
    found += [
        ("director", region, Post(f"Director-General for {region}", "Director-General", land))
        for region in REGIONS
    ]
    found += [
        ("ambassador", other.name, Post(f"Ambassador of {land.name} to {other.name}", "Ambassador", land))
        for other in LANDS
        if other is not land
    ]
    return found
