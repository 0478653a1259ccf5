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

from dataclasses import dataclass, field
from itertools import accumulate, compress

from gazette.people.lexicon import CUT, LEXICON, spoken
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
    read: dict[tuple[int, int], object] = field(default_factory=dict)
    "What has been read of office phrases already, by first and last token."

    def quote(self, first: int, last: int) -> str:
        """The words from token `first` up to, not including, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


ABBREVIATED = honorifics.ABBREVIATED
SUFFIXES = frozenset(honorifics.SUFFIXES)
SAMDECH_WORDS = frozenset(honorifics.SAMDECH_WORDS)
SAMDECH_CHAIN = SAMDECH_WORDS | {"samdech", "samdach", "preah"}
_NOTHING: frozenset[str] = frozenset()
NOT_IN_NAMES = frozenset("IEBMxGPCDWZOtfgoahz")
SHORT_GIVEN = frozenset(("ma", "st", "sta", "wm", "geo", "md", "mohd", "moh", "muh", "abd", "chr", "jos"))
"""Given names cut short: `Ma. Teresa`."""
PREFIXES = frozenset(("vice", "deputy", "co", "ex", "under", "sub"))
INNER = frozenset(honorifics.INNER)
SHORT_NAMES = frozenset("an to in on so or as do no my ho at of".split()) - {"of", "at"}
"""Words of a sentence that are names after a name or a title: `Sok An`, `President To Lam`."""


def read_tokens(text: str) -> Tokens:
    """Cut a text into tokens and give each a class; linear in the length of the text.

    The cutting and the classes of words that mean the same everywhere are looked up in bulk; the loop
    below only walks over the words that depend on their neighbours.
    """
    parts = CUT.split(text.replace("_", " ") if "_" in text else text)
    bounds = list(accumulate(map(len, parts)))
    pieces = parts[1::2]
    starts, ends = bounds[:-1:2], bounds[1::2]
    looks = list(map(LOOKS.__getitem__, pieces))
    words = [look[0] for look in looks]
    classes = [look[1] for look in looks]
    doubtful: list[int] = []
    done = 0
    size = len(pieces)
    following = [*words[1:], ""]
    for n in [
        n
        for n, (look, nxt) in enumerate(zip(looks, following, strict=True))
        if look[4] and (look[2] or nxt in look[3] or nxt == ".")
    ]:
        if n < done:
            continue
        word, one, flags, begins, _ = looks[n]
        if begins and n + 1 < size:
            after = n + 1 if words[n + 1] != "." else min(n + 2, size - 1)
            if words[after] in begins:
                found, phrase, stop = _phrase(pieces, words, n)
                if found:
                    words[n], classes[n], ends[n] = phrase, found, ends[stop - 1]
                    classes[n + 1 : stop] = [""] * (stop - n - 1)
                    done = stop
                    continue
        if flags & CONTEXT:
            last = n - 1
            while last >= 0 and not classes[last]:
                last -= 1
            if word == ".":
                if last >= 0 and ends[last] == starts[n] and is_abbreviated(words, classes, last):
                    ends[last] = ends[n]
                    classes[n] = ""
                    if words[last] in honorifics.DOTTED_ONLY and _class(classes, last - 1) not in "NUi":
                        classes[last] = LEXICON.upper.get(words[last], classes[last])
                continue
            if one == "'":
                is_mute = last < 0 or ends[last] != starts[n] or words[last] in ("dato", "datuk", "d")
                classes[n] = "" if is_mute else "s"
                continue
            one = classes[n] = in_context(word, pieces[n], words, classes, last)
            if one not in NOT_IN_NAMES or not pieces[n][0].isupper():
                continue
        elif not flags & DOUBTFUL:
            continue
        doubtful.append(n)
    kinds = "".join(classes)
    if len(kinds) < size:
        shift = list(accumulate(map(bool, classes)))
        doubtful = [shift[n] - 1 for n in doubtful]
        words = list(compress(words, classes))
        starts = list(compress(starts, classes))
        ends = list(compress(ends, classes))
    capitals = text.isupper()
    if doubtful:
        classes = list(kinds)
        _settle(doubtful, words, classes, text, starts, capitals)
        kinds = "".join(classes)
    return Tokens(text, words, starts, ends, kinds, capitals)


CONTEXT, DOUBTFUL = 1, 2
"""What a word needs: a look at the token before it, or at the name it may be part of."""
Look = tuple[str, str, int, frozenset[str], bool]
"""Folded word, class, needs, the words that may follow it in a phrase, and whether there is any."""
_MANY = 1 << 15


class _Looks(dict[str, Look]):
    """What a piece of text is wherever it stands, remembered up to a bound."""

    def __missing__(self, piece: str) -> Look:
        if len(self) >= _MANY:
            self.clear()
        word, one, needs, begins = look_at(piece)
        look = self[piece] = word, one, needs, begins, bool(needs or begins)
        return look


LOOKS = _Looks()


def look_at(piece: str) -> tuple[str, str, int, frozenset[str]]:
    """What a piece of text is wherever it stands."""
    first = piece[0]
    if not first.isalnum():
        if len(piece) > 1:
            return "'s", "s", 0, _NOTHING
        one = SIGNS.get(first, "_")
        return (one if one == "'" else piece), one, CONTEXT if piece in ".'’" else 0, _NOTHING
    word = spoken(piece)
    if "-" in word:
        word = joined(word, first.isupper())
    begins = LEXICON.second.get(word, _NOTHING)
    if not first.isupper():
        return word, class_of(word, piece), 0, begins
    if len(word) < 2 or word in SUFFIXES or word in SAMDECH_WORDS or word == "tun":
        return word, "N", CONTEXT, begins
    one = class_of(word, piece)
    return word, one, DOUBTFUL if one in NOT_IN_NAMES else 0, begins


def joined(word: str, is_capital: bool) -> str:
    """Without a hyphen that only the end of a line put there: `Pre-sident`; near-miss: `co-operation`."""
    table = LEXICON.upper if is_capital else LEXICON.lower
    whole = word.replace("-", "")
    return whole if len(whole) > 5 and whole in table and word not in table else word


def _class(classes: list[str], at: int) -> str:
    """The class of the last token up to a place that is one; '.' before the first."""
    while at >= 0 and not classes[at]:
        at -= 1
    return classes[at] if at >= 0 else "."


def is_abbreviated(words: list[str], classes: list[str], at: int) -> bool:
    """Whether a full stop belongs to the word before it: `Mr.`, `J.`, `Sen. Ardal`, but not `Hun Sen.`"""
    one, word = classes[at], words[at]
    if one in "NU":
        if word in honorifics.DOTTED_ONLY:
            return _class(classes, at - 1) not in "NUi"
        return word in SHORT_GIVEN
    return (
        one == "i"
        or (one in "HWGS" and word.split()[-1] in ABBREVIATED)
        or (one == "S" and word in ("jr", "sr", "phd", "esq", "md"))
    )


def _phrase(pieces: list[str], words: list[str], at: int) -> tuple[str, str, int]:
    """The longest phrase of the vocabulary from a place: class, words, where it stops; '' for none."""
    table = LEXICON.upper if pieces[at][0].isupper() else LEXICON.lower
    key = words[at]
    best = ("", key, at + 1)
    used = 1
    longest = LEXICON.longest[key]
    k = at + 1
    while used < longest and k < len(pieces):
        word, piece = words[k], pieces[k]
        k += 1
        if word == ".":
            continue
        key = f"{key} {word}"
        used += 1
        one = table.get(key) or (LEXICON.upper.get(key) if piece[0].isupper() else None)
        if one:
            best = (one, key, k)
    return best


def in_context(word: str, piece: str, words: list[str], classes: list[str], last: int) -> str:
    """The class of a word with a capital that depends on the token before it, at `last`."""
    before = classes[last] if last >= 0 else ""
    if before == "H" and word in SAMDECH_WORDS and words[last].split()[0] in SAMDECH_CHAIN:
        return "H"  # Samdech Akka Moha Sena …
    if word == "tun" and before and (before == "N" or words[last] in ("u", "daw", "dr")):
        return "N"  # Dr Tun Shin of Myanmar; near-miss: Tun Dr Ariffin of Malaysia
    if len(word) == 1:
        return "W" if piece == "U" else ("t" if piece == "A" and before in ("", ".") else "i")
    is_after_name = bool(before) and before in "NUi,"
    if is_after_name and word in SUFFIXES and (piece.isupper() or word in ("jr", "sr", "phd")):
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
        elif one == "W" and words[at] in INNER and before and before in "pNU":
            classes[at] = "U" if capitals or before == "U" else "N"
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
