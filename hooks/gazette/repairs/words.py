"""Rules for broken words and spaces: hyphens, fused words, spaced-out letters, letters for figures.

Enters: the raw text of a block. Leaves: edits. Must not be known here: which rule comes first, and markup.
Each function is a rule; its docstring has an example, and a near-miss where it must not fire.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazette.repairs.edits import Edit
from gazette.vocabulary.countries import COUNTRIES
from gazette.vocabulary.layout import (
    BROKEN_TAILS,
    CLOSED_PREFIXES,
    COMPOUND_HEADS,
    COMPOUND_TAILS,
    SENTENCE_STARTERS,
)

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_HYPHEN = re.compile(r"[-‐][ \t\xa0]*\n\s*(?=[^\W\d_])")
_SOFT_HYPHEN = re.compile("\u00ad[ \t\xa0]*\n?[ \t\xa0]*")
# Patterns begin with the rarest sign, and what stands before it is looked at afterwards: ten times faster.
ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e]+")
ODD_SPACE = re.compile(
    "[\xa0\u2000-\u200a\u202f\u205f\u3000\u1680\u2028\u2029\x0b\x0c\x1c-\x1f\x85]"
    "[ \t\xa0\u2000-\u200a\u202f\u205f\u3000\u1680\u2028\u2029\x0b\x0c\x1c-\x1f\x85]*"
)
_SPACES = re.compile(r" [ \t]+|\t[ \t]*")
LINE_END = re.compile(r"\n\s*")
_LETTER_SPACED = re.compile(r"[^\s*_]{1,2}(?: {1,3}[^\s*_]{1,2})* {1,3}[^\s*_]")
MIXED = re.compile(r"[0-9](?:[A-Za-z]|(?<=[A-Za-z][0-9]))")
_TOKEN_BEFORE = re.compile(r"\w{0,20}$")
_TOKEN_AFTER = re.compile(r"\w{0,24}")
_FUSED_ORDINAL = re.compile(r"(\d{1,3}(?:st|nd|rd|th))((?!ly$)[a-z]{3,})")
_FUSED_DATE = re.compile(rf"(\d{{1,2}})({_MONTHS})|({_MONTHS})((?:19|20)\d\d)")
FUSED_MARK = re.compile(r"[,;](?=[a-z])")
FUSED_STOP = re.compile(rf"\.(?=(?:{'|'.join(SENTENCE_STARTERS)}) )")
_OCR_YEAR = re.compile(r"(?=.*[OolI])(?=.*\d.*\d)(?:[1lI][89Oo0]|2[0Oo])[\dOolI]{2}")
_OCR_DAY = re.compile(r"[1-3][Ool]|l[0-9]")
OCR_CAPITAL = re.compile(r"l(?=[A-Z])(?<=[A-Z]{2}l)")
_OCR_POSSESSIVE = re.compile(r"([^\W\d_]{4,})1s")
_MONTH_AFTER = re.compile(rf"\s(?:{_MONTHS})\b")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S*(?:https?:|www\.|@|/)\S*")


def find_hyphens(raw: str) -> Iterator[Edit]:
    """ "Admi-/nistration", "PHOMVI-/HANE" are one word; near-misses: "long-/term", "JAPAN-/LAOS"."""
    for match in _HYPHEN.finditer(raw):
        before = _WORD_BEFORE.search(raw, max(0, match.start() - 40), match.start())
        after = _WORD_AFTER.match(raw, match.end(), match.end() + 40)
        if not before or not after:
            continue
        head, tail = before[0], after[0]
        in_chain = raw[before.start() - 1 : before.start()] in ("-", "‐") if before.start() else False
        chain_next = (
            raw[after.end() : after.end() + 1] == "-" and raw[after.end() + 1 : after.end() + 2].isalpha()
        )
        keeps = (
            not (tail[0].islower() or _is_broken_name(head, tail))
            or in_chain
            or (head.lower() in COMPOUND_HEADS and tail.lower() not in BROKEN_TAILS)
            or (tail.lower() in COMPOUND_TAILS and head.lower() not in CLOSED_PREFIXES)
            or (chain_next and tail.lower() in ("to", "of", "by", "the", "and", "in"))
        )
        hyphen = raw[match.start()]
        yield Edit(match.start(), match.end(), hyphen if keeps else "", "hyphen")


_LANDS = frozenset(
    word.upper()
    for country in COUNTRIES
    for name in (country.name, *country.aliases, *country.demonyms)
    for word in name.split()
) | {
    "PACIFIC",
    "ASEAN",
    "EU",
    "EUROPE",
    "ASIA",
    "AFRICA",
    "AMERICA",
    "OCEANIA",
    "ATLANTIC",
    "GENERAL",
    "CHIEF",
    "LAO",
}


def _is_broken_name(head: str, tail: str) -> bool:
    """A name in capitals that a line end broke; near-misses: "JAPAN-/LAOS", "ASIA-/PACIFIC"."""
    if not (head.isupper() and tail.isupper() and len(tail) > 1):
        return False
    return head not in _LANDS and tail not in _LANDS


def find_soft_hyphens(raw: str) -> Iterator[Edit]:
    """ "Govern<soft hyphen> ment" is one word; before a capital the space stays."""
    for match in _SOFT_HYPHEN.finditer(raw):
        spaced = len(match[0]) > 1 and not raw[match.end() : match.end() + 1].islower()
        yield Edit(match.start(), match.end(), " " if spaced else "", "hyphen")


def find_odd_spaces(raw: str) -> Iterator[Edit]:
    """No-break and other unusual spaces; where a line goes on below or begins they are layout."""
    for match in ODD_SPACE.finditer(raw):
        start, end = match.span()
        while start and raw[start - 1] in " \t":
            start -= 1
        if start == 0 or raw[start - 1] == "\n" or raw[end : end + 1] == "\n":
            continue
        yield Edit(start, end, "" if end == len(raw) else " ", "space")


def find_spaces(raw: str) -> Iterator[Edit]:
    """Two spaces or a tabulator inside a line; at its ends they are layout."""
    for match in _SPACES.finditer(raw):
        start, end = match.span()
        if start and not raw[start - 1].isspace() and end < len(raw) and raw[end] != "\n":
            yield Edit(start, end, " ", "space")


def find_line_ends(raw: str) -> Iterator[Edit]:
    """A line end with the white space around it is one space."""
    for match in LINE_END.finditer(raw):
        start = match.start()
        while start and raw[start - 1].isspace():
            start -= 1
        yield Edit(start, match.end(), " ")


def find_letter_spacing(raw: str) -> Iterator[Edit]:
    """ "2 4  O c t o b e r ,  1 9 7 9" reads "24 October, 1979"; near-misses: "* * *", "a b c d", "U N".

    Only where all of a line is spaced out and wider gaps show where its words end.
    """
    start = 0
    for line in raw.split("\n"):
        at = start
        start += len(line) + 1
        bare = line.strip()
        if len(bare) < 9 or bare[1:2] != " " or not _LETTER_SPACED.fullmatch(bare):
            continue
        words = re.split(r" {2,}", bare)
        letters = sum(c.isalnum() for c in bare)
        singles = sum(len(part) == 1 for part in bare.split())
        if len(words) < 2 or letters * 5 < singles * 3 or singles < 6 or len(words) * 2 > singles:
            continue
        at += line.index(bare)
        yield Edit(at, at + len(bare), " ".join(word.replace(" ", "") for word in words), "letter-spacing")


def find_fused_marks(raw: str) -> Iterator[Edit]:
    """ "2025,including", "talks.The" lack a space; near-misses: "1,000", "(a),(b)", an address of the web."""
    for pattern, least in ((FUSED_MARK, 2), (FUSED_STOP, 3)):
        for match in pattern.finditer(raw):
            at = match.start()
            before = raw[max(0, at - 4) : at]
            lower = before[-least:]
            if not (len(lower) == least and lower.isalpha() and lower.islower()):
                if not (match[0] == "," and len(before) == 4 and before.isdigit()):
                    continue
            elif match[0] in ",;" and not raw[at + 1 : at + 3].isalpha():
                continue
            nearest = max(0, at - 80)
            left = max(raw.rfind(sign, nearest, at) for sign in " \n") + 1 or nearest
            if not _ADDRESS.match(raw, left, min(len(raw), at + 80)):
                yield Edit(at, at + 1, match[0] + " ", "fused")


_FIGURES = str.maketrans("OolI", "0011")


def find_mixed_words(raw: str) -> Iterator[Edit]:
    """Words of digits and letters: each is shown to the four rules below, and read as the first says."""
    done = -1
    for match in MIXED.finditer(raw):
        at = match.start()
        if at < done:
            continue
        before = _TOKEN_BEFORE.search(raw, max(0, at - 20), at)
        after = _TOKEN_AFTER.match(raw, at)
        if before is None or after is None:
            continue
        start, done = before.start(), after.end()
        if start and raw[start - 1] in ".,/-":
            continue
        word = raw[start:done]
        for rule, kind in (
            (_fused_ordinal, "fused"),
            (_fused_date, "fused"),
            (_ocr_number, "ocr"),
            (_ocr_possessive, "ocr"),
        ):
            read = rule(word, raw, done)
            if read:
                yield Edit(start, done, read, kind)
                break


def find_capitals(raw: str) -> Iterator[Edit]:
    """ "REPUBLlC" has an I that was read as an l; near-misses: "USl", "McAllister", "MFAlink"."""
    for match in OCR_CAPITAL.finditer(raw):
        yield Edit(match.start(), match.end(), "I", "ocr")


def _fused_ordinal(word: str, raw: str, end: int) -> str:
    """ "50thyear" → "50th year"; near-misses: "4thly", "5th"."""
    found = _FUSED_ORDINAL.fullmatch(word)
    return f"{found[1]} {found[2]}" if found else ""


def _fused_date(word: str, raw: str, end: int) -> str:
    """ "18November", "May2022" lack a space; near-miss: "May22"."""
    found = _FUSED_DATE.fullmatch(word)
    return " ".join(part for part in found.groups() if part) if found else ""


def _ocr_number(word: str, raw: str, end: int) -> str:
    """ "2O22", "l989", "1O March" are numbers; near-misses: "O2", "Il76", "10l"."""
    if _OCR_YEAR.fullmatch(word) and raw[end : end + 1] not in ("/", "-"):
        return word.translate(_FIGURES)
    if _OCR_DAY.fullmatch(word) and _MONTH_AFTER.match(raw, end):
        return word.translate(_FIGURES)
    return ""


def _ocr_possessive(word: str, raw: str, end: int) -> str:
    """ "the Government1s reply" is a possessive; near-miss: "B1s"."""
    found = _OCR_POSSESSIVE.fullmatch(word)
    return f"{found[1]}'s" if found and raw[end : end + 1] == " " else ""
