"""Apparatus on hand-made releases: who said what, papers, wordings, and the near misses of each."""

from __future__ import annotations

import doctest
import importlib
import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

import factory
from gazette import apparatus
from gazette.apparatus.questions import places_clash
from gazette.corpus import gather
from gazette.model import (
    Account,
    Appearance,
    Authority,
    Correction,
    EventRecord,
    Evidence,
    Imprint,
    Issuer,
    Mention,
    Release,
    Subject,
    TermRecord,
)
from support import load_cases, read_text

MODULES = ("words", "verbs", "speakers", "comparison", "wordings")


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"gazette.apparatus.{name}"))
    assert result.attempted and not result.failed


# --- releases made by hand -----------------------------------------------------------------------


def make_release(id: str, *paragraphs: str, **more: Any) -> Release:
    """A release of Norland's ministry with people, accounts, topics and terms found by their words."""
    blocks = factory.numbered(*(factory.block(words) for words in paragraphs))
    officials = []
    for official, (country, *names) in more.get("people", {}).items():
        mentions = tuple(
            Mention(Evidence(b.number, at, at + len(name), name), name)
            for name in names
            for b in blocks
            for at in places(b.text, name)
        )
        offices = tuple(
            factory.reading(factory.Office(title, country=country), factory.proof(blocks, words))
            for title, words in more.get("offices", {}).get(official, ())
        )
        officials.append(Appearance(official, official, country, "established", mentions, offices))
    issued = more.get("issued")
    words = factory.proof(blocks, paragraphs[0])
    return replace(
        factory.release(
            id,
            blocks,
            Imprint(
                kind=factory.reading(more.get("kind", "press-release")),
                title=None,
                issued=factory.reading(factory.day(issued), words) if issued else None,
                place=None,
                issuer=factory.reading(
                    Issuer("Ministry", more.get("country", "Norland"), more.get("body")), words
                ),
            ),
            officials=tuple(officials),
            events=tuple(
                Account(
                    type=e.get("type", "meeting"),
                    role=e.get("role", "principal"),
                    title=e.get("title", "meeting"),
                    when=factory.reading(factory.day(e["when"]), factory.proof(blocks, e["words"]))
                    if e.get("when")
                    else None,
                    place=factory.reading(e["place"], factory.proof(blocks, e["words"]))
                    if e.get("place")
                    else None,
                    participants=tuple(e.get("who", ())),
                    evidence=factory.proof(blocks, e["words"]),
                    planned=e.get("planned", False),
                    series=e.get("series"),
                    ordinal=e.get("ordinal"),
                    event=e.get("event"),
                )
                for e in more.get("events", ())
            ),
            topics=tuple(Subject(t, (factory.proof(blocks, w),)) for t, w in more.get("topics", ())),
            terms=tuple(Subject(t, (factory.proof(blocks, w),)) for t, w in more.get("terms", ())),
        ),
        corrections=more.get("corrections", ()),
    )


def places(text: str, words: str) -> Iterator[int]:
    """Every place of some words in a text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


TALKS = {"when": "2021-05-04", "who": ("ode", "tan"), "words": "On 4 May 2021"}
PEOPLE = {"ode": ["Norland", "Minister Ode"], "tan": ["Sudmark", "Dr Tan"]}


def two_accounts(one: str, other: str, **more: Any) -> tuple[Any, Any]:
    """A corpus of two accounts of one meeting, and the meeting."""
    opening = "On 4 May 2021 Minister Ode met Dr Tan."
    a = make_release(
        "norland/a",
        opening,
        one,
        issued="2021-05-05",
        people=PEOPLE,
        events=[TALKS],
        body="n",
        **more.get("a", {}),
    )
    b = make_release(
        "sudmark/b",
        opening,
        other,
        issued="2021-05-06",
        people=PEOPLE,
        events=[TALKS],
        body="s",
        **more.get("b", {}),
    )
    corpus = gather([a, b], more.get("authority", Authority()))
    (event,) = (e for e in corpus.events if len(e.tellings) == 2)
    return corpus, event


def sole_words(one: str, other: str, **more: Any) -> list[str]:
    """What only the first of two accounts says."""
    corpus, event = two_accounts(one, other, **more)
    return [s.words for s in apparatus.compare_accounts(corpus, event).only("norland/a")]


# --- attribution ---------------------------------------------------------------------------------


@pytest.mark.parametrize("case", [*load_cases("apparatus")])
def test_case(case: dict[str, Any]) -> None:
    if "says" in case:
        release = make_release("norland/a", case["text"], people=case["people"])
        found = apparatus.attribute(release)
        said = [
            f"{'+'.join(p.people) or p.words} | {a.manner} | {a.speaker.status}"
            for a in found
            for p in [a.speaker.value]
        ]
        assert said == case["says"]
        assert all(a.is_direct is case.get("direct", False) for a in found)
    elif "papers" in case:
        release = make_release("norland/a", case["text"])
        assert [f"{p.kind} | {p.evidence.quote}" for p in apparatus.find_papers(release)] == case["papers"]
    else:
        sign = {"added": "+ ", "dropped": "- ", "kept": ""}
        steps = apparatus.compare_wordings(case["before"], case["after"])
        assert [sign[s.operation] + " ".join(s.words) for s in steps] == case["steps"]


def test_a_heading_ends_what_a_pronoun_goes_on_with() -> None:
    blocks = ("Minister Ode welcomed the plan.", "He pledged nets.")
    carried = apparatus.attribute(make_release("norland/a", *blocks, people=PEOPLE))
    assert [a.speaker.value.people for a in carried] == [("ode",), ("ode",)]
    release = make_release("norland/a", *blocks, people=PEOPLE)
    parts = factory.numbered(
        release.blocks[0], factory.block("Trade", "heading", shape="heading", level=1), release.blocks[1]
    )
    divided = replace(release, anatomy=replace(release.anatomy, blocks=parts))
    assert len(apparatus.attribute(divided)) == 1


def test_the_two_ministers_are_those_who_met() -> None:
    release = make_release(
        "norland/a",
        "On 4 May 2021 they met.",
        "The two ministers agreed on nets.",
        people=PEOPLE,
        events=[TALKS],
    )
    (said,) = apparatus.attribute(release)
    assert (said.speaker.value.people, said.speaker.status) == (("ode", "tan"), "inferred")


def test_topics_belong_to_the_words_in_which_they_stand() -> None:
    text = (
        "On trade, Minister Ode thanked Dr Tan for the ferries and asked for nets,"
        " while Dr Tan promised boats."
    )
    release = make_release(
        "norland/a", text, people=PEOPLE, topics=[("trade", "trade"), ("nets", "nets"), ("boats", "boats")]
    )
    assert [(a.manner, a.topics) for a in apparatus.attribute(release)] == [
        ("thanked", ("trade",)),
        ("asked", ("trade", "nets")),
        ("promised", ("boats",)),
    ]


def test_a_quotation_below_its_announcement() -> None:
    release = make_release(
        "norland/a", "Minister Ode said:", "“Fish are dear.”", "Nets are not.", people=PEOPLE
    )
    assert [(a.evidence.block, a.is_direct) for a in apparatus.attribute(release)] == [(0, False), (1, True)]


# --- comparison ----------------------------------------------------------------------------------


def test_what_only_one_account_says() -> None:
    assert sole_words("They spoke of the rule of law and the Alder Bay Compact.", "They spoke of fish.") == [
        "rule of law",
        "Alder Bay Compact",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They praised peace keeping operations (PKO).", "They praised peacekeeping operations."),
        ("They spoke of cyber security.", "They spoke of cybersecurity."),
        ("They recalled the Senior Officials' Talks.", "They recalled the talks between senior officials."),
        ("They spoke of human rights.", "They spoke of Human-Rights issues."),
        ("They praised the Alder Development Council.", "They praised the ADC."),
        ("They praised the ADC.", "They praised the Alder Development Council."),
        ("They spoke of “Lasting Accord”.", "They spoke of a lasting accord."),
        ("Furthermore, Both Sides and the Deputy Prime Minister left.", "They left."),
        ("In July the Kingdom of Cambodia and Japan spoke.", "They spoke."),
    ],
)
def test_other_words_for_the_same_are_no_difference(one: str, other: str) -> None:
    assert sole_words(one, other) == []


def test_a_term_under_another_wording_is_no_difference() -> None:
    authority = Authority(terms={"five": TermRecord("five", "Five", ("Five-Point Consensus", "^5PC"))})
    terms = {"a": {"terms": [("five", "Five-Point Consensus")]}, "b": {"terms": [("five", "5PC")]}}
    with_term = sole_words(
        "The Five-Point Consensus stands.", "The 5PC stands.", authority=authority, **terms
    )
    assert "Five-Point Consensus" not in with_term


def test_rows_stand_side_by_side() -> None:
    corpus, event = two_accounts(
        "Fish are dear. Nets are cheap.",
        "Fish are cheap.",
        a={"topics": [("fish", "Fish"), ("nets", "Nets")]},
        b={"topics": [("fish", "Fish")]},
    )
    found = apparatus.compare_accounts(corpus, event)
    assert [s.release for s in found.sides] == ["norland/a", "sudmark/b"]
    rows = {r.topic: ([[e.quote for e in p.sentences] for p in r.passages], r.only) for r in found.rows}
    assert rows == {
        "fish": ([["Fish are dear."], ["Fish are cheap."]], None),
        "nets": ([["Nets are cheap."], []], "norland/a"),
    }


def test_one_account_has_nothing_to_itself() -> None:
    release = make_release("norland/a", "On 4 May 2021, the rule of law.", people=PEOPLE, events=[TALKS])
    corpus = gather([release], Authority())
    assert apparatus.compare_accounts(corpus, corpus.events[0]).sole == ()
    assert apparatus.comparisons(corpus) == {}


def test_an_event_that_one_account_recalls() -> None:
    call = {
        "type": "telephone-call",
        "role": "referenced",
        "title": "call",
        "when": "2021-04-01",
        "who": ("ode", "tan"),
    }
    corpus, event = two_accounts(
        "They recalled their call of 1 April 2021.",
        "They spoke.",
        a={},
    )
    assert apparatus.compare_accounts(corpus, event).only("norland/a") == ()
    one = make_release(
        "norland/a",
        "On 4 May 2021 they met and recalled their call of 1 April.",
        people=PEOPLE,
        issued="2021-05-05",
        events=[TALKS, {**call, "words": "recalled their call"}],
    )
    other = make_release(
        "sudmark/b", "On 4 May 2021 they met.", people=PEOPLE, issued="2021-05-06", events=[TALKS]
    )
    corpus = gather([one, other], Authority())
    (found,) = apparatus.comparisons(corpus).values()
    assert [(s.kind, s.words) for s in found.sole] == [("event", "call")]
    (want,) = apparatus.wanted(corpus)
    assert (want.kind, want.type, want.when) == ("event", "telephone-call", factory.day("2021-04-01"))


# --- wordings ------------------------------------------------------------------------------------

TERMS = Authority(
    terms={
        "accord": TermRecord("accord", "Accord", ("lasting accord",)),
        "full-accord": TermRecord("full-accord", "Full accord", ("full lasting accord",)),
        "peace": TermRecord("peace", "Peace", ("just peace",)),
    }
)


def test_history_of_a_wording() -> None:
    releases = [
        make_release("n/1", "Minister Ode hailed a lasting accord.", issued="2019-01-01", body="n",
                     people=PEOPLE,
                     terms=[("accord", "lasting accord")]),
        make_release("s/2", "A Lasting Accord it is.", issued="2020-01-01", body="s",
                     terms=[("accord", "Lasting Accord")]),
        make_release("n/3", "A full lasting accord it is.", issued="2021-01-01", body="n",
                     terms=[("full-accord", "full lasting accord")]),
    ]  # fmt: skip
    corpus = gather(releases, TERMS)
    history = apparatus.trace_wording(corpus, "full-accord")
    assert history.first is history.last and history.first is not None
    assert [u.words for u in history.kin] == ["lasting accord", "Lasting Accord"]
    (change,) = history.changes
    assert (change.before.release, change.after.release, change.same_body) == ("n/1", "n/3", True)
    early = apparatus.trace_wording(corpus, "accord")
    assert [(u.release, u.speaker.value.people if u.speaker else ()) for u in early.uses] == [
        ("n/1", ("ode",)),
        ("s/2", ()),
    ]
    assert apparatus.trace_wording(corpus, "peace").uses == ()
    assert apparatus.trace_wording(corpus, "no-such-term").changes == ()


def test_wordings_that_take_turns_change_once() -> None:
    words = ["just peace", "lasting just peace"] * 4
    releases = [
        make_release(f"n/{n}", f"A {w} it is.", issued=f"20{10 + n}-01-01", body="n", terms=[("peace", w)])
        for n, w in enumerate(words)
    ]
    assert len(apparatus.trace_wording(gather(releases, TERMS), "peace").changes) == 1


# --- neighbours, encounters, incumbents ----------------------------------------------------------


def forum(number: int, year: int, **more: Any) -> Release:
    """A release on a numbered forum of Norland and Sudmark."""
    words = f"On 4 May {year} Minister Ode met Dr Tan at forum {number}."
    event = {
        "type": "consultation",
        "title": f"Forum {number}",
        "when": f"{year}-05-04",
        "who": ("ode", "tan"),
        "words": words,
        "series": more.get("series", "alder harbour forum"),
        "ordinal": number,
    }
    return make_release(
        f"norland/{year}", words, issued=f"{year}-05-05", people=PEOPLE, body="n", events=[event], **more
    )


def test_earlier_and_later() -> None:
    corpus = gather([forum(1, 2019), forum(2, 2020), forum(3, 2021)], Authority())
    found = apparatus.neighbours(corpus, "norland/2020")
    assert {t.kind for t in found.threads} == {"series", "participants", "countries", "issuer"}
    for thread in found.threads:
        assert thread.earlier and thread.later and (thread.place, thread.length) == (2, 3)
        assert (thread.earlier.release, thread.later.release) == ("norland/2019", "norland/2021")
    assert apparatus.neighbours(corpus, "norland/unknown").threads == ()
    assert apparatus.neighbours(gather([forum(1, 2019)], Authority()), "norland/2019").threads == ()


def test_whom_an_official_met() -> None:
    corpus = gather([forum(1, 2019)], Authority())
    (met,) = apparatus.encounters(corpus, "ode")
    assert (met.met, met.beside, met.place) == (("tan",), (), None)
    assert met.testimonies[0].evidence.quote.startswith("On 4 May 2019")
    assert apparatus.encounters(corpus, "nobody") == ()


def test_an_anniversary_is_no_encounter() -> None:
    event = {
        "type": "anniversary",
        "role": "referenced",
        "when": "2021",
        "who": ("ode", "tan"),
        "words": "In 2021",
    }
    release = make_release(
        "norland/a", "In 2021 Minister Ode and Dr Tan rejoice.", people=PEOPLE, events=[event]
    )
    assert apparatus.encounters(gather([release], Authority()), "ode") == ()


def in_office(year: int, official: str) -> Release:
    """A release that gives an official the office of harbour master."""
    words = f"In {year} the Harbour Master {official} spoke."
    return make_release(
        f"norland/{year}-{official}",
        words,
        issued=f"{year}-05-05",
        people={official: ["Norland", f"Harbour Master {official}"]},
        offices={official: [("Harbour Master", "Harbour Master")]},
    )


def test_incumbents_are_never_longer_than_attested() -> None:
    years = [(2010, "ode"), (2012, "ode"), (2014, "tan"), (2016, "ode")]
    corpus = gather([in_office(*pair) for pair in years], Authority())
    (office,) = corpus.offices
    runs = [(i.official, i.since.edtf, i.until.edtf) for i in apparatus.incumbents(corpus, office.id)]
    assert runs == [
        ("ode", "2010-05-05", "2012-05-05"),
        ("tan", "2014-05-05", "2014-05-05"),
        ("ode", "2016-05-05", "2016-05-05"),
    ]
    assert apparatus.incumbents(corpus, "no-such-office") == ()


def test_an_office_of_several_is_not_divided() -> None:
    years = [(2010, "ode"), (2012, "ode"), (2012, "tan"), (2016, "ode")]
    corpus = gather([in_office(*pair) for pair in years], Authority())
    runs = apparatus.incumbents(corpus, corpus.offices[0].id)
    assert [(i.official, len(i.attestations)) for i in runs] == [("ode", 3), ("tan", 1)]


# --- questions, wanted, corrections --------------------------------------------------------------


def test_ordinals_that_fall() -> None:
    corpus = gather([forum(3, 2019), forum(1, 2021)], Authority())
    (question,) = apparatus.open_questions(corpus)
    assert (question.kind, len(question.testimonies)) == ("ordinals", 2)
    assert apparatus.open_questions(gather([forum(1, 2019), forum(2, 2021)], Authority())) == ()


def test_two_names_that_may_be_one_series() -> None:
    corpus = gather(
        [
            forum(3, 2019, series="senior official level consultation"),
            forum(1, 2021, series="senior official talk"),
        ],
        Authority(),
    )
    assert [q.kind for q in apparatus.open_questions(corpus)] == ["same-series"]
    apart = gather(
        [forum(3, 2019, series="harbour forum"), forum(1, 2021, series="fishery forum")], Authority()
    )
    assert apparatus.open_questions(apart) == ()


def test_offices_of_one_day() -> None:
    one, other = in_office(2010, "ode"), in_office(2010, "ode")
    words = "In 2010 the Bishop ode spoke."
    other = make_release(
        "sudmark/b", words, issued="2010-05-05", people={"ode": ["Norland", "Bishop ode"]},
        offices={"ode": [("Bishop", "Bishop")]},
    )  # fmt: skip
    (question,) = apparatus.open_questions(gather([one, other], Authority()))
    assert (question.kind, [t.value for t in question.testimonies]) == (
        "offices",
        ["Harbour Master", "Bishop"],
    )
    fuller = make_release(
        "sudmark/b", "In 2010 the Senior Harbour Master ode spoke.", issued="2010-05-05",
        people={"ode": ["Norland", "Master ode"]}, 
        offices={"ode": [("Senior Harbour Master", "Senior Harbour Master")]},
    )  # fmt: skip
    assert apparatus.open_questions(gather([one, fuller], Authority())) == ()


@pytest.mark.parametrize(
    ("places_said", "clash"),
    [
        (["Tokyo", "Tokyo, Japan"], False),
        (["Tokyo, Japan", "Phnom Penh, Cambodia"], True),
        (["Peace Palace, Phnom Penh", "Phnom Penh, Cambodia"], False),
        (["Osaka, Japan", "Tokyo, Japan"], True),
        (["Japan", "Tokyo, Japan"], False),
    ],
)
def test_two_places(places_said: list[str], clash: bool) -> None:
    assert places_clash(places_said) is clash


def test_what_is_planned_is_not_wanted() -> None:
    event = {
        "role": "referenced",
        "when": "2022-01-01",
        "who": ("ode", "tan"),
        "words": "They will meet",
        "planned": True,
    }
    release = make_release("norland/a", "They will meet.", issued="2021-05-05", people=PEOPLE, events=[event])
    assert apparatus.wanted(gather([release], Authority())) == ()


def test_a_paper_that_the_record_holds_is_not_wanted() -> None:
    words = "On 4 May 2021 they met and issued a joint statement."
    readout = make_release("norland/a", words, issued="2021-05-04", people=PEOPLE, events=[TALKS])
    (want,) = apparatus.wanted(gather([readout], Authority()))
    assert (want.kind, want.type) == ("paper", "joint-statement")
    text = make_release(
        "norland/b",
        "On 4 May 2021 we met.",
        issued="2021-05-04",
        kind="joint-statement",
        people=PEOPLE,
        events=[TALKS],
    )
    assert apparatus.wanted(gather([readout, text], Authority())) == ()
    foreign = factory.reading(Issuer("M", "Farland"), factory.proof(text.blocks, "we met"))
    elsewhere = replace(
        text,
        people=replace(text.people, officials=()),
        imprint=replace(text.imprint, issuer=foreign),
        events=(),
    )
    assert len(apparatus.wanted(gather([readout, elsewhere], Authority()))) == 1


def test_a_correction_shows_what_it_replaced() -> None:
    from gazette.normalise import normalise

    raw = read_text("PRESS RELEASE\n\nMinisters Meet at the Harbour\n\nThey met.\n\nPhnom Penh, 6 May 2021\n")
    line = Correction(raw.id, "title", "Ministers Meet", "2026-01-02", "a misprint", 7)
    corpus = gather([normalise(raw, Authority(corrections=(line,)))], Authority(corrections=(line,)))
    (found,) = apparatus.all_amendments(corpus)
    assert (found.value, found.date, found.citation) == (
        "Ministers Meet",
        "2026-01-02",
        "docs/authority/corrections.yml:7",
    )
    assert found.replaced and found.replaced.value == "Ministers Meet at the Harbour"


# --- the whole -----------------------------------------------------------------------------------


def everything(corpus: Any) -> list[Any]:
    """All that the apparatus derives from a corpus."""
    return [
        apparatus.comparisons(corpus),
        dict(apparatus.attributions(corpus)),
        apparatus.histories(corpus),
        [apparatus.neighbours(corpus, r.id) for r in corpus.releases],
        [apparatus.event_neighbours(corpus, e.id) for e in corpus.events],
        [apparatus.encounters(corpus, o.id) for o in corpus.officials],
        [apparatus.incumbents(corpus, o.id) for o in corpus.offices],
        apparatus.open_questions(corpus),
        apparatus.wanted(corpus),
        apparatus.all_amendments(corpus),
    ]


def test_the_order_of_releases_does_not_matter() -> None:
    releases = [forum(n, 2010 + n) for n in (1, 2, 3, 2)] + [in_office(2011, "ode"), in_office(2012, "tan")]
    releases = [
        replace(r, raw=replace(r.raw, id=f"{r.id}-{n}", path=f"seeds/{r.id}-{n}.txt"))
        for n, r in enumerate(releases)
    ]
    before = everything(gather(releases, TERMS))
    random.Random(5).shuffle(releases)
    assert everything(gather(releases, TERMS)) == before


def test_an_empty_corpus_has_nothing() -> None:
    assert everything(gather([], Authority())) == [{}, {}, (), [], [], [], [], (), (), ()]


def test_every_place_holds() -> None:
    corpus = gather([forum(1, 2019), forum(2, 2020)], TERMS)
    releases = {r.id: r for r in corpus.releases}
    for said in apparatus.attributions(corpus).values():
        for a in said:
            for e in (a.verb, a.evidence, a.said, *a.speaker.evidence):
                assert releases[a.release].blocks[e.block].text[e.start : e.end] == e.quote


def count_calls(number: int) -> int:
    """How many calls of Python functions it takes to derive everything from so many releases."""
    import sys

    corpus = gather([forum_of_pair(n) for n in range(number)], TERMS)
    calls = 0

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        everything(corpus)
    finally:
        sys.setprofile(None)
    return calls


def forum_of_pair(number: int) -> Release:
    """One of many small releases: few share a series, a pair of people or a term."""
    day = f"{2000 + number // 300:04}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    one, other = f"person-{number % 200}", f"guest-{number % 190}"
    words = f"On {day} {one} met {other}. {one} hailed a just peace."
    return make_release(
        f"norland/{number:05}",
        words,
        issued=day,
        body=f"body-{number % 5}",
        people={one: ["Norland", one], other: ["Sudmark", other]},
        terms=[("peace", "just peace")],
        events=[
            {
                "when": day,
                "who": (one, other),
                "words": words,
                "series": f"series {number % 40}",
                "ordinal": number // 40,
            }
        ],
    )


def test_work_grows_with_the_number_of_releases() -> None:
    small, large = count_calls(250), count_calls(2000)
    assert large < 8 * 1.5 * small


def test_an_established_event_without_date_is_wanted() -> None:
    record = EventRecord("alder-feast", "Alder Feast", type="summit")
    event = {
        "type": "summit",
        "role": "referenced",
        "title": "feast",
        "words": "the feast",
        "event": "alder-feast",
    }
    release = make_release("norland/a", "They recalled the feast.", issued="2021-05-05", events=[event])
    (want,) = apparatus.wanted(gather([release], Authority(events={"alder-feast": record})))
    assert (want.title, want.event, want.when) == ("Alder Feast", "alder-feast", None)
