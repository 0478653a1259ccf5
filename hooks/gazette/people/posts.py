"""An office phrase → an `Office`: title, body and the country that the words themselves name.

Enters: tokens and the place of an office phrase. Leaves: a `Post`. Must not be known here: who holds it,
and any country that the phrase does not name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gazette.authority.folding import fold
from gazette.people.lexicon import TOKEN, plurals, spoken
from gazette.people.phrases import HEAD
from gazette.people.tokens import Tokens, joined
from gazette.vocabulary import offices
from gazette.vocabulary.countries import COUNTRIES

COUNTRY_BY_WORD: dict[str, str] = {}
"""Folded names, demonyms and cities → English short name."""
for _country in COUNTRIES:
    for _form in (_country.capital, *_country.cities):
        COUNTRY_BY_WORD.setdefault(" ".join(spoken(w) for w in TOKEN.findall(_form)), _country.name)
for _country in COUNTRIES:
    for _form in (*_country.demonyms, *_country.aliases, _country.name):
        COUNTRY_BY_WORD[" ".join(spoken(w) for w in TOKEN.findall(_form))] = _country.name
COUNTRY_BY_WORD.pop("", None)
ADJECTIVES = {
    " ".join(spoken(w) for w in TOKEN.findall(form))
    for country in COUNTRIES
    for form in (*country.demonyms, *country.aliases, country.name)
}
"""What may stand before an office and names a country."""
_PLACES = frozenset(("Peninsula", "Ocean", "Sea", "Strait", "Gulf"))
_IN_BODY = re.compile(rf"\b(?:{'|'.join(re.escape(b) for b in offices.BODIES)})\b(?!.*\bof\b)", re.IGNORECASE)
"""A body as the last noun before the country, which then is part of its name: `Bank of Japan`."""

_DOTS = re.compile(r"\b([^\W\d_]{3,4})\.")
_SINGULAR = {p: head for head in offices.HEADS for p in plurals(head)}
_DROPPED = frozenset(
    ("newly", "newly appointed", "newly elected", "newly-appointed", "newly-elected", "appointed")
)
_DROPPED |= frozenset(
    ("current", "incoming", "visiting", "sitting", "then", "re-elected", "reelected", "madam")
)
_SMALL = frozenset("of for the and to in on at by a an de du la".split())
_PRIVATE = offices.PRIVATE_BODIES
_SPECIFIC = re.compile(r"[IBMUNCDAlf]")
_SHORT_COUNTRIES = frozenset(form for c in COUNTRIES for form in (spoken(c.name), f"the {spoken(c.name)}"))
_SENT = frozenset(("ambassador", "representative", "permanent representative", "observer", "counsellor"))
"""Sent by a country to a body of many states: `Ambassador to ASEAN`."""
_FOREIGN = frozenset(("foreign", "external"))


@dataclass(frozen=True, slots=True)
class Post:
    """What the words of an office phrase say."""

    title: str
    body: str | None
    country: str | None
    international: bool
    "An office in a body of many states."
    public: bool
    "No academy, company or newspaper, no analyst or spouse."
    key: frozenset[str]
    "Words that tell it from others: 'Foreign Minister' and 'Minister for Foreign Affairs' have the same."
    head: str
    start: int
    end: int
    "Place in the text, without the article."
    abbreviation: str = ""
    "'SMS' in 'Senior Minister of State (SMS)'."


def read_post(tokens: Tokens, first: int, last: int) -> Post:
    """Read an office phrase, once: `Thai Minister of Foreign Affairs` → title, Thailand."""
    known = tokens.read.get((first, last))
    if not isinstance(known, Post):
        known = tokens.read[first, last] = _read_post(tokens, first, last)
    return known


def _read_post(tokens: Tokens, first: int, last: int) -> Post:
    classes, words = tokens.classes, tokens.words
    owner = owner_of(tokens, first, words[first]) if words[first] in ("its", "their") else None
    while first < last - 1 and (classes[first] in "th" or words[first] in _DROPPED):
        first += 1
    match = HEAD.match(classes, first, last)
    head_at = match.end() - 1 if match else first
    head = singular(words[head_at])
    is_national = "minister" in head
    country: str | None = None
    international = False
    begin = first
    for at in range(first, head_at):  # before the head: the holder's country
        if classes[at] in "CDP":
            country = country or COUNTRY_BY_WORD.get(words[at])
            if at == begin and classes[at + 1] == "s":
                begin = at + 2  # Lenn's Minister, but Lennish Minister
            elif at == begin and classes[at] == "C" and " " in words[at]:
                begin = at + 1  # Republic of Lenn National Security Adviser
        elif classes[at] == "A":
            international = not is_national
    comma = next(
        (n for n in range(head_at, last) if classes[n] == "," and _is_body(tokens, n + 1, last)), last
    )
    stop = comma
    body: str | None = None
    if comma < last:
        body, country = _read_body(tokens, comma + 1, last, country)
        international = international or (country is None and "A" in classes[comma:last])
    abbreviation = ""
    side = ""
    at_home = body is not None and not international
    international = international or head in offices.INTERNATIONAL_HEADS
    for at in range(head_at + 1, comma):
        one = classes[at]
        if one in "fgo":
            side = words[at]
        elif one == "C" and (side == "of" or classes[at + 1 : at + 2] == "s") and country is None:
            country = COUNTRY_BY_WORD.get(words[at])
            ends = at + 1 == comma or classes[at + 1] in "a,"
            is_short = " " not in words[at] or words[at] in _SHORT_COUNTRIES
            if ends and is_short and side == "of" and at - 1 > head_at and "B" not in classes[head_at:at]:
                stop = at - 1 if classes[at - 1] in "f," else at - 2
        elif one == "D" and side == "of" and country is None and not _is_desk(tokens, at):
            country = COUNTRY_BY_WORD.get(words[at])
        elif one == "P" and country is None and head not in ("mayor", "governor"):
            if side == "of":
                country = COUNTRY_BY_WORD.get(words[at])
        elif one == "A":
            is_matter = (
                classes[at + 1 : at + 2] in ("I", "l")
                or (side in ("to", "at", "in") and head in _SENT)
                or (head in offices.DESK_HEADS and words[at] in offices.NO_DIRECTORS)
            )
            international = international or not (is_national or is_matter)
        elif one == "(":
            abbreviation = words[at + 1]
            if classes[at + 1] == "U" and stop == comma and at + 3 >= comma:
                stop = at
    if stop <= head_at:
        stop = head_at + 1
    is_private = False
    if owner is not None and body is None and country is None and "f" not in classes[head_at:last]:
        kind, word, quote = owner
        if kind in "CD":
            country = COUNTRY_BY_WORD.get(word)
        elif kind == "A":
            body, international = quote, True
        else:
            is_private = True
    title = tokens.quote(begin, stop)
    if abbreviation and f"({abbreviation.upper()})" in title:
        title = " ".join(title.replace(f"({abbreviation.upper()})", " ").split())
    if "-" in title:
        title = " ".join(map(_uncut, title.split(" ")))
    title = _in_title_case(title, tokens.capitals)
    if head in offices.DOTTED_HEADS:
        title, head = (
            _DOTS.sub(lambda m: offices.DOTTED_HEADS.get(m[1].lower(), m[0]), title),
            offices.DOTTED_HEADS[head].lower(),
        )
    if classes[head_at] == "Q":
        title = _as_singular(title, words[head_at], head)
    key = office_key(title)
    public = not any(words[n] in _PRIVATE and classes[n] in "IBl" for n in range(head_at, last))
    return Post(
        title,
        body,
        country,
        international and country is None and not at_home,
        public and not is_private and classes[head_at] != "Z",
        key,
        head,
        tokens.starts[first],
        tokens.ends[last - 1],
        abbreviation,
    )


def owner_of(tokens: Tokens, first: int, whose: str) -> tuple[str, str, str] | None:
    """Whose office "its Prime Minister", "their commander" is: the last country, body of many states or
    private house named before in the sentence, as class, word and quote; class B for a private house.

    Near-miss: "their Prime Minister" of a people, which no body is.
    """
    for at in range(first - 1, max(first - (10 if whose == "its" else 24), -1), -1):
        one = tokens.classes[at]
        if one in ".;":
            return None
        if one == "A" or (one == "C" and whose == "its"):
            return one, tokens.words[at], tokens.quote(at, at + 1)
        if tokens.words[at] in _PRIVATE and tokens.text[tokens.starts[at]].isupper():
            return ("B", "", "") if whose == "its" else None
    return None


def _is_desk(tokens: Tokens, at: int) -> bool:
    """Whether a demonym is what a desk deals with: `Director of the Latin American Bureau`.

    Near-miss: `Director-General of the Thai Department of Treaties`.
    """
    words = tokens.words
    if words[at - 1] in offices.PARTS_OF_A_CONTINENT:
        return True
    behind = words[at + 1 : at + 3]
    ends = [n for n, word in enumerate(behind) if word in offices.DESKS]
    return bool(ends) and words[at + ends[-1] + 2 : at + ends[-1] + 3] not in (["of"], ["for"])


def _is_body(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a body begins here: ", Ministry of …"; near-miss: ", Trade and Industry"."""
    for at in range(first, last):
        if tokens.classes[at] == "B":
            return True
        if tokens.classes[at] in ",f":
            return False
    return False


def _read_body(tokens: Tokens, first: int, last: int, country: str | None) -> tuple[str, str | None]:
    """The body named after a comma, without the country at its end, and that country."""
    classes, words = tokens.classes, tokens.words
    stop = last
    for at in range(first, last):
        if classes[at] in "CD":
            found = COUNTRY_BY_WORD.get(words[at])
            is_end = at + 1 == last and at > first and classes[at - 1] in "ft,"
            if country is None and (
                is_end or at == first or classes[at] == "D" or classes[at - 1] in "f,s,t"
            ):
                country = found
            if is_end and stop == last:
                stop = at - 1 if classes[at - 1] in "f," else at - 2
    return tokens.quote(first, max(stop, first + 1)), country


def _uncut(word: str) -> str:
    """A word of an office without the hyphen of a line's end: `Pre-sident`."""
    said = spoken(word)
    return word.replace("-", "") if "-" in word and joined(said, word[0].isupper()) != said else word


def singular(phrase: str) -> str:
    """The head itself: `advisers` → `adviser`."""
    return _SINGULAR.get(phrase, phrase)


def _as_singular(title: str, many: str, one: str) -> str:
    """The title of one holder: `Presidential Legal Advisers` → `Presidential Legal Adviser`."""
    at = title.lower().find(many)
    if at < 0:
        return title
    written = title[at : at + len(many)]
    if written.isupper():
        one = one.upper()
    elif written[0].isupper():
        one = re.sub(r"[^\W_]+", lambda m: m[0] if m[0] in _SMALL else m[0].capitalize(), one)
    return title[:at] + one + title[at + len(many) :]


def _in_title_case(title: str, capitals: bool) -> str:
    """Capitals of a headline or a speaker's line back to ordinary case: `VICE PRESIDENT`."""
    if not (capitals or (title.isupper() and len(title) > 5)):
        return title
    made = [w.lower() if w.lower() in _SMALL else w.capitalize() for w in title.split()]
    return " ".join(made)


@lru_cache(maxsize=4096)
def plain_title(title: str) -> str:
    """A title without a country before or behind it: `Prime Minister` of the Kingdom of Cambodia.

    >>> plain_title("Cambodian Minister of Trade")
    'Minister of Trade'
    >>> plain_title("Minister of Trade of the Lao People's Democratic Republic")
    'Minister of Trade'
    >>> plain_title("Governor of the Bank of Japan")
    'Governor of the Bank of Japan'
    """
    words = title.split(" ")
    for size in range(min(4, len(words) - 1), 0, -1):
        if as_key(" ".join(words[:size])) in ADJECTIVES and words[size] not in _PLACES:
            title = " ".join(words[size:])
            break
    head, found, country = title.partition(" of the ")
    while found:
        if as_key(country) in COUNTRY_BY_WORD:
            return head
        more, found, country = country.partition(" of the ")
        head = f"{head} of the {more}"
    title = title.removesuffix(" of the Republic")
    head, found, country = title.rpartition(" of ")
    if not found or as_key(country) not in COUNTRY_BY_WORD:
        return title
    return title if _IN_BODY.search(head) else head


@lru_cache(maxsize=4096)
def as_key(words: str) -> str:
    """Words as `COUNTRY_BY_WORD` has them."""
    return " ".join(spoken(w) for w in TOKEN.findall(words))


@lru_cache(maxsize=4096)
def office_key(title: str) -> frozenset[str]:
    """The words by which an office is told from others.

    >>> office_key("Foreign Minister") == office_key("Minister for Foreign Affairs")
    True
    """
    words = {w.replace("defence", "defense") for w in re.split(r"[^\w]+", fold(plain_title(title))) if w}
    words -= _SMALL
    if (
        _FOREIGN & words
        and words & {"minister", "secretary"}
        and not words & {"state", "deputy", "vice", "assistant", "under"}
    ):
        words -= {"affairs", "international", "cooperation", "trade", "external", "ii"}
        words.add("foreign")
    return frozenset(words - {"affairs", "mr", "madam"})
