"""Events: what happened, when, where, who took part, on releases made by hand.

A case gives the parts of a release as they stand after anatomy and imprint, so that it fails for reasons
of this module only; the last tests run the real pipeline on the seeds and on the development set.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from effort import must_end
from gazette.events import read_events
from gazette.model import (
    Account,
    Anatomy,
    Appearance,
    Authority,
    Block,
    EventRecord,
    Evidence,
    Imprint,
    Issuer,
    Mention,
    Part,
    People,
    RawRelease,
    Reading,
    Telling,
    When,
)
from gazette.sameness import group_tellings
from support import SEEDS, load_cases, normalise_text, shared_folder


def make_blocks(case: dict[str, Any]) -> list[Block]:
    """Title, dateline, paragraphs, sign-off, as blocks."""
    parts: list[tuple[Part, str]] = []
    if case.get("title"):
        parts.append(("title", case["title"]))
    if case.get("dateline"):
        parts.append(("dateline", case["dateline"]))
    body = case["text"] if isinstance(case["text"], list) else case["text"].strip().split("\n\n")
    parts += [("body", " ".join(paragraph.split())) for paragraph in body]
    if case.get("sign-off"):
        parts.append(("sign-off", case["sign-off"]))
    return [
        Block(n, (n + 1,), "paragraph", text, text, part, paragraph=n + 1 if part == "body" else None)
        for n, (part, text) in enumerate(parts)
    ]


def find_evidence(blocks: list[Block], quote: str, parts: tuple[str, ...] = ()) -> Evidence | None:
    """The first place of a quote in the blocks."""
    for block in blocks:
        start = block.text.find(quote)
        if start >= 0 and (not parts or block.part in parts):
            return Evidence(block.number, start, start + len(quote), quote)
    return None


def make_people(blocks: list[Block], names: dict[str, list[str]]) -> People:
    """Officials by id, found wherever one of their forms stands."""
    officials = []
    for id, forms in names.items():
        mentions = []
        for form in forms:
            for block in blocks:
                start = block.text.find(form)
                while start >= 0:
                    mentions.append(Mention(Evidence(block.number, start, start + len(form), form), form))
                    start = block.text.find(form, start + 1)
        officials.append(Appearance(id, forms[0], None, "provisional", tuple(mentions), ()))
    return People(tuple(officials))


def read_case(case: dict[str, Any]) -> tuple[list[Account], list[str]]:
    """The accounts of a case and the codes of its problems."""
    blocks = make_blocks(case)
    title = find_evidence(blocks, case["title"], ("title",)) if case.get("title") else None
    issued = None
    if case.get("issued"):
        words = case.get("issued-words", "")
        place = find_evidence(blocks, words, ("dateline", "sign-off")) if words else None
        value = When(str(case["issued"]), str(case["issued"]))
        issued = Reading(value, "stated", "case", (place,) if place else (), "" if place else "case:1")
    imprint = Imprint(
        kind=Reading(case.get("kind", "press-release"), "stated", "case", (), "case:1"),
        title=Reading(case["title"], "stated", "case", (title,)) if title else None,
        issued=issued,
        place=None,
        issuer=Reading(Issuer(case.get("issuer"), None), "stated", "case", (), "case:1"),
    )
    records = {
        r["id"]: EventRecord(
            r["id"], r["title"], when=r.get("when"), series=r.get("series"), ordinal=r.get("ordinal"),
            variants=tuple(r.get("variants", ())), type=r.get("type"),
            participants=tuple(r.get("participants", ())),
        )
        for r in case.get("records", ())
    }  # fmt: skip
    raw = RawRelease("seeds/test/case.txt", "test/case", "0" * 64, "")
    accounts, problems = read_events(
        raw,
        Anatomy(tuple(blocks)),
        imprint,
        make_people(blocks, case.get("people", {})),
        Authority(events=records),
    )
    for account in accounts:
        check_evidence(blocks, account)
    return list(accounts), [p.code for p in problems]


def check_evidence(blocks: list[Block], account: Account) -> None:
    """Every quote stands where it is said to stand."""
    places = [account.evidence]
    for reading in (account.when, account.place):
        places += reading.evidence if reading else ()
    for place in places:
        assert blocks[place.block].text[place.start : place.end] == place.quote


def describe(account: Account) -> dict[str, Any]:
    """An account as cases write it."""
    return {
        "type": account.type,
        "role": account.role,
        "title": account.title,
        "when": account.when.value.edtf if account.when else None,
        "status": account.when.status if account.when else None,
        "place": account.place.value if account.place else None,
        "people": list(account.participants),
        "planned": account.planned,
        "series": account.series,
        "ordinal": account.ordinal,
        "event": account.event,
    }


def is_told(expected: dict[str, Any], accounts: list[dict[str, Any]]) -> bool:
    """Whether one of the accounts has all that is expected of it."""
    return any(all(account[key] == value for key, value in expected.items()) for account in accounts)


@pytest.mark.parametrize("case", [*load_cases("events")])
def test_case(case: dict[str, Any]) -> None:
    accounts, codes = read_case(case)
    told = [describe(a) for a in accounts]
    for expected in case.get("expected", ()):
        assert is_told(expected, told), (expected, told)
    for near_miss in case.get("never", ()):
        assert not is_told(near_miss, told), (near_miss, told)
    if "first" in case:
        assert told, "no event was read"
        assert {key: told[0][key] for key in case["first"]} == case["first"]
    if "dates" in case:
        assert sorted({a["when"] for a in told if a["when"]}) == sorted(case["dates"])
    assert codes == case.get("problems", [])


# --- any text ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["", " ", "a" * 50_000, "on 3 May 2020 met " * 500, "The Summit of " * 3000, "." * 50_000, "H.E. " * 5000,
     "in 2020 " * 3000, "at the Office of the " * 2000, "year 2020 mark " * 1000, "((" * 20_000],
    ids=lambda text: text[:12] or "empty",
)  # fmt: skip
def test_any_text_is_read(text: str) -> None:
    with must_end():
        read_case({"text": [text], "issued": "2020-01-02"})


# --- the real pipeline ---------------------------------------------------------------------------


def records_of(paths: list[Path]) -> list[dict[str, Any]]:
    """What the scorer needs of each file."""
    records = []
    for path in paths:
        release = normalise_text(path.read_text(encoding="utf-8"), path=f"seeds/test/{path.name}")
        events = [
            {
                "type": a.type,
                "role": a.role,
                "start": a.when.value.start if a.when else None,
                "end": a.when.value.end if a.when and a.when.value.end != a.when.value.start else None,
                "date_status": a.when.status if a.when else None,
            }
            for a in release.events
        ]
        place = next((a.place.value for a in release.events if a.role == "principal" and a.place), None)
        records.append({"source_file": path.name, "events": events, "place": place})
    return records


def rates(folder: Path, gold_name: str, records: list[dict[str, Any]]) -> dict[str, float]:
    """Figures of the scorer for what was read, by the scorer's own labels."""
    spec = importlib.util.spec_from_file_location("score", folder / "devset" / "score.py")
    assert spec and spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    loaded = json.loads((folder / "devset" / gold_name).read_text(encoding="utf-8"))
    documents = loaded["documents"] if isinstance(loaded, dict) else loaded
    by_name = {record["source_file"]: record for record in records}
    counts = [score.score_doc(gold, by_name[Path(gold["file"]).name])[0] for gold in documents]
    return {label: value for label, value, _ in score.table(counts)}


def test_development_set() -> None:
    folder = shared_folder()
    found = rates(folder, "gold.json", records_of(sorted((folder / "devset" / "raw").glob("*.txt"))))
    assert found["principal event date"] >= 0.92
    assert found["all event dates F1"] >= 0.85
    assert found["place"] >= 0.85


def test_seeds_tell_of_one_meeting_twice_and_of_one_summit_with_two_datings() -> None:
    tellings = []
    for path in SEEDS:
        release = normalise_text(path.read_text(encoding="utf-8"), Authority(), path=f"seeds/x/{path.name}")
        tellings += [Telling(path.stem, account) for account in release.events]
    groups = group_tellings(tellings, Authority())
    told = [{(t.release, t.account.when.value.edtf) for t in g if t.account.when} for g in groups]
    assert {
        ("2020-03-18-senior-official-consultation", "2020"),
        ("2021-11-18-telephone-conversation", "2021-11-25/2021-11-26"),
    } in told
    mains = [t.account.when.value.edtf for t in tellings if t.account.role == "principal" and t.account.when]
    assert {"2020-03-16", "2021-11-18", "2022-03-20", "2023-12-17"} <= set(mains)
