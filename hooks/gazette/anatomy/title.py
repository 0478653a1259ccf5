"""The title: chosen among the lines of the head by evidence that agrees, not by coming first.

Enters: the page, with its head named but for what may be a title. Leaves: at most one title over several
lines, or one in each of two scripts. No good candidate, no title: the imprint supplies one.
Must not be known here: what a title says. Each reason for or against is one line of `_score`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazette.anatomy.page import Page
from gazette.anatomy.piece import Piece, folded, script
from gazette.blocks import goes_on
from gazette.vocabulary.layout import (
    BODY_WORDS,
    JOINING_ENDS,
    MENU_WORDS,
    SMALL_WORDS_OF,
    STOP_WORDS,
    TITLE_WORDS,
)

_LINES = 8
"Lines that one title may have."
_READ = 2
"Paragraphs that a title is compared with."
_READ_FAR = 900
"Characters of each of them."
_ENOUGH = 1.5
"Score from which a line is a title."
_CANDIDATES = 40
_WORD = re.compile(r"[^\W\d_]{3,}|\d{4}")
_QUOTED = re.compile(r"""^["“„«'‘].*["”»'’]$""")
_MARKERS = frozenset({"dateline", "kind", "number"})


def name_title(page: Page) -> bool:
    """Name the lines of the title; whether there is one."""
    candidates = _candidates(page)
    if not candidates:
        return False
    read = _words_of(page.pieces[page.begins :])
    best: list[Piece] = []
    highest = 0.0
    for place, lines in enumerate(candidates):
        score = _score(page, lines, read) - 0.3 * place
        if not best or score > highest:
            best, highest = lines, score
    if highest < _ENOUGH:
        return False
    for nth, piece in enumerate(best):
        piece.name("title", "title-goes-on" if nth else "title")
    _name_other_script(page, candidates, best)
    return True


def _name_other_script(page: Page, candidates: Sequence[list[Piece]], best: list[Piece]) -> None:
    """The same title in the other script of a bilingual page stands right above or below."""
    own = script(best[0].text)
    for lines in candidates:
        near = lines[0].at == best[-1].at + 1 or lines[-1].at == best[0].at - 1
        if lines is not best and near and script(lines[0].text) != own:
            for piece in lines:
                piece.name("title", "title-other-script")


def _candidates(page: Page) -> list[list[Piece]]:
    """Lines of the head that may be a title, those that go on with each other together."""
    found: list[list[Piece]] = []
    for piece in page.pieces[: page.begins]:
        if not _may_be_title(piece):
            continue
        last = found[-1] if found else []
        if last and last[-1].at == piece.at - 1 and len(last) < _LINES and _goes_on_with(last[-1], piece):
            last.append(piece)
        else:
            found.append([piece])
    return found[:_CANDIDATES]


def _may_be_title(piece: Piece) -> bool:
    """A line with letters that is not led by a marker and leads to nothing: "He will be accompanied by:"."""
    return (
        piece.part is None
        and len(piece.text) <= 600
        and piece.block.shape not in ("table", "item", "quote")
        and not (piece.text.endswith(":") and piece.words > 2 and not piece.bold)
        and any(map(str.isalpha, piece.text))
    )


def _goes_on_with(above: Piece, below: Piece) -> bool:
    """Whether the title goes on: directly below a full line, or where words or look show it."""
    if below.block.shape == "heading" or above.block.shape == "heading":
        return False
    if script(above.text) != script(below.text):
        return False
    if goes_on(above.text, below.text):
        return below.gap <= 2
    alike = above.caps == below.caps and above.bold == below.bold
    if below.gap == 0:
        if _QUOTED.match(above.text) or _are_two_languages(above.low, below.low):
            return False
        return (
            below.text.startswith(("(", "“", '"', "–", "-", "—"))
            or (alike and len(above.text) >= 30)
            or (alike and (above.caps or above.bold))
        )
    return below.gap <= 2 and alike and above.caps


def _are_two_languages(above: str, below: str) -> bool:
    """Whether the small words of two lines are of different languages: the second translates the first."""
    first = _language(above)
    return bool(first) and _language(below) not in ("", first)


def _language(low: str) -> str:
    """The language whose small words a line has; '' for none."""
    words = low.split()
    counts = {name: sum(word in small for word in words) for name, small in SMALL_WORDS_OF.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] > 1 else ""


def _score(page: Page, lines: Sequence[Piece], read: frozenset[str]) -> float:
    """How much speaks for lines being the title."""
    first, last = lines[0], lines[-1]
    text = " ".join(piece.text for piece in lines)
    low = folded(text)
    words = low.split()
    count = len(words) if text[:60].isascii() or " " in text[:30] else max(len(words), len(text) // 4)
    # its length
    score = 1.5 if 4 <= count <= 45 else 0.5 if count == 3 else -1.0 if count < 3 else -2.0
    # it speaks of what the text speaks of
    content = {word for word in _WORD.findall(low) if word not in STOP_WORDS}
    shared = len(content & read)
    if content:
        score += 3.0 * shared / len(content) * min(1.0, (shared + 1) / 3)
    # it comes again in the breadcrumb
    if low in page.last_crumbs or any(low.endswith(crumb) for crumb in page.last_crumbs if len(crumb) > 20):
        score += 2.5
    # it tells of something
    tells = any(word.strip(".,:;()'\"") in TITLE_WORDS for word in words)
    score += 1.5 * tells
    # what stands beside it
    above = page.pieces[first.at - 1] if first.at else None
    below = page.pieces[last.at + 1] if last.at + 1 < len(page.pieces) else None
    score += 0.75 * sum(beside is not None and beside.part in _MARKERS for beside in (above, below))
    # how it looks
    if first.block.shape == "heading":
        score += 3.0 if first.block.level == 1 else 0.5
    score += 0.75 * first.bold + 0.5 * first.caps + 0.5 * bool(_QUOTED.match(text))
    # it is a name, a section or a menu
    bare = [word.strip(".,:;()&-'") for word in words]
    named = sum(word in BODY_WORDS or word in MENU_WORDS for word in bare if word not in JOINING_ENDS)
    if (
        not tells
        and named * 2 > len([word for word in bare if word and word not in JOINING_ENDS])
        and count < 8
    ):
        score -= 2.0
    return score


def _words_of(pieces: Sequence[Piece]) -> frozenset[str]:
    """The words of the first paragraphs."""
    found: set[str] = set()
    left = _READ
    for piece in pieces:
        if piece.prose and piece.part is None:
            found.update(_WORD.findall(piece.text[:_READ_FAR].lower()))
            left -= 1
            if not left:
                break
    return frozenset(found)
