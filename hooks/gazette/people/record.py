"""Persons → the values of the model: `Appearance`, `Bystander`, and the problems that go with them.

Enters: persons whose country and id are settled. Leaves: frozen values; each mention and each office with
its words. Must not be known here: how a text is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gazette.authority import find_office, fold, slug
from gazette.model import (
    PROVISIONAL,
    Anatomy,
    Appearance,
    Authority,
    Bystander,
    Evidence,
    Mention,
    Office,
    Problem,
    RawRelease,
    Reading,
)
from gazette.names import homes, in_ordinary_case, name_words, preferred, surname_in_capitals, without_titles
from gazette.people.chains import Bare, Found, Sighting
from gazette.people.persons import Held, Person
from gazette.people.posts import plain_title
from gazette.people.roles import CAPACITY
from gazette.people.unnamed import is_meant
from gazette.vocabulary import honorifics, offices

_WIFE = frozenset(honorifics.WIFE_WORDS)
OFFICIALS = "docs/authority/officials.yml"
"""Where editors say who is an official."""


def is_official(person: Person) -> bool:
    """Known to the authority, given an office of state, or addressed as one who holds one.

    Never who an editor says is none.
    """
    if person.rejected:
        return False
    if person.known and not person.retired:
        return True
    if any(h.post.public for h in person.held):
        return True
    return not person.held and bool(person.courtesy & {"H", "G"})


def fullest(person: Person) -> str:
    """The form with the most words; of these the one that is not all in capitals, of these the first."""

    def rank(sighting: Sighting) -> tuple[int, bool, int, bool]:
        name = without_titles(sighting.words)
        return (
            len(name_words(name)),
            not name.isupper(),
            len(name.split()),
            surname_in_capitals(name) is not None,
        )

    return without_titles(max(person.sightings, key=rank).words)


def appearance(person: Person, authority: Authority, unnamed: Sequence[Bare]) -> Appearance:
    """The official as the record shows them in this release."""
    record = authority.officials.get(person.known) if person.known else None
    name = record.name if record else preferred(fullest(person), person.country, family_name(person))
    mentions = [mention(s) for s in person.sightings]
    for bare in unnamed:
        start, end = bare.tokens.starts[bare.first], bare.tokens.ends[bare.last - 1]
        mentions.append(Mention(Evidence(bare.block, start, end, bare.tokens.text[start:end]), ""))
    mentions += [Mention(spot, spot.quote) for spot in person.spots]
    mentions.sort(key=lambda m: (m.evidence.block, m.evidence.start))
    return Appearance(
        official=person.known or f"{PROVISIONAL}{slug(name)}",
        name=name,
        country=person.country,
        standing="established" if record else "provisional",
        mentions=tuple(mentions),
        offices=tuple(offices_of(person, authority)),
        rule="authority" if record else "found-in-text",
    )


def family_name(person: Person) -> str | None:
    """The family name, where some form writes it in capitals or an office stands before one word only."""
    return next((n for s in person.sightings if (n := surname_in_capitals(without_titles(s.words)))), None)


def mention(sighting: Sighting) -> Mention:
    """From the form of address or office to the end of the name."""
    tokens = sighting.tokens
    start, end = tokens.starts[sighting.first], tokens.ends[sighting.last - 1]
    if tokens.classes[sighting.first] == "t":
        start = tokens.starts[min(sighting.first + 1, sighting.last - 1)]
    return Mention(Evidence(sighting.block, start, end, tokens.text[start:end]), sighting.words)


def offices_of(person: Person, authority: Authority) -> list[Reading[Office]]:
    """One reading for each office; a shorter naming of one that is there is more evidence for it."""
    groups: list[list[Held]] = []
    public = [h for h in person.held if h.post.public and (not h.counterpart or h.inferred)]
    for held in sorted(public, key=lambda h: -len(h.post.key)):
        home = next((g for g in groups if any(is_meant(held.post, k.post) for k in g)), None)
        if home is None:
            groups.append([held])
        else:
            home.append(held)
    if not groups and not person.known:
        rank = rank_of(person)
        return [rank] if rank else []
    groups.sort(key=lambda g: min((h.block, h.post.start) for h in g))
    return [reading(group, person, authority) for group in groups]


def reading(group: list[Held], person: Person, authority: Authority) -> Reading[Office]:
    """The fullest naming, with up to three places that say it."""
    best = max(
        group,
        key=lambda h: (
            len(h.post.key),
            h.post.country is not None,
            h.post.body is not None,
            h.post.title.startswith(plain_title(h.post.title)),  # "Prime Minister of Lenn" before "Lennish …"
            len(h.post.title),
        ),
    )
    post = best.post
    country = post.country or next((h.post.country for h in group if h.post.country), None)
    if country is None and not best.post.international and not post.title.startswith("co-chair"):
        country = person.country
    body = post.body or next((h.post.body for h in group if h.post.body), None)
    known = None
    if authority.offices:
        asked = (find_office(authority, title, body, country) for title in titles_asked(post.title))
        known = next((office for office in asked if office), None)
    rest = sorted((h for h in group if h is not best), key=lambda h: (h.block, h.post.start))
    evidence = [Evidence(h.block, h.post.start, h.post.end, h.quote) for h in [best, *rest][:3]]
    return Reading(
        Office(post.title, body, country, known.id if known else None),
        "inferred" if best.inferred else "stated",
        rule_of(best),
        tuple(evidence),
    )


def titles_asked(title: str) -> tuple[str, ...]:
    """The titles by which the authority is asked for an office as a text names it."""
    return tuple(dict.fromkeys((title, plain_title(title))))


def rule_of(held: Held) -> str:
    """Name of the rule that gave a post; one that begins with `capacity-` gave a role in one meeting."""
    if held.inferred:
        return f"counterpart-{held.rule}"
    is_role = held.post.head in offices.MEETING_ROLES and not held.rule.startswith(CAPACITY)
    return f"{CAPACITY}{held.rule}" if is_role else held.rule


def rank_of(person: Person) -> Reading[Office] | None:
    """A military rank is the office of one who has no other."""
    for sighting in person.sightings:
        tokens = sighting.tokens
        for at in range(sighting.first, sighting.name):
            if tokens.classes[at] == "G":
                start, end = tokens.starts[at], tokens.ends[at]
                quote = tokens.text[start:end]
                evidence = Evidence(sighting.block, start, end, quote)
                title = in_ordinary_case(quote)
                return Reading(Office(title, None, person.country), "stated", "rank", (evidence,))
    return None


def bystanders(
    people: Sequence[Person], found: Sequence[Found], contact: Sequence[Found]
) -> tuple[Bystander, ...]:
    """Those who are named without an office of state, each with the reason."""
    made: dict[str, Bystander] = {}
    for person in people:
        why = "no-office"
        if person.rejected:
            why = "rejected-by-editor"
        elif person.retired:
            why = "out-of-office"
        elif person.held:
            why = "no-office-of-state"
        elif person.address & _WIFE:
            why = "courtesy-only"
        evidence = mention(person.sightings[0]).evidence if person.sightings else person.spots[0]
        name = evidence.quote
        if person.sightings:
            name = preferred(fullest(person), person.country, family_name(person))
        made.setdefault(fold(name), Bystander(name, evidence, why))
    for f in found:
        for s in f.sightings:
            if s.eponym and not s.offices and (s.courtesy or (s.last - s.name > 1 and homes(s.words))):
                name = in_ordinary_case(s.words)
                made.setdefault(fold(name), Bystander(name, mention(s).evidence, "eponym"))
    for f in contact:
        for s in f.sightings:
            if s.last - s.name > 1:
                name = in_ordinary_case(s.words)
                made.setdefault(fold(name), Bystander(name, mention(s).evidence, "contact"))
    return tuple(made.values())


# --- problems ------------------------------------------------------------------------------------


def provisional(official: Appearance, raw: RawRelease, anatomy: Anatomy) -> Problem:
    """A notice with the record to paste, and what to write instead where it is somebody known, or nobody."""
    evidence = official.mentions[0].evidence
    offices = "; ".join(r.value.title for r in official.offices) or "no office"
    lines = render_record(
        official.official, official.name, official.country, [m.name for m in official.mentions]
    )
    return Problem(
        raw.path,
        anatomy.blocks[evidence.block].line,
        "official-provisional",
        "notice",
        f"“{evidence.quote}” ({offices}) is not in {OFFICIALS}",
        f"to confirm, add to {OFFICIALS}:\n{lines}\n"
        f"to merge, add to the record of the same person: variants: [{_quoted(official.name)}]\n"
        "to reject, confirm with one line more: not_an_official: true",
    )


def render_record(id: str, name: str, country: str | None, names: Iterable[str]) -> str:
    """The record that establishes a provisional official, as lines of officials.yml.

    `names`: the forms as printed; those of one word are no variants, since others may bear them.
    """
    forms = sorted({in_ordinary_case(without_titles(form)) for form in names if " " in form} - {name})
    lines = [f"- id: {id.removeprefix('provisional-')}", f"  name: {_quoted(name)}"]
    if country:
        lines.append(f"  country: {_quoted(country)}")
    if forms:
        lines.append(f"  variants: [{', '.join(map(_quoted, forms))}]")
    return "\n".join(lines)


def ambiguous(
    form: str, candidates: Sequence[str], person: Person, raw: RawRelease, anatomy: Anatomy
) -> Problem:
    """A notice with the candidates and the line to write."""
    evidence = mention(person.sightings[0]).evidence
    return Problem(
        raw.path,
        anatomy.blocks[evidence.block].line,
        "name-ambiguous",
        "notice",
        f"“{evidence.quote}” may be any of {', '.join(candidates)}",
        f"add “{without_titles(form)}” to the variants of the right one in {OFFICIALS}",
    )


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
