"""Tokens → the phrases that matter for people: offices, forms of address, names, in the order of the text.

Enters: `Tokens`. Leaves: a list of `Phrase`. An office phrase may hold other offices ("Special Assistant
to the President") and bodies; a name phrase is only words that look like a name, whose bearer `chains`
finds. Must not be known here: which office belongs to which name, countries, the authority.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gazette.people.tokens import Tokens
from gazette.vocabulary import offices

# What may stand before a head: country, body, portfolio, modifier ("Japan's", "Deputy Chief Cabinet").
_BEFORE = "(?:[CDAP]s?|[OQ]s(?=[MIlBU]{0,3}[OQRZ])|[MIlBU])"
_HEAD = f"[th]?{_BEFORE}{{0,9}}+(?:[OQRZK](?:{_BEFORE}{{1,4}}(?=[OQRZK]))?){{1,6}}+"
# Straight after it: 'Deputy Secretary "Cyber Policy"', 'Senior Minister of State "(SMS)"'.
_BESIDE = r"(?:[IBMS]{1,6}+(?:a[IB]{1,3}+)?|aI{2,5}+(?=[,NU]|$))?(?:\([UNIl]{1,3}\))?"
_ANY = "[NUiPCDAMIBEGsOQd]"
# Capitals up to the last word of an institution: what follows is a name, "Minister of Trade | Bruno Ardal".
_RUN = rf"(?:D?l{{1,6}}|[NUIDMPCBE]{{1,6}}a[NUIDME]{{1,4}}B|{_ANY}{{0,10}}[IBCDAPOQ])"
_NO_OFFICE = rf"(?![th]?{_BEFORE}{{0,9}}[OQRZK])"
_LISTED = "[IlAD]{1,4}"  # "Foreign Affairs, Trade and Development"
_ALSO = (
    rf"(?:,?a{_NO_OFFICE}[th]?[IBEDMC]{{0,5}}[IBC]|(?<=l),?al{{1,4}}"
    rf"|,(?={_LISTED}(?:,{_LISTED}){{0,4}},?aD?[Il]){_LISTED})"
)
_OF = f"(?:f[th]?{_RUN}{_ALSO}{{0,6}})"
_TO = f"(?:[go][th]?{_RUN}{_ALSO}{{0,6}})"
# After a name no other name can follow at once: places and bodies that no list has may end the office there.
_FREE = rf"(?:l{{1,6}}|[NUIDMPCBE]{{1,6}}a[NUIDME]{{1,4}}B|{_ANY}{{1,12}}(?:,C)?)"
_OF_FREE = f"(?:f[th]?{_FREE}{_ALSO}{{0,6}})"
_TO_FREE = f"(?:[go][th]?{_FREE}{_ALSO}{{0,6}})"
# Permanent Secretary in the Ministry of Trade; near-miss: met the Prime Minister of Lenn | at the Office of …
_IN_BODY = f"(?:(?<!C)g[th]?[NUIDMPCE]{{0,8}}B{_OF}{{0,3}})"
_MATTER = (
    f"(?:o[th]?[lxIB]{{1,4}}(?:[fg][th]?(?:[lx]{{1,4}}|{_RUN})){{0,3}})"  # Rapporteur on the situation of …
)
_ON = f"(?:o[th]?(?:l{{1,6}}|[IBl]{{1,6}})(?:f[th]?l{{1,6}}|{_OF_FREE}){{0,2}})"
_BODY = rf"(?:,(?:[NUPMIEDCAs]{{1,8}}a)?[NUPMIEDCAidls]{{0,9}}B[BIEClP]{{0,4}}{_OF_FREE}{{0,4}})"

OFFICE = re.compile(
    f"{_HEAD}(?:(?<=R){_BESIDE}(?:{_OF}|{_TO}|{_MATTER}){{0,4}}"
    f"|(?<=[OQZK]){_BESIDE}(?:{_OF}|{_IN_BODY}){{0,4}})"
)
"""An office before a name or alone."""
OFFICE_AFTER = re.compile(
    f"{_HEAD}(?:(?<=R){_BESIDE}(?:{_OF_FREE}|{_TO_FREE}|{_MATTER}){{0,4}}"
    f"|(?<=[OQZK]){_BESIDE}(?:{_OF_FREE}|{_IN_BODY}|{_ON}){{0,4}}){_BODY}{{0,3}}"
)
"""An office after a name: "Aron Vidas, Governor of Upper Lenn", "…, Director, Protocol Department"."""
NAME = "[NUi](?:p{0,3}[NUi]){0,7}+(?:,?S){0,3}"
ITEM = re.compile(
    "(?=[thCDAPMIlBUOQRZKHWGNi])"  # most tokens begin nothing
    f"(?:(?P<office>{OFFICE.pattern})|(?P<address>(?:t?[HWG])+)(?P<name>p{{0,2}}{NAME})?|(?P<bare>{NAME}))"
)
OF_BODY = re.compile(f"f[th]?{_FREE}{_OF_FREE}{{0,3}}")
"""After a name that had its office before it: "… Hamar of the Republic of Lenn"."""

HEAD = re.compile(_HEAD)
"""Up to the last of the heads in a row: `Deputy Assistant Secretary`."""


@dataclass(slots=True)
class Phrase:
    """One phrase: tokens `first` up to, not including, `last`."""

    kind: str
    "office, name (with or without a form of address) or address (without a name)."
    first: int
    last: int
    name: int
    "First token of the name itself; `last` where there is none."
    plural: bool = False
    "Office of several: 'Legal Advisers'."
    head: str = ""
    "Class of the head: O, R, Q, Z (no office) or K (counterpart)."


def find_phrases(tokens: Tokens) -> list[Phrase]:
    """All phrases from left to right; linear in the number of tokens."""
    found: list[Phrase] = []
    classes = tokens.classes
    at = 0
    while (match := ITEM.search(classes, at)) is not None:
        first, last = match.span()
        kind = match.lastgroup
        if kind == "office":
            if last < len(classes) and classes[last] == "E" and tokens.text[tokens.starts[last]].isupper():
                at = last + 1  # Foreign Minister Level Talks
                continue
            last = alone_up_to(tokens, first, last)
            found.append(office_phrase(tokens, first, last))
        elif kind == "address":
            found.append(Phrase("address", first, last, last))
        elif kind == "name":
            found.append(Phrase("name", first, last, match.start("name")))
        else:
            found.append(Phrase("name", first, last, first))
        at = last
    return found


def alone_up_to(tokens: Tokens, first: int, last: int) -> int:
    """Where an office ends that is complete in itself: `Custodian of the Two Holy Mosques | King Salman`."""
    at = first + (tokens.classes[first] in "th")
    return at + 1 if at + 1 < last and tokens.words[at] in offices.COMPLETE else last


def office_phrase(tokens: Tokens, first: int, last: int) -> Phrase:
    """The phrase of an office, with the class of its head: the last of several in a row."""
    classes = tokens.classes
    match = HEAD.match(classes, first, last)
    at = match.end() - 1 if match else first
    return Phrase("office", first, last, last, classes[at] == "Q", classes[at])


def is_eponym(tokens: Tokens, last: int) -> bool:
    """Whether the word after a name makes it the name of a thing: `Ho Chi Minh Mausoleum`.

    Near-miss: `Prime Minister Kihei's government` is the government of a person who acts.
    """
    words, classes = tokens.words, tokens.classes
    for at, word in enumerate(words[last : last + 3], last):
        if word in offices.EPONYM_NOUNS:
            return True
        if classes[at] not in "IBEN" or not tokens.text[tokens.starts[at]].isupper():
            return False
    return False
