"""Personal names: their words, whether two forms may mean one person, and the preferred form.

Enters: names as written, without forms of address and offices. Leaves: folded words, and names in the
order and case in which the record prints them. Must not be known here: texts, offices, the authority.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gazette.authority.folding import fold
from gazette.vocabulary import honorifics
from gazette.vocabulary import names as vocabulary
from gazette.vocabulary.countries import COUNTRIES

FAMILY_FIRST = frozenset(c.name for c in COUNTRIES if c.order == "family-first")
"""Countries whose people write the family name first."""
HOME_OF_ORDER = {c.name: c.order for c in COUNTRIES}
_SUFFIX = frozenset(w for w in honorifics.SUFFIXES)
_KEPT_SUFFIX = frozenset(("jr", "sr", "ii", "iii", "iv"))
_SPLIT = re.compile(r"[\s,]+")


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without initials, suffixes and points.

    >>> name_words("Joseph R. BIDEN, Jr.")
    ('joseph', 'biden')
    >>> name_words("K Shanmugam SC")
    ('k', 'shanmugam')
    >>> name_words("PHOMVI-HANE") == name_words("Phomvihane")
    True
    """
    words = [w.strip(".'\"“”()") for w in _SPLIT.split(fold(name))]
    words = [w.replace(".", "").replace("'", "").replace("-", "") for w in words if w]
    kept = [w for w in words if w not in _SUFFIX and len(w) > 1]
    return tuple(kept if len(kept) > 1 else [w for w in words if w not in _SUFFIX] or words)


def is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a short form may stand for a full one: its beginning, its end, or its words in order.

    >>> is_part(("sok", "chenda"), ("sok", "chenda", "sophea"))
    True
    >>> is_part(("chenda",), ("sok", "chenda", "sophea"))
    False
    >>> is_part(("salman", "bin", "nasser"), ("omar", "bin", "salman", "bin", "nasser"))
    False
    """
    if not short or len(short) > len(full):
        return False
    size = len(short)
    if full[:size] == short:
        return True
    if full[-size:] == short:  # the father's name is not the son's
        return size == 1 or size == len(full) or full[-size - 1] not in vocabulary.PATRONYMIC
    if size == 1:
        return False
    if sorted(short) == sorted(full):
        return True
    rest = iter(full)
    return all(w in rest for w in short) and (short[0] == full[0] or short[-1] == full[-1])


def is_nickname(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names with one family name differ only in a short given name: Joe and Joseph Biden."""
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return False
    a, b = one[0], other[0]
    return b in vocabulary.NICKNAMES.get(a, ()) or a in vocabulary.NICKNAMES.get(b, ())


@lru_cache(maxsize=8192)
def in_ordinary_case(name: str, initials: bool = False) -> str:
    """A name without capitals for the family name: `PRAK Sokhonn` → `Prak Sokhonn`.

    With `initials`, two capitals before a word in small letters stay: `MU Nair`.
    """
    words = name.split()
    small = any(c.islower() for w in words for c in w)
    return " ".join(_word_in_case(word, initials and small) for word in words)


def _word_in_case(word: str, initials: bool) -> str:
    bare = word.strip(".,").replace(".", "")
    if not bare.isupper() or len(bare) < 2 or bare.lower() in _KEPT_SUFFIX or "." in word[:-1]:
        return word
    if len(bare) == 2 and (initials or not any(c in "AEIOUY" for c in bare)):
        return word
    parts = re.split(r"([-’'])", word)
    made = [p.capitalize() for p in parts]
    for n in range(2, len(made), 2):
        if made[n - 1] in "’'" and len(made[n]) < 2:
            made[n] = made[n].lower()
    return "".join(made)


@lru_cache(maxsize=8192)
def surname_in_capitals(name: str) -> str | None:
    """The part in capitals beside a part that is not: `Vivian BALAKRISHNAN` → `BALAKRISHNAN`."""
    words = [w for w in name.replace(",", " ").split() if w.lower().strip(".") not in _SUFFIX]
    large = [w for w in words if len(w) > 1 and w.strip(".").isupper() and not re.fullmatch(r"(?:\w\.)+", w)]
    small = [w for w in words if any(c.islower() for c in w)]
    return " ".join(large) if large and small else None


@lru_cache(maxsize=8192)
def preferred(name: str, country: str | None, surname: str | None = None) -> str:
    """The form that the record prints: family name first where the country writes it so, in ordinary case.

    Only turned round where the family name is known: in capitals, or in the list of the country.

    >>> preferred("Keiichi Ichikawa", "Japan")
    'Ichikawa Keiichi'
    >>> preferred("Antony J. BLINKEN", "United States")
    'Antony J. Blinken'
    """
    name = without_titles(name)
    shown = surname or surname_in_capitals(name)
    words = name.split()
    if country in FAMILY_FIRST and country != "Singapore" and len(words) == 2:
        first, last = (fold(w) for w in words)
        family = vocabulary.FAMILY.get(country or "", frozenset())
        looks_so = is_family(last, country) and not is_family(first, country)
        is_listed = last in family and first not in family
        if (fold(shown) == last) if shown else (looks_so or is_listed):
            words.reverse()
    return in_ordinary_case(" ".join(words), country is not None and country not in FAMILY_FIRST)


@lru_cache(maxsize=8192)
def without_titles(name: str) -> str:
    """Without suffixes of honour, which are no part of a name: `Indranee Rajah SC` → `Indranee Rajah`."""
    words = name.replace(" ,", ",").split()
    while len(words) > 1 and words[-1].lower().replace(".", "") in _SUFFIX - _KEPT_SUFFIX:
        words.pop()
    return " ".join(words).rstrip(",")


def is_family(word: str, country: str | None) -> bool:
    """Whether a folded word is a family name of a country, or ends like one."""
    known = vocabulary.FAMILY.get(country or "")
    if known is None:
        return False
    return word in known or word.endswith(vocabulary.FAMILY_MARKS.get(country or "", ("\0",)))


@lru_cache(maxsize=8192)
def homes(name: str) -> frozenset[str]:
    """The countries in which a name looks at home, as far as the lists say.

    >>> homes("KISHIDA Fumio")
    frozenset({'Japan'})
    """
    words = name_words(name)
    shown = surname_in_capitals(name)
    shown_word = fold(shown) if shown else None
    found = set()
    for country, family in vocabulary.FAMILY.items():
        at = (shown_word,) if shown_word else (words[0], words[-1])
        if any(w in family for w in at if w):
            found.add(country)
    if len(words) > 1 and words[0] in vocabulary.GIVEN["English"] and (not found or "Singapore" in found):
        found.update(vocabulary.ENGLISH_SPEAKING, vocabulary.ENGLISH_NAMED)
    return frozenset(found)
