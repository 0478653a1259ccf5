"""Of which side somebody is whose country no word beside the name gives: the rules for one person.

Enters: a person, the places of all, and the `Ground`: what the release as a whole says of countries. Leaves:
a country, or None rather than a guess. Must not be known here: in which order persons are settled.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from gazette.names import homes, name_words
from gazette.people.chains import Sighting
from gazette.people.persons import Person, Place
from gazette.people.posts import COUNTRY_BY_WORD, as_key, plain_title
from gazette.vocabulary import offices
from gazette.vocabulary.names import ENGLISH_SPEAKING, FAMILY

_INCLUDING = frozenset(("including", "namely", "like"))
_MEETING_WORDS = re.compile(
    r"\b(?:meet|meets|met|talks|with|received by|called on|where|calls? on|welcomed by|hosted by|discuss\w*"
    r"|attend|attended|attends|inauguration|funeral|coronation)\b",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|meets?|meeting|talks|discussions|spoken?|speaks?|call|conversation|audience)\s+"
    r"(?:by phone )?(?:(?:in|at) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? )?(?:with|to)"
    r"(?:\s+the)?\s+$"
    r"|\b(?:met|meets?|calls? on|called on|calling on|received?|receives"
    r"|(?:met|received) (?:at|in) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
    r"|received by|welcomed by|welcomes?|welcomed|hosts?|hosted|hosting|greets?|greeted|invited|invites"
    r"|joined by|alongside)(?:\s+the)?\s+$",
    re.IGNORECASE,
)
NAMED = re.compile("[CD]")
_NOWHERE = (1 << 30, 0)
_REACH = 320
"""Letters or tokens that are looked back over."""
_FEW = 8
"""Names that are looked back over."""
_SEVERAL = frozenset(
    """
    deputy vice assistant associate junior parliamentary senior state delegate former late acting second ii
    counsellor plenipotentiary attached former-prime designate then union
    """.split()
)
"""Words of ministers of whom a country has several, or has had others."""
_MISSION = frozenset(("mission", "attache", "attaché", "consul", "counsellor", "counselor", "embassy"))
_MINISTERS = frozenset(("minister", "president", "secretary", "ambassador"))
_EXCELLENCIES = frozenset(("he", "h e", "his excellency", "her excellency", "excellency", "hes", "s e"))
_AND = re.compile(r"\band(?:\s+by|\s+with)?\s+(?:the\s+)?$|\bwith\s+(?:the\s+)?$", re.IGNORECASE)
_SIGNED = re.compile(
    r"\b(?:sign\w*|exchang\w*|initial\w*|between|co-?chair\w*|co-?presided|hand(?:ed|ing|over)\w*|conclud\w*)\b",
    re.IGNORECASE,
)
_SENT_TO = re.compile(r"\bto ((?:the )?[A-Z][^,;]*)$")
_SENTENCE = re.compile(r"(?<=[a-z0-9)”’\"]{2})[.!?]\s+(?=[A-Z“\"])")
_THAT = re.compile(r"\b(?:that|which|whose|what|under|of|by)\s+(?:the\s+)?(?:\w+\s+){0,3}$")
ONE_HOLDER = frozenset(("prime minister", "president", "king", "queen", "sultan", "emir", "emperor"))


@dataclass(frozen=True, slots=True)
class Ground:
    """What a release says of countries as a whole."""

    issuer: str | None
    other: str | None
    "The one country beside the issuer's that the title names."
    named: Counter[str]
    first: dict[str, tuple[int, int]]
    "Block and token where each is first named."
    taken: set[tuple[str, str]]
    "(title, country) of offices that one person at a time holds, and that somebody here holds."
    guests_excellent: bool
    "Only those of other countries are called excellencies, as some ministries do."

    def cannot_be(self, titles: Set[str], country: str) -> bool:
        """Whether a country has no such office, or has somebody else in it."""
        return has_no(titles, country) or any((t, country) in self.taken for t in titles)

    def is_told_before(self, country: str, person: Person) -> bool:
        """Whether the reader knows of the country when the person is named."""
        return country == self.other or (self.first.get(country, _NOWHERE) < person.order)

    def guest(self, titles: Set[str]) -> str | None:
        """The one country beside the issuer's that it can be: of the title, or of all that are named."""
        if self.other and not self.cannot_be(titles, self.other):
            return self.other
        rest = [c for c in self.named if c != self.issuer and not self.cannot_be(titles, c)]
        return rest[0] if len(rest) == 1 else None


def by_evidence(person: Person, order: Sequence[Place], ground: Ground) -> str | None:
    """From the list or the sentence a person stands in, the name itself, the other side of a pair."""
    country = by_list(person) or by_embassy(person, order)
    if country:
        return country
    issuer = ground.issuer
    titles = titles_of(person) | unique_titles(person)
    home = at_home(person)
    here = by_sentence(person, issuer) or by_company(person, order, issuer)
    if here and ground.cannot_be(titles, here):
        here = None
    if here and is_english(home):
        return here
    if issuer in home and not ground.cannot_be(titles, issuer):
        return issuer
    possible = [c for c in ground.named if c in home and c != issuer and not ground.cannot_be(titles, c)]
    if len(possible) == 1 and not (issuer and is_bound(person)):
        return possible[0]
    if here:
        return here
    words = name_words(longest(person))
    if issuer in FAMILY and issuer not in home and len(home) == 1 and len(words) < 3:
        (only,) = home
        if any(len(w) > 3 and w in FAMILY[only] for w in words):
            return only
    if issuer is None and possible:
        return possible[0]
    if is_bound(person):
        return issuer
    opposite = by_pair(person, order) or by_between(person, order, issuer)
    return opposite if opposite and not ground.cannot_be(titles, opposite) else None


def by_default(person: Person, order: Sequence[Place], ground: Ground) -> str | None:
    """The issuer's own, unless the words show a guest; None where they do not say of which country."""
    issuer = ground.issuer
    titles = titles_of(person) | unique_titles(person)
    if issuer is None:
        is_told = bool(ground.other) and is_named_before(person, ground.other)
        return ground.other if is_told and not ground.cannot_be(titles, ground.other or "") else None
    if ground.cannot_be(titles, issuer):
        guest = ground.guest(titles)
        return guest if guest and ground.is_told_before(guest, person) else None
    if ground.guests_excellent and is_excellent(person):
        return ground.guest(titles)
    before = speaker_before(person, order)
    if is_met(person) and issuer not in at_home(person) and before in (issuer, None):
        there = by_place_after(person, issuer)
        guest = there or ground.guest(titles)
        if guest and (there or ground.is_told_before(guest, person)):
            return guest
        return None if before and person.held else issuer
    whose = by_relative(person, order) or by_company(person, order, issuer)
    return whose if whose and not ground.cannot_be(titles, whose) else issuer


def speaker_before(person: Person, order: Sequence[Place]) -> str | None:
    """The country of the one named last before the person in the paragraph: who is met is not of the same."""
    first = min(person.sightings, key=lambda s: (s.block, s.first))
    return next((other.country for _, other in just_before(first, order) if other is not person), None)


def before(sighting: Sighting) -> str:
    """The words just before a name."""
    start = sighting.tokens.starts[sighting.first]
    return sighting.tokens.text[max(0, start - 48) : start]


def is_met(person: Person) -> bool:
    """Whether the text only says that the person is met: "He also met Prime Minister Oren"."""
    return any(_MET.search(before(s)) for s in person.sightings)


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


def unique_titles(person: Person) -> set[str]:
    """Marks of the ministries that one person at a time holds: `minister foreign`; not those of deputies."""
    found = set()
    for held in person.held:
        key = held.post.key
        if held.plural or held.counterpart or "minister" not in key or key & _SEVERAL or len(key) < 2:
            continue
        found.add("minister " + " ".join(sorted(key - {"minister"})))
    return found


def has_no(titles: Set[str], country: str) -> bool:
    """Whether a country has no such office."""
    for title, homes_of in offices.ONLY_IN.items():
        if title in titles and country not in homes_of:
            return True
    if "prime minister" in titles and country in offices.NO_PRIME_MINISTER:
        return True
    if country in offices.NO_MINISTERS and any(t.startswith("minister ") for t in titles):
        return True
    return ("president" in titles or "vice president" in titles) and country in offices.NO_PRESIDENT


def is_excellent(person: Person) -> bool:
    """Whether the person is called an excellency."""
    return not person.address.isdisjoint(_EXCELLENCIES)


def guests_excellent(people: Sequence[Person], issuer: str | None) -> bool:
    """Whether the issuer keeps "H.E." for guests: its own minister is "Mr", and no known own has it."""
    own = [p for p in people if p.courtesy and issuer in (p.country, *(() if p.country else at_home(p)))]
    is_plain = any(_MINISTERS & key for p in own if "H" not in p.courtesy for key in p.keys)
    return is_plain and not any(map(is_excellent, own))


def at_home(person: Person) -> frozenset[str]:
    """The countries in which the person's name looks at home."""
    return homes(longest(person)) if person.sightings else frozenset()


def longest(person: Person) -> str:
    """The longest form of the name."""
    return max((s.words for s in person.sightings), key=len)


def by_place_after(person: Person, issuer: str | None) -> str | None:
    """Where somebody is met: "She met President Oren in Lenn"; not in the issuer's own country."""
    for sighting in person.sightings:
        tokens = sighting.tokens
        after = tokens.classes[sighting.last : sighting.last + 3]
        at = sighting.last + (2 if after[1:2] == "t" else 1)
        if after[:1] == "g" and tokens.classes[at : at + 1] in ("C", "P"):
            country = COUNTRY_BY_WORD.get(tokens.words[at])
            return country if country != issuer else None
    return None


def is_named_before(person: Person, country: str | None) -> bool:
    """Whether a country is named before the person in the same block."""
    for sighting in person.sightings:
        tokens = sighting.tokens
        for match in NAMED.finditer(tokens.classes, max(0, sighting.first - _REACH), sighting.first):
            if COUNTRY_BY_WORD.get(tokens.words[match.start()]) == country:
                return True
    return False


def just_before(sighting: Sighting, order: Sequence[Place]) -> list[tuple[int, Person]]:
    """The few names before a sighting in the same block, the last one first: token and bearer."""
    at = bisect_left(order, (sighting.block, sighting.first), key=lambda place: place[:2])
    return [
        (token, who)
        for block, token, who in reversed(order[max(0, at - _FEW) : at])
        if block == sighting.block
    ]


def by_pair(person: Person, order: Sequence[Place]) -> str | None:
    """The other side of a pair: "signed by Mr Oren, Ambassador of Lenn to Vidia, and Mr Hamar, Minister".

    The Ambassador of Lenn to Vidia signs with somebody of Vidia.
    """
    for sighting in person.sightings:
        tokens = sighting.tokens
        here = tokens.starts[sighting.first]
        text = tokens.text[max(0, here - _REACH) : here]
        if not _AND.search(text[-24:]) or not _SIGNED.search(text):
            continue
        for _, other in just_before(sighting, order):
            for held in other.held if other is not person else ():
                sent = _SENT_TO.search(held.post.title)
                country = COUNTRY_BY_WORD.get(as_key(sent[1].removeprefix("the "))) if sent else None
                if country and country != other.country:
                    return country
    return None


_BETWEEN = re.compile(r"\bbetween\b[^.;]*$")
_PAIRED = re.compile(r"\s*,?\s*and\s+(?:the\s+)?")


def by_between(person: Person, order: Sequence[Place], issuer: str | None) -> str | None:
    """The other side of what is between two: "The Ambassador of Lenn recalled the friendship between the late
    Presidents Oren and Hamar", where Oren is of the country that the sentence does not name.
    """
    for sighting in person.sightings:
        tokens = sighting.tokens
        here = tokens.starts[sighting.first]
        text = tokens.text[max(0, here - _REACH) : here]
        who = next(iter(just_before(sighting, order)), None)
        if who is None or who[1] is person or not _BETWEEN.search(text):
            continue
        before = next((s for s in who[1].sightings if s.block == sighting.block and s.first == who[0]), None)
        if before is None or not _PAIRED.fullmatch(tokens.text, tokens.ends[before.last - 1], here):
            continue
        own = who[1].country or issuer
        begin = tokens.classes.rfind(".", 0, sighting.first) + 1
        places = (m.start() for m in NAMED.finditer(tokens.classes, begin, sighting.first))
        named = {COUNTRY_BY_WORD.get(tokens.words[at]) for at in places} - {own, None}
        if own and len(named) == 1:
            return named.pop()
    return None


def by_company(person: Person, order: Sequence[Place], issuer: str | None) -> str | None:
    """Who is met beside a guest is of the guest's country: "met President Oren of Lenn and Minister Hamar".

    Near-miss: "met President Oren and Ambassador Hamar", who may be the issuer's own ambassador there.
    """
    if any("ambassador" in key for key in person.keys):
        return None
    for sighting in person.sightings:
        who = next(iter(just_before(sighting, order)), None)
        if who is None or who[1] is person or who[1].country in (None, issuer):
            continue
        tokens = sighting.tokens
        met = next((s for s in who[1].sightings if s.block == sighting.block and s.first == who[0]), None)
        if met is None or not _MET.search(before(met)):
            continue
        if _PAIRED.fullmatch(tokens.text, tokens.ends[met.last - 1], tokens.starts[sighting.first]):
            return who[1].country
    return None


def by_embassy(person: Person, order: Sequence[Place]) -> str | None:
    """The staff of an embassy is of its ambassador's country: "Ambassador Oren of Lenn and Counsellor Hamar".

    Near-miss: a Director-General who is named beside the ambassador.
    """
    if not any(h.post.head in offices.EMBASSY_HEADS or h.post.key & _MISSION for h in person.held):
        return None
    for sighting in person.sightings:
        for _, other in just_before(sighting, order):
            if other is not person and other.country and any("ambassador" in key for key in other.keys):
                return other.country
    return None


def by_relative(person: Person, order: Sequence[Place]) -> str | None:
    """The country of the guest who speaks: "Mr Hamar laid out what Prime Minister Salim's government did".

    Near-miss: "Mr Hamar thanked Prime Minister Oren", which is said of the other side.
    """
    found = set()
    for sighting in person.sightings:
        text = sighting.tokens.text
        here = sighting.tokens.starts[sighting.first]
        start = max((m.end() for m in _SENTENCE.finditer(text, max(0, here - _REACH), here)), default=0)
        who = next(((at, o) for at, o in just_before(sighting, order) if o is not person and o.country), None)
        if who is None or sighting.tokens.starts[who[0]] < max(start, here - _REACH):
            return None
        if not _THAT.search(text[sighting.tokens.ends[who[0]] : here]):
            return None
        found.add(who[1].country)
    return found.pop() if len(found) == 1 else None


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
