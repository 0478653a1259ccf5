"""Sentences of a release, with their places.

Enters: blocks. Leaves: `Sentence`s in the order of the text; together they cover every block that is given.
Must not be known here: what an event is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gazette.events.folding import fold_in_place
from gazette.model import Block, Evidence
from gazette.vocabulary.events import ABBREVIATIONS, NAMES_LIKE_ABBREVIATIONS, STARTERS

_END = re.compile(
    r"[.!?。！？។](?:(?<=[.!?])[\"'”’»)\]]{0,4}\s{1,4}(?=[\"'“‘«(\[]{0,4}[^\W_a-zà-ÿ])"
    r"|(?<![.!?])[」』”]{0,4}\s{0,4})"
)
"It begins with plain signs, which lets the regex engine skip all other characters."
LONGEST = 1200
"""A sentence of more letters is cut at a word: no step after this one has to fear its length."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+$")

_NAME_BEFORE = re.compile(r"\b[^\W\d_a-z][^\W\d_]{1,20} $")

_NEXT_WORD = re.compile(r"[\"'“‘«(\[]*(\w+)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `block.text[start:end] == text`."""

    block: Block
    start: int
    text: str
    folded: str = field(default="", repr=False, compare=False)
    "The text as cues are listed, letter for letter: `folded[a:b]` are the words of `text[a:b]`."

    def __post_init__(self) -> None:
        if len(self.folded) != len(self.text):
            object.__setattr__(self, "folded", fold_in_place(self.text))

    @property
    def end(self) -> int:
        """Where it ends in its block."""
        return self.start + len(self.text)

    def evidence(self, start: int = 0, end: int | None = None) -> Evidence:
        """The sentence, or a stretch of it, as evidence."""
        quote = self.text[start:end]
        return Evidence(self.block.number, self.start + start, self.start + start + len(quote), quote)


def split_sentences(block: Block) -> list[Sentence]:
    """The sentences of a block, without the white space between them.

    "H.E. Mr. Sok An met Dr. Tan. They agreed." is two; "in Washington, D.C. The two" is two,
    "the U.S. Secretary" is one, so is "met Sen. Tan"; but "hosted by Hun Sen. Deputy Minister Tan" is two.
    """
    text, start, folded = block.text, 0, fold_in_place(block.text)
    sentences: list[Sentence] = []
    for match in _END.finditer(text):
        if text[match.start()] == "." and not _ends(text, start, match):
            continue
        sentences += _cut(block, folded, start, match.end())
        start = match.end()
    return sentences + _cut(block, folded, start, len(text))


def _cut(block: Block, folded: str, start: int, end: int) -> list[Sentence]:
    """The sentence between two places, without white space around it; in pieces where it is overlong."""
    pieces = []
    while start < end:
        stop = end
        if end - start > LONGEST:
            stop = block.text.rfind(" ", start + 1, start + LONGEST) + 1 or start + LONGEST
        piece = block.text[start:stop]
        if words := piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            pieces.append(Sentence(block, begin, words, folded[begin : begin + len(words)]))
        start = stop
    return pieces


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop at a match ends a sentence rather than an abbreviation."""
    stop = match.start()
    word = text[max(start, stop - 24) : stop].rpartition(" ")[2].lstrip('(["“‘')
    last = word.rpartition("-")[2]
    if last.lower() in ABBREVIATIONS:
        begin = stop - len(word)
        return last in NAMES_LIKE_ABBREVIATIONS and bool(_NAME_BEFORE.search(text, start, begin))
    if _INITIALS.match(last + ".") or (len(last) == 1 and last.isalpha()):
        after = _NEXT_WORD.match(text, match.end())
        return bool(after and after.group(1) in STARTERS and len(last) > 1)
    return True
