"""How the record prints a title: without quotation marks round it, with capitals where English has them.

Enters: words of a title. Leaves: the same words, set. No word is added or left out.
Must not be known here: where on a page a title stands.
"""

from __future__ import annotations

import re

from gazette.vocabulary.titles import CAPITAL_WORDS, HONORIFIC_FORMS, SMALL_WORDS

_QUOTES = {"“": "”", '"': '"', "‘": "’", "«": "»", "「": "」", "『": "』", "'": "'"}
_FOOTNOTE_MARK = re.compile(r"(?:\s?\[\d{1,2}\]|\s?[*†‡]{1,3}|[¹²³⁴-⁹]{1,2})$")
_LAST_OF_MARKS = frozenset("]*†‡¹²³⁴⁵⁶⁷⁸⁹")
_LETTERS = re.compile(r"[^\W\d_]")
_SMALL_LETTER = re.compile(r"[a-z]")


def dressed(title: str) -> str:
    """A title as the record prints it: no quotation marks round it, no footnote mark, capitals set small.

    >>> dressed("“VISIT OF THE FOREIGN MINISTER TO THE 31ST ASEAN-NORWAY SUMMIT”*")
    'Visit of the Foreign Minister to the 31st ASEAN-Norway Summit'
    >>> dressed("Meeting between H.E. ROE Ana and H.E. Doe")
    'Meeting between H.E. ROE Ana and H.E. Doe'
    """
    title = " ".join(title.split()).strip()
    if title[-1:] in _LAST_OF_MARKS:
        title = _FOOTNOTE_MARK.sub("", title).rstrip()
    closing = _QUOTES.get(title[:1])
    if closing and len(title) > 2 and title.endswith(closing):
        inner = title[1:-1]
        single = inner.replace("’s", "") if closing == "’" else inner
        if title[0] not in inner and closing not in single:
            title = inner.strip()
    if _SMALL_LETTER.search(title):
        return title
    letters = _LETTERS.findall(title)
    if (
        len(letters) > 3
        and all(not letter.islower() for letter in letters)
        and any(c.isupper() for c in letters)
    ):
        title = set_small(title)
    return title


_WORD = re.compile(r"[^\W_](?:[^\s–—/-]*[^\W_])?\.?")
_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH)", re.IGNORECASE)


def set_small(title: str) -> str:
    """A title in capitals, in small letters with capitals where English titles have them."""
    first = True

    def word(match: re.Match[str]) -> str:
        nonlocal first
        found, was_first = match[0], first
        first = False
        bare = found.rstrip(".,:;)’'")
        if found in HONORIFIC_FORMS:
            return HONORIFIC_FORMS[found]
        if bare in CAPITAL_WORDS or bare.removesuffix("’S").removesuffix("'S") in CAPITAL_WORDS:
            return found.replace("’S", "’s").replace("'S", "'s")
        if _ORDINAL.fullmatch(bare):
            return found.lower()
        if any(c.isdigit() for c in found) or "." in bare:
            return found
        if found.lower() in SMALL_WORDS and not was_first:
            return found.lower()
        if len(bare) == 1 and bare not in ("A", "I"):
            return found
        return found[0] + found[1:].lower()

    return _WORD.sub(word, title)
