"""Changes to authority files: the place itself is written anew and nothing else, whatever the style."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.authority import NotEditable, add_entries, add_record, load_authority, set_value
from support import ROOT, load_cases

AUTHORITY = ROOT / "docs" / "authority"


def read(tmp_path: Path, text: str, name: str = "officials") -> dict[str, tuple[str, ...]]:
    """Variants by id, of a file that has no problem."""
    (tmp_path / f"{name}.yml").write_bytes(text.encode())
    known = load_authority(tmp_path)
    assert [p for p in known.problems if p.code != "authority-dangling-id"] == []
    return {id: record.variants for id, record in known.officials.items()}


@pytest.mark.parametrize("case", load_cases("editing"))
def test_cases(case: dict[str, object]) -> None:
    before, after = str(case["before"]), str(case["after"])
    for end in ("\n", "\r\n"):
        text = before.replace("\n", end)
        if "add" in case:
            made = add_entries(text, "roe", "variants", case["add"])  # type: ignore[arg-type]
        else:
            made = set_value(text, "roe", "when", str(case["set"]))
        assert made == after.replace("\n", end)


@pytest.mark.parametrize("id", sorted(load_authority(AUTHORITY).officials)[::9])
def test_a_variant_more_in_any_committed_record_changes_one_line(id: str, tmp_path: Path) -> None:
    text = (AUTHORITY / "officials.yml").read_bytes().decode()
    made = add_entries(text, id, "variants", ['Zento "Z" Quill: of Strelsau, #1'])
    changed = [line for line in difflib.ndiff(text.split("\n"), made.split("\n")) if line[0] in "+-"]
    assert len([line for line in changed if line[0] == "+"]) == 1 and len(changed) <= 2
    before, after = read(tmp_path, text), read(tmp_path, made)
    assert after == before | {id: (*before[id], 'Zento "Z" Quill: of Strelsau, #1')}


@pytest.mark.parametrize("key", ["when", "place"])
def test_a_value_in_every_committed_event(key: str, tmp_path: Path) -> None:
    text = (AUTHORITY / "events.yml").read_bytes().decode()
    known = load_authority(AUTHORITY).events
    for id in known:
        made = set_value(text, id, key, "2031-02-03")
        (tmp_path / "events.yml").write_bytes(made.encode())
        found = load_authority(tmp_path).events
        assert getattr(found[id], key) == "2031-02-03"
        assert [r.title for r in found.values()] == [r.title for r in known.values()]
        assert abs(made.count("\n") - text.count("\n")) <= 1


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=3))
def test_any_words_read_back(words: list[str]) -> None:
    from gazette.authority.register import read_file
    from gazette.authority.schema import Reader

    words = [word for word in words if word.strip()]
    for text in ("- id: roe\n  name: Roe\n", "- id: roe\n  variants: [a] # b\n  name: Roe\n"):
        reader = Reader("x")
        rows = read_file(add_entries(text, "roe", "variants", words).encode(), reader, "officials")
        assert list(rows[0].values.get("variants", ()))[-len(words) :] == words or not words


def test_what_cannot_be_changed_is_refused() -> None:
    for text in ("- id: doe\n", "", "- id: [roe\n", "id: roe\n"):
        with pytest.raises(NotEditable):
            add_entries(text, "roe", "variants", ["x"])
    with pytest.raises(NotEditable):
        add_entries("- id: roe\n  variants: {a: b}\n", "roe", "variants", ["x"])
    with pytest.raises(NotEditable):
        set_value("- id: roe\n  when: [a]\n", "roe", "when", "2021")


@pytest.mark.parametrize(
    "old", ["", "- id: doe", "- id: doe\n", "# only words\n", "- id: doe\r\n  name: x\r\n"]
)
def test_a_record_stands_at_the_end(old: str) -> None:
    made = add_record(old, "- id: roe\n  name: Roe")
    assert made.startswith(old) and made.endswith(("name: Roe\n", "name: Roe\r\n"))
    assert ("\r\n" in old) == ("\r\n" in made) and "\n\n\n" not in made
