"""Long lists cut into parts: one for each year, and more than one where a year is long.

Enters: rows and the year of each. Leaves: `Sheet`s with the addresses of their pages.
Must not be known here: HTML, and what the rows are. A list that is short enough stays whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

Listed = TypeVar("Listed")

MOST_ON_ONE_PAGE = 150
"Rows up to which a list stays on one page."

MOST_ON_A_SHEET = 300
"Rows of one year on one page."

NEWEST = 25
"Rows shown on the first page of a list that goes over several."

UNDATED = "Undated"


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Listed]):
    """A part of a list with a page of its own."""

    address: str
    label: str
    rows: tuple[Listed, ...]


def is_long(rows: Sequence[object]) -> bool:
    """Whether a list goes over several pages."""
    return len(rows) > MOST_ON_ONE_PAGE


def sheets(
    base: str,
    rows: Iterable[Listed],
    year: Callable[[Listed], str | None],
    taken: Collection[str] = (),
    otherwise: str = UNDATED,
) -> tuple[Sheet[Listed], ...]:
    """Rows by year, the newest year first, in the order in which they come; those without one last.

    An address that is `taken` by another page gets a word more; `otherwise` names the part without a year.
    """
    found: dict[str, list[Listed]] = defaultdict(list)
    for row in rows:
        found[year(row) or ""].append(row)
    return lay_sheets(base, found, taken, otherwise)


def lay_sheets(
    base: str,
    by_year: Mapping[str, Sequence[Listed]],
    taken: Collection[str] = (),
    otherwise: str = UNDATED,
) -> tuple[Sheet[Listed], ...]:
    """The same of rows by year; "" for those without one."""
    made = []
    for name in newest_first(by_year):
        of_year = by_year[name]
        for part, at in enumerate(range(0, len(of_year), MOST_ON_A_SHEET), start=1):
            address = f"{base}{name or 'undated'}{f'-{part}' if part > 1 else ''}/"
            while address in taken:
                address = f"{address[:-1]}-list/"
            label = (name or otherwise) + (f", part {part}" if part > 1 else "")
            made.append(Sheet(address, label, tuple(of_year[at : at + MOST_ON_A_SHEET])))
    return tuple(made)


def newest_first(years: Iterable[str]) -> list[str]:
    """Years from the last to the first; "" after all others."""
    return sorted(years, key=lambda year: (year != "", year), reverse=True)


def beside(parts: Sequence[Sheet[Listed]], place: int) -> tuple[Sheet[Listed] | None, Sheet[Listed] | None]:
    """The later and the earlier part beside one; None where there is none."""
    return (parts[place - 1] if place else None), (parts[place + 1] if place + 1 < len(parts) else None)


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Listed]):
    """A sheet as the subject of a page: with its neighbours in the list, of which it needs no rows."""

    id: str
    "What its address has below the folder."
    sheet: Sheet[Listed]
    later: Sheet[Listed] | None
    "The one before it in the list, without its rows."
    earlier: Sheet[Listed] | None


def leaves(folder: str, parts: Sequence[Sheet[Listed]]) -> Iterator[Leaf[Listed]]:
    """The sheets of one list, each with its neighbours."""
    bare = [replace(sheet, rows=()) for sheet in parts]
    for place, sheet in enumerate(parts):
        yield Leaf(sheet.address.removeprefix(folder).rstrip("/"), sheet, *beside(bare, place))
