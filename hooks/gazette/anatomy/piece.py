"""A block while its part is being found: its words folded for comparison, and what its look says.

Enters: mended blocks. Leaves: `Piece`s and the small questions that the rules ask of a line.
Must not be known here: which part a piece gets, and in which order rules are asked.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from gazette.blocks import ends_sentence
from gazette.model import Block, Part, Repair
from gazette.vocabulary.calendar import ENGLISH_MONTHS, OTHER_MONTHS, WEEKDAYS
from gazette.vocabulary.countries import COUNTRIES
from gazette.vocabulary.layout import ABBREVIATIONS

LINE = 200
"Characters up to which a piece may be a line of furniture; anything longer is text."


@dataclass(slots=True)
class Piece:
    """A block with its repairs, and what the rules ask about it."""

    block: Block
    repairs: tuple[Repair, ...]
    text: str
    low: str
    "Folded text; '' where the text is too long for a line of furniture."
    words: int
    caps: bool
    "All its letters are capitals."
    bold: bool
    "All its words are strongly emphasised or underlined."
    ended: bool
    "It ends with the end of a sentence."
    gap: int
    "Lines of the raw file between it and the piece before it, blank ones."
    short: bool
    "Short enough for a line of furniture, a heading or a title."
    prose: bool
    """It reads as running text: "They met in Dili on Monday."; near-miss: "Statement by Ms Roe"."""
    at: int = 0
    "Place among the pieces of the page."
    part: Part | None = None
    rule: str = ""

    def name(self, part: Part, rule: str) -> None:
        """Give the part, with the rule that found it."""
        self.part, self.rule = part, rule


_INNER_END = re.compile(r"([^\W\d_]{3,}|\d)[.?!][\"”’)]?\s+[A-Z]|()[។。]")
_DOTTED_END = re.compile(r"(?:\b[A-Z]\.)+$")
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "＞": ">", "\xa0": " ", "–": "-", "—": "-", "：": ":"}
)


def folded(text: str) -> str:
    """Lower case, plain quotes and dashes, single spaces.

    >>> folded("PRESS  RELEASE – “No. 5”")
    'press release - "no. 5"'
    """
    return " ".join(text.translate(_QUOTES).casefold().split())


def bare(text: str) -> str:
    """Folded text without diacritics of the Latin script and without marks at its ends.

    >>> bare("* communiqué *")
    'communique'
    """
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not "\u0300" <= c <= "\u036f")
    return text.strip(" \"'*:.-_[]()（）［］【】")


def _is_prose(block: Block, low: str, words: int, caps: bool, ended: bool) -> bool:
    text, shape = block.text, block.shape
    if shape in ("rule", "heading") or (shape == "table" and "|" not in block.raw):
        return False
    if not ended:
        # A title, be it long, has no end of a sentence inside; a paragraph torn by the end of a page has.
        if caps or words < 12:
            return False
        return (not low and len(text) > 3 * LINE) or _has_inner_end(text)
    if not low:
        return True
    if caps or (_DOTTED_END.search(text[-8:]) and len(text) < 120):
        return False
    return words >= (3 if block.label else 5) or not text.isascii()


def _has_inner_end(text: str) -> bool:
    """Whether a sentence ends inside a text; near-miss: "Remarks by Prof. Roe"."""
    return any((found[1] or "").lower() + "." not in ABBREVIATIONS for found in _INNER_END.finditer(text))


def piece_of(block: Block, repairs: tuple[Repair, ...], last_line: int) -> Piece:
    """A piece; `last_line` is the last line of the block before."""
    text = block.text
    size = len(text)
    low = folded(text) if size <= LINE else ""
    caps = text.isupper()
    marked = sum(mark.end - mark.start for mark in block.marks if mark.kind != "em") if block.marks else 0
    words = text.count(" ") + 1
    ended = ends_sentence(text)
    return Piece(
        block=block,
        repairs=repairs,
        text=text,
        low=low,
        words=words,
        caps=caps,
        bold=marked * 10 >= size * 8,
        ended=ended,
        gap=block.line - last_line - 1,
        short=bool(low),
        prose=_is_prose(block, low, words, caps, ended),
    )


# --- dates and places of a line ------------------------------------------------------------------

_MONTHS = "|".join(
    re.escape(name)
    for name in sorted(
        {n for row in ENGLISH_MONTHS for n in row} | {n for row in OTHER_MONTHS for n in row},
        key=len,
        reverse=True,
    )
)
_DAYS = "|".join(name for row in WEEKDAYS for name in row)
_D = r"(?:\d{1,2}(?:st|nd|rd|th)?)"
_RANGE = rf"{_D}(?:\s?(?:-|–|—|to|and|&)\s?{_D})?"
_DATE = re.compile(
    rf"""(?:(?:{_DAYS})\b[.,]?\s+(?:the\s+)?)?
    (?:
      {_RANGE}\s?(?:of\s+|de\s+|-)?(?:{_MONTHS})\b\.?(?:\s?(?:-|–|to|and)\s?{_D}\s(?:{_MONTHS})\b)?(?:,?(?:\s|-|\sde\s)\s?\d{{4}})?
    | (?:{_MONTHS})\b\.?\s+{_RANGE}(?:\s?(?:-|–|to)\s?(?:{_MONTHS})\s{_D})?(?:,?\s+\d{{4}})?
    | (?:{_MONTHS})\b\.?,?\s+\d{{4}}
    | \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}
    | \d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}
    | (?:令和|平成|昭和)?(?:\d{{1,4}}|元)年\d{{1,2}}月(?:\d{{1,2}}日)?(?:[（(].[)）])?
    | \d{{4}}년\s?\d{{1,2}}월\s?\d{{1,2}}일
    | ថ្ងៃ\S*(?:\s\S+){{0,12}}
    | วันที่(?:\s\S+){{1,5}}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_AROUND_DATE = re.compile(
    r"""(?:^|(?<=\s))(?:on|date|dated|issued|posted|published|released?|updated|done|at|in|the|of|for|immediate|release|
    local\ time|as\ of|\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?|gmt|utc|est|edt|jst|hrs?|hours|
    le|el|den|am|em|à|a|en|by)
    (?=\s|$|[:,.])""",
    re.VERBOSE | re.IGNORECASE,
)
_CITIES = frozenset(
    folded(name) for country in COUNTRIES for name in (country.capital, *country.cities, country.name) if name
)
_COUNTRIES = frozenset(
    folded(name) for country in COUNTRIES for name in (country.name, *country.aliases) if name
)


def is_country(low: str) -> bool:
    """Whether a folded line is the name of a country and nothing else."""
    return low in _COUNTRIES


def is_city(low: str) -> bool:
    """Whether a folded line is a place alone: "canberra", "new york, usa", "washington, d.c."."""
    if low in _CITIES:
        return True
    head, comma, tail = low.partition(",")
    if not comma:
        return False
    tail = tail.strip(" .")
    return head.strip() in _CITIES and (tail in _COUNTRIES or len(tail) <= 4 or is_city(tail))


def is_date_line(text: str) -> bool:
    """Whether a line is a date, or a place and a date, and nothing else.

    Near-misses: "On 5 May they met.", "Meeting of 5 May 2021", "Statement on Myanmar, 1 February 2022".

    >>> is_date_line("Phnom Penh, 18 March 2020"), is_date_line("On 5 May 2021"), is_date_line("Visit, 5 May")
    (True, True, False)
    """
    if len(text) > 110 or not any(c.isdigit() for c in text[:110]):
        return False
    date = _DATE.search(text)
    if not date:
        return False
    if "posted in" in text.lower():
        return text[:1].isdigit()
    before = text[: date.start()]
    after = text[date.end() :]
    if len(before) > 50 or len(after) > 40:
        return False
    after = _AROUND_DATE.sub("", after).strip(" ,.:;|()[]-–—/*")
    if after and not is_city(folded(after)) and not _is_place(after, False):
        return False
    before = _AROUND_DATE.sub("", before).strip(" ,.:;|()[]-–—/*")
    if not before:
        return True
    if is_city(folded(before)):
        return True
    if not before[0].isascii() and len(before) <= 30 and date[0][0] in "ថว":
        return True
    joined = text[: date.start()].rstrip()
    return joined.endswith((",", "-", "–", "—", ":", ")")) and _is_place(before, True)


_NO_PLACE = re.compile(
    r"\b(?:meeting|visit|summit|statement|talks?|call|conference|release|session|dialogue|consultation|conversation|"
    r"forum|election|minister|president|secretary|relations|anniversary|day|remarks|speech|read-?out|agreement|signing|"
    r"no|n°|ref|report|bulletin|year|week|joint|council|agenda|communiqu[eé])s?\b",
    re.IGNORECASE,
)


def _is_place(words: str, before: bool) -> bool:
    """Whether words beside a date look like the name of a place: few, capitals in front, no kind of event."""
    parts = words.replace(",", " ").split()
    if not parts or len(parts) > (5 if before else 3) or _NO_PLACE.search(words):
        return False
    if not words[0].isascii() and not words[0].isupper():
        return len(words) <= 30
    return all(part[0].isupper() or part in ("of", "the", "de", "la", "al", "city") for part in parts)
