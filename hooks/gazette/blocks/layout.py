"""What the look of lines says: where a paragraph ends, markers of items, columns, running lines.

Enters: lines as received. Leaves: answers to small questions about one line, two lines or all of them.
Must not be known here: Markdown, blocks, and what a line is for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from gazette.vocabulary.layout import (
    ABBREVIATIONS,
    JOINING_ENDS,
    JOINING_STARTS,
    LIST_HEADS,
    META_LABELS,
    NAVIGATION_LINES,
    PATH_STARTS,
)

_LABEL = re.compile(
    r"""(?P<before>[*_]{0,3})
    (?P<label>
        [•・●○◦▪▫■□◆◇►▶➢➤✓✔‣⁃∙·]                             # a bullet
      | [-*+–—](?=[ \t\xa0])                                  # a bullet that is also a dash
      | \(\ ?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})\ ?\)(?!\w)    # (1) (a) (iv)
      | \d{1,3}(?:\.\d{1,2}){0,3}(?:\\?\.|\))(?=[ \t\xa0]|[A-Z][a-z])   # 1. 1) 2.1.
      | \d{1,2}(?:\.\d{1,2}){1,3}(?=[ \t]+[A-Z])              # 2.1 Title
      | (?:[ivx]{1,5}|[a-z])[.)](?=[ \t\xa0])                 # i. a)
      | (?:[IVX]{2,5}\.|[A-Z]\))(?=[ \t\xa0])                 # IV. A)
      | (?:[A-HIVX]\.)(?=[ \t\xa0]+[A-Z][A-Z ,/&-]{3,}[*_: ]*(?:\n|$))   # I. TRADE, and never I. Ivanov
      | [①-⑳]
    )[ \t\xa0]*""",
    re.VERBOSE,
)
_LETTER_LABEL = re.compile(r"[a-z][ivx]{0,4}[.)]|[A-Z][IVX]{0,4}[.)]")
_SECOND = ".)ivxIVX"
"What may stand behind the first letter of a marker."
_MONTH_NEXT = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
_QUOTE_MARK = re.compile(r"(?:>[ \t]?)+")
_CLOSERS = "\"'”’»)]*_ \t\xa0"
_GAP = re.compile(r"(?<=\S)[ \t]{3,}(?=\S)")
_KRAMDOWN = re.compile(r"\{:[^{}]*\}")
_PAGE_LINE = re.compile(
    r"(?:page\s)?\d{1,3}\s*(?:\|\s*page|/\s*\d{1,3}|\s+of\s+\d{1,3})?|\S.*\s{3,}\d{1,3}\s*/\s*\d{1,3}", re.I
)
_DIGITS = re.compile(r"\d+")
_PATH = re.compile(
    rf"(?:{'|'.join(map(re.escape, sorted(PATH_STARTS, key=len, reverse=True)))})\s?[/>»›|]\s?\S", re.I
)
_EMPHASIS = re.compile(r"(?<!\\)\*{1,3}")


class Width(NamedTuple):
    """How a file is wrapped: the longest line that was broken, 0 where lines are whole paragraphs."""

    full: int
    exact: bool
    "Each line takes every word that fits, as programs wrap; a page of print does not."


def label_span(raw: str) -> tuple[int, int]:
    """Where the marker of an item stands in raw text, white space after it included; (0, 0) for none.

    >>> label_span("(a) progress"), label_span("16. March 2020"), label_span("1.5 million")
    ((0, 4), (0, 0), (0, 0))
    """
    start = len(raw) - len(raw.lstrip())
    first = raw[start : start + 1]
    if first.isalpha() and (raw[start + 1 : start + 2] not in _SECOND or not _LETTER_LABEL.match(raw, start)):
        return 0, 0  # most lines
    quote = _QUOTE_MARK.match(raw, start) if first == ">" else None
    found = _LABEL.match(raw, quote.end() if quote else start)
    if not found or found.end() == len(raw):
        return 0, 0
    label = found["label"]
    if label[0].isdigit() and _MONTH_NEXT.match(raw, found.end()):
        return 0, 0
    return found.start("label"), found.end()


def is_blank(line: str) -> bool:
    """Whether a line has nothing but white space."""
    return not line or line.isspace()


def wrap_width(lines: Sequence[str]) -> Width:
    """Whether the file as a whole is wrapped, and how wide.

    Wrapped: most lines that have a line below them are nearly as long as the longest of these.
    """
    pairs = []
    alone = []
    previous = ""
    for line in lines:
        bare = "" if line.isspace() else line.rstrip(" \t")  # a no-break space takes part in the wrapping
        if bare and previous:
            pairs.append((len(previous), len(bare.lstrip().split(" ", 1)[0]), ends_sentence(previous)))
        elif previous:
            alone.append(len(previous))
        previous = bare
    if len(pairs) < 3:
        return Width(0, False)
    lengths = sorted(length for length, _, _ in pairs)
    full = lengths[min(len(lengths) - 1, len(lengths) * 98 // 100)]
    if not 40 <= full <= 130:
        return Width(0, False)
    near = sum(length >= 0.75 * full for length in lengths)
    whole = sum(length > 1.5 * full for length in alone)  # paragraphs that stand on one line
    if near < 3 or whole * 3 >= near:
        return Width(0, False)
    broken = [(length, word) for length, word, end in pairs if not end and length >= 0.6 * full]
    tight = sum(length + 1 + word > full - 1 for length, word in broken)
    exact = tight * 10 >= len(broken) * 9
    if near * 2 < len(lengths) and not (exact and len(broken) > 3):
        return Width(0, False)  # a head of short lines over long ones
    return Width(full, exact)


def standing_alone(lines: Sequence[str]) -> frozenset[int]:
    """Lines that stand alone whatever is beside them: page numbers, running headers, attribute lists.

    A running line begins or ends a stretch of lines, and comes again with other digits at most.
    """
    edges: dict[str, list[int]] = {}
    alone: list[int] = []
    last = len(lines) - 1
    for at, line in enumerate(lines):
        if not line or len(line) > 130:
            continue
        bare = line.strip()
        if not bare:
            continue
        if (bare[0] == "{" and _KRAMDOWN.fullmatch(bare)) or (len(bare) < 26 and _is_label(bare)):
            alone.append(at)
        elif ("/" in bare or ">" in bare or "|" in bare or not bare.isascii()) and _PATH.match(bare):
            alone.append(at)  # "Home / Press / 2031", whatever stands below it
        elif at == 0 or at == last or is_blank(lines[at - 1]) or is_blank(lines[at + 1]):
            if bare[-1].isdigit() and _PAGE_LINE.fullmatch(bare):
                alone.append(at)
            elif not ends_sentence(bare) and label_span(bare) == (0, 0):
                edges.setdefault(_DIGITS.sub("0", " ".join(bare.split())), []).append(at)
    for numbers in edges.values():
        if len(numbers) > 1:
            alone += numbers
    return frozenset(alone)


def _is_label(bare: str) -> bool:
    """Whether a line is one of the page's own: "See also", "Home", "[English]"."""
    low = bare.strip(" .:>»›[]()（）*").lower()
    return low in LIST_HEADS or low in NAVIGATION_LINES


def is_led_list(above: str, group: Sequence[str], width: Width) -> bool:
    """Whether lines set in below "The money goes towards:" are items that have no markers.

    Near-miss: an indented quotation, whose lines are as wide as the page.
    """
    if len(group) < 2 or width.full or not above.rstrip(" \t*_").endswith(":"):
        return False
    base = len(above) - len(above.lstrip())
    return all(len(line) - len(line.lstrip()) >= base + 2 for line in group)


def open_marks(line: str, was_open: bool) -> bool:
    """Whether emphasis that began on this line or above goes on below it.

    Only asterisks at the edge of a line can do that; one inside is a footnote's or belongs to a pair.
    """
    if "*" not in line:
        return was_open
    bare = line.strip()
    runs = _EMPHASIS.findall(bare)
    if len(runs) == 1:
        run = runs[0]
        if bare.startswith(run) and len(run) > 1:
            return True
        if bare.endswith(run):
            return False
    if was_open or not bare.startswith("**"):
        return was_open and len(runs) % 2 == 0
    return len(runs) % 2 == 1


def may_begin_item(above: str, line: str) -> bool:
    """Whether a marker at the beginning of a line inside a paragraph is one.

    Near-miss: "… pursuant to paragraph / (a) of the Protocol", "… its second year / – above all …".
    """
    bare = above.rstrip(" \t*_")
    if bare.endswith((".", ":", ";", "!", "?", ",", "”", '"', "。", "។")) or label_span(above) != (0, 0):
        return True
    word = bare.rsplit(" ", 1)[-1].lower()
    return word in ("and", "or") or (
        word not in JOINING_ENDS and line.lstrip()[:1] not in "–—(" and len(bare) < 60
    )


def ends_sentence(text: str) -> bool:
    """Whether a line or block ends with the end of a sentence.

    >>> ends_sentence("They met in Dili."), ends_sentence("They met H.E.")
    (True, False)
    """
    tail = text[-40:].rstrip()
    last = tail.rstrip(_CLOSERS)[-1:]
    if not last or last not in ".!?。！？។…":
        return False
    return not tail.endswith(".") or tail.rsplit(None, 1)[-1].strip("*_(").lower() not in ABBREVIATIONS


def _is_stopped(text: str) -> bool:
    """Whether a line ends with a colon or a semicolon."""
    return text[-12:].rstrip(_CLOSERS).endswith((":", ";"))


def goes_on(above: str, below: str) -> bool:
    """Whether the words alone show that a line was broken: a comma or "of" above, a small letter below."""
    bare = above.rstrip(" \t*_\xa0\u3000")
    start = below.lstrip(" \t*_\"'“‘([\xa0")
    if not bare or not start:
        return False
    if ends_sentence(bare) or _is_stopped(bare):
        return False
    if start[0].islower():
        return True
    last = bare[-40:].rsplit(None, 1)[-1].lower()
    if last in JOINING_ENDS or last.endswith((",", "-")) or last in ABBREVIATIONS:
        return True
    return start.split(None, 1)[0].lower() in JOINING_STARTS and len(start.split(None, 2)) > 1


def continues(above: str, below: str, width: Width) -> bool:
    """Whether a line belongs to the paragraph of the line above it."""
    indent = len(below) - len(below.lstrip())
    indent_above = len(above) - len(above.lstrip())
    if abs(indent - indent_above) >= 12:
        return False  # set apart: centred, or at the right
    bare = above.rstrip(" \t")
    ended = ends_sentence(bare)
    if width.full:
        word = len(below.lstrip().split(" ", 1)[0])
        if len(bare) + 1 + word > width.full:
            return not (ended and indent >= indent_above + 2)
        if ended:
            return False
        if not width.exact and len(bare) >= 0.6 * width.full and not _is_stopped(bare):
            return True
        if not bare.strip(" *_").count(" ") and len(bare) < 12 and bare.strip()[-1:].isalpha():
            return True  # one short word alone: "The", "For", "Ms"
    return not ended and goes_on(bare, below)


def are_columns(group: Sequence[str]) -> bool:
    """Whether lines stand side by side, as signatures do: gaps that end at one place in several lines.

    Near-misses: "From:    the Ministry / To:      all missions", "Hits    14 / Date    2 May".
    """
    if not any("   " in line.rstrip() or "\t" in line for line in group):
        return False
    starts: Counter[int] = Counter()
    gaps = 0
    for line in group[:60]:
        bare = line.rstrip()
        found = {gap.end() // 2 for gap in _GAP.finditer(bare[:400])}
        gaps += bool(found)
        starts.update(found)
    if gaps < 2 or gaps * 3 < len(group) or not any(n > 1 or starts[at + 1] for at, n in starts.items()):
        return False
    heads = [_GAP.split(line.strip(), maxsplit=1)[0] for line in group if line.strip()]
    if sum(head.strip(" :").lower() in META_LABELS for head in heads) * 2 >= len(heads):
        return False
    return not all(head.endswith(":") for head in heads)


def columns(group: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Each column as the tuple of its lines, from left to right."""
    starts = sorted({0} | {gap.end() for line in group for gap in _GAP.finditer(line.rstrip()[:400])})
    edges: list[int] = []
    for start in starts:
        if not edges or start - edges[-1] > 4:
            edges.append(start)
    columns: list[list[str]] = [[] for _ in edges]
    for line in group:
        cells = [(0, 0)]
        bare = line.rstrip()
        cells = [(m.start(), m.end()) for m in re.finditer(r"\S+(?:[ \t]{1,2}\S+)*", bare)]
        for start, end in cells:
            at = max((n for n, edge in enumerate(edges) if edge <= start + 2), default=0)
            columns[at].append(bare[start:end])
    return tuple(tuple(column) for column in columns if column)
