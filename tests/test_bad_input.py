"""Bad input for the whole record: one clear problem each, the rest built, a strict build that ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazette.assemble import assemble
from gazette.cli import main
from gazette.model import Corpus, Problem
from support import SEEDS, Build, build_site, copy_record

FIFTY_MB = 50 * 1024 * 1024
LETTER = "PRESS RELEASE\n\nTalks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A copy of the project's record that a test may spoil."""
    return copy_record(tmp_path / "record")


def serious(corpus: Corpus) -> list[Problem]:
    """What would end a strict build."""
    return [p for p in corpus.problems if p.severity != "notice"]


FILES = [
    pytest.param("empty.txt", b"", "seed-empty", 0, id="empty"),
    pytest.param("blank.txt", b" \n\n\t\n", "seed-empty", 0, id="blank"),
    pytest.param("latin.txt", LETTER.encode() + b"\nCaf\xe9.\n", "seed-encoding", 7, id="not-utf-8"),
    pytest.param("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "seed-binary", 0, id="binary"),
    pytest.param("large.txt", b"Talks went on and on. " * (FIFTY_MB // 22), "seed-too-large", 0, id="50-mb"),
    pytest.param(
        "broken.txt",
        f"---\ntitle: Talks: A and B\n---\n{LETTER}".encode(),
        "front-matter-broken",
        2,
        id="front-matter",
    ),
    pytest.param(
        "open.txt", f"---\ntitle: Talks\n\n{LETTER}".encode(), "front-matter-unclosed", 1, id="unclosed"
    ),
]


@pytest.mark.parametrize(("name", "content", "code", "line"), FILES)
def test_a_bad_file_is_one_problem_and_the_rest_stands(
    record: Path, name: str, content: bytes, code: str, line: int
) -> None:
    path = record / "seeds" / "ruritania" / name
    path.parent.mkdir()
    path.write_bytes(content)
    corpus = assemble(record)
    (problem,) = serious(corpus)
    assert (problem.path, problem.code, problem.line) == (f"seeds/ruritania/{name}", code, line)
    assert problem.severity == "error" and problem.cure and problem.message
    assert len(corpus.releases) == len(SEEDS) + 1
    assert path.read_bytes() == content


TWINS = """\
- id: doe-john
  name: DOE John
  variants: [J. Doe]
- id: doe-jack
  name: DOE Jack
  variants: [J. Doe]
"""

AUTHORITY = [
    pytest.param(
        "officials.yml",
        "- id: doe-john\n  name: DOE John\n  contry: Japan\n",
        "authority-unknown-key",
        3,
        id="unknown-key",
    ),
    pytest.param(
        "offices.yml",
        "- id: envoy\n  title: Envoy\n  body: nowhere\n",
        "authority-dangling-id",
        3,
        id="dangling-id",
    ),
    pytest.param(
        "officials.yml",
        TWINS,
        "authority-same-variant",
        6,
        id="same-variant",
    ),
    pytest.param("topics.yml", "- id: tea\n  name: Tea: black\n", "authority-broken", 2, id="not-yaml"),
]


@pytest.mark.parametrize(("name", "added", "code", "line"), AUTHORITY)
def test_a_bad_record_is_one_problem_and_the_rest_stands(
    record: Path, name: str, added: str, code: str, line: int
) -> None:
    path = record / "docs" / "authority" / name
    before = path.read_text("utf-8") if path.is_file() else ""
    before += "" if before.endswith("\n") or not before else "\n"
    path.write_text(before + added, "utf-8")
    (problem,) = serious(assemble(record))
    place = before.count("\n") + line
    assert (problem.path, problem.code, problem.line) == (f"docs/authority/{name}", code, place)
    assert problem.cure
    assert len(assemble(record).releases) == len(SEEDS)


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Build]:
    """A record with one of everything that is bad, built strictly."""
    root = copy_record(tmp_path_factory.mktemp("spoilt") / "record")
    (root / "seeds" / "ruritania").mkdir()
    for case in FILES:
        (root / "seeds" / "ruritania" / str(case.values[0])).write_bytes(case.values[1])  # type: ignore[arg-type]
    for case in AUTHORITY[:3]:
        path = root / "docs" / "authority" / str(case.values[0])
        before = path.read_text("utf-8") if path.is_file() else ""
        path.write_text(before + str(case.values[1]).replace("doe-john", f"doe-{case.id}"), "utf-8")
    return root, build_site(root, root.parent / "site", "--strict")


def test_a_strict_build_lists_every_problem_and_then_ends(spoilt: tuple[Path, Build]) -> None:
    root, build = spoilt
    assert build.status != 0
    problems = serious(assemble(root))
    assert {p.code for p in problems} >= {str(c.values[2]) for c in (*FILES, *AUTHORITY[:3])}
    assert [str(p) for p in problems if str(p).split("\n")[0] not in build.said] == []
    assert "Traceback" not in build.said


def test_the_rest_of_a_spoilt_record_is_built(spoilt: tuple[Path, Build], tmp_path: Path) -> None:
    root, _ = spoilt
    build = build_site(root, tmp_path / "site")
    assert build.status == 0, build.said
    for path in SEEDS:
        page = build.folder / "releases" / path.parent.name / path.stem / "index.html"
        assert page.is_file() and (page.parent / "raw.txt").read_bytes() == path.read_bytes()


def test_check_ends_with_one_on_a_spoilt_record(
    spoilt: tuple[Path, Build], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--record", str(spoilt[0])]) == 1
    assert "errors" in capsys.readouterr().out


def test_a_build_writes_nothing_where_people_write(spoilt: tuple[Path, Build]) -> None:
    root, _ = spoilt
    stamps = {p: p.stat().st_mtime_ns for f in ("seeds", "docs") for p in sorted((root / f).rglob("*"))}
    build_site(root, root.parent / "again")
    assert stamps == {
        p: p.stat().st_mtime_ns for f in ("seeds", "docs") for p in sorted((root / f).rglob("*"))
    }
