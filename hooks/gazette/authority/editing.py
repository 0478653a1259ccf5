"""Changes to the text of an authority file: a record more, an entry more in a list, a value of a key.

Enters: the text, what is to be written. Leaves: the text with that change and no other: comments, order,
quotation marks, indents and line ends stay byte for byte, since only the place itself is written anew.
ruamel.yaml says where each node stands. Must not be known here: the disk, what the keys mean.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

RECORD = re.compile(r"^- ?", re.M)
"""Where a record begins."""


UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML takes for the end of a line, or does not take at all, and JSON leaves as it is."""


class NotEditable(Exception):
    """The text has no place for the change; says why."""


def end_of_line(text: str) -> str:
    """The line end that a text uses."""
    return "\r\n" if "\r\n" in text else "\n"


def add_record(text: str, record: str) -> str:
    """The text with a record at its end, after an empty line."""
    end = end_of_line(text)
    before = text if not text or text.endswith(("\n", "\r")) else text + end
    return before + (end if text.strip() else "") + record.replace("\n", end) + end


def add_entries(text: str, id: str, key: str, entries: Sequence[str]) -> str:
    """The text with entries at the end of a list of a record; the list is made where there is none."""
    if not entries:
        return text
    record = find_record(text, id)
    value = record.value(key)
    written = [quoted(entry) for entry in entries]
    if value is None:
        return add_line(text, record, f"{key}: [{', '.join(written)}]")
    if value.id == "scalar" and value.value in ("", "~", "null"):
        return replace_value(text, record, key, value, f"[{', '.join(written)}]")
    if value.id != "sequence":
        raise NotEditable(f"{key} of {id} is no list; write it as one")
    if value.flow_style:
        at = value.value[-1].end_mark.index if value.value else value.start_mark.index + 1
        before = ", " if value.value else ""
        return record.write(text, at, at, before + ", ".join(written))
    at = end_of(record.text, value.value[-1].end_mark.index)
    indent = end_of_line(text) + " " * value.start_mark.column
    return record.write(text, at, at, "".join(f"{indent}- {one}" for one in written))


def set_value(text: str, id: str, key: str, words: str) -> str:
    """The text with a plain value for a key of a record, in place of one that stands there."""
    record = find_record(text, id)
    value = record.value(key)
    if value is None:
        return add_line(text, record, f"{key}: {quoted(words)}")
    if value.id != "scalar":
        raise NotEditable(f"{key} of {id} is a list; write it by hand")
    return replace_value(text, record, key, value, quoted(words))


@dataclass(frozen=True, slots=True)
class Place:
    """A record in a text: its lines, where they begin, and its node with places counted in them."""

    text: str
    start: int
    node: Any

    def value(self, key: str) -> Any:
        """The node of a key's value; None where the key is not there."""
        return next((value for name, value in self.node.value if name.value == key), None)

    def write(self, text: str, start: int, stop: int, words: str) -> str:
        """The whole text with words in place of self.text[start:stop]."""
        return text[: self.start + start] + words + text[self.start + stop :]


def find_record(text: str, id: str) -> Place:
    """The record that has an id. Each record is read for itself, so that a broken one hides no other."""
    starts = [match.start() for match in RECORD.finditer(text)]
    for start, stop in pairwise([*starts, len(text)]):
        lines = text[start:stop]
        if id not in lines:
            continue
        try:
            root = YAML().compose(lines)
        except YAMLError:
            continue
        for node in root.value if root is not None and root.id == "sequence" else ():
            if node.id == "mapping" and any(k.value == "id" and v.value == id for k, v in node.value):
                return Place(lines, start, node)
    raise NotEditable(f"no record with the id {id} can be read; mend what `gazette check` says")


def add_line(text: str, record: Place, line: str) -> str:
    """A line at the end of a record, with the indent of its first key."""
    node = record.node
    if node.flow_style:
        at = max((value.end_mark.index for _, value in node.value), default=node.start_mark.index + 1)
        return record.write(text, at, at, (", " if node.value else "") + line)
    name, last = node.value[-1]
    while last.id in ("sequence", "mapping") and not last.flow_style and last.value:
        entry = last.value[-1]
        last = entry if last.id == "sequence" else entry[1]
    at = end_of(record.text, max(last.end_mark.index, name.end_mark.index))
    indent = " " * node.start_mark.column
    return record.write(text, at, at, f"{end_of_line(text)}{indent}{line}")


def end_of(text: str, at: int) -> int:
    """The end of the line in which the words before a place stand; a block of words ends below them."""
    while at and text[at - 1] in "\r\n ":
        at -= 1
    found = text.find("\n", at)
    at = len(text) if found < 0 else found
    return at - 1 if text[:at].endswith("\r") else at


def replace_value(text: str, record: Place, key: str, value: Any, words: str) -> str:
    """Words in the place of a value; where a key stands without one, after its colon."""
    start, stop = value.start_mark.index, value.end_mark.index
    if start == stop:
        name = next(name for name, _ in record.node.value if name.value == key)
        at = record.text.index(":", name.end_mark.index) + 1
        return record.write(text, at, at, f" {words}")
    if value.style in ("|", ">"):
        raise NotEditable(f"{key} runs over several lines; write it by hand")
    return record.write(text, start, stop, words)


def quoted(words: str) -> str:
    """Words as YAML: ids and dates as they are, others in quotation marks."""
    is_plain = (
        words and all(c.isascii() and (c.isalnum() or c in "-_/.") for c in words) and words[0].isalnum()
    )
    if is_plain and words.lower() not in ("true", "false", "null", "yes", "no", "on", "off", "y", "n"):
        return words
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(words, ensure_ascii=False))
