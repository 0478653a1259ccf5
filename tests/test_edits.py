"""Random edits of a record: the same chance makes the same edit, and each leaves a record that is read."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from gazette.authority import load_authority
from gazette.model import RawRelease
from gazette.normalise import normalise
from gazette.seeds import load_raw, load_seeds
from synthetic import edits
from synthetic.record import write_record


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of forty releases."""
    folder = tmp_path_factory.mktemp("pristine") / "record"
    write_record(40, folder, seed=6)
    return folder


@pytest.fixture
def record(pristine: Path, tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    shutil.copytree(pristine, tmp_path / "record")
    return tmp_path / "record"


def contents(root: Path) -> dict[str, bytes]:
    """Every file of a record that an edit may touch."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("seeds", "docs")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }


def test_edits_are_the_same_for_the_same_chance(pristine: Path, tmp_path: Path) -> None:
    told = []
    for turn in ("one", "two"):
        shutil.copytree(pristine, tmp_path / turn)
        rng = random.Random(3)
        told.append([edits.edit(tmp_path / turn, rng) for _ in range(25)])
    assert told[0] == told[1]
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_every_edit_changes_something_and_leaves_a_record(record: Path) -> None:
    rng = random.Random(4)
    seen = set()
    before = contents(record)
    for _ in range(90):
        said = edits.edit(record, rng)
        seen.add(said.partition(":")[0])
        after = contents(record)
        assert after != before, said
        before = after
    assert seen == {kind.__name__.replace("_", " ") for kind in edits.EDITS}
    known = load_authority(record / "docs" / "authority")
    assert [problem for problem in known.problems if problem.severity == "error"] == []
    raws = load_seeds(record)
    assert len(raws) >= 3
    faults = [p for raw in raws for p in raw.problems if p.severity == "error" and p.code != "seed-empty"]
    assert faults == []


def changed(record: Path, kind: object, seed: int) -> tuple[list[RawRelease], str]:
    """The raw releases that an edit changed, as they are afterwards."""
    before = contents(record)
    said = kind(record, random.Random(seed))  # type: ignore[operator]
    after = contents(record)
    paths = [path for path in after if before.get(path) != after[path]]
    return [load_raw(record / path, record) for path in paths], said


def test_a_new_title_and_day_are_read(record: Path) -> None:
    known = load_authority(record / "docs" / "authority")
    (raw,), said = changed(record, edits.retitle_release, 1)
    title = normalise(raw, known).imprint.title
    assert title is not None
    assert title.value in said
    (raw,), said = changed(record, edits.redate_by_editor, 2)
    issued = normalise(raw, known).imprint.issued
    assert issued is not None
    assert str(issued.value.start) in said


def test_another_year_in_the_text_is_read(record: Path) -> None:
    known = load_authority(record / "docs" / "authority")
    read = []
    for seed in range(8):
        raws, said = changed(record, edits.redate_release, seed)
        for raw in raws:
            issued = normalise(raw, known).imprint.issued
            read.append(bool(issued and str(issued.value.start).startswith(said[-4:])))
    assert len(read) >= 5
    assert sum(read) >= len(read) - 1


def test_a_deletion_stops_before_the_record_is_empty(record: Path) -> None:
    rng = random.Random(5)
    while edits.delete_release(record, rng):
        pass
    assert len(edits.texts(record)) == 2
    assert edits.edit(record, rng)
