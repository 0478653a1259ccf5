"""The facts of a release as front matter, and front matter as YAML.

Enters: a `Release`. Leaves: strings, lists and mappings of them; and their lines of YAML.
`seeds` reads them back, every scalar as a string, so a line may depend on nothing but its words.
Every fact comes with its status and with the words, or the editor's line, that it rests on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from gazette.manuscript.lines import one_line
from gazette.model import Account, Appearance, Evidence, Reading, Release

Front = Mapping[str, object]
"""Front matter: strings, lists and mappings of them; never None, never empty."""

VERSION = "1"
"""Value of the key `manuscript`, by which a text says that it was printed here."""

LONGEST_QUOTE = 300
"""Characters; a longer sentence is cut after a word. The whole of it stands in the body."""

ROOM = 48_000
"""Bytes that front matter may take. `seeds` reads no more than 64 KB of it."""


def front_matter(release: Release) -> Front:
    """The facts of a release with status and quote; quotes, then lists give way where room is short."""
    for quotes, facts in ((True, True), (False, True), (False, False)):
        front = _front(release, quotes, facts)
        if sum(len(line.encode("utf-8", "replace")) for line in yaml_lines(front)) < ROOM:
            break
    return front


def _front(release: Release, quotes: bool, facts: bool) -> Front:
    imprint = release.imprint
    issuer = imprint.issuer.value if imprint.issuer else None
    readings: dict[str, Reading[Any] | None] = {
        "title": imprint.title,
        "issued": imprint.issued,
        "kind": imprint.kind,
        "issuer": imprint.issuer,
        "place": imprint.place,
        "number": imprint.number,
    }
    accession = release.accession
    return _filled(
        {
            "manuscript": VERSION,
            "title": imprint.title.value if imprint.title else None,
            "issued": imprint.issued.value.edtf if imprint.issued else None,
            "kind": imprint.kind.value,
            "issuer": {"name": issuer.name, "country": issuer.country} if issuer else None,
            "place": imprint.place.value if imprint.place else None,
            "language": imprint.language,
            "number": imprint.number.value if imprint.number else None,
            "secondary": "true" if release.is_secondary else None,
            "source": {
                "file": release.raw.path,
                "sha256": release.raw.sha256,
                "received_as": accession.received_name if accession else None,
                "received_from": accession.source if accession else None,
                "rights": accession.rights if accession else None,
            },
            "read_from": {key: _basis(release, reading, quotes) for key, reading in readings.items()},
            "officials": [_official(release, a, quotes) for a in release.people.officials] if facts else None,
            "events": [_event(release, a, quotes) for a in release.events] if facts else None,
            "topics": _topics(release, quotes) if facts else None,
        }
    )


def _official(release: Release, appearance: Appearance, quotes: bool) -> Front:
    return {
        "id": appearance.official,
        "name": appearance.name,
        "as_written": list(dict.fromkeys(m.name for m in appearance.mentions if m.name)),
        "country": appearance.country,
        "status": appearance.standing,
        "offices": [
            {
                "title": reading.value.title,
                "body": reading.value.body,
                "country": reading.value.country,
                **_basis(release, reading, quotes),
            }
            for reading in appearance.offices
        ],
        **_place(release, appearance.mentions[0].evidence if appearance.mentions else None, quotes),
    }


def _event(release: Release, account: Account, quotes: bool) -> Front:
    return {
        "type": account.type,
        "role": account.role,
        "title": account.title,
        "when": account.when.value.edtf if account.when else None,
        "status": account.when.status if account.when else None,
        "place": account.place.value if account.place else None,
        "planned": "true" if account.planned else None,
        "participants": list(account.participants),
        **_place(release, account.evidence, quotes),
    }


def _topics(release: Release, quotes: bool) -> list[Front]:
    return [
        {"id": subject.id, "status": "editor", "citation": subject.citation}
        if subject.citation
        else {"id": subject.id, "status": "stated", **_place(release, subject.evidence[0], quotes)}
        for subject in release.topics
    ]


def _basis(release: Release, reading: Reading[Any] | None, quotes: bool) -> Front:
    """Status, rule, and the words or the editor's line that a reading rests on."""
    if reading is None:
        return {}
    place = (
        _place(release, reading.evidence[0], quotes) if reading.evidence else {"citation": reading.citation}
    )
    return {"status": reading.status, "rule": reading.rule, **place}


def _place(release: Release, evidence: Evidence | None, quotes: bool) -> Front:
    """Paragraph or, outside the body, line of the raw file, and the quote."""
    if evidence is None:
        return {}
    block = release.blocks[evidence.block]
    where = {"paragraph": str(block.paragraph)} if block.paragraph else {"line": str(block.line)}
    return {**where, "quote": _cut(evidence.quote)} if quotes else where


def _cut(quote: str) -> str:
    quote = one_line(quote)
    if len(quote) <= LONGEST_QUOTE:
        return quote
    cut = quote[:LONGEST_QUOTE]
    return cut[: cut.rfind(" ") if " " in cut else LONGEST_QUOTE] + " …"


def _filled(front: Front) -> Front:
    """Without what is None or empty, at any depth: a key that is not there says nothing."""
    filled: dict[str, object] = {}
    for key, value in front.items():
        kept: object = value
        if isinstance(value, dict):
            kept = _filled(value)
        elif isinstance(value, list):
            kept = [_filled(one) if isinstance(one, dict) else one for one in value]
        if kept:
            filled[key] = kept
    return filled


PLAIN = re.compile(r"[a-z][a-z]+(?:-[a-z]+)*|\d{4}-\d\d-\d\d|[1-9]\d{0,4}|0")
QUOTED = json.JSONEncoder(ensure_ascii=False).encode
KEY = re.compile(r"[a-z][a-z0-9_]+")
FLAGS = ("secondary", "planned")
"""Keys that are there, and true, or not there."""

SWITCHES = frozenset({"true", "false", "yes", "no", "on", "off", "null"})
UNPRINTABLE = re.compile(
    "[^ -Z\\\\^-z|}~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def yaml_lines(front: Front) -> list[str]:
    """Lines of block YAML whose scalars are JSON strings, but for plain words, days and small numbers.

    A line depends on nothing but its words, so a text read back as strings prints the same. Brackets
    are written as \\u005b: `seeds` refuses front matter that seems to nest without end.
    """
    lines: list[str] = []
    _write_mapping(front, "", "", lines)
    return lines


def _write_mapping(front: Front, first: str, indent: str, lines: list[str]) -> None:
    """Add the lines of a mapping; its first line begins with `first`, the others with `indent`."""
    for key, value in front.items():
        name = f"{first}{_key(key)}:"
        first = indent
        if isinstance(value, str):
            lines.append(f"{name} {value if value == 'true' and key in FLAGS else _scalar(value)}")
        elif isinstance(value, list) and value:
            lines.append(name)
            for one in value:
                _write_entry(one, indent, lines)
        elif isinstance(value, dict) and value:
            lines.append(name)
            _write_mapping(value, indent + "  ", indent + "  ", lines)
        else:
            lines.append(f'{name} ""')


def _write_entry(value: object, indent: str, lines: list[str]) -> None:
    """Add the lines of one entry of a list."""
    if isinstance(value, str):
        lines.append(f"{indent}- {_scalar(value)}")
    elif isinstance(value, dict) and value:
        _write_mapping(value, f"{indent}- ", f"{indent}  ", lines)
    elif isinstance(value, list) and value:
        lines.append(f"{indent}-")
        for one in value:
            _write_entry(one, indent + "  ", lines)
    else:
        lines.append(f'{indent}- ""')


@lru_cache(maxsize=1 << 12)
def _scalar(text: str) -> str:
    if PLAIN.fullmatch(text) and text not in SWITCHES:
        return text
    return UNPRINTABLE.sub(lambda found: _code(found[0]), QUOTED(text))


@lru_cache(maxsize=1 << 8)
def _key(key: str) -> str:
    return key if KEY.fullmatch(key) and key not in SWITCHES else _scalar(key)


def _code(character: str) -> str:
    return f"\\u{ord(character):04x}"
