"""The accounts of one event side by side, and what only one of them says.

Enters: a `Corpus` and an `Event`. Leaves: a `Comparison`: for each topic the sentences of each release, and
what stands in one account alone. Must not be known here: pages.

Precision goes before number. A phrase counts as said elsewhere as soon as another account has its letters
in one run ("peace keeping", "peacekeeping"), its words in one sentence ("talks of senior officials"), the
term under another wording, or its abbreviation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Literal

from gazette.apparatus.holdings import Divided, Holdings, Side, is_at, look_up, sentence_of, side_of
from gazette.apparatus.phrases import Phrase, find_phrases
from gazette.apparatus.words import SMALL, content_stems, letters, letters_of_phrase
from gazette.corpus import issue_key
from gazette.events.sentences import split_sentences
from gazette.model import Account, Corpus, Event, Evidence, Release

MOST = 2000
"""So many phrases of an account are looked at: a text with more is no account of one event."""

NAMELESS = frozenset({"occasion"})
"""Types of event that only a date tells of: too little to say that another account leaves it out."""

SoleKind = Literal["wording", "name", "quotation", "event"]


@dataclass(frozen=True, slots=True)
class Passages:
    """What one release says on a topic."""

    release: str
    sentences: tuple[Evidence, ...]
    "Whole sentences, in the order of the text; () where the release is silent."


@dataclass(frozen=True, slots=True)
class Row:
    """One topic across the accounts."""

    topic: str
    passages: tuple[Passages, ...]
    "One for each side of the comparison, in its order."

    @property
    def only(self) -> str | None:
        """The one release that speaks of the topic, or None where several do."""
        speaking = [p.release for p in self.passages if p.sentences]
        return speaking[0] if len(speaking) == 1 and len(self.passages) > 1 else None


@dataclass(frozen=True, slots=True)
class Sole:
    """Something that stands in one account and in no other."""

    release: str
    kind: SoleKind
    words: str
    "As printed."
    evidence: Evidence
    "The words themselves; of an event, the sentence that tells of it."
    sentence: Evidence
    "The sentence around them."
    event: str | None = None
    "Id of the event that only this release mentions."


@dataclass(frozen=True, slots=True)
class Comparison:
    """The accounts of one event side by side."""

    event: str
    sides: tuple[Side, ...]
    "In the order of issue; primary accounts before those at second hand."
    rows: tuple[Row, ...]
    "Topics that several accounts speak of first, each group in the order of the text."
    sole: tuple[Sole, ...]
    "By side, then in the order of the text; () where there is only one account."

    def only(self, release: str) -> tuple[Sole, ...]:
        """What only this release says."""
        return tuple(s for s in self.sole if s.release == release)


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of a release that tells of the event, prepared for comparing."""

    release: Release
    blocks: frozenset[int]
    sentences: tuple[frozenset[str], ...]
    "Content stems of each sentence."
    letters: str
    terms: frozenset[str]
    short_forms: frozenset[str]
    "Abbreviations, and the initials of capitalised names, in capitals."
    divided: Divided


def compare_accounts(corpus: Corpus, event: Event) -> Comparison:
    """All principal accounts of an event side by side. One account, or none, gives no `sole`."""
    holdings = look_up(corpus)
    accounts: dict[str, list[Account]] = defaultdict(list)
    for telling in event.tellings:
        if telling.account.role == "principal" and telling.release in holdings.releases:
            accounts[telling.release].append(telling.account)
    ids = sorted(
        accounts,
        key=lambda id: (holdings.releases[id].is_secondary, issue_key(holdings.releases[id]), id),
    )
    scopes = [scope_of(holdings.releases[id], accounts[id]) for id in ids]
    sole: list[Sole] = []
    if len(scopes) > 1:
        for scope in scopes:
            others = [other for other in scopes if other is not scope]
            mentioned = sole_events(holdings, event, scope, others)
            sole += mentioned
            sole += sole_phrases(scope, others, [letters(e.words) for e in mentioned])
    return Comparison(
        event=event.id,
        sides=tuple(side_of(corpus, scope.release) for scope in scopes),
        rows=rows_of(scopes),
        sole=tuple(
            sorted(sole, key=lambda s: (ids.index(s.release), s.evidence.block, s.evidence.start, s.words))
        ),
    )


def scope_of(release: Release, accounts: Sequence[Account]) -> Scope:
    """The part of a release that tells of an event: all of it, or of a side event only its paragraph."""
    main = next((a for a in release.events if a.role == "principal"), None)
    if main and any(is_at(account, main) for account in accounts):
        blocks = frozenset(b.number for b in release.anatomy.blocks if b.part == "body")
    else:
        blocks = frozenset(account.evidence.block for account in accounts)
    texts = [release.anatomy.blocks[n].text for n in sorted(blocks)]
    divided: Divided = {n: split_sentences(release.anatomy.blocks[n]) for n in sorted(blocks)}
    sentences = [s.text for found in divided.values() for s in found]
    return Scope(
        release=release,
        blocks=blocks,
        sentences=tuple(content_stems(sentence) for sentence in sentences),
        letters=" ".join(letters(text) for text in texts),
        terms=frozenset(t.id for t in release.terms if t.block in blocks),
        short_forms=frozenset(form for text in texts for form in short_forms(text)),
        divided=divided,
    )


_CAPITALS = re.compile(r"\b[A-Z]{2,8}\b")
_NAME = re.compile(r"\b[A-Z][\w'’-]*(?:(?:\s+(?:of|for|the|and|on))*\s+[A-Z][\w'’-]*)+")


def short_forms(text: str) -> Iterable[str]:
    """Abbreviations in a text, and those of the names in it: "UN", and "UN" for "United Nations"."""
    yield from _CAPITALS.findall(text)
    for match in _NAME.finditer(text):
        yield initials(match.group())


def initials(name: str) -> str:
    """The initials of a name without its small words.

    >>> initials("Council for the Development of Cambodia")
    'CDC'
    """
    return "".join(w[0].upper() for w in re.split(r"[\s-]+", name) if w and w.lower() not in SMALL)


# --- topics --------------------------------------------------------------------------------------


def rows_of(scopes: Sequence[Scope]) -> tuple[Row, ...]:
    """The topics of all accounts with the sentences of each."""
    found: dict[str, dict[str, dict[Evidence, None]]] = {}
    for scope in scopes:
        for subject in scope.release.topics:
            if subject.block not in scope.blocks:
                continue
            sentences = found.setdefault(subject.id, {}).setdefault(scope.release.id, {})
            for cue in subject.evidence:
                sentences[sentence_of(scope.release, cue, scope.divided)] = None
    rows = [
        Row(
            topic,
            tuple(
                Passages(s.release.id, tuple(sorted(said.get(s.release.id, ()), key=place_of)))
                for s in scopes
            ),
        )
        for topic, said in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: -sum(1 for p in row.passages if p.sentences)))


def place_of(evidence: Evidence) -> tuple[int, int]:
    """Sort key of an evidence: its place in the text."""
    return evidence.block, evidence.start


# --- what only one account says ------------------------------------------------------------------


def sole_phrases(scope: Scope, others: Sequence[Scope], shown: Sequence[str] = ()) -> list[Sole]:
    """Phrases of one account that stand in no other; of nested ones the shortest, each once.

    `shown`: letters of what is listed already; a phrase that holds one of these adds nothing.
    """
    phrases = [
        (p, (p.kind, p.term, letters(p.evidence.quote)))
        for p in islice(find_phrases(scope.release, scope.blocks), MOST)
    ]
    said = {
        key: any(is_said(p, scope, other) for other in others)
        for key, p in {key: p for p, key in phrases}.items()
    }
    alone = [p for p, key in phrases if not said[key]]
    kept: dict[int, list[Phrase]] = defaultdict(list)
    for phrase in sorted(alone, key=lambda p: (p.evidence.end - p.evidence.start, place_of(p.evidence))):
        beside = kept[phrase.evidence.block]
        if not any(overlap(phrase.evidence, other.evidence) for other in beside):
            beside.append(phrase)
    sole: dict[str, Sole] = {}
    for phrase in sorted(chain.from_iterable(kept.values()), key=lambda p: place_of(p.evidence)):
        key = letters(phrase.evidence.quote)
        if any(known in key for known in (*shown, *sole)):
            continue
        sole.setdefault(
            key,
            Sole(
                scope.release.id,
                phrase.kind,
                phrase.evidence.quote,
                phrase.evidence,
                sentence_of(scope.release, phrase.evidence, scope.divided),
            ),
        )
    return list(sole.values())


def overlap(a: Evidence, b: Evidence) -> bool:
    """Whether two places share a letter."""
    return a.block == b.block and a.start < b.end and b.start < a.end


def is_said(phrase: Phrase, own: Scope, other: Scope) -> bool:
    """Whether another account says the same, in these or other words."""
    words = phrase.evidence.quote
    if phrase.term in other.terms if phrase.term else False:
        return True
    run = letters_of_phrase(words)
    if not run or run in other.letters:
        return True
    stems = content_stems(words)
    if not stems or any(map(stems.issubset, other.sentences)):
        return True
    if words.isupper():
        full = expansion(own, phrase.evidence)
        return words in other.short_forms or bool(full and letters_of_phrase(full) in other.letters)
    return phrase.kind == "name" and len(words.split()) > 1 and initials(words) in other.short_forms


def expansion(scope: Scope, evidence: Evidence) -> str | None:
    """The words that an abbreviation in brackets stands for: "peace keeping operations (PKO)"."""
    text = scope.release.anatomy.blocks[evidence.block].text
    before = text[: evidence.start].rstrip()
    if not before.endswith("("):
        return None
    words = re.split(r"\s+", before[:-1].strip()[-160:])
    for size in range(2, min(9, len(words)) + 1):
        if initials(" ".join(words[-size:])) == evidence.quote.upper():
            return " ".join(words[-size:])
    return " ".join(words[-2:])


def sole_events(holdings: Holdings, event: Event, scope: Scope, others: Sequence[Scope]) -> list[Sole]:
    """Other events that only one of the accounts mentions: a telephone call recalled by one side."""
    sole = []
    for account, told in holdings.events_of_release.get(scope.release.id, ()):
        if told.id == event.id or account.evidence.block not in scope.blocks or account.type in NAMELESS:
            continue
        if any(telling.release == other.release.id for telling in told.tellings for other in others):
            continue
        stems = content_stems(account.title)
        if any(stems <= sentence for other in others for sentence in other.sentences):
            continue
        sole.append(
            Sole(scope.release.id, "event", account.title, account.evidence, account.evidence, event=told.id)
        )
    return sole


def comparisons(corpus: Corpus) -> Mapping[str, Comparison]:
    """The comparison of every event that several releases tell of as theirs, by event."""
    found = {}
    for event in corpus.events:
        if len({t.release for t in event.tellings if t.account.role == "principal"}) > 1:
            found[event.id] = compare_accounts(corpus, event)
    return found
