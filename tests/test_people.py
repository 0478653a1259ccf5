"""People: who is an official, with which offices, of which country; cases as documents, and properties."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import count_calls, must_end
from gazette.corpus import office_id
from gazette.model import (
    Anatomy,
    Appointment,
    Authority,
    Block,
    Evidence,
    Imprint,
    Issuer,
    Office,
    OfficeRecord,
    OfficialRecord,
    Part,
    People,
    RawRelease,
    Reading,
    When,
)
from gazette.people import CAPACITY, plain_title, read_people
from support import load_cases


def blocks_of(text: str, title: str | None = None, part: Part = "body") -> tuple[Block, ...]:
    """One block a line, a title first."""
    lines = [*([title] if title else []), *text.strip("\n").split("\n")]
    return tuple(
        Block(n, (n + 1,), "paragraph", line, line, "title" if title and n == 0 else part)
        for n, line in enumerate(lines)
    )


def people_of(
    text: str,
    issuer: str | None = None,
    title: str | None = None,
    authority: Authority | None = None,
    part: Part = "body",
    issued: str | None = None,
) -> People:
    blocks = blocks_of(text, title, part)
    when = Reading(When(issued, issued), "stated", "test", citation="test:1") if issued else None
    kind = Reading("press-release", "inferred", "test", citation="test:1")
    country = Reading(Issuer(None, issuer), "inferred", "test", citation="test:1") if issuer else None
    imprint = Imprint(kind, None, when, None, country)
    return read_people(
        RawRelease("seeds/t.txt", "t", "", text), Anatomy(blocks), imprint, authority or Authority()
    )


@pytest.mark.parametrize("case", load_cases("people"))
def test_case(case: dict[str, Any]) -> None:
    found = people_of(case["text"], case.get("issuer"), case.get("title"))
    officials = []
    for official in found.officials:
        offices = [
            " | ".join(filter(None, (r.value.title, r.value.body, r.value.country)))
            + (" (inferred)" if r.status == "inferred" else "")
            for r in official.offices
        ]
        shown: dict[str, Any] = {"name": official.name, "country": official.country, "offices": offices}
        unnamed = [m.evidence.quote for m in official.mentions if not m.name]
        if unnamed:
            shown["unnamed"] = unnamed
        officials.append(shown)
    assert officials == case["officials"]
    assert {b.name: b.why for b in found.bystanders} == case.get("bystanders", {})


# --- the authority -------------------------------------------------------------------------------

KNOWN = Authority(
    officials={
        o.id: o
        for o in (
            OfficialRecord("oren-mara", "Oren Mara", "Cambodia", surname="Oren", native_name="អូរ៉ែន ម៉ារ៉ា"),
            OfficialRecord("vidas-aron", "Aron Vidas", "Canada", surname="Vidas"),
            OfficialRecord("vidas-cleo", "Cleo Vidas", "Canada", surname="Vidas"),
            OfficialRecord(
                "abe-keiji",
                "Abe Keiji",
                "Japan",
                surname="Abe",
                appointments=(Appointment("pm", "2012", "2020"),),
            ),
        )
    },
    offices={"pm": OfficeRecord("pm", "Prime Minister", country="Japan")},
)


def test_known_official_gets_id_name_and_standing() -> None:
    (oren,) = people_of("H.E. OREN Mara, Minister of Trade, spoke.", "Cambodia", authority=KNOWN).officials
    assert (oren.official, oren.name, oren.standing) == ("oren-mara", "Oren Mara", "established")


def test_surname_is_resolved_by_the_authority() -> None:
    (abe,) = people_of("He passed on greetings from Prime Minister Abe.", "Japan", authority=KNOWN).officials
    assert (abe.official, abe.name) == ("abe-keiji", "Abe Keiji")


def test_the_same_surname_in_another_country_is_somebody_else() -> None:
    found = people_of("Prime Minister Abe of Canada spoke.", authority=KNOWN)
    assert [o.official for o in found.officials] == ["provisional-abe"]


def test_ambiguous_name_asks_the_editor() -> None:
    found = people_of("Minister Vidas of Canada spoke.", authority=KNOWN)
    assert [o.standing for o in found.officials] == ["provisional"]
    (problem,) = (p for p in found.problems if p.code == "name-ambiguous")
    assert "vidas-aron" in problem.message and "vidas-cleo" in problem.message
    assert "Vidas" in problem.cure


def test_known_name_without_office_is_an_official() -> None:
    found = people_of("Nobody but Aron Vidas came to the meeting.", authority=KNOWN)
    assert [o.official for o in found.officials] == ["vidas-aron"]
    assert found.officials[0].mentions[0].evidence.quote == "Aron Vidas"


def test_known_name_out_of_office_is_a_bystander() -> None:
    found = people_of("They spoke of Abe Keiji.", authority=KNOWN, issued="2023-05-01")
    assert found.officials == () and [b.why for b in found.bystanders] == ["out-of-office"]
    found = people_of("They spoke of Abe Keiji.", authority=KNOWN, issued="2020-05-01")
    assert [o.official for o in found.officials] == ["abe-keiji"]
    found = people_of(
        "They spoke with former Prime Minister Abe Keiji.", authority=KNOWN, issued="2023-05-01"
    )
    assert [o.official for o in found.officials] == ["abe-keiji"]


def test_known_name_as_an_eponym_is_not() -> None:
    assert people_of("They met at the Aron Vidas Airport.", authority=KNOWN).officials == ()


def test_native_script_joins_the_latin_name() -> None:
    text = "ឯកឧត្តម អូរ៉ែន ម៉ារ៉ា បានអញ្ជើញ។\nH.E. OREN Mara, Minister of Trade, spoke."
    (oren,) = people_of(text, "Cambodia", authority=KNOWN).officials
    assert [m.evidence.block for m in oren.mentions] == [0, 1]


def test_unknown_official_comes_with_a_record_to_paste() -> None:
    found = people_of("Governor Zento Quill of Canada spoke. Governor Quill left.")
    (problem,) = found.problems
    assert problem.code == "official-provisional" and problem.severity == "notice"
    assert "- id: zento-quill" in problem.cure and 'country: "Canada"' in problem.cure
    assert 'variants: ["Zento Quill"]' in problem.cure and "not_an_official: true" in problem.cure


REJECTING = Authority(
    officials={
        o.id: o
        for o in (
            OfficialRecord("zento-quill", "Zento Quill", None, not_an_official=True, note="a ferry"),
            OfficialRecord("oren-mara", "Oren Mara", "Cambodia", surname="Oren"),
        )
    }
)


def test_a_rejected_name_is_a_bystander_without_notice() -> None:
    found = people_of("Governor Zento Quill of Canada spoke. Governor Quill left.", authority=REJECTING)
    assert (found.officials, found.problems) == ((), ())
    assert [(b.name, b.why) for b in found.bystanders] == [("Zento Quill", "rejected-by-editor")]


def test_others_than_the_rejected_are_found_as_before() -> None:
    text = "Governor Lento Quill of Canada met H.E. OREN Mara. Zento Quill lay at the pier."
    found = people_of(text, authority=REJECTING)
    assert [o.name for o in found.officials] == ["Lento Quill", "Oren Mara"]
    assert [p.code for p in found.problems] == ["official-provisional"]


# --- offices over the record ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Prime Minister of the Kingdom of Cambodia", "Prime Minister"),
        ("French President", "President"),
        ("US Secretary of State", "Secretary of State"),
        ("Minister of Trade of the Lao People's Democratic Republic", "Minister of Trade"),
        ("President of the Republic", "President"),
        ("Governor of the Bank of Japan", "Governor of the Bank of Japan"),
        ("Korean Peninsula Envoy", "Korean Peninsula Envoy"),
        ("Ambassador of Japan to Cambodia", "Ambassador of Japan to Cambodia"),
    ],
)
def test_plain_title(written: str, plain: str) -> None:
    assert plain_title(written) == plain


def test_formal_and_short_titles_are_one_office() -> None:
    ids = {
        office_id(Office(t, None, "France"))
        for t in ("French President", "President of the Republic", "President")
    }
    assert ids == {"provisional-president-france"}
    assert office_id(Office("President", None, "Italy")) not in ids


def test_roles_in_one_meeting_are_marked() -> None:
    (oren,) = people_of("Minister of Trade Mara Oren led a delegation to Lenn.", "Canada").officials
    assert [(r.value.title, r.rule.startswith(CAPACITY)) for r in oren.offices] == [
        ("Minister of Trade", False),
        ("head of delegation", True),
    ]


# --- parts ---------------------------------------------------------------------------------------


def test_press_contact_is_a_bystander() -> None:
    text = "For further information contact Zento Quill, Acting Director, Public Information."
    found = people_of(text, "Australia", part="contact")
    assert found.officials == ()
    assert [(b.name, b.why) for b in found.bystanders] == [("Zento Quill", "contact")]


@pytest.mark.parametrize("part", ["navigation", "letterhead", "address", "footnote", "unread"])
def test_page_furniture_names_nobody(part: Part) -> None:
    assert people_of("Prime Minister Zento Quill spoke.", part=part) == People()


# --- properties ----------------------------------------------------------------------------------

WORDS = st.sampled_from(
    """Prime Minister of the and , . ; ( ) Foreign Affairs KEO Vuthy H.E. Samdech Mr. Mrs. U Japan Cambodian
    his counterpart as led a delegation co-chaired by Ministers President 's Ambassador to in on for Jr. de
    la ASEAN Ministry " – who is both Street visited 2020 Lt. Gen. the ( Canada )
    木原 ប្រាក់ An To \u0303""".split()
)


def check_evidence(text: str, found: People) -> None:
    blocks = blocks_of(text)
    evidence: list[Evidence] = [m.evidence for o in found.officials for m in o.mentions]
    evidence += [e for o in found.officials for r in o.offices for e in r.evidence]
    evidence += [b.evidence for b in found.bystanders]
    for e in evidence:
        assert blocks[e.block].text[e.start : e.end] == e.quote
        assert e.quote.strip()
    for official in found.officials:
        assert official.name and official.mentions


@given(st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_total_on_words_of_the_trade(text: str) -> None:
    check_evidence(text, people_of(text, "Cambodia", authority=KNOWN))


@given(st.text(max_size=200).map(lambda t: t.replace("\n", " ").strip()))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_total_on_any_text(text: str) -> None:
    check_evidence(text, people_of(text))


def test_work_grows_with_the_number_of_people_only() -> None:
    def work(count: int) -> int:
        names = (
            (f"{chr(65 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676 % 26)}en" * 2).title()
            for n in range(count)
        )
        text = " and ".join(
            f"he said that he met President {name}, and H.E. {name}o, Minister of Rice" for name in names
        )
        return count_calls(lambda: people_of(text, "Cambodia"))

    work(50)
    small, large = work(150), work(1200)
    assert large < small * 8 * 1.5


@pytest.mark.parametrize(
    "piece",
    [
        "Prime Minister ",
        "Minister of Foreign Affairs and ",
        "H.E. KEO Vuthy, Minister of Trade, and ",
        "A",
        "Aa Bb ",
        "of the ",
        "his Japanese counterpart Oren Mara, ",
        "the Minister of Trade, ",
        "U.S. ",
        "co-chaired by Mr Oren and ",
        "Samdech Akka Moha ",
        "led the delegation ",
        ", ( ",
        "Mr Aa-Bb ",
        "((((",
        "****",
    ],
)
def test_work_grows_with_length_only(piece: str) -> None:
    """Counted where Python works; where a pattern does, a look back over the whole text would not end."""

    def work(size: int) -> int:
        text = piece * (size // len(piece))
        return count_calls(lambda: people_of(text, "Cambodia"))

    work(1_000)
    small, large = work(5_000), work(40_000)
    assert large < max(small, 500) * 8 * 1.5, f"{piece!r}: {small} calls → {large}"
    with must_end(30):
        people_of(piece * (400_000 // len(piece)), "Cambodia")
