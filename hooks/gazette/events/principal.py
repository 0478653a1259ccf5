"""What a release is about: the event, and the date that the text gives it.

Enters: the front matter of the text (title, dateline), its first sentences, their dates.
Leaves: `Principal`: sentence, cue, date. The date of issue becomes the date of the event only where the
text says "today", or where a read-out names no other day; then it is inferred.
Must not be known here: people, authority.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gazette.events.clauses import is_quoted
from gazette.events.cues import Cue, find_cues, name_event, read_ordinal
from gazette.events.dating import Anchor, Dated, has_year, precision
from gazette.events.sentences import Sentence
from gazette.events.spans import is_leaving, shift
from gazette.model import Reading, When
from gazette.vocabulary.events import (
    BACKGROUND_TYPES,
    DOCUMENT_TYPES,
    ENCOUNTERS,
    ISSUE_KINDS,
    SPOKEN_KINDS,
)

LEAD = 8
"""Sentences of the body among which the main event is looked for."""


@dataclass(frozen=True, slots=True)
class Principal:
    """The main event: the sentence that tells of it, what it is, when it was."""

    sentence: Sentence
    cue: Cue | None
    type: str
    when: Reading[When] | None
    dated: Dated | None
    "The date in the sentence, where it is the event's."
    named: tuple[Sentence, Cue] | None = None
    "Where the event has its name from: the sentence or the title."


def title_cue(title: Sentence | None) -> Cue | None:
    """What the title says happened; papers and announcements count only where nothing else is named.

    "Statement by Spokesperson Horne on Advisor Sullivan's Call with …" → the call.
    """
    if title is None:
        return None
    cues = [c for c in find_cues(title) if c.manner != "holding"]
    encounters = [c for c in cues if c.type not in DOCUMENT_TYPES and c.type not in BACKGROUND_TYPES]
    nouns = [c for c in encounters if c.manner == "noun"]
    chosen = nouns or encounters
    if chosen and chosen[0].type == "visit":
        return chosen[0]
    papers = (c for c in cues if c.type in DOCUMENT_TYPES)
    return next(iter(chosen), None) or next((c for c in cues if c.type == "incident"), next(papers, None))


def lead_cue(cues: Sequence[Cue], dated: Dated | None) -> Cue | None:
    """What a sentence tells: the cue of its date, else the first that is no paper and no background."""
    if dated and dated.cue and dated.cue.manner != "holding" and dated.cue.type not in BACKGROUND_TYPES:
        return dated.cue
    told = [c for c in cues if c.manner != "holding"]
    for pool in (
        [c for c in told if c.type in ENCOUNTERS],
        [c for c in told if c.type not in BACKGROUND_TYPES],
        told,
    ):
        if pool:
            return pool[0]
    return None


def find_principal(
    title: Sentence | None,
    front: Sequence[Dated],
    sentences: Sequence[Sentence],
    dated: dict[int, list[Dated]],
    kind: str,
    issue: Anchor | None,
) -> Principal | None:
    """The main event of a release.

    `front`: dates of title and dateline that are not the date of issue; `dated`: the dates of each
    sentence, by its place in `sentences`.
    """
    lead = range(min(LEAD, len(sentences)))
    of_title = title_cue(title)
    if issue and kind not in SPOKEN_KINDS and (marked := pick_marked(lead, dated)):
        evidence = (marked.reading().evidence[0], *issue.evidence)
        today = Reading(issue.when, "inferred", "marked-today", evidence)
        return Principal(marked.sentence, None, "anniversary", today, None)
    dated = {place: [d for d in found if is_timely(d, issue)] for place, found in dated.items()}
    chosen = pick_day(lead, dated, of_title) if kind not in SPOKEN_KINDS else None
    spoken = [d for d in front if precision(d.when) == 3]
    span = next((d for d in spoken if d.when.start != d.when.end), None)
    if span and (of_title is None or of_title.type in {"visit", "conference", "summit"}):
        eve = shift(span.when.start, -EVE)  # the day of leaving home
        inside = chosen is None or (eve <= chosen.when.start and chosen.when.end <= span.when.end)
        if inside and not (chosen and chosen.when == span.when):
            place = telling_place(lead, sentences)
            cue = of_title or lead_cue(find_cues(sentences[place]), None) if sentences else of_title
            sentence = sentences[place] if sentences else span.sentence
            named = (title, of_title) if title and of_title else None
            return Principal(sentence, cue, cue.type if cue else "visit", span.reading(), None, named)
    if chosen is not None and spoken and same_day_without_year(chosen, spoken):
        better = same_day_without_year(chosen, spoken)
        assert better is not None
        return make(title, chosen.sentence, of_title, chosen, better.reading())
    if chosen is not None:
        return make(title, chosen.sentence, of_title, chosen, chosen.reading())
    if not sentences:
        return None
    place = telling_place(lead, sentences)
    sentence = title if title and kind in SPOKEN_KINDS else sentences[place]
    if spoken:
        return make(title, sentence, of_title, None, spoken[0].reading())
    loose = None if kind in SPOKEN_KINDS else pick_day(range(place, place + 1), dated, background=True)
    if loose is not None and not (kind in ISSUE_KINDS and issue and loose.when.start > issue.when.start):
        return make(title, loose.sentence, of_title, loose, loose.reading())
    coarse = None if kind in SPOKEN_KINDS else pick_coarse(lead, dated)
    if coarse is not None:
        return make(title, coarse.sentence, of_title, coarse, coarse.reading())
    when = None
    if issue and kind in ISSUE_KINDS and precision(issue.when) == 3:
        when = Reading(issue.when, "inferred", "day-of-issue", issue.evidence or (sentence.evidence(),))
    return make(title, sentence, of_title, None, when)


def make(
    title: Sentence | None,
    sentence: Sentence,
    of_title: Cue | None,
    dated: Dated | None,
    when: Reading[When] | None,
) -> Principal:
    """The main event, called as in the title where that names an encounter, else as in the sentence.

    A title's "Visit" gives way to the call or conversation of which the sentence tells.
    """
    cue = lead_cue(find_cues(sentence), dated)
    type = cue.type if cue else ""
    named = (sentence, cue) if cue else None
    if title and of_title and of_title.type not in (DOCUMENT_TYPES | {"incident"} if type else ()):
        exact = of_title.type == "visit" and type in {"courtesy-call", "telephone-call"}
        if cue and of_title.type == type and is_numbered(sentence.text, cue):
            exact = True
        if (of_title.type != type or dated is None) and not exact:
            type, named = of_title.type, (title, of_title)
    lasts = dated is not None and dated.when.start != dated.when.end
    if lasts and type in DOCUMENT_TYPES and is_leaving(sentence.folded):
        return Principal(sentence, cue, "visit", when, dated)
    return Principal(sentence, cue, type or "occasion", when, dated, named)


def is_numbered(text: str, cue: Cue) -> bool:
    """Whether the name in the sentence has an ordinal: "The 4th Meeting of the Joint Commission"."""
    start, end = name_event(text, cue)
    return cue.manner == "noun" and read_ordinal(text[start:end])[1] is not None


EVE = 2
"""A traveller leaves home at most so many days before the first day of a tour."""

AT_ONCE = 2
"""What is to come is what a release is about only where the title or the first so many sentences say so."""

EARLIER, LATER = 200, 550
"""A release comes out so many days after what it is about, or so many before, where that is planned."""


def is_timely(dated: Dated, issue: Anchor | None) -> bool:
    """Whether a day lies near enough to the date of issue to be what the release is about.

    Not a treaty of 1991 in a statement of 2021, even where no other day is named.
    """
    if issue is None or not has_year(dated.when) or not has_year(issue.when):
        return True
    issued, day = issue.when.start.rstrip("?~"), dated.when.start.rstrip("?~")
    if len(issued) < 10 or len(day) < 10:
        return abs(int(issued[:4]) - int(day[:4])) <= 1
    return shift(issued, -EARLIER) <= day <= shift(issued, LATER)


def is_main(dated: Dated, of_title: Cue | None = None) -> bool:
    """Whether a day is told of rather than recalled, and is not that of a paper or an anniversary alone."""
    cue = dated.cue
    if precision(dated.when) < 3:
        return False
    if dated.background or dated.quoted:
        return is_of_title(cue, of_title) and not dated.quoted
    if cue is None:
        return True
    if cue.type == "statement" and cue.manner == "verb":
        return dated.mention.as_written.lower() == "today"
    if cue.type in BACKGROUND_TYPES:
        return dated.opening or (of_title is not None and of_title.type == cue.type)
    if cue.type == "agreement" and not dated.opening:
        return False
    if cue.type == "announcement" and not dated.opening:
        return True
    return True


def is_of_title(cue: Cue | None, of_title: Cue | None) -> bool:
    """Whether a cue is of the kind of event that the title names; papers do not count."""
    return bool(cue and of_title and cue.type == of_title.type and cue.type not in DOCUMENT_TYPES)


def pick_day(
    lead: Sequence[int],
    dated: dict[int, list[Dated]],
    of_title: Cue | None = None,
    background: bool = False,
) -> Dated | None:
    """The first day that the lead tells of.

    A later day of what is announced wins over the day of announcing it.
    """
    for place in lead:
        days = [
            d
            for d in dated.get(place, ())
            if (precision(d.when) == 3 and not d.quoted if background else is_main(d, of_title))
        ]
        if place >= AT_ONCE:
            days = [d for d in days if d.carrier.tense != "ahead" or is_of_title(d.cue, of_title)]
        if not days:
            continue
        announced = [d for d in days if not (d.cue and d.cue.type == "announcement")]
        if len(days) > 1 and announced and days[0] not in announced:
            return announced[0]
        return told_of(days[0], lead, dated)
    return None


def told_of(day: Dated, lead: Sequence[int], dated: dict[int, list[Dated]]) -> Dated:
    """The same day in a later sentence, if that says what happened and the first has no words for it."""
    if day.cue is not None:
        return day
    twins = (d for place in lead for d in dated.get(place, ()) if d.when == day.when and d.cue and is_main(d))
    return next(twins, day)


_TO_THE_DAY = re.compile(
    r"\bago today$|^today .*\bago$|\byears? to the day\b|^on this day .*\bago$", re.IGNORECASE
)


def pick_marked(lead: Sequence[int], dated: dict[int, list[Dated]]) -> Dated | None:
    """A day of another year that one of the first sentences says is marked today: "Five years ago today"."""
    found = (d for place in lead[:AT_ONCE] for d in dated.get(place, ()) if precision(d.when) == 3)
    return next((d for d in found if _TO_THE_DAY.search(d.mention.as_written)), None)


def pick_coarse(lead: Sequence[int], dated: dict[int, list[Dated]]) -> Dated | None:
    """A month or year that opens one of the first two sentences: "In March 2023, the Minister visited"."""
    for place in lead[:2]:
        for one in dated.get(place, ()):
            if one.opening and not one.background and one.cue and one.cue.type in ENCOUNTERS:
                return one
    return None


def same_day_without_year(chosen: Dated, front: Sequence[Dated]) -> Dated | None:
    """The full date above the text that says the year of the day in the text."""
    if chosen.mention.status == "stated" and "X" not in chosen.when.start:
        return None
    return next(
        (d for d in front if d.when.start[4:] == chosen.when.start[4:] and "X" not in d.when.start), None
    )


_TELLS = re.compile(
    r"\b(?:met|held|had|paid|made|received|visited|visit|called|spoke|signed|attended|led|took|will|welcomed|hosted)\b"
)


def telling_place(lead: Sequence[int], sentences: Sequence[Sentence]) -> int:
    """The first of the leading sentences that tells of something."""
    for place in lead:
        if is_quoted(sentences[place], 1):
            continue
        cues = find_cues(sentences[place])
        if any(c.type in ENCOUNTERS or c.type in {"signing", "announcement"} for c in cues):
            return place
    told = (p for p in lead if _TELLS.search(sentences[p].text) and not is_quoted(sentences[p], 1))
    return next(told, 0)
