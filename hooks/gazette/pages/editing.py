"""What only an editor sees, while the record is served on the editor's own machine: problems to settle.

Enters: a release and the `View` of its page, or of the first page. Leaves: a box with the problems of the
release, a line with the number of all; nothing in a site that is built.
Must not be known here: how a problem was found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import attrgetter

from gazette.model import Problem, Release
from gazette.pages.markup import Html, bullets, element, join, link
from gazette.pages.site import SEVERITIES
from gazette.pages.view import View, cure_of, mark
from gazette.pages.wording import count


def problem_box(view: View, release: Release) -> Html:
    """The problems of a release, each with the line to write; folded where all are notices."""
    problems = view.site.problems_of.get(release.id, ())
    if not problems:
        return Html("")
    grave = any(problem.severity != "notice" for problem in problems)
    return element(
        "aside",
        element(
            "details",
            element("summary", element("strong", "To settle: "), tally(problems)),
            bullets((problem_row(release, problem) for problem in problems), class_="problems"),
            element(
                "p",
                "This box is shown by ",
                element("code", "make serve"),
                " alone. Save a file, and the page loads itself again.",
                class_="how",
            ),
            open=grave,
        ),
        class_="editing editing-grave" if grave else "editing",
        aria_label="For the editor: problems of this release",
    )


def problem_row(release: Release, problem: Problem) -> Html:
    """One problem: how grave, where, what was read, what to write."""
    where = f"{problem.path}:{problem.line}" if problem.line else problem.path
    place: object = element("code", where)
    shown = problem.path == release.raw.path and problem.line >= release.raw.first_line and release.raw.text
    if shown:
        place = link(f"#line-{problem.line}", element("code", where))
    head = element(
        "p", mark(problem.severity, problem.severity), " ", place, " ", element("code", problem.code)
    )
    return join([head, element("p", problem.message), cure_of(problem)])


def problem_hint(view: View) -> Html:
    """The number of problems in the whole record, leading to all of them."""
    problems = view.site.corpus.problems if view.site.serving.is_preview else ()
    if not problems:
        return Html("")
    grave = any(problem.severity != "notice" for problem in problems)
    return element(
        "p",
        element("strong", "To settle in this record: "),
        view.page("data/problems/", tally(problems)),
        element("span", " (shown by ", element("code", "make serve"), " alone)", class_="how"),
        class_="editing editing-grave" if grave else "editing",
    )


def tally(problems: Sequence[Problem]) -> str:
    """How many there are of each kind, in words: "1 error, 2 notices"."""
    return ", ".join(_tallied(problems))


def _tallied(problems: Sequence[Problem]) -> Iterable[str]:
    numbers = Counter(map(attrgetter("severity"), problems))
    for severity in SEVERITIES:
        if numbers[severity]:
            yield count(numbers[severity], severity)
