"""The index itself: what is in its files, against a search through the entries by force."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.assemble import assemble
from gazette.concordance import (
    Entry,
    Files,
    Passage,
    render_entries,
    render_index,
    render_lexicon,
    render_volume,
    spread,
    volume_of,
)
from gazette.concordance.cutting import GAP, cut, cut_passages
from gazette.concordance.postings import in_utf16
from gazette.concordance.scripts import LAST_DIGITS, number, numbers, read_numbers
from gazette.concordance.volumes import RELEASES_A_VOLUME, SHARD
from support import ROOT

WORDS = st.sampled_from(
    "law Laws rule of the talks talk Talking Kamikawa Phạm naïve 2024 19 会談 កសិកម្ម 𠮷野 ｶﾞ \ud800 ½".split()
)
PASSAGES = st.builds(
    Passage, st.sampled_from(["", "p1", "p2", "p2~names"]), st.lists(WORDS, max_size=9).map(" ".join)
)
ENTRIES = st.lists(
    st.builds(
        Entry,
        address=st.builds("{}{}/".format, st.sampled_from(["releases/a/", "events/"]), st.integers(0, 40)),
        title=st.lists(WORDS, max_size=4).map(" ".join),
        language=st.sampled_from(["en", "km"]),
        passages=st.lists(PASSAGES, max_size=4).map(tuple),
        filters=st.dictionaries(st.sampled_from(["year", "kind"]), st.lists(WORDS, min_size=1).map(tuple)),
        sort=st.sampled_from(["0000", "2023", "2024-05-03"]),
    ),
    max_size=12,
    unique_by=lambda entry: entry.address,
)  # fmt: skip


class Reading:
    """An index read again from its files, as the search page reads it."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.directory = self.value("directory")
        self.words = {
            word: (volumes, read_numbers(pages)[0], family)
            for at in range(len(self.directory["words"]))
            for family in str(self.value(f"words/{at}")).split("\n")
            for word, volumes, pages in (packed.split(":") for packed in family.split(" "))
        }

    def value(self, name: str) -> object:
        """What a script hands over; it says its own name, and the mark by which others know it."""
        found = re.fullmatch(r'handOver\("([^"]+)","(\w{10})",(.*)\);\n', self.files[f"{name}.js"].decode())
        assert found and found[1] == name
        return json.loads(found[3])

    def addresses(self, volume: str) -> list[str]:
        """The pages of a volume in their order."""
        names = sorted(
            (path[:-3] for path in self.files if path.startswith(f"{volume}/names-")),
            key=lambda name: int(name.rpartition("-")[2]),
        )
        packed = [page for name in names for page in str(self.value(name)).split(" ")]
        return [self.value(f"{volume}/texts/{page.partition(':')[0]}")["address"] for page in packed]

    def places(self, volume: str, word: str) -> dict[int, list[int]]:
        """Page → places of a word."""
        shards = self.value(f"{volume}/pages")["shards"]
        at = sum(in_utf16(first) <= in_utf16(word) for first in shards) - 1
        lines = str(self.value(f"{volume}/{at}")).split("\n") if at >= 0 else []
        for line in lines:
            if line.startswith(f"{word},"):
                return in_full(line.removeprefix(word))
            if line.startswith(f"{word}:"):
                apart, _, short = line.removeprefix(f"{word}:").partition(",")
                found = in_full(str(self.value(f"{volume}/places-{read_numbers(apart)[0]}")))
                said = {page: more for page, *more in map(read_numbers, short.split(","))}
                assert said == {page: [len(places), places[0]] for page, places in found.items()}
                return found
        return {}

    def phrase(self, words: list[str]) -> Counter[str]:
        """How often a phrase stands on each page, by address."""
        found: Counter[str] = Counter()
        for volume, _, _ in self.directory["volumes"]:
            addresses = self.addresses(volume)
            first, *others = (self.places(volume, word) for word in words)
            for page, places in first.items():
                often = sum(
                    all(place + i in other.get(page, ()) for i, other in enumerate(others, 1))
                    for place in places
                )
                if often:
                    found[addresses[page]] += often
        return found


def in_full(packed: str) -> dict[int, list[int]]:
    """Page → places."""
    return {page: places for page, *places in map(read_numbers, packed.split(",")[1:])}


def by_force(entries: list[Entry], words: list[str]) -> Counter[str]:
    """The same, by walking through every passage."""
    found: Counter[str] = Counter()
    for entry in entries:
        for text in (entry.title, *(passage.words for passage in entry.passages)):
            there = cut(text)
            often = sum(there[at : at + len(words)] == words for at in range(len(there)))
            if often:
                found[entry.address] += often
    return found


@given(ENTRIES, st.data())
def test_every_phrase_of_every_passage_is_found_where_it_stands(
    entries: list[Entry], data: st.DataObject
) -> None:
    reading = Reading(render_index(entries))
    texts = [text for e in entries for text in (e.title, *(p.words for p in e.passages)) if cut(text)]
    assert reading.directory["pages"] == len(entries)
    if texts:
        words = cut(data.draw(st.sampled_from(texts)))
        first = data.draw(st.integers(0, len(words) - 1))
        phrase = words[first : data.draw(st.integers(first + 1, len(words)))]
        assert reading.phrase(phrase) == by_force(entries, phrase) != Counter()


@given(ENTRIES)
def test_every_word_is_counted_and_knows_its_volumes(entries: list[Entry]) -> None:
    reading = Reading(render_index(entries))
    pages = Counter(
        word
        for entry in entries
        for word in {*cut_passages((entry.title, *(p.words for p in entry.passages)))} - {GAP}
    )
    assert {word: count for word, (_, count, _) in reading.words.items()} == dict(pages)
    for word, (mask, _, _) in reading.words.items():
        for at, (volume, _, _) in enumerate(reading.directory["volumes"]):
            said = at // 6 < len(mask) and LAST_DIGITS.index(mask[at // 6]) >> at % 6 & 1
            assert bool(said) == bool(reading.places(volume, word))


@given(ENTRIES)
def test_dates_lengths_and_filters_are_those_of_the_entries(entries: list[Entry]) -> None:
    reading = Reading(render_index(entries))
    known = {entry.address: entry for entry in entries}
    for volume, _, count in reading.directory["volumes"]:
        pages = [known[address] for address in reading.addresses(volume)]
        assert len(pages) == count
        assert [day for day, often in reading.value(f"{volume}/dates") for _ in range(often)] == [
            page.sort for page in pages
        ]
        lengths = read_numbers(reading.value(f"{volume}/pages")["lengths"])
        assert lengths[::2] == [len(cut(page.title)) for page in pages]
        assert lengths[1::2] == [
            sum(len(cut(text)) for text in (page.title, *(p.words for p in page.passages))) for page in pages
        ]
        for name, stored in reading.value(f"{volume}/filters").items():
            has = [
                {stored["values"][n] for n in read_numbers(packed)} for packed in stored["pages"].split(",")
            ]
            assert has == [
                {value.replace("\ud800", "\ufffd") for value in page.filters.get(name, ())} for page in pages
            ]


@given(st.lists(st.integers(0, 200_000)))
def test_numbers_need_nothing_between_them(values: list[int]) -> None:
    assert read_numbers("".join(map(number, values))) == values
    assert numbers(70)[:70] == [number(value) for value in range(70)]


@given(st.text())
def test_any_text_is_cut_and_cutting_again_changes_nothing(text: str) -> None:
    words = cut(text.replace(GAP, " "))
    assert cut(" ".join(words)) == words


@given(ENTRIES)
def test_a_word_of_letters_is_listed_by_its_tail(entries: list[Entry]) -> None:
    reading = Reading(render_index(entries))
    listed = [
        (tail, word)
        for at in range(len(reading.directory["tails"]))
        for tail, *words in map(str.split, str(reading.value(f"tails/{at}")).split("\n"))
        for word in words
    ]
    assert sorted(listed) == sorted(
        (word[3:6], word) for word in reading.words if len(word) >= 5 and word.isalpha()
    )
    firsts = [first for first, _ in reading.directory["tails"]]
    assert firsts == sorted(firsts, key=in_utf16)


def test_words_of_one_stem_are_a_family_and_others_are_not() -> None:
    entry = Entry(
        "releases/a/", "Talks, talking; table", "en", (Passage("p1", "to talk of news 2024"),), {}, ""
    )
    reading = Reading(render_index([entry]))
    families = {
        tuple(sorted(part.split(":")[0] for part in f.split(" "))) for _, _, f in reading.words.values()
    }
    assert families == {("talk", "talking", "talks"), ("table",), ("to",), ("of",), ("news",), ("2024",)}


def record() -> list[Entry]:
    """The entries of the record, many times over."""
    return [
        replace(entry, address=f"{entry.address}{n}/", title=f"{entry.title} {n}")
        for entry in render_entries(assemble(ROOT))
        for n in range(60)
    ]


def test_one_change_touches_its_volume_its_text_and_the_lexicon_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gazette.concordance.volumes.RELEASES_A_VOLUME", 100)
    entries = record()
    before = render_index(entries)
    changed = replace(
        entries[7], passages=(*entries[7].passages, Passage("p99", "An entirely unheardof word"))
    )
    after = render_index([*entries[:7], changed, *entries[8:]])
    assert changed.address.startswith("releases/")
    volume = volume_of(changed.address, sum(entry.address.startswith("releases/") for entry in entries))
    touched = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert len(spread(entries)) > 2 and touched
    assert {path.partition("/")[0] for path in touched} == {volume, "words", "tails", "directory.js"}
    assert len([path for path in touched if "/texts/" in path]) == 1


def test_volumes_can_be_made_one_by_one_in_any_order() -> None:
    entries = record()
    made = [render_volume(name, reversed(own)) for name, own in reversed(spread(entries).items())]
    files = {path: content for _, own in made for path, content in own.items()}
    assert files | render_lexicon([rendered.volume for rendered, _ in made]) == render_index(entries)


@given(ENTRIES, st.data())
def test_a_volume_of_which_some_entries_changed_is_as_if_rendered_anew(
    entries: list[Entry], data: st.DataObject
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        length = data.draw(st.sampled_from([8, 20, 60, SHARD]))
        patch.setattr("gazette.concordance.postings.LINE", length)
        patch.setattr("gazette.concordance.volumes.SHARD", length)
        rendered, there = render_volume("r00", entries)
        for _ in range(data.draw(st.integers(1, 3))):
            new = {entry.address: entry for entry in data.draw(ENTRIES)}
            entries = [
                replace(entry, title=new[entry.address].title, passages=new[entry.address].passages)
                if entry.address in new
                else entry
                for entry in entries
            ]
            rendered, written = render_volume("r00", entries, rendered)
            anew, whole = render_volume("r00", entries)
            there = {path: (there | written)[path] for path in rendered.paths}
            assert (rendered, there) == (anew, whole)


def test_a_change_leaves_files_that_say_the_same_alone() -> None:
    entries = spread(record())["r00"]
    rendered, there = render_volume("r00", entries)
    changed = replace(entries[3], passages=(*entries[3].passages, Passage("p99", "An unheardof word")))
    again, written = render_volume("r00", [*entries[:3], changed, *entries[4:]], rendered)
    assert len([path for path in written if "/texts/" in path]) == 1
    assert len(written) < 12 < len(there) / 4, "its text, the pages, names, and what has its three words"
    for path in ("r00/dates.js", "r00/filters.js", "r00/names-1.js"):
        assert path not in written
    assert render_volume("r00", again.entries, again)[1] == {}

    moved = replace(entries[3], sort="9999")
    last, new = render_volume("r00", [*entries[:3], moved, *entries[4:]], rendered)
    _, anew = render_volume("r00", [*entries[:3], moved, *entries[4:]])
    assert not any("/texts/" in path for path in new), "the texts have other numbers, and the same names"
    assert {path: (there | new)[path] for path in last.paths} == anew
    assert not any(there.get(path) == content for path, content in new.items())


def test_shards_are_small_and_in_order() -> None:
    reading = Reading(render_index(record()))
    for volume, _, _ in reading.directory["volumes"]:
        firsts = reading.value(f"{volume}/pages")["shards"]
        assert firsts == sorted(firsts, key=in_utf16)
        before = ""
        for at, first in enumerate(firsts):
            text = str(reading.value(f"{volume}/{at}"))
            assert text.startswith(first) and not before.startswith(first)
            before = text.rpartition("\n")[2].partition(",")[0]
            assert len(text) <= SHARD + text.count("\n") or "\n" not in text
    apart = [path for path in reading.files if "/places-" in path]
    assert apart and all(len(reading.files[path]) > SHARD / 2 for path in apart)
    volume = apart[0].partition("/")[0]
    assert sum(map(len, reading.places(volume, "the").values())) > 1000


@given(ENTRIES)
def test_places_that_stand_apart_are_the_same(entries: list[Entry]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gazette.concordance.postings.LINE", 8)
        patch.setattr("gazette.concordance.volumes.SHARD", 8)
        small = Reading(render_index(entries))
    whole = Reading(render_index(entries))
    assert small.words == whole.words
    for word in whole.words:
        assert small.phrase([word]) == whole.phrase([word])


@pytest.mark.parametrize("count", [1, RELEASES_A_VOLUME, RELEASES_A_VOLUME + 1, 20_000, 40_000])
def test_a_volume_depends_on_the_address_and_the_count_only(count: int) -> None:
    volumes = Counter(volume_of(f"releases/mfaic/2024-{n}/", count) for n in range(20_000))
    assert len(volumes) >= count / RELEASES_A_VOLUME and max(volumes.values()) < 2 * min(volumes.values())
    assert volume_of("events/a/", count).startswith("n")


def test_the_same_bytes_whatever_the_order_of_sets() -> None:
    code = (
        "from hashlib import sha256; from pathlib import Path; from gazette.assemble import assemble\n"
        "from gazette.concordance import render_entries, render_index\n"
        f"files = render_index(render_entries(assemble(Path({str(ROOT)!r}))))\n"
        "print(sha256(repr(sorted(files.items())).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "hooks")},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1 and digests != {""}


def test_what_stands_in_a_text_cannot_end_its_script() -> None:
    hostile = Entry(
        "releases/a/", '</script>"\u2028\ud800', "en", (Passage("p1", '");alert(1)//\\'),), {}, ""
    )
    files = render_index([hostile])
    shown = [Reading(files).value(path[:-3]) for path in files if "/texts/" in path]
    assert shown[0]["title"] == '</script>"\u2028\ufffd'
    assert shown[0]["passages"] == [["p1", '");alert(1)//\\']]
