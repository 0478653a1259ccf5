"""What an editor can say of one release: the fields of front matter and of corrections.yml.

Plain data: the readers of these values, the JSON Schemas and the guide are held to this one table.
Must not be known here: how a value is read, what a release says.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Field(NamedTuple):
    """One field: what it is said of, what is expected, a line to write."""

    name: str
    of: Literal["release", "official", "event", "paragraph"]
    "What `of:` names beside it. Only an official has to be named."
    takes: Literal["words", "date", "slug", "language", "issuer", "id", "offices"]
    "The form of its value."
    expected: str
    example: str
    says: str
    "One sentence for the schema."
    label: str = ""
    "What readers see, where the name is no word for them."


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("title", "release", "words", "words", 'title: "…"', "Title of the release."),
        Field(
            "issued", "release", "date", "a date such as 2024-05-03", "issued: 2024-05-03", "Day of issue."
        ),
        Field(
            "kind", "release", "slug", "a kind such as press-release", "kind: press-release", "Kind of text."
        ),
        Field(
            "issuer", "release", "issuer", "an id or name of a body", "issuer: mfa-ruritania", "Issuing body."
        ),
        Field("place", "release", "words", "words", 'place: "…"', "Place of issue.", "place of issue"),
        Field("number", "release", "words", "words", 'number: "…"', "Number that the issuer gave it."),
        Field("language", "release", "language", "a language tag", "language: en", "Language of the text."),
        Field(
            "event",
            "event",
            "id",
            "an id of events.yml, or `none`",
            "event: 2020-03-16-courtesy-call",
            "Which event of events.yml is told of.",
            "identity of the event",
        ),
        Field(
            "event_when",
            "event",
            "date",
            "a date such as 2024-05-03, or 2024-05-03/2024-05-04",
            "event_when: 2024-05-03",
            "When the event took place.",
            "date of the event",
        ),
        Field(
            "event_place",
            "event",
            "words",
            "words",
            'event_place: "…"',
            "Where the event took place.",
            "place of the event",
        ),
        Field(
            "event_type",
            "event",
            "slug",
            "a type such as telephone-call",
            "event_type: meeting",
            "Type of the event.",
            "type of the event",
        ),
        Field(
            "office",
            "official",
            "offices",
            "an id of offices.yml or the title of an office, several in a list, [] for none",
            "office: prime-minister-of-ruritania",
            "The offices that an official holds in this release, in place of those that were read.",
        ),
        Field(
            "topic",
            "paragraph",
            "id",
            "an id of topics.yml",
            "topic: trade",
            "A topic that was not seen.",
            "topic added",
        ),
        Field(
            "not_topic",
            "paragraph",
            "id",
            "an id of topics.yml",
            "not_topic: trade",
            "A topic that is not meant.",
            "topic taken away",
        ),
    )
}
"""Every field by its name."""

OF_WHAT = {
    "official": "the name of an official as printed, or the id",
    "event": "a paragraph such as p7, or the title of the event; left out for what the release is about",
    "paragraph": "a paragraph such as p7",
    "release": "",
}
"""What `of:` has to name beside a field."""
