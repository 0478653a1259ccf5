"""Scripts that are written without spaces between words, and what counts as one sign in each.

One pattern, in a form that Python and JavaScript read alike: the index is made with it, and the search page
is given the same one for what a reader types.
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

SIGN_LETTERS = "bcdfghjklmnpqrtv"
"""Sixteen letters by which the code of a sign is spelled; no vowels, so that nothing looks like an English ending."""
