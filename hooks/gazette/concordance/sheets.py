"""An entry as the sheet of HTML that Pagefind reads; nobody else ever sees it.

Enters: an `Entry`. Leaves: HTML, whose anchors are those of the page to which the entry leads.
Must not be known here: how Pagefind is run. Scripts that are written without spaces are taken apart into
signs, each spelled as a word of its own in Latin letters, so that their words are found as phrases with every
accent; the search page spells what a reader types in the same way, and reads the spelling again.
"""

from __future__ import annotations

import re

from gazette.concordance.entries import NAMES, Entry
from gazette.exports.letters import sound
from gazette.pages.markup import Html, element, join
from gazette.vocabulary.scripts import CONTINUOUS_SIGN, SIGN_LETTERS

_SIGN = re.compile(CONTINUOUS_SIGN)
_LETTERS = str.maketrans("0123456789abcdef", SIGN_LETTERS)
_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Characters that nobody sees and that would part a word from itself."""


def spelled(words: str) -> str:
    """Text in which each sign of a script without spaces is a word in Latin letters, ending in `x`.

    >>> spelled("会談 and talks")
    'zgvcnx zlnqkx and talks'
    """
    clean = _NOTHING.sub("", words)
    return clean if clean.isascii() else " ".join(_SIGN.sub(_spell, clean).split())


def _spell(sign: re.Match[str]) -> str:
    codes = "".join(f"{ord(character):04x}" for character in sign[0])
    return f" z{codes.translate(_LETTERS)}x "


def render_sheet(entry: Entry) -> str:
    """The sheet of one entry."""
    head: list[Html] = [element("meta", charset="utf-8"), element("title", entry.title)]
    for name, values in entry.filters.items():
        head += [element("meta", content=value, data_pagefind_filter=f"{name}[content]") for value in values]
    head.append(element("meta", content=entry.sort, data_pagefind_sort="issued[content]"))
    for name, value in (("dated", entry.dated), ("lang", entry.language), ("title", entry.title)):
        if value:
            head.append(element("meta", content=value, data_pagefind_meta=f"{name}[content]"))
    body = [
        element(
            "p",
            spelled(passage.words),
            id=passage.anchor or "page",
            data_pagefind_weight=5 if passage.anchor == NAMES else None,
        )
        for passage in entry.passages
    ]
    page = element(
        "html",
        element("head", *head),
        element("body", element("h1", spelled(entry.title)), *body, data_pagefind_body=True),
        lang="en",
    )
    return sound(join([Html("<!DOCTYPE html>"), page]))
