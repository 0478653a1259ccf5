"""Where each open question stands: on /questions/, or on a page by year where very much is open.

Enters: the questions and wants that the apparatus found, the events. Leaves: `Asked`s with their addresses,
and a `Sheet` for each year. Must not be known here: HTML, and how a question is found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from gazette.apparatus import Question, Wanted
from gazette.model import Event
from gazette.pages.sheets import Sheet, is_long, sheets
from gazette.pages.wording import year_of

QUESTIONS = "questions/"


class Asked(NamedTuple):
    """A contradiction between releases, and where it is shown with both sentences."""

    anchor: str
    address: str
    "Of the page."
    question: Question


OpenSheet = Sheet[Asked | Wanted]
"""What is open of one year: first where releases differ, then what is wanted."""


def lay_open(
    questions: Sequence[Question],
    wants: Sequence[Wanted],
    events: Mapping[str, Event],
    years: Mapping[str, str | None],
) -> tuple[tuple[Asked, ...], tuple[OpenSheet, ...]]:
    """Every question with its place, and the pages by year; none where all stands on one page.

    `years` has the year of each release. A question goes by the first event it is about, else by the release
    that first speaks of it; a want by its own date, else likewise.
    """
    anchored = [*zip(anchors(questions), questions, strict=True)]
    if not is_long([*questions, *wants]):
        return tuple(Asked(anchor, QUESTIONS, question) for anchor, question in anchored), ()

    def year(row: tuple[str, Question] | Wanted) -> str | None:
        if isinstance(row, Wanted):
            return year_of(row.when) or years[row.mentions[0].release]
        told = row[1]
        of_event = (year_of(events[id].when) for id in told.events if id in events)
        return next(of_event, None) or years[told.testimonies[0].release]

    cut: Sequence[Sheet[tuple[str, Question] | Wanted]] = sheets(QUESTIONS, [*anchored, *wants], year)
    parts = tuple(
        Sheet(sheet.address, sheet.label, tuple(placed(row, sheet.address) for row in sheet.rows))
        for sheet in cut
    )
    by_anchor = {row.anchor: row for sheet in parts for row in sheet.rows if isinstance(row, Asked)}
    return tuple(by_anchor[anchor] for anchor, _ in anchored), parts


def placed(row: tuple[str, Question] | Wanted, address: str) -> Asked | Wanted:
    """A question with the page on which it stands; a want as it is, since nothing leads to it."""
    return row if isinstance(row, Wanted) else Asked(row[0], address, row[1])


def anchors(questions: Iterable[Question]) -> Iterable[str]:
    """The fragment of each question, by what it is about; of several of one kind with their number."""
    times: dict[tuple[str, str], int] = defaultdict(int)
    for question in questions:
        times[question.kind, question.subject] += 1
        time = times[question.kind, question.subject]
        yield f"{question.kind}-{question.subject}" + (f"-{time}" if time > 1 else "")
