"""The numbers of a Word file's lists, which stand in no paragraph but are counted by the word processor.

Enters: the document, its lists and styles as XML trees. Leaves: each numbered paragraph with its number.
Source: ECMA-376, part 1, 17.9 (numbering). Must not be known here: the rest of the file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Namespace of the elements of a Word file."""
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def labels(document: Any, numbering: Any, styles: Any) -> Iterator[tuple[Any, str]]:
    """Each numbered paragraph with its number as a word processor shows it; bullets are left alone."""
    if numbering is None:
        return
    abstract = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
    lists: dict[str, tuple[str, dict[int, Any], dict[int, int]]] = {}
    for num in numbering.iter(f"{W}num"):
        id = value(num, "abstractNumId") or ""
        levels = (
            {int(level.get(f"{W}ilvl", "0")): level for level in abstract[id].iter(f"{W}lvl")}
            if id in abstract
            else {}
        )
        anew = {
            int(over.get(f"{W}ilvl", "0")): int(value(over, "startOverride") or 1)
            for over in num.iter(f"{W}lvlOverride")
            if over.find(f"{W}startOverride") is not None
        }
        lists[num.get(f"{W}numId")] = (id, levels, anew)
    given = dict(style_numbers(styles))
    counts: dict[str, dict[int, int]] = defaultdict(dict)
    begun: set[str] = set()
    for paragraph in [*document.iter(f"{W}p")]:
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        number, depth = given.get(style.get(f"{W}val") if style is not None else "", ("", 0))
        if own is not None:
            number, depth = value(own, "numId") or number, int(value(own, "ilvl") or depth)
        if number not in lists:
            continue
        id, levels, anew = lists[number]
        level = levels.get(depth)
        if level is None or value(level, "numFmt") in ("bullet", "none"):
            continue
        count = counts[id]
        if number not in begun:
            begun.add(number)
            for deep, start in anew.items():
                count[deep] = start - 1
        count[depth] = count.get(depth, int(value(level, "start") or 1) - 1) + 1
        for deeper in [deep for deep in count if deep > depth]:
            del count[deeper]
        yield paragraph, shown_number(value(level, "lvlText") or f"%{depth + 1}.", levels, count)


def shown_number(pattern: str, levels: dict[int, Any], count: dict[int, int]) -> str:
    """A pattern such as `%1.%2.` with the numbers of its levels."""

    def one(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        level = levels.get(depth)
        form = value(level, "numFmt") if level is not None else "decimal"
        start = int(value(level, "start") or 1) if level is not None else 1
        return FORMS.get(form or "decimal", str)(count.get(depth, start))

    return re.sub(r"%(\d)", one, pattern)


def style_numbers(styles: Any) -> Iterator[tuple[str, tuple[str, int]]]:
    """Paragraph style → list and level that it gives, from the styles it rests on too."""
    if styles is None:
        return
    found = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    for name in found:
        seen: set[str] = set()
        number, depth, at = "", "", name
        while at in found and at not in seen:
            seen.add(at)
            own = found[at].find(f"{W}pPr/{W}numPr")
            if own is not None:
                number, depth = number or value(own, "numId") or "", depth or value(own, "ilvl") or ""
            at = value(found[at], "basedOn") or ""
        if number:
            yield name, (number, int(depth or 0))


def value(element: Any, name: str) -> str | None:
    """The value of a child element, None where it has none."""
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def letter(number: int) -> str:
    """a, b … z, aa, bb, as word processors count.

    >>> letter(1), letter(27)
    ('a', 'aa')
    """
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 1000 else str(number)


def roman(number: int) -> str:
    """A number in small Roman letters.

    >>> roman(14)
    'xiv'
    """
    if not 0 < number < 4000:
        return str(number)
    made = ""
    for size, sign in ROMAN:
        while number >= size:
            made, number = made + sign, number - size
    return made


FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
}
