"""Places where an official is meant without a name: "His Excellency the Deputy Prime Minister", "the
Secretary".

Enters: offices and forms of address that stand alone, and the officials of the release. Leaves: for each
official the places that can mean nobody else. Must not be known here: how offices are recognised.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gazette.people.chains import Bare, Found
from gazette.people.persons import Person
from gazette.people.posts import Post, read_post

_MANY = 400
"""At most so many different wordings are looked up: keeps a text of nothing but offices linear."""
_ALONE = frozenset(
    ("samdech", "his majesty", "her majesty", "his royal highness", "her royal highness", "his highness")
)
_MODS = frozenset(
    """
    deputy vice first assistant former late acting under senior joint co prime general permanent high special
    """.split()
)


def find_unnamed(
    found: Sequence[Found], officials: Sequence[Person], issuer: str | None
) -> dict[int, list[Bare]]:
    """By `id` of the person, the phrases without a name that mean them."""
    meant: dict[int, list[Bare]] = defaultdict(list)
    said: dict[str, Person | None] = {}
    for f in found:
        for bare in f.bare:
            words = " ".join([*bare.address, *bare.tokens.words[bare.first : bare.last + 2]])
            if words not in said:
                said[words] = bearer(bare, officials, issuer) if len(said) < _MANY else None
            person = said[words]
            if person is not None and not is_given_there(bare, person):
                meant[id(person)].append(bare)
    return meant


def is_given_there(bare: Bare, person: Person) -> bool:
    """Whether these very words give the office: "engagement as the ASEAN Chair"."""
    end = bare.tokens.ends[bare.last - 1]
    return any(h.block == bare.block and h.post.start < end <= h.post.end for h in person.held)


def bearer(bare: Bare, officials: Sequence[Person], issuer: str | None) -> Person | None:
    """The one official whom an office without a name can mean; None where it may be several, or any."""
    tokens = bare.tokens
    kinds = tokens.classes[bare.first : bare.last]
    if not set(kinds) & set("ORQZK"):
        return addressee(bare, officials)
    if set(kinds) & set("QZK"):
        return None
    is_definite = bool(bare.address) or kinds[0] in "thCD" or "s" in kinds
    if not is_definite or tokens.words[bare.first] in ("a", "an"):
        return None
    if tokens.classes[bare.last : bare.last + 1] == "s" and tokens.classes[bare.last + 1 : bare.last + 2] in (
        "B",
        "E",
    ):
        return None  # the Prime Minister's Office
    start = bare.first
    while start < bare.last and tokens.classes[start] in "HWG":
        start += 1
    post = read_post(tokens, start, bare.last)
    fits = [p for p in officials if any(is_meant(post, h.post) for h in p.held) and is_from(post, p)]
    if len(fits) > 1:
        exact = [p for p in fits if any(h.post.key == post.key for h in p.held)]
        fits = exact or fits
    if len(fits) > 1 and issuer and post.country is None:
        first = min(fits, key=lambda p: p.order)
        fits = [first] if first.country == issuer else fits
    return fits[0] if len(fits) == 1 else None


def is_from(post: Post, person: Person) -> bool:
    """Whether nothing says that the office is of another country than the person."""
    return post.country is None or person.country is None or post.country == person.country


def is_meant(said: Post, held: Post) -> bool:
    """Whether a shortened office can mean a held one: `the Secretary` for `Secretary of State`.

    Near-misses: `the Minister` for `Deputy Minister`, `the Secretary` for `Secretary-General`.
    """
    return said.key <= held.key and not (held.key - said.key) & _MODS and bool(said.key)


def addressee(bare: Bare, officials: Sequence[Person]) -> Person | None:
    """Who is meant by a form of address alone: `Samdech Thipadei`."""
    words = set(bare.tokens.words[bare.first : bare.last]) | set(bare.address)
    words.discard("the")
    if not words & _ALONE:
        return None
    fits = [p for p in officials if words <= p.address]
    return fits[0] if len(fits) == 1 else None
