"""The values that pass between the rooms: frozen, slotted dataclasses, and their invariants.

Enters: nothing; this module imports only the standard library.
Leaves: every value that another module gives or takes. They never change once made:
a step that knows more makes a new value (`dataclasses.replace`).
Must not be known here: disk, YAML, Markdown, HTML, any vocabulary.

Two rules hold everywhere. A place in a text is always an `Evidence`, and its quote is the text at
that place. A value read from text is always a `Reading`, which says how sure it is and why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

Value = TypeVar("Value")

Status = Literal["stated", "inferred", "editor"]
"""stated: the words say it. inferred: worked out. editor: someone wrote it down."""

Severity = Literal["error", "warning", "notice"]
"""error and warning end a strict build; a notice only asks an editor to confirm something."""

Shape = Literal["paragraph", "heading", "item", "quote", "table", "rule"]
"""What the layout of a block is, before anyone asks what it is for."""

Part = Literal[
    "address",  # postal or web address at the foot
    "attribution",  # "The following is attributable to …"
    "body",  # paragraphs, items, quotations, tables: the text itself
    "caption",  # of a photograph
    "contact",  # press contacts, "For further information"
    "dateline",  # date, or place and date, of the event or of issue near the top
    "end-mark",  # "###", "END"
    "footnote",
    "heading",  # inside the body
    "kind",  # "PRESS RELEASE"
    "letterhead",  # state, motto, ministry, department
    "markup",  # style sheets, attribute lists and tags left over from a web page
    "motto",  # of a meeting
    "navigation",  # breadcrumbs, "Back to …", links, tags, subscription lines
    "number",  # reference number
    "page",  # page numbers, running headers and footers
    "rule",  # a line of asterisks, hyphens or underscores
    "sign-off",  # place and date at the foot
    "signature",  # block of signatories
    "title",
    "unread",  # broken beyond reading; kept, never used
]
"""What a block is for. `body` and `heading` are the text; all others stay on the record beside it."""

Format = Literal["text", "html", "docx", "pdf"]
"""How a raw file holds its text; all but `text` are read by a library."""

TEXT_PARTS: frozenset[Part] = frozenset({"body", "heading"})

Standing = Literal["established", "provisional"]
"""Of an official: known to the authority file, or found in a text and not yet confirmed."""

PROVISIONAL = "provisional-"
"""Begins the id of an official or office whom no authority file knows; no id of an authority file does."""

Role = Literal["principal", "referenced"]
"""Of an event in a release: what the release is about, or what it only mentions."""


# --- problems ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something an editor should know: where, what was read, what was expected, what to write."""

    path: str
    "File, relative to the record's root, with forward slashes."
    line: int
    "From 1; 0 where the file as a whole is meant."
    code: str
    "Stable name, such as `seed-changed`; every code is described in docs/contributing.md."
    severity: Severity
    message: str
    "One sentence: what was read and what was expected."
    cure: str = ""
    "The line to write, or the step to take, to settle it."

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        cure = f" — {self.cure}" if self.cure else ""
        return f"{place}: {self.code}: {self.message}{cure}"


# --- raw files -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Given:
    """One key of front matter that an editor wrote into a raw file."""

    key: str
    value: object
    line: int


@dataclass(frozen=True, slots=True)
class RawRelease:
    """One raw file as received and decoded; nothing has been interpreted."""

    path: str
    "File, relative to the record's root where it lies inside, else as it was named."
    id: str
    "Path below seeds/ without ending: the address of the release."
    sha256: str
    "Of the bytes of the whole file, in hexadecimal."
    text: str
    "Decoded, line ends as \\n, front matter taken off. '' where the file cannot be read."
    first_line: int = 1
    "Number in the file of the first line of `text`."
    given: tuple[Given, ...] = ()
    problems: tuple[Problem, ...] = ()
    format: Format = "text"
    "Of any other than `text`, line numbers are those of the text that was read from the file."
    reader: str = ""
    "Library and version that read the text; '' for `text`."
    is_active: bool = False
    "The file runs programs, or carries or fetches other files; sites do not hand it out."

    @property
    def is_handed_out(self) -> bool:
        """Whether the site hands out the file: no link, none that is too large or that runs programs."""
        is_too_large = any(problem.code == "seed-too-large" for problem in self.problems)
        return bool(self.sha256) and not self.is_active and not is_too_large


# --- text ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block's text that was emphasised: `text[start:end]`."""

    start: int
    end: int
    kind: Literal["strong", "em", "underline"]


@dataclass(frozen=True, slots=True)
class Repair:
    """One place where the reading differs from the raw text, and why."""

    kind: str
    "page-break, hyphen, superscript, escape, space, fused, letter-spacing, ocr, markup …"
    block: int
    "Number of the block that holds the reading."
    start: int
    end: int
    "`block.text[start:end] == after`."
    line: int
    "Line of the raw file on which `before` begins."
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Block:
    """Whole lines of the raw file that belong together, as received and as read."""

    number: int
    "Place in the release, from 0, in the order of the first line."
    lines: tuple[int, ...]
    "Numbers of its non-blank lines in the raw file. Every non-blank line is in exactly one block."
    shape: Shape
    raw: str
    "Those lines as received, joined by \\n."
    text: str
    "As read: one line, repaired, marks and markers of emphasis taken off."
    part: Part = "body"
    rule: str = ""
    "Name of the rule of anatomy that named the part."
    marks: tuple[Mark, ...] = ()
    level: int = 0
    "Depth of a heading (1 is the highest) or of an item (0 is the outermost)."
    label: str = ""
    'Marker of an item, a numbered paragraph or a numbered heading as written: "(a)", "2.", "•".'
    paragraph: int | None = None
    "Number for #pN: body blocks are counted from 1 in their order; None for all others."
    rows: tuple[tuple[str, ...], ...] = ()
    "Cells of a table; `text` holds the same words."

    @property
    def line(self) -> int:
        """First line in the raw file; 0 for a block without lines."""
        return self.lines[0] if self.lines else 0

    @property
    def is_text(self) -> bool:
        """Whether the block belongs to the text itself (body and its headings)."""
        return self.part in TEXT_PARTS


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a block: `block.text[start:end] == quote`."""

    block: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """A value, how sure it is, and what it rests on: evidence, or a citation of an editor's line."""

    value: Value
    status: Status
    rule: str
    "Name of the rule that read it."
    evidence: tuple[Evidence, ...] = ()
    citation: str = ""
    '"path:line" of what an editor wrote; empty where the value comes from the text.'

    def __post_init__(self) -> None:
        if not self.evidence and not self.citation:
            raise ValueError(f"{self.rule}: a reading needs evidence or a citation: {self.value!r}")

    @property
    def as_written(self) -> str:
        """The words it was read from; '' where an editor wrote it."""
        return self.evidence[0].quote if self.evidence else ""


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The blocks of a release, each with its part, and the repairs made to them."""

    blocks: tuple[Block, ...]
    repairs: tuple[Repair, ...] = ()
    problems: tuple[Problem, ...] = ()

    def body(self) -> tuple[Block, ...]:
        """The numbered paragraphs, in order."""
        return tuple(b for b in self.blocks if b.part == "body")


# --- dates ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class When:
    """An EDTF date or interval, never more precise than its source.

    `start` and `end` are EDTF dates (`2024`, `2024-05`, `2024-05-03`, `2024-05~`, `XXXX-07-06`);
    `end` equals `start` for a single date. Source: EDTF, ISO 8601-2:2019.
    """

    start: str
    end: str

    @property
    def edtf(self) -> str:
        """As one EDTF expression; an interval is `start/end`."""
        return self.start if self.start == self.end else f"{self.start}/{self.end}"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it stands in a text, before anyone knows what it is the date of."""

    start: int
    end: int
    as_written: str
    when: When
    "With `XXXX` for a year that the words do not give."
    status: Status
    '"stated" where the words are complete, "inferred" where an anchor completed them.'
    rule: str


# --- who issued it -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuing body as read or as the accession says."""

    name: str | None
    country: str | None
    "English short name of the country; None for an international body."
    body: str | None = None
    "Id in bodies.yml."


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a release says of itself: title, kind, issuing body, place and date of issue."""

    kind: Reading[str]
    title: Reading[str] | None
    issued: Reading[When] | None
    place: Reading[str] | None
    "Place of issue, not of the event."
    issuer: Reading[Issuer] | None
    language: str = "en"
    "BCP 47 tag of the main language of the body."
    number: Reading[str] | None = None
    "Reference number given by the issuer."
    problems: tuple[Problem, ...] = ()


# --- people --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a text names it."""

    title: str
    body: str | None = None
    country: str | None = None
    "The country that the office serves; English short name."
    id: str | None = None
    "In offices.yml, where the authority knows it."


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person stands in a text."""

    evidence: Evidence
    "From the honorific or office to the end of the name."
    name: str
    "The name alone as written, without honorific and office; '' for 'His Excellency the Minister'."


@dataclass(frozen=True, slots=True)
class Appearance:
    """An official in one release: who, called what, with which offices that day."""

    official: str
    "Id in officials.yml, or `provisional-<slug>`."
    name: str
    "Preferred name."
    country: str | None
    standing: Standing
    mentions: tuple[Mention, ...]
    offices: tuple[Reading[Office], ...]
    rule: str = ""
    "How the name was resolved: authority, fuller form in this release, unknown …"


@dataclass(frozen=True, slots=True)
class Bystander:
    """A person who is named but holds no office here: commentator, spouse, contact, eponym."""

    name: str
    evidence: Evidence
    why: str
    "Name of the rule that kept the person from being an official."


@dataclass(frozen=True, slots=True)
class People:
    """Everybody found in one release."""

    officials: tuple[Appearance, ...] = ()
    bystanders: tuple[Bystander, ...] = ()
    problems: tuple[Problem, ...] = ()


# --- events --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Account:
    """One event as one release tells it."""

    type: str
    "meeting, telephone-call, consultation, summit, visit, courtesy-call, signing, election …"
    role: Role
    title: str
    'Short name in the words of the text: "13th ASEM Summit", "bilateral meeting".'
    when: Reading[When] | None
    place: Reading[str] | None
    participants: tuple[str, ...]
    "Ids of officials as in the release's appearances, in the order of the text."
    evidence: Evidence
    "The sentence that tells of it."
    planned: bool = False
    "The text speaks of it as still to come."
    series: str | None = None
    "Folded name of the series: 'asem summit'; ordinal apart."
    ordinal: int | None = None
    event: str | None = None
    "Id in events.yml, where the authority knows it; corpus fills in the others."


# --- topics --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic or a term in one paragraph, and the words that show it."""

    id: str
    "In topics.yml or terms.yml."
    evidence: tuple[Evidence, ...]
    "One for each cue found, all in the same block."
    citation: str = ""
    '"path:line" of the editor who gave the topic to the block; empty where its words show it.'

    @property
    def block(self) -> int:
        """Number of the block."""
        return self.evidence[0].block


# --- what editors know (docs/authority) ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Accession:
    """One line of the register of raw files: what was received, from where, with which rights."""

    seed: str
    "Path of the raw file below seeds/."
    received_name: str
    sha256: str
    body: str | None
    "Issuing body: id in bodies.yml."
    source: str
    "Where it was received from, in words."
    url: str | None
    rights: str
    secondary: bool = False
    "A newspaper's report or another account that the acting bodies did not issue."
    note: str = ""
    line: int = 0
    received: str | None = None
    "Day on which it was received."


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person holds an office from–to; either end may be open."""

    office: str
    "Id in offices.yml."
    since: str | None = None
    until: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class OfficialRecord:
    """A person whom the editors have established."""

    id: str
    name: str
    "Preferred name, in the order of the person's own country."
    country: str | None
    variants: tuple[str, ...] = ()
    surname: str | None = None
    sort_name: str = ""
    native_name: str | None = None
    addressed_by: Literal["family", "given", "full"] = "family"
    appointments: tuple[Appointment, ...] = ()
    note: str = ""
    not_an_official: bool = False
    "An editor has looked: whoever is found under these names is no official, or is nobody at all."
    line: int = 0


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """An office, with the words that name it."""

    id: str
    title: str
    body: str | None = None
    "Id in bodies.yml."
    country: str | None = None
    variants: tuple[str, ...] = ()
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """A ministry, an organisation, a newspaper."""

    id: str
    name: str
    country: str | None = None
    kind: str = "ministry"
    variants: tuple[str, ...] = ()
    house_style: tuple[str, ...] = ()
    "Lines of page furniture that only this body's releases carry."
    release_kind: str | None = None
    "The kind of text it issues when a page does not say."
    url: str | None = None
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class TopicRecord:
    """A topic of the vocabulary, with scope note and cues."""

    id: str
    name: str
    scope_note: str = ""
    cues: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()
    "Phrases in which a cue does not count: 'portfolio' for 'port'."
    broader: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class TermRecord:
    """A wording that is followed through the record."""

    id: str
    name: str
    wordings: tuple[str, ...] = ()
    scope_note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event that the editors have given an identity."""

    id: str
    title: str
    type: str | None = None
    when: str | None = None
    "EDTF; None where the releases say it."
    place: str | None = None
    series: str | None = None
    ordinal: int | None = None
    participants: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    "Addresses that once led to it, or ids of events found to be the same."
    not_same_as: tuple[str, ...] = ()
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """A line by which an editor puts right what was read."""

    release: str
    field: str
    value: object
    date: str | None = None
    note: str = ""
    line: int = 0
    of: str | None = None
    "The official, event or paragraph of the release that it is about; None for the release itself."


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor answered to a question that the record put, and on which sentences."""

    question: str
    "official, person, event, or the kind of a contradiction: datings, places …"
    about: tuple[str, ...]
    "Ids of officials, addresses of events; of an office the official and the day."
    decision: str
    "same, not-same, confirmed, rejected, settled, undecided."
    value: tuple[str, ...] = ()
    "What is right of what was asked: a date, a place, a release; of one person the forms of the name."
    rests_on: tuple[str, ...] = ()
    "The sentences that the editor saw, as `release#digest`; the question is put again when they change."
    date: str | None = None
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """A numbered state of the record: what came, and what went, since the edition before."""

    number: int
    date: str
    "Day on which it was made, as the editor wrote it."
    holds: str
    "Digest of the list of all that it holds, in hexadecimal."
    received: tuple[str, ...] = ()
    'Raw files that are new or have other bytes: "sha256  path below seeds/".'
    corrections: tuple[str, ...] = ()
    'Corrections that are new or say something else: "sha256  release#field".'
    withdrawn: tuple[str, ...] = ()
    "What the edition before held and this one does not: paths, and `release#field` of corrections."
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Authority:
    """All that editors know, checked; lookups live in `authority`."""

    officials: Mapping[str, OfficialRecord] = field(default_factory=dict)
    offices: Mapping[str, OfficeRecord] = field(default_factory=dict)
    bodies: Mapping[str, BodyRecord] = field(default_factory=dict)
    topics: Mapping[str, TopicRecord] = field(default_factory=dict)
    terms: Mapping[str, TermRecord] = field(default_factory=dict)
    events: Mapping[str, EventRecord] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    decisions: tuple[Decision, ...] = ()
    "In the order of the file; the later wins."
    accessions: Mapping[str, Accession] = field(default_factory=dict)
    "By path below seeds/."
    editions: tuple[Edition, ...] = ()
    "In the order of the file."
    problems: tuple[Problem, ...] = ()


# --- a release, and all of them ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Release:
    """One raw file, normalised: its text, its facts, and what is doubtful about them."""

    raw: RawRelease
    accession: Accession | None
    imprint: Imprint
    anatomy: Anatomy
    people: People
    events: tuple[Account, ...]
    topics: tuple[Subject, ...]
    terms: tuple[Subject, ...]
    corrections: tuple[Correction, ...] = ()
    problems: tuple[Problem, ...] = ()
    "All of them: of the file, its anatomy, imprint, people and events."
    id: str = field(init=False, repr=False, compare=False)
    "Path of the raw file below seeds/ without ending."
    is_secondary: bool = field(init=False, repr=False, compare=False)
    "Whether this is a newspaper's report or another account at second hand."

    def __post_init__(self) -> None:
        is_secondary = self.imprint.kind.value == "news" or bool(self.accession and self.accession.secondary)
        object.__setattr__(self, "id", self.raw.id)
        object.__setattr__(self, "is_secondary", is_secondary)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, in the order of the raw file."""
        return self.anatomy.blocks

    def sentence(self, evidence: Evidence) -> Block:
        """The block in which an evidence lies."""
        return self.anatomy.blocks[evidence.block]


@dataclass(frozen=True, slots=True)
class Telling:
    """An account of an event, with the release it stands in."""

    release: str
    account: Account


@dataclass(frozen=True, slots=True)
class Event:
    """One encounter, and every account of it."""

    id: str
    type: str
    title: str
    when: When | None
    "The best dating: of principal accounts first, the more precise, the later release."
    place: str | None
    participants: tuple[str, ...]
    tellings: tuple[Telling, ...]
    "In the order of issue."
    datings: tuple[tuple[When, tuple[str, ...]], ...] = ()
    "Each distinct dating with its releases; two or more are a contradiction or a change of plan."
    established: bool = False
    series: str | None = None
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class OfficialFile:
    """A person over the whole record."""

    id: str
    name: str
    country: str | None
    standing: Standing
    variants: tuple[str, ...]
    "Names as printed, each once, in order of first appearance."
    appearances: tuple[tuple[str, Appearance], ...]
    "(release id, appearance), in the order of issue."
    record: OfficialRecord | None = None


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """An office over the whole record: who is attested in it, by which release."""

    id: str
    title: str
    body: str | None
    country: str | None
    attestations: tuple[tuple[str, str, Reading[Office]], ...]
    "(release id, official id, reading), in the order of issue."
    record: OfficeRecord | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """All releases together."""

    releases: tuple[Release, ...]
    "By date of issue, then id; undated last."
    officials: tuple[OfficialFile, ...]
    "By country, then sort name."
    offices: tuple[OfficeFile, ...]
    events: tuple[Event, ...]
    "By date; undated last."
    authority: Authority
    problems: tuple[Problem, ...] = ()
    "Everything: files, authority, releases, and what only shows when all are read together."
