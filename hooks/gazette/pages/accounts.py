"""The accounts of one event side by side, aligned by topic, and what only one of them says.

Enters: a `Comparison` of the apparatus and the `View` of the event's page. Leaves: markup.
Must not be known here: how sentences are found or compared. Topics for which the accounts say the same
sentences share a row, so that no sentence stands in the table more often than it has to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gazette.apparatus import Comparison, Passages, Side, Sole
from gazette.model import Event, Evidence, Release
from gazette.pages.layout import section
from gazette.pages.markup import Html, bullets, direction_of, element, join, language_of
from gazette.pages.view import View, cut_after, filed, mark
from gazette.pages.wording import count

SOLE_KINDS = {"wording": "wording", "name": "name", "quotation": "quotation", "event": "event"}

RECALLED = 70
"Letters of a sentence that is recalled because it stands in full above."

MOST_SIDES = 8
"Accounts that are set side by side; more are only listed."

MOST_SOLE = 40
"What one account alone says that is shown at once."


def has_sides(event: Event) -> bool:
    """Whether several releases tell of the event as theirs, and not more than a table can hold."""
    return 1 < len({t.release for t in event.tellings if t.account.role == "principal"}) <= MOST_SIDES


def side_by_side(view: View, comparison: Comparison) -> Html:
    """What stands in one account alone, then the table; nothing where there is one account."""
    if len(comparison.sides) < 2:
        return Html("")
    return join([said_only_here(view, comparison), aligned(view, comparison)])


def side_name(side: Side) -> str:
    """A side in a few words: the country of its body, or the body."""
    return side.country or side.name or "Issuing body not given"


def side_names(sides: Sequence[Side]) -> list[str]:
    """A name for each side; two of one country are told apart by their bodies."""
    short = [side_name(side) for side in sides]
    return [
        name if short.count(name) == 1 else f"{side.name or name} ({place})"
        for place, (name, side) in enumerate(zip(short, sides, strict=True), start=1)
    ]


def column_head(view: View, side: Side, name: str) -> Html:
    """A column's head: whose account, which release, of when."""
    release = view.site.releases[side.release]
    second = mark("secondary source", "secondary") if side.is_secondary else ""
    return element(
        "th",
        element("strong", name),
        element("span", filed(release), class_="when"),
        view.release(release),
        second,
        scope="col",
    )


def aligned(view: View, comparison: Comparison) -> Html:
    """One row for each topic, one column for each account."""
    names = side_names(comparison.sides)
    rows: dict[tuple[Passages, ...], list[str]] = defaultdict(list)
    for row in comparison.rows:
        rows[row.passages].append(row.topic)
    shown: set[tuple[str, Evidence]] = set()
    narrow_first = sorted(rows.items(), key=lambda row: breadth(row[0]))
    body = [
        element(
            "tr",
            element("th", join((view.topic(topic) for topic in topics), ", "), scope="row"),
            *(cell(view, said, name, passages, shown) for said, name in zip(passages, names, strict=True)),
        )
        for passages, topics in narrow_first
    ]
    if not body:
        return Html("")
    heads = (column_head(view, side, name) for side, name in zip(comparison.sides, names, strict=True))
    drawn = element(
        "table",
        element(
            "caption",
            "Sentences in the words of each account; one that stands above is recalled by its beginning",
        ),
        element("thead", element("tr", element("th", "Topic", scope="col"), *heads)),
        element("tbody", *body),
        class_="sides",
    )
    framed = element("section", drawn, class_="wide", tabindex=0, aria_label="Accounts side by side")
    return section("Side by side", "side-by-side", framed)


def breadth(row: Sequence[Passages]) -> tuple[int, int]:
    """Sort key: topics of several accounts first, and of them those said in the fewest sentences."""
    return -sum(1 for p in row if p.sentences), sum(len(p.sentences) for p in row)


def cell(
    view: View, said: Passages, name: str, row: Sequence[Passages], shown: set[tuple[str, Evidence]]
) -> Html:
    """What one account says on the topics of a row; a sentence that stands above is only recalled."""
    release = view.site.releases[said.release]
    alone = len(row) > 1 and sum(1 for other in row if other.sentences) == 1
    parts: list[Html] = []
    for sentence in said.sentences:
        block = release.blocks[sentence.block]
        language = language_of(sentence.quote)
        where = view.paragraph(release, block.paragraph) if block.paragraph else ""
        recalled = (said.release, sentence) in shown and len(sentence.quote) > 2 * RECALLED
        shown.add((said.release, sentence))
        words = f"{sentence.quote[: cut_after(sentence.quote, RECALLED)]} …" if recalled else sentence.quote
        parts.append(
            element(
                "p",
                words,
                " ",
                where,
                lang=language,
                dir=direction_of(language),
                class_="recalled" if recalled else None,
            )
        )
    if not parts:
        return element("td", element("p", "silent", class_="silent"), data_column=name)
    if alone:
        parts.insert(0, element("p", mark("only here", "sole")))
    return element("td", *parts, data_column=name)


def said_only_here(view: View, comparison: Comparison) -> Html:
    """By account: names, wordings, quotations and events that stand in no other."""
    parts = []
    for side, name in zip(comparison.sides, side_names(comparison.sides), strict=True):
        alone = comparison.only(side.release)
        if not alone:
            continue
        release = view.site.releases[side.release]
        rows = [sole_line(view, release, sole) for sole in alone[:MOST_SOLE]]
        if len(alone) > MOST_SOLE:
            rows.append(element("span", f"and {count(len(alone) - MOST_SOLE, 'more', 'more')}", class_="how"))
        second = mark("secondary source", "secondary") if side.is_secondary else ""
        parts.append(
            element(
                "div",
                element("h3", f"Only in the account of {name}", " ", second),
                element("p", view.release(release), class_="how"),
                bullets(rows, class_="sole"),
            )
        )
    listed = element("div", *parts, class_="alone") if parts else Html("")
    return section("Said only here", "said-only-here", listed)


def sole_line(view: View, release: Release, sole: Sole) -> Html:
    """The words, their kind, and the sentence around them."""
    block = release.blocks[sole.evidence.block]
    language = language_of(block.text)
    words: object = element("strong", sole.words)
    event = view.site.events.get(sole.event) if sole.event else None
    if event:
        words = view.event(event)
    return join(
        [
            element("p", words, " ", mark(SOLE_KINDS[sole.kind], "precision"), class_="what"),
            element(
                "blockquote",
                element("p", sentence_with(sole, block.text), " ", view.place_of(release, sole.evidence)),
                lang=language,
                dir=direction_of(language),
            ),
        ]
    )


def sentence_with(sole: Sole, text: str) -> Html:
    """The sentence with the words marked in it."""
    whole, inner = sole.sentence, sole.evidence
    if inner == whole or not (whole.start <= inner.start and inner.end <= whole.end):
        return join([whole.quote])
    return join(
        [
            text[whole.start : inner.start],
            element("mark", inner.quote),
            text[inner.end : whole.end],
        ]
    )
