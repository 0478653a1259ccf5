"""The benchmarks measure what they say: costs of a command, medians, ratios, a page and a plot."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from support import TESTS
from synthetic import compose

sys.path.append(str(TESTS / "bench"))

import builds
import measure
import peers
import report


def test_a_command_is_measured_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory and processor time of a child count as well; the child waits until somebody has looked."""
    is_told = Path("/proc/self/smaps_rollup").exists()
    seen, look = tmp_path / "seen", measure.memory_of

    def look_and_tell(session: int) -> int:
        memory = look(session)
        if memory > 60_000_000:
            seen.touch()
        return memory

    monkeypatch.setattr(measure, "memory_of", look_and_tell)
    child = (
        "import os, time; x = bytearray(60_000_000); end = time.process_time() + 0.3\n"
        "while time.process_time() < end: pass\n"
        f"while {is_told} and not os.path.exists({str(seen)!r}): time.sleep(0.01)"
    )
    parent = (
        f"import subprocess, sys; print('said'); sys.exit(subprocess.call([sys.executable, '-c', {child!r}]))"
    )
    run = measure.run([sys.executable, "-c", parent], tmp_path, limit=60)
    assert run.status == 0
    assert run.said.strip() == "said"
    assert run.cpu >= 0.3
    assert run.wall >= 0.3
    if is_told:
        assert run.memory is not None
        assert 60_000_000 < run.memory < 200_000_000


def test_a_command_that_fails_or_hangs_is_told(tmp_path: Path) -> None:
    assert measure.run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path).status == 3
    hanging = measure.run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, limit=0.5)
    assert hanging.status < 0
    assert hanging.wall < 30


def test_all_that_a_command_said_is_kept(tmp_path: Path) -> None:
    said = measure.run([sys.executable, "-c", "print('first'); print('x' * 100_000)"], tmp_path).said
    assert said.startswith("first\n") and len(said) == 100_007


def test_size_leaves_out_what_is_hidden(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "page.html").write_text("12345")
    (tmp_path / ".kept").mkdir()
    (tmp_path / ".kept" / "cache").write_text("1" * 100)
    assert measure.size_of(tmp_path) == measure.Size(1, 5)
    builds.empty_but_hidden(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".kept"]


@pytest.mark.parametrize("peer", peers.PEERS, ids=lambda peer: peer.name)
def test_every_peer_is_given_the_same_releases(peer: peers.Peer, tmp_path: Path) -> None:
    peer.prepare(peers.Work(30, 4), tmp_path / "work")
    pages = list((tmp_path / "work").glob(peer.pages))
    wanted = [one for one in compose(30, 4) if one.text or peer.pages.startswith("seeds")]
    assert len(pages) == len(wanted)
    changed = peers.change_one(peer, tmp_path / "work", 7)
    assert "remark number 7" in (tmp_path / "work" / changed).read_text("utf-8")


def written(ours: float, hugo: float) -> dict[str, object]:
    """Results as a run writes them."""

    def result(wall: float) -> dict[str, object]:
        one = {"wall": wall, "cpu": wall, "memory": 200_000_000, "walls": [wall]}
        return {"figures": {"cold": one, "changed": one, "cached": one}, "files": 10, "bytes": 5_000_000}

    return {
        "count": 10_000,
        "seed": 1,
        "rounds": 3,
        "day": "2026-11-26",
        "machine": "a machine",
        "load": [0.1, 0.1, 0.1],
        "missing": {"eleventy": "node is not there"},
        "results": {
            "ours": result(ours),
            "ours-without-search": result(ours / 2),
            "hugo": result(hugo),
            "material": result(80),
        },
    }


def test_ratios_hold_or_are_missed() -> None:
    assert {holds for *_, holds in report.ratios(written(1.5, 9))} == {True}
    missed = [what for what, _, _, holds in report.ratios(written(20, 9)) if holds is False]
    assert missed[0].startswith("cold without search")
    bare = {**written(4, 9), "results": {}}
    assert {holds for *_, holds in report.ratios(bare)} == {None}


def test_medians_leave_out_failed_runs() -> None:
    def run(wall: float, status: int = 0) -> measure.Run:
        return measure.Run(wall, wall, 10, status, "")

    size = measure.Size(1, 1)
    gathered = builds.gather(
        [
            ({"cold": run(3)}, size),
            ({"cold": run(9, 1)}, size),
            ({"cold": run(4)}, size),
            ({"cold": run(8)}, size),
        ]
    )
    assert gathered.figures["cold"].wall == 4
    assert "warm" not in gathered.figures


def test_page_and_plot() -> None:
    text = report.render_page([written(4, 9)], [])
    assert "\n2026-11-26; a machine; load 0.1 at the end;" in text
    assert "| Hugo | 9.00 |" in text
    assert "Not measured: eleventy (node is not there)." in text
    plot = ET.fromstring(report.render_plot([written(4, 9)]))
    assert len(plot.findall(".//{http://www.w3.org/2000/svg}rect")) == 5


def test_a_run_has_a_day_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1621468800")
    assert builds.today() == "2021-05-20"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert builds.today() > "2026"


def test_the_table_names_what_was_not_measured() -> None:
    table = report.render_table(written(4, 9))
    assert "not measured: eleventy (node is not there)" in table
    assert "Hugo" in table
