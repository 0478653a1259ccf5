"""An index stays packed until the next one is written, and is then known as if it were of this process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from cabinet import Cabinet, pack
from gazette.assemble import put_together
from gazette.concordance import ENTRIES, Entry, Rendered, render_entries, render_volume, spread
from gazette.model import Authority, Corpus, RawRelease, Release
from gazette.normalise import normalise
from gazette.pages import Serving, build_site
from gazette.seeds import read_raw
from kept import VOLUME, Kept, engine, load_kept, save_kept
from keptindex import packed
from later import Later

LONG = "\n\n".join(f"On {day} May 2022, the two sides met in Strelsau." for day in range(1, 8))
ONE = read_raw("seeds/ruritania/2022-05-04-talks.txt", f"Talks in Strelsau\n\n{LONG}\n".encode())
TWO = read_raw(
    "seeds/ruritania/2022-05-05-visit.txt", b"Visit to Zenda\n\nOn 5 May 2022, they met in Zenda.\n"
)
OTHER = read_raw(TWO.path, b"Visit to Zenda\n\nOn 6 May 2022, they met again in Zenda.\n")
RELEASES = "r00"
"""Name of the volume of releases."""


def build(kept: Kept, *raws: RawRelease) -> Corpus:
    """Read a record, and keep what a build keeps but the index."""

    def read(new: Sequence[RawRelease]) -> list[Release]:
        return [normalise(raw, Authority()) for raw in new]

    corpus = put_together(Authority(), kept.read_all(raws, Authority(), read), kept.gathered)
    kept.keep(build_site(corpus, Serving()), "frame", {})
    return corpus


def entries_by_volume(kept: Kept, corpus: Corpus) -> Mapping[str, tuple[Entry, ...]]:
    return spread(render_entries(corpus, kept.index.entries))


def write_index(kept: Kept, corpus: Corpus) -> dict[str, Rendered]:
    """As a build does: volumes that hold are taken over, others are rendered, all are packed."""
    kept.open_index()
    volumes = entries_by_volume(kept, corpus)
    held = kept.index.holding(volumes)
    made = {name: render_volume(name, volumes[name])[0] for name in volumes if name not in held}
    bodies = {name: packed(volume) for name, volume in made.items()}
    kept.index.volumes = kept.let_go_of_index(held | made, bodies)
    return held


def after_a_build(file: Path, *raws: RawRelease) -> Kept:
    kept = Kept()
    write_index(kept, build(kept, *raws))
    save_kept(kept, file)
    return load_kept(file)


def test_it_is_packed_until_it_is_opened(tmp_path: Path) -> None:
    again = after_a_build(tmp_path / "kept", ONE, TWO)
    volume = again.index.volumes[RELEASES]
    assert not volume.entries and not volume.postings.places and volume.paths
    assert again.index.entries.each(ENTRIES) is None
    again.open_index()
    volume = again.index.volumes[RELEASES]
    assert volume == render_volume(RELEASES, volume.entries)[0]
    long, short = (entry.passages for entry in volume.entries)
    assert isinstance(long, Later) and isinstance(short, tuple)
    made = render_entries(put_together(Authority(), again.readings.values()))
    assert volume.entries == spread(made)[RELEASES]


def test_an_index_of_the_same_record_holds(tmp_path: Path) -> None:
    again = after_a_build(tmp_path / "kept", ONE, TWO)
    assert RELEASES in write_index(again, build(again, ONE, TWO))
    assert not [name for name in again.packed if name.startswith(VOLUME)], "it lies in the file as it is"
    save_kept(again, tmp_path / "kept")
    third = load_kept(tmp_path / "kept")
    assert RELEASES in write_index(third, build(third, ONE, TWO))
    fourth = load_kept(tmp_path / "kept")
    assert RELEASES not in write_index(fourth, build(fourth, ONE, OTHER))


def test_the_entry_of_a_release_that_changed_is_made_anew(tmp_path: Path) -> None:
    """Also where the record was read again, and kept, before anybody asked for the index of that state."""
    again = after_a_build(tmp_path / "kept", ONE, TWO)
    corpus = build(again, ONE, OTHER)
    save_kept(again, tmp_path / "kept")
    third = load_kept(tmp_path / "kept")
    for kept in (again, third):
        kept.open_index()
        known = kept.index.entries.each(ENTRIES)
        assert known and len(known.names) == (2 if kept is again else 1)
        assert kept.last == corpus and render_entries(corpus, kept.index.entries) == render_entries(corpus)


def test_a_server_keeps_an_index_that_is_open(tmp_path: Path) -> None:
    kept = Kept()
    corpus = build(kept, ONE, TWO)
    volumes = entries_by_volume(kept, corpus)
    kept.index.volumes = {name: render_volume(name, entries)[0] for name, entries in volumes.items()}
    save_kept(kept, tmp_path / "kept")
    again = load_kept(tmp_path / "kept")
    again.open_index()
    assert again.index.volumes == kept.index.volumes
    assert again.index.holding(entries_by_volume(again, corpus)) == again.index.volumes


def test_a_new_file_gets_what_was_packed_in_another(tmp_path: Path) -> None:
    again = after_a_build(tmp_path / "kept", ONE, TWO)
    build(again, ONE, TWO)
    save_kept(again, tmp_path / "another")
    moved = load_kept(tmp_path / "another")
    assert RELEASES in write_index(moved, build(moved, ONE, TWO))


@pytest.mark.parametrize("spoilt", [pack("no volume"), b"not packed"])
def test_a_volume_that_cannot_be_had_back_is_written_anew(tmp_path: Path, spoilt: bytes) -> None:
    file = tmp_path / "kept"
    after_a_build(file, ONE, TWO)
    name = VOLUME + RELEASES
    cabinet = Cabinet(file)
    bodies = cabinet.read(engine()) | {name: spoilt}
    cabinet.write({name: spoilt}, bodies, engine())
    again = load_kept(file)
    assert again.readings and again.index.volumes
    corpus = build(again, ONE, TWO)
    assert not write_index(again, corpus)
    save_kept(again, file)
    third = load_kept(file)
    assert RELEASES in write_index(third, build(third, ONE, TWO))


def test_volumes_that_are_gone_from_the_site_do_not_hold_but_their_entries_do(tmp_path: Path) -> None:
    again = after_a_build(tmp_path / "kept", ONE, TWO)
    again.is_of("another mark", tmp_path)
    corpus = build(again, ONE, TWO)
    assert not write_index(again, corpus)
    again = after_a_build(tmp_path / "kept", ONE, TWO)
    again.is_of("another mark", tmp_path)
    build(again, ONE, TWO)
    again.open_index()
    known = again.index.entries.each(ENTRIES)
    assert known and len(known.made) == 2 and not again.index.volumes
