"""Words as they are compared: folded, without endings, without the difference of hyphen and space.

Enters: text. Leaves: `Word`s with their places, sets of stems, and runs of letters that are equal where
only spelling differs. Must not be known here: releases.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gazette.authority import fold_in_place

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ments", "ment", "ings", "ing", "ions",
    "ion", "ies", "ied", "ers", "er", "ed", "es", "ise", "ize", "s", "y", "e",
)  # fmt: skip
_SPELLINGS = (("defence", "defense"), ("offence", "offense"), ("centre", "center"), ("labour", "labor"),
              ("favour", "favor"), ("honour", "honor"), ("harbour", "harbor"), ("neighbour", "neighbor"),
              ("behaviour", "behavior"), ("endeavour", "endeavor"), ("programme", "program"),
              ("licence", "license"), ("isation", "ization"))  # fmt: skip
SMALL = frozenset(
    "a an the of and or for to in on at by with from as its his her their this that into between".split()
)
"""Words that carry nothing of their own."""


class Word(NamedTuple):
    """One word of a text: `text[start:end]`, and the form in which it is compared."""

    start: int
    end: int
    stem: str


def find_words(text: str) -> list[Word]:
    """The words of a text with their places; a hyphen divides words.

    >>> [word.stem for word in find_words("Senior Officials' Talks")]
    ['seni', 'offici', 'talk']
    """
    return [Word(m.start(), m.end(), stem(m.group())) for m in _WORD.finditer(fold_in_place(text))]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without its ending, spelled one way.

    >>> stem("defence") == stem("defense"), stem("talks") == stem("talk"), stem("rule") == stem("rules")
    (True, True, True)
    >>> stem("law") == stem("laws"), stem("rule") == stem("order")
    (True, False)
    """
    word = respell(word.removesuffix("'s").replace("'", ""))
    if word.endswith("als") or word.endswith("al"):
        return word.removesuffix("s").removesuffix("al") if len(word) > 6 else word.removesuffix("s")
    if word.endswith("or") and len(word) > 5:
        return word[:-2]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=65536)
def respell(word: str) -> str:
    """A folded word in American spelling, so that two accounts compare: `defence` → `defense`."""
    if len(word) > 5:
        for british, american in _SPELLINGS:
            if british in word:
                return word.replace(british, american)
    return word


def letters(text: str) -> str:
    """The letters and digits of a text, folded and spelled one way, without anything between them.

    >>> letters("Peace-keeping operations") == letters("peacekeeping operations")
    True
    """
    return "".join(map(respell, _bare_words(text)))


def letters_of_phrase(text: str) -> str:
    """The letters of a phrase, its last word without ending, to be looked for in the `letters` of a text.

    >>> letters_of_phrase("peace keeping operations") in letters("for peacekeeping operation")
    True
    """
    words = _bare_words(text)
    if not words:
        return ""
    last = respell(words[-1])
    bare = stem(words[-1])
    return "".join(map(respell, words[:-1])) + (bare if last.startswith(bare) else last)


def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that carry something.

    >>> sorted(content_stems("the rule of law"))
    ['law', 'rul']
    """
    return frozenset(map(stem, set(_WORD.findall(fold_in_place(text))) - SMALL))


def _bare_words(text: str) -> list[str]:
    """The folded words of a text without apostrophes."""
    folded = fold_in_place(text)
    words: list[str] = _WORD.findall(folded)
    return [word.replace("'", "") for word in words] if "'" in folded else words
