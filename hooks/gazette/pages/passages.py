"""The text of a release as HTML: numbered paragraphs, lists, headings, emphasis, links to officials.

Enters: a release and the `View` of its page. Leaves: the markup of the text, and its headings.
Must not be known here: facts panels, the raw text. The words are those of the blocks, each once;
only emphasis, numbers and links are added to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from gazette.model import Block, Mark, Release
from gazette.pages.markup import Html, element, join, link
from gazette.pages.view import View, foreign

MARK_ELEMENTS = {"strong": "strong", "em": "em", "underline": "u"}

Span = tuple[int, int, str]
"""Start, end and the address that the words between them lead to."""


def first_mentions(view: View, release: Release) -> Mapping[int, tuple[Span, ...]]:
    """By block: the first place in the text where each official's name stands."""
    spans: dict[int, list[Span]] = defaultdict(list)
    for appearance in release.people.officials:
        if appearance.official not in view.site.known_as:
            continue
        places = [
            (mention.evidence.block, mention.evidence.start, mention)
            for mention in appearance.mentions
            if mention.name and release.blocks[mention.evidence.block].is_text
        ]
        if not places:
            continue
        block, start, mention = min(places, key=lambda place: place[:2])
        offset = mention.evidence.quote.rfind(mention.name)
        first = start + offset if offset >= 0 else start
        last = first + len(mention.name) if offset >= 0 else mention.evidence.end
        spans[block].append((first, last, view.to(f"officials/{appearance.official}/")))
    return {block: without_overlaps(found) for block, found in spans.items()}


def without_overlaps(spans: list[Span]) -> tuple[Span, ...]:
    """Spans in order; of two that overlap the earlier stays, since links cannot nest."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def marked_text(words: str, marks: Sequence[Mark], links: Sequence[Span] = ()) -> Html:
    """Words with emphasis and links; a link is the outer element where both cross."""
    if not marks and not links:
        return join([words])
    parts: list[object] = []
    at = 0
    for start, end, href in links:
        parts += [emphasised(words, at, start, marks), link(href, emphasised(words, start, end, marks))]
        at = end
    parts.append(emphasised(words, at, len(words), marks))
    return join(parts)


def emphasised(words: str, low: int, high: int, marks: Sequence[Mark]) -> Html:
    """`words[low:high]` with the emphasis that covers each part of it."""
    edges = {low, high}
    for mark in marks:
        edges.update(edge for edge in (mark.start, mark.end) if low < edge < high)
    ordered = sorted(edges)
    parts: list[Html] = []
    for start, end in pairwise(ordered):
        piece = join([words[start:end]])
        kinds = {mark.kind for mark in marks if mark.start <= start and mark.end >= end}
        for kind in sorted(kinds):
            piece = element(MARK_ELEMENTS[kind], piece)
        parts.append(piece)
    return join(parts)


def number_link(block: Block) -> Html:
    """The number of a paragraph, in the margin: the link that leads to it."""
    if block.paragraph is None:
        return Html("")
    return link(
        f"#p{block.paragraph}",
        block.paragraph,
        class_="number",
        aria_label=f"Link to paragraph {block.paragraph}",
    )


def anchor(block: Block) -> str | None:
    """Fragment by which a paragraph is cited."""
    return f"p{block.paragraph}" if block.paragraph is not None else None


def group_name(block: Block) -> str:
    """Neighbours of the same group stand in one element: a list, a gap, the text itself."""
    if block.part == "unread":
        return "unread"
    if block.part == "heading" or block.shape == "heading":
        return "heading"
    return "items" if block.shape == "item" else "text"


def render_text(view: View, release: Release) -> tuple[Html, tuple[tuple[str, str], ...]]:
    """The text of a release, and (fragment, words) of its headings."""
    links = first_mentions(view, release)
    shown = [block for block in release.blocks if block.is_text or block.part == "unread"]
    parts: list[Html] = []
    contents: list[tuple[str, str]] = []
    top = min((block.level or 1 for block in shown if group_name(block) == "heading"), default=1)
    for name, group in groupby(shown, key=group_name):
        blocks = list(group)
        if name == "unread":
            parts.append(unread_note(blocks))
        elif name == "items":
            parts.append(item_list(blocks, links))
        elif name == "heading":
            for block in blocks:
                fragment = f"s{len(contents) + 1}"
                words = f"{block.label} {block.text}".strip()
                depth = min(3 + max((block.level or 1) - top, 0), 6)
                parts.append(heading(block, depth, fragment, links.get(block.number, ())))
                contents.append((fragment, words))
        else:
            parts += [passage(block, links.get(block.number, ())) for block in blocks]
    if not parts:
        parts.append(element("p", "This release has no text that could be read.", class_="empty"))
    return join(parts, "\n"), tuple(contents)


def heading(block: Block, depth: int, fragment: str, links: Sequence[Span]) -> Html:
    """A heading inside the text, with its number as written; one that is cited keeps its number too."""
    label = join([element("span", block.label, class_="label"), " "]) if block.label else ""
    inner = (number_link(block), label, marked_text(block.text, block.marks, links))
    titled = element(f"h{depth}", *inner, id=anchor(block) or fragment, **foreign(block))
    return titled


def passage(block: Block, links: Sequence[Span]) -> Html:
    """One numbered paragraph, quotation or table."""
    words = marked_text(block.text, block.marks, links)
    label = join([element("span", block.label, class_="label"), " "]) if block.label else ""
    number = number_link(block)
    if block.shape == "table" and block.rows:
        return table_passage(block)
    if block.shape == "quote":
        inner = element("p", number, label, words)
        return element("blockquote", inner, id=anchor(block), class_="passage", **foreign(block))
    return element("p", number, label, words, id=anchor(block), class_="passage", **foreign(block))


def item_list(blocks: Sequence[Block], links: Mapping[int, tuple[Span, ...]]) -> Html:
    """Neighbouring items as one list; their markers are kept as written, their depth as an indent."""
    rows = [
        element(
            "li",
            number_link(block),
            element("span", block.label, class_="label") if block.label else "",
            " " if block.label else "",
            marked_text(block.text, block.marks, links.get(block.number, ())),
            id=anchor(block),
            class_=f"passage depth-{min(block.level, 4)}"
            + ("" if block.label.strip("-•*·–— ") else " bullet"),
            **foreign(block),
        )
        for block in blocks
    ]
    return element("ul", *rows, class_="items")


def table_passage(block: Block) -> Html:
    """A table as the release draws it; it scrolls on its own when it is wider than the page."""
    rows = [element("tr", *(element("td", cell) for cell in row)) for row in block.rows]
    return element(
        "div",
        number_link(block),
        element("table", element("tbody", *rows)),
        id=anchor(block),
        class_="passage scroll",
        tabindex=0,
        role="group",
        aria_label=f"Table, paragraph {block.paragraph}" if block.paragraph else "Table",
        **foreign(block),
    )


def unread_note(blocks: Sequence[Block]) -> Html:
    """Says in the place of lines that could not be read that they stand in the raw text."""
    numbers = [number for block in blocks for number in block.lines]
    first, last = (min(numbers), max(numbers)) if numbers else (0, 0)
    which = f"Line {first}" if first == last else f"Lines {first}–{last}"
    words = f"{which} of the raw text could not be read and are left out here."
    if first == last:
        words = words.replace(" are ", " is ")
    return element("p", words, " ", link(f"#line-{first}", "See them as received"), class_="unread")
