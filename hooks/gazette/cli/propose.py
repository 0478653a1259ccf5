"""`gazette propose`: what a reader proposed by a form on GitHub, put into the record for a pull request.

Enters: the record's root, and the event by which GitHub tells of an issue, all of it written by anybody.
Leaves: one raw file with its accession, or one correction; Markdown that says so, in which nothing of the
proposal is active. Nothing is published by this: an editor reads the pull request. Names of files come from
what is read in the text, by the rule of `gazette new`, never from a name that somebody gave.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from gazette.cli.appending import NotAppended, append_record
from gazette.cli.forms import (
    BY_OTHERS,
    FIELD,
    FIELDS,
    GROUND,
    NOTE,
    RELEASE,
    SECONDARY,
    SOURCE,
    TEXT,
    VALUE,
    Answers,
    NotRead,
    read_body,
)
from gazette.cli.naming import Said
from gazette.cli.new import add
from gazette.cli.places import WrongCommand, load_known
from gazette.exports import release_record
from gazette.exports.changes import code
from gazette.model import Authority, Correction, RawRelease
from gazette.normalise import normalise
from gazette.seeds import load_seeds, read_raw

CORRECTIONS = "docs/authority/corrections.yml"
LARGEST_EVENT = 4_000_000
LONGEST_LINE = 400

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class NotProposed(NotAppended):
    """Nothing was written; says why in Markdown that can be answered to anybody."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What is used of an issue."""

    number: int
    day: str
    body: str


def propose(root: Path, event: Path) -> str:
    """Put a proposal into the record; what was done, as Markdown. Raises `NotProposed` where it cannot be."""
    issue = read_event(event)
    try:
        answers = read_body(issue.body)
        lines = (
            _release(root, issue, answers) if answers.form == "release" else _correction(root, issue, answers)
        )
    except NotRead as error:
        raise NotProposed(str(error)) from error
    except NotProposed:
        raise
    except NotAppended as error:
        raise NotProposed(f"It could not be put into the record: {code(str(error), LONGEST_LINE)}") from error
    return "\n".join((*lines, ""))


def read_event(path: Path) -> Issue:
    """The issue of an event as GitHub writes it into a file."""
    try:
        with path.open("rb") as opened:
            content = opened.read(LARGEST_EVENT + 1)
        if len(content) > LARGEST_EVENT:
            raise ValueError(f"larger than {LARGEST_EVENT:,} bytes")
        issue = json.loads(content)["issue"]
        number, day, body = issue["number"], str(issue["created_at"])[:10], issue["body"] or ""
        if not isinstance(number, int) or number < 1 or not isinstance(body, str) or not _DAY.fullmatch(day):
            raise ValueError("number, created_at or body are not of the form expected")
    except OSError as error:
        raise WrongCommand(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise WrongCommand(
            f"{path} tells of no issue ({error}); expected the file in GITHUB_EVENT_PATH"
        ) from error
    return Issue(number, day, body)


# --- a release -----------------------------------------------------------------------------------------


def _release(root: Path, issue: Issue, answers: Answers) -> list[str]:
    given = answers.given
    content = given[TEXT].encode("utf-8")
    refuse_an_editor_s_word(content)
    source = checked_source(given[SOURCE])
    is_secondary = given[SECONDARY] == BY_OTHERS
    said = Said(source=source, received=issue.day, secondary=is_secondary)
    added = add(root, f"issue-{issue.number}.txt", content, said)
    if not added.record:
        raise NotProposed(f"This text is on the record already: {code(f'seeds/{added.accession.seed}')}.")
    record = release_record(added.release)
    kept = f"{len(content):,} bytes, as given between the fences of the form"
    return [
        f"A reader proposes a release in #{issue.number}. Compare the text with its source before you merge.",
        "",
        f"- file: {code(f'seeds/{added.accession.seed}')}, {kept}",
        f"- published: {code(source, LONGEST_LINE)}",
        f"- by: {'others who report it (secondary source)' if is_secondary else 'a body that acted itself'}",
        *_note(given[NOTE]),
        f"- title read: {code(record['title'] or '', LONGEST_LINE)}",
        f"- issued: {code(record['issued'] or 'not stated')}",
        f"- issuer: {code(record['issuer']['name'] or 'not stated')}",
        *_listed("people read", (official["name"] for official in record["officials"])),
        *_listed("problems", (problem["code"] for problem in record["problems"])),
    ]


def refuse_an_editor_s_word(content: bytes) -> None:
    """What stands in front matter counts as an editor's word, which a proposal is not."""
    if read_raw("seeds/new/text.txt", content).given:
        raise NotProposed(
            "The text begins with lines between two lines of `---`, which would count as an editor's word. "
            "Leave them out, and propose a correction of the release once it is on the record."
        )


def checked_source(words: str) -> str:
    """An address or words; refused where an address is none."""
    try:
        split = urlsplit(words) if "://" in words else None
        is_good = split is None or (split.scheme in ("http", "https") and bool(split.hostname))
    except ValueError:
        is_good = False
    if not is_good:
        raise NotProposed(
            f"“{SOURCE}”: expected an address such as `https://ministry.example/…`, read {code(words)}."
        )
    return words


# --- a correction --------------------------------------------------------------------------------------


def _correction(root: Path, issue: Issue, answers: Answers) -> list[str]:
    given = answers.given
    raw = release_meant(given[RELEASE], load_seeds(root))
    field, ground = FIELDS[given[FIELD]], " ".join(given[GROUND].split())
    value = " ".join(given[VALUE].split())
    known = load_known(root)
    before = release_record(normalise(raw, known))

    def is_read(read: Authority) -> bool:
        last = read.corrections[-1] if read.corrections else None
        return last is not None and (last.release, last.field, last.value) == (raw.id, field, value)

    refuse_unusable(raw, field, value, known)
    note = f"{ground} (proposed in issue {issue.number})"
    line = append_record(root, CORRECTIONS, render_correction(raw.id, field, value, issue.day, note), is_read)
    return [
        f"A reader proposes a correction in #{issue.number}. Check the ground before you merge.",
        "",
        f"- release: {code(raw.id)}",
        f"- {field}: {code(_now(before, field))} → {code(value, LONGEST_LINE)}",
        f"- ground: {code(ground, LONGEST_LINE)}",
        f"- written: {code(f'{CORRECTIONS}:{line}')}",
    ]


def release_meant(words: str, raws: Iterable[RawRelease]) -> RawRelease:
    """The release of an address, of a path below seeds/, or of an id; refused where there is none."""
    ids = {raw.id: raw for raw in raws}
    try:
        path = unquote(urlsplit(words).path) if "://" in words else words.partition("#")[0]
    except ValueError:
        path = words
    path = path.removesuffix("index.html").strip("/ ")
    for start in ("releases/", "seeds/"):
        path = path.rpartition(start)[2] if start in path else path
    for id in (path, path.rpartition(".")[0]):
        if id in ids:
            return ids[id]
    raise NotProposed(
        f"“{RELEASE}”: no release has the address {code(words)}; copy the address of its page, which has "
        "`/releases/` in it."
    )


def refuse_unusable(raw: RawRelease, field: str, value: str, known: Authority) -> None:
    """A value that the engine would pass over is no correction."""
    correction = Correction(raw.id, field, value)
    tried = normalise(raw, replace(known, corrections=(*known.corrections, correction)))
    if problem := next(
        (p for p in tried.problems if p.code == "editor-value" and p.path == CORRECTIONS), None
    ):
        raise NotProposed(f"“{VALUE}”: {code(problem.message, LONGEST_LINE)}; such as {code(problem.cure)}.")


def render_correction(release: str, field: str, value: str, day: str, note: str) -> str:
    """The lines of a record for corrections.yml; every value that somebody gave in quotation marks."""
    return "\n".join(
        (
            f"- release: {quoted(release)}",
            f"  field: {field}",
            f"  value: {quoted(value)}",
            f"  date: {day}",
            f"  note: {quoted(note)}",
        )
    )


def quoted(words: str) -> str:
    """Words in quotation marks as YAML reads them back, signs that cannot be seen as numbers."""
    shown = json.dumps(words, ensure_ascii=False)
    return shown if shown.isprintable() else json.dumps(words)


def _now(record: Mapping[str, Any], field: str) -> str:
    value = record.get({"place": "place_of_issue"}.get(field, field))
    value = value.get("name") if isinstance(value, dict) else value
    return str(value) if value else "not stated"


def _note(words: str) -> list[str]:
    return [f"- note: {code(words, LONGEST_LINE)}"] if words else []


def _listed(head: str, found: Iterable[str]) -> list[str]:
    names = list(dict.fromkeys(found))
    rest = f" … and {len(names) - 12} more" if len(names) > 12 else ""
    return [f"- {head}: {', '.join(map(code, names[:12]))}{rest}"] if names else []
