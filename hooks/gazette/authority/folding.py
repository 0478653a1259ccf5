"""Folding: the forms in which names and phrases are compared.

Enters: text. Leaves: the same words without case, Latin diacritics and typographic variants.
Everything that compares a surface form with the authority file folds both sides here and nowhere else.
Must not be known here: what the words mean.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_WITHOUT_DECOMPOSITION = {
    "đ": "d",
    "Đ": "d",
    "ø": "o",
    "Ø": "o",
    "ł": "l",
    "Ł": "l",
    "ħ": "h",
    "ı": "i",
    "ß": "s",
}
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u02bb\u0060\u00b4"
_QUOTES = "\u201c\u201d\u201e\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPACES = "\t\n\r\x0b\x0c\u00a0\u2002\u2003\u2009\u202f\u3000"
_MARKS = re.compile("[\u0300-\u036f\u00ad\u200b\u2060\ufeff]")
_BETWEEN_WORDS = re.compile(r"[.,()\-/\s]+")
_BETWEEN_SLUG_WORDS = re.compile(r"[\W_]+")
_LONGEST_SLUG = 80  # bytes
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])


class _Characters(dict[int, str]):
    """Folded form of each character, worked out when first met; always exactly one character."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


def _fold_character(character: str) -> str:
    if character in _WITHOUT_DECOMPOSITION:
        return _WITHOUT_DECOMPOSITION[character]
    for variants, plain in ((_APOSTROPHES, "'"), (_QUOTES, '"'), (_DASHES, "-"), (_SPACES, " ")):
        if character in variants:
            return plain
    base = unicodedata.normalize("NFKD", character)
    if len(base) > 1 and all(0x300 <= ord(mark) < 0x370 for mark in base[1:]):
        base = base[0]
    folded = base.casefold()
    return folded if len(folded) == 1 else character


_CHARACTERS = _Characters()


def fold_in_place(text: str) -> str:
    """The folded text, as long as `text`: places found in it are places in `text`.

    >>> fold_in_place("Tô LÂM’s")
    "to lam's"
    """
    return text.translate(_CHARACTERS)


def fold(text: str) -> str:
    """The folded text with single spaces, to compare one phrase with another.

    >>> fold("  Nguyễn   Phú\\u00a0Trọng ")
    'nguyen phu trong'
    """
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    return " ".join(_MARKS.sub("", fold_in_place(unicodedata.normalize("NFC", text))).split())


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The folded words of a name, without points, commas, hyphens and apostrophes.

    >>> name_key("YOON Suk-yeol")
    'yoon suk yeol'
    >>> name_key("Mu’izzaddin")
    'muizzaddin'
    """
    return _BETWEEN_WORDS.sub(" ", fold(name).replace("'", "")).strip()


def bare_key(key: str) -> str:
    """A name key without initials and suffixes; '' where fewer than two words would be left.

    >>> bare_key("joseph r biden jr")
    'joseph biden'
    >>> bare_key("k shanmugam")
    ''
    """
    words = [word for word in key.split() if len(word) > 1 and word not in _SUFFIXES]
    return " ".join(words) if len(words) > 1 else ""


def slug(words: str) -> str:
    """The words as part of an address: folded, joined by hyphens; letters of other scripts stay.

    At most 80 bytes: what is longer is cut and told apart by a digest of the whole, since a folder's
    name may not have more than 255 bytes.

    >>> slug("Deputy Prime Minister, Côte d'Ivoire")
    'deputy-prime-minister-cote-divoire'
    """
    whole = _BETWEEN_SLUG_WORDS.sub("-", fold(words).replace("'", "")).strip("-") or "unnamed"
    if len(whole.encode()) <= _LONGEST_SLUG:
        return whole
    digest = hashlib.sha256(whole.encode()).hexdigest()[:8]
    return f"{whole.encode()[:_LONGEST_SLUG].decode(errors='ignore').rstrip('-')}-{digest}"
