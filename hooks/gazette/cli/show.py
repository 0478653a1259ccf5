"""`gazette show`: what is read from raw files, as the export contract or as a card for people.

Enters: files and the record's root. Leaves: records, and text. No fact is made here.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

from gazette.cli.places import load_known, read_release
from gazette.corpus import gather
from gazette.exports.records import Record, describe_release, event_ids, problems_by_path

WIDTH = 100


def records_of(files: Sequence[Path], root: Path) -> list[Record]:
    """One record a file, in the order of the files, read together so that they explain each other."""
    known = load_known(root)
    releases = [read_release(file, root, known) for file in files]
    corpus = gather(releases, known)
    united = {(r.raw.path, r.id): r for r in corpus.releases}
    events, problems = event_ids(corpus), problems_by_path(corpus)
    return [
        describe_release(united.get((r.raw.path, r.id), r), events, problems.get(r.raw.path, r.problems))
        for r in releases
    ]


def card(record: Record) -> str:
    """A release on one screen: what it is, who, when, where, and what is doubtful."""
    lines = [f"{record['title'] or '(no title)'}{_inferred(record['title_status'])}", "─" * 12]
    issuer = ", ".join(filter(None, (record["issuer"]["name"], record["issuer"]["country"])))
    rows = [
        ("file", record["path"]),
        ("sha256", record["sha256"]),
        ("kind", record["kind"] + (" (secondary source)" if record["secondary"] else "")),
        ("issued", (record["issued"] or "not stated") + _inferred(record["issued_status"])),
        ("issuer", (issuer or "not stated") + _inferred(record["issuer_status"])),
        ("number", record["number"]),
        (
            "text",
            f"{len(record['body'])} paragraphs, {len(record['removed'])} other blocks,"
            f" {len(record['repairs'])} repairs",
        ),
    ]
    lines += [f"{name:<8}{value}" for name, value in rows if value]
    for event in record["events"]:
        when = "/".join(filter(None, (event["start"], event["end"]))) or "undated"
        words = [when + _inferred(event["date_status"]), event["title"] or event["type"], event["place"]]
        lines.append(_entry("event" if event["role"] == "principal" else "also", words, event["evidence"]))
    for official in record["officials"]:
        offices = "; ".join(
            ", ".join(filter(None, (o["title"], o["body"], o["country"]))) for o in official["offices"]
        )
        name = official["name"] + ("" if official["status"] == "established" else " (not yet confirmed)")
        lines.append(_entry("person", [name, official["country"], offices], official["evidence"]))
    if record["topics"]:
        lines.append(f"{'topics':<8}{', '.join(record['topics'])}")
    for problem in record["problems"]:
        place = f"line {problem['line']}: " if problem["line"] else ""
        cure = f" — {problem['cure']}" if problem["cure"] else ""
        lines.append(f"{problem['severity']:<8}{place}{problem['code']}: {problem['message']}{cure}")
    return "\n".join(_wrapped(line) for line in lines)


def _entry(name: str, words: Sequence[str | None], evidence: Record | None) -> str:
    where = evidence and evidence["paragraph"]
    return f"{name:<8}{' · '.join(filter(None, words))}{f'  ¶{where}' if where else ''}"


def _inferred(status: str | None) -> str:
    return {"inferred": " (inferred)", "editor": " (an editor's word)"}.get(status or "", "")


def _wrapped(line: str) -> str:
    return textwrap.fill(
        line, WIDTH, subsequent_indent=" " * 8, break_long_words=False, break_on_hyphens=False
    )
