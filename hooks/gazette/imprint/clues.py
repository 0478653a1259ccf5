"""Whose release it is, worked out: chair, minister's letterhead, site, capital, whose minister acts.

Enters: a page, its title, the authority. Leaves: readings of an issuer, all of them inferred.
Must not be known here: names of bodies in words (`letterheads`), house styles (`styles`).
A joint text of several countries is nobody's.
"""

from __future__ import annotations

import re

from gazette.authority import find_body, fold, fold_in_place, spot_officials
from gazette.imprint.bodies import Case, body_id, reading_of
from gazette.imprint.nations import CAPITAL, CAPITALS, COUNTRY_OF, MINISTER_OF, POSSESSOR, countries_in
from gazette.imprint.page import Page, evidence
from gazette.model import Block, Issuer, Reading
from gazette.vocabulary.domains import COUNTRY_OF_CODE, STATE_LABELS
from gazette.vocabulary.issuers import MINISTER_STYLES, SITE_STYLES


def by_organisation(case: Case) -> Reading[Issuer] | None:
    """The chair of an organisation speaks: "Chair's Statement of the 31st ASEAN-Norway Dialogue"."""
    if case.title is None or not case.title.evidence or case.title.rule == "first-sentence":
        return None
    folded = fold(case.title.value)
    behalf = _ON_BEHALF.search(folded)
    if behalf is None and not _CHAIR.match(folded):
        return None
    for name in _ORGANISATIONS:
        if re.search(rf"\b{name}\b", behalf["whom"] if behalf else folded, re.IGNORECASE):
            issuer = Issuer(name, None, body_id(case.authority, name))
            return Reading(issuer, "inferred", "chair-of-organisation", case.title.evidence)
    return None


_CHAIR = re.compile(
    r"(?:press )?(?:statement|summary) (?:by|of) the (?:chair|co-chair)|(?:co-)?chair(?:man|woman|"
    r"person)?s?'?s?'?\b"
)

_ON_BEHALF = re.compile(r"\bon behalf of (?P<whom>[^,;:]{2,60})")

_ORGANISATIONS = (
    "European Union",
    "African Union",
    "ASEAN",
    "APEC",
    "G20",
    "G7",
    "BIMSTEC",
    "SAARC",
    "BRICS",
    "Pacific Islands Forum",
    "Non-Aligned Movement",
    "Mekong River Commission",
    "ASEM",
    "East Asia Summit",
)


def by_minister_style(case: Case) -> Reading[Issuer] | None:
    """A minister's own letterhead in the manner of one country."""
    lines = {line.strip(" .:"): block for block, line, above in case.page.lines if above}
    joined = " ".join(
        fold(b.text) for b in case.page.head if b.part in ("letterhead", "motto", "kind", "unread")
    )
    for minister, label, country in MINISTER_STYLES:
        if label in lines and re.search(rf"\b{minister}\b", joined):
            block = lines[label]
            record = find_body(case.authority, f"{minister} of {country}")
            if record:
                return reading_of(record, evidence(block), "minister-style", stated=False)
            name = minister.title().replace(" For ", " for ").replace(" And ", " and ")
            return Reading(Issuer(name, country), "inferred", "minister-style", (evidence(block),))
    return None


_STATE_SITE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(STATE_LABELS)})\.([a-z]{{2}})(?![\w-]|\.[a-z])", re.IGNORECASE
)


def by_site(case: Case) -> Reading[Issuer] | None:
    """An address of a state's site at the edge of the page: "www.mofa.go.jp", "Government.no".

    Near-misses: an address in the text; "cargo.no", which no state runs; "go.to" where "to" is a word.
    """
    if case.joint:
        return None
    for block in case.page.blocks:
        if block.is_text or block.part in ("title", "caption"):
            continue
        raw = block.raw[:2000]
        site = _STATE_SITE.search(raw)
        country = COUNTRY_OF_CODE.get(site[1].lower()) if site else None
        country = country or next((country for sign, country in SITE_STYLES if sign in raw), None)
        if country:
            return Reading(Issuer(None, country), "inferred", "site-style", (evidence(block),))
    return None


def by_city(case: Case) -> Reading[Issuer] | None:
    """A capital at the foot, where one alone stands there. A dateline may be of a visit abroad."""
    if case.joint:
        return None
    found: dict[str, Block] = {}
    for block in case.page.furniture:
        if block.part in ("sign-off", "signature"):
            for match in CAPITAL.finditer(fold_in_place(block.text[:600])):
                found.setdefault(CAPITALS[match[0]], block)
    if len(found) != 1:
        return None
    country, block = next(iter(found.items()))
    return Reading(Issuer(None, country), "inferred", "capital-at-foot", (evidence(block),))


def by_first_person(case: Case) -> Reading[Issuer] | None:
    """Who speaks in the first person of "Australia's Consul" speaks for Australia."""
    if case.joint or not case.page.body:
        return None
    block = case.page.body[0]
    folded = fold_in_place(block.text[:600])
    possessor = POSSESSOR.search(folded)
    if possessor is None or not _FIRST_PERSON.search(folded[: possessor.start()]):
        return None
    country = COUNTRY_OF[possessor["country"]]
    return Reading(Issuer(None, country), "inferred", "first-person", (evidence(block, *possessor.span()),))


_FIRST_PERSON = re.compile(r"\b(?:i|we|my|our)\b")


def by_opening_city(case: Case) -> Reading[Issuer] | None:
    """A labelled release opens with a capital, as a wire does: "JAKARTA, 8 February 2023 –"."""
    labelled = any(b.part == "kind" or b.rule == "house-style" for b in case.page.head)
    if case.joint or not case.page.body or not labelled:
        return None
    block = case.page.body[0]
    match = _OPENING.match(fold_in_place(block.text[:80]))
    country = CAPITALS.get(match["city"].strip(" ,(")) if match else None
    if match is None or country is None:
        return None
    place = evidence(block, *match.span("city"))
    return Reading(Issuer(None, country), "inferred", "opening-capital", (place,))


_OPENING = re.compile(
    r"(?P<city>[^\W\d][^\d–—:]{2,40}?)[,\s(]+(?:\d{1,2}\s?[a-z]{3,9}|"
    r"[a-z]{3,9}\s?\d{1,2},?)\s?\d{4}\)?\s?[–—:-]"
)


def by_first_minister(case: Case) -> Reading[Issuer] | None:
    """Whose minister the first sentence names first: a read-out begins with its own side."""
    furniture = case.page.furniture
    labelled = any(b.part in ("kind", "number", "sign-off") or b.rule == "house-style" for b in furniture)
    titled = case.title is not None and case.title.status == "stated"
    if case.joint or not case.page.body or not (labelled or titled):
        return None
    block = case.page.body[0]
    folded = fold_in_place(block.text[:400])
    found = [m for m in (POSSESSOR.search(folded), MINISTER_OF.search(folded)) if m]
    if not found:
        return None
    first = min(found, key=lambda m: m.start())
    country = COUNTRY_OF[first["country"]]
    if country == _spoken_of(case):
        return None
    return Reading(Issuer(None, country), "inferred", "first-minister", (evidence(block, *first.span()),))


def by_own_minister(case: Case) -> Reading[Issuer] | None:
    """The text begins with a known official whose country it takes for granted."""
    if case.joint or not case.page.body or not _has_furniture(case.page):
        return None
    block = case.page.body[0]
    folded = fold_in_place(block.text[:400])
    for sighting in spot_officials(case.authority, block.text[:400])[:1]:
        officials = [case.authority.officials[i] for i in sighting.ids]
        countries = {official.country for official in officials}
        if len(countries) == 1 and None not in countries and sighting.start < 160:
            country = officials[0].country
            named = countries_in(folded[sighting.start :])
            if country not in named and country is not None and country != _spoken_of(case):
                return Reading(
                    Issuer(None, country),
                    "inferred",
                    "own-official",
                    (evidence(block, sighting.start, sighting.end),),
                )
    return None


def _spoken_of(case: Case) -> str | None:
    """The country that a title sets first as its subject: "Peru: Statement by …", "Peru – talks with …"."""
    subject = _SUBJECT.match(fold_in_place(case.title.value)) if case.title else None
    return COUNTRY_OF.get(subject["country"].strip()) if subject else None


_SUBJECT = re.compile(r"(?P<country>[^:–—|(]{3,40})(?::|\s[–—-])\s")


def _has_furniture(page: Page) -> bool:
    return any(b.part in ("letterhead", "kind", "title", "number", "sign-off") for b in page.blocks)
