"""Who may be speaking in a sentence: persons, pronouns, sides and bodies, with their places.

Enters: the people of a release, its sentences. Leaves: `Voice`s. Must not be known here: verbs, other
releases.

A side is named by a word such as "side" or "ministry" with what stands before it: "the Japanese side",
"both Foreign Ministers"; a country speaks for itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from gazette.authority import fold_in_place
from gazette.events.sentences import Sentence
from gazette.model import Release
from gazette.vocabulary import speech
from gazette.vocabulary.countries import COUNTRIES

VoiceKind = Literal["person", "bystander", "pronoun", "side", "joint"]


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch of a sentence that may name who speaks: `sentence.text[start:end]`."""

    start: int
    end: int
    kind: VoiceKind
    people: tuple[str, ...] = ()
    "Ids of officials, or names of bystanders."
    country: str | None = None
    address: str = ""
    'What a form of address tells: "he", "she" or nothing.'


class Named(NamedTuple):
    """A person's place in a block."""

    start: int
    end: int
    person: str
    is_official: bool
    country: str | None
    address: str


NATIONS: Mapping[str, str] = {
    fold_in_place(word): country.name
    for country in COUNTRIES
    for word in (*country.demonyms, *country.aliases, country.name)
}
"""Folded name or adjective → country."""

_LONGEST_NATION = max(len(nation.split()) for nation in NATIONS)
_PLURAL = "|".join(sorted(speech.PLURAL_SPEAKERS, key=len, reverse=True))
_SINGLE = "|".join(sorted(speech.SINGLE_SPEAKERS, key=len, reverse=True))
_ASSEMBLED = "|".join(sorted(speech.ASSEMBLED))
_SIDE = re.compile(
    r"\b(?P<det>(?i:both|all|the|two|three|its|their))\s+(?P<mid>(?:(?!(?i:the|both|all|an?|of|in|on|with)\b)[\w'’.-]+\s+){0,4}?)"
    rf"(?P<head>(?i:{_PLURAL}|{_SINGLE}))\b"
    r"(?P<of>\s+of\s+(?:the\s+)?[A-Z][\w'’-]+(?:,?\s+(?:and\s+)?(?:of\s+)?(?:the\s+)?[A-Z][\w'’-]+){0,6})?"
)
_BARE_SIDE = re.compile(
    rf"(?:^|(?<=[,;:.“\"]\s)|(?<=[“\"]))(?P<mid>(?:[A-Z][\w'’-]+\s+){{1,3}})(?P<head>(?i:{_PLURAL}|{_SINGLE}))\b"
)
_MEETING = re.compile(rf"(?:^|(?<=,\s))The\s+(?:{_ASSEMBLED})\b", re.IGNORECASE)
_WE = re.compile(r"(?:^|(?<=,\s)|(?<=;\s))[Ww]e\b")
_PRONOUNS = ("he", "she", "they")
_PRONOUN = re.compile(rf"\b({'|'.join(_PRONOUNS)})\b", re.IGNORECASE)
_RUNS = re.compile(r"\w+")
_HEADS = frozenset(_RUNS.findall(f"{_PLURAL} {_SINGLE}"))
_ASSEMBLIES = frozenset(_RUNS.findall(_ASSEMBLED))
_WORDS = re.compile(r"[\w'’.-]+")
_NATION_TAIL = re.compile(r"(?:[\w.'’&-]+\s+){0,4}[\w.'’-]+$")
_NOT_SPEAKERS = frozenset(
    ["between", "of", "among", "amongst", "to", "for", "with", "by", "in", "on", "from", "at"]
)


def find_named(release: Release) -> dict[int, list[Named]]:
    """The places of all persons by block, in order."""
    found: dict[int, list[Named]] = defaultdict(list)
    for official in release.people.officials:
        for mention in official.mentions:
            e = mention.evidence
            found[e.block].append(
                Named(e.start, e.end, official.official, True, official.country, address_of(e.quote))
            )
    for other in release.people.bystanders:
        e = other.evidence
        found[e.block].append(Named(e.start, e.end, other.name, False, None, address_of(e.quote)))
    for places in found.values():
        places.sort()
    return found


@lru_cache(maxsize=65536)
def address_of(words: str) -> str:
    """What a form of address tells of a person: "he", "she" or ''.

    >>> address_of("Her Excellency Ms. Tan"), address_of("H.E. Mr. Sok"), address_of("Minister Msimang")
    ('she', 'he', '')
    """
    folded = f" {fold_in_place(words).replace('.', ' ')} "
    for said, marks in (("she", speech.FEMALE_ADDRESS), ("he", speech.MALE_ADDRESS)):
        if any(f" {mark.strip()} " in folded for mark in marks):
            return said
    return ""


def find_voices(sentence: Sentence, named: Sequence[Named], may_say_we: bool) -> list[Voice]:
    """Everybody in a sentence who may speak, in order; a person's name goes before a side that it touches."""
    text = sentence.text
    voices = [
        Voice(
            n.start - sentence.start,
            n.end - sentence.start,
            "person" if n.is_official else "bystander",
            (n.person,),
            n.country,
            n.address,
        )
        for n in named
        if sentence.start <= n.start and n.end <= sentence.end
    ]
    words = frozenset(_RUNS.findall(text.lower()))  # tells at once which patterns can find nothing
    sides: list[Voice] = []
    if not words.isdisjoint(_HEADS):
        sides += [side_voice(m) for m in _SIDE.finditer(text)]
        sides += [side_voice(m) for m in _BARE_SIDE.finditer(text) if nation_in(m["mid"])]
    if not words.isdisjoint(_ASSEMBLIES):
        sides += [Voice(m.start(), m.end(), "joint") for m in _MEETING.finditer(text)]
    if may_say_we:
        sides += [Voice(m.start(), m.end(), "joint") for m in _WE.finditer(text)]
    voices += [s for s in sides if not any(v.start < s.end and s.start < v.end for v in voices)]
    if not words.isdisjoint(_PRONOUNS):
        voices += [Voice(m.start(), m.end(), "pronoun") for m in _PRONOUN.finditer(text)]
    return sorted(voices, key=lambda v: (v.start, -v.end))


def side_voice(match: re.Match[str]) -> Voice:
    """The voice of "both sides", "the Japanese delegation", "the two Foreign Ministers"."""
    end = match.end()
    head = match["head"].lower()
    tail = match.groupdict().get("of") or ""
    if whole := NATIONS.get(fold_in_place(match["mid"] + match["head"])):
        return Voice(match.start(), end, "side", (), whole)
    return Voice(
        match.start(),
        end,
        "joint" if head in speech.PLURAL_SPEAKERS else "side",
        (),
        None if head in speech.PLURAL_SPEAKERS else nation_in(match["mid"]) or nation_in(tail),
    )


def nation_in(words: str) -> str | None:
    """The country that some words name, by name or adjective.

    >>> nation_in("Cambodian foreign"), nation_in("joint")
    ('Cambodia', None)
    """
    parts = [w.replace("’", "'").removesuffix("'s") for w in _WORDS.findall(fold_in_place(words))]
    for size in range(min(_LONGEST_NATION, len(parts)), 0, -1):
        for at in range(len(parts) - size + 1):
            found = NATIONS.get(" ".join(parts[at : at + size]))
            if found:
                return found
    return None


def nation_before(text: str, end: int) -> Voice | None:
    """The country whose name ends at text[end], as a voice: "Japan" before "reaffirmed"."""
    match = _NATION_TAIL.search(text, max(0, end - 60), end)
    if not match:
        return None
    starts = [m.start() for m in _WORDS.finditer(text, match.start(), end)]
    for start in starts:
        name = text[start:end]
        if name[:1].isupper() and (found := NATIONS.get(fold_in_place(name))):
            if start >= 4 and text[start - 4 : start].lower() == "the ":
                start -= 4
            return Voice(start, end, "side", (), found)
    return None
