"""`gazette new`: a text as received comes where it belongs, whole, once, and with its accession."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

import gazette.cli.new as new
import gazette.seeds.received as apart
from gazette.authority import load_authority
from gazette.cli import main
from gazette.cli.naming import ending_of
from gazette.cli.terminal import CONTROLS
from gazette.extracts import Extract
from offices import pdf
from support import SEEDS, copy_record

LETTER = b"""\
MINISTRY OF FOREIGN AFFAIRS AND INTERNATIONAL COOPERATION

PRESS RELEASE

Minister Roe Meets the Ambassador of Ruritania

On 4 May 2022, H.E. Ms. Jana Roe, Minister of Foreign Affairs of Ruritania, met Mr. John Doe in Phnom Penh.

Phnom Penh, 5 May 2022
"""
PLACE = "mfaic/2022-05-05-minister-roe-meets-ambassador-ruritania.txt"
REGISTER = Path("docs") / "authority" / "accessions.yml"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A copy of the project's record that a test may spoil."""
    return copy_record(tmp_path / "record")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A text as it lies on an editor's desk."""
    path = tmp_path / 'From: the "Ministry" ភាសា.txt'
    path.write_bytes(LETTER)
    return path


def run(capsys: pytest.CaptureFixture[str], record: Path, *arguments: str | Path) -> tuple[int, str, str]:
    """Exit status, output, errors of `gazette new`."""
    status = main(["new", *map(str, arguments), "--record", str(record)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def tree(root: Path) -> dict[str, bytes]:
    """Every file of seeds and authority, hidden ones included."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("seeds", "docs/authority")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def test_a_text_is_kept_byte_for_byte_and_registered(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path
) -> None:
    before = tree(record)
    told = ("--source", "https://mfa.example.org/news/1", "--received", "2026-11-26", "--issuer", "mfaic")
    status, out, err = run(capsys, record, letter, *told)
    after = tree(record)
    assert (status, err) == (0, "")
    assert set(after) - set(before) == {f"seeds/{PLACE}"} and after[f"seeds/{PLACE}"] == LETTER
    register = REGISTER.as_posix()
    assert after[register].startswith(before[register]), "what stood there, comments included, stays"
    assert {path for path in before if before[path] != after[path]} == {register}
    accession = load_authority(record / "docs" / "authority").accessions[PLACE]
    assert (accession.received_name, accession.received) == (letter.name, "2026-11-26")
    assert (accession.source, accession.url) == (
        "Taken from mfa.example.org.",
        "https://mfa.example.org/news/1",
    )
    assert (accession.body, accession.secondary) == ("mfaic", False)
    line = after[register].decode().split("\n").index(f"- seed: {PLACE}") + 1
    assert f"{register}:{line}: added" in out
    assert main(["check", "--record", str(record)]) == 0
    assert f"seeds/{PLACE}: seed-unregistered" not in capsys.readouterr().out


def test_the_card_shows_each_fact_with_its_line_and_what_is_next(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path
) -> None:
    _, out, _ = run(capsys, record, letter)
    assert re.search(r"^Minister Roe Meets the Ambassador of Ruritania  line 5$", out, re.M)
    assert re.search(r"^issued +2022-05-05  line 9$", out, re.M)
    assert re.search(r"^issuer .*  line 1$", out, re.M)
    assert re.search(r"^event +2022-05-04 .*¶1 line 7$", out, re.M)
    assert re.search(r"^person +Jana Roe \(not yet confirmed\)", out, re.M)
    assert re.search(r"^notice +line 5:\s+official-provisional: ", out, re.M)
    assert re.search(r"^ +- id: jana-roe$", out, re.M), "the line to write, ready to be pasted"
    assert f"http://127.0.0.1:8000/releases/{PLACE.removesuffix('.txt')}/" in out
    assert "gazette check --explain CODE" in out and "source" in out
    assert max(map(len, out.splitlines())) <= 130 and not CONTROLS.search(out.replace("\n", ""))


def test_what_was_read_is_never_written_down_as_an_editors_word(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path
) -> None:
    run(capsys, record, letter)
    accession = load_authority(record / "docs" / "authority").accessions[PLACE]
    assert accession.body is None and accession.source == "Not recorded."


def test_a_text_that_is_there_is_said_to_be_there(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path
) -> None:
    run(capsys, record, letter)
    before = tree(record)
    status, out, _ = run(capsys, record, letter, "--as", "elsewhere/again.txt")
    assert status == 0 and f"seeds/{PLACE}: is there already" in out and "registered already" in out
    assert tree(record) == before
    _, out, _ = run(capsys, record, SEEDS[0])
    assert "is there already" in out and tree(record) == before


def test_a_dry_run_writes_nothing_and_says_the_same(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path
) -> None:
    before = tree(record)
    _, planned, _ = run(capsys, record, letter, "--dry-run")
    assert tree(record) == before and not (record / "seeds" / PLACE).exists()
    assert f"seeds/{PLACE}: would be added" in planned and "received_name" in planned
    _, done, _ = run(capsys, record, letter)
    assert planned.split("\n\n")[1] == done.split("\n\n")[1], "one card"


def test_pasted_text_comes_from_standard_input(
    capsys: pytest.CaptureFixture[str], record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pasted = SimpleNamespace(buffer=io.BytesIO(LETTER.replace(b"\n", b"\r\n")), isatty=lambda: False)
    monkeypatch.setattr("sys.stdin", pasted)
    status, out, _ = run(capsys, record, "-")
    assert status == 0 and (record / "seeds" / PLACE).read_bytes() == LETTER.replace(b"\n", b"\r\n")
    assert "received_name: pasted text" in out


def test_nothing_is_overwritten(capsys: pytest.CaptureFixture[str], record: Path, letter: Path) -> None:
    run(capsys, record, letter)
    letter.write_bytes(LETTER + b"\nMore.\n")
    assert run(capsys, record, letter)[0] == 0
    assert (record / "seeds" / PLACE).read_bytes() == LETTER
    assert (record / "seeds" / PLACE.replace(".txt", "-2.txt")).read_bytes() == LETTER + b"\nMore.\n"
    letter.write_bytes(LETTER + b"\nOther.\n")
    before = tree(record)
    for taken in (PLACE, PLACE.replace("minister", "MINISTER"), PLACE.replace(".txt", "")):
        status, out, err = run(capsys, record, letter, "--as", taken)
        assert (status, out) == (2, "") and "has the address already" in err
    assert tree(record) == before


def test_as_and_issuer_say_where_it_goes(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path
) -> None:
    status, out, _ = run(capsys, record, letter, "--issuer", "mofa-japan", "--dry-run")
    assert status == 0 and "seeds/mofa-japan/2022-05-05-minister" in out and "body: mofa-japan" in out
    assert run(capsys, record, letter, "--as", "seeds/ruritania/2022 May/talks")[0] == 0
    assert (record / "seeds" / "ruritania" / "2022 May" / "talks.txt").read_bytes() == LETTER


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--as", "../outside.txt"], "no name that every system has"),
        (["--as", "/etc/talks.txt"], "no name that every system has"),
        (["--as", "mfaic/con.txt"], "no name that every system has"),
        (["--as", "mfaic/a:b.txt"], "no name that every system has"),
        (["--as", "mfaic/.hidden.txt"], "no name that every system has"),
        (["--as", "mfaic/talks /x"], "no name that every system has"),
        (["--as", "talks.txt"], "expected a folder and a name"),
        (["--as", "mfaic/talks.pdf"], "let the name end so"),
        (["--as", "out/talks.txt"], "leads out of seeds/"),
        (["--issuer", "mfaik"], "did you mean mfaic"),
        (["--received", "yesterday"], "expected a day"),
    ],
)
def test_a_wrong_place_is_refused_with_a_right_one(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path, arguments: list[str], said: str
) -> None:
    (record / "seeds" / "out").symlink_to(record.parent)
    before = tree(record)
    status, out, err = run(capsys, record, letter, *arguments)
    assert (status, out) == (2, "") and said in err and tree(record) == before


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "seed-empty"), (b"\x89PNG\r\n\x1a\n\0", "seed-binary"), (b"x\n" * 9_000_000, "seed-too-large")],
)
def test_what_cannot_be_read_is_not_put_on_the_record(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path, content: bytes, code: str
) -> None:
    before = tree(record)
    letter.write_bytes(content)
    status, out, err = run(capsys, record, letter)
    assert (status, out) == (1, "") and code in err and " — " in err and "Nothing was written" in err
    assert tree(record) == before


def test_a_text_with_an_error_is_kept_and_said(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path
) -> None:
    letter.write_bytes(LETTER + b"\nCaf\xe9.\n")
    status, out, _ = run(capsys, record, letter)
    assert status == 1 and re.search(r"^error +line 11:\s+seed-encoding: ", out, re.M)
    assert (record / "seeds" / PLACE).is_file()


def test_a_folder_that_is_no_record_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, letter: Path
) -> None:
    bare = tmp_path / "bare"
    bare.mkdir()
    status, out, err = run(capsys, bare, letter)
    assert (status, out) == (2, "") and "no mkdocs.yml" in err and list(bare.iterdir()) == []


def test_a_missing_file_is_said(capsys: pytest.CaptureFixture[str], record: Path) -> None:
    status, out, err = run(capsys, record, record / "nowhere.txt")
    assert (status, out) == (2, "") and "no such file" in err


def test_a_text_that_cannot_be_read_yet_is_kept_only_under_a_name_that_is_given(
    capsys: pytest.CaptureFixture[str], record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "read_apart", lambda format, content: Extract(missing="pypdf"))
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(pdf(["Talks"]))
    before = tree(record)
    status, out, err = run(capsys, record, paper)
    assert (status, out) == (1, "") and "pip install 'gazette[formats]'" in err and "--as" in err
    assert tree(record) == before, "its path would have been its address for good"
    status, out, _ = run(capsys, record, paper, "--as", "mfaic/2022-05-05-talks")
    assert status == 1 and re.search(r"^error +seed-library: ", out, re.M)
    assert (record / "seeds" / "mfaic" / "2022-05-05-talks.pdf").read_bytes() == paper.read_bytes()


# --- interrupted -----------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["put_in_place", "append_record"])
def test_what_was_interrupted_is_completed_by_the_same_command(
    capsys: pytest.CaptureFixture[str],
    record: Path,
    letter: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    tmp_path: Path,
) -> None:
    undisturbed = copy_record(tmp_path / "undisturbed")
    run(capsys, undisturbed, letter)

    def killed(*_: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(new, step, killed)
        run(capsys, record, letter)
    status, out, _ = run(capsys, record, letter)
    assert status == 0 and "accessions.yml" in out
    assert tree(record) == tree(undisturbed)


def test_a_registered_text_whose_file_is_gone_comes_back(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path
) -> None:
    run(capsys, record, letter)
    whole = tree(record)
    (record / "seeds" / PLACE).unlink()
    status, out, _ = run(capsys, record, letter)
    assert status == 0 and f"seeds/{PLACE}: added" in out and "registered already" in out
    assert tree(record) == whole


def test_a_file_that_was_copied_there_by_hand_is_registered(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path
) -> None:
    (record / "seeds" / "ruritania").mkdir()
    (record / "seeds" / "ruritania" / "my-name.txt").write_bytes(LETTER)
    _, out, _ = run(capsys, record, letter)
    assert "seeds/ruritania/my-name.txt: is there already" in out
    assert "ruritania/my-name.txt" in load_authority(record / "docs" / "authority").accessions
    assert not (record / "seeds" / PLACE).exists()


def test_a_file_that_comes_there_meanwhile_stays(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = record / "seeds" / "mfaic" / "new.txt"
    link = os.link

    def late(draft: Path, place: Path) -> None:
        target.write_bytes(b"somebody else's")
        link(draft, place)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(new.NotAdded):
        new.put_in_place(target, b"mine")
    assert target.read_bytes() == b"somebody else's"
    assert [path.name for path in target.parent.glob(".*")] == []


def test_a_register_that_cannot_be_added_to_is_left_alone(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path
) -> None:
    (record / REGISTER).write_text("[]\n", "utf-8")
    status, _, err = run(capsys, record, letter)
    assert status == 1 and "cannot be read to its end" in err and "received_name" in err
    assert (record / REGISTER).read_text("utf-8") == "[]\n"


# --- names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [
        ("talks.TXT", b"x", ".txt"),
        ("talks.md", b"x", ".md"),
        ("talks", b"x", ".txt"),
        ("talks.text", b"x", ".txt"),
        ("pasted text", b"%PDF-1.7", ".pdf"),
        ("pasted text", b"PK\x03\x04", ".docx"),
        ("pasted text", b"\n<!DOCTYPE html><p>x", ".html"),
        ("pasted text", b"<html lang=en>", ".html"),
        ("pasted text", b"The <html> element was discussed.", ".txt"),
    ],
)
def test_the_ending_is_the_texts_own_or_what_it_holds(name: str, content: bytes, ending: str) -> None:
    assert ending_of(name, content) == ending


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "PRESS RELEASE\n\nTalks in Strelsau\n\nThe two sides met.\n",
            "issuer-unknown/undated-talks-strelsau.txt",
        ),
        (
            "---\ntitle: កិច្ចប្រជុំ\nissuer: mfaic\nissued: 2024-05\n---\nThe two sides met.\n",
            "mfaic/2024-05-press-release.txt",
        ),
        ("---\ntitle: Opening of Con\nissuer: Con\nissued: 2024\n---\nx\n", "con-body/2024-opening-con.txt"),
        ("---\ntitle: ../../etc\nissuer: ../..\n---\nThe two sides met.\n", "issuer-unknown/undated-etc.txt"),
        (f"---\ntitle: {'Long ' * 40}\n---\nx\n", "issuer-unknown/undated-long-long-long-long-long-long.txt"),
    ],
)  # fmt: skip
def test_names_are_such_that_every_system_has(
    capsys: pytest.CaptureFixture[str], record: Path, letter: Path, text: str, place: str
) -> None:
    letter.write_text(text, "utf-8")
    run(capsys, record, letter)
    assert (record / "seeds" / place).is_file(), sorted((record / "seeds").rglob("*.txt"))
