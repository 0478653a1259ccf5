"""The head of a release: letterhead, kind, number, date line, motto; then the title among what is left.

Enters: the page, with the pieces before the first running text that no rule has named yet.
Leaves: parts for them. Short lines that are neither known nor title are chrome of the page; longer ones,
items and what leads into a list stay for the text.
Must not be known here: what stands below the first running text.
"""

from __future__ import annotations

import itertools
import re

from gazette.anatomy import forms
from gazette.anatomy.dated import is_city, is_country, is_date_line, is_dated_cells
from gazette.anatomy.furniture import Rule
from gazette.anatomy.page import Page
from gazette.anatomy.piece import Piece, bare, script
from gazette.anatomy.starts import Starts
from gazette.anatomy.title import name_title
from gazette.vocabulary.honorifics import STRONG, WEAK
from gazette.vocabulary.layout import (
    ADDRESS_SIGNS,
    BODY_HEADS,
    BODY_WORDS,
    JOINING_ENDS,
    JOINT_KINDS,
    KIND_ENDS,
    KINDS,
    MOTTOS,
    NUMBER_STARTS,
    OFFICE_STARTS,
    ORGANISATIONS,
    STATE_STARTS,
    TITLE_TAILS,
    TITLE_WORDS,
)

_NEAR = 30
"Pieces that are looked past, so that time stays linear."

_RAW = 600
"Characters, white space included, up to which raw lines are taken apart."
_LONGEST_NAME = 14
"Signs of a body's name in a script without spaces."
_NUMBER_CODE = re.compile(
    r"(?=\S*\d)(?:[A-Z]{1,6}[./-]){1,5}[\w./-]{1,20}|[A-Z]{2,6}\s?\d{1,4}/\d{2,4}|\d{1,4}[/-][A-Z0-9./-]{2,25}"
)
_KIND_TAIL = re.compile(
    r"[\s:(]*(?:(?:no|n°|nº|nr|number|#|issue)[.:\s]*)?[\w°./-]*\d[\w./-]*\)?$", re.IGNORECASE
)
_SQUEEZE = re.compile(r"[\s.]+")
_DIGIT = re.compile(r"\d")
_SQUEEZED_KINDS = {_SQUEEZE.sub("", kind): kind for kind in KINDS if kind.isascii() and len(kind) > 6}
_MISSIONS = (
    "permanent ",
    "mission ",
    "embassy ",
    "royal embassy ",
    "delegation ",
    "high commission ",
    "representation ",
)
"Bodies of which one is 'to' a state or an organisation."
_RELEASES_FROM = ("press release from ", "news release from ", "media release from ")
_CELLS = re.compile(r"\s{2,}|\s*[|/•·–—]\s*")
_DASHES = re.compile(r"\s[|–—-]\s|\s{3,}")
_NOISE = re.compile(r"[|^~¬¦\\{}«»<>=�§]|^[,;.!'](?=\s)|[',;!]{3,}$")
_QUOTED = re.compile(r"""^["“„«'‘].*["”»'’]$""")
_BODIES = Starts({*BODY_HEADS, *(bare(name) for name in BODY_HEADS if not name.endswith(" "))})
"With and without diacritics."
_STATES = Starts(STATE_STARTS)
_NUMBERS = Starts(NUMBER_STARTS)
_FORMS_OF_ADDRESS = tuple(f"{word} " for word in (*STRONG, *WEAK) if len(word) > 2)


def kind_of(piece: Piece) -> str:
    """The kind that a line names, folded; '' where it names none.

    "PRESS RELEASE", "Press Release No. 12/2023", "NEW S RELEASE"; near-miss: "Press release on the visit".
    """
    if not piece.short or piece.words > 9:
        return ""
    low = bare(piece.low)
    if low in KINDS:
        return low
    if " " in low and (squeezed := _SQUEEZED_KINDS.get(low.replace(" ", "").replace(".", ""))):
        return squeezed
    tail = _KIND_TAIL.search(low) if _DIGIT.search(low) else None
    if tail and low[: tail.start()].strip(" :(") in KINDS and not is_date_line(piece.text):
        return low[: tail.start()].strip(" :(")
    if low.startswith(_RELEASES_FROM):
        return low.split(" from ", 1)[0]
    if piece.caps and 1 < piece.words < 4 and low.endswith(KIND_ENDS):
        return low
    first, dash, second = low.partition(" - ")
    return first if dash and first in KINDS and second in KINDS else ""


def is_unread(piece: Piece, page: Page) -> bool:
    """A line that is broken beyond reading: "IV|IVII FOR «FO R A ^ 9"; near-miss: "A. v. B.", "G7 / G20"."""
    words = piece.text.split()
    if not piece.short or not words or piece.text.isalpha():
        return False
    noisy = sum(bool(_NOISE.search(word)) for word in words) + bool(_NOISE.search(piece.text))
    if not noisy:
        return False
    single = sum(len(word) == 1 and word not in "aAI&-–—/0123456789" and word.isascii() for word in words)
    return (noisy * 4 >= len(words) and noisy > 1) or (single * 4 >= len(words) > 3)


def is_kind(piece: Piece, page: Page) -> bool:
    """ "PRESS RELEASE"."""
    return bool(kind_of(piece))


def is_date(piece: Piece, page: Page) -> bool:
    """ "On 18 November 2021", "PHNOM PENH, 16 MARCH 2020"."""
    return piece.block.shape != "item" and (is_date_line(piece.text) or is_dated_cells(piece.text))


def is_number(piece: Piece, page: Page) -> bool:
    """ "N° 0311 MFA.IC/PRD", "Ref: 12/2023"; near-misses: "No 10 welcomes …", "First Visit"."""
    if piece.words > 18 or (piece.words > 8 and says_something(piece)):
        return False
    low = piece.low
    if _NUMBERS.begin(low) and any(c.isdigit() for c in low[:40]):
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
    if not piece.short or piece.ended or not _STATES.begin(piece.low):
        return False
    if any(motto in piece.low for motto in MOTTOS):
        return True
    return piece.words <= 8 and not says_something(piece)


def is_organisation(piece: Piece, page: Page) -> bool:
    """ "ASEAN Secretariat", "10 Downing Street"; near-miss: "Defence" though a ministry is called so."""
    low = piece.low.strip("*. ")
    if low in ORGANISATIONS:
        return True
    if not piece.ended and len(piece.block.raw) <= _RAW:
        cells = _CELLS.split(piece.block.raw.strip(" *_").lower())
        if len(cells) > 1 and any(cell in ORGANISATIONS for cell in cells):
            return not says_something(piece)
    return bool(page.bodies) and low in page.bodies and (" " in low or piece.at == 0)  # type: ignore[operator]


def is_body_name(piece: Piece, page: Page) -> bool:
    """ "Ministry of External Affairs", "France Diplomatie – Ministry for Europe and Foreign Affairs".

    Near-miss: "Ministry of Foreign Affairs Hosts Annual Dialogue".
    """
    if not piece.short or piece.ended or piece.words > 16:
        return False
    low = piece.low.removeprefix("from ")
    if says_something(piece) and not (low.startswith(_MISSIONS) and _says_only_to(piece)):
        return False
    if piece.words == 1 and len(low) > _LONGEST_NAME and script(low) == "cjk":
        return False  # a title that begins with the name: 外交部发言人就…
    if _BODIES.begin(low):
        return True
    cells = _DASHES.split(low)
    return len(cells) > 1 and any(_BODIES.begin(cell) for cell in cells)


def is_office_line(piece: Piece, page: Page) -> bool:
    """ "Minister for Foreign Affairs", "Senator the Hon Mary Ward" over a title.

    Near-misses: "Foreign Minister visits Dili"; a line in the middle of a title; the only line of the head.
    """
    if not piece.short or piece.ended or piece.words > 12 or not piece.low.startswith(OFFICE_STARTS):
        return False
    above = page.pieces[piece.at - 1] if piece.at else None
    if says_something(piece) or (above is not None and above.part is None and piece.gap == 0):
        return False
    rest = (below for below in page.pieces[piece.at + 1 : piece.at + 8] if below.part is None)
    for below in rest:
        if below.prose:
            return False
        if below.gap and below.short and below.words > 3 and not is_date_line(below.text):
            return True
    return False


def is_byline(piece: Piece, page: Page) -> bool:
    """ "Rt Hon Anna Roe", "John Berg, Secretary of State"; near-miss: "Mr Roe meets Ms Berg"."""
    if not piece.short or piece.ended or piece.words > 9 or says_something(piece):
        return False
    low = piece.low
    if any(word in low for word in (" and ", " between ", " with ", " on ", " to ", " & ")):
        return False
    name, comma, office = low.partition(", ")
    if (
        comma
        and 1 < name.count(" ") + 1 <= 4
        and office.startswith((*OFFICE_STARTS, "minister", "ambassador", "spokes"))
    ):
        return True
    return piece.words <= 6 and (low.replace(".", "").startswith(_FORMS_OF_ADDRESS) or " the hon " in low)


def is_capital_lines(piece: Piece, page: Page) -> bool:
    """ "MINISTER FOR", "FOREIGN AFFAIRS"; near-miss: "VIETNAM : REFUGEES"."""
    if piece.words > 6 or piece.ended or not piece.short or not any(map(str.isupper, piece.text)):
        return False
    if not piece.caps and not all(w.isupper() or w in JOINING_ENDS for w in piece.text.split()):
        return False
    words = [word.strip(".,:;()") for word in piece.low.split()]
    known = sum(word in BODY_WORDS for word in words)
    joining = sum(word in JOINING_ENDS for word in words)
    return known > 0 and known * 2 >= len(words) - joining and not says_something(piece)


def is_countries(piece: Piece, page: Page) -> bool:
    """ "AFGHANISTAN     AUSTRALIA     INDONESIA"; near-miss: "Japan and Laos"."""
    if piece.words > 14 or len(piece.block.raw) > _RAW:
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


def _says_only_to(piece: Piece) -> bool:
    """ "Permanent Mission of Thule to the United Nations" has no other word of a title than "to"."""
    return {word.strip(".,:;()'\"") for word in piece.low.split()[1:]} & TITLE_WORDS <= {"to", "on"}


def says_something(piece: Piece) -> bool:
    """Whether a line tells of something, as a title does: it has a title's verb or names an encounter."""
    return any(word.strip(".,:;()'\"") in TITLE_WORDS for word in piece.low.split()[1:])


_KNOWN: tuple[Rule, ...] = (
    Rule("kind", "kind", is_kind),
    Rule("date", "dateline", is_date),
    Rule("number", "number", is_number),
    Rule("national-motto", "letterhead", is_national_motto),
    Rule("state", "letterhead", is_state),
    Rule("organisation", "letterhead", is_organisation),
)
_BELOW_LEAD = 16
"Pieces below the first sentence that may still be the page's."
_OF_THE_PAGE = tuple(rule for rule in _KNOWN if rule.name in ("kind", "date", "number")) + tuple(
    rule for rule in forms.TABLE if rule.name in ("label", "menu", "button")
)
TABLE: tuple[Rule, ...] = (
    *_KNOWN,
    *(rule for rule in forms.TABLE if rule.name not in ("address",)),
    Rule("body-name", "letterhead", is_body_name),
    Rule("office-line", "letterhead", is_office_line),
    Rule("byline", "letterhead", is_byline),
    Rule("capital-lines", "letterhead", is_capital_lines),
    Rule("countries", "letterhead", is_countries),
    Rule("meeting-motto", "motto", is_meeting_motto),
    Rule("address", "address", forms.is_address),
    Rule("unread", "unread", is_unread),
)
"""Asked of each short piece above the first running text that is not yet named, in this order."""


def name_head(page: Page) -> None:
    """Name the pieces before the first running text: by the table, then the title, then what is left."""
    head = page.pieces[: page.begins]
    for piece in head:
        if piece.part is None and piece.short and piece.block.shape != "table":
            for rule in TABLE:
                if rule.test(piece, page):
                    piece.name(rule.part, rule.name)
                    break
        elif piece.part is None and piece.block.shape == "table" and "|" not in piece.block.raw:
            piece.name("address" if _is_address_table(piece) else "letterhead", "columns-on-top")
    titled = name_title(page)
    if titled:
        _join_kind(head)
        _name_below_lead(page)
        _name_values(head)
    _name_places(head)
    if not titled:
        _title_from_kind(head)
    _name_rest(page, head)


def _name_places(head: list[Piece]) -> None:
    """ "The Grand Hotel / Tokyo, Japan" below a title: where it took place; near-miss: one in the text."""
    for at, piece in enumerate(head):
        if piece.part is None and piece.short and is_city(piece.low.strip(" .*")):
            piece.name("dateline", "place-line")
        above = head[at - 1] if at else None
        if not (above and above.part is None and piece.gap == 0 and piece.rule in ("place-line", "date")):
            continue
        if above.words <= 6 and not above.ended and piece.text[:1].isalpha():
            above.name("dateline", "venue-line")


def _name_below_lead(page: Page) -> None:
    """Date, kind and labels of the page between a sentence that sums up, right below the title, and the text.

    Near-misses: what a colon leads to, a date below the only sentence, a list.
    """
    window = page.pieces[page.begins : page.begins + _BELOW_LEAD]
    text = next((nth for nth, piece in enumerate(window[1:], 1) if piece.prose), 0)
    if not text or window[0].text.endswith(":"):
        return
    for piece in window[1:text]:
        if piece.part is None and piece.short and piece.block.shape == "paragraph":
            for rule in _OF_THE_PAGE:
                if rule.test(piece, page):
                    piece.name(rule.part, rule.name)
                    break
    _name_values(window[1:text])


def _name_values(pieces: list[Piece]) -> None:
    """ "Location: / The Long Hall, Oslo": what stands right below a label; near-miss: a line after a gap."""
    for label, piece in itertools.pairwise(pieces):
        if label.rule != "label" or not label.text.endswith(":") or piece.part is not None:
            continue
        if piece.gap == 0 and piece.short and not piece.ended and piece.block.shape == "paragraph":
            dated = _DIGIT.search(piece.text) and is_date_line(piece.text.partition(" (")[0])
            piece.name("dateline" if dated else "navigation", "label-value")


def _is_address_table(piece: Piece) -> bool:
    """Whether columns are telephones and boxes rather than two halves of a letterhead."""
    cells = [cell.lower() for row in piece.block.rows for cell in row]
    if any(cell in ORGANISATIONS or _STATES.begin(cell) or _BODIES.begin(cell) for cell in cells):
        return False
    return any(cell.startswith(ADDRESS_SIGNS) or "@" in cell for cell in cells)


def _join_kind(head: list[Piece]) -> None:
    """ "JOINT DECLARATION / ON THE SEA ROUTE" is one title; near-miss: "PRESS RELEASE / Visit of …"."""
    for above, piece in itertools.pairwise(head):
        if piece.rule == "title" and above.part == "kind" and piece.gap < 2:
            if piece.low.split(" ", 1)[0] in TITLE_TAILS:
                above.name("title", "kind-in-title")
            return


def _title_from_kind(head: list[Piece]) -> None:
    """ "JOINT COMMUNIQUÉ" with no other title is the title; near-miss: "PRESS RELEASE"."""
    kinds = [piece for piece in head if piece.part == "kind"]
    if len(kinds) == 1 and kind_of(kinds[0]) in JOINT_KINDS:
        kinds[0].name("title", "kind-as-title")


def _name_rest(page: Page, head: list[Piece]) -> None:
    """Lines of the head that nothing has named: letterhead or chrome above the title, chrome below it."""
    title = next((piece.at for piece in head if piece.part == "title"), -1)
    for piece in head:
        if piece.part is not None or not piece.short or piece.block.shape in ("heading", "table", "quote"):
            continue
        if piece.block.label or piece.text.endswith(":") or piece.ended or piece.bold:
            continue
        if piece.at < title:
            known = any(word.strip(".,:;()") in BODY_WORDS for word in piece.low.split())
            if piece.words <= 20 and not (piece.words > 4 and says_something(piece)):
                piece.name("letterhead" if known else "navigation", "above-title")
        elif (
            piece.words <= 4 and (title >= 0 or piece.at + 1 < page.begins) and not _is_over_text(page, piece)
        ):
            piece.name("navigation", "head-line")


def _is_over_text(page: Page, piece: Piece) -> bool:
    """A lone line right above the first running text may be its heading."""
    below = page.pieces[piece.at + 1] if piece.at + 1 < len(page.pieces) else None
    return below is not None and below.at == page.begins and (piece.gap > 0 or piece.at == 0)
