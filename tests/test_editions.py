"""Editions: what came and went since the one before, told by digests alone, and never changed in silence."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette import authority as room
from gazette.authority.editions import EDITIONS, check_editions, replay
from gazette.cli import main
from gazette.exports import render_exports
from gazette.model import Authority, Correction, Edition, RawRelease
from gazette.pages import Bundle, Serving, render_pages
from support import ROOT


def raw(path: str, text: str = "a") -> RawRelease:
    """A raw file as the record holds it."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return RawRelease(f"seeds/{path}", path.rpartition(".")[0], digest, text)


def editions_of(*states: list[RawRelease]) -> tuple[Edition, ...]:
    """An edition of each state, one after the other."""
    made: tuple[Edition, ...] = ()
    for number, state in enumerate(states, start=1):
        made = (*made, room.next_edition(made, state, (), f"2026-01-{number:02}"))
    return made


def written(folder: Path, text: str) -> Authority:
    """The authority files of a record with this editions.yml."""
    (folder / "editions.yml").write_text(text, "utf-8")
    return room.load_authority(folder)


A, B, C = raw("x/a.txt"), raw("x/b.txt"), raw("y/c.md")


def test_the_first_edition_lists_everything_the_next_only_what_is_new() -> None:
    first, second = editions_of([A, B], [A, raw("x/b.txt", "other"), C])
    assert [line.split("  ")[1] for line in first.received] == ["x/a.txt", "x/b.txt"]
    assert [line.split("  ")[1] for line in second.received] == ["x/b.txt", "y/c.md"]
    assert first.number == 1 and second.number == 2 and second.withdrawn == ()


def test_what_came_since_is_told_by_kind() -> None:
    editions = editions_of([A, B, C])
    now = [raw("x/b.txt", "other"), C, raw("y/d.txt")]
    moved = room.standing_of(editions, now, [Correction("y/c", "title", "Talks")])
    assert moved.is_draft and moved.number == 2 and moved.last == editions[0]
    assert moved.accruals == room.Accruals(("y/d.txt",), ("x/b.txt",), ("y/c#title",), ("x/a.txt",))


def test_an_edition_tells_what_came_with_it_as_long_as_nothing_else_did() -> None:
    editions = editions_of([A], [A, B])
    here = room.standing_of(editions, [B, A], ())
    assert not here.is_draft and here.edition == editions[1] and here.last == editions[0]
    assert here.accruals == room.Accruals(received=("x/b.txt",)) and here.holds == editions[1].holds


def test_a_correction_that_says_something_else_is_new_and_one_taken_out_is_withdrawn() -> None:
    first = room.next_edition((), [A], [Correction("x/a", "title", "One")], "2026-01-01")
    assert room.standing_of((first,), [A], [Correction("x/a", "title", "One", note="why")]).edition
    other = room.standing_of((first,), [A], [Correction("x/a", "title", "Two")])
    assert other.accruals.corrections == ("x/a#title",)
    assert room.standing_of((first,), [A], ()).accruals.withdrawn == ("x/a#title",)


def test_a_file_with_the_sign_of_a_correction_in_its_name_is_a_file() -> None:
    odd = raw("x/note #2: talks.txt")
    (edition,) = editions_of([odd])
    assert edition.received and not edition.corrections


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["a.txt", "b.md", "c #1.txt", "é: x.txt"]), st.sampled_from("123")),
        min_size=1,
        max_size=5,
    )
)
def test_editions_give_back_every_state(states: list[dict[str, str]]) -> None:
    """Whatever came and went: replayed, the lists are the state, and nothing is complained of."""
    editions = editions_of(*([raw(f"x/{name}", text) for name, text in state.items()] for state in states))
    assert check_editions(editions) == []
    for number, state in enumerate(states, start=1):
        held = room.holdings_of([raw(f"x/{name}", text) for name, text in state.items()], ())
        assert replay(editions[:number]) == held
        listed = room.render_holdings(held).encode()
        assert hashlib.sha256(listed).hexdigest() == editions[number - 1].holds


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    odd = [raw("x/note #2: talks.txt"), raw('x/"quoted".md'), raw("x/ក.txt"), A]
    before = editions_of(odd)
    note = 'Said: "all" # of it'
    second = replace(
        room.next_edition(before, [A], [Correction("x/a", "title", "é")], "2026-02-01"), note=note
    )
    read = written(tmp_path, "\n\n".join(map(room.render_edition, (*before, second))) + "\n")
    assert read.problems == ()
    assert [replace(e, line=0) for e in read.editions] == [*before, second]


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("number: 2", "number: 3"), "edition-order", 6),
        (("date: 2026-01-02", "date: 2025-12-31"), "edition-order", 6),
        ((f"{A.sha256}  x/a.txt", f"{'0' * 64}  x/a.txt"), "edition-changed", 1),
        ((f"    - {B.sha256}  x/b.txt\n", ""), "edition-changed", 6),
        (("date: 2026-01-02", "date: 2026-13-40"), "authority-wrong-type", 7),
        ((f"- {B.sha256}  x/b.txt", "- x/b.txt"), "authority-wrong-type", 10),
    ],
)
def test_a_register_that_cannot_be_right_is_an_error(
    tmp_path: Path, change: tuple[str, str], code: str, line: int
) -> None:
    text = "\n".join(map(room.render_edition, editions_of([A], [A, raw("x/b.txt", "a")]))) + "\n"
    assert written(tmp_path, text).problems == ()
    assert change[0] in text
    found = [(p.code, p.line, p.severity) for p in written(tmp_path, text.replace(*change)).problems]
    assert (code, line, "error") in found


def test_the_cure_of_a_changed_list_is_the_line_to_write(tmp_path: Path) -> None:
    text = "\n".join(map(room.render_edition, editions_of([A], [A, B]))) + "\n"
    (problem,) = written(tmp_path, text.replace(f"    - {B.sha256}  x/b.txt\n", "")).problems
    digest = problem.cure.rpartition("holds: ")[2]
    mended = text.replace(f"    - {B.sha256}  x/b.txt\n", "").replace(
        editions_of([A], [A, B])[1].holds, digest
    )
    assert written(tmp_path, mended).problems == ()


def test_the_register_of_this_record_is_right() -> None:
    known = room.load_authority(ROOT / "docs" / "authority")
    assert known.editions and check_editions(known.editions) == []


# --- the command ---------------------------------------------------------------------------------


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of two raw files and no edition."""
    for name in ("a", "b"):
        file = tmp_path / "seeds" / "x" / f"{name}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Talks {name}\n\nThe ministers met on 5 May 2021.\n", "utf-8")
    (tmp_path / "docs" / "authority").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Zento Record\n", "utf-8")
    return tmp_path


def test_an_edition_is_added_and_nothing_else_is_touched(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = record / EDITIONS
    file.write_text("# kept\n", "utf-8")
    assert main(["edition", "--record", str(record)]) == 0
    assert "2 received" in capsys.readouterr().out and file.read_text("utf-8") == "# kept\n"
    assert main(["edition", "2026-03-01", "--note", "First.", "--record", str(record)]) == 0
    assert f"{EDITIONS}:3: added edition 1" in capsys.readouterr().out
    first = file.read_text("utf-8")
    (record / "seeds/x/c.txt").write_text("More talks.\n", "utf-8")
    assert main(["edition", "2026-04-01", "--record", str(record)]) == 0
    assert file.read_text("utf-8").startswith(first)
    read = room.load_authority(record / "docs" / "authority")
    assert read.problems == () and [len(e.received) for e in read.editions] == [2, 1]
    assert [p.name for p in file.parent.iterdir()] == ["editions.yml"]


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["2026-02-30"], 2, "is no day"),
        (["yesterday"], 2, "is no day"),
        (["--note", "Words"], 2, "name its day"),
        (["2026-02-28"], 1, "lies before edition 1"),
    ],
)
def test_what_is_no_edition_is_refused(
    record: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, says: str
) -> None:
    assert main(["edition", "2026-03-01", "--record", str(record)]) == 0
    (record / "seeds/x/c.txt").write_text("More talks.\n", "utf-8")
    before = (record / EDITIONS).read_bytes()
    assert main(["edition", *arguments, "--record", str(record)]) == status
    assert says in capsys.readouterr().err and (record / EDITIONS).read_bytes() == before


def test_the_same_state_is_no_second_edition(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edition", "2026-03-01", "--record", str(record)]) == 0
    before = (record / EDITIONS).read_bytes()
    assert main(["edition", "2026-04-01", "--record", str(record)]) == 1
    assert "nothing came or went" in capsys.readouterr().err and (record / EDITIONS).read_bytes() == before


# --- what readers see ----------------------------------------------------------------------------


def shown(record: Path, **serving: object) -> tuple[str, dict[str, bytes]]:
    """The page of the edition, and the files beside it."""
    from gazette.assemble import assemble

    corpus = assemble(record)
    files = dict(render_exports(corpus, title="Zento Record"))
    known = tuple((path, len(content)) for path, content in files.items())
    settings = Serving(site_name="Zento Record", data_files=known, **serving)  # type: ignore[arg-type]
    (page,) = (p for p in render_pages(corpus, settings) if p.address == "edition/")
    return page.head + page.html, files


def test_page_text_and_description_say_the_same(record: Path) -> None:
    main(["edition", "2026-03-01", "--note", "A < B.", "--record", str(record)])
    html, files = shown(record)
    note, described = files["EDITION.txt"].decode(), json.loads(files["data/edition.json"])
    assert "Edition 1" in html and "1 March 2026. A &lt; B." in html
    assert note.startswith("Zento Record: edition 1 of 2026-03-01\n") and "A < B." in note
    assert (described["edition"], described["date"], described["draft"]) == (1, "2026-03-01", False)
    assert (
        described["since"]["received"] == ["x/a.txt", "x/b.txt"]
        and described["bundle"] == "zento-record-1.zip"
    )
    digest = hashlib.sha256(files["edition/holdings.txt"]).hexdigest()
    assert digest == described["holds"] and digest in html and digest in note


def test_a_draft_says_that_it_is_one(record: Path) -> None:
    main(["edition", "2026-03-01", "--record", str(record)])
    (record / "seeds/x/c.txt").write_text("More talks.\n", "utf-8")
    html, files = shown(record)
    assert "Draft of edition 2" in html and "has changed since edition 1" in html
    assert "releases/x/c/" in html and "releases/x/a/" not in html
    assert json.loads(files["data/edition.json"])["bundle"] == "zento-record-2-draft.zip"


def test_a_hosted_site_offers_the_bundle_it_has(record: Path) -> None:
    bundle = Bundle("zento-record-1-draft.zip", 3_400_000, "ab" * 32)
    html, _ = shown(record, bundle=bundle)
    assert 'href="zento-record-1-draft.zip"' in html and "3.2 MB" in html and "ab" * 32 in html
    none, _ = shown(record)
    assert "make bundle" in none and "download" not in none
    within, _ = shown(record, bundle=bundle, page_name="index.html")
    assert "zento-record-1-draft.zip" not in within
