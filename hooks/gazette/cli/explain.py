"""`gazette explain`: how one raw file was read, stage by stage, with lines and rules.

Enters: a `Release`. Leaves: lines of text. Everything shown is on the release already.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gazette.model import Block, Evidence, Reading, Release

SHORT = 90


def explain(release: Release) -> Iterator[str]:
    """The stages in their order, each under a line with its name."""
    for name, stage in (
        ("raw file", _raw),
        ("blocks", _blocks),
        ("repairs", _repairs),
        ("parts", _parts),
        ("imprint", _imprint),
        ("people", _people),
        ("events", _events),
        ("topics", _topics),
        ("problems", _problems),
    ):
        yield f"── {name} " + "─" * (60 - len(name))
        yield from list(stage(release)) or ["(none)"]
        yield ""


def _raw(release: Release) -> Iterator[str]:
    raw = release.raw
    yield f"{raw.path}  sha256 {raw.sha256}"
    yield f"address {release.id}" + (
        f", received as {release.accession.received_name}" if release.accession else ""
    )
    lines = raw.text.split("\n")
    filled = sum(bool(line.strip()) for line in lines)
    yield f"{filled} lines with text of {len(lines)}, from line {raw.first_line}"
    for given in raw.given:
        yield f"{_line(given.line)} given {given.key}: {_short(str(given.value))}"


def _blocks(release: Release) -> Iterator[str]:
    for block in release.blocks:
        last = f"–{block.lines[-1]}" if len(block.lines) > 1 else ""
        about = f"{block.shape}{f' {block.label}' if block.label else ''}"
        yield f"{_line(block.line)}{last:<6} #{block.number:<3} {about:<12} {_short(block.raw)}"


def _repairs(release: Release) -> Iterator[str]:
    for repair in release.anatomy.repairs:
        change = f"{_short(repair.before, 40)!r} → {_short(repair.after, 40)!r}"
        yield f"{_line(repair.line)} {repair.kind:<14} {change}"


def _parts(release: Release) -> Iterator[str]:
    for block in release.blocks:
        number = f"¶{block.paragraph}" if block.paragraph else ""
        yield f"{_line(block.line)} {block.part:<12} {number:<5} {block.rule:<26} {_short(block.text)}"


def _imprint(release: Release) -> Iterator[str]:
    imprint = release.imprint
    readings: dict[str, Reading[Any] | None] = {
        "kind": imprint.kind,
        "title": imprint.title,
        "issued": imprint.issued,
        "place": imprint.place,
        "issuer": imprint.issuer,
        "number": imprint.number,
    }
    for name, reading in readings.items():
        if reading is None:
            yield f"{'':>6} {name:<8} not stated"
            continue
        value = reading.value
        said = getattr(value, "edtf", None) or (
            ", ".join(filter(None, (value.name, value.country))) if name == "issuer" else str(value)
        )
        yield f"{_basis(release, reading)} {name:<8} {said}  [{reading.status}, {reading.rule}]"
    yield f"{'':>6} language {imprint.language}"


def _people(release: Release) -> Iterator[str]:
    for official in release.people.officials:
        who = f"{official.name} ({official.country or '?'}) {official.official}"
        yield f"{who}  [{official.standing}, {official.rule}]"
        for mention in official.mentions:
            yield f"{_place(release, mention.evidence)}   named {_short(mention.evidence.quote)!r}"
        for reading in official.offices:
            office = ", ".join(filter(None, (reading.value.title, reading.value.body, reading.value.country)))
            yield f"{_basis(release, reading)}   office {office}  [{reading.status}, {reading.rule}]"
    for bystander in release.people.bystanders:
        yield f"{_place(release, bystander.evidence)} no official: {bystander.name}  [{bystander.why}]"


def _events(release: Release) -> Iterator[str]:
    for account in release.events:
        when = (
            f"{account.when.value.edtf} [{account.when.status}, {account.when.rule}]"
            if account.when
            else "undated"
        )
        yield (
            f"{_place(release, account.evidence)} {account.role} {account.type}: {account.title} · {when}"
            + (f" · {account.place.value}" if account.place else "")
        )
        yield f"{'':>6}   told by {_short(account.evidence.quote)!r}"
        if account.participants:
            yield f"{'':>6}   with {', '.join(account.participants)}"


def _topics(release: Release) -> Iterator[str]:
    for subject in (*release.topics, *release.terms):
        cues = subject.citation or ", ".join(repr(e.quote) for e in subject.evidence)
        yield f"{_place(release, subject.evidence[0])} {subject.id}: {cues}"


def _problems(release: Release) -> Iterator[str]:
    for problem in release.problems:
        yield f"{problem.severity}: {problem}"


def _basis(release: Release, reading: Reading[Any]) -> str:
    return _place(release, reading.evidence[0]) if reading.evidence else f"{reading.citation:>6}"


def _place(release: Release, evidence: Evidence) -> str:
    return _line(_block(release, evidence).line)


def _block(release: Release, evidence: Evidence) -> Block:
    return release.blocks[evidence.block]


def _line(number: int) -> str:
    return f"{number:>6}"


def _short(text: str, size: int = SHORT) -> str:
    text = " ".join(text.split())
    return text if len(text) <= size else text[: size - 1] + "…"
