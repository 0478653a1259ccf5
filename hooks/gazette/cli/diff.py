"""`gazette diff`: what changes in the record between two states of it.

Enters: two places: a record, a built site, a folder of `gazette write`, a folder data/ or one list in it.
Leaves: `Changes`. A record is read from its raw files; everything else from the files under /data.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gazette.assemble import assemble
from gazette.cli.places import WrongCommand
from gazette.exports import render_exports
from gazette.exports.changes import Changes, NotChanges, State, compare, read_changes

LISTS = ("releases", "officials", "offices", "events", "topics")

LARGEST_CHANGES = 10_000_000
"""Bytes of a file of changes; ours have less than a megabyte."""

Read = Callable[[str], bytes | None]
"""Gives a file by its name below data/, or None where there is none."""


def compare_places(old: Path, new: Path) -> Changes:
    """What changes from the one place to the other; of a single list, only that."""
    return compare(load_state(old), load_state(new))


def load_changes(path: Path) -> Changes:
    """The changes in a file that `gazette diff --json` wrote, here or elsewhere."""
    try:
        with path.open("rb") as opened:
            content = opened.read(LARGEST_CHANGES + 1)
        if len(content) > LARGEST_CHANGES:
            raise NotChanges(f"larger than {LARGEST_CHANGES:,} bytes")
        return read_changes(json.loads(content))
    except OSError as error:
        raise WrongCommand(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise WrongCommand(
            f"{path} is no list of changes ({error}); `gazette diff --json` writes one"
        ) from error


def load_state(place: Path) -> State:
    """The lists of one state of the record."""
    if place.is_file():
        name = place.name.partition(".")[0]
        if name not in LISTS:
            raise WrongCommand(
                f"{place}: expected one of {', '.join(f'{one}.json' for one in LISTS)}, or a folder"
            )
        return State(**{name: _read_list(place.name, place.read_bytes(), _below(place.parent), place)})
    if (place / "mkdocs.yml").is_file():
        made = {path.removeprefix("data/"): content for path, content in render_exports(assemble(place))}
        return _state(made.get, place)
    for folder in (place / "data", place):
        if (folder / "releases.json").is_file():
            return _state(_below(folder), folder)
    raise WrongCommand(
        f"{place}: expected a record (mkdocs.yml), or a built site or a folder of `gazette write`"
        " (data/releases.json)"
    )


def _state(read: Read, place: Path) -> State:
    found = {}
    for name in LISTS:
        file = f"{name}.csv" if name == "offices" else f"{name}.json"
        content = read(file)
        found[name] = _read_list(file, content, read, place / file) if content is not None else []
    return State(**found)


def _below(folder: Path) -> Read:
    home = folder.resolve()

    def read(name: str) -> bytes | None:
        file = (home / name).resolve()
        return file.read_bytes() if file.is_relative_to(home) and file.is_file() else None

    return read


def _read_list(name: str, content: bytes, read: Read, where: Path) -> list[Any]:
    """The records of a list; of a record laid out by year, those of the files that its list names."""
    try:
        text = content.decode("utf-8-sig")
        if name.endswith(".csv"):
            return list(csv.DictReader(io.StringIO(text, newline="")))
        if name.endswith(".jsonl"):
            return [json.loads(line) for line in text.splitlines() if line]
        listed = json.loads(text)
        if not isinstance(listed, list):
            raise ValueError("expected a list")
        shelves = dict.fromkeys(one["file"] for one in listed if isinstance(one, dict) and one.get("file"))
        if not shelves:
            return listed
        whole = []
        for shelf in shelves:
            lines = read(str(shelf))
            if lines is None:
                raise ValueError(f"{shelf} is missing")
            whole += [json.loads(line) for line in lines.decode("utf-8").splitlines() if line]
        return whole
    except (ValueError, RecursionError, csv.Error) as error:
        raise WrongCommand(f"{where} cannot be read: {error}") from error
