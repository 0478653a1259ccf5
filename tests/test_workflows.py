"""What GitHub does: no stranger's words in a shell line, rights only where needed, commands that exist."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from gazette_site import WORKFLOWS
from support import ROOT
from test_proposals import SEED, TEXT, correction_body, release_body

FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yml"))

RIGHTS = {
    ("comment", "post"): {"pull-requests"},
    ("publish", "deploy"): {"pages", "id-token"},
    ("edition", "release"): {"contents"},
    ("proposal", "file"): {"contents", "pull-requests", "issues"},
}
"""Jobs that may write, and what."""

HARMLESS = {"gh", "git", "cd", "sha256sum", "echo", "exit", "head", "[", "if", "then", "else", "fi"} | {
    "number",
    "earlier",
    "notes",
}
"""All that a job with rights runs; the last are its variables."""


@cache
def workflow(name: str) -> Mapping[str, Any]:
    """A workflow as it is written: every value words, so that `on` is not taken for true."""
    loaded: Mapping[str, Any] = yaml.load((FOLDER / f"{name}.yml").read_text("utf-8"), yaml.BaseLoader)
    return loaded


def jobs() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Workflow, name and content of every job."""
    for name in NAMES:
        for job, content in workflow(name)["jobs"].items():
            yield name, job, content


def runs() -> list[Any]:
    """Every script as a parameter."""
    return [
        pytest.param(step["run"], id=f"{name}-{job}-{number}")
        for name, job, content in jobs()
        for number, step in enumerate(content["steps"])
        if "run" in step
    ]


def script(name: str, job: str) -> str:
    """The one script of a job that has several lines."""
    (found,) = (s["run"] for s in workflow(name)["jobs"][job]["steps"] if "\n" in s.get("run", "").strip())
    return str(found)


def commands(script: str) -> set[str]:
    """First words of the commands of a script."""
    text = re.sub(r"'[^']*'|\"[^\"]*\"", "x", script.replace("\\\n", " "))
    return set(re.findall(r"(?:^|[;|]|&&|\$\(|\bthen\b|\bdo\b|\bif\b)\s*([./\w-]+)(?=\s|$)", text, re.M))


# --- what is written -----------------------------------------------------------------------------------


def test_there_are_workflows_for_proposals_publishing_and_editions() -> None:
    assert set(NAMES) == {"ci", *WORKFLOWS}


@pytest.mark.parametrize("name", NAMES)
def test_rights_are_none_or_to_read_but_where_they_are_needed(name: str) -> None:
    whole = workflow(name)["permissions"]
    assert whole == {} or whole == {"contents": "read"}
    for job, content in workflow(name)["jobs"].items():
        rights = content.get("permissions", whole)
        writes = {right for right, level in rights.items() if level != "read"}
        assert writes == RIGHTS.get((name, job), set()), job
        assert content["timeout-minutes"]


def test_who_may_write_runs_no_code_of_the_record_and_nobody_else_s() -> None:
    for name, job, content in jobs():
        if (name, job) not in RIGHTS:
            continue
        for step in content["steps"]:
            if "run" in step:
                assert commands(step["run"]) <= HARMLESS
            assert "pull_request" not in str(step.get("with", {}))


@pytest.mark.parametrize("line", runs())
def test_nothing_of_an_event_stands_in_a_script(line: str) -> None:
    assert "${{" not in line


def test_strangers_words_reach_scripts_as_variables_only() -> None:
    """Of what anybody can write, only these are used, and only in `env` or in a condition."""
    used = set()
    for name in NAMES:
        text = "\n".join(
            line
            for line in (FOLDER / f"{name}.yml").read_text("utf-8").splitlines()
            if "#" not in line.strip()[:1]
        )
        used |= set(re.findall(r"github\.(event\.[\w.*-]+)", text))
    assert used == {
        "event.pull_request.base.sha",
        "event.workflow_run.event",
        "event.workflow_run.conclusion",
        "event.workflow_run.id",
        "event.workflow_run.head_repository.owner.login",
        "event.workflow_run.head_branch",
        "event.workflow_run.head_sha",
        "event.issue.number",
        "event.issue.labels.*.name",
        "event.repository.default_branch",
    }


@pytest.mark.parametrize("name", NAMES)
def test_checkouts_keep_no_credentials_and_actions_are_github_s_own(name: str) -> None:
    for content in workflow(name)["jobs"].values():
        for step in content["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"actions/[a-z-]+@(v\d+|[0-9a-f]{40})", step["uses"])
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


def test_a_pull_request_never_runs_with_rights() -> None:
    for name in NAMES:
        events = workflow(name)["on"]
        assert "pull_request_target" not in events
        if "pull_request" in events:
            assert not [key for key in RIGHTS if key[0] == name]
    called = workflow("comment")["on"]["workflow_run"]["workflows"]
    assert called == [workflow("changes")["name"]]


@pytest.mark.parametrize("line", runs())
def test_what_is_run_exists(line: str, tmp_path: Path) -> None:
    assert subprocess.run(["bash", "-n", "-c", line], check=False).returncode == 0
    for folder, target in re.findall(r"^\s*make (?:-C (\S+) )?(\S+)", line, re.M):
        assert folder in ("", "proposed", "before")
        dry = ["make", "--dry-run", f"VENV={tmp_path}/venv", target.replace(".venv/", f"{tmp_path}/venv/")]
        assert subprocess.run(dry, cwd=ROOT, capture_output=True, check=False).returncode == 0, target
    for called in re.findall(r"gazette (\w+)", line):
        done = [sys.executable, "-m", "gazette", called, "--help"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
        assert subprocess.run(done, env=environment, capture_output=True, check=False).returncode == 0, called
    for program in re.findall(r"^\s*(\.ci/\S+)", line, re.M):
        assert os.access(ROOT / program, os.X_OK)


def test_artefacts_that_are_fetched_are_made() -> None:
    made, fetched = set(), set()
    for _, _, content in jobs():
        for step in content["steps"]:
            uses, given = step.get("uses", ""), step.get("with", {})
            made |= {given["name"]} if uses.startswith("actions/upload-artifact@") else set()
            fetched |= {given["name"]} if uses.startswith("actions/download-artifact@") else set()
    assert fetched <= made and "site" in made


def test_a_checker_of_workflows_finds_nothing(tmp_path: Path) -> None:
    checker = shutil.which("zizmor", path=f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}")
    if checker is None:
        pytest.skip("zizmor is not installed")
    command = [checker, "--offline", "--no-progress", "--persona", "regular", str(ROOT / ".github")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# --- what happens --------------------------------------------------------------------------------------


def run_script(text: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A script as GitHub runs it: bash that ends at the first error."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), **environment}
    return subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, text=True, timeout=300, check=False
    )


def git(folder: Path, *arguments: str) -> str:
    """Run git; its output."""
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of a small record, its origin beside it, and programs that note how they are called."""
    origin = tmp_path / "origin"
    for name in ("docs/authority", "seeds"):
        shutil.copytree(ROOT / name, origin / name)
    for name in ("mkdocs.yml", ".gitattributes"):
        shutil.copy(ROOT / name, origin)
    git(origin, "init", "--quiet", "--initial-branch", "main")
    git(origin, "add", ".")
    git(origin, "commit", "--quiet", "--message", "The record")
    git(tmp_path, "clone", "--quiet", str(origin), "clone")
    tools = tmp_path / "clone" / ".venv" / "bin"
    tools.mkdir(parents=True)
    (tools / "gazette").write_text(f'#!/bin/sh\nexec {sys.executable} -m gazette "$@"\n')
    (tools / "gh").write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/gh\n')
    for tool in tools.iterdir():
        tool.chmod(0o755)
    return tmp_path / "clone"


def happen(clone: Path, body: str) -> subprocess.CompletedProcess[str]:
    """Both jobs of proposal.yml, one after the other, on an issue with this body."""
    event = clone.parent / "event.json"
    issue = {"number": 7, "created_at": "2026-11-26T00:00:00Z", "body": body}
    event.write_text(json.dumps({"issue": issue}), "utf-8")
    read = run_script(script("proposal", "read"), clone, GITHUB_EVENT_PATH=str(event))
    assert read.returncode == 0, read.stderr
    git(clone, "reset", "--quiet", "--hard")
    git(clone, "clean", "--quiet", "-fd", "--exclude", "made", "--exclude", ".venv")
    path = f"{clone / '.venv' / 'bin'}:{os.environ['PATH']}"
    return run_script(script("proposal", "file"), clone, PATH=path, NUMBER="7", BASE="main", GH_TOKEN="x")


@pytest.mark.parametrize(
    "text", [TEXT, TEXT + "\r\n  \r\n", f"{TEXT}\n`$(touch pwned)`; 'touch pwned'\n${{{{ x }}}}\n"]
)
def test_a_proposal_becomes_a_branch_with_the_text_byte_for_byte(clone: Path, text: str) -> None:
    done = happen(clone, release_body(text))
    assert done.returncode == 0, done.stderr
    origin = clone.parent / "origin"
    new = git(origin, "diff", "--name-only", "main", "proposal-7").split()
    (seed,) = (name for name in new if name != "docs/authority/accessions.yml")
    held = subprocess.run(["git", "show", f"proposal-7:{seed}"], cwd=origin, capture_output=True, check=True)
    assert held.stdout == text.encode() and len(new) == 2
    assert git(origin, "log", "--format=%s", "main") == "The record\n"
    called = (clone.parent / "gh").read_text()
    assert "pr create --head proposal-7 --base main" in called and "issue comment 7" in called
    assert not list(clone.rglob("pwned"))


def test_a_correction_becomes_a_branch(clone: Path) -> None:
    assert happen(clone, correction_body()).returncode == 0
    shown = git(clone.parent / "origin", "show", "proposal-7:docs/authority/corrections.yml")
    assert SEED in shown and "A telephone call" in shown


def test_what_cannot_be_used_is_answered_and_makes_no_branch(clone: Path) -> None:
    assert happen(clone, "nothing").returncode == 0
    assert git(clone.parent / "origin", "branch", "--list", "proposal-*") == ""
    assert (clone.parent / "gh").read_text() == "issue comment 7 --body-file made/answer.md\n"
    assert "does not begin as a form does" in (clone / "made" / "answer.md").read_text()


def test_a_second_proposal_never_writes_over_what_an_editor_pushed(clone: Path) -> None:
    assert happen(clone, release_body()).returncode == 0
    origin = clone.parent / "origin"
    first = git(origin, "rev-parse", "proposal-7")
    git(clone, "switch", "--quiet", "main")
    git(clone, "branch", "--quiet", "-D", "proposal-7")
    shutil.rmtree(clone / "made")
    assert happen(clone, release_body(TEXT + "\nother")).returncode != 0
    assert git(origin, "rev-parse", "proposal-7") == first


def test_files_elsewhere_are_left_out_of_a_proposal(clone: Path) -> None:
    """What the reading job hands on is cut to the two folders once more."""
    (clone / "made").mkdir()
    (clone / ".github").mkdir()
    (clone / ".github" / "x.yml").write_text("on: push\n")
    (clone / "seeds" / "x.txt").write_text("Talks\n")
    git(clone, "add", "--intent-to-add", ".github", "seeds")
    (clone / "made" / "proposal.patch").write_text(git(clone, "diff", "--binary", "HEAD"))
    (clone / "made" / "answer.md").write_text("x")
    git(clone, "reset", "--quiet", "--hard")
    git(clone, "clean", "--quiet", "-fd", "--exclude", "made", "--exclude", ".venv")
    path = f"{clone / '.venv' / 'bin'}:{os.environ['PATH']}"
    done = run_script(script("proposal", "file"), clone, PATH=path, NUMBER="7", BASE="main", GH_TOKEN="x")
    assert done.returncode == 0, done.stderr
    assert git(clone.parent / "origin", "diff", "--name-only", "main", "proposal-7") == "seeds/x.txt\n"


@pytest.mark.parametrize(
    ("tag", "made", "again", "said"),
    [
        ("edition-3", "record-3.zip", "same", ""),
        ("edition-3", "record-3.zip", "other", "differ"),
        ("edition-3", "record-4-draft.zip", "same", "is not as it was at edition 3"),
        ("edition-3", "record-13.zip", "same", "is not as it was at edition 3"),
        ("edition-x", "record-3.zip", "same", "expected a tag such as edition-3"),
        ("edition-", "record-3.zip", "same", "expected a tag such as edition-3"),
        ("edition-3*", "record-3.zip", "same", "expected a tag such as edition-3"),
    ],
)
def test_only_the_edition_that_a_tag_names_is_released_and_only_if_it_is_the_same_twice(
    tmp_path: Path, tag: str, made: str, again: str, said: str
) -> None:
    tools = tmp_path / ".venv" / "bin"
    tools.mkdir(parents=True)
    (tools / "make").write_text(f"#!/bin/sh\nmkdir dist\nprintf same > dist/{made}\n")
    (tools / "gazette").write_text(f'#!/bin/sh\nmkdir "$2"\nprintf {again} > "$2/{made}"\n')
    for tool in tools.iterdir():
        tool.chmod(0o755)
    path = f"{tools}:{os.environ['PATH']}"
    done = run_script(script("edition", "build"), tmp_path, PATH=path, GITHUB_REF_NAME=tag)
    assert (done.returncode == 0) == (said == "")
    assert said in done.stdout + done.stderr
