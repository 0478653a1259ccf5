"""`read_people`: the steps in their order.

Enters: a raw release, its anatomy and imprint, and the authority. Leaves: `People`.
Must not be known here: how phrases are recognised, how the values are made.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from gazette.authority import Ambiguous, find_official, spot_officials
from gazette.authority import Found as Known
from gazette.model import Anatomy, Authority, Evidence, Imprint, Part, People, Problem, RawRelease
from gazette.names import name_words
from gazette.people.chains import Found, read_chains
from gazette.people.countries import settle_countries, stated
from gazette.people.elsewhere import mend_hyphens, read_lines_below, read_title_office, uncut
from gazette.people.persons import Held, Person, Place, earlier, in_order, unite
from gazette.people.posts import Post, plain_title, read_post
from gazette.people.record import ambiguous, appearance, bystanders, fullest, is_official, provisional
from gazette.people.roles import CAPACITY, read_roles
from gazette.people.unnamed import find_unnamed

TEXT: frozenset[Part] = frozenset({"body", "heading", "attribution"})
"""Parts in which people act."""
BESIDE: frozenset[Part] = frozenset({"title", "caption", "signature"})
"""Parts that name people too, often in short; read after the text."""
_FORMS = 6
"""At most so many forms and titles of one person are looked up."""
CONTACT: frozenset[Part] = frozenset({"contact"})
"""Parts whose people are no officials."""


def read_people(raw: RawRelease, anatomy: Anatomy, imprint: Imprint, authority: Authority) -> People:
    """Everybody whom a release names: officials with their offices, bystanders, and what is doubtful."""
    blocks = anatomy.blocks
    text = [read_chains(b.number, b.text) for b in blocks if b.part in TEXT and b.text]
    beside = [read_chains(b.number, b.text) for b in blocks if b.part in BESIDE and b.text]
    contact = [read_chains(b.number, b.text) for b in blocks if b.part in CONTACT and b.text]
    every = sorted([*text, *beside], key=lambda f: f.block)
    spoken_short(every)
    mend_hyphens(every)
    read_lines_below(every)
    people = unite(text, beside)
    add_roles(people, text)
    problems: list[Problem] = []
    people = identify(people, raw, anatomy, imprint, authority, problems)
    if authority.officials:
        spot_known(people, [*text, *beside], authority)
        for person in people:
            person.retired = is_retired(person, authority, day_of(imprint))
    title = next((f for f in beside if blocks[f.block].part == "title"), None)
    issuer = imprint.issuer.value.country if imprint.issuer else None
    if title is not None:
        read_title_office(people, title)
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
    """Offices that the text shortens: after "Senior Minister of State (SMS)", `SMS Oren` is Oren."""
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
            post = read_post(found.tokens, *role.office) if role.office is not None else role.post()
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
    on = day_of(imprint)
    kept: dict[str, Person] = {}
    result = []
    for person in people:
        found, unsure = look_up(person, authority, on)
        if found is not None:
            record = authority.officials[found.id]
            person.known = found.id
            person.rejected = record.not_an_official
            person.country = record.country or person.country
        elif unsure is not None and is_official(person):
            problems.append(ambiguous(unsure[0], unsure[1].candidates, person, raw, anatomy))
        if person.known and person.known in kept:
            kept[person.known].take(person)
            continue
        if person.known:
            kept[person.known] = person
        result.append(person)
    return result


def look_up(
    person: Person, authority: Authority, on: str | None
) -> tuple[Known | None, tuple[str, Ambiguous] | None]:
    """Whom the authority knows by a form of the name, the fullest first; else the first unsure form."""
    full = fullest(person)
    forms = sorted({s.words for s in person.sightings}, key=lambda w: (-len(w), w))
    titles = titles_for(person)
    unsure = None
    for form in dict.fromkeys((full, uncut(full), *forms[:_FORMS])):
        for office in titles:
            answer = find_official(authority, form, on, person.country, office=office)
            if isinstance(answer, Known):
                return answer, None
            if unsure is None and isinstance(answer, Ambiguous):
                unsure = (form, answer)
    return None, unsure


def day_of(imprint: Imprint) -> str | None:
    """The day of issue, as far as it is known."""
    issued = imprint.issued.value.start if imprint.issued else ""
    return issued if issued[:1].isdigit() else None


def is_retired(person: Person, authority: Authority, on: str | None) -> bool:
    """Whether every known office of a known person had ended on that day."""
    record = authority.officials.get(person.known or "")
    if record is None or on is None or not record.appointments:
        return False
    ends = [appointment.until for appointment in record.appointments]
    return all(until is not None and until[: len(on)] < on[: len(until)] for until in ends)


def titles_for(person: Person) -> Sequence[str | None]:
    """The titles by which the authority may know a person: not the roles that verbs give."""
    titles = [
        plain_title(h.post.title)
        for h in person.held
        if not h.counterpart and not h.rule.startswith(CAPACITY)
    ]
    return list(dict.fromkeys(titles))[:_FORMS] or [None]


def spot_known(people: list[Person], found: Sequence[Found], authority: Authority) -> None:
    """Whole names that the authority knows, where nothing beside them says that they are names.

    Near-miss: the Ho Chi Minh Mausoleum names nobody who acts.
    """
    known = {p.known: p for p in people if p.known}
    owners = {id(s) for p in people for s in p.sightings}
    for f in found:
        spots = spot_officials(authority, f.tokens.text)
        if not spots:
            continue
        taken = [
            (f.tokens.starts[s.first], f.tokens.ends[s.last - 1])
            for s in f.sightings
            if s.eponym or s.courtesy or s.offices or id(s) in owners
        ]
        for spot in spots:
            at = bisect_left(taken, (spot.end,)) - 1  # the last that begins before the spot ends
            if len(spot.ids) != 1 or (at >= 0 and taken[at][1] > spot.start):
                continue
            record = authority.officials[spot.ids[0]]
            if record.not_an_official:
                continue
            person = known.get(record.id)
            if person is None:
                person = Person(name_words(record.name), known=record.id, country=record.country)
                person.order = (f.block, spot.start)
                known[record.id] = person
                people.append(person)
            quote = f.tokens.text[spot.start : spot.end]
            person.spots.append(Evidence(f.block, spot.start, spot.end, quote))


def counterparts(people: Sequence[Person]) -> None:
    """ "Her Lennish counterpart" holds the office of the one who is spoken of, in the other country."""
    order: list[Place] = []
    for person in people:
        own = [h for h in person.held if not h.counterpart]
        asked = [h for h in person.held if h.counterpart]
        if not asked or not person.sightings:
            continue
        order = order or in_order(people)
        post = other_side(person, order)
        if post is None or any(not h.post.key <= post.key for h in own):
            person.held = own or person.held
            continue
        for held in asked:
            held.of_counterpart(post)


def other_side(person: Person, order: Sequence[Place]) -> Post | None:
    """The office of the last one named before of another country."""
    for other in earlier(person, order):
        if other.country and other.country == person.country:
            continue
        post = next((h.post for h in other.held if h.post.public and not h.counterpart), None)
        if post is not None:
            return post
    return None
