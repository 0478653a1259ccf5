"""What an editor is asked, one matter at a time: officials in doubt, contradictions, answers that have aged.

Enters: a `Corpus`. Leaves: `Matter`s in a fixed order, each with its sentences and the answers it allows.
What was decided on the same sentences is not asked; what was left undecided comes back when they change.
Must not be known here: how an answer is written down, the terminal, pages.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from gazette.apparatus.holdings import Holdings, Testimony, look_up
from gazette.apparatus.questions import Question, is_outdated, open_questions, proof_of, proofs_of
from gazette.authority import Ambiguous, find_official, fold, rulings, standing_decisions
from gazette.events.sentences import split_sentences
from gazette.model import Corpus, Decision, Evidence, OfficialFile, Release

Answer = Literal["same", "not-same", "confirmed", "rejected", "settled", "undecided"]

SHOWN = 3
"""So many of the first sentences are shown, and as many of the last."""

CANDIDATES = 6
"""At most so many others are offered as the same person."""

ALIKE = 0.8
"""How like two words are whose letters differ, as difflib counts it: `Sokhon`, `Sokhonn`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that a matter allows."""

    key: str
    "What is typed: a letter, or a number."
    words: str
    answer: Answer
    value: str = ""
    "The id of the other person, the date or place that is right, the release that is right."


@dataclass(frozen=True, slots=True)
class Matter:
    """One question to an editor."""

    question: str
    "official, or the kind of a contradiction; of an aged answer what was asked then."
    about: tuple[str, ...]
    words: str
    testimonies: tuple[Testimony, ...]
    "The sentences, each with what it says."
    proofs: tuple[str, ...]
    "The same, as a decision keeps them."
    choices: tuple[Choice, ...]
    decision: Decision | None = None
    "What was answered before."


UNDECIDED = Choice("u", "undecided: ask again when the sentences change", "undecided")


def agenda(corpus: Corpus) -> tuple[Matter, ...]:
    """Everything that is to be asked, officials first, in an order that an answer to one does not change."""
    holdings = look_up(corpus)
    questions = [matter_of(holdings, question) for question in open_questions(corpus)]
    every = [*doubtful_officials(corpus), *questions]
    return (*(m for m in every if not is_left(m)), *aged(holdings, every))


def left_undecided(corpus: Corpus) -> tuple[Matter, ...]:
    """Officials of whom an editor could not say who they are, and whose sentences are the same since."""
    asked = {id for d in corpus.authority.decisions if d.decision == "undecided" for id in d.about}
    return tuple(m for m in doubtful_officials(corpus, asked) if is_left(m)) if asked else ()


def is_left(matter: Matter) -> bool:
    """Whether an editor left the matter undecided, on the same sentences."""
    decision = matter.decision
    return (
        decision is not None and decision.decision == "undecided" and not is_outdated(decision, matter.proofs)
    )


# --- officials -----------------------------------------------------------------------------------


def doubtful_officials(corpus: Corpus, asked: Collection[str] | None = None) -> Iterator[Matter]:
    """Every provisional official, or those of some ids, with those who may be the same person; by id."""
    unsure = [f for f in corpus.officials if f.standing == "provisional" and (asked is None or f.id in asked)]
    if not unsure:
        return
    holdings, decided, rolls = look_up(corpus), standing_decisions(corpus.authority), call_rolls(corpus)
    for file in sorted(unsure, key=lambda f: f.id):
        decision = decided.get(("official", frozenset({file.id})))
        yield official_matter(holdings, file, rolls, decision)


@dataclass(frozen=True, slots=True)
class Rolls:
    """Officials, established or found, by their ids and by the words of their names."""

    files: Mapping[str, OfficialFile]
    by_word: Mapping[str, Sequence[str]]


def call_rolls(corpus: Corpus) -> Rolls:
    """The rolls of a corpus."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for record in corpus.authority.officials.values():
        for word in {w for name in (record.name, *record.variants) for w in fold(name).split()}:
            found[word][record.id] = None
    for file in corpus.officials:
        for word in fold(file.name).split():
            found[word][file.id] = None
    files = {file.id: file for file in corpus.officials}
    return Rolls(files, {word: list(ids) for word, ids in found.items()})


def official_matter(
    holdings: Holdings, file: OfficialFile, rolls: Rolls, decision: Decision | None
) -> Matter:
    """The question who a provisional official is."""
    said = tuple(sightings(holdings, file))
    others = candidates(holdings.corpus, file, rolls)
    choices = [Choice("y", "yes: a person of that name, confirm", "confirmed")]
    choices += [
        Choice(str(n), f"the same person as {name} ({id})", "same", id)
        for n, (id, name) in enumerate(others, 1)
    ]
    if others:
        choices.append(Choice("n", "none of these; who it is stays open", "not-same"))
    choices += [Choice("x", "no official, or a line that was misread: reject", "rejected"), UNDECIDED]
    country = f" of {file.country}" if file.country else ""
    words = f"Is {file.name}{country} an official whom no authority file knows?"
    return Matter("official", (file.id,), words, said, proofs_of(holdings, said), tuple(choices), decision)


def sightings(holdings: Holdings, file: OfficialFile) -> Iterator[Testimony]:
    """The first and last places where an official is named, a release each; `value` is the office."""
    found = file.appearances
    kept = found if len(found) <= 2 * SHOWN else (*found[:SHOWN], *found[-SHOWN:])
    for id, appearance in kept:
        release = holdings.releases[id]
        named = [m for m in appearance.mentions if m.name] or list(appearance.mentions)
        if named:
            in_text = [m for m in named if release.blocks[m.evidence.block].paragraph]
            offices = "; ".join(dict.fromkeys(o.value.title for o in appearance.offices))
            yield Testimony(id, (in_text or named)[0].evidence, offices or "no office", "stated")


def candidates(corpus: Corpus, file: OfficialFile, rolls: Rolls) -> list[tuple[str, str]]:
    """(id, name) of those who may be the same person: who the name may mean, and who has a name like it."""
    apart = rulings(corpus.authority).apart_people
    known = corpus.authority.officials
    found: dict[str, float] = {}
    titles = dict.fromkeys(o.value.title for _, a in file.appearances for o in a.offices)
    offices: Sequence[str | None] = [*titles][:4] or [None]
    for office in offices:
        answer = find_official(corpus.authority, file.name, country=file.country, office=office)
        if isinstance(answer, Ambiguous):
            found |= dict.fromkeys(answer.candidates, 1.0)
    own = frozenset(fold(file.name).split())
    for id in dict.fromkeys(id for word in own for id in rolls.by_word.get(word, ())):
        record, other = known.get(id), rolls.files.get(id)
        country = record.country if record else other.country if other else None
        if id == file.id or (country and file.country and country != file.country):
            continue
        forms = (record.name, *record.variants) if record else (other.name,) if other else ()
        degree = max((alike(own, form) for form in forms), default=0.0)
        if degree >= ALIKE:
            found[id] = max(found.get(id, 0.0), degree)
    order = sorted(found, key=lambda id: (-found[id], id))
    kept = [id for id in order if frozenset((file.id, id)) not in apart][:CANDIDATES]
    return [(id, known[id].name if id in known else rolls.files[id].name) for id in kept]


def alike(words: frozenset[str], form: str) -> float:
    """How like two names are: 1 where one has all words of the other, else as like as the least like words.

    >>> alike(frozenset({"prak", "sokhon"}), "Prak Sokhonn") > ALIKE
    True
    >>> alike(frozenset({"chang", "byungho"}), "Hong Byungho") > ALIKE
    False
    """
    other = frozenset(fold(form).split())
    if words <= other or (other <= words and len(other) > 1):
        return 1.0
    mine, theirs = words - other, other - words
    if len(mine) != len(theirs):
        return 0.0
    return min(max(likeness(one, two) for two in theirs) for one in mine)


def likeness(one: str, two: str) -> float:
    """How like two words are, from 0 to 1."""
    return difflib.SequenceMatcher(None, one, two, autojunk=False).ratio()


# --- contradictions ------------------------------------------------------------------------------


def matter_of(holdings: Holdings, question: Question) -> Matter:
    """A contradiction with the answers that it allows."""
    return Matter(
        question.kind,
        question.about,
        question.words,
        question.testimonies,
        proofs_of(holdings, question.testimonies),
        (*choices_of(question), UNDECIDED),
        question.decision,
    )


def choices_of(question: Question) -> Iterator[Choice]:
    """One or two, or which of the values is right; that all of them may stand."""
    if question.kind in ("event", "same-series", "ordinals"):
        thing = "event" if question.kind == "event" else "series"
        yield Choice("y", f"one {thing}", "same")
        yield Choice(
            "n", f"two different {thing}s" if thing == "event" else "two different series", "not-same"
        )
        return
    values = dict.fromkeys(
        (t.value, t.release if question.kind == "offices" else "") for t in question.testimonies
    )
    for n, (value, release) in enumerate(values, 1):
        yield Choice(str(n), f"{value} is right", "settled", release or value)
    yield Choice("k", "keep both: each may stand", "settled")


# --- answers that have aged ----------------------------------------------------------------------


def aged(holdings: Holdings, asked: Iterable[Matter]) -> Iterator[Matter]:
    """Decisions that rest on a sentence which is gone or says something else, and are not asked as it is."""
    put = {(m.question, frozenset(m.about)) for m in asked}
    sentences: dict[str, frozenset[str]] = {}
    for (question, about), decision in standing_decisions(holdings.corpus.authority).items():
        gone = [proof for proof in decision.rests_on if not stands(holdings, proof, sentences)]
        if not gone or (question, about) in put or decision.decision == "undecided":
            continue
        kept = tuple(p for p in decision.rests_on if p not in gone)
        names = " and ".join(name_of(holdings, id) for id in decision.about)
        where = ", ".join(dict.fromkeys(p.rpartition("#")[0] for p in gone))
        words = (
            f"Of {names} it was answered: {decision.decision}. A sentence it rests on has changed: {where}"
        )
        said = tuple(t for id in decision.about for t in told_of(holdings, id))[: 2 * SHOWN]
        proofs = proofs_of(holdings, said) or kept
        keep = Choice("y", "the answer stands", decision.decision)  # type: ignore[arg-type]
        other = Choice("n", "it does not: take it back, and ask anew", "undecided", "again")
        yield Matter(question, decision.about, words, said, proofs, (keep, other), decision)


def stands(holdings: Holdings, proof: str, sentences: dict[str, frozenset[str]]) -> bool:
    """Whether a sentence still stands in its release."""
    id = proof.rpartition("#")[0]
    release = holdings.releases.get(id)
    if release is None:
        return False
    if id not in sentences:
        sentences[id] = proofs_in(release)
    return proof in sentences[id]


def proofs_in(release: Release) -> frozenset[str]:
    """Every sentence of a release as a decision keeps it."""
    return frozenset(
        proof_of(release, Evidence(block.number, s.start, s.end, block.text[s.start : s.end]))
        for block in release.blocks
        for s in split_sentences(block)
    )


def name_of(holdings: Holdings, id: str) -> str:
    """An official or an event by name, else the id."""
    record = holdings.corpus.authority.officials.get(id)
    event = holdings.events.get(id)
    return record.name if record else event.title if event else id


def told_of(holdings: Holdings, id: str) -> Iterator[Testimony]:
    """Where the record speaks of an official or an event now."""
    event = holdings.events.get(id)
    for telling in event.tellings if event else ():
        yield Testimony(telling.release, telling.account.evidence, telling.account.title, "stated")
    for file in holdings.corpus.officials:
        if file.id == id:
            yield from sightings(holdings, file)
