"""What every step of reading events needs of one release: sentences, dates, what stands above the text.

Enters: the parts of a release. Leaves: a `Setting`. Dates without a year or a day are completed from the
date of issue, else from a date above the text, else from the year that the text says is being marked.
Must not be known here: which event the release is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gazette.dates import complete, find_dates
from gazette.events.cues import Cue, find_cues
from gazette.events.dating import (
    Anchor,
    Dated,
    anchor_of_issue,
    anchor_of_year,
    attach,
    fill_year,
    has_year,
    precision,
    turn,
)
from gazette.events.no_event import NO_EVENT
from gazette.events.sentences import Sentence, split_sentences
from gazette.model import Anatomy, DateMention, Imprint, People


@dataclass(frozen=True, slots=True)
class Setting:
    """What all steps need of one release."""

    title: Sentence | None
    front: tuple[Dated, ...]
    sentences: tuple[Sentence, ...]
    dated: dict[int, list[Dated]]
    issue: Anchor | None
    issuer: str | None
    kind: str
    venue_lines: tuple[Sentence, ...]
    "Lines above the text that may name the place: datelines."
    people: Mapping[int, Sequence[tuple[int, str]]]
    "Block → (start, id of the official), in the order of the text."


def read_setting(anatomy: Anatomy, imprint: Imprint, people: People) -> Setting:
    """Sentences of the text with the dates of events in them, and what stands above the text."""
    issue = anchor_of_issue(imprint)
    sentences = tuple(s for b in anatomy.blocks if b.part == "body" for s in split_sentences(b))
    title = read_title(anatomy, imprint)
    front = read_front(anatomy, imprint, title, issue)
    mentions = spread(sentences)
    anchor = issue or next((Anchor(d.when, d.reading().evidence, "date above the text") for d in front), None)
    dated = date_sentences(sentences, mentions, anchor)
    seen: dict[int, list[tuple[int, str]]] = {}
    for official in people.officials:
        for mention in official.mentions:
            place = mention.evidence
            seen.setdefault(place.block, []).append((place.start, official.official))
    for places in seen.values():
        places.sort()
    lines = tuple(Sentence(b, 0, b.text) for b in anatomy.blocks if b.part == "dateline")
    issuer = imprint.issuer.value.name if imprint.issuer else None
    return Setting(title, front, sentences, dated, issue, issuer, imprint.kind.value, lines, seen)


def spread(sentences: Sequence[Sentence]) -> dict[int, list[DateMention]]:
    """The dates of each sentence, by the sentence's place; each block is searched once."""
    found: dict[int, list[DateMention]] = {}
    number = -1
    mentions: tuple[DateMention, ...] = ()
    for place, sentence in enumerate(sentences):
        if sentence.block.number != number:
            number, mentions = sentence.block.number, find_dates(sentence.block.text)
        own = [m for m in mentions if sentence.start <= m.start < sentence.end]
        if own:
            found[place] = own
    return found


def read_title(anatomy: Anatomy, imprint: Imprint) -> Sentence | None:
    """The title as one sentence, where the text gives one."""
    if imprint.title and imprint.title.status == "stated" and imprint.title.evidence:
        evidence = imprint.title.evidence[0]
        block = anatomy.blocks[evidence.block]
        return Sentence(block, evidence.start, evidence.quote)
    return None


def read_front(
    anatomy: Anatomy, imprint: Imprint, title: Sentence | None, issue: Anchor | None
) -> tuple[Dated, ...]:
    """Dates in the title and in datelines above the text, but for the date of issue."""
    issued_in = {e.block for e in imprint.issued.evidence} if imprint.issued else set()
    first = next((b.number for b in anatomy.blocks if b.part == "body"), len(anatomy.blocks))
    found: list[Dated] = []
    for block in anatomy.blocks:
        if block.part not in ("title", "dateline") or (block.part == "dateline" and block.number > first):
            continue
        if block.part == "dateline" and block.number in issued_in:
            continue
        sentence = Sentence(block, 0, block.text)
        for mention in find_dates(block.text):
            whole = settle(mention, issue) if not has_year(mention.when) else mention
            if precision(whole.when) >= 2 and has_year(whole.when):
                found.append(Dated(sentence, whole, None, False, True, issue))
    return tuple(found)


def settle(mention: DateMention, anchor: Anchor | None) -> DateMention:
    """A date completed from an anchor; as it is where there is none."""
    if has_year(mention.when) or anchor is None:
        return mention
    return complete(mention, anchor.when)


CROWDED = 40
"""A sentence with more dates or cues is a list or a table; the rest of it is not read."""

_LISTED = re.compile(r"[\s,;]*(?:and|or|to|&|–|-|as well as)?\s*(?:on|in|from)?\s*(?:the\s)?")
'Between two dates of one event: "on 3 May and 5 June"; other words begin something else.'


def date_sentences(
    sentences: Sequence[Sentence], mentions: dict[int, list[DateMention]], anchor: Anchor | None
) -> dict[int, list[Dated]]:
    """The dates of events, sentence by sentence, each with what it dates."""
    if anchor is None and any(not has_year(m.when) for found in mentions.values() for m in found):
        anchor = inner_anchor(sentences, mentions)
    dated: dict[int, list[Dated]] = {}
    for place, found in mentions.items():
        sentence = sentences[place]
        cues = find_cues(sentence.text)[:CROWDED]
        used: dict[Cue, int] = {}
        for mention in found[:CROWDED]:
            turned = turn(sentence, mention)
            whole = (
                settle(turned, anchor)
                if anchor is None or precision(anchor.when) > 1
                else in_year(turned, anchor)
            )
            if whole.when.start.endswith("XX") or (precision(whole.when) < 3 and not has_year(whole.when)):
                continue
            one = attach(sentence, whole, cues)
            one = replace(one, anchor=anchor) if whole.status == "inferred" else one
            if one.cue in used and not _LISTED.fullmatch(sentence.text, used[one.cue], one.start):
                one = replace(one, cue=None)
            if any(reason(one) for reason in NO_EVENT):
                continue
            if one.cue is not None:
                used[one.cue] = one.end
            dated.setdefault(place, []).append(one)
    return dated


def inner_anchor(sentences: Sequence[Sentence], mentions: dict[int, list[DateMention]]) -> Anchor | None:
    """For a release without date of issue: the year it marks, made exact by its first day without year."""
    year = anchor_of_year(sentences)
    if year is None:
        return None
    for place, found in mentions.items():
        for mention in found:
            if (
                precision(mention.when) == 3
                and mention.when.start.startswith("XXXX-")
                and mention.when.start[5] != "X"
            ):
                filled = fill_year(mention, year.when.start)
                evidence = (*year.evidence, sentences[place].evidence())
                return Anchor(filled.when, evidence, "year being marked")
    return year


def in_year(mention: DateMention, anchor: Anchor) -> DateMention:
    """A day or month in a year that is known without a day."""
    if mention.when.start.startswith("XXXX-") and not mention.when.start.startswith("XXXX-XX"):
        return fill_year(mention, anchor.when.start[:4])
    return mention
