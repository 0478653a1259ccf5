"""An editor's answer, written into the authority files.

Enters: the record's root, a matter and the answer chosen. Leaves: a record in decisions.yml, then what
follows from it in another file: an official, a variant, a date, a correction. Each file is replaced at once.
A process that is killed between the two is made good by `finish`: the decision says what was to follow.
Must not be known here: how questions are put.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gazette.apparatus import Choice, Matter
from gazette.authority import add_entries, quoted, set_value, standing_decisions
from gazette.cli.appending import NotAppended, append_record, change_file
from gazette.cli.places import load_known
from gazette.model import PROVISIONAL, Authority, Corpus, Decision, Event, OfficialFile
from gazette.people import OFFICIALS, render_record
from gazette.statements import CORRECTIONS

DECISIONS = "docs/authority/decisions.yml"
EVENTS = "docs/authority/events.yml"


def decide(
    root: Path, corpus: Corpus, matter: Matter, choice: Choice, date: str = "", note: str = ""
) -> list[str]:
    """Write an answer down; says what was written, and where."""
    decisions = list(decisions_of(root, corpus, matter, choice, date, note))
    said = [said_of for decision in decisions for said_of in record_decision(root, decision)]
    for decision in decisions:
        said += follow(root, corpus, decision)
    return said


def decisions_of(
    root: Path, corpus: Corpus, matter: Matter, choice: Choice, date: str, note: str
) -> Iterator[Decision]:
    """The records that an answer makes: one, or of "none of these" one for each who is not meant."""
    question, about, value = matter.question, matter.about, tuple(filter(None, [choice.value]))
    rests_on = matter.proofs
    if question == "official" and choice.answer == "not-same":
        for other in (c.value for c in matter.choices if c.answer == "same"):
            yield Decision(
                "person", (*about, lasting(root, other)), "not-same", (), rests_on, date or None, note
            )
        return
    if question == "official" and choice.answer == "same":
        question, about = "person", (*about, lasting(root, choice.value))
        value = forms_of(corpus, matter.about[0])
    if matter.decision is not None and choice.value == "again":
        value, rests_on = (), ()
    if question == "offices" and value and not date:
        raise NotAppended("a correction needs its day; start again with --date YEAR-MONTH-DAY")
    yield Decision(question, about, choice.answer, value, rests_on, date or None, note)


def lasting(root: Path, id: str) -> str:
    """The id of an official who was provisional when the question was put and is established by now."""
    own = id.removeprefix(PROVISIONAL)
    return own if own in load_known(root).officials else id


def forms_of(corpus: Corpus, id: str) -> tuple[str, ...]:
    """The whole names under which an official was found; a single word might be anybody's."""
    file = next((f for f in corpus.officials if f.id == id), None)
    names = dict.fromkeys((file.name, *file.variants)) if file else {}
    return tuple(name for name in names if " " in name)


# --- the decision --------------------------------------------------------------------------------


def record_decision(root: Path, decision: Decision) -> list[str]:
    """Add a decision to the end of its file, unless it is the one that stands already."""
    standing = standing_decisions(load_known(root)).get((decision.question, frozenset(decision.about)))
    if standing is not None and as_written(standing) == as_written(decision):
        return []

    def is_read(known: Authority) -> bool:
        return bool(known.decisions) and as_written(known.decisions[-1]) == as_written(decision)

    line = append_record(root, DECISIONS, render_decision(decision), is_read)
    return [f"{DECISIONS}:{line}: {decision.question} {' '.join(decision.about)}: {decision.decision}"]


def as_written(decision: Decision) -> tuple[object, ...]:
    """A decision without its line."""
    return (
        decision.question,
        decision.about,
        decision.decision,
        decision.value,
        decision.rests_on,
        decision.date,
        decision.note,
    )


def render_decision(decision: Decision) -> str:
    """A decision as lines of decisions.yml."""
    lines = [
        f"- question: {decision.question}",
        f"  about: [{', '.join(map(quoted, decision.about))}]",
        f"  decision: {decision.decision}",
    ]
    if decision.value:
        lines.append(f"  value: [{', '.join(map(quoted, decision.value))}]")
    if decision.rests_on:
        lines += ["  rests_on:", *(f"    - {quoted(proof)}" for proof in decision.rests_on)]
    lines += [f"  date: {decision.date}"] if decision.date else []
    lines += [f"  note: {quoted(decision.note)}"] if decision.note else []
    return "\n".join(lines)


# --- what follows from it ------------------------------------------------------------------------


def finish(root: Path, corpus: Corpus) -> list[str]:
    """Carry out the last decision, where a process was killed before it had done so."""
    last = corpus.authority.decisions[-1:]
    return [said for decision in last for said in follow(root, corpus, decision)]


def follow(root: Path, corpus: Corpus, decision: Decision) -> list[str]:
    """Write what follows from a decision in other files; nothing where it stands there already."""
    if decision.question == "official" and decision.decision in ("confirmed", "rejected"):
        return enter_official(root, corpus, decision)
    if decision.question == "person" and decision.decision == "same":
        return add_forms(root, decision)
    if decision.question in ("datings", "places") and decision.value:
        return settle_event(root, corpus, decision)
    if decision.question == "offices" and decision.value:
        return correct_offices(root, corpus, decision)
    return []


def enter_official(root: Path, corpus: Corpus, decision: Decision) -> list[str]:
    """The record of an official who was confirmed, or is none."""
    id = decision.about[0]
    own = id.removeprefix(PROVISIONAL)
    file = next((f for f in corpus.officials if f.id == id and f.standing == "provisional"), None)
    if file is None or own in load_known(root).officials:
        return []
    return [add_official(root, file, decision.decision == "rejected", decision.note)]


def add_official(root: Path, file: OfficialFile, is_none: bool = False, note: str = "") -> str:
    """Add the record of a provisional official to officials.yml; says what and where."""
    record = render_record(file.id, file.name, file.country, file.variants)
    own = file.id.removeprefix(PROVISIONAL)
    if is_none:
        record += "\n  not_an_official: true" + (f"\n  note: {quoted(note)}" if note else "")

    def is_read(known: Authority) -> bool:
        return own in known.officials and known.officials[own].not_an_official == is_none

    line = append_record(root, OFFICIALS, record, is_read)
    return f"{OFFICIALS}:{line}: added\n{record}"


def add_forms(root: Path, decision: Decision) -> list[str]:
    """The forms of a name, added to the variants of an established official."""
    known = load_known(root).officials
    target = next((known[id] for id in decision.about if id in known), None)
    if target is None:
        return []
    new = tuple(form for form in decision.value if form not in (target.name, *target.variants))
    if not new:
        return []
    wanted = (*target.variants, *new)

    def is_read(read: Authority) -> bool:
        return target.id in read.officials and read.officials[target.id].variants == wanted

    by_hand = f"variants: [{', '.join(map(quoted, new))}] (to the record of {target.id})"
    change_file(root, OFFICIALS, lambda text: add_entries(text, target.id, "variants", new), is_read, by_hand)
    return [f"{OFFICIALS}:{target.line}: {target.id}: variants: {', '.join(new)}"]


def settle_event(root: Path, corpus: Corpus, decision: Decision) -> list[str]:
    """The date or place that is right, in the record of an event; a record of its own where it has none."""
    id, value = decision.about[0], decision.value[0]
    key = "when" if decision.question == "datings" else "place"
    record = load_known(root).events.get(id)
    if record is not None and getattr(record, key):
        return []

    def is_read(read: Authority) -> bool:
        return id in read.events and getattr(read.events[id], key) == value

    if record is not None:
        by_hand = f"{key}: {quoted(value)} (to the record of {id})"
        change_file(root, EVENTS, lambda text: set_value(text, id, key, value), is_read, by_hand)
        return [f"{EVENTS}:{record.line}: {id}: {key}: {value}"]
    event = next((e for e in corpus.events if e.id == id), None)
    if event is None:
        return []
    line = append_record(root, EVENTS, render_event(event, key, value), is_read)
    return [f"{EVENTS}:{line}: added {id}: {key}: {value}"]


def render_event(event: Event, key: str, value: str) -> str:
    """The record of an event that keeps its address, with one thing that an editor says of it."""
    return "\n".join(
        (
            f"- id: {event.id}",
            f"  title: {quoted(event.title)}",
            f"  type: {quoted(event.type)}",
            f"  {key}: {quoted(value)}",
            f"  same_as: [{quoted(event.id)}]",
        )
    )


def correct_offices(root: Path, corpus: Corpus, decision: Decision) -> list[str]:
    """A correction of each other release of the day: the offices as the one that is right has them."""
    id, day = decision.about[0], decision.about[-1]
    right = decision.value[0]
    file = next((f for f in corpus.officials if f.id == id), None)
    held = dict(file.appearances).get(right) if file else None
    if file is None or held is None:
        return []
    titles = tuple(dict.fromkeys(o.value.id or o.value.title for o in held.offices))
    said = []
    for other in releases_of(decision):
        if other == right:
            continue
        known = load_known(root).corrections
        if any((c.release, c.field, c.of) == (other, "office", file.name) for c in known):
            continue
        value = quoted(titles[0]) if len(titles) == 1 else f"[{', '.join(map(quoted, titles))}]"
        note = decision.note or f"On {day} as in {right}."
        record = "\n".join(
            (
                f"- release: {quoted(other)}",
                "  field: office",
                f"  of: {quoted(file.name)}",
                f"  value: {value}",
                f"  date: {decision.date}",
                f"  note: {quoted(note)}",
            )
        )

        def is_read(read: Authority, other: str = other, name: str = file.name) -> bool:
            return any((c.release, c.of) == (other, name) for c in read.corrections[-1:])

        line = append_record(root, CORRECTIONS, record, is_read)
        said.append(f"{CORRECTIONS}:{line}: added\n{record}")
    return said


def releases_of(decision: Decision) -> list[str]:
    """The releases whose sentences a decision rests on."""
    return list(dict.fromkeys(proof.rpartition("#")[0] for proof in decision.rests_on))
