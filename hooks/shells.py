"""Pages put together from the pieces of a template, instead of running the template for each.

Enters: a function that runs the template for an address and the values of a page. Leaves: pages, byte for
byte as that function gives them. The template is run once for each setting (folder, kind, which values there
are) with a marker in the place of each value, and cut at the markers. To stay honest, the first page of each
setting and one in a hundred others are made in both ways and compared; where they differ, the template is run
for every page from then on, and `mismatch` says where. Knows nothing of MkDocs, of Jinja or of the record.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass, fields
from itertools import count

from markupsafe import escape

COMPARED = 100
"""One page in so many is made in both ways."""


@dataclass(frozen=True, slots=True)
class Values:
    """What differs from page to page; '' where a page has none."""

    kind: str = ""
    "A decision of the template, like the presence of every other value."
    title: str = ""
    description: str = ""
    canonical: str = ""
    "Full address of the page."
    edit: str = ""
    "Address of the file behind the page."
    lines: str = ""
    "Finished markup of the head, as the two below."
    linked: str = ""
    content: str = ""


Run = Callable[[str, Values], str]
"""Runs the template: address of the page below /, its values → the page."""

Inspect = Callable[[str], Iterable[str]]
"""Finds in a page what the template put there, whatever the values: the same in all pages of a setting."""

PLAIN = frozenset({"title", "description", "canonical", "edit"})
"""Values that the template escapes."""

NAMES = tuple(field.name for field in fields(Values))[1:]

_MARKER = re.compile(r"<h1 ~gazette-({0})~>|~gazette-({0})~".format("|".join(NAMES)))
"""Of a value that there is: a template may make something else of a marker (`| replace("edit", "raw")`)."""


class Shells:
    """The pieces of each setting met so far, and how often they were used."""

    def __init__(self, run: Run, inspect: Inspect) -> None:
        self._run, self._inspect = run, inspect
        self._pieces: dict[tuple[object, ...], tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._used = count(1)
        self.mismatch = ""
        "Address of the first page that the pieces gave otherwise than the template; '' while there is none."

    def page(self, address: str, values: Values) -> tuple[str, tuple[str, ...]]:
        """The page at `address`, a folder that ends with a slash; and what was found in its setting."""
        if self.mismatch:
            return self._whole(address, values)
        folder = posixpath.dirname(address.rstrip("/"))
        setting = (folder, values.kind, "<h1" in values.content, *map(bool, astuple(values)))
        is_first = setting not in self._pieces
        if is_first:
            page = self._run(address, marked(values))
            self._pieces[setting] = cut(page), tuple(self._inspect(page))
        pieces, found = self._pieces[setting]
        made = fill(pieces, values)
        if is_first or next(self._used) % COMPARED == 0:
            whole = self._whole(address, values)
            if whole != (made, found):
                self.mismatch = address
                return whole
        return made, found

    def _whole(self, address: str, values: Values) -> tuple[str, tuple[str, ...]]:
        page = self._run(address, values)
        return page, tuple(self._inspect(page))


def marked(values: Values) -> Values:
    """The same decisions, with a marker for each value that there is.

    >>> marked(Values("release", title="Talks")).title
    '~gazette-title~'
    """
    markers = {name: f"~gazette-{name}~" if getattr(values, name) else "" for name in NAMES}
    if "<h1" in values.content:
        markers["content"] = "<h1 ~gazette-content~>"
    return Values(values.kind, **markers)


def cut(page: str) -> tuple[str, ...]:
    """A page with markers as pieces: text, name of a value, text, name, …, text.

    >>> cut("<p>~gazette-title~</p>")
    ('<p>', 'title', '</p>')
    """
    pieces: list[str] = []
    at = 0
    for marker in _MARKER.finditer(page):
        pieces += [page[at : marker.start()], marker[1] or marker[2]]
        at = marker.end()
    return (*pieces, page[at:])


def fill(pieces: tuple[str, ...], values: Values) -> str:
    """The page of some values out of the pieces of its setting.

    >>> fill(("<p>", "title", "</p>"), Values(title="a & b"))
    '<p>a &amp; b</p>'
    """
    made = list(pieces)
    for place in range(1, len(made), 2):
        name = made[place]
        value = getattr(values, name)
        made[place] = str(escape(value)) if name in PLAIN else value
    return "".join(made)
