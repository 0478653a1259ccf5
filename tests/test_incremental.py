"""A build that only makes anew what has changed gives the same bytes as one from nothing.

Edits of every kind follow one another; after each, the site that has been kept up is compared with one built
from nothing. For a long run GAZETTE_EDITS sets how many, GAZETTE_RELEASES the size of the record, and
GAZETTE_COMPARED after how many edits the sites are compared (each time otherwise).
"""

from __future__ import annotations

import hashlib
import os
import pickle
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cabinet import pack
from kept import Kept, load_kept, save_kept
from support import ROOT, Build, build_site
from synthetic.edits import edit
from synthetic.record import write_record

EDITS = int(os.environ.get("GAZETTE_EDITS", "6"))
RELEASES = int(os.environ.get("GAZETTE_RELEASES", "24"))
COMPARED = int(os.environ.get("GAZETTE_COMPARED", "1"))
CACHE = ".cache"


def digests(folder: Path) -> dict[str, str]:
    """Every file of a site but its lock, with its digest."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def from_nothing(root: Path, tmp_path: Path) -> dict[str, str]:
    """The same record, built where nothing is kept of earlier builds."""
    place = tmp_path / "cold"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(root, place / "record", ignore=shutil.ignore_patterns(CACHE), symlinks=True)
    return built(build_site(place / "record", place / "site"))


def built(build: Build) -> dict[str, str]:
    """What a build gave, if it did not fail."""
    assert build.status == 0, build.said
    return digests(build.folder)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A synthetic record that edits may change."""
    root = tmp_path_factory.mktemp("synthetic") / "record"
    write_record(RELEASES, root, seed=3)
    return root


def test_after_any_edits_the_site_is_that_of_a_build_from_nothing(record: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    built(build_site(record, site))
    rng = random.Random(11)
    done = []
    for _ in range(EDITS):
        done.append(edit(record, rng))
        build = build_site(record, site)
        if len(done) % COMPARED:
            assert build.status == 0, f"{done[-1]}: {build.said}"
            continue
        kept_up = built(build)
        cold = from_nothing(record, tmp_path)
        differing = {path for path in kept_up.keys() | cold.keys() if kept_up.get(path) != cold.get(path)}
        assert not differing, f"{done}: {sorted(differing)[:20]}"


class Preview:
    """A process that builds as `mkdocs serve` does, when it is told to."""

    def __init__(self, root: Path, site: Path) -> None:
        self.site = site
        self.read = 0
        "How many releases were read anew in the last build."
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}
        self._process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests" / "previewing.py"), str(root), str(site)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def built(self) -> dict[str, str]:
        """The site after the build under way."""
        assert self._process.stdout
        self.read = int(self._process.stdout.readline())
        return digests(self.site)

    def again(self, asked_for: str = "all") -> dict[str, str]:
        """The site after another build; browsers may have asked for only a part of it ("some")."""
        assert self._process.stdin
        self._process.stdin.write(f"{asked_for}\n")
        self._process.stdin.flush()
        return self.built()

    def end(self) -> None:
        """No more builds."""
        self._process.communicate(timeout=60)


def test_the_same_while_the_site_is_served(record: Path, tmp_path: Path) -> None:
    """A process that serves keeps more than one that builds: lines of lists, what the data files say."""
    served = Preview(record, tmp_path / "site")
    served.built()
    rng = random.Random(12)
    done = []
    for _ in range(EDITS):
        done.append(edit(record, rng))
        if rng.random() < 0.5:
            served.again("some")
            done.append(edit(record, rng))
        kept_up = served.again()
        if len(done) % COMPARED:
            continue
        place = tmp_path / "cold"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(record, place / "record", ignore=shutil.ignore_patterns(CACHE), symlinks=True)
        fresh = Preview(place / "record", place / "site")
        cold = fresh.built()
        fresh.end()
        differing = {path for path in kept_up.keys() | cold.keys() if kept_up.get(path) != cold.get(path)}
        assert not differing, f"{done}: {sorted(differing)[:20]}"
    served.end()


def test_a_server_begins_with_what_was_read_before(record: Path, tmp_path: Path) -> None:
    """By a build, or by the last server; what that one kept is renewed once much of it is of no use."""
    kept = record / CACHE / "gazette" / "preview.kept"
    kept.unlink(missing_ok=True)
    built(build_site(record, tmp_path / "site"))

    def reads() -> int:
        server = Preview(record, tmp_path / "served")
        server.built()
        server.end()
        return server.read

    assert reads() == 0
    (record / CACHE / "gazette" / "hosted.kept").unlink()
    assert kept.is_file() and reads() == 0
    kept.write_bytes(b"of another engine")
    assert reads() > 10
    assert reads() == 0


def test_a_build_without_changes_touches_no_file(record: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    built(build_site(record, site))
    files = [path for path in site.rglob("*") if path.is_file() and not path.name.startswith(".")]
    assert len(files) > RELEASES
    for path in files:
        os.utime(path, ns=(1, 1))
    again = build_site(record, site)
    built(again)
    assert f" 0 were read anew; 0 new files in {site}" in again.said
    assert [path for path in files if path.stat().st_mtime_ns != 1] == []


@pytest.mark.parametrize("harm", ["cut", "foreign", "empty", "another engine", "another body", "a folder"])
def test_a_spoilt_cache_is_never_believed(record: Path, tmp_path: Path, harm: str) -> None:
    site = tmp_path / "site"
    whole = built(build_site(record, site))
    (file,) = (record / CACHE).rglob("hosted.kept")
    assert load_kept(file).readings
    if harm == "a folder":
        file.unlink()
        file.mkdir()
    elif harm == "another engine":
        changed(file, "UPDATE kept SET body = ? WHERE name = x''", b"of yesterday")
    elif harm == "another body":
        changed(
            file,
            "UPDATE kept SET body = ? WHERE CAST(name AS TEXT) LIKE 'reading %'",
            pack("not what was read"),
        )
    else:
        content = file.read_bytes()
        spoilt = {"cut": content[: len(content) // 2], "foreign": pickle.dumps({"written": 1}), "empty": b""}
        file.write_bytes(spoilt[harm])
    assert load_kept(file) == Kept()
    again = build_site(record, site)
    assert built(again) == whole
    if file.is_dir():
        file.rmdir()


def changed(file: Path, statement: str, value: bytes) -> None:
    """Change an SQLite file behind the back of whoever wrote it."""
    with closing(sqlite3.connect(file)) as opened, opened:
        assert opened.execute(statement, (value,)).rowcount > 0


def test_pages_that_somebody_removed_come_back(record: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    whole = built(build_site(record, site))
    shutil.rmtree(site / "events")
    next(site.glob("releases/*/*/index.html")).unlink()
    assert built(build_site(record, site)) == whole


def test_another_folder_is_built_whole(record: Path, tmp_path: Path) -> None:
    one = built(build_site(record, tmp_path / "one"))
    assert built(build_site(record, tmp_path / "two")) == one
    assert built(build_site(record, tmp_path / "one")) == one


def test_a_disk_that_keeps_nothing_only_makes_the_next_build_slower(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    save_kept(Kept(), tmp_path / "file" / "hosted.kept")
    assert load_kept(tmp_path / "file" / "hosted.kept") == Kept()
