"""The same record gives the same bytes: wherever, whenever and by whomever it is built."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support import ROOT, copy_record

EXEMPT = frozenset({".mark", ".lock"})
"""Of the folder itself, not of the site: what was built there last, and who builds there now."""

Surroundings = tuple[str, dict[str, str], int, int]
"""Name of the folder, environment, rights that are masked, workers."""

FIRST: Surroundings = ("a", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0", "LANGUAGE": "en"}, 0o022, 1)
OTHERS: dict[str, Surroundings] = {
    "place": ("another place, ឯកសារ", FIRST[1], 0o022, 1),
    "time": ("b", {**FIRST[1], "TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1"}, 0o022, 1),
    "language": ("c", {**FIRST[1], "LC_ALL": "C.UTF-8", "LANGUAGE": "km:ja", "LANG": "tr_TR"}, 0o022, 1),
    "hashes": ("d", {**FIRST[1], "PYTHONHASHSEED": "4242"}, 0o022, 1),
    "rights": ("e", FIRST[1], 0o077, 1),
    "workers": ("f", FIRST[1], 0o022, 3),
    "user": ("g", {**FIRST[1], "HOME": "/nonexistent", "USER": "somebody", "COLUMNS": "40"}, 0o022, 1),
}


def prepare(folder: Path, seed: int) -> Path:
    """A copy of the record; its files made in an order, and with times, that come from `seed`."""
    chance = random.Random(seed)
    source = copy_record(folder / "source")
    paths = [path for path in sorted(source.rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    chance.shuffle(paths)
    record = folder / "record"
    for path in paths:
        target = record / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
        moment = chance.randrange(10**8, 10**9)
        os.utime(target, (moment, moment))
    return record


def run(record: Path, surroundings: Surroundings, *command: str) -> None:
    """Run a module on the record in other surroundings."""
    _, environment, masked, _ = surroundings
    kept = {key: os.environ[key] for key in ("PATH", "VIRTUAL_ENV", "TMPDIR") if key in os.environ}
    given = {**kept, "PYTHONPATH": str(record / "hooks"), "NO_MKDOCS_2_WARNING": "1", **environment}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=record,
        env=given,
        capture_output=True,
        text=True,
        timeout=300,
        umask=masked,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def site(record: Path, surroundings: Surroundings) -> dict[str, str]:
    """The site as MkDocs builds it."""
    settings = record / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("extra:\n", f"extra:\n  workers: {surroundings[3]}\n")
    )
    run(record, surroundings, "mkdocs", "build", "--strict")
    return digests(record / "site")


def files(record: Path, surroundings: Surroundings) -> dict[str, str]:
    """What `gazette write` gives."""
    run(record, surroundings, "gazette", "write", "../written")
    return digests(record.parent / "written")


def bundle(record: Path, surroundings: Surroundings) -> dict[str, str]:
    """The bundle, with what it was made with."""
    (record / "requirements").mkdir()
    (record / "requirements" / "site.txt").write_bytes((ROOT / "requirements" / "site.txt").read_bytes())
    run(record, surroundings, "gazette", "bundle", "../bundled")
    return digests(record.parent / "bundled")


MADE: dict[str, Callable[[Path, Surroundings], dict[str, str]]] = {
    "site": site,
    "files": files,
    "bundle": bundle,
}


def digests(folder: Path) -> dict[str, str]:
    """Path and digest of every file."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in EXEMPT
    }


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """All that is made, in the surroundings with which the others are compared."""
    made = {}
    for name, make in MADE.items():
        folder = tmp_path_factory.mktemp(name) / FIRST[0]
        made[name] = make(prepare(folder, 1), FIRST)
    return made


@pytest.mark.parametrize("other", OTHERS)
def test_the_site_is_the_same(first: dict[str, dict[str, str]], tmp_path: Path, other: str) -> None:
    assert len(first["site"]) > 200
    place = OTHERS[other][0]
    assert site(prepare(tmp_path / place, 2), OTHERS[other]) == first["site"]


@pytest.mark.parametrize("name", ["files", "bundle"])
def test_files_and_bundle_are_the_same_with_everything_else_different(
    first: dict[str, dict[str, str]], tmp_path: Path, name: str
) -> None:
    environment = {key: value for _, given, _, _ in OTHERS.values() for key, value in given.items()}
    everything = ("another place, ឯកសារ", {**environment, "PYTHONHASHSEED": "7"}, 0o077, 2)
    assert first[name]
    assert MADE[name](prepare(tmp_path / everything[0], 3), everything) == first[name]


def test_what_is_exempt_is_written_down() -> None:
    told = (ROOT / "docs" / "hosting.md").read_text("utf-8").partition("## The same bytes")[2]
    assert told and [name for name in EXEMPT if f"`{name}`" not in told] == []
