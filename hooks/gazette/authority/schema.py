"""The keys of the ten files, and one record read against them.

Enters: nodes with lines. Leaves: values by key, and a problem for each key that is unknown, missing, doubled
or of the wrong kind, with the line to write. A record without a required key is left out; all else is kept.
Must not be known here: the disk; how records refer to one another.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from ..dates import is_in_calendar
from ..model import PROVISIONAL, Appointment, Problem
from ..vocabulary.countries import COUNTRIES
from ..vocabulary.devices import DEVICES
from ..vocabulary.events import ENCOUNTERS
from ..vocabulary.kinds import KIND_LABELS
from .fields import FIELDS
from .folding import fold, slug
from .nodes import Listing, Node, Table, Words

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = r"(?:\d{4}|XXXX|\d{3}X)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[?~%]?"
_EDTF = re.compile(rf"{_DAY}(?:/(?:{_DAY}|\.\.)?)?", re.ASCII)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_WHOLE_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", re.ASCII)
_URL = re.compile(r"https?://[^\s/]\S*")
_LONGEST_ID = 100
_SUM = re.compile(r"[0-9a-f]{64}  \S.*")
_PROOF = re.compile(r"\S.*#[0-9a-f]{12}")

QUESTIONS = (
    "official",
    "person",
    "event",
    "datings",
    "places",
    "ordinals",
    "same-series",
    "offices",
)
"""What a decision can be about: an official, one person or two, one event or two, a contradiction."""

ANSWERS = ("same", "not-same", "confirmed", "rejected", "settled", "undecided")
"""What an editor can have decided."""

_COUNTRY_NAMES = {fold(other): c.name for c in COUNTRIES for other in (c.name, *c.aliases)}
_COUNTRY_NAMES |= {"european union": "European Union", "eu": "European Union"}


@lru_cache(maxsize=1024)
def country_name(text: str | None) -> str | None:
    """English short name of a country by any of its names; None where it is not in the table.

    >>> country_name("Socialist Republic of Viet Nam")
    'Vietnam'
    """
    return _COUNTRY_NAMES.get(fold(text)) if text else None


class Form(NamedTuple):
    """What a value looks like: how it is read, and the same as JSON Schema."""

    read: Callable[[Reader, str, Node], Any]
    schema: Mapping[str, Any]


class Key(NamedTuple):
    """A key of a record: the form of its value, and what it says."""

    name: str
    form: Form
    says: str
    required: bool = False


@dataclass(slots=True)
class Reader:
    """Collects the problems of one file while its records are read."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def complain(self, line: int, code: str, message: str, cure: str = "") -> None:
        """Add an error."""
        self.problems.append(Problem(self.path, line, code, "error", message, cure))


class Row(NamedTuple):
    """A record as read: values by key, and the line of each key and list entry."""

    values: dict[str, Any]
    lines: dict[str, int]
    line: int


class _WrongType(Exception):
    """Raised by the readers of values with (line, what was expected, what to write)."""


def _words(reader: Reader, key: str, node: Node) -> str | None:
    if isinstance(node, Words):
        return node.text if node.text.strip() and not node.is_nothing else None
    raise _WrongType(node.line, "words", f'{key}: "…" (quotation marks where the text holds a colon)')


def _id(reader: Reader, key: str, node: Node) -> str | None:
    text = _words(reader, key, node)
    if text is None or (_ID.fullmatch(text) and not text.startswith(PROVISIONAL) and _is_folder(text)):
        return text
    better = slug(text).removeprefix(PROVISIONAL)
    better = better if _is_folder(better) else f"the-{better}"[:_LONGEST_ID]
    expected = "an id of small letters, digits and single hyphens that does not begin with provisional-"
    expected += f", at most {_LONGEST_ID} long and not the name of a device in Windows"
    raise _WrongType(node.line, f"{expected}, read {text[:_LONGEST_ID]!r}", f"{key}: {better}")


def _is_folder(id: str) -> bool:
    """Whether every system can have a folder of that name: ids are addresses, and bundles are unpacked."""
    return len(id) <= _LONGEST_ID and id not in DEVICES


def _list(reader: Reader, key: str, node: Node) -> tuple[str, ...]:
    if isinstance(node, Words):
        if node.is_nothing:
            return ()
        reader.complain(
            node.line,
            "authority-wrong-type",
            f"{key}: expected a list, read {node.text!r}; it is taken as a list of one",
            f"{key}: [{_quoted(node.text)}]",
        )
        return (node.text,)
    if isinstance(node, Table):
        raise _WrongType(node.line, "a list", f"{key}: [first, second]")
    found = []
    for item in node.items:
        if isinstance(item, Words) and not item.is_nothing:
            found.append(item.text)
        elif not isinstance(item, Words):
            cure = '- "…" (quotation marks round an entry that holds a colon, a bracket or a comma)'
            reader.complain(
                item.line, "authority-wrong-type", f"{key}: expected words in each entry of the list", cure
            )
    return tuple(found)


def _each(pattern: re.Pattern[str], expected: str, example: str) -> Form:
    """A list of entries of one pattern; others are left out with a problem."""

    def read(reader: Reader, key: str, node: Node) -> tuple[str, ...]:
        entries = _list(reader, key, node)
        for item in node.items if isinstance(node, Listing) else ():
            if isinstance(item, Words) and not item.is_nothing and not pattern.fullmatch(item.text):
                message = f"{key}: expected {expected}, read {item.text!r}; it is left out"
                reader.complain(item.line, "authority-wrong-type", message, f"- ({example})")
        return tuple(entry for entry in entries if pattern.fullmatch(entry))

    return Form(read, {"type": "array", "items": matching(pattern)})


def _flag(reader: Reader, key: str, node: Node) -> bool:
    text = _words(reader, key, node)
    if text in (None, "true", "false"):
        return text == "true"
    raise _WrongType(node.line, f"true or false, read {text!r}", f"{key}: true")


def _number(reader: Reader, key: str, node: Node) -> int | None:
    text = _words(reader, key, node)
    if text is None:
        return None
    if text.isascii() and text.isdigit() and len(text) < 5:
        return int(text)
    raise _WrongType(node.line, f"a number, read {text!r}", f"{key}: 13")


def _matching(pattern: re.Pattern[str], expected: str, example: str, is_date: bool = False) -> Form:
    def read(reader: Reader, key: str, node: Node) -> str | None:
        text = _words(reader, key, node)
        if text is None or (pattern.fullmatch(text) and not (is_date and not is_in_calendar(text))):
            return text
        raise _WrongType(node.line, f"{expected}, read {text!r}", f"{key}: {example}")

    return Form(read, matching(pattern, example))


def matching(pattern: re.Pattern[str], example: str = "") -> dict[str, Any]:
    """Words of a pattern as JSON Schema; YAML reads a year, or digits alone, as a number."""
    schema: dict[str, Any] = {"type": "string", "pattern": f"^(?:{pattern.pattern})$"}
    if pattern.fullmatch("2021"):
        schema |= {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999}
    return schema | ({"examples": [example]} if example else {})


def _one_of(*choices: str) -> Form:
    def read(reader: Reader, key: str, node: Node) -> str | None:
        text = _words(reader, key, node)
        if text is None or text in choices:
            return text
        raise _WrongType(node.line, f"one of {', '.join(choices)}, read {text!r}", f"{key}: {choices[0]}")

    return Form(read, {"enum": list(choices)})


def _country(reader: Reader, key: str, node: Node) -> str | None:
    text = _words(reader, key, node)
    name = country_name(text)
    if text is None or name == text:
        return text
    near = difflib.get_close_matches(text, [c.name for c in COUNTRIES], 1)
    cure = f"{key}: {name or (near[0] if near else 'Kenya')}"
    reader.complain(
        node.line,
        "authority-unknown-country",
        f"{key}: expected the English short name of a country, read {text!r}",
        cure,
    )
    return name or text


def _anything(reader: Reader, key: str, node: Node) -> object:
    if isinstance(node, Listing):
        return [_anything(reader, key, item) for item in node.items]
    if isinstance(node, Table):
        return {name.text: _anything(reader, key, value) for name, value in node.pairs}
    if node.is_nothing:
        return None
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    return node.text


def _appointments(reader: Reader, key: str, node: Node) -> tuple[Appointment, ...]:
    if isinstance(node, Words) and node.is_nothing:
        return ()
    if not isinstance(node, Listing):
        cure = f"{key}:\n  - {{office: prime-minister-of-ruritania, since: 2021-10-04}}"
        raise _WrongType(node.line, "a list of offices held", cure)
    rows = (read_row(reader, APPOINTMENT, item) for item in node.items)
    return tuple(Appointment(**row.values, line=row.line) for row in rows if row)


def record_schema(keys: tuple[Key, ...]) -> dict[str, Any]:
    """A record of these keys as JSON Schema; a key that need not be there may stand without a value."""
    properties = {}
    for key in keys:
        schema = key.form.schema if key.required else or_nothing(key.form.schema)
        properties[key.name] = {"description": key.says, **schema}
    return {
        "type": "object",
        "required": [key.name for key in keys if key.required],
        "additionalProperties": False,
        "properties": properties,
    }


def or_nothing(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A schema that lets a key stand without a value; said so that programs name what else is expected."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*types, "null"]}
    return dict(schema)


WORDS = Form(_words, {"type": ["string", "number", "boolean"]})
ID = Form(_id, {"type": "string", "pattern": f"^(?!provisional-)(?:{_ID.pattern})$"})
LIST = Form(_list, {"type": "array", "items": WORDS.schema})
SUMS = _each(_SUM, "a digest, two spaces and a name", "a line that sha256sum prints")
PROOFS = _each(_PROOF, "a release, # and a digest", "a line that `gazette review` writes")
FLAG = Form(_flag, {"type": "boolean"})
NUMBER = Form(_number, {"type": "integer", "minimum": 0, "maximum": 9999})
COUNTRY = Form(_country, {"enum": sorted({*_COUNTRY_NAMES.values()})})
ANYTHING = Form(_anything, {})
DATE = _matching(_DATE, "a date of the calendar (year, year-month or year-month-day)", "2021-10-04", True)
EDTF = _matching(_EDTF, "an EDTF date or interval of the calendar", "2021-11-25/2021-11-26", True)
SHA256 = _matching(_SHA256, "64 small hexadecimal digits", "the value that sha256sum prints")
DAY = _matching(_WHOLE_DAY, "a day of the calendar (year-month-day)", "2026-11-26", True)
URL = _matching(_URL, "a full address that begins with https:// or http://", "https://www.mfa.example/")
ADDRESSED = _one_of("family", "given", "full")
KIND = Form(_words, {"anyOf": [{"enum": sorted({*KIND_LABELS.values()})}, WORDS.schema]})
ASKED = _one_of(*QUESTIONS)
DECIDED = _one_of(*ANSWERS)
EVENT_TYPE = Form(_words, {"anyOf": [{"enum": sorted(ENCOUNTERS)}, WORDS.schema]})
FIELD = Form(_words, {"enum": list(FIELDS)})

NOTE = Key("note", WORDS, "Anything a reader should know.")
APPOINTMENT = (
    Key("office", ID, "Id of an office in offices.yml.", True),
    Key("since", DATE, "First day, month or year."),
    Key("until", DATE, "Last day, month or year."),
)
APPOINTMENTS = Form(_appointments, {"type": "array", "items": record_schema(APPOINTMENT)})

KEYS: dict[str, tuple[Key, ...]] = {
    "officials": (
        Key("id", ID, "Address, such as hayashi-yoshimasa.", True),
        Key("name", WORDS, "Preferred name, in the order of the person's own country.", True),
        Key("country", COUNTRY, "English short name of the person's country."),
        Key("variants", LIST, "Other forms as printed, one of which must not name two people."),
        Key("surname", WORDS, "The part that is the family name."),
        Key("sort_name", WORDS, "Under which the person is filed, where it is not the name."),
        Key("native_name", WORDS, "The name in its own script."),
        Key("addressed_by", ADDRESSED, "Family, given or full: the part that stands after 'Mr.'."),
        Key(
            "appointments",
            APPOINTMENTS,
            "Offices held: office (an id of offices.yml), since, until, either of which may be left out.",
        ),
        Key("not_same_as", LIST, "Ids of others who share a form of the name and are somebody else."),
        Key("not_an_official", FLAG, "True: whoever is found under these names is no official."),
        NOTE,
    ),
    "offices": (
        Key("id", ID, "Address.", True),
        Key("title", WORDS, "The office in full, without its holder.", True),
        Key("body", ID, "Id of the ministry or organisation in bodies.yml."),
        Key("country", COUNTRY, "The country that the office serves."),
        Key("variants", LIST, "Other wordings."),
        NOTE,
    ),
    "bodies": (
        Key("id", ID, "Address.", True),
        Key("name", WORDS, "Preferred name.", True),
        Key("country", COUNTRY, "Left out for an international body."),
        Key("kind", WORDS, "Ministry, office, organisation, newspaper …"),
        Key("variants", LIST, "Other forms, as in its letterhead."),
        Key("house_style", LIST, "Lines of page furniture that only its releases carry."),
        Key("release_kind", KIND, "Kind of text it issues when a page does not say."),
        Key("url", URL, "Its own site."),
        NOTE,
    ),
    "topics": (
        Key("id", ID, "Address.", True),
        Key("name", WORDS, "Heading.", True),
        Key("scope_note", WORDS, "What belongs here and what does not."),
        Key("cues", LIST, "Words that show the topic; case and plural do not matter."),
        Key("near_misses", LIST, "Phrases in which a cue does not count: portfolio for port."),
        Key("broader", LIST, "Ids of wider topics."),
        Key("see_also", LIST, "Ids of related topics."),
    ),
    "terms": (
        Key("id", ID, "Address.", True),
        Key("name", WORDS, "Heading.", True),
        Key("wordings", LIST, "The wording in its forms."),
        Key("scope_note", WORDS, "What it is."),
    ),
    "events": (
        Key("id", ID, "Address.", True),
        Key("title", WORDS, "Name of the event.", True),
        Key("type", EVENT_TYPE, "Meeting, telephone-call, summit, visit …"),
        Key("when", EDTF, "EDTF: 2021-11-25/2021-11-26, 2024-01~; left out where the releases say it."),
        Key("place", WORDS, "Where."),
        Key("series", WORDS, "Name of the series it belongs to."),
        Key("ordinal", NUMBER, "Its number there."),
        Key("participants", LIST, "Ids of officials."),
        Key("variants", LIST, "Other names of it."),
        Key("same_as", LIST, "Addresses that turned out to be the same event."),
        Key("not_same_as", LIST, "Addresses that look like it and are not."),
        NOTE,
    ),
    "corrections": (
        Key("release", WORDS, "Path of the raw file below seeds/ without ending.", True),
        Key("field", FIELD, "What is put right.", True),
        Key("of", WORDS, "The official, event or paragraph that is meant."),
        Key("value", ANYTHING, "What is right.", True),
        Key("date", DATE, "When it was corrected."),
        Key("note", WORDS, "Why, and on what ground."),
    ),
    "decisions": (
        Key("question", ASKED, "What was asked.", True),
        Key("about", LIST, "Ids or addresses of what it was asked of.", True),
        Key("decision", DECIDED, "What the editor answered.", True),
        Key("value", LIST, "What is right: a date, a place, a release; forms of a name."),
        Key("rests_on", PROOFS, "The sentences that the editor saw: release, #, digest."),
        Key("date", DAY, "When it was decided."),
        Key("note", WORDS, "Why."),
    ),
    "accessions": (
        Key("seed", WORDS, "Path below seeds/.", True),
        Key("received_name", WORDS, "Name under which it was received.", True),
        Key("received", DAY, "Day on which it was received."),
        Key("sha256", SHA256, "Digest of its bytes.", True),
        Key("body", ID, "Id of the issuing body."),
        Key("source", WORDS, "Where it was received from, in words.", True),
        Key("url", URL, "Where it was published."),
        Key("rights", WORDS, "What is known of the rights in it.", True),
        Key(
            "secondary",
            FLAG,
            "True for a newspaper's report or another account that the acting bodies did not issue.",
        ),
        NOTE,
    ),
    "editions": (
        Key("number", NUMBER, "One more than that of the edition before.", True),
        Key("date", DAY, "Day on which it was made.", True),
        Key(
            "holds",
            SHA256,
            "SHA-256 of the list of all that it holds, which stands at /edition/holdings.txt.",
            True,
        ),
        Key("received", SUMS, "Raw files that are new or have other bytes, as sha256sum prints them."),
        Key(
            "corrections", SUMS, "Corrections that are new or say something else: digest, release, #, field."
        ),
        Key("withdrawn", LIST, "What the edition before held and this one does not."),
        Key("note", WORDS, "What a reader should know of it."),
    ),
}
"""The keys of each file, by its name without ending."""


def read_row(reader: Reader, keys: tuple[Key, ...], node: Node) -> Row | None:
    """One record, or None where it is no record or lacks a required key."""
    if not isinstance(node, Table):
        cure = f'- {keys[0].name}: … (each record begins with "- {keys[0].name}:")'
        reader.complain(node.line, "authority-wrong-type", "expected a record of keys and values", cure)
        return None
    known = {key.name: key for key in keys}
    row = Row({}, {}, node.line)
    for name, value in node.pairs:
        if name.text not in known:
            _complain_unknown(reader, name, list(known))
        elif name.text in row.lines:
            reader.complain(
                name.line,
                "authority-duplicate-key",
                f"{name.text}: stands twice in one record, first on line {row.lines[name.text]}; "
                "the first is kept",
                "take one of the two out, or join their values",
            )
        else:
            row.lines[name.text] = name.line
            _read_value(reader, known[name.text], value, row)
    missing = [key.name for key in keys if key.required and row.values.get(key.name) is None]
    missing = [name for name in missing if not (name == "value" and name in row.lines)]
    for absent in missing:
        message = f"the record of line {node.line} has no usable {absent}; it is left out"
        reader.complain(node.line, "authority-missing-key", message, f"{absent}: …")
    return None if missing else row


def _read_value(reader: Reader, key: Key, node: Node, row: Row) -> None:
    try:
        value = key.form.read(reader, key.name, node)
    except _WrongType as wrong:
        line, expected, cure = wrong.args
        reader.complain(line, "authority-wrong-type", f"{key.name}: expected {expected}", cure)
        return
    if value is not None:
        row.values[key.name] = value
    row.lines.update(_entry_lines(key.name, node))


def _entry_lines(name: str, node: Node) -> Iterator[tuple[str, int]]:
    """The line of each entry of a list, under `variants: the words`."""
    if isinstance(node, Listing):
        for item in node.items:
            if isinstance(item, Words):
                yield f"{name}: {item.text}", item.line


def _complain_unknown(reader: Reader, name: Words, known: list[str]) -> None:
    near = difflib.get_close_matches(name.text, known, 1)
    cure = f"{near[0]}: …" if near else f"use one of: {', '.join(known)}"
    message = f"{name.text!r} is not a key here" + (f"; expected {near[0]!r}?" if near else "")
    reader.complain(name.line, "authority-unknown-key", message, cure)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
