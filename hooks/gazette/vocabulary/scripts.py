"""Scripts: what counts as one sign, which marks a reader may leave out, and which letters stand for others.

Classes of characters in a form that Python and JavaScript read alike: the index is cut with them, and the
search page is given the same ones for what a reader types.
"""

CONTINUOUS_SIGN = (
    # Khmer: a letter, what is written below it (after the coeng), its vowel and signs.
    r"[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd\u200c\u200d])*"
    # Thai and Lao: a vowel that is written first goes with its consonant.
    r"|[\u0e40-\u0e44\u0ec0-\u0ec4]?[\u0e01-\u0e2e\u0e81-\u0eae\u0edc-\u0edf]"
    r"[\u0e2f-\u0e3a\u0e45-\u0e4e\u0eaf-\u0ebd\u0ec6-\u0ece]*"
    # Burmese: a letter with stacked letters, vowels and signs.
    r"|[\u1000-\u102a\u103f](?:\u1039[\u1000-\u1021]|[\u102b-\u1038\u103a-\u103e])*"
    # Chinese and Japanese: one character, with a sound mark or the mark of a long vowel.
    r"|[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
    r"|[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d][\u3099\u309a\u30fc\uff9e\uff9f]*"
)
"""One sign of a script without spaces between words: Khmer, Thai, Lao, Burmese, Chinese, Japanese."""

CONTINUOUS = (
    r"\u1780-\u17d3\u17dd\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ece\u0edc-\u0edf\u1000-\u103f"
    r"\u3005-\u3007\u3041-\u309a\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
)
"""Every character of these signs: such a one is in no ordinary word."""

UNSEEN = r"\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff"
"""Characters that nobody sees and that would part a word from itself."""

OPTIONAL_MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    r"\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
"""Accents, points of Hebrew and vowel signs of Arabic: a word is found with and without them."""

PLAIN_LETTERS = {
    "ß": "ss", "ς": "σ", "đ": "d", "ð": "d", "þ": "th", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe",
}  # fmt: skip
"""Lower-case letters that no rule of Unicode takes apart, and what a reader types in their place."""
