"""Names of countries and capitals, and whose minister is spoken of, in folded text.

Enters: folded text. Leaves: English short names of countries; patterns that find them.
Must not be known here: pages, bodies, issuers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazette.authority import fold
from gazette.dates.scanning import letter_tree
from gazette.vocabulary.countries import COUNTRIES
from gazette.vocabulary.issuers import MINISTERS


def _names() -> Iterator[tuple[str, str]]:
    for country in COUNTRIES:
        for name in (country.name, *country.aliases, *country.demonyms, *country.native):
            folded = fold(name)
            if len(folded) > 3 or folded in ("uk", "usa", "rok", "uae", "prc", "lao", "u.s"):
                yield folded, country.name


COUNTRY_OF: dict[str, str] = {}
for _word, _country in _names():
    COUNTRY_OF.setdefault(_word, _country)
COUNTRY_OF["u.s."] = "United States"
'Folded name or demonym → English short name. Not "us", which is a pronoun.'
COUNTRY_WORD = letter_tree(COUNTRY_OF)
_COUNTRY = re.compile(rf"(?<!\w){COUNTRY_WORD}(?!\w)")
POSSESSOR = re.compile(rf"(?<!\w)(?P<country>{COUNTRY_WORD})(?:'s?)? (?:{MINISTERS})\b")
'A country and an office that speaks for it: "Australia\'s Minister".'
MINISTER_OF = re.compile(rf"\b{MINISTERS}\b[^.;]{{0,90}}?\bof (?:the )?(?P<country>{COUNTRY_WORD})(?![\w])")
'An office and the country it serves: "Minister of Foreign Affairs of Peru".'
CAPITALS: dict[str, str] = {fold(c.capital): c.name for c in COUNTRIES if c.capital}
"Folded capital → country."
CAPITAL = re.compile(rf"(?<!\w){letter_tree(CAPITALS)}(?!\w)")


def countries_in(folded: str) -> list[str]:
    """Countries named in a folded text, each once, in order.

    >>> countries_in("kingdom of cambodia and the lao side")
    ['Cambodia', 'Laos']
    """
    return list(dict.fromkeys(COUNTRY_OF[m[0]] for m in _COUNTRY.finditer(folded)))
