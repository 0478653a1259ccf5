"""Topics and terms: what each paragraph is about, and the wordings that are followed.

Enters: the blocks of a release, and the cues of topics.yml and terms.yml. Leaves: a `Subject` for each topic
and term in each block, with the words that show it; all cues are looked for in one walk over each block.
Must not be known here: any topic by name; disk and YAML.

A cue is compiled to `Pattern`s: the automaton finds the part before its first `*`, the pattern checks the
rest. Text is compared folded, with a space for every sign that is no letter: words end where a key's space
stands. A cue of several parts waits at its rarest one: the others are only asked for where that stands.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple

import ahocorasick  # type: ignore[import-not-found]

from .authority import fold_in_place, once_per_authority
from .model import Anatomy, Authority, Block, Evidence, Subject

_READ = frozenset({"body", "heading"})
_HEADS = frozenset({"title", "heading"})
_MOST = 100
"""Cues of one topic that are kept in one block: more show no more."""
# Both patterns below begin with the letter or sign that is rarest, and look back from there: far faster.
_SENTENCE_END = re.compile(
    r"""[.!?。។](?:(?<=[。។])|(?:(?<=[^\W\d_]{3}.)|(?<=\d.))[.!?]*["”’)\]]*\s+(?=["“‘(\[]?[A-Z]))"""
)


class Pattern(NamedTuple):
    """One part of one cue, and what must hold where its key was found."""

    owner: int
    "Place of the topic or term in `Cues.owners`."
    cue: int
    "Number of the cue."
    part: int
    parts: int
    length: int
    "Of the key without the spaces around it."
    tail: int
    "1 where the key ends with a space."
    is_open: bool
    "The word runs on: `touris*`."
    exact: str
    "The words in their own letters, for `^ASEM`; '' where case does not matter."
    rest: re.Pattern[str] | None
    "The whole part as a pattern, where a `*` stands inside it."
    is_weak: bool
    is_near_miss: bool

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to check where the key stands."""
        return not (self.is_open or self.exact or self.rest)


class Joined(NamedTuple):
    """A cue of several parts, which must all stand in one sentence."""

    owner: int
    cue: int
    is_weak: bool
    parts: tuple[frozenset[str], ...]
    "The keys of each part."
    patterns: tuple[tuple[str, int, Pattern], ...]
    "The patterns of all parts: key, rank among the patterns of the key."


class Key(NamedTuple):
    """What the automaton knows of a key."""

    key: str
    alone: tuple[tuple[Pattern, bool], ...]
    "Patterns that are a cue by themselves, and whether the key is all of it."
    is_part: bool
    "The key is part of a cue that is joined of several."
    waiting: tuple[Joined, ...]
    "Joined cues whose rarest part the key is."


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues of an authority, compiled."""

    owners: tuple[tuple[str, bool], ...]
    "(id, whether it is a term), topics first, in the order of their files."
    automaton: Any
    "Text of a key → `Key`; None where there are no cues."


class Hit(NamedTuple):
    """A cue found: text[start:end] of a block."""

    start: int
    end: int
    is_weak: bool
    cue: int = 0
    "Number of the cue."


def read_subjects(anatomy: Anatomy, authority: Authority) -> tuple[tuple[Subject, ...], tuple[Subject, ...]]:
    """Topics and terms of a release, in the order of its blocks.

    A topic stands once for each block in which a cue of it stands. A weak cue counts in a title or heading,
    or where the release has another cue of the topic. The title speaks for what no paragraph names. A term
    that lies inside a longer term gives way to it.
    """
    cues = compile_cues(authority)
    found = [
        (block, hits)
        for block in anatomy.blocks
        if (block.part in _READ or block.part == "title") and (hits := find_cues(cues, block.text))
    ]
    seen: dict[int, set[int]] = defaultdict(set)
    for block, hits in found:
        is_head = block.part in _HEADS
        for owner, places in hits.items():
            end = 0
            for hit in sorted(places, key=_from_the_left) if len(places) > 1 else places:
                if hit.start >= end:  # words inside a longer cue are no second cue
                    seen[owner].add(hit.cue)
                    end = hit.end
            if is_head:
                seen[owner].add(-1)
    shown = {owner for owner, cued in seen.items() if len(cued) > 1}
    in_text = {
        owner
        for block, hits in found
        if block.part in _READ
        for owner, places in hits.items()
        if owner in shown or not all(hit.is_weak for hit in places)
    }
    topics: list[Subject] = []
    terms: list[Subject] = []
    for block, hits in found:
        in_terms = [hit for owner, places in hits.items() if cues.owners[owner][1] for hit in places]
        for owner in sorted(hits if block.part in _READ else hits.keys() - in_text):
            name, is_term = cues.owners[owner]
            places = hits[owner]
            if owner not in shown:
                places = [h for h in places if not h.is_weak]
            if is_term:
                places = [h for h in places if not any(_is_inside(h, other) for other in in_terms)]
            if places:
                (terms if is_term else topics).append(Subject(name, _evidence(block, places)))
    return tuple(topics), tuple(terms)


def _from_the_left(hit: Hit) -> tuple[int, int]:
    """The order in which hits are read: by place, the longest first."""
    return hit.start, -hit.end


def _is_inside(hit: Hit, other: Hit) -> bool:
    """Whether a hit lies inside a longer one."""
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start


def _evidence(block: Block, places: Iterable[Hit]) -> tuple[Evidence, ...]:
    """The longest of the places that overlap, in order."""
    kept: list[Hit] = []
    for hit in sorted(places, key=_from_the_left):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end > kept[-1].end:
            kept[-1] = Hit(kept[-1].start, hit.end, False, hit.cue)
    return tuple(Evidence(block.number, h.start, h.end, block.text[h.start : h.end]) for h in kept)


# --- finding -------------------------------------------------------------------------------------


class _Spaced(dict[int, str]):
    """Folded form of a character for comparing: letters, digits and marks stay, all else is a space."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        keeps = character.isalnum() or unicodedata.category(character)[0] == "M"
        self[code] = fold_in_place(character) if keeps else " "
        return self[code]


_SPACED = _Spaced()


def find_cues(cues: Cues, text: str) -> dict[int, list[Hit]]:
    """Cues in a text by owner, near misses taken away. Time is linear in the length of the text."""
    if cues.automaton is None:
        return {}
    spaced = f" {text.translate(_SPACED)} "
    hits: dict[int, list[Hit]] = defaultdict(list)
    misses: dict[int, list[Hit]] = defaultdict(list)
    ends: dict[str, list[int]] = {}
    waiting: dict[int, Joined] = {}
    for last, (key, alone, is_part, joined) in cues.automaton.iter(spaced):
        for pattern, is_whole in alone:
            end = last - pattern.tail
            if is_whole:
                hit = Hit(end - pattern.length, end, pattern.is_weak, pattern.cue)
            elif (checked := _check(pattern, text, spaced, end)) is not None:
                hit = checked
            else:
                continue
            kept = (misses if pattern.is_near_miss else hits)[pattern.owner]
            if len(kept) < _MOST:
                kept.append(hit)
        if is_part:
            ends.setdefault(key, []).append(last)
            for cue in joined:
                waiting[cue.cue] = cue
    complete = [cue for cue in waiting.values() if not any(map(ends.keys().isdisjoint, cue.parts))]
    if complete:
        _join(complete, ends, hits, misses, text, spaced)
    if hits:
        zones = find_offices(text)
        for owner in hits if zones else ():
            hits[owner] = [h for h in hits[owner] if not _is_missed(h, zones)]
    for owner in misses.keys() & hits.keys():
        hits[owner] = [h for h in hits[owner] if not _is_missed(h, misses[owner])]
    return {owner: places for owner, places in hits.items() if places}


_PORTFOLIO = (
    r"(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
    r"(?:(?:, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)*,? (?:and|&|y|e) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)?"
    r"(?: (?:of|in) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)*"
)
_HEAD = re.compile(
    r"(?:M(?<!\wM)inist(?:ers?|ry|ries)|m(?<!\wm)inisters?|S(?<!\wS)ecretary(?: of State)?|D(?<!\wD)epartment"
    r"|O(?<!\wO)ffice|U(?<!\wU)ndersecretary|D(?<!\wD)irector(?:ate)?(?:[- ]General)?)"
    r"\b(?![- ](?:[Mm]eeting|[Ll]evel))"
)
_AFTER = re.compile(rf" (?:of|for|in charge of) ({_PORTFOLIO})")
_BEFORE = re.compile(
    r"(?:\b(?!Minister|Secretary|Ministry|The |His |Her |In |On |At )[A-Z][\w’'-]*(?:,? and| &)? ){1,4}$"
)
_BEFORE_REACH = 64


def find_offices(text: str) -> list[Hit]:
    """The portfolios in names of offices and ministries: cues in them do not count, in no topic.

    `Minister of Tourism`, `Tourism Minister`. Near-misses: `ASEAN Tourism Ministers' Meeting`; a headline in
    capitals, where no name ends.
    """
    zones = []
    for head in _HEAD.finditer(text):
        after = _AFTER.match(text, head.end())
        if after:
            zones.append(Hit(after.start(1), after.end(1), False))
        elif head.group() in ("Minister", "Ministry", "Secretary"):
            first = max(0, head.start() - _BEFORE_REACH)
            before = _BEFORE.search(text[first : head.start()])
            if before:
                zones.append(Hit(first + before.start(), first + before.end(), False))
    return zones


def _check(pattern: Pattern, text: str, spaced: str, end: int) -> Hit | None:
    """The place of a pattern whose key ends at text[end], if all of it holds there."""
    start = end - pattern.length
    if pattern.rest is not None:
        match = pattern.rest.match(spaced, start + 1)  # `spaced` has one space more in front
        return Hit(start, match.end() - 1, pattern.is_weak, pattern.cue) if match else None
    if pattern.exact and text[start : start + len(pattern.exact)] != pattern.exact:
        return None
    if pattern.is_open:
        end = spaced.index(" ", end + 1) - 1
    return Hit(start, end, pattern.is_weak, pattern.cue)


def _is_missed(hit: Hit, misses: Iterable[Hit]) -> bool:
    return any(miss.start <= hit.start and hit.end <= miss.end for miss in misses)


def _join(
    cues: Iterable[Joined],
    ends: Mapping[str, Sequence[int]],
    hits: dict[int, list[Hit]],
    misses: Mapping[int, Sequence[Hit]],
    text: str,
    spaced: str,
) -> None:
    """Adds to `hits` the cues whose parts all stand in one sentence, from the first to the last part."""
    found = []
    for cue in cues:
        places = sorted(
            (last, -len(key), rank, pattern)
            for key, rank, pattern in cue.patterns
            for last in ends.get(key, ())
        )
        checked = [
            (place, pattern.part, hit)
            for *place, pattern in places
            if (hit := _check(pattern, text, spaced, place[0] - pattern.tail)) is not None
        ][:_MOST]
        if len({part for _, part, _ in checked}) == len(cue.parts):
            found.append((checked[0][0], cue, checked))
    sentence_ends = [match.end() for match in _SENTENCE_END.finditer(text)] if found else []
    for _, cue, checked in sorted(found, key=itemgetter(0)):
        missed = misses.get(cue.owner, ())
        sentences: dict[int, dict[int, Hit]] = defaultdict(dict)
        for _, part, hit in checked:
            if not _is_missed(hit, missed):
                sentences[bisect_right(sentence_ends, hit.start)].setdefault(part, hit)
        for parts in sentences.values():
            if len(parts) == len(cue.parts):
                start, end = min(h.start for h in parts.values()), max(h.end for h in parts.values())
                hits[cue.owner].append(Hit(start, end, cue.is_weak, cue.cue))


# --- compiling -----------------------------------------------------------------------------------


@once_per_authority
def compile_cues(authority: Authority) -> Cues:
    """The cues of an authority as one automaton."""
    owners: list[tuple[str, bool]] = []
    keys: dict[str, list[Pattern]] = defaultdict(list)
    cue_number = 0
    sources = [(t.id, False, t.cues, t.near_misses) for t in authority.topics.values()]
    sources += [(t.id, True, t.wordings, ()) for t in authority.terms.values()]
    for owner, (name, is_term, cues, near_misses) in enumerate(sources):
        owners.append((name, is_term))
        for cue, is_near_miss in [(c, False) for c in cues] + [(c, True) for c in near_misses]:
            cue_number += 1
            for key, pattern in _patterns(cue, owner, cue_number, is_near_miss):
                keys[key].append(pattern)
    if not keys:
        return Cues(tuple(owners), None)
    ranked = {key: tuple(dict.fromkeys(patterns)) for key, patterns in keys.items()}
    waiting = _waiting(ranked)
    automaton = ahocorasick.Automaton()
    for key, patterns in ranked.items():
        alone = tuple((pattern, pattern.is_whole) for pattern in patterns if pattern.parts == 1)
        is_part = len(alone) < len(patterns)
        automaton.add_word(key, Key(key, alone, is_part, tuple(waiting.get(key, ()))))
    automaton.make_automaton()
    return Cues(tuple(owners), automaton)


def _waiting(ranked: Mapping[str, Sequence[Pattern]]) -> dict[str, list[Joined]]:
    """The joined cues by the keys of their rarest part: the one that the fewest cues share."""
    parts: dict[int, list[tuple[str, int, Pattern]]] = defaultdict(list)
    for key, patterns in ranked.items():
        for rank, pattern in enumerate(patterns):
            if pattern.parts > 1:
                parts[pattern.cue].append((key, rank, pattern))
    waiting: dict[str, list[Joined]] = defaultdict(list)
    for cue, found in parts.items():
        first = found[0][2]
        keys_of = tuple(
            frozenset(key for key, _, pattern in found if pattern.part == part) for part in range(first.parts)
        )
        rarest = min(keys_of, key=lambda some: (max(len(ranked[k]) for k in some), -max(map(len, some))))
        joined = Joined(first.owner, cue, first.is_weak, keys_of, tuple(found))
        for key in rarest:
            waiting[key].append(joined)
    return waiting


def _patterns(cue: str, owner: int, number: int, is_near_miss: bool) -> Iterator[tuple[str, Pattern]]:
    """(key, pattern) of each form of each part of a cue."""
    is_weak = cue.startswith("~")
    parts = [part.strip() for part in cue.removeprefix("~").split(" + ") if part.strip(" *^")]
    for place, part in enumerate(parts):
        exact = part[1:] if part.startswith("^") else ""
        words = (exact or part).translate(_SPACED_KEEPING_STARS).strip()
        for form, is_open, rest in _forms(words, bool(exact)):
            before = " " if _has_word_spaces(form[0]) else ""
            after = " " if _has_word_spaces(form[-1]) and not is_open and rest is None else ""
            pattern = Pattern(
                owner,
                number,
                place,
                len(parts),
                len(form),
                len(after),
                is_open,
                exact,
                rest,
                is_weak,
                is_near_miss,
            )
            yield before + form + after, pattern


class _SpacedKeepingStars(dict[int, str]):
    def __missing__(self, code: int) -> str:
        return "*" if code == ord("*") else _SPACED[code]


_SPACED_KEEPING_STARS = _SpacedKeepingStars()


def _forms(words: str, is_exact: bool) -> Iterator[tuple[str, bool, re.Pattern[str] | None]]:
    """(key, whether the word runs on, pattern to check) for one part.

    >>> [form for form, *_ in _forms("peace talk", False)]
    ['peace talk', 'peace talks', 'peace talkes']
    """
    head, star, tail = words.partition("*")
    if not head.strip():
        return  # a cue of signs, or one that begins with a star, would be found everywhere
    if star and tail.strip(" *"):
        pattern = re.escape(words).replace(r"\ ", " {1,3}").replace(r"\*", r"\w*")
        yield head.rstrip() or words.replace("*", ""), False, re.compile(pattern + r"(?!\w)")
    elif star:
        yield head.rstrip(), True, None
    else:
        yield words, False, None
        if _has_word_spaces(words[-1]) and words[-1].isalpha() and not words.endswith("s"):
            yield words + "s", False, None
            if not is_exact:
                yield (words[:-1] + "ies" if words.endswith("y") else words + "es"), False, None


def _has_word_spaces(character: str) -> bool:
    """Whether words of the character's script stand apart: not so in Khmer, Thai, Japanese and Chinese."""
    return not ("\u0e00" <= character <= "\u0eff" or "\u1000" <= character <= "\u109f") and not (
        "\u1780" <= character <= "\u17ff" or "\u3040" <= character <= "\u9fff"
    )
