"""Loads and checks docs/authority: what the editors know.

Enters: a folder. Leaves: an `Authority`, with a problem for everything in it that cannot be right;
what is not touched by a problem is kept. A file that does not exist is an empty one.
Must not be known here: raw releases; how names are looked up.
"""

from __future__ import annotations

import difflib
import stat
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from ..model import (
    Accession,
    Appointment,
    Authority,
    BodyRecord,
    Correction,
    Decision,
    Edition,
    EventRecord,
    OfficeRecord,
    OfficialRecord,
    Problem,
    TermRecord,
    TopicRecord,
)
from .editions import check_editions
from .folding import name_key
from .nodes import read_records
from .schema import KEYS, Reader, Row, read_row

Record = TypeVar("Record")


def load_authority(folder: Path) -> Authority:
    """The authority files of a folder, checked. Never raises on what the files hold.

    Of the same bytes it is the same object as the last time.
    """
    contents = tuple(_content_of(folder / f"{name}.yml") for name in KEYS)
    shown = tuple(_shown_path(folder, f"{name}.yml") for name in KEYS)
    return _read_authority(shown, contents, tuple(_check_strays(folder)))


@lru_cache(maxsize=2)
def _read_authority(
    shown: tuple[str, ...], contents: tuple[bytes | OSError | None, ...], strays: tuple[Problem, ...]
) -> Authority:
    """The same of the files' names, as problems show them, and of their bytes."""
    readers = {name: Reader(path) for name, path in zip(KEYS, shown, strict=True)}
    rows = {name: _read(content, readers[name], name) for name, content in zip(KEYS, contents, strict=True)}

    def by_id(name: str, make: Callable[..., Record], first: str = "id") -> dict[str, Record]:
        return {row.values[first]: make(**row.values, line=row.line) for row in rows[name]}

    for name in KEYS:
        if KEYS[name][0].name in ("id", "seed"):
            rows[name] = _once(rows[name], readers[name], KEYS[name][0].name)
    _check_references(rows, readers)
    _check_names(rows["officials"], readers["officials"])
    editions = tuple(Edition(**row.values, line=row.line) for row in rows["editions"])
    readers["editions"].problems += check_editions(editions, readers["editions"].path)
    return Authority(
        officials=by_id("officials", _official),
        offices=by_id("offices", OfficeRecord),
        bodies=by_id("bodies", BodyRecord),
        topics=by_id("topics", TopicRecord),
        terms=by_id("terms", TermRecord),
        events=by_id("events", EventRecord),
        corrections=tuple(Correction(**row.values, line=row.line) for row in rows["corrections"]),
        decisions=tuple(Decision(**row.values, line=row.line) for row in rows["decisions"]),
        accessions=by_id("accessions", _accession, "seed"),
        editions=editions,
        problems=tuple(sorted([*strays, *(p for reader in readers.values() for p in reader.problems)])),
    )


def load_entry_lines(folder: Path) -> dict[tuple[str, str], dict[str, int]]:
    """(file, id) → the line of each key, and of each entry of a list as `key: entry`."""
    return {
        (name, row.values["id"]): row.lines
        for name in KEYS
        if KEYS[name][0].name == "id"
        for row in reversed(_read(_content_of(folder / f"{name}.yml"), Reader(name), name))
    }


def _shown_path(folder: Path, name: str) -> str:
    """As problems show it: from the record's root where the folder is docs/authority."""
    shown = "docs/authority" if folder.parts[-2:] == ("docs", "authority") else folder.as_posix()
    return f"{shown}/{name}"


def _content_of(path: Path) -> bytes | OSError | None:
    """The bytes of a file, or why it cannot be opened; None where there is none."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(0, "it is a folder, a pipe or a device")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return error


def _read(content: bytes | OSError | None, reader: Reader, name: str) -> list[Row]:
    if isinstance(content, OSError):
        message = f"the file cannot be opened ({content.strerror})"
        reader.complain(0, "authority-unreadable", message, "make it readable")
        return []
    return read_file(content, reader, name) if content is not None else []


def read_file(content: bytes, reader: Reader, name: str) -> list[Row]:
    """The records of one file, from its bytes; `name` is that of the file, without ending."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8: byte 0x{content[error.start]:02x} on line {line}; the file is not used"
        reader.complain(line, "authority-unreadable", message, "save the file as UTF-8")
        return []
    nodes, faults = read_records(text)
    for fault in faults:
        reader.complain(fault.line, "authority-broken", fault.reason, fault.cure)
    found = (read_row(reader, KEYS[name], node) for node in nodes)
    return [row for row in found if row is not None]


def _once(rows: Iterable[Row], reader: Reader, key: str) -> list[Row]:
    """The first record of each id."""
    first: dict[str, Row] = {}
    for row in rows:
        name = row.values[key]
        if name in first:
            reader.complain(
                row.lines[key],
                "authority-duplicate-id",
                f"{key} {name!r} stands on line {first[name].lines[key]} already; the first is kept",
                f"{key}: {name}-2 (another id, or join the two records)",
            )
        else:
            first[name] = row
    return list(first.values())


_REFERENCES = (
    # file, key, file that holds the ids
    ("offices", "body", "bodies"),
    ("accessions", "body", "bodies"),
    ("topics", "broader", "topics"),
    ("topics", "see_also", "topics"),
    ("events", "participants", "officials"),
    ("officials", "not_same_as", "officials"),
    ("officials", "appointments", "offices"),
)


def _check_references(rows: dict[str, list[Row]], readers: dict[str, Reader]) -> None:
    """Takes out each reference to an id that does not exist, and says so."""
    ids = {
        name: {row.values["id"] for row in rows[name]}
        for name in ("bodies", "topics", "officials", "offices")
    }
    for name, key, target in _REFERENCES:
        for row in rows[name]:
            value = row.values.get(key)
            if value is None:
                continue
            single = isinstance(value, str)
            kept = []
            for entry in (value,) if single else value:
                wanted = entry.office if isinstance(entry, Appointment) else entry
                if wanted in ids[target]:
                    kept.append(entry)
                    continue
                line = entry.line if isinstance(entry, Appointment) else row.lines.get(f"{key}: {entry}", 0)
                _complain_dangling(readers[name], line or row.lines[key], key, wanted, target, ids[target])
            row.values[key] = (kept[0] if kept else None) if single else tuple(kept)


def _complain_dangling(reader: Reader, line: int, key: str, wanted: str, target: str, ids: set[str]) -> None:
    near = difflib.get_close_matches(wanted, sorted(ids), 1)
    cure = f"write {near[0]}, or add to {target}.yml: " if near else f"add to {target}.yml: "
    message = f"{key}: {wanted!r} is not in {target}.yml; the reference is left out"
    reader.complain(line, "authority-dangling-id", message, f"{cure}- id: {wanted}")


def _check_names(rows: list[Row], reader: Reader) -> None:
    """The same written form for two people, unless one record says that they are two: `not_same_as`."""
    first: dict[str, tuple[Row, int]] = {}
    for row in rows:
        values = row.values
        native = (values["native_name"],) if "native_name" in values else ()
        forms = (values["name"], *values.get("variants", ()), *native)
        for form in forms:
            line = row.lines.get(f"variants: {form}") or row.lines["name"]
            other, other_line = first.setdefault(name_key(form) or form, (row, line))
            if other is row or _are_told_apart(row, other):
                continue
            mine, theirs = values["id"], other.values["id"]
            reader.complain(
                line,
                "authority-same-variant",
                f"{form!r} is given to {mine} here and to {theirs} on line {other_line}",
                f"take it out of one of them, or write under {mine}: not_same_as: [{theirs}]",
            )


def _are_told_apart(one: Row, other: Row) -> bool:
    return other.values["id"] in one.values.get("not_same_as", ()) or one.values["id"] in other.values.get(
        "not_same_as", ()
    )


def _official(not_same_as: tuple[str, ...] = (), **values: Any) -> OfficialRecord:
    """A record of officials.yml; `not_same_as` has done its work when names were checked."""
    sort_name = _sort_name(values["name"], values.get("surname", ""))
    return OfficialRecord(**{"country": None, "sort_name": sort_name, **values})


def _sort_name(name: str, surname: str) -> str:
    """The surname first: "Sullivan, Jake"; names that begin with it stay as they are."""
    before, found, after = name.rpartition(surname) if surname else ("", "", "")
    return f"{surname}, {before.strip()}{after}" if found and before else name


def _accession(**values: Any) -> Accession:
    return Accession(**{"body": None, "url": None, **values})


def _check_strays(folder: Path) -> list[Problem]:
    """A file whose name is nearly that of an authority file would otherwise be passed over in silence."""
    try:
        names = sorted(
            path.name for path in folder.iterdir() if path.suffix in (".yml", ".yaml") and path.name[0] != "."
        )
    except OSError:
        return []
    expected = [f"{name}.yml" for name in KEYS]
    problems = []
    for name in names:
        if name not in expected:
            near = difflib.get_close_matches(name, expected, 1)
            cure = f"rename it to {near[0]}" if near else f"use one of: {', '.join(expected)}"
            message = "the file is not one of the authority files and is not read"
            path = _shown_path(folder, name if name.isprintable() else ascii(name)[1:-1])
            problems.append(Problem(path, 0, "authority-unknown-file", "warning", message, cure))
    return problems
