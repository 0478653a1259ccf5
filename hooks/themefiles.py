"""The files of an installed theme, listed and compiled once for as long as pages are served.

MkDocs lists them anew at each build, fourteen thousand icons among them, which it then leaves out, and
compiles the templates anew. Knows nothing of the record, and of MkDocs no more than that it leaves out names
that begin with a dot.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from functools import lru_cache

import jinja2
from jinja2.bccache import Bucket


class ListedOnce(jinja2.FileSystemLoader):
    """Loads templates as any loader; of all folders but those that are `changing` names are listed once."""

    def __init__(self, folders: Iterable[str], changing: Collection[str]) -> None:
        super().__init__(list(folders))
        self.changing = changing

    def list_templates(self) -> list[str]:
        """Names below all folders, in order, without those that begin with a dot."""
        paths = map(os.fspath, self.searchpath)
        return sorted({name for at in paths for name in (_list if at in self.changing else _listed)(at)})


class CompiledOnce(jinja2.BytecodeCache):
    """Holds what templates were compiled to; Jinja sees by their text whether that still holds.

    Source: jinja.palletsprojects.com/en/stable/api/#bytecode-cache.
    """

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is held of a template."""
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold what it was compiled to."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()


def _list(path: str) -> tuple[str, ...]:
    names = jinja2.FileSystemLoader(path).list_templates()
    return tuple(name for name in names if not name.startswith("."))


_listed = lru_cache(maxsize=16)(_list)
