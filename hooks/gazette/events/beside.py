"""What went before, after and beside the main event without a date of its own.

Enters: the setting, the main event. Leaves: `Account`s on its day, or on the day after or before.
Must not be known here: the authority, other releases.
"""

from __future__ import annotations

import re

from gazette.events.attendance import joining
from gazette.events.cues import Cue, find_cues
from gazette.events.dating import has_year, precision
from gazette.events.folding import any_of, has_any
from gazette.events.phrases import Phrases
from gazette.events.principal import Principal
from gazette.events.sentences import Sentence
from gazette.events.setting import Setting
from gazette.events.spans import shift
from gazette.events.telling import call, is_spoken_of_as_planned
from gazette.events.whereabouts import place_in
from gazette.model import Account, Reading, When
from gazette.vocabulary.events import SIDE_OPENINGS, SIDE_TYPES, SIDE_VERBS, SIDE_WORDS

_SIDE_OPENING = any_of(SIDE_OPENINGS, before=r"\W{0,4}")
_SIDE_VERB = Phrases(SIDE_VERBS)
_TALK_ONLY = re.compile(
    r"\b(?:stated|said|noted|expressed|reaffirmed|stressed|explained|agreed|discussed|exchanged views)\b"
)


def tell_side(setting: Setting, main: Principal) -> list[Account]:
    """What went before, after and beside the main event without a date of its own.

    "Prior to the consultation, … made a courtesy call"; "They also attended a signing ceremony and a joint
    press conference". Not "They also attended to the details", and not talk within the meeting.
    """
    accounts = []
    for place, sentence in enumerate(setting.sentences):
        opening = _SIDE_OPENING.match(sentence.folded)
        verb = has_any(sentence.folded, SIDE_WORDS) and _SIDE_VERB.search(sentence.folded)
        beside = find_day_beside(sentence)
        if not opening and not verb and not beside:
            continue
        eve = beside if beside and beside.group().startswith("on the eve") else None
        dated = setting.dated.get(place, [])
        days = [d.start for d in dated if precision(d.when) == 3]
        if days and not opening and not (eve and sentence is main.sentence):
            continue
        after = opening.end() if opening else 0
        comma = sentence.text.find(",", after - 1)
        if opening and 0 <= comma < after + 60:
            after = comma
        if eve and not opening and not verb:
            after = eve.end()
        for cue in side_cues(sentence, after, eve.end() if eve else -1):
            if any(d.cue == cue for d in dated) or (days and cue.end > days[0] and not eve):
                continue
            title, series, ordinal = call(setting, sentence, cue, cue.type)
            accounts.append(
                Account(
                    type=cue.type,
                    role="referenced" if eve and cue.start > eve.start() else "principal",
                    title=title,
                    when=same_day(sentence, main, beside if beside and cue.start > beside.start() else None),
                    place=place_in(setting, sentence, cue.type, cue, None),
                    participants=joining(setting, main, sentence),
                    evidence=sentence.evidence(),
                    planned=is_spoken_of_as_planned(sentence.folded),
                    series=series,
                    ordinal=ordinal,
                )
            )
    return accounts


_DEFINITE = re.compile(r"\b(?:the|this|that|such|their)\s$")


def side_cues(sentence: Sentence, after: int, named_at: int = -1) -> list[Cue]:
    """One cue for each thing that a side sentence tells of.

    What is called "the meeting" was told before, but not where the name begins at `named_at`: "on the eve of
    the meeting between".
    """
    cues = [c for c in find_cues(sentence) if c.start >= after and c.type in SIDE_TYPES]
    kept: dict[str, Cue] = {}
    for cue in cues:
        if cue.type == "statement" and cue.manner == "verb":
            continue
        is_named_here = 0 <= cue.start - named_at < 12
        lead = max(0, cue.start - 8)
        if cue.manner == "noun" and not is_named_here and _DEFINITE.search(sentence.text, lead, cue.start):
            continue
        if cue.type == "visit" and cue.manner == "noun" and _TALK_ONLY.search(sentence.text):
            continue
        kept.setdefault(cue.type, cue)
    if ("courtesy-call" in kept or "signing" in kept) and "visit" in kept and kept["visit"].manner == "noun":
        del kept["visit"]
    return list(kept.values())


_DAY_BESIDE = re.compile(
    r"\b(?:(?P<after>on the eve of (?:the|his|her|their|a|an)\b"
    r"|(?:on )?the (?:following|next) (?:day|morning|afternoon|evening)"
    r"|the day after|a day later)"
    r"|(?P<before>(?:on )?the (?:previous|preceding) (?:day|evening|night)|the day before|the evening before"
    r"|a day earlier))\b"
)


_BESIDE_WORDS = (
    "the following ",
    "the next ",
    "the previous ",
    "the preceding ",
    "the day ",
    "a day ",
    "evening before",
    "on the eve of ",
)


def find_day_beside(sentence: Sentence) -> re.Match[str] | None:
    """Words for the day after or before: "on the following morning". Not "the next session"."""
    if not has_any(sentence.folded, _BESIDE_WORDS):
        return None
    return _DAY_BESIDE.search(sentence.folded)


def same_day(
    sentence: Sentence, main: Principal, beside: re.Match[str] | None = None
) -> Reading[When] | None:
    """The day of the main event, where that is a single day; or the day after or before it.

    "and on the following morning he visited the port".
    """
    if main.when is None or main.when.value.start != main.when.value.end or precision(main.when.value) < 3:
        return None
    if beside and has_year(main.when.value):
        day = shift(main.when.value.start, 1 if beside["after"] else -1)
        words = sentence.evidence(beside.start(), beside.end())
        return Reading(When(day, day), "inferred", "day-beside", (words, *main.when.evidence))
    return Reading(main.when.value, "inferred", "same-occasion", (sentence.evidence(), *main.when.evidence))
