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
from gazette.people.tokens import Tokens
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
    """Read an office phrase: `Thai Minister of Foreign Affairs` → title, Thailand."""
    classes, words = tokens.classes, tokens.words
    while first < last - 1 and (classes[first] in "th" or words[first] in _DROPPED):
        first += 1
    match = HEAD.match(classes, first)
    head_at = match.end() - 1 if match else first
    head = singular(words[head_at])
    country: str | None = None
    international = False
    begin = first
    for at in range(first, head_at):  # before the head: the holder's country
        if classes[at] in "CDP":
            country = country or COUNTRY_BY_WORD.get(words[at])
            if at == begin:
                begin = at + 1 + (classes[at + 1] == "s")
        elif classes[at] == "A":
            international = True
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
                stop = at - 1 if classes[at - 1] == "f" else at - 2
        elif one == "D" and side == "of" and country is None:
            country = COUNTRY_BY_WORD.get(words[at])
        elif one == "P" and country is None and head not in ("mayor", "governor"):
            if side == "of":
                country = COUNTRY_BY_WORD.get(words[at])
        elif one == "A":
            international = True
        elif one == "(":
            abbreviation = words[at + 1]
            if classes[at + 1] == "U" and stop == comma and at + 3 >= comma:
                stop = at
    if stop <= head_at:
        stop = head_at + 1
    title = tokens.quote(begin, stop)
    if abbreviation and f"({abbreviation.upper()})" in title:
        title = " ".join(title.replace(f"({abbreviation.upper()})", " ").split())
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
        public and classes[head_at] != "Z",
        key,
        head,
        tokens.starts[first],
        tokens.ends[last - 1],
        abbreviation,
    )


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


def plain_title(title: str) -> str:
    """A title without the country at its end: `Prime Minister` of the Kingdom of Cambodia.

    Near-miss: `Governor of the Bank of Japan`, whose country is part of the body's name.
    """
    head, found, country = title.partition(" of the ")
    while found:
        if spoken(country) in COUNTRY_BY_WORD:
            return head
        more, found, country = country.partition(" of the ")
        head = f"{head} of the {more}"
    head, found, country = title.rpartition(" of ")
    return head if found and spoken(country) in COUNTRY_BY_WORD and " of " not in head else title


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
