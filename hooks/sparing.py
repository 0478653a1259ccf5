"""The collector of garbage, held off while a build makes millions of values that last.

Python looks through all values again and again for circles that nobody holds; a record has none, and to look
costs more than a tenth of a build. What a build leaves behind is looked for once in a while.
Knows nothing of MkDocs or of the record.
"""

from __future__ import annotations

import gc
from itertools import count

SELDOM = 16
"""One build of a process in so many looks for what earlier ones left behind."""

_builds = count(1)


def hold_off() -> None:
    """Collect no garbage until `let_go`."""
    gc.disable()


def let_go() -> None:
    """Collect garbage again, but not among what stands already."""
    if next(_builds) % SELDOM == 0:
        gc.unfreeze()
        gc.collect()
    gc.freeze()
    gc.enable()
