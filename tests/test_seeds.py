"""Bytes → raw releases: encodings, front matter, folders."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.model import RawRelease
from gazette.seeds import LARGEST, Stamps, load_raw, load_seeds, read_raw
from support import ROOT


def read(text: str | bytes, path: str = "seeds/thule/talks.txt") -> RawRelease:
    return read_raw(path, text if isinstance(text, bytes) else text.encode())


def shown(release: RawRelease) -> list[str]:
    return [str(problem) for problem in release.problems]


@pytest.mark.parametrize(
    "content",
    [
        "Dîner à Oslo\n".encode(),
        b"\xef\xbb\xbf" + "Dîner à Oslo\n".encode(),
        "\ufeffDîner à Oslo\r\n".encode("utf-16-le"),
        "\ufeffDîner à Oslo\r".encode("utf-16-be"),
        "\ufeffDîner à Oslo\n".encode("utf-32-le"),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_encodings_are_told_by_their_marks(content: bytes) -> None:
    release = read(content)
    assert release.text == "Dîner à Oslo\n" and release.problems == ()
    assert release.sha256 == hashlib.sha256(content).hexdigest()


def test_other_bytes_are_read_as_windows_1252_and_said() -> None:
    release = read(b"One\nthe \x93caf\xe9\x94 \x81\n")
    assert release.text == "One\nthe “café” \x81\n"
    assert shown(release) == [
        "seeds/thule/talks.txt:2: seed-encoding: byte 0x93 at place 5 of the line is not UTF-8; the file "
        "is read as Windows-1252 — save the file as UTF-8 after comparing it with what was received"
    ]


def test_broken_utf_16_is_read_as_far_as_it_can_be() -> None:
    release = read("\ufeffOne\n".encode("utf-16-le") + b"x")
    assert release.text.startswith("One\n") and [p.code for p in release.problems] == ["seed-encoding"]
    release.text.encode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "seed-empty"),
        (b" \r\n\t\n", "seed-empty"),
        ("\ufeff".encode(), "seed-empty"),
        (b"%PDF-1.7\n", "seed-binary"),
        (b"PK\x03\x04word", "seed-binary"),
        (b"one\ntwo\0three", "seed-binary"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f", "seed-binary"),
        (b"a" * (LARGEST + 1), "seed-too-large"),
    ],
)
def test_what_cannot_be_read_has_one_problem_with_a_cure(content: bytes, code: str) -> None:
    release = read(content)
    (problem,) = release.problems
    assert (release.text, problem.code, problem.severity) == ("", code, "error") and problem.cure


@pytest.mark.parametrize("content", ["\x1b[1mOne\x1b[0m line of text\n", "One\ftwo"])
def test_a_control_character_makes_no_binary(content: str) -> None:
    assert read(content).text == content and read(content).problems == ()


def test_lines_are_those_of_an_editor() -> None:
    release = read("one\r\ntwo\rthree\u2028still three\ffour\n")
    assert release.text.split("\n") == ["one", "two", "three\u2028still three\ffour", ""]


# --- front matter


def test_front_matter_is_kept_as_written() -> None:
    release = read("---\ntitle: NO\nat: 12:30\ntags: [on, 1]\nby:\n  who: 2031-05-04\n---\n\nText\n")
    assert [(g.key, g.value, g.line) for g in release.given] == [
        ("title", "NO", 2),
        ("at", "12:30", 3),
        ("tags", ["on", "1"], 4),
        ("by", {"who": "2031-05-04"}, 5),
    ]
    assert (release.text, release.first_line, release.problems) == ("\nText\n", 8, ())


def test_a_line_of_hyphens_inside_a_value_ends_nothing() -> None:
    release = read("---\ntitle: |\n  a\n  ---\n  b\n---\nText")
    assert release.given[0].value == "a\n---\nb" and release.text == "Text"


BROKEN = {
    "colon": (
        "title: Meeting: A and B",
        ":2: front-matter-broken: cannot be read as YAML: `title: Meeting: A and B` — "
        'write `title: "Meeting: A and B"`',
    ),
    "quote": (
        "a: b\nby: 'Anna",
        ':3: front-matter-broken: cannot be read as YAML: `by: \'Anna` — write `by: "Anna"`',
    ),
    "tab": ("a:\n\tb: c", ":3: front-matter-broken: a tab in '\\tb: c' — write `  b: c`"),
    "twice": (
        "a: b\nc: d\na: e",
        ":4: front-matter-twice: the key 'a' stands twice — keep one of the lines that begin with `a:`",
    ),
    "twice-inside": ("a:\n  b: c\n  b: d", ":4: front-matter-twice: the key 'b' stands twice"),
    "list": ("- a\n- b", ":2: front-matter-not-mapping: front matter is lines of `key: value`"),
    "words": ("Just words", ":2: front-matter-not-mapping:"),
    "alias": ("a: &x [b]\nc: *x", ":2: front-matter-broken: an alias"),
    "loop": ("a: &x {b: *x}", ":2: front-matter-broken: an alias"),
    "brackets": ("a: " + "[" * 5000, ":2: front-matter-broken: too many levels"),
    "steps": (
        "\n".join(" " * n + "a:" for n in range(300)),
        "front-matter-broken: an alias, or too many levels",
    ),
    "dashes": ("a: " + "- " * 5000, ":2: front-matter-broken: too many levels"),
}


@pytest.mark.parametrize(("lines", "problem"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_front_matter_is_one_problem_and_stays_in_the_text(lines: str, problem: str) -> None:
    text = f"---\n{lines}\n---\nText\n"
    release = read(text)
    (got,) = shown(release)
    assert problem in got and len(got) < 400
    assert (release.text, release.first_line, release.given) == (text, 1, ())


def test_front_matter_that_is_never_closed() -> None:
    release = read("---\ntitle: Talks\nby: Anna\n\nThey met.\n")
    assert shown(release) == [
        "seeds/thule/talks.txt:1: front-matter-unclosed: front matter begins here and is never closed; "
        "line 4 was expected to be `---` — write a line `---`"
    ]
    assert release.text.startswith("---\ntitle: Talks")


@pytest.mark.parametrize(
    "text",
    [
        "Visit of the Court\n---\n\nText\n",
        "---\nPRESS RELEASE\n\nThey met: all.\n",
        "----\na: b\n----\n",
        "\n---\na: b\n---\n",
    ],
    ids=["underlined-title", "rule-on-top", "longer-rule", "not-on-the-first-line"],
)
def test_what_is_no_front_matter(text: str) -> None:
    release = read(text)
    assert (release.text, release.given, release.problems) == (text, (), ())


@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(":-#[]{}&*!|>'\"\\\n\t ab", max_size=80).map(lambda t: f"---\n{t}\n---\n".encode()),
    )
)
def test_any_bytes_are_read(content: bytes) -> None:
    release = read(content)
    release.text.encode()
    assert "\r" not in release.text
    assert release.text or release.problems
    assert all(problem.cure and "\n" not in problem.message for problem in release.problems)


# --- folders


def test_a_folder_is_read_in_order_and_nothing_leads_out(tmp_path: Path) -> None:
    home = tmp_path / "seeds"
    (home / "b").mkdir(parents=True)
    (home / "a").mkdir()
    (home / "b" / "2.txt").write_text("Two")
    (home / "a" / "1.md").write_text("One")
    (home / "a" / "1.txt").write_text("One again")
    (home / "a" / "scan.tiff").write_bytes(b"II*")
    (home / ".hidden").write_text("x")
    outside = tmp_path / "secret.txt"
    outside.write_text("secret")
    (home / "b" / "out.txt").symlink_to(outside)
    (home / "b" / "up").symlink_to(tmp_path)
    (home / "b" / "in.txt").symlink_to(home / "b" / "2.txt")
    (home / "b" / "gone.txt").symlink_to(tmp_path / "nowhere")
    got = [(r.id, r.path, r.text, [(p.code, p.severity) for p in r.problems]) for r in load_seeds(tmp_path)]
    assert got == [
        ("a/1", "seeds/a/1.md", "One", []),
        ("a/1", "seeds/a/1.txt", "", [("seed-twice", "error")]),
        ("a/scan.tiff", "seeds/a/scan.tiff", "", [("seed-ignored", "notice")]),
        ("b/2", "seeds/b/2.txt", "Two", []),
        ("b/gone", "seeds/b/gone.txt", "", [("seed-link", "error")]),
        ("b/in", "seeds/b/in.txt", "Two", []),
        ("b/out", "seeds/b/out.txt", "", [("seed-link", "error")]),
        ("b/up", "seeds/b/up", "", [("seed-link", "error")]),
    ]


def test_a_file_outside_keeps_its_name(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("Talks")
    inside, outside = load_raw(path, tmp_path), load_raw(path, tmp_path / "elsewhere")
    assert (inside.path, inside.id, outside.path, outside.id) == (
        "talks.txt",
        "talks",
        path.as_posix(),
        "talks",
    )
    missing = load_raw(tmp_path / "none.txt", tmp_path)
    assert [p.code for p in missing.problems] == ["seed-unreadable"] and missing.text == ""


def test_a_file_larger_than_can_be_held_has_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    content = b"Talks. " * (LARGEST // 3)
    path.write_bytes(content)
    release = load_raw(path, tmp_path)
    assert [p.code for p in release.problems] == ["seed-too-large"] and "37.3 MB" in release.problems[
        0
    ].message
    assert release.sha256 == hashlib.sha256(content).hexdigest()


def test_the_seeds_are_read_as_received() -> None:
    releases = load_seeds(ROOT)
    assert len(releases) >= 5 and not any(release.problems for release in releases)
    for release in releases:
        assert release.sha256 == hashlib.sha256((ROOT / release.path).read_bytes()).hexdigest()
        assert release.path == f"seeds/{release.id}.txt"


def test_a_file_with_the_stamp_it_had_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "seeds"
    home.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (home / name).write_text("Talks in Strelsau\n")
    stamps = Stamps(lambda: time.time_ns() + 10**12)  # no file is too new

    def load(known: Iterable[RawRelease]) -> tuple[tuple[RawRelease, ...], set[str]]:
        """The releases, and the names of the files that were opened."""
        opened: set[str] = set()
        is_open = Path.open
        with monkeypatch.context() as patch:
            patch.setattr(Path, "open", lambda path, *of: opened.add(path.name) or is_open(path, *of))
            return load_seeds(tmp_path, {one.path: one for one in known}, stamps), opened

    first, opened = load(())
    assert opened == {"a.txt", "b.txt", "c.txt"}
    assert load(first) == (first, set())
    times = (home / "b.txt").stat()
    (home / "b.txt").write_text("Talks in Zenda   \n")  # as long as before, and dated back
    os.utime(home / "b.txt", ns=(times.st_atime_ns, times.st_mtime_ns))
    second, opened = load(first)
    assert opened == {"b.txt"} and second[1].text == "Talks in Zenda   \n"
    assert load(first)[1] == {"b.txt"}, "a build that failed did not keep what it read"
    assert load(second) == (second, set())


def test_a_file_written_just_now_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Talks\n")
    stamps = Stamps(time.time_ns)
    (first,) = load_seeds(tmp_path, {}, stamps)
    assert not stamps.holds(first.path, str(tmp_path / first.path), first.sha256)


def test_a_file_of_the_same_bytes_is_not_read_again_unless_there_was_something_to_say(tmp_path: Path) -> None:
    home = tmp_path / "seeds" / "ruritania"
    home.mkdir(parents=True)
    (home / "a.txt").write_bytes(b"Talks in Strelsau\n")
    (home / "b.txt").write_bytes(b"Talks in Strels\xe4u\n")
    (home / "c.txt").write_bytes(b"More talks\n")
    first = {release.path: release for release in load_seeds(tmp_path)}
    (home / "c.txt").write_bytes(b"No more talks\n")
    again = {release.path: release for release in load_seeds(tmp_path, first)}
    assert again == {release.path: release for release in load_seeds(tmp_path)}
    same = {path for path in again if again[path] is first[path]}
    assert same == {"seeds/ruritania/a.txt"}
    (home / "a.md").write_bytes(b"Talks\n")  # comes first, and takes the address
    taken = load_seeds(tmp_path, again)
    assert [p.code for p in taken[1].problems] == ["seed-twice"]
    (home / "a.md").unlink()
    assert load_seeds(tmp_path, {release.path: release for release in taken}) == tuple(again.values())
