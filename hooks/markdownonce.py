"""What Markdown made of a page that a person wrote: made once, for as long as the page stays the same.

Enters: pages of a build before they are rendered. Leaves: the same pages, which render themselves only where
their text, the files that they may lead to, or the settings are others than the last time. Of a page that
gave a message, or under extensions that may read more than the page, nothing is remembered.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import Any

PURE = frozenset(
    "abbr admonition attr_list def_list fenced_code footnotes md_in_html sane_lists smarty tables toc".split()
)
"""Extensions of Python-Markdown that make of a page what they make of its text."""


class RenderedOnce:
    """The pages of the last build, rendered."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[object, Mapping[str, Any]]] = {}
        "By source: of what a page was made, and what that gave it."

    def take_up(self, page: Any, text: str, extensions: Iterable[object], settings: str) -> None:
        """Let a page of MkDocs remember what was made of it, or be remembered.

        `settings`: all others on which its markup depends.
        """
        if not PURE.issuperset(map(str, extensions)):
            return
        render, source = page.render, page.file.src_uri

        def render_once(config: Any, files: Any) -> None:
            of = text, settings, [(file.src_uri, file.url) for file in files]
            made_of, given = self._known.get(source, (None, {}))
            if made_of != of:
                before = dict(vars(page))
                with Counting() as messages:
                    render(config, files)
                given = {name: value for name, value in vars(page).items() if before.get(name) is not value}
                self._known.pop(source, None)
                if not messages.number:
                    self._known[source] = of, given
            vars(page).update(given)
            if page.links_to_anchors:  # to files of the build in which it was rendered
                page.links_to_anchors = {
                    files.get_file_from_path(file.src_uri) or file: links
                    for file, links in page.links_to_anchors.items()
                }

        page.render = render_once


class Counting(logging.Handler):
    """Counts the messages of MkDocs while it is entered."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.number = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        self.number += 1

    def __enter__(self) -> Counting:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)
