"""Authority files that are bad: name, which file, its bytes, and every problem that it must give.

Each is read beside a good file of another kind, which must stand. No code means that the file is odd but
right, or that what is odd in it shows elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Register(NamedTuple):
    """A bad authority file."""

    name: str
    file: str
    content: bytes
    codes: tuple[str, ...] = ()


def bad(name: str, file: str, text: str | bytes, *codes: str) -> Register:
    """One case; text is written as UTF-8."""
    return Register(name, file, text.encode() if isinstance(text, str) else text, codes)


GOOD = "- id: doe-john\n  name: John Doe\n"
TOPIC = "- id: tea\n  name: Tea\n"
BROKEN, TYPE, UNREADABLE = "authority-broken", "authority-wrong-type", "authority-unreadable"
MISSING, DANGLING, UNKNOWN = "authority-missing-key", "authority-dangling-id", "authority-unknown-key"
DOUBLE = "authority-duplicate-key"
SHA = "0" * 64
ACCESSION = "- seed: {}\n  received_name: a\n  sha256: " + SHA + "\n  source: x\n  rights: x\n"
GROWING = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

REGISTERS = [
    bad("nothing", "officials", b""),
    bad("only a mark", "officials", b"\xef\xbb\xbf"),
    bad("only a comment", "officials", "# nobody yet\n"),
    bad("only blanks", "officials", " \n\t\n", BROKEN),
    bad("null", "officials", "~\n"),
    bad("a mark and a record", "officials", b"\xef\xbb\xbf" + GOOD.encode()),
    bad("other line ends", "officials", GOOD.replace("\n", "\r\n")),
    bad("carriage returns only", "officials", GOOD.replace("\n", "\r")),
    bad("latin-1", "officials", "- id: doe\n  name: Doé\n".encode("latin-1"), UNREADABLE),
    bad("utf-16", "officials", GOOD.encode("utf-16"), UNREADABLE),
    bad("utf-8 cut short", "officials", GOOD.encode() + b"\xe1\x9e", UNREADABLE),
    bad("NULs", "officials", GOOD.replace("John", "J\0hn"), BROKEN),
    bad("control characters", "officials", GOOD.replace("John", "J\x1b[31mhn"), BROKEN),
    bad("escaped control characters", "officials", '- id: doe\n  name: "J\\e[31m \\0 \\x9b Doe"\n'),
    bad("half a surrogate", "officials", '- id: doe\n  name: "J\\ud83d Doe"\n', BROKEN),
    bad("overrides in a name", "officials", "- id: doe\n  name: John \u202eDoe\n"),
    bad("an archive", "officials", b"PK\x03\x04" + bytes(range(256)), UNREADABLE),
    bad("a web page", "officials", "<!doctype html><title>404</title>\n", BROKEN),
    bad("words", "officials", "John Doe\n", BROKEN),
    bad("a number", "officials", "42\n", BROKEN),
    bad("a table", "officials", "officials:\n- id: doe\n", BROKEN, MISSING),
    bad("a list of words", "officials", "- John Doe\n- Jane Roe\n", TYPE, TYPE),
    bad("a list of lists", "officials", "- [doe, John Doe]\n", TYPE),
    bad("a list of nothing", "officials", "-\n-\n- ~\n", TYPE, TYPE, TYPE),
    bad("a record that is empty", "officials", "- {}\n", MISSING, MISSING),
    bad("two documents", "officials", GOOD + "---\n- id: roe\n  name: Jane Roe\n", BROKEN),
    bad(
        "a tag of Python",
        "officials",
        "- id: doe\n  name: !!python/object/apply:os.system ['id']\n",
        TYPE,
        MISSING,
    ),
    bad("a tag of Python round all", "officials", "!!python/object/apply:os.system\n- id\n", TYPE),
    bad("an alias", "officials", "- id: &i doe\n  name: *i\n", BROKEN),
    bad("aliases that grow", "topics", GROWING, BROKEN),
    bad("a merge key", "officials", "- &d {id: doe, name: John Doe}\n- <<: *d\n  id: roe\n", BROKEN),
    bad("a tab as indent", "officials", "- id: doe\n\tname: John Doe\n", BROKEN),
    bad("a quotation mark never closed", "officials", '- id: doe\n  name: "John Doe\n', BROKEN),
    bad("brackets 50,000 deep", "topics", "- id: tea\n  name: Tea\n  cues: " + "[" * 50000, BROKEN),
    bad("lists 20,000 deep", "topics", "- " * 20000 + "x\n", BROKEN),
    bad("braces 20,000 deep", "topics", "- " + "{a: " * 20000, BROKEN),
    bad("question marks 20,000 deep", "topics", "? " * 20000, BROKEN),
    bad("a key that is a list", "officials", "- ? [id]\n  : doe\n", BROKEN),
    bad("a key twice", "officials", GOOD + "  name: Jane Roe\n", DOUBLE),
    bad("a key unknown", "officials", GOOD + "  __class__: x\n", UNKNOWN),
    bad("a key of 100 KB", "officials", GOOD + f"  {'k' * 100_000}: x\n", BROKEN),
    bad("an id twice", "officials", GOOD + GOOD.replace("John", "Jack"), "authority-duplicate-id"),
    bad("an id that is a path", "officials", "- id: ../../etc/passwd\n  name: A B\n", TYPE, MISSING),
    bad("an id that is absolute", "officials", "- id: /etc/passwd\n  name: A B\n", TYPE, MISSING),
    bad("an id of dots", "officials", "- id: ..\n  name: A B\n", TYPE, MISSING),
    bad("an id with an address", "officials", "- id: 'javascript:alert(1)'\n  name: A B\n", TYPE, MISSING),
    bad("an id of markup", "topics", "- id: '\"><script>'\n  name: Tea\n", TYPE, MISSING),
    bad("an id with a line end", "topics", '- id: "tea\\n"\n  name: Tea\n', TYPE, MISSING),
    bad("an id in capitals", "topics", "- id: Tea\n  name: Tea\n", TYPE, MISSING),
    bad("an id that looks like another", "topics", "- id: tеa\n  name: Tea\n", TYPE, MISSING),
    bad(
        "an id of a provisional official", "officials", "- id: provisional-doe\n  name: A B\n", TYPE, MISSING
    ),
    bad("an id of 300 letters", "topics", f"- id: {'a' * 300}\n  name: Tea\n", TYPE, MISSING),
    bad("an id that is a device", "topics", "- id: con\n  name: Tea\n", TYPE, MISSING),
    bad("an id that is a list", "topics", "- id: [tea]\n  name: Tea\n", TYPE, MISSING),
    bad("an id that is a number", "topics", "- id: 7\n  name: Tea\n"),
    bad("an id that is nothing", "topics", "- id:\n  name: Tea\n", MISSING),
    bad("a name that is nothing", "topics", "- id: tea\n  name:\n", MISSING),
    bad("a name that is blank", "topics", "- id: tea\n  name: '  '\n", MISSING),
    bad("a name that is a table", "topics", "- id: tea\n  name: {of: Tea}\n", TYPE, MISSING),
    bad("a name of 100 KB", "officials", f"- id: doe\n  name: {'John Doe ' * 11000}\n"),
    bad("a name of one letter", "officials", "- id: doe\n  name: J\n"),
    bad("a name of signs", "officials", "- id: doe\n  name: '.*+?^$()[]{}|'\n"),
    bad("a variant that is empty", "officials", GOOD + "  variants: ['', ' ']\n"),
    bad(
        "a variant of two people",
        "officials",
        GOOD + "- id: roe\n  name: Jane Roe\n  variants: [John Doe]\n",
        "authority-same-variant",
    ),
    bad(
        "a variant in letters that look alike",
        "officials",
        GOOD + "- id: roe\n  name: Jane Roe\n  variants: [Jоhn Doe]\n",
    ),
    bad(
        "10,000 variants",
        "officials",
        GOOD + "  variants: [" + ", ".join(f"V{n} Doe" for n in range(10000)) + "]\n",
    ),
    bad("a country of nobody", "officials", GOOD + "  country: Atlantis\n", "authority-unknown-country"),
    bad("an office of nobody", "officials", GOOD + "  appointments: [{office: envoy}]\n", DANGLING),
    bad("appointments in words", "officials", GOOD + "  appointments: envoy\n", TYPE),
    bad("an appointment of numbers", "officials", GOOD + "  appointments: [1, 2]\n", TYPE, TYPE),
    bad(
        "an appointment of the year 99999",
        "officials",
        GOOD + "  appointments: [{office: x, since: 99999-01-01}]\n",
        TYPE,
        DANGLING,
    ),
    bad(
        "a day that does not exist",
        "officials",
        GOOD + "  appointments: [{office: x, since: 2022-02-30}]\n",
        TYPE,
        DANGLING,
    ),
    bad("an address of nobody", "officials", GOOD + "  addressed_by: shouting\n", TYPE),
    bad("a truth that is a word", "officials", GOOD + "  not_an_official: perhaps\n", TYPE),
    bad("not the same as nobody", "officials", GOOD + "  not_same_as: [nobody]\n", DANGLING),
    bad("not the same as itself", "officials", GOOD + "  not_same_as: [doe-john]\n"),
    bad("a body of nobody", "offices", "- id: envoy\n  title: Envoy\n  body: nowhere\n", DANGLING),
    bad("a body that is a path", "offices", "- id: envoy\n  title: Envoy\n  body: ../bodies\n", TYPE),
    bad("a wider topic that is itself", "topics", TOPIC + "  broader: [tea]\n"),
    bad(
        "wider topics in a circle",
        "topics",
        TOPIC + "  broader: [pu]\n- id: pu\n  name: Pu-erh\n  broader: [tea]\n",
    ),
    bad(
        "topics that see each other",
        "topics",
        TOPIC + "  see_also: [pu]\n- id: pu\n  name: Pu-erh\n  see_also: [tea]\n",
    ),
    bad("a wider topic of nobody", "topics", TOPIC + "  broader: [nowhere]\n", DANGLING),
    bad("cues in words", "topics", TOPIC + "  cues: tea\n", TYPE),
    bad("cues of one letter", "topics", TOPIC + "  cues: [a, e, 't', ' ', '.']\n"),
    bad("cues that are empty", "topics", TOPIC + "  cues: ['', ~, '  ']\n"),
    bad("cues that are patterns", "topics", TOPIC + "  cues: ['(a+)+$', '.*.*.*x', '[', '\\']\n"),
    bad("cues joined without end", "topics", TOPIC + f"  cues: ['{' … '.join('ab' * 2000)}']\n"),
    bad("a cue of 200 KB", "topics", TOPIC + f"  cues: [{'tea ' * 50000}]\n"),
    bad("20,000 cues", "topics", TOPIC + "  cues: [" + ", ".join(f"tea{n}" for n in range(20000)) + "]\n"),
    bad("a cue that is its own near-miss", "topics", TOPIC + "  cues: [tea]\n  near_misses: [tea]\n"),
    bad("wordings that are tables", "terms", "- id: t\n  name: T\n  wordings: [{a: b}, [c]]\n", TYPE, TYPE),
    bad("house style of patterns", "bodies", "- id: b\n  name: B\n  house_style: ['(.*)*', '', ' ']\n"),
    bad("an address that runs", "bodies", "- id: b\n  name: B\n  url: javascript:alert(1)\n", TYPE),
    bad("an address without a scheme", "bodies", "- id: b\n  name: B\n  url: //evil.example/\n", TYPE),
    bad("an event in no time", "events", "- id: e\n  title: E\n  when: someday\n", TYPE),
    bad("an event on no day", "events", "- id: e\n  title: E\n  when: 2022-02-30\n", TYPE),
    bad("an event of the year 99999", "events", "- id: e\n  title: E\n  when: 99999-01-01\n", TYPE),
    bad("an event in Khmer digits", "events", "- id: e\n  title: E\n  when: ២០២២-០៥-០៤\n", TYPE),
    bad(
        "an event that ends before it begins",
        "events",
        "- id: e\n  title: E\n  when: 2022-05-04/2021-01-01\n",
        TYPE,
    ),
    bad("an event of number 10^40", "events", f"- id: e\n  title: E\n  ordinal: {10**40}\n", TYPE),
    bad("an event of number -1", "events", "- id: e\n  title: E\n  ordinal: -1\n", TYPE),
    bad("an event of number ²", "events", "- id: e\n  title: E\n  ordinal: ²\n", TYPE),
    bad("an event with nobody", "events", "- id: e\n  title: E\n  participants: [nobody]\n", DANGLING),
    bad("an event that is itself", "events", "- id: e\n  title: E\n  same_as: [e]\n  not_same_as: [e]\n"),
    bad(
        "events in a circle",
        "events",
        "- id: e\n  title: E\n  same_as: [f]\n- id: f\n  title: F\n  same_as: [e]\n",
    ),
    bad("a correction of a path", "corrections", "- release: ../../etc/passwd\n  field: title\n  value: x\n"),
    bad("a correction of nothing", "corrections", "- release: a/b\n  field: title\n", MISSING),
    bad(
        "a correction on no day",
        "corrections",
        "- release: a/b\n  field: title\n  value: x\n  date: 2022-02-30\n",
        TYPE,
    ),
    bad(
        "a correction of 40 levels",
        "corrections",
        "- release: a/b\n  field: title\n  value: " + "[" * 40 + "]" * 40 + "\n",
        BROKEN,
    ),
    bad("an accession of a path", "accessions", ACCESSION.format("../../etc/passwd"), "seed-missing"),
    bad("an accession that is absolute", "accessions", ACCESSION.format("/etc/passwd"), "seed-missing"),
    bad(
        "an accession twice",
        "accessions",
        ACCESSION.format("a.txt") * 2,
        "authority-duplicate-id",
        "seed-missing",
    ),
    bad("a digest too short", "accessions", ACCESSION.format("a.txt").replace(SHA, "00"), TYPE, MISSING),
    bad(
        "a digest that is a number",
        "accessions",
        ACCESSION.format("a.txt").replace(SHA, "0x00"),
        TYPE,
        MISSING,
    ),
    bad(
        "a source that runs",
        "accessions",
        ACCESSION.format("a.txt") + "  url: 'data:text/html,<script>'\n",
        TYPE,
        "seed-missing",
    ),
    bad("an edition of nothing", "editions", "- number: 1\n  date: 2022-05-04\n", MISSING),
    bad(
        "an edition of number 0",
        "editions",
        f"- number: 0\n  date: 2022-05-04\n  holds: {SHA}\n",
        "edition-order",
        "edition-changed",
    ),
    bad(
        "an edition on no day",
        "editions",
        f"- number: 1\n  date: 2022-02-30\n  holds: {SHA}\n",
        TYPE,
        MISSING,
    ),
    bad(
        "an edition of sums that are none",
        "editions",
        f"- number: 1\n  date: 2022-05-04\n  holds: {SHA}\n  received: [x]\n",
        TYPE,
        "edition-changed",
    ),
    bad("a million line ends", "officials", "\n" * 1_000_000 + GOOD),
    bad("a line of 5 MB", "officials", GOOD + "# " + "x" * 5_000_000 + "\n"),
    bad("20,000 records of nothing", "officials", "- x\n" * 20000, *[TYPE] * 20000),
]


def a_folder(path: Path) -> None:
    """A folder of that name."""
    path.mkdir()


def a_pipe(path: Path) -> None:
    """A pipe."""
    os.mkfifo(path)


def a_link_to_itself(path: Path) -> None:
    """A link that leads nowhere."""
    path.symlink_to(path.name)


def a_link_out(path: Path) -> None:
    """A link to what is no authority file: read as one, and nothing of it is shown."""
    path.symlink_to("/etc/passwd")


KINDS: list[tuple[str, Callable[[Path], None], tuple[str, ...]]] = [
    ("a folder", a_folder, (UNREADABLE,)),
    ("a pipe", a_pipe, (UNREADABLE,)),
    ("a link to itself", a_link_to_itself, (UNREADABLE,)),
    ("a link out", a_link_out, (BROKEN,)),
]
"""What stands in the place of officials.yml."""

STRAYS = {
    "oficials.yml": ("authority-unknown-file",),
    "officials.yaml": ("authority-unknown-file",),
    "Officials.yml": ("authority-unknown-file",),
    "evil\n.yml": ("authority-unknown-file",),
    "notes.txt": (),
}
"""Files beside those that are read."""
