"""Who is said to have said what: the sentences of a release, each with its speaker.

Enters: one `Release`. Leaves: `Attribution`s in the order of the text. A pure function of the release,
linear in its length. Must not be known here: other releases.

A verb of speech needs somebody before it: a person, a side, a country; an office or an aside may stand
between. "He" goes on with who spoke last, "they" with who spoke last together; a second verb after "and"
has the speaker of the first. All three are inferred. What somebody would say, was told, or is said to be is
left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from gazette.apparatus.grammar import Found, Hearing, Memory, begins_clause, find_subject
from gazette.apparatus.speakers import Voice, find_named, find_voices
from gazette.apparatus.verbs import find_verbs, find_words
from gazette.authority import fold
from gazette.events.sentences import Sentence, split_sentences
from gazette.model import Block, Evidence, Reading, Release, Subject
from gazette.vocabulary import speech

LONG_QUOTATION = 6
"""A quotation of fewer words is a wording that is named, not direct speech."""

SpeakerKind = Literal["official", "person", "side", "joint"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a person, one side or body, or several together."""

    kind: SpeakerKind
    words: str
    'As written: "Prime Minister Kishida", "both sides", "He".'
    people: tuple[str, ...] = ()
    "Ids of officials; the name of somebody who is none; () for a side, or where nobody is named."
    country: str | None = None
    "Of a person or a side; None for several together."


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to have said something."""

    release: str
    speaker: Reading[Speaker]
    "Its evidence is the words that name the speaker; of a pronoun also those it stands for."
    manner: str
    "Class of the verb: stated, explained, stressed, noted, thanked, agreed, asked, promised, commented …"
    verb: Evidence
    evidence: Evidence
    "The sentence, or where several speak in it, this speaker's part of it."
    said: Evidence
    "From the verb to the next verb of the same speaker, or to the end of the part."
    topics: tuple[str, ...] = ()
    "Topics whose words stand in what is said."
    is_direct: bool = False
    "In the speaker's own words, between quotation marks."


def attribute(release: Release) -> tuple[Attribution, ...]:
    """Every sentence of the body in which somebody is said to say something."""
    hearing = listen(release)
    memory = Memory()
    found: list[Attribution] = []
    announced: Attribution | None = None
    for block in release.anatomy.blocks:
        if block.part == "heading":
            memory, announced = Memory(), None
        if block.part != "body":
            continue
        if announced and block.text[:1] in '“"«':
            found.append(quotation_below(hearing, announced, block))
            continue
        announced = None
        for sentence in split_sentences(block):
            found += read_sentence(hearing, sentence, memory)
        if block.text.endswith(":") and found and found[-1].said.end == len(block.text):
            announced = found[-1] if found[-1].said.block == block.number else None
    return tuple(found)


def quotation_below(hearing: Hearing, announced: Attribution, block: Block) -> Attribution:
    """A paragraph in quotation marks under one that ends with "… said:"."""
    whole = Evidence(block.number, 0, len(block.text), block.text)
    return replace(
        announced,
        speaker=replace(announced.speaker, status="inferred", rule="quotation-below"),
        evidence=whole,
        said=whole,
        topics=tuple(s.id for s in hearing.subjects.get(block.number, ())),
        is_direct=True,
    )


def listen(release: Release) -> Hearing:
    """What the rules need to know of a release, gathered once."""
    main = next((a for a in release.events if a.role == "principal"), None)
    pair = main.participants if main and len(main.participants) == 2 else ()
    subjects: dict[int, list[Subject]] = {}
    for subject in release.topics:
        subjects.setdefault(subject.block, []).append(subject)
    named = find_named(release)
    addresses: dict[str, set[str]] = defaultdict(set)
    for places in named.values():
        for place in places:
            if place.address:
                addresses[place.person].add(place.address)
    return Hearing(
        release=release,
        named=named,
        addresses={person: frozenset(told) for person, told in addresses.items()},
        offices=tuple(
            {(fold(o.value.title), a.official): 0 for a in release.people.officials for o in a.offices}
        ),
        pair=pair,
        may_say_we=release.imprint.kind.value in speech.JOINT_KINDS,
        subjects=subjects,
    )


def read_sentence(hearing: Hearing, sentence: Sentence, memory: Memory) -> list[Attribution]:
    """The attributions of one sentence; `memory` then knows who spoke last."""
    words = find_words(sentence.text)
    verbs = find_verbs(sentence.text, words)
    named = hearing.named.get(sentence.block.number, ())
    if not verbs and not named:
        return []
    voices = find_voices(sentence, named, hearing.may_say_we)
    found: list[Found] = []
    for verb in verbs:
        before = words[: bisect_right(words, verb.start, key=re.Match.end)]
        subject = find_subject(hearing, sentence, verb, before, voices, found, memory)
        if subject:
            found.append(subject)
    remember(hearing, sentence, voices, found, memory)
    return divide(hearing, sentence, found)


# --- what is remembered, and what is handed on ---------------------------------------------------


def remember(
    hearing: Hearing, sentence: Sentence, voices: Sequence[Voice], found: Sequence[Found], memory: Memory
) -> None:
    """Keep who spoke last; forget it where another person came in between."""
    persons = [v for v in voices if v.kind in ("person", "bystander")]
    spoke = [f for f in found if len(f.voice.people) == 1 and f.voice.kind in ("person", "bystander")]
    if spoke:
        last = spoke[-1]
        memory.person = known_address(hearing, last.voice)
        memory.person_at = (
            last.basis[0] if last.basis else sentence.evidence(last.voice.start, last.voice.end)
        )
    else:
        subject = next((v for v in persons if begins_clause(sentence.text, v.start)), None)
        if subject:
            memory.person = known_address(hearing, subject)
            memory.person_at = sentence.evidence(subject.start, subject.end)
        elif any(memory.person and v.people != memory.person.people for v in persons):
            memory.person = None
    several = [f for f in found if f.voice.kind == "joint"]
    if several:
        last = several[-1]
        memory.together = last.voice
        memory.together_at = (
            last.basis[0] if last.basis else sentence.evidence(last.voice.start, last.voice.end)
        )
        return
    people = tuple(dict.fromkeys(p for v in persons if v.kind == "person" for p in v.people))
    if len(people) == 2:
        memory.together = Voice(0, 0, "joint", people)
        memory.together_at = sentence.evidence()
    else:
        group = next((v for v in voices if v.kind == "joint" and begins_clause(sentence.text, v.start)), None)
        if group:
            memory.together, memory.together_at = group, sentence.evidence(group.start, group.end)


def known_address(hearing: Hearing, voice: Voice) -> Voice:
    """A person with what any form of address in the release tells of "he" or "she"."""
    if voice.address in ("he", "she"):
        return voice
    told = frozenset[str]().union(*(hearing.addresses.get(person, ()) for person in voice.people))
    return replace(voice, address=next(iter(told)) if len(told) == 1 else "")


_QUOTED = re.compile(r"“([^“”]{12,})(?:”|$)|\"([^\"]{12,})\"|«([^«»]{12,})»")
_TRAILING = re.compile(r"[\s,;]*(?:\b(?:and|while|whereas|but)\b)?[\s,;]*$")


def divide(hearing: Hearing, sentence: Sentence, found: Sequence[Found]) -> list[Attribution]:
    """Attributions, the sentence divided between those who speak in it."""
    if not found:
        return []
    text = sentence.text
    subjects = hearing.subjects.get(sentence.block.number, ())
    starts = sorted({f.start for f in found if not f.is_after_quotation})
    quotations = [m.span() for m in _QUOTED.finditer(text) if len(m.group().split()) >= LONG_QUOTATION]
    closing = text.find("”")
    if closing > 0 and "“" not in text[:closing]:
        quotations.append((0, closing))
    attributions = []
    spans: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for place, one in enumerate(found):
        if one.is_after_quotation:
            part = said = (0, len(text))
        else:
            start = 0 if one.start == starts[0] else one.start
            later = [s for s in starts if s > one.start]
            part = (start, trimmed(text, start, later[0]) if later else len(text))
            nexts = [f.verb.start for f in found[place + 1 :] if f.start == one.start]
            said = (one.verb.start, trimmed(text, one.verb.start, nexts[0]) if nexts else part[1])
        spans.append((part, said))
    for one, (part, said) in zip(found, spans, strict=True):
        others = [s for f, (_, s) in zip(found, spans, strict=True) if f is not one and f.start == one.start]
        attributions.append(
            Attribution(
                release=hearing.release.id,
                speaker=Reading(
                    speaker_of(sentence, one),
                    one.status,
                    one.rule,
                    (voice_evidence(sentence, one), *one.basis),
                ),
                manner=one.verb.manner,
                verb=sentence.evidence(one.verb.start, one.verb.end),
                evidence=sentence.evidence(*part),
                said=sentence.evidence(*said),
                topics=topics_in(sentence, subjects, part, said, others),
                is_direct=any(a < said[1] and said[0] < b for a, b in quotations),
            )
        )
    return attributions


def trimmed(text: str, start: int, end: int) -> int:
    """The end of text[start:end] without the comma or "and" that leads on."""
    match = _TRAILING.search(text[max(start, end - 24) : end])
    return end - len(match.group()) if match else end


def voice_evidence(sentence: Sentence, one: Found) -> Evidence:
    """The words that name who speaks."""
    return sentence.evidence(one.voice.start, one.voice.end)


def speaker_of(sentence: Sentence, one: Found) -> Speaker:
    """The speaker of a verb as a value."""
    voice = one.voice
    kind: SpeakerKind = "joint"
    if voice.kind == "person":
        kind = "official"
    elif voice.kind == "bystander":
        kind = "person"
    elif voice.kind == "side":
        kind = "side"
    return Speaker(kind, sentence.text[voice.start : voice.end], voice.people, voice.country)


def topics_in(
    sentence: Sentence,
    subjects: Sequence[Subject],
    part: tuple[int, int],
    said: tuple[int, int],
    others: Sequence[tuple[int, int]],
) -> tuple[str, ...]:
    """Topics whose words stand in a part of the sentence, but not only in what another verb says."""
    found = []
    for subject in subjects:
        for cue in subject.evidence:
            start, end = cue.start - sentence.start, cue.end - sentence.start
            if end <= part[0] or start >= part[1]:
                continue
            if (start < said[1] and said[0] < end) or not any(a <= start and end <= b for a, b in others):
                found.append(subject.id)
                break
    return tuple(found)
