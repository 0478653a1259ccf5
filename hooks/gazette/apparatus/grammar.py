"""Who speaks a verb: the subject that a verb of speech has in its sentence.

Enters: a sentence, a verb, the voices in it, who spoke before. Leaves: a `Found`, or None where nobody is
said to speak. Must not be known here: other releases, and what is done with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gazette.apparatus.speakers import Named, Voice, nation_before
from gazette.apparatus.verbs import Verb, class_of_subject
from gazette.authority import fold
from gazette.events.sentences import Sentence
from gazette.model import Evidence, Release, Status, Subject
from gazette.vocabulary import speech


@dataclass(frozen=True, slots=True)
class Found:
    """A verb with its subject, before the sentence is divided between the speakers."""

    verb: Verb
    voice: Voice
    status: Status
    rule: str
    start: int
    "Where the subject begins in the sentence."
    basis: tuple[Evidence, ...] = ()
    "What a pronoun stands for."
    is_after_quotation: bool = False


@dataclass(slots=True)
class Memory:
    """Who spoke last, while a release is read."""

    person: Voice | None = None
    person_at: Evidence | None = None
    together: Voice | None = None
    together_at: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the rules need to know of a release."""

    release: Release
    named: dict[int, list[Named]]
    offices: tuple[tuple[str, str], ...]
    "(folded title, official) of every office given in the release."
    pair: tuple[str, ...]
    "The two who met, where the main event has just two participants."
    may_say_we: bool
    addresses: dict[str, frozenset[str]]
    'By person: "he" and "she", as far as any form of address in the release tells.'
    subjects: dict[int, list[Subject]] = field(default_factory=dict)


def find_subject(
    hearing: Hearing,
    sentence: Sentence,
    verb: Verb,
    before: Sequence[re.Match[str]],
    voices: Sequence[Voice],
    found: Sequence[Found],
    memory: Memory,
) -> Found | None:
    """Who speaks a verb, or None where nobody is said to."""
    text = sentence.text
    inverted = after_quotation(text, verb, voices)
    if inverted:
        return meant(hearing, sentence, verb, inverted, found, memory, "after-quotation")
    place, edge = len(before) - 1, verb.start
    while place >= 0 and text[before[place].end() : edge].isspace():
        word = before[place].group().lower()
        if word in speech.UNREAL:
            return None
        if word in speech.BEING:
            manner = class_of_subject(before[:place])
            if verb.manner == "expressed" and manner:
                verb = verb._replace(manner=manner)
            return by_agent(hearing, sentence, verb, voices, found, memory)
        if word not in speech.ADVERBS and word not in speech.HAVING:
            break
        edge = before[place].start()
        place -= 1
    if place < 0:
        return None
    end = len(text[:edge].rstrip())
    last = before[place].group().lower()
    if text[:end].endswith(",") or last in ("and", "but", "then", "or"):
        aside = across_aside(text, end, voices) if text[:end].endswith(",") else None
        if aside and (verb.form != "plain" or aside.kind == "joint"):
            return meant(hearing, sentence, verb, aside, found, memory, "subject-with-aside")
        return second_verb(text, verb, found)
    voice = at_end(hearing, text, end, voices) or across_office(text, end, voices)
    if voice is None or (verb.base in speech.ACTS and voice.kind == "side" and not names_a_body(text, voice)):
        return None
    whole = with_companion(text, voice, voices)
    if whole is None or not begins_clause(text, whole.start):
        return None
    if verb.form == "plain" and whole.kind != "joint" and text[whole.start : whole.end].lower() != "they":
        return None
    return meant(hearing, sentence, verb, whole, found, memory, "subject")


def at_end(hearing: Hearing, text: str, end: int, voices: Sequence[Voice]) -> Voice | None:
    """Who is named directly before text[end]."""
    ending = [v for v in voices if v.end == end]
    if ending:
        return ending[0]
    return nation_before(text, end) or bearer_before(hearing, text, end)


_OFFICE_TAIL = re.compile(r"(?:^|(?<=[\s“\"]))[Tt]he\s+([A-Z][\w'’-]*(?:\s+(?:and\s+)?[A-Z][\w'’-]*){0,4})$")


def bearer_before(hearing: Hearing, text: str, end: int) -> Voice | None:
    """The one official of the release who holds the office named there: "The Secretary pressed for …"."""
    match = _OFFICE_TAIL.search(text[max(0, end - 80) : end])
    if not match:
        return None
    title = fold(match[1])
    bearers = {
        official
        for held, official in hearing.offices
        if held == title or held.startswith(f"{title} ") or held.endswith(f" {title}")
    }
    if len(bearers) != 1:
        return None
    (bearer,) = bearers
    country = next((a.country for a in hearing.release.people.officials if a.official == bearer), None)
    return Voice(end - len(match.group()), end, "person", (bearer,), country, "office")


def across_office(text: str, end: int, voices: Sequence[Voice]) -> Voice | None:
    """Who stands before an office that runs on to text[end]: "Mr Ode, Minister of Fisheries stated"."""
    for voice in reversed(voices):
        if voice.end >= end or voice.kind == "pronoun":
            continue
        between = text[voice.end : end]
        if len(between) > 240:
            return None
        if between.startswith(", ") and all(
            w[:1].isupper() or w[:1].isdigit() or w.lower() in speech.SMALL_TITLE_WORDS
            for w in between[2:].split()
        ):
            return voice
    return None


def across_aside(text: str, end: int, voices: Sequence[Voice]) -> Voice | None:
    """Who stands before an aside between commas that ends at text[end].

    "Mr Ode, who chairs the board, stated"; not "Mr Ode, stated to be the owner".
    """
    for voice in reversed(voices):
        between = text[voice.end : end - 1]
        if voice.end >= end - 1 or voice.kind == "pronoun":
            continue
        if len(between) > 300:
            return None
        if not between.startswith(", "):
            continue
        inside = [v for v in voices if v.start > voice.start and v.end <= end and v.kind != "pronoun"]
        first = between[2:].split(" ", 1)[0].strip(",").lower()
        if (not inside or first in speech.CLAUSE_ASIDES) and begins_clause(text, voice.start):
            return voice
    return None


def second_verb(text: str, verb: Verb, found: Sequence[Found]) -> Found | None:
    """A verb joined to an earlier one of the sentence has its speaker: "thanked Japan and asked for …"."""
    if not found:
        return None
    first = found[-1]
    follows = text[verb.end : verb.end + 4].lower()
    if (first.verb.form == "past") != (verb.form == "past") or follows in (" by ", " at "):
        return None
    if first.is_after_quotation or (verb.form == "plain" and first.voice.kind != "joint"):
        return None
    return replace(first, verb=verb, status="inferred", rule="second-verb")


_CLOSED_QUOTE = re.compile(r"[”\"»][,.]?\s*$")


def after_quotation(text: str, verb: Verb, voices: Sequence[Voice]) -> Voice | None:
    """Who is named after a quotation and its verb: '”, said Ms Quill'; also "according to Ms Quill"."""
    if verb.base not in ("say", "state", "note", "add", "explain", "tell", "remark", "stress"):
        return None
    if not _CLOSED_QUOTE.search(text[max(0, verb.start - 4) : verb.start]):
        return None
    return next((v for v in voices if 0 < v.start - verb.end <= 5), None)


def by_agent(
    hearing: Hearing,
    sentence: Sentence,
    verb: Verb,
    voices: Sequence[Voice],
    found: Sequence[Found],
    memory: Memory,
) -> Found | None:
    """Who is named by "by" after a passive: "regret was expressed by both sides"."""
    if verb.form != "past" or sentence.text[verb.end : verb.end + 4] != " by ":
        return None
    voice = next((v for v in voices if v.start - verb.end in (4, 8) and v.kind != "pronoun"), None)
    return meant(hearing, sentence, verb, voice, found, memory, "passive-with-agent") if voice else None


_AND = re.compile(r"(?P<comma>,)?\s+and\s+(?:the\s+)?$")
_COMMA = re.compile(r",\s+$")


def with_companion(text: str, voice: Voice, voices: Sequence[Voice]) -> Voice | None:
    """A voice with those joined to it: "Mr Ode, Ms Quill, and Dr Tan"; None where that is no subject."""
    whole, is_list = voice, False
    while match := (_COMMA if is_list else _AND).search(text[max(0, whole.start - 10) : whole.start]):
        joint = whole.start - len(match.group())
        other = next((v for v in voices if v.end == joint and v.kind not in ("pronoun", "joint")), None)
        other = other or (nation_before(text, joint) if whole.kind == "side" else None)
        if other is None:
            return whole
        is_start = begins_clause(text, other.start)
        if not is_list and match["comma"] and not is_listed(text, other, voices) and other.start > 0:
            return whole
        if not is_start:
            return whole if is_list else None
        whole = Voice(other.start, whole.end, "joint", tuple(dict.fromkeys((*other.people, *whole.people))))
        is_list = True
    return whole


def is_listed(text: str, voice: Voice, voices: Sequence[Voice]) -> bool:
    """Whether another voice and a comma stand directly before."""
    return any(0 < voice.start - v.end <= 2 and text[v.end] == "," for v in voices)


def begins_clause(text: str, start: int) -> bool:
    """Whether text[start] is where a clause begins: at the start, after a comma, after "while"."""
    before = text[:start].rstrip()
    if not before or before[-1] in ',;:.—–”“"»):':
        return True
    word = before.rsplit(None, 1)[-1].strip("(“\"'").lower()
    if word in speech.OPENERS:
        return True
    clause = re.split(r"[,;:]\s", before)[-1].split()
    return len(clause) <= 3 and all(w[:1].isupper() for w in clause) and word not in ("with", "by", "between")


def meant(
    hearing: Hearing,
    sentence: Sentence,
    verb: Verb,
    voice: Voice,
    found: Sequence[Found],
    memory: Memory,
    rule: str,
) -> Found | None:
    """The subject found, with a pronoun or a pair resolved; None where it may be several."""
    quoted = rule == "after-quotation" or bool(_CLOSED_QUOTE.search(sentence.text[: voice.start][-4:]))
    said = sentence.text[voice.start : voice.end]
    if voice.kind == "pronoun":
        plural = said.lower() in speech.THEY
        known, at = (memory.together, memory.together_at) if plural else (memory.person, memory.person_at)
        earlier = next((f for f in reversed(found) if (f.voice.kind == "joint") == plural), None)
        if earlier:
            known, at = earlier.voice, sentence.evidence(earlier.voice.start, earlier.voice.end)
            at = earlier.basis[0] if earlier.basis else at
        if known is None or at is None:
            return None
        if not plural and known.address in ("he", "she") and known.address != said.lower():
            return None
        resolved = replace(known, start=voice.start, end=voice.end)
        return Found(verb, resolved, "inferred", "pronoun", voice.start, (at,), quoted)
    status: Status = "stated"
    if voice.address == "office":
        voice, status, rule = replace(voice, address=""), "inferred", "bearer-of-office"
    if voice.kind == "joint" and not voice.people and hearing.pair and names_two(said):
        voice, status, rule = replace(voice, people=hearing.pair), "inferred", "the-two-who-met"
    return Found(verb, voice, status, rule, voice.start, (), quoted)


def names_a_body(text: str, voice: Voice) -> bool:
    """Whether a side is called a side or a body, not only by its country."""
    return text[voice.start : voice.end].rsplit(None, 1)[-1].lower() in speech.SINGLE_SPEAKERS


_TWO = re.compile(r"\b(?:both|two)\b", re.IGNORECASE)
_PERSONS = re.compile(
    r"\b(?:minister|leader|president|premier|secretar|principal|counterpart|head)", re.IGNORECASE
)


def names_two(words: str) -> bool:
    """Whether the words mean the two people who met: "the two leaders"; not "both sides", "the ministers"."""
    return bool(_TWO.search(words) and _PERSONS.search(words))
