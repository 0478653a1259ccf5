"""The vocabulary as one table: which class a word or phrase has, with a capital, in capitals, in small
letters.

Enters: the tuples of `vocabulary`. Leaves: `LEXICON`, made once. The classes are explained in `tokens`.
Must not be known here: texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gazette.vocabulary import honorifics, names, offices
from gazette.vocabulary.countries import COUNTRIES

TOKEN = re.compile(
    r"\w++(?:"
    r"(?<=(?<!\w)[^\W\d_])\.(?:[^\W\d_]\.)++"  # H.E., U.S., a.i.
    r"|(?:[\u0300-\u036f]++\w*+|['’\-‐‑](?!(?<=['’])[sS](?!\w))\w++)*+)"  # words, "Año" in any form
    r"|['’][sS](?!\w)"  # the possessive is a token of its own
    r"|[^\w\s]"
)
CUT = re.compile(f"({TOKEN.pattern})")
"""The same, to split a text so that every second piece is a token."""
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", ".": None})

RELATIONAL = frozenset(
    """
    ambassador assistant adviser advisor envoy representative commissioner chargé charge delegate aide
    counsellor counselor observer consul attaché attache nuncio coordinator rapporteur liaison facilitator
    mediator counsel negotiator plenipotentiary sherpa senator congressman congresswoman
    """.split()
)
"""Heads (by a word in them) whose complement may begin with "to", "in", "on" or "at"."""

CONNECTORS = {
    **dict.fromkeys(("the", "a", "an"), "t"),
    **dict.fromkeys(("his", "her", "their", "our", "its", "my"), "h"),
    **dict.fromkeys(("of", "for", "in charge of", "responsible for", "with responsibility for"), "f"),
    **dict.fromkeys(("attached to", "in-charge of", "charged with", "concerned with"), "f"),
    **dict.fromkeys(("to", "in", "at"), "g"),
    "on": "o",
    **dict.fromkeys(("and", "cum", "as well as", "together with", "along with"), "a"),
    "as": "z",
    "by": "y",
    **dict.fromkeys(("who", "whose", "whom", "which"), "w"),
}
COUNTERPARTS = ("counterpart", "counterparts", "opposite number")


def plurals(phrase: str) -> tuple[str, ...]:
    """The plurals of an office head: `secretary-general` → `secretaries-general`, `secretary-generals`."""
    parts = re.split(r"([ -])", phrase)
    first, last = [_many(parts[0]), *parts[1:]], [*parts[:-1], _many(parts[-1])]
    return ("".join(first), "".join(last)) if len(parts) > 1 else ("".join(first),)


def _many(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "x")) else "s")


def spoken(word: str) -> str:
    """As words are compared: lower case, straight apostrophes, no full stops: `U.S.` → `us`."""
    return word.translate(APOSTROPHES).lower()


class Lexicon:
    """Which class a word or phrase has, as it stands with a capital, in capitals, or in lower case."""

    def __init__(self) -> None:
        self.upper: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        "Abbreviations: `UN`, `US`, `HE`; only where the word is in capitals."
        self.lower: dict[str, str] = {}
        self.longest: dict[str, int] = {}
        "First word of a phrase → words in the longest phrase that begins so."
        self.second: dict[str, frozenset[str]] = {}
        "First word of a phrase → the words that may come second."

    def put(self, phrases: Iterable[str], one: str, small: str = "") -> None:
        """Enter phrases under a class; `small` is their class in lower case, '' for none."""
        for phrase in phrases:
            words = [spoken(w) for w in TOKEN.findall(phrase)]
            key = " ".join(words)
            if len(words) > 1:
                self.longest[words[0]] = max(len(words), self.longest.get(words[0], 0))
                self.second[words[0]] = self.second.get(words[0], frozenset()) | {words[1]}
            is_abbreviation = len(words) == 1 and phrase.isupper() and len(key) > 1
            (self.capitals if is_abbreviation else self.upper)[key] = one
            if small:
                self.lower[key] = small


def _lexicon() -> Lexicon:
    """The vocabulary in one table; what is put later wins."""
    made = Lexicon()
    made.put(offices.NOT_OFFICES, "Z", "Z")
    made.put(offices.MEDIA, "Z")
    made.put(offices.EPONYM_NOUNS, "E")
    made.put(offices.COMMON_OPENERS, "x")
    made.put(offices.HEADLINE_VERBS, "x")
    made.put(offices.EVENT_WORDS, "E")
    made.put(offices.PORTFOLIO, "I", "l")
    made.put(offices.BODIES, "B", "l")
    made.put(offices.MODIFIERS, "M", "l")
    for country in COUNTRIES:
        made.put(country.cities, "P")
        made.put((country.capital,) if country.capital else (), "P")
    for country in COUNTRIES:
        made.put(country.demonyms, "D")
    for country in COUNTRIES:
        made.put((country.name, *country.aliases), "C")
    made.put((w.upper() if len(w) < 6 and w != "quad" else w for w in offices.INTERNATIONAL), "A")
    made.put(honorifics.RANKS, "G")
    made.put(honorifics.WEAK, "W")
    made.put((w.upper() if w in honorifics.ABBREVIATIONS else w for w in honorifics.STRONG), "H")
    made.put(offices.SEAS, "I")
    for head in offices.HEADS:
        one = "R" if RELATIONAL & set(re.split("[ -]", head)) else "O"
        made.put((head,), one, one)
        made.put(plurals(head), "Q", "Q")
    made.put(offices.DOTTED_HEADS, "O")
    made.put(COUNTERPARTS, "K", "K")
    for phrase, one in CONNECTORS.items():
        made.put((phrase,), one, one)
    made.lower["official"] = "l"
    made.lower["ai"] = "M"  # a.i., ad interim
    for particle in names.LOWER_PARTICLES:
        made.lower.setdefault(particle, "p")
    return made


LEXICON = _lexicon()
