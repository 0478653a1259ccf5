"""HTML built from values: whatever is not `Html` already is text, and text is escaped.

Enters: strings, numbers and pieces of `Html`. Leaves: `Html`.
Must not be known here: releases, addresses, any wording. `Html` is made by `element`, `join` and
`text` alone, so that no raw text can ever become markup; nothing here is a template language,
hence braces in a release mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})

ATTRIBUTES = {"class_": "class", "for_": "for"}

SAFE_SCHEMES = frozenset({"", "http", "https", "mailto"})
"""A link with any other scheme (`javascript:`, `data:` …) is written as text without a link."""

ESCAPES: dict[int, str] = {
    **{code: "\N{REPLACEMENT CHARACTER}" for code in range(32) if code not in (9, 10)},
    **{code: "\N{REPLACEMENT CHARACTER}" for code in (*range(127, 160), *range(0xD800, 0xE000))},
    **{ord(sign): f"&{name};" for sign, name in (("&", "amp"), ("<", "lt"), (">", "gt"))},
    **{ord('"'): "&quot;", ord("'"): "&#39;"},
}
"""Signs that mean something in HTML, and characters that it does not allow even when they are escaped."""

needs_escape = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff&<>\"']").search

SIGNS: tuple[tuple[str, str], ...] = tuple((sign, ESCAPES[ord(sign)]) for sign in "&<>\"'")
"""Of these the ampersand first, since it stands in what the others become."""

SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "ar"),
    (0x0E00, 0x0E7F, "th"),
    (0x0E80, 0x0EFF, "lo"),
    (0x1000, 0x109F, "my"),
    (0x1100, 0x11FF, "ko"),
    (0x1780, 0x17FF, "km"),
    (0x19E0, 0x19FF, "km"),
    (0x3040, 0x30FF, "ja"),
    (0xAC00, 0xD7AF, "ko"),
)
"""Ranges of characters that tell the language well enough to choose a font and a voice."""

HAN = (0x3400, 0x9FFF)

other_script = re.compile(
    "[" + "".join(f"{chr(low)}-{chr(high)}" for low, high, _ in (*SCRIPTS, (*HAN, "ja"))) + "]"
).search
"""Whether a text has a letter of any of these scripts; most texts have none."""


class Html(str):
    """Finished markup: written as it is by `element` and `join`."""

    __slots__ = ()


def escape(value: object) -> str:
    """Any value as text that is safe in markup; `Html` stays as it is."""
    if value.__class__ is Html:
        return value
    plain = value if isinstance(value, str) else str(value)
    if not needs_escape(plain):
        return plain
    if not plain.isprintable():  # a character that is not allowed, a line end, an unusual space
        return plain.translate(ESCAPES)
    for sign, name in SIGNS:  # a tenth of the time that `translate` takes for a long text
        plain = plain.replace(sign, name)
    return plain


def text(value: object) -> Html:
    """Any value as markup that shows it."""
    return Html(escape(value))


def join(parts: Iterable[object], between: str = "") -> Html:
    """Parts one after the other, each escaped unless it is `Html`; empty ones are left out."""
    return Html((escape(between) if between else "").join(_shown(parts)))


def _shown(parts: Iterable[object]) -> list[str]:
    """The parts that show something, as markup. Most are `Html` already: hence no call for each."""
    shown: list[str] = []
    for part in parts:
        if part.__class__ is Html:
            if part:
                shown.append(part)
        elif part is not None and part != "":
            shown.append(escape(part))
    return shown


def element(name: str, /, *children: object, **attributes: object) -> Html:
    """One element. An attribute's `_` stands for `-` (`class_` for `class`); None and False leave it out.

    >>> element("p", "a < b", class_="note")
    '<p class="note">a &lt; b</p>'
    """
    opening = name
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        named = _NAMED.get(key) or _named(key)
        opening += named if value is True else f'{named}="{escape(value)}"'
    if name in VOID:
        return Html(f"<{opening}>")
    return Html(f"<{opening}>{''.join(_shown(children))}</{name}>")


_NAMED: dict[str, str] = {}
"""How each attribute is written, a space before it; filled as they are used: the code names a few dozen."""


def _named(key: str) -> str:
    _NAMED[key] = written = f" {ATTRIBUTES.get(key) or key.replace('_', '-')}"
    return written


def link(href: str, *children: object, **attributes: object) -> Html:
    """A link, or the bare words where the address has a scheme that may run something."""
    if ":" in href:  # what has no colon has no scheme
        try:
            scheme = urlsplit(href.strip()).scheme.lower()
        except ValueError:
            scheme = "unreadable"
        if scheme not in SAFE_SCHEMES:
            return join(children)
    return element("a", *children, href=href, **attributes)


def on_demand(summary: object, *children: object, class_: str | None = None, id: str | None = None) -> Html:
    """Something that is shown when a reader asks for it; works without JavaScript and in print."""
    return element("details", element("summary", summary), *children, class_=class_, id=id)


def bullets(rows: Iterable[object], class_: str | None = None, ordered: bool = False) -> Html:
    """A list with one row for each value; nothing at all when there is none."""
    inner = [element("li", row) for row in rows]
    return element("ol" if ordered else "ul", *inner, class_=class_) if inner else Html("")


def definitions(pairs: Iterable[tuple[object, object]], class_: str | None = None) -> Html:
    """A list of terms and what they stand for; pairs without a description are left out."""
    rows = [element("div", element("dt", term), element("dd", said)) for term, said in pairs if said]
    return element("dl", *rows, class_=class_) if rows else Html("")


def table(
    caption: object, head: Iterable[object], rows: Iterable[Iterable[object]], class_: str = ""
) -> Html:
    """A table that turns into one card a row on a narrow screen; the column's name goes with each cell."""
    columns = [str(column) for column in head]
    body = [
        element(
            "tr",
            *(element("td", cell, data_column=column) for column, cell in zip(columns, row, strict=True)),
        )
        for row in rows
    ]
    heading = element("tr", *(element("th", column, scope="col") for column in columns))
    return element(
        "table",
        element("caption", caption),
        element("thead", heading),
        element("tbody", *body),
        class_=f"cards {class_}".strip(),
    )


@lru_cache(maxsize=1 << 13)
def language_of(words: str) -> str | None:
    """BCP 47 tag where most letters belong to a script of another language; None where they are Latin.

    >>> language_of("ក្រសួងការបរទេស"), language_of("会談 was held")
    ('km', None)
    """
    if words.isascii() or not other_script(words):
        return None
    counts: dict[str, int] = {}
    letters = 0
    for character in words[:2000]:
        if not character.isalpha():
            continue
        letters += 1
        code = ord(character)
        if code < 0x0590:
            continue
        tag = "ja" if HAN[0] <= code <= HAN[1] else None
        tag = tag or next((name for low, high, name in SCRIPTS if low <= code <= high), None)
        if tag:
            counts[tag] = counts.get(tag, 0) + 1
    if not counts:
        return None
    tag, number = max(counts.items(), key=lambda pair: pair[1])
    return tag if number * 2 > letters else None


def direction_of(language: str | None) -> str | None:
    """`rtl` for languages written from right to left."""
    return "rtl" if language in {"ar", "he"} else None
