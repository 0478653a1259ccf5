"""Of which country each person is, where the words beside the name do not say it.

Enters: persons, the country of the issuing body, the texts. Leaves: each person's country set, or None.
What is worked out here is never stated: the offices that get their country from it are `inferred` in that.
Must not be known here: the authority (a known person's country is set before); `sides` judges one person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from gazette.people.chains import Found
from gazette.people.persons import Person, behind, in_order
from gazette.people.posts import COUNTRY_BY_WORD
from gazette.people.sides import (
    NAMED,
    ONE_HOLDER,
    Ground,
    by_default,
    by_evidence,
    guests_excellent,
    titles_of,
    unique_titles,
)
from gazette.vocabulary import honorifics, offices
from gazette.vocabulary.countries import COUNTRIES

NAMES = frozenset(c.name for c in COUNTRIES)


def settle_countries(
    people: Sequence[Person], issuer: str | None, found: Sequence[Found], title: Found | None
) -> None:
    """Set the country of every person, surest grounds first."""
    named, first = countries_named(found)
    if issuer not in NAMES:
        issuer = None  # a body of many states has nobody of its own country
    other = other_party(issuer, title) if title is not None else None
    for person in people:
        stated(person)
    shared = by_those_joined(found)
    for person in people:
        if person.country is None and not person.international:
            person.country = by_words(person) or next(
                (shared[id(s)] for s in person.sightings if id(s) in shared), None
            )
    order = in_order(people)
    taken = {
        (t, p.country) for p in people if p.country for t in (titles_of(p) & ONE_HOLDER) | unique_titles(p)
    }
    ground = Ground(issuer, other, named, first, taken, guests_excellent(people, issuer))
    for rule in (by_evidence, by_default):
        for person in people:
            if person.country is None and not person.international and person.sightings:
                person.country = rule(person, order, ground)
                held = (titles_of(person) & ONE_HOLDER) | unique_titles(person)
                taken.update((t, person.country) for t in held if person.country)


def stated(person: Person) -> None:
    """From the offices themselves, "of Lenn" behind the name, "her Lennish counterpart"."""
    own = [h.post.country for h in person.held if h.post.country and not h.counterpart]
    if person.country is None:
        person.country = Counter(own).most_common(1)[0][0] if own else person.demonym
    if person.country is None:
        person.country = next((h.post.country for h in person.held if h.post.country), None)
    if person.country is None:
        specific = [h.post for h in person.held]
        person.international = bool(specific) and all(p.international for p in specific)


def by_those_joined(found: Sequence[Found]) -> dict[int, str]:
    """By `id` of the sighting: "Prime Minister Oren and Mrs Hamar of Lenn" are both of Lenn."""
    shared = {}
    for f in found:
        for sighting, following in pairwise(f.sightings):
            if following.joined and following.of and not sighting.of and not following.offices:
                country = behind(following)[0]
                if country:
                    shared[id(sighting)] = country
    return shared


def by_words(person: Person) -> str | None:
    """From a form of address or an office that only one country has: Samdech, External Affairs Minister."""
    for held in person.held:
        country = offices.COUNTRY_OF.get(held.post.title.casefold())
        if country:
            return country
    for sighting in person.sightings:
        for word in sighting.address:
            country = honorifics.COUNTRY_OF.get(word)
            if country:
                return country
    return None


def countries_named(found: Sequence[Found]) -> tuple[Counter[str], dict[str, tuple[int, int]]]:
    """How often the texts name each country, by name or demonym, and where first."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for f in found:
        for match in NAMED.finditer(f.tokens.classes):
            country = COUNTRY_BY_WORD.get(f.tokens.words[match.start()])
            if country:
                counts[country] += 1
                place = (f.block, match.start())
                first[country] = min(first.get(country, place), place)
    return counts, first


def other_party(issuer: str | None, title: Found) -> str | None:
    """The one country beside the issuer's that the title names: `Japan-Lenn Summit Meeting`."""
    words = set()
    for word in title.tokens.words:
        words.add(word)
        words.update(word.split("-"))
    named = {COUNTRY_BY_WORD[w] for w in words if w in COUNTRY_BY_WORD and len(w) > 2}
    rest = named - {issuer}
    return rest.pop() if len(rest) == 1 else None
