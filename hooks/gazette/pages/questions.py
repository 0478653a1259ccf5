"""What is open: contradictions between releases with both sentences, and what the record lacks.

Enters: the `Site` with the questions and wants that the apparatus found. Leaves: /questions/, a
page by year where very much is open, and the notes that lead there from the pages where a question arises.
Must not be known here: how a contradiction is found. Nothing is decided here: both sides are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from gazette.apparatus import Testimony, Wanted
from gazette.model import Decision, When
from gazette.pages.asked import QUESTIONS, Asked
from gazette.pages.layout import lay_out, section
from gazette.pages.markup import Html, bullets, element, join, on_demand
from gazette.pages.paging import sheet_links, sheet_steps
from gazette.pages.provenance import field_words
from gazette.pages.sheets import NEWEST, Leaf, leaves
from gazette.pages.site import Page, Site
from gazette.pages.view import View, filed, mark, status_mark, time_of
from gazette.pages.wording import count, plain, say_date, say_when

MOST_MENTIONS = 3
"Sentences shown for one thing that is wanted."

NEWEST_ASKED = 10
"Contradictions on the first page, where they go over several."

QUESTION_KINDS = {
    "datings": "Two datings",
    "places": "Two places",
    "ordinals": "Numbers of a series",
    "same-series": "One series or two",
    "event": "One event or two",
    "offices": "Two offices on one day",
}


def render_questions(site: Site) -> Iterable[Page]:
    """The page /questions/; where very much is open, the years and what is newest."""
    view = View(site, QUESTIONS)
    problems = len(site.corpus.problems)
    lead = (
        "What the releases say differently of one thing, with both sentences; and what they speak of that is"
        " not here. Nothing is decided on this page."
    )
    asked, wants, years = site.questions, site.wanted, Html("")
    if site.open_sheets:
        years = element("nav", sheet_links(view, site.open_sheets, "open matter"), aria_label="By year")
        rows = (row for sheet in site.open_sheets for row in sheet.rows if isinstance(row, Asked))
        asked = tuple(islice(rows, NEWEST_ASKED))
        wants = tuple(want for want in reversed(wants) if want.when)[:NEWEST]
    yield lay_out(
        view,
        "questions",
        "Open questions",
        years,
        *open_sections(
            view,
            asked,
            wants,
            (
                shown_of(asked, site.questions, "latest", "No two releases contradict one another."),
                shown_of(wants, site.wanted, "newest", "Nothing is wanted so far."),
            ),
        ),
        section("Officials in doubt", "doubtful", bullets(undecided(view), class_="lines")),
        section("Corrections made", "corrections", bullets(corrected(view), class_="lines")),
        section(
            "For editors",
            "editors",
            element(
                "p",
                view.page("data/problems/", f"{count(problems, 'doubt')} about single readings"),
                ", each with the line to write that would settle it.",
            ),
        ),
        description=numbers(site.questions, site.wanted),
        lead=lead,
    )


def open_sections(
    view: View,
    asked: Sequence[Asked],
    wants: Sequence[Wanted],
    notes: tuple[str | Html, str | Html] = ("", ""),
) -> tuple[Html, Html]:
    """Where releases differ, and what is wanted, each below its note."""
    return (
        section(
            "Where releases differ",
            "contradictions",
            join([notes[0], *(question_block(view, one) for one in asked)]),
        ),
        section(
            "Wanted: spoken of here, and not in the record",
            "wanted",
            join([notes[1], bullets((want_line(view, want) for want in wants), class_="lines")]),
        ),
    )


def shown_of(rows: Sequence[object], every: Sequence[object], which: str, empty: str) -> Html:
    """Says that there is nothing, or that more is open than stands here."""
    if not every:
        return element("p", empty, class_="empty")
    if len(rows) == len(every):
        return Html("")
    return element("p", f"The {which} {len(rows)} of {len(every):,}; all by year, above.", class_="how")


def numbers(asked: Sequence[object], wants: Sequence[object]) -> str:
    """How much is open, in words."""
    return f"{count(len(asked), 'contradiction')}, {count(len(wants), 'missing text')}"


def leaves_of(site: Site) -> Iterable[Leaf[Asked | Wanted]]:
    """The pages by year; none where all that is open stands on one page."""
    return leaves(QUESTIONS, site.open_sheets)


def render_leaf(site: Site, leaf: Leaf[Asked | Wanted]) -> Iterable[Page]:
    """What is open of one year."""
    view = View(site, leaf.sheet.address)
    asked = [row for row in leaf.sheet.rows if isinstance(row, Asked)]
    wants = [row for row in leaf.sheet.rows if isinstance(row, Wanted)]
    back = view.page(QUESTIONS, "All open questions")
    yield lay_out(
        view,
        "questions",
        f"Open questions: {leaf.sheet.label}",
        *open_sections(view, asked, wants),
        sheet_steps(view, leaf.later, leaf.earlier, back, "Years"),
        description=f"{leaf.sheet.label}: {numbers(asked, wants)}",
        lead=f"{numbers(asked, wants)}. Nothing is decided on this page.",
    )


def corrected(view: View) -> Iterable[Html]:
    """Each correction by an editor, the latest first, leading to its release."""
    made = [a for found in view.site.amendments.values() for a in found]
    for amendment in sorted(made, key=lambda a: a.date or "", reverse=True):
        release = view.site.releases[amendment.release]
        place = view.page_at(f"releases/{release.id}/", "corrections", "What was replaced")
        yield element(
            "div",
            element("span", say_date(amendment.date) if amendment.date else "Date not given", class_="when"),
            element(
                "div",
                element("p", f"{field_words(amendment)} in ", view.release(release), class_="what"),
                element("p", join([amendment.note, place], " · "), class_="how"),
                class_="said",
            ),
            class_="line",
        )


def question_block(view: View, asked: Asked) -> Html:
    """One question: in words, both sentences, where it arises, and how it could be settled."""
    question = asked.question
    arises = [view.event(view.site.events[id]) for id in question.events if id in view.site.events]
    if question.subject in view.site.known_as:
        arises.insert(0, view.official(question.subject))
    cure = (
        on_demand("For an editor", element("p", "To settle it: ", question.cure), class_="why")
        if question.cure
        else ""
    )
    return element(
        "div",
        element("h3", question.words, id=asked.anchor),
        element("p", QUESTION_KINDS.get(question.kind, plain(question.kind)), class_="how"),
        decided(question.decision),
        element("div", *(testimony(view, said) for said in question.testimonies), class_="alone"),
        element("p", "It arises at: ", join(arises, " · "), class_="how") if arises else "",
        cure,
        class_="question",
    )


ANSWERS = {
    "same": "the same",
    "not-same": "not the same",
    "confirmed": "confirmed",
    "rejected": "rejected",
    "settled": "settled",
}


def decided(decision: Decision | None) -> Html:
    """What an editor answered to a question that is open all the same."""
    if decision is None:
        return Html("")
    day = f" on {say_date(decision.date)}" if decision.date else ""
    note = f" {decision.note}" if decision.note else ""
    if decision.decision == "undecided":
        return element("p", f"An editor looked at it{day} and left it undecided.{note}", class_="how")
    answer = ANSWERS.get(decision.decision, plain(decision.decision, capital=False))
    words = f"An editor answered{day}: {answer}. The sentences have changed since then.{note}"
    return element("p", words, class_="how")


def undecided(view: View) -> Iterable[Html]:
    """Officials of whom an editor could not say who they are."""
    for matter in view.site.unsettled:
        known = [view.official(id) for id in matter.about if id in view.site.known_as]
        yield join(
            [
                join(known, " · ") or element("code", ", ".join(matter.about)),
                decided(matter.decision),
            ]
        )


def value_words(value: str) -> str:
    """What a testimony says, a date in words."""
    start, _, end = value.partition("/")
    if start[:4].isdigit() or start.startswith("XXXX"):
        return say_when(When(start, end or start))
    return value


def testimony(view: View, said: Testimony) -> Html:
    """One side of a question: what it says, in whose release, and the sentence."""
    release = view.site.releases[said.release]
    second = mark("secondary source", "secondary") if release.is_secondary else ""
    return element(
        "div",
        element("p", element("strong", value_words(said.value)), " ", status_mark(said.status), " ", second),
        view.quotation(release, said.evidence, whole=True),
        element("p", view.release(release), ", ", filed(release), class_="how"),
        class_="testimony",
    )


def want_line(view: View, want: Wanted) -> Html:
    """One text or encounter that the record lacks, with the sentences that speak of it."""
    event = view.site.events.get(want.event) if want.event else None
    title = want.title[:1].upper() + want.title[1:]
    named = view.event(event) if event and want.kind == "event" else join([title])
    at = join([" at ", view.event(event)]) if event and want.kind == "paper" else ""
    lacks = "no release of it is here" if want.kind == "event" else "the text itself is not here"
    when = time_of(want.when, "when") if want.when else element("span", "Date not given", class_="when")
    mentions = []
    for said in want.mentions[:MOST_MENTIONS]:
        release = view.site.releases[said.release]
        second = join([" ", mark("secondary source", "secondary")]) if release.is_secondary else ""
        mentions += [
            view.quotation(release, said.evidence),
            element("p", view.release(release), second, class_="how"),
        ]
    if len(want.mentions) > MOST_MENTIONS:
        mentions.append(element("p", f"and {len(want.mentions) - MOST_MENTIONS:,} more", class_="how"))
    return element(
        "div",
        when,
        element(
            "div",
            element("p", named, at, class_="what"),
            element("p", f"{plain(want.type)} · {lacks}", class_="how"),
            *mentions,
            class_="said",
        ),
        class_="line",
    )


def question_notes(view: View, ids: Iterable[str]) -> Html:
    """Says on a page where a question arises that it is open, and leads to it."""
    asked: dict[str, Asked] = {}
    for id in ids:
        for one in view.site.questions_of.get(id, ()):
            asked.setdefault(one.anchor, one)
    if not asked:
        return Html("")
    rows: Sequence[Html] = [
        element(
            "p",
            element("strong", "Open question."),
            " ",
            one.question.words,
            " ",
            view.page_at(one.address, one.anchor, "Both sentences"),
            ".",
            class_="banner banner-question",
        )
        for one in asked.values()
    ]
    return join(rows)
