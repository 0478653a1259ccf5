"""The text of a web page as its reader sees it.

Enters: the bytes of a page. Leaves: its text in Markdown (headings, lists, tables, emphasis), and doubts:
words that the page hides, an encoding that is not the one declared. Scripts are no text and are left out.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from importlib.metadata import version
from typing import Any

from gazette.extracts.values import Doubt, Extract, hidden_words, tidy

CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
UNSEEN = (
    "script",
    "style",
    "template",
    "noscript",
    "head",
    "svg",
    "iframe",
    "object",
    "audio",
    "video",
    "canvas",
)
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])"
)


def read_html(content: bytes) -> Extract:
    """A web page as its reader sees it, in Markdown: headings, lists, tables, emphasis."""
    import bs4  # noqa: F401 - asked for first, so that what is missing is named
    import lxml  # noqa: F401
    import markdownify  # noqa: F401

    text, doubts = decode_html(content)
    words, hidden = visible_text(text)
    if hidden:
        doubts.append(hidden_words(hidden, "the page does not show"))
    return Extract(words, f"markdownify {version('markdownify')}", doubts=doubts)


def decode_html(content: bytes) -> tuple[str, list[Doubt]]:
    """A page as text: by its mark, by what it declares, as UTF-8, else as Windows-1252 with a doubt."""
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(codec, "replace").removeprefix("\ufeff"), []
    declared = CHARSET.search(content[:4096])
    names = [declared[1].decode("ascii", "replace")] if declared else []
    for name in (*names, "utf-8"):
        with suppress(LookupError, UnicodeError):
            if codecs.lookup(name)._is_text_encoding:
                return content.decode("cp1252" if name.lower() in LATIN else name), []
    doubt = Doubt(
        "seed-encoding",
        "error",
        f"is not in the encoding that it declares ({names[0]})"
        if names
        else "declares no encoding and is not UTF-8",
        "compare it with what was received, and save its text as UTF-8 (.txt)",
    )
    return content.decode("cp1252", "replace"), [doubt]


LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
"""Browsers read these as Windows-1252, and so do those who write the pages."""


def visible_text(page: str) -> tuple[str, list[str]]:
    """What a page shows, and the words that it hides."""
    from bs4 import BeautifulSoup
    from markdownify import ATX, MarkdownConverter

    soup = BeautifulSoup(page, "lxml")
    for element in soup(UNSEEN):
        element.extract()
    hidden = []
    taken: set[int] = set()
    found = soup.find_all(is_hidden)
    for element in found:
        if not any(id(parent) in taken for parent in element.parents):
            taken.add(id(element))
            hidden.append(" ".join(element.get_text(" ").split()))
    for element in found:
        element.extract()
    made = MarkdownConverter(
        heading_style=ATX,
        bullets="-",
        strip=["a", "img", "button", "input"],
        table_infer_header=True,
        escape_asterisks=False,
        escape_underscores=False,
    ).convert_soup(soup)
    return tidy(made), [words for words in hidden if words]


def is_hidden(element: Any) -> bool:
    """Whether an element says of itself that it is not shown."""
    return element.has_attr("hidden") or bool(HIDING.search(str(element.get("style", "")).lower()))
