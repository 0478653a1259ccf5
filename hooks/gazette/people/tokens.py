"""A block's text → tokens, each with a one-letter class, so that the grammar of `phrases` can be a few
patterns.

Enters: text. Leaves: `Tokens`: where each token starts and ends, its word, and a string with one class a
token. A phrase of the vocabulary ("Republic of Korea", "prime minister") is one token. Must not be known
here: who is who.

Classes: H honorific of state, W courtesy, G rank · O office head, R head with "to/in/on", Q plural head,
Z what is no office, K counterpart · M modifier, I portfolio, B body, l either in lower case · C country,
D demonym, P city, A body of many states · N capitalised word, U capitals, i initial, p particle, S suffix
· t article, h possessive pronoun, f of/for, g to/in/at, o on, a and, z as, y by, w who, s possessive · E
capitalised word of events, d number, x any other word, and punctuation as itself (`_` for signs, `-` for
dashes, `"` for quotation marks).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gazette.people.lexicon import LEXICON, TOKEN, spoken
from gazette.vocabulary import honorifics, names

SIGNS = {
    **dict.fromkeys('“”"«»„', '"'),
    **dict.fromkeys("—–-", "-"),
    **{c: c for c in ",;:()./"},
    **dict.fromkeys("!?…", "."),
    **dict.fromkeys("'’", "'"),
    "&": "a",
}


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


ABBREVIATED = honorifics.ABBREVIATED
SUFFIXES = frozenset(honorifics.SUFFIXES)
SAMDECH_WORDS = frozenset(honorifics.SAMDECH_WORDS)
SAMDECH_CHAIN = SAMDECH_WORDS | {"samdech", "samdach", "preah"}
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
        if (
            begins
            and n < size
            and spoken(pieces[n][0] if pieces[n][0] != "." else pieces[min(n + 1, size - 1)][0]) in begins
        ):
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

    Its folded word, its class, whether the class is settled without looking at its neighbours, whether it
    may be part of a name all the same, and the words that may follow it in a phrase.
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
    return (
        one == "i"
        or (one in "HWGS" and words[-1].split()[-1] in ABBREVIATED)
        or (one == "S" and words[-1] in ("jr", "sr", "phd", "esq", "md"))
    )


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
    if classes and classes[-1] == "H" and word in SAMDECH_WORDS and words[-1].split()[0] in SAMDECH_CHAIN:
        return "H"  # Samdech Akka Moha Sena …
    if word == "tun" and classes and (classes[-1] == "N" or words[-1] in ("u", "daw", "dr")):
        return "N"  # Dr Tun Shin of Myanmar; near-miss: Tun Dr Ariffin of Malaysia
    if len(word) == 1:
        return "W" if piece == "U" else ("t" if piece == "A" and (not classes or classes[-1] == ".") else "i")
    if (
        word in SUFFIXES
        and classes
        and classes[-1] in "NUi,"
        and (piece.isupper() or word in ("jr", "sr", "phd"))
    ):
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
            is_last = before in ("N", "U") and after not in ("N", "U", "C", "D", "P", "t")
            is_first = before in ("H", "W", "G", "O") and after in ("N", "U")
            if not capitals and (is_last or is_first):
                classes[at] = "N"
        elif before and before in "HWG":
            word = text[starts[at] : starts[at] + len(words[at])]
            if one in "OZWG" or (
                one in "IBMD" and words[at] not in names.NAME_WORDS and after and after in "IBOORQM"
            ):
                continue
            if (after and after in "NUi" and (one not in "MIBD" or word.isupper())) or words[
                at
            ] in names.NAME_WORDS:
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
