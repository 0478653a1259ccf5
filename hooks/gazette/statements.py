"""What editors wrote about one release, in one form: front matter of the raw file, lines of corrections.yml.

Enters: a raw release, the authority. Leaves: `Written`s, the one that wins first; problems for fields that
mean nothing. Must not be known here: what the text says, how values are read.
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gazette.authority import FIELDS, OF_WHAT, once_per_authority
from gazette.model import Authority, Block, Correction, Problem, RawRelease

CORRECTIONS = "docs/authority/corrections.yml"
PARAGRAPH = re.compile(r"(?:#?p)?([1-9][0-9]{0,5})")


class Written(NamedTuple):
    """A value that an editor wrote, and where."""

    field: str
    of: str | None
    "What it is said of: an official, an event, a paragraph; None where nothing is named."
    value: object
    path: str
    line: int

    @property
    def citation(self) -> str:
        """`path:line`."""
        return f"{self.path}:{self.line}"

    def problem(self, expected: str, cure: str, code: str = "editor-value") -> Problem:
        """That the value cannot be used."""
        shown = self.value if isinstance(self.value, str) else str(self.value)
        said = f"{self.field}{f' of {self.of}' if self.of else ''}"
        message = f"{said}: expected {expected}, read {shown[:80]!r}; it is passed over"
        return Problem(self.path, self.line, code, "error", message, cure)

    def unmet(self, message: str, cure: str) -> Problem:
        """That nothing in the release is what the line is about."""
        said = f"{self.field}{f' of {self.of}' if self.of else ''}: {message}; the line has no effect"
        return Problem(self.path, self.line, "correction-unmet", "warning", said, cure)


@once_per_authority
def _by_release(authority: Authority) -> dict[str, tuple[Correction, ...]]:
    found: dict[str, list[Correction]] = defaultdict(list)
    for correction in authority.corrections:
        found[correction.release].append(correction)
    return {release: tuple(lines) for release, lines in found.items()}


def corrections_of(release: str, authority: Authority) -> tuple[Correction, ...]:
    """The corrections of one release, in the order of the file."""
    return _by_release(authority).get(release, ())


def written_of(raw: RawRelease, authority: Authority) -> tuple[Written, ...]:
    """All that editors say of a release: front matter first, then the latest line of corrections.yml.

    Of several that say something of one thing the first counts; `topic` and `not_topic` all count.
    """
    corrected = [
        Written(c.field, c.of, c.value, CORRECTIONS, c.line)
        for c in reversed(corrections_of(raw.id, authority))
    ]
    found = [w for w in (*_given(raw), *corrected) if w.field in FIELDS and not _is_nothing(w)]
    first: dict[object, Written] = {}
    for written in found:
        thing = (written.field, written.of, str(written.value) if "topic" in written.field else "")
        first.setdefault(thing, written)
    return tuple(first.values())


def _is_nothing(written: Written) -> bool:
    return written.value in (None, "") or (written.value == [] and written.field != "office")


def _given(raw: RawRelease) -> Iterator[Written]:
    """Front matter: `office:` and what is said of an event may be lines of `what: value`, topics a list."""
    for given in raw.given:
        field = FIELDS.get(given.key)
        if field is None:
            continue
        if field.of != "release" and isinstance(given.value, dict):
            for of, value in given.value.items():
                yield Written(given.key, str(of), value, raw.path, given.line)
        elif field.of == "paragraph" and isinstance(given.value, list):
            for value in given.value:
                yield Written(given.key, None, value, raw.path, given.line)
        else:
            yield Written(given.key, None, given.value, raw.path, given.line)


def check_fields(raw: RawRelease, authority: Authority) -> Iterator[Problem]:
    """Keys of front matter that are nearly a field, fields of corrections.yml that are none, `of` in vain."""
    for given in raw.given:
        near = difflib.get_close_matches(given.key.casefold(), FIELDS, 1, 0.8)
        if given.key not in FIELDS and near and not any(g.key == "manuscript" for g in raw.given):
            message = f"{given.key!r} is no field of front matter; it is passed over"
            yield Problem(raw.path, given.line, "editor-field", "warning", message, f"{near[0]}: …")
        field = FIELDS.get(given.key)
        if field and field.of == "official" and not isinstance(given.value, dict):
            message = f"{given.key}: expected a line for each official, and the office behind the name"
            cure = f'{given.key}:\n  "Jana Roe": prime-minister-of-ruritania'
            yield Problem(raw.path, given.line, "editor-field", "error", message, cure)
    for c in corrections_of(raw.id, authority):
        field = FIELDS.get(c.field)
        if field is None:
            near = difflib.get_close_matches(c.field.casefold(), FIELDS, 1)
            cure = f"field: {near[0]}" if near else f"use one of: {', '.join(FIELDS)}"
            message = f"{c.field!r} is no field of a release; the line has no effect"
            yield Problem(CORRECTIONS, c.line, "editor-field", "error", message, cure)
        elif c.of and field.of == "release":
            message = f"of: {c.of!r} has no meaning beside {c.field}; it is passed over"
            yield Problem(CORRECTIONS, c.line, "editor-field", "warning", message, "take the line of: … out")
        elif field.of == "official" and not c.of:
            message = f"{c.field}: expected `of:` with {OF_WHAT['official']}; the line has no effect"
            yield Problem(CORRECTIONS, c.line, "editor-field", "error", message, 'of: "…"')
        other = next((g for g in raw.given if g.key == c.field and field and field.of == "release"), None)
        if other is not None and other.value not in (None, "", []):
            message = f"{c.field}: line {other.line} of {raw.path} says otherwise, and front matter wins"
            yield Problem(CORRECTIONS, c.line, "correction-unmet", "warning", message, "take one of them out")


def lines_in_vain(problems: Iterable[Problem]) -> frozenset[int]:
    """Lines of corrections.yml that have no effect, as the problems of a release say."""
    return frozenset(
        p.line
        for p in problems
        if p.path == CORRECTIONS and (p.severity == "error" or p.code == "correction-unmet")
    )


def paragraph_of(of: str | None) -> int | None:
    """The paragraph that an editor names: `p7`, `#p7` or `7`."""
    match = PARAGRAPH.fullmatch(of.strip()) if of else None
    return int(match[1]) if match else None


def block_of(blocks: tuple[Block, ...], number: int) -> Block | None:
    """The block that has the number of a paragraph."""
    return next((b for b in blocks if b.paragraph == number), None)
