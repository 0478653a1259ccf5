"""Lines that are furniture wherever they stand: pages, rules, links, captions, marks of the end.

Enters: a `Piece` and the `Page` it stands on. Leaves: yes or no, for one part.
Must not be known here: the order of head, text and foot. A rule is one function and one line in `TABLE`.
What only looks like furniture outside the text is in `forms`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from gazette.anatomy.dated import is_date_line
from gazette.anatomy.page import Page, running_key
from gazette.anatomy.piece import Piece, folded
from gazette.anatomy.starts import Starts
from gazette.model import Part
from gazette.vocabulary.layout import (
    ATTRIBUTION_STARTS,
    BODY_HEADS,
    CAPTION_CREDITS,
    CAPTION_SIGNS,
    CAPTION_STARTS,
    END_MARKS,
    FIRST_CRUMBS,
    LANGUAGES,
    LINK_ENDS,
    NAVIGATION_LINES,
    NAVIGATION_STARTS,
    NOTE_WORDS,
    POSTED_STARTS,
    REPORTING_VERBS,
    SITE_OPENINGS,
    SITE_WORDS,
    TRANSLATION_NOTES,
    TRANSLATION_STEMS,
    VERSIONS,
)

Test = Callable[[Piece, Page], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: the part that a piece gets where the test holds."""

    name: str
    part: Part
    test: Test


_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite|página|pagina|halaman|trang|стр\.?|ទំព័រ|หน้า)?\s*[-–—(|]*\s*\d{1,3}\s*[-–—)|]*"
    r"(?:\s*(?:\||/|of|de|sur|von|dari|di)\s*(?:page|\d{1,3}))?",
    re.IGNORECASE,
)
_PAGE_FOOTER = re.compile(
    r".{0,90}\S(?:\s{3,}|\s*[|–-]\s*)(?:page\s*)?\d{1,3}\s*(?:/|of)\s*\d{1,3}", re.IGNORECASE
)
LONG_START = 80
"Characters at the start of a long piece that are looked at."
_SPEECH = 420
"Characters up to which a sentence may be a site speaking of itself."

_RULE = re.compile(r"[\s*\-_=~+.•·—–―─═◆◇■□○●※#\\]+")
_BREADCRUMBS = re.compile(r"\s*(?:>|»|›|＞|→|::)\s*")
_MARKUP = re.compile(r"<[^<>]{0,5000}>|\{:[^{}]{0,300}\}")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]")
_LETTERS = re.compile(r"[^\W\d_]+")
_NOUGHTS = re.compile(r"[\s.=~-]*(?:o{1,4}0?o{0,4}0?o{1,4}|x{3,5}|0{3,5})[\s.=~-]*")
_BRACKETED = re.compile(r"[\[［【](.{1,40})[\]］】]")
_SITE_WORD = re.compile(r"\b(?:" + "|".join(map(re.escape, SITE_WORDS)) + r")\b")
_NAVIGATION = Starts(NAVIGATION_STARTS)
_OPENINGS = Starts(SITE_OPENINGS)
_CAPTIONS = Starts(CAPTION_STARTS)
_ATTRIBUTIONS = Starts(ATTRIBUTION_STARTS)
_POSTED = Starts(POSTED_STARTS)
_ASKING_STARTS = ("back to ", "return to ", "go back to ", "read the full ", "sign up for", "follow us")


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
    """ "###", "END", "- 30 -", "--oo0oo--"; near-misses: "* * *" is a rule, "30" over text a number."""
    if piece.words > 4 or (piece.block.label and piece.block.label not in "-–—*"):
        return False
    raw = folded(piece.block.raw).replace("\\", "").strip("* _")
    if _NOUGHTS.fullmatch(raw):
        return True
    if raw not in END_MARKS and piece.low not in END_MARKS:
        return False
    return raw not in ("30", "fin", "xxx") or piece is page.pieces[-1]


def is_rule(piece: Piece, page: Page) -> bool:
    """A line of asterisks, hyphens or underscores."""
    return piece.block.shape == "rule" or (len(piece.text) < 200 and bool(_RULE.fullmatch(piece.text)))


def is_page_number(piece: Piece, page: Page) -> bool:
    """ "2", "- 2 -", "1 | Page", "Page 2 of 3", "MFA  PRESS RELEASE   1/3"; near-miss: "2021"."""
    if not _DIGIT.search(piece.low) and not piece.block.label:
        return False
    if piece.block.label and not _PAGE_NUMBER.fullmatch(piece.block.raw.strip()):
        return False
    raw = piece.block.raw.strip(" \t*_\\\f")
    if len(raw) > 120 or not raw:
        return False
    return bool(_PAGE_NUMBER.fullmatch(raw) or (raw[-1].isdigit() and _PAGE_FOOTER.fullmatch(raw)))


def is_bare_number(piece: Piece) -> bool:
    """Whether a line is a page number and nothing else."""
    return (
        piece.short and piece.words < 5 and bool(_PAGE_NUMBER.fullmatch(piece.block.raw.strip(" \t*_\\\f")))
    )


def is_running_line(piece: Piece, page: Page) -> bool:
    """A header or footer that comes again where a page ends; the first of them on top of the page stays.

    Near-misses: a date under the title and again at the foot, a speaker's label, a heading that comes twice.
    """
    if piece.ended or piece.text.endswith(":") or running_key(piece.low) not in page.repeated:
        return False
    if piece.block.label[:1] in ("(", "•", "-", "–") or is_date_line(piece.text):
        return False
    return _at_page_end(piece, page.pieces) and any(
        above.prose for above in page.pieces[max(0, piece.at - 40) : piece.at]
    )


def _at_page_end(piece: Piece, pieces: list[Piece]) -> bool:
    """Whether a page number, a wide gap or a torn sentence is beside a piece."""
    above = pieces[piece.at - 1] if piece.at else None
    below = pieces[piece.at + 1] if piece.at + 1 < len(pieces) else None
    for beside in (above, below):
        if beside is not None and (beside.part == "page" or is_bare_number(beside)):
            return True
    torn = above is not None and not above.short and not above.ended
    return torn or piece.gap >= 2 or (below is not None and below.gap >= 2) or "\f" in piece.block.raw


def is_breadcrumb(piece: Piece, page: Page) -> bool:
    """ "Home > News > May", "EEAS > Newsroom"; near-miss: "GDP > 5 per cent was forecast."."""
    text = piece.text
    if piece.ended or len(text) > 500:
        return False
    if ">" not in text and (text.isascii() or not any(sign in text for sign in "»›＞→")):
        return False
    parts = _BREADCRUMBS.split(text)
    if len(parts) > 2:
        return True
    if len(parts) < 2 or not parts[0]:
        return len(parts) > 1 and piece.words < 6  # "» Read more"
    if piece.words < 16 and ">" not in piece.text and "→" not in piece.text:
        return True
    first, second = folded(parts[0]), folded(parts[1])
    return first in FIRST_CRUMBS or first.startswith(BODY_HEADS) or bool({first, second} & NAVIGATION_LINES)


def is_navigation_line(piece: Piece, page: Page) -> bool:
    """A line of a menu or form: "Page Top", "* Name", "[English]"."""
    if piece.words > 6:
        return False
    low = piece.low
    if low in NAVIGATION_LINES or low.strip(" .>»›[]()（）") in NAVIGATION_LINES:
        return not (piece.block.label and piece.block.label[-1] in ")")
    inside = _BRACKETED.match(piece.text)
    return bool(inside) and folded(inside[1]) in NAVIGATION_LINES  # type: ignore[index]


def is_navigation_start(piece: Piece, page: Page) -> bool:
    """ "Back to Japan-Laos Relations", "This email was sent to …"; near-miss: "Back to work, they …"."""
    low = piece.low or folded(piece.text[:LONG_START]) if len(piece.text) < 600 else ""
    if not _NAVIGATION.begin(low):
        return False
    if low.startswith(_ASKING_STARTS):
        return not piece.ended and piece.words <= 14
    return True


def is_site_speech(piece: Piece, page: Page) -> bool:
    """A site speaks of itself: "We use cookies …", "You received this email because …".

    Near-misses: "Our website tells the young of peace, the President said.", a quotation,
    "The Ministers launched a website and a newsletter."
    """
    if len(piece.text) > _SPEECH:
        return False
    low = piece.low or folded(piece.text[:LONG_START])
    if _OPENINGS.begin(low) or "ookie" in piece.text:
        low = piece.low or folded(piece.text)
        if '"' in low or any(verb in low for verb in REPORTING_VERBS):
            return False
        return "cookie" in low or bool(_SITE_WORD.search(low))
    return False


def is_translation_note(piece: Piece, page: Page) -> bool:
    """ "* unofficial translation *", "(Provisional translation)"; near-miss: "A translation was made." """
    return (
        piece.words <= 12
        and not (piece.ended and piece.words > 8)
        and any(stem in piece.low for stem in TRANSLATION_STEMS)
        and any(note in piece.low for note in TRANSLATION_NOTES)
    )


def is_language_note(piece: Piece, page: Page) -> bool:
    """ "[Scroll down for French version]", "(English text follows)", "Versión en español".

    Near-misses: "The French version was read out.", "English version of the treaty signed in Oslo".
    """
    if piece.words > 9:
        return False
    low = piece.low
    is_bracketed = low[:1] in "[(【（" and low[-1:] in "])】）"
    words = set(_LETTERS.findall(low))
    return (
        (is_bracketed or (not piece.ended and len(words) < 6))
        and not LANGUAGES.isdisjoint(words)
        and not VERSIONS.isdisjoint(words)
        and (is_bracketed or words <= LANGUAGES | VERSIONS | NOTE_WORDS)
    )


def is_link(piece: Piece, page: Page) -> bool:
    """ "Joint Statement (PDF)Open a New Window"; near-miss: "The agreement (PDF) was signed." """
    return not piece.ended and piece.words <= 25 and piece.low.endswith(LINK_ENDS)


def is_section_label(piece: Piece, page: Page) -> bool:
    """The section of the site: the line that the "Back to …" link repeats, or an inner breadcrumb."""
    return piece.low in page.labels or (
        piece.low in page.crumbs and piece.words <= 6 and not piece.low.startswith(BODY_HEADS)
    )


def is_caption(piece: Piece, page: Page) -> bool:
    """ "Photo of the signing", "Ms Roe (left) with Ms Berg."; near-miss: "Photos of the talks were seen." """
    low = piece.low or folded(piece.text[:LONG_START])
    if _CAPTIONS.begin(low):
        return not (
            piece.ended
            and piece.words > 6
            and low.startswith(("photos of ", "photo of ", "picture of ", "image of "))
        )
    if len(piece.text) > 500 or not (piece.text.endswith((")", "）")) or "(" in piece.text or "left" in low):
        return False
    low = piece.low or folded(piece.text)
    if any(sign in low for sign in CAPTION_SIGNS) and '"' not in low:
        return True
    return low.endswith((")", "）")) and any(credit in low for credit in CAPTION_CREDITS)


def is_attribution(piece: Piece, page: Page) -> bool:
    """ "The following is attributable to …:", "Embargoed until …"; near-miss: a sentence that begins so."""
    return _ATTRIBUTIONS.begin(piece.low) and (not piece.ended or piece.words < 8)


def is_posted_line(piece: Piece, page: Page) -> bool:
    """ "18 Feb 2014 Posted in Press releases", "Posted on 5 May 2031"; near-miss: "Published in Oslo"."""
    low = piece.low
    if not (_POSTED.begin(low) or (low[:1].isdigit() and "posted in" in low)):
        return False
    return piece.words < 14 and any(c.isdigit() for c in low)


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
    Rule("site-speech", "navigation", is_site_speech),
    Rule("section-label", "navigation", is_section_label),
    Rule("translation-note", "navigation", is_translation_note),
    Rule("language-note", "navigation", is_language_note),
    Rule("caption", "caption", is_caption),
    Rule("link", "navigation", is_link),
    Rule("attribution", "attribution", is_attribution),
    Rule("running-line", "page", is_running_line),
)
"""Asked of every short piece, in this order; the first that holds names it."""

LONG_TABLE: tuple[Rule, ...] = tuple(
    rule
    for rule in TABLE
    if rule.name
    in ("html-caption", "markup", "rule", "breadcrumb", "navigation-start", "site-speech", "caption")
)
"""Those of them that may hold for a piece longer than a line."""
_LINE_WORDS = 14
"Words up to which a sentence may be a line of the page."
LONGEST = 600
"Characters up to which any of them may hold, but for markup."


def name_furniture(page: Page) -> None:
    """Give a part to every piece that is furniture wherever it stands."""
    framed = page.markup_lines or page.caption_lines
    for piece in page.pieces:
        if piece.short and not (piece.prose and piece.words > _LINE_WORDS):
            table = TABLE
        elif len(piece.text) > LONGEST and not framed and "<" not in piece.block.raw:
            continue
        else:
            table = LONG_TABLE
        for rule in table:
            if rule.test(piece, page):
                piece.name(rule.part, rule.name)
                break
