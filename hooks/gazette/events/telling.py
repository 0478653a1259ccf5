"""Accounts of the events of a release: the main one, those with a date, those with a name.

Enters: the setting, the main event. Leaves: `Account`s, not yet folded together.
Must not be known here: the authority, other releases.
"""

from __future__ import annotations

import re

from gazette.events.attendance import attending, participants
from gazette.events.cues import (
    Cue,
    find_cues,
    find_named_events,
    fold_series,
    name_event,
    read_ordinal,
)
from gazette.events.dating import Dated, has_year, is_planned, precision
from gazette.events.folding import any_of
from gazette.events.phrases import Phrases
from gazette.events.places import find_spots
from gazette.events.principal import Principal
from gazette.events.sentences import Sentence
from gazette.events.setting import Setting
from gazette.events.whereabouts import place_beside, place_of_main, read_spot
from gazette.model import Account
from gazette.vocabulary.events import (
    ATTENDED_BEFORE,
    BARE_NAMES,
    ONE_TO_ONE,
    PLANNED_CUES,
    SPOKEN_KINDS,
    STANDING_BODIES,
)


def tell_main(setting: Setting, main: Principal) -> Account:
    """The account of what the release is about."""
    sentence = main.sentence
    where, cue = main.named or (sentence, main.cue)
    title, series, ordinal = call(setting, where, cue, main.type, main=True)
    if (series is None or ordinal is None) and setting.title:
        for start, end in find_named_events(setting.title):
            name, number = read_ordinal(setting.title.text[start:end])
            if number is not None:
                title, series, ordinal = setting.title.text[start:end], fold_series(name), number
                break
    if ordinal is None and main.type not in ONE_TO_ONE:
        for start, end in find_named_events(sentence):
            name, number = read_ordinal(sentence.text[start:end])
            if number is not None and is_dated_by(setting, main, start, end):
                title, series, ordinal = sentence.text[start:end], fold_series(name), number
                break
    planned = False
    if main.when:
        planned = bool(
            setting.issue and has_year(main.when.value) and main.when.value.start > setting.issue.when.start
        )
    else:
        planned = is_spoken_of_as_planned(sentence.folded)
    return Account(
        type=main.type,
        role="principal",
        title=title,
        when=main.when,
        place=place_of_main(setting, main),
        participants=participants(setting, sentence, setting.title),
        evidence=sentence.evidence(),
        planned=planned,
        series=series,
        ordinal=ordinal,
    )


def is_dated_by(setting: Setting, main: Principal, start: int, end: int) -> bool:
    """Whether the main event's date is the nearest to a name in its sentence.

    Always where the sentence has no date.
    """
    others = [d for found in setting.dated.values() for d in found if d.sentence is main.sentence]
    if not others:
        return start < 120
    return main.dated is not None and main.dated is min(
        others, key=lambda d: min(abs(d.start - end), abs(d.end - start))
    )


_PLANNED = Phrases(PLANNED_CUES)


def is_spoken_of_as_planned(text: str) -> bool:
    """Whether a sentence without a date speaks of what is to come."""
    return bool(_PLANNED.search(text))


_MADE = re.compile(
    r"(?:paid|pay|made|held|had|hold|will pay|will hold|will make)\s+(?:an?\s+)?(\w+(?:\s+\w+)?)$",
    re.IGNORECASE,
)


def call(
    setting: Setting, sentence: Sentence, cue: Cue | None, type: str, main: bool = False
) -> tuple[str, str | None, int | None]:
    """What an event is called, its series and ordinal."""
    if cue is None or cue.manner != "noun":
        near = named_near(sentence, cue) if main and type not in ONE_TO_ONE else None
        if near:
            name, ordinal = read_ordinal(near)
            return near, fold_series(name), ordinal
        return made(sentence, cue) or BARE_NAMES.get(type, type), None, None
    start, end = name_event(sentence.text, cue)
    written = sentence.text[start:end]
    name, ordinal = read_ordinal(written)
    series = fold_series(name)
    return written, series, ordinal if series else None


def made(sentence: Sentence, cue: Cue | None) -> str | None:
    """What a verb makes: "paid a courtesy call", "had a bilateral | meeting"; None for "met"."""
    match = _MADE.match(sentence.text, cue.start, cue.end) if cue else None
    if match is None or cue is None:
        return None
    noun = next((c for c in find_cues(sentence) if c.manner == "noun" and c.start == cue.end + 1), None)
    return sentence.text[match.start(1) : noun.end if noun else match.end(1)]


def named_near(sentence: Sentence, cue: Cue | None) -> str | None:
    """The name of an event in a sentence whose verb is a bare one ("met for the third Quad … Meeting")."""
    for start, end in find_named_events(sentence):
        before = sentence.text[max(0, start - 24) : start].lower()
        if re.search(r"\b(?:for|attended?|of|held|the)\s+(?:the\s+)?(?:\w+\s+)?$", before) and not re.search(
            r"\b(?:sidelines|margins|ahead|since|following|during)\s+of?\s*(?:the\s+)?$", before
        ):
            return sentence.text[start:end]
    return None


# --- other events --------------------------------------------------------------------------------


def tell_dated(setting: Setting, main: Principal) -> list[Account]:
    """Every other event that has a date: stops of a visit as principal, the rest as referred to."""
    accounts = []
    for place, found in setting.dated.items():
        sentence = setting.sentences[place]
        for dated in found:
            if dated is main.dated or (is_announcing(dated) and dated.sentence is main.sentence):
                continue
            type = (dated.cue.type if dated.cue else "") or "occasion"
            title, series, ordinal = call(setting, sentence, dated.cue, type)
            stop = belongs(dated, main) and setting.kind not in SPOKEN_KINDS
            accounts.append(
                Account(
                    type=type,
                    role="principal" if stop else "referenced",
                    title=title,
                    when=dated.reading(),
                    place=place_beside(setting, sentence, dated, type),
                    participants=attending(setting, main, dated, type, stop),
                    evidence=sentence.evidence(),
                    planned=is_planned(dated, setting.issue.when if setting.issue else None),
                    series=series,
                    ordinal=ordinal,
                )
            )
    return accounts


def is_announcing(dated: Dated) -> bool:
    """The day on which the event of the same sentence is announced.

    "today announced … to attend … on 19 May".
    """
    return bool(dated.cue and dated.cue.type == "announcement" and dated.cue.manner == "verb")


def belongs(dated: Dated, main: Principal) -> bool:
    """Whether a day is a stop of the main event or stands beside it in one sentence, and is not recalled."""
    if dated.background or precision(dated.when) < 3 or main.when is None:
        return False
    when = main.when.value
    if has_year(when) and has_year(dated.when) and abs(int(when.start[:4]) - int(dated.when.start[:4])) > 1:
        return False
    if dated.sentence is main.sentence and not (dated.cue and dated.cue.type == "statement"):
        return True
    return when.start <= dated.when.start and dated.when.end <= when.end


def tell_named(setting: Setting) -> list[Account]:
    """Events that are called by a name of their own, without a date.

    "the ASEAN-Japan Commemorative Summit".
    """
    accounts = []
    for place, sentence in enumerate(setting.sentences):
        for start, end in find_named_events(sentence):
            if any(
                abs(d.start - end) < 60 or (d.cue and start <= d.cue.start < end)
                for d in setting.dated.get(place, ())
            ):
                continue
            written = sentence.text[start:end]
            name, ordinal = read_ordinal(written)
            series = fold_series(name)
            if series is None or (ordinal is None and not is_occasion(sentence.folded, start, written)):
                continue
            cue = next(
                (c for c in find_cues(Sentence(sentence.block, 0, written)) if c.manner == "noun"), None
            )
            spots = find_spots(sentence.text[end : end + 40], "in at")
            where = spots[0]._replace(start=spots[0].start + end, end=spots[0].end + end) if spots else None
            window = sentence.folded[max(0, start - 60) : start]
            accounts.append(
                Account(
                    type=cue.type if cue else "conference",
                    role="referenced",
                    title=written,
                    when=None,
                    place=read_spot(sentence, where) if where else None,
                    participants=(),
                    evidence=sentence.evidence(),
                    planned=is_spoken_of_as_planned(window),
                    series=series,
                    ordinal=ordinal,
                )
            )
    return accounts


_ATTENDED = any_of(ATTENDED_BEFORE, after=r"\s+(?:the\s+|a\s+|an\s+)?(?:special\s+|upcoming\s+)?$")


def is_occasion(text: str, start: int, name: str) -> bool:
    """Whether a name without date and ordinal is that of an occasion: "attended the Commemorative Summit".

    Not a body of that name: "frameworks such as the East Asia Summit", "the National Assembly".
    """
    if name.split()[-1].lower() in STANDING_BODIES:
        return False
    return bool(_ATTENDED.search(text, max(0, start - 40), start))
