"""Bodies named in words: in the letterhead, after "From:", at the foot, on a line, as who speaks.

Enters: a page, its title, the authority. Leaves: readings of an issuer; "stated", but where the country of
the body had to be worked out.
Must not be known here: house styles (`styles`), what else may be concluded (`clues`), but to find a country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from gazette.authority import find_body, fold, fold_in_place
from gazette.dates.scanning import letter_tree
from gazette.imprint.bodies import Case, known_reading, reading_of
from gazette.imprint.clues import by_city, by_first_person, by_minister_style, by_site
from gazette.imprint.dressing import dressed
from gazette.imprint.nations import countries_in
from gazette.imprint.page import evidence
from gazette.imprint.styles import by_known_sign, by_style
from gazette.model import Block, Issuer, Part, Reading
from gazette.vocabulary.issuers import BODY_ENDS, BODY_STARTS, KNOWN_BODIES, SPEAKING_VERBS, UNITS, KnownBody

_NAMING: frozenset[Part] = frozenset(
    {
        "letterhead",
        "kind",
        "number",
        "dateline",
        "sign-off",
        "attribution",
        "contact",
        "address",
        "navigation",
        "motto",
        "unread",
    }
)

_HEADING: frozenset[Part] = frozenset({"letterhead", "motto", "kind", "unread"})
_NAMING_RULES = frozenset({"house-style", "site-name"})
"Of other parts, what may name a country: 'Website of the Republic of Thule'."
_BODY_START, _BODY_END = re.compile(BODY_STARTS), re.compile(BODY_ENDS)

_FROM = re.compile(
    r"\bfrom:\s*(?P<who>.{4,160}?)(?:\s+(?:and|&) (?:the )?(?:rt )?hon\b|\s+published\b|,\s+and\b|$)"
)


def by_letterhead(case: Case) -> Reading[Issuer] | None:
    """A body named at the head, with the country named beside it: "KINGDOM OF CAMBODIA / MINISTRY OF …"."""
    titled = {e.block for e in case.title.evidence} if case.title else set()
    head = [
        b
        for b in case.page.head
        if b.number not in titled and (b.part in _HEADING or b.part == "title" or b.rule in _NAMING_RULES)
    ]
    countries = list(dict.fromkeys(c for b in head for c in countries_in(fold_in_place(b.text))))
    if case.joint and len(countries) > 1:
        return None
    country = countries[0] if countries else None
    named = _named_body(case, head, country)
    if named is not None:
        return named
    if len(countries) == 1 and not case.joint:
        block = next(b for b in head if countries_in(fold_in_place(b.text)))
        return Reading(Issuer(None, country), "stated", "letterhead-country", (evidence(block),))
    return None


def by_from_line(case: Case) -> Reading[Issuer] | None:
    """ "From: Foreign, Commonwealth & Development Office and …"."""
    for block in {b.number: b for b in (*case.page.head, *case.page.above)}.values():
        match = _FROM.search(fold_in_place(block.text[:400]))
        if match:
            start, end = match.span("who")
            known = _KNOWN_START.match(match["who"])
            end = start + known.end() if known else end
            return _as_issuer(case, block, start, end, None, "from-line", stated=True)
    for one, following in pairwise(case.page.blocks[:_TOP]):
        if one.part != "title" and len(one.text) < 8 and fold(one.text).strip(" :") == "from":
            folded = fold_in_place(following.text[:200])
            match = _FROM_WHOM.match(folded)
            if match:
                known = _KNOWN_START.match(folded)
                start, end = match.span("who")
                end = known.end() if known else end
                return _as_issuer(case, following, start, end, None, "from-line", stated=True)
    return None


_FROM_WHOM = re.compile(r"(?P<who>.{4,160}?)(?:\s+(?:and|&) (?:the )?(?:rt )?hon\b|$)")
_TOP = 40
"Blocks among which a 'From:' may stand."


def by_sign_off(case: Case) -> Reading[Issuer] | None:
    """A body named at the foot: "MINISTRY OF LAW / 22 APRIL 2021"; not in a block of several signatories."""
    feet = [b for b in case.page.foot if b.part in ("sign-off", "contact", "attribution")]
    countries = list(dict.fromkeys(c for b in feet for c in countries_in(fold_in_place(b.text[:300]))))
    return None if case.joint else _named_body(case, feet, countries[0] if len(countries) == 1 else None)


def by_line(case: Case) -> Reading[Issuer] | None:
    """A line of furniture, or a piece of one, that is the name of a known body.

    "U.S. DEPARTMENT of STATE", "The White House | Briefing Room", "© Federal Foreign Office 2025".
    """
    titled = {e.block for e in case.title.evidence} if case.title else set()
    edges = [b for b in case.page.above if b.part in ("title", "heading", "body") and b.number not in titled]
    lines = [(block, line) for block, line, _ in case.page.lines if block.part in _NAMING]
    for block, line in (*lines, *((b, fold(b.text)) for b in edges if len(b.text) < _LONGEST_LINE)):
        for piece in _PIECES.split(line) if len(line) < _LONGEST_LINE else (line,):
            bare = _YEARS.sub("", piece).strip(" .:,|-©")
            if len(bare) < 3:
                continue
            named = len(bare) > 8 and (" " in bare or not bare.isascii())
            record = find_body(case.authority, bare) if named else None
            if record is not None:
                return reading_of(record, evidence(block), "line-names-body", stated=True)
            body = _BY_NAME.get(bare)
            if body is not None:
                return known_reading(case, body.name, body.country, block, "line-names-body", stated=True)
    return None


_PIECES = re.compile(r"\s+[|>·•/–—\"-]+\s+|\s*[|>»]\s*|\s\([^()]{2,12}\)|©")
"What divides a line of a page: bars, arrows, dashes; an abbreviation in brackets after a name."
_YEARS = re.compile(r"\b(?:19|20)\d\d\b(?:\s?[-–]\s?(?:19|20)\d\d\b)?|\bcopyright\b|\ball rights reserved\b")
_LONGEST_LINE = 200
_BY_NAME = {name: body for body in reversed(KNOWN_BODIES) for name in body.names}
_OF_NAME: dict[str, list[KnownBody]] = {}
for _body in KNOWN_BODIES:
    for _name in dict.fromkeys(_body.names):
        _OF_NAME.setdefault(_name, []).append(_body)
_KNOWN_START = re.compile(rf"(?:the )?{letter_tree(_BY_NAME)}(?=$|,? and\b|[,;&])")


def by_subject(case: Case) -> Reading[Issuer] | None:
    """The first sentence is a body speaking for itself: "The Department of Foreign Affairs expresses …"."""
    if case.joint or not case.page.body:
        return None
    block = case.page.body[0]
    match = _SUBJECT.search(fold_in_place(block.text[:300]))
    if match is None:
        return None
    found = _as_issuer(case, block, *match.span("body"), None, "speaks-for-itself", stated=False)
    if found is None or (found.value.body is None and found.value.country is None):
        return None
    return found


_SUBJECT = re.compile(rf"(?:^|[–—-]\s?)the (?P<body>{BODY_STARTS}.{{3,90}}?) {SPEAKING_VERBS}\b")


def _named_body(case: Case, blocks: list[Block], country: str | None) -> Reading[Issuer] | None:
    """The first line, or run of lines, that names a body, units of a ministry passed over."""
    second: Reading[Issuer] | None = None
    for number, block in enumerate(blocks):
        whole = _whole_line(case, block, country)
        if whole is not None and not fold(block.text).startswith(UNITS):
            return whole
        for start, end in _body_spans(block):
            words = block.text[start:end]
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            if (
                _HANGING.search(fold(words))
                and following is not None
                and following.number == block.number + 1
            ):
                found = _over_two_lines(case, block, start, following, country)
            else:
                found = _as_issuer(case, block, start, end, country, "letterhead", stated=True)
            if fold(words).startswith(UNITS):
                second = second or found
            elif found is not None:
                return found
    return second


def _whole_line(case: Case, block: Block, country: str | None) -> Reading[Issuer] | None:
    """A block that is nothing but the name of a known body, of the country named beside it."""
    bare = fold(block.text).strip(" .:,|*")
    if len(bare) < 3 or len(bare) > 120:
        return None
    record = find_body(case.authority, bare, country) if " " in bare or not bare.isascii() else None
    if record is not None:
        return reading_of(record, evidence(block), "letterhead", stated=True)
    for body in _OF_NAME.get(bare, ()):
        if country in (None, body.country):
            return known_reading(case, body.name, body.country, block, "letterhead", stated=True)
    return None


_HANGING = re.compile(r"\b(?:for|of|and|the|&)$|,$")


def _over_two_lines(
    case: Case, block: Block, start: int, following: Block, country: str | None
) -> Reading[Issuer] | None:
    """A name torn over two blocks: "MINISTER FOR / FOREIGN AFFAIRS"."""
    first = evidence(block, start, len(block.text.rstrip()))
    second = evidence(following, 0, len(following.text.rstrip()))
    name = dressed(f"{first.quote} {second.quote}")
    record = find_body(case.authority, name, country)
    if record is not None:
        return Reading(
            Issuer(record.name, record.country, record.id), "stated", "letterhead", (first, second)
        )
    if country is None:
        near = next(filter(None, (rule(case) for rule in _NEAR)), None)
        country = near.value.country if near else None
        return Reading(
            Issuer(name, country), "inferred" if country else "stated", "letterhead", (first, second)
        )
    return Reading(Issuer(name, country), "stated", "letterhead", (first, second))


def _body_spans(block: Block) -> Iterator[tuple[int, int]]:
    """Places of names of bodies in a block of furniture: from "Ministry of" to the end of the name."""
    text = fold_in_place(block.text[:400])
    for match in _BODY_BEGIN.finditer(text):
        end = _BODY_STOP.search(text, match.end())
        yield match.start(), end.start() if end else len(text)
    if not _BODY_BEGIN.search(text) and _BODY_END.search(text.strip(" .:")) and len(text.split()) <= 7:
        yield 0, len(text.rstrip(" .:"))


_BODY_BEGIN = re.compile(rf"(?<![\w]){BODY_STARTS}")

_BODY_STOP = re.compile(
    r"\s*(?:\d|[|/»>\"]|\s[–—-]\s|\(|\bgovernment of\b|\bkingdom of\b|\bpress\b|\bnews release\b|"
    r"\bgeneral department\b|"
    r"\bno\.|\bfor immediate|\bdepartment of (?:asean|information|press)|, [a-z]+day\b|$)"
)


def _as_issuer(
    case: Case, block: Block, start: int, end: int, country: str | None, rule: str, *, stated: bool
) -> Reading[Issuer] | None:
    quote = block.text[start:end].strip(" ,.:;|-–—*")
    if not quote:
        return None
    start = block.text.index(quote, start)
    place = evidence(block, start, start + len(quote))
    folded = fold(quote)
    own = countries_in(folded)
    country = country or (own[0] if own else None)
    record = find_body(case.authority, quote, country) or find_body(case.authority, quote)
    if record is not None and (country is None or record.country == country):
        return reading_of(record, place, rule, stated=stated)
    for body in _OF_NAME.get(folded, ()):
        if country in (None, body.country):
            return known_reading(case, body.name, body.country, block, rule, stated=stated)
    if country is None:
        country = _country_of_style(case)
        if country is not None:
            stated = False
            record = find_body(case.authority, quote, country)
            if record is not None:
                return reading_of(record, place, rule, stated=stated)
    name = dressed(quote)
    if country is None and stated:
        near = next(filter(None, (rule(case) for rule in _NEAR)), None)
        country = near.value.country if near else None
        return Reading(Issuer(name, country), "inferred" if country else "stated", rule, (place,))
    return Reading(Issuer(name, country), "stated" if stated else "inferred", rule, (place,))


def _country_of_style(case: Case) -> str | None:
    for rule in (by_site, by_style, by_known_sign):
        found = rule(case)
        if found is not None and found.value.country:
            return found.value.country
    return None


_NEAR = (by_city, by_first_person, by_minister_style, by_site)
"Rules that give a country to a body named without one."
