"""Long lists over several pages: one for each year, and more than one where a year is long.

Enters: rows and the year of each. Leaves: `Sheet`s with their addresses, and the links between them.
Must not be known here: what the rows are. A list that is short enough stays whole on its own page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from gazette.pages.markup import Html, bullets, element, join
from gazette.pages.view import View
from gazette.pages.wording import count

Listed = TypeVar("Listed")

MOST_ON_ONE_PAGE = 150
"Rows up to which a list stays on one page."

MOST_ON_A_SHEET = 300
"Rows of one year on one page."

NEWEST = 25
"Rows shown on the first page of a list that goes over several."


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
    base: str, rows: Iterable[Listed], year: Callable[[Listed], str | None], taken: Collection[str] = ()
) -> tuple[Sheet[Listed], ...]:
    """Rows by year, the newest year first, in the order in which they come; those without one last.

    An address that is `taken` by another page gets a word more.
    """
    found: dict[str, list[Listed]] = defaultdict(list)
    for row in rows:
        found[year(row) or ""].append(row)
    return lay_sheets(base, found, taken)


def lay_sheets(
    base: str, by_year: Mapping[str, Sequence[Listed]], taken: Collection[str] = ()
) -> tuple[Sheet[Listed], ...]:
    """The same of rows by year; "" for those without one."""
    made = []
    for name in newest_first(by_year):
        of_year = by_year[name]
        for part, at in enumerate(range(0, len(of_year), MOST_ON_A_SHEET), start=1):
            address = f"{base}{name or 'undated'}{f'-{part}' if part > 1 else ''}/"
            while address in taken:
                address = f"{address[:-1]}-list/"
            label = (name or "Undated") + (f", part {part}" if part > 1 else "")
            made.append(Sheet(address, label, tuple(of_year[at : at + MOST_ON_A_SHEET])))
    return tuple(made)


def newest_first(years: Iterable[str]) -> list[str]:
    """Years from the last to the first; "" after all others."""
    return sorted(years, key=lambda year: (year != "", year), reverse=True)


def sheet_links(view: View, parts: Sequence[Sheet[Listed]], one: str, many: str | None = None) -> Html:
    """Every part with its number of rows."""
    rows = (
        join(
            [
                view.page(sheet.address, sheet.label),
                " ",
                element("span", count(len(sheet.rows), one, many), class_="how"),
            ]
        )
        for sheet in parts
    )
    return bullets(rows, class_="sheets")


def beside(parts: Sequence[Sheet[Listed]], place: int) -> tuple[Sheet[Listed] | None, Sheet[Listed] | None]:
    """The later and the earlier part beside one; None where there is none."""
    return (parts[place - 1] if place else None), (parts[place + 1] if place + 1 < len(parts) else None)


def sheet_steps(
    view: View, later: Sheet[Listed] | None, earlier: Sheet[Listed] | None, back: Html, name: str
) -> Html:
    """From one part to its neighbours and back to the whole."""
    steps = [
        view.page(earlier.address, f"← {earlier.label}") if earlier else "",
        back,
        view.page(later.address, f"{later.label} →") if later else "",
    ]
    return element("nav", join(steps, " · "), class_="steps", aria_label=name)
