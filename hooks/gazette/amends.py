"""What an editor wrote takes the place of what was read: offices, events, topics.

Enters: what was read from one release, and what editors wrote of it. Leaves: the same with their words in
it, each citing the editor's line; a problem for each line that nothing in the release answers to.
Must not be known here: other releases; title, issuer and dates of issue (see `imprint`).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gazette.authority import FIELDS, OF_WHAT, find_office, fold, slug
from gazette.events import find_doubts, name_known
from gazette.imprint import read_slug, read_when
from gazette.model import (
    PROVISIONAL,
    Account,
    Anatomy,
    Appearance,
    Authority,
    Evidence,
    Office,
    People,
    Problem,
    RawRelease,
    Reading,
    Subject,
)
from gazette.statements import Written, block_of, paragraph_of

NONE = "none"
"""As the value of `event`: the account tells of no event of events.yml."""


# --- offices -------------------------------------------------------------------------------------


def amend_people(
    people: People, written: Iterable[Written], authority: Authority
) -> tuple[People, list[Problem]]:
    """The people of a release with the offices that an editor gave them."""
    officials = list(people.officials)
    problems: list[Problem] = []
    for line in written:
        if line.field != "office" or line.of is None:
            continue
        meant = [n for n, a in enumerate(officials) if is_called(a, line.of)]
        if len(meant) != 1:
            names = ", ".join(a.name for a in people.officials) or "nobody"
            count = "several officials" if meant else "no official"
            message = f"{count} of this release is called so; it names {names}"
            problems.append(line.unmet(message, f"of: {OF_WHAT['official']}"))
            continue
        given = line.value if isinstance(line.value, list) else [line.value]
        titles = [title for title in given if isinstance(title, str) and title.strip()]
        if len(titles) != len(given):
            problems.append(line.problem(FIELDS["office"].expected, FIELDS["office"].example))
            continue
        appearance = officials[meant[0]]
        offices = tuple(
            Reading(
                office_of(title, appearance.country, authority),
                "editor",
                "editor-office",
                citation=line.citation,
            )
            for title in titles
        )
        officials[meant[0]] = replace(appearance, offices=offices)
    return replace(people, officials=tuple(officials)), problems


def is_called(appearance: Appearance, of: str) -> bool:
    """Whether an editor means this official: by id, preferred name, or a form as printed."""
    if appearance.official.removeprefix(PROVISIONAL) == of.removeprefix(PROVISIONAL):
        return True
    return fold(of) in {fold(appearance.name), *(fold(m.name) for m in appearance.mentions if m.name)}


def office_of(title: str, country: str | None, authority: Authority) -> Office:
    """An office by id or title; a title that is not known is the editor's own."""
    title = " ".join(title.split())
    record = authority.offices.get(title) or find_office(authority, title, None, country)
    if record is None:
        return Office(title, None, country)
    body = authority.bodies.get(record.body or "")
    return Office(record.title, body.name if body else None, record.country, record.id)


# --- events --------------------------------------------------------------------------------------


def amend_events(
    accounts: tuple[Account, ...],
    doubts: Sequence[Problem],
    written: Iterable[Written],
    raw: RawRelease,
    anatomy: Anatomy,
    authority: Authority,
) -> tuple[tuple[Account, ...], tuple[Problem, ...]]:
    """The accounts of a release as an editor put them right, and what is doubtful then."""
    lines = [line for line in written if FIELDS[line.field].of == "event"]
    if not lines:
        return accounts, tuple(doubts)
    found = list(accounts)
    problems: list[Problem] = []
    for line in sorted(lines, key=lambda line: line.field == "event"):  # identity last: dates bear on it
        meant = accounts_meant(found, line.of, anatomy)
        if len(meant) != 1:
            told = "; ".join(f"{where(a, anatomy)}: {a.title}" for a in found[:6]) or "nothing"
            count = "several events are meant" if meant else "no event is told of there"
            message = f"{count}; the release tells of {told}"
            problems.append(line.unmet(message, f"of: {OF_WHAT['event']}"))
            continue
        amended = amend_account(found[meant[0]], line, authority)
        if amended is None:
            problems.append(unusable(line, authority))
        else:
            found[meant[0]] = amended
    kept = tuple(found)
    return kept, (*find_doubts(raw, anatomy, kept), *problems)


def accounts_meant(accounts: Sequence[Account], of: str | None, anatomy: Anatomy) -> list[int]:
    """The places of the accounts that an editor may mean."""
    if of is None:
        principal = [n for n, a in enumerate(accounts) if a.role == "principal"]
        return (principal or list(range(len(accounts))))[:1]
    number = paragraph_of(of)
    if number is not None:
        return [n for n, a in enumerate(accounts) if anatomy.blocks[a.evidence.block].paragraph == number]
    return [n for n, a in enumerate(accounts) if fold(of) in (fold(a.title), fold(a.type))]


def where(account: Account, anatomy: Anatomy) -> str:
    """The paragraph in which an event is told of, as `of:` has it."""
    number = anatomy.blocks[account.evidence.block].paragraph
    return f"p{number}" if number else "at its head"


def amend_account(account: Account, line: Written, authority: Authority) -> Account | None:
    """An account as one line has it; None where the value cannot be used."""
    if line.field == "event":
        if line.value == NONE:
            return replace(account, event=None)
        known = isinstance(line.value, str) and line.value in authority.events
        return replace(account, event=str(line.value)) if known else None
    if line.field == "event_when":
        when = read_when(line.value)
        if when is None:
            return None
        dated = Reading(when, "editor", "editor-event-when", citation=line.citation)
        return name_known(replace(account, when=dated, event=None), authority)
    if not isinstance(line.value, str):
        return None
    if line.field == "event_place":
        place = " ".join(line.value.split())
        return replace(account, place=Reading(place, "editor", "editor-event-place", citation=line.citation))
    kind = read_slug(line.value)
    return name_known(replace(account, type=kind, event=None), authority) if kind else None


def unusable(line: Written, authority: Authority) -> Problem:
    """That a line about an event cannot be used."""
    field = FIELDS[line.field]
    if line.field != "event":
        return line.problem(field.expected, field.example)
    return line.problem(field.expected, cure_for_id(line, authority.events, "events", "event"))


def cure_for_id(line: Written, known: Iterable[str], file: str, field: str) -> str:
    """The nearest id that exists, or the record to add."""
    near = difflib.get_close_matches(str(line.value), sorted(known), 1)
    return f"value: {near[0]}" if near else f"add to {file}.yml: - id: {slug(str(line.value)) or field}"


# --- topics --------------------------------------------------------------------------------------


def amend_topics(
    topics: tuple[Subject, ...], written: Iterable[Written], anatomy: Anatomy, authority: Authority
) -> tuple[tuple[Subject, ...], list[Problem]]:
    """The topics of a release as an editor put them right, in the order of its blocks."""
    found = list(topics)
    problems: list[Problem] = []
    for line in written:
        if FIELDS[line.field].of != "paragraph":
            continue
        if not isinstance(line.value, str) or line.value not in authority.topics:
            cure = cure_for_id(line, authority.topics, "topics", "topic")
            problems.append(line.problem(FIELDS[line.field].expected, cure))
            continue
        number = paragraph_of(line.of)
        if line.of is not None and (number is None or block_of(anatomy.blocks, number) is None):
            last = len(anatomy.body())
            message = f"there is no such paragraph; the release has p1 to p{last}"
            problems.append(line.unmet(message, "of: p1, or leave `of:` out for the whole release"))
        elif line.field == "not_topic":
            kept = [s for s in found if s.id != line.value or not lies_in(s, number, anatomy)]
            if len(kept) == len(found):
                has = ", ".join(dict.fromkeys(s.id for s in topics)) or "none"
                message = f"the topic is not there; the release has {has}"
                problems.append(line.unmet(message, "take the line out, or name one of these"))
            found = kept
        elif not any(s.id == line.value and lies_in(s, number, anatomy) for s in found):
            given = give_topic(line, number, anatomy)
            if given is None:
                problems.append(line.unmet("the release has no text", "take the line out"))
            else:
                found.append(given)
    order = sorted(found, key=lambda s: s.block)
    return tuple(order), problems


def lies_in(subject: Subject, number: int | None, anatomy: Anatomy) -> bool:
    """Whether a topic lies in the paragraph of a number; anywhere where none is named."""
    return number is None or anatomy.blocks[subject.block].paragraph == number


def give_topic(line: Written, number: int | None, anatomy: Anatomy) -> Subject | None:
    """A topic as an editor gave it: to the whole of a paragraph, else of the first."""
    body = [b for b in anatomy.blocks if b.text and (b.paragraph == number if number else b.is_text)]
    if not body:
        return None
    block = body[0]
    evidence = Evidence(block.number, 0, len(block.text), block.text)
    return Subject(str(line.value), (evidence,), line.citation)
