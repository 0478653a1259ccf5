"""Every command of `gazette`: its help, its exit status, what it says when it was called wrongly."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from gazette.cli import main, make_parser
from gazette.cli.terminal import CONTROLS
from support import ROOT, SEEDS

(SUBPARSERS,) = (a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction))
COMMANDS: dict[str, argparse.ArgumentParser] = dict(SUBPARSERS.choices)

WRONG = [
    ([], "COMMAND"),
    (["chekc"], "invalid choice: 'chekc'"),
    (["check", "--record", "nowhere"], "no such folder; name the folder that holds mkdocs.yml"),
    (["check", "--explain", "seed-emtpy"], "did you mean seed-empty"),
    (["check", "seeds"], "unrecognized arguments: seeds"),
    (["show"], "PATH"),
    (["show", "nowhere.txt"], "no such file or folder; name a raw file"),
    (["explain"], "FILE"),
    (["explain", "seeds"], "is no file; name one raw file"),
    (["new"], "FILE"),
    (["new", "nowhere.txt"], "no such file; name a text as received, or - to paste one"),
    (["new", str(SEEDS[0]), "--received", "May"], "expected a day, such as 2026-11-26"),
    (["establish"], "ID"),
    (["edition", "tomorrow"], "write it as year-month-day"),
    (["edition", "--note", "Autumn."], "name its day"),
    (["write"], "DIR"),
    (["write", "docs/new"], "name another folder"),
    (["bundle", "--record", "nowhere"], "no such folder"),
    (["establish", "x", "--record", "nowhere"], "no such folder"),
    (["diff", "seeds"], "expected two places: gazette diff OLD NEW"),
    (["diff", "seeds", "docs"], "expected a record (mkdocs.yml), or a built site"),
    (["propose"], "EVENT"),
    (["propose", "nowhere.json"], "cannot be read: No such file"),
    (["init"], "DIR"),
    (["init", "nowhere"], "--name: expected one line"),
    (["review", "--record", "nowhere"], "no such folder"),
    (["unused", "--record", "nowhere"], "no such folder"),
    (["schema", "--record", "nowhere"], "no such folder"),
]
"""Status 2: the command was wrong. What is said names what was expected."""

TROUBLE = [
    (["establish", "nobody-at-all"], "nobody-at-all"),
    (["show", "{bad}"], "seed-empty"),
    (["new", "{bad}"], "seed-empty"),
    (["propose", "{event}"], "does not begin as a form does"),
    (["init", "{tmp}", "--name", "A"], "is not empty; name a folder that is empty"),
    (["init", "--renew", "{tmp}"], "is no record with an engine"),
    (["check", "--record", "{spoilt}"], "seed-empty"),
    (["schema", "--check", "--record", "{spoilt}"], "officials.json"),
    (["review", "--list"], ""),
    (["write", "{tmp}/out", "--record", "{spoilt}"], "seed-empty"),
]
"""Status 1: the command was right, and there are problems."""

WELL = [
    (["check"], "releases: 0 errors"),
    (["check", "--explain"], "seed-empty"),
    (["show", str(SEEDS[0])], "sha256"),
    (["explain", str(SEEDS[0])], "── blocks"),
    (["new", str(SEEDS[0])], "is there already"),
    (["edition"], ""),
    (["diff", ".", "."], "Nothing: the same releases"),
    (["unused"], ""),
    (["schema", "--check"], ""),
    (["write", "{tmp}/out"], "files in"),
]
"""Status 0: all is well. `bundle`, `init`, `propose` and an edition that is made have tests of their own."""


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    """Folders and files that the commands above name."""
    spoilt = tmp_path / "spoilt"
    (spoilt / "seeds" / "x").mkdir(parents=True)
    (spoilt / "mkdocs.yml").write_text("site_name: x\n")
    bad = spoilt / "seeds" / "x" / "bad.txt"
    bad.write_bytes(b"")
    event = tmp_path / "event.json"
    event.write_text('{"issue": {"number": 1, "created_at": "2026-11-26T00:00:00Z", "body": "please add"}}')
    return {"bad": str(bad), "spoilt": str(spoilt), "event": str(event), "tmp": str(tmp_path)}


def run(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    places: dict[str, str],
) -> tuple[int, str, str]:
    """Exit status, output and errors of a command that is called in the project's folder."""
    monkeypatch.chdir(ROOT)
    try:
        status = main([argument.format(**places) for argument in arguments])
    except SystemExit as stop:
        status = int(stop.code or 0)
    captured = capsys.readouterr()
    assert not CONTROLS.search((captured.out + captured.err).replace("\n", ""))
    return status, captured.out, captured.err


def test_every_command_is_called_in_every_way() -> None:
    assert {arguments[0] for arguments, _ in WRONG if arguments} >= set(COMMANDS)
    assert {arguments[0] for arguments, _ in TROUBLE} >= set(COMMANDS) - {
        "explain",
        "edition",
        "bundle",
        "diff",
        "review",
        "unused",
    }
    assert {arguments[0] for arguments, _ in WELL} >= set(COMMANDS) - {
        "establish",
        "bundle",
        "init",
        "propose",
        "review",
    }


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_says_what_a_command_does_and_takes(capsys: pytest.CaptureFixture[str], name: str) -> None:
    with pytest.raises(SystemExit) as stop:
        main([name, "--help"] if name else ["--help"])
    captured = capsys.readouterr()
    assert stop.value.code == 0 and captured.err == ""
    assert captured.out.startswith(f"usage: gazette {name}".rstrip())
    assert not CONTROLS.search(captured.out.replace("\n", ""))
    if name:
        parser = COMMANDS[name]
        assert parser.description and parser.description.strip() in captured.out
        assert [action.dest for action in parser._actions if not action.help] == []
    else:
        assert [command for command in COMMANDS if command not in captured.out] == []
        assert "exit status: 0 all is well; 1 there are problems; 2 the command was wrong." in captured.out


@pytest.mark.parametrize("name", list(COMMANDS))
def test_help_lists_a_command_with_one_line(name: str) -> None:
    (line,) = (choice.help for choice in SUBPARSERS._choices_actions if choice.dest == name)
    assert line and len(line) < 60 and not line.endswith(".")


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_a_wrong_command_ends_with_two_and_says_what_was_expected(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: dict[str, str],
    arguments: list[str],
    said: str,
) -> None:
    status, out, err = run(capsys, monkeypatch, arguments, places)
    assert (status, out) == (2, "") and said in err and "Traceback" not in err


@pytest.mark.parametrize(("arguments", "said"), TROUBLE)
def test_problems_end_with_one(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: dict[str, str],
    arguments: list[str],
    said: str,
) -> None:
    status, out, err = run(capsys, monkeypatch, arguments, places)
    assert status == 1 and said in out + err


@pytest.mark.parametrize(("arguments", "said"), WELL)
def test_all_is_well_ends_with_zero(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: dict[str, str],
    arguments: list[str],
    said: str,
) -> None:
    status, out, err = run(capsys, monkeypatch, arguments, places)
    assert (status, err) == (0, "") and said in out


@pytest.mark.parametrize(
    "command", [["show"], ["new"], ["explain"], ["check", "--explain"], ["establish"], []]
)
def test_what_is_echoed_cannot_steer_a_terminal(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    places: dict[str, str],
    command: list[str],
) -> None:
    status, _, err = run(capsys, monkeypatch, [*command, "\x1b]0;owned\x07\u202e"], places)
    assert status in (1, 2) and err
