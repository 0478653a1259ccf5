"""The main language of a text, by its script and by the small words of Latin-script languages.

Enters: a page. Leaves: a language tag. Must not be known here: anything of the page but its letters.
"""

from __future__ import annotations

import re
from collections import Counter

from gazette.imprint.page import Page

_READ = 20_000
"Characters that are looked at."

_SCRIPTS: tuple[tuple[str, re.Pattern[str], float], ...] = (
    # tag, characters, and how many Latin letters one of them is worth
    ("km", re.compile("[\u1780-\u17ff]+"), 1.0),
    ("ja", re.compile("[\u3040-\u30ff]+"), 3.0),
    ("zh", re.compile("[\u4e00-\u9fff]+"), 2.5),
    ("ko", re.compile("[\uac00-\ud7a3]+"), 2.2),
    ("th", re.compile("[\u0e00-\u0e7f]+"), 1.0),
    ("lo", re.compile("[\u0e80-\u0eff]+"), 1.0),
    ("my", re.compile("[\u1000-\u109f]+"), 1.0),
    ("ru", re.compile("[\u0400-\u04ff]+"), 1.0),
    ("ar", re.compile("[\u0600-\u06ff]+"), 1.0),
    ("hi", re.compile("[\u0900-\u097f]+"), 1.0),
)
FOREIGN_LETTERS = re.compile(
    "[\u0400-\u06ff\u0900-\u097f\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]"
)
"A letter of a script other than Latin."

_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_SMALL_WORDS: dict[str, str] = {
    "en": "the of and to in for on with that by was is",
    "fr": "le la les des et du une dans pour sur avec est",
    "es": "el los las del y una en por con para que se",
    "pt": "o os as do da dos das em uma com para que",
    "de": "der die das und den von mit ist zu im auf dem",
    "it": "il gli della di che nel con per una del dei sono",
    "id": "yang dan di ke dari untuk dengan pada dalam ini antara kedua",
    "vi": "và của các trong với cho là những được đã ngày hai",
    "nl": "de het een van en met voor dat op zijn aan",
}
_PLAINLY = 6
"A text of which every sixth word is a small English one is English."
_SMALL = {tag: tuple(words.split()) for tag, words in _SMALL_WORDS.items()}
_ENGLISH = frozenset(_SMALL["en"])


def main_language(page: Page) -> str:
    """The language in which most of the text stands; of the whole page where there is no text.

    >>> from gazette.model import Anatomy
    >>> from gazette.imprint.page import lay_out
    >>> main_language(lay_out(Anatomy(())))
    'en'
    """
    blocks = page.body or page.blocks
    text = " ".join(block.text for block in blocks[:60])[:_READ]
    weights: dict[str, float] = {}
    if any(FOREIGN_LETTERS.search(b.text) for b in blocks[:60] if not b.text.isascii()):
        for tag, letters, worth in _SCRIPTS:
            weight = worth * sum(len(run) for run in letters.findall(text))
            if weight:
                weights[tag] = weight
        if "ja" in weights and "zh" in weights:  # Japanese is written with both
            weights["ja"] += weights.pop("zh")
        weights["latin"] = sum(len(run) for run in _LATIN.findall(text)) or 0.5
    else:
        weights["latin"] = 1.0
    best = max(weights, key=lambda tag: weights[tag])
    if best != "latin":
        return best
    words = text[:2500].lower().split()
    if sum(map(_ENGLISH.__contains__, words)) * _PLAINLY > len(words):
        return "en"
    seen = Counter(words)
    counts = {tag: sum(seen[word] for word in small) for tag, small in _SMALL.items()}
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] > counts["en"] else "en"
