"""The authority files: what is read, what is complained of, who is meant by a name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette import authority as room
from gazette.authority.nodes import read_records
from gazette.authority.schema import KEYS
from gazette.model import Accession, Authority, OfficialRecord, RawRelease
from gazette.vocabulary.countries import COUNTRIES
from support import ROOT, authority, load_cases


def load(folder: Path, **files: str | bytes) -> Authority:
    """The authority of a folder with these files."""
    for name, content in files.items():
        (folder / f"{name}.yml").write_bytes(content.encode() if isinstance(content, str) else content)
    return room.load_authority(folder)


# --- loading -------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", list(load_cases("authority")))
def test_cases(case: dict[str, Any], tmp_path: Path) -> None:
    if "ask" in case:
        _check_lookup(case)
        return
    loaded = load(tmp_path, **{case["file"]: case["text"]})
    assert list(getattr(loaded, case["file"])) == case["kept"]
    read = sorted((p.line, p.code) for p in loaded.problems)
    assert read == sorted((p["line"], p["code"]) for p in case["problems"])
    for expected in case["problems"]:
        problem = next(p for p in loaded.problems if (p.line, p.code) == (expected["line"], expected["code"]))
        assert problem.cure, "a problem without a cure"
        assert expected.get("cure", problem.cure) == problem.cure
        assert expected.get("says", "") in problem.message


def _check_lookup(case: dict[str, Any]) -> None:
    answer = room.find_official(
        authority(), case["ask"], case.get("day"), case.get("country"), office=case.get("office")
    )
    if "found" in case:
        assert answer == room.Found(case["found"])
    elif "ambiguous" in case:
        assert answer == room.Ambiguous(tuple(case["ambiguous"]))
    else:
        assert answer == room.Unknown()


def test_a_folder_that_does_not_exist_is_an_empty_authority(tmp_path: Path) -> None:
    assert room.load_authority(tmp_path / "nowhere") == Authority()


def test_the_traps_of_yaml_stay_words(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        officials="- id: no\n  name: NO\n  variants: [12:30, 1e3, 2020-03-16, yes, 0777]\n  note: null\n",
        corrections="- {release: a, field: issued, value: 2020-03-16}\n"
        "- {release: a, field: body, value: [NO, true]}\n",
    )
    record = loaded.officials["no"]
    assert (record.name, record.note) == ("NO", "")
    assert record.variants == ("12:30", "1e3", "2020-03-16", "yes", "0777")
    assert [c.value for c in loaded.corrections] == ["2020-03-16", ["NO", True]]


def test_not_utf_8_names_the_line_and_spares_the_other_files(tmp_path: Path) -> None:
    loaded = load(tmp_path, officials=b"- id: a\n  name: Caf\xe9\n", bodies="- {id: b, name: B}\n")
    (problem,) = loaded.problems
    assert (problem.code, problem.line) == ("authority-unreadable", 2)
    assert (list(loaded.officials), list(loaded.bodies)) == ([], ["b"])


def test_a_file_of_nearly_the_right_name_is_not_passed_over(tmp_path: Path) -> None:
    (problem,) = load(tmp_path, official="[]").problems
    assert problem.code == "authority-unknown-file"
    assert "officials.yml" in problem.cure


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "? " * 50_000, "- &a [*a]", '- "' * 9_999])
def test_depth_and_references_end_in_a_fault(text: str) -> None:
    _, faults = read_records(text)
    assert faults


@given(st.sampled_from(sorted(KEYS)), st.binary(max_size=400))
def test_loading_never_raises_on_bytes(tmp_path_factory: Any, name: str, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("authority")
    load(folder, **{name: content})


_PIECES = st.sampled_from(
    "- id: a\n|- |  |name:| x\n|id:|variants: [|]|{|}|: |'|\"|\n|&a |*a|office: |appointments:\n"
    "|    - {office: a}\n|#|>\n|!!int 3|---\n|\t|\x00|é".split("|")
)


@given(st.sampled_from(sorted(KEYS)), st.lists(_PIECES, max_size=40).map("".join))
def test_loading_never_raises_on_torn_yaml(tmp_path_factory: Any, name: str, text: str) -> None:
    folder = tmp_path_factory.mktemp("authority")
    loaded = load(folder, **{name: text})
    assert all(0 <= p.line <= text.count("\n") + 2 for p in loaded.problems)


# --- the project's own files ---------------------------------------------------------------------


def test_the_projects_own_files_have_no_problem() -> None:
    assert authority().problems == ()


def test_every_seed_has_an_accession_and_is_as_received() -> None:
    import hashlib

    raws = [
        RawRelease(
            f"seeds/{seed}", seed, hashlib.sha256((ROOT / "seeds" / seed).read_bytes()).hexdigest(), ""
        )
        for seed in authority().accessions
    ]
    assert room.check_accessions(authority(), raws) == ()
    assert [a.seed for a in authority().accessions.values() if a.secondary] == [
        "newspaper/2023-12-inter-ministerial-meeting.txt"
    ]


# --- names ---------------------------------------------------------------------------------------


def people(*records: OfficialRecord) -> Authority:
    return Authority(officials={r.id: r for r in records})


def test_a_surname_is_found_only_while_it_is_the_only_one() -> None:
    one = OfficialRecord("lens-mora", "Lens Mora", "Japan", surname="Lens")
    two = OfficialRecord("lens-vita", "Lens Vita", "Japan", surname="Lens")
    assert room.find_official(people(one), "Lens") == room.Found("lens-mora")
    assert room.find_official(people(one, two), "Lens") == room.Ambiguous(("lens-mora", "lens-vita"))
    assert room.find_official(people(one, two), "Mora Lens") == room.Found("lens-mora")


def test_people_addressed_by_family_are_not_found_by_given_name() -> None:
    record = OfficialRecord("lens-mora", "Lens Mora", "Japan", surname="Lens")
    assert room.find_official(people(record), "Mora") == room.Unknown()
    given_name = replace(record, addressed_by="given")
    assert room.find_official(people(given_name), "Mora") == room.Found("lens-mora")


@given(st.text(max_size=30), st.none() | st.text(max_size=12), st.none() | st.text(max_size=12))
def test_lookup_is_total(name: str, on: str | None, country: str | None) -> None:
    room.find_official(authority(), name, on, country, office=name)
    room.find_office(authority(), name, on, country)
    room.find_body(authority(), name, country)


def test_offices_and_bodies_by_their_country() -> None:
    known = authority()
    office = room.find_office(known, "Foreign Minister", country="Japan")
    assert office and office.id == "foreign-minister-of-japan"
    assert room.find_office(known, "Foreign Minister") is None
    body = room.find_body(known, "MINISTRY OF FOREIGN AFFAIRS", "Japan")
    assert body and body.id == "mofa-japan"
    assert room.find_body(known, "Ministry of Foreign Affairs") is None


def test_known_names_are_spotted_as_whole_words_only() -> None:
    text = "Hun Senate and Mr. HUN Sen met Joe Bidenson."
    spotted = [(text[s.start : s.end], s.ids) for s in room.spot_officials(authority(), text)]
    assert spotted == [("HUN Sen", ("hun-sen",))]


@given(st.text(max_size=60))
def test_folding_in_place_keeps_places(text: str) -> None:
    assert len(room.fold_in_place(text)) == len(text)
    assert room.fold(room.fold(text)) == room.fold(text)


# --- accessions ----------------------------------------------------------------------------------


def accession(sha256: str) -> Authority:
    record = Accession("a/b.txt", "b.txt", sha256, None, "by post", None, "none", line=7)
    return Authority(accessions={record.seed: record})


def raw(sha256: str) -> RawRelease:
    return RawRelease("seeds/a/b.txt", "a/b", sha256, "text")


def test_a_changed_seed_is_an_error_with_the_line_to_write() -> None:
    (problem,) = room.check_accessions(accession("a" * 64), [raw("b" * 64)])
    assert (problem.code, problem.severity, problem.line) == ("seed-changed", "error", 7)
    assert f"sha256: {'b' * 64}" in problem.cure
    assert "a" * 64 in problem.message and "b" * 64 in problem.message
    assert room.check_accessions(accession("b" * 64), [raw("b" * 64)]) == ()


def test_a_seed_without_accession_is_a_notice_with_the_record_to_paste(tmp_path: Path) -> None:
    (problem,) = room.check_accessions(Authority(), [raw("b" * 64)])
    assert (problem.code, problem.severity) == ("seed-unregistered", "notice")
    record = problem.cure.partition("\n")[2].replace("body: …", "body:")
    loaded = load(tmp_path, accessions=record)
    assert not loaded.problems
    assert room.check_accessions(loaded, [raw("b" * 64)]) == ()


def test_an_accession_without_seed_is_an_error() -> None:
    (problem,) = room.check_accessions(accession("a" * 64), [])
    assert (problem.code, problem.severity, problem.line) == ("seed-missing", "error", 7)


# --- countries -----------------------------------------------------------------------------------


def test_every_name_of_a_country_means_one_country() -> None:
    meant: dict[str, str] = {}
    for country in COUNTRIES:
        for name in (country.name, *country.aliases, *country.native):
            assert meant.setdefault(room.fold(name), country.name) == country.name, name
    assert len(COUNTRIES) > 200


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Kingdom of Cambodia", "Cambodia"),
        ("Socialist Republic of Viet Nam", "Vietnam"),
        ("Lao PDR", "Laos"),
        ("ROK", "South Korea"),
        ("DPRK", "North Korea"),
        ("Burma", "Myanmar"),
        ("USSR", "Soviet Union"),
        ("Cote d’Ivoire", "Côte d'Ivoire"),
        ("Phnom Penh", None),
    ],
)
def test_countries_by_their_other_names(written: str, name: str | None) -> None:
    assert room.country_name(written) == name


def test_what_is_compiled_for_all_releases_holds_when_only_the_register_grows(tmp_path: Path) -> None:
    (tmp_path / "officials.yml").write_text("- id: doe-john\n  name: DOE John\n")
    before = room.load_authority(tmp_path)
    (tmp_path / "corrections.yml").write_text("- release: a/b\n  field: title\n  value: Talks\n")
    after = room.with_shared_parts(room.load_authority(tmp_path), before)
    assert after.corrections and not before.corrections
    assert room.index(after) is room.index(before), "nothing is compiled anew"
    (tmp_path / "officials.yml").write_text("- id: doe-john\n  name: DOE Johnny\n")
    other = room.with_shared_parts(room.load_authority(tmp_path), before)
    assert other.officials["doe-john"].name == "DOE Johnny"
    assert room.index(other) is not room.index(before), "but of another official all is"
