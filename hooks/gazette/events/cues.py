"""Cue words of events in a sentence: what happened, as noun or verb, and how the text names it.

Enters: the text of a sentence. Leaves: `Cue`s in their order; the name, series and ordinal of an event.
Must not be known here: dates, releases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from gazette.events.folding import alternation, fold
from gazette.events.phrases import Phrases
from gazette.events.sentences import Sentence
from gazette.vocabulary.calendar import ENGLISH_MONTHS, WEEKDAYS
from gazette.vocabulary.events import (
    HOLDING_VERBS,
    MODIFIERS,
    NAME_STOPS,
    NAMED_HEADS,
    NOT_CUES,
    NOUN_CUES,
    ORDINALS,
    SMALL_WORDS,
    VERB_CUES,
    VISITED,
)

Manner = Literal["noun", "verb", "holding"]
"""holding: a verb that says that something happened, but not what ("held", "took place")."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that tells of an event: `sentence.text[start:end]`."""

    start: int
    end: int
    type: str
    "'' for a holding verb."
    manner: Manner


_MEANING: dict[str, tuple[str, Manner]] = {
    **{fold(phrase): ("", "holding") for phrase in HOLDING_VERBS},
    **{fold(phrase): ("-", "verb") for phrase in NOT_CUES},
    **{fold(phrase): (type, "verb") for type, phrases in VERB_CUES for phrase in phrases},
    **{fold(phrase): (type, "noun") for type, phrases in NOUN_CUES for phrase in phrases},
}
_CUE = Phrases(_MEANING)
_JOINED = frozenset("'’‘-‐‑")
"A word after one of these is the rest of another: by-election, co-hosted."

_URGED = re.compile(r"\s+[^.;]{0,120}?\bto\s+[a-z]")


def find_cues(sentence: Sentence) -> list[Cue]:
    """All cues of a sentence, in their order; cues do not overlap.

    "called on Prime Minister Tan" is one; "called on all parties to show restraint" is none.
    """
    cues = []
    text, place = sentence.text, 0
    while match := _CUE.search(sentence.folded, place):
        start, end = match.span()
        if start and text[start - 1] in _JOINED:
            place = start + 1
            continue
        place = end
        type, manner = _MEANING[match.group()]
        if type == "-":
            continue
        calls = type == "courtesy-call" and manner == "verb" and match.group().endswith(" on")
        if calls and is_urging(sentence.folded, end):
            continue
        cues.append(Cue(start, end, type, manner))
    return cues


def is_urging(text: str, after: int) -> bool:
    """Whether "called on" urges somebody: "called on Russia to withdraw", "called on all sides to …".

    Not "called on the Prime Minister to congratulate him": whoever has a title or honorific is visited.
    """
    follows = text[after : after + 40].lstrip()
    if follows.startswith(VISITED):
        return False
    return bool(_URGED.match(text, after))


# --- names of events -----------------------------------------------------------------------------

_TOKEN_BEFORE = re.compile(r"([^\s,;:()]+)\s+$")
_REACH = 40
"As many characters are looked at for the word before a place."


def _before(pattern: re.Pattern[str], text: str, place: int) -> re.Match[str] | None:
    """A match of one word and the white space after it that ends at a place; only that word is looked at."""
    window = text[max(0, place - _REACH) : place]
    bare = window.rstrip()
    if not bare or len(bare) == len(window):
        return None
    word = bare.rsplit(None, 1)[-1]
    return pattern.search(text, place - len(window) + len(bare) - len(word), place)


_LINKS = frozenset(["of", "and", "the", "on"])
_PARTICLE = re.compile(r"\s+(?:with|by|on|of)$")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\b|\b(" + "|".join(ORDINALS) + r")\b", re.IGNORECASE)
MONTHS = "|".join(name for names in (*ENGLISH_MONTHS, *WEEKDAYS) for name in names)
_TAIL = re.compile(
    rf"(?:\s+(?:of|on|for)\s+(?:the\s+)?(?!(?:{MONTHS})\b)(?:[A-Z][\w'’&.-]*)"
    rf"(?:\s+(?:(?:of|and|for)\s+(?:the\s+)?)?(?!(?:{MONTHS})\b)[A-Z][\w'’&-]*){{0,12}})"
)


def name_event(text: str, cue: Cue) -> tuple[int, int]:
    """Where the name of an event stands: the noun with the ordinal, capitals and small modifiers before it.

    "attended the 3rd Senior Official-Level Bilateral Consultation" → from "3rd"; "had a cordial telephone
    conversation" → "telephone conversation".
    """
    start = kept = cue.start
    for _ in range(16):
        match = _before(_TOKEN_BEFORE, text, start)
        if not match:
            break
        token = match.group(1)
        plain = token.lower().strip("'’\"“”")
        if plain in NAME_STOPS:
            break
        if is_ordinal(plain):
            kept = start = match.start()
            break
        if (
            token[:1].isupper()
            or token[:1].isdigit()
            or plain in MODIFIERS
            or plain.split("-")[0] in MODIFIERS
        ):
            if token[:1].isdigit() and not re.search(r"[a-z+]", token, re.IGNORECASE):
                break
            start = match.start()
            if plain not in SMALL_WORDS:
                kept = start
        elif plain in _LINKS and text[cue.start : cue.start + 1].isupper():
            start = match.start()
        else:
            break
    end = cue.end
    if particle := _PARTICLE.search(text, cue.start, end):
        end = particle.start()
    if tail := _TAIL.match(text, end):
        end = tail.end()
    return kept, end


def is_ordinal(word: str) -> bool:
    """Whether a word is an ordinal: "13th", "third", "inaugural"."""
    match = _ORDINAL.match(word)
    return bool(match and match.end() == len(word))


def read_ordinal(name: str) -> tuple[str, int | None]:
    """The name without its ordinal, and the ordinal.

    >>> read_ordinal("13th ASEM Summit")
    ('ASEM Summit', 13)
    """
    match = _ORDINAL.search(name)
    if not match:
        return name, None
    number = int(match.group(1)) if match.group(1) else ORDINALS[match.group(2).lower()]
    return (name[: match.start()] + name[match.end() :]).strip(), number


_NAMED = re.compile(r"(?:" + "|".join(NAMED_HEADS) + r")s?\b", re.IGNORECASE)
_NOT_IN_SERIES = frozenset(["the", "a", "an", "of", "on", "in", "and", "s", "for"])


def fold_series(name: str) -> str | None:
    """Folded name of the series that an event belongs to, or None where the name is no name.

    >>> fold_series("ASEAN-Japan Commemorative Summit"), fold_series("bilateral meeting")
    ('asean japan commemorative summit', None)
    """
    capitals = sum(1 for word in re.split(r"[\s-]+", name) if word[:1].isupper())
    if capitals < 2 or not _NAMED.search(name):
        return None
    words = re.sub(
        r"[^\w+]+", " ", fold(name).replace("'s ", " ").replace("s' ", " ").replace("'", "")
    ).split()
    return " ".join(w.rstrip("s") if len(w) > 4 else w for w in words if w not in _NOT_IN_SERIES) or None


_HEAD = re.compile(
    rf"(?:{alternation(NAMED_HEADS)})\b"
    r"(?!\s+(?:Hall|Centre|Center|Room|Declaration|Statement|Road|House|Partner|Relations|of Nations))"
)
_HEAD_WORDS = tuple({head.removesuffix("s") for head in NAMED_HEADS})
_WORD_BEFORE = re.compile(r"([A-Z0-9][\w&+.-]*(?:['’]s?)?|of|on|the|and)\s+$")


def find_named_events(sentence: Sentence) -> list[tuple[int, int]]:
    """Names of events that stand in a sentence with capitals: "the ASEAN-Japan Commemorative Summit".

    Not "the Foreign Ministers' meeting" (small head) and not "Summit Hall".
    """
    found: list[tuple[int, int]] = []
    text = sentence.text
    for head in islice(_HEAD.finditer(text), 16):
        start = place = head.start()
        if start and text[start - 1].isalnum():
            continue
        for _ in range(9):
            match = _before(_WORD_BEFORE, text, place)
            if not match:
                break
            place = match.start()
            word = match.group(1)
            if word[:1].isupper() and word.lower() in SMALL_WORDS:
                break
            if not word[:1].islower():
                start = place
        name = text[start : head.end()]
        if found and start < found[-1][1]:
            start, end = found.pop()[0], head.end()
            found.append((start, end))
        elif sum(1 for w in re.split(r"[\s-]+", name) if w[:1].isupper()) >= 2:
            found.append((start, head.end()))
    return found
