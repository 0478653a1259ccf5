"""Values carried between processes and builds in less time and memory: how dataclasses are pickled.

Enters: modules. Leaves: their frozen, slotted dataclasses, which pickle as before in a third of the time:
Python asks for the fields of the class anew for each value, here they are known once. What is pickled is the
same: one value for each field in its order. Of short strings (names, ids, words of a cue) and of places in a
text equal ones are held once in a process, from whatever pickles they come: they are a fifth of a record.
Knows nothing of what the values are.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

TEXT = (str, "str")
"""Type of a field that is a string: as such, or as it is written."""

NUMBER = (int, "int")
"""Of one that is a number."""

PLACES = tuple(range(1 << 13))
"""Numbers that are held once."""

SHORT = 40
"""Letters of a string of which equal ones are looked for: most longer ones stand only once."""


def quicken(package: str) -> None:
    """Quicken every frozen, slotted dataclass of the modules of a package that are loaded."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == package:
            for found in list(vars(module).values()):
                if isinstance(found, type) and found.__module__ == name and is_dataclass(found):
                    quicken_class(found)


def quicken_class(kind: type) -> None:
    """Quicken one class; others than frozen, slotted dataclasses of at least two fields stay as they are."""
    names = [field.name for field in fields(kind)]
    own = vars(kind)
    if "__setstate__" not in own or len(names) < 2 or not all(hasattr(own.get(n), "__set__") for n in names):
        return
    values = attrgetter(*names)
    quick: Any = kind
    quick.__getstate__ = lambda self: values(self)
    quick.__setstate__ = _setter([(own[f.name], f.type) for f in fields(kind)])


def _setter(slots: Sequence[tuple[Any, Any]]) -> Callable[[Any, Sequence[Any]], None]:
    """What sets all fields of a value; written out for their number, as Python does for such classes itself.

    A loop over the fields takes twice as long, for millions of values. With each goes its type.
    A field that receives what is carried otherwise than what is set does so last.
    """
    names = [f"value_{at}" for at in range(len(slots))]
    lines = ["def set_state(self, state):", f" {', '.join(names)} = state"]
    found: dict[str, Any] = {"once": sys.intern, "places": PLACES}
    for name, (slot, kind) in sorted(zip(names, slots, strict=True), key=lambda of: _receives(of[1][0])):
        found[f"set_{name}"] = slot.receive if _receives(slot) else slot.__set__
        held = name
        if kind in TEXT:  # other kinds of strings cannot be interned
            held = f"once({name}) if {name}.__class__ is str and len({name}) <= {SHORT} else {name}"
        elif kind in NUMBER:
            held = f"places[{name}] if {name}.__class__ is int and 0 <= {name} < {len(PLACES)} else {name}"
        lines.append(f" set_{name}(self, {held})")
    exec("\n".join(lines), found)
    made: Callable[[Any, Sequence[Any]], None] = found["set_state"]
    return made


def _receives(slot: object) -> bool:
    return hasattr(slot, "receive")
