"""A file of the index: a script that hands over what it holds, and the numbers in it.

Enters: a name, a fingerprint, a value as JSON. Leaves: the bytes of a script, the one kind of file that a
browser reads alike from a server and from a folder on disk, and under a strict Content-Security-Policy.
Must not be known here: what the values mean. docs/assets/search/index.js reads what is written here.
"""

from __future__ import annotations

import re
from hashlib import blake2b

LAST_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Each ends a number: its value modulo 64."""

FIRST_DIGITS = "!#$%&'()*.;=?@[]^`{|}~+/"
"""Stand before the last one, bijective base 24, so that a number below 1,600 takes two characters at most."""

NUMBER = f"[{re.escape(FIRST_DIGITS)}]*[{re.escape(LAST_DIGITS)}]"
"""A number, as a pattern: none begins another."""

_NUMBERS: list[str] = []


def render_script(name: str, fingerprint: str, json: str) -> bytes:
    """A script that hands over a value, given as JSON, under the name of its file.

    >>> render_script("r00/dates", "5f0a", "[1]")
    b'handOver("r00/dates","5f0a",[1]);\\n'
    """
    return f'handOver("{name}","{fingerprint}",{json});\n'.encode()


def fingerprint_of(*contents: str | bytes) -> str:
    """Ten hexadecimal digits by which two states of a file are told apart."""
    digest = blake2b(digest_size=5)
    for content in contents:
        digest.update(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def number(value: int) -> str:
    """A number as text, without anything that separates it from the next.

    >>> number(0), number(63), number(64), number(1599), number(1600)
    ('A', '_', '!A', '/_', '!!A')
    """
    rest, last = divmod(value, len(LAST_DIGITS))
    first = ""
    while rest:
        rest, digit = divmod(rest - 1, len(FIRST_DIGITS))
        first = FIRST_DIGITS[digit] + first
    return first + LAST_DIGITS[last]


def numbers(below: int) -> list[str]:
    """The numbers from 0 up to at least `below` as text, made once."""
    while len(_NUMBERS) < below:
        _NUMBERS.append(number(len(_NUMBERS)))
    return _NUMBERS


def read_numbers(text: str) -> list[int]:
    """The numbers of such a text.

    >>> read_numbers(number(3) + number(70_000) + number(0))
    [3, 70000, 0]
    """
    found: list[int] = []
    rest = 0
    for character in text:
        first = FIRST_DIGITS.find(character)
        if first >= 0:
            rest = rest * len(FIRST_DIGITS) + first + 1
        else:
            found.append(rest * len(LAST_DIGITS) + LAST_DIGITS.index(character))
            rest = 0
    return found


__all__ = ["NUMBER", "fingerprint_of", "number", "numbers", "read_numbers", "render_script"]
