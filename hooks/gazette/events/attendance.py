"""Who took part in an event, as far as its sentence says.

Enters: the setting, the main event, a dated event. Leaves: ids of officials in the order of the text.
Who recalls an event has not thereby taken part in it. Must not be known here: names, offices.
"""

from __future__ import annotations

import re

from gazette.events.dating import Dated
from gazette.events.phrases import Phrases
from gazette.events.principal import Principal
from gazette.events.sentences import Sentence
from gazette.events.setting import Setting
from gazette.vocabulary.events import ENCOUNTERS, PERSONAL, SAME_PARTIES

REACH = 140
"""Who took part stands within so many letters after what happened."""


def participants(setting: Setting, *sentences: Sentence | None) -> tuple[str, ...]:
    """Officials who are named in the sentences, each once, in the order of the text."""
    found: dict[str, None] = {}
    for sentence in sentences:
        if sentence is None:
            continue
        for start, official in setting.people.get(sentence.block.number, ()):
            if sentence.start <= start < sentence.end:
                found[official] = None
    return tuple(found)


_TOGETHER = re.compile(
    r"(?:[^.;]{0,40}, )?(?:they|both"
    r"|the two (?:[a-z]+ ){0,2}(?:leaders|ministers|sides|presidents|secretaries))\b",
    re.IGNORECASE,
)


def joining(setting: Setting, main: Principal, sentence: Sentence) -> tuple[str, ...]:
    """Officials of a sentence about something beside the main event, with those whom "They" stands for.

    "They also attended a signing ceremony": those of the main event. Not "The Ambassador attended a signing".
    """
    named = participants(setting, sentence)
    together = _TOGETHER.match(sentence.text)
    if not together:
        return named
    meant = participants(setting, main.sentence) or participants(setting, setting.title)
    if not together.group().lower().endswith("they"):
        meant = meant[:2]
    return tuple(dict.fromkeys((*meant, *named)))


def attending(
    setting: Setting, main: Principal, dated: Dated, type: str, stop: bool = False
) -> tuple[str, ...]:
    """Who took part in an event beside the main one.

    All who are named, where the sentence tells of it ("On 30 May, A received B"); where it recalls it, only
    those named after it ("his meeting with Minister Tan in May"), or those of the main event ("their
    telephone conversation on 30 October"). An election or a summit that is spoken of has nobody.
    """
    if type not in ENCOUNTERS and type not in PERSONAL:
        return ()
    sentence, cue = dated.sentence, dated.cue
    told = cue is not None and cue.manner == "verb" and not dated.background
    if stop or dated.opening or told:
        return participants(setting, sentence)
    begin = sentence.start + (cue.start if cue and cue.end <= dated.start else dated.start)
    end = min(sentence.end, max(begin, sentence.start + dated.end) + REACH)
    seen = setting.people.get(sentence.block.number, ())
    near = tuple(dict.fromkeys(official for start, official in seen if begin <= start < end))
    return near if type in PERSONAL or near else same_parties(setting, main, dated, type)


_SAME_PARTIES = Phrases(SAME_PARTIES)
_THEIR = re.compile(r"\btheir\s(?:[\w-]+\s){0,4}$")


def same_parties(setting: Setting, main: Principal, dated: Dated, type: str) -> tuple[str, ...]:
    """Those of the main event, where an encounter is theirs.

    "their telephone conversation", "the talks between the two Ministers".
    Not "the Ministers welcomed the summit in July".
    """
    if type not in ENCOUNTERS or type == "visit" or dated.cue is None:
        return ()
    sentence, cue = dated.sentence, dated.cue
    theirs = _THEIR.search(sentence.folded[max(0, cue.start - 60) : cue.start])
    if not theirs and not _SAME_PARTIES.search(sentence.folded, cue.end, cue.end + 60):
        return ()
    return participants(setting, main.sentence, setting.title)
