"""`read_people`: the steps in their order.

Enters: a raw release, its anatomy and imprint, and the authority. Leaves: `People`.
Must not be known here: how phrases are recognised, how the values are made.
"""

from __future__ import annotations

from collections.abc import Sequence

from gazette.authority import Ambiguous, find_official
from gazette.authority import Found as Known
from gazette.model import Anatomy, Authority, Imprint, Part, People, Problem, RawRelease
from gazette.people.chains import Found, read_chains
from gazette.people.countries import settle_countries, stated
from gazette.people.persons import Held, Person, unite
from gazette.people.posts import Post, read_post
from gazette.people.record import ambiguous, appearance, bystanders, fullest, is_official, provisional
from gazette.people.roles import read_roles
from gazette.people.unnamed import find_unnamed

TEXT: frozenset[Part] = frozenset({"body", "heading", "attribution"})
"""Parts in which people act."""
BESIDE: frozenset[Part] = frozenset({"title", "caption", "signature"})
"""Parts that name people too, often in short; read after the text."""
CONTACT: frozenset[Part] = frozenset({"contact"})
"""Parts whose people are no officials."""


def read_people(raw: RawRelease, anatomy: Anatomy, imprint: Imprint, authority: Authority) -> People:
    """Everybody whom a release names: officials with their offices, bystanders, and what is doubtful."""
    blocks = anatomy.blocks
    text = [read_chains(b.number, b.text) for b in blocks if b.part in TEXT and b.text]
    beside = [read_chains(b.number, b.text) for b in blocks if b.part in BESIDE and b.text]
    contact = [read_chains(b.number, b.text) for b in blocks if b.part in CONTACT and b.text]
    spoken_short([*text, *beside])
    people = unite(text, beside)
    add_roles(people, text)
    problems: list[Problem] = []
    people = identify(people, raw, anatomy, imprint, authority, problems)
    title = next((f for f in beside if blocks[f.block].part == "title"), None)
    issuer = imprint.issuer.value.country if imprint.issuer else None
    settle_countries(people, issuer, [*text, *beside], title)
    counterparts(people)
    officials = [p for p in people if is_official(p)]
    unnamed = find_unnamed([*text, *beside], officials, issuer)
    appearances = []
    for person in officials:
        made = appearance(person, authority, unnamed.get(id(person), ()))
        appearances.append(made)
        if made.standing == "provisional":
            problems.append(provisional(made, raw, anatomy))
    rest = [p for p in people if not is_official(p)]
    return People(tuple(appearances), bystanders(rest, [*text, *beside], contact), tuple(sorted(problems)))


def spoken_short(found: Sequence[Found]) -> None:
    """Offices that the text shortens: after "Senior Minister of State (SMS)", `SMS Oren` is Oren with an office."""
    short = {
        read_post(f.tokens, o.first, o.last).abbreviation
        for f in found
        if "(" in f.tokens.classes
        for s in f.sightings
        for o in s.offices
        if "(" in f.tokens.classes[o.first : o.last]
    } - {""}
    if not short:
        return
    for f in found:
        for s in f.sightings:
            if s.tokens.words[s.name] in short and s.last - s.name > 1:
                s.name += 1
                s.courtesy += "W"


def add_roles(people: Sequence[Person], text: Sequence[Found]) -> None:
    """Give to each person the roles that verbs give."""
    owner = {id(s): p for p in people for s in p.sightings}
    for found in text:
        for role in read_roles(found):
            person = owner.get(id(role.sighting))
            if person is None:
                continue
            if role.office is not None:
                post = read_post(found.tokens, *role.office)
            else:
                post = role.post()
            held = Held(post, found.block, role.rule, found.tokens.text[post.start : post.end])
            person.held.append(held)
            if role.office is not None:
                person.keys.add(post.key)


def identify(
    people: list[Person],
    raw: RawRelease,
    anatomy: Anatomy,
    imprint: Imprint,
    authority: Authority,
    problems: list[Problem],
) -> list[Person]:
    """Ask the authority who each person is; persons that turn out to be one become one."""
    for person in people:
        stated(person)
    if not authority.officials:
        return people
    issued = imprint.issued.value.start if imprint.issued else ""
    on = issued if issued[:1].isdigit() else None
    kept: dict[str, Person] = {}
    result = []
    for person in people:
        forms = sorted({s.words for s in person.sightings}, key=lambda w: (-len(w), w))
        office = next((h.post.title for h in person.held if not h.counterpart), None)
        country = person.country
        for form in (fullest(person), *forms):
            answer = find_official(authority, form, on, country, office=office)
            if isinstance(answer, Known):
                person.known = answer.id
                person.country = authority.officials[answer.id].country or person.country
                break
            if isinstance(answer, Ambiguous) and is_official(person):
                problems.append(ambiguous(form, answer.candidates, person, raw, anatomy))
                break
        if person.known and person.known in kept:
            kept[person.known].take(person)
            continue
        if person.known:
            kept[person.known] = person
        result.append(person)
    return result


def counterparts(people: Sequence[Person]) -> None:
    """"Her Lennish counterpart" holds the office of the one who is spoken of, in the other country."""
    for person in people:
        own = [h for h in person.held if not h.counterpart]
        asked = [h for h in person.held if h.counterpart]
        if not asked:
            continue
        post = other_side(person, people)
        if post is None or any(not h.post.key <= post.key for h in own):
            person.held = own or person.held
            continue
        for held in asked:
            held.of_counterpart(post)


def other_side(person: Person, people: Sequence[Person]) -> Post | None:
    """The office of the last one named before of another country."""
    here = min((s.block, s.first) for s in person.sightings)
    best: tuple[tuple[int, int], Person] | None = None
    for other in people:
        if other is person or (other.country == person.country and person.country):
            continue
        if not any(h.post.public and not h.counterpart for h in other.held):
            continue
        for s in other.sightings:
            at = (s.block, s.first)
            if at < here and (best is None or at > best[0]):
                best = (at, other)
    return next((h.post for h in best[1].held if h.post.public and not h.counterpart), None) if best else None
