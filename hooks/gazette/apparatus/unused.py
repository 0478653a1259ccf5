"""What stands in the authority files and matches nothing in the record.

Enters: a `Corpus`, and the line of each entry of the files. Leaves: `Unused`s by file and line: variants,
cues, near misses, wordings, known events, corrections, decisions. Nothing of it is wrong: a cue may wait for
its release. Must not be known here: the disk, YAML.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import ahocorasick  # type: ignore[import-not-found]

from gazette.apparatus.corrections import all_amendments
from gazette.authority import fold, fold_in_place, standing_decisions, stands_alone
from gazette.corpus import own_addresses, own_names
from gazette.model import (
    PROVISIONAL,
    Authority,
    BodyRecord,
    Corpus,
    EventRecord,
    OfficeRecord,
    OfficialRecord,
    Release,
    TopicRecord,
)
from gazette.statements import CORRECTIONS
from gazette.subjects import compile_cues, find_cues

FOLDER = "docs/authority"
EntryLines = Mapping[tuple[str, str], Mapping[str, int]]
"""(file, id) → line by `key: entry` of its lists."""


@dataclass(frozen=True, slots=True, order=True)
class Unused:
    """One entry that nothing in the record answers to."""

    file: str
    "Name of the authority file, without ending."
    line: int
    what: str
    "variant, cue, near miss, wording, event, correction, decision."
    words: str

    @property
    def path(self) -> str:
        """The file below the record's root."""
        return f"{FOLDER}/{self.file}.yml"


def unused(corpus: Corpus, lines: EntryLines) -> tuple[Unused, ...]:
    """Everything unused, by file and line."""
    known = corpus.authority
    found = [*unused_variants(corpus, lines), *unused_cues(corpus, lines), *unused_events(corpus)]
    found += [*unused_corrections(corpus), *unused_decisions(corpus, known)]
    return tuple(sorted(set(found)))


# --- forms of names ------------------------------------------------------------------------------


def unused_variants(corpus: Corpus, lines: EntryLines) -> Iterator[Unused]:
    """Variants that stand in no text, however they are capitalised."""
    known = corpus.authority
    holders: dict[str, Mapping[str, OfficialRecord | OfficeRecord | BodyRecord | EventRecord]] = {
        "officials": known.officials,
        "offices": known.offices,
        "bodies": known.bodies,
        "events": known.events,
    }
    forms = [
        (file, id, variant)
        for file, records in holders.items()
        for id, record in records.items()
        for variant in record.variants
    ]
    seen = forms_in(corpus.releases, {fold(variant) for _, _, variant in forms})
    for file, id, variant in forms:
        if fold(variant) not in seen:
            line = lines.get((file, id), {}).get(f"variants: {variant}", 0)
            yield Unused(file, line or holders[file][id].line, "variant", f"{variant} ({id})")


def forms_in(releases: Iterable[Release], forms: set[str]) -> set[str]:
    """Those of some folded forms that stand alone in a text, as read or as received."""
    automaton = ahocorasick.Automaton()
    for form in filter(None, forms):
        automaton.add_word(form, form)
    if not len(automaton):
        return set()
    automaton.make_automaton()
    seen: set[str] = set()
    for release in releases:
        for block in release.blocks:
            for text in {block.text, " ".join(block.raw.split())}:
                folded = fold_in_place(text)
                for last, form in automaton.iter(folded):
                    if form not in seen and stands_alone(folded, last - len(form) + 1, last + 1):
                        seen.add(form)
    return seen


# --- cues ----------------------------------------------------------------------------------------


def unused_cues(corpus: Corpus, lines: EntryLines) -> Iterator[Unused]:
    """Cues and wordings that show their topic or term nowhere, near misses that stand nowhere."""
    known = corpus.authority
    misses = {
        topic.id: TopicRecord(topic.id, topic.name, cues=topic.near_misses, line=topic.line)
        for topic in known.topics.values()
        if topic.near_misses
    }
    sides = (
        (known, "cues", "cue"),
        (replace(known, topics=misses, terms={}), "near_misses", "near miss"),
    )
    for authority, key, what in sides:
        seen = cues_in(corpus.releases, authority)
        number = 0
        for topic in authority.topics.values():
            for cue in topic.cues:
                number += 1
                if number not in seen:
                    line = lines.get(("topics", topic.id), {}).get(f"{key}: {cue}", 0)
                    yield Unused("topics", line or topic.line, what, f"{cue} ({topic.id})")
            number += len(topic.near_misses)
        for term in authority.terms.values():
            for wording in term.wordings:
                number += 1
                if number not in seen:
                    line = lines.get(("terms", term.id), {}).get(f"wordings: {wording}", 0)
                    yield Unused("terms", line or term.line, "wording", f"{wording} ({term.id})")


def cues_in(releases: Iterable[Release], authority: Authority) -> set[int]:
    """Numbers of the cues found in texts, titles and headings, as they are counted when compiled."""
    cues = compile_cues(authority)
    return {
        cue.number
        for release in releases
        for block in release.blocks
        if block.is_text or block.part == "title"
        for hits in find_cues(cues, block.text).values()
        for _, _, cue in hits
    }


# --- what editors said ---------------------------------------------------------------------------


def unused_events(corpus: Corpus) -> Iterator[Unused]:
    """Records of events.yml of which no release tells."""
    told = {event.id for event in corpus.events}
    told |= {t.account.event for event in corpus.events for t in event.tellings if t.account.event}
    for record in corpus.authority.events.values():
        if record.id not in told:
            yield Unused("events", record.line, "event", f"{record.title} ({record.id})")


def unused_corrections(corpus: Corpus) -> Iterator[Unused]:
    """Corrections that nothing answers to, that a later one overrules, or that say what is read anyway."""
    in_vain = {
        p.line
        for p in corpus.problems
        if p.path == CORRECTIONS and p.code in ("correction-unmet", "editor-field", "editor-value")
    }
    last: dict[tuple[str, str, str], int] = {}
    for c in corpus.authority.corrections:
        topic = str(c.value) if "topic" in c.field else ""
        overruled = last.get((c.release, c.field, f"{c.of} {topic}"))
        last[c.release, c.field, f"{c.of} {topic}"] = c.line
        if overruled:
            yield Unused(
                "corrections", overruled, "correction", f"{c.field} of {c.release}: line {c.line} wins"
            )
        if c.line in in_vain:
            yield Unused("corrections", c.line, "correction", f"{c.field} of {c.release}: has no effect")
    for amendment in all_amendments(corpus):
        line = int(amendment.citation.rpartition(":")[2])
        if amendment.replaced and amendment.replaced.value == amendment.value:
            words = f"{amendment.field} of {amendment.release}: the text is read so without it"
            yield Unused("corrections", line, "correction", words)


def unused_decisions(corpus: Corpus, known: Authority) -> Iterator[Unused]:
    """Decisions that a later one overrules, and those about somebody or something that is not there."""
    standing = {id(decision) for decision in standing_decisions(known).values()}
    used: dict[str, int] = defaultdict(int)
    addresses = {
        address for release in corpus.releases for address in own_addresses(own_names(release), used)
    }
    things = addresses | known.events.keys() | {event.id for event in corpus.events}
    people = known.officials.keys() | {official.id for official in corpus.officials}
    for decision in known.decisions:
        words = f"{decision.question} {' '.join(decision.about)}: {decision.decision}"
        if id(decision) not in standing:
            yield Unused("decisions", decision.line, "decision", f"{words}: a later one overrules it")
            continue
        if decision.question in ("official", "person"):
            ids = [one for one in decision.about if one.removeprefix(PROVISIONAL) in people or one in people]
            is_there = len(ids) == len(decision.about) or (ids and decision.decision == "same")
        elif decision.question == "offices":
            is_there = decision.about[0] in people
        else:
            is_there = all(one in things for one in decision.about)
        if not is_there:
            yield Unused("decisions", decision.line, "decision", f"{words}: not in the record")
