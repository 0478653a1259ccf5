"""Rules for lines that are furniture wherever they stand: pages, rules, links, captions, marks of the end.

Enters: a `Piece` and the `Page` it stands on. Leaves: its part, or None.
Must not be known here: the order of head, text and foot. A rule is one function and one line in `TABLE`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from gazette.anatomy.piece import Piece, folded, is_date_line
from gazette.model import Part
from gazette.vocabulary.layout import (
    ATTRIBUTION_STARTS,
    BODY_HEADS,
    CAPTION_CREDITS,
    CAPTION_STARTS,
    END_MARKS,
    LINK_ENDS,
    NAVIGATION_LINES,
    NAVIGATION_STARTS,
)


@dataclass(slots=True)
class Page:
    """A release while its parts are being found."""

    pieces: list[Piece]
    house_style: frozenset[str] = frozenset()
    "Folded lines that an issuer's pages carry."
    bodies: frozenset[str] = frozenset()
    "Folded names and variants of issuing bodies."
    repeated: frozenset[str] = frozenset()
    "Folded lines that stand several times with other digits at most."
    labels: frozenset[str] = frozenset()
    "Folded words after 'Back to' at the foot: the section the page belongs to."
    crumbs: frozenset[str] = frozenset()
    "Folded elements of breadcrumbs but the last."
    markup_lines: frozenset[int] = frozenset()
    "Lines of the raw file inside a style sheet, a script, an image's frame or broken front matter."
    caption_lines: frozenset[int] = frozenset()
    asterisks: bool = False
    "A word has a footnote's asterisk."
    text_begins: int = 0
    "Line of the first running text."
    seen: set[str] = field(default_factory=set)
    "Folded lines that have come once."


Test = Callable[[Piece, Page], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: the part that a piece gets where the test holds."""

    name: str
    part: Part
    test: Test


_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite|página|ទំព័រ)?\s*[-–—(|]*\s*\d{1,3}\s*[-–—)|]*(?:\s*(?:\||/|of|de)\s*(?:page|\d{1,3}))?",
    re.IGNORECASE,
)
_PAGE_FOOTER = re.compile(
    r".{0,90}\S(?:\s{3,}|\s*[|–-]\s*)(?:page\s*)?\d{1,3}\s*(?:/|of)\s*\d{1,3}", re.IGNORECASE
)
LONG_START = 80
"Characters at the start of a long piece that are looked at."

_DIGITS = re.compile(r"\d+")
_RULE = re.compile(r"[\s*\-_=~+.•·—–―─═◆◇■□○●※#]+")
_BREADCRUMBS = re.compile(r"\s*(?:>|»|›|＞|→|::)\s*")
_FIRST_CRUMBS = frozenset(
    {
        "home",
        "top",
        "トップページ",
        "ホーム",
        "media center",
        "media centre",
        "news",
        "newsroom",
        "首页",
        "หน้าแรก",
    }
)
_SOCIAL = re.compile(r"(?:https?://|www\.)?[\w.-]+\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{0,5000}>|\{:[^{}]{0,300}\}")
_WORD = re.compile(r"[^\W_]")
_BRACKETED = re.compile(r"[\[［【](.{1,40})[\]］】]")
_MENU = re.compile(r"\s{3,}|\s*[|·•]\s*")


def is_markup(piece: Piece, page: Page) -> bool:
    """Style sheets, attribute lists, frames: `{:start="1"}`, `<div class="x">`; "<b>News</b>" is text."""
    if piece.block.line in page.markup_lines:
        return True
    raw = piece.block.raw
    if "<" not in raw and "{:" not in raw:
        return False
    left = _MARKUP.sub("", raw)
    return left != raw and not _WORD.search(left)


def is_html_caption(piece: Piece, page: Page) -> bool:
    """A line inside the frame of an image."""
    return piece.block.line in page.caption_lines


def is_end_mark(piece: Piece, page: Page) -> bool:
    """ "###", "END", "- 30 -"; near-miss: "* * *" is a rule, "30" with text after it a number."""
    if piece.words > 4 or (piece.block.label and piece.block.label not in "-–—*"):
        return False
    raw = folded(piece.block.raw).replace("\\", "").strip("* _")
    if raw not in END_MARKS and piece.low not in END_MARKS:
        return False
    return raw not in ("30", "fin", "xxx") or piece is page.pieces[-1]


def is_rule(piece: Piece, page: Page) -> bool:
    """A line of asterisks, hyphens or underscores."""
    return piece.block.shape == "rule" or (len(piece.text) < 200 and bool(_RULE.fullmatch(piece.text)))


def is_page_number(piece: Piece, page: Page) -> bool:
    """ "2", "- 2 -", "1 | Page", "Page 2 of 3", "MFA  PRESS RELEASE   1/3"; near-miss: "2021"."""
    if piece.block.label and not _PAGE_NUMBER.fullmatch(piece.block.raw.strip()):
        return False
    raw = piece.block.raw.strip(" \t*_\\")
    if len(raw) > 120 or not raw:
        return False
    return bool(_PAGE_NUMBER.fullmatch(raw) or (raw[-1].isdigit() and _PAGE_FOOTER.fullmatch(raw)))


def is_running_line(piece: Piece, page: Page) -> bool:
    """A header or footer that comes again where a page ends.

    Near-misses: a date under the title and again at the foot, a speaker's label, a heading that comes twice.
    """
    if not piece.short or piece.ended or piece.block.label or piece.text.endswith(":"):
        return False
    key = running_key(piece.low)
    if key not in page.repeated or is_date_line(piece.text):
        return False
    first = key not in page.seen
    page.seen.add(key)
    return (not first or piece.block.line > page.text_begins > 0) and _at_page_end(piece, page.pieces)


def running_key(low: str) -> str:
    """A line without its page number."""
    return _DIGITS.sub("0", low)


def _at_page_end(piece: Piece, pieces: list[Piece]) -> bool:
    """Whether a page number, a wide gap or a torn sentence is beside a piece."""
    above = pieces[piece.at - 1] if piece.at else None
    below = pieces[piece.at + 1] if piece.at + 1 < len(pieces) else None
    for beside in (above, below):
        if beside is not None and (beside.part == "page" or is_bare_number(beside)):
            return True
    torn = above is not None and not above.short and not above.ended
    return torn or piece.gap >= 2 or (below is not None and below.gap >= 2) or "\f" in piece.block.raw


def is_bare_number(piece: Piece) -> bool:
    """Whether a line is a page number and nothing else."""
    return (
        piece.short and piece.words < 5 and bool(_PAGE_NUMBER.fullmatch(piece.block.raw.strip(" \t*_\\\f")))
    )


def is_breadcrumb(piece: Piece, page: Page) -> bool:
    """ "Home > News > May"; near-miss: "GDP > 5 per cent"."""
    if len(piece.text) > 500 or piece.ended or not any(sign in piece.text for sign in ">»›＞→"):
        return False
    parts = _BREADCRUMBS.split(piece.text)
    return len(parts) > 2 or (len(parts) == 2 and folded(parts[0]) in _FIRST_CRUMBS)


def is_navigation_line(piece: Piece, page: Page) -> bool:
    """A line of a menu or form: "Page Top", "* Name", "[English]"."""
    if not piece.short or piece.words > 6:
        return False
    low = piece.low
    if low in NAVIGATION_LINES or low.strip(" .>»›[]()（）") in NAVIGATION_LINES:
        return not (piece.block.label and piece.block.label[-1] in ")")
    inside = _BRACKETED.match(piece.text)
    return bool(inside) and folded(inside[1]) in NAVIGATION_LINES  # type: ignore[index]


def is_navigation_start(piece: Piece, page: Page) -> bool:
    """ "Back to Japan-Laos Relations", "This email was sent to …"; near-miss: "Back to work, they …"."""
    low = piece.low or folded(piece.text[:LONG_START]) if len(piece.text) < 600 else ""
    if not low.startswith(NAVIGATION_STARTS):
        return False
    if low.startswith(
        ("back to ", "return to ", "go back to ", "read the full ", "sign up for", "follow us")
    ):
        return not piece.ended and piece.words <= 14
    return True


def is_link(piece: Piece, page: Page) -> bool:
    """ "Joint Statement (PDF)Open a New Window"; near-miss: "The agreement (PDF) was signed." """
    return piece.short and not piece.ended and piece.words <= 25 and piece.low.endswith(LINK_ENDS)


def is_menu(piece: Piece, page: Page) -> bool:
    """Several entries of a menu on one line: "Facebook | Telegram | www.example.org"."""
    if not piece.short or piece.ended:
        return False
    parts = [folded(part) for part in _MENU.split(piece.block.raw.strip()) if part.strip()]
    if len(parts) < 2:
        return False
    known = sum(part in NAVIGATION_LINES or bool(_SOCIAL.fullmatch(part)) for part in parts)
    return known * 2 >= len(parts) and known > 1


def is_section_label(piece: Piece, page: Page) -> bool:
    """The section of the site: the line that the "Back to …" link repeats, or an inner breadcrumb."""
    if not piece.short:
        return False
    return piece.low in page.labels or (
        piece.low in page.crumbs and piece.words <= 6 and not piece.low.startswith(BODY_HEADS)
    )


def is_house_style(piece: Piece, page: Page) -> bool:
    """A line that the authority file lists as this issuer's page furniture."""
    return piece.short and piece.low in page.house_style


def is_caption(piece: Piece, page: Page) -> bool:
    """ "Photo of the signing", "… (Photo: Cabinet Office)"; near-miss: "Photos of the talks were shown." """
    low = piece.low or folded(piece.text[:LONG_START])
    if low.startswith(CAPTION_STARTS):
        return not (
            piece.ended
            and piece.words > 6
            and low.startswith(("photos of ", "photo of ", "picture of ", "image of "))
        )
    return (
        len(piece.text) < 500
        and piece.text.endswith((")", "）"))
        and any(credit in folded(piece.text) for credit in CAPTION_CREDITS)
    )


def is_attribution(piece: Piece, page: Page) -> bool:
    """ "The following is attributable to …:", "Embargoed until …"; near-miss: a sentence that begins so."""
    return piece.short and piece.low.startswith(ATTRIBUTION_STARTS) and (not piece.ended or piece.words < 8)


def is_posted_line(piece: Piece, page: Page) -> bool:
    """ "18 Feb 2014 Posted in Press releases"."""
    return piece.short and "posted in" in piece.low and piece.low[0].isdigit() and piece.words < 14


TABLE: tuple[Rule, ...] = (
    Rule("html-caption", "caption", is_html_caption),
    Rule("markup", "markup", is_markup),
    Rule("end-mark", "end-mark", is_end_mark),
    Rule("rule", "rule", is_rule),
    Rule("page-number", "page", is_page_number),
    Rule("posted-line", "dateline", is_posted_line),
    Rule("breadcrumb", "navigation", is_breadcrumb),
    Rule("navigation-line", "navigation", is_navigation_line),
    Rule("navigation-start", "navigation", is_navigation_start),
    Rule("section-label", "navigation", is_section_label),
    Rule("caption", "caption", is_caption),
    Rule("link", "navigation", is_link),
    Rule("menu", "navigation", is_menu),
    Rule("attribution", "attribution", is_attribution),
    Rule("house-style", "navigation", is_house_style),
    Rule("running-line", "page", is_running_line),
)
"""Asked of every piece, in this order; the first that holds names it."""

LONG_TABLE: tuple[Rule, ...] = tuple(
    rule
    for rule in TABLE
    if rule.name in ("html-caption", "markup", "rule", "breadcrumb", "navigation-start", "caption")
)
"""Those of them that may hold for a piece longer than a line."""
