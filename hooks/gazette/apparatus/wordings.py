"""The history of a wording: every use in order of date, and each change word by word.

Enters: a `Corpus` and a term of terms.yml. Leaves: a `History`. Must not be known here: pages.

Words are compared without case, hyphens and endings; printed as they stand. A change is shown where a body
first uses a wording that it had not used, and where a wording first comes up at all; not each time two
wordings take turns. A term whose words are part of another's ("strategic partnership", "comprehensive
strategic partnership") is its kin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from gazette.apparatus.attribution import Attribution, Speaker
from gazette.apparatus.gleanings import Voice, gleanings
from gazette.apparatus.holdings import (
    Divided,
    Holdings,
    Side,
    look_up,
    once_per_corpus,
    published_on,
    sentence_of,
    side_of,
)
from gazette.apparatus.words import content_stems, find_words, stem
from gazette.model import Corpus, Evidence, Reading, Release, TermRecord, When
from gazette.watching import Watched

Operation = Literal["kept", "added", "dropped"]

NUMBERS = {"2": stem("two"), "3": stem("three"), "4": stem("four"), "5": stem("five"), "6": stem("six")}


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a wording."""

    term: str
    release: str
    evidence: Evidence
    "The words exactly as printed."
    sentence: Evidence
    when: Reading[When] | None
    "Date of issue; where none is given that of the main event, as inferred."
    side: Side
    speaker: Reading[Speaker] | None = None
    "Who is said to use it, where the sentence tells."
    manner: str | None = None
    "Class of the verb that says it."
    order: str = "9999"
    "The date by which it is sorted: that of issue; of a report without one not before what it reports."

    @property
    def words(self) -> str:
        """As printed."""
        return self.evidence.quote


@dataclass(frozen=True, slots=True)
class Step:
    """Some words of a change."""

    operation: Operation
    words: tuple[str, ...]
    "As printed: of the later wording where kept or added, of the earlier where dropped."


@dataclass(frozen=True, slots=True)
class Change:
    """A wording that differs from an earlier one."""

    before: Use
    after: Use
    steps: tuple[Step, ...]
    same_body: bool
    "Both stand in releases of one issuing body."


@dataclass(frozen=True, slots=True)
class History:
    """Every use of a term in order of date, undated last."""

    term: str
    uses: tuple[Use, ...]
    kin: tuple[Use, ...] = ()
    "Uses of terms whose words are part of this one's, or of whose words this one's are part."
    changes: tuple[Change, ...] = ()
    "In order of date of the later wording; between uses of the term, or of it and its kin."

    @property
    def first(self) -> Use | None:
        """The first use."""
        return self.uses[0] if self.uses else None

    @property
    def last(self) -> Use | None:
        """The last use."""
        return self.uses[-1] if self.uses else None


ATTRIBUTIONS = "attributions"
VOICES = "voices"


@once_per_corpus
def attributions(corpus: Corpus) -> Watched[str, Sequence[Attribution]]:
    """What is said by whom in every release, by release."""
    return Watched(ATTRIBUTIONS, {id: found.attributions for id, found in gleanings(corpus).items()})


@once_per_corpus
def voices(corpus: Corpus) -> Watched[str, tuple[Voice, ...]]:
    """Who uses a term in every release, by release: a small part of `attributions`, which stay packed."""
    return Watched(VOICES, {id: found.voices for id, found in gleanings(corpus).items() if found.voices})


def trace_wording(corpus: Corpus, term: str | TermRecord) -> History:
    """The history of a term, given by its id or record. An unknown or unused term has an empty one."""
    id = term if isinstance(term, str) else term.id
    uses = uses_of(corpus, id)
    kin = tuple(u for other in kin_of_terms(corpus).get(id, ()) for u in uses_of(corpus, other))
    kin = tuple(sorted(kin, key=order_of))
    return History(id, uses, kin, changes_between(sorted((*uses, *kin), key=order_of), id))


def uses_of(corpus: Corpus, term: str) -> tuple[Use, ...]:
    """Every use of a term, in order of date."""
    found = []
    divided: dict[str, Divided] = {}
    for release, subject in look_up(corpus).uses_of_term.get(term, ()):
        side, when = side_of(corpus, release), published_on(release)
        spoken = {voice.place: voice for voice in voices(corpus).get(release.id, ())}
        order = not_before(look_up(corpus), release)
        sentences = divided.setdefault(release.id, {})
        for evidence in subject.evidence:
            voice = spoken.get((evidence.block, evidence.start))
            found.append(
                Use(
                    term=term,
                    release=release.id,
                    evidence=evidence,
                    sentence=sentence_of(release, evidence, sentences),
                    when=when,
                    side=side,
                    speaker=voice.speaker if voice else None,
                    manner=voice.manner if voice else None,
                    order=order,
                )
            )
    return tuple(sorted(found, key=order_of))


def order_of(use: Use) -> tuple[str, bool, str, int, int]:
    """Sort key: date, a report after what it reports, release, place."""
    return use.order, use.side.is_secondary, use.release, use.evidence.block, use.evidence.start


def not_before(holdings: Holdings, release: Release) -> str:
    """The date of issue; without one, the latest issue of another account of its events, or their date."""
    when = published_on(release)
    if release.imprint.issued or when is None:
        return when.value.start if when else "9999"
    dates = [when.value.start]
    for account, event in holdings.events_of_release.get(release.id, ()):
        if account.role != "principal":
            continue
        for telling in event.tellings:
            issued = holdings.releases[telling.release].imprint.issued
            if telling.account.role == "principal" and issued:
                dates.append(issued.value.start)
    return max(dates)


@once_per_corpus
def kin_of_terms(corpus: Corpus) -> Watched[str, tuple[str, ...]]:
    """By term: those with a wording whose words hold all those of a wording of it, or are held by it."""
    stems = {
        id: [s for wording in record.wordings if len(s := content_stems(wording.strip("~^"))) > 1]
        for id, record in corpus.authority.terms.items()
    }
    kin: dict[str, list[str]] = defaultdict(list)
    for one, forms in stems.items():
        for other, others in stems.items():
            if one != other and any(a < b or b < a for a in forms for b in others):
                kin[one].append(other)
    return Watched("kin_of_terms", {id: tuple(found) for id, found in kin.items()})


# --- changes -------------------------------------------------------------------------------------


def changes_between(uses: Iterable[Use], term: str) -> tuple[Change, ...]:
    """Where a wording is new to its body, or new altogether, set against the use it is nearest to."""
    by_body: dict[str, dict[tuple[str, ...], Use]] = defaultdict(dict)
    every: dict[tuple[str, ...], Use] = {}
    changes = []
    for use in uses:
        form = form_of(use.words)
        own = by_body[use.side.body or use.side.name or use.release]
        if form not in own and own:
            before = next(reversed(own.values()))
            changes.append(change(before, use, same_body=True))
        elif form not in every and every:
            before = max(every.values(), key=lambda u: likeness(u.words, use.words))
            changes.append(change(before, use, same_body=False))
        own.pop(form, None)  # so that the last of `own` is the one used last
        own[form] = use
        every.setdefault(form, use)
    return tuple(c for c in changes if term in (c.before.term, c.after.term))


def form_of(words: str) -> tuple[str, ...]:
    """The words of a wording as they are compared; a script without word spaces is one word.

    >>> form_of("Five-point Consensus") == form_of("5-Point Consensus")
    True
    """
    found = find_words(words)
    return tuple(NUMBERS.get(words[w.start : w.end], w.stem) for w in found) if found else (words,)


def likeness(a: str, b: str) -> float:
    """How much two wordings share, from 0 to 1."""
    return SequenceMatcher(None, form_of(a), form_of(b), autojunk=False).ratio()


def change(before: Use, after: Use, same_body: bool) -> Change:
    """The change from one use to another."""
    return Change(before, after, compare_wordings(before.words, after.words), same_body)


def compare_wordings(before: str, after: str) -> tuple[Step, ...]:
    """What is kept, added and dropped between two wordings, word by word, in the order of reading.

    >>> steps = compare_wordings("strategic partnership", "Comprehensive Strategic Partnership")
    >>> [(step.operation, " ".join(step.words)) for step in steps]
    [('added', 'Comprehensive'), ('kept', 'Strategic Partnership')]
    """
    old = [before[w.start : w.end] for w in find_words(before)]
    new = [after[w.start : w.end] for w in find_words(after)]
    matcher = SequenceMatcher(None, form_of(before), form_of(after), autojunk=False)
    steps = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            steps.append(Step("kept", tuple(new[c:d])))
            continue
        if b > a:
            steps.append(Step("dropped", tuple(old[a:b])))
        if d > c:
            steps.append(Step("added", tuple(new[c:d])))
    return tuple(steps)


def histories(corpus: Corpus) -> tuple[History, ...]:
    """The history of every term that is used, in the order of terms.yml."""
    return tuple(
        trace_wording(corpus, id) for id in corpus.authority.terms if id in look_up(corpus).uses_of_term
    )
