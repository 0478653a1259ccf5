"""What every step of reading events needs of one release: sentences, dates, what stands above the text.

Enters: the parts of a release. Leaves: a `Setting`. Dates without a year or a day are completed from the
date of issue, else from a date above the text, else from the year that the text says is being marked.
Must not be known here: which event the release is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gazette.dates import complete, find_dates
from gazette.events.clauses import find_carrier, turn
from gazette.events.cues import Cue, find_cues
from gazette.events.dating import (
    Anchor,
    Dated,
    anchor_of_issue,
    anchor_of_year,
    attach,
    fill_year,
    has_year,
    is_opening,
    precision,
)
from gazette.events.no_event import NO_EVENT, NO_EVENT_OF_A_DAY
from gazette.events.sentences import Sentence, split_sentences
from gazette.events.spans import join_spans, shift
from gazette.events.zones import Zones, divide
from gazette.model import Anatomy, Block, DateMention, Evidence, Imprint, Issuer, People, When
from gazette.vocabulary.events import SPOKEN_KINDS


@dataclass(frozen=True, slots=True)
class Setting:
    """What all steps need of one release."""

    title: Sentence | None
    front: tuple[Dated, ...]
    sentences: tuple[Sentence, ...]
    dated: dict[int, list[Dated]]
    issue: Anchor | None
    issuer: str | None
    home: str | None
    "Country of the issuer."
    kind: str
    venue_lines: tuple[Block, ...]
    "Lines above the text that may name the place: datelines."
    people: Mapping[int, Sequence[tuple[int, str]]]
    "Block → (start, id of the official), in the order of the text."


def read_setting(anatomy: Anatomy, imprint: Imprint, people: People) -> Setting:
    """Sentences of the text with the dates of events in them, and what stands above the text."""
    issue = anchor_of_issue(imprint)
    zones = divide(anatomy.blocks)
    sentences = tuple(s for b in zones.prose for s in split_sentences(b))
    title = read_title(anatomy, imprint)
    front = read_front(zones, anatomy.blocks, imprint, issue)
    mentions = spread(sentences)
    delivered = next((d for d in front if precision(d.when) == 3), None)
    if delivered and imprint.kind.value in SPOKEN_KINDS:
        anchor: Anchor | None = Anchor(delivered.when, delivered.reading().evidence, "date of delivery")
    else:
        anchor = issue or anchor_beside(zones)
    dated = join_spans(date_sentences(sentences, mentions, anchor))
    seen: dict[int, list[tuple[int, str]]] = {}
    for official in people.officials:
        for mention in official.mentions:
            place = mention.evidence
            seen.setdefault(place.block, []).append((place.start, official.official))
    for places in seen.values():
        places.sort()
    lines = tuple(b for b in zones.head if b.part in ("dateline", "body", "heading"))
    issuer = imprint.issuer.value if imprint.issuer else Issuer(None, None)
    return Setting(
        title,
        front,
        sentences,
        dated,
        issue,
        issuer.name,
        issuer.country,
        imprint.kind.value,
        lines,
        seen,
    )


def spread(sentences: Sequence[Sentence]) -> dict[int, list[DateMention]]:
    """The dates of each sentence, by the sentence's place; each block is searched once."""
    found: dict[int, list[DateMention]] = {}
    number, following = -1, 0
    mentions: tuple[DateMention, ...] = ()
    for place, sentence in enumerate(sentences):
        if sentence.block.number != number:
            number, following, mentions = sentence.block.number, 0, find_dates(sentence.block.text)
        end = sentence.end
        while following < len(mentions) and mentions[following].start < end:
            found.setdefault(place, []).append(mentions[following])
            following += 1
    return found


def read_title(anatomy: Anatomy, imprint: Imprint) -> Sentence | None:
    """The title as one sentence, where the text gives one."""
    if imprint.title and imprint.title.status == "stated" and imprint.title.evidence:
        evidence = imprint.title.evidence[0]
        block = anatomy.blocks[evidence.block]
        return Sentence(block, evidence.start, evidence.quote)
    return None


def anchor_beside(zones: Zones) -> Anchor | None:
    """Where the date of issue is unknown: the first full day above the text, else the last below it."""
    for block in (*zones.head[:LINES], *reversed(zones.foot[:LINES])):
        if block.part == "number" or len(block.text) > 200:
            continue
        for mention in find_dates(block.text):
            if precision(mention.when) == 3 and has_year(mention.when):
                return Anchor(
                    When(mention.when.end, mention.when.end),
                    (Evidence(block.number, mention.start, mention.end, mention.as_written),),
                    "date beside the text",
                )
    return None


HEAD_PARTS = frozenset({"title", "dateline", "body", "heading", "caption"})
"""Parts of the lines above the text whose dates may be the event's."""

LINES = 24
"""So many lines above a text are looked at."""

_DELIVERED = re.compile(r"\b(?:delivered|given|spoken|pronounced)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|updated|modified|released|issued|uploaded|retrieved|created|corresponding to"
    r"|date|hits?|views?|department|reference|ref)\b",
    re.IGNORECASE,
)
"""A line above the text in which a date is that of the page."""


def read_front(
    zones: Zones, blocks: Sequence[Block], imprint: Imprint, issue: Anchor | None
) -> tuple[Dated, ...]:
    """Dates in the lines above the text, but for the date of issue; also a "Delivered on" below a speech."""
    issued_in = {e.block for e in imprint.issued.evidence} if imprint.issued else set()
    lines = [
        b for b in zones.head if b.part in HEAD_PARTS and (b.part == "title" or b.number not in issued_in)
    ]
    if imprint.kind.value in SPOKEN_KINDS:
        lines += [b for b in zones.foot if _DELIVERED.search(b.text[:200])]
        if delivered := below_label(blocks):
            lines.insert(0, delivered)
    found: list[Dated] = []
    for block in lines[:LINES]:
        if _PUBLISHED.search(block.text[:200]):
            continue
        sentence = Sentence(block, 0, block.text)
        for mention in find_dates(block.text):
            whole = settle(mention, issue) if not has_year(mention.when) else mention
            if precision(whole.when) >= 2 and has_year(whole.when):
                found.append(Dated(sentence, whole, None, False, True, issue))
    return tuple(found)


_DELIVERED_ON = re.compile(
    r"\W*(?:(?:speech |remarks |address )?(?:delivered|given)(?: on)?"
    r"|date (?:of (?:delivery|(?:the )?speech)|delivered))\W*",
    re.IGNORECASE,
)


def below_label(blocks: Sequence[Block]) -> Block | None:
    """The line below a label "Delivered on:" among the first of a page, wherever its text begins."""
    for label, below in pairwise(blocks[:LINES]):
        if len(label.text) < 40 and _DELIVERED_ON.fullmatch(label.text):
            return below
    return None


def settle(mention: DateMention, anchor: Anchor | None) -> DateMention:
    """A date completed from an anchor, or its figures put in order; as it is where there is no anchor."""
    settled = has_year(mention.when) and mention.rule != "numeric-ambiguous"
    if settled or anchor is None:
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
    week: Anchor | None = None
    for place, found in mentions.items():
        sentence = sentences[place]
        if place == 0 and is_dateline(sentence, found[0]):
            anchor = anchor or Anchor(found[0].when, (evidence_of(sentence, found[0]),), "dateline")
            found = found[1:]
        cues = find_cues(sentence)[:CROWDED]
        used: dict[Cue, int] = {}
        for mention in found[:CROWDED]:
            start, end = mention.start - sentence.start, mention.end - sentence.start
            opening = is_opening(sentence.text, start)
            carrier = find_carrier(sentence, start, end, opening)
            turned = turn(mention, carrier, sentence)
            week = week or week_ahead(mention, anchor)
            if week and is_weekday_ahead(turned):
                whole = settle(turned, week)
            elif anchor is None or precision(anchor.when) > 1:
                whole = settle(turned, anchor)
            else:
                whole = in_year(turned, anchor)
            if whole.when.start.endswith("XX") or (precision(whole.when) < 3 and not has_year(whole.when)):
                continue
            rests_on = anchor if whole.status == "inferred" else None
            one = attach(sentence, whole, cues, opening, carrier, rests_on)
            if one.cue in used and not _LISTED.fullmatch(sentence.text, used[one.cue], one.start):
                one = replace(one, cue=None)
            reasons = NO_EVENT_OF_A_DAY if precision(whole.when) == 3 else NO_EVENT
            if any(reason(one) for reason in reasons):
                continue
            if one.cue is not None:
                used[one.cue] = one.end
            dated.setdefault(place, []).append(one)
    return dated


_BEFORE_DATELINE = re.compile(
    r"(?!On\b|In\b)(?:[A-ZÀ-Þ][\w.'’-]*(?:, |/|,| (?:de|la|el|da|do|of) | )){1,6}\(?"
)
_AFTER_DATELINE = re.compile(r"\)?\s?(?:[–—:]|-{1,2}\s|\.?$)")


def is_dateline(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a text begins with place and date: "BERN, 20.09.2022 – Today …", "Lima, 4 April 2024."."""
    start, end = mention.start - sentence.start, mention.end - sentence.start
    return (
        start < 64
        and precision(mention.when) == 3
        and bool(_BEFORE_DATELINE.fullmatch(sentence.text, 0, start))
        and bool(_AFTER_DATELINE.match(sentence.text, end))
    )


def evidence_of(sentence: Sentence, mention: DateMention) -> Evidence:
    """The words of a date."""
    return Evidence(sentence.block.number, mention.start, mention.end, mention.as_written)


def week_ahead(mention: DateMention, anchor: Anchor | None) -> Anchor | None:
    """After "will tour the islands next week", the weekdays that follow are those of that week."""
    if mention.as_written.lower() != "next week" or anchor is None or not is_exact(anchor.when):
        return None
    whole = settle(mention, anchor)
    if "X" in whole.when.start or len(whole.when.start) < 10:
        return None
    eve = shift(whole.when.start, -1)
    return Anchor(When(eve, eve), anchor.evidence, anchor.rule)


def is_exact(when: When) -> bool:
    """Whether it is a day of a known year."""
    return precision(when) == 3 and has_year(when)


def is_weekday_ahead(mention: DateMention) -> bool:
    """Whether it is a weekday alone, spoken of as still to come."""
    return mention.rule.startswith("weekday") and mention.rule.endswith("-ahead")


def inner_anchor(sentences: Sequence[Sentence], mentions: dict[int, list[DateMention]]) -> Anchor | None:
    """For a release without date of issue: the day with which it begins, else the year that it marks.

    That year is made exact by the first day without year.
    """
    first = next((m for m in mentions.get(0, ())), None)
    if first and is_exact(first.when) and is_opening(sentences[0].text, first.start - sentences[0].start):
        return Anchor(first.when, (evidence_of(sentences[0], first),), "first day of the text")
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
