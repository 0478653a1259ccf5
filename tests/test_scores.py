"""Sets of documents with gold facts as a ratchet: scores are kept in tests/scores.json and may not fall.

The development set and the scorer lie outside the project; without them these tests are skipped.
The composed releases are the project's own (tests/composed).
`pytest --update-scores` raises the kept minimums, and never lowers one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from gazette.cli.places import load_known, read_release
from gazette.cli.show import records_of
from gazette.exports import release_record, render_json
from gazette.model import Authority
from support import ROOT, SEEDS, TESTS, shared_folder

KEPT = TESTS / "scores.json"
COUNTED = "invented values (count)"
SETS = ("seeds", "devset", "devset with empty authority", "composed", "composed with empty authority")
SLACK = 1e-9
PARTIAL = (" precision", " recall", "documents", "first four recalled")
"""Metrics that are not kept: one may fall for the other, as long as the F1 of both does not."""


def raw_files(name: str, shared: Path) -> tuple[list[Path], Path]:
    """Raw files of a set, and the gold facts of it."""
    if name == "seeds":
        return sorted((shared / "seeds").glob("*.txt")), shared / "devset" / "seeds-gold.json"
    if name.startswith("composed"):
        return sorted((TESTS / "composed" / "raw").glob("*.txt")), TESTS / "composed" / "gold.json"
    return sorted((shared / "devset" / "raw").glob("*.txt")), shared / "devset" / "gold.json"


@cache
def scores(name: str, shared: Path) -> dict[str, float]:
    """Metric → value of a set, as the scorer of the development set gives them."""
    files, gold = raw_files(name, shared)
    if name.endswith("empty authority"):
        records = [release_record(read_release(file, ROOT, Authority())) for file in files]
    else:
        records = records_of(files, ROOT)
    command = [
        sys.executable,
        str(shared / "devset" / "score.py"),
        str(gold),
        "/dev/stdin",
        "--by",
        "none",
        "--json",
    ]
    done = subprocess.run(command, input=render_json(records), capture_output=True, text=True, check=True)
    metrics: dict[str, float] = json.loads(done.stdout)["metrics"]["all"]
    return {k: round(v, 4) for k, v in metrics.items() if v is not None and not k.endswith(PARTIAL)}


@pytest.mark.parametrize("name", SETS)
def test_scores_do_not_fall(name: str, request: pytest.FixtureRequest) -> None:
    measured = scores(name, shared_folder())
    kept: dict[str, dict[str, float]] = json.loads(KEPT.read_text("utf-8")) if KEPT.is_file() else {}
    before = kept.get(name, {})
    if request.config.getoption("--update-scores"):
        best = {
            k: min(v, before.get(k, v)) if k == COUNTED else max(v, before.get(k, v))
            for k, v in measured.items()
        }
        KEPT.write_text(json.dumps({**kept, name: best}, indent=1, ensure_ascii=False) + "\n", "utf-8")
        before = best
    assert before, f"no kept scores of {name}; keep them with: pytest --update-scores"
    fallen = {
        metric: f"{value} → {measured.get(metric)}"
        for metric, value in before.items()
        if (measured.get(metric, 0) - value) * (-1 if metric == COUNTED else 1) < -SLACK
    }
    assert fallen == {}


@pytest.mark.parametrize("name", SETS)
def test_nothing_is_invented(name: str) -> None:
    assert scores(name, shared_folder())[COUNTED] == 0


def test_the_shared_seeds_are_those_of_the_record() -> None:
    received = {p.read_bytes() for p in (shared_folder() / "seeds").glob("*.txt")}
    assert {p.read_bytes() for p in SEEDS} >= received
    assert load_known(ROOT).accessions
