"""The imprint: each rule with its near-miss on blocks made by hand; what an editor wrote; properties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazette.imprint import read_imprint
from gazette.model import (
    Accession,
    Anatomy,
    Authority,
    Block,
    BodyRecord,
    Correction,
    Given,
    Imprint,
    RawRelease,
    Reading,
)
from support import load_cases

_PARTS = (
    "title",
    "kind",
    "dateline",
    "sign-off",
    "letterhead",
    "navigation",
    "caption",
    "number",
    "body",
    "unread",
)


def blocks_of(rows: Iterable[dict[str, str]]) -> tuple[Block, ...]:
    found: list[Block] = []
    paragraph = 0
    for number, row in enumerate(rows):
        ((part, text),) = row.items()
        paragraph += part == "body"
        block = Block(number, (number + 1,), "paragraph", text, text, part)  # type: ignore[arg-type]
        found.append(replace(block, paragraph=paragraph) if part == "body" else block)
    return tuple(found)


def imprint_of(
    rows: Iterable[dict[str, str]],
    authority: Authority | None = None,
    accession: Accession | None = None,
    **raw: Any,
) -> Imprint:
    release = RawRelease("seeds/test/case.txt", "test/case", "0" * 64, "", **raw)
    return read_imprint(release, Anatomy(blocks_of(rows)), authority or Authority(), accession)


def bodies(rows: Iterable[dict[str, Any]]) -> Authority:
    records = (
        BodyRecord(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}) for row in rows
    )
    return Authority(bodies={record.id: record for record in records})


def shown(imprint: Imprint) -> dict[str, Any]:
    issuer = imprint.issuer
    return {
        "title": imprint.title.value if imprint.title else None,
        "title_status": imprint.title.status if imprint.title else None,
        "title_rule": imprint.title.rule if imprint.title else None,
        "issued": imprint.issued.value.edtf if imprint.issued else None,
        "issued_status": imprint.issued.status if imprint.issued else None,
        "issued_rule": imprint.issued.rule if imprint.issued else None,
        "place": imprint.place.value if imprint.place else None,
        "kind": imprint.kind.value,
        "kind_status": imprint.kind.status,
        "issuer": [issuer.value.name, issuer.value.country] if issuer else None,
        "issuer_status": issuer.status if issuer else None,
        "language": imprint.language,
        "number": imprint.number.value if imprint.number else None,
    }


@pytest.mark.parametrize("case", list(load_cases("imprint")))
def test_cases(case: Any) -> None:
    found = shown(imprint_of(case["blocks"], bodies(case.get("bodies", ()))))
    assert {key: found[key] for key in case["expected"]} == case["expected"]


_PAGE = [
    {"kind": "PRESS RELEASE"},
    {"title": "Read"},
    {"body": "They met."},
    {"sign-off": "Quito, 5 May 2024"},
]
_LAW = BodyRecord("law", "Ministry of Law", "Peru")


def test_front_matter_wins() -> None:
    given_keys = (
        Given("title", "Written", 2),
        Given("issued", "2024-05-06", 3),
        Given("kind", "announcement", 4),
        Given("place", "Lima", 5),
        Given("issuer", "law", 6),
        Given("language", "es", 7),
    )
    corrections = (Correction("test/case", "title", "Corrected", line=9),)
    authority = Authority(bodies={"law": _LAW}, corrections=corrections)
    imprint = imprint_of(_PAGE, authority, given=given_keys)
    found = shown(imprint)
    assert (found["title"], found["issued"], found["kind"]) == ("Written", "2024-05-06", "announcement")
    assert (found["place"], found["issuer"], found["language"]) == ("Lima", ["Ministry of Law", "Peru"], "es")
    assert imprint.issued is not None
    assert (imprint.issued.status, imprint.issued.citation) == ("editor", "seeds/test/case.txt:3")


def test_correction_wins_over_the_page() -> None:
    corrections = (
        Correction("test/case", "issued", "7 May 2024", line=9),
        Correction("other", "title", "X", line=1),
    )
    imprint = imprint_of(_PAGE, Authority(corrections=corrections))
    assert imprint.issued is not None
    assert imprint.issued.value.edtf == "2024-05-07"
    assert imprint.issued.citation == "docs/authority/corrections.yml:9"
    assert imprint.title is not None
    assert imprint.title.value == "Read"


def test_accession_names_the_body_and_a_secondary_source() -> None:
    accession = Accession(
        "test/case.txt", "x.txt", "0" * 64, "law", "by post", None, "", secondary=True, line=4
    )
    imprint = imprint_of(_PAGE, Authority(bodies={"law": _LAW}), accession)
    assert imprint.issuer is not None
    assert (imprint.issuer.value.body, imprint.issuer.status) == ("law", "editor")
    assert (imprint.kind.value, imprint.kind.citation) == ("news", "docs/authority/accessions.yml:4")


@pytest.mark.parametrize(
    "key, value", [("issued", "some day"), ("kind", 7), ("title", ["a"]), ("language", "Engl ish")]
)
def test_a_value_that_cannot_be_used_is_a_problem(key: str, value: object) -> None:
    imprint = imprint_of(_PAGE, given=(Given(key, value, 3),))
    assert [(p.code, p.line) for p in imprint.problems] == [("editor-value", 3)]
    assert shown(imprint) == shown(imprint_of(_PAGE))


_TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            "“ ” MINISTRY OF FOREIGN AFFAIRS From: Kingdom Cambodia Quito, 5 May 2024 On Posted in Readout "
            "Photo of JOINT STATEMENT No. 12/3 Australia's Minister said: met 会談 ជំនួប . , – (".split()
        ),
        max_size=12,
    ).map(" ".join),
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(_PARTS), _TEXTS), max_size=9))
def test_always(rows: list[tuple[str, str]]) -> None:
    """Total; every evidence is a place in a block; an inferred title adds no word."""
    blocks = blocks_of({part: text} for part, text in rows)
    release = RawRelease("seeds/test/case.txt", "test/case", "0" * 64, "")
    imprint = read_imprint(release, Anatomy(blocks), Authority(), None)
    readings: tuple[Reading[Any] | None, ...] = (
        imprint.kind,
        imprint.title,
        imprint.issued,
        imprint.place,
        imprint.issuer,
        imprint.number,
    )
    for reading in filter(None, readings):
        for evidence in reading.evidence:
            assert blocks[evidence.block].text[evidence.start : evidence.end] == evidence.quote
    if imprint.title and imprint.title.status == "inferred":
        words = " ".join(" ".join(e.quote.split()) for e in imprint.title.evidence).casefold()
        assert imprint.title.value.removesuffix("…").casefold() in words
