"""`gazette show`: what is read from raw files, as the export contract or as a card for people.

Enters: files and the record's root. Leaves: records, and text. No fact is made here.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from gazette.cli.places import load_known, read_release
from gazette.corpus import gather
from gazette.exports.records import Record, describe_release, event_ids, problems_by_path
from gazette.model import Authority, Release

WIDTH = 100
"""Columns of a card."""
MARGIN = 8
"""Columns of the names beside it."""
MOST_REPAIRS = 12
"""Repairs that are shown one by one."""


def records_of(files: Sequence[Path], root: Path) -> list[Record]:
    """One record a file, in the order of the files, read together so that they explain each other."""
    known = load_known(root)
    return describe([read_release(file, root, known) for file in files], known)


def describe(releases: Sequence[Release], known: Authority) -> list[Record]:
    """One record a release, in their order."""
    corpus = gather(releases, known)
    united = {(r.raw.path, r.id): r for r in corpus.releases}
    events, problems = event_ids(corpus), problems_by_path(corpus)
    return [
        describe_release(united.get((r.raw.path, r.id), r), events, problems.get(r.raw.path, r.problems))
        for r in releases
    ]


def card(record: Record) -> str:
    """A release on one screen: what it is, who, when, where, what was mended and what is doubtful."""
    title = f"{record['title'] or '(no title)'}{_how(record, 'title')}"
    lines = [*textwrap.wrap(title, WIDTH, break_long_words=False, break_on_hyphens=False), "─" * 12]
    issuer = ", ".join(filter(None, (record["issuer"]["name"], record["issuer"]["country"])))
    rows = [
        ("file", record["path"]),
        ("sha256", record["sha256"]),
        ("kind", record["kind"] + (" (secondary source)" if record["secondary"] else "")),
        ("issued", (record["issued"] or "not stated") + _how(record, "issued")),
        ("place", record["place_of_issue"]),
        ("issuer", (issuer or "not stated") + _how(record, "issuer")),
        ("number", record["number"]),
        (
            "text",
            ", ".join(
                f"{len(record[key])} {words}{'' if len(record[key]) == 1 else 's'}"
                for key, words in (("body", "paragraph"), ("removed", "other block"), ("repairs", "repair"))
            ),
        ),
    ]
    lines += [_row(name, value) for name, value in rows if value]
    for event in record["events"]:
        when = "/".join(filter(None, (event["start"], event["end"]))) or "undated"
        words = [when + _status(event["date_status"]), event["title"] or event["type"], event["place"]]
        lines.append(_entry("event" if event["role"] == "principal" else "also", words, event["evidence"]))
    for official in record["officials"]:
        offices = "; ".join(
            ", ".join(filter(None, (o["title"], o["body"], o["country"]))) for o in official["offices"]
        )
        name = official["name"] + ("" if official["status"] == "established" else " (not yet confirmed)")
        lines.append(_entry("person", [name, official["country"], offices], official["evidence"]))
    lines += [_entry("named", [other["name"]], other["evidence"]) for other in record["bystanders"]]
    lines += [_row("topic", f"{name}  {places}") for name, places in _topics(record)]
    lines += [_row("repair", words) for words in _repairs(record)]
    for problem in record["problems"]:
        place = f"line {problem['line']}: " if problem["line"] else ""
        step, _, pasted = (problem["cure"] or "").partition("\n")
        cure = f" — {step}" if step else ""
        lines.append(_row(problem["severity"], f"{place}{problem['code']}: {problem['message']}{cure}"))
        lines += [f"{'':<{MARGIN}}{line}" for line in pasted.splitlines()]
    return "\n".join(lines)


def _row(name: str, words: str) -> str:
    """A name in the margin, and words beside it, on as many lines as they take."""
    return textwrap.fill(
        f"{name:<{MARGIN}}{words}",
        WIDTH,
        subsequent_indent=" " * MARGIN,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _entry(name: str, words: Sequence[str | None], evidence: Record | None) -> str:
    """A fact with the paragraph and the line of its sentence."""
    where = [f"¶{evidence['paragraph']}" if evidence and evidence["paragraph"] else "", _place(evidence)]
    return _row(name, f"{' · '.join(filter(None, words))}  {' '.join(filter(None, where))}".rstrip())


def _topics(record: Record) -> Iterator[tuple[str, str]]:
    """Each topic with the paragraphs and lines in which it stands."""
    found: dict[str, dict[str, None]] = {}
    for passage in record["passages"]:
        place = passage["evidence"][0]
        number = f"¶{place['paragraph']} " if place["paragraph"] else ""
        found.setdefault(passage["topic"], {})[f"{number}{_place(place)}"] = None
    for topic, places in found.items():
        yield topic, ", ".join(places)


def _repairs(record: Record) -> Iterator[str]:
    """The first repairs, each with its line; how many more there are."""
    for repair in record["repairs"][:MOST_REPAIRS]:
        change = f"{_short(repair['before'])} → {_short(repair['after'])}"
        yield f"{repair['kind']}: {change}  line {repair['line']}"
    more = len(record["repairs"]) - MOST_REPAIRS
    if more > 0:
        yield f"and {more} more: gazette explain lists all"


def _short(words: str) -> str:
    shown = words if len(words) <= 30 else f"{words[:29]}…"
    return repr(shown) if shown else "nothing"


def _place(evidence: Record | None) -> str:
    """Line of an evidence, or the line that an editor wrote."""
    if evidence is None:
        return ""
    return f"line {evidence['line']}" if evidence["line"] else str(evidence.get("citation") or "")


def _how(record: Record, name: str) -> str:
    """How sure a value is, and the line it stands on."""
    place = _place(record[f"{name}_evidence"])
    return _status(record[f"{name}_status"]) + (f"  {place}" if place else "")


def _status(status: str | None) -> str:
    return {"inferred": " (inferred)", "editor": " (an editor's word)"}.get(status or "", "")
