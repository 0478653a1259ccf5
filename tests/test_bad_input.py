"""Bad input: for each the problem that it must give, in bounded time and memory, and the rest stands.

The tables are in tests/bad. What is independent is put into one record, which a process reads within bounds
that the system holds; a good release beside it must read exactly as alone.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bad import places, registers, texts
from bad.long import HUGE, LONG, SIZE
from bad.texts import TEXTS, Bad, path_of
from gazette.cli import main
from gazette.cli.terminal import CONTROLS
from support import ROOT, SEEDS, Build, build_site, copy_record

SLOWEST = 12.0 * max(1, SIZE / 20_000)
"""Seconds of one core for the worst text; a real release takes a hundredth of one."""

MOST_MEMORY = 1500
"""Megabytes of a process that reads all of a table, so that no text takes a multiple of its size."""

GOOD = {
    "seeds/good/talks.txt": places.TEXT,
    **{f"seeds/good/{seed.name}": seed.read_bytes() for seed in SEEDS},
}


@pytest.fixture(scope="module")
def open_folder() -> Iterator[Path]:
    """A folder that a process without rights can read, unlike those of pytest."""
    with tempfile.TemporaryDirectory(prefix="gazette-bad-") as made:
        os.chmod(made, 0o755)
        yield Path(made)


def new_record(root: Path) -> Path:
    """A record of good seeds, with the project's authority files but for the register, which names others."""
    for path, content in GOOD.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    shutil.copytree(ROOT / "docs" / "authority", root / "docs" / "authority")
    (root / "docs" / "authority" / "accessions.yml").write_text("")
    return root


def child(what: str, folder: Path) -> Any:
    """What a process within bounds says of a record, or of folders of authority files."""
    environment = {"PYTHONPATH": f"{ROOT / 'hooks'}{os.pathsep}{ROOT / 'tests'}", "PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "bad.child", what, str(folder)]
    if "GAZETTE_LONG" in os.environ:
        environment["GAZETTE_LONG"] = os.environ["GAZETTE_LONG"]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=600, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, done.stderr[-3000:]
    said = json.loads(done.stdout)
    assert said["megabytes"] < MOST_MEMORY
    return said


@cache
def alone() -> dict[str, Any]:
    """The good releases, read with nothing beside them."""
    with tempfile.TemporaryDirectory(prefix="gazette-bad-") as made:
        os.chmod(made, 0o755)
        releases: dict[str, Any] = child("record", new_record(Path(made)))["releases"]
    assert set(releases) == set(GOOD)
    return releases


def check(said: Any, expected: dict[str, tuple[str, ...]], root: Path) -> None:
    """The codes are those expected and no others; each problem can be acted on; the good releases stand."""
    given: dict[str, list[str]] = defaultdict(list)
    for problem in said["problems"]:
        if problem["severity"] != "notice" or problem["code"] == "seed-ignored":
            given[problem["path"]].append(problem["code"])
        assert problem["message"] and problem["cure"], problem
        assert "\n" not in problem["path"] + problem["message"] and len(problem["message"]) < 1000, problem
    wrong = {
        path: (codes, given.get(path, []))
        for path, codes in expected.items()
        if sorted(codes) != sorted(given.get(path, []))
    }
    assert not wrong, "expected and given"
    assert not [path for path in given if path not in expected]
    assert {path: said["releases"][path] for path in GOOD} == alone()
    slow = {path: seconds for path, seconds in said["took"].items() if seconds > SLOWEST}
    assert not slow


# --- texts -----------------------------------------------------------------------------------------


def test_the_tables_are_long_and_say_each_thing_once() -> None:
    every = [path_of(bad) for bad in TEXTS] + [bad.name for bad in registers.REGISTERS]
    assert len(set(every)) == len(every)
    assert len(TEXTS) >= 200 and len(registers.REGISTERS) >= 100 and len(LONG) >= 80
    assert len(places.NAMES) + len(places.CLASHES) + len(places.KINDS) >= 100


def test_bad_texts(open_folder: Path) -> None:
    root = new_record(open_folder / "texts")
    for bad in TEXTS:
        (root / path_of(bad)).parent.mkdir(exist_ok=True)
        (root / path_of(bad)).write_bytes(bad.content)
    said = child("record", root)
    check(said, {path_of(bad): bad.codes for bad in TEXTS}, root)
    for bad in TEXTS:
        unread = {"seed-empty", "seed-binary"} & {*bad.codes}
        assert bool(said["releases"][path_of(bad)]["text"]) is not bool(unread), bad.name


@pytest.mark.parametrize("bad", texts.FRONT_MATTER, ids=lambda bad: bad.name)
def test_the_words_under_bad_front_matter_are_kept(bad: Bad) -> None:
    from gazette.seeds import read_raw

    raw = read_raw("seeds/a.txt", bad.content)
    text = bad.content.decode("utf-8-sig").replace("\r\n", "\n")
    assert (raw.text and text.endswith(raw.text.lstrip("\n"))) or "seed-empty" in bad.codes


def test_long_texts(open_folder: Path) -> None:
    root = new_record(open_folder / "long")
    (root / "seeds" / "long").mkdir()
    expected = {}
    for long in LONG:
        path = path_of(Bad(long.name, b"")).replace("ruritania", "long")
        (root / path).write_bytes(long.make().encode())
        expected[path] = long.codes
    check(child("record", root), expected, root)


def test_huge_files(open_folder: Path) -> None:
    root = new_record(open_folder / "huge")
    (root / "seeds" / "huge").mkdir()
    expected = {}
    for name, (make, codes) in HUGE.items():
        path = f"seeds/huge/{name}.txt"
        with (root / path).open("wb") as file:
            file.writelines(make())
        expected[path] = codes
    with (root / "seeds" / "huge" / "sparse.txt").open("wb") as file:
        file.truncate(512 << 20)
    expected["seeds/huge/sparse.txt"] = ("seed-too-large",)
    said = child("record", root)
    check(said, expected, root)
    shutil.rmtree(root)


# --- names and kinds of files ------------------------------------------------------------------------


def test_bad_names(open_folder: Path) -> None:
    root = new_record(open_folder / "names")
    expected = dict(places.put_names(root / "seeds"))
    path, codes = places.put_bytes_name(root / "seeds")
    expected[path] = codes
    shown = {_shown(path): codes for path, codes in expected.items()}
    said = child("record", root)
    check(said, shown, root)
    for release in said["releases"].values():
        parts = release["id"].split("/")
        assert not [part for part in parts if part in ("", ".", "..") or not part.isprintable()]
        assert not [part for part in parts if re.search(r'[<>:"\\|?*]|^ |[ .]$', part)]
        assert len(release["id"].encode()) <= 180
    ids = [release["id"].casefold() for release in said["releases"].values()]
    assert len(set(ids)) == len(ids)


def _shown(path: str) -> str:
    from gazette.seeds.naming import shown

    return shown(path)


def test_what_is_no_file(open_folder: Path) -> None:
    root = new_record(open_folder / "kinds")
    (root / "mkdocs.yml").write_text("site_name: x\n")
    expected = dict(places.put_kinds(root))
    (root / "seeds" / "closed").mkdir()
    (root / "seeds" / "closed" / "talks.txt").write_bytes(places.TEXT)
    (root / "seeds" / "closed").chmod(0)
    expected["seeds/closed"] = ("seed-unreadable",)
    try:
        said = child("record", root)
    finally:
        (root / "seeds" / "closed").chmod(0o755)
    assert len(expected) > 15
    check(said, expected, root)
    read = [path for path, release in said["releases"].items() if release["text"] and "/kinds/" in path]
    assert sorted(read) == ["seeds/kinds/link-inside.txt", "seeds/kinds/link-to-hidden.txt"]


@pytest.mark.parametrize("what", ["a file", "a link to itself", "missing", "a pipe"])
def test_where_seeds_is_no_folder(tmp_path: Path, what: str) -> None:
    from gazette.seeds import load_seeds

    seeds = tmp_path / "seeds"
    if what == "a file":
        seeds.write_text("talks")
    elif what == "a link to itself":
        seeds.symlink_to("seeds")
    elif what == "a pipe":
        os.mkfifo(seeds)
    problems = [problem for raw in load_seeds(tmp_path) for problem in raw.problems]
    assert [p.code for p in problems] == ([] if what == "missing" else ["seed-unreadable"])


# --- authority files -----------------------------------------------------------------------------------


def test_bad_registers(open_folder: Path) -> None:
    folder = open_folder / "registers"
    expected = {}
    for number, bad in enumerate(registers.REGISTERS):
        place = folder / f"{number:03}"
        place.mkdir(parents=True)
        beside = "bodies" if bad.file in ("officials", "offices") else "officials"
        (place / f"{beside}.yml").write_text("- id: good-one\n  name: Good One\n")
        (place / f"{bad.file}.yml").write_bytes(bad.content)
        expected[place.name] = bad
    said = child("registers", folder)
    wrong = {}
    for name, found in said["folders"].items():
        bad = expected[name]
        codes = sorted(p["code"] for p in found["problems"] if p["severity"] != "notice")
        if codes != sorted(bad.codes):
            wrong[bad.name] = (bad.codes, codes)
        for problem in found["problems"]:
            assert problem["path"].startswith(place.parent.as_posix()) or problem["path"].startswith("docs/")
            assert "\n" not in problem["message"] and len(problem["message"]) < 1000 and problem["cure"]
        assert bad.file in ("officials", "offices") or "good-one" in found["officials"]
        assert found["text"] and found["seconds"] < SLOWEST, bad.name
        assert all(not {"", "..", "."} & {*page.strip("/").split("/")[1:]} for page in found["pages"])
    assert not wrong, "expected and given"


def test_what_stands_in_the_place_of_a_register(open_folder: Path) -> None:
    folder = open_folder / "places"
    for name, make, _ in registers.KINDS:
        (folder / name).mkdir(parents=True)
        (folder / name / "bodies.yml").write_text("- id: good-one\n  name: Good One\n")
        make(folder / name / "officials.yml")
    (folder / "strays").mkdir()
    for stray in registers.STRAYS:
        (folder / "strays" / stray).write_text(registers.GOOD)
    said = child("registers", folder)["folders"]
    for name, _, codes in registers.KINDS:
        assert [p["code"] for p in said[name]["problems"]] == list(codes), name
    found = said["strays"]["problems"]
    assert sorted(p["code"] for p in found) == sorted(c for codes in registers.STRAYS.values() for c in codes)
    assert not [p for p in found if "\n" in p["path"]]


# --- the whole site, and the command -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's record with one of everything that is bad in it."""
    root = copy_record(tmp_path_factory.mktemp("spoilt") / "record")
    (root / "seeds" / "ruritania").mkdir()
    for bad in TEXTS:
        (root / path_of(bad)).write_bytes(bad.content)
    dict(places.put_names(root / "seeds"))
    places.put_bytes_name(root / "seeds")
    dict(places.put_kinds(root))
    (root / "seeds" / "ruritania" / "large.txt").write_bytes(b"Talks went on and on. " * 1_000_000)
    for file, text in {
        "officials": "- id: doe-john\n  name: DOE John\n  contry: Japan\n",
        "offices": "- id: envoy\n  title: Envoy\n  body: nowhere\n",
        "topics": "- id: tea\n  name: Tea: black\n",
    }.items():
        path = root / "docs" / "authority" / f"{file}.yml"
        before = path.read_text("utf-8") if path.is_file() else ""
        path.write_text(f"{before.rstrip()}\n{text}".lstrip(), "utf-8")
    return root


@pytest.fixture(scope="module")
def built(spoilt: Path) -> Build:
    """Its site, not strict."""
    return build_site(spoilt, spoilt.parent / "site")


def stamps(root: Path) -> dict[Path, int]:
    """When everything below seeds/ and docs/ was last written."""
    return {p: p.lstat().st_mtime_ns for f in ("seeds", "docs") for p in sorted((root / f).rglob("*"))}


def test_a_strict_build_lists_every_problem_and_then_ends(spoilt: Path, tmp_path: Path) -> None:
    before = stamps(spoilt)
    build = build_site(spoilt, tmp_path / "site", "--strict")
    assert stamps(spoilt) == before, "nothing is written where people write"
    assert build.status != 0 and "Traceback" not in build.said
    assert not CONTROLS.search(build.said.replace("\n", ""))
    codes = set(re.findall(r": ([a-z]+(?:-[a-z]+)+): ", build.said))
    wanted = {code for bad in TEXTS for code in bad.codes}
    wanted |= {"seed-name", "seed-link", "seed-unreadable", "seed-too-large", "address-taken", "seed-ignored"}
    assert wanted | {"authority-unknown-key", "authority-dangling-id", "authority-broken"} <= codes


def test_the_rest_of_a_spoilt_record_is_built(built: Build, site: Build) -> None:
    assert built.status == 0, built.said[-3000:]
    for path in SEEDS:
        for name in ("index.html", "raw.txt", "release.md"):
            page = Path("releases", path.parent.name, path.stem, name)
            assert (built.folder / page).is_file()
            if name != "index.html":
                assert (built.folder / page).read_bytes() == (site.folder / page).read_bytes()


def test_nothing_from_outside_is_published(built: Build) -> None:
    """Files to which links lead: the settings, the password file, the environment, a text beside seeds/."""
    secrets = [b"SECRET", b"root:x:0:0", b"\x00PATH=", b"custom_dir: docs/overrides"]
    for path in built.folder.rglob("*"):
        if path.is_file():
            assert path.stat().st_size < 8 << 20, path
            found = [secret for secret in secrets if secret in path.read_bytes()]
            assert not found, (path, found)


def test_every_file_of_a_spoilt_site_can_be_unpacked_anywhere(built: Build) -> None:
    paths = [path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*")]
    assert not [path for path in paths if re.search(r'[<>:"\\|?*\x00-\x1f]|[ .](/|$)|^/', path)]
    assert not [
        path for path in paths if re.search(r"(^|/)(con|nul|aux|prn|com\d|lpt\d)(\.|/|$)", path, re.I)
    ]
    assert len({path.casefold() for path in paths}) == len(paths)
    assert not [path for path in paths if max(len(part.encode()) for part in path.split("/")) > 240]


def test_check_ends_with_one_on_a_spoilt_record(spoilt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--record", str(spoilt)]) == 1
    said = capsys.readouterr()
    assert "errors" in said.out and not CONTROLS.search((said.out + said.err).replace("\n", ""))


def test_show_and_explain_read_every_bad_file(spoilt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(spoilt / "seeds"), "--record", str(spoilt)]) == 1
    assert main(["show", "--json", str(spoilt / "seeds"), "--record", str(spoilt)]) == 1
    for path in sorted((spoilt / "seeds" / "ruritania").glob("*.txt"))[::30]:
        assert main(["explain", str(path), "--record", str(spoilt)]) == 0
    said = capsys.readouterr()
    assert not CONTROLS.search((said.out + said.err).replace("\n", ""))


def test_a_spoilt_record_is_written(spoilt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["write", str(tmp_path / "out"), "--record", str(spoilt)]) == 1
    capsys.readouterr()
    inside = {path.resolve() for path in (tmp_path / "out").rglob("*")}
    assert inside and all(path.is_relative_to(tmp_path.resolve() / "out") for path in inside)
    assert b"SECRET" not in b"".join(
        path.read_bytes() for path in inside if path.name == "raw.txt" and path.is_file()
    )
