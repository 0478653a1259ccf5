"""How a date hangs in its sentence: which verb carries it, in which tense, and whether in the main clause.

Enters: a sentence and the place of a date in it. Leaves: the tense of the verb that carries the date; whether
the date stands in a subordinate clause, in an attribute ("the ceasefire of 3 May") or in a quotation.
Must not be known here: which event the release is about, what a cue means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from gazette.events.folding import alternation, fold
from gazette.events.phrases import Phrases
from gazette.events.sentences import Sentence
from gazette.model import DateMention
from gazette.vocabulary.tenses import (
    BARE_VERBS,
    FUTURE_CUES,
    FUTURE_FRAMES,
    IRREGULAR_PASTS,
    LASTING_VERBS,
    NOT_PASTS,
)

Tense = Literal["ahead", "back", "lasting"]

REACH = 120
"""So many letters before a date its verb is looked for, and so many after one that opens a sentence."""


QUOTED = 3000
"""A quotation is not looked for further back."""


def _tree(phrases: tuple[str, ...]) -> str:
    return alternation(fold(phrase) for phrase in phrases)


_NO_NOUN = "".join(rf"(?<!\b{word} )" for word in ("the", "a", "an", "their", "its", "our", "my"))
"""After an article a word is no verb: "lost their lives", "prayers for the deceased"."""

_VERB = Phrases(
    pattern=rf"(?:(?P<none>{_tree(NOT_PASTS)})"
    rf"|(?P<ahead>(?:{_tree(FUTURE_FRAMES)})"
    r"(?: (?:also|be|have|next|again|jointly|then|not|officially))* [a-z]+"
    rf"|to be [a-z]+(?:ed|en|wn|ld|ght|id)|{_tree(FUTURE_CUES)})"
    rf"|(?P<lasting>{_tree(tuple(v for v in LASTING_VERBS if ' ' in v))}"
    rf"|{_NO_NOUN}(?:{_tree(tuple(v for v in LASTING_VERBS if ' ' not in v))}))"
    rf"|{_NO_NOUN}(?P<back>{_tree(IRREGULAR_PASTS)}|[a-z]{{2,}}ed))\b",
    endings="re|m",
)
_BARE_VERB = re.compile(rf"\W{{0,4}}(?:{_tree(BARE_VERBS)})\b")
_BREAK = re.compile(r";|\.\s|[:—]\s")


@dataclass(frozen=True, slots=True)
class Carrier:
    """The verb that carries a date."""

    tense: Tense | None
    distance: int
    "Letters between the two; negative where the verb comes after the date."


NO_CARRIER = Carrier(None, 0)
_AUXILIARIES = frozenset(["has", "have", "had", "was", "were", "is", "are"])


def find_carrier(sentence: Sentence, start: int, end: int, opening: bool) -> Carrier:
    """The last verb before a date; for one that opens its sentence the first after it.

    "Elections are to be held in May" → ahead; "which it built in 1996" → back; "Trade reached a record in
    2019" → lasting; "has today announced" → back.
    """
    folded = sentence.folded
    if not opening:
        last = None
        for match in _VERB.finditer(folded, max(0, start - REACH), start):
            if match.lastgroup != "none":
                last = match
        if (
            last
            and not _BREAK.search(folded, last.end(), start)
            and (last.group() not in _AUXILIARIES or start - last.end() > 1)
        ):
            return Carrier(last.lastgroup, start - last.end())  # type: ignore[arg-type]
    for match in _VERB.finditer(folded, end, min(len(folded), end + REACH)):
        if match.lastgroup != "none":
            return Carrier(match.lastgroup, end - match.start() - 1)  # type: ignore[arg-type]
    if sentence.block.shape == "item" and _BARE_VERB.match(folded):
        return Carrier("ahead", start)  # "The Minister will: • visit the port on Saturday"
    return NO_CARRIER


_TURNED = re.compile(r"-(?:ahead|back)$")
_TURNABLE = ("weekday", "month", "day", "days")
_FIXED = ("days-a", "month-of-relative")


_LIMIT = re.compile(r"\b(?:(?:no|not) later than|by|until|till)(?: the)?(?: (?:end|middle|beginning) of)? $")


_NEXT_OF_SERIES = re.compile(r",? (?:of )?(?:the|its|their|a) (?:next|upcoming|forthcoming|coming) [a-z]+\b")


def turn(mention: DateMention, carrier: Carrier, sentence: Sentence) -> DateMention:
    """A date without year, or a weekday, turned the way its verb looks; a limit always lies ahead.

    "On Friday I will fly", "In May, he visited", "are to be held in May", "no later than September", "thanked
    them for hosting, in May, the next round".
    """
    rule = mention.rule
    if "X" not in mention.when.start or not rule.startswith(_TURNABLE) or rule.startswith(_FIXED):
        return mention
    start = mention.start - sentence.start
    if _LIMIT.search(sentence.folded, max(0, start - 32), start) or _NEXT_OF_SERIES.match(
        sentence.folded, mention.end - sentence.start
    ):
        carrier = Carrier("ahead", 0)
    if carrier.tense not in ("ahead", "back"):
        return mention
    return replace(mention, rule=f"{_TURNED.sub('', rule)}-{carrier.tense}")


# --- clauses -------------------------------------------------------------------------------------

_CONJUNCTION = re.compile(r"[\"“]?(?:when|after|before|since|until|ever since|once|although|while)\b")
_RELATIVE = Phrases(pattern=r"(?:which|that|who|whose|whom|where|when|since|after|until|because|as)\s")
_OF = re.compile(
    r"\b(?P<noun>[a-z]+) (?:of|dated)(?: the)?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day,?)? $"
)
_OF_ENDS = ("of ", "dated ", " the ", "day ", "day, ")
_PARTS_OF_DAY = frozenset(
    ["morning", "afternoon", "evening", "night", "hours", "noon", "sidelines", "margins"]
)


def is_subordinate(sentence: Sentence, start: int) -> bool:
    """Whether a date stands in a clause that only supports the main one.

    "When they lodged the case on 3 May 2013, they …", "the treaty which was signed on 3 May". Not "On 3 May
    the two ministers, who …, met": the clause ends at its comma.
    """
    folded = sentence.folded
    comma = folded.find(", ")
    if _CONJUNCTION.match(folded) and (comma < 0 or start <= comma):
        return True
    clause = max(folded.rfind(", ", 0, start), folded.rfind("; ", 0, start), 0)
    if (relative := _RELATIVE.search(folded, clause, start)) is None:
        return False
    return any(m.lastgroup in ("back", "lasting") for m in _VERB.finditer(folded, relative.end(), start))


def is_attribute(sentence: Sentence, start: int) -> bool:
    """Whether a date belongs to a noun: "the ceasefire of 27 November". Not "the morning of 8 January"."""
    if not sentence.folded.endswith(_OF_ENDS, 0, start):
        return False
    match = _OF.search(sentence.folded, max(0, start - 40), start)
    return bool(match and match["noun"] not in _PARTS_OF_DAY)


def is_quoted(sentence: Sentence, start: int) -> bool:
    """Whether a place in a sentence stands within quotation marks that were opened before it in its block."""
    text, place = sentence.block.text, sentence.start + start
    begin = max(0, place - QUOTED)
    if text.rfind("“", begin, place) > text.rfind("”", begin, place):
        return True
    return text.count('"', begin, place) % 2 == 1
