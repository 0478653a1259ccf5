"""The foot of a release: sign-off, signatures, contacts, addresses, credits, lists of other releases.

Enters: the page, with the pieces below the last running text that no rule has named yet.
Leaves: parts for what is known by its words or its form, and for short lines beside it or after it.
Must not be known here: the head. What stands between the text and the first known line stays text: items,
names of a delegation, a last line without a full stop; an annex below the foot is text again.
"""

from __future__ import annotations

import re

from gazette.anatomy import forms
from gazette.anatomy.dated import is_city, is_date_line
from gazette.anatomy.forms import is_contact, is_list_head, is_particular
from gazette.anatomy.furniture import LONG_START
from gazette.anatomy.head import is_body_name, is_number, is_state, is_unread, kind_of, says_something
from gazette.anatomy.page import Page
from gazette.anatomy.piece import Piece, script
from gazette.model import Part
from gazette.vocabulary.layout import (
    ANNEX_STARTS,
    DONE_STARTS,
    NOTES_HEADS,
    OFFICE_STARTS,
    PRESS_OFFICES,
    SIGNATURE_STARTS,
    SIGNING_OFFICES,
)

_NEAR = 30
"Pieces of furniture that are looked past, so that time stays linear."
_YEAR = re.compile(r"\d{4}")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s){1,4}[^\W\d_a-z][\w.'’-]*,?")
_SIGNED = frozenset({"signed", "sgd", "s/d", "signature", "(signed"})
"Whole lines over who signs."
_ANNEXES = (
    *ANNEX_STARTS,
    "list of ",
    "members of the ",
    "composition of ",
    "text of ",
    "programme",
    "agenda",
)
_GROUPED: frozenset[Part] = frozenset({"contact", "address", "signature", "sign-off"})
"Parts that the lines right above and below share."


def name_foot(page: Page) -> None:
    """Name the pieces below the last running text."""
    pieces = page.pieces
    start = page.ends + 1
    if page.ends < 0 or start >= len(pieces):
        return
    all_short = len(pieces)
    "From here on only short lines follow."
    while all_short > start and (pieces[all_short - 1].short):
        all_short -= 1
    begun = False
    "The foot has begun: a line was known."
    mode: Part | None = None
    for at in range(start, len(pieces)):
        piece = pieces[at]
        if piece.part is not None:
            if piece.part not in ("page", "rule", "heading", "footnote", "caption", "markup"):
                begun = True
                mode = _mode(page, piece)
            continue
        if not piece.short and piece.block.shape != "table" and not is_contact(piece):
            mode = None
            continue
        if (
            piece.low.startswith(_ANNEXES)
            and piece.words <= 8
            and not (piece.text.endswith(":") and piece.words > 4)
            and not forms.is_file_line(piece, page)
            and not _is_list_of_files(pieces, at)
        ):
            begun, mode = False, None
            if at + 1 < len(pieces):
                piece.name("heading", "annex")
            continue
        named = _known(page, piece, at, at >= all_short)
        if named:
            if mode == "contact" and named[0] == "address":
                named = ("contact", "contact-line")
            piece.name(*named)
            begun = True
            mode = _mode(page, piece)
        elif mode and not piece.ended and piece.words <= (8 if mode == "signature" else 20):
            piece.name(mode, f"{mode}-line" if mode != "navigation" else "link-list")
        elif begun and not piece.ended and not piece.block.label and piece.words <= 14:
            piece.name("navigation", "foot-line")
    _name_neighbours(pieces, start)


def _mode(page: Page, piece: Piece) -> Part | None:
    """What the lines below a named line are: contacts, signatories, links."""
    if piece.part in ("contact", "signature"):
        return piece.part
    if is_contact(piece):
        return "contact"
    return "navigation" if piece.rule in ("link-list", "list-head") or is_list_head(piece, page) else None


def _known(page: Page, piece: Piece, at: int, only_short: bool) -> tuple[Part, str] | None:
    """The part and rule of a line that is known by its words or its form."""
    pieces = page.pieces
    if piece.block.shape == "table" and "|" not in piece.block.raw:
        return "signature", "signature"
    if is_contact(piece):
        return "contact", "contact"
    low, label = piece.low.lstrip("* "), piece.block.label
    if _is_particular(pieces, at):
        return None
    if not label and is_date_line(piece.text):
        return "sign-off", "sign-off"
    if low.startswith(DONE_STARTS) and not piece.ended and _YEAR.search(low):
        return "sign-off", "done-at"
    if low.endswith(PRESS_OFFICES) and piece.words <= 8 and not piece.ended and not label:
        return "attribution", "press-office"
    if low.startswith(SIGNATURE_STARTS) or low.strip("()[]. :") in _SIGNED:
        return "signature", "signature"
    if forms.is_agency(piece, page) and (not label or label in "—–-"):
        return "attribution", "agency"
    if (
        piece.words <= 4
        and is_city(piece.low.strip(" .,"))
        and (_is_over_date(pieces, at) or not _is_led(pieces, at))
    ):
        return "sign-off", "place-alone"
    if kind_of(piece) and piece.caps:
        return "kind", "kind"
    if forms.is_copyright(piece, page):
        return "navigation", "copyright"
    if label and label not in "•·*-–—●":
        return None
    if not label and forms.is_dated_link(piece, page):
        return "navigation", "dated-link"
    if _is_led(pieces, at):
        return None
    if is_list_head(piece, page):
        return "navigation", "list-head"
    for rule in forms.TABLE:
        if rule.test(piece, page):
            return rule.part, rule.name
    if label:
        return None
    if only_short and (is_body_name(piece, page) or is_state(piece, page)):
        return "sign-off", "issuer-at-foot"
    if _is_name_over_office(pieces, at):
        return "signature", "name-over-office"
    if _is_name_comma_office(pieces, at):
        return "signature", "name-comma-office"
    if only_short and _is_name_and_office(pieces, at):
        return "signature", "name-and-office"
    if is_number(piece, page):
        return "number", "number"
    if piece.at in page.own_style:
        return "navigation", "house-style"
    if _is_in_other_script(page, piece):
        return "navigation", "other-script"
    return ("unread", "unread") if is_unread(piece, page) else None


def _is_particular(pieces: list[Piece], at: int) -> bool:
    """ "Date: 5 May / Time: 10:00 / Venue: Oslo" below what leads to them; near-miss: "Date: 5 May" alone."""
    if not is_particular(pieces[at]):
        return False
    above = at - 1
    while above > at - _PARTICULARS and above >= 0 and is_particular(pieces[above]):
        above -= 1
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    several = above < at - 1 or (below is not None and is_particular(below))
    lead = pieces[above] if above >= 0 else None
    return several and lead is not None and lead.part in (None, "body") and (lead.prose or lead.words > 4)


_PARTICULARS = 8
"How many of them may stand together."


def _is_over_date(pieces: list[Piece], at: int) -> bool:
    """ "Oslo / 2 May 2031" set apart from what is above."""
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    return pieces[at].gap > 0 and below is not None and below.gap == 0 and is_date_line(below.text)


def _is_in_other_script(page: Page, piece: Piece) -> bool:
    """A label in letters that no paragraph has: a site's own; near-miss: the foot of a bilingual release."""
    if piece.text.isascii() or piece.words > 6 or piece.ended or piece.block.label:
        return False
    own = script(piece.text)
    return own not in ("latin", "other") and all(
        script(other.text) != own
        for other in page.pieces[: page.ends + 1]
        if other.prose and other.part is None and not other.text[:LONG_START].isascii()
    )


def _is_name_comma_office(pieces: list[Piece], at: int) -> bool:
    """ "Anna Berg, Spokesperson for the Sea" alone below the text; near-miss: one of a list of members."""
    piece = pieces[at]
    name, comma, office = piece.text.partition(", ")
    if not comma or piece.ended or piece.words > 12 or not piece.gap or not _NAME.fullmatch(name):
        return False
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    if below is not None and below.gap == 0:
        return False
    words = office.lower().split()
    return any(word.strip(".,:;()") in SIGNING_OFFICES for word in words[:3])


def _is_name_over_office(pieces: list[Piece], at: int) -> bool:
    """ "Anna Berg / Minister for the Sea" at the end; near-miss: one of several in a list of members."""
    piece = pieces[at]
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    if below is None or below.gap or piece.words > 6 or not _NAME.fullmatch(piece.text):
        return False
    after = pieces[at + 2] if at + 2 < len(pieces) else None
    if after is not None and after.part is None and after.gap == 0 and _NAME.fullmatch(after.text):
        return False
    return below.short and below.words <= 12 and not below.ended and below.low.startswith(OFFICE_STARTS)


def _is_name_and_office(pieces: list[Piece], at: int) -> bool:
    """ "DR. ANNA ROE, CBS PRINCIPAL SECRETARY" alone; near-miss: a line of a list of members."""
    piece = pieces[at]
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    if not piece.caps or piece.words > 12 or not piece.gap or (below is not None and below.part is None):
        return False
    words = {word.strip(".,:;()") for word in piece.low.split()}
    return not words.isdisjoint(SIGNING_OFFICES) and piece.low.split(" ", 1)[0] not in SIGNING_OFFICES


def _is_list_of_files(pieces: list[Piece], at: int) -> bool:
    """ "Attachment" over the name of a file."""
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    return (
        below is not None
        and below.short
        and (below.part == "navigation" or forms.is_file_line(below, _NO_PAGE))
    )


_NO_PAGE = Page([])


def _name_neighbours(pieces: list[Piece], start: int) -> None:
    """Lines right above a contact, address or sign-off belong to it: a name, an office, a telephone."""
    below: Piece | None = None
    for at in range(len(pieces) - 1, start - 1, -1):
        piece = pieces[at]
        if (
            below is not None
            and below.part in _GROUPED
            and below.gap == 0
            and piece.part is None
            and piece.short
            and not piece.ended
            and not piece.block.label
            and not piece.text.endswith((":", ";", ","))
            and piece.words <= 12
            and not _is_led(pieces, at)
        ):
            piece.name(below.part, f"above-{below.part}")
        below = piece


def _is_led(pieces: list[Piece], at: int) -> bool:
    """Whether a line belongs to a sentence above it: "The Consulate is located at:"."""
    for above_at in range(at - 1, max(-1, at - _NEAR), -1):
        piece = pieces[above_at]
        if piece.part in ("page", "rule", "markup"):
            continue
        if piece.text.endswith(":"):
            return piece.part in (None, "body") and piece.low.strip(" :") not in NOTES_HEADS
        if (
            piece.prose
            or piece.part is not None
            or piece.words > 14
            or (piece.words > 8 and says_something(piece))
        ):
            return False
    return False
