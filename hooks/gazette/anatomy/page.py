"""The page as a whole: what the rules need to know beside the line they look at.

Enters: the pieces of a release, its raw text and the issuing bodies. Leaves: a `Page`.
Must not be known here: which part a piece gets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from gazette.anatomy.piece import Piece, folded
from gazette.model import BodyRecord, RawRelease

_CRUMB = re.compile(r"\s*(?:>|»|›|→|::)\s*")
_NOTE_MARK = re.compile(r"[^\W\d_]\*(?=[\s,.;:)])")
_FRAME_START = re.compile(r"\s*<(style|script|div class=\"image|figure|picture)\b", re.IGNORECASE)
_TEXT_LINE = re.compile(r"<(?:i|em|figcaption|p|span)\b[^<>]*>\s*\w", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_UNMISTAKABLE = 24
"Characters from which a line of house style speaks for itself."


@dataclass(slots=True)
class Page:
    """A release while its parts are being found."""

    pieces: list[Piece]
    own_style: frozenset[int] = frozenset()
    "Places of the pieces that carry the house style of the body whose page this is."
    bodies: Mapping[str, frozenset[str]] | None = None
    "Folded names of issuing bodies → their ids."
    repeated: frozenset[str] = frozenset()
    "Folded lines that stand several times with other digits at most."
    labels: frozenset[str] = frozenset()
    "Folded words after 'Back to' at the foot: the section the page belongs to."
    crumbs: frozenset[str] = frozenset()
    "Folded elements of breadcrumbs but the last."
    last_crumbs: frozenset[str] = frozenset()
    "Folded last elements of breadcrumbs: often the title."
    markup_lines: frozenset[int] = frozenset()
    "Lines of the raw file inside a style sheet, a script, an image's frame or broken front matter."
    caption_lines: frozenset[int] = frozenset()
    asterisks: bool = False
    "A word has a footnote's asterisk."
    begins: int = 0
    "Place of the first piece of running text; that of the end where there is none."
    ends: int = -1
    "Place of the last piece of running text; -1 where there is none."


def page_of(pieces: list[Piece], raw: RawRelease, bodies: Mapping[str, BodyRecord]) -> Page:
    """What the rules need to know of the page as a whole."""
    page = Page(pieces)
    known = _known(_Same(bodies))
    page.bodies = known.names
    labels, crumbs, last = set(), set(), set()
    counts: Counter[str] = Counter()
    worn: dict[str, list[int]] = {}
    own: set[str] = set()
    for piece in pieces:
        low = piece.low
        if not low:
            continue
        if not piece.ended:
            counts[running_key(low)] += 1
            if low.startswith("back to "):
                labels.add(low.removeprefix("back to ").strip(" .:"))
            if ">" in low or "»" in low or "›" in low or "→" in low:
                steps = _CRUMB.split(low)
                crumbs.update(steps[:-1])
                last.add(steps[-1])
            own |= known.names.get(low.strip("*. "), _NOBODY)
        for body in known.wearing(low):
            worn.setdefault(body, []).append(piece.at)
    if worn:
        page.own_style = frozenset(
            at
            for body, places in worn.items()
            for at in places
            if body in own or len(places) > 2 or len(pieces[at].low) >= _UNMISTAKABLE
        )
    page.labels, page.crumbs, page.last_crumbs = frozenset(labels), frozenset(crumbs), frozenset(last)
    page.repeated = frozenset(key for key, n in counts.items() if n > 1 and len(key) > 3)
    if "<" in raw.text:
        page.markup_lines, page.caption_lines = _frames(pieces)
    if raw.text.startswith("---") and any(p.code.startswith("front-matter") for p in raw.problems):
        page.markup_lines |= _broken_front_matter(raw)
    page.asterisks = "*" in raw.text and any(
        _NOTE_MARK.search(piece.text) for piece in pieces if "*" in piece.text
    )
    return page


def running_key(low: str) -> str:
    """A line without its page number."""
    return _DIGITS.sub("0", low)


# --- what the authority file knows of pages ------------------------------------------------------

_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Known:
    """Names of bodies and the lines that their pages carry; a line that ends in * is a beginning."""

    names: Mapping[str, frozenset[str]]
    lines: Mapping[str, frozenset[str]]
    starts: tuple[tuple[str, str], ...]
    first: tuple[str, ...]

    def wearing(self, low: str) -> frozenset[str]:
        """Ids of the bodies whose house style has a folded line."""
        found = self.lines.get(low, _NOBODY)
        if low.startswith(self.first):
            found |= {body for start, body in self.starts if low.startswith(start)}
        return found


class _Same:
    """A mapping that is compared by identity: the bodies are the same for every release of a build."""

    __slots__ = ("bodies",)

    def __init__(self, bodies: Mapping[str, BodyRecord]) -> None:
        self.bodies = bodies

    def __hash__(self) -> int:
        return id(self.bodies)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.bodies is self.bodies


@lru_cache(maxsize=4)
def _known(same: _Same) -> _Known:
    names: dict[str, set[str]] = {}
    lines: dict[str, set[str]] = {}
    starts = []
    for id_, body in same.bodies.items():
        for name in (body.name, *body.variants):
            names.setdefault(folded(name), set()).add(id_)
        for line in body.house_style:
            low = folded(line)
            if low.endswith("*") and len(low) > 3:
                starts.append((low.rstrip("*").rstrip(), id_))
            elif not low.startswith("*"):
                lines.setdefault(low, set()).add(id_)
    return _Known(
        {name: frozenset(ids) for name, ids in names.items()},
        {line: frozenset(ids) for line, ids in lines.items()},
        tuple(starts),
        tuple({start for start, _ in starts}),
    )


# --- frames of web pages -------------------------------------------------------------------------


def _frames(pieces: list[Piece]) -> tuple[frozenset[int], frozenset[int]]:
    """Lines inside style sheets, scripts and frames of images; captions among them."""
    markup: set[int] = set()
    captions: set[int] = set()
    closing = ""
    for piece in pieces:
        raw = piece.block.raw
        if not closing:
            start = _FRAME_START.match(raw)
            if not start:
                continue
            closing = f"</{start[1].split(' ')[0].lower()}"
        if _TEXT_LINE.search(raw) and closing not in ("</style", "</script"):
            captions.add(piece.block.line)
        else:
            markup.add(piece.block.line)
        if closing in raw.lower():
            closing = ""
    if closing:
        return frozenset(), frozenset()  # never closed: nothing may swallow the rest of a file
    return frozenset(markup), frozenset(captions)


def _broken_front_matter(raw: RawRelease) -> frozenset[int]:
    """Lines of front matter that could not be read: to its closing line, or to the first blank one."""
    lines = raw.text.split("\n")
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        end = next((at - 1 for at, line in enumerate(lines) if not line.strip()), len(lines) - 1)
    return frozenset(range(raw.first_line, raw.first_line + end + 1))
