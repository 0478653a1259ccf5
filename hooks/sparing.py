"""Work and memory that a build is spared: garbage is not looked for, and room is given back.

Python looks through all values again and again for circles that nobody holds; a record has none, and to look
costs more than a tenth of a build. What builds leave behind is looked for when much has come: it is little,
and to look among ten thousand releases takes longer than five edits. Between two stages goes what only the
earlier one remembers. Knows nothing of MkDocs or of the record.
"""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from ctypes import CDLL

MUCH = 1.5
"""So many times as many values as when garbage was last looked for are a reason to look again."""

LARGE = 1000
"""So many answers that a function remembers need room; fewer are what it works with."""

_held = 0
"""Blocks of memory that Python's values took then, or after the first build of the process."""


def hold_off() -> None:
    """Collect no garbage until `let_go`."""
    gc.disable()


def let_go() -> None:
    """Collect garbage again, but not among what stands already, unless that has grown much."""
    global _held
    if _held and sys.getallocatedblocks() > MUCH * _held:
        gc.unfreeze()
        gc.collect()
        _held = 0
    _held = _held or sys.getallocatedblocks()
    gc.freeze()
    gc.enable()


def give_back(package: str) -> None:
    """Between two stages: empty the large caches of functions of a package, and give room to the system.

    What the reading of ten thousand texts remembers of their words no page asks for. Room between values is
    given back where the C library can be asked to do so; else it waits for values to come.
    """
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == package:
            for found in list(vars(module).values()):
                if hasattr(found, "cache_clear") and found.cache_info().currsize >= LARGE:
                    found.cache_clear()
    with suppress(AttributeError, OSError, TypeError):
        CDLL(None).malloc_trim(0)
