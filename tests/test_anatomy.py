"""Parts of a release: case files, what authority adds, and the development set where it is at hand."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from gazette.anatomy import read_anatomy
from gazette.anatomy.dated import is_date_line
from gazette.model import Anatomy, Authority, BodyRecord
from support import SEEDS, load_cases, read_text, shared_folder

NOBODY = Authority()


def fits(expected: str, got: str) -> bool:
    """Whether words are as expected, each … standing for any."""
    first, *rest = expected.split("…")
    if not got.startswith(first.rstrip() if rest else first) or (not rest and got != expected):
        return False
    at = 0
    for part in (first, *rest):
        found = got.find(part.strip(), at)
        if found < 0:
            return False
        at = found + len(part.strip())
    return not rest or not rest[-1].strip() or got.endswith(rest[-1].strip())


@pytest.mark.parametrize("case", list(load_cases("anatomy")))
def test_case(case: Any) -> None:
    anatomy = read_anatomy(read_text(case["text"]), NOBODY)
    got = [f"{block.part} | {block.text}" for block in anatomy.blocks]
    assert len(got) == len(case["parts"]) and all(map(fits, case["parts"], got)), got
    if "repairs" in case:
        assert [repair.kind for repair in anatomy.repairs] == case["repairs"]
    assert [problem.code for problem in anatomy.problems] == case.get("problems", [])


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Phnom Penh, 18 March 2020", True),
        ("PHNOM PENH, 16 MARCH 2020", True),
        ("Vientiane, Lao PDR, 8 July 2019", True),
        ("SEPTEMBER 25, 2024", True),
        ("On 18 November 2021", True),
        ("12-13 SEPTEMBER 2021", True),
        ("Monday, 5 May 2031", True),
        ("Paris, le 4 juillet 2031", True),
        ("Jakarta, 17 Agustus 2031", True),
        ("2031-05-04", True),
        ("令和6年7月8日", True),
        ("Published 7 November 2031", True),
        ("Visit, 5 May 2031", False),
        ("Meeting of 5 May 2031", False),
        ("Statement on Thule, 1 February 2031", False),
        ("On 5 May they met.", False),
        ("Strelsau Declaration 2031", False),
        ("Article 5", False),
        ("", False),
    ],
)
def test_is_date_line(line: str, is_one: bool) -> None:
    assert is_date_line(line) is is_one


def test_authority_adds_names_and_house_style() -> None:
    body = BodyRecord(
        "mft", "Chamber of the Sea", variants=("Sea Chamber",), house_style=("Thule by the Sea",)
    )
    text = (
        "Sea Chamber\n\nThule by the Sea\n\nVisit of Minister Roe\n\nMinister Roe came on Monday at noon.\n"
    )
    known = read_anatomy(read_text(text), Authority(bodies={"mft": body}))
    assert [block.part for block in known.blocks] == ["letterhead", "navigation", "title", "body"]
    unknown = read_anatomy(read_text(text), NOBODY)
    assert [block.part for block in unknown.blocks] == ["navigation", "navigation", "title", "body"]


def test_house_style_counts_for_its_own_body_or_when_unmistakable() -> None:
    body = BodyRecord(
        "mft", "Chamber of the Sea", house_style=("Sea View", "Follow the Chamber of the Sea*", "Sails *")
    )
    text = "{}\n\nMinister Roe came on Monday at noon.\n\nSea View\n\nMinister Roe left.\n\nSails up\n"
    known = Authority(bodies={"mft": body})
    own = read_anatomy(read_text(text.format("Chamber of the Sea")), known)
    assert [b.rule for b in own.blocks if b.part == "navigation"] == ["house-style", "house-style"]
    other = read_anatomy(read_text(text.format("Ministry of Peace")), known)
    assert not [b for b in other.blocks if b.rule == "house-style"]
    long = read_anatomy(read_text("They met on Monday.\n\nFollow the Chamber of the Sea on X\n"), known)
    assert long.blocks[-1].rule == "house-style"


def test_a_joined_paragraph_keeps_its_lines_and_its_break() -> None:
    text = (
        "The two Ministers spoke of the sea in the morning. They noted with\n\n2\n\nsatisfaction the trade.\n"
    )
    anatomy = read_anatomy(read_text(text), NOBODY)
    joined, page = anatomy.blocks
    assert (joined.lines, joined.rule, page.lines, page.part) == ((1, 5), "torn", (3,), "page")
    (repair,) = anatomy.repairs
    assert (repair.kind, repair.line, joined.text[repair.start - 4 : repair.end + 3]) == (
        "page-break",
        1,
        "with sat",
    )


def test_an_empty_text_has_no_blocks() -> None:
    assert read_anatomy(read_text(""), NOBODY) == Anatomy(())


# --- the scorer's two measures of the body


def rates(gold_file: Path, folder: Path, scorer: Any) -> dict[str, tuple[int, int]]:
    gold = json.loads(gold_file.read_text("utf-8"))["documents"]
    counts = {"drop": [0, 0], "blocks": [0, 0]}
    for facts in gold:
        path = folder / Path(facts["file"]).name
        anatomy = read_anatomy(read_text(path.read_text("utf-8"), path.name), NOBODY)
        body = [block.text for block in anatomy.body()]
        counted, _ = scorer.score_doc(facts, {"body": body})
        for key, count in counts.items():
            count[0] += counted[key][0]
            count[1] += counted[key][1]
    return {key: (right, of) for key, (right, of) in counts.items()}


@pytest.fixture(scope="module")
def scorer() -> Any:
    path = shared_folder() / "devset" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_seeds_lose_and_keep_what_they_should(scorer: Any) -> None:
    if not (shared_folder() / "seeds").is_dir():
        pytest.skip("the seeds under their received names are not at hand")
    got = rates(shared_folder() / "devset" / "seeds-gold.json", shared_folder() / "seeds", scorer)
    assert all(right == of > 0 for right, of in got.values()), got


def test_the_development_set_loses_and_keeps_what_it_should(scorer: Any) -> None:
    got = rates(shared_folder() / "devset" / "gold.json", shared_folder() / "devset" / "raw", scorer)
    assert got["drop"][0] >= 0.97 * got["drop"][1] and got["blocks"][0] >= 0.85 * got["blocks"][1], got


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_seed_begins_and_ends_as_it_should(path: Path) -> None:
    anatomy = read_anatomy(read_text(path.read_text("utf-8"), path.name), NOBODY)
    parts = [block.part for block in anatomy.blocks]
    if path.parent.name == "mfaic":
        assert parts[0] == "letterhead" and parts[-1] == "sign-off" and parts.count("title") == 1
        assert any(block.rule == "torn" for block in anatomy.blocks)
    elif path.parent.name == "newspaper":
        assert set(parts) == {"body"}
    else:
        assert "title" not in parts and parts.count("caption") == 3 and parts.count("heading") == 10
