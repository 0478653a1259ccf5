"""Words that nobody has written yet: names of villages and companies, of crops, minerals and machines.

Enters: a chance. Leaves: endless streams drawn from tens of thousands of words whose frequency falls as in
real texts (Zipf: the second word half as often as the first). Drawing goes once round a long list made
beforehand, so that a word costs what it costs to go on by one.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate, cycle, islice

DISTINCT = 24_000
"Distinct words of each kind."
DRAWN = 100_000
"Length of the list that a stream goes round."

_ONSETS = "b d f g h j k l m n p r s t v w z bl br ch dr fl gr kh kl kr ph pl pr sh sl sr st th tr".split()
_VOWELS = "a e i o u a e i o ai au ea ia oa".split()
_CODAS = ["", "", "", "", "l", "m", "n", "ng", "r", "s", "t", "k"]
_TOWN_ENDS = ["", "", "", "", "", "bury", "pur", "ville", "ang", "ako", "eri", "oma", "stad", "wick"]
_GOODS_STARTS = (
    "agro aero bio carbo cryo electro ferro geo helio hydro iso litho magneto micro multi nano neo "
    "omni photo poly proto pyro silico stereo thermo trans turbo ultra vario xylo"
).split()
_GOODS_ENDS = (
    "ite ine ane ol ose ium ate ide meter graph plast fibre lyte gen stat plex zyme tron ware ette ling"
).split()


def distinct(make: Callable[[], str], count: int) -> list[str]:
    """`count` different words, in the order in which chance made them."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[make()] = None
    return list(found)


@cache
def dictionary() -> tuple[list[str], list[str]]:
    """All names of places and all words for goods: the same for every corpus, as a language is."""
    rng = random.Random(1)
    return distinct(lambda: town(rng), DISTINCT), distinct(lambda: goods(rng), DISTINCT)


def syllables(rng: random.Random, number: int) -> str:
    """So many syllables."""
    return "".join(
        rng.choice(_ONSETS) + rng.choice(_VOWELS) + (rng.choice(_CODAS) if turn == number - 1 else "")
        for turn in range(number)
    )


def town(rng: random.Random) -> str:
    """A name for a village, a bridge, a company: "Trelomang"."""
    return (syllables(rng, rng.choice((1, 2, 2, 2, 3))) + rng.choice(_TOWN_ENDS)).capitalize()


def goods(rng: random.Random) -> str:
    """A word for something grown, dug or made: "hydrobelanite"."""
    return rng.choice(_GOODS_STARTS) + syllables(rng, rng.choice((1, 1, 2))) + rng.choice(_GOODS_ENDS)


def zipf(rng: random.Random, words: list[str]) -> Iterator[str]:
    """Words without end, each as often as its rank allows."""
    weights = list(accumulate(1.0 / (rank + 4) for rank in range(len(words))))
    drawn = rng.choices(words, cum_weights=weights, k=DRAWN)
    return islice(cycle(drawn), rng.randrange(DRAWN), None)


def numbers(rng: random.Random, form: str, low: float, high: float) -> Iterator[str]:
    """Numbers without end in a form: "USD {:.1f} million"."""
    drawn = [form.format(rng.uniform(low, high)) for _ in range(997)]
    return cycle(drawn)


def evenly(rng: random.Random, words: list[str]) -> Iterator[str]:
    """Words without end, each as often as the others."""
    return cycle(rng.choices(words, k=8191))
