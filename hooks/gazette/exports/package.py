"""The Frictionless data package: what each file is, what each column means, which rights hold.

Enters: a `Corpus` and the files already written. Leaves: the object of datapackage.json.
Source: Data Package 1 (specs.frictionlessdata.io). No clock: the package bears no date of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gazette.exports.fields import Field
from gazette.exports.notes import describe_files
from gazette.exports.pieces import Content, pieces_of, size_of
from gazette.exports.schema import TABLES, Table
from gazette.model import Corpus

TYPES = {"text": "string", "integer": "integer", "boolean": "boolean", "count": "integer"}

LISTS = "Several values in one cell are joined by '; '."
APOSTROPHE = "A cell that a spreadsheet would take for a formula begins with an apostrophe."


@dataclass(frozen=True, slots=True)
class Sum:
    """What can be told of a file without holding it."""

    octets: int
    sha256: str


def sum_of(content: Content) -> Sum:
    """Size and digest of a file."""
    found = hashlib.sha256()
    for piece in pieces_of(content):
        found.update(piece)
    return Sum(size_of(content), found.hexdigest())


def data_package(corpus: Corpus, files: Mapping[str, Sum], title: str, base: str = "") -> dict[str, Any]:
    """The descriptor; `files` are by path below the site."""
    tables = {f"data/{table.name}.csv": table for table in TABLES}
    resources = []
    for note in describe_files(corpus):
        made = files.get(note.path)
        if made is None:
            continue
        path = note.path.removeprefix("data/")
        resource: dict[str, Any] = {
            "name": _name(path, note.path in tables),
            "path": path,
            "title": note.title,
            "description": note.holds,
            "mediatype": note.media_type,
            "encoding": "utf-8",
            "bytes": made.octets,
            "hash": f"sha256:{made.sha256}",
        }
        if note.path in tables:
            table = tables[note.path]
            resource |= {"profile": "tabular-data-resource", "format": "csv", "schema": schema(table)}
            resource["description"] = f"{note.holds} {LISTS} {APOSTROPHE}"
        resources.append(resource)
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "record",
        "title": title,
        "description": "Press releases of foreign ministries, with every fact beside its words.",
        **({"homepage": base} if base else {}),
        "licenses": rights(corpus),
        "sources": sources(corpus),
        "resources": resources,
    }
    return {key: value for key, value in package.items() if value}


def schema(table: Table) -> dict[str, Any]:
    """The columns of a table, what names a line, and where columns lead."""
    found: dict[str, Any] = {
        "fields": [_column(field) for field in table.fields],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.links:
        found["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other, "fields": "id"}}
            for column, other in table.links
        ]
    return found


def rights(corpus: Corpus) -> list[dict[str, str]]:
    """The rights stated for the texts, each once, as the register of accessions words them."""
    stated = [r.accession.rights for r in corpus.releases if r.accession and r.accession.rights]
    return [{"name": "other-closed", "title": words} for words in dict.fromkeys(stated)]


def sources(corpus: Corpus) -> list[dict[str, str]]:
    """Where the raw files were received from, each once."""
    found: dict[str, str] = {}
    for release in corpus.releases:
        if release.accession and release.accession.source:
            found.setdefault(release.accession.source, release.accession.url or "")
    safe = ("http://", "https://")
    return [
        {"title": title} | ({"path": url} if url.startswith(safe) else {}) for title, url in found.items()
    ]


def _column(field: Field) -> dict[str, str]:
    said = {"name": field.column, "title": field.label, "type": TYPES[field.kind]}
    return said | ({"description": field.note} if field.note else {})


def _name(path: str, is_table: bool) -> str:
    """A table is called like its file; any other file by its path, since names may not repeat."""
    stem = path.rpartition(".")[0]
    return stem if is_table else path.replace("/", "-").lower()
