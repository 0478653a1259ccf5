"""Values that stay packed until somebody reads them: most of what is kept is not read by the next build.

Enters: packed values. Leaves: a sequence that unpacks them when it is read. Only what was unpacked last stays
so: whoever goes through a whole record would else hold all of it. What comes packed from another process or
build waits in a file; so may long strings of values that come from there. Knows nothing of records.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar, overload

from cabinet import pack, unpack
from spool import Place, Spool

Held = TypeVar("Held")

MOST = 256
"""So many stay unpacked; what is read several times is read within a few pages."""

_unpacked: deque[Later[Any]] = deque()
"""In the order in which they were."""


IN_MEMORY = Spool()

_spool = IN_MEMORY
"""Takes what comes."""


def wait_below(folder: Path | None) -> None:
    """From now on, what comes packed waits in a file below a folder; None: in memory, as long as needed."""
    global _spool
    _spool = Spool(folder) if folder else IN_MEMORY


class Later(Sequence[Held]):
    """A sequence that is packed; it is pickled as it is, without being unpacked.

    >>> several = Later.of([1, 2])
    >>> several == Later.of([1, 2]), list(several), several[0]
    (True, [1, 2], 1)
    """

    __slots__ = ("_held", "_place", "_spool")

    def __init__(self, body: bytes, spool: Spool = IN_MEMORY) -> None:
        self._spool = spool
        self._place: Place = spool.put(body)
        self._held: tuple[Held, ...] | None = None

    @classmethod
    def of(cls, values: Iterable[Held]) -> Later[Held]:
        """Values, packed."""
        return cls(pack(tuple(values)))

    def _body(self) -> bytes:
        return self._spool.at(self._place)

    def _all(self) -> tuple[Held, ...]:
        held = self._held
        if held is None:
            held = self._held = unpack(self._body())
            _unpacked.append(self)
            if len(_unpacked) > MOST:
                _unpacked.popleft()._held = None
        return held

    @overload
    def __getitem__(self, place: int) -> Held: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Held, ...]: ...
    def __getitem__(self, place: int | slice) -> Held | tuple[Held, ...]:
        return self._all()[place]

    def __iter__(self) -> Iterator[Held]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Later):
            return self._body() == other._body() or self._all() == other._all()
        return self._all() == other

    def __hash__(self) -> int:
        return hash(self._all())

    def __reduce__(self) -> tuple[Any, ...]:
        return _received, (self._body(),)


def _received(body: bytes) -> Later[Any]:
    return Later(body, _spool)


SHORT = 80
"""Letters of a string that takes no more room than to know where it waits."""


class LateText:
    """A field of a slotted class: where a value is unpickled, a long string of it waits until it is read.

    A string that is given otherwise is held, so what is being read in a raw file is at hand.
    """

    def __init__(self, slot: Any, twin: str = "") -> None:
        self._slot = slot
        self._twin = twin

    @classmethod
    def take(cls, kind: type, name: str, twin: str = "") -> None:
        """Make such a field of one; `twin`: another one, which often holds the same string."""
        slot = vars(kind)[name]
        if not isinstance(slot, cls):
            setattr(kind, name, cls(slot, twin))

    def __get__(self, value: object, kind: type | None = None) -> Any:
        if value is None:
            return self
        held = self._slot.__get__(value)
        return held.text() if held.__class__ is _Waiting else held

    def __set__(self, value: object, text: str) -> None:
        self._slot.__set__(value, text)

    def receive(self, value: object, text: str) -> None:
        """Set what came from elsewhere; after the twin."""
        is_held = len(text) <= SHORT or (self._twin and getattr(value, self._twin) is text)
        self._slot.__set__(value, text if is_held else _Waiting(text))


class _Waiting:
    """A string that waits."""

    __slots__ = ("_place", "_spool")

    def __init__(self, text: str) -> None:
        self._spool = _spool
        self._place = _spool.put(text.encode("utf-8", "surrogatepass"))

    def text(self) -> str:
        return self._spool.at(self._place).decode("utf-8", "surrogatepass")
