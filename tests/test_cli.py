"""The command: what it prints, its exit status, and what it refuses."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gazette.cli import main
from gazette.cli.terminal import CONTROLS, printable, safe_json
from support import ROOT, SEEDS, copy_record

LETTER = """\
MINISTRY OF FOREIGN AFFAIRS OF RURITANIA

PRESS RELEASE

Minister Roe Meets Ambassador Doe

On 4 May 2022, H.E. Ms. Jana Roe, Minister of Foreign Affairs of Ruritania, met Mr. John Doe in Strelsau.

Strelsau, 5 May 2022
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A copy of the project's record that a test may spoil."""
    return copy_record(tmp_path / "record")


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Exit status, output, errors."""
    status = main([str(a) for a in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


# --- show ----------------------------------------------------------------------------------------


def test_show_json_gives_one_object_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "show", *SEEDS, "--json", "--record", ROOT)
    shown = json.loads(out)
    assert [one["source_file"] for one in shown] == [path.name for path in SEEDS]
    assert all(one["accession"] for one in shown)


def test_show_takes_folders(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "show", ROOT / "seeds", "--json")
    assert [one["source_file"] for one in json.loads(out)] == [path.name for path in SEEDS]


def test_show_prints_a_card(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    _, out, _ = run(capsys, "show", SEEDS[1])
    assert "Telephone Conversation" in out and "2021-11-18" in out and "Prak Sokhonn" in out
    assert max(map(len, out.splitlines())) <= 130


def test_a_file_from_outside_is_the_accession_it_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    copy = tmp_path / "000_received.txt"
    copy.write_bytes(SEEDS[0].read_bytes())
    _, out, _ = run(capsys, "show", copy, "--json", "--record", ROOT)
    (one,) = json.loads(out)
    assert one["source_file"] == "000_received.txt"
    assert one["id"] == SEEDS[0].relative_to(ROOT / "seeds").with_suffix("").as_posix()
    assert one["accession"]["rights"]


def test_show_works_without_any_record(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.txt").write_text(LETTER)
    monkeypatch.chdir(tmp_path)
    status, out, _ = run(capsys, "show", "letter.txt", "--json")
    (one,) = json.loads(out)
    assert one["accession"] is None and one["body"] and one["issued"] == "2022-05-05"
    assert {o["status"] for o in one["officials"]} == {"provisional"}
    assert status == int(any(p["severity"] != "notice" for p in one["problems"]))


def test_two_files_of_one_name_are_both_shown(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "letter.txt").write_text(LETTER + folder)
    _, out, _ = run(capsys, "show", tmp_path, "--json", "--record", tmp_path)
    assert len({one["sha256"] for one in json.loads(out)}) == 2


@pytest.mark.parametrize(("content", "status"), [(b"", 1), (b"\x00\x01\x02", 1), (b"Caf\xe9 talks.\n", 1)])
def test_show_fails_on_a_file_with_an_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, status: int
) -> None:
    (tmp_path / "bad.txt").write_bytes(content)
    got, out, _ = run(capsys, "show", tmp_path / "bad.txt", "--json", "--record", tmp_path)
    (one,) = json.loads(out)
    assert got == status and len([p for p in one["problems"] if p["severity"] == "error"]) == 1


def test_notices_do_not_fail(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "show", SEEDS[1], "--json", "--record", ROOT)
    severities = {p["severity"] for one in json.loads(out) for p in one["problems"]}
    assert status == int(bool(severities - {"notice"}))


# --- terminal ------------------------------------------------------------------------------------

HOSTILE = "\x1b]0;owned\x07\x1b[31m \x9b2J \u202eevil\u202c"


@pytest.mark.parametrize("command", [["show"], ["show", "--json"], ["explain"]])
def test_terminal_escapes_are_never_sent(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: list[str]
) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(f"PRESS RELEASE {HOSTILE}\n\n{LETTER}\nThe end {HOSTILE} of it.\n", "utf-8")
    _, out, err = run(capsys, command[0], path, *command[1:], "--record", tmp_path)
    assert not CONTROLS.search(out.replace("\n", "")) and not CONTROLS.search(err.replace("\n", ""))
    if "--json" in command:
        assert "\x1b[31m" in json.dumps(json.loads(out), ensure_ascii=False).replace("\\u001b", "\x1b")


def test_json_reads_back_the_same() -> None:
    assert json.loads(safe_json({"a": HOSTILE})) == {"a": HOSTILE}
    assert printable("plain\ntext, ភាសា 日本語 é") == "plain\ntext, ភាសា 日本語 é"


# --- check ---------------------------------------------------------------------------------------


def test_check_lists_and_counts(capsys: pytest.CaptureFixture[str], record: Path) -> None:
    (record / "seeds" / "mfaic" / "empty.txt").write_bytes(b"")
    seed = record / SEEDS[0].relative_to(ROOT)
    seed.write_bytes(seed.read_bytes() + b"\nmore\n")
    status, out, _ = run(capsys, "check", "--record", record)
    assert status == 1
    assert "seeds/mfaic/empty.txt: seed-empty: " in out and ": seed-changed: " in out
    assert " — " in out and out.splitlines()[-1].startswith("6 releases: 2 errors")


def test_check_passes_on_the_record(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "check", "--record", ROOT)
    assert status == 0, out
    assert "5 releases: 0 errors, 0 warnings" in out


# --- explain -------------------------------------------------------------------------------------


def test_explain_names_stages_lines_and_rules(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "explain", SEEDS[0], "--record", ROOT)
    assert status == 0
    stages = [line.split()[1] for line in out.splitlines() if line.startswith("── ")]
    assert stages == [
        "raw",
        "blocks",
        "repairs",
        "parts",
        "imprint",
        "people",
        "events",
        "topics",
        "problems",
    ]
    assert "superscript" in out and "letterhead" in out and "[stated, " in out


# --- write ---------------------------------------------------------------------------------------


def tree(folder: Path) -> dict[str, str]:
    """Digest of every file by its path."""
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def test_write_gives_the_whole_record_and_the_same_bytes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, _, _ = run(capsys, "write", tmp_path / "one", "--record", ROOT)
    run(capsys, "write", tmp_path / "two", "--record", ROOT)
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    assert status == 0 and one == two
    for path in SEEDS:
        folder = f"releases/{path.relative_to(ROOT / 'seeds').with_suffix('').as_posix()}"
        assert one[f"{folder}/raw.txt"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert {f"{folder}/release.md", f"{folder}/index.html"} <= set(one)
    assert {"index.html", "data/releases.json", "data/record.ics", "SHA256SUMS"} <= set(one)
    listed = (tmp_path / "one" / "SHA256SUMS").read_text().splitlines()
    assert {line.split("  ")[1]: line.split("  ")[0] for line in listed} == {
        path: digest for path, digest in one.items() if path != "SHA256SUMS"
    }


def test_write_removes_its_own_stale_files_and_nothing_else(
    capsys: pytest.CaptureFixture[str], record: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    run(capsys, "write", target, "--record", record)
    (target / "mine.txt").write_text("kept")
    gone = SEEDS[4].relative_to(ROOT / "seeds")
    page = target / "releases" / gone.with_suffix("") / "index.html"
    assert page.is_file()
    (record / "seeds" / gone).unlink()
    run(capsys, "write", target, "--record", record)
    assert not page.exists() and (target / "mine.txt").read_text() == "kept"


@pytest.mark.parametrize("target", ["seeds", "docs", "docs/new", "seeds/mfaic/x", ".", ".."])
def test_write_refuses_what_people_wrote(
    capsys: pytest.CaptureFixture[str], record: Path, target: str
) -> None:
    before = tree(record)
    status, _, err = run(capsys, "write", record / target, "--record", record)
    assert status == 2 and "name" in err
    assert tree(record) == before


def test_write_follows_no_link_out(capsys: pytest.CaptureFixture[str], record: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()
    (target / "data").symlink_to(record / "seeds")
    before = tree(record)
    status, _, err = run(capsys, "write", target, "--record", record)
    assert status == 2 and "link" in err and tree(record) == before


# --- help and errors -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [["--help"], *([name, "--help"] for name in ("check", "show", "write", "review", "unused", "schema"))],
)
def test_help_explains(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    out = capsys.readouterr().out
    assert stop.value.code == 0 and "usage: gazette" in out and len(out.splitlines()) > 8


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "missing.txt"], "no such file"),
        (["explain", "seeds"], "no file"),
        (["check", "--record", "nowhere"], "no such folder"),
        (["unused", "toipcs"], "name one of officials"),
        (["review", "--date", "26 November"], "year-month-day"),
    ],
)
def test_a_wrong_command_says_what_was_expected(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(ROOT)
    status, out, err = run(capsys, *arguments)
    assert status == 2 and out == "" and said in err


def test_a_folder_without_raw_files_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, _, err = run(capsys, "show", tmp_path)
    assert status == 2 and "no raw file" in err


def test_a_reader_that_goes_away_is_no_accident() -> None:
    environment: dict[str, Any] = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-m", "gazette", "explain", str(SEEDS[0]), "--record", str(ROOT)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


# --- establish -----------------------------------------------------------------------------------

OFFICIALS = Path("docs") / "authority" / "officials.yml"


@pytest.fixture
def asking(record: Path) -> Path:
    """A record with one release more, whose minister nobody has confirmed."""
    (record / "seeds" / "ruritania").mkdir()
    (record / "seeds" / "ruritania" / "2022-05-05-ambassador.txt").write_text(LETTER, "utf-8")
    return record


def test_establish_adds_the_record_and_keeps_the_rest(
    capsys: pytest.CaptureFixture[str], asking: Path
) -> None:
    before = (asking / OFFICIALS).read_bytes()
    status, out, err = run(capsys, "establish", "provisional-jana-roe", "--record", asking)
    after = (asking / OFFICIALS).read_bytes()
    assert (status, err) == (0, "")
    assert after.startswith(before) and b'- id: jana-roe\n  name: "Jana Roe"\n' in after[len(before) :]
    line = after.decode().splitlines().index("- id: jana-roe") + 1
    assert f"{OFFICIALS.as_posix()}:{line}: added" in out and "- id: jana-roe" in out
    assert sorted(p.name for p in (asking / OFFICIALS).parent.glob(".*")) == []
    _, out, _ = run(capsys, "check", "--record", asking)
    assert "Jana Roe" not in out, "nothing is left to ask, and nothing is doubled"


def test_establish_keeps_the_line_ends_of_the_file(capsys: pytest.CaptureFixture[str], asking: Path) -> None:
    old = (asking / OFFICIALS).read_text("utf-8").rstrip("\n").replace("\n", "\r\n").encode()
    (asking / OFFICIALS).write_bytes(old)
    assert run(capsys, "establish", "jana-roe", "--record", asking)[0] == 0
    new = (asking / OFFICIALS).read_bytes()
    assert new.startswith(old + b"\r\n\r\n- id: jana-roe\r\n") and b"\n" not in new.replace(b"\r\n", b"")


def test_establish_refuses_an_unknown_id_and_names_the_nearest(
    capsys: pytest.CaptureFixture[str], asking: Path
) -> None:
    before = (asking / OFFICIALS).read_bytes()
    status, out, err = run(capsys, "establish", "jana-row", "--record", asking)
    assert (status, out) == (1, "") and "jana-row" in err and "did you mean jana-roe" in err
    assert (asking / OFFICIALS).read_bytes() == before


def test_establish_refuses_who_is_established_already(
    capsys: pytest.CaptureFixture[str], asking: Path
) -> None:
    run(capsys, "establish", "jana-roe", "--record", asking)
    before = (asking / OFFICIALS).read_bytes()
    status, _, err = run(capsys, "establish", "jana-roe", "--record", asking)
    assert status == 1 and "established already" in err and OFFICIALS.as_posix() in err
    assert (asking / OFFICIALS).read_bytes() == before


def test_establish_leaves_a_file_alone_to_which_nothing_can_be_added(
    capsys: pytest.CaptureFixture[str], asking: Path
) -> None:
    (asking / OFFICIALS).write_text("[]\n", "utf-8")
    status, _, err = run(capsys, "establish", "jana-roe", "--record", asking)
    assert status == 1 and "cannot be read to its end" in err and "- id: jana-roe" in err
    assert (asking / OFFICIALS).read_text("utf-8") == "[]\n"


def test_a_rejected_name_gets_no_page_and_no_notice(capsys: pytest.CaptureFixture[str], asking: Path) -> None:
    run(capsys, "establish", "jana-roe", "--record", asking)
    with (asking / OFFICIALS).open("a", encoding="utf-8") as file:
        file.write("  not_an_official: true\n  note: a ferry\n")
    _, out, _ = run(capsys, "check", "--record", asking)
    assert "Jana Roe" not in out
    seed = asking / "seeds" / "ruritania" / "2022-05-05-ambassador.txt"
    _, out, _ = run(capsys, "show", seed, "--json", "--record", asking)
    (shown,) = json.loads(out)
    assert "Jana Roe" in shown["people_not_official"]
    assert "Jana Roe" not in [one["name"] for one in shown["officials"]]
    status, _, err = run(capsys, "establish", "jana-roe", "--record", asking)
    assert status == 1 and "rejected already" in err
