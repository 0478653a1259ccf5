"""Phrases that can set one account apart: phrases of policy, tracked wordings, names, quoted words.

Enters: one release. Leaves: `Phrase`s with their places, in the order of the text. What only one account
says is decided in `comparison`. Must not be known here: other releases.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import ahocorasick  # type: ignore[import-not-found]

from gazette.apparatus.speakers import NATIONS
from gazette.authority import fold_in_place
from gazette.model import Block, Evidence, Release
from gazette.vocabulary import honorifics, offices, speech
from gazette.vocabulary.calendar import ENGLISH_MONTHS, WEEKDAYS
from gazette.vocabulary.papers import NOT_NAMES, POLICY_PHRASES

PhraseKind = Literal["wording", "name", "quotation"]

SHORTEST_NAME = 4
LONGEST_QUOTATION = 10
"""Words; what is longer is somebody's speech, not a wording."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in a release."""

    kind: PhraseKind
    evidence: Evidence
    term: str | None = None
    "Id of the tracked wording it is a use of."


def _plain(words: Collection[str]) -> frozenset[str]:
    return frozenset(fold_in_place(part) for word in words for part in word.split())


_ORDINARY = (
    _plain(NOT_NAMES)
    | _plain(offices.HEADS)
    | _plain(offices.PORTFOLIO)
    | _plain(offices.MODIFIERS)
    | _plain(honorifics.STRONG)
    | _plain(honorifics.WEAK)
    | _plain([name for names in (*ENGLISH_MONTHS, *WEEKDAYS) for name in names])
    | speech.PLURAL_SPEAKERS
    | speech.SINGLE_SPEAKERS
    | speech.OPENERS
)
"""Words that make no name by themselves: offices, months, forms of address, sides."""

_CAPITAL = r"[A-Z][\w&]*(?:['’](?!s\b)\w+)?(?:-[\w&]+)*(?:['’]s?(?!\w))?"
_NAME = re.compile(
    rf"\b{_CAPITAL}(?:(?:\s+(?:of|for|on)(?:\s+the)?)?\s+(?:{_CAPITAL}|[0-9]{{1,4}}(?:st|nd|rd|th)?\b))*"
)
_QUOTED = re.compile(r"“([^“”]{3,120})”|\"([^\"]{3,120})\"")
_FIRST_WORD = re.compile(r"\S+\s+")
_AFTER_STOP = re.compile(r"[.!?:][\"”’)]*\s*[\"“(]*$|^[\"“(]*$")


def find_phrases(release: Release, blocks: Collection[int]) -> list[Phrase]:
    """The phrases of some blocks of a release."""
    taken = places_of_people(release)
    found: list[Phrase] = []
    terms = [
        (term.id, evidence) for term in release.terms if term.block in blocks for evidence in term.evidence
    ]
    terms_in: dict[int, list[tuple[str, Evidence]]] = {}
    for id, evidence in terms:
        terms_in.setdefault(evidence.block, []).append((id, evidence))
    for number in sorted(blocks):
        block = release.anatomy.blocks[number]
        own = terms_in.get(number, ())
        for phrase in (
            *find_policy(block),
            *find_quotations(block),
            *find_names(block, taken.get(number, [])),
        ):
            found.append(replace(phrase, term=term_around(phrase.evidence, own)) if own else phrase)
    found += [Phrase("wording", evidence, id) for id, evidence in terms]
    for other in release.people.bystanders:
        if other.evidence.block in blocks:
            found.append(Phrase("name", other.evidence))
    return sorted(found, key=lambda p: (p.evidence.block, p.evidence.start, p.evidence.end, p.kind))


def term_around(evidence: Evidence, terms: Iterable[tuple[str, Evidence]]) -> str | None:
    """The term in whose wording a phrase stands, or that stands in the phrase."""
    for id, wording in terms:
        if wording.start <= evidence.start and evidence.end <= wording.end:
            return id
        if evidence.start <= wording.start and wording.end <= evidence.end:
            return id
    return None


def places_of_people(release: Release) -> dict[int, list[tuple[int, int]]]:
    """Where persons and their offices stand, by block: what is printed there is no phrase of its own."""
    places: dict[int, list[tuple[int, int]]] = {}
    for official in release.people.officials:
        evidence = [m.evidence for m in official.mentions]
        evidence += [e for o in official.offices for e in o.evidence]
        for e in evidence:
            places.setdefault(e.block, []).append((e.start, e.end))
    for other in release.people.bystanders:
        places.setdefault(other.evidence.block, []).append((other.evidence.start, other.evidence.end))
    return places


def _automaton() -> Any:
    automaton = ahocorasick.Automaton()
    for phrase in POLICY_PHRASES:
        folded = fold_in_place(phrase)
        for form in {folded, folded.replace("-", " ")}:
            automaton.add_word(form, len(form))
    automaton.make_automaton()
    return automaton


_POLICY = _automaton()


def find_policy(block: Block) -> Iterator[Phrase]:
    """The phrases of policy in a block, the longest where they overlap."""
    text = fold_in_place(block.text)
    kept: list[tuple[int, int]] = []
    for last, size in _POLICY.iter(text):
        start, end = last + 1 - size, last + 1
        if (start and text[start - 1].isalnum()) or (
            end < len(text) and text[end].isalpha() and text[end] != "s"
        ):
            continue
        while kept and start <= kept[-1][0]:
            kept.pop()
        if not kept or start >= kept[-1][1] or end > kept[-1][1]:
            kept.append((start, end))
    for start, end in kept:
        yield Phrase("wording", Evidence(block.number, start, end, block.text[start:end]))


def find_quotations(block: Block) -> Iterator[Phrase]:
    """Words in quotation marks that name something: “Comprehensive Strategic Partnership”."""
    for match in _QUOTED.finditer(block.text):
        group = 1 if match[1] else 2
        words = match[group].split()
        if (
            len(words) <= LONGEST_QUOTATION
            and (len(words) > 1 or words[0][:1].isupper())
            and match[group][-1] not in ".,!?"
        ):
            start, end = match.span(group)
            yield Phrase("quotation", Evidence(block.number, start, end, match[group]))


def find_names(block: Block, taken: list[tuple[int, int]]) -> Iterator[Phrase]:
    """Capitalised names in a block that are no person, office, country, month or side.

    "Royal Academy of Cambodia", "UNTAC"; not "The", "Deputy Prime Minister", "Both Sides".
    """
    text = block.text
    if text.isupper():
        return
    for match in _NAME.finditer(text):
        start, end = match.span()
        opens = bool(_AFTER_STOP.search(text[max(0, start - 6) : start])) if start else True
        while first := _FIRST_WORD.match(text, start, end):
            word = fold_in_place(first.group().strip())
            if word not in speech.OPENERS and word not in _LEADS and word not in ("the", "his", "her"):
                break
            start, opens = first.end(), False
        words = fold_in_place(text[start:end]).replace("'s", "").replace("'", "").split()
        if any(a < end and start < b for a, b in taken):
            continue
        own = [w for w in words if w not in _ORDINARY and not w[:1].isdigit()]
        if not own or fold_in_place(text[start:end]).removesuffix("'s") in NATIONS:
            continue
        if all(w in NATIONS for w in own):
            continue
        if len(words) == 1 and (opens or is_ordinary_alone(text[start:end])):
            continue
        end -= len(text[start:end]) - len(re.sub(r"['’]s$", "", text[start:end]))
        yield Phrase("name", Evidence(block.number, start, end, text[start:end]))


_LEADS = frozenset(
    """
    the a an in on at by as for with from this that these those both all apart prior following regarding
    during under through after before given among between upon our their its his her
    """.split()
)


def is_ordinary_alone(word: str) -> bool:
    """Whether one capitalised word is too little for a name: short, or no abbreviation."""
    bare = re.sub(r"['’]s?$", "", word)
    if bare.isupper():
        return len(bare) < 3
    return len(bare) < SHORTEST_NAME
