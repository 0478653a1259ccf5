"""The history of a wording: first and last use, by whom, and each change word by word.

Enters: a `History` of the apparatus and the `View` of the term's page. Leaves: markup.
Must not be known here: how wordings are compared. What was dropped and what was added is said in words
for those who cannot see strokes and lines.
"""

from __future__ import annotations

from gazette.apparatus import Change, History, Step, Use
from gazette.pages.layout import section
from gazette.pages.markup import Html, bullets, definitions, element, join
from gazette.pages.view import View, mark, status_mark, time_of
from gazette.pages.wording import count, plain


def render_history(view: View, history: History) -> Html:
    """First and last use, forms and changes; nothing for a wording that no release uses."""
    if not history.uses:
        return Html("")
    forms: dict[str, list[Use]] = {}
    for use in history.uses:
        forms.setdefault(" ".join(use.words.split()).casefold(), []).append(use)
    first, last = history.first, history.last
    facts = [
        ("First use", use_facts(view, first) if first else ""),
        ("Last use", use_facts(view, last) if last and last is not first else "the same"),
        ("Uses", f"{count(len(history.uses), 'use')} in {count(len(forms), 'form')}"),
        (
            "As printed",
            join((element("q", uses[0].words) for uses in list(forms.values())[:12]), ", "),
        ),
    ]
    changes = bullets((change_line(view, change) for change in history.changes), class_="wordings")
    unchanged = element(
        "p", "The wording stands in one form only, and no release sets another against it.", class_="empty"
    )
    return join(
        [
            section("First and last", "history", definitions(facts, class_="origin")),
            section("Each change, word by word", "changes", changes or unchanged),
        ]
    )


def when_of(use: Use) -> Html:
    """The date of a use, with its status."""
    if use.when is None:
        return element("span", "undated", class_="missing")
    status = status_mark(use.when.status)
    return join([time_of(use.when.value), " " if status else "", status])


def by_whom(view: View, use: Use) -> Html:
    """Who is said to use it, and in whose release."""
    speaker = use.speaker.value if use.speaker else None
    side = use.side.name or use.side.country or "issuing body not given"
    if use.side.country and use.side.country not in side:
        side = f"{side} ({use.side.country})"
    second = join([" ", mark("secondary source", "secondary")]) if use.side.is_secondary else ""
    if speaker is None:
        return join(["in the words of the ", side, second])
    named = (
        join((view.official(id) for id in speaker.people), " and ")
        if speaker.people
        else element("q", speaker.words)
    )
    return join(
        [
            f"{plain(use.manner, capital=False)} by " if use.manner else "",
            named,
            ", as told by ",
            side,
            second,
        ]
    )


def use_facts(view: View, use: Use) -> Html:
    """One use: when, by whom, the sentence."""
    release = view.site.releases[use.release]
    return join(
        [
            element("p", when_of(use), ", ", by_whom(view, use)),
            view.quotation(release, use.evidence),
            element("p", view.release(release), class_="how"),
        ]
    )


def step_words(step: Step) -> Html:
    """Some words of a change; dropped and added ones are also said to be so."""
    words = " ".join(step.words)
    if step.operation == "dropped":
        return element("del", element("span", "dropped: ", class_="unseen"), words)
    if step.operation == "added":
        return element("ins", element("span", "added: ", class_="unseen"), words)
    return join([words])


def change_line(view: View, change: Change) -> Html:
    """One change: the words, then where each of the two stands."""
    before, after = change.before, change.after
    whose = "within one body's releases" if change.same_body else "against the nearest earlier wording"
    places = []
    for label, use in (("Before", before), ("After", after)):
        release = view.site.releases[use.release]
        places.append(
            (
                label,
                join(
                    [
                        element("q", use.words),
                        " ",
                        when_of(use),
                        ", ",
                        by_whom(view, use),
                        " ",
                        view.place_of(release, use.evidence),
                    ]
                ),
            )
        )
    return join(
        [
            element("p", join((step_words(step) for step in change.steps), " "), class_="change"),
            element("p", whose, class_="how"),
            definitions(places, class_="origin"),
        ]
    )
