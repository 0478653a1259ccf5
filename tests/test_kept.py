"""A reading of the last build holds as long as all that bears on it is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from cabinet import pack
from gazette.assemble import put_together
from gazette.model import Authority, Correction, RawRelease, Release
from gazette.normalise import normalise
from gazette.pages import Serving, build_site, plan_pages
from gazette.seeds import read_raw
from kept import Kept, Written, load_kept, save_kept

TEXT = b"Talks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n"
RAWS = [read_raw(f"seeds/ruritania/2022-05-0{day}-talks.txt", TEXT) for day in (4, 5)]
TITLE = Correction("ruritania/2022-05-04-talks", "title", "Better Talks", line=1)
IN_VAIN = Correction("ruritania/2022-05-04-talks", "office", ["minister"], of="Nobody", line=5)


def read(kept: Kept, *corrections: Correction) -> tuple[list[str], list[Release]]:
    """The releases that were read anew, and all of them."""
    authority = Authority(corrections=corrections)
    new: list[str] = []

    def read_new(raws: Sequence[RawRelease]) -> list[Release]:
        new.extend(raw.id for raw in raws)
        return [normalise(raw, authority) for raw in raws]

    found = kept.read_all(RAWS, authority, read_new)
    assert found == [normalise(raw, authority) for raw in RAWS]
    return new, found


def test_a_line_in_vain_is_taken_out_with_its_problem() -> None:
    kept = Kept()
    _, found = read(kept, TITLE, IN_VAIN)
    assert [problem.line for problem in found[0].problems if problem.code == "correction-unmet"] == [5]
    new, found = read(kept, TITLE)
    assert new == [TITLE.release]
    assert not [problem for problem in found[0].problems if problem.code == "correction-unmet"]


def test_only_the_release_of_another_correction_is_read_again() -> None:
    kept = Kept()
    assert len(read(kept)[0]) == 2
    assert read(kept)[0] == []
    assert read(kept, TITLE)[0] == [TITLE.release]
    assert read(kept, TITLE, IN_VAIN)[0] == [TITLE.release]
    assert read(kept, TITLE, IN_VAIN)[0] == [], "a line in vain is no reason to read again and again"
    assert read(kept, replace(TITLE, line=2), IN_VAIN)[0] == [TITLE.release], "problems name lines"
    assert read(kept)[0] == [TITLE.release]


def test_many_readings_that_no_file_has_are_worth_keeping(tmp_path: Path) -> None:
    kept = Kept()
    raws = [replace(RAWS[0], path=f"seeds/{n}.txt", id=str(n)) for n in range(12)]

    def read_as_one(new: Sequence[RawRelease]) -> list[Release]:
        return [replace(normalise(RAWS[0], Authority()), raw=raw) for raw in new]

    kept.read_all(raws[:10], Authority(), read_as_one)
    assert kept.read == 10 and not kept.has_much_unsaved()
    kept.read_all(raws, Authority(), read_as_one)
    assert kept.read == 2 and kept.has_much_unsaved()
    save_kept(kept, tmp_path / "kept")
    assert not kept.has_much_unsaved() and load_kept(tmp_path / "kept") == kept


def test_a_record_that_did_not_change_is_known_without_a_look(tmp_path: Path) -> None:
    """What is put together of the same readings is the same; of another reading it is not."""
    kept = Kept()
    read(kept)
    site = build_site(put_together(Authority(), kept.readings.values()), Serving())
    quires = plan_pages(site)
    (quire,) = (quire for quire in quires if quire.address == f"releases/{TITLE.release}/")
    kept.keep(site, "frame", {quire.address: Written(quire.subject, ("a",), (("releases", TITLE.release),))})
    save_kept(kept, tmp_path / "kept")
    for corrections, holds in (((), True), ((TITLE,), False)):
        again = load_kept(tmp_path / "kept")
        assert again.readings == kept.readings and again.site is None
        read(again, *corrections)
        authority = Authority(corrections=corrections)
        corpus = put_together(authority, again.readings.values(), again.gathered)
        again.restore(corpus)
        assert (again.site is None) == holds
        after = build_site(corpus, Serving())
        changed = again.changed(after)
        assert changed is not None and (("releases", TITLE.release) in changed) != holds
        assert bool(again.holding(changed, "frame", plan_pages(after))) == holds
        assert not again.holding(changed, "another frame", plan_pages(after))


def test_only_new_values_are_packed_for_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept()
    read(kept)
    save_kept(kept, tmp_path / "kept")
    again = load_kept(tmp_path / "kept")
    read(again, TITLE)
    packed: list[object] = []
    monkeypatch.setattr("kept.pack", lambda value: packed.append(value) or pack(value))
    save_kept(again, tmp_path / "kept")
    assert packed[1:] == [again.readings[RAWS[0].path]]
    assert load_kept(tmp_path / "kept") == again


def test_after_another_process_wrote_the_file_the_next_time_writes_all(tmp_path: Path) -> None:
    kept = Kept()
    read(kept)
    save_kept(kept, tmp_path / "kept")
    save_kept(Kept(), tmp_path / "kept")
    save_kept(kept, tmp_path / "kept")
    assert load_kept(tmp_path / "kept") == Kept(), "nothing is added to what another one wrote"
    save_kept(kept, tmp_path / "kept")
    assert load_kept(tmp_path / "kept") == kept
