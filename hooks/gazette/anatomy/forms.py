"""What the shape of a line says above and below the text: menus, labels, addresses, files, credits.

Enters: a `Piece` that is no running text. Leaves: the rule that its form fits, or None.
Must not be known here: any issuer or site. Between paragraphs these forms prove nothing: a table, a list of
members, an agreed address look the same; so they are asked only outside the text.
"""

from __future__ import annotations

import re

from gazette.anatomy.dated import is_city, is_country, is_date_line
from gazette.anatomy.furniture import Rule
from gazette.anatomy.page import Page
from gazette.anatomy.piece import Piece, folded
from gazette.anatomy.starts import Starts
from gazette.vocabulary.layout import (
    ADDRESS_SIGNS,
    AGENCIES,
    CONTACT_HEADS,
    CONTACT_STARTS,
    CREDIT_STARTS,
    ENQUIRY_WORDS,
    FILE_ENDINGS,
    LIST_HEADS,
    MENU_WORDS,
    META_LABELS,
    NETWORKS,
    PARTICULARS,
    PATH_STARTS,
    STREET_ENDS,
    STREET_WORDS,
    TITLE_WORDS,
)

_CONTACTS = Starts(CONTACT_STARTS)
_ADDRESSES = Starts(ADDRESS_SIGNS)
_LINE = 600
"Characters, white space included, up to which raw lines are taken apart."
_CELLS = re.compile(r"\s*[|¦·•]\s*|\t+|\s{3,}")
_WIDE = re.compile(r"\s{2,}|\t+")
_SLASHES = re.compile(r"\s/\s")
_LABELLED = re.compile(r"([^\W\d][^:：]{0,34}?)\s*(?:[:：]|\s{2,}|\t)\s*(.*)", re.DOTALL)
_FILE = re.compile(
    rf"\S\.(?:{'|'.join(FILE_ENDINGS)})\b|\[?\(?\b(?:pdf|docx?|jpe?g|mp4)\b[,:]?\s*[\d.,]+\s?[kmg]o?b\b|"
    r"[(\[]\s?[\d.,]+\s?[kmg]o?b\s?[)\]]",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"(?:https?://|www\.)\S+|(?:[\w-]+\.){1,4}(?:gov|govt|gob|gouv|go|org|int|com|net|edu|mil|eu|info|asia|[a-z]{2})"
    r"(?:\.[a-z]{2,3})?(?:/\S*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\d/.-])(?!\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b)\+?\(?\d[\d\s().–-]{5,}\d(?!/)")
_ASKING = re.compile(
    rf"for (?:[\w/&'’-]+ ){{0,4}}(?:{'|'.join(ENQUIRY_WORDS)})\b[^.;]{{0,60}}?"
    r"\b(?:contact|call|e-?mail|write to|reach|phone|register with)\b",
    re.IGNORECASE,
)
"How a sentence begins that tells the press whom to ask."
_PARTICULAR = re.compile(rf"(?:{'|'.join(PARTICULARS)})\s?:")
_MAIL = re.compile(r"\S@\S+\.\S")
_DIGIT = re.compile(r"\d")
_POSTCODE = re.compile(
    r"\b\d{4,6}(?:-\d{3,4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]{2}\s\d{5}\b|〒"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SAYING = frozenset({"no", "number", "subject", "subjects", "topic", "theme", "minister"})
"Labels after which a title may stand: 'No: 12, Regarding the Visit of …'."
_BROKEN = re.compile(r"[«»^~¬{}=�§\\]")
_CLOCK = re.compile(r"(?:\D{0,14}\b\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?\b\D{0,20}){1,3}", re.IGNORECASE)
_INITIALS = re.compile(r"\(?(?:[A-Za-z]{2,5}\s?[/|]\s?){1,4}[A-Za-z]{2,5}\)?|\(?[A-Z]{2,4}\)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COPYRIGHT = re.compile(
    r"©|\(c\)\s|copyright\b|all rights reserved|tous droits|derechos reservados|direitos reservados", re.I
)


def is_menu(piece: Piece, page: Page) -> bool:
    """ "PT | TET | EN", "Legal notices | Accessibility", "Share on X  Print"; near-miss: "Sok An     Roe"."""
    if piece.ended or piece.words > 40:
        return False
    raw = piece.block.raw.strip()
    if len(raw) > _LINE:
        return False
    cells = [cell for cell in _CELLS.split(raw) if cell]
    if len(cells) > 1 and any(sign in raw for sign in "|¦·•"):
        return all(len(cell) < 60 for cell in cells) and not _BROKEN.search(raw)
    wide = [cell for cell in _WIDE.split(raw) if cell]
    if len(wide) > 2:
        known = sum(all(word in MENU_WORDS for word in folded(cell).split()) for cell in wide)
        return known * 3 >= len(wide) or (known > 0 and folded(wide[0]) in MENU_WORDS)
    steps = _SLASHES.split(raw)
    if len(steps) > 2 and folded(steps[0]) in PATH_STARTS:
        return True
    return (
        len(steps) > 1
        and all(step.count(" ") < 3 for step in steps)
        and (len(steps) > 2 or any(word in MENU_WORDS for step in steps for word in folded(step).split()))
    )


def is_button(piece: Piece, page: Page) -> bool:
    """A short line of nothing but words of menus: "Share :", "A+ A-", "EN FR"; near-miss: "Visit"."""
    if piece.words > 7 or piece.ended:
        return False
    words = [word.strip(".,:;>»<«[]()-|0123456789") for word in piece.low.split()]
    return all(word in MENU_WORDS for word in words if word) and any(words)


def is_sharing(piece: Piece, page: Page) -> bool:
    """ "Tell a friend: Facebook Twitter Print"; near-miss: "New rules: Facebook and YouTube must answer"."""
    if piece.words > 20 or piece.ended:
        return False
    _, colon, rest = piece.low.partition(":")
    words = [word.strip(".,:;>»<[]()-|") for word in rest.split()]
    return (
        bool(colon) and not NETWORKS.isdisjoint(words) and all(word in MENU_WORDS for word in words if word)
    )


def is_labelled(piece: Piece, page: Page) -> bool:
    """ "Department: Northeast Asia Division", "Hits    1482"; near-miss: "Thule: Talks on the sea"."""
    if piece.words > 30 or len(piece.block.raw) > _LINE:
        return False
    found = _LABELLED.fullmatch(piece.block.raw.strip(" *_[]()【】"))
    if not found or (piece.ended and piece.words > 12):
        return False
    label = folded(found[1]).strip(" *")
    return label in META_LABELS and not (label in _SAYING and piece.words > 5)


def is_file_line(piece: Piece, page: Page) -> bool:
    """ "15th_Dialogue.jpg  Download", "Joint Statement (PDF, 240 KB)"."""
    return not piece.ended and piece.words <= 25 and bool(_FILE.search(piece.text))


def is_site_name(piece: Piece, page: Page) -> bool:
    """ "Beehive.govt.nz", "https://…", "The official website of the Government"; near-miss: "U.S. Visit"."""
    if piece.words == 1:
        return bool(_DOMAIN.fullmatch(piece.text)) and not piece.ended
    return (
        piece.words <= 12
        and not piece.ended
        and (
            "website" in piece.low
            or "web site" in piece.low
            or "web portal" in piece.low
            or "official portal" in piece.low
            or "site officiel" in piece.low
            or "sitio oficial" in piece.low
            or "site oficial" in piece.low
        )
    )


def is_copyright(piece: Piece, page: Page) -> bool:
    """ "© Ministry of the Sea - 2031"; near-miss: "(c) an Arrangement on licences" below "(b)"."""
    if piece.block.label == "(c)":
        return page.pieces[piece.at - 1].block.label != "(b)" and bool(_YEAR.search(piece.text))
    return piece.words <= 30 and bool(_COPYRIGHT.search(piece.text))


def is_credit(piece: Piece, page: Page) -> bool:
    """ "(Source: Directorate for the North/ed. AB)", "(Photos: J. Roe)"; near-miss: "(applause)"."""
    low = piece.low
    if low[:1] in "([（" and low[-1:] in ")]）" and low[1:].lstrip().startswith(CREDIT_STARTS):
        return True
    return piece.words <= 14 and not piece.ended and ":" in low[:18] and low.startswith(CREDIT_STARTS)


def is_agency(piece: Piece, page: Page) -> bool:
    """ "— SPA", "(KPL)", "21:47 Local Time 18:47 GMT", "ab/cd"; near-miss: "(a) ASEAN"."""
    low = piece.low.strip(" -()[].*")
    if low in AGENCIES or (
        piece.words == 1 and piece.gap > 0 and 2 < len(low) < 7 and piece.caps and low.isalpha()
    ):
        return True
    if piece.words <= 8 and _DIGIT.search(low) and _CLOCK.fullmatch(piece.text):
        return True
    return piece.words <= 2 and "/" in low and bool(_INITIALS.fullmatch(piece.text))


def is_contact(piece: Piece, page: Page | None = None) -> bool:
    """ "Media enquiries", "For further information, please contact Ms. Roe on 0123 4567."

    Near-misses: "For help in Thule, please call the Embassy on 0123 4567.",
    "For more information on ferries, they looked to the report.", "Contact between them grew."
    """
    if len(piece.text) > 600:
        return False
    low = piece.low or folded(piece.text[:40])
    if not _CONTACTS.begin(low.lstrip("* ")):
        if low.startswith("for ") and _ASKING.match(piece.text):
            return bool(_PHONE.search(piece.text) or _MAIL.search(piece.text))
        return low.strip(" :*") in CONTACT_HEADS
    low = piece.low or folded(piece.text)
    return not piece.prose or bool("contact" in low[8:] or _PHONE.search(low) or _MAIL.search(low))


def is_address(piece: Piece, page: Page | None = None) -> bool:
    """ "No. 3, Long Street, Dili", "37, Quai Roe, 75007 Oslo", "Tel: +95 67 4120".

    Near-misses: a sentence that names a street, "• Building of a road, 5 km".
    """
    if (piece.ended and piece.words > 8) or piece.words > 30 or piece.block.label in ("•", "-", "–", "*"):
        return False
    low = piece.low
    if _ADDRESSES.begin(low):
        return True
    text = piece.text
    digits = len(_DIGIT.findall(text))
    if not digits and "," not in text and "@" not in text:
        return False
    words = _WORD.findall(low)
    street = (
        not STREET_WORDS.isdisjoint(words)
        or any(word.endswith(STREET_ENDS) for word in words)
        or "p.o. box" in low
        or "po box" in low
    )
    if not street and digits < 4 and "@" not in text:
        return False
    if digits and is_date_line(text):
        return False
    if piece.words <= 14 and (
        ("@" in text and _MAIL.search(text))
        or (digits > 5 and _PHONE.search(text) and not _says_something(piece))
    ):
        return True
    parts = [part.strip() for part in re.split(r"[,;|·–—]| - ", low) if part.strip()]
    if len(parts) < 2:
        return street and digits > 0 and piece.words <= 9 and not _says_something(piece)
    ends = parts[-1].strip(" .0123456789")
    placed = is_city(ends) or is_country(ends) or is_city(parts[-2].strip(" .0123456789"))
    coded = bool(_POSTCODE.search(text)) and len(parts) > 2
    return (street and (digits > 0 or placed) and not _says_something(piece)) or (coded and placed)


def is_dated_link(piece: Piece, page: Page) -> bool:
    """Another release below the text: "EU opens hospital - 22.01.2031", "Talks in Oslo (24 October 2031)".

    Near-miss: "Oslo, 24 October 2031" is a sign-off.
    """
    if piece.ended or piece.block.label or piece.words < 4 or is_date_line(piece.text):
        return False
    head, _, tail = piece.text.rstrip(" )]").rpartition("(")
    if head and is_date_line(tail):
        return True
    for sign in (" - ", " – ", " — ", " | "):
        head, _, tail = piece.text.rpartition(sign)
        if head and is_date_line(tail) and tail[:1].isdigit():
            return True
        start, _, rest = piece.text.partition(sign)
        if rest and start[:1].isdigit() and is_date_line(start):
            return True
    return False


def is_particular(piece: Piece) -> bool:
    """ "Venue: The Long Hall", as a text tells of a meeting to come; near-miss: "Venues of the games"."""
    return bool(_PARTICULAR.match(piece.low))


def is_list_head(piece: Piece, page: Page) -> bool:
    """ "See also", "Berita Terkait", "Also in this section:"."""
    low = piece.low.strip(" .:[]()*»>0123456789")
    return piece.words <= 6 and (low in LIST_HEADS or low in META_LABELS)


def _says_something(piece: Piece) -> bool:
    """Whether a line tells of something, as a title does: it has a title's verb or names an encounter."""
    return any(word.strip(".,:;()'\"") in TITLE_WORDS for word in piece.low.split()[1:])


TABLE: tuple[Rule, ...] = (
    Rule("site-name", "navigation", is_site_name),
    Rule("menu", "navigation", is_menu),
    Rule("button", "navigation", is_button),
    Rule("sharing", "navigation", is_sharing),
    Rule("label", "navigation", is_labelled),
    Rule("copyright", "navigation", is_copyright),
    Rule("credit", "attribution", is_credit),
    Rule("file", "navigation", is_file_line),
    Rule("address", "address", is_address),
)
"""Asked of a line above the text, after what a head is made of, and below it."""
