"""What a block says once page breaks, hyphens, tags and spacing are mended; each repair listed.

Enters: a `Block` as `blocks` made it, or one that `anatomy` put together over page breaks.
Leaves: the block with its reading in `text`, emphasis as `Mark`s, and the list of `Repair`s.
Must not be known here: what a block is for. A rule gives edits over the raw text; where two claim the same
place, the first in `TABLE` wins. Line ends, indentation and markers of emphasis are taken off without a repair.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from gazette.blocks import label_span
from gazette.model import Block, Mark, Repair
from gazette.vocabulary.layout import (
    BLOCK_TAGS,
    CLOSED_PREFIXES,
    COMPOUND_HEADS,
    COMPOUND_TAILS,
    INLINE_TAGS,
    SENTENCE_STARTERS,
)

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


class Edit(NamedTuple):
    """Raw text `raw[start:end]` reads `after`; without a kind it is layout, and not listed."""

    start: int
    end: int
    after: str
    kind: str = ""


class _Rule(NamedTuple):
    name: str
    signs: tuple[str, ...]
    "The rule is asked only where one of these stands in the raw text; () asks always."
    find: Callable[[str], Iterable[Edit]]


# --- rules ---------------------------------------------------------------------------------------


def _substitution(pattern: re.Pattern[str], after: str, kind: str) -> Callable[[str], Iterator[Edit]]:
    """A rule that is one pattern; `after` is a template of its groups."""

    def find(raw: str) -> Iterator[Edit]:
        for match in pattern.finditer(raw):
            yield Edit(match.start(), match.end(), match.expand(after), kind)

    return find


_KRAMDOWN = re.compile(r"\{:[^{}\n]{0,300}\}")
_ESCAPE = re.compile(r"""\\([\\`*_{}\[\]()#+\-.!|~<>&"'$^@=:;,?/%])""")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]{0,2000}|/)?)>|<!--[^<>]{0,2000}-->")
_SUPERSCRIPT = re.compile(r"<(sup|sub)>[ \t]*([^<>\n]{1,12}?)[ \t]*</\1>")
_FOOTNOTE = re.compile(
    r"<sup[^<>]{0,200}>\s*(?:<a\b[^<>]{0,500}>\s*)?\[?(\d{1,2}|[*†‡])\]?\s*(?:</a>\s*)?</sup>"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500}|[\w.+-]{1,100}@[\w.-]{1,200})>")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\(([^()\s]{0,1000}(?:\s\"[^\"\n]{0,300}\")?)\)")
_LINK = re.compile(
    r"\[(?=([^\[\]]{1,500})\]\((<?[^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s\"[^\"\n]{0,300}\")?)\))"
)
_HYPHEN = re.compile(r"[-‐][ \t\xa0]*\n\s*(?=[^\W\d_])")
_SOFT_HYPHEN = re.compile("\u00ad[ \t\xa0]*\n?[ \t\xa0]*")
# Patterns begin with the rarest sign, and look at what stands before it afterwards: ten times faster than looking back.
_ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e]+")
_ODD_SPACE = re.compile(
    "[\xa0\u2000-\u200a\u202f\u205f\u3000\u1680\u2028\u2029\x0b\x0c\x1c-\x1f\x85]"
    "[ \t\xa0\u2000-\u200a\u202f\u205f\u3000\u1680\u2028\u2029\x0b\x0c\x1c-\x1f\x85]*"
)
_SPACES = re.compile(r" [ \t]+|\t[ \t]*")
_LINE_END = re.compile(r"\n\s*")
_LETTER_SPACED = re.compile(r"[^\s*_]{1,2}(?: {1,3}[^\s*_]{1,2})* {1,3}[^\s*_]")
_MIXED = re.compile(r"[0-9](?:[A-Za-z]|(?<=[A-Za-z][0-9]))")
_TOKEN_BEFORE = re.compile(r"\w{0,20}$")
_TOKEN_AFTER = re.compile(r"\w{0,24}")
_FUSED_ORDINAL = re.compile(r"(\d{1,3}(?:st|nd|rd|th))((?!ly$)[a-z]{3,})")
_FUSED_DATE = re.compile(rf"(\d{{1,2}})({_MONTHS})|({_MONTHS})((?:19|20)\d\d)")
_FUSED_MARK = re.compile(r"[,;](?=[a-z])")
_FUSED_STOP = re.compile(rf"\.(?=(?:{'|'.join(SENTENCE_STARTERS)}) )")
_OCR_YEAR = re.compile(r"(?=.*[OolI])(?=.*\d.*\d)(?:[1lI][89Oo0]|2[0Oo])[\dOolI]{2}")
_OCR_DAY = re.compile(r"[1-3][Ool]|l[0-9]")
_OCR_POSSESSIVE = re.compile(r"([^\W\d_]{4,})1s")
_MONTH_AFTER = re.compile(rf"\s(?:{_MONTHS})\b")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_HEADING = re.compile(r"^\s{0,3}#{1,6}[ \t]+(?=[^#\s])|(?<=[^#\s])[ \t]+#+[ \t]*$")
_EMPHASIS = re.compile(r"([*_])\1*")
_ADDRESS = re.compile(r"\S*(?:https?:|www\.|@|/)\S*")


def _label(raw: str) -> Iterator[Edit]:
    """The marker of an item goes to `Block.label`: "(a) progress" reads "progress"."""
    start, end = label_span(raw)
    if end:
        yield Edit(start, end, "")


def _quote_marks(raw: str) -> Iterator[Edit]:
    """Marks of a quotation at the beginning of its lines; "a > b" keeps its sign."""
    for match in re.finditer(r"(?m)^[ \t]*(?:>[ \t]?)+", raw):
        yield Edit(match.start(), match.end(), " ")


def _footnote_marks(raw: str) -> Iterator[Edit]:
    """`Spring<sup>1</sup>` reads "Spring[1]"; near-miss: `km<sup>2</sup>` is a unit."""
    for match in _FOOTNOTE.finditer(raw):
        before = raw[max(0, match.start() - 12) : match.start()]
        if match[1] in "23" and re.search(r"(?:\d|\b)\s?(?:k|c|m)?m$", before):
            yield Edit(match.start(), match.end(), {"2": "²", "3": "³"}[match[1]], "superscript")
        elif before and not before[-1].isspace():
            yield Edit(match.start(), match.end(), f"[{match[1]}]", "superscript")


def _tags(raw: str) -> Iterator[Edit]:
    """HTML elements by name, and comments; near-miss: "5 < 6 > 3", "<Annex II>"."""
    for match in _TAG.finditer(raw):
        name = (match[2] or "").lower()
        if not name or name in BLOCK_TAGS:
            yield Edit(match.start(), match.end(), " ", "markup")
        elif name in INLINE_TAGS:
            yield Edit(match.start(), match.end(), "", "markup")


def _entities(raw: str) -> Iterator[Edit]:
    """`&amp;` reads "&"; near-miss: "R&D;" is no entity."""
    for match in _ENTITY.finditer(raw):
        after = html.unescape(match[0])
        if after == match[0] or after.endswith(";") and after != ";":
            continue
        if after.isspace():
            after = " "
        elif _ZERO_WIDTH.fullmatch(after) or after == "\u00ad":
            after = ""
        yield Edit(match.start(), match.end(), after, "entity")


def _links(raw: str) -> Iterator[Edit]:
    """`[Visits](/news)` reads "Visits"; near-miss: "[sic] (see below)"."""
    for match in _LINK.finditer(raw):
        yield Edit(match.start(), match.end(), "", "markup")
        yield Edit(match.end(1), match.end(2) + 1, "", "markup")


def _hyphens(raw: str) -> Iterator[Edit]:
    """ "Admi-/nistration" is one word; near-misses: "long-/term", "Asia-/Pacific", "people-to-/people"."""
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
            not tail[0].islower()
            or in_chain
            or (head.lower() in COMPOUND_HEADS)
            or (tail.lower() in COMPOUND_TAILS and head.lower() not in CLOSED_PREFIXES)
            or (chain_next and tail.lower() in ("to", "of", "by", "the", "and", "in"))
        )
        hyphen = raw[match.start()]
        yield Edit(match.start(), match.end(), hyphen if keeps else "", "hyphen")


def _soft_hyphens(raw: str) -> Iterator[Edit]:
    """ "Govern<soft hyphen> ment" is one word; before a capital the space stays."""
    for match in _SOFT_HYPHEN.finditer(raw):
        spaced = len(match[0]) > 1 and not raw[match.end() : match.end() + 1].islower()
        yield Edit(match.start(), match.end(), " " if spaced else "", "hyphen")


def _odd_spaces(raw: str) -> Iterator[Edit]:
    """No-break and other unusual spaces; where a line goes on below or begins they are layout."""
    for match in _ODD_SPACE.finditer(raw):
        start, end = match.span()
        while start and raw[start - 1] in " \t":
            start -= 1
        if start == 0 or raw[start - 1] == "\n" or raw[end : end + 1] == "\n":
            continue
        yield Edit(start, end, "" if end == len(raw) else " ", "space")


def _spaces(raw: str) -> Iterator[Edit]:
    """Two spaces or a tabulator inside a line; at its ends they are layout."""
    for match in _SPACES.finditer(raw):
        start, end = match.span()
        if start and not raw[start - 1].isspace() and end < len(raw) and raw[end] != "\n":
            yield Edit(start, end, " ", "space")


def _line_ends(raw: str) -> Iterator[Edit]:
    """A line end with the white space around it is one space."""
    for match in _LINE_END.finditer(raw):
        start = match.start()
        while start and raw[start - 1].isspace():
            start -= 1
        yield Edit(start, match.end(), " ")


def _letter_spacing(raw: str) -> Iterator[Edit]:
    """ "1 8  J a n u a r y ,  1 9 8 9" reads "18 January, 1989"; near-misses: "* * *", "a b c d", "U N".

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


def _fused_marks(raw: str) -> Iterator[Edit]:
    """ "2025,including", "talks.The" lack a space; near-misses: "1,000", "(a),(b)", an address of the web."""
    for pattern, least in ((_FUSED_MARK, 2), (_FUSED_STOP, 3)):
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


def _mixed_words(raw: str) -> Iterator[Edit]:
    """Words of digits and letters: each is shown to the four rules below, and read as the first says."""
    done = -1
    for match in _MIXED.finditer(raw):
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


# --- the table -----------------------------------------------------------------------------------

TABLE: tuple[_Rule, ...] = (
    _Rule("label", (), _label),
    _Rule("quotation", (">",), _quote_marks),
    _Rule("kramdown", ("{:",), _substitution(_KRAMDOWN, "", "markup")),
    _Rule("escape", ("\\",), _substitution(_ESCAPE, r"\1", "escape")),
    _Rule("footnote-mark", ("<sup", "<SUP"), _footnote_marks),
    _Rule("superscript", ("<sup>", "<sub>"), _substitution(_SUPERSCRIPT, r"\2", "superscript")),
    _Rule("autolink", ("<",), _substitution(_AUTOLINK, r"\1", "markup")),
    _Rule("tag", ("<",), _tags),
    _Rule("entity", ("&",), _entities),
    _Rule("image", ("![",), _substitution(_IMAGE, r"\1", "markup")),
    _Rule("link", ("](",), _links),
    _Rule("soft-hyphen", ("\u00ad",), _soft_hyphens),
    _Rule("zero-width", (), _substitution(_ZERO_WIDTH, "", "space")),
    _Rule("line-hyphen", ("\n",), _hyphens),
    _Rule("letter-spacing", ("  ",), _letter_spacing),
    _Rule("line-end", ("\n",), _line_ends),
    _Rule("odd-space", (), _odd_spaces),
    _Rule("space", ("  ", "\t"), _spaces),
    _Rule("fused-mark", (",", ".", ";"), _fused_marks),
    _Rule("mixed-word", (), _mixed_words),
)
"""Rules in the order in which they claim places of the raw text."""

_SIGNS = ("\n", "  ", "*", "<", "\\", "&", "_", "[", "{", ">", "\t")
_ODD = re.compile("[\x0b\x0c\x1c-\x1f\x85\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]")


def _is_plain(raw: str) -> bool:
    """Whether no rule can find anything: most blocks are read as they are."""
    if any(sign in raw for sign in _SIGNS):
        return False
    if _MIXED.search(raw) or _FUSED_MARK.search(raw) or _FUSED_STOP.search(raw):
        return False
    return not _ODD.search(raw)


def mend(block: Block, breaks: tuple[int, ...] = ()) -> tuple[Block, tuple[Repair, ...]]:
    """The block as read, and what was repaired in it; total on any text.

    `breaks` are places of the line ends in `block.raw` at which a page ended inside a sentence.
    """
    if block.shape == "rule":
        return replace(block, text=" ".join(block.raw.split())), ()
    if block.shape == "table":
        return _read_table(block)
    raw = block.raw
    if block.shape != "heading" and _is_plain(raw):
        start, end = label_span(raw) if block.label else (0, 0)
        text = (raw[:start] + raw[end:]).strip() if end else raw.strip()
        return (block if text == block.text else replace(block, text=text)), ()
    edits = _claim(raw, breaks, _HEADING if block.shape == "heading" else None)
    emphasis, marks = _emphasis(raw, edits)
    text, repairs, places = _apply(block, sorted([*edits, *emphasis]))
    if not text:
        # Nothing but markup: it stays as it is, so that it can be seen.
        return replace(block, text=" ".join(raw.split()), label=""), ()
    return replace(block, text=text, marks=_placed(marks, places, text)), repairs


def _claim(raw: str, breaks: tuple[int, ...], markers: re.Pattern[str] | None) -> list[Edit]:
    """Edits that do not overlap: markers of a heading and page breaks first, then the rules of the table in order."""
    claimed = bytearray(len(raw) + 1)
    edits: list[Edit] = []

    def claim(found: Iterable[Edit]) -> None:
        for edit in found:
            if edit.start < edit.end and not any(claimed[edit.start : edit.end]):
                claimed[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
                edits.append(edit)

    if markers:
        claim(Edit(match.start(), match.end(), "") for match in markers.finditer(raw))
    claim(_page_breaks(raw, breaks))
    for rule in TABLE:
        if not rule.signs or any(sign in raw for sign in rule.signs):
            claim(rule.find(raw))
    return edits


def _page_breaks(raw: str, breaks: tuple[int, ...]) -> Iterator[Edit]:
    """A sentence that a page break tore: "noted with / satisfaction", "Foreign Af- / fairs"."""
    for at in breaks:
        line_end = _LINE_END.search(raw, at)
        if not line_end:
            continue
        start, after = len(raw[:at].rstrip()), " "
        hyphen = next((edit for edit in _hyphens(raw[max(0, start - 60) : line_end.end() + 60])), None)
        if hyphen and max(0, start - 60) + hyphen.start == start - 1:
            start, after = start - 1, hyphen.after
        yield Edit(start, line_end.end(), after, "page-break")


def _apply(block: Block, edits: list[Edit]) -> tuple[str, tuple[Repair, ...], tuple[list[int], list[int]]]:
    """Text, repairs with their places in it, and the pairs of places (raw, text) at which the two run parallel."""
    raw = block.raw
    out: list[str] = []
    length = 0
    listed: list[tuple[Edit, int, int]] = []
    raw_places, text_places = [0], [0]
    spaced = True  # nothing before the first word

    def add(words: str, at: int) -> tuple[int, int]:
        """Append; never a second space. Gives the place of the words in the text."""
        nonlocal length, spaced
        if spaced and words[:1].isspace():
            bare = words.lstrip()
            at += len(words) - len(bare)
            words = bare
        raw_places.append(at)
        text_places.append(length)
        start = length
        if words:
            out.append(words)
            length += len(words)
            spaced = words[-1].isspace()
        return start, length

    at = 0
    for edit in edits:
        add(raw[at : edit.start], at)
        start, end = add(edit.after, edit.start)
        raw_places.append(edit.end)
        text_places.append(end)
        if edit.kind:
            listed.append((edit, start, end))
        at = edit.end
    add(raw[at:], at)
    text = "".join(out)
    bare = text.rstrip()
    lines = _line_numbers(block)
    repairs = tuple(
        Repair(
            kind=edit.kind,
            block=block.number,
            start=min(start, len(bare)),
            end=min(end, len(bare)),
            line=lines(edit.start),
            before=raw[edit.start : edit.end],
            after=bare[min(start, len(bare)) : min(end, len(bare))],
        )
        for edit, start, end in listed
    )
    return bare, repairs, (raw_places, text_places)


def _line_numbers(block: Block) -> Callable[[int], int]:
    """Which line of the file a place of the raw text lies on."""
    if len(block.lines) <= 1:
        return lambda place: block.line
    ends = [match.start() for match in re.finditer("\n", block.raw)]
    return lambda place: block.lines[min(bisect_right(ends, place - 1), len(block.lines) - 1)]


def _read_table(block: Block) -> tuple[Block, tuple[Repair, ...]]:
    """Cells row by row; columns that stand side by side are read one after the other, which is a repair."""
    text = " ".join(" ".join(cell for cell in row if cell) for row in block.rows)
    text = " ".join(text.split())
    plain = " ".join(block.raw.split())
    if not text or text == plain:
        return replace(block, text=plain), ()
    kind = "table" if "|" in block.raw else "columns"
    return replace(block, text=text), (Repair(kind, block.number, 0, len(text), block.line, block.raw, text),)


# --- emphasis ------------------------------------------------------------------------------------


class _Span(NamedTuple):
    start: int
    end: int
    kind: str


_TAG_MARKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "u": "underline", "ins": "underline"}


def _emphasis(raw: str, edits: list[Edit]) -> tuple[list[Edit], list[_Span]]:
    """Markers to take off, and what they emphasise, in places of the raw text.

    A marker with no partner is taken off where it is doubled and touches a word; a single asterisk that has
    none stays: it points to a footnote ("UNHCR*").
    """
    marks = _tag_marks(raw, edits)
    if "*" not in raw and "_" not in raw:
        return [], marks
    taken = bytearray(len(raw))
    for edit in edits:
        taken[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
    markers: list[Edit] = []
    stacks: dict[str, list[list[int]]] = {"*": [], "_": []}
    for match in _EMPHASIS.finditer(raw):
        start, end = match.span()
        if taken[start]:
            continue
        sign, size = raw[start], end - start
        before, after = raw[start - 1 : start], raw[end : end + 1]
        opens = bool(after) and not after.isspace()
        closes = bool(before) and not before.isspace()
        if sign == "_":
            if size > 2 or (before.isalnum() and after.isalnum()):
                continue
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        if size > 6 or not (opens or closes):
            continue
        stack = stacks[sign]
        left = size
        at = start
        while closes and left and stack:
            opened = stack[-1]
            width = 2 if left >= 2 and opened[1] >= 2 else 1
            if left >= 2 and opened[1] == 1 and size == 2 and len(stack) == 1:
                width = 1
            place = opened[0] + opened[1] - width
            markers += (Edit(place, place + width, ""), Edit(at, at + width, ""))
            marks.append(_Span(place + width, at, "strong" if width == 2 else "em"))
            opened[1] -= width
            left -= width
            at += width
            if not opened[1]:
                stack.pop()
        if left and opens:
            stack.append([at, left])
        elif left >= 2 or (left and left < size):
            markers.append(Edit(at, at + left, ""))
    for stack in stacks.values():
        markers += (Edit(at, at + left, "") for at, left in stack if left >= 2)
    return markers, marks


def _tag_marks(raw: str, edits: list[Edit]) -> list[_Span]:
    """Emphasis of HTML elements; one that is never closed marks nothing."""
    marks: list[_Span] = []
    opened: dict[str, list[int]] = {}
    for edit in edits:
        if edit.kind != "markup" or edit.after or raw[edit.start] != "<":
            continue
        tag = _TAG.match(raw, edit.start)
        kind = _TAG_MARKS.get((tag[2] or "").lower()) if tag else None
        if not tag or not kind:
            continue
        if not tag[1]:
            opened.setdefault(kind, []).append(edit.end)
        elif opened.get(kind):
            marks.append(_Span(opened[kind].pop(), edit.start, kind))
    return marks


def _placed(marks: list[_Span], places: tuple[list[int], list[int]], text: str) -> tuple[Mark, ...]:
    """Marks in places of the text, without white space at their ends, in order."""
    raw_places, text_places = places
    found: set[Mark] = set()

    def place(at: int) -> int:
        n = bisect_right(raw_places, at) - 1
        limit = text_places[n + 1] if n + 1 < len(text_places) else len(text)
        return min(text_places[n] + at - raw_places[n], limit)

    for start, end, kind in marks:
        first, last = place(start), min(place(end), len(text))
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            found.add(Mark(first, last, kind))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.kind)))
