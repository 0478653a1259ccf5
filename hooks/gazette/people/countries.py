"""Of which country each person is, where the words beside the name do not say it.

Enters: persons, the country of the issuing body, the texts. Leaves: each person's country set, or None.
What is worked out here is never stated: the offices that get their country from it are `inferred` in that.
Must not be known here: the authority (a known person's country is set before).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gazette.names import homes, name_words
from gazette.people.chains import Found, Sighting
from gazette.people.persons import Person, Place, earlier, in_order
from gazette.people.posts import COUNTRY_BY_WORD, plain_title
from gazette.vocabulary import honorifics, offices
from gazette.vocabulary.names import ENGLISH_SPEAKING, FAMILY

_INCLUDING = frozenset(("including", "namely", "like"))
_MEETING_WORDS = re.compile(
    r"\b(?:meet|meets|met|talks|with|received by|called on|where|calls? on|welcomed by|hosted by|discuss\w*"
    r"|attend|attended|attends|inauguration|funeral|coronation)\b",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|meet|meets|met with|meet with|meets with|meeting with|talks with|received by|welcomed by"
    r"|called on|call on|received|discussions with|spoke with|spoke to)(?:\s+the)?\s+$",
    re.IGNORECASE,
)
_ONE_HOLDER = frozenset(("prime minister", "president", "king", "queen", "sultan", "emir", "emperor"))


def settle_countries(
    people: Sequence[Person], issuer: str | None, found: Sequence[Found], title: Found | None
) -> None:
    """Set the country of every person, surest grounds first."""
    named = countries_named(found)
    other = other_party(issuer, title) if title is not None else None
    for person in people:
        stated(person)
    for person in people:
        if person.country is None and not person.international:
            person.country = by_words(person)
    order = in_order(people)
    taken: set[tuple[str, str]] = {
        (t, p.country) for p in people if p.country for t in titles_of(p) & _ONE_HOLDER
    }
    for person in people:
        if person.country is None and not person.international and person.sightings:
            person.country = worked_out(person, order, issuer, other, named, taken)
            taken.update((t, person.country) for t in titles_of(person) & _ONE_HOLDER if person.country)


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


def worked_out(
    person: Person,
    order: Sequence[Place],
    issuer: str | None,
    other: str | None,
    named: Counter[str],
    taken: set[tuple[str, str]],
) -> str | None:
    """From the list or the sentence it stands in, the name itself, the offices a country has, the issuer."""
    country = by_list(person)
    if country:
        return country
    titles = titles_of(person)
    name = max((s.words for s in person.sightings), key=len)
    at_home = homes(name)
    if is_english(at_home):
        here = by_sentence(person, issuer)
        if here and here not in at_home:
            return here
    if issuer in at_home and not any((t, issuer) in taken for t in titles):
        return issuer
    possible = [c for c in named if c in at_home and c != issuer and cannot_be(titles, c, taken) is False]
    if len(possible) == 1 and not (issuer and is_bound(person)):
        return possible[0]
    here = by_sentence(person, issuer)
    if here and here not in taken_by(titles, taken):
        return here
    words = name_words(name)
    if issuer in FAMILY and issuer not in at_home and len(at_home) == 1 and len(words) < 3:
        home = next(iter(at_home))
        if any(len(w) > 3 and w in FAMILY[home] for w in words):
            return home
    if issuer is None:
        return possible[0] if possible else None
    if cannot_be(titles, issuer, taken):
        if other and not cannot_be(titles, other, taken):
            return other
        rest = [c for c, _ in named.most_common() if c != issuer and not cannot_be(titles, c, taken)]
        return rest[0] if len(rest) == 1 or (rest and not other) else None
    rest = [c for c in named if c != issuer]
    is_guest = len(rest) == 1 and issuer not in at_home and is_met(person)
    if is_guest and not cannot_be(titles, rest[0], taken) and speaker_before(person, order) != rest[0]:
        return rest[0]
    return issuer


def taken_by(titles: set[str], taken: set[tuple[str, str]]) -> set[str]:
    """The countries in which somebody else holds one of the offices."""
    return {country for title, country in taken if title in titles}


def speaker_before(person: Person, order: Sequence[Place]) -> str | None:
    """The country of the one named last before the person: who is met is not of the same."""
    for other in earlier(person, order):
        return other.country
    return None


def before(sighting: Sighting) -> str:
    """The few words before a name."""
    start = sighting.tokens.starts[sighting.first]
    return sighting.tokens.text[max(0, start - 24) : start]


def is_met(person: Person) -> bool:
    """Whether the text only says that the person is met: "He also met Prime Minister Oren"."""
    return all(_MET.search(before(s)) for s in person.sightings)


def is_english(at_home: frozenset[str]) -> bool:
    """Whether a name's home is only known by an English given name, which is weak ground."""
    return len(at_home) >= len(ENGLISH_SPEAKING) and set(ENGLISH_SPEAKING) <= at_home


def titles_of(person: Person) -> set[str]:
    """The titles given to a person, folded and without a country."""
    return {plain_title(h.post.title).casefold() for h in person.held}


def is_bound(person: Person) -> bool:
    """Whether the person speaks for the issuing body: a spokesperson or press officer without a country."""
    return any(
        h.post.head in ("spokesperson", "spokesman", "spokeswoman", "press secretary") for h in person.held
    )


def cannot_be(titles: set[str], country: str, taken: set[tuple[str, str]]) -> bool:
    """Whether a country has no such office, or has somebody else in it."""
    for title, homes_of in offices.ONLY_IN.items():
        if title in titles and country not in homes_of:
            return True
    if "prime minister" in titles and country in offices.NO_PRIME_MINISTER:
        return True
    if ("president" in titles or "vice president" in titles) and country in offices.NO_PRESIDENT:
        return True
    return any((t, country) in taken for t in titles)


def countries_named(found: Sequence[Found]) -> Counter[str]:
    """How often the texts name each country, by name or demonym."""
    counts: Counter[str] = Counter()
    for f in found:
        for at, one in enumerate(f.tokens.classes):
            if one in "CD":
                country = COUNTRY_BY_WORD.get(f.tokens.words[at])
                if country:
                    counts[country] += 1
    return counts


def other_party(issuer: str | None, title: Found) -> str | None:
    """The one country beside the issuer's that the title names: `Japan-Lenn Summit Meeting`."""
    words = set()
    for word in title.tokens.words:
        words.add(word)
        words.update(word.split("-"))
    named = {COUNTRY_BY_WORD[w] for w in words if w in COUNTRY_BY_WORD and len(w) > 2}
    rest = named - {issuer}
    return rest.pop() if len(rest) == 1 else None


def by_list(person: Person) -> str | None:
    """The country of a list: "met Lennish leaders, including Minister Oren and Governor Hamar"."""
    for sighting in person.sightings:
        tokens = sighting.tokens
        for at in range(sighting.first - 1, max(sighting.first - 60, -1), -1):
            if tokens.classes[at] == ".":
                break
            if tokens.words[at] in _INCLUDING:
                for back in range(at - 1, max(at - 6, -1), -1):
                    if tokens.classes[back] in "CD":
                        return COUNTRY_BY_WORD.get(tokens.words[back])
                break
    return None


def by_sentence(person: Person, issuer: str | None) -> str | None:
    """The place in which the person is met: "In Lenn she will meet Minister Oren".

    Near-miss: "On his visit to Lenn, Minister Hamar said", where no word of meeting stands between.
    """
    places: set[str] = set()
    for sighting in person.sightings:
        tokens = sighting.tokens
        for at in range(sighting.first - 1, max(sighting.first - 50, 0), -1):
            if tokens.classes[at] == ".":
                break
            before = at - 2 if tokens.classes[at - 1] == "t" and at > 1 else at - 1
            if tokens.classes[at] in "CP" and tokens.classes[before] == "g":
                between = tokens.quote(at + 1, sighting.first)
                country = COUNTRY_BY_WORD.get(tokens.words[at])
                if country and country != issuer and _MEETING_WORDS.search(between):
                    places.add(country)
                break
        else:
            continue
    return places.pop() if len(places) == 1 else None
