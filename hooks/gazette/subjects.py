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
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, NamedTuple

import ahocorasick  # type: ignore[import-not-found]

from .authority import fold_in_place, once_for_all_releases
from .model import Anatomy, Authority, Block, Evidence, Subject

_READ = frozenset({"body", "heading"})
_HEADS = frozenset({"title", "heading"})
_MOST = 100
"""Cues of one topic that are kept in one block: more show no more."""
# Both patterns below begin with the letter or sign that is rarest, and look back from there: far faster.
_SENTENCE_END = re.compile(
    r"""[.!?。។](?:(?<=[。។])|(?:(?<=[^\W\d_]{3}.)|(?<=\d.))[.!?]*["”’)\]]*\s+(?=["“‘(\[]?[A-Z]))"""
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as an editor wrote it; a near miss is one too."""

    number: int
    owner: int
    "Place of the topic or term in `Cues.owners`."
    is_weak: bool
    is_near_miss: bool


Hit = tuple[int, int, Cue]
"""A cue found: text[start:end] of a block. Plain, since there are many."""


class Pattern(NamedTuple):
    """One part of one cue, and what must hold where its key was found."""

    cue: Cue
    part: int
    parts: int
    is_open: bool
    "The word runs on: `touris*`."
    exact: str
    "The words in their own letters, for `^ASEM`; '' where case does not matter."
    rest: re.Pattern[str] | None
    "The whole part as a pattern, where a `*` stands inside it."


class Joined(NamedTuple):
    """A cue of several parts, which must all stand in one sentence."""

    cue: Cue
    parts: tuple[frozenset[Key], ...]
    "The keys of each part."
    patterns: tuple[tuple[Key, int, Pattern], ...]
    "The patterns of all parts: key, rank among the patterns of the key."


@dataclass(slots=True, eq=False)
class Key:
    """What the automaton finds, and the patterns to look at where it stands."""

    length: int
    "Without the spaces around it."
    tail: int
    "1 where it ends with a space."
    alone: list[tuple[Cue, Pattern | None]] = field(default_factory=list)
    "Cues of one part; None where the key is all of it."
    is_part: bool = False
    "Whether it belongs to a part of a joined cue."
    waiting: list[Joined] = field(default_factory=list)
    "Joined cues whose rarest part this is."


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues of an authority, compiled."""

    owners: tuple[tuple[str, bool], ...]
    "(id, whether it is a term), topics first, in the order of their files."
    automaton: Any
    "Text of a key → `Key`; None where there are no cues."


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
    weak = {cue.owner for _, hits in found for places in hits.values() for _, _, cue in places if cue.is_weak}
    unshown = {owner for owner in weak if not _is_shown(owner, found)}
    in_text = {
        owner
        for block, hits in found
        if block.part in _READ
        for owner, places in hits.items()
        if owner not in unshown or not all(cue.is_weak for _, _, cue in places)
    }
    topics: list[Subject] = []
    terms: list[Subject] = []
    for block, hits in found:
        owners = sorted(hits if block.part in _READ else hits.keys() - in_text)
        in_terms = [hit for owner in hits if cues.owners[owner][1] for hit in hits[owner]]
        for owner in owners:
            name, is_term = cues.owners[owner]
            places = hits[owner]
            if owner in unshown:
                places = [hit for hit in places if not hit[2].is_weak]
            if is_term:
                places = [hit for hit in places if not any(_is_inside(hit, other) for other in in_terms)]
            if places:
                (terms if is_term else topics).append(Subject(name, _evidence(block, places)))
    return tuple(topics), tuple(terms)


def _is_shown(owner: int, found: Iterable[tuple[Block, Mapping[int, Sequence[Hit]]]]) -> bool:
    """Whether more than one cue of a topic stands in a release, or one in a heading: then weak ones count."""
    seen: set[int] = set()
    for block, hits in found:
        places = hits.get(owner)
        if not places:
            continue
        after = 0
        for start, end, cue in sorted(places, key=_from_the_left):
            if start >= after:  # words inside a longer cue are no second cue
                seen.add(cue.number)
                after = end
        if len(seen) > 1 or block.part in _HEADS:
            return True
    return False


def _from_the_left(hit: Hit) -> tuple[int, int]:
    """The order in which hits are read: by place, the longest first."""
    return hit[0], -hit[1]


def _is_inside(hit: Hit, other: Hit) -> bool:
    """Whether a hit lies inside a longer one."""
    return other[0] <= hit[0] and hit[1] <= other[1] and other[1] - other[0] > hit[1] - hit[0]


def _evidence(block: Block, places: Sequence[Hit]) -> tuple[Evidence, ...]:
    """The longest of the places that overlap, in order."""
    kept: list[tuple[int, int]] = []
    for start, end, _ in sorted(places, key=_from_the_left) if len(places) > 1 else places:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
        elif end > kept[-1][1]:
            kept[-1] = kept[-1][0], end
    return tuple(Evidence(block.number, start, end, block.text[start:end]) for start, end in kept)


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
    ends: dict[Key, list[int]] = {}
    for last, key in cues.automaton.iter(spaced):
        start, end = last - key.tail - key.length, last - key.tail
        for cue, pattern in key.alone:
            stop = end if pattern is None else _check(pattern, text, spaced, start, end)
            if stop:
                kept = (misses if cue.is_near_miss else hits)[cue.owner]
                if len(kept) < _MOST:
                    kept.append((start, stop, cue))
        if key.is_part:
            if key in ends:
                ends[key].append(end)
            else:
                ends[key] = [end]
    if len(ends) > 1:
        _join(ends, hits, misses, text, spaced)
    if not hits:
        return {}
    for owner, missed in misses.items():
        if owner in hits:
            hits[owner] = [hit for hit in hits[owner] if not _is_missed(hit, missed)]
    zones = find_offices(text)
    for owner in hits if zones else ():
        hits[owner] = [hit for hit in hits[owner] if not _is_missed(hit, zones)]
    return {owner: places for owner, places in hits.items() if places}


def stands_in(cues: Cues, anatomy: Anatomy) -> bool:
    """Whether the beginning of any cue, or of a part of one, stands in a text that is read for topics."""
    return any(
        next(cues.automaton.iter(f" {block.text.translate(_SPACED)} "), None)
        for block in anatomy.blocks
        if cues.automaton is not None and (block.part in _READ or block.part == "title")
    )


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


def find_offices(text: str) -> list[tuple[int, int]]:
    """The portfolios in names of offices and ministries: cues in them do not count, in no topic.

    `Minister of Tourism`, `Tourism Minister`. Near-misses: `ASEAN Tourism Ministers' Meeting`; a headline in
    capitals, where no name ends.
    """
    zones = []
    for head in _HEAD.finditer(text):
        after = _AFTER.match(text, head.end())
        if after:
            zones.append(after.span(1))
        elif head.group() in ("Minister", "Ministry", "Secretary"):
            first = max(0, head.start() - _BEFORE_REACH)
            before = _BEFORE.search(text[first : head.start()])
            if before:
                zones.append((first + before.start(), first + before.end()))
    return zones


def _check(pattern: Pattern, text: str, spaced: str, start: int, end: int) -> int:
    """Where a pattern ends whose key stands at text[start:end]; 0 where not all of it holds there."""
    if pattern.rest is not None:
        match = pattern.rest.match(spaced, start + 1)  # `spaced` has one space more in front
        return match.end() - 1 if match else 0
    if pattern.exact and not text.startswith(pattern.exact, start):
        return 0
    return spaced.index(" ", end + 1) - 1 if pattern.is_open else end


def _is_missed(hit: Hit, misses: Iterable[Hit] | Iterable[tuple[int, int]]) -> bool:
    return any(miss[0] <= hit[0] and hit[1] <= miss[1] for miss in misses)


def _join(
    ends: Mapping[Key, Sequence[int]],
    hits: dict[int, list[Hit]],
    misses: Mapping[int, Sequence[Hit]],
    text: str,
    spaced: str,
) -> None:
    """Adds to `hits` the cues whose parts all stand in one sentence, from the first to the last part."""
    keys = ends.keys()
    joined = {id(one): one for key in keys for one in key.waiting if not any(map(keys.isdisjoint, one.parts))}
    found = []
    for one in joined.values():
        places = sorted(
            (end + key.tail, -key.length - key.tail, rank, end - key.length, end, pattern)
            for key, rank, pattern in one.patterns
            for end in ends.get(key, ())
        )
        checked = [
            ((last, nth, rank), pattern.part, start, stop)
            for last, nth, rank, start, end, pattern in places
            if (stop := _check(pattern, text, spaced, start, end))
        ][:_MOST]
        if len({part for _, part, _, _ in checked}) == len(one.parts):
            found.append((checked[0][0], one, checked))
    sentence_ends = [match.end() for match in _SENTENCE_END.finditer(text)] if found else []
    for _, (cue, parts, _), checked in sorted(found, key=itemgetter(0)):
        missed = misses.get(cue.owner, ())
        sentences: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
        for _, part, start, stop in checked:
            if not _is_missed((start, stop, cue), missed):
                sentences[bisect_right(sentence_ends, start)].setdefault(part, (start, stop))
        for spans in sentences.values():
            if len(spans) == len(parts):
                start, end = min(s for s, _ in spans.values()), max(e for _, e in spans.values())
                hits[cue.owner].append((start, end, cue))


# --- compiling -----------------------------------------------------------------------------------


@once_for_all_releases
def compile_cues(authority: Authority) -> Cues:
    """The cues of an authority as one automaton."""
    owners: list[tuple[str, bool]] = []
    patterns: dict[str, dict[Pattern, None]] = defaultdict(dict)
    number = 0
    sources = [(t.id, False, t.cues, t.near_misses) for t in authority.topics.values()]
    sources += [(t.id, True, t.wordings, ()) for t in authority.terms.values()]
    for owner, (name, is_term, cues, near_misses) in enumerate(sources):
        owners.append((name, is_term))
        for written, is_near_miss in [(c, False) for c in cues] + [(c, True) for c in near_misses]:
            number += 1
            cue = Cue(number, owner, written.startswith("~"), is_near_miss)
            for text, pattern in _patterns(written.removeprefix("~"), cue):
                patterns[text][pattern] = None
    if not patterns:
        return Cues(tuple(owners), None)
    automaton = ahocorasick.Automaton()
    joined: dict[Cue, list[tuple[Key, int, Pattern]]] = defaultdict(list)
    for text, found in patterns.items():
        key = Key(len(text.strip()), int(text.endswith(" ")))
        for rank, pattern in enumerate(found):
            if pattern.parts > 1:
                key.is_part = True
                joined[pattern.cue].append((key, rank, pattern))
            else:
                is_whole = not (pattern.is_open or pattern.exact or pattern.rest)
                key.alone.append((pattern.cue, None if is_whole else pattern))
        automaton.add_word(text, key)
    automaton.make_automaton()
    _let_wait(joined)
    return Cues(tuple(owners), automaton)


def _let_wait(joined: Mapping[Cue, Sequence[tuple[Key, int, Pattern]]]) -> None:
    """Each joined cue waits at the keys of its rarest part: the one that the fewest cues share."""
    shared = Counter(key for found in joined.values() for key, _, _ in found)
    for cue, found in joined.items():
        parts = tuple(
            frozenset(key for key, _, pattern in found if pattern.part == part)
            for part in range(found[0][2].parts)
        )
        rarest = min(parts, key=lambda keys: (max(shared[k] for k in keys), -max(k.length for k in keys)))
        one = Joined(cue, parts, tuple(found))
        for key in rarest:
            key.waiting.append(one)


def _patterns(words: str, cue: Cue) -> Iterator[tuple[str, Pattern]]:
    """(key, pattern) of each form of each part of a cue, without the sign of a weak one."""
    parts = [part.strip() for part in words.split(" + ") if part.strip(" *^")]
    for place, part in enumerate(parts):
        exact = part[1:] if part.startswith("^") else ""
        spaced = (exact or part).translate(_SPACED_KEEPING_STARS).strip()
        for form, is_open, rest in _forms(spaced, bool(exact)):
            before = " " if _has_word_spaces(form[0]) else ""
            after = " " if _has_word_spaces(form[-1]) and not is_open and rest is None else ""
            yield before + form + after, Pattern(cue, place, len(parts), is_open, exact, rest)


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
