"""The keys of the authority files and of front matter as JSON Schemas, for editors' programs and for others.

Enters: the tables of `schema` and `fields`. Leaves: the text of each schema (draft 2020-12), by file name.
A schema says what a file must look like, not whether an id that stands in it exists: `gazette check` does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .fields import FIELDS, OF_WHAT, Field
from .schema import EDTF, EVENT_TYPE, KEYS, KIND, LIST, WORDS, record_schema

FOLDER = "docs/authority/schemas"
"""Where the schemas lie below a record's root."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"

PRINTED = (
    "manuscript",
    "secondary",
    "source",
    "read_from",
    "officials",
    "events",
    "topics",
)
"""Keys of a normalised text that no editor writes by hand."""

WHAT_FILES_HOLD = {
    "officials": "People who hold or held an office.",
    "offices": "Posts that people hold.",
    "bodies": "Ministries, organisations and newspapers.",
    "topics": "What a paragraph is about.",
    "terms": "Wordings whose history is followed.",
    "events": "Encounters that the editors have given an identity.",
    "corrections": "Lines that put right what was read.",
    "decisions": "What the record asked and an editor answered.",
    "accessions": "The register of raw files.",
    "editions": "The numbered states of the record.",
}


def render_schemas() -> Iterator[tuple[str, str]]:
    """Each schema as (file name, text): one for each authority file, one for front matter."""
    for name, keys in KEYS.items():
        record = record_schema(keys)
        if name == "corrections":
            record["allOf"] = list(values_of_corrections())
        schema = {"$schema": DRAFT, "title": f"{name}.yml", "description": WHAT_FILES_HOLD[name]}
        yield f"{name}.json", render(schema | {"type": ["array", "null"], "items": record})
    yield "front-matter.json", render(front_matter_schema())


def render_completion() -> str:
    """Settings by which VS Code completes each authority file by its schema, as text."""
    named = {f"./{FOLDER}/{name}.json": f"/docs/authority/{name}.yml" for name in KEYS}
    return render({"yaml.schemas": named})


def modeline(name: str) -> str:
    """The line by which other programs find the schema of an authority file."""
    return f"# yaml-language-server: $schema=schemas/{name}.json\n"


def render(schema: dict[str, Any]) -> str:
    """A schema as text."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def front_matter_schema() -> dict[str, Any]:
    """Front matter of a raw file; a normalised text holds more, which is printed and not written."""
    properties = {
        field.name: {"description": field.says, "examples": [field.example], **given_value(field)}
        for field in FIELDS.values()
    }
    return {
        "$schema": DRAFT,
        "title": "Front matter of a raw file",
        "description": "What an editor says of a release, between two lines of --- at its beginning.",
        "type": "object",
        "properties": properties,
        "if": {"not": {"required": ["manuscript"]}},
        "then": {"propertyNames": {"enum": list(FIELDS)}},
    }


def given_value(field: Field) -> dict[str, Any]:
    """A field in front matter: its value, or lines of `of: value`, or of topics a list."""
    single = value_schema(field)
    if field.of == "release":
        return single
    named = {"type": "object", "additionalProperties": single, "description": OF_WHAT[field.of]}
    if field.of == "official":
        return named
    several = [{"type": "array", "items": single}] if field.of == "paragraph" else []
    return {"anyOf": [single, named, *several]}


def values_of_corrections() -> Iterator[dict[str, Any]]:
    """What `value` looks like beside each `field`, and whether `of` stands there."""
    for field in FIELDS.values():
        then: dict[str, Any] = {"properties": {"value": value_schema(field)}}
        if field.of == "official":
            then["required"] = ["of"]
        elif field.of == "release":
            then["properties"]["of"] = {"type": "null"}
        yield {"if": {"properties": {"field": {"const": field.name}}}, "then": then}


def value_schema(field: Field) -> dict[str, Any]:
    """The value of a field."""
    if field.takes == "date":
        in_words = {"type": "string", "pattern": "[0-9]{4}"}
        return {"anyOf": [dict(EDTF.schema), in_words]}
    if field.takes == "slug":
        return dict((EVENT_TYPE if field.name == "event_type" else KIND).schema)
    if field.takes == "language":
        return {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}
    if field.takes == "issuer":
        named = {
            "type": "object",
            "properties": {"name": {"type": "string"}, "country": {"type": "string"}},
            "required": ["name"],
        }
        return {"anyOf": [{"type": "string"}, named]}
    if field.takes == "offices":
        return {"anyOf": [{"type": "string"}, dict(LIST.schema)]}
    return {"type": "string"} if field.takes == "id" else dict(WORDS.schema)
