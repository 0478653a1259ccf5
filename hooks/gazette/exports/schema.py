"""The tables of the record: which there are, their columns, what names a line, what leads where.

Enters: the fields. Leaves: `TABLES`, which CSV, SQLite and the data package are all written from.
The values of their lines are put together in `rows`.
"""

from __future__ import annotations

from dataclasses import dataclass

from gazette.exports.fields import (
    BODY_FIELDS,
    EDTF,
    EVENT_FIELDS,
    OFFICE_FIELDS,
    OFFICIAL_FIELDS,
    RELEASE_FIELDS,
    TERM_FIELDS,
    TOPIC_FIELDS,
    Field,
)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the record."""

    name: str
    "Of the CSV file without ending, and of the table in SQLite."
    title: str
    holds: str
    "One sentence: what a line is."
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ("id",)
    "Columns that together name a line."
    links: tuple[tuple[str, str], ...] = ()
    "(column, table): the column holds ids of that table."
    narrow: bool = False
    "Lines are many and short: in SQLite they lie in the order of their key, which then needs no index."
    in_csv: bool = True
    "False where the lines are many and long: they stand in SQLite and JSON only."


_WORDS = "The words that show it."
_PARAGRAPH = "Number of the paragraph, as in the address #p3; empty where it stands outside the body."
_RELEASE = Field("release", "Release")
_NUMBER = Field("number", "Number", kind="integer", note="Place within the release, from 1.")
_PROOF = (
    Field("evidence.paragraph", "Paragraph", csv="paragraph", kind="integer", note=_PARAGRAPH),
    Field("evidence.line", "Line of the raw file", csv="line", kind="integer"),
    Field("evidence.quote", "Words", csv="quote", note=_WORDS),
)
_PLACE = (
    Field("paragraph", "Paragraph", kind="integer", note=_PARAGRAPH),
    Field("line", "Line of the raw file", kind="integer"),
    Field("words", "Words", note=_WORDS),
)
_OF_RELEASE = ("release", "releases")

TABLES: tuple[Table, ...] = (
    Table(
        "releases", "Releases", "One release: title, dates with their status, issuer, facts.", RELEASE_FIELDS
    ),
    Table(
        "paragraphs",
        "Paragraphs",
        "One numbered paragraph of a release, as read.",
        (
            _RELEASE,
            _NUMBER,
            Field("line", "First line in the raw file", kind="integer"),
            Field("shape", "Shape"),
            Field("label", "Label as written"),
            Field("heading", "Heading above it"),
            Field("text", "Text"),
        ),
        ("release", "number"),
        (_OF_RELEASE,),
        in_csv=False,
    ),
    Table(
        "officials", "Officials", "One official: preferred name, names as printed, standing.", OFFICIAL_FIELDS
    ),
    Table(
        "appearances",
        "Appearances",
        "One official in one release.",
        (
            _RELEASE,
            _NUMBER,
            Field("id", "Official", csv="official"),
            Field("as_written", "Name as printed"),
            Field("status", "Standing", csv="standing"),
            Field("rule", "How the name was resolved"),
            *_PROOF,
        ),
        ("release", "number"),
        (_OF_RELEASE, ("official", "officials")),
    ),
    Table("offices", "Offices", "One office that a release gives to somebody.", OFFICE_FIELDS),
    Table(
        "attestations",
        "Attestations",
        "One office that one release gives to one official.",
        (
            _RELEASE,
            _NUMBER,
            Field("official", "Official"),
            Field("office", "Office"),
            Field("title", "Title as read"),
            Field("body", "Body"),
            Field("country", "Country"),
            Field("issued", "Release issued", note=EDTF),
            Field("status", "Status", note="stated, inferred or editor"),
            Field("rule", "Rule"),
            *_PROOF,
        ),
        ("release", "number"),
        (_OF_RELEASE, ("official", "officials"), ("office", "offices")),
    ),
    Table("events", "Events", "One encounter, with the best dating.", EVENT_FIELDS),
    Table(
        "accounts",
        "Accounts",
        "One event as one release tells it.",
        (
            _RELEASE,
            _NUMBER,
            Field("event", "Event"),
            Field("type", "Type"),
            Field("role", "Role", note="principal, or referenced where the release only mentions it"),
            Field("title", "In the words of the release"),
            Field("start", "Start", note=EDTF),
            Field("end", "End", note="Empty where it is the start."),
            Field("date_status", "Date is"),
            Field("place", "Place"),
            Field("planned", "Still to come", kind="boolean"),
            *_PROOF,
        ),
        ("release", "number"),
        (_OF_RELEASE, ("event", "events")),
    ),
    Table(
        "participants",
        "Participants",
        "One official at one event.",
        (
            Field("event", "Event"),
            _NUMBER,
            Field("official", "Official"),
            Field("name", "Preferred name"),
            Field("country", "Country"),
        ),
        ("event", "number"),
        (("event", "events"),),
        narrow=True,
    ),
    Table("topics", "Topics", "One topic of the vocabulary.", TOPIC_FIELDS),
    Table(
        "passages",
        "Passages",
        "One paragraph that speaks of a topic.",
        (_RELEASE, _NUMBER, Field("topic", "Topic"), *_PLACE),
        ("release", "number"),
        (_OF_RELEASE, ("topic", "topics")),
        narrow=True,
    ),
    Table("terms", "Terms", "One wording that is followed through the record.", TERM_FIELDS),
    Table(
        "uses",
        "Uses of terms",
        "One paragraph that uses a term.",
        (_RELEASE, _NUMBER, Field("term", "Term"), *_PLACE),
        ("release", "number"),
        (_OF_RELEASE, ("term", "terms")),
        narrow=True,
    ),
    Table("bodies", "Issuing bodies", "One ministry, organisation or newspaper.", BODY_FIELDS),
    Table(
        "repairs",
        "Repairs",
        "One place where the reading differs from the raw text.",
        (
            _RELEASE,
            _NUMBER,
            Field("kind", "Kind"),
            Field("line", "Line of the raw file", kind="integer"),
            Field("before", "As received"),
            Field("after", "As read"),
        ),
        ("release", "number"),
        (_OF_RELEASE,),
        in_csv=False,
    ),
    Table(
        "corrections",
        "Corrections",
        "One correction by an editor.",
        (
            _RELEASE,
            _NUMBER,
            Field("field", "Field"),
            Field("of", "Official, event or paragraph"),
            Field("value", "Corrected to"),
            Field("date", "Date of the correction"),
            Field("note", "Note"),
        ),
        ("release", "number"),
        (_OF_RELEASE,),
    ),
    Table(
        "problems",
        "Open questions",
        "One question that an editor could settle.",
        (
            Field("number", "Number", kind="integer"),
            Field("path", "File"),
            Field("line", "Line", kind="integer"),
            Field("release", "Release"),
            Field("code", "Code"),
            Field("severity", "Severity"),
            Field("message", "What was read and what was expected"),
            Field("cure", "What settles it"),
        ),
        ("number",),
        in_csv=False,
    ),
)
