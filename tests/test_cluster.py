"""The record read by a cluster is the record read in turn, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tools"))

import cluster  # noqa: E402
from gazette.cli.write import write_record  # noqa: E402


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_same_files_as_gazette_write(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: make formats")
    command = [sys.executable, "tools/cluster.py", str(tmp_path / "cluster"), "--workers", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=500)
    assert done.returncode == 0, done.stderr
    _, written = write_record(ROOT, tmp_path / "alone")
    assert " releases read by 2 workers, " in done.stdout
    assert files(tmp_path / "cluster") == files(tmp_path / "alone")
    assert written + 1 == len(files(tmp_path / "alone"))


@pytest.mark.parametrize(
    ("count", "size", "sizes"), [(0, 50, []), (3, 50, [3]), (50, 50, [50]), (51, 50, [50, 1]), (4, 2, [2, 2])]
)
def test_every_file_is_in_one_batch(count: int, size: int, sizes: list[int]) -> None:
    batches = cluster.in_batches(range(count), size)
    assert [len(batch) for batch in batches] == sizes
    assert [one for batch in batches for one in batch] == list(range(count))


def test_missing_dask_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(cluster.CannotMake, match=r"pip install distributed"):
        cluster.main([str(tmp_path / "out")])
