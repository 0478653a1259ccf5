"""Sightings → persons: all forms of one person in a release united, fuller forms first.

Enters: what `chains` found in each block. Leaves: `Person`s in the order of the text, each with its
sightings and the posts given to it. Must not be known here: countries beyond what the words say, the
authority.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from gazette.model import Evidence
from gazette.names import is_nickname, is_part, name_words
from gazette.people.chains import Found, Sighting
from gazette.people.posts import COUNTRY_BY_WORD, Post, office_key, read_post
from gazette.vocabulary import honorifics

TOP = frozenset("president chairman chair chairperson leader king sultan speaker secretary".split())
"""Heads that one person may hold beside any other office: party president and prime minister."""
_SHE = frozenset(
    ("her excellency", "her majesty", "mrs", "ms", "miss", "madam", "mdm", "daw", "smt", "lok chumteav")
)
_HE = frozenset(("his excellency", "his majesty", "mr", "sir", "shri", "u"))
_KINGS = frozenset(("king", "prince", "emperor", "sultan", "emir", "duke"))
_QUEENS = frozenset(("queen", "princess", "empress", "sultana", "duchess", "lady"))
_WIFE = frozenset(honorifics.WIFE_WORDS)
_FAR = 60
"""At most so many names are gone back over."""
_NEAR = 24
"""At most so many candidates are looked at for one form: keeps a text of nothing but names linear."""


@dataclass(slots=True)
class Held:
    """A post given to a person at one place."""

    post: Post
    block: int
    rule: str
    quote: str
    plural: bool = False
    counterpart: bool = False
    inferred: bool = False

    def of_counterpart(self, post: Post) -> None:
        """Take over the office of the other side, in one's own country: 'her Lennish counterpart'."""
        title = "Minister for Foreign Affairs" if post.key == office_key("Foreign Minister") else post.title
        self.post = replace(self.post, title=title, key=post.key, head=post.head)
        self.inferred = True


@dataclass(slots=True)
class Person:
    """One person of a release."""

    words: tuple[str, ...]
    "Folded words of the fullest form."
    sightings: list[Sighting] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    demonym: str | None = None
    "Country that 'her Japanese counterpart' or 'of Japan' behind the name gives."
    keys: set[frozenset[str]] = field(default_factory=set)
    courtesy: set[str] = field(default_factory=set)
    address: set[str] = field(default_factory=set)
    country: str | None = None
    international: bool = False
    known: str | None = None
    "Id in the authority."
    retired: bool = False
    "Known, but on the day of the release out of every office that is known."
    rejected: bool = False
    "Known as somebody who is no official."
    order: tuple[int, int] = (0, 0)
    spots: list[Evidence] = field(default_factory=list)
    "Places where a name that the authority knows stands without address and office, in any script."

    def take(self, other: Person) -> None:
        """Everything known of `other` belongs to this person too."""
        self.sightings += other.sightings
        self.spots += other.spots
        self.held += other.held
        self.keys |= other.keys
        self.courtesy |= other.courtesy
        self.address |= other.address


def read_held(sighting: Sighting) -> list[Held]:
    """The posts of one sighting."""
    held = []
    for given in sighting.offices:
        tokens = sighting.tokens
        block = sighting.block
        if given.below is not None:
            tokens, block = given.below.tokens, given.below.block
        post = read_post(tokens, given.first, given.last)
        quote = tokens.text[post.start : post.end]
        held.append(Held(post, block, given.rule, quote, given.plural, given.head == "K"))
    return held


def behind(sighting: Sighting) -> tuple[str | None, str | None, bool]:
    """What "of …" behind a name says: country, body, and whether the body is one of many states."""
    if sighting.of is None:
        return None, None, False
    tokens = sighting.tokens
    first, last = sighting.of
    first += 1
    while first < last and tokens.classes[first] in "th":
        first += 1
    kinds = tokens.classes[first:last]
    country = next(
        (COUNTRY_BY_WORD.get(tokens.words[n]) for n in range(first, last) if tokens.classes[n] in "CD"), None
    )
    body = None
    if "B" in kinds or "A" in kinds:
        start = first + 2 if kinds[1:2] == "s" else first
        body = tokens.quote(start, last)
    elif kinds[:1] not in ("C", "D"):
        return None, None, False
    return country, body, "A" in kinds and country is None


def unite(found: Sequence[Found], later: Sequence[Found]) -> list[Person]:
    """Unite all sightings; those of `later` (titles, captions) add only persons not in the text."""
    people: list[Person] = []
    by_word: dict[str, list[Person]] = defaultdict(list)
    for group in (found, later):
        sure = [(name_words(s.words), s) for f in group for s in f.sightings if is_addressed(s)]
        sure.sort(key=lambda pair: -len(pair[0]))
        for words, sighting in sure:
            person = match(words, sighting, by_word)
            if person is None and group is later:
                person = shorter(words, sighting, by_word)
            if person is None:
                person = Person(words, order=(sighting.block, sighting.first))
                people.append(person)
                for word in dict.fromkeys(words):
                    by_word[word].append(person)
            add(person, sighting)
        for f in group:
            for sighting in f.sightings:
                if not is_addressed(sighting) and not sighting.eponym:
                    person = match(name_words(sighting.words), sighting, by_word)
                    if person is not None:
                        add(person, sighting)
    for person in people:
        person.order = min((s.block, s.first) for s in person.sightings)
    return sorted(people, key=lambda p: p.order)


def is_addressed(sighting: Sighting) -> bool:
    """Whether words beside the name show that it is a person's."""
    return bool(sighting.courtesy or sighting.offices) and not (sighting.eponym and not sighting.offices)


def add(person: Person, sighting: Sighting) -> None:
    """Give a sighting to a person, with its posts."""
    person.sightings.append(sighting)
    held = read_held(sighting)
    country, body, international = behind(sighting)
    for h in held:
        if (country or body) and h.rule.startswith("before"):
            h.post = replace(
                h.post,
                body=h.post.body or body,
                country=h.post.country or country,
                international=h.post.international or (international and not h.post.country),
            )
        if not h.counterpart:
            person.keys.add(h.post.key)
    person.held += held
    person.demonym = person.demonym or country
    person.courtesy.update(sighting.courtesy)
    person.address.update(sighting.address)


def match(words: tuple[str, ...], sighting: Sighting, by_word: dict[str, list[Person]]) -> Person | None:
    """The person whom a form means, if it means one."""
    near: list[Person] = []
    for word in (words[-1], words[0]):
        for person in by_word.get(word, ())[-_NEAR:]:
            if person not in near:
                near.append(person)
    if not near:
        return None
    keys = keys_of(sighting)
    fits = [p for p in near if means(words, sighting, keys, p)]
    if len(fits) > 1:
        fits = narrow(words, sighting, keys, fits)
    return fits[0] if fits else None


def keys_of(sighting: Sighting) -> set[frozenset[str]]:
    """The keys of the offices of one sighting."""
    return {
        read_post(o.below.tokens if o.below else sighting.tokens, o.first, o.last).key
        for o in sighting.offices
        if o.head != "K"
    }


def shorter(words: tuple[str, ...], sighting: Sighting, by_word: dict[str, list[Person]]) -> Person | None:
    """The person whom the text names only in short and the title in full: `PRIME MINISTER HAMAR:`.

    By the family name alone where the text gives no office: "Mr Hamar". Near-miss: another office.
    """
    keys = keys_of(sighting)
    for word in (words[-1], words[0]):
        for person in by_word.get(word, ())[-_NEAR:]:
            if len(person.words) >= len(words) or not is_part(person.words, words):
                continue
            if shares(keys, person.keys) or (not person.keys and words[-1:] == person.words):
                for new in dict.fromkeys(words):
                    if person not in by_word[new]:
                        by_word[new].append(person)
                person.words = words
                return person
    return None


def means(words: tuple[str, ...], sighting: Sighting, keys: set[frozenset[str]], person: Person) -> bool:
    """Whether a form can mean a person: the words fit, and address and offices do not speak against it."""
    whole = words == person.words or sorted(words) == sorted(person.words)
    part = whole or is_part(words, person.words)
    if not part and len(words) == 1 and len(person.words) > 2 and is_addressed(sighting):
        part = person.words[-2] == words[0]  # Minister Ortega for José Manuel Ortega Ruiz
    if not part:
        return is_nickname(words, person.words) and (not keys or shares(keys, person.keys))
    address = set(sighting.address)
    if (address & _SHE and person.address & _HE) or (address & _HE and person.address & _SHE):
        return False
    if is_king_and_queen(keys, person.keys):
        return False
    if whole and len(words) > 1:
        return True
    if address & _WIFE and not (person.address & _WIFE or person.address & _SHE):
        return False
    if len(words) == 1 and keys and person.keys and not shares(keys, person.keys):
        heads = {k for key in keys for k in key} & TOP
        return bool(heads) and len(person.words) > 1 and not heads & {"secretary"}
    return True


def is_king_and_queen(keys: Iterable[frozenset[str]], others: Iterable[frozenset[str]]) -> bool:
    """Whether one is called king or prince and the other queen or princess: two of one house."""
    one, other = frozenset().union(*keys), frozenset().union(*others)
    return bool(one & _KINGS and other & _QUEENS) or bool(one & _QUEENS and other & _KINGS)


def shares(keys: Iterable[frozenset[str]], others: Iterable[frozenset[str]]) -> bool:
    """Whether one office of either says no more than one of the other: Minister, Minister of Trade."""
    others = list(others)
    return any(a <= b or b <= a for a in keys for b in others)


def narrow(
    words: tuple[str, ...], sighting: Sighting, keys: set[frozenset[str]], fits: list[Person]
) -> list[Person]:
    """The likeliest of several: the whole name, the same office, an office-holder, the last one named."""
    for test in (
        lambda p: p.words == words,
        lambda p: bool(keys) and shares(keys, p.keys),
        lambda p: bool(p.keys) or "H" in p.courtesy,
    ):
        kept = [p for p in fits if test(p)]
        if kept:
            fits = kept
        if len(fits) == 1:
            return fits
    return sorted(fits, key=lambda p: (p.sightings[-1].block, p.sightings[-1].first), reverse=True)


Place = tuple[int, int, Person]
"""Block, token and bearer of a name."""


def in_order(people: Sequence[Person]) -> list[Place]:
    """All places where names stand, in the order of the text."""
    places = [(s.block, s.first, p) for p in people for s in p.sightings]
    return sorted(places, key=lambda place: place[:2])


def earlier(person: Person, order: Sequence[Place]) -> Iterator[Person]:
    """The others named before a person, the last one first; the nearest few."""
    here = min((s.block, s.first) for s in person.sightings)
    at = bisect_left(order, here, key=lambda place: place[:2])
    for _, _, other in reversed(order[max(0, at - _FAR) : at]):
        if other is not person:
            yield other
