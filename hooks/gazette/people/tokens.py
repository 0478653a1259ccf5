"""A block's text → tokens, each with a one-letter class, so that the grammar of `phrases` can be a few patterns.

Enters: text. Leaves: `Tokens`: where each token starts and ends, its word, and a string with one class a token.
A phrase of the vocabulary ("Republic of Korea", "prime minister") is one token. Must not be known here: who is who.

Classes: H honorific of state, W courtesy, G rank · O office head, R head with "to/in/on", Q plural head, Z what is
no office, K counterpart · M modifier, I portfolio, B body, l either in lower case · C country, D demonym, P city,
A body of many states · N capitalised word, U capitals, i initial, p particle, S suffix · t article, h possessive
pronoun, f of/for, g to/in/at, o on, a and, z as, y by, w who, s possessive · E capitalised word of events, d number,
x any other word, and punctuation as itself (`_` for signs, `-` for dashes, `"` for quotation marks).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from gazette.vocabulary import honorifics, names, offices
from gazette.vocabulary.countries import COUNTRIES

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # H.E., U.S., a.i.
    r"|[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*(?:['’\-‐‑][^\W_]+)*"  # words, "Año" in any form
    r"|[^\w\s]|_+"
)
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", ".": None})
SIGNS = {
    **dict.fromkeys("“”\"«»„", '"'),
    **dict.fromkeys("—–-", "-"),
    **{c: c for c in ",;:()./"},
    **dict.fromkeys("!?…", "."),
    **dict.fromkeys("'’", "'"),
    "&": "a",
}

RELATIONAL = frozenset(
    """
    ambassador assistant adviser advisor envoy representative commissioner chargé charge delegate aide counsellor
    counselor observer consul attaché attache nuncio coordinator rapporteur liaison facilitator mediator counsel
    negotiator plenipotentiary sherpa senator congressman congresswoman
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


@dataclass(slots=True)
class Tokens:
    """The tokens of one text; `words`, `starts`, `ends` and `classes` have the same length."""

    text: str
    words: list[str]
    "Folded: lower case, straight apostrophes, no full stops; a phrase is joined by blanks."
    starts: list[int]
    ends: list[int]
    classes: str
    capitals: bool
    "The whole text is written in capitals."

    def quote(self, first: int, last: int) -> str:
        """The words from token `first` up to, not including, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


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
                self.second[words[0]] = self.second.get(words[0], frozenset()) | {words[1], words[1] + "'s"}
            is_abbreviation = len(words) == 1 and phrase.isupper() and len(key) > 1
            (self.capitals if is_abbreviation else self.upper)[key] = one
            if small:
                self.lower[key] = small


def _lexicon() -> Lexicon:
    """The vocabulary in one table; what is put later wins."""
    made = Lexicon()
    made.put(offices.NOT_OFFICES, "Z", "Z")
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
    for head in offices.HEADS:
        one = "R" if RELATIONAL & set(re.split("[ -]", head)) else "O"
        made.put((head,), one, one)
        made.put(plurals(head), "Q", "Q")
    made.put(offices.DOTTED_HEADS, "O")
    made.put(COUNTERPARTS, "K", "K")
    for phrase, one in CONNECTORS.items():
        made.put((phrase,), one, one)
    made.lower["ai"] = "M"  # a.i., ad interim
    for particle in names.LOWER_PARTICLES:
        made.lower.setdefault(particle, "p")
    return made


LEXICON = _lexicon()
ABBREVIATED = honorifics.ABBREVIATED
SUFFIXES = frozenset(honorifics.SUFFIXES)
SAMDECH_WORDS = frozenset(honorifics.SAMDECH_WORDS)
SAMDECH = ("samdech", "samdach", "preah")
_NOTHING: frozenset[str] = frozenset()
NOT_IN_NAMES = frozenset("IEBMxGPCDWZOtfgoahz")
SHORT_GIVEN = frozenset(("ma", "st", "sta", "wm", "geo"))
"""Given names cut short: `Ma. Teresa`."""
PREFIXES = frozenset(("vice", "deputy", "co", "ex", "under", "sub"))
SHORT_NAMES = frozenset("an to in on so or as do no my ho at of".split()) - {"of", "at"}
"""Words of a sentence that are names after a name or a title: `Sok An`, `President To Lam`."""


def read_tokens(text: str) -> Tokens:
    """Cut a text into tokens and give each a class; linear in the length of the text."""
    pieces = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)]
    capitals = text.isupper()
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    classes: list[str] = []
    doubtful: list[int] = []
    n = 0
    size = len(pieces)
    while n < size:
        piece, start, end = pieces[n]
        n += 1
        word, one, is_settled, is_doubtful, begins = known(piece)
        if begins and n < size and spoken(pieces[n][0] if pieces[n][0] != "." else pieces[min(n + 1, size - 1)][0]) in begins:
            found, phrase, n, end = _phrase(pieces, n, word, end, LEXICON.longest[word], piece)
            if found:
                words.append(phrase)
                starts.append(start)
                ends.append(end)
                classes.append(found)
                continue
        if not is_settled:
            if not piece[0].isalnum():
                if one == "." and classes and ends[-1] == start and is_abbreviated(words, classes):
                    ends[-1] = end
                    if words[-1] in honorifics.DOTTED_ONLY and classes[-2:-1] not in (["N"], ["U"], ["i"]):
                        classes[-1] = LEXICON.upper.get(words[-1], classes[-1])
                    continue
                if one == "'":
                    if not classes or ends[-1] != start or words[-1] in ("dato", "datuk", "d"):
                        continue
                    one = "s"
            else:
                if word.endswith("'s") and len(word) > 2:
                    word = word[:-2]
                    n -= 1
                    pieces[n] = ("'", end - 2, end)  # the possessive becomes a token of its own
                    end -= 2
                    piece = piece[:-2]
                one = in_context(word, piece, words, classes)
                is_doubtful = one in NOT_IN_NAMES and piece[0].isupper()
        if is_doubtful:
            doubtful.append(len(classes))
        words.append(word)
        starts.append(start)
        ends.append(end)
        classes.append(one)
    _settle(doubtful, words, classes, text, starts, capitals)
    return Tokens(text, words, starts, ends, "".join(classes), capitals)


@lru_cache(maxsize=1 << 14)
def known(piece: str) -> tuple[str, str, bool, bool, frozenset[str]]:
    """What a piece of text is wherever it stands.

    Its folded word, its class, whether the class is settled without looking at its neighbours, whether it may be
    part of a name all the same, and the words that may follow it in a phrase.
    """
    first = piece[0]
    if not first.isalnum():
        one = SIGNS.get(first, "_")
        return piece, one, one not in (".", "'"), False, _NOTHING
    word = spoken(piece)
    begins = LEXICON.second.get(word, _NOTHING)
    if word.endswith("'s"):
        return word, "", False, False, begins
    if not first.isupper():
        return word, class_of(word, piece), True, False, begins
    is_settled = len(word) > 1 and not (word in SUFFIXES or word in SAMDECH_WORDS or word == "tun")
    one = class_of(word, piece) if is_settled else ""
    return word, one, is_settled, one in NOT_IN_NAMES if one else False, begins


def is_abbreviated(words: list[str], classes: list[str]) -> bool:
    """Whether a full stop belongs to the word before it: `Mr.`, `J.`, `Sen. Ardal`, but not `Hun Sen.`"""
    one = classes[-1]
    if one in "NU" and words[-1] in honorifics.DOTTED_ONLY:
        return len(classes) < 2 or classes[-2] not in "NUi"
    if one in "NU" and words[-1] in SHORT_GIVEN:
        return True
    return one == "i" or (one in "HWGS" and words[-1].split()[-1] in ABBREVIATED) or (one == "S" and words[-1] in ("jr", "sr", "phd", "esq", "md"))


def _phrase(
    pieces: list[tuple[str, int, int]], n: int, word: str, end: int, longest: int, piece: str
) -> tuple[str, str, int, int]:
    """The longest phrase of the vocabulary from here: its class, words, next piece and end; '' for none."""
    table = LEXICON.upper if piece[0].isupper() else LEXICON.lower
    best = ("", word, n, end)
    key = word
    used = 1
    k = n
    while used < longest and k < len(pieces):
        nxt, _, stop = pieces[k]
        k += 1
        if nxt == ".":
            continue
        key = f"{key} {spoken(nxt)}"
        used += 1
        one = table.get(key) or (LEXICON.upper.get(key) if nxt[0].isupper() else None)
        if one:
            best = (one, key, k, stop)
        elif nxt.endswith(("'s", "’s")) and key.endswith("'s"):
            one = table.get(key[:-2])
            if one:
                pieces[k - 1] = ("'", stop - 2, stop)
                return (one, key[:-2], k - 1, stop - 2)
    return best


def in_context(word: str, piece: str, words: list[str], classes: list[str]) -> str:
    """The class of a word that depends on what stands before it."""
    if not piece[0].isupper():
        return class_of(word, piece)
    if classes and classes[-1] == "H" and word in SAMDECH_WORDS:
        if words[-1] in SAMDECH_WORDS or words[-1].startswith(SAMDECH):
            return "H"  # Samdech Akka Moha Sena …
    if word == "tun" and classes and (classes[-1] == "N" or words[-1] in ("u", "daw", "dr")):
        return "N"  # Dr Tun Shin of Myanmar; near-miss: Tun Dr Ariffin of Malaysia
    if len(word) == 1:
        return "W" if piece == "U" else ("t" if piece == "A" and (not classes or classes[-1] == ".") else "i")
    if word in SUFFIXES and classes and classes[-1] in "NUi," and (piece.isupper() or word in ("jr", "sr", "phd")):
        return "S"
    return class_of(word, piece)


def class_of(word: str, piece: str) -> str:
    """The class of a single word by the vocabulary and its capitals."""
    first = piece[0]
    if first.isdigit():
        return "d"
    is_capital = first.isupper()
    is_capitals = piece.isupper()
    if is_capitals and word in LEXICON.capitals:
        return LEXICON.capitals[word]
    table = LEXICON.upper if is_capital else LEXICON.lower
    one = table.get(word)
    if one and not (is_capital and word in honorifics.DOTTED_ONLY):
        return one
    prefix, hyphen, rest = word.partition("-")
    if hyphen and prefix in PREFIXES:
        one = table.get(rest, "")
        if one and one in "ORQ":
            return one  # Vice-Minister
    if not is_capital:
        return "x"
    return "U" if is_capitals else "N"


def _settle(
    doubtful: list[int],
    words: list[str],
    classes: list[str],
    text: str,
    starts: list[int],
    capitals: bool,
) -> None:
    """Words of the vocabulary that are part of a name here: `Ms Theresa May`, `H.E. IN Sopheap`.

    Near-misses: `the Minister of Law`, `Mr. President`, `in May`.
    """
    last = len(classes) - 1
    for at in doubtful:
        before = classes[at - 1] if at else ""
        after = classes[at + 1] if at < last else ""
        one = classes[at]
        if one == "G" and after and after in "BIl":
            classes[at] = "M"  # General Department
        elif words[at] in SHORT_NAMES:
            if before and not capitals and after not in ("C", "D", "P", "t"):
                if (before in "NU" and after not in ("N", "U")) or (before in "HWGO" and after in ("N", "U")):
                    classes[at] = "N"
        elif before and before in "HWG":
            word = text[starts[at] : starts[at] + len(words[at])]
            if one in "OZWG" or (one in "IBMD" and words[at] not in names.NAME_WORDS and after and after in "IBOORQM"):
                continue
            if (after and after in "NUi" and (one not in "MIBD" or word.isupper())) or words[at] in names.NAME_WORDS:
                classes[at] = "U" if word.isupper() else "N"
        elif before and before in "OR" and one in "PC" and after and after in "NU":
            classes[at] = "N"  # Under Secretary Victoria Nuland
        elif before and before in "CDIBOR" and one == "E" and after == "N" and words[at] in names.NAME_WORDS:
            classes[at] = "N"  # Ambassador of the Republic of Korea Park Heung-min
        elif (
            before
            and before in "NUi"
            and at > 1
            and classes[at - 2] in "HWGOi"
            and words[at] in names.NAME_WORDS
            and after not in ("N", "I", "B", "E", "O")
        ):
            classes[at] = "N"
