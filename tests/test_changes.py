"""What changes in the record: every kind told, bounded, and nothing of a text active in the comment."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gazette.assemble import assemble
from gazette.cli import main
from gazette.cli.diff import compare_places, load_state
from gazette.exports import changes as room
from gazette.exports import render_exports
from gazette.exports.changes import State, code, compare, describe_changes, read_changes, render_changes
from support import ROOT, copy_record

HOSTILE = (
    "@octocat [x](https://evil.example) ![y](https://evil.example/a.png) <img src=x onerror=alert(1)> "
    "<!-- --> #1 https://evil.example ``` ` | \n# head\n- [ ] task\u202egpj.exe\u200b \x1b[31m $`x`$"
)


@pytest.fixture(scope="module")
def state() -> State:
    """The record as it is."""
    return load_state(ROOT)


def altered(state: State, kind: str, number: int, /, **values: Any) -> State:
    """The same with other values in one entry."""
    lists = {name: copy.deepcopy(list(getattr(state, name))) for name in room.KINDS}
    lists[kind][number] |= values
    return State(**lists)


def told(state: State, other: State) -> dict[str, list[tuple[str, str]]]:
    """Kind → (how, field) of all that is listed."""
    kinds = compare(state, other).kinds
    return {
        name: [(one.how, change.field) for one in kind.listed for change in one.changes]
        for name, kind in kinds.items()
        if kind.listed
    }


def test_the_same_state_changes_nothing(state: State) -> None:
    changes = compare(state, state)
    assert changes.is_empty() and "Nothing" in render_changes(changes)
    assert changes.kinds["releases"].before == changes.kinds["releases"].after == 5


@pytest.mark.parametrize(
    ("kind", "values", "field"),
    [
        ("releases", {"title": "Other"}, "title"),
        ("releases", {"issued": "2001-01-01"}, "issued"),
        ("releases", {"issuer": {"name": "Other"}}, "issuer"),
        ("releases", {"body": ["One."]}, "paragraphs"),
        ("releases", {"topics": ["other"]}, "topics"),
        ("releases", {"sha256": "0" * 64}, "raw file"),
        ("releases", {"problems": [{"code": "a-b", "message": "c"}]}, "problems"),
        ("officials", {"name": "Other"}, "name"),
        ("officials", {"standing": "other"}, "standing"),
        ("offices", {"title": "Other"}, "title"),
        ("events", {"start": "2001", "end": None}, "date"),
        ("events", {"place": "Elsewhere"}, "place"),
        ("topics", {"name": "Other"}, "name"),
    ],
)
def test_every_kind_of_change_is_told(state: State, kind: str, values: dict[str, Any], field: str) -> None:
    found = told(state, altered(state, kind, 0, **values))
    assert ("changed", field) in found[kind]


def test_dates_are_counted(state: State) -> None:
    assert compare(state, altered(state, "events", 0, start="2001", end=None)).dates == 1
    assert compare(state, altered(state, "releases", 1, issued="2001")).dates == 1
    assert compare(state, altered(state, "releases", 1, title="Other")).dates == 0


def test_an_official_who_loses_an_office_is_told_with_the_office_and_the_release(state: State) -> None:
    place, number = next(
        (place, number)
        for place, release in enumerate(state.releases)
        for number, official in enumerate(release["officials"])
        if official["offices"]
    )
    officials = copy.deepcopy(state.releases[place]["officials"])
    office = officials[number]["offices"].pop()
    found = told(state, altered(state, "releases", place, officials=officials))
    assert ("changed", "offices") in found["releases"] and ("changed", "offices") in found["officials"]
    assert not office["id"] or ("changed", "holders") in found["offices"]


def test_entries_come_and_go(state: State) -> None:
    fewer = State(state.releases[1:], state.officials, state.offices, state.events, state.topics)
    for old, new, how in ((state, fewer, "removed"), (fewer, state, "added")):
        kind = compare(old, new).kinds["releases"]
        assert kind.counts[how] == 1 and [(one.id, one.how) for one in kind.listed] == [
            (state.releases[0]["id"], how)
        ]


def test_many_changes_are_counted_and_the_first_listed() -> None:
    many = State(releases=[{"id": f"a/{n}", "title": "`" * 200 + str(n)} for n in range(5_000)])
    changes = compare(State(), many)
    kind = changes.kinds["releases"]
    assert kind.counts["added"] == 5_000 and len(kind.listed) == room.MOST_LISTED
    assert "… and 4,980 more" in render_changes(changes)


def test_the_comment_stays_below_its_length() -> None:
    def release(id: int, word: str) -> dict[str, Any]:
        values = [f"{word}{n}" * 50 for n in range(30)]
        return {"id": f"a/{id}", "body": values, "topics": values, "terms": values, "title": word * 200}

    old, new = (State(releases=[release(n, word) for n in range(40)]) for word in "xy")
    text = render_changes(compare(old, new))
    assert len(text) <= room.LONGEST_TEXT + 100 and "more" in text
    assert all(len(one.id) <= room.LONGEST for one in compare(old, new).kinds["releases"].listed)


# --- nothing is active -------------------------------------------------------------------------------


def active(markdown: str) -> tuple[list[str], str]:
    """Kinds of tokens in a Markdown text, and the words outside code."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    inner = [token for block in tokens for token in (block.children or [])]
    kinds = [token.type for token in (*tokens, *inner)]
    return kinds, " ".join(token.content for token in inner if token.type == "text")


@pytest.mark.parametrize("kind", room.KINDS)
def test_raw_text_is_never_active_in_the_comment(kind: str) -> None:
    one = {
        **dict.fromkeys(("id", "title", "name", "issued", "place", "standing", "body", "start"), HOSTILE),
        **({"body": [HOSTILE]} if kind == "releases" else {}),
        **{key: [HOSTILE] for key in ("topics", "variants", "participants", "releases")},
        "problems": [{"code": HOSTILE, "message": HOSTILE}],
        "officials": [{"id": HOSTILE, "name": HOSTILE, "offices": [{"title": HOSTILE}]}],
    }
    other = {**one, "title": f"{HOSTILE}!", "name": "x" + HOSTILE, "topics": [], "participants": []}
    for old, new in (({}, one), (one, other), (one, {})):
        states = [State(**{kind: [value] if value else []}) for value in (old, new)]
        text = render_changes(compare(*states))
        kinds, words = active(text)
        assert not {"link_open", "image", "html_inline", "fence"} & set(kinds)
        assert kinds.count("html_block") == 1 and text.startswith(room.MARK + "\n")  # the mark alone
        assert not re.search(r"[@#<>$]|evil|octocat", words)
        assert not re.search("[\u202e\u200b\x1b]", text)


@given(st.text(max_size=300))
@example("`")
@example(" a ")
@example("``` `` `")
@example("\ud800")
def test_a_code_span_holds_any_text(text: str) -> None:
    made = code(text)
    made.encode("utf-8")
    tokens = [t for block in MarkdownIt().parse(f"- a {made} b") for t in (block.children or [])]
    assert [t.type for t in tokens] == ["text", "code_inline", "text"]


# --- as JSON -----------------------------------------------------------------------------------------


def test_json_reads_back_the_same(state: State) -> None:
    changes = compare(state, altered(state, "releases", 0, title=HOSTILE, topics=[]))
    assert read_changes(json.loads(json.dumps(describe_changes(changes)))) == changes


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(["added", "title"])
KEYS = st.sampled_from(["releases", "listed", "changes", "how", "field", "gone", "id", "added", "dates"])


@given(
    st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5))
)
def test_a_stranger_s_json_is_read_or_refused(value: Any) -> None:
    try:
        read = read_changes(value)
    except room.NotChanges as refused:
        assert "expected" in str(refused)
    else:
        kinds, _ = active(render_changes(read))
        assert not {"link_open", "image", "html_inline"} & set(kinds)


def test_a_stranger_s_json_is_cut_to_its_bounds() -> None:
    entry = {"id": "x" * 10_000, "name": HOSTILE, "how": "added", "changes": []}
    read = read_changes({"releases": {"added": 1, "listed": [entry] * 9_000}})
    assert len(read.kinds["releases"].listed) == room.MOST_LISTED
    assert len(read.kinds["releases"].listed[0].id) == room.LONGEST
    with pytest.raises(room.NotChanges, match="field: expected one of"):
        changes = [{"field": "@octocat", "gone": [], "come": []}]
        read_changes({"releases": {"listed": [{**entry, "changes": changes}]}})


# --- the command -------------------------------------------------------------------------------------


def write_data(folder: Path, root: Path) -> Path:
    """The files under /data of a record."""
    for path, content in render_exports(assemble(root)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def test_a_record_and_its_data_are_the_same(tmp_path: Path) -> None:
    site = write_data(tmp_path / "site", ROOT)
    for place in (site, site / "data", site / "data" / "releases.json"):
        changes = compare_places(place, place)
        assert changes.is_empty() and changes.kinds["releases"].after == 5
    assert compare_places(ROOT, site).is_empty()
    assert compare_places(site / "data" / "events.json", site / "data" / "events.json").kinds["events"].after


def test_a_record_laid_out_by_year_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, state: State
) -> None:
    monkeypatch.setattr("gazette.exports.shelves.MOST_TOGETHER", 2)
    site = write_data(tmp_path / "site", ROOT)
    assert (site / "data" / "releases").is_dir()
    assert compare(state, load_state(site)).is_empty()
    next((site / "data" / "releases").iterdir()).unlink()
    assert main(["diff", str(site), str(site)]) == 2


def test_the_command_tells_markdown_and_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = copy_record(tmp_path / "record")
    gone = old / "seeds" / "newspaper" / "2023-12-inter-ministerial-meeting.txt"
    gone.unlink()
    assert main(["diff", str(old), str(ROOT)]) == 0
    shown = capsys.readouterr().out
    assert "| releases | 4 | 5 | 1 | 0 | 0 |" in shown
    assert "- added `newspaper/2023-12-inter-ministerial-meeting`" in shown
    assert main(["diff", str(old), str(ROOT), "--json"]) == 0
    kept = tmp_path / "changes.json"
    kept.write_text(capsys.readouterr().out, "utf-8")
    assert json.loads(kept.read_text("utf-8"))["releases"]["added"] == 1
    assert main(["diff", "--changes", str(kept)]) == 0
    assert capsys.readouterr().out == shown


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no list of changes"),
        (b"\xff\xfe", "is no list of changes"),
        (b"[]", "expected keys and values"),
        (b"[" * 100_000, "is no list of changes"),
        (b'{"releases": {"added": -1}}', "expected a number"),
        (b" " * 10_000_001, "larger than"),
    ],
)
def test_a_file_that_is_no_list_of_changes_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    (tmp_path / "changes.json").write_bytes(content)
    assert main(["diff", "--changes", str(tmp_path / "changes.json")]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["diff"], "expected two places"),
        (["diff", "a"], "expected two places"),
        (["diff", "a", "b"], "a: expected a record"),
        (["diff", "a", "b", "--changes", "c"], "stands alone"),
        (["diff", "--changes", "missing"], "missing cannot be read"),
    ],
)
def test_a_wrong_command_says_what_was_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str, monkeypatch: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"{}", b"[1", b"\xff", b'[{"file": "../../secret.jsonl"}]'])
def test_a_broken_list_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes) -> None:
    (tmp_path / "secret.jsonl").write_text("{}")
    folder = tmp_path / "site" / "data"
    folder.mkdir(parents=True)
    (folder / "releases.json").write_bytes(content)
    assert main(["diff", str(folder), str(folder)]) == 2
    assert "releases.json cannot be read" in capsys.readouterr().err
