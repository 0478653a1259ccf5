"""Rules for what is left of Markdown, kramdown and HTML in raw text.

Enters: the raw text of a block. Leaves: edits. Must not be known here: which rule comes first, and words.
Each function is a rule; its docstring has an example, and a near-miss where it must not fire.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from gazette.blocks import label_span
from gazette.repairs.edits import Edit
from gazette.vocabulary.layout import BLOCK_TAGS, INLINE_TAGS

KRAMDOWN = re.compile(r"\{:[^{}\n]{0,300}\}")
ESCAPE = re.compile(r"""\\([\\`*_{}\[\]()#+\-.!|~<>&"'$^@=:;,?/%])""")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});")
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]{0,2000}|/)?)>|<!--[^<>]{0,2000}-->")
SUPERSCRIPT = re.compile(r"<(sup|sub)>[ \t]*([^<>\n]{1,12}?)[ \t]*</\1>")
_FOOTNOTE = re.compile(
    r"<sup[^<>]{0,200}>\s*(?:<a\b[^<>]{0,500}>\s*)?\[?(\d{1,2}|[*†‡])\]?\s*(?:</a>\s*)?</sup>"
)
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500}|[\w.+-]{1,100}@[\w.-]{1,200})>")
IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\(([^()\s]{0,1000}(?:\s\"[^\"\n]{0,300}\")?)\)")
_LINK = re.compile(
    r"\[(?=([^\[\]]{1,500})\]\((<?[^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s\"[^\"\n]{0,300}\")?)\))"
)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e]+")


def find_label(raw: str) -> Iterator[Edit]:
    """The marker of an item goes to `Block.label`: "(a) progress" reads "progress"."""
    start, end = label_span(raw)
    if end:
        yield Edit(start, end, "")


def find_quote_marks(raw: str) -> Iterator[Edit]:
    """Marks of a quotation at the beginning of its lines; "a > b" keeps its sign."""
    for match in re.finditer(r"(?m)^[ \t]*(?:>[ \t]?)+", raw):
        yield Edit(match.start(), match.end(), " ")


def find_footnote_marks(raw: str) -> Iterator[Edit]:
    """`Spring<sup>1</sup>` reads "Spring[1]"; near-miss: `km<sup>2</sup>` is a unit."""
    for match in _FOOTNOTE.finditer(raw):
        before = raw[max(0, match.start() - 12) : match.start()]
        if match[1] in "23" and re.search(r"(?:\d|\b)\s?(?:k|c|m)?m$", before):
            yield Edit(match.start(), match.end(), {"2": "²", "3": "³"}[match[1]], "superscript")
        elif before and not before[-1].isspace():
            yield Edit(match.start(), match.end(), f"[{match[1]}]", "superscript")


def find_tags(raw: str) -> Iterator[Edit]:
    """HTML elements by name, and comments; near-miss: "5 < 6 > 3", "<Annex II>"."""
    for match in TAG.finditer(raw):
        name = (match[2] or "").lower()
        if not name or name in BLOCK_TAGS:
            yield Edit(match.start(), match.end(), " ", "markup")
        elif name in INLINE_TAGS:
            yield Edit(match.start(), match.end(), "", "markup")


def find_entities(raw: str) -> Iterator[Edit]:
    """`&amp;` reads "&"; near-miss: "R&D;" is no entity."""
    for match in _ENTITY.finditer(raw):
        after = html.unescape(match[0])
        if after == match[0] or (after.endswith(";") and after != ";"):
            continue
        if after.isspace():
            after = " "
        elif _INVISIBLE.fullmatch(after):
            after = ""
        yield Edit(match.start(), match.end(), after, "entity")


def find_links(raw: str) -> Iterator[Edit]:
    """`[Visits](/news)` reads "Visits"; near-miss: "[sic] (see below)"."""
    for match in _LINK.finditer(raw):
        yield Edit(match.start(), match.end(), "", "markup")
        yield Edit(match.end(1), match.end(2) + 1, "", "markup")
