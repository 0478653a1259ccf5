"""Which dates of a sentence are dates of events, and of which one.

Enters: a sentence, its date mentions, its cues. Leaves: `Dated`: a date with the cue that governs it.
Must not be known here: which event the release is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazette.events.clauses import NO_CARRIER, Carrier, is_attribute, is_quoted, is_subordinate
from gazette.events.cues import Cue
from gazette.events.phrases import Phrases
from gazette.events.sentences import Sentence
from gazette.model import DateMention, Evidence, Imprint, Reading, When
from gazette.vocabulary.events import (
    BACKGROUND_MARKERS,
    PLANNED_CUES,
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date beside which "today" and "17 December" are understood, and the sentence that gives it."""

    when: When
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a sentence that is the date of an event."""

    sentence: Sentence
    mention: DateMention
    "Completed; its places are in the block, not in the sentence."
    cue: Cue | None
    "What happened; None where no cue stands by."
    background: bool
    "Recalled or looked ahead to beside what the sentence tells."
    opening: bool
    "The sentence begins with it."
    anchor: Anchor | None = None
    carrier: Carrier = NO_CARRIER
    quoted: bool = False
    "Somebody says it, within quotation marks."
    further: tuple[Evidence, ...] = ()
    "Other words that the date rests on: the other end of a range, how long it lasted."

    @property
    def start(self) -> int:
        """Where the date begins in the sentence."""
        return self.mention.start - self.sentence.start

    @property
    def end(self) -> int:
        """Where it ends in the sentence."""
        return self.mention.end - self.sentence.start

    @property
    def when(self) -> When:
        """The date itself."""
        return self.mention.when

    def reading(self) -> Reading[When]:
        """The date as a reading: the words first, then what completed them."""
        own = Evidence(
            self.sentence.block.number, self.mention.start, self.mention.end, self.mention.as_written
        )
        extra = self.anchor.evidence if self.anchor and self.mention.status == "inferred" else ()
        return Reading(
            self.mention.when, self.mention.status, self.mention.rule, (own, *self.further, *extra)
        )


def precision(when: When) -> int:
    """3 for a day, 2 for a month, 1 for a year; the year may be unknown.

    >>> precision(When("XXXX-12-17", "XXXX-12-17"))
    3
    """
    return (
        when.start.count("-") + 1
        if not when.start.endswith("XX")
        else when.start.replace("-XX", "").count("-") + 1
    )


def has_year(when: When) -> bool:
    """Whether the year is known."""
    return "X" not in when.start


# --- anchors -------------------------------------------------------------------------------------


def anchor_of_issue(imprint: Imprint) -> Anchor | None:
    """The date of issue, where it is known to the day or the month."""
    issued = imprint.issued
    if issued is None or not has_year(issued.value):
        return None
    return Anchor(issued.value, issued.evidence, "date of issue")


_MARKING = r"(?:mark(?:s|ed|ing)|celebrat\w+|commemorat\w+)"
_YEAR_MARKED = re.compile(
    rf"\b(?:(?:the )?(?:year|significance of|in)\s+(?P<a>(?:19|20)\d\d)\b[^.;]{{0,40}}?\b{_MARKING}"
    rf"|\b{_MARKING}\b[^.;]{{0,60}}?\bin (?P<b>(?:19|20)\d\d)\b)"
)


def anchor_of_year(sentences: Sequence[Sentence]) -> Anchor | None:
    """The year that a release says is being marked now: "the significance of 2023, marking the 70th".

    Not "will mark the 75th anniversary in 2025", which looks ahead.
    """
    for sentence in sentences:
        if (
            "mark" not in sentence.text
            and "celebrat" not in sentence.text
            and "commemorat" not in sentence.text
        ):
            continue
        match = _YEAR_MARKED.search(sentence.text)
        if not match:
            continue
        before = sentence.text[max(0, match.start() - 60) : match.end()]
        if re.search(r"\b(?:will|would|shall|next|prepare|ahead|upcoming)\b", before):
            continue
        year = match.group("a") or match.group("b")
        return Anchor(When(year, year), (sentence.evidence(),), "year being marked")
    return None


# --- which cue a date belongs to -----------------------------------------------------------------

_OPENING = re.compile(
    r"^(?:[A-ZÀ-Þ][\w ,./'’()]{1,50}\s?[–—-]{1,2}\s)?[\s\"“(\[\d.)]*"
    r"(?:(?:early|late|earlier)\s+)?(?:(?:on|in|from|at|during|as of|at noon on)\s+)?"
    r"(?:the\s+)?(?:(?:morning|afternoon|evening|night|early hours|sidelines)\s+(?:of|on)\s+)?"
    r"(?:[A-Z][a-z]+day,?\s+(?:the\s+)?)?"
    r"(?:[A-Z][\w ]{2,24},\s+on\s+)?$",
    re.IGNORECASE,
)
_MARKER = Phrases(BACKGROUND_MARKERS)
_CLAUSE = re.compile(r"[,;:—–(]\s")
_PLANNED = Phrases(PLANNED_CUES)


def is_opening(text: str, start: int) -> bool:
    """Whether a sentence begins with the date: "On the morning of 3 May", "In Suva, on 3 May"."""
    return start < 60 and bool(_OPENING.match(text[:start]))


def attach(
    sentence: Sentence,
    mention: DateMention,
    cues: Sequence[Cue],
    opening: bool,
    carrier: Carrier = NO_CARRIER,
    anchor: Anchor | None = None,
) -> Dated:
    """A date with the cue that governs it.

    A date that opens its sentence belongs to the verb that follows ("On 17 May 2023, … met"); a year
    before a name to that name ("the 1951 Mutual Defense Treaty"); any other to the nearest cue before it.
    """
    start, end = mention.start - sentence.start, mention.end - sentence.start
    text = sentence.text
    before = [cue for cue in cues if cue.end <= start]
    after = [cue for cue in cues if cue.start >= end]
    clause = clause_start(text, start)
    near = [cue for cue in before if cue.start >= clause]
    cue: Cue | None
    if opening or (after and _CLAUSE_OPENING.fullmatch(text, clause, start)):
        telling = [
            c for c in after if c.manner != "verb" or not text.startswith("visiting", c.start)
        ] or after
        cue = next((c for c in telling if c.manner == "verb"), None) or next(iter(telling), None)
        holding = next((c for c in telling if c.manner == "holding"), None)
        if holding and cue and holding.start <= cue.start:
            cue = nearest_noun(telling, holding)
    elif after and is_adjective(text, start, end, after[0]):
        cue = after[0]
    elif near:
        cue = near[-1] if near[-1].manner != "holding" else nearest_noun(cues, near[-1])
    elif after and is_subject(text, start, end, after[0]):
        told = [c for c in after if c.manner == "noun" and c.type == after[0].type]
        cue = told[0] if told else after[0]
    elif before:
        cue = before[-1] if before[-1].manner != "holding" else nearest_noun(cues, before[-1])
    else:
        cue = next(iter(after), None)
    background = is_background(sentence, start, cue, opening)
    quoted = is_quoted(sentence, start)
    return Dated(sentence, mention, cue, background, opening, anchor, carrier, quoted)


_CLAUSE_OPENING = re.compile(r"(?:and|but|while|then)\s(?:(?:on|in)\s)?(?:the\s)?")

_THAT = re.compile(r"[,;:—–(]\s|\b(?:that|and)\s(?=(?:the\s+)?(?:year\s|next\s+year|this\s+year))")


def clause_start(text: str, start: int) -> int:
    """Where the clause of a date begins: after the last comma, or at "that the year 2023 …"."""
    begin = 0
    for match in (_THAT if "year" in text else _CLAUSE).finditer(text, 0, start):
        begin = match.end()
    return begin


def is_subject(text: str, start: int, end: int, cue: Cue) -> bool:
    """Whether a year is the subject of what follows.

    "that the year 2023 marks", "2023, marking the 70th anniversary".
    """
    if cue.type != "anniversary" or cue.start - end >= 90:
        return False
    return bool(_SUBJECT_LEAD.search(text[max(0, start - 20) : start]))


_SUBJECT_LEAD = re.compile(r"(?:\byear\s+|\bof\s+|^|[,;]\s|\bthat\s+|\bas\s+)(?:the\s+year\s+)?$")


def nearest_noun(cues: Sequence[Cue], holding: Cue) -> Cue:
    """What a holding verb speaks of.

    The noun just before it ("the Summit, held on"), else the next after it.
    """
    told = [c for c in cues if c.manner != "holding"]
    before = [c for c in told if c.end <= holding.start and holding.start - c.end < 90]
    after = [c for c in told if c.start >= holding.end and c.start - holding.end < 60]
    passive = holding.type == "" and before
    if passive:
        return before[-1]
    if after:
        return after[0]
    return before[-1] if before else holding


def is_adjective(text: str, start: int, end: int, cue: Cue) -> bool:
    """Whether a bare year stands before the name of what it dates.

    "Japan's 2015 Legislation", "the 1951 Treaty".
    """
    if end - start != 4 or cue.start - end >= 60:
        return False
    asked = _ASKS_FOR_YEAR.search(text, max(0, start - 60), start)
    return not asked and not _STOP.search(text, end, cue.start)


_ASKS_FOR_YEAR = re.compile(r"\b(?:in|since|by|of|from|year)\s+$", re.IGNORECASE)
_STOP = re.compile(r"[,;:.]")


def is_background(sentence: Sentence, start: int, cue: Cue | None, opening: bool) -> bool:
    """Whether the clause of a date recalls something or looks ahead.

    "since their chiefs last met at Windhoek in March".
    """
    if opening:
        return False
    if is_attribute(sentence, start) or is_subordinate(sentence, start):
        return True
    begin = 0
    for match in _CLAUSE.finditer(
        sentence.text, 0, min(start, cue.start if cue and cue.end <= start else start)
    ):
        begin = match.end()
    return bool(_MARKER.search(sentence.folded, begin, start))


def is_planned(dated: Dated, issue: When | None) -> bool:
    """Whether the text speaks of the event as still to come; a date after the date of issue says so too."""
    if issue and has_year(dated.when) and has_year(issue):
        size = min(len(dated.when.start), len(issue.start))
        a, b = dated.when.start[:size], issue.start[:size]
        if a != b:
            return a > b
        if precision(dated.when) == 3:
            return False if len(issue.start) == 10 else bool(_PLANNED.search(dated.sentence.folded))
    begin = max(0, (min(dated.cue.start, dated.start) if dated.cue else dated.start) - 60)
    return bool(_PLANNED.search(dated.sentence.folded, begin, dated.end + 30))


def fill_year(mention: DateMention, year: str) -> DateMention:
    """A date without year, in a year that the release is known to speak of."""
    when = mention.when
    filled = When(when.start.replace("XXXX", year), when.end.replace("XXXX", year))
    return replace(mention, when=filled, status="inferred", rule=f"{mention.rule}+year")
