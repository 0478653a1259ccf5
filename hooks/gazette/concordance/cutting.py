"""Text → the words by which it is found, in their order.

Enters: text of any script. Leaves: words without case and accents; each sign of a script that is written
without spaces is a word of its own, exactly as it stands.
docs/assets/search/cutting.js does the same with what a reader types and with what is shown; a test holds
both to the same words. Must not be known here: what is done with the words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from gazette.vocabulary.scripts import CONTINUOUS, CONTINUOUS_SIGN, OPTIONAL_MARKS, PLAIN_LETTERS, UNSEEN

GAP = "\0"
"""Stands between two passages in the place of a word, so that no phrase runs from one into the next."""

END_OF_LETTERS = 0x32400
"""No letter stands behind it; of the marks, only variants of Chinese characters do."""

_PLAIN_BYTES = bytes(
    ord(chr(byte).lower()) if byte == ord(GAP) or chr(byte).isalnum() else ord(" ") for byte in range(128)
) + bytes(range(128, 256))
"""Of UTF-8: small letters for capitals, a space for what is ASCII and in no word. Most texts need no more."""

_COMMON_SIGNS = "’‘“”–—…•\u00a0"
"""What makes most English text more than ASCII, and is in no word either."""

_SIGN = re.compile(CONTINUOUS_SIGN)
_UNSEEN = re.compile(f"[{UNSEEN}]")
_LEFT_OUT = re.compile(f"[{UNSEEN}{OPTIONAL_MARKS}]")
_PLAIN = str.maketrans(PLAIN_LETTERS)


def cut(text: str) -> list[str]:
    """The words of one text.

    >>> cut("Deputy Prime Minister’s visit to Đà Nẵng, 会談")
    ['deputy', 'prime', 'minister', 's', 'visit', 'to', 'da', 'nang', '会', '談']
    """
    return cut_passages((text,))


def cut_passages(passages: Iterable[str]) -> list[str]:
    """The words of several texts, with a `GAP` between each and the next.

    >>> cut_passages(["Joint talks", "In\\nTokyo"])
    ['joint', 'talks', '\\x00', 'in', 'tokyo']
    """
    text = f" {GAP} ".join(passages)
    if not text.isascii():
        for sign in _COMMON_SIGNS:
            text = text.replace(sign, " ")
    bare = text.encode("utf-8", "surrogatepass").translate(_PLAIN_BYTES).decode("utf-8", "surrogatepass")
    runs = bare.split()
    if bare.isascii():
        return runs
    return [word for run in runs for word in ((run,) if run.isascii() else _words_of(run))]


@lru_cache(maxsize=1 << 17)
def _words_of(run: str) -> tuple[str, ...]:
    """The words of a run that is not all ASCII, which may be one, many or none."""
    return tuple(word for raw in _word().findall(run) for word in _folded(raw))


def _folded(raw: str) -> tuple[str, ...]:
    """The words that stand in one sign or in one row of letters and digits."""
    if _SIGN.match(raw):
        sign = _UNSEEN.sub("", unicodedata.normalize("NFKC", raw))
        return (sign,) if sign else ()
    bare = _LEFT_OUT.sub("", unicodedata.normalize("NFKD", raw)).lower().translate(_PLAIN)
    return tuple(_word().findall(unicodedata.normalize("NFC", bare)))


@cache
def _word() -> re.Pattern[str]:
    """A sign, or a row of letters, digits and marks: JavaScript has such classes, Python has to list them."""
    outside = re.compile(f"[{CONTINUOUS}]")
    ranges: list[list[int]] = []
    for code in range(END_OF_LETTERS):
        if unicodedata.category(chr(code))[0] in "LNM" and not outside.match(chr(code)):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    letters = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return re.compile(f"[{letters}{UNSEEN}\U000e0100-\U000e01ef]+|{CONTINUOUS_SIGN}")


__all__ = ["GAP", "cut", "cut_passages"]
