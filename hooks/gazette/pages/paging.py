"""The links between the parts of a long list, and from its first page to them.

Enters: `Sheet`s. Leaves: markup. Must not be known here: what the rows are.
"""

from __future__ import annotations

from collections.abc import Sequence

from gazette.pages.markup import Html, bullets, element, join
from gazette.pages.sheets import Listed, Sheet
from gazette.pages.view import View
from gazette.pages.wording import count


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
