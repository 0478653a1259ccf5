"""The head of a release: letterhead, kind, number, date line, motto; and the title among what is left.

Enters: the page, with the pieces before the first running text that no rule has named yet.
Leaves: parts for them; at most one title, or one in each of two scripts.
Must not be known here: what stands below the first running text.
"""

from __future__ import annotations

import re

from gazette.anatomy.furniture import Page, Rule
from gazette.anatomy.piece import Piece, bare, is_city, is_country, is_date_line
from gazette.blocks import goes_on
from gazette.vocabulary.layout import (
    BODY_HEADS,
    BODY_WORDS,
    JOINING_ENDS,
    JOINT_KINDS,
    KINDS,
    MOTTOS,
    NUMBER_STARTS,
    OFFICE_STARTS,
    ORGANISATIONS,
    STATE_STARTS,
    TITLE_WORDS,
)

_NEAR = 30
"Pieces that are looked past, so that time stays linear."

_TITLE_LINES = 8
"Lines that one title may have."

_NUMBER_CODE = re.compile(
    r"(?=\S*\d)(?:[A-Z]{1,6}[./-]){1,5}[\w./-]{1,20}|[A-Z]{2,6}\s?\d{1,4}/\d{2,4}|\d{1,4}[/-][A-Z0-9./-]{2,25}"
)
_KIND_TAIL = re.compile(
    r"[\s:(]*(?:(?:no|n°|nº|nr|number|#|issue)[.:\s]*)?[\w°./-]*\d[\w./-]*\)?$", re.IGNORECASE
)
_SQUEEZE = re.compile(r"[\s.]+")
_SQUEEZED_KINDS = frozenset(_SQUEEZE.sub("", kind) for kind in KINDS if kind.isascii() and len(kind) > 6)
_CELLS = re.compile(r"\s{2,}|\s*[|/•·–—]\s*")
_NOISE = re.compile(r"[|^~¬¦\\{}«»<>=�§]|^[,;.!'](?=\s)|[',;!]{3,}$")
_QUOTED = re.compile(r"""^["“„«'‘].*["”»'’]$""")


def kind_of(piece: Piece) -> str:
    """The kind that a line names, folded; '' where it names none.

    "PRESS RELEASE", "Press Release No. 12/2023", "NEW S RELEASE"; near-miss: "Press release on the visit".
    """
    if not piece.short or piece.words > 9:
        return ""
    low = bare(piece.low)
    if low in KINDS:
        return low
    squeezed = _SQUEEZE.sub("", low)
    if squeezed in _SQUEEZED_KINDS and len(piece.text.split()) > 1:
        return next(kind for kind in KINDS if _SQUEEZE.sub("", kind) == squeezed)
    tail = _KIND_TAIL.search(low)
    if tail and low[: tail.start()].strip(" :(") in KINDS and not is_date_line(piece.text):
        return low[: tail.start()].strip(" :(")
    first, dash, second = low.partition(" - ")
    return first if dash and first in KINDS and second in KINDS else ""


def is_unread(piece: Piece, page: Page) -> bool:
    """A line that is broken beyond reading: "IV|IVII FOR «FO R A ^ 9"; near-miss: "A. v. B.", "G7 / G20"."""
    words = piece.text.split()
    if not piece.short or not words or piece.text.isalpha():
        return False
    noisy = sum(bool(_NOISE.search(word)) for word in words) + bool(_NOISE.search(piece.text))
    single = sum(len(word) == 1 and word not in "aAI&-–—/0123456789" and word.isascii() for word in words)
    return (noisy * 4 >= len(words) and noisy > 1) or (noisy > 0 and single * 4 >= len(words) > 3)


def is_kind(piece: Piece, page: Page) -> bool:
    """ "PRESS RELEASE"."""
    return bool(kind_of(piece))


def is_date(piece: Piece, page: Page) -> bool:
    """ "On 18 November 2021", "PHNOM PENH, 16 MARCH 2020"."""
    return piece.short and piece.block.shape != "item" and is_date_line(piece.text)


def is_number(piece: Piece, page: Page) -> bool:
    """ "N° 0311 MFA.IC/PRD", "Ref: 12/2023"; near-misses: "No 10 welcomes …", "First Visit"."""
    if not piece.short or piece.words > 18:
        return False
    low = piece.low
    if low.startswith(NUMBER_STARTS) and any(c.isdigit() for c in low[:40]):
        return len(low) < 100
    if piece.ended:
        return False
    if low.startswith(("no.", "no ")) and re.match(r"no\.?\s?[\w./-]{0,8}\s?\d", low):
        return len(low) < 60
    return piece.words <= 3 and bool(_NUMBER_CODE.fullmatch(piece.text.replace(" ", "")))


def is_national_motto(piece: Piece, page: Page) -> bool:
    """ "NATION RELIGION KING"."""
    low = piece.low.strip("*-–— .")
    return low in MOTTOS or low.replace(" - ", " ").replace("-", " ").replace(",", "") in MOTTOS


def is_state(piece: Piece, page: Page) -> bool:
    """ "KINGDOM OF CAMBODIA", "Government of India"; near-miss: "Kingdom of Norway welcomes the talks"."""
    if not piece.short or piece.ended or not piece.low.startswith(STATE_STARTS):
        return False
    if any(motto in piece.low for motto in MOTTOS):
        return True
    return piece.words <= 8 and not _says_something(piece)


def is_organisation(piece: Piece, page: Page) -> bool:
    """ "ASEAN Secretariat", "10 Downing Street"."""
    return piece.short and (piece.low.strip("*. ") in ORGANISATIONS or piece.low in page.bodies)


def is_body_name(piece: Piece, page: Page) -> bool:
    """ "Ministry of External Affairs"; near-miss: "Ministry of Foreign Affairs Hosts Annual Dialogue"."""
    return (
        piece.short
        and not piece.ended
        and piece.words <= 16
        and piece.low.startswith(BODY_HEADS)
        and not _says_something(piece)
    )


def is_office_line(piece: Piece, page: Page) -> bool:
    """ "Minister for Foreign Affairs", "Senator the Hon Mary Ward" over a title.

    Near-misses: "Foreign Minister visits Dili"; a line in the middle of a title; the only line of the head.
    """
    if not piece.short or piece.ended or piece.words > 12 or not piece.low.startswith(OFFICE_STARTS):
        return False
    above = page.pieces[piece.at - 1] if piece.at else None
    if _says_something(piece) or (above is not None and above.part is None and piece.gap == 0):
        return False
    rest = (below for below in page.pieces[piece.at + 1 : piece.at + 8] if below.part is None)
    for below in rest:
        if below.prose:
            return False
        if below.gap and below.short and below.words > 3 and not is_date_line(below.text):
            return True
    return False


def is_capital_lines(piece: Piece, page: Page) -> bool:
    """ "MINISTER FOR", "FOREIGN AFFAIRS"; near-miss: "VIETNAM : REFUGEES"."""
    if piece.words > 6 or piece.ended or not piece.short or not any(map(str.isupper, piece.text)):
        return False
    if not piece.caps and not all(w.isupper() or w in JOINING_ENDS for w in piece.text.split()):
        return False
    words = [word.strip(".,:;()") for word in piece.low.split()]
    known = sum(word in BODY_WORDS for word in words)
    joining = sum(word in JOINING_ENDS for word in words)
    return known > 0 and known * 2 >= len(words) - joining and not _says_something(piece)


def is_countries(piece: Piece, page: Page) -> bool:
    """ "AFGHANISTAN     AUSTRALIA     INDONESIA"; near-miss: "Japan and Laos"."""
    if not piece.short or piece.words > 14:
        return False
    cells = [cell for cell in _CELLS.split(piece.block.raw.strip(" *_\t").casefold()) if cell]
    return bool(cells) and all(is_country(cell) for cell in cells) and (len(cells) > 1 or piece.caps)


def is_meeting_motto(piece: Piece, page: Page) -> bool:
    """ "“WE CARE, WE PREPARE, WE PROSPER”" below a title; near-miss: a title in quotation marks."""
    if not piece.short or not _QUOTED.match(piece.text) or piece.words > 14:
        return False
    start = max(0, piece.at - _NEAR)
    return any(
        above.part is None and above.short and above.words > 3 for above in page.pieces[start : piece.at]
    )


def _says_something(piece: Piece) -> bool:
    """Whether a line tells of something, as a title does: it has a title's verb or names an encounter."""
    return any(word.strip(".,:;()'\"") in TITLE_WORDS for word in piece.low.split()[1:])


TABLE: tuple[Rule, ...] = (
    Rule("kind", "kind", is_kind),
    Rule("date", "dateline", is_date),
    Rule("number", "number", is_number),
    Rule("national-motto", "letterhead", is_national_motto),
    Rule("state", "letterhead", is_state),
    Rule("organisation", "letterhead", is_organisation),
    Rule("body-name", "letterhead", is_body_name),
    Rule("office-line", "letterhead", is_office_line),
    Rule("capital-lines", "letterhead", is_capital_lines),
    Rule("countries", "letterhead", is_countries),
    Rule("meeting-motto", "motto", is_meeting_motto),
    Rule("unread", "unread", is_unread),
)
"""Asked of each piece above the first running text that is not yet named, in this order."""


def name_head(page: Page, end: int) -> None:
    """Name the pieces before index `end`: by the table, then the title among what is left."""
    pieces = page.pieces
    for piece in pieces[:end]:
        if piece.part is None:
            for rule in TABLE:
                if rule.test(piece, page):
                    piece.name(rule.part, rule.name)
                    break
    _name_title(pieces, end)
    _name_places(pieces, end)
    if not any(piece.part == "title" for piece in pieces[:end]):
        _title_from_kind(pieces[:end])


def _name_places(pieces: list[Piece], end: int) -> None:
    """ "The Grand Hotel / Tokyo, Japan" below a title: where it took place; near-miss: one in the text."""
    for at in range(end):
        piece = pieces[at]
        if piece.part is None and piece.short and is_city(piece.low.strip(" .*")):
            piece.name("dateline", "place-line")
            above = pieces[at - 1] if at else None
            if above and above.part is None and piece.gap == 0 and above.words <= 8 and not above.ended:
                above.name("dateline", "venue-line")


def _may_be_title(piece: Piece) -> bool:
    return (
        piece.part is None
        and len(piece.text) <= 600
        and piece.block.shape != "table"
        and any(map(str.isalpha, piece.text))
    )


def _name_title(pieces: list[Piece], end: int) -> None:
    """The title: a heading, what stands under the kind, or the first line left; and what goes on with it."""
    left = [at for at in range(end) if _may_be_title(pieces[at]) and not _is_lead(pieces, at)]
    if not left:
        return
    first = next(
        (at for at in left if pieces[at].block.shape == "heading" and pieces[at].block.level == 1), None
    )
    if first is None:
        kinds = [at for at in range(end) if pieces[at].part == "kind"]
        below = [at for at in left if kinds and at > kinds[0] and pieces[at].block.shape != "item"]
        first = next(iter(below or [at for at in left if pieces[at].block.shape != "item"]), None)
    if first is None:
        return
    pieces[first].name("title", "title")
    last = first
    for at in left:
        if at <= first:
            continue
        if at > last + 1 or at - first >= _TITLE_LINES:
            break
        if at == last + 1 and _goes_on_with(pieces[last], pieces[at]):
            pieces[at].name("title", "title-goes-on")
            last = at
        elif at == last + 1 and script(pieces[last].text) != script(pieces[at].text):
            pieces[at].name("title", "title-other-script")
            last = at
    for at in left:
        if at < first and pieces[at].part is None and pieces[at].words <= 12:
            pieces[at].name("letterhead", "above-title")


def _is_lead(pieces: list[Piece], at: int) -> bool:
    """A line that leads into what follows: "He will be accompanied by:", "1. Outset" over a paragraph."""
    piece = pieces[at]
    return (piece.text.endswith(":") and piece.words > 2 and not piece.bold) or piece.block.shape == "item"


def _goes_on_with(above: Piece, below: Piece) -> bool:
    """Whether the title goes on: directly below, or over a gap where words or look show it."""
    if below.block.shape in ("item", "heading") or script(above.text) != script(below.text):
        return False
    if below.gap == 0:
        return not _QUOTED.match(above.text)
    if goes_on(above.text, below.text):
        return True
    return below.gap <= 2 and above.caps and below.caps and above.bold == below.bold


def _title_from_kind(pieces: list[Piece]) -> None:
    """ "JOINT COMMUNIQUÉ" with no other title is the title; near-miss: "PRESS RELEASE"."""
    kinds = [piece for piece in pieces if piece.part == "kind"]
    if len(kinds) == 1 and kind_of(kinds[0]) in JOINT_KINDS:
        kinds[0].name("title", "kind-as-title")


def script(text: str) -> str:
    """The script most letters of a text are in, named by its block; Latin for none.

    >>> script("第2回会合"), script("Second meeting")
    ('cjk', 'latin')
    """
    counts = {"latin": 0, "cjk": 0, "khmer": 0, "thai": 0, "hangul": 0, "cyrillic": 0, "other": 0}
    for char in text[:120]:
        code = ord(char)
        if code < 0x250:
            counts["latin"] += char.isalpha()
        elif 0x3040 <= code < 0xA000 or 0xFF00 <= code < 0xFFF0:
            counts["cjk"] += 1
        elif 0x1780 <= code < 0x1800:
            counts["khmer"] += 1
        elif 0xE00 <= code < 0xF00:
            counts["thai"] += 1
        elif 0xAC00 <= code < 0xD7B0:
            counts["hangul"] += 1
        elif 0x400 <= code < 0x530:
            counts["cyrillic"] += 1
        elif char.isalpha() and code > 0x1F00:
            counts["latin" if code < 0x2000 else "other"] += 1
        elif char.isalpha():
            counts["other"] += 1
    return max(counts, key=lambda name: counts[name])
