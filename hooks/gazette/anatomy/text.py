"""The text itself: headings, footnotes, paragraphs, and the lists that stand under a label of the page.

Enters: the page with head and foot named. Leaves: a part for every piece.
Must not be known here: head and foot, and how torn paragraphs are put together.
Whatever no rule names is text: to take text away is the worst mistake.
"""

from __future__ import annotations

import re

from gazette.anatomy.dated import is_city, is_date_line
from gazette.anatomy.page import Page
from gazette.anatomy.piece import Piece
from gazette.vocabulary.layout import (
    ANNEX_STARTS,
    FOOTNOTE_SIGNS,
    JOINING_ENDS,
    LIST_HEADS,
    NOTES_HEADS,
    TEASER_HEADS,
)

_NEAR = 30
"Pieces of furniture that are looked past, so that time stays linear."

_SUP_NOTE = re.compile(r"\s*(?:<p[^<>]*>)?\s*<sup\b")
_DEEP_LABEL = re.compile(r"\d{1,3}(?:\.\d{1,2})*[.)]?|\(\d{1,3}\)|[IVX]{1,5}\.|[A-Z]\)")
_ARTICLE = re.compile(
    r"(?:article|section|chapter|part|title|artículo|artigo|artikel|articolo|pasal|điều|статья)\s(?:\d{1,3}|[ivxl]{1,6})\.?"
)
_DATE_LABELS = frozenset({"published", "updated", "last updated", "posted", "date"})
_LIST_END = re.compile(r"[;,](?:\s(?:and|or|et|y|und|dan))?$")


def name_text(page: Page) -> None:
    """Name all pieces that nothing has named."""
    pieces = page.pieces
    for at, piece in enumerate(pieces):
        if piece.part is None:
            rule = _heading_rule(pieces, at, page.ends)
            if rule:
                piece.name("heading", rule)
            else:
                piece.name("body", _RULES.get(piece.block.shape, "text"))


_RULES = {"item": "item", "quote": "quotation", "table": "table"}


# --- headings ------------------------------------------------------------------------------------


def _heading_rule(pieces: list[Piece], at: int, last: int) -> str:
    """The rule that makes a piece a heading; '' where it is text."""
    piece = pieces[at]
    if piece.block.shape == "heading":
        return "markdown-heading"
    if not piece.short or piece.ended or piece.words > 16 or piece.block.shape in ("table", "quote", "rule"):
        return ""
    if (piece.prose and not piece.bold) or not any(map(str.isalpha, piece.text)):
        return ""
    if _ARTICLE.fullmatch(piece.low):
        return "article"
    if piece.low.startswith(ANNEX_STARTS) and piece.words <= 8:
        return "annex"
    below = _next_text(pieces, at)
    if below is None:
        return ""
    if piece.caps and piece.text.endswith(":") and piece.words <= 6:
        return "speaker"
    if piece.bold and piece.block.shape != "item" and not piece.text.endswith((",", ";")):
        return "bold-line"
    if piece.text.endswith((",", ";", ":", "-", "–")):
        return "notes-heading" if piece.low.strip(": ") in NOTES_HEADS else ""
    label = piece.block.label
    if label:
        return _labelled_heading(pieces, at, below)
    if (
        piece.caps
        and piece.words > 1
        and below.block.shape == "item"
        and not (piece.gap == 0 and below.gap == 0)
    ):
        return "capital-line"
    above = _text_above(pieces, at)
    if piece.gap == 0 and above is not None and above.at == at - 1 and _is_sister(above, piece):
        return ""  # the last of several lines of a list without markers
    if above is not None and above.rule == "annex" and piece.caps:
        return "annex-title"
    if piece.text[0].islower() or piece.words > 12 or piece.low.rsplit(" ", 1)[-1] in JOINING_ENDS:
        return ""
    if (
        above is not None
        and above.part in (None, "body")
        and above.words < 8
        and not above.ended
        and not above.text.endswith((":", ";", "”", '"'))
    ):
        return ""  # the rest of a torn sentence, or a line among lines
    if above is not None and above.text.endswith(":") and above.words > 3:
        return ""  # the first of a list without markers
    if (
        at > last
        or not (below.prose or below.block.shape == "item")
        or (below.gap == 0 and below.block.shape == "item")
    ):
        return ""
    if is_date_line(piece.text) or is_city(piece.low):
        return ""
    return "short-line" if piece.gap or below.gap or at == 0 else "short-line-tight"


def _is_sister(above: Piece, piece: Piece) -> bool:
    """ "Ms A, Minister of X" over "Mr B, Minister of Y": both begin with the same word or have commas."""
    if above.part not in (None, "body") or not above.short or above.ended or above.caps != piece.caps:
        return False
    alike = above.low.split(" ", 1)[0] == piece.low.split(" ", 1)[0]
    return alike or ("," in above.text and "," in piece.text)


def _labelled_heading(pieces: list[Piece], at: int, below: Piece) -> str:
    """ "II. SECURITY" over text; near-misses: "(a) ports; and", an item between its sisters."""
    piece, label = pieces[at], pieces[at].block.label
    if not _DEEP_LABEL.fullmatch(label) or piece.text[0].islower() or _LIST_END.search(piece.text):
        return ""
    above = _text_above(pieces, at)
    if above is not None and above.text.endswith(":"):
        return ""
    # An item beside its sister is a list: "i. Conservation / ii. De-mining".
    style = _style(label)
    if below.block.label and _style(below.block.label) == style and not below.prose:
        return ""
    sister = above is not None and above.part == "body" and _style(above.block.label or "-") == style
    if above is not None and sister and (not above.prose or _LIST_END.search(above.text)):
        return ""
    leads = below.prose or below.block.label or piece.caps or _leads_to_text(pieces, at)
    return "numbered-heading" if leads else ""


def _leads_to_text(pieces: list[Piece], at: int) -> bool:
    """Whether text follows after one or two more lines that may be headings."""
    for piece in pieces[at + 1 : at + 4]:
        if piece.prose:
            return True
        if piece.part is None and (not piece.short or piece.words > 10 or not piece.gap):
            return False
    return False


def _style(label: str) -> str:
    """What kind of marker a label is: "(1)", "1.", "i." …"""
    return re.sub(r"\d+", "0", re.sub(r"[ivx]+", "i", label))


def _next_text(pieces: list[Piece], at: int) -> Piece | None:
    """The next piece that may be text."""
    for next_at in range(at + 1, min(at + _NEAR, len(pieces))):
        if pieces[next_at].part in (None, "body", "heading"):
            return pieces[next_at]
    return None


def _text_above(pieces: list[Piece], at: int) -> Piece | None:
    """The piece before, page numbers and the like passed over."""
    for above_at in range(at - 1, max(-1, at - _NEAR), -1):
        if pieces[above_at].part not in ("page", "rule", "caption", "markup"):
            return pieces[above_at]
    return None


# --- labels with lines under them ----------------------------------------------------------------


def name_after_labels(page: Page) -> None:
    """Lines under "Related links", "TAGS", "From:", "Published" that the page has among its text."""
    pieces = page.pieces
    for at, piece in enumerate(pieces):
        if piece.part != "navigation":
            continue
        low = piece.low.strip(" .:[]()*")
        below = pieces[at + 1] if at + 1 < len(pieces) else None
        if low in LIST_HEADS:
            if low == "from" or (piece.text.endswith(":") and at < page.begins):
                if below and below.part is None and below.short and not below.ended:
                    below.name("letterhead", "issuer-line")
                continue
            teasers = low in TEASER_HEADS and _leads_to_teasers(page, at)
            for below in pieces[at + 1 :]:
                if (below.rule == "link-list" and not teasers) or (
                    below.part == "navigation" and below.low in LIST_HEADS
                ):
                    break
                if below.part is None and (below.prose or not below.short) and not teasers:
                    break
                if below.part is None and not is_date_line(below.text):
                    below.name("navigation", "link-list")
        elif low in _DATE_LABELS and below and below.part is None and is_date_line(below.text):
            below.name("dateline", "published-line")


def _leads_to_teasers(page: Page, at: int) -> bool:
    """Whether all that follows "Related news" are short sentences, fewer than the text above has.

    Near-misses: a label on top of the page, a label between two halves of a text.
    """
    if len(page.pieces) - at > _REACH:
        return False
    below = [piece for piece in page.pieces[at + 1 :] if piece.prose and piece.part is None]
    if len(below) > _TEASERS or any(piece.words > _TEASER_WORDS for piece in below):
        return False
    above = sum(
        piece.prose and piece.part is None for piece in page.pieces[max(page.begins, at - _REACH) : at]
    )
    return above > len(below)


_TEASERS, _TEASER_WORDS = 8, 40
_REACH = 60
"Pieces above and below such a head that are looked at."


def name_footnotes(page: Page) -> None:
    """ "*United Nations High Commissioner" where a word has the asterisk; `<sup id="fn1">`."""
    read = False
    for piece in page.pieces:
        if piece.part is None and read and is_footnote(piece, page):
            piece.name("footnote", "footnote")
        read = read or piece.prose


def is_footnote(piece: Piece, page: Page) -> bool:
    """A note to a mark in the text; near-miss: "* Foreign Secretary begins her tour" is an item."""
    if page.asterisks and piece.block.label == "*":
        return not _has_sister(piece, page.pieces)
    if _SUP_NOTE.match(piece.block.raw):
        return True
    if not piece.text.startswith(FOOTNOTE_SIGNS) or piece.block.label:
        return False
    return not piece.text.startswith("*") or page.asterisks


def _has_sister(piece: Piece, pieces: list[Piece]) -> bool:
    """Whether an item with the same marker stands above or below: then it is a list."""
    beside = pieces[max(0, piece.at - 1) : piece.at] + pieces[piece.at + 1 : piece.at + 2]
    return any(other.block.label == piece.block.label for other in beside)
