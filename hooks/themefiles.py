"""The files of an installed theme, listed once for as long as pages are served: they do not change.

MkDocs lists them anew at each build, fourteen thousand icons among them, which it then leaves out. Knows
nothing of the record, and of MkDocs no more than that it leaves out names that begin with a dot.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from functools import lru_cache

import jinja2


class ListedOnce(jinja2.FileSystemLoader):
    """Loads templates as any loader; of all folders but those that are `changing` names are listed once."""

    def __init__(self, folders: Iterable[str], changing: Collection[str]) -> None:
        super().__init__(list(folders))
        self.changing = changing

    def list_templates(self) -> list[str]:
        """Names below all folders, in order, without those that begin with a dot."""
        paths = map(os.fspath, self.searchpath)
        return sorted({name for at in paths for name in (_list if at in self.changing else _listed)(at)})


def _list(path: str) -> tuple[str, ...]:
    names = jinja2.FileSystemLoader(path).list_templates()
    return tuple(name for name in names if not name.startswith("."))


_listed = lru_cache(maxsize=16)(_list)
