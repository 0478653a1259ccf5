"""YAML as an editor wrote it: words, lists and tables, each with its line.

Enters: text. Leaves: `Words`, `Listing` and `Table` nodes, and faults with their lines.
The only module that knows PyYAML. Scalars stay the words that were written, so that the traps of YAML 1.1
(NO, 12:30, 2020-03-16) never spring; one broken record does not hide those around it; nothing recurses.
Must not be known here: what the keys mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar

import yaml

_DEEPEST = 12
_NOTHING = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Words:
    """A scalar: the words as written, and whether they stood without quotation marks."""

    text: str
    plain: bool
    line: int

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was given: an empty value, `~` or `null` without quotation marks."""
        return self.plain and self.text in _NOTHING


@dataclass(frozen=True, slots=True)
class Listing:
    """A sequence."""

    items: list[Node]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, with every pair that was written, repeated keys too."""

    pairs: list[tuple[Words, Node]]
    line: int


Node = Words | Listing | Table


@dataclass(frozen=True, slots=True)
class Fault:
    """A place at which reading broke off, and why."""

    line: int
    reason: str
    cure: str = "put quotation marks around text that holds a colon, a # or starts with a sign; check indents"


class _Broken(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.reason)
        self.fault = fault


class _WordsLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The C loader where there is one; values are never resolved to numbers, dates or truth values."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


@lru_cache(maxsize=16)
def read_records(text: str) -> tuple[Sequence[Node], Sequence[Fault]]:
    """The entries of a file that is one list, and what could not be read.

    Remembers the last files: while a record is served, most stay as they are. Where the file breaks, each
    entry (a line that starts with "- ") is read for itself.
    """
    try:
        return tuple(_entries(_read(text, 1))), ()
    except _Broken as broken:
        entries: list[Node] = []
        faults: list[Fault] = []
        for line, part in _split(text):
            try:
                entries += _entries(_read(part, line))
            except _Broken as inner:
                faults.append(inner.fault)
        return tuple(entries), tuple(faults or [broken.fault])


def _entries(node: Node | None) -> list[Node]:
    if node is None or (isinstance(node, Words) and node.is_nothing):
        return []
    if isinstance(node, Listing):
        return node.items
    cure = 'start each record with "- " at the beginning of a line'
    raise _Broken(Fault(node.line, "expected a list of records", cure))


def _split(text: str) -> Iterator[tuple[int, str]]:
    """(line, text) of each part that starts with "- " in the first column."""
    start, part = 1, ""
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        if line.startswith(("- ", "-\n")):
            if part.strip():
                yield start, part
            start, part = number, ""
        part += line
    if part.strip():
        yield start, part


def _read(text: str, first_line: int) -> Node | None:
    """The one document in `text`; raises `_Broken` and nothing else."""
    root: list[Node] = []
    open_nodes: list[tuple[Listing | Table, list[Node]]] = []  # with the children met so far
    try:
        for event in _events(text):
            line = event.start_mark.line + first_line
            if isinstance(event, yaml.ScalarEvent):
                node: Node = Words(event.value, not event.style, line)
            elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
                if len(open_nodes) >= _DEEPEST:
                    raise _Broken(Fault(line, f"lists lie more than {_DEEPEST} deep in one another"))
                is_list = isinstance(event, yaml.SequenceStartEvent)
                open_nodes.append((Listing([], line) if is_list else Table([], line), []))
                continue
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                opened, children = open_nodes.pop()
                _fill(opened, children)
                node = opened
            elif isinstance(event, yaml.AliasEvent):
                raise _Broken(Fault(line, "a reference (*name) is not understood", "write the value out"))
            elif isinstance(event, yaml.DocumentStartEvent) and root:
                raise _Broken(Fault(line, "a second document begins (---)", "take the line --- out"))
            else:
                continue
            (open_nodes[-1][1] if open_nodes else root).append(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _Broken(Fault(mark.line + first_line if mark else first_line, _reason(error))) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        position = getattr(error, "position", 0)
        line = text.count("\n", 0, position if isinstance(position, int) else 0) + first_line
        raise _Broken(Fault(line, "a character that YAML does not allow", "take the character out")) from None
    return root[0] if root else None


def _events(text: str) -> Iterator[Any]:
    loader = _WordsLoader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _fill(opened: Listing | Table, children: list[Node]) -> None:
    if isinstance(opened, Listing):
        opened.items.extend(children)
        return
    for key, value in zip(children[::2], children[1::2], strict=False):
        if not isinstance(key, Words):
            raise _Broken(Fault(key.line, "a key that is not a word", 'write "key: value"'))
        opened.pairs.append((key, value))


def _reason(error: yaml.MarkedYAMLError) -> str:
    words = " ".join(str(part) for part in (error.context, error.problem) if part)
    return f"not well-formed YAML ({words})" if words else "not well-formed YAML"
