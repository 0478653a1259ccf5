"""How a release is cited by people, in three styles.

Enters: a `Reference`. Leaves: the citation as markup, without its address, which the caller links.
Must not be known here: files for reference managers (`exports.citations`).
What the source does not say stands in brackets in every style. Sources: The Chicago Manual of Style,
17th edition, 14.159 and 14.208; Publication Manual of the APA, 7th edition, 10.4; MLA Handbook,
9th edition, 5.2 and 5.82.
"""

from __future__ import annotations

from collections.abc import Callable

from gazette.exports.citations import EXACT, Reference
from gazette.pages.markup import Html, element, join
from gazette.pages.wording import MONTHS, say_when

INNER_QUOTES = str.maketrans({"“": "‘", "”": "’", '"': "’"})

SHORT_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip


def quoted_title(reference: Reference) -> str:
    """The title in quotation marks with its full stop inside; a supplied one in brackets."""
    title = reference.title.translate(INNER_QUOTES)
    if reference.supplied:
        return f"[{title}]."
    return f"“{title}{'' if title[-1:] in '.?!' else '.'}”"


def bracketed(reference: Reference, words: str) -> str:
    """A date in brackets where the text does not state it."""
    return words if reference.issued_status in (None, "stated") else f"[{words}]"


def stop(words: str) -> str:
    """Words with a full stop and a space; '' stays ''."""
    return f"{words}{'' if words.endswith('.') else '.'} " if words else ""


def chicago(reference: Reference) -> Html:
    """Notes and bibliography: institution, title, kind and date, the record."""
    dated = bracketed(reference, say_when(reference.issued)) if reference.issued else "n.d."
    return join(
        [
            stop(reference.author),
            quoted_title(reference),
            " ",
            stop(f"{reference.genre}, {dated}"),
            stop(reference.record),
        ]
    )


def apa(reference: Reference) -> Html:
    """Institution, date in brackets, title in italics, kind in square brackets, the record."""
    issued = reference.issued
    dated = "n.d."
    if issued:
        exact = EXACT.fullmatch(issued.start) if issued.start == issued.end else None
        dated = say_when(issued)
        if exact and exact[2] and not exact[4]:
            day = f" {int(exact[3])}" if exact[3] else ""
            dated = f"{exact[1]}, {MONTHS[int(exact[2]) - 1]}{day}"
        dated = bracketed(reference, dated)
    title: object = f"[{reference.title}]" if reference.supplied else element("i", reference.title)
    kind = f"[{reference.genre}]. "
    if not reference.author:
        return join([title, " ", kind, f"({dated}). ", stop(reference.record)])
    return join([stop(reference.author), f"({dated}). ", title, " ", kind, stop(reference.record)])


def mla(reference: Reference) -> Html:
    """Institution, title, the record as container, date; the kind as last element."""
    issued = reference.issued
    dated = ""
    if issued:
        exact = EXACT.fullmatch(issued.start) if issued.start == issued.end else None
        dated = say_when(issued)
        if exact and exact[2] and not exact[4]:
            day = f"{int(exact[3])} " if exact[3] else ""
            dated = f"{day}{SHORT_MONTHS[int(exact[2]) - 1]} {exact[1]}"
        dated = bracketed(reference, dated) + ". "
    container = element("i", reference.record) if reference.record else ""
    return join(
        [
            stop(reference.author),
            quoted_title(reference),
            " ",
            container,
            ", " if container and dated else ". " if container else "",
            dated,
            stop(reference.genre),
        ]
    )


STYLES: tuple[tuple[str, Callable[[Reference], Html]], ...] = (
    ("Chicago", chicago),
    ("APA", apa),
    ("MLA", mla),
)
"""The styles shown on a release; the first is the one that a copied quotation carries."""
