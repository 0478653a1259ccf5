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
from gazette.vocabulary.layout import ABBREVIATIONS, META_LABELS

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
_SPEAKER = re.compile(r"([A-Z]{2}[A-Z .'’()-]{0,60}):\s+[\"“‘(\[]?[^\W\d_]")
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "＞": ">", "\xa0": " ", "–": "-", "—": "-", "：": ":"}
)


def folded(text: str) -> str:
    """Lower case, plain quotes and dashes, single spaces.

    >>> folded("PRESS  RELEASE – “No. 5”")
    'press release - "no. 5"'
    """
    if text.isascii():
        return " ".join(text.lower().split())
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
    """Running text: it ends as a sentence does, or is too long for anything else."""
    text, shape = block.text, block.shape
    if shape in ("rule", "heading") or (shape == "table" and "|" not in block.raw):
        return False
    if not ended:
        # A title, be it long, has no end of a sentence inside; a paragraph torn by the end of a page has.
        if _is_turn(text):
            return not caps
        if not low and not text[:80].isascii() and words * 12 < len(text):
            return True  # a script that writes no spaces between its words
        if caps:
            return False
        if words > 4 and text[-1:] in ":;" and not block.label and block.shape != "table":
            return _reads_on(text)  # it leads to what follows, or is a clause among clauses
        if words < 12:
            return False
        return (not low and len(text) > 3 * LINE) or (_has_inner_end(text) and _reads_on(text))
    if not low or _is_turn(text):
        return True
    if caps or (text.endswith(".") and len(text) < 120 and _DOTTED_END.search(text[-8:])):
        return False
    return words >= (3 if block.label else 5) or not text.isascii()


def _is_turn(text: str) -> bool:
    """What somebody says: "MR. ROE: Yes"; near-misses: "DATE: Monday", "E-MAIL: a@b.example"."""
    found = _SPEAKER.match(text)
    return found is not None and found[1].lower() not in META_LABELS and "@" not in text[:80]


def _has_inner_end(text: str) -> bool:
    """Whether a sentence ends inside a text; near-miss: "Remarks by Prof. Roe"."""
    return any((found[1] or "").lower() + "." not in ABBREVIATIONS for found in _INNER_END.finditer(text))


def _reads_on(text: str) -> bool:
    """Whether small letters begin many of the words, as in a sentence and not in an address."""
    words = text.split()
    return sum(word[:1].islower() for word in words) * 5 >= len(words) * 2


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
        block,
        repairs,
        text,
        low,
        words,
        caps,
        marked * 10 >= size * 8,
        ended,
        block.lines[0] - last_line - 1 if block.lines else 0,
        bool(low),
        _is_prose(block, low, words, caps, ended),
    )


def script(text: str) -> str:
    """The script most letters of a text are in, named by its block; Latin for none.

    >>> script("第2回会合"), script("Second meeting")
    ('cjk', 'latin')
    """
    if text.isascii():
        return "latin"
    counts = {"latin": 0, "cjk": 0, "khmer": 0, "thai": 0, "hangul": 0, "cyrillic": 0, "other": 0}
    for char in text[:120]:
        code = ord(char)
        if code < 0x250:
            counts["latin"] += char.isalpha()
        elif 0x3040 <= code < 0xA000 or 0xFF00 <= code < 0xFFF0:
            counts["cjk"] += 1
        elif 0x1780 <= code < 0x1800:
            counts["khmer"] += 1
        elif 0xE00 <= code < 0xF00:
            counts["thai"] += 1
        elif 0xAC00 <= code < 0xD7B0:
            counts["hangul"] += 1
        elif 0x400 <= code < 0x530:
            counts["cyrillic"] += 1
        elif char.isalpha() and code > 0x1F00:
            counts["latin" if code < 0x2000 else "other"] += 1
        elif char.isalpha():
            counts["other"] += 1
    return max(counts, key=lambda name: counts[name])
