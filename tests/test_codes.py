"""Every problem code is explained, in the guide and on the terminal alike, with an example that gives it."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

import gazette.seeds.received as apart
from gazette.assemble import assemble
from gazette.cli import main
from gazette.cli.terminal import CONTROLS
from gazette.extracts import Extract
from gazette.model import Problem
from gazette.seeds import load_seeds
from gazette.vocabulary.problems import EXPLAINED, PROBLEMS, ProblemCode
from offices import docx, paragraph, pdf
from source import problem_codes
from support import ROOT

GUIDE = (ROOT / "docs" / "contributing.md").read_text("utf-8")
HOME = Path("seeds") / "ruritania"
STEM = "2022-05-05-talks"
TALK = b"Talks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n"


def test_every_code_is_explained_once_and_no_other() -> None:
    assert len(PROBLEMS) == len(EXPLAINED)
    assert set(EXPLAINED) == set(problem_codes())


def test_the_guide_has_the_same_words() -> None:
    part = GUIDE[GUIDE.index("\n## Problems\n") :]
    rows = re.findall(r"^(?:### (.+)|\| `([a-z-]+)` \| (.+?) \| (.+?) \|)$", part, re.M)
    group, found = "", []
    for heading, code, meaning, cure in rows:
        group = heading or group
        found += [(code, group, meaning, cure)] if code else []
    expected = [(p.code, p.group, p.meaning, p.cure) for p in PROBLEMS]
    assert found == expected, (
        "docs/contributing.md and vocabulary/problems.py tell each code in the same words"
    )


def unreadable(path: Path) -> None:
    """Something that nobody can open, not even the system's own user."""
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))


SET_UP: dict[str, Callable[[Path], object]] = {
    "seed-too-large": lambda home: (home / f"{STEM}.txt").write_text("Talks went on. " * 1_200_000),
    "seed-unreadable": lambda home: unreadable(home / f"{STEM}.txt"),
    "seed-link": lambda home: (home / f"{STEM}.txt").symlink_to("/elsewhere.txt"),
    "seed-twice": lambda home: [(home / f"{STEM}{end}").write_bytes(TALK) for end in (".md", ".txt")],
    "address-taken": lambda home: [
        (home / f"2022-05-05-{t}.txt").write_bytes(TALK) for t in ("Talks", "talks")
    ],
    "seed-library": lambda home: (home / f"{STEM}.pdf").write_bytes(pdf(["Talks"])),
    "seed-scanned": lambda home: (home / f"{STEM}.pdf").write_bytes(pdf([], [])),
    "seed-columns": lambda home: (home / f"{STEM}.pdf").write_bytes(
        pdf(["The two sides met and agreed to"] * 9, beside=["go on with what they had begun"] * 9)
    ),
    "seed-active": lambda home: (home / f"{STEM}.docx").write_bytes(
        docx(paragraph("Talks"), parts={"word/vbaProject.bin": b"\x01"})
    ),
}
"""Examples that are no matter of what stands in a file."""


def test_only_examples_in_words_are_set_up_here() -> None:
    assert set(SET_UP) == {problem.code for problem in PROBLEMS if isinstance(problem.example, str)}


@pytest.mark.parametrize("explained", PROBLEMS, ids=lambda explained: explained.code)
def test_the_example_gives_what_is_said(
    explained: ProblemCode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / HOME).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)  # a socket's address is short
    if explained.code == "seed-library":
        monkeypatch.setattr(apart, "read_apart", lambda format, content: Extract(missing="pypdf"))
    elif explained.code.startswith("seed-"):
        pytest.importorskip("mammoth", reason="the extra formats is not installed")
    if isinstance(explained.example, str):
        SET_UP[explained.code](HOME)
    else:
        for path, content in explained.example.items():
            place = tmp_path / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content if isinstance(content, bytes) else content.encode())
    found: list[Problem] = list(assemble(tmp_path).problems)
    found += [problem for raw in load_seeds(tmp_path) for problem in raw.problems]
    assert explained.said in [str(problem) for problem in found if problem.code == explained.code]


@pytest.mark.parametrize("explained", PROBLEMS, ids=lambda explained: explained.code)
def test_a_code_is_explained_on_the_terminal(
    explained: ProblemCode, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--explain", explained.code]) == 0
    out = capsys.readouterr().out
    words = " ".join(out.split())
    assert out.startswith(explained.code) and explained.meaning in words and explained.cure in words
    assert " ".join(explained.said.split()) in words
    assert not CONTROLS.search(out.replace("\n", ""))


def test_all_codes_are_listed_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [p.code for p in PROBLEMS]
    assert [line for line in lines if not line.startswith("  ")] == [
        f"{group}:" for group in dict.fromkeys(p.group for p in PROBLEMS)
    ]


def test_an_unknown_code_is_said_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "seed-chaged"]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and "did you mean seed-changed" in captured.err
    assert main(["check", "--explain", "zzz"]) == 2
    assert "lists all codes" in capsys.readouterr().err
