"""A build that is killed, starved or disturbed: the last site stands, and the next is as it should be.

GAZETTE_KILLS sets at how many moments builds and commands are killed (50 for a long run). The moments are
drawn from a seeded generator over the time that an undisturbed run takes; what happens at a moment is the
machine's.
"""

from __future__ import annotations

import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from sitefolder import LOCK, MARK, NEXT, SiteFolder
from support import ROOT, SEEDS, copy_record
from synthetic.record import write_record

KILLS = int(os.environ.get("GAZETTE_KILLS", "5"))
RELEASES = 16
CACHE = ".cache"
ADDED = "seeds/mfaic/2099-01-01-added.txt"
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks"), "SITE_URL": ""}

needs_proc = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="no /proc to find processes in")


def digests(folder: Path) -> dict[str, str]:
    """Every file of a site, but what a build keeps there for itself."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.relative_to(folder).parts[0].startswith(".")
    }


def start(root: Path, site: Path, **more: object) -> subprocess.Popen[str]:
    """A build under way, in a process group of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--site-dir", str(site)]
    return subprocess.Popen(
        command,
        cwd=root,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        **more,  # type: ignore[call-overload]
    )


def finish(build: subprocess.Popen[str]) -> str:
    """What a build said until its end."""
    said, _ = build.communicate(timeout=300)
    return said


def built(root: Path, site: Path) -> dict[str, str]:
    """An undisturbed build."""
    build = start(root, site)
    said = finish(build)
    assert build.returncode == 0, said[-3000:]
    return digests(site)


@dataclass(frozen=True)
class Bench:
    """A record before an edit with its site and cache, and what the sites before and after it hold."""

    root: Path
    site: Path
    before: dict[str, str]
    after: dict[str, str]
    seconds: float

    def lay_out(self, place: Path, way: str) -> tuple[Path, Path]:
        """A record that has been edited, with the site of the last build; `cold`: without anything before."""
        shutil.copytree(self.root, place / "record", symlinks=True)
        if way == "cold":
            shutil.rmtree(place / "record" / CACHE)
        else:
            shutil.copytree(self.site, place / "site", symlinks=True)
            if way == "without cache":
                shutil.rmtree(place / "record" / CACHE)
        add_release(place / "record")
        return place / "record", place / "site"


def add_release(root: Path) -> None:
    """Edit the record: one release more, which changes lists, officials and events."""
    (root / ADDED).parent.mkdir(exist_ok=True)
    (root / ADDED).write_bytes(SEEDS[0].read_bytes())


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Built once; every killed build begins with a copy."""
    root = tmp_path_factory.mktemp("bench") / "record"
    write_record(RELEASES, root, seed=5)
    site = root.parent / "site"
    before = built(root, site)
    edited = root.parent / "edited"
    shutil.copytree(root, edited, ignore=shutil.ignore_patterns(CACHE))
    add_release(edited)
    began = time.monotonic()
    after = built(edited, root.parent / "after")
    seconds = time.monotonic() - began
    assert before != after
    return Bench(root, site, before, after, seconds)


def moments(number: int, seed: int) -> Iterator[float]:
    """Shares of the time of a build: spread evenly, each moved at random, the first and last parts too."""
    rng = random.Random(seed)
    return ((place + rng.random()) / number for place in range(number))


WAYS = ("with cache", "without cache", "cold")


@pytest.mark.parametrize("whom", ["the build alone", "all its processes"])
def test_killed_at_any_moment(bench: Bench, tmp_path: Path, whom: str) -> None:
    whole = {"before": 0, "after": 0, "between": 0}
    for number, share in enumerate(moments(max(1, KILLS // 2), len(whom))):
        way = WAYS[number % 3]
        place = tmp_path / str(number)
        root, site = bench.lay_out(place, way)
        build = start(root, site)
        with suppress(subprocess.TimeoutExpired):
            build.wait(bench.seconds * share)
        if whom == "the build alone":
            build.kill()
        else:
            with suppress(ProcessLookupError):
                os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        whole[stands(bench, site, way)] += 1
        assert built(root, site) == bench.after, (way, share)
        assert not (site / NEXT).exists()
        shutil.rmtree(place)
    print(f"\n{whom}: site found {whole}, build of {bench.seconds:.1f} s")


def stands(bench: Bench, site: Path, way: str) -> str:
    """Which site stands after a build was killed; every file is whole, whichever it is of."""
    found = digests(site) if site.exists() else {}
    if found == bench.after:
        return "after"
    if found == (bench.before if way != "cold" else {}):
        return "before"
    assert not (site / MARK).exists(), "a mixture never passes for a whole site"
    torn = [path for path, sum in found.items() if sum not in (bench.before.get(path), bench.after.get(path))]
    assert not torn
    return "between"


# --- a process of the build ---------------------------------------------------------------------------


def children(pid: int) -> list[int]:
    """Processes that a process has begun."""
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except (OSError, ValueError):
        return []


@needs_proc
@pytest.mark.parametrize("which", [1, 3])
def test_a_killed_process_of_a_build_ends_it(bench: Bench, tmp_path: Path, which: int) -> None:
    """The first that the build begins, which writes the files for other programs; the third writes pages."""
    root, site = bench.lay_out(tmp_path, "without cache")
    build = start(root, site)
    seen: list[int] = []
    while build.poll() is None and len(seen) < which:
        seen += [child for child in children(build.pid) if child not in seen]
        time.sleep(0.002)
    if len(seen) < which:
        finish(build)
        pytest.skip("the build began fewer processes here")
    with suppress(ProcessLookupError):
        os.kill(seen[which - 1], signal.SIGKILL)
    said = finish(build)
    if build.returncode:
        assert "a process of this build was killed" in said and "Traceback" not in said
        assert said.count("was killed before its work was done") == 1
        assert digests(site) == bench.before
    else:
        assert digests(site) == bench.after, "it had done its work already"
    assert built(root, site) == bench.after


@needs_proc
def test_no_process_outlives_its_build(bench: Bench, tmp_path: Path) -> None:
    root, site = bench.lay_out(tmp_path, "without cache")
    build = start(root, site)
    seen: set[int] = set()
    while build.poll() is None and len(seen) < 2:
        seen.update(children(build.pid))
        time.sleep(0.002)
    if not seen:
        pytest.skip("the build began no processes here")
    build.kill()
    build.wait()
    for _ in range(100):
        left = [pid for pid in seen if is_running(pid)]
        if not left:
            break
        time.sleep(0.05)
    assert not left


def is_running(pid: int) -> bool:
    """Whether a process is there and not only remembered."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


# --- a disk that is full --------------------------------------------------------------------------------


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """A disk of that size at a folder; skips the test where none can be had."""
    folder.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", folder], capture_output=True
    ).returncode:
        pytest.skip("a small disk cannot be had here")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], capture_output=True, check=False)


@pytest.mark.parametrize("room", ["200k", "2500k"])
def test_a_full_disk_leaves_the_last_site(bench: Bench, tmp_path: Path, room: str) -> None:
    root, site = bench.lay_out(tmp_path / "copy", "with cache")
    used = sum(-(-path.stat().st_size // 4096) * 4 + 4 for path in site.rglob("*"))
    with small_disk(tmp_path / "disk", f"{used + int(room[:-1])}k"):
        home = tmp_path / "disk" / "site"
        shutil.copytree(site, home)
        shutil.rmtree(root / CACHE)
        for path in home.rglob("*.html"):  # so that everything has to be written again
            path.write_bytes(path.read_bytes() + b" ")
        last = digests(home)
        build = start(root, home)
        said = finish(build)
        if build.returncode == 0:
            pytest.skip("there was room enough")
        assert "the disk is full; the last site stands as it was" in said and "Traceback" not in said
        assert digests(home) == last
        (root / "mkdocs.yml").touch()
    assert built(root, site) == bench.after


@pytest.mark.parametrize("octets", [0, 20_000, 200_000])
def test_files_that_may_not_grow_leave_the_last_site(bench: Bench, tmp_path: Path, octets: int) -> None:
    root, site = bench.lay_out(tmp_path, "without cache")
    build = start(root, site, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (octets, octets)))
    said = finish(build)
    if build.returncode:
        assert "cannot be written" in said and "the last site stands as it was" in said
        assert "Traceback" not in said
        assert digests(site) == bench.before
    assert built(root, site) == bench.after


# --- two at once ------------------------------------------------------------------------------------------


def test_two_builds_at_once_do_not_mix(bench: Bench, tmp_path: Path) -> None:
    root, site = bench.lay_out(tmp_path, "with cache")
    builds = [start(root, site) for _ in range(3)]
    said = [finish(build) for build in builds]
    ended = [build.returncode for build in builds]
    assert 0 in ended
    assert digests(site) == bench.after
    for status, words in zip(ended, said, strict=True):
        assert status == 0 or ("another build is writing" in words and "Traceback" not in words)


# --- while files are moved: every single step -------------------------------------------------------


OLD = {
    "a/index.html": b"old a",
    "b/index.html": b"old b",
    "c": b"old",
    "d/e/f.html": b"old f",
    "g/h": b"old h",
}
NEW = {
    "a/index.html": b"new a",
    "b/x/index.html": b"new x",
    "c/d": b"new",
    "d/e": b"new e",
    "i/j/k": b"new k",
}


def put(home: Path, files: dict[str, bytes]) -> None:
    """A build that writes these files."""
    folder = SiteFolder(home)
    folder.begin()
    for path, content in files.items():
        folder.write(path, content)
    folder.place(files, "mark")


def held(home: Path) -> dict[str, bytes]:
    """What stands in a site."""
    return {
        path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()
    }


def test_killed_at_every_step_of_putting_a_site_in_place(tmp_path: Path) -> None:
    steps = 0
    for step in range(1, 200):
        home = tmp_path / str(step)
        put(home, OLD)
        pid = os.fork()
        if pid == 0:
            die_at(step)
            try:
                put(home, NEW)
                os._exit(0)
            except BaseException:
                os._exit(3)
        _, status = os.waitpid(pid, 0)
        assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGKILL)
        found = {path: content for path, content in held(home).items() if not path.startswith(".")}
        for path, content in found.items():
            assert content in (OLD.get(path), NEW.get(path)), (step, path)
        if (home / MARK).exists():
            assert found in (OLD, NEW), f"a mixture passes for a whole site at step {step}"
        put(home, NEW)
        assert {p: c for p, c in held(home).items() if p not in (LOCK, MARK)} == NEW, step
        steps = step
        if os.waitstatus_to_exitcode(status) == 0:
            break
    assert 15 < steps < 199


def die_at(step: int) -> None:
    """Kill this process at its `step`-th change of the disk: before it, if the number is odd."""
    counted = 0

    def dying(name: str) -> None:
        real = getattr(os, name)

        def call(*arguments: object, **named: object) -> object:
            nonlocal counted
            counted += 1
            if counted == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **named)

        setattr(os, name, call)

    for name in ("replace", "rename", "unlink", "rmdir", "mkdir", "open"):
        dying(name)


# --- commands that write into authority files -------------------------------------------------------


LETTER = """PRESS RELEASE

Talks on Trade

On 4 May 2022, H.E. Mr. Rudolf RASSENDYLL, Minister of Trade of Japan, met H.E. Ms. Flavia ELPHBERG,
Minister of Tourism of Cambodia, in Tokyo.
"""


@pytest.mark.parametrize("command", ["edition 2099-01-01", "establish"])
def test_a_killed_command_leaves_authority_files_whole(tmp_path: Path, command: str) -> None:
    whole = copy_record(tmp_path / "whole")
    (whole / ADDED).write_text(LETTER, "utf-8")
    words = command.split()
    if words == ["establish"]:
        words.append(provisional_of(whole))
    file = {"edition": "editions.yml", "establish": "officials.yml"}[words[0]]
    before = content_of(whole / "docs" / "authority" / file)
    began = time.monotonic()
    assert gazette(whole, words).wait() == 0
    seconds = time.monotonic() - began
    after = content_of(whole / "docs" / "authority" / file)
    assert after.startswith(before) and after != before
    for number, share in enumerate(moments(max(2, KILLS // 2), 3)):
        root = copy_record(tmp_path / str(number))
        (root / ADDED).write_text(LETTER, "utf-8")
        running = gazette(root, words)
        with suppress(subprocess.TimeoutExpired):
            running.wait(seconds * (0.6 + 0.5 * share))
        running.kill()
        running.wait()
        assert content_of(root / "docs" / "authority" / file) in (before, after), share
        gazette(root, words).wait()
        assert content_of(root / "docs" / "authority" / file) == after, share
        shutil.rmtree(root)


def content_of(path: Path) -> bytes:
    """The bytes of a file; none where there is none."""
    return path.read_bytes() if path.exists() else b""


def gazette(root: Path, words: list[str]) -> subprocess.Popen[bytes]:
    """A command under way."""
    command = [sys.executable, "-m", "gazette", *words, "--record", str(root)]
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def provisional_of(root: Path) -> str:
    """Id of an official whom the record does not know for certain."""
    from gazette.assemble import assemble

    return next(o.id for o in assemble(root).officials if o.standing == "provisional")
