"""Below the head: headings inside the text, what stands at the foot, and the paragraphs themselves.

Enters: the page with its head named. Leaves: a part for every piece.
Must not be known here: the head, and how torn paragraphs are put together.
Whatever no rule names is text: to take text away is the worst mistake.
"""

from __future__ import annotations

import re

from gazette.anatomy.furniture import Page
from gazette.anatomy.head import is_body_name, is_number, is_state, is_unread, kind_of
from gazette.anatomy.piece import Piece, folded, is_city, is_date_line
from gazette.vocabulary.layout import (
    ADDRESS_SIGNS,
    ADDRESS_WORDS,
    ANNEX_STARTS,
    CONTACT_STARTS,
    FOOTNOTE_SIGNS,
    JOINING_ENDS,
    LIST_HEADS,
    NOTES_HEADS,
    SIGNATURE_STARTS,
)

_NEAR = 30
"Pieces of furniture that are looked past, so that time stays linear."

_DIGIT = re.compile(r"\d")
_PHONE = re.compile(r"\+?\(?\d[\d\s().–-]{5,}\d")
_MAIL = re.compile(r"\S@\S+\.\S")
_SUP_NOTE = re.compile(r"\s*(?:<p[^<>]*>)?\s*<sup\b")
_DEEP_LABEL = re.compile(r"\d{1,3}(?:\.\d{1,2})*[.)]?|\(\d{1,3}\)|[IVX]{1,5}\.|[A-Z]\)")


def name_text(page: Page, start: int) -> None:
    """Name all pieces from index `start` on, and those above that nothing has named."""
    pieces = page.pieces
    _name_after_labels(pieces)
    _name_footnotes(page, start)
    last = max(
        (
            at
            for at, piece in enumerate(pieces)
            if piece.part is None and piece.prose and not is_contact(piece)
        ),
        default=-1,
    )
    if last >= 0:
        _name_foot(page, last + 1)
    for at, piece in enumerate(pieces):
        if piece.part is not None:
            continue
        rule = _heading_rule(pieces, at, last)
        if rule:
            piece.name("heading", rule)
        else:
            piece.name("body", _body_rule(piece))


def _body_rule(piece: Piece) -> str:
    return {"item": "item", "quote": "quotation", "table": "table"}.get(piece.block.shape, "text")


# --- headings ------------------------------------------------------------------------------------


def _heading_rule(pieces: list[Piece], at: int, last: int) -> str:
    """The rule that makes a piece a heading; '' where it is text."""
    piece = pieces[at]
    if piece.block.shape == "heading":
        return "markdown-heading"
    if not piece.short or piece.ended or piece.words > 16 or piece.block.shape in ("table", "quote", "rule"):
        return ""
    if not any(map(str.isalpha, piece.text)):
        return ""
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
        if not _DEEP_LABEL.fullmatch(label) or piece.text[0].islower():
            return ""
        # An item beside its sister is a list: "i. Conservation / ii. De-mining".
        if below.block.label and _style(below.block.label) == _style(label) and not below.prose:
            return ""
        leads = below.prose or below.block.label or piece.caps or _leads_to_text(pieces, at)
        return "numbered-heading" if leads else ""
    if (
        piece.caps
        and piece.words > 1
        and below.block.shape == "item"
        and not (piece.gap == 0 and below.gap == 0)
    ):
        return "capital-line"
    above = _text_above(pieces, at)
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


# --- the foot ------------------------------------------------------------------------------------


def _name_after_labels(pieces: list[Piece]) -> None:
    """Lines under "Related links", "TAGS", "From:", "For further information:"."""
    for at, piece in enumerate(pieces):
        low = piece.low.strip(" .:[]()*")
        if piece.part == "navigation" and (low in LIST_HEADS):
            if piece.text.endswith(":") or low == "from":
                below = pieces[at + 1] if at + 1 < len(pieces) else None
                if below and below.part is None and below.short and not below.ended:
                    below.name("letterhead", "issuer-line")
                continue
            for below_at in range(at + 1, len(pieces)):
                below = pieces[below_at]
                if below.rule == "link-list" or (below.part is None and (below.prose or not below.short)):
                    break
                if below.part is None and not is_date_line(below.text):
                    below.name("navigation", "link-list")
        elif piece.part == "navigation" and low in ("published", "updated", "last updated"):
            below = pieces[at + 1] if at + 1 < len(pieces) else None
            if below and below.part is None and is_date_line(below.text):
                below.name("dateline", "published-line")


def _name_footnotes(page: Page, start: int) -> None:
    """ "*United Nations High Commissioner" where a word has the asterisk; `<sup id="fn1">`."""
    for piece in page.pieces[start:]:
        if piece.part is None and is_footnote(piece, page):
            piece.name("footnote", "footnote")


def is_footnote(piece: Piece, page: Page) -> bool:
    """A note to a mark in the text; near-miss: "* Foreign Secretary begins her tour" is an item."""
    if _SUP_NOTE.match(piece.block.raw):
        return True
    if not piece.text.startswith(FOOTNOTE_SIGNS) or piece.block.label:
        return False
    return not piece.text.startswith("*") or page.asterisks


def _name_foot(page: Page, start: int) -> None:
    """Pieces after the last running text: sign-off, signatures, contacts, addresses."""
    pieces = page.pieces
    mode = ""
    all_short = len(pieces)
    "From here on only short lines follow."
    while all_short > start and pieces[all_short - 1].short:
        all_short -= 1
    for at in range(start, len(pieces)):
        piece = pieces[at]
        if piece.part is not None:
            mode = mode if piece.part in ("page", "rule", "contact", "address") else ""
            continue
        if piece.block.shape == "table" and "|" not in piece.block.raw:
            piece.name("signature", "signature")
            mode = "signature"
            continue
        if is_contact(piece):
            piece.name("contact", "contact")
            mode = "contact"
            continue
        if not piece.short:
            mode = ""
            continue
        low = piece.low.lstrip("* ")
        if is_date_line(piece.text) and not piece.block.label:
            piece.name("sign-off", "sign-off")
        elif is_city(piece.low.strip(" .,")) and piece.words <= 4:
            piece.name("sign-off", "place-alone")
        elif low.startswith(SIGNATURE_STARTS):
            piece.name("signature", "signature")
            mode = "signature"
        elif mode == "contact" and piece.words <= 14:
            piece.name("contact", "contact-line")
        elif is_address(piece) and not _is_led(pieces, at):
            piece.name("address", "address")
        elif (
            at >= all_short
            and piece.block.shape != "item"
            and (is_body_name(piece, page) or is_state(piece, page))
        ):
            piece.name("sign-off", "issuer-at-foot")
        elif kind_of(piece) and piece.caps:
            piece.name("kind", "kind")
        elif mode == "signature" and piece.words <= 8:
            piece.name("signature", "signature-line")
        elif is_number(piece, page) and not _is_led(pieces, at):
            piece.name("number", "number")
        elif is_unread(piece, page):
            piece.name("unread", "unread")


def is_contact(piece: Piece) -> bool:
    """ "Media enquiries", "For further information, please contact Ms. Roe on 0123 4567."

    Near-misses: "For more information on ferries, they looked to the report.", "Contact between them grew."
    """
    if len(piece.text) > 600:
        return False
    low = piece.low or folded(piece.text)
    if not low.lstrip("* ").startswith(CONTACT_STARTS):
        return False
    return not piece.prose or bool("contact" in low[8:] or _PHONE.search(low) or _MAIL.search(low))


def is_address(piece: Piece) -> bool:
    """ "No. 3, Long Street, Dili", "Tel: +95 67 4120"; near-miss: a sentence that names a street."""
    if (piece.ended and piece.words > 8) or piece.words > 30 or piece.block.label in ("•", "-"):
        return False
    low = piece.low
    if low.startswith(ADDRESS_SIGNS):
        return True
    signs = any(word in low for word in ADDRESS_WORDS)
    if signs and _DIGIT.search(low):
        return True
    return bool(
        (_PHONE.search(low) or _MAIL.search(low)) and piece.words <= 14 and not is_date_line(piece.text)
    )


def _is_led(pieces: list[Piece], at: int) -> bool:
    """Whether an address belongs to a sentence above it: "The Consulate is located at:"."""
    for above_at in range(at - 1, max(-1, at - _NEAR), -1):
        piece = pieces[above_at]
        if piece.part in ("page", "rule", "markup"):
            continue
        if piece.text.endswith(":"):
            return True
        if piece.prose or piece.part is not None or piece.words > 8:
            return False
    return False
