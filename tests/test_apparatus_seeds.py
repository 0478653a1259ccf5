"""Apparatus on the five seeds: expectations checked by hand against the texts."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from gazette import apparatus
from gazette.assemble import assemble
from support import ROOT

MEETING = "2023-12-17-foreign-ministers-meeting"
MINISTRY = "mfaic/2023-12-18-foreign-ministers-tokyo"
ARTICLE = "newspaper/2023-12-inter-ministerial-meeting"
SUMMIT = "mofa-japan/2022-03-20-summit-meeting"
CALL = "mfaic/2021-11-18-telephone-conversation"
CONSULTATION = "mfaic/2020-03-18-senior-official-consultation"


@cache
def record() -> Any:
    """The project's own record, read once."""
    return assemble(ROOT)


def said(release: str, paragraph: int) -> list[tuple[str, str]]:
    """Speaker and class of each attribution of a paragraph."""
    (found,) = (r for r in record().releases if r.id == release)
    return [
        ("+".join(a.speaker.value.people) or a.speaker.value.words, a.manner)
        for a in apparatus.attributions(record())[release]
        if found.blocks[a.evidence.block].paragraph == paragraph
    ]


def test_two_accounts_of_one_meeting() -> None:
    found = apparatus.comparisons(record())[MEETING]
    assert [(s.release, s.is_secondary) for s in found.sides] == [(MINISTRY, False), (ARTICLE, True)]
    article, ministry = ([s.words for s in found.only(id)] for id in (ARTICLE, MINISTRY))
    assert "rule of law" in article and "rule of law" not in ministry
    assert "best level" in ministry and "best level" not in article
    assert {"Yang Peou", "Royal Academy of Cambodia", "UNTAC"} <= set(article)
    assert "telephone conversation" in ministry
    every = " ".join([*article, *ministry]).lower()
    assert "peace" not in every.replace("comprehensive peace", "").replace("paris peace agreement", "")
    assert (
        "pko" not in every and "strategic partnership" not in every and "development of cambodia" not in every
    )
    (order,) = (row for row in found.rows if row.topic == "indo-pacific-order")
    assert order.only == ARTICLE


@pytest.mark.parametrize(
    ("release", "paragraph", "expected"),
    [
        (SUMMIT, 3, [("kishida-fumio", "stated"), ("hun-sen", "thanked"), ("hun-sen", "stated")]),
        (SUMMIT, 12, [("kishida-fumio+hun-sen", "discussed"), ("kishida-fumio+hun-sen", "agreed"),
                      ("kishida-fumio", "asked"), ("hun-sen", "stated"), ("hun-sen", "supported")]),
        (CALL, 2, [("prak-sokhonn", "thanked")]),
        (CONSULTATION, 4, [("both sides", "agreed"), ("They", "agreed")]),
        (CONSULTATION, 6, [("the Cambodian side", "noted"), ("the Cambodian side", "thanked"),
                           ("The Japanese side", "promised")]),
        (MINISTRY, 2, [("kamikawa-yoko", "thanked"), ("sok-chenda-sophea", "congratulated")]),
        (ARTICLE, 9, [("Yang Peou", "stated")]),
        (ARTICLE, 11, [("Yang Peou", "stated")]),
        (ARTICLE, 7, [("sok-chenda-sophea", "thanked")]),
    ],
)  # fmt: skip
def test_who_said_what(release: str, paragraph: int, expected: list[tuple[str, str]]) -> None:
    assert said(release, paragraph) == expected


def test_history_of_the_partnership() -> None:
    history = apparatus.trace_wording(record(), "comprehensive-strategic-partnership")
    assert history.first and history.first.release == MINISTRY
    assert history.first.words == "Comprehensive Strategic Partnership"
    steps = [[(s.operation, " ".join(s.words)) for s in c.steps] for c in history.changes]
    assert steps == [[("added", "Comprehensive"), ("kept", "Strategic Partnership")]]
    (best,) = apparatus.trace_wording(record(), "best-level-ever").changes
    assert (best.before.release, best.after.release) == (SUMMIT, MINISTRY)


def test_open_questions() -> None:
    found = {q.kind: q for q in apparatus.open_questions(record())}
    assert {t.value for t in found["datings"].testimonies} == {"2020", "2021-11-25/2021-11-26"}
    series = [t.evidence.quote for t in found["same-series"].testimonies]
    assert any("3rd Senior Official-Level" in quote for quote in series)
    assert any("first Senior Officials' Talks" in quote for quote in series)


def test_wanted() -> None:
    found = {(w.kind, w.type, w.when.edtf if w.when else None): w for w in apparatus.wanted(record())}
    call = found["event", "telephone-call", "2023-10-30"]
    assert [t.release for t in call.mentions] == [MINISTRY]
    statement = found["paper", "joint-statement", "2022-03-20"]
    assert [t.evidence.quote for t in statement.mentions] == [
        "After the meeting, the two leaders issued a joint statement.",
        "Joint Statement(PDF)Open a New Window",
    ]
    assert ("paper", "exchange-of-notes", "2022-03-20") in found
    assert not [w for w in found.values() if "13th ASEM" in w.title], "planned in every release"
    assert not [w for w in found.values() if w.type == "press-release"], "the release of 18 December is held"


def test_encounters_and_incumbents() -> None:
    met = [
        (e.when.edtf if e.when else None, e.type, e.met)
        for e in apparatus.encounters(record(), "prak-sokhonn")
    ]
    assert ("2020-03-16", "courtesy-call", ("ishikawa-hiroshi",)) in met
    assert ("2021-11-18", "telephone-call", ("hayashi-yoshimasa",)) in met
    held = apparatus.incumbents(record(), "foreign-minister-of-cambodia")
    assert [(i.official, i.since.edtf, i.until.edtf) for i in held] == [
        ("prak-sokhonn", "2020-03-16", "2021-11-18"),
        ("sok-chenda-sophea", "2023-12-17", "2023-12-17"),
    ]


def test_earlier_and_later() -> None:
    found = apparatus.neighbours(record(), MINISTRY)
    assert [(a.event, a.release) for a in found.accounts if a.role == "principal"] == [(MEETING, ARTICLE)]
    threads = {t.kind: t for t in found.threads}
    assert threads["issuer"].earlier and threads["issuer"].earlier.release == CALL
    assert threads["countries"].members == ("Cambodia", "Japan")
    assert (
        threads["participants"].earlier
        and threads["participants"].earlier.event == "2023-10-30-telephone-conversation"
    )
